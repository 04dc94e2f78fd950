"""Small reports and claims, written here, with ids as the stages give them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from fogline.claims.claim import Claim, ClaimPlace, Voice
from fogline.grounding.grounding import ActorKind
from fogline.ids import digest, sha256
from fogline.intake.capture import Capture, Hints
from fogline.intake.report import DateBasis, Part, PartKind, Report
from fogline.reading.reading import Modality
from fogline.span import Span

PROSE = "Two shells hit the mill at Tall Amber on Sunday, the river monitor said."


def capture_of(text: str, location: str = "notes/mill.txt") -> Capture:
    data = text.encode("utf-8", "surrogatepass")
    return Capture(data, location, "text/plain", datetime(2026, 1, 5, 9, 30, tzinfo=UTC), Hints(outlet="Mill Gazette"))


def report_of(text: str = PROSE, published_on: date | None = date(2018, 12, 10), outlet: str = "Mill Gazette") -> Report:
    return Report(
        id=digest("report", outlet, None, published_on.isoformat() if published_on else None, text),
        text=text,
        parts=(Part(PartKind.BODY, Span(0, len(text))),),
        content_hash=sha256(text.encode("utf-8", "surrogatepass")),
        capture_sha256=capture_of(text).sha256,
        outlet=outlet,
        published_on=published_on,
        date_basis=DateBasis.GIVEN if published_on else DateBasis.NONE,
        language="en",
    )


def claim_of(report: Report, start: int = 0, type: str = "shelling", model: str = "reader-1") -> Claim:
    quote, trigger = Span(start, start + 25), Span(start + 11, start + 14)
    origin = (Voice("River Monitor", ActorKind.MONITOR, "the river monitor", Span(49, 66), basis="alias"),)
    return Claim(
        id=Claim.id_for(report.id, quote, trigger, type, origin),
        report_id=report.id,
        outlet=report.outlet,
        published_on=report.published_on,
        quote=quote.of(report.text),
        quote_span=quote,
        trigger=trigger.of(report.text),
        trigger_span=trigger,
        type=type,
        modality=Modality.ACTUAL,
        place=ClaimPlace("Tall Amber", "Tall Amber", Span(27, 37), "SY"),
        origin=origin,
        score=0.75,
        model=model,
    )
