"""Parts of a town that bear a distant town's name: "the Mashhad quarter" of Aleppo is nowhere in Iran."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from fogline.grounding.grounding import GroundedPlace
from fogline.grounding.ranking import Name, km_between
from fogline.span import Span

__all__ = ["without_distant_namesakes"]

# What a name is of that such a word follows lies in the report's own towns. "District" may be a division's.
_PART = re.compile(
    r" (?:quarters?|neighbou?rhoods?|crossroads|roundabout|junction|intersection|mosque|bypass|district|cemetery|graveyard|salient)\b(?! of\b)",
    re.IGNORECASE,
)
# Behind it stands the town: "the Mashhad quarter of Aleppo".
_PART_OF = re.compile(
    r" (?:quarter|neighbou?rhood|district|suburb|junction|roundabout|crossroads) (?:of|in) (?:the (?:city|town) of )?"
)
_NEAR_KM = 150.0


def without_distant_namesakes(
    text: str, names: Sequence[Name], resolved: Mapping[Span, GroundedPlace]
) -> tuple[list[Name], dict[Span, GroundedPlace]]:
    """Return names and places, those of a part of a town without the distant town of the name, as names of a facility.

    A town that lies by another of the report's stays ("Gao airport"), as does one in a report that places nothing else.
    """
    left = dict(resolved)
    out: list[Name] = []
    for name in names:
        # What is also named without such a word is the town whose part it is: "the Kabul neighbourhood of Maro".
        parts = [_PART.match(text, s.end) for s in name.spans]
        place = resolved.get(name.spans[0])
        is_part = all(parts) or any(_is_part_of_a_town(text, s, resolved) for s in name.spans)
        if place is not None and is_part and _is_elsewhere(name, place, resolved):
            for span in name.spans:
                left.pop(span, None)
            out.append(replace(name, lookup=replace(name.lookup, site=True)))
        else:
            out.append(name)
    return out, left


def _is_part_of_a_town(text: str, name: Span, resolved: Mapping[Span, GroundedPlace]) -> bool:
    """Tell whether the text says of which town a name is a part, whatever it tells of the name elsewhere."""
    behind = _PART_OF.match(text, name.end)
    town = None if behind is None else next((p for s, p in resolved.items() if s.start == behind.end()), None)
    return town is not None and town.feature == "city" and not town.adjective


def _is_elsewhere(name: Name, place: GroundedPlace, resolved: Mapping[Span, GroundedPlace]) -> bool:
    if place.feature not in ("city", "adm1", "adm2", "adm3") or place.adjective or name.lookup.site:
        return False
    others = [p for s, p in resolved.items() if s not in name.spans and p.latitude is not None]
    towns = [p for p in others if p.feature in ("city", "site", "adm2", "adm3") and not p.adjective]
    if not towns:
        return False
    if any(p.country == place.country for p in others):
        return False
    return min(km_between(_point(place), _point(town)) for town in dict.fromkeys(towns)) > _NEAR_KM


def _point(place: GroundedPlace) -> tuple[float, float]:
    return place.latitude or 0.0, place.longitude or 0.0
