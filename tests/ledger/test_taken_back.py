"""From the ledger to incidents: what was taken back, and on which day that could be known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from builders import SDF, a_claim, a_count, a_report, monitor
from fogline.claims.claim import Claim
from fogline.incidents.memory import Memory
from fogline.intake.capture import Capture
from fogline.intake.report import Report
from fogline.ledger.judgement import Judgement, JudgementKind
from fogline.ledger.ledger import Ledger
from fogline.pipeline import derive

STORY = (
    "Jets struck the market of Hajin on Wednesday and killed {n} civilians, the monitor said. Ambulances took the wounded to a clinic across "
    "the river while residents searched the ruins of six shops for those who were still missing that evening."
)
URL = "https://herald.example/strike"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(f"sqlite:///{tmp_path / 'book.db'}", create=True, clock=lambda: datetime(2019, 1, 1, tzinfo=UTC)) as book:
        yield book


def keep(book: Ledger, report: Report, *claims: Claim) -> None:
    book.add_report(report, Capture(report.text.encode(), report.url or "by hand"))
    book.add_reading(report.id, "hand", list(claims), [])


def strike(n: int, on: str, url: str | None = URL) -> tuple[Report, Claim]:
    report = a_report(STORY.format(n=n), on, "Herald", url=url)
    claim = a_claim(report, f"killed {n} civilians", trigger="killed", by=monitor(), target="civilians", place="Hajin", on="2018-12-12",
                    counts=[a_count("killed", n, "civilians")])  # fmt: skip
    return report, claim


def killed(book: Ledger, known: str | None = None) -> int | None:
    (incident,) = derive(book, as_known_on=date.fromisoformat(known) if known else None).incidents
    figure = incident.figure("killed")
    return figure.best if figure else None


def test_the_first_version_stands_until_the_day_of_the_next(book: Ledger) -> None:
    for told in (strike(40, "2018-12-13"), strike(4, "2018-12-15")):
        keep(book, *told)
    assert [killed(book, day) for day in ("2018-12-13", "2018-12-14", "2018-12-15", None)] == [40, 40, 4, 4]
    derived = derive(book)
    assert [c.flags for c in derived.claims] == [("retracted", "later-version"), ()]
    assert derived.incidents[0].superseded_claim_ids == (derived.claims[0].id,)


def test_a_page_corrected_under_its_old_date_is_known_from_the_day_it_was_seen(book: Ledger) -> None:
    for (report, claim), seen in ((strike(40, "2018-12-13"), 13), (strike(4, "2018-12-13"), 20)):
        book.add_report(report, Capture(report.text.encode(), URL, fetched_at=datetime(2018, 12, seen, 8, tzinfo=UTC)))
        book.add_reading(report.id, "hand", [claim], [])
    assert [killed(book, day) for day in ("2018-12-13", "2018-12-19", "2018-12-20", None)] == [40, 40, 4, 4]


def test_one_report_from_two_addresses_is_listed_once(book: Ledger) -> None:
    keep(book, *strike(4, "2018-12-13"))
    keep(book, *strike(4, "2018-12-13", "https://herald.example/feed/991"))
    derived = derive(book)
    assert (len(derived.reports), len(derived.claims), len(derived.incidents[0].report_ids)) == (1, 1, 1)
    assert len(derived.same_reports) == 1 and "same-report" in {i.code for i in derived.issues}


def test_a_report_that_a_reviewer_retracts_is_kept_and_counts_for_nothing(book: Ledger) -> None:
    report, claim = strike(40, "2018-12-13")
    keep(book, report, claim)
    book.add_judgement(Judgement(JudgementKind.RETRACT_REPORT, (report.id,), "a hoax", "R. Viewer"))
    derived = derive(book)
    assert [r.id for r in derived.reports] == [report.id]
    assert derived.claims[0].flags == ("retracted", "retracted-by-reviewer")
    assert all(str(i.status) == "discounted" for i in derived.incidents)
    # Nobody had judged it by then.
    assert derive(book, as_known_on=date(2018, 12, 31)).claims[0].flags == ()


def test_a_capture_taken_back_moves_no_line_any_more(book: Ledger) -> None:
    text = "SDF fighters captured Hajin on Friday, the monitor said, and raised their flag over the bakery in the market street."
    first = a_report(text, "2018-12-14", "Herald", url=URL)
    claim = a_claim(
        first,
        "SDF fighters captured Hajin",
        "territory-gained",
        trigger="captured",
        actor=SDF,
        place="Hajin",
        on="2018-12-14",
        by=monitor(),
    )
    second = a_report(f"This story has been withdrawn. {text}", "2018-12-15", "Herald", url=URL)
    keep(book, first, claim)
    keep(book, second)
    assert derive(book, as_known_on=date(2018, 12, 14)).control[0].holder == SDF
    assert derive(book).control == ()


def test_issues_are_known_with_their_report(book: Ledger) -> None:
    from fogline.issue import Issue

    report, claim = strike(4, "2018-12-13")
    book.add_report(report, Capture(report.text.encode(), "by hand"))
    book.add_reading(report.id, "hand", [claim], [Issue("no-place", "Of the report.", "grounding", report_id=report.id)])
    book.add_issues([Issue("missing-file", "Of no report.", "intake")])
    assert [i.code for i in book.issues(as_known_on=date(2018, 12, 12))] == []
    assert [i.code for i in book.issues(as_known_on=date(2018, 12, 13))] == ["no-place"]
    assert [i.code for i in book.issues(as_known_on=date(2019, 1, 1))] == ["no-place", "missing-file"]


def test_what_is_known_on_a_day_is_what_a_ledger_of_that_day_would_say(tmp_path: Path, book: Ledger) -> None:
    """Later reports leave no trace: not in links, whose weights know how rare a word is, nor in figures, grades or control."""
    told = [strike(40, "2018-12-13"), strike(4, "2018-12-15")]
    for n, town in enumerate(("Idlib", "Afrin", "Manbij", "Hajin")):
        report = a_report(f"SDF fighters captured {town} in raid {n}, the monitor said.", f"2018-12-{12 + n}", f"Outlet {n}")
        told.append((report, a_claim(report, f"SDF fighters captured {town}", "territory-gained", trigger="captured", actor=SDF, place=town,
                                     on=f"2018-12-{11 + n}", by=monitor())))  # fmt: skip
    for report, claim in told:
        keep(book, report, claim)
    day = date(2018, 12, 14)
    with Ledger.open(f"sqlite:///{tmp_path / 'then.db'}", create=True) as then:
        for report, claim in told:
            if report.published_on is not None and report.published_on <= day:
                keep(then, report, claim)
        left, right = derive(book, as_known_on=day), derive(then)
    assert (left.incidents, left.control, left.claimed_control) == (right.incidents, right.control, right.claimed_control)
    assert left.incidents != derive(book).incidents


def test_with_a_memory_a_ledger_that_grew_and_lost_a_report_gives_what_a_rebuild_gives(book: Ledger) -> None:
    memory = Memory()
    first, claim = strike(40, "2018-12-13")
    keep(book, first, claim)
    assert len(derive(book, memory=memory).incidents) == 1
    for n, day in ((9, "2018-12-14"), (12, "2018-12-15")):
        keep(book, *strike(n, day, f"https://herald.example/{n}"))
        assert derive(book, memory=memory).incidents == derive(book).incidents
        assert memory.worked_out["reports"] == 1
    book.add_judgement(Judgement(JudgementKind.RETRACT_REPORT, (first.id,), "another town's dead", "A. Reviewer"))
    found = derive(book, memory=memory).incidents
    assert found == derive(book).incidents
    assert any(claim.id in (*i.superseded_claim_ids, *i.claim_ids) for i in found)


def test_claims_that_stand_are_known_without_linking(book: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_linking(*_: object) -> None:
        raise AssertionError("linked")

    keep(book, *strike(40, "2018-12-13"))
    monkeypatch.setattr("fogline.pipeline.link_standing", no_linking)
    assert len(derive(book).claims) == 1
    with pytest.raises(AssertionError, match="linked"):
        derive(book).control  # noqa: B018 - asking is what links
