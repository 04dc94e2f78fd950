"""Mentions marked in a small text, resolved with what the text says before and behind them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fogline.grounding.actor import ActorResolver
from fogline.grounding.coreference import References
from fogline.grounding.event_parts import parts_of
from fogline.grounding.grounding import GroundedActor
from fogline.grounding.referent import reconsidered
from fogline.grounding.registry import load_registry
from fogline.grounding.report_context import report_context
from fogline.reading.reading import Role
from fogline.span import Span

RESOLVER = ActorResolver(load_registry())


def sentences_of(text: str) -> list[Span]:
    """Return the sentences of a text without abbreviations."""
    out, start = [], 0
    for end in [n + 1 for n, c in enumerate(text) if c == "."] or [len(text)]:
        out.append(Span(start, end))
        start = end
    return out


def resolve(text: str, *marked: tuple[str, Role], country: str = "SY", year: int = 2018) -> list[GroundedActor]:
    """Resolve mentions given by their words; a word that stands twice is looked for behind the mention before."""
    return resolve_doing(text, *marked, doer="", type="", country=country, year=year)


def resolve_doing(
    text: str, *marked: tuple[str, Role], doer: str, type: str, country: str = "SY", year: int = 2018
) -> list[GroundedActor]:
    """Resolve mentions as above, of which one is the ``doer`` of an event of a type."""
    mentions, order, at = {}, [], 0
    deeds: dict[Span, frozenset[str]] = {}
    for printed, role in marked:
        start = text.index(printed, at)
        span = Span(start, start + len(printed))
        mentions[span] = role
        order.append(span)
        at = span.end
        if printed == doer:
            deeds[span] = frozenset([type])
    context = report_context(text, date(year, 6, 1), {country: 5})
    found = References(text, mentions, sentences_of(text), RESOLVER, context, deeds=deeds).resolved()
    assert set(found) == set(mentions)
    return [found[s] for s in order]


def resolve_events(
    text: str,
    *events: tuple[str, dict[str, Role]],
    country: str = "SY",
    year: int = 2018,
    places: Sequence[str] = (),
    again: bool = False,
) -> dict[str, GroundedActor]:
    """Resolve the mentions of events, each given by its type and the roles of words that stand once; weighed ``again`` if asked."""
    told = [(t, [(Span(text.index(w), text.index(w) + len(w)), role) for w, role in parts.items()]) for t, parts in events]
    mentions = {span: role for _, marked in told for span, role in marked}
    parts = parts_of(told)
    context = report_context(text, date(year, 6, 1), {country: 5}, places)
    found = References(text, dict(sorted(mentions.items())), sentences_of(text), RESOLVER, context, parts.apart, parts.does)
    out = found.resolved()
    out = reconsidered(found, parts) if again else out
    return {span.of(text): grounded for span, grounded in out.items()}
