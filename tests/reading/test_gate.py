"""What the relevance gate passes over is kept, counted, said, and read once the gate is off."""

from __future__ import annotations

from pathlib import Path

import pytest
from stub_encoder import Stub

from fogline.errors import UsageError
from fogline.intake.capture import Hints
from fogline.ledger.ledger import Ledger
from fogline.pipeline import Pipeline, Summary, collect
from fogline.settings import Settings

SPORT = (
    "The home side won by three goals to one on Saturday after a poor first half. The striker scored twice before the break and the "
    "goalkeeper, who joined the club last summer, saved a late penalty. Tickets for the final go on sale next week. "
) * 4


def collected(folder: Path, ledger: Ledger, stub: Stub, *, gate: bool) -> Summary:
    return collect({str(folder): Hints()}, ledger, Settings(gate=gate), Pipeline(stub), progress=lambda *_: None)


def test_what_was_passed_over_is_said_once_and_read_when_the_gate_is_off(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "cup.txt").write_text(SPORT)
    stub = Stub({}, {})
    with Ledger.open(f"sqlite:///{tmp_path / 'book.db'}", create=True) as ledger:
        first = collected(folder, ledger, stub, gate=True)
        assert (first.reports_new, first.reports_unread, first.issues["not-relevant"]) == (1, 1, 1)
        assert "not-relevant" in {i.code for i in ledger.issues()}
        again = collected(folder, ledger, stub, gate=True)
        assert "not-relevant" not in again.issues and stub.read_words == []
        forced = collected(folder, ledger, stub, gate=False)
        assert stub.read_words and "not-relevant" not in forced.issues
        assert ledger.unread_reports("stub") == ()


def test_gate_is_switched_by_on_or_off_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings.from_environment().gate
    monkeypatch.setenv("FOGLINE_GATE", "off")
    assert not Settings.from_environment().gate
    monkeypatch.setenv("FOGLINE_GATE", "no")
    with pytest.raises(UsageError, match="must be on or off"):
        Settings.from_environment()
