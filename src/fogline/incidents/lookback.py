"""A report that looks back: its news is of a day long before it, and what it tells without a day is of that day too.

"A month on, survivors of the market strike of 3 June" opens with its day once
and tells on: thirteen people were killed, a doctor counts nine more. Told of
the last days before the report these would meet nothing. Linking opens their
days back to the one that the report opens with. The claim in the ledger says
what it said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from fogline.claims.claim import Claim, ClaimTime
from fogline.grounding.grounding import DateBasis
from fogline.incidents.accounts import LEAD_CHARACTERS, LOOKS_BACK, NEWS_AGE, day_of_saying, is_heading, window_of
from fogline.incidents.forms import is_physical
from fogline.intake.report import PartKind, Report
from fogline.reading.reading import Modality

# An anniversary is no look-back: who writes of it a year later tells other news beside it.
_LONGEST_DAYS = 92


def looking_back(claims: Sequence[Claim], report: Report | None) -> tuple[Claim, ...]:
    """Return claims for linking, those without a day opened back to the one that their report looks back to, if it does."""
    day = _looks_back_to(claims, report)
    return tuple(claims) if day is None else tuple(_opened(c, day) for c in claims)


def _looks_back_to(claims: Sequence[Claim], report: Report | None) -> date | None:
    """Return the one day, longer ago than news is, that a report's opening tells violence of; None if it tells a nearer one of any."""
    published = claims[0].published_on if claims else None
    if report is None or published is None:
        return None
    told = [c for c in claims if is_physical(c.type) and c.modality is Modality.ACTUAL]
    days = [(c, start, end) for c in told for start, end, firm, _ in [window_of(c)] if firm and start and end]
    if any((published - end).days <= NEWS_AGE for _, _, end in days):
        return None
    body = next((p.span.start for p in report.parts if p.kind is PartKind.BODY), 0)
    opening = [(start, end) for c, start, end in days if is_heading(c) or c.trigger_span.start < body + LEAD_CHARACTERS]
    first = min((start for start, _ in opening), default=None)
    if first is None or (max(end for _, end in opening) - first).days > 1 or (published - first).days > _LONGEST_DAYS:
        return None
    return first


def _opened(claim: Claim, day: date) -> Claim:
    published = claim.published_on
    told = is_physical(claim.type) or claim.type == "casualty-toll"
    if published is None or not told or window_of(claim)[3] or day_of_saying(claim) is not None:
        return claim
    time = claim.time or ClaimTime(None, None, basis=DateBasis.PUBLICATION)
    reason = f"Told without a day in a report that looks back to {day}."
    return replace(
        claim, time=replace(time, start=day, end=published, precision=None, reason=reason, flags=(*time.flags, LOOKS_BACK))
    )
