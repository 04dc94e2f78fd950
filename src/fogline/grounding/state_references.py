"""Which state bare words for its arms and offices refer to: "the troops", "the minister", "officials", somebody with a bare title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from fogline.grounding import actor_words as lexicon
from fogline.grounding.entity import DESCRIPTION_REACH, PRONOUN_REACH, Entities, Entity
from fogline.grounding.grounding import ActorKind
from fogline.grounding.introductions import Introductions
from fogline.grounding.prose import Prose, head_key
from fogline.grounding.registry import Sense, Word
from fogline.grounding.state_offices import CIVIL, StateOffices
from fogline.grounding.war_sides import UNNAMED_SIDES
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role
from fogline.reading.types import TYPES
from fogline.span import Span

__all__ = ["HARM", "StateReferences"]

# Officials who tell of these are seldom those of the state that does them.
HARM = frozenset(t.code for t in TYPES.values() if t.political_violence) | {"destruction", "casualty-toll"}

# Whoever does this with soldiers has them.
_SENDING = word_set(
    """send sends sent sending deploy deploys deployed deploying dispatch dispatched despatch despatched move moved moving mass massed massing withdraw
    withdrew withdrawn withdrawing pull pulled pulling land landed fly flew station stationed keep keeps kept contribute contributed commit committed
    pledged promised offered amassed fly flies flying"""
)
# Whoever loses soldiers, or owns to their deaths, had them; the word has to stand right before the verb.
_LOSING = word_set("lost lose loses losing")
_OWNED_TO = re.compile(r"\s(?:(?:has|have|had) )?(?:acknowledg\w+|admit\w*) (?:to )?(?:the )?(?:deaths?|loss(?:es)?) of ")
_HELPED = re.compile(r"\s*(?:(?:has|have|had|also|alone|itself|themselves|already) ?)*")
_SO_MANY = re.compile(r"(?:at least|about|some|more than|another|its|\d+) $")
_TROOPS = word_set("troops soldiers soldier servicemen forces")
_DEFENDERS = _TROOPS | word_set("garrison garrisons reservists conscripts")
# In these armed men kill armed men; an army that does harm to its own soldiers attacks or arrests them.
_FIGHTING = HARM - {"abduction", "attack", "destruction", "casualty-toll"}
_AMONG_THEMSELVES = re.compile(
    r"\b(?:mutin\w+|mistak\w+|friendly|accident\w*|desert\w+|defect\w+|own|coup|disciplin\w+|rival|loyal\w*)\b", re.IGNORECASE
)
_OFFICIALS = frozenset(["official", "officials", "authorities"])
_SEATS = frozenset(["ministry", "authorities", "administration", "court"])
# These sit for whoever set them up, if no word says that a state did.
_COUNCILS = frozenset(["council", "court"])
_RULING = word_set("ruling transitional governing sovereign sovereignty constitutional appeal appeals district")
# So many sentences tell what a report is about.
_LEAD = 3
_OURS = word_set("our my your")
_GOVERNING = word_set("government govt regime authorities administration")
# What offices do with words.
_VERBAL = word_set("consult agree cooperate support concede request reject accuse threaten sanction")
_BEFORE_TROOPS = word_set(
    "a an another some several many dozens hundreds thousands of about around up to more than nearly almost its in out back the all"
)


class StateReferences:
    """The states that bare words of one report refer to; ``deeds`` are, by mention, the types of what it is the doer of."""

    def __init__(
        self,
        prose: Prose,
        entities: Entities,
        offices: StateOffices,
        introductions: Introductions,
        deeds: Mapping[Span, frozenset[str]],
    ) -> None:
        self.prose, self.entities, self.offices, self.introductions, self.deeds = prose, entities, offices, introductions, deeds
        # By name, looked for once.
        self.officers: dict[str, list[Entity]] = {}

    def force(self, span: Span, role: Role) -> Entity | None:
        """Return another state's force if the text has just spoken of one: "Honduran troops … the troops"."""
        found = self.prose.words_in(span)
        head = head_key(found)
        war = self.prose.context.war_country
        if self.governing is not None and any(w.key in CIVIL for w in found):
            return self.governing
        if (officer := self.introduced_officer(span, found)) is not None:
            return officer
        if (sender := self._sender(span, found)) is not None:
            return sender
        if (fighting := self._foe(span, found) if role is Role.TARGET else self._told_of_last(span, found)) is not None:
            return fighting
        if (
            found[0].key == "the"
            and len(found) <= 3
            and head in lexicon.STATE_POSTS
            and (office := self.offices.office(span, "prime" if found[1].key == "prime" else head)) is not None
        ):
            return office
        if found[0].key == "the" and len(found) == 2 and head in _SEATS:
            # "The Houthi health ministry … the ministry": whoever runs it, a state or not.
            same = [e for e in self.entities.earlier(span, DESCRIPTION_REACH) if e.head == head and e.named]
            if same and same[0].grounded.actor_id is not None:
                return same[0]
        if (speaking := self._spoken_of(span, found)) is not None:
            return speaking
        told = lexicon.FORCES | lexicon.POSTS
        near = [
            e
            for e in self.entities.earlier(span, PRONOUN_REACH)
            if self.entities.is_state(e) and (e.role is not None or e.head in told)
        ]
        if any(e.grounded.actor_id == war for e in near):
            same = [e for e in near if e.head == head]
            return same[0] if same and same[0].named and same[0].grounded.actor_id != war else None
        same = [e for e in near if e.head == head]
        return same[0] if same else self.offices.only_army(span, head)

    def _spoken_of(self, span: Span, found: Sequence[Word]) -> Entity | None:
        """Return the other state that alone is told of just before a bare office which speaks: "Kenya refused. The foreign minister …".

        It has to speak or act there in its own name, do no harm, and not be named behind the office: what a minister says
        of a state is seldom of his own. Of a government and of somebody by name another paragraph says nothing.
        """
        bare = {w.key for w in found}
        if bare.isdisjoint(CIVIL) or found[0].key in _OURS or not self.deeds.get(span, frozenset()) <= _VERBAL:
            return None
        here = self.prose.sentence(span.start)
        if here < 2:
            return None
        start = self.prose.starts[here - 2]
        named = any(w.capital and w.key not in CIVIL | lexicon.STATE_MODIFIERS for w in found[1:])
        if named or bare & _GOVERNING:
            start = max(start, self.prose.text.rfind("\n", 0, span.start) + 1)
        end = self.prose.starts[here] if here < len(self.prose.starts) else len(self.prose.text)
        near = self.offices.named_between(start, end)
        before = {m.name.actor.id for m in near if self.prose.words[m.first].start < span.start}
        behind = {m.name.actor.id for m in near} - before
        behind |= {m.name.actor.id for m in near if self.prose.words[m.first].start >= span.end}
        if any(m.name.sense is Sense.SEAT and m.name.actor.id in behind - before for m in near):
            return None  # "the minister said in Ankara"
        if len(before) != 1 or before & (behind | self._striking(span) | {self.prose.context.war_country}):
            return None
        told = [e for e in self.entities.earlier(span, 1) if e.grounded.actor_id in before and e.named]
        speaks = (e for e in told if e.role in (Role.ACTOR, Role.ORIGIN) and self.deeds.get(e.span, frozenset()) <= _VERBAL)
        return next(speaks, None)

    def _told_of_last(self, span: Span, found: Sequence[Word]) -> Entity | None:
        """Return another state's forces who did harm just before "the soldiers", if no arms of the state at war were told of since.

        What its officials say in between is no reason to hold its own soldiers for the looters.
        """
        if len(found) != 2 or found[0].key != "the" or found[1].key not in _TROOPS:
            return None
        arms = lexicon.FORCES - CIVIL - {"regime"}
        named = [e for e in self.entities.earlier(span, PRONOUN_REACH) if self.entities.is_state(e)]
        last = next((e for e in self.with_arms(span, named) if e.head in arms), None)
        if last is None or not last.named or last.grounded.actor_id == self.prose.context.war_country:
            return None
        did = (self.deeds.get(e.span, frozenset()) for e in named if e.grounded.actor_id == last.grounded.actor_id)
        return last if any(not HARM.isdisjoint(types) for types in did) else None

    def _foe(self, span: Span, found: Sequence[Word]) -> Entity | None:
        """Return the one other side that the report names, where soldiers fall in a fight that the state at war's own forces tell of.

        Without it "Lantern troops killed 30 soldiers" would be a state's war on itself. Of mutineers and mistakes nothing is guessed.
        """
        here, war = self.prose.sentence(span.start), self.prose.context.war_country
        if head_key(found) not in _DEFENDERS or any(w.key in lexicon.FORCES - _DEFENDERS for w in found):
            return None  # "the police garrison" is the state's, whoever "we" are who besiege it
        doers = [
            e for e in self.entities.told if e.sentence == here and e.grounded.actor_id == war and e.grounded.basis == "alias"
        ]
        if all(_FIGHTING.isdisjoint(self.deeds.get(e.span, ())) for e in doers):
            return None
        around = [0, *self.prose.starts, len(self.prose.text)]
        if _AMONG_THEMSELVES.search(self.prose.text, around[here], around[here + 1]) is not None:
            return None
        sides: dict[str, Entity] = {}
        for e in self.entities.told:
            party = e.grounded.kind is ActorKind.PARTY and (e.grounded.actor_id is not None or e.grounded.name in UNNAMED_SIDES)
            if party and e.grounded.actor_id != war:
                sides.setdefault(e.grounded.name, e)
        return next(iter(sides.values())) if len(sides) == 1 else None

    def _sender(self, span: Span, found: Sequence[Word]) -> Entity | None:
        """Return who sends or withdraws forces of which nothing says whose they are: "Uganda has sent 400 soldiers"."""
        if any(w.capital for w in found) and not self.prose.context.all_caps:
            return None
        if not any(w.key in lexicon.FORCES | lexicon.FIGHTERS for w in found):
            return None
        if (owning := self._owns_to_deaths(span)) is not None:
            return owning
        at = bisect_left(self.prose.word_starts, span.start) - 1
        while at >= 0 and self.prose.words[at].key in _BEFORE_TROOPS and self.prose.gap(at + 1) in (" ", "-"):
            at -= 1
        if (
            at < 0
            or self.prose.words[at].key not in _SENDING | _LOSING
            or self.prose.text[self.prose.words[at].end : span.start].strip(" ,-").count(",")
        ):
            return None
        verb, start = self.prose.words[at], self.prose.starts[max(0, self.prose.sentence(span.start) - 1)]
        before = [
            e for e in self.entities.earlier(span, 0) if e.span.start >= start and e.span.end <= verb.start and not e.person
        ]
        before = [e for e in before if e.grounded.actor_id is not None]
        if before and verb.key in _LOSING and not _HELPED.fullmatch(self.prose.text, before[0].span.end, verb.start):
            return None
        return before[0] if before else None

    def _owns_to_deaths(self, span: Span) -> Entity | None:
        """Return the state that owns to the deaths of soldiers told of right behind that: they are its own."""
        before = [e for e in self.entities.earlier(span, 0) if self.entities.is_state(e)]
        between = self.prose.text[before[0].span.end : span.start] if before else ""
        return before[0] if before and _OWNED_TO.fullmatch(_SO_MANY.sub("", between)) else None

    def introduced_officer(self, span: Span, found: Sequence[Word]) -> Entity | None:
        """Return whose officer somebody with a bare title is, if the text introduces the name with a body: "US General Ada Byrne"."""
        bare = found[-1].text.removesuffix("'s").removesuffix("’s")
        if self.prose.context.all_caps or not found[-1].capital or found[-1].key in lexicon.POSTS | lexicon.MILITARY_TITLES:
            return None
        if bare not in self.officers:
            self.officers[bare] = list(islice(self._officers(bare), 2))
        return next((officer for officer in self.officers[bare] if not officer.span.overlap(span)), None)

    def _officers(self, bare: str) -> Iterator[Entity]:
        """Yield where a name is introduced with a body that its bearer is of."""
        for at in re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", self.prose.text):
            window = self.introductions.introduction(at.start(), at.end())
            if window is None:
                continue
            holder = self.prose.resolve(window, Role.ORIGIN)
            if holder.actor_id is not None and holder.basis == "role-of":
                yield Entity(window, holder, self.prose.sentence(window.start), False, None, bare.casefold(), True)

    def officials(self, span: Span, role: Role) -> Entity | None:
        """Return the state whose officials speak: the one whose government was spoken of just before, else that of the report.

        "Russian missiles struck the town, officials said": a state that strikes in another's war is not whose officials tell of
        it, unless its officials were named before.
        """
        told = lexicon.FORCES | lexicon.POSTS
        near = [e for e in self.entities.earlier(span, 2) if self.entities.is_state(e) and (e.role is not None or e.head in told)]
        striking = self._striking(span)
        near = [e for e in near if e.grounded.actor_id not in striking or (e.named and e.head in _OFFICIALS)]
        governing = self.governing
        if governing is not None and governing.grounded.actor_id in striking:
            governing = None
        return near[0] if near else governing or self.at_war()

    def _striking(self, span: Span) -> frozenset[str]:
        """Return the states that do harm just before a mention or in its sentence; not the one at war, which may strike at home."""
        here = self.prose.sentence(span.start)
        found = [
            e.grounded
            for e in self.entities.told
            if here - 2 <= e.sentence <= here and not HARM.isdisjoint(self.deeds.get(e.span, ()))
        ]
        ids = {a.actor_id for held in found for a in (held, *held.also) if a.actor_id is not None}
        return frozenset(ids - {self.prose.context.war_country})

    @property
    def governing(self) -> Entity | None:
        """Return the state whose government the report is about, None if the one at war acts as a state where the report begins.

        Whoever expels an envoy in the first sentences has the minister who speaks of it, however often the other's offices are named.
        """
        war, force = self.prose.context.war_country, HARM | {"arrest", "mobilize"}
        for e in self.entities.told:
            deeds = self.deeds.get(e.span, frozenset()) if e.sentence <= _LEAD else frozenset()
            if e.named and e.grounded.actor_id == war and e.grounded.basis == "alias" and deeds and force.isdisjoint(deeds):
                return None
        return self.offices.governing

    def state(self, span: Span, role: Role) -> Entity | None:
        """Return the state named last, for "the ministry" and "the embassy"; a council of peace or elders is no state's."""
        found = self.prose.words_in(span)
        if (
            found[-1].key in _COUNCILS
            and not {w.key for w in found[:-1]} <= lexicon.DETERMINERS | lexicon.STATE_MODIFIERS | _RULING
        ):
            return None
        fitting = [e for e in self.entities.earlier(span, PRONOUN_REACH + 2) if self.entities.is_state(e)]
        return fitting[0] if fitting else None

    def at_war(self) -> Entity | None:
        """Return the state at war where the text names it, None if it does not."""
        war = self.prose.context.war_country
        return next((e for e in self.entities.told if war is not None and e.grounded.actor_id == war), None)

    def with_arms(self, span: Span, named: Sequence[Entity]) -> list[Entity]:
        """Return who was named before a mention with the state's army and government where the text tells of them by no name."""
        if not named and not self.offices.unnamed_arms:
            return []
        first = min((e.sentence for e in named), default=self.prose.sentence(span.start) - 1)
        first = min(first, self.prose.sentence(span.start) - 1)
        near = [e for e in self.offices.unnamed_arms if e.span.end <= span.start and e.sentence >= first]
        return sorted([*named, *near], key=lambda e: -e.span.start)
