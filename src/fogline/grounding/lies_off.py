"""Names that the text puts beside another: "Sharya, south of Dohuk" is the one there, or on no map."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from fogline.grounding.grounding import PlaceCandidate
from fogline.grounding.ranking import Name, km_between
from fogline.grounding.regions import COMMON_NAMES

__all__ = ["beside_what_they_lie_off"]

_COMPASS = r"(?:north|south|east|west)(?:[- ]?(?:north|south|east|west))*"
_OFF = re.compile(
    rf"(?: (?:city|town|village|district|camp))?,? (?:(?:about|some|around|roughly|just|only) )?(?:(?P<n>\d[\d.,]*)[ -]?(?:km|kilomet(?:re|er)s?|miles?|mi) )?"
    rf"(?:to the )?{_COMPASS} of (?:the (?:city|town|village) of )?"
)
# How far from a town what is said to lie off it may be where no distance is told.
_BESIDE_KM = 150.0
# So many people know a city by its name wherever it is said to lie: "Moscow, north of Tula".
_KNOWN_EVERYWHERE = 500_000


def beside_what_they_lie_off(text: str, names: Sequence[Name]) -> list[Name]:
    """Return names with only those candidates left that lie near the town which the text says they are off.

    A name of which no place lies there is on no map, if all its namesakes are small and none is in the country of the other.
    """
    order = sorted((span, n) for n, name in enumerate(names) for span in name.spans)
    found = list(names)
    for (inner, g), (outer, h) in pairwise(order):
        off = _OFF.fullmatch(text, inner.end, outer.start)
        if g == h or off is None or found[g].lookup.site:
            continue
        within = _BESIDE_KM if off["n"] is None else max(_BESIDE_KM, 2 * _number(off["n"]))
        found[g] = _narrowed(found[g], found[h], within)
    return found


def _number(digits: str) -> float:
    bare = digits.replace(",", "").rstrip(".")
    return float(bare) if bare.count(".") < 2 else 0.0


def _narrowed(name: Name, beside: Name, within: float) -> Name:
    real = [c for c in name.lookup.candidates if c.feature != "nowhere"]
    marks = [c for c in beside.lookup.candidates if c.feature in ("city", "adm1", "adm2", "site")]
    if not real or not marks or any(c.feature in ("country", "region", "water") for c in real):
        return name
    if any(c.country in COMMON_NAMES for c in marks[:1]):
        return name  # in countries of English speech some village bears every name
    near = [c for c in real if min(km_between(_point(c), _point(m)) for m in marks) <= within]
    if not near:
        home = {m.country for m in marks}
        if any(c.country in home or c.population >= _KNOWN_EVERYWHERE or c.code == "PPLC" for c in real):
            return name
        return replace(name, lookup=replace(name.lookup, candidates=()))
    if any(c.match == "name" and c.population >= _KNOWN_EVERYWHERE for c in real if c not in near):
        return name
    left = tuple(c for c in name.lookup.candidates if c in near or c.feature == "nowhere")
    return replace(name, lookup=replace(name.lookup, candidates=left))


def _point(place: PlaceCandidate) -> tuple[float, float]:
    return place.latitude, place.longitude
