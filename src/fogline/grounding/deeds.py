"""What people of whom no more is said are by what they do.

A crowd that marches are protesters, men who shell are no civilians, Syrians who flee are not Syria.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fogline.grounding.actor_people import ONE_SEEN
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.known_actor import described
from fogline.span import Span

__all__ = ["as_they_do"]

# Of these nobody is the doer who bears no arms.
_ARMED = frozenset(["armed-clash", "shelling", "air-strike", "explosive", "territory-gained", "abduction"])
# What people do of whom a state or a force is none.
_SUFFERED = frozenset(["displacement", "hardship"])
_MEN = frozenset(["man", "men"])
_UNARMED = "civilians"


def as_they_do(span: Span, head: str, held: GroundedActor, deeds: Mapping[Span, frozenset[str]]) -> GroundedActor:
    """Return whom a mention with the noun ``head`` stands for, with regard to what they do; named bodies stay who they are."""
    types = deeds.get(span)
    if not types:
        return held
    if types <= _SUFFERED and ((held.actor_id == "kurdish-forces" and head == "kurds") or _people_of(head, held)):
        name = "Kurds" if head == "kurds" else _UNARMED
        return described(name, ActorKind.WITNESS, f"{head}: people, and not {held.name}", inter=7)
    if held.actor_id is not None or held.name != _UNARMED:
        return held
    if "protest" in types:
        return replace(held, name="protesters", reason=f"{held.reason}; they protest")
    if "suicide-bomb" in types and head in ONE_SEEN:
        return described("suicide bomber", ActorKind.PARTY, "who sent them is not said")
    if types & _ARMED and head in _MEN:
        return described(f"armed {head}", ActorKind.PARTY, "who they are is not said")
    return held


def _people_of(head: str, held: GroundedActor) -> bool:
    """Tell whether a state is meant by the name of its people: "Syrians" who flee are not Syria."""
    return (
        held.inter in (1, 8) and head.endswith("s") and head[:4] == held.name[:4].casefold() and head not in held.name.casefold()
    )
