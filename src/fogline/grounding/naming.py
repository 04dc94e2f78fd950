"""A phrase that names an actor, with all that decides who is meant: what every rule is given.

Each rule looks at one kind of words ("the army", "a spokesman for …") and
returns who is meant, or None where it says nothing of such words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from fogline.grounding.grounding import GroundedActor
from fogline.grounding.known_actor import known, known_by_id
from fogline.grounding.noun_phrase import NounPhrase, noun_phrase
from fogline.grounding.registry import YamlRegistry
from fogline.grounding.report_context import ReportContext
from fogline.reading.reading import Role

__all__ = ["Naming"]


@dataclass(frozen=True, slots=True)
class Naming:
    """A noun phrase of a text that names an actor in a role, in a report's context.

    ``look_up`` asks all the rules about a phrase: they ask it themselves who stands behind "of".
    """

    text: str
    phrase: NounPhrase
    role: Role
    context: ReportContext
    registry: YamlRegistry
    look_up: Callable[[Naming], GroundedActor | None]

    def starting_at(self, first: int) -> Naming | None:
        """Return the phrase that begins at a later word of this one: what stands behind "of", or "and"."""
        context = self.context
        phrase = noun_phrase(
            self.text,
            list(self.phrase.words),
            self.registry,
            all_caps=context.all_caps,
            year=context.year,
            home=context.home,
            first=first,
        )
        return replace(self, phrase=phrase) if phrase is not None else None

    def rest(self, first: int) -> GroundedActor | None:
        """Return who is named by the phrase that begins at a later word."""
        inner = self.starting_at(first)
        return self.look_up(inner) if inner is not None else None

    def by_id(self, actor_id: str, reason: str) -> GroundedActor | None:
        """Return an actor that is described here, by its id in the registry."""
        return known_by_id(self.registry, actor_id, self.context, reason)

    def state_at_war(self, reason: str) -> GroundedActor | None:
        """Return the state whose war the report tells of, None if it tells of no war."""
        state = self.registry.get(self.context.war_country) if self.context.war_country else None
        return known(state, self.context, "description", reason) if state else None
