"""The country from which each item of a digest is told: "KABUL — Police said …", "Baghdad (INA): The army command said …".

A dateline says where a reporter is, and a report with one of them may be of
any war. Where items from several countries stand together, each is told by
the officials of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from fogline.grounding.grounding import Actor, ActorKind
from fogline.grounding.registry import Sense, YamlRegistry, words
from fogline.grounding.report_context import ReportContext

__all__ = ["told_from"]

_LINE = re.compile(r"^[^\S\n]*(?:[•*▪–—-][^\S\n]*)?(?=[A-Z])", re.MULTILINE)
# Behind a place's name these begin what is told from it.
_BEGINS = re.compile(r"[^\S\n]*(?:[—–:(]|--|-[^\S\n])|,[^\S\n]\d{1,2}[^\S\n][A-Z]|,[^\S\n][A-Z]\w+\.?[^\S\n]\d{1,2}\b")
# A dateline of whichever place: what follows is told from elsewhere.
_ANYWHERE = re.compile(r"[A-Z][\w.'’-]*(?:[^\S\n][A-Z][\w.'’-]*){0,3}(?:,[^\S\n][A-Z]\w+)?[^\S\n]*(?:[—–(]|--|-[^\S\n])")
# A name in capitals with a full stop heads an item of mixed text: "ORVAT. Shells fell …".
_SHOUTED = re.compile(r"[A-Z]{3,}(?:[ -][A-Z]{2,}){0,2}(?:,[^\S\n][A-Z]\w+)?\.[^\S\n](?=[“\"]?[A-Z])")
# "ORVAT, Kenya (Wire) —": a town, its country, and what begins the telling.
_TOWN_AND_STATE = re.compile(
    r"[A-Z][\w.'’-]*(?:[^\S\n][A-Z][\w.'’-]*){0,3},[^\S\n](?P<state>[A-Z]\w+(?:[^\S\n]\w+){0,3}?)[^\S\n]*"
    r"(?:\([^()\n]{2,30}\)[^\S\n]*)?(?:[—–:]|--|-[^\S\n])"
)
# An American state bears its name too.
_TWICE = frozenset(["GE"])
_LONGEST = 60
# In so many items a state need not stand in the dateline.
_FEWEST = 3


def told_from(registry: YamlRegistry, context: ReportContext, at: int) -> Actor | None:
    """Return the state from whose capital the item of a digest around an offset is told, None in any other report."""
    items = _items(registry, context)
    if len({state for _, state in items if state is not None}) < 2:
        return None
    here = bisect_right(items, at, key=lambda item: item[0]) - 1
    state = items[here][1] if here >= 0 else None
    return registry.get(state) if state is not None else None


@lru_cache(maxsize=16)
def _items(registry: YamlRegistry, context: ReportContext) -> tuple[tuple[int, str | None], ...]:
    """Return where lines with a dateline begin, and the state if it is a country or capital on file."""
    text = context.text
    found: list[tuple[int, str | None]] = []
    for line in _LINE.finditer(text):
        state = _state_of(registry, context, line.end())
        if state is not None or _heads_an_item(context, line.end()):
            found.append((line.end(), state))
    if len(found) < _FEWEST or all(state is None for _, state in found):
        return tuple(found)
    ends = [at for at, _ in found[1:]] + [len(text)]
    return tuple((at, state or _only_state_in(registry, context, at, end)) for (at, state), end in zip(found, ends, strict=True))


def _heads_an_item(context: ReportContext, at: int) -> bool:
    """Tell whether a line begins with a dateline of whichever place."""
    shouted = not context.all_caps and _SHOUTED.match(context.text, at) is not None
    return shouted or _ANYWHERE.match(context.text, at) is not None


def _only_state_in(registry: YamlRegistry, context: ReportContext, start: int, end: int) -> str | None:
    """Return the one state that an item names or has an adjective of: what is told from a town of Iraq tells of "Iraq's army"."""
    row = words(context.text, start, end)
    names = registry.matches(row, context.all_caps, context.year, context.home)
    told = {m.name.actor.id for m in names if m.name.actor.region == "states" and m.name.sense is not Sense.LEADER}
    return next(iter(told)) if len(told) == 1 else None


def _state_of(registry: YamlRegistry, context: ReportContext, at: int) -> str | None:
    """Return the state with whose name or capital a line begins, if what it tells begins behind that or behind an outlet's name.

    Else the one that stands behind its town: "ORVAT, Kenya — Police said …".
    """
    return _opening_state(registry, context, at) or _behind_its_town(registry, context, at)


def _behind_its_town(registry: YamlRegistry, context: ReportContext, at: int) -> str | None:
    """Return the state that a dateline names behind its town."""
    line = _TOWN_AND_STATE.match(context.text, at, at + _LONGEST)
    if line is None:
        return None
    row = words(line["state"])
    names = registry.matches(row, context.all_caps, context.year, context.home)
    whole = next((m.name for m in names if m.first == 0 and m.last == len(row) and m.name.sense is Sense.NAME), None)
    if whole is None or whole.actor.region != "states" or whole.actor.id in _TWICE:
        return None
    end = context.text.find("\n", line.end())
    told = words(context.text, line.end(), end if end > 0 else len(context.text))
    at_war = any(
        m.name.actor.id == context.war_country for m in registry.matches(told, context.all_caps, context.year, context.home)
    )
    return None if at_war else whole.actor.id  # refugees of the war tell of it over its border


def _opening_state(registry: YamlRegistry, context: ReportContext, at: int) -> str | None:
    """Return the state with whose name or capital a line begins, if what it tells begins behind that or behind an outlet's name."""
    end = context.text.find("\n", at)
    here = words(context.text, at, min(at + _LONGEST, end if end > 0 else len(context.text)))
    names = registry.matches(here, context.all_caps, context.year, context.home)
    if not names or names[0].first or names[0].name.actor.region != "states":
        return None
    first = names[0]
    if first.name.sense not in (Sense.SEAT, Sense.NAME):
        return None
    outlet = any(m.first == first.last and m.name.actor.kind is ActorKind.MEDIA for m in names)
    begins = outlet or _BEGINS.match(context.text, here[first.last - 1].end) is not None
    begins = begins or (not context.all_caps and _SHOUTED.match(context.text, at) is not None)
    return first.name.actor.id if begins else None
