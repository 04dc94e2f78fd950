"""Whom a pronoun or a bare description refers to: the likeliest of those named before, or the nearest who fits."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence

from fogline.grounding import actor_words as lexicon
from fogline.grounding import coreference_ranking as ranking
from fogline.grounding.entity import DESCRIPTION_REACH, PRONOUN_REACH, Entities, Entity, subject_first
from fogline.grounding.exclusions import Exclusions, kin_of_somebody
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.mention_extent import head_of
from fogline.grounding.prose import Prose, head_key
from fogline.grounding.referent_reasons import number_of
from fogline.grounding.saying import CLAIMING, SAID, SAYING
from fogline.grounding.sexes_told import sex_told
from fogline.grounding.state_references import StateReferences
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role
from fogline.span import Span

__all__ = ["ARMED_DEEDS", "RANKED", "UNARMED_BODIES", "Antecedents"]

# What the ranker decides; the rest is decided by rule.
RANKED = frozenset({"person", "speaker", "group", "body", "plural"})
# Bodies that help, watch or report do none of these.
ARMED_DEEDS = word_set(
    "armed-clash attack shelling air-strike explosive suicide-bomb chemical-weapon abduction territory-gained arrest control surrender"
)
UNARMED_BODIES = frozenset([ActorKind.AID, ActorKind.MONITOR, ActorKind.MEDIA])
# The noun of a body that may be "it" though no registry lists it.
_BODIES = lexicon.MONITORS | word_set(
    """force group movement organisation organization militia alliance coalition faction front party council committee commission congress
    association federation union league network foundation society agency newspaper broadcaster company charity court tribunal brigade battalion
    cartel gang service initiative trust church unit garrison"""
)
_ARMED = (
    (lexicon.ARMED_NOUNS | {"commander", "commanders"})
    - lexicon.BODY_NOUNS
    - word_set("group groups faction factions organisation organisations organizations alliance")
)
_TRADES = lexicon.EXPERTS | lexicon.WITNESS_TRADES
_UNARMED = word_set(
    "church mosque school university court tribunal hospital clinic charity newspaper broadcaster agency foundation"
)
# By these a body is told of again whose name ends so: "the network" of "the Orvat Rights Network".
_LAST_OF_A_NAME = word_set("network league federation agency foundation organisation organization")
# "One of them said": of those who spoke last.
_ONE_OF_THEM = frozenset(["one", "two", "three"])
# So many of the nearest are weighed.
_CANDIDATES = 24
# How many characters around a quotation its speaker is looked for.
_SPEAKER_REACH = 1500
_OTHER_SEX = {"she": "m", "her": "m", "hers": "m", "herself": "m", "he": "f", "him": "f", "his": "f", "himself": "f"}
# What people tell of themselves; of what they "said" others may be meant.
_OF_HIMSELF = re.compile(
    r"(?:,[^,.;:“”\"\n]{1,80},)?\s(?:has |had |have |later |also )*"
    r"(?:boasted|bragged|admitted|confessed|conceded|acknowledged|vowed|pledged|promised|threatened|swore|denied)"
    r"(?: (?:to|on|in) [^,.;:“”\"\n]{1,30}?)?(?: that)?\s"
)
# What alliances call themselves; "the alliance" is none of the others.
_ALLIED = re.compile(r"\b(?:Forces|Coalition|Alliance|Front|Council|Joint|Movement|Union)\b", re.IGNORECASE)


class Antecedents:
    """Whom the pronouns and bare descriptions of one report refer to.

    ``apart`` are, by mention, others who cannot be meant by it; ``out`` is who
    each mention stands for so far.
    """

    def __init__(
        self,
        prose: Prose,
        entities: Entities,
        states: StateReferences,
        apart: Mapping[Span, frozenset[Span]],
        out: Mapping[Span, GroundedActor],
    ) -> None:
        self.prose, self.entities, self.states, self.apart, self.out = prose, entities, states, apart, out
        self.genders: dict[Span, str] = {}
        self.surname_genders: dict[str, str] = {}
        self.exclusions = Exclusions(prose, entities, apart, states.deeds, out)
        self.quotations = self.exclusions.quotations

    def find(self, span: Span, role: Role, reference: str) -> Entity | None:
        """Return whom a mention refers to that has to be looked up as ``reference`` says, None for nobody named."""
        look: dict[str, Callable[[Span, Role], Entity | None]] = {
            "thing": self.thing,
            "whose": self._before_whose,
            "media": self._media,
            "source": self._source,
            "state": self.states.state,
            "force": self.states.force,
            "uncounted": self._uncounted,
            "shortened": self._named_in_full,
            "officials": self.states.officials,
        }
        if reference == "person" and (speaker := self._tells_of_himself(span, role)) is not None:
            return speaker
        if reference in ("group", "media") and head_key(self.prose.words_in(span)) in _LAST_OF_A_NAME:
            named = self._named_in_full(span, role)
            if named is not None and self.prose.sentence(span.start) - named.sentence <= DESCRIPTION_REACH:
                return named
        if reference in RANKED:
            return self._ranked(span, role, reference)
        return look[reference](span, role)

    def _ranked(self, span: Span, role: Role, reference: str) -> Entity | None:
        """Return whom the ranker holds likeliest among those named before, or around a quotation; None for nobody."""
        asked, candidates = self.question(span, role, reference)
        found = ranking.choose(asked, candidates, ranking.load_weights(), self._impossible(span, role, reference))
        if found is None:
            return None
        starts = self.entities.starts
        there = self.entities.told[bisect_left(starts, found.span.start) : bisect_right(starts, found.span.start)]
        return next(e for e in there if e.span == found.span)

    def _tells_of_himself(self, span: Span, role: Role) -> Entity | None:
        """Return the person who boasts, admits or vows in the same clause: "a fighter boasted that *he* had shot captives"."""
        if role is Role.TARGET or span.of(self.prose.text) not in ("he", "she"):
            return None
        speakers = [
            e for e in self.entities.earlier(span, 0) if e.role is Role.ORIGIN and (e.person or e.grounded.actor_id is None)
        ]
        speaker = next((e for e in speakers if _OF_HIMSELF.fullmatch(self.prose.text, e.span.end, span.start)), None)
        other = {"he": "f", "she": "m"}[span.of(self.prose.text)]
        return speaker if speaker is not None and self._gender(speaker) != other else None

    def question(self, span: Span, role: Role, reference: str) -> tuple[ranking.Asked, list[ranking.Candidate]]:
        """Return what the ranker is asked about a mention, and the candidates, the nearest first."""
        key = head_key(self.prose.words_in(span))
        asked = ranking.Asked(span, reference, key, role, self.prose.sentence(span.start), self.quotations.around(span.start))
        reach = PRONOUN_REACH + 2 if reference in ("person", "thing", "plural", "speaker") else DESCRIPTION_REACH
        found = self.entities.earlier(span, reach)[:_CANDIDATES]
        if reference == "speaker":
            last = bisect_right(self.entities.starts, span.end + _SPEAKER_REACH)
            first = bisect_right(self.entities.starts, span.start)
            behind = [e for e in self.entities.told[first:last] if e.role is Role.ORIGIN and e.sentence - asked.sentence <= 1]
            found = sorted([*found, *behind[:2]], key=lambda e: e.span.distance(span))
        if key in ("i", "me", "my", "myself"):
            found = [e for e in found if e.person or e.grounded.kind in (ActorKind.WITNESS, ActorKind.EXPERT)]
        elif reference == "group":
            # Mere people are no group, and a state is none.
            found = [e for e in found if e.grounded.inter != 7 and e.grounded.kind is not ActorKind.WITNESS] or found
            if any(w.key in ("alliance", "coalition") for w in self.prose.words_in(span)):
                found = [e for e in found if _ALLIED.search(e.grounded.name)] or found
        elif reference == "person" and key in lexicon.PERSONAL_PRONOUNS:
            # A body is no "she", where anybody is named who may be.
            found = [e for e in found if e.person] or found
        return asked, [self._candidate(e, self.exclusions.other_side(span, e)) for e in found if not e.span.overlap(span)]

    def _impossible(self, span: Span, role: Role, reference: str) -> frozenset[Span]:
        """Return whom the ranker may weigh against others and not choose: they cannot be meant at all."""
        key, near = head_key(self.prose.words_in(span)), self.entities.earlier(span, DESCRIPTION_REACH)
        out = self.exclusions
        names = out.names(span, role)
        barred = [e for e in near if e.grounded.name.casefold() in names or out.against(span, e.grounded.name)]
        if reference != "speaker":  # a station's own words are its own: "our forces"
            barred += [e for e in near if out.wires_the_report(e) or (reference in ("person", "plural") and out.is_a_place(e))]
        if reference != "speaker" and not ARMED_DEEDS.isdisjoint(self.states.deeds.get(span, ())):
            barred += [e for e in near if e.grounded.kind in UNARMED_BODIES]
        if out.of_the_creed(span):
            barred += [e for e in near if out.of_no_creed(e.grounded.actor_id)]
        if reference in ("group", "thing") and number_of(key) == "one":
            barred += [e for e in near if e.grounded.also]  # one group is not two
        if reference == "plural":
            barred += [e for e in near if out.one_by_name(e)]
        if reference == "person" and key in lexicon.PERSONAL_PRONOUNS:
            barred += [e for e in near if not out.one_person(e) or out.owner_of_kin(e) or out.named_in_own_words(span, e)]
            barred += [e for e in near if self.of_other_sex(key, e)]
        elif reference == "body":
            barred += [e for e in near if not out.has_a_spokesman(e)]
        elif reference == "group" and key in _ARMED:
            barred += [e for e in near if e.grounded.kind in UNARMED_BODIES or e.head in _UNARMED]
        return frozenset(e.span for e in barred)

    def _candidate(self, entity: Entity, apart: bool = False) -> ranking.Candidate:
        after = self.prose.text[entity.span.end : entity.span.end + 40].casefold()
        before = self.prose.text[max(0, entity.span.start - 12) : entity.span.start].casefold()
        return ranking.Candidate(
            entity.span,
            entity.grounded,
            entity.sentence,
            entity.person,
            entity.role,
            entity.head,
            entity.named,
            self.entities.is_state(entity),
            entity.grounded.actor_id is not None and entity.grounded.actor_id == self.prose.context.war_country,
            bool(SAYING.match(after)) or bool(SAID.search(before)),
            self._gender(entity),
            self.quotations.around(entity.span.start),
            apart,
        )

    def _gender(self, entity: Entity) -> str:
        """Return what the words of a mention say of a person's sex, or the first name that the text gives with a surname."""
        if not entity.person:
            return ""
        if entity.span in self.genders:
            return self.genders[entity.span]
        found = self.prose.words_in(entity.span)
        # "Rosa's brother" is a man.
        told = ranking.gender_of([entity.head]) or ranking.gender_of([w.key for w in found])
        if not told and found and found[-1].capital and not self.prose.context.all_caps:
            told = self._gender_of_surname(re.sub("['’]s$", "", found[-1].text))
        self.genders[entity.span] = told
        return told

    def of_other_sex(self, key: str, entity: Entity) -> bool:
        """Tell whether a pronoun cannot be of a person for the sex that their words tell; of "Rosa's son" both are told of."""
        words = self.prose.words_in(entity.span)
        if (kin := kin_of_somebody(words)) and entity.head in (kin, words[-1].key):
            return key in _OTHER_SEX and ranking.gender_of([kin]) == _OTHER_SEX[key]
        alone = not any(w.text.endswith(("'s", "’s")) for w in words)
        return alone and key in _OTHER_SEX and self._gender(entity) == _OTHER_SEX[key]

    def _gender_of_surname(self, surname: str) -> str:
        """Return what the words that the text puts beside a surname say of its bearer's sex."""
        if surname not in self.surname_genders:
            self.surname_genders[surname] = sex_told(self.prose.text, surname)
        return self.surname_genders[surname]

    def person(self, span: Span) -> Entity | None:
        """Return the person named last, the subject before others."""
        return subject_first([e for e in self.entities.earlier(span, PRONOUN_REACH + 1) if e.person])

    def thing(self, span: Span, role: Role) -> Entity | None:
        """Return the body or state that "it" and "its troops" refer to."""
        found = self.prose.words_in(span)
        said = role is Role.ORIGIN and len(found) == 1
        fitting = [
            e
            for e in self.entities.earlier(span, PRONOUN_REACH)
            if (not e.person and e.grounded.actor_id and e.head not in lexicon.POSTS) or self._unlisted_body(span, e, said)
        ]
        if not ARMED_DEEDS.isdisjoint(self.states.deeds.get(span, ())):
            fitting = [e for e in fitting if e.grounded.kind not in UNARMED_BODIES]
        # Fighters are no "it", where the text names what they may be of.
        fitting = [e for e in fitting if not (e.head in lexicon.FIGHTERS and e.head.endswith(("s", "men")))] or fitting
        if head_of(self.prose, span) in lexicon.FORCES | lexicon.FIGHTERS:
            fitting = self.states.with_arms(span, fitting)
            fitting = [e for e in fitting if e.grounded.kind in (ActorKind.PARTY, ActorKind.GOVERNMENT)]
            return self._whose_men(span, fitting)
        if role is Role.TARGET and found[0].key != "itself":
            fitting = [e for e in fitting if not self.exclusions.harms(span, e)]
        unmeant = self.exclusions.names(span, role)
        fitting = [e for e in fitting if e.grounded.name.casefold() not in unmeant]
        # "It said": who spoke in the sentence before speaks on.
        if said and (speaking := [e for e in fitting if e.role is Role.ORIGIN or self._claims(e)]):
            # "The Observatory, which tracks the war by sources on the ground": the ground is no speaker where a body on file is.
            beside = [e for e in speaking if e.sentence == speaking[0].sentence]
            speaker = next((e for e in beside if e.grounded.actor_id is not None), speaking[0])
            return self._opens_sentence_before(span, speaker, fitting) or speaker
        return subject_first(fitting)

    def _unlisted_body(self, span: Span, entity: Entity, said: bool) -> bool:
        """Tell whether a body is meant that no registry lists, and that does or says something: "the joint force", "the EHRC".

        Where it is asked who ``said`` something, anything that such a body has to do with the event will do, and so will whatever
        spoke in the sentence before, by whatever noun: "the War Information Desk".
        """
        if entity.grounded.actor_id is not None or not entity.named or entity.grounded.inter == 7:
            return False
        head = next((w.text for w in reversed(self.prose.words_in(entity.span)) if w.key == entity.head), "")
        letters = len(head) >= 3 and head.isupper() and not self.prose.context.all_caps
        if said and entity.role is Role.ORIGIN and self.prose.sentence(span.start) - entity.sentence == 1 and not entity.person:
            somebody = entity.grounded.kind in (ActorKind.WITNESS, ActorKind.EXPERT) or entity.head in _TRADES
            return not somebody and not entity.grounded.also and number_of(entity.head) == "one"
        subject = said or entity.role in (Role.ORIGIN, Role.ACTOR) or self._claims(entity)
        return subject and (letters or entity.head in _BODIES)

    def _before_whose(self, span: Span, role: Role) -> Entity | None:
        """Return who is named last before "whose": "the alliance, whose commanders had promised it"."""
        nearest = next(iter(self.entities.earlier(span, 0)), None)
        return nearest if nearest is not None and nearest.grounded.actor_id is not None else None

    def _opens_sentence_before(self, span: Span, speaker: Entity, fitting: Sequence[Entity]) -> Entity | None:
        """Return the body with which the sentence before begins, where whoever spoke last did so further back."""
        before = self.prose.sentence(span.start) - 1
        if speaker.sentence >= before or not 0 < before <= len(self.prose.starts):
            return None
        start = self.prose.starts[before - 1]
        return next(
            (e for e in fitting if e.sentence == before and not self.prose.text[start : e.span.start].strip(' “"\n')), None
        )

    def _whose_men(self, span: Span, fitting: Sequence[Entity]) -> Entity | None:
        """Return whose "its troops" are: of whoever speaks or denies in the same clause, else of the nearest subject before.

        Whoever fights against them in the same event is not their master, though named nearer.
        """
        own = [e for e in fitting if not self.exclusions.not_theirs(span, e)]
        here = [e for e in own if e.sentence == self.prose.sentence(span.start)]
        said = [
            e
            for e in self.entities.earlier(span, 0)
            if e.role is Role.ORIGIN and e.grounded.actor_id and not self.exclusions.not_theirs(span, e)
        ]
        if said and SAYING.match(self.prose.text, said[0].span.end):
            return said[0]  # "the M23 spokesman said its fighters"
        speaks = [e for e in here if self._claims(e)]
        if speaks and not any(e.span.start > speaks[0].span.start and e.role is not None for e in here):
            return speaks[0]
        return subject_first(own)

    def _claims(self, entity: Entity) -> bool:
        """Tell whether a verb of saying follows somebody who was marked as no source: "The army denied that …"."""
        return CLAIMING.match(self.prose.text, entity.span.end) is not None

    def _uncounted(self, span: Span, role: Role) -> Entity | None:
        """Return the people whom "others", "most", "seven" are of; where none were named, civilians if it is done to them."""
        if role is Role.ORIGIN and self.prose.words_in(span)[0].key in _ONE_OF_THEM:
            speakers = (e for e in self.entities.earlier(span, 2) if e.role is Role.ORIGIN)
            last = next(speakers, None)
            # "Five hostages were freed. One of them said"; speakers of the same sentence are nearer than whom they speak of.
            apart = last is not None and last.sentence != self.prose.sentence(span.start)
            since = [e for e in self.entities.earlier(span, 2) if last is not None and apart and e.span.start > last.span.end]
            told_of = any(e.grounded.inter == 7 and e.role is not Role.ORIGIN for e in since)
            if last is not None and not told_of and number_of(last.head) == "many" and not last.grounded.also:
                return last
        # "37 of them" points back to whoever was named last, armed or not; so does "another" who does something.
        pointing = any(w.key in ("them", "those", "whom", "these") for w in self.prose.words_in(span))
        fitting = [
            e
            for e in self.entities.earlier(span, 1)
            if not e.person and (e.grounded.inter in (2, 3, 7) or e.head.endswith("s")) and (pointing or self._people(e))
        ]
        fitting = [e for e in fitting if e.role is not Role.ORIGIN and e.grounded.inter is not None]
        people = fitting if pointing or role is Role.ACTOR else [e for e in fitting if e.grounded.inter == 7]
        return people[0] if people else None

    def _people(self, entity: Entity) -> bool:
        """Tell whether a mention's noun is one for people or fighters, of whom a bare number may be: "Isis fighters", not "ECOWAS"."""
        nouns = [w for w in self.prose.words_in(entity.span) if w.key == entity.head]
        small = bool(nouns) and (self.prose.context.all_caps or not nouns[-1].capital or nouns[-1].start == entity.span.start)
        return small and entity.head in lexicon.PLAIN_NOUNS

    def _named_in_full(self, span: Span, role: Role) -> Entity | None:
        """Return the body whose name ends with the noun of a mention: "the mission" of "the OSCE's Special Monitoring Mission"."""
        noun = head_key(self.prose.words_in(span))
        for entity in self.entities.earlier(span, 2 * DESCRIPTION_REACH):
            words = self.prose.words_in(entity.span)
            last = next((n for n, w in enumerate(words) if w.key == noun and w.capital and n), None)
            if last is not None and words[last - 1].capital and not self.prose.context.all_caps and not entity.person:
                return entity
        return None

    def named_so(self, span: Span, entity: Entity) -> bool:
        """Tell whether a body is told of again by the last word of its name: "the network" is no other body's, however near."""
        noun = head_key(self.prose.words_in(span))
        return (
            noun in _LAST_OF_A_NAME
            and entity.named
            and any(w.key == noun and w.capital for w in self.prose.words_in(entity.span))
        )

    def _media(self, span: Span, role: Role) -> Entity | None:
        fitting = [
            e
            for e in self.entities.earlier(span, DESCRIPTION_REACH)
            if e.grounded.kind in (ActorKind.MEDIA, ActorKind.UN, ActorKind.AID)
        ]
        printed = next((e for e in fitting if e.grounded.kind is ActorKind.MEDIA), fitting[0] if fitting else None)
        return printed or self._source(span, role)

    def _source(self, span: Span, role: Role) -> Entity | None:
        fitting = [e for e in self.entities.earlier(span, DESCRIPTION_REACH) if e.role is Role.ORIGIN]
        if head_of(self.prose, span) == "sources":
            fitting = [e for e in fitting if e.head == "sources"]  # "the sources" are several, and told of as such before
        return fitting[0] if fitting else None
