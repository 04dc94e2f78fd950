"""What a person with the file and a database tool could do to it, and what verification says."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from ledger_builders import PROSE, capture_of, claim_of, report_of

from fogline.ledger import Ledger, Verification

REPORT = report_of()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    with Ledger.open(f"sqlite:///{path}", create=True) as ledger:
        for number in range(3):
            report = report_of(f"{PROSE} Bulletin {number}.")
            ledger.add_report(report, capture_of(report.text))
            ledger.add_reading(report.id, "reader-1", [claim_of(report)], [])
    return path


@contextmanager
def unguarded(file: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(file)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    yield connection
    connection.commit()
    connection.close()


def verified(file: Path, noted: tuple[int, str] | None = None) -> Verification:
    with Ledger.open(f"sqlite:///{file}", read_only=True) as ledger:
        return ledger.verify(noted)


def test_one_changed_byte_in_a_body_names_the_entry(file: Path) -> None:
    with unguarded(file) as connection:
        body: bytes = connection.execute("SELECT body FROM entries WHERE seq = 4").fetchone()[0]
        connection.execute("UPDATE entries SET body = ? WHERE seq = 4", (body.replace(b"Bulletin 1", b"Bulletin 7"),))
    verification = verified(file)
    assert verification.first_broken_seq == 4
    assert "its content was changed after it was recorded" in verification.why
    assert {problem.seq for problem in verification.problems} == {4}
    assert str(verification).splitlines()[0].startswith("The ledger does not hold: ")
    assert str(verification).splitlines()[1] == verification.why


def test_a_changed_date_of_recording_is_found(file: Path) -> None:
    with unguarded(file) as connection:
        connection.execute("UPDATE entries SET recorded_at = '2020-01-01T00:00:00.000000Z' WHERE seq = 2")
    assert verified(file).first_broken_seq == 2


def test_a_removed_entry_is_found(file: Path) -> None:
    with unguarded(file) as connection:
        connection.execute("DELETE FROM entries WHERE seq = 5")
    verification = verified(file)
    assert verification.first_broken_seq == 6
    assert "entry 5 is missing" in verification.why


def test_entries_cut_off_the_end_are_found_with_a_noted_head(file: Path) -> None:
    with Ledger.open(f"sqlite:///{file}") as ledger:
        noted = ledger.head()
    with unguarded(file) as connection:
        connection.execute("DELETE FROM entries WHERE seq > 6")
        for table in ("report_index", "reading_index", "claim_index"):
            connection.execute(f"DELETE FROM {table} WHERE seq > 6")
        connection.execute("DELETE FROM captures WHERE sha256 NOT IN (SELECT sha256 FROM captures LIMIT 2)")
    verification = verified(file, noted)
    assert any("was cut or rewritten" in problem.why for problem in verification.problems)


def test_a_head_noted_earlier_still_holds_after_more_was_added(file: Path) -> None:
    with Ledger.open(f"sqlite:///{file}") as ledger:
        noted = ledger.head()
        ledger.add_report(REPORT, capture_of(PROSE))
        assert ledger.verify(noted).ok
        assert str(ledger.verify()).endswith(f"Head, to note elsewhere: {noted[0] + 1} {ledger.head()[1]}")
        assert not ledger.verify((noted[0], "f" * 64)).ok


def test_changed_captured_bytes_are_found(file: Path) -> None:
    with unguarded(file) as connection:
        connection.execute("UPDATE captures SET data = (SELECT data FROM captures ORDER BY sha256 DESC LIMIT 1), size = size")
    verification = verified(file)
    assert verification.captures == 1
    assert "they do not give its digest" in verification.why
    assert verification.first_broken_seq is not None


def test_removed_captured_bytes_are_found(file: Path) -> None:
    with unguarded(file) as connection:
        connection.execute("DELETE FROM captures WHERE sha256 = ?", (capture_of(f"{PROSE} Bulletin 2.").sha256,))
    verification = verified(file)
    assert verification.first_broken_seq == 7
    assert "the bytes of this capture are missing" in verification.why


def test_a_whole_body_of_another_kind_is_a_problem_and_no_crash(file: Path) -> None:
    with unguarded(file) as connection:
        connection.execute("UPDATE entries SET body = ?, kind = 'verdict' WHERE seq = 3", (b"\xff\x00",))
    verification = verified(file)
    assert verification.first_broken_seq == 3
    assert any("knows no entries of kind 'verdict'" in problem.why for problem in verification.problems)


def test_a_body_that_cannot_be_read_is_said_with_its_entry(file: Path) -> None:
    from fogline.errors import LedgerDamaged

    with unguarded(file) as connection:
        connection.execute("UPDATE entries SET body = ? WHERE seq = 3", (b'{"id":"claim-1"}',))
    with (
        Ledger.open(f"sqlite:///{file}", read_only=True) as ledger,
        pytest.raises(LedgerDamaged, match=r"Entry 3 cannot be read: Claim lacks .*See: fogline verify"),
    ):
        ledger.claims()
