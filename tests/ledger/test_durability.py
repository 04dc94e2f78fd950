"""Kills, races and full disks: what was acknowledged stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from ledger_builders import PROSE, capture_of, claim_of, report_of
from sqlalchemy import event

from fogline.errors import LedgerError
from fogline.ledger import Ledger

# Adds reports and readings until it is killed, and says on its output what was acknowledged.
WRITER = """
import sys
from ledger_builders import PROSE, capture_of, claim_of, report_of
from fogline.ledger import Ledger
url, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with Ledger.open(url, create=True, wait_s=60) as ledger:
    for number in range(count):
        report = report_of(f"{PROSE} Bulletin {number} of {name}.")
        ledger.add_report(report, capture_of(report.text))
        print(report.id, flush=True)
        ledger.add_reading(report.id, "reader-1", [claim_of(report, start) for start in range(8)], [])
"""


def writer(url: str, name: str, count: int) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    command = [sys.executable, "-c", WRITER, url, name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


@pytest.mark.parametrize("acknowledged", [1, 7, 20])
def test_a_writer_killed_in_the_middle_loses_nothing_it_acknowledged(ledger_url: str, acknowledged: int) -> None:
    process = writer(ledger_url, "the first writer", 1_000_000)
    assert process.stdout is not None
    seen = [process.stdout.readline().strip() for _ in range(acknowledged)]
    process.send_signal(signal.SIGKILL)
    rest, errors = process.communicate()
    assert process.returncode == -signal.SIGKILL, errors
    # A last line may be cut by the kill; its report was acknowledged all the same.
    seen += [line for line in rest.splitlines() if len(line) == len(seen[0])]
    with Ledger.open(ledger_url) as ledger:
        assert [report_id for report_id in seen if not ledger.has_report(report_id)] == []
        verification = ledger.verify()
        assert verification.ok, verification.why
        unread = ledger.unread_reports("reader-1")
        assert len(unread) <= 1
        for report in unread:
            assert ledger.add_reading(report.id, "reader-1", [claim_of(report)], []) == 1
        assert ledger.verify().ok


def test_a_killed_writers_ledger_opens_for_reading_only(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'ledger.db'}"
    process = writer(url, "the first writer", 1_000_000)
    assert process.stdout is not None
    seen = process.stdout.readline().strip()
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert (tmp_path / "ledger.db-wal").exists()
    (tmp_path / "ledger.db-shm").unlink()
    with Ledger.open(url, read_only=True) as ledger:
        assert ledger.has_report(seen)
        assert ledger.verify().ok


def test_two_processes_make_and_fill_one_chain(ledger_url: str) -> None:
    processes = [writer(ledger_url, name, 25) for name in ("one", "two")]
    for process in processes:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    with Ledger.open(ledger_url) as ledger:
        assert len(ledger.reports()) == 50
        assert ledger.head()[0] == 50 * (1 + 1 + 8)
        verification = ledger.verify()
        assert verification.ok, verification.why


def test_a_full_disk_is_said_and_costs_nothing_acknowledged(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'ledger.db'}"
    kept = []
    with Ledger.open(url, create=True) as ledger:
        # A new connection may let the file grow by some pages only.
        event.listen(ledger._engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 60"))
        with pytest.raises(
            LedgerError, match=r"Disk full: the ledger '.*ledger.db' could not grow. Nothing acknowledged is lost"
        ):
            for number in range(1000):
                report = report_of(f"{PROSE} Bulletin {number}. " + "The water stands high. " * 100)
                ledger.add_report(report, capture_of(report.text))
                kept.append(report)
        assert kept
        assert ledger.reports() == tuple(kept)
        full = report_of("The weir gave way. " * 2000)
        with pytest.raises(LedgerError, match="Disk full"), ledger.batch():
            for number in range(1000):
                report = report_of(f"{full.text} {number}")
                ledger.add_report(report, capture_of(report.text))
    with Ledger.open(url) as ledger:
        assert ledger.reports() == tuple(kept)
        assert ledger.verify().ok
        assert ledger.add_report(full, capture_of(full.text))


def test_a_batch_whose_error_was_swallowed_is_not_kept_in_part(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'ledger.db'}"
    with Ledger.open(url, create=True) as ledger:
        event.listen(ledger._engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 60"))
        small = report_of()
        long = report_of("".join(f"{PROSE} {number} " for number in range(9000)))
        with pytest.raises(LedgerError, match=r"The batch was not kept: Disk full"), ledger.batch():
            ledger.add_report(small, capture_of(small.text))
            with pytest.raises(LedgerError, match="Disk full"):
                ledger.add_report(long, capture_of(long.text))
        assert ledger.reports() == ()


def test_acknowledged_means_synchronised(tmp_path: Path) -> None:
    with Ledger.open(f"sqlite:///{tmp_path / 'ledger.db'}", create=True) as ledger, ledger._reading() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
