"""Who does what a claim tells of, and to whom: the mentions that the reader marked, less those who only stand beside the deed.

Whoever reports a deed has not done it by that; whoever only says who
another is takes no part; "it" and "we" may be whoever speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from fogline.claims.claim import ActorMention, Voice
from fogline.claims.clauses import of_whose_office, tells_who, whom_it_follows
from fogline.claims.denial import AND_DEED, own_of
from fogline.claims.voice import speaking_along
from fogline.grounding import actor_words as lexicon
from fogline.grounding.first_person import says_our_own
from fogline.grounding.ground import Grounding
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.noun_phrase import words_of
from fogline.grounding.number import CARDINALS
from fogline.grounding.quotations import quotation_at
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Argument, EventMention, Role
from fogline.reading.types import TYPES, Family
from fogline.span import Span


@dataclass(frozen=True, slots=True)
class Denied:
    """A denial over an event: the verb that denies, and who "its troops" in what is denied are of."""

    verb: Span
    side: GroundedActor


def participants(
    event: EventMention, grounding: Grounding, text: str, origin: tuple[Voice, ...], denied: Denied | None = None
) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
    """Return the doers and the targets of an event."""
    doers = mentions_of(event, Role.ACTOR, grounding, text, origin, denied)
    targets = mentions_of(event, Role.TARGET, grounding, text, origin, denied)
    return doers, tuple(t for target in targets if (t := _of_another_side(target, doers, event, text)) is not None)


# What is done to a person and not to the body they speak for.
HARM = word_set("""attack abduction arrest armed-clash air-strike shelling explosive suicide-bomb chemical-weapon sexual-violence casualty-toll
    hardship""")


def in_person(role: Role, claim_type: str) -> bool:
    """Tell whether an event concerns whoever is named in person: a victim, or somebody who flees."""
    return (role is Role.TARGET and claim_type in HARM) or (role is Role.ACTOR and claim_type == "displacement")


def as_victim(actor: GroundedActor) -> GroundedActor:
    """Return a named person under their own name, whoever they speak for: "a named victim keeps their own name"."""
    name = actor.person or actor.name
    reason = f"{name} of {actor.name}, concerned in person"
    return replace(actor, name=name, actor_id=None, basis="unknown", reason=reason, also=())


_TELLERS = frozenset({ActorKind.MONITOR, ActorKind.MEDIA})
_DEEDS = frozenset({Family.VIOLENCE, Family.TERRITORY})
# "The patrol heard", "observers counted": what is heard or counted is the deed of others, as "saw and shot" is not.
_PERCEIVES = re.compile(
    r"\s+(?:(?:has|have|had|also|later|again)\s+)*(?:\w+ly\s+)?(?:hears?|heard|sees|saw|seen|observed?|observes|recorded|records|registered|counted"
    r"|noted|noticed|witnessed|documented|detected|logged|found)\b(?!\s+and\b)",
    re.IGNORECASE,
)
# Nobody tells of bombings and murders as their own unless the words say so; of fighting and of strikes those tell who did it.
_CRIMES = frozenset(["attack", "explosive", "suicide-bomb", "chemical-weapon", "sexual-violence", "abduction", "casualty-toll"])
_DEAD = re.compile(r"\b(?:dead|died|deaths?|tolls?|figures?|bodies|corpses)\b", re.IGNORECASE)
_OWN_WORD = re.compile(r"\s*,?\s*(?:\w+\s+){0,2}(?:claims?|claimed|claiming)\b|.*\bto\s+have\s+\Z", re.IGNORECASE | re.DOTALL)


def _only_tells(actor: GroundedActor, claim_type: str, origin: tuple[Voice, ...]) -> bool:
    """Tell whether somebody named as doer is the monitor or outlet that reports the deed, and so no doer of it."""
    return actor.kind in _TELLERS and TYPES[claim_type].family in _DEEDS and any(v.name == actor.name for v in origin)


def _perceives(span: Span, event: EventMention, text: str) -> bool:
    """Tell whether somebody saw, heard or counted what was done: "the patrol heard shelling"."""
    seen = _PERCEIVES.match(text, span.end)
    if seen is None or seen.end() > event.trigger.start or TYPES[event.type].family not in _DEEDS:
        return False
    # "Found the men and shot them" does both.
    did = AND_DEED.search(text, seen.end(), event.trigger.end)
    return did is None or _PERCEIVES.match(text, did.end() - len(did.group().split()[-1]) - 1) is not None


def _tells_of_it(span: Span, event: EventMention, origin: tuple[Voice, ...], text: str) -> bool:
    """Tell whether a doer is named as who speaks of the dead, outside the words for the deed: "the police spoke of nine dead"."""
    if event.quote.overlap(span) or not any(v.span is not None and v.span.contains(span) for v in origin):
        return False
    if event.type not in _CRIMES and not (TYPES[event.type].family is Family.VIOLENCE and _DEAD.search(event.trigger.of(text))):
        return False
    return _OWN_WORD.match(text[span.end : event.quote.start]) is None


def _stands_for_the_speaker(span: Span, text: str, actor: GroundedActor | None, speaker: Voice) -> bool:
    """Tell whether words stand for whoever speaks: "we", "us", and in a quotation "our guys", "my men".

    Not where the words name somebody else ("our Russian brothers"), and residents have no men.
    """
    said = span.of(text)
    # "US" is a country, "us" are those who speak.
    if said.casefold() in lexicon.SPEAKER_PRONOUNS and said != "US":
        return True
    if speaker.kind is ActorKind.WITNESS or quotation_at(text, span.start) < 0:
        return False
    named = actor is not None and actor.basis in ("alias", "role-of")
    return not named and says_our_own(words_of(text, span.start, span.end))


_BESIDE = r"['’]?(?:\s*,[^,.;:“”\"\n]{1,80},)?\s*,?\s*(?:[\w'’-]+\s+){0,3}?"
_WHEN_AND_THAT = r"\s+(?:on\s+\w+\s+|in\s+an?\s+\w+\s+)?(?:that\s+)?"
# "The army said it had", "the council, caught off guard, said it would": "it" is the army, the council.
_SAID_IT = re.compile(
    rf"{_BESIDE}(?:said|says|added|adds|claimed|claims|announced|announces|stated|states|reported|reports|acknowledged"
    rf"|admitted|confirmed|insisted){_WHEN_AND_THAT}",
    re.IGNORECASE,
)
# Of "he" fewer verbs tell: who confirms that "he" fled may speak of another.
_SAID_HE = re.compile(rf"{_BESIDE}(?:said|says|added|adds|insisted){_WHEN_AND_THAT}", re.IGNORECASE)
_POSTS = frozenset(w for w in lexicon.POSTS | lexicon.MILITARY_TITLES if not w.endswith("s"))
# "Ada Byrne", "Delmar's Byrne", where no list knows the name.
_FULL_NAME = re.compile(r"(?:[A-Z][\w'’-]*\s+)+[A-Z][\w'’-]*")


def _is_the_speaker(span: Span, text: str, origin: tuple[Voice, ...], grounding: Grounding) -> bool:
    """Tell whether "it" or "he" stands right behind who speaks and the verb of speaking.

    Residents and activists are no "it", what papers tell of is seldom they themselves, and only one person is "he": a spokesman, a leader.
    """
    word = span.of(text).casefold()
    if word not in ("it", "he", "she") or not origin or origin[0].kind is ActorKind.WITNESS:
        return False
    said = origin[0].span
    if said is None or said.end > span.start:
        return False
    if word == "it":
        return origin[0].kind is not ActorKind.MEDIA and _SAID_IT.fullmatch(text, said.end, span.start) is not None
    return _is_one_person(said, text, grounding) and _SAID_HE.fullmatch(text, said.end, span.start) is not None


def _is_one_person(span: Span, text: str, grounding: Grounding) -> bool:
    """Tell whether a mention is of one person, by their post or by a full name."""
    held = grounding.actors.get(span)
    if held is not None and held.person is not None:
        return True
    unlisted = held is not None and held.actor_id is None and held.basis == "unknown"
    named = unlisted and not span.of(text).isupper() and _FULL_NAME.fullmatch(text, span.start, span.end) is not None
    return named or any(w.key in _POSTS for w in words_of(text, span.start, span.end))


_NOBODY = word_set(
    "at least more than less fewer up to about around some nearly almost over very including among as only just between and an be been pro non anti"
)
_NEITHER = (["no", "one"], ["neither", "side"], ["neither", "of"])
# Part of those whom another mention names: "half of them children".
_PART_OF_THEM = re.compile(
    r"(?:than\s+)?(?:half|most|many|some|several|one|two|three|\d+)\s+of\s+(?:them|whom)\b.*", re.IGNORECASE | re.DOTALL
)


def _names_nobody(argument: Argument, event: EventMention, text: str) -> bool:
    """Tell whether words are only a part of a number or of other words, or nobody: "at least", "25", "half of them children", "no one"."""
    words = re.findall(r"[\w,.]+", argument.span.of(text).casefold())
    if words[:1] in (["nobody"], ["none"]) or words == ["neither"] or words[:2] in _NEITHER:
        return True
    if all(w in _NOBODY for w in words):
        return True
    beside = len(event.having(argument.role)) > 1
    if beside and all(w in _NOBODY or w in CARDINALS or w[:1].isdigit() for w in words):
        return True
    return beside and _PART_OF_THEM.fullmatch(argument.span.of(text)) is not None


# "The town fell to the rebels", "the army lost the town to them": who stands behind "to" has taken it.
_TAKEN_BY = re.compile(
    r"(?P<lost>lost|loses?|losing|ceded|cedes?|ceding|fell|falls?|fallen|falling)\b[^.;:“”\"\n]{0,60}?\bto\s+(?:the\s+)?",
    re.IGNORECASE,
)
_LOST_OR_FELL = re.compile(r"\b(?:los|ced|fell|fall)", re.IGNORECASE)


def _in_role(event: EventMention, role: Role, text: str) -> Sequence[Argument]:
    """Return the mentions of one role; of a town that falls to somebody, whoever takes it is the doer, and who loses it the target."""
    found = event.having(role)
    others = event.having(Role.TARGET if role is Role.ACTOR else Role.ACTOR)
    if event.type != "territory-gained":
        return found
    verb = next((m for a in (*found, *others) if (m := _taken_by(event, a.span, text)) is not None), None)
    if verb is None:
        return found
    if role is Role.ACTOR:
        mine = [a for a in (*found, *others) if a.span.start >= verb.end()]
    else:
        # Whoever lost or ceded it; in front of "fell" stands the town.
        losers = [a for a in others if a.span.end <= verb.start() and verb["lost"].casefold()[0] in "lc"]
        mine = [*losers, *(a for a in found if a.span.start < verb.end())]
    return [replace(a, role=role) for a in mine]


def _taken_by(event: EventMention, taker: Span, text: str) -> re.Match[str] | None:
    """Return the words by which a place is told to fall to somebody: "fell to"."""
    verb = _LOST_OR_FELL.search(text, event.trigger.start, event.trigger.end)
    return _TAKEN_BY.fullmatch(text, verb.start(), taker.start) if verb is not None and verb.start() < taker.start else None


def mentions_of(
    event: EventMention,
    role: Role,
    grounding: Grounding,
    text: str,
    origin: tuple[Voice, ...],
    denied: Denied | None = None,
) -> tuple[ActorMention, ...]:
    """Return the doers or targets of an event; "we" is whoever speaks, "its troops" in a denial are of who denies."""
    out: dict[str, ActorMention] = {}
    arguments = _in_role(event, role, text)
    targets = [a.span for a in event.having(Role.TARGET)] if role is Role.ACTOR else []
    deed = TYPES[event.type].family is Family.VIOLENCE or event.type == "arrest"
    for argument in arguments:
        span = argument.span
        others = [a.span for a in arguments if a.span != span]
        if _names_nobody(argument, event, text) or any(tells_who(span, other, event.trigger, text) for other in others):
            continue
        if in_person(role, event.type) and any(of_whose_office(span, other, text) for other in others):
            continue
        if deed and any(t.contains(span) and t != span for t in targets):
            continue  # "army" of "an ambush on the army's convoy" did not lay it
        if role is Role.ACTOR and (_perceives(span, event, text) or _tells_of_it(span, event, origin, text)):
            continue
        for mention in _meant_by(span, role, event, grounding, text, origin, denied):
            out.setdefault(mention.name.casefold(), mention)
    return tuple(out.values())


def _meant_by(
    span: Span,
    role: Role,
    event: EventMention,
    grounding: Grounding,
    text: str,
    origin: tuple[Voice, ...],
    denied: Denied | None,
) -> list[ActorMention]:
    """Return those whom one mention stands for as a doer or target."""
    words = span.of(text)
    if role is Role.ACTOR and denied is not None and own_of(span, denied.verb, text):
        own = denied.side
        reason = f"'{words}', in what is denied, is of {own.name}."
        return [ActorMention(own.name, words, span, own.actor_id, own.inter, "coreference", reason)]
    # "Which" may be a deed: "a raid on a convoy, which killed ten".
    before = whom_it_follows(span, grounding.actors, text) if words.casefold() != "which" else None
    actor = grounding.actors.get(before or span)
    itself = role is Role.ACTOR and _is_the_speaker(span, text, origin, grounding)
    if itself or (origin and _stands_for_the_speaker(span, text, actor, origin[0])):
        said = origin[0]
        reason = f"'{words}' is the speaker, {said.name}."
        return [ActorMention(said.name, words, span, said.actor_id, None, "coreference", reason)]
    if actor is None:
        return [ActorMention(words, words, span)]
    if in_person(role, event.type) and actor.person is not None:
        actor = as_victim(actor)
    return [
        ActorMention(one.name, words, span, one.actor_id, one.inter, one.basis, one.reason)
        for one in (actor, *actor.also, *speaking_along(words, actor, origin))
        if role is not Role.ACTOR or not _only_tells(one, event.type, origin)
    ]


_FIGHTING = frozenset(["armed-clash", "air-strike", "shelling"])
# Words by which soldiers are told to have struck their own.
_THEIR_OWN = re.compile(
    r"\b(?:its|their|his|her|our|own|fellow|desert\w+|mutin\w+|defect\w+|comrades?|colleagues?|friendly|mistake\w*|accident\w*|quarrel\w*|drunk)\b",
    re.IGNORECASE,
)


def _of_another_side(target: ActorMention, doers: Sequence[ActorMention], event: EventMention, text: str) -> ActorMention | None:
    """Return a target as far as it is not the doer; None where a threat or a demand would be one's own.

    Bare "servicemen" are taken for those of the state at war; not where it is that state's army that kills them.
    """
    same = [d for d in doers if d.actor_id is not None and d.actor_id == target.actor_id]
    if not same or target.span is None:
        return target
    if event.type == "threaten" or (event.type == "request" and target.basis == "coreference"):
        return None
    named = any(d.basis in ("alias", "role-of", "coreference") for d in same)
    told = event.quote.cover(target.span).cover(event.trigger)
    if event.type in _FIGHTING and target.basis == "description" and named and not _THEIR_OWN.search(told.of(text)):
        words = target.span.of(text)
        return ActorMention(words, words, target.span, reason=f"Whose '{words}' are is not said; {target.name} did it.")
    return target
