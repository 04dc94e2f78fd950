from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from ledger_builders import PROSE, capture_of, claim_of, report_of
from sqlalchemy import text

from fogline.errors import LedgerError, LedgerLocked, LedgerReadOnly, UsageError
from fogline.issue import Issue, Severity
from fogline.ledger import Judgement, JudgementKind, Ledger

SUNDAY = report_of()
MONDAY = report_of("Nobody was hurt at the mill at Tall Amber, its owner said on Monday.", date(2018, 12, 11))
UNDATED = report_of("The bridge below the mill is closed to lorries, the toll keeper says.", None)


def add(ledger: Ledger, *reports) -> None:  # type: ignore[no-untyped-def]
    for report in reports:
        assert ledger.add_report(report, capture_of(report.text))


def note(reason: str = "The caption shows another mill.", **more: str) -> Judgement:
    return Judgement(JudgementKind.NOTE, ("incident-77",), reason, "R. Adler", **more)


def test_an_empty_ledger_has_no_entries_and_verifies(ledger: Ledger) -> None:
    assert ledger.head() == (0, "0" * 64)
    assert ledger.reports() == ledger.claims() == ledger.issues() == ledger.judgements() == ()
    assert ledger.verify().ok


def test_a_report_is_kept_with_its_bytes_and_where_they_came_from(ledger: Ledger) -> None:
    add(ledger, SUNDAY)
    assert ledger.has_report(SUNDAY.id)
    assert ledger.report(SUNDAY.id) == SUNDAY
    assert ledger.capture(SUNDAY.capture_sha256) == PROSE.encode()
    custody = ledger.custody(SUNDAY.id)
    assert custody is not None
    assert (custody.location, custody.size, custody.hints.outlet) == ("notes/mill.txt", len(PROSE), "Mill Gazette")


def test_what_was_kept_is_there_when_the_ledger_is_opened_again(ledger_url: str) -> None:
    with Ledger.open(ledger_url, create=True) as first:
        add(first, SUNDAY)
        first.add_reading(SUNDAY.id, "reader-1", [claim_of(SUNDAY)], [])
        head = first.head()
    with Ledger.open(ledger_url, create=True) as second:
        assert second.head() == head
        assert second.claims() == (claim_of(SUNDAY),)


def test_the_same_report_twice_is_one(ledger: Ledger) -> None:
    add(ledger, SUNDAY)
    assert not ledger.add_report(SUNDAY, capture_of(PROSE, "elsewhere/mill.txt"))
    assert ledger.head()[0] == 1


def test_one_wire_text_under_two_outlets_is_two_reports_of_one_capture(ledger: Ledger) -> None:
    add(ledger, SUNDAY, report_of(outlet="Toll Road Times"))
    assert len(ledger.reports()) == 2
    assert ledger.verify().captures == 1


def test_a_report_with_foreign_bytes_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="but was given with"):
        ledger.add_report(SUNDAY, capture_of("Something else was fetched."))
    assert ledger.head()[0] == 0


@pytest.mark.parametrize(
    "odd", ["NUL \x00 inside", "half a pair \ud83d here", "two halves \ud83d\ude00", "\u202eright to left", "الطاحونة"]
)
def test_any_text_survives(ledger: Ledger, odd: str) -> None:
    report = report_of(f"{PROSE} {odd}")
    add(ledger, report)
    assert ledger.report(report.id) == report
    assert ledger.verify().ok


def test_reports_come_in_order_of_entry(ledger: Ledger) -> None:
    add(ledger, MONDAY, UNDATED, SUNDAY)
    assert ledger.reports() == (MONDAY, UNDATED, SUNDAY)


def test_reading_again_with_the_same_model_adds_nothing(ledger: Ledger) -> None:
    add(ledger, SUNDAY)
    assert ledger.add_reading(SUNDAY.id, "reader-1", [claim_of(SUNDAY), claim_of(SUNDAY, 3)], []) == 2
    head = ledger.head()
    assert ledger.add_reading(SUNDAY.id, "reader-1", [claim_of(SUNDAY, 5)], [Issue("a", "b", "claims")]) == 0
    assert ledger.head() == head


def test_a_new_models_claims_supersede_and_the_old_ones_stay(ledger: Ledger) -> None:
    add(ledger, SUNDAY)
    old, gone = claim_of(SUNDAY), claim_of(SUNDAY, 3)
    new = claim_of(SUNDAY, model="reader-2")
    ledger.add_reading(SUNDAY.id, "reader-1", [old, gone], [])
    assert ledger.add_reading(SUNDAY.id, "reader-2", [new], []) == 1
    assert ledger.claims() == (new,)
    assert ledger.claim(old.id) == new
    assert ledger.claim(gone.id) == gone
    assert [entry.kind for entry in ledger.history(old.id)] == ["claim", "claim"]


def test_a_reading_that_found_nothing_takes_the_old_claims_out(ledger: Ledger) -> None:
    add(ledger, SUNDAY)
    ledger.add_reading(SUNDAY.id, "reader-1", [claim_of(SUNDAY)], [])
    assert ledger.add_reading(SUNDAY.id, "reader-2", [], []) == 0
    assert ledger.claims() == ()
    assert ledger.unread_reports("reader-2") == ()


def test_claims_come_in_order_of_their_reports_however_late_they_were_read(ledger: Ledger) -> None:
    add(ledger, SUNDAY, MONDAY)
    ledger.add_reading(MONDAY.id, "reader-1", [claim_of(MONDAY)], [])
    ledger.add_reading(SUNDAY.id, "reader-1", [claim_of(SUNDAY, 3), claim_of(SUNDAY)], [])
    assert ledger.claims() == (claim_of(SUNDAY, 3), claim_of(SUNDAY), claim_of(MONDAY))
    assert ledger.claims(report_id=MONDAY.id) == (claim_of(MONDAY),)


def test_a_reading_of_a_report_that_is_not_there_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match=r"is not in the ledger. Add it before its reading"):
        ledger.add_reading(SUNDAY.id, "reader-1", [], [])


def test_a_claim_of_another_report_is_refused_and_nothing_is_kept(ledger: Ledger) -> None:
    add(ledger, SUNDAY)
    with pytest.raises(UsageError, match="is of the report"):
        ledger.add_reading(SUNDAY.id, "reader-1", [claim_of(SUNDAY), claim_of(MONDAY)], [])
    assert ledger.unread_reports("reader-1") == (SUNDAY,)


def test_two_different_claims_of_one_id_leave_an_issue(ledger: Ledger) -> None:
    add(ledger, SUNDAY)
    twin = claim_of(SUNDAY, model="other")
    assert ledger.add_reading(SUNDAY.id, "reader-1", [claim_of(SUNDAY), twin, claim_of(SUNDAY)], []) == 1
    (issue,) = ledger.issues()
    assert (issue.code, issue.severity, issue.report_id) == ("claim-id-shared", Severity.WARNING, SUNDAY.id)


def test_unread_reports_are_those_this_model_has_not_read(ledger: Ledger) -> None:
    add(ledger, SUNDAY, MONDAY)
    ledger.add_reading(SUNDAY.id, "reader-1", [], [])
    assert ledger.unread_reports("reader-1") == (MONDAY,)
    assert ledger.unread_reports("reader-2") == (SUNDAY, MONDAY)


def test_the_start_of_an_id_finds_a_claim(ledger: Ledger) -> None:
    add(ledger, SUNDAY)
    claim = claim_of(SUNDAY)
    ledger.add_reading(SUNDAY.id, "reader-1", [claim], [])
    assert ledger.claim(claim.id[: len("claim-") + 6]) == claim
    assert ledger.claim(claim.id[: len("claim-") + 5]) is None
    assert ledger.claim("claim-%") is None


def test_an_ambiguous_start_lists_the_claims(ledger: Ledger) -> None:
    add(ledger, SUNDAY)
    twins = [claim_of(SUNDAY), claim_of(SUNDAY, 3)]
    for claim, end in zip(twins, "12", strict=True):
        object.__setattr__(claim, "id", f"claim-abcdef000000000000{end}")
    ledger.add_reading(SUNDAY.id, "reader-1", twins, [])
    with pytest.raises(UsageError, match="claim-abcdef0000000000001, claim-abcdef0000000000002"):
        ledger.claim("claim-abcdef")


def test_an_identical_issue_is_added_once(ledger: Ledger) -> None:
    issue = Issue("no-date", "The page 'mill.txt' names no day. Give one with --date.", "intake", location="mill.txt")
    assert ledger.add_issues([issue, issue]) == 1
    assert ledger.add_issues([issue, Issue("empty", "The file 'weir.txt' is empty.", "intake")]) == 1
    assert [i.code for i in ledger.issues()] == ["no-date", "empty"]


def test_known_on_goes_by_publication_and_for_undated_reports_by_recording(ledger_url: str) -> None:
    with Ledger.open(ledger_url, create=True, clock=lambda: datetime(2026, 3, 1, tzinfo=UTC)) as ledger:
        add(ledger, MONDAY, SUNDAY, UNDATED)
        for report in (MONDAY, SUNDAY, UNDATED):
            ledger.add_reading(report.id, "reader-1", [claim_of(report)], [])
        assert ledger.reports(as_known_on=date(2018, 12, 9)) == ()
        assert ledger.reports(as_known_on=date(2018, 12, 10)) == (SUNDAY,)
        assert ledger.claims(as_known_on=date(2018, 12, 10)) == (claim_of(SUNDAY),)
        assert ledger.reports(as_known_on=date(2026, 2, 28)) == (MONDAY, SUNDAY)
        assert ledger.reports(as_known_on=date(2026, 3, 1)) == (MONDAY, SUNDAY, UNDATED)


def test_recorded_at_goes_by_what_the_ledger_held(ledger_url: str) -> None:
    moments = iter(datetime(2026, 3, day, 12, tzinfo=UTC) for day in range(1, 9))
    with Ledger.open(ledger_url, create=True, clock=lambda: next(moments)) as ledger:
        add(ledger, MONDAY)
        ledger.add_reading(MONDAY.id, "reader-1", [claim_of(MONDAY)], [])
        add(ledger, SUNDAY)
        ledger.add_reading(MONDAY.id, "reader-2", [claim_of(MONDAY, model="reader-2")], [])
        third = datetime(2026, 3, 3, 13, tzinfo=UTC)
        assert ledger.reports(as_recorded_at=third - timedelta(days=1)) == (MONDAY,)
        assert ledger.claims(as_recorded_at=third) == (claim_of(MONDAY),)
        assert ledger.claims() == (claim_of(MONDAY, model="reader-2"),)
        with pytest.raises(UsageError, match="names no time zone"):
            ledger.reports(as_recorded_at=datetime(2026, 3, 3))


def test_judgements_are_known_from_the_day_they_were_made(ledger_url: str) -> None:
    moments = iter([datetime(2026, 3, 1, 23, 59, tzinfo=UTC), datetime(2026, 3, 2, tzinfo=UTC)])
    with Ledger.open(ledger_url, create=True, clock=lambda: next(moments)) as ledger:
        first, second = note(), note("The owner was not there.")
        assert ledger.add_judgement(first) and ledger.add_judgement(second)
        assert ledger.judgements(as_known_on=date(2026, 3, 1)) == (first,)
        assert ledger.judgements() == (first, second)


def test_the_same_judgement_twice_is_one_and_after_withdrawal_says_how_to_repeat_it(ledger: Ledger) -> None:
    first = note()
    assert ledger.add_judgement(first)
    assert not ledger.add_judgement(first)
    withdrawal = Judgement(JudgementKind.WITHDRAW, (), "Looked again.", "R. Adler", supersedes=first.id)
    ledger.add_judgement(withdrawal)
    with pytest.raises(UsageError, match=f"let it supersede {withdrawal.id}"):
        ledger.add_judgement(first)
    assert ledger.add_judgement(note(supersedes=withdrawal.id))


def test_a_judgement_on_what_is_not_there_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="'report-unheard-of', which is not in the ledger"):
        ledger.add_judgement(Judgement(JudgementKind.RETRACT_REPORT, ("report-unheard-of",), "Withdrawn.", "R. Adler"))
    with pytest.raises(UsageError, match="which this one would supersede"):
        ledger.add_judgement(note(supersedes="judgement-0"))


def test_a_judgement_is_superseded_once(ledger: Ledger) -> None:
    first = note()
    second = note("Shown by the shadow.", supersedes=first.id)
    ledger.add_judgement(first)
    ledger.add_judgement(second)
    with pytest.raises(UsageError, match=f"superseded by {second.id} already"):
        ledger.add_judgement(note("Shown by the wheel.", supersedes=first.id))


def test_a_batch_is_kept_whole_or_not_at_all(ledger: Ledger) -> None:
    with ledger.batch():
        add(ledger, SUNDAY)
        assert ledger.has_report(SUNDAY.id)
        with ledger.batch():
            ledger.add_reading(SUNDAY.id, "reader-1", [claim_of(SUNDAY)], [])
    with pytest.raises(RuntimeError), ledger.batch():
        add(ledger, MONDAY)
        raise RuntimeError("the reader stopped")
    assert ledger.reports() == (SUNDAY,)
    assert ledger.verify().ok


def test_claims_seen_in_a_batch_that_failed_do_not_come_back(ledger: Ledger) -> None:
    add(ledger, SUNDAY)
    with pytest.raises(RuntimeError), ledger.batch():
        ledger.add_reading(SUNDAY.id, "reader-1", [claim_of(SUNDAY)], [])
        assert ledger.claims() == (claim_of(SUNDAY),)
        raise RuntimeError("the reader stopped")
    ledger.add_reading(SUNDAY.id, "reader-1", [claim_of(SUNDAY, 3)], [])
    assert ledger.claims() == (claim_of(SUNDAY, 3),)


def test_a_callers_mistake_inside_a_batch_costs_only_itself(ledger: Ledger) -> None:
    with ledger.batch():
        add(ledger, SUNDAY)
        with pytest.raises(UsageError):
            ledger.add_reading(MONDAY.id, "reader-1", [], [])
        add(ledger, MONDAY)
    assert ledger.reports() == (SUNDAY, MONDAY)


def test_a_ledger_opened_for_reading_refuses_to_write(ledger_url: str) -> None:
    with Ledger.open(ledger_url, create=True) as ledger:
        add(ledger, SUNDAY)
    with Ledger.open(ledger_url, read_only=True) as ledger:
        assert ledger.reports() == (SUNDAY,)
        assert ledger.verify().ok
        with pytest.raises(LedgerReadOnly, match="opened for reading only"):
            ledger.add_issues([Issue("a", "b", "intake")])
        with pytest.raises(LedgerReadOnly), ledger.batch():
            pass


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET kind = 'issue' WHERE seq = 1",
        "DELETE FROM entries WHERE seq = 1",
        "UPDATE captures SET size = 0",
        "DELETE FROM captures",
        "INSERT INTO entries (seq, kind, record_id, recorded_at, body, previous_hash, hash)"
        " SELECT seq + 5, kind, record_id, recorded_at, body, hash, hash FROM entries",
        "INSERT INTO entries (seq, kind, record_id, recorded_at, body, previous_hash, hash)"
        " SELECT seq + 1, kind, record_id, recorded_at, body, previous_hash, hash FROM entries",
    ],
)
def test_the_database_itself_refuses_to_change_what_is_kept(ledger: Ledger, statement: str) -> None:
    add(ledger, SUNDAY)
    with pytest.raises(LedgerError, match=r"append-only|never|continue the chain"), ledger._writing() as writing:
        writing.connection.execute(text(statement))
    assert ledger.verify().ok


def test_a_second_writer_waits_and_then_says_who_it_waits_for(ledger_url: str) -> None:
    with Ledger.open(ledger_url, create=True) as first, Ledger.open(ledger_url, wait_s=0.2) as second:
        with first.batch():
            add(first, SUNDAY)
            with pytest.raises(LedgerLocked, match=r"being written to by another program; waited 0\.2 s"):
                add(second, MONDAY)
            assert second.reports() == ()
        add(second, MONDAY)
        assert first.reports() == (SUNDAY, MONDAY)


def test_threads_share_one_ledger(ledger: Ledger) -> None:
    def write(start: int) -> None:
        for number in range(start, start + 5):
            add(ledger, report_of(f"{PROSE} Bulletin {number}."))

    threads = [threading.Thread(target=write, args=(start,)) for start in (0, 100, 200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ledger.reports()) == 15
    assert ledger.verify().ok


def test_a_model_name_that_could_break_the_chain_is_refused(ledger: Ledger) -> None:
    add(ledger, SUNDAY)
    with pytest.raises(UsageError, match="printable ASCII"):
        ledger.add_reading(SUNDAY.id, "reader\n1", [], [])


def test_a_rebuilt_index_is_the_same(ledger: Ledger) -> None:
    add(ledger, SUNDAY, MONDAY)
    ledger.add_reading(SUNDAY.id, "reader-1", [claim_of(SUNDAY), claim_of(SUNDAY, 3)], [Issue("a", "b", "claims")])
    ledger.add_judgement(note())
    with ledger._writing() as writing:
        writing.connection.execute(text("DELETE FROM claim_index"))
    assert ledger.claims() == ()
    assert "index 'claim_index' does not fit the entries, which are sound" in ledger.verify().why
    assert ledger.rebuild_index() == ledger.head()[0]
    assert ledger.claims() == (claim_of(SUNDAY), claim_of(SUNDAY, 3))
    assert ledger.verify().ok


def test_verification_counts_what_it_checked(ledger: Ledger) -> None:
    add(ledger, SUNDAY)
    ledger.add_reading(SUNDAY.id, "reader-1", [claim_of(SUNDAY)], [Issue("a", "b", "claims")])
    verification = ledger.verify()
    assert (verification.entries, verification.captures, verification.ids) == (4, 1, 3)
    assert (verification.entries, verification.head) == ledger.head()
    assert verification.first_broken_seq is None
    assert verification.why == ""


def test_an_id_that_is_not_what_the_claim_says_is_found(ledger: Ledger) -> None:
    add(ledger, SUNDAY)
    claim = claim_of(SUNDAY)
    object.__setattr__(claim, "id", "claim-00000000000000000000")
    ledger.add_reading(SUNDAY.id, "reader-1", [claim], [])
    verification = ledger.verify()
    assert verification.first_broken_seq == 3
    assert "what the record says gives the id claim-" in verification.why


def test_a_ledger_in_memory_lasts_until_it_is_closed() -> None:
    with Ledger.open("sqlite://", create=True) as ledger:
        add(ledger, SUNDAY)
        with ledger.batch():
            add(ledger, MONDAY)
            assert len(ledger.reports()) == 2
        assert ledger.verify().ok
