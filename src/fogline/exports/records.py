"""Claims, incidents and control as plain JSON values, with the codebook's keys."""

from __future__ import annotations

from typing import Any

from fogline.claims.claim import ActorMention, Claim, Voice
from fogline.control.assessment import ControlAssessment
from fogline.incidents.incident import Incident
from fogline.reading.types import TYPES
from fogline.span import Span


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else span.as_list()


def _day(day: Any) -> str | None:
    return None if day is None else day.isoformat()


def _read_as(named: ActorMention | Voice) -> dict[str, str | None]:
    """Return what the machine had read, where a person decided otherwise; no keys where nobody did."""
    return {} if named.read_as is None else {"read_as": named.read_as, "read_basis": named.read_basis}


def _mention(mention: ActorMention) -> dict[str, Any]:
    return {
        "text": mention.text,
        "name": mention.name,
        "span": _span(mention.span),
        "actor_id": mention.actor_id,
        "inter": mention.inter,
        "basis": mention.basis,
        "reason": mention.reason,
        **_read_as(mention),
    }


def _voice(voice: Voice) -> dict[str, Any]:
    return {
        "text": voice.text,
        "name": voice.name,
        "kind": str(voice.kind),
        "span": _span(voice.span),
        "joint": voice.joint,
        "actor_id": voice.actor_id,
        "basis": voice.basis,
        "reason": voice.reason,
        **_read_as(voice),
    }


def crosswalk(type_code: str) -> dict[str, str | None]:
    """Return what ACLED and PLOVER call a claim type; all None for a code that the codebook does not have."""
    known = TYPES.get(type_code)
    return {
        "acled_event": known.acled_event if known else None,
        "acled_sub_event": known.acled_sub_event if known else None,
        "plover": known.plover if known else None,
    }


def claim_record(claim: Claim, *, reviewed: bool = False) -> dict[str, Any]:
    """Return one claim with every field of the codebook, its spans and the basis of what was resolved."""
    place = claim.place
    time = claim.time
    return {
        "id": claim.id,
        "report_id": claim.report_id,
        "outlet": claim.outlet,
        "published_on": _day(claim.published_on),
        "part": str(claim.part),
        "quote": claim.quote,
        "quote_span": claim.quote_span.as_list(),
        "trigger": claim.trigger,
        "trigger_span": claim.trigger_span.as_list(),
        "type": claim.type,
        **crosswalk(claim.type),
        "modality": str(claim.modality),
        "actor": [_mention(m) for m in claim.actor],
        "target": [_mention(m) for m in claim.target],
        "place": None
        if place is None
        else {
            "text": place.text,
            "name": place.name,
            "country": place.country,
            "span": _span(place.span),
            "admin1": place.admin1,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "precision": place.precision,
            "basis": str(place.basis),
            "feature": place.feature,
            "geoname_id": place.geoname_id,
            "reason": place.reason,
            "candidates": [
                {
                    "name": c.name,
                    "country": c.country,
                    "admin1": c.admin1,
                    "latitude": c.latitude,
                    "longitude": c.longitude,
                    "population": c.population,
                    "feature": c.feature,
                    "geoname_id": c.geoname_id,
                }
                for c in place.candidates
            ],
        },
        "time": None
        if time is None
        else {
            "text": time.text,
            "start": _day(time.start),
            "end": _day(time.end),
            "span": _span(time.span),
            "precision": time.precision,
            "basis": str(time.basis),
            "reason": time.reason,
            "flags": list(time.flags),
        },
        "counts": [
            {
                "text": c.text,
                "what": c.what,
                "who": c.who,
                "low": c.low,
                "high": c.high,
                "span": c.span.as_list(),
                "basis": c.basis,
                "flags": list(c.flags),
            }
            for c in claim.counts
        ],
        "origin": [_voice(v) for v in claim.origin],
        "medium": claim.medium,
        "medium_span": _span(claim.medium_span),
        "hedge": claim.hedge,
        "hedge_span": _span(claim.hedge_span),
        "verification": claim.verification,
        "evidence": [words for words, _ in claim.evidence],
        "evidence_spans": [span.as_list() for _, span in claim.evidence],
        "score": claim.score,
        "probability": claim.probability,
        "model": claim.model,
        "flags": list(claim.flags),
        "machine_made": not reviewed,
    }


def incident_record(incident: Incident, *, reviewed: bool = False) -> dict[str, Any]:
    """Return one incident with everything its page shows, claims by id."""
    place = incident.place
    return {
        "id": incident.id,
        "title": incident.title,
        "type": incident.type,
        **crosswalk(incident.type),
        "date_start": _day(incident.date_start),
        "date_end": _day(incident.date_end),
        "place": None
        if place is None
        else {
            "name": place.name,
            "country": place.country,
            "admin1": place.admin1,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "precision": place.precision,
        },
        "status": str(incident.status),
        "status_reason": incident.status_reason,
        "admiralty": incident.admiralty,
        "actors": list(incident.actors),
        "targets": list(incident.targets),
        "figures": [
            {
                "what": f.what,
                "who": f.who,
                "low": f.low,
                "best": f.best,
                "high": f.high,
                "rule": f.rule,
                "claim_ids": list(f.claim_ids),
            }
            for f in incident.figures
        ],
        "origins": [
            {
                "name": o.name,
                "kind": o.kind,
                "interested": o.interested,
                "reason": o.reason,
                "claim_ids": list(o.claim_ids),
            }
            for o in incident.origins
        ],
        "contradictions": [
            {
                "kind": str(c.kind),
                "left_claim_id": c.left_claim_id,
                "right_claim_id": c.right_claim_id,
                "explanation": c.explanation,
            }
            for c in incident.contradictions
        ],
        "links": [
            {
                "left_claim_id": link.left_claim_id,
                "right_claim_id": link.right_claim_id,
                "weight": link.weight,
                "signals": [{"name": name, "weight": weight, "reason": reason} for name, weight, reason in link.signals],
            }
            for link in incident.links
        ],
        "report_ids": list(incident.report_ids),
        "claim_ids": list(incident.claim_ids),
        "background_claim_ids": list(incident.background_claim_ids),
        "superseded_claim_ids": list(incident.superseded_claim_ids),
        "flags": list(incident.flags),
        "machine_made": not reviewed,
    }


def control_record(assessment: ControlAssessment) -> dict[str, Any]:
    """Return one interval of a place's control."""
    return {
        "place_key": assessment.place_key,
        "place": assessment.place_name,
        "country": assessment.country,
        "latitude": assessment.latitude,
        "longitude": assessment.longitude,
        "state": str(assessment.state),
        "holder": assessment.holder,
        "claimants": list(assessment.claimants),
        "start": _day(assessment.start),
        "end": _day(assessment.end),
        "layer": str(assessment.layer),
        "standing": str(assessment.standing),
        "word_of": list(assessment.word_of),
        "against_interest": assessment.against_interest,
        "claimed_only": assessment.claimed_only,
        "reason": assessment.reason,
        "claim_ids": list(assessment.claim_ids),
        "machine_made": True,
    }
