"""Several who were named before, spoken of at once, and the sides of the war by what they are to one another: "both", "its allies"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from fogline.grounding import actor_words as lexicon
from fogline.grounding.antecedent import Antecedents
from fogline.grounding.entity import DESCRIPTION_REACH, PRONOUN_REACH, Entities, Entity
from fogline.grounding.grounding import Actor, ActorKind, GroundedActor
from fogline.grounding.known_actor import known, known_by_id
from fogline.grounding.plural_words import ARMY_NOUNS, BODY_NOUNS, PERSON_NOUNS, SIDE_NOUNS, STATE_NOUNS, how_many, of_what
from fogline.grounding.prose import Prose
from fogline.grounding.registry import Sense
from fogline.grounding.state_references import HARM, StateReferences
from fogline.grounding.war_sides import UNNAMED_SIDES, allies_of, rebels_at_war
from fogline.grounding.wars import war_of
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role
from fogline.span import Span

__all__ = ["SEVERAL", "Several"]

# What is looked up here.
SEVERAL = frozenset(["several", "sides", "allies", "enemy", "each other"])
_EACH_OTHER = (["each", "other"], ["one", "another"])
# "Each side accused *the other*": those of whom each is one.
_THE_OTHER = (["the", "other"], ["the", "others"], ["the", "other", "side"])
_EACH = re.compile(r"\b[Ee]ach(?: (?:side|party|country|army|government|camp|faction))?(?: \w+){1,3} $")
# Allies who fight: of "its European allies" nobody is named.
_FIGHTING_ALLIES = word_set("proxy proxies rebel rebels arab syrian kurdish local militia armed jihadist islamist ground")


# Between states in a list: "of Orvat, Lund and the Isles".
_IN_A_LIST = re.compile(r",? (?:and )?(?:the )?|, ")


def holders_of_posts(prose: Prose, span: Span, own: GroundedActor) -> GroundedActor:
    """Return all whose posts are told of at once where several states are listed: "the presidents of Russia, Turkey and Iran"."""
    words = prose.words_in(span)
    of = next((n for n, w in enumerate(words) if w.key == "of" and n), 0)
    if (
        own.actor_id is None
        or not of
        or not (words[of - 1].key.endswith("s") and words[of - 1].key.removesuffix("s") in lexicon.POSTS)
    ):
        return own
    named = [m for m in prose.matches(words[of + 1 :]) if m.name.actor.region == "states" and m.name.sense is not Sense.ADJECTIVE]
    ends = [(words[of + 1 + m.first].start, words[of + m.last].end) for m in named]
    joined = all(_IN_A_LIST.fullmatch(prose.text, a[1], b[0]) for a, b in pairwise(ends))
    if len({m.name.actor.id for m in named}) < 2 or not joined or words[of + 1].start < ends[0][0] - 4:
        return own
    first, *others = (
        known(m.name.actor, prose.context, "role-of", f"{words[of - 1].text} of {m.name.actor.name}") for m in named
    )
    return replace(first, also=tuple(others))


class Several:
    """Whom "both", "the two sides", "its allies" and "the enemy" of one report stand for."""

    def __init__(self, prose: Prose, entities: Entities, states: StateReferences, antecedents: Antecedents) -> None:
        self.prose, self.entities, self.states, self.antecedents = prose, entities, states, antecedents
        self.most_told: dict[int, list[Entity] | None] = {}

    def meant(self, span: Span, reference: str) -> GroundedActor | None:
        """Return whom a mention stands for that has to be looked up as ``reference``, one of ``SEVERAL``, says."""
        look = {"several": self._several, "sides": self._sides, "allies": self._allies, "enemy": self._enemy}
        return self._each_other(span) if reference == "each other" else look[reference](span)

    def reciprocal(self, span: Span) -> bool:
        """Tell whether a mention speaks of those who do it to one another: "each other", "one another's positions"."""
        keys = [w.key for w in self.prose.words_in(span)]
        if keys in _THE_OTHER:
            return _EACH.search(self.prose.text, max(0, span.start - 60), span.start) is not None
        return keys[:2] in _EACH_OTHER

    def _each_other(self, span: Span) -> GroundedActor | None:
        """Return those who do to each other what an event tells: its doers, who are those to whom it is done."""
        out = self.antecedents.out
        doers = [out[s] for s in sorted(self.antecedents.apart.get(span, ())) if s in out]
        named = list({one.name: replace(one, also=()) for held in doers for one in (held, *held.also)}.values())
        if not named:
            return None
        reason = f"{span.of(self.prose.text)!r}: those who do it to one another"
        return replace(named[0], person=None, basis="coreference", reason=reason, also=tuple(named[1:]))

    def _several(self, span: Span) -> GroundedActor | None:
        """Return those of whom "both" or "the two" speak: so many of one kind, named in one sentence before, the nearest."""
        keys = [w.key for w in self.prose.words_in(span)]
        count, noun = how_many(keys), of_what(keys)
        if noun in SIDE_NOUNS:
            return self._sides(span)  # "officials of both sides"
        if noun in ARMY_NOUNS | {"factions"} and (fighting := self._fighting(span, count)):
            return self._together(span, fighting)
        tests: list[Callable[[Entity], bool]] = []
        if noun not in STATE_NOUNS | BODY_NOUNS:
            tests.append(lambda e: e.person and e.named)
        if noun not in PERSON_NOUNS | BODY_NOUNS:
            tests.append(self.entities.is_state)
        if noun not in PERSON_NOUNS | STATE_NOUNS:
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
        if best is None and keys in (["each"], ["both"]) and (fighting := self._fighting(span, count)):
            return self._together(span, fighting)
        if best is None and noun in STATE_NOUNS - {"leaders", "presidents"}:
            fighting = self._fighting(span, count)
            best = (0, fighting) if fighting and all(map(self.entities.is_state, fighting)) else None
        if (best is None or best[1][0].person) and noun not in STATE_NOUNS | BODY_NOUNS:
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
            together = (grounded, *grounded.also)
            theirs = {a.name for a in together}
            if (
                len(together) == count
                and theirs.issuperset(here)
                and all(a.kind is ActorKind.PARTY and a.actor_id for a in together)
            ):
                return [replace(entity, grounded=replace(a, also=())) for a in reversed(together)]
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
        state = self._state_of_the_sides(span)
        rebels = rebels_at_war(self.prose.registry, self.prose.context)
        keys = [w.key for w in self.prose.words_in(span)]
        count = how_many(keys)
        war = self.prose.context.war
        # Syria's sides are the state and the opposition, whoever else fights there.
        two = war is not None and war.rebels == "rebels"
        told = two or (rebels is not None and (rebels.actor_id is not None or "rebel" in self.prose.text.casefold()))
        if not two and (fighting := self._fighting(span, count)):
            return self._together(span, fighting)
        if not two and count == 2 and self.foes:
            reason = f"{span.of(self.prose.text)!r}: those who do each other most harm in the report"
            return replace(self.foes[0], person=None, basis="coreference", reason=reason, also=(self.foes[1],))
        if state is None or rebels is None or not told or count != 2:
            return None
        reason = f"{span.of(self.prose.text)!r}: the state at war and those who fight it"
        return replace(state, basis="coreference", reason=reason, also=(rebels,))

    def _state_of_the_sides(self, span: Span) -> GroundedActor | None:
        """Return the state at war, where the text names it or the words for its sides do: "Yemen's warring parties"; else who rules there."""
        named, war = self.states.at_war(), self.prose.context.war_country
        ruler = self.prose.context.war.government if self.prose.context.war is not None else None
        if ruler is not None:
            return known_by_id(self.prose.registry, ruler, self.prose.context, "the state that rules there")
        if named is not None:
            return named.grounded
        own = any(m.name.actor.id == war for m in self.prose.matches(self.prose.words_in(span)))
        return known_by_id(self.prose.registry, war, self.prose.context, "the state at war") if war is not None and own else None

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
        """Return whom a side calls the enemy; who speaks decides.

        Of the state at war that is the state that fights it, if the report tells more of it than of insurgents, else these; of
        both it is the state at war.
        """
        speakers = [e for e in self.entities.earlier(span, DESCRIPTION_REACH) if e.role is not None and e.grounded.actor_id]
        war = self.prose.context.war_country
        state = known_by_id(self.prose.registry, war, self.prose.context, "the state that they fight") if war else None
        rebels = rebels_at_war(self.prose.registry, self.prose.context)
        for entity in speakers:
            if entity.grounded.actor_id == war:
                foe = self._foreign_foe(rebels) or rebels
                return replace(foe, basis="coreference", reason="those who fight the state") if foe else None
            fights_it = rebels is not None and entity.grounded.actor_id == rebels.actor_id
            if state is not None and (fights_it or entity.grounded.actor_id in self.hostile_states):
                return replace(state, basis="coreference")
        return None

    def _foreign_foe(self, rebels: GroundedActor | None) -> GroundedActor | None:
        """Return the state that fights the one at war and of which the report tells most, None where it tells as much of insurgents."""
        told = Counter(a.actor_id or a.name for e in self.entities.told for a in (e.grounded, *e.grounded.also))
        foe = max(self.hostile_states, key=lambda state: told[state], default=None)
        war = self.prose.context.war
        if foe is None or war is None or (len(self.hostile_states) > 1 and not told[foe]):
            return None  # of several none is the enemy that the report does not name
        # Where no insurgents are on file, or none of them lives, a state that is on file is the only enemy there is.
        unknown = rebels is None or (rebels.actor_id is None and war.rebels != "rebels")
        named = told[rebels.actor_id or rebels.name] if rebels is not None else 0
        most = told[foe] > named or (unknown and not named)
        return known_by_id(self.prose.registry, foe, self.prose.context, "told of most") if most else None

    def _harm(self) -> Iterator[tuple[GroundedActor, GroundedActor]]:
        """Yield who does harm in the report, with each to whom it is done."""
        for span, others in self.antecedents.apart.items():
            mine = self.antecedents.out.get(span)
            if mine is not None and not HARM.isdisjoint(self.states.deeds.get(span, ())):
                found = (self.antecedents.out.get(other) for other in others)
                yield from ((mine, theirs) for theirs in found if theirs is not None)

    @cached_property
    def foes(self) -> tuple[GroundedActor, ...]:
        """The two states or armed groups that do each other most harm in the report; () where two pairs do as much."""
        sides: dict[str, GroundedActor] = {}
        told: Counter[frozenset[str]] = Counter()
        for mine, theirs in self._harm():
            pair = [(a.actor_id, a) for a in (mine, theirs) if a.kind in (ActorKind.PARTY, ActorKind.GOVERNMENT)]
            ids = frozenset(i for i, _ in pair if i is not None)
            if len(ids) == 2:
                told[ids] += 1
                sides.update((i, replace(a, also=())) for i, a in pair if i is not None)
        (first, times), (_, second) = [*told.most_common(2), *[(frozenset[str](), 0)] * 2][:2]
        return tuple(a for i, a in sides.items() if i in first) if times > second else ()

    @cached_property
    def hostile_states(self) -> tuple[str, ...]:
        """The states with forces in the war that fight the state it is fought in: not those that help it.

        That is the occupier, a state that has it for a party to its own war where neither fights insurgents, and whoever the
        report tells of as doing it harm, or as harmed by it.
        """
        context, registry = self.prose.context, self.prose.registry
        war = context.war
        if war is None:
            return ()
        parties = [a for p in war.parties if (a := registry.get(p)) is not None and a.region == "states"]
        there = [a for a in parties if war.has_party(a, context.year)]
        between = {frozenset((mine.actor_id, theirs.actor_id)) for mine, theirs in self._harm()}

        def fights(state: Actor) -> bool:
            theirs = war_of(state.id, context.year)
            mutual = theirs is not None and war.country in theirs.parties and not (war.rebels or war.militants)
            return state.id == war.occupier or mutual or frozenset((state.id, war.country)) in between

        return tuple(a.id for a in there if a.id != war.country and fights(a))
