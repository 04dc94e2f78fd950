"""What could not be read, placed or dated, gathered from all stages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from fogline.issue import Issue, Severity
from fogline.workbench.source import WorkbenchSource
from fogline.workbench.words import report_title

PER_PAGE = 100
ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue with the report it concerns, if that was kept, and the words it is about."""

    issue: Issue
    report_title: str | None
    words: str


@dataclass(frozen=True, slots=True)
class IssueListPage:
    """Issues, the gravest first. ``codes`` are (code, severity, number) over all of them."""

    code: str
    codes: tuple[tuple[str, Severity, int], ...]
    rows: tuple[IssueRow, ...]
    total: int
    everything: int
    page: int
    pages: int

    def link(self, code: str, page: int = 1) -> str:
        query = urlencode([(k, v) for k, v in (("code", code), ("page", str(page) if page > 1 else "")) if v])
        return "/issues" + ("?" + query if query else "")


def issue_list_page(source: WorkbenchSource, code: str = "", page: int = 1) -> IssueListPage:
    issues = list(source.issues())
    counts = Counter((issue.code, issue.severity) for issue in issues)
    found = [issue for issue in issues if not code or issue.code == code]
    found.sort(
        key=lambda i: (ORDER.index(i.severity), i.code, i.location or "", i.report_id or "", i.span.start if i.span else -1)
    )
    pages = max(1, -(-len(found) // PER_PAGE))
    page = min(max(page, 1), pages)
    rows: list[IssueRow] = []
    for issue in found[(page - 1) * PER_PAGE : page * PER_PAGE]:
        report = source.report(issue.report_id) if issue.report_id else None
        words = issue.span.of(report.text) if report and issue.span and issue.span.end <= len(report.text) else ""
        rows.append(IssueRow(issue, report_title(report) if report else None, words))
    return IssueListPage(
        code=code,
        codes=tuple(
            (name, severity, n)
            for (name, severity), n in sorted(counts.items(), key=lambda kv: (ORDER.index(kv[0][1]), -kv[1], kv[0][0]))
        ),
        rows=tuple(rows),
        total=len(found),
        everything=len(issues),
        page=page,
        pages=pages,
    )
