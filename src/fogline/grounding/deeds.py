"""What people of whom no more is said are by what they do: a crowd that marches are protesters, men who shell are no civilians."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.reading.reading import EventMention, Role
from fogline.span import Span

__all__ = ["as_they_do", "deeds_of"]

# Of these nobody is the doer who bears no arms.
_ARMED = frozenset(["armed-clash", "shelling", "air-strike", "explosive", "territory-gained", "abduction"])
_MEN = frozenset(["man", "men"])
_ONE = frozenset(["man", "woman", "boy", "girl", "teenager", "youth", "person", "individual"])
_UNARMED = "civilians"


def deeds_of(events: Iterable[EventMention]) -> dict[Span, frozenset[str]]:
    """Return for the doers of events the types of what they do."""
    out: dict[Span, set[str]] = {}
    for event in events:
        for argument in event.having(Role.ACTOR):
            out.setdefault(argument.span, set()).add(event.type)
    return {span: frozenset(types) for span, types in out.items()}


def as_they_do(span: Span, head: str, held: GroundedActor, deeds: Mapping[Span, frozenset[str]]) -> GroundedActor:
    """Return whom a mention with the noun ``head`` stands for, with regard to what they do; named bodies stay who they are."""
    types = deeds.get(span)
    if not types or held.actor_id is not None or held.name != _UNARMED:
        return held
    if "protest" in types:
        return replace(held, name="protesters", reason=f"{held.reason}; they protest")
    if "suicide-bomb" in types and head in _ONE:
        return GroundedActor("suicide bomber", ActorKind.PARTY, None, None, "description", "who sent them is not said")
    if types & _ARMED and head in _MEN:
        return GroundedActor(f"armed {head}", ActorKind.PARTY, None, None, "description", "who they are is not said")
    return held
