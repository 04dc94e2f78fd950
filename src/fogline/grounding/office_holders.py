"""Who held an office of a state in a year, by the registry: a president of another name is not that state's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files

from fogline.grounding.noun_phrase import NounPhrase
from fogline.grounding.registry import name_key

__all__ = ["held_by_somebody_else", "office_told"]

# "Zelenskyy" and "Zelensky" are alike by .93, "Ahern" and "Blair" by .2.
_ONE_NAME = 0.7
# The year from which terms that the file leaves open prove nothing.
_WRITTEN = 2025
# A prime minister's row of more years stands for several terms, with others between them.
_ONE_TERM = 11
# Kingdoms and presidential republics.
_WITHOUT = {
    "president": frozenset(["GB", "ES", "MA", "TH", "SA", "JO", "AU", "CA", "JP"]),
    "prime minister": frozenset(["US", "CO", "SV", "VE", "NG", "LR", "MX", "GT", "HN", "NI", "BR", "CL", "ID"]),
}
_HEADS = {"president": "president", "premier": "prime minister"}
# Of these there may be several at a time, or one beside the holder.
_BESIDES = frozenset(["vice", "deputy", "acting", "interim", "transitional", "caretaker", "first", "former", "assistant", "ex"])
_NOT_YET = frozenset(["elect", "designate", "of", "for"])


@dataclass(frozen=True, slots=True)
class _Holder:
    """Somebody who held an office: the words of their names, the first and last year, and whether the row tells of other offices too."""

    names: frozenset[str]
    since: int
    until: int
    shared: bool


def office_told(phrase: NounPhrase, post_at: int) -> str | None:
    """Return the office at the head of a state that a post is, None for any other: "Prime Minister" of "the former Prime Minister" is none."""
    found = phrase.words
    key, before = found[post_at].key, found[post_at - 1].key if post_at else ""
    office = "prime minister" if key == "minister" and before == "prime" else _HEADS.get(key)
    first = post_at - (key == "minister")
    behind = found[post_at + 1].key if post_at + 1 < len(found) else ""
    if office is None or behind in _NOT_YET or (first and found[first - 1].key in _BESIDES):
        return None
    return office


def held_by_somebody_else(state: str, year: int | None, office: str, name: str) -> bool:
    """Tell whether the registry knows who held an office of a state all through a year, and it was nobody of this name."""
    if year is None:
        return False
    if state in _WITHOUT[office]:
        return True
    held = [h for h in _holders().get((state, office), ()) if h.since <= year <= h.until]
    if len(held) != 1 or not _held_all_through(held[0], year, office):
        return False
    own = [k for k in name_key(name) if len(k) > 2]
    return not any(SequenceMatcher(None, k, h).ratio() >= _ONE_NAME for k in own for h in held[0].names)


def _held_all_through(holder: _Holder, year: int, office: str) -> bool:
    """Tell whether a term is proof that nobody else held an office in a year; in a year of change either may be told of."""
    if holder.shared or not holder.since < year < holder.until:
        return False
    several = office == "prime minister" and holder.until - holder.since > _ONE_TERM
    return not several and not (holder.until > _WRITTEN and year >= _WRITTEN)


@cache
def _holders() -> Mapping[tuple[str, str], Sequence[_Holder]]:
    found: dict[tuple[str, str], list[_Holder]] = defaultdict(list)
    table = files("fogline").joinpath("data", "actors", "leaders.tsv").read_text("utf-8")
    for line in table.splitlines():
        if not line or line.startswith("#"):
            continue
        state, full, forms, since, until, offices = (cell.strip() for cell in line.split("\t"))
        names = frozenset(k for name in (full, *forms.split("|")) for k in name_key(name) if len(k) > 2)
        held = offices.split(", ")
        for office in held:
            found[state, office].append(_Holder(names, int(since), int(until), len(held) > 1))
    return found
