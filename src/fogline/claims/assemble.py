"""Puts claims together from what was read and what it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.claim import ActorMention, Claim, ClaimPlace, ClaimTime, Count, Voice
from fogline.claims.denial import OWN, denial_over, denier_of, denies, own_of, refuted
from fogline.claims.voice import Speech, origin_of, speaking_along, voice_of
from fogline.grounding.first_person import says_our_own
from fogline.grounding.ground import GroundedEvent, Grounding
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.noun_phrase import words_of
from fogline.grounding.number import CARDINALS
from fogline.grounding.span_index import SpanIndex
from fogline.grounding.word_lists import word_set
from fogline.intake.report import Report
from fogline.reading.reading import Argument, EventMention, Modality, Reading, Role
from fogline.reading.types import TYPES, Family
from fogline.span import Span


def assemble(report: Report, reading: Reading, grounding: Grounding) -> tuple[Claim, ...]:
    """Return the claims of a report in text order: one origin chain, one event or state each."""
    claims: dict[str, Claim] = {}
    sentences, speech = SpanIndex(reading.sentences), Speech(reading.attributions)
    threats = [e for e in reading.events if e.type == "threaten" and _THREAT.search(e.trigger.of(report.text))]
    for grounded in grounding.events:
        if _threatened(grounded.event, threats, report.text) or _nobody_claims(grounded.event, report.text):
            continue
        sentence = sentences.first(grounded.event.trigger) or grounded.event.quote
        claim = _claim(report, reading, grounding, grounded, sentence, speech)
        claims.setdefault(claim.id, claim)
    return tuple(claims.values())


_THREAT = re.compile(r"\b(?:threat|warn)", re.IGNORECASE)
# "Threatened to", "warned Kyiv that it would": what is threatened is in the threat.
_TO = re.compile(r"\s+(?:[\w'’-]+\s+){0,3}?to\s+(?:\w+ly\s+)?", re.IGNORECASE)


def _threatened(event: EventMention, threats: Sequence[EventMention], text: str) -> bool:
    """Tell whether an event is what a threat of the same sentence threatens: "threatened to attack" is one claim."""
    return event.type != "threaten" and any(
        other.quote.contains(event.trigger)
        and other.trigger.end < event.trigger.start
        and _TO.fullmatch(text[other.trigger.end : event.trigger.start]) is not None
        for other in threats
    )


def _claim(
    report: Report, reading: Reading, grounding: Grounding, grounded: GroundedEvent, sentence: Span, speech: Speech
) -> Claim:
    event, text = grounded.event, report.text
    origin = origin_of(event, speech, grounding, text)
    verb = denial_over(event, sentence, text)
    denier = denier_of(verb, reading) if verb else None
    modality = event.modality
    if verb is not None and modality in (Modality.ACTUAL, Modality.POSSIBLE):
        modality = Modality.NEGATED
        standing = tuple(v for v in origin if v.span is None or not refuted(v.span, event, sentence, text))
        origin = standing or ((voice_of(denier, grounding, text),) if denier is not None else origin)
    if denier is not None and denier in grounding.actors:
        origin = tuple(v for v in origin if v.name == grounding.actors[denier].name) or origin
    actor = _mentions(event, Role.ACTOR, grounding, text, origin, verb, denier)
    target = _mentions(event, Role.TARGET, grounding, text, origin, verb, denier)
    if event.type == "reject":
        target = _not_refusing(target, actor, denies(event, text), text)
    if not actor and origin and _claims_it(event, text):
        actor = (_of_voice(origin[0]),)
    hedge = _one(event, Role.HEDGE)
    medium = _one(event, Role.MEDIUM)
    return Claim(
        id=Claim.id_for(report.id, event.quote, event.trigger, event.type, origin),
        report_id=report.id,
        outlet=report.outlet,
        published_on=report.published_on,
        quote=event.quote.of(text),
        quote_span=event.quote,
        trigger=event.trigger.of(text),
        trigger_span=event.trigger,
        type=event.type,
        modality=modality,
        actor=actor,
        target=target,
        place=_place(grounded, text),
        time=_time(grounded, text),
        counts=tuple(Count(q.what, q.who, q.low, q.high, span.of(text), span, q.flags, q.basis) for q, span in grounded.counts),
        origin=origin,
        medium=medium.of(text) if medium else None,
        medium_span=medium,
        hedge=hedge.of(text) if hedge else None,
        hedge_span=hedge,
        verification=event.verification,
        evidence=tuple((a.span.of(text), a.span) for a in event.having(Role.EVIDENCE)),
        part=report.part_at(event.trigger.start),
        score=event.score,
        probability=event.probabilities.claim if event.probabilities else None,
        model=reading.model,
    )


def _not_refusing(
    targets: tuple[ActorMention, ...], actors: tuple[ActorMention, ...], verb: Span | None, text: str
) -> tuple[ActorMention, ...]:
    """Return whose claim or demand is refused: never that of who refuses, nor that of their troops in the words of a denial."""
    refusing = {a.name for a in actors}
    return tuple(t for t in targets if not _theirs(t, refusing, verb, text))


def _theirs(target: ActorMention, refusing: set[str], verb: Span | None, text: str) -> bool:
    if target.name in refusing and target.actor_id is not None:
        return True  # "Moscow denies targeting civilians": whoever spoke of them before is no target of the denial
    if target.span is None:
        return False
    if verb is not None and own_of(target.span, verb, text):
        return True
    return target.name in refusing and target.span.of(text).split(maxsplit=1)[0].casefold() in OWN


# "Claimed responsibility for an ambush", "claimed the bombing": whoever claims it has done it.
_CLAIMS_IT = re.compile(
    r"\bclaim(?:ed|s|ing)\s+(?:(?:full\s+)?(?:responsibility|credit)\s+for\s+)?(?:(?:the|a|an|its|this|that|two|both|last)\s+(?:[\w-]+\s+){0,3})?\Z",
    re.IGNORECASE,
)
_DONE = frozenset({Family.VIOLENCE})


def _claims_it(event: EventMention, text: str) -> bool:
    """Tell whether an event is one whose doing its speaker claims."""
    if TYPES[event.type].family not in _DONE:
        return False
    before = text[max(0, event.trigger.start - 90) : event.trigger.start]
    return _CLAIMS_IT.search(before) is not None and not re.search(
        r"\b(?:no ?body|no one|no group|not|never|none)\b[^.;]*\Z", before, re.IGNORECASE
    )


_NOBODY_CLAIMS = re.compile(r"\b(?:no ?body|no one|no (?:armed )?groups?|none)(?: \w+){0,4} claimed\b", re.IGNORECASE)


def _nobody_claims(event: EventMention, text: str) -> bool:
    """Tell whether it is only said that nobody claims a deed: the deed is told elsewhere, and this does not deny it."""
    if TYPES[event.type].family is not Family.VIOLENCE or not event.trigger.of(text).casefold().startswith(
        ("claim", "has claim", "have claim")
    ):
        return False
    return _NOBODY_CLAIMS.search(text[max(0, event.trigger.start - 60) : event.trigger.end]) is not None


def _of_voice(voice: Voice) -> ActorMention:
    return ActorMention(voice.name, voice.text, voice.span, voice.actor_id, None, voice.basis, f"{voice.name} claims the deed.")


def _one(event: EventMention, role: Role) -> Span | None:
    return next((a.span for a in event.having(role)), None)


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


def _only_tells(actor: GroundedActor, claim_type: str, origin: tuple[Voice, ...]) -> bool:
    """Tell whether somebody named as doer is the monitor or outlet that reports the deed, and so no doer of it."""
    return actor.kind in _TELLERS and TYPES[claim_type].family in _DEEDS and any(v.name == actor.name for v in origin)


_FIRST_PERSON = frozenset({"i", "we", "us", "me", "my", "our", "ours", "myself", "ourselves"})


def _stands_for_the_speaker(span: Span, text: str, actor: GroundedActor | None, speaker: Voice) -> bool:
    """Tell whether words stand for whoever speaks: "we", "us", and in a quotation "our guys", "my men".

    Not where the words name somebody else ("our Russian brothers"), and residents have no men.
    """
    said = span.of(text)
    # "US" is a country, "us" are those who speak.
    if said.casefold() in _FIRST_PERSON and said != "US":
        return True
    if speaker.kind is ActorKind.WITNESS or not _quoted(span, text):
        return False
    named = actor is not None and actor.basis in ("alias", "role-of")
    return not named and says_our_own(words_of(text, span.start, span.end))


def _quoted(span: Span, text: str) -> bool:
    """Tell whether words stand between quotation marks, which end with their paragraph."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


# "The army said it had": "it" is the army.
_SAID_IT = re.compile(
    r"['’]?\s*,?\s*(?:[\w'’-]+\s+){0,3}?(?:said|says|added|adds|claimed|claims|announced|announces|stated|states|reported|reports|acknowledged"
    r"|admitted|confirmed|insisted|SAID|ADDED|CLAIMED|ANNOUNCED|STATED|REPORTED|CONFIRMED|INSISTED)\s+"
    r"(?:(?:on|ON)\s+\w+\s+|(?:in|In|IN)\s+(?:a|A|an|AN)\s+\w+\s+)?(?:(?:that|THAT)\s+)?"
)


def _is_the_speaker(span: Span, text: str, origin: tuple[Voice, ...]) -> bool:
    """Tell whether "it" stands right behind who speaks and the verb of speaking; residents and activists are no "it"."""
    if span.of(text).casefold() != "it" or not origin or origin[0].kind is ActorKind.WITNESS:
        return False
    if origin[0].span is None or origin[0].span.end > span.start:
        return False
    return _SAID_IT.fullmatch(text[origin[0].span.end : span.start]) is not None


_NOBODY = word_set(
    "at least more than less fewer up to about around some nearly almost over very including among as only just between and an be been pro non anti"
)
# Part of those whom another mention names: "half of them children".
_PART_OF_THEM = re.compile(
    r"(?:than\s+)?(?:half|most|many|some|several|one|two|three|\d+)\s+of\s+(?:them|whom)\b.*", re.IGNORECASE | re.DOTALL
)


def _names_nobody(argument: Argument, event: EventMention, text: str) -> bool:
    """Tell whether words are only a part of a number or of other words, or nobody: "at least", "25", "half of them children", "no one"."""
    words = re.findall(r"[\w,.]+", argument.span.of(text).casefold())
    if words[:1] in (["nobody"], ["none"]) or words[:2] == ["no", "one"]:
        return True
    if all(w in _NOBODY for w in words):
        return True
    beside = len(event.having(argument.role)) > 1
    if beside and all(w in _NOBODY or w in CARDINALS or w[:1].isdigit() for w in words):
        return True
    return beside and _PART_OF_THEM.fullmatch(argument.span.of(text)) is not None


def _mentions(
    event: EventMention,
    role: Role,
    grounding: Grounding,
    text: str,
    origin: tuple[Voice, ...],
    verb: Span | None = None,
    denier: Span | None = None,
) -> tuple[ActorMention, ...]:
    """Return the doers or targets of an event; "we" is whoever speaks, "its troops" in a denial are of who denies."""
    out: dict[str, ActorMention] = {}
    targets = [a.span for a in event.having(Role.TARGET)] if role is Role.ACTOR else []
    deed = TYPES[event.type].family is Family.VIOLENCE or event.type == "arrest"
    for argument in event.having(role):
        if _names_nobody(argument, event, text):
            continue
        if deed and any(t.contains(argument.span) and t != argument.span for t in targets):
            continue  # "army" of "an ambush on the army's convoy" did not lay it
        actor = grounding.actors.get(argument.span)
        words = argument.span.of(text)
        if (
            verb is not None
            and role is Role.ACTOR
            and own_of(argument.span, verb, text)
            and denier is not None
            and denier in grounding.actors
        ):
            own = grounding.actors[denier]
            reason = f"'{words}', in what {own.name} denies, is of {own.name}."
            out.setdefault(
                own.name.casefold(), ActorMention(own.name, words, argument.span, own.actor_id, own.inter, "coreference", reason)
            )
            continue
        if role is Role.ACTOR and _is_the_speaker(argument.span, text, origin):
            said = origin[0]
            reason = f"'{words}' is the speaker, {said.name}."
            out.setdefault(
                said.name.casefold(), ActorMention(said.name, words, argument.span, said.actor_id, None, "coreference", reason)
            )
            continue
        if origin and _stands_for_the_speaker(argument.span, text, actor, origin[0]):
            speaker = origin[0]
            reason = f"'{words}' is the speaker, {speaker.name}."
            mention = ActorMention(speaker.name, words, argument.span, speaker.actor_id, None, "coreference", reason)
        elif actor is None:
            mention = ActorMention(words, words, argument.span)
        else:
            if in_person(role, event.type) and actor.person is not None:
                actor = as_victim(actor)
            for one in (actor, *actor.also, *speaking_along(words, actor, origin)):
                if role is Role.ACTOR and _only_tells(one, event.type, origin):
                    continue
                mention = ActorMention(one.name, words, argument.span, one.actor_id, one.inter, one.basis, one.reason)
                out.setdefault(mention.name.casefold(), mention)
            continue
        out.setdefault(mention.name.casefold(), mention)
    return tuple(out.values())


def _place(grounded: GroundedEvent, text: str) -> ClaimPlace | None:
    place, span = grounded.place, grounded.place_span
    if place is None:
        return None
    return ClaimPlace(
        name=place.name,
        text=span.of(text) if span else None,
        span=span,
        country=place.country,
        admin1=place.admin1,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=place.precision,
        basis=place.basis,
        feature=place.feature,
        geoname_id=place.geoname_id,
        reason=place.reason,
        candidates=place.candidates[:5],
    )


def _time(grounded: GroundedEvent, text: str) -> ClaimTime | None:
    time, span = grounded.time, grounded.time_span
    if time is None:
        return None
    return ClaimTime(
        start=time.start,
        end=time.end,
        text=span.of(text) if span else None,
        span=span,
        precision=time.precision,
        basis=time.basis,
        reason=time.reason,
        flags=time.flags,
    )
