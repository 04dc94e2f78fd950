"""Whoever a text has named, in its order: whom a pronoun, a description or a number may refer to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.named_people import NamedPeople
from fogline.grounding.prose import Prose, head_key
from fogline.reading.reading import Role
from fogline.span import Span

__all__ = ["DESCRIPTION_REACH", "PRONOUN_REACH", "Entities", "Entity", "subject_first"]

# How many sentences back a pronoun and a description may point.
PRONOUN_REACH = 3
DESCRIPTION_REACH = 12


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody the text has named: where, who, and what kind of word may refer back to it."""

    span: Span
    grounded: GroundedActor
    sentence: int
    person: bool
    role: Role | None
    head: str
    named: bool


class Entities:
    """Those whom one report has named so far, in text order; ``rows`` are those whom it names together, "Ada Ito and Tom Byrne"."""

    def __init__(self, prose: Prose, people: NamedPeople) -> None:
        self.prose, self.people = prose, people
        self.told: list[Entity] = []
        self.starts: list[int] = []
        self.rows: list[list[Entity]] = []

    def note(
        self, span: Span, grounded: GroundedActor, role: Role | None, *, person: bool | None = None, named: bool = True
    ) -> None:
        """Add whom a mention stands for; whether that is a person the words tell, unless ``person`` does."""
        found = self.prose.words_in(span)
        if not found:
            return
        head = head_key(found)
        if person is None:
            person = self.people.is_person(found, head)
        self.insert(Entity(span, grounded, self.prose.sentence(span.start), person, role, head, named))

    def insert(self, entity: Entity) -> None:
        """Add somebody where the text names them."""
        at = bisect_right(self.starts, entity.span.start)
        self.told.insert(at, entity)
        self.starts.insert(at, entity.span.start)

    def ground_anew(self, span: Span, grounded: GroundedActor) -> None:
        """Change whom a mention that was noted stands for."""
        for at in range(bisect_left(self.starts, span.start), bisect_right(self.starts, span.start)):
            if self.told[at].span == span:
                self.told[at] = replace(self.told[at], grounded=grounded)

    def earlier(self, span: Span, reach: int) -> list[Entity]:
        """Return what was named before a mention and near enough, the nearest first."""
        here = self.prose.sentence(span.start)
        found = []
        for at in range(bisect_right(self.starts, span.start) - 1, -1, -1):
            entity = self.told[at]
            if here - entity.sentence > reach:
                break
            if entity.span.end <= span.start:
                found.append(entity)
        return found

    def is_state(self, entity: Entity) -> bool:
        """Tell whether a state is meant."""
        actor = self.prose.registry.get(entity.grounded.actor_id) if entity.grounded.actor_id else None
        return actor is not None and actor.region == "states"

    def is_body(self, entity: Entity, kinds: Sequence[ActorKind]) -> bool:
        """Tell whether a body of one of these kinds is meant, and neither a state nor a person."""
        actor = self.prose.registry.get(entity.grounded.actor_id) if entity.grounded.actor_id else None
        return actor is not None and actor.region != "states" and actor.kind in kinds and not entity.person

    def where(self, found: Entity, span: Span) -> str:
        """Return how far from a mention somebody is named, in words."""
        distance = self.prose.sentence(span.start) - found.sentence
        return "in the same sentence" if distance == 0 else f"{abs(distance)} sentence(s) {'before' if distance > 0 else 'after'}"


def subject_first(fitting: Sequence[Entity]) -> Entity | None:
    """Return the first fitting entity of the nearest sentence that has one: subjects stand in front."""
    if not fitting:
        return None
    nearest = fitting[0].sentence
    return min((e for e in fitting if e.sentence == nearest), key=lambda e: (e.role is None, e.span.start))
