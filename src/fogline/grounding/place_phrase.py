"""What a place phrase with names in it means: "the village of X, north of Y" is X, "northern Aleppo countryside" less exact than Aleppo."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from fogline.grounding.found_place import with_reason
from fogline.grounding.grounding import GroundedPlace
from fogline.grounding.place_wording import describes_where_it_is
from fogline.grounding.span_index import SpanIndex
from fogline.span import Span

# What before a name says that something lies near the place and not in it: "north of", "on the outskirts of the town of".
RELATIVE_TO = re.compile(
    r"\b(?:(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:ern)?(?:\s+(?:edge|side|outskirts|suburbs?))?\s+of|near|outside|close to|"
    r"(?:km|kilomet(?:re|er)s|miles|mi)\b.{0,25}\b(?:of|from)|next to|not far from|between)\s+(?:the\s+)?"
    r"(?:(?:[a-z-]+\s+){0,2}(?:city|town|village|border|outskirts|capital|province)\s+(?:of\s+|with\s+)?)?(?:the\s+)?$",
    re.IGNORECASE,
)
# Between a name and another that only says where the first lies: "Kutum, some 120 km north-west of El Fasher", "Orikhiv (Polohy district)".
_LIES_OFF = re.compile(
    r"(?: (?:city|town|village|district|camp))?,? (?:which (?:lies|is) |lying |located |situated )?(?:(?:about|some|around|roughly|nearly|just|only|less than|more than) )*"
    r"(?:\d[\d.,]*|\w+)[\s-]?(?:km|kilomet(?:re|er)s?|miles?|mi)\b(?: (?:to the )?(?:due )?[a-z-]+)?(?: away)? (?:of|from) (?:the )?"
    r"(?:(?:[a-z-]+ ){0,2}(?:city|town|village|capital|border)(?: of)? )?",
    re.IGNORECASE,
)
_LIES_WITHIN = re.compile(r" ?\((?:in )?(?:the )?")
# Features of what is a point on the map.
TOWN = frozenset({"city", "site"})


def with_what_lies_there(
    text: str, phrase: Span, inside: Sequence[Span], resolved: Mapping[Span, GroundedPlace], index: SpanIndex
) -> tuple[Span, list[Span]]:
    """Return a phrase widened by the town before it whose whereabouts are all that it says: Kutum, "120 km from El Fasher".

    In brackets behind a town stands the division that it is in.
    """
    first = min(inside)
    before = index.overlapping(Span(max(0, first.start - _FAR), first.start)) if first.start else []
    town = before[-1] if before else first
    if town == first or resolved[town].adjective or resolved[town].feature not in (*TOWN, "adm2", "adm3", None):
        return phrase, list(inside)
    off = _LIES_OFF.fullmatch(text, town.end, first.start) is not None
    within = resolved[first].feature in ("adm1", "adm2", "adm3", "country")
    if off or (within and _LIES_WITHIN.fullmatch(text, town.end, first.start) is not None):
        return town.cover(phrase), [town, *inside]
    return phrase, list(inside)


_FAR = 90


def place_of_phrase(
    text: str, place_span: Span, inside: Sequence[Span], resolved: Mapping[Span, GroundedPlace]
) -> tuple[GroundedPlace, Span]:
    """Return the place that a phrase around some names means, and the name that it was taken from."""
    relative = {s for s in inside if RELATIVE_TO.search(text[max(0, place_span.start - 20) : s.start])}
    nouns = [s for s in inside if not resolved[s].adjective]
    own = [s for s in nouns if s not in relative] or nouns or list(inside)
    if (beside := _near_what_lies_in_the_rest(text, nouns, relative, resolved)) is not None:
        own = [beside]
    if all(resolved[s].feature in ("country", "adm1") for s in own):
        # "North of Kufra, in Libya's desert": the town is the nearest that is said.
        own = [
            s
            for s in nouns
            if s in relative
            and (_is_unlisted(resolved[s]) or (resolved[s].feature in TOWN and _lies_in(resolved[s], resolved[own[0]])))
        ] or own
    best = min(own, key=lambda s: (resolved[s].latitude is None, resolved[s].precision or 9, resolved[s].feature == "country", s))
    place, first = resolved[best], own[0]
    if place.latitude is None:
        # "the village of X, north of Y", X unknown: Y's point says where within a limited area.
        near = [s for s in inside if resolved[s].latitude is not None and not resolved[s].adjective]
        if not near:
            return place, best
        container = resolved[min(near, key=lambda s: (resolved[s].precision or 9, s))]
        return _put_at(place.name, container), best
    if resolved[first].latitude is None and first != best and first.start < best.start:
        return _put_at(resolved[first].name, place, listed=_are_listed(text, own, best)), first
    if best in relative and place.precision == 1:
        return replace(with_reason(place, "the event is near it"), precision=2), best
    before = text[place_span.start : best.start]
    directed = _DIRECTED.search(before)
    around = _COUNTRYSIDE.search(text[best.end : best.end + 40])
    if directed and (
        _so_called(place, directed.group(1))
        or describes_where_it_is(text[max(0, best.start - 40) : best.start], text[best.end : best.end + 20])
    ):
        directed = None
    if directed or around:
        # As printed where it stands in a capital: "West Kordofan" is so called.
        toward = directed.group(1).strip() if directed else ""
        toward = toward if toward.istitle() else toward.casefold()
        name = f"{toward} {place.name}" if directed else f"{place.name} countryside"
        precision = max(place.precision or 1, 4 if around and directed else 2)
        return replace(
            with_reason(place, f"the text says '{' '.join(place_span.of(text).split())}'"), name=name, precision=precision
        ), best
    return place, best


def _near_what_lies_in_the_rest(
    text: str, nouns: Sequence[Span], relative: Set[Span], resolved: Mapping[Span, GroundedPlace]
) -> Span | None:
    """Return the town that something is near, where all that stands behind it is what it lies in: "near Maro, in Idlib".

    A division's name is its town's too, and would be taken for a town beside it.
    """
    if len(nouns) != 2 or nouns[0] not in relative or _IS_IN.fullmatch(text, nouns[0].end, nouns[1].start) is None:
        return None
    town, whole = resolved[nouns[0]], resolved[nouns[1]]
    named_alike = whole.feature == "city" and whole.admin1 == whole.name
    return nouns[0] if town.feature in TOWN and named_alike and _lies_in(town, whole) else None


_IS_IN = re.compile(r",? in (?:the )?(?:[a-z]+(?:ern)? )?")


def _so_called(place: GroundedPlace, toward: str) -> bool:
    """Tell whether a place has a compass point in its name already: "southern Kordofan" is South Kordofan."""
    return place.name.casefold().startswith(toward.strip().casefold().removesuffix("ern"))


_DIRECTED = re.compile(
    r"((?:north|south)?[- ]?(?:north|south|east|west|central)(?:ern)?|rural|greater|upper|lower)\s+(?:part\s+of\s+|of\s+)?$",
    re.IGNORECASE,
)
_COUNTRYSIDE = re.compile(
    r"^(?:['’]s)?\s+(?:[\w-]+ern\s+)?(?:countryside|outskirts|suburbs|area|environs|hinterland)\b", re.IGNORECASE
)
_AND_A_NAME = re.compile(r",?\s+(?:and|or)\s+(?:the\s+)?")


def _are_listed(text: str, names: Sequence[Span], last: Span) -> bool:
    """Tell whether names up to one are of a list, in which none lies in the next: "Majdal Selm, Aitaroun and Blida"."""
    gaps = [text[left.end : right.start] for left, right in pairwise(names)]
    joined = [n for n, gap in enumerate(gaps) if _AND_A_NAME.fullmatch(gap)]
    return bool(joined) and names.index(last) <= joined[0] + 1 and all(gap.strip() == "," for gap in gaps[: joined[0]])


def _lies_in(town: GroundedPlace, whole: GroundedPlace) -> bool:
    return town.country == whole.country and (whole.feature == "country" or town.admin1 in (None, whole.admin1))


def _is_unlisted(place: GroundedPlace) -> bool:
    return place.latitude is None and place.feature is None


def _put_at(name: str, container: GroundedPlace, *, listed: bool = False) -> GroundedPlace:
    """Return an unknown place with the point of the place that the text names with it, and a precision that says so.

    What is only ``listed`` with a town lies somewhere in its division.
    """
    precision = (4 if listed else 2) if container.feature in TOWN else max(container.precision or 4, 3)
    reason = f"'{name}' is not in the gazetteer; the text places it with {container.name}, whose point this is."
    return replace(container, name=name, precision=precision, geoname_id=None, feature=None, reason=reason, candidates=())
