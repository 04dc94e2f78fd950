"""What an export is made of, and what every exporter can do."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Protocol, TextIO

from fogline.claims.claim import Claim
from fogline.control.assessment import ControlAssessment, ControlLayer
from fogline.control.evidence import assess
from fogline.incidents.incident import Incident
from fogline.intake.report import Report


@dataclass(frozen=True, slots=True)
class Material:
    """Reports, claims, incidents and control as they stand at one moment of the ledger.

    ``generated_at`` is printed where a format has room for it and is given by
    the caller: exporters own no clock, so the same material gives the same
    bytes. ``reviewed`` are the ids of claims and incidents that a person has
    looked at; everything else is marked machine-made. ``held_back`` counts
    incidents that were left out on purpose (see ``hold_back``).
    ``control`` is the assessed map, ``claimed_control`` the one that takes
    every side at its word. ``known_on`` is the day of knowledge, None for all that the ledger holds.
    """

    reports: tuple[Report, ...] = ()
    claims: tuple[Claim, ...] = ()
    incidents: tuple[Incident, ...] = ()
    control: tuple[ControlAssessment, ...] = ()
    generated_at: datetime | None = None
    reviewed: frozenset[str] = field(default=frozenset())
    held_back: int = 0
    claimed_control: tuple[ControlAssessment, ...] = ()
    known_on: date | None = None


class Exporter(Protocol):
    """One format. ``public`` coarsens what could harm people (``harm.py``); it is the default."""

    @property
    def name(self) -> str: ...

    @property
    def media_type(self) -> str: ...

    @property
    def suffix(self) -> str: ...

    def write(self, material: Material, out: TextIO, *, public: bool = True) -> None:
        """Write the whole material as text, the same bytes for the same material."""
        ...


def hold_back(material: Material, after: date) -> Material:
    """Return the material without what is later than a day, for delayed publication.

    An incident is held back if it ended after the day, or if any of its claims
    was published after it or on no known day: it may be recent. Those claims
    and their reports go too. Control is assessed anew from the claims that are
    left: a later one may end an earlier interval or explain it, and no claim
    speaks of a day after its own. How many incidents were left out is kept in
    ``held_back`` and printed by exporters that have room for it.
    """
    recent = {claim.id for claim in material.claims if claim.published_on is None or claim.published_on > after}

    def is_recent(incident: Incident) -> bool:
        last = incident.date_end or incident.date_start
        if last is not None and last > after:
            return True
        return any(claim_id in recent for claim_id in incident.claim_ids)

    kept = tuple(incident for incident in material.incidents if not is_recent(incident))
    reports = tuple(r for r in material.reports if r.published_on is not None and r.published_on <= after)
    claims = tuple(claim for claim in material.claims if claim.id not in recent)

    def control(had: tuple[ControlAssessment, ...], layer: ControlLayer) -> tuple[ControlAssessment, ...]:
        if not had:
            return ()
        # Of incidents only the discounted count here: what is known to be wrong holds no town, however late that was learned.
        return assess(claims, {r.id: r for r in reports}, material.incidents, layer=layer)

    return replace(
        material,
        reports=reports,
        claims=claims,
        incidents=kept,
        control=control(material.control, ControlLayer.ASSESSED),
        claimed_control=control(material.claimed_control, ControlLayer.CLAIMED),
        held_back=material.held_back + len(material.incidents) - len(kept),
    )


def claims_in_order(material: Material) -> list[Claim]:
    """Return claims by publication, report and position in the text: the order of every export."""
    return sorted(
        material.claims,
        key=lambda c: (c.published_on or date.max, c.report_id, c.quote_span, c.trigger_span, c.id),
    )


def incidents_in_order(material: Material) -> list[Incident]:
    """Return incidents by date, those without a date last, then by id."""
    return sorted(
        material.incidents,
        key=lambda i: (i.date_start or i.date_end or date.max, i.date_end or i.date_start or date.max, i.id),
    )
