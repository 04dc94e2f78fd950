"""An actor of the registry as the one who is meant: under its name, and with the kind of voice that it is in the report's war."""

from __future__ import annotations

from fogline.grounding.grounding import Actor, ActorKind, GroundedActor
from fogline.grounding.registry import YamlRegistry
from fogline.grounding.report_context import ReportContext

__all__ = ["described", "kind_of", "known", "known_by_id", "voice_kind"]


def kind_of(actor: Actor, context: ReportContext) -> ActorKind:
    """Return what kind of voice a registry actor is in the war that the report tells of."""
    if actor.region == "states" or actor.kind in (ActorKind.GOVERNMENT, ActorKind.PARTY):
        if actor.kind is ActorKind.PARTY or actor.id == context.war_country:
            return ActorKind.PARTY
        war = context.war
        return ActorKind.PARTY if war and war.has_party(actor, context.year) else ActorKind.GOVERNMENT
    return actor.kind


def voice_kind(registry: YamlRegistry, grounded: GroundedActor, context: ReportContext) -> ActorKind:
    """Return what kind of voice a resolved mention is in the war that the report tells of."""
    actor = registry.get(grounded.actor_id) if grounded.actor_id else None
    return kind_of(actor, context) if actor else grounded.kind


def known(actor: Actor, context: ReportContext, basis: str, reason: str, others: tuple[str, ...] = ()) -> GroundedActor:
    """Return an actor of the registry as the one who is meant; ``others`` are those who bear the name too."""
    return GroundedActor(actor.name, kind_of(actor, context), actor.id, actor.inter, basis, reason, others)


def known_by_id(registry: YamlRegistry, actor_id: str, context: ReportContext, reason: str) -> GroundedActor | None:
    """Return the actor that the registry keeps under an id, as one who is described; None if it keeps none."""
    actor = registry.get(actor_id)
    return known(actor, context, "description", reason) if actor else None


def described(name: str, kind: ActorKind, reason: str, inter: int | None = None) -> GroundedActor:
    """Return somebody who is described and not named, under what a coder calls them."""
    return GroundedActor(name, kind, None, inter, "description", reason)
