"""What a report puts inside what: "New York in eastern Ukraine" is the New York there, however great its namesake.

Only the words between names are weighed. What is said of the last of a list holds for all of it: "Toretsk and New York in
eastern Ukraine". A name of which no place lies in the outer one is none of its namesakes in distant countries ("Blida in
southern Lebanon" is no town of Algeria), but a capital, country or city of millions, which governs or sends ("Washington in Iraq"),
stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from fogline.grounding.gazetteer import fold
from fogline.grounding.grounding import PlaceCandidate
from fogline.grounding.place_headings import Headings
from fogline.grounding.ranking import Name
from fogline.grounding.regions import COMMON_NAMES, country_facts
from fogline.span import Span

# Longer stretches hold a description that may be of something else.
_MOST_BETWEEN = 60
_KIND = r"(?:city|town|village|hamlet|settlement|suburb|district|area|camp|county|island|port)"
# "X in the far north-eastern Y", "X, a small town in the north of Y", "X town in the province of Y", "X, across the border in Y".
_INSIDE = re.compile(
    rf"(?:\s+{_KIND})?,?(?:\s+(?:a|an|the)\s+(?:[a-z-]+\s+){{0,3}}{_KIND})?(?:\s+(?:just\s+)?(?:across|over|beyond)\s+the\s+(?:border|frontier|river))?,?\s+(?:in|of)\s+(?:the\s+)?"
    r"(?:(?:far\s+)?(?:north|south|east|west|centre|center)[a-z-]*\s+of\s+(?:the\s+)?)?"
    r"(?:(?:far|deep|(?:north|south|mid|east|west)[a-z-]*|central|upper|lower|coastal|rural|mainland|neighbou?ring|government-held|rebel-held|occupied)\s+)*"
    r"(?:(?:province|state|region|governorate|department|oblast)\s+of\s+)?(?:the\s+)?\Z"
)
# Before a capital's name: its government is meant, which acts in other countries ("allies of Riyadh in Sudan").
_GOVERNMENT = re.compile(
    r"(?:\b(?:by|of|from|with|between|and|or|to|for|against|as|than)\s+(?:both\s+)?|[.!?:;\n“\"]\s*|\A\s*)\Z", re.IGNORECASE
)
_TOWN_OF = re.compile(rf"\b(?:{_KIND}|centre|center|streets|outskirts|suburbs)s?\s+of\s+\Z", re.IGNORECASE)
# Between the names of a list.
_LISTED = re.compile(r",?\s+(?:and|or)\s+(?:in\s+|at\s+|near\s+)?(?:the\s+)?|,\s+")
# Before a name that is told of in the country behind it and does not lie there: "protests over Gaza in Jordan".
_ABROAD = re.compile(
    r"\b(?:from|over|about|against|with|for|between|by|to|left|fled|fleeing|leaving|than)\s+(?:the\s+)?\Z", re.IGNORECASE
)
# A city of so many people is known by its name everywhere, and what is said of it in a country need not happen there.
_KNOWN_EVERYWHERE = 1_000_000


@dataclass(frozen=True, slots=True)
class _Put:
    """One mention that the text puts in another name: the numbers of the two names, and whether the name stands right before "in"."""

    inner: Span
    name: int
    outer: Span
    container: int
    beside: bool


def in_containers(text: str, names: Sequence[Name]) -> list[Name]:
    """Return names with only those candidates left that lie where the text puts the name; without any if none may be meant.

    A country or division that holds such a candidate is itself no namesake: "Cabo Delgado", behind "Palma in", is the
    province, "Aleppo", behind "Al-Bab in", the province or its town. So is a division whose name nothing else bears,
    whatever is said to lie in it. A name put into two countries in one report keeps its places in both.
    """
    found = list(names)
    held: dict[int, list[PlaceCandidate]] = {}
    for put in chain(_puts(text, names), _under_headings(text, names)):
        g, h = put.name, put.container
        within = _within(text, put, names[g], found[h])
        holders = [c for c in _holders(found[h]) if any(_holds(c, place) for place in within)]
        if within:
            held[g] = [*held.get(g, ()), *within]
            found[g] = _only(names[g], held[g], f"the text puts it in {put.outer.of(text)}")
            found[h] = _only(found[h], holders + _of_divisions(holders, found[h]))
        elif put.beside and (alone := _the_division(found[h])) is not None:
            found[h] = _only(found[h], [alone, *_of_divisions([alone], found[h])])
        if g not in held and _is_none_of_its_namesakes(text, put, names, found[h]):
            found[g] = _only(names[g], ())
    return found


def containers_of_unlisted(text: str, names: Sequence[Name]) -> dict[str, Span]:
    """Return where the text puts each name, by its key, that has no candidate left: the mention of what it lies in."""
    return {names[put.name].key: put.outer for put in _puts(text, names) if not names[put.name].lookup.candidates}


def _puts(text: str, names: Sequence[Name]) -> Iterator[_Put]:
    """Yield what the text puts inside what, from the last name to the first, and each list from its last name.

    In "Palma in Cabo Delgado in Mozambique" the province must be known before its town.
    """
    order = sorted((span, n) for n, name in enumerate(names) for span in name.spans)
    for i in range(len(order) - 2, -1, -1):
        (inner, g), (outer, h) = order[i], order[i + 1]
        if g == h or outer.start - inner.end > _MOST_BETWEEN or not _INSIDE.match(text[inner.end : outer.start]):
            continue
        yield _Put(inner, g, outer, h, beside=True)
        for k in range(i - 1, -1, -1):
            (before, n), (behind, m) = order[k], order[k + 1]
            between = text[before.end : behind.start]
            if n == h or not _LISTED.fullmatch(between) or _is_outside(names[n], names[m], comma="," in between):
                break
            yield _Put(before, n, outer, h, beside=False)


def _under_headings(text: str, names: Sequence[Name]) -> Iterator[_Put]:
    """Yield what stands under the heading of a section: the Pauktaw under "Rakhine" is the one there."""
    order = sorted((span, n) for n, name in enumerate(names) for span in name.spans)
    heads = dict(order)
    sections = Headings(text, heads.__contains__)
    for span, n in order if sections.places else ():
        over = sections.over(span)
        if over is not None and heads[over.span] != n:
            yield _Put(span, n, over.span, heads[over.span], beside=False)


def _is_outside(left: Name, right: Name, *, comma: bool) -> bool:
    """Tell whether of two names side by side the left one is a country, or lies in the right one ("Springfield, Illinois").

    Then they are no list of towns, and what is said of the right one does not hold for the left one.
    """
    if _is_country(left) or _is_country(right):
        return True
    towns = [c for c in left.lookup.candidates if c.feature == "city" and c.match == "name"]
    return comma and any(_holds(holder, town) for holder in _holders(right) for town in towns)


def _is_country(name: Name) -> bool:
    return any(c.feature == "country" and (fold(c.name) == name.key or c.match == "demonym") for c in name.lookup.candidates)


def _is_none_of_its_namesakes(text: str, put: _Put, names: Sequence[Name], container: Name) -> bool:
    """Tell whether a name is put where none of its places can be: all are small, and in countries far from there.

    A place of a neighbour is left to the ranker: borders moved ("Prizren in southern Serbia"), and lists cross them. So is, of a list's
    earlier names, a place in a country that the report names too.
    """
    name = names[put.name]
    real = [c for c in name.lookup.candidates if c.feature != "nowhere"]
    there = {holder.country for holder in _holders(container) if holder.country}
    surely = any(holder.feature == "country" for holder in _holders(container)) or _the_division(container) is not None
    if not surely or not real or name.lookup.site or _ABROAD.search(text[max(0, put.inner.start - 20) : put.inner.start]):
        return False
    near = there.union(*(_neighbours().get(iso, frozenset()) for iso in there))
    if not put.beside:
        countries = (other for other in names if _is_country(other))
        near |= {c.country for other in countries for c in other.lookup.candidates if c.feature == "country" and c.country}
    small = {"city", "adm1", "adm2", "adm3"}
    return all(
        c.feature in small and c.country not in near and c.code != "PPLC" and c.population < _KNOWN_EVERYWHERE for c in real
    )


def _within(text: str, put: _Put, name: Name, container: Name) -> list[PlaceCandidate]:
    """Return the candidates of a name that lie in what another name means."""
    holders = _holders(container)
    if name.lookup.site or not holders or not name.lookup.candidates:
        return []
    within = [
        c
        for c in name.lookup.candidates
        if c.feature not in ("nowhere", "country")
        and c.match in ("name", "alias")
        and any(_holds(holder, c) for holder in holders)
    ]
    elsewhere = [c for c in name.lookup.candidates if not any(_holds(holder, c) for holder in holders)]
    if any(c.feature == "country" and (fold(c.name) == name.key or c.match == "demonym") for c in elsewhere):
        return []  # "Russia in Ukraine"
    known = any(c.match == "name" and c.population >= _KNOWN_EVERYWHERE for c in elsewhere)
    if known and not put.beside and any(holder.country in COMMON_NAMES for holder in holders):
        return []  # "London, Dublin and Akron in Ohio": some village there is called everything
    if any(c.code == "PPLC" and c.match == "name" for c in elsewhere):
        before = text[max(0, put.inner.start - 40) : put.inner.start]
        if _GOVERNMENT.search(before) and not _TOWN_OF.search(before):
            return []
    return within


def _holders(name: Name) -> list[PlaceCandidate]:
    """Return the countries and first-level divisions of a name; none for a body that is named for one."""
    if name.lookup.site or name.lookup.note.startswith("named"):
        return []
    return [
        c for c in name.lookup.candidates if c.feature in ("country", "adm1") and c.match in ("name", "alias", "abbreviation")
    ]


def _holds(holder: PlaceCandidate, place: PlaceCandidate) -> bool:
    """Tell whether a country or division holds a place; one whose division nobody knows may be in any of its country."""
    if place.country is None or place.country != holder.country or place.feature == "country":
        return False
    if holder.feature == "country":
        return True
    return place.feature != "adm1" and (not place.admin1_code or place.admin1_code == holder.admin1_code)


def _of_divisions(holders: Sequence[PlaceCandidate], name: Name) -> list[PlaceCandidate]:
    """Return what lies in the divisions of its own name: the town of Aleppo."""
    return [c for c in name.lookup.candidates if any(d.feature == "adm1" and _holds(d, c) for d in holders)]


def _the_division(name: Name) -> PlaceCandidate | None:
    """Return the one division of a name that nothing outside of it bears."""
    divisions = [c for c in _holders(name) if c.feature == "adm1" and c.match == "name"]
    real = [c for c in name.lookup.candidates if c.feature != "nowhere"]
    return divisions[0] if len(divisions) == 1 and all(c in divisions or _holds(divisions[0], c) for c in real) else None


def _only(name: Name, candidates: Sequence[PlaceCandidate], why: str = "") -> Name:
    """Return a name that means one of the candidates; ``why`` is said where that leaves a place out."""
    lookup = name.lookup
    left = tuple(c for c in lookup.candidates if c in candidates)
    narrowed = any(c not in left and c.feature != "nowhere" for c in lookup.candidates)
    note = "; ".join(n for n in (lookup.note, why if narrowed else "") if n)
    return replace(name, lookup=replace(lookup, candidates=left, note=note))


@cache
def _neighbours() -> dict[str, frozenset[str]]:
    """Return the countries that each country borders by land."""
    return {iso: frozenset(filter(None, str(c["neighbours"]).split(","))) for iso, c in country_facts().items()}
