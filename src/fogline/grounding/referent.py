"""Whom descriptions and pronouns stand for, weighed once more when the whole report has been looked through.

Looked up in text order a mention can only mean what stood before it, and a description ("the militants", "his two sons") is
first held for what its own words say. Here every such mention is held against all whom the report names, and against what it
was held for; the likeliest stands. Names, and holders of posts, are left as they are.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib.resources import files

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import plain_name
from fogline.grounding.antecedent import ARMED_DEEDS, UNARMED_BODIES
from fogline.grounding.coreference import References
from fogline.grounding.coreference_ranking import gender_of
from fogline.grounding.entity import Entity
from fogline.grounding.event_parts import PARTS, Parts
from fogline.grounding.exclusions import OFFICERS_OF, names_a_group, several_meant
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.mention_extent import head_of
from fogline.grounding.plural_words import SIDE_NOUNS
from fogline.grounding.prose import head_key
from fogline.grounding.reference_kind import PRONOUNS
from fogline.grounding.referent_reasons import (
    Asked,
    Near,
    Option,
    content_of,
    determiner_of,
    number_of,
    of_this_one,
    of_whoever,
    sort_key,
    sorts_of,
)
from fogline.grounding.several import SEVERAL
from fogline.grounding.sexes_told import sex_told
from fogline.grounding.state_references import HARM
from fogline.grounding.statements import in_statements
from fogline.grounding.word_lists import word_set
from fogline.grounding.words_kept import keeps_its_words
from fogline.reading.reading import Role
from fogline.span import Span

__all__ = ["MARGIN", "Chooser", "Question", "questions", "reconsidered", "trained"]

# What names and posts say is not weighed again.
_SETTLED = frozenset(["alias", "role-of"])
# Of "we" the speaker decides, of "the army" the war, of several the rule that counts them: weighing again gained nothing.
_NOT_ASKED = SEVERAL | {"speaker", "force"}
_NEAREST, _MOST_OFTEN = 14, 8
# So many names before and behind a mention are gone through for its nearest.
_BACK, _ON = 60, 20
# Mentions of one name whose words tell what else it is called.
_TELLING = 12
# People of whom nothing is said bear no arms.
_UNARMED = "civilians"
# Whoever is told of with these is no state's, and with the next no rebels'.
_NO_STATES = lexicon.ATTACKERS | word_set(
    """gang gangs gangster gangsters boss bosses cartel cartels rebel rebels insurgent insurgents insurgency guerrilla guerrillas resistance"""
)
_NO_REBELS = word_set("governor governors minister ministers provincial police policeman policemen")
_UNARMED_PEOPLE = GroundedActor(_UNARMED, ActorKind.WITNESS, None, 7, "description", "people who bear no arms")
_SHE = {"she": "f", "her": "f", "he": "m", "him": "m", "his": "m"}
# Whom else a mention could be must be so much likelier (the natural logarithm of the ratio) than what it was held for. By folds
# a margin of .6 changed a third fewer than none, with much the same gain: of those of whom either answer was right the new one
# was in 7 to 8 of ten (2026-11).
MARGIN = 0.5

# Whoever takes the place of one who cannot be meant is at least this likely; below it the reader's other span is as likely wrong.
LEAST_INSTEAD = 0.2


@dataclass(frozen=True, slots=True)
class Question:
    """One mention with whom it may stand for; the first option is what it was held for, ``barred`` if that cannot be meant."""

    span: Span
    asked: Asked
    options: tuple[Option, ...]
    barred: bool = False


@dataclass(frozen=True, slots=True)
class Chooser:
    """Learned weights of reasons; a reason never seen weighs nothing."""

    of: Mapping[str, float]

    def shares(self, question: Question) -> list[float]:
        """Return how likely each option is, the sum is 1."""
        scores, anybody = [], {}
        for option in question.options:
            # Half of the reasons are the same for all of one sort.
            key = sort_key(option)
            if key not in anybody:
                anybody[key] = self._sum(of_whoever(question.asked, option))
            scores.append(anybody[key] + self._sum(of_this_one(question.asked, option)))
        top = max(scores)
        grown = [math.exp(s - top) for s in scores]
        total = sum(grown)
        return [g / total for g in grown]

    def _sum(self, why: Sequence[str]) -> float:
        weight = self.of.get
        return sum([weight(reason, 0.0) for reason in why])


@cache
def trained() -> Chooser:
    """Return the weights that come with Fogline, read once."""
    text = (files("fogline") / "data" / "actors" / "referents.json").read_text("utf-8")
    return Chooser(json.loads(text)["weights"])


def reconsidered(references: References, parts: Parts, chooser: Chooser | None = None) -> dict[Span, GroundedActor]:
    """Return who every mention of a resolved report stands for, with those that more likely stand for somebody else changed."""
    weigh = chooser or trained()
    out = {span: references.out[span] for span in references.mentions}
    for question in questions(references, parts):
        shares = weigh.shares(question)
        # Of those who cannot be meant, whoever else the report names is likelier.
        fitting = [n for n, o in enumerate(question.options) if not question.barred or (o.source == "named" and not o.present)]
        best = max(fitting, key=lambda n: (shares[n], -n), default=0)
        instead = question.barred and shares[best] >= LEAST_INSTEAD
        if best and (instead or math.log(shares[best] / max(shares[0], 1e-9)) > MARGIN):
            out[question.span] = _told(references, question, best, shares)
    return out | dict(in_statements(references, parts, out))


def _told(references: References, question: Question, chosen: int, shares: Sequence[float]) -> GroundedActor:
    """Return the chosen one as whom the mention stands for, with a reason."""
    option, words = question.options[chosen], question.span.of(references.prose.text)
    if option.source == "words":
        return option.grounded
    held = question.options[0].grounded.name
    if option.near is not None:
        where = f"named {option.near.sentences} sentence(s) before" if option.near.sentences else "named in the same sentence"
    elif option.behind is not None:
        where = f"named {option.behind} sentence(s) after"
    else:
        where = "not named, people of whom nothing else is said"
    reason = (
        f"{words!r} stands for {option.grounded.name!r}, {where}: likelier ({shares[chosen]:.2f}) than {held!r} ({shares[0]:.2f})"
    )
    basis = "coreference" if option.times else option.grounded.basis
    return replace(option.grounded, basis=basis, reason=reason, person=None, also=())


@dataclass(frozen=True, slots=True)
class _Telling:
    """What a report tells of a name: the words of it and its mentions, their nouns, genders, thirds of them in each role, its deeds."""

    words: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    genders: frozenset[str] = frozenset()
    shares: tuple[tuple[str, int], ...] = ()
    does: Counter[str] = field(default_factory=Counter)
    suffers: Counter[str] = field(default_factory=Counter)


class _Names:
    """The names of one report by how they are spelled, in lower case: where each stands, and what is told of it."""

    def __init__(self, references: References, parts: Parts) -> None:
        self.references, self.parts = references, parts
        self.told = references.entities.told
        self.starts = [e.span.start for e in self.told]
        self.at: dict[str, list[int]] = {}
        self.known: dict[str, GroundedActor] = {}
        self.names_of: list[tuple[str, ...]] = []
        self.opens: dict[int, int] = {}
        for n, entity in enumerate(self.told):
            names = []
            for grounded in (entity.grounded, *entity.grounded.also):
                name = grounded.name.casefold()
                names.append(name)
                self.at.setdefault(name, []).append(n)
                if name not in self.known or (self.known[name].actor_id is None and grounded.actor_id is not None):
                    self.known[name] = grounded
            self.names_of.append(tuple(names))
            self.opens[entity.sentence] = min(self.opens.get(entity.sentence, entity.span.start), entity.span.start)
        ordered = sorted(self.at, key=lambda name: (-len(self.at[name]), self.at[name][0]))
        self.often = {name: n for n, name in enumerate(ordered)}
        self.most = ordered[:_MOST_OFTEN]
        self._told: dict[str, _Telling] = {}
        self._tested: dict[tuple[str, str], bool] = {}

    def telling(self, name: str) -> _Telling:
        """Return what the report tells of a name."""
        if name not in self.at:
            return _Telling()
        if name not in self._told:
            words, heads, genders, roles = set(name.replace("-", " ").split()), set(), set(), Counter[str]()
            does, suffers = Counter[str](), Counter[str]()
            for n in self.at[name]:
                entity = self.told[n]
                heads.add(entity.head)
                roles[entity.role.value if entity.role else "none"] += 1
                does.update(self.parts.does.get(entity.span, ()))
                suffers.update(self.parts.suffers.get(entity.span, ()))
            for n in self.at[name][:_TELLING]:
                keys = [w.key for w in self.references.prose.words_in(self.told[n].span)]
                words.update(keys)
                genders.add(gender_of(keys))
            total = sum(roles.values())
            shares = tuple((r.value, round(3 * roles[r.value] / total)) for r in PARTS)
            self._told[name] = _Telling(content_of(words), frozenset(heads), frozenset(genders - {""}), shares, does, suffers)
        return self._told[name]

    def may_be_one(self, name: str) -> bool:
        """Tell whether a name stands for one person anywhere in the report."""
        return self._any(name, "one", self.references.antecedents.exclusions.one_person)

    def may_speak(self, name: str) -> bool:
        """Tell whether a name stands for somebody who can have a spokesman, or be one."""
        return self._any(name, "speaks", self.references.antecedents.exclusions.has_a_spokesman)

    def one_by_name(self, name: str) -> bool:
        """Tell whether a name stands for nobody but one person whom the report names."""
        return not self._any(name, "not one", lambda e: not (e.person and e.named))

    def _any(self, name: str, asked: str, test: Callable[[Entity], bool]) -> bool:
        """Return whether a test holds of a mention of a name, looked at once."""
        if (name, asked) not in self._tested:
            self._tested[name, asked] = any(test(self.told[n]) for n in self.at.get(name, ()))
        return self._tested[name, asked]

    def nearest(self, span: Span) -> dict[str, int]:
        """Return the names nearest to a mention, before it and then behind it, each with its number counted from there."""
        out: dict[str, int] = {}
        at = bisect_left(self.starts, span.start)
        row = [*range(at - 1, max(-1, at - 1 - _BACK), -1), *range(at, min(len(self.told), at + _ON))]
        for n in row:
            if self.told[n].span.overlap(span):
                continue
            for name in self.names_of[n]:
                out.setdefault(name, len(out))
            if len(out) >= _NEAREST:
                break
        return out

    def around(self, name: str, span: Span) -> tuple[int, Entity | None, Entity | None]:
        """Return how often a name stands outside a mention, and where it does so nearest before and behind it."""
        at = self.at.get(name, [])
        first = bisect_left(at, bisect_left(self.starts, span.start))
        mine = [n for n in at[max(0, first - 3) : first + 3] if self.told[n].span.overlap(span)]
        before = next(
            (self.told[n] for n in reversed(at[max(0, first - 4) : first]) if self.told[n].span.end <= span.start), None
        )
        behind = next((self.told[n] for n in at[first : first + 4] if self.told[n].span.start >= span.end), None)
        return len(at) - len(mine), before, behind


def questions(references: References, parts: Parts) -> Iterator[Question]:
    """Yield the mentions of a resolved report that are weighed again, each with whom it may stand for."""
    names = _Names(references, parts)
    for span in references.mentions:
        held, kind = references.out[span], references.kinds.get(span)
        if kind in _NOT_ASKED or span in references.settled:
            continue
        # Two origins taken for one would count once: whoever speaks under words of their own keeps them.
        if kind is None and (held.basis in _SETTLED or references.mentions[span] is Role.ORIGIN):
            continue
        if not keeps_its_words(references, span):
            yield _Asking(references, names, span).question


class _Asking:
    """One mention as it is weighed."""

    def __init__(self, references: References, names: _Names, span: Span) -> None:
        self.references, self.names, self.span = references, names, span
        prose = references.prose
        self.held = references.out[span]
        self.here = prose.sentence(span.start)
        found = prose.words_in(span)
        head = head_of(prose, span) or head_key(found)
        self.kind = references.kinds.get(span)
        self.asked = Asked(
            self.kind or f"own-{self.held.basis}",
            head,
            sorts_of(head),
            references.mentions[span].value,
            determiner_of(found),
            number_of(head),
            len(found),
            content_of([w.key for w in found]),
            tuple(sorted(names.parts.does.get(span, ()))),
            tuple(sorted(names.parts.suffers.get(span, ()))),
            tuple(sorted(names.parts.tells.get(span, ()))),
            gender_of([w.key for w in found]) or _SHE.get(head, ""),
        )

    @cached_property
    def _roles_beside(self) -> dict[str, frozenset[Role]]:
        """The roles that names have in the events of this mention."""
        found: dict[str, frozenset[Role]] = {}
        for other, roles in self.names.parts.beside.get(self.span, {}).items():
            if (held := self.references.out.get(other)) is not None:
                for grounded in (held, *held.also):
                    name = grounded.name.casefold()
                    found[name] = found.get(name, frozenset()) | roles
        return found

    @property
    def question(self) -> Question:
        """The mention with whom it may stand for, the present answer first."""
        nearest = self.names.nearest(self.span)
        held = self.held.name.casefold()
        options = {held: self._option(held, self.held, nearest, present=True)}
        for name in (*nearest, *self.names.most):
            if name not in options and self.names.around(name, self.span)[0]:
                option = self._option(name, self.names.known[name], nearest)
                if self._possible(option):
                    options[name] = option
        own = self._own_words
        if own is not None and own.name.casefold() not in options:
            options[own.name.casefold()] = self._option(own.name.casefold(), own, nearest, source="words")
        if _UNARMED not in options and self.asked.role != Role.ORIGIN.value:
            options[_UNARMED] = self._option(_UNARMED, _UNARMED_PEOPLE, nearest, source="unarmed")
        return Question(self.span, self.asked, tuple(options.values()), self._on_the_other_side(held))

    def _possible(self, option: Option) -> bool:
        """Tell whether somebody may be meant, however likely: men and a gang are no state, a governor is no rebel, no charity kills.

        "She" is one person, guards are several, and only who can have a spokesman speaks through one.
        """
        name = option.grounded.name.casefold()
        if name in self._unmeant or (self._several and option.sort == "proper" and self.names.one_by_name(name)):
            return False
        out, known = self.references.antecedents.exclusions, option.grounded.actor_id
        if self._on_the_other_side(name) or (self._of_the_creed and out.of_no_creed(known)):
            return False
        if self.kind == "person" and self.asked.words == 1 and (not self.names.may_be_one(name) or self._of_other_sex(option)):
            return False
        # "They" and "it" are not one person on no list, and no pronoun is a place on no list.
        no_one = (
            self.kind in ("plural", "thing")
            and self.asked.words == 1
            and self.names.one_by_name(name)
            and not names_a_group(name)
        )
        if known is None and (no_one or (self.kind in PRONOUNS and name in out.places)):
            return False
        if self.kind == "body" and not self.names.may_speak(name):
            return False
        if option.sort == "state":
            return "men" not in self.asked.sorts and not self._words & _NO_STATES and not self._where_only(option.grounded)
        armed = not ARMED_DEEDS.isdisjoint(self.asked.does) or self.asked.head in ("commander", "commanders")
        if armed and option.grounded.kind in UNARMED_BODIES:
            return False
        rebels = option.grounded.kind is ActorKind.PARTY and option.grounded.inter in (2, 3)
        return not (rebels and self._words & _NO_REBELS)

    def _on_the_other_side(self, name: str) -> bool:
        """Tell whether a name is of the other side: whom the mention attacks, or rebels of whom these officers tell that they attack."""
        out = self.references.antecedents.exclusions
        if out.against(self.span, name):
            return True
        if self.asked.role != Role.ORIGIN.value or HARM.isdisjoint(self.asked.tells):
            return False
        beside = self.names.parts.beside.get(self.span, {})
        return self.kind in OFFICERS_OF and out.accuses(
            self.asked.head, name, [s for s, roles in beside.items() if Role.ACTOR in roles]
        )

    def _of_other_sex(self, option: Option) -> bool:
        """Tell whether a person on no list is of the other sex by all that the report says of them."""
        sexes = option.genders
        if option.sort == "proper" and not sexes:
            sexes = frozenset({sex_told(self.references.prose.text, option.grounded.name.split()[-1])})
        return option.sort == "proper" and sexes == {{"f": "m", "m": "f"}.get(self.asked.gender)}

    @cached_property
    def _of_the_creed(self) -> bool:
        return self.references.antecedents.exclusions.of_the_creed(self.span)

    @cached_property
    def _unmeant(self) -> frozenset[str]:
        return self.references.antecedents.exclusions.names(self.span, self.references.mentions[self.span])

    @cached_property
    def _several(self) -> bool:
        return several_meant(self.references.prose.words_in(self.span))

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the mention."""
        return frozenset(w.key for w in self.references.prose.words_in(self.span))

    def _where_only(self, grounded: GroundedActor) -> bool:
        """Tell whether the mention names a state only to say where it is: "the strongest man *in Haiti*"; a side in its war it may be."""
        prose = self.references.prose
        if self._words & SIDE_NOUNS:
            return False
        found = prose.words_in(self.span)
        at = [m.first for m in prose.matches(found) if m.name.actor.id == grounded.actor_id]
        return bool(at) and all(n > 0 and found[n - 1].key in ("in", "inside", "across") for n in at)

    @property
    def _own_words(self) -> GroundedActor | None:
        """What the mention's own words say where it was looked up, or as they are printed where they were held for a class of people."""
        if self.kind is not None:
            return None if self.asked.words == 1 and self.kind in PRONOUNS else self.references.own[self.span]
        if self.held.basis != "description" or self.held.inter != 7:
            return None
        prose = self.references.prose
        printed = plain_name(self.span.of(prose.text), prose.context.all_caps)
        return GroundedActor(printed, ActorKind.OTHER, reason="who they are is not said; the words are kept")

    def _option(
        self, name: str, grounded: GroundedActor, nearest: Mapping[str, int], *, present: bool = False, source: str = "named"
    ) -> Option:
        prose, names = self.references.prose, self.names
        times, before, behind = names.around(name, self.span)
        told = names.telling(name) if times else _Telling()
        common = self.asked.content & told.words
        # What the mention itself does says nothing of whether another does so too.
        own = name == self.held.name.casefold()
        does, suffers = (
            frozenset(t for t, count in types.items() if count > (own and t in mine))
            for types, mine in ((told.does, self.asked.does), (told.suffers, self.asked.suffers))
        )
        actor = prose.registry.get(grounded.actor_id) if grounded.actor_id else None
        if actor is not None:
            sort = "state" if actor.region == "states" else "known"
        else:
            sort = "class" if grounded.name[:1].islower() else "proper"
        return Option(
            grounded,
            present,
            source,
            sort,
            grounded.actor_id is not None and grounded.actor_id == prose.context.war_country,
            times,
            names.often.get(name, 99),
            None if before is None else self._near(before, nearest.get(name, 9)),
            None if behind is None else behind.sentence - self.here,
            told.shares,
            tuple(sorted(r.value for r in self._roles_beside.get(name, ()))),
            len(common),
            bool(self.asked.content) and common == self.asked.content,
            self.asked.head in told.heads,
            told.genders,
            does,
            suffers,
        )

    def _near(self, entity: Entity, rank: int) -> Near:
        return Near(
            self.here - entity.sentence,
            rank,
            entity.role.value if entity.role else "none",
            number_of(entity.head),
            self.names.opens[entity.sentence] == entity.span.start,
            entity.person,
            entity.named,
        )
