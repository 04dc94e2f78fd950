"""Whom a mention cannot mean, however near they stand: "she" is no army, "a spokesman" has a body that can have one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from fogline.grounding import actor_words as lexicon
from fogline.grounding.coreference_ranking import gender_of
from fogline.grounding.entity import DESCRIPTION_REACH, Entities, Entity
from fogline.grounding.grounding import GroundedActor
from fogline.grounding.plural_words import SIDE_NOUNS
from fogline.grounding.prose import Prose, head_key
from fogline.grounding.quotations import Quotations
from fogline.grounding.referent_reasons import number_of
from fogline.grounding.registry import Word
from fogline.grounding.registry import words as words_of
from fogline.grounding.state_references import HARM
from fogline.grounding.told_people import SOMEBODY
from fogline.grounding.unlisted_groups import UNLISTED
from fogline.grounding.war_sides import UNNAMED_SIDES
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role
from fogline.span import Span

__all__ = ["OFFICERS_OF", "Exclusions", "kin_of_somebody", "names_a_group", "several_meant"]

# How officers of whom no side is said are looked up.
OFFICERS_OF = frozenset(["officials", "body", "group"])
_OFFICERS = word_set("commanders officers officials generals")

# Singular nouns of which none is one person.
_BODIES = (
    (lexicon.FORCES | lexicon.GROUP_NOUNS | lexicon.FIGHTERS | lexicon.MILITIA | lexicon.COALITION | lexicon.MEDIA_NOUNS)
    | (lexicon.BODY_NOUNS | lexicon.MONITORS | lexicon.POSSESSIONS | SIDE_NOUNS)
    | word_set(
        """army military police government ministry department office regime junta state court tribunal parliament council committee commission
        congress company church school hospital crowd family community unit team crew authority administration opposition rebellion country nation
        town village city district report statement study agency embassy party union charity headquarters command mission bureau everybody nobody
        led backed"""
    )
) - (
    SOMEBODY
    | word_set(
        "militant terrorist insurgent rebel combatant militiaman mercenary paramilitary recruit operative volunteer supporter"
    )
)
_MANY = frozenset(["all", "both", "several", "many", "most", "dozens", "hundreds", "scores", "thousands"])
# "A fighter known as Abu Kobo".
_CALLED = frozenset(["known", "called", "named", "nicknamed", "identified"])
_DISPUTES = frozenset(["reject"])
# Whoever does these does them to others.
_TO_OTHERS = (HARM - {"casualty-toll"}) | {"arrest", "accuse", "threaten", "aid"}
# What a name or a post says of the other side is no guess.
_CERTAIN = frozenset(["alias", "role-of"])
_THEIR_OWN = re.compile(
    r"\b(?:own|each other|one another|themsel\w+|itself|rival\w*|infighting|coup|plot\w*|purge\w*|feud\w*|split\w*|dissident\w*|mutin\w+|desert\w+|defect\w+|mistak\w+|friendly)\b",
    re.IGNORECASE,
)
# Men of this creed are told of by it alone, and bodies with these words in a name of theirs are of another.
_CREED = word_set("jihadist jihadists jihadi jihadis islamist islamists takfiri takfiris")
_OF_THE_CREED = word_set("islam islamic islamist jihad jihadist mujahideen mujahedin sharia caliphate salafi prophet ansar")
_OF_NO_CREED = word_set("kurdish kurdistan democratic workers communist maoist coalition marines")
_A_GROUP = word_set("harakat jaysh jaish katibat kataib liwa saraya lashkar jund jamaat ansar fatah team youth relief")
# Around the agency in a dateline.
_BEFORE_A_WIRE = re.compile(r"(?:^|\n)[^.\n]{0,38}\($")
_BEHIND_A_WIRE = re.compile(r"\)\s*(?:--?|[–—])\s")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
# "Byrne's brother": it is the brother of whom is told.
_HAS_KIN = re.compile(r"['’]s? (?:\w+ ){0,2}?(?:" + "|".join(sorted(lexicon.KINSHIP)) + r")\b")


def several_meant(found: Sequence[Word]) -> bool:
    """Tell whether a noun or number means several: "guards", "about 30 gunmen", "eleven"; pronouns are left open."""
    keys = [w.key for w in found]
    if len(keys) == 1 and keys[0] in lexicon.PLURAL_PRONOUNS | lexicon.PERSONAL_PRONOUNS | lexicon.SPEAKER_PRONOUNS:
        return False
    head = head_key(found)
    counted = any((k.isdigit() and k != "1") or k in _MANY or (k in lexicon.NUMBER_WORDS and k != "one") for k in keys[:3])
    return counted or number_of(head) == "many" or head.endswith("men")


def _kin(words: Sequence[Word]) -> bool:
    """Tell whether a mention begins with whose kin somebody is: "Rosa's brother, Tom", "her nephew"."""
    owned = len(words) > 1 and (words[0].text.endswith(_POSSESSIVE) or words[0].key in ("his", "her", "their", "my"))
    return owned and words[1].key in lexicon.KINSHIP and number_of(words[1].key) == "one"


def kin_of_somebody(words: Sequence[Word]) -> str:
    """Return the word for kin by which one person is told of, "" for none: "mother" of "Rosa's mother, Ada"."""
    return words[1].key if _kin(words) else ""


def names_a_group(name: str) -> bool:
    """Tell whether a name on no list is a group's by a word of it: "Jaysh Orvat"."""
    return not _A_GROUP.isdisjoint(name.casefold().split())


class Exclusions:
    """Whom the mentions of one report cannot mean.

    ``apart`` are, by mention, those on the other side of its event, ``deeds`` the types of what it is the doer of, and ``out``
    is who each mention stands for so far.
    """

    def __init__(
        self,
        prose: Prose,
        entities: Entities,
        apart: Mapping[Span, frozenset[Span]],
        deeds: Mapping[Span, frozenset[str]],
        out: Mapping[Span, GroundedActor],
    ) -> None:
        self.prose, self.entities, self.apart, self.deeds, self.out = prose, entities, apart, deeds, out
        self.quotations = Quotations(prose.text, entities)
        self.places = frozenset(place.casefold() for place in prose.context.places)

    def other_side(self, span: Span, entity: Entity) -> bool:
        """Tell whether somebody is on the other side of the event of a mention, under whatever name."""
        others = self.apart.get(span, frozenset())
        return entity.span in others or entity.grounded.name in self._names_of(others)

    def harms(self, span: Span, entity: Entity) -> bool:
        """Tell whether somebody does harm to whom a mention means: whoever attacks "it" is not it."""
        others = (s for s in self.apart.get(span, ()) if not HARM.isdisjoint(self.deeds.get(s, ())))
        return entity.grounded.name in self._names_of(others)

    def not_theirs(self, span: Span, entity: Entity) -> bool:
        """Tell whether forces are none of somebody's: whoever fights them; who disputes what they did may have them."""
        doing = span in self.deeds
        others = [s for s in self.apart.get(span, ()) if doing or self.deeds.get(s) != _DISPUTES]
        return entity.span in others or entity.grounded.name in self._names_of(others)

    def against(self, span: Span, name: str) -> bool:
        """Tell whether a name is that of the other side where one does harm to another: whom they attack are not they.

        Only where that side's own words name it, and the text tells of no fight within one body.
        """
        for other in self.apart.get(span, ()):
            held, types = self.out.get(other), {*self.deeds.get(span, ()), *self.deeds.get(other, ())}
            if held is None or held.basis not in _CERTAIN or held.name.casefold() != name.casefold() or not types & _TO_OTHERS:
                continue
            start, end = min(span.start, other.start), max(span.end, other.end)
            if _THEIR_OWN.search(self.prose.text, max(0, start - 60), end + 60) is None:
                return True
        return False

    def accuses(self, head: str, name: str, doers: Iterable[Span]) -> bool:
        """Tell whether officers tell of a rebel group by its name that it did harm: "commanders said the Herons had raided Orvat".

        They are of another side; one commander or spokesman may tell of his own.
        """
        held = [self.out[s] for s in doers if s in self.out]
        rebels = (a for a in held if a.basis == "alias" and a.inter in (2, 3))
        return head in _OFFICERS and any(a.name.casefold() == name for a in rebels)

    def of_the_creed(self, span: Span) -> bool:
        """Tell whether a mention is of jihadists by its noun: "the jihadists", "19 of the islamists"; not of those who fight them."""
        words = self.prose.words_in(span)
        return bool(words) and (head_key(words) in _CREED or words[-1].key in _CREED)

    def of_no_creed(self, actor_id: str | None) -> bool:
        """Tell whether a body on file is no jihadists': a state, or a group whose names say that it is of another mind."""
        actor = self.prose.registry.get(actor_id) if actor_id else None
        if actor is None:
            return False
        called = {w.key for name in (actor.name, *actor.aliases) for w in words_of(name)}
        return actor.region == "states" or (bool(called & _OF_NO_CREED) and not called & _OF_THE_CREED)

    def _names_of(self, others: Iterable[Span]) -> frozenset[str]:
        return frozenset(one.name for s in others if (held := self.out.get(s)) is not None for one in (held, *held.also))

    def one_person(self, entity: Entity) -> bool:
        """Tell whether "he" or "she" may be somebody: no state, no body and not several."""
        if entity.person or entity.grounded.also:
            return entity.person
        words = self.prose.words_in(entity.span)
        if len(words) > 3 and words[1].key in SOMEBODY and words[2].key in _CALLED:
            return True
        if _kin(words):
            return True
        if entity.grounded.name in UNNAMED_SIDES:
            return True  # "a rebel" is told of by his side
        if self._may_be_a_name(entity, words):
            return True
        nouns = [w for w in words if w.key == entity.head]
        if any(w.key in _BODIES and (n.key.endswith("ing") or n.key in ("which", "that")) for w, n in pairwise(words)):
            return False  # "a group monitoring the war"
        small = bool(nouns) and (not nouns[-1].capital or (self.prose.context.all_caps and entity.grounded.basis != "alias"))
        return small and number_of(entity.head) == "one" and not entity.head.endswith("men") and entity.head not in _BODIES

    def _may_be_a_name(self, entity: Entity, words: Sequence[Word]) -> bool:
        """Tell whether a mention opens with first name and surname of somebody on no list: "Ada Kobo of the Lantern group"."""
        kept = entity.grounded.basis == "unknown" and not entity.grounded.reason.endswith(UNLISTED)
        if not kept or self.prose.context.all_caps or entity.head in _BODIES:
            return False
        return len(words) > 1 and words[0].capital and words[1].capital and entity.head == words[1].key

    def owner_of_kin(self, entity: Entity) -> bool:
        """Tell whether somebody is named only to say whose kin is told of: "Byrne" of "Byrne's brother"."""
        return _HAS_KIN.match(self.prose.text, entity.span.end) is not None

    def one_by_name(self, entity: Entity) -> bool:
        """Tell whether somebody on no list is one person whom the text names: no "they"."""
        grounded = entity.grounded
        named = entity.named and not grounded.name[:1].islower() and grounded.basis == "unknown"
        named = named and not names_a_group(grounded.name)
        return entity.person and named and grounded.actor_id is None and not grounded.also and number_of(entity.head) == "one"

    def is_a_place(self, entity: Entity) -> bool:
        """Tell whether a name is a place's of which nobody speaks as of somebody: no "she" and no "they"."""
        grounded = entity.grounded
        return grounded.actor_id is None and grounded.name.casefold() in self.places

    def wires_the_report(self, entity: Entity) -> bool:
        """Tell whether a name is the news agency's in a dateline, of which the report does not tell: "ORVAT (Lantern Wire) - Shells fell"."""
        before = self.prose.text[max(0, entity.span.start - 40) : entity.span.start]
        behind = self.prose.text[entity.span.end : entity.span.end + 6]
        return _BEFORE_A_WIRE.search(before) is not None and _BEHIND_A_WIRE.match(behind) is not None

    def has_a_spokesman(self, entity: Entity) -> bool:
        """Tell whether "a spokesman" and "the commander" may be somebody's, or be somebody: not nameless gunmen, people and towns."""
        grounded = entity.grounded
        if grounded.actor_id is not None or grounded.name in UNNAMED_SIDES:
            return True
        if entity.person and (entity.head in lexicon.POSTS | lexicon.MILITARY_TITLES):
            return True
        return not grounded.name[:1].islower() and grounded.name.casefold() not in self.places and grounded.inter != 7

    def names(self, span: Span, role: Role) -> frozenset[str]:
        """Return the names in lower case that a mention cannot mean.

        "Him" in a quotation is not its speaker; "they" who do harm in it are not the speaker's side, nor is "a spokesman" who
        says it theirs; and "he" behind "Rosa's brother" is not Rosa.
        """
        out = self._accused(span) if role is Role.ORIGIN else frozenset()
        found = self.prose.words_in(span)
        if len(found) != 1:
            return out
        key = found[0].key
        if role is Role.TARGET:
            out = self._whose_kin(span, key)
        harms = role is Role.ACTOR and key in ("they", "it") and not HARM.isdisjoint(self.deeds.get(span, ()))
        if key in lexicon.PERSONAL_PRONOUNS or harms:
            speaker = self.quotations.may_speak(span.start)
            if speaker is not None and (speaker.person if not harms else not self._told_of(speaker, span)):
                out |= {speaker.grounded.name.casefold()}
        return out

    def _accused(self, span: Span) -> frozenset[str]:
        """Return by name who "they" are that do harm in the quotation that a mention of its speaker stands behind."""
        quote = self.quotations.spoken_by(span)
        if quote < 0:
            return frozenset()
        near = self.entities.earlier(span, DESCRIPTION_REACH)
        inside = (e for e in near if self.quotations.around(e.span.start) == quote)
        theirs = (
            e
            for e in inside
            if e.span.of(self.prose.text).casefold() == "they" and not HARM.isdisjoint(self.deeds.get(e.span, ()))
        )
        return frozenset(e.grounded.name.casefold() for e in theirs)

    def _whose_kin(self, span: Span, key: str) -> frozenset[str]:
        """Return by name whose brother "he" is, where a brother was told of last: "Rosa's brother was seized. *He* was found dead".

        Of whoever suffers alone: she who speaks for her brother is Rosa.
        """
        if key not in lexicon.PERSONAL_PRONOUNS:
            return frozenset()
        last = next((e for e in self.entities.earlier(span, 1) if self.one_person(e)), None)
        words = self.prose.words_in(last.span) if last is not None else ()
        if not _kin(words) or not words[0].capital or gender_of([words[1].key]) != gender_of([key]):
            return frozenset()
        owner = re.sub(r"['’]s?$", "", words[0].text)
        told = self.entities.earlier(span, DESCRIPTION_REACH)
        return frozenset(e.grounded.name.casefold() for e in told if e.grounded.name.split()[-1:] == [owner])

    def _told_of(self, speaker: Entity, span: Span) -> bool:
        """Tell whether a speaker's own side is told of in the same quotation before a mention: "our men held, and they fired back"."""
        quote = self.quotations.around(span.start)
        inside = (e for e in self.entities.earlier(span, DESCRIPTION_REACH) if self.quotations.around(e.span.start) == quote)
        return any(e.grounded.name == speaker.grounded.name for e in inside)

    def named_in_own_words(self, span: Span, entity: Entity) -> bool:
        """Tell whether somebody is named in the quotation that the mention of its speaker stands behind: "“Ada is dead,” she says"."""
        quote = self.quotations.spoken_by(span)
        return quote >= 0 and self.quotations.around(entity.span.start) == quote
