"""The states whose offices and arms a text tells of: whose government it is about, whose post or army it named last."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cached_property

from fogline.grounding import actor_words as lexicon
from fogline.grounding.entity import Entity
from fogline.grounding.grounding import GroundedActor
from fogline.grounding.known_actor import known
from fogline.grounding.prose import Prose
from fogline.grounding.registry import Match, Sense
from fogline.grounding.saying import CLAIMING
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role
from fogline.span import Span

__all__ = ["CIVIL", "StateOffices"]

# Behind a state's name these tell of its government.
CIVIL = word_set(
    """government governments minister ministers secretary parliament officials official authorities ministry police court courts cabinet
    administration lawmakers citizenship prosecutors premier president prosecutor judges senators legislation
    tribunal"""
)
_ARMS = word_set("army military junta government regime staff ministry")
_OWN_ARMY = frozenset(["army", "military", "navy", "police"])

# So often a state is named where a report is at home in it.
_AT_HOME = 4
_BY_NAME = 2


class StateOffices:
    """The states that one report names with their offices, armies and capitals."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        # By post and by name, looked for once: a long text says "the president" a thousand times.
        self.offices: dict[str, list[Match]] = {}
        self.armies: dict[str, list[Match]] = {}

    @cached_property
    def states_named(self) -> list[Match]:
        """The names and adjectives of states in the text, in its order."""
        return [m for m in self.prose.names if m.name.actor.region == "states"]

    def named_between(self, start: int, end: int) -> list[Match]:
        """Return the names and adjectives of states between two offsets."""
        first, last = (bisect_left(self.states_named, at, key=lambda m: self.prose.words[m.first].start) for at in (start, end))
        return self.states_named[first:last]

    @cached_property
    def governing(self) -> Entity | None:
        """Return the state whose government a report is about, if that is plainly another than that of the war it mentions.

        A report on one country's citizens in another's war speaks of "the government" and "the minister" at home: some
        state's offices are named three times and more, and twice as often as those of the state at war. Or the state itself
        is, and takes no part in the war.
        """
        told: Counter[str] = Counter()
        first: dict[str, Match] = {}
        for m in self.prose.names:
            following = self.prose.words[m.last].key if m.last < len(self.prose.words) else ""
            official = following in CIVIL or m.name.sense in (Sense.OFFICE, Sense.LEADER)
            if m.name.actor.region == "states" and official:
                told[m.name.actor.id] += 1
                first.setdefault(m.name.actor.id, m)
        war = self.prose.context.war_country or ""
        state, times = next(((s, n) for s, n in told.most_common() if s != war), ("", 0))
        if times < 3 or times < 2 * told[war]:
            state = self._home or ""
        if not state:
            return None
        match = first.get(state) or next(m for m in self.states_named if m.name.actor.id == state)
        span = Span(self.prose.words[match.first].start, self.prose.words[match.last - 1].end)
        grounded = known(match.name.actor, self.prose.context, "alias", "whose government the report is about")
        return Entity(span, grounded, self.prose.sentence(span.start), False, None, "government", True)

    @property
    def _home(self) -> str | None:
        """Return the state that a report is at home in: it takes no part in the war, and is named far oftener than the country at war.

        "A Norwegian is home from Syria": of Norway's police, its courts and its minister such a report says no more than "the police".
        """
        context = self.prose.context
        named = Counter(m.name.actor.id for m in self.states_named)
        state, times = next(((s, n) for s, n in named.most_common() if s != context.war_country), ("", 0))
        actor = self.prose.registry.get(state)
        if actor is None or context.war is None or context.war.has_party(actor, None):
            return None
        # "Ugandans" who serve abroad are told of in no report from Uganda.
        by_name = sum(m.name.actor.id == state and m.name.sense is not Sense.ADJECTIVE for m in self.states_named)
        at_home = times >= _AT_HOME and by_name >= _BY_NAME and times >= 2 * named[context.war_country or ""]
        return state if at_home else None

    def office(self, span: Span, post: str) -> Entity | None:
        """Return the state whose post was named last with its state: "Ugandan president Ada Byrne … the president".

        Of "the prime minister" ``post`` is "prime": the Jordanian minister is none.
        None if no post of the kind was named with a state before, or that of
        the state at war was.
        """
        if post not in self.offices:
            self.offices[post] = [m for m in self.states_named if self._holds(m, post)]
        named = self.offices[post]
        at = bisect_left(named, span.start, key=lambda m: self.prose.words[m.first].start)
        last = named[at - 1] if at else None
        if last is None or last.name.actor.id == self.prose.context.war_country:
            return None
        where = Span(self.prose.words[last.first].start, self.prose.words[last.last - 1].end)
        holder = known(last.name.actor, self.prose.context, "alias", "named with the post")
        return Entity(where, holder, self.prose.sentence(where.start), False, None, post, True)

    def _holds(self, state: Match, post: str) -> bool:
        """Tell whether a post is named with a state: "Ugandan president", "president of Uganda"."""
        words = self.prose.words
        here = self.prose.sentence(words[state.first].start)
        behind = [w.key for w in words[state.last : state.last + 4] if self.prose.sentence(w.start) == here]
        before = [w.key for w in words[max(0, state.first - 3) : state.first]]
        return post in behind or (before[-1:] == ["of"] and post in before)

    def only_army(self, span: Span, head: str) -> Entity | None:
        """Return the state of which alone the text names an army, at least twice before: "the Turkish army … the army said"."""
        if head not in _OWN_ARMY:
            return None
        if head not in self.armies:
            behind = (m for m in self.states_named if m.last < len(self.prose.words))
            self.armies[head] = [m for m in behind if self.prose.words[m.last].key == head]
        named = self.armies[head]
        if len({m.name.actor.id for m in named}) != 1 or named[0].name.actor.id == self.prose.context.war_country:
            return None
        named = named[: bisect_left(named, span.start, key=lambda m: self.prose.words[m.first].start)]
        if len(named) < 2:
            return None
        last = named[-1]
        where = Span(self.prose.words[last.first].start, self.prose.words[last.last].end)
        holder = known(last.name.actor, self.prose.context, "alias", "whose army alone the text names")
        return Entity(where, holder, self.prose.sentence(where.start), False, None, head, True)

    @cached_property
    def unnamed_arms(self) -> list[Entity]:
        """The army, the government and the capital that the text tells of by no state's name: "the junta said", "Juba said"."""
        told: list[tuple[Span, str, GroundedActor]] = []
        found = self.prose.words
        for n, word in enumerate(found):
            if word.key not in _ARMS or n < 1 or self.prose.gap(n) != " ":
                continue
            followed = n + 1 < len(found) and found[n + 1].key in lexicon.PLAIN_NOUNS and self.prose.gap(n + 1) == " "
            first = n - 1 if found[n - 1].key == "the" else n - 2
            plain = first == n - 1 or (found[n - 1].key in lexicon.STATE_MODIFIERS and self.prose.gap(n - 1) == " ")
            if first >= 0 and found[first].key == "the" and plain and not followed:
                whole = Span(found[first].start, word.end)
                told.append((whole, word.key, self.prose.resolve(whole, Role.ACTOR)))
        for m in self.prose.names:
            end = found[m.last - 1].end
            if m.name.sense is Sense.SEAT and CLAIMING.match(self.prose.text[end : end + 60]):
                state = known(m.name.actor, self.prose.context, "alias", "a capital that speaks")
                told.append((Span(found[m.first].start, end), found[m.first].key, state))
        out = []
        for span, key, grounded in sorted(told, key=lambda t: t[0]):
            if grounded.actor_id is not None:
                out.append(Entity(span, grounded, self.prose.sentence(span.start), False, None, key, False))
        return out
