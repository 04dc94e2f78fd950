"""What a report puts inside what: "New York in eastern Ukraine" is the New York there, however great its namesake.

Only the words between two names are weighed. Where no place of the inner name lies in the outer one ("Washington in
Iraq"), nothing is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from fogline.grounding.gazetteer import fold
from fogline.grounding.grounding import PlaceCandidate
from fogline.grounding.ranking import Name
from fogline.span import Span

# Longer stretches hold a description that may be of something else.
_MOST_BETWEEN = 60
_KIND = r"(?:city|town|village|hamlet|settlement|suburb|district|area|camp|county|island|port)"
# "X in the far north-eastern Y", "X, a small town in the north of Y", "X town in the province of Y".
_INSIDE = re.compile(
    rf"(?:\s+{_KIND})?,?(?:\s+(?:a|an|the)\s+(?:[a-z-]+\s+){{0,3}}{_KIND})?\s+(?:in|of)\s+(?:the\s+)?"
    r"(?:(?:far\s+)?(?:north|south|east|west|centre|center)[a-z-]*\s+of\s+(?:the\s+)?)?"
    r"(?:(?:far|deep|(?:north|south|mid|east|west)[a-z-]*|central|upper|lower|coastal|rural|mainland|neighbou?ring|government-held|rebel-held|occupied)\s+)*"
    r"(?:(?:province|state|region|governorate|department|oblast)\s+of\s+)?(?:the\s+)?\Z"
)
# Before a capital's name: its government is meant, which acts in other countries ("allies of Riyadh in Sudan").
_GOVERNMENT = re.compile(
    r"(?:\b(?:by|of|from|with|between|and|or|to|for|against|as|than)\s+(?:both\s+)?|[.!?:;\n“\"]\s*|\A\s*)\Z", re.IGNORECASE
)
_TOWN_OF = re.compile(rf"\b(?:{_KIND}|centre|center|streets|outskirts|suburbs)s?\s+of\s+\Z", re.IGNORECASE)


def in_containers(text: str, names: Sequence[Name]) -> list[Name]:
    """Return names with only those candidates left that lie where the text puts the name.

    A country or division that holds such a candidate is itself no namesake: "Cabo Delgado", behind "Palma in", is the
    province, "Aleppo", behind "Al-Bab in", the province or its town. So is a division whose name nothing else bears,
    whatever is said to lie in it. A name put into two countries in one report keeps its places in both.
    """
    found = list(names)
    order = sorted((span, n) for n, name in enumerate(names) for span in name.spans)
    held: dict[int, list[PlaceCandidate]] = {}
    # From the last name to the first: in "Palma in Cabo Delgado in Mozambique" the province is known before its town.
    for (inner, g), (outer, h) in reversed(list(pairwise(order))):
        if g == h or outer.start - inner.end > _MOST_BETWEEN or not _INSIDE.match(text[inner.end : outer.start]):
            continue
        within = _within(text, inner, names[g], found[h])
        holders = [c for c in _holders(found[h]) if any(_holds(c, place) for place in within)]
        if within:
            held[g] = [*held.get(g, ()), *within]
            found[g] = _only(names[g], held[g], f"the text puts it in {outer.of(text)}")
            found[h] = _only(found[h], holders + _of_divisions(holders, found[h]))
        elif (alone := _the_division(found[h])) is not None:
            found[h] = _only(found[h], [alone, *_of_divisions([alone], found[h])])
    return found


def _within(text: str, span: Span, name: Name, container: Name) -> list[PlaceCandidate]:
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
    if any(c.code == "PPLC" and c.match == "name" for c in elsewhere):
        before = text[max(0, span.start - 40) : span.start]
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
