"""Puts claims together from what was read and what it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fogline.claims.claim import ActorMention, Claim, ClaimPlace, ClaimTime, Count, Voice
from fogline.claims.claimants import claims_it, nobody_claims, with_claimant
from fogline.claims.denial import OWN, claimed_by, denial_over, denier_of, denies, own_of, refuted
from fogline.claims.participants import Denied, participants
from fogline.claims.voice import Speech, origin_of, voice_of
from fogline.grounding.ground import GroundedEvent, Grounding
from fogline.grounding.span_index import SpanIndex
from fogline.intake.report import Report
from fogline.reading.reading import EventMention, Modality, Reading, Role
from fogline.span import Span


@dataclass(frozen=True, slots=True)
class _Told:
    """A report with what was read in it and what that stands for; ``mentions`` are all that name somebody."""

    report: Report
    model: str
    grounding: Grounding
    mentions: SpanIndex
    speech: Speech
    refusals: tuple[EventMention, ...]


def assemble(report: Report, reading: Reading, grounding: Grounding) -> tuple[Claim, ...]:
    """Return the claims of a report in text order: one origin chain, one event or state each."""
    claims: dict[str, Claim] = {}
    sentences = SpanIndex(reading.sentences)
    refusals = tuple(e for e in reading.events if e.type == "reject")
    told = _Told(report, reading.model, grounding, SpanIndex(grounding.actors), Speech(reading.attributions), refusals)
    threats = [e for e in reading.events if e.type == "threaten" and _THREAT.search(e.trigger.of(report.text))]
    for grounded in grounding.events:
        if _threatened(grounded.event, threats, report.text) or nobody_claims(grounded.event, report.text):
            continue
        sentence = sentences.first(grounded.event.trigger) or grounded.event.quote
        claim = _claim(told, grounded, sentence)
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


def _claim(told: _Told, grounded: GroundedEvent, sentence: Span) -> Claim:
    report, grounding = told.report, told.grounding
    event, text = grounded.event, report.text
    origin = origin_of(event, told.speech, grounding, text)
    modality = Modality.ACTUAL if _refused_by_not(event, text) else event.modality
    verb, denied = denial_over(event, sentence, text), None
    if verb is not None:
        undone = modality in (Modality.ACTUAL, Modality.POSSIBLE)
        modality = Modality.NEGATED if undone else modality
        origin, denied = _under_denial(told, event, sentence, verb, origin, undone)
    actor, target = participants(event, grounding, text, origin, denied)
    if event.type == "reject":
        target = _not_refusing(target, actor, denies(event, text), text)
    if not actor and origin and claims_it(event, text):
        actor = (_of_voice(origin[0]),)
    origin = with_claimant(origin, actor, event, grounding, text)
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
        model=told.model,
    )


def _under_denial(
    told: _Told, event: EventMention, sentence: Span, verb: Span, origin: tuple[Voice, ...], undone: bool
) -> tuple[tuple[Voice, ...], Denied | None]:
    """Return whose word a denied event is and the denial over it; whoever's report is denied is no voice of the ``undone``."""
    grounding, text = told.grounding, told.report.text
    denier = denier_of(verb, told.refusals)
    if undone:
        standing = tuple(v for v in origin if v.span is None or not refuted(v.span, event, sentence, text))
        origin = standing or ((voice_of(denier, grounding, text),) if denier is not None else origin)
    if denier is not None and denier in grounding.actors:
        origin = tuple(v for v in origin if v.name == grounding.actors[denier].name) or origin
    claimant = claimed_by(event, verb, sentence, told.mentions.overlapping(sentence), text)
    side = grounding.actors.get(claimant or denier or verb)
    return origin, Denied(verb, side) if side is not None else None


_NOT = re.compile(r"\b(?:not|never|neither|nor|no\s+(?:part|role|interest|intention))\b|n['’]t\b", re.IGNORECASE)
_REFUSAL = re.compile(r"\b(?:reject|refus|den(?:y|ie)|dismiss|declin|oppos|rul\w+ out|disput)", re.IGNORECASE)


def _refused_by_not(event: EventMention, text: str) -> bool:
    """Tell whether a refusal is worded by its "not" alone: who "did not welcome" a plan has refused it, and "did not reject" it has not."""
    if event.type != "reject" or event.modality is not Modality.NEGATED:
        return False
    words = event.trigger.of(text)
    before = text[min(event.quote.start, event.trigger.start) : event.trigger.start]
    return _NOT.search(words) is not None and not _REFUSAL.search(words) and not _NOT.search(before)


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


def _of_voice(voice: Voice) -> ActorMention:
    return ActorMention(voice.name, voice.text, voice.span, voice.actor_id, None, voice.basis, f"{voice.name} claims the deed.")


def _one(event: EventMention, role: Role) -> Span | None:
    return next((a.span for a in event.having(role)), None)


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
