"""Names that the gazetteer lacks: at which of the text's towns a street or hospital lies, and what is said of a village on no map."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace

from fogline.grounding.grounding import GroundedPlace, PlaceBasis
from fogline.grounding.passing_names import is_told_in_passing
from fogline.grounding.place_as_state import acts_as_state
from fogline.grounding.place_kind import describe
from fogline.grounding.ranking import NOWHERE, Name
from fogline.grounding.word_lists import word_set
from fogline.span import Span

__all__ = ["put_beside"]


def put_beside(
    text: str,
    names: Sequence[Name],
    resolved: Mapping[Span, GroundedPlace],
    containers: Mapping[str, Span],
    *,
    approximate: bool,
) -> dict[Span, GroundedPlace]:
    """Return all names of a text, those that mean no known place as they are put beside the ``resolved`` ones.

    ``containers`` say of unknown names, by their keys, what the text puts them in. With ``approximate`` any unknown name
    is put at the town beside it, otherwise only what is a facility by its words.
    """
    placed = dict(resolved)
    towns = _Towns(text, placed, _sounding_alike(names, resolved))
    for name in names:
        for span in name.spans:
            if span in placed:
                continue
            near = towns.of(span) if name.lookup.site else towns.about(span) if approximate else None
            container = placed.get(containers[name.key]) if name.key in containers else None
            placed[span] = _unresolved(text, span, name, placed[near] if near else None, container)
            if _holds_others(placed[span]):
                towns.add(span)
    return placed


def _holds_others(place: GroundedPlace) -> bool:
    """Tell whether an unknown name beside this place may be put at it."""
    return place.feature in ("city", "adm2", "site") and place.latitude is not None and place.basis is PlaceBasis.EXPLICIT


def _sounding_alike(names: Sequence[Name], resolved: Mapping[Span, GroundedPlace]) -> set[Span]:
    """Return the names that only sound like their place, in a division that no name of the report surely lies in.

    "Pan Myaung" may be Hpa-An, or a village on no map; what stands beside it is not put there too.
    """
    alike = {span for name in names for span in name.spans if span in resolved and _matched_loosely(name, resolved[span])}
    sure = {(p.country, p.admin1) for s, p in resolved.items() if s not in alike and p.feature != "country"}
    return {s for s in alike if (resolved[s].country, resolved[s].admin1) not in sure}


def _matched_loosely(name: Name, place: GroundedPlace) -> bool:
    point = (place.latitude, place.longitude)
    at = [c for c in name.lookup.candidates if c is not NOWHERE and (c.latitude, c.longitude) == point]
    return bool(at) and all(c.match == "loose" for c in at)


class _Towns:
    """The towns that a text surely names, as an unknown name beside them may lie in one: by sentence, then by paragraph.

    A street belongs to the town of its sentence, else to the last of its paragraph, else to the one that the text names
    most; only a text without such a town leaves it to the nearest. An item of a list borrows no town of another item.
    """

    def __init__(self, text: str, resolved: Mapping[Span, GroundedPlace], unsure: Set[Span]) -> None:
        self._text, self._places = text, resolved
        self._spans = sorted(
            s for s, p in resolved.items() if _holds_others(p) and s not in unsure and not acts_as_state(text, s, p)
        )
        self._sentences = [m.end() for m in _SENTENCE_END.finditer(text)]
        self._lines = [m.end() for m in re.finditer("\n", text)]
        told = Counter(resolved[s].country for s in self._spans)
        self.home = max(told, key=lambda iso: (told[iso], iso or ""), default=None)
        often = Counter((p.name, p.country) for s in self._spans if (p := resolved[s]).feature == "city")
        most, count = max(often.items(), key=lambda item: (item[1], item[0][0], item[0][1] or ""), default=(None, 0))
        main = most if 2 * count > often.total() and count > 1 else None
        self._of_main = [s for s in self._spans if (resolved[s].name, resolved[s].country) == main]

    def of(self, span: Span) -> Span | None:
        """Return the town that a facility is put at; what is no work of men only at one of its own sentence."""
        near = self._at_home(span, self._apart)
        nature = span.of(self._text).split()[-1].casefold() in _NATURE
        far = near is not None and self._apart(span, near) > (0 if nature else 1)
        if far and (nature or self._is_an_item(span)):
            return None
        if far and self._of_main:
            return self._of_main[max(0, bisect_left(self._of_main, span) - 1)]
        return near

    def about(self, span: Span) -> Span | None:
        """Return the town nearest to a name in the text, whatever its sentence: roughly where what is told of lies."""
        return self._at_home(span, lambda span, town: 0)

    def _at_home(self, span: Span, apart: Callable[[Span, Span], int]) -> Span | None:
        near = self._nearest(span, self._beside(span), apart)
        beside = near is not None and span.distance(near) <= _RIGHT_BESIDE and apart(span, near) == 0
        if near is not None and self._places[near].country != self.home and not beside:
            # A camp is not at the foreign town where somebody spoke of it.
            near = self._nearest(span, [s for s in self._beside(span) if self._places[s].country == self.home], apart)
        if near is not None and apart(span, near) > 0 and is_told_in_passing(self._text, near):
            # A prison is not in the town of an earlier sentence where somebody only spoke of it.
            others = [
                s
                for s in self._beside(span)
                if self._places[s].country == self._places[near].country and not is_told_in_passing(self._text, s)
            ]
            near = self._nearest(span, others, apart) or near
        return near

    def add(self, span: Span) -> None:
        insort(self._spans, span)

    def _beside(self, span: Span) -> Sequence[Span]:
        at = bisect_left(self._spans, span)
        return self._spans[max(0, at - _BESIDE) : at + _BESIDE]

    @staticmethod
    def _nearest(span: Span, towns: Sequence[Span], apart: Callable[[Span, Span], int]) -> Span | None:
        """Return the nearest of some spans, the least ``apart`` first and those before it rather than those behind it."""
        return min(towns, key=lambda s: (apart(span, s), s.distance(span) + (0 if s < span else 30), s), default=None)

    def _apart(self, span: Span, town: Span) -> int:
        """Return 0 for a town of the same sentence, 1 for one before in the same paragraph, 2 for any other.

        It is 3 for one that only a later paragraph tells of: a base is in a town that was named before it, however far.
        """
        if bisect_right(self._sentences, span.start) == bisect_right(self._sentences, town.start):
            return 0
        same = bisect_right(self._lines, span.start) == bisect_right(self._lines, town.start)
        if town < span:
            return 1 if same else 2
        return 2 if same else 3

    def _is_an_item(self, span: Span) -> bool:
        n = bisect_right(self._lines, span.start)
        return _ITEM.match(self._text, self._lines[n - 1] if n else 0) is not None


_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Dr|St|Lt|Mt|Ft|No))(?<!\b(?:Gen|Col|Maj|Sgt|Mrs))[.!?][”’\")\]]*\s+(?=[^a-z\s])|\n"
)
_ITEM = re.compile(r"\s*(?:[•·▪●◦*–—-]\s|\(?\d{1,2}[.)]\s|\([a-z]\)\s)")
_RIGHT_BESIDE = 40  # characters

# Names hardly ever lie inside one another, so that the nearest is a neighbour; a few more are looked at.
_BESIDE = 8

# The last words of what lies beside a town and not in it.
_NATURE = word_set("island islands mountain mountains mount river sea gulf strait ocean peninsula pass")


def _unresolved(text: str, span: Span, name: Name, place: GroundedPlace | None, container: GroundedPlace | None) -> GroundedPlace:
    """Return an unknown name, at the point of the ``place`` beside it if it may be put there, else in its ``container``'s country."""
    surface = " ".join(span.of(text).split())
    namesakes = tuple(c for c in name.lookup.candidates if c is not NOWHERE)[:5]
    if len(namesakes) == 1:
        why = f"the one place called '{surface}', {describe(namesakes[0])}, does not fit the report"
    elif namesakes:
        why = f"none of the {len(name.lookup.candidates) - 1} places called '{surface}' fits the report"
    else:
        why = f"'{surface}' is not in the gazetteer"
    if container is not None:
        why += f"; the text puts it in {container.name}"
    if place is not None:
        return replace(
            place,
            name=surface,
            precision=max(2, place.precision or 2) if name.lookup.site else max(4, place.precision or 4),
            basis=PlaceBasis.EXPLICIT if name.lookup.site else PlaceBasis.INHERITED,
            feature="site" if name.lookup.site else None,
            geoname_id=None,
            reason=f"{why[0].upper()}{why[1:]}; put at {place.name}, the nearest town that the text names.",
            candidates=namesakes,
        )
    return GroundedPlace(
        name=surface,
        country=container.country if container else None,
        admin1=None,
        latitude=None,
        longitude=None,
        precision=None,
        basis=PlaceBasis.UNKNOWN,
        reason=f"{why[0].upper()}{why[1:]}. A full GeoNames dump (fogline gazetteer import) may have it.",
        candidates=namesakes,
    )
