from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from pathlib import Path

from ledger_builders import capture_of, claim_of, report_of

from fogline.ledger import JudgementKind, Ledger
from fogline.ledger.index import BODIES

PAGE = (Path(__file__).parents[2] / "docs" / "ledger.md").read_text(encoding="utf-8")


def checked(path: Path) -> subprocess.CompletedProcess[str]:
    """Run the page's own verifier, without Fogline in reach."""
    (program,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    return subprocess.run([sys.executable, "-I", "-S", "-c", program, str(path)], capture_output=True, text=True, check=False)


def test_the_verifier_printed_in_the_docs_agrees_with_ours(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    report = report_of("The mill stands empty, half of its text is lost: \ud83d \x00.")
    with Ledger.open(f"sqlite:///{path}", create=True) as ledger:
        ledger.add_report(report, capture_of(report.text))
        ledger.add_reading(report.id, "reader-1", [], [])
        count, head = ledger.head()
    done = checked(path)
    assert done.stdout == f"{count} entries hold. Last hash: {head}\n", done.stderr


def test_the_verifier_printed_in_the_docs_finds_a_changed_byte(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    report = report_of()
    with Ledger.open(f"sqlite:///{path}", create=True) as ledger:
        ledger.add_report(report, capture_of(report.text))
        ledger.add_reading(report.id, "reader-1", [claim_of(report)], [])
    connection = sqlite3.connect(path)
    connection.execute("DROP TRIGGER entries_unchanged")
    connection.execute("UPDATE entries SET body = replace(CAST(body AS TEXT), 'shelling', 'smelling') WHERE seq = 3")
    connection.commit()
    connection.close()
    with Ledger.open(f"sqlite:///{path}") as ledger:
        assert ledger.verify().first_broken_seq == 3
    done = checked(path)
    assert (done.returncode, done.stderr) == (1, "Entry 3 does not hold.\n")


def test_every_kind_of_entry_and_judgement_is_documented() -> None:
    for kind in [*BODIES, *JudgementKind]:
        assert f"`{kind}`" in PAGE, kind
