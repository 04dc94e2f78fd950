"""A ledger as the workbench sees it while it grows."""

from __future__ import annotations

from pathlib import Path

from builders import a_claim, a_report, monitor
from fogline.incidents.linking import incident_id
from fogline.intake.capture import Capture
from fogline.ledger.judgement import Judgement, JudgementKind
from fogline.ledger.ledger import Ledger
from fogline.workbench.live import LiveSource

EARLY = a_report("A raid on the market of Hajin killed nine people on Wednesday, the monitor said.", "2018-12-12", "Herald")
LATE = a_report("Nine people were killed on Wednesday in a raid on the market of Hajin, the monitor said.", "2018-12-13", "Post")


def test_a_graded_incident_is_reviewed_and_stays_so_when_an_earlier_report_joins(tmp_path: Path) -> None:
    quotes = {
        LATE: "Nine people were killed on Wednesday in a raid on the market of Hajin",
        EARLY: "A raid on the market of Hajin killed nine people",
    }
    claims = {
        report: a_claim(report, quote, trigger="raid", place="Hajin", on="2018-12-12", killed=9, by=monitor())
        for report, quote in quotes.items()
    }
    with Ledger.open(f"sqlite:///{tmp_path / 'fogline.db'}", create=True) as book:
        source = LiveSource(book)
        for report, claim in claims.items():
            book.add_report(report, Capture(report.text.encode(), f"{report.outlet}.txt"))
            book.add_reading(report.id, "hand", [claim], [])
            book.add_judgement(Judgement(JudgementKind.STATUS, (claims[LATE].id,), "admitted", "R. Viewer", "confirmed"))
            (incident,) = source.current.incidents()
            review = source.current.reviewed(incident.id)
            assert incident.id == incident_id(claim.id) and review is not None
            assert (review.by, review.note) == ("R. Viewer", "admitted")
            assert source.current.reviewed(claims[LATE].id) is None
