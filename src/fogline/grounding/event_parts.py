"""Who has which part in the events of a report: what each mention does, suffers and tells of, and who stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from fogline.reading.reading import EventMention, Role
from fogline.span import Span

__all__ = ["PARTS", "Parts", "parts_of", "parts_of_events"]

# The roles of those who have a part in an event.
PARTS = (Role.ACTOR, Role.TARGET, Role.ORIGIN)

Types = Mapping[Span, frozenset[str]]


@dataclass(frozen=True)
class Parts:
    """The parts of mentions in the events of one report.

    ``does``, ``suffers`` and ``tells``, by mention: the types of the events whose doer, target or origin it is; ``beside``: the
    others in its events with their roles; ``apart``: of doers those to whom it is done, and the other way round.
    """

    does: Types = field(default_factory=dict)
    suffers: Types = field(default_factory=dict)
    tells: Types = field(default_factory=dict)
    beside: Mapping[Span, Mapping[Span, frozenset[Role]]] = field(default_factory=dict)
    apart: Mapping[Span, frozenset[Span]] = field(default_factory=dict)


def parts_of_events(events: Iterable[EventMention]) -> Parts:
    """Return who has which part in events as they were read."""
    return parts_of((e.type, [(a.span, a.role) for a in e.arguments if a.role in PARTS]) for e in events)


def parts_of(events: Iterable[tuple[str, Sequence[tuple[Span, Role]]]]) -> Parts:
    """Return who has which part in events, each given by its type and the mentions in it with their roles."""
    types: dict[Role, dict[Span, set[str]]] = {role: {} for role in PARTS}
    beside: dict[Span, dict[Span, frozenset[Role]]] = {}
    apart: dict[Span, set[Span]] = {}
    for type, parts in events:
        sides = [{span for span, role in parts if role is side} for side in (Role.ACTOR, Role.TARGET)]
        for mine, theirs in (sides, sides[::-1]):
            for span in mine:
                apart.setdefault(span, set()).update(theirs - {span})
        for span, role in parts:
            types[role].setdefault(span, set()).add(type)
            others = beside.setdefault(span, {})
            for other, other_role in parts:
                if other != span:
                    others[other] = others.get(other, frozenset()) | {other_role}
    does, suffers, tells = ({span: frozenset(t) for span, t in types[role].items()} for role in PARTS)
    return Parts(does, suffers, tells, beside, {span: frozenset(others) for span, others in apart.items()})
