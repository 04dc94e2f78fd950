"""Puts claims together from what was read and what it stands for."""

from __future__ import annotations

from dataclasses import replace

from fogline.claims.claim import ActorMention, Claim, ClaimPlace, ClaimTime, Count, Voice
from fogline.claims.voice import origin_of
from fogline.grounding.ground import GroundedEvent, Grounding
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.word_lists import word_set
from fogline.intake.report import Report
from fogline.reading.reading import EventMention, Reading, Role
from fogline.reading.types import TYPES, Family
from fogline.span import Span


def assemble(report: Report, reading: Reading, grounding: Grounding) -> tuple[Claim, ...]:
    """Return the claims of a report in text order: one origin chain, one event or state each."""
    claims: dict[str, Claim] = {}
    for grounded in grounding.events:
        claim = _claim(report, reading, grounding, grounded)
        claims.setdefault(claim.id, claim)
    return tuple(claims.values())


def _claim(report: Report, reading: Reading, grounding: Grounding, grounded: GroundedEvent) -> Claim:
    event, text = grounded.event, report.text
    origin = origin_of(event, reading, grounding, text)
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
        modality=event.modality,
        actor=_mentions(event, Role.ACTOR, grounding, text, origin),
        target=_mentions(event, Role.TARGET, grounding, text, origin),
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


def _mentions(
    event: EventMention, role: Role, grounding: Grounding, text: str, origin: tuple[Voice, ...]
) -> tuple[ActorMention, ...]:
    """Return the doers or targets of an event; "we" is whoever speaks."""
    out: dict[str, ActorMention] = {}
    for argument in event.having(role):
        actor = grounding.actors.get(argument.span)
        words = argument.span.of(text)
        # "US" is a country, "us" are those who speak.
        if words.casefold() in _FIRST_PERSON and words != "US" and origin:
            speaker = origin[0]
            reason = f"'{words}' is the speaker, {speaker.name}."
            mention = ActorMention(speaker.name, words, argument.span, speaker.actor_id, None, "coreference", reason)
        elif actor is None:
            mention = ActorMention(words, words, argument.span)
        else:
            if in_person(role, event.type) and actor.person is not None:
                actor = as_victim(actor)
            for one in (actor, *actor.also):
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
