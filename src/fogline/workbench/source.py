"""What the workbench asks of a ledger; whoever serves it supplies this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from fogline.claims.claim import Claim
from fogline.control.assessment import ControlAssessment
from fogline.incidents.former_ids import now_at
from fogline.incidents.incident import Incident
from fogline.intake.report import Report
from fogline.issue import Issue


@dataclass(frozen=True, slots=True)
class Review:
    """A person's look at a claim or incident: who, when (ISO day or time), and what they said of it."""

    by: str
    at: str
    note: str = ""


class WorkbenchSource(Protocol):
    """Records to read, never to change. Pages ask many times, so answers should be at hand."""

    def now(self) -> WorkbenchSource:
        """Return the records as they stand, to draw one page from while the ledger may grow."""
        ...

    def as_known_on(self, day: date) -> WorkbenchSource:
        """Return the records that could have been known on a day: nothing that was published later, nothing that follows from it."""
        ...

    @property
    def ledger_name(self) -> str:
        """What the analyst calls this ledger: its file or URL, without passwords."""
        ...

    def reports(self) -> Sequence[Report]: ...

    def report(self, report_id: str) -> Report | None: ...

    def claims(self) -> Sequence[Claim]: ...

    def claim(self, claim_id: str) -> Claim | None: ...

    def claims_of(self, report_id: str) -> Sequence[Claim]: ...

    def incidents(self) -> Sequence[Incident]: ...

    def incident(self, incident_id: str) -> Incident | None: ...

    def control(self) -> Sequence[ControlAssessment]: ...

    def claimed_control(self) -> Sequence[ControlAssessment]:
        """Return the other map: every side taken at its word."""
        ...

    def issues(self) -> Sequence[Issue]: ...

    def issues_of(self, report_id: str) -> Sequence[Issue]: ...

    def reviewed(self, record_id: str) -> Review | None:
        """Return the latest review of a claim or incident; None means that it is machine-made and unseen."""
        ...


@dataclass(frozen=True)
class MemorySource:
    """Records held in memory with the look-ups that pages need: enough for a laptop's ledger, and for tests."""

    ledger_name: str
    all_reports: tuple[Report, ...] = ()
    all_claims: tuple[Claim, ...] = ()
    all_incidents: tuple[Incident, ...] = ()
    all_control: tuple[ControlAssessment, ...] = ()
    all_issues: tuple[Issue, ...] = ()
    reviews: dict[str, Review] = field(default_factory=dict)
    all_claimed_control: tuple[ControlAssessment, ...] = ()
    _reports: dict[str, Report] = field(init=False, repr=False, default_factory=dict)
    _claims: dict[str, Claim] = field(init=False, repr=False, default_factory=dict)
    _claims_of: dict[str, list[Claim]] = field(init=False, repr=False, default_factory=dict)
    _incidents: dict[str, Incident] = field(init=False, repr=False, default_factory=dict)
    _issues_of: dict[str, list[Issue]] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._reports.update({r.id: r for r in self.all_reports})
        self._claims.update({c.id: c for c in self.all_claims})
        self._incidents.update({i.id: i for i in self.all_incidents})
        for claim in self.all_claims:
            self._claims_of.setdefault(claim.report_id, []).append(claim)
        for issue in self.all_issues:
            if issue.report_id is not None:
                self._issues_of.setdefault(issue.report_id, []).append(issue)

    def now(self) -> MemorySource:
        return self

    def as_known_on(self, day: date) -> MemorySource:
        from fogline.pipeline import derive_from

        reports = tuple(r for r in self.all_reports if r.published_on is None or r.published_on <= day)
        ids = {r.id for r in reports}
        derived = derive_from(reports, tuple(c for c in self.all_claims if c.report_id in ids))
        issues = tuple(i for i in self.all_issues if i.report_id is None or i.report_id in ids)
        return MemorySource(
            self.ledger_name,
            derived.reports,
            derived.claims,
            derived.incidents,
            derived.control,
            issues,
            {},
            derived.claimed_control,
        )

    def reports(self) -> Sequence[Report]:
        return self.all_reports

    def report(self, report_id: str) -> Report | None:
        return self._reports.get(report_id)

    def claims(self) -> Sequence[Claim]:
        return self.all_claims

    def claim(self, claim_id: str) -> Claim | None:
        return self._claims.get(claim_id)

    def claims_of(self, report_id: str) -> Sequence[Claim]:
        return self._claims_of.get(report_id, ())

    def incidents(self) -> Sequence[Incident]:
        return self.all_incidents

    def incident(self, incident_id: str) -> Incident | None:
        found = self._incidents.get(incident_id)
        if found is None:
            # A link kept from before its first claim was another one.
            moved = now_at(incident_id, self.all_incidents)
            found = moved[0] if len(moved) == 1 else None
        return found

    def control(self) -> Sequence[ControlAssessment]:
        return self.all_control

    def claimed_control(self) -> Sequence[ControlAssessment]:
        return self.all_claimed_control

    def issues(self) -> Sequence[Issue]:
        return self.all_issues

    def issues_of(self, report_id: str) -> Sequence[Issue]:
        return self._issues_of.get(report_id, ())

    def reviewed(self, record_id: str) -> Review | None:
        return self.reviews.get(record_id)
