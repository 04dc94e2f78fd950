"""The state in whose land a sentence is told by its opening: "In London the prime minister …", "In Kenya, where the police …"."""

from __future__ import annotations

import re

from fogline.grounding.grounding import Actor
from fogline.grounding.registry import Match, Sense, YamlRegistry, words
from fogline.grounding.report_context import ReportContext

__all__ = ["told_in"]

_OPENING = re.compile(r"(?:^|[.!?”\"\n])\s*(?:In|IN) ([^.!?\n]{3,90}?)$")
_REACH = 110
# Where these are told of, whoever is named next may be a guest: their offices are elsewhere.
_GUESTS = re.compile(
    r"\b(?:visit\w*|talks|met|meets|meeting|summit|trip|tour|counterpart|conference|arriv\w+|hosted|guest|deleg\w+|negotiat\w+|sign(?:ed|ing)"
    r"|truce|ceasefire|exiled?)\b",
    re.IGNORECASE,
)


def told_in(registry: YamlRegistry, context: ReportContext, at: int) -> Actor | None:
    """Return the state with whose capital or name a sentence opens, if up to its end it names no other; ``at`` is where its office or arms are named.

    By its name a state counts that is not at war: of that one bare words tell anyway. Not where a visit or talks are told
    of: whoever is a guest there holds office elsewhere.
    """
    text = context.text
    opening = _OPENING.search(text[max(0, at - _REACH) : at])
    if opening is None:
        return None
    end = re.search(r"[.!?\n]", text[at:])
    sentence = text[at : at + (end.start() if end else 300)]
    if _GUESTS.search(sentence) or _GUESTS.search(opening.group(1)):
        return None
    found = registry.matches(words(opening.group(1)), context.all_caps, context.year, context.home)
    states = [m for m in found if m.name.actor.region == "states"]
    first = next((m for m in states if m.first == 0 or m.name.sense is Sense.SEAT), None)
    if first is None or not _stands_for_itself(first, context):
        return None
    behind = registry.matches(words(sentence), context.all_caps, context.year, context.home)
    told = {m.name.actor.id for m in (*states, *behind) if m.name.actor.region == "states" and _counts(m, first)}
    return first.name.actor if told == {first.name.actor.id} else None


def _stands_for_itself(first: Match, context: ReportContext) -> bool:
    """Tell whether a capital opens the sentence, or a country that is not the one at war."""
    sense = first.name.sense
    return sense is Sense.SEAT or (sense is Sense.NAME and first.name.actor.id != context.war_country)


def _counts(match: Match, first: Match) -> bool:
    """Tell whether a name is one that may say whose the offices are; beside a mere country an adjective may too."""
    return match.name.sense in (Sense.SEAT, Sense.NAME) or (
        match.name.sense is Sense.ADJECTIVE and first.name.sense is Sense.NAME
    )
