"""All reports of the ledger, by outlet and date, with what was read from each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from fogline.intake.report import Report
from fogline.workbench.source import WorkbenchSource
from fogline.workbench.words import report_title

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report with how many claims and issues it has."""

    report: Report
    title: str
    n_claims: int
    n_issues: int


@dataclass(frozen=True, slots=True)
class ReportListPage:
    """Reports whose title, outlet, URL or id hold every word of ``text``, the newest first."""

    text: str
    outlet: str
    outlets: tuple[str, ...]
    rows: tuple[ReportRow, ...]
    total: int
    everything: int
    page: int
    pages: int

    def link(self, page: int) -> str:
        pairs = [("q", self.text), ("outlet", self.outlet), ("page", str(page) if page > 1 else "")]
        query = urlencode([(k, v) for k, v in pairs if v])
        return "/reports" + ("?" + query if query else "")


def report_list_page(source: WorkbenchSource, text: str = "", outlet: str = "", page: int = 1) -> ReportListPage:
    reports = list(source.reports())
    words = text.casefold().split()

    def wanted(report: Report) -> bool:
        if outlet and (report.outlet or "") != outlet:
            return False
        if not words:
            return True
        haystack = " ".join((report_title(report), report.outlet or "", report.url or "", report.external_id or "", report.id))
        return all(word in haystack.casefold() for word in words)

    found = [r for r in reports if wanted(r)]
    found.sort(key=lambda r: (r.outlet or "", report_title(r), r.id))
    found.sort(key=lambda r: r.published_on or date.min, reverse=True)
    claims = Counter(claim.report_id for claim in source.claims())
    issues = Counter(issue.report_id for issue in source.issues() if issue.report_id)
    pages = max(1, -(-len(found) // PER_PAGE))
    page = min(max(page, 1), pages)
    return ReportListPage(
        text=text,
        outlet=outlet,
        outlets=tuple(sorted({r.outlet for r in reports if r.outlet})),
        rows=tuple(
            ReportRow(r, report_title(r), claims[r.id], issues[r.id]) for r in found[(page - 1) * PER_PAGE : page * PER_PAGE]
        ),
        total=len(found),
        everything=len(reports),
        page=page,
        pages=pages,
    )
