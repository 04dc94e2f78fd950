"""Several who were named before, spoken of at once, and the sides of the war by what they are to one another: "both", "its allies"."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

from fogline.grounding.antecedent import Antecedents
from fogline.grounding.entity import DESCRIPTION_REACH, PRONOUN_REACH, Entities, Entity
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.known_actor import known
from fogline.grounding.plural_words import ARMY_NOUNS, BODY_NOUNS, PERSON_NOUNS, STATE_NOUNS, how_many
from fogline.grounding.prose import Prose
from fogline.grounding.state_references import StateReferences
from fogline.grounding.war_sides import UNNAMED_SIDES, allies_of, rebels_at_war
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role
from fogline.span import Span

__all__ = ["SEVERAL", "Several"]

# What is looked up here.
SEVERAL = frozenset(["several", "sides", "allies", "enemy"])
# Allies who fight: of "its European allies" nobody is named.
_FIGHTING_ALLIES = word_set("proxy proxies rebel rebels arab syrian kurdish local militia armed jihadist islamist ground")


class Several:
    """Whom "both", "the two sides", "its allies" and "the enemy" of one report stand for."""

    def __init__(self, prose: Prose, entities: Entities, states: StateReferences, antecedents: Antecedents) -> None:
        self.prose, self.entities, self.states, self.antecedents = prose, entities, states, antecedents
        self.most_told: dict[int, list[Entity] | None] = {}

    def meant(self, span: Span, reference: str) -> GroundedActor | None:
        """Return whom a mention stands for that has to be looked up as ``reference``, one of ``SEVERAL``, says."""
        look = {"several": self._several, "sides": self._sides, "allies": self._allies, "enemy": self._enemy}
        return look[reference](span)

    def _several(self, span: Span) -> GroundedActor | None:
        """Return those of whom "both" or "the two" speak: so many of one kind, named in one sentence before, the nearest."""
        keys = [w.key for w in self.prose.words_in(span)]
        count = how_many(keys)
        if keys[-1] in ARMY_NOUNS | {"factions"} and (fighting := self._fighting(span, count)):
            return self._together(span, fighting)
        tests: list[Callable[[Entity], bool]] = []
        if keys[-1] not in STATE_NOUNS | BODY_NOUNS:
            tests.append(lambda e: e.person and e.named)
        if keys[-1] not in PERSON_NOUNS | BODY_NOUNS:
            tests.append(self.entities.is_state)
        if keys[-1] not in PERSON_NOUNS | STATE_NOUNS:
            tests.append(lambda e: self.entities.is_body(e, [ActorKind.PARTY]))
        best: tuple[int, list[Entity]] | None = None
        for test in tests:
            by_sentence: dict[int, dict[str, Entity]] = {}
            for entity in self.entities.earlier(span, DESCRIPTION_REACH):
                if not test(entity):
                    continue
                listed = [replace(entity, grounded=a) for a in reversed(entity.grounded.also)]
                for one in (*listed, replace(entity, grounded=replace(entity.grounded, also=()))):
                    name = one.grounded.person or one.grounded.name
                    by_sentence.setdefault(entity.sentence, {}).setdefault(name, one)
            for sentence, meant in sorted(by_sentence.items(), reverse=True):
                if len(meant) == count:
                    if best is None or sentence > best[0]:
                        best = sentence, list(meant.values())
                    break
        before = self._listed_before(span, count, tests)
        if before is not None and (best is None or before[0].sentence >= best[0]):
            near = self.prose.sentence(span.start) - before[0].sentence <= 1
            if near or not before[0].person:
                return self._together(span, before[::-1])
        if best is None and keys[-1] in STATE_NOUNS - {"leaders", "presidents"}:
            fighting = self._fighting(span, count)
            best = (0, fighting) if fighting and all(map(self.entities.is_state, fighting)) else None
        if (best is None or best[1][0].person) and keys[-1] not in STATE_NOUNS | BODY_NOUNS:
            people = self._most_told(count)
            best = (0, people[::-1]) if people is not None else best
        return self._together(span, best[1]) if best is not None else None

    def _listed_before(self, span: Span, count: int, tests: Sequence[Callable[[Entity], bool]]) -> list[Entity] | None:
        """Return the nearest list of so many of one kind before a mention, and near enough."""
        here = self.prose.sentence(span.start)
        for n in range(bisect_left(self.entities.rows, span.start, key=lambda row: row[-1].span.end) - 1, -1, -1):
            row = self.entities.rows[n]
            if here - row[0].sentence > DESCRIPTION_REACH:
                break
            if len(row) == count and any(all(map(test, row)) for test in tests):
                return row
        return None

    def _most_told(self, count: int) -> list[Entity] | None:
        """Return so many people who are listed together, of whom the text tells most: "both men" of a headline too."""
        if count not in self.most_told:
            listed = (row for row in self.entities.rows if len(row) == count and all(e.person for e in row))
            self.most_told[count] = max(listed, key=self._weight, default=None)
        return self.most_told[count]

    def _weight(self, row: Sequence[Entity]) -> tuple[int, int]:
        """Return how often the people of a list are named in the whole text, and where they are listed."""
        return sum(self.people_told[e.grounded.person or e.grounded.name] for e in row), row[0].span.start

    @cached_property
    def people_told(self) -> Counter[str]:
        """How often the text names each person, before anybody is looked up."""
        return Counter(
            name for e in self.entities.told if e.person for name in {e.grounded.person or e.grounded.name, e.grounded.name}
        )

    def _together(self, span: Span, meant: Sequence[Entity]) -> GroundedActor:
        """Return several at once, in the order in which they were named; ``meant`` has the nearest first."""
        people = [e.grounded for e in reversed(meant)]
        named = " and ".join(p.name for p in people)
        reason = f"{span.of(self.prose.text)!r} refers to {named}, named {self.entities.where(meant[0], span)}"
        return replace(people[0], basis="coreference", reason=reason, also=tuple(people[1:]))

    def _fighting(self, span: Span, count: int) -> list[Entity]:
        """Return so many who fight and were named before, the nearest first: in one sentence, or as the only ones of the last few."""
        parties: dict[str, Entity] = {}
        sentence = -1
        here: dict[str, Entity] = {}
        for entity in self.states.with_arms(span, self.entities.earlier(span, PRONOUN_REACH)):
            grounded = entity.grounded
            if grounded.kind is not ActorKind.PARTY or not (grounded.actor_id or grounded.name in UNNAMED_SIDES) or grounded.also:
                continue
            if entity.sentence != sentence:
                if len(here) == count:
                    break
                sentence, here = entity.sentence, {}
            here.setdefault(grounded.name, entity)
            parties.setdefault(grounded.name, entity)
        for found in (here, parties):
            if len(found) == count:
                return list(found.values())
        return []

    def _sides(self, span: Span) -> GroundedActor | None:
        """Return both sides of the war: its state and the insurgents that the report names, or those of the war."""
        state = self.states.at_war()
        rebels = rebels_at_war(self.prose.registry, self.prose.context)
        keys = [w.key for w in self.prose.words_in(span)]
        count = how_many(keys)
        war = self.prose.context.war
        # Syria's sides are the state and the opposition, whoever else fights there.
        two = war is not None and war.rebels == "rebels"
        told = two or (rebels is not None and (rebels.actor_id is not None or "rebel" in self.prose.text.casefold()))
        if not two and (fighting := self._fighting(span, count)):
            return self._together(span, fighting)
        if state is None or rebels is None or not told or count != 2:
            return None
        reason = f"{span.of(self.prose.text)!r}: the state at war and those who fight it"
        return replace(state.grounded, basis="coreference", reason=reason, also=(rebels,))

    def _allies(self, span: Span) -> GroundedActor | None:
        """Return who the allies or proxies of somebody are in this war, None if it is not on file."""
        said = self.prose.words_in(span)
        owner, keys = said[0].key, {w.key for w in said}
        matches = self.prose.matches(said)
        named = [
            known(m.name.actor, self.prose.context, "alias", f"{span.of(self.prose.text)!r}: named as allies")
            for m in matches
            if m.name.actor.region == "states" and m.name.actor.id != self.prose.context.war_country
        ]
        if named:
            return replace(named[0], also=tuple(named[1:]))
        if not keys & _FIGHTING_ALLIES and len(keys) > 2:
            return None
        found = self.antecedents.thing(span, Role.ACTOR) if owner in ("its", "whose", "their") else self.antecedents.person(span)
        if found is None or found.grounded.actor_id is None:
            return None
        return allies_of(self.prose.registry, found.grounded.actor_id, self.prose.context)

    def _enemy(self, span: Span) -> GroundedActor | None:
        """Return whom a side calls the enemy: of a state at war the insurgents, of those the state. Who speaks decides."""
        speakers = [e for e in self.entities.earlier(span, DESCRIPTION_REACH) if e.role is not None and e.grounded.actor_id]
        war = self.prose.context.war_country
        state, rebels = self.states.at_war(), rebels_at_war(self.prose.registry, self.prose.context)
        for entity in speakers:
            if entity.grounded.actor_id == war:
                return replace(rebels, basis="coreference", reason="those who fight the state") if rebels else None
            if rebels is not None and entity.grounded.actor_id == rebels.actor_id and state is not None:
                return replace(state.grounded, basis="coreference", reason="the state that they fight", person=None, also=())
        return None
