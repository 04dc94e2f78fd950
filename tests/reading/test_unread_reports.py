"""Reports that were taken in and not read are counted as such, whatever kept them from being read."""

from __future__ import annotations

from pathlib import Path

import pytest
from stub_encoder import Stub

from fogline import pipeline
from fogline.intake.capture import Hints
from fogline.issue import Issue, Severity
from fogline.ledger.ledger import Ledger
from fogline.settings import Settings


@pytest.mark.parametrize(("code", "unread"), [("nothing-to-read", 1), ("too-long", 1), ("unknown-place", 0)])
def test_a_report_of_which_nothing_was_read_counts_as_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, unread: int
) -> None:
    issue = Issue(code, "Said of it.", "reading", Severity.WARNING)
    monkeypatch.setattr(pipeline, "read_each", lambda reports, *_: (((), (issue,)) for _ in reports))
    (tmp_path / "menu.txt").write_text("Home News Sport Weather")
    with Ledger.open(f"sqlite:///{tmp_path / 'book.db'}", create=True) as ledger:
        source = {str(tmp_path / "menu.txt"): Hints()}
        found = pipeline.collect(source, ledger, Settings(), pipeline.Pipeline(Stub({}, {})), progress=lambda *_: None)
    assert (found.reports_new, found.reports_unread) == (1, unread)
