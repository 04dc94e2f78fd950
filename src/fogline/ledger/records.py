"""What the bodies of entries hold that no earlier stage has a type for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fogline.intake.capture import Capture, Hints
from fogline.intake.report import Report


@dataclass(frozen=True, slots=True)
class Custody:
    """Where a report's bytes came from and when: a capture without the bytes themselves."""

    sha256: str
    size: int
    location: str
    media_type: str | None
    fetched_at: datetime
    hints: Hints

    @classmethod
    def of(cls, capture: Capture) -> Custody:
        return cls(capture.sha256, len(capture.data), capture.location, capture.media_type, capture.fetched_at, capture.hints)


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """Body of a ``report`` entry."""

    report: Report
    custody: Custody


@dataclass(frozen=True, slots=True)
class ReadingRecord:
    """Body of a ``reading`` entry: a model has read a report and made these claims.

    The next ``len(claim_ids)`` entries are the claims, in this order.
    Without any, the report was read and nothing was found in it.
    """

    report_id: str
    model: str
    claim_ids: tuple[str, ...]
