"""Where an export is written, what it says of itself, and what it must not overwrite."""

from __future__ import annotations

import errno
import json
import os
import stat
from pathlib import Path

import pytest
from test_command_line import Shell

from builders import IS, MONITOR, SDF, a_claim, a_report, a_voice
from fogline.intake.capture import Capture
from fogline.ledger.ledger import Ledger

shelled = a_report("Shells killed six people in the market of Hajin, the Observatory said.", "2018-12-10", "Herald")
taken = a_report("SDF fighters captured the town of Hajin, the Observatory said.", "2018-12-14", "Courier")
SHELLED = a_claim(shelled, "Shells killed six people in the market of Hajin", "shelling", trigger="killed", target="civilians",
                  place="Hajin", on="2018-12-09", by=a_voice(MONITOR), killed=6)  # fmt: skip
TAKEN = a_claim(taken, "SDF fighters captured the town of Hajin", "territory-gained", trigger="captured", actor=SDF, target=IS,
                place="Hajin", on="2018-12-14", by=a_voice(MONITOR))  # fmt: skip


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    with Ledger.open(f"sqlite:///{tmp_path / 'fogline.db'}", create=True) as book:
        for report, claim in ((shelled, SHELLED), (taken, TAKEN)):
            book.add_report(report, Capture(report.text.encode(), f"{report.outlet}.txt"))
            book.add_reading(report.id, "hand", [claim], [])
    return Shell(tmp_path, monkeypatch, capsys)


@pytest.mark.parametrize("name", ["fogline.db", "link.db", "other.db", "fogline.db-wal", "wal.md"])
def test_an_export_never_overwrites_a_ledger(shell: Shell, name: str) -> None:
    ledger = (shell.folder / "fogline.db").read_bytes()
    (shell.folder / "link.db").symlink_to("fogline.db")
    (shell.folder / "wal.md").symlink_to("fogline.db-wal")
    (shell.folder / "other.db").write_bytes(ledger)
    code, _, err = shell.run("export", "brief", "-o", name)
    assert code == 2
    assert f"{name} " in err and "an SQLite database, such as a ledger. Give --output another file." in err
    assert (shell.folder / "fogline.db").read_bytes() == (shell.folder / "other.db").read_bytes() == ledger


def test_a_full_disk_leaves_the_last_export_whole(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    (shell.folder / "brief.md").write_text("yesterday's", encoding="utf-8")
    before = {p.name for p in shell.folder.iterdir()}

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code, _, err = shell.run("export", "brief", "-o", "brief.md")
    assert code == 1 and "Cannot write brief.md: No space left on device." in err
    assert (shell.folder / "brief.md").read_text(encoding="utf-8") == "yesterday's"
    assert {p.name for p in shell.folder.iterdir()} - {"fogline.db-wal", "fogline.db-shm"} == before


def test_an_export_replaces_the_last_one_with_its_mode_and_through_a_link(shell: Shell) -> None:
    (shell.folder / "real.md").write_text("yesterday's", encoding="utf-8")
    (shell.folder / "real.md").chmod(0o640)
    (shell.folder / "brief.md").symlink_to("real.md")
    code, _, err = shell.run("export", "brief", "-o", "brief.md")
    assert code == 0 and "brief.md: 2 incidents, 2 claims." in err
    assert (shell.folder / "brief.md").is_symlink() and "Hajin" in (shell.folder / "real.md").read_text(encoding="utf-8")
    assert stat.S_IMODE((shell.folder / "real.md").stat().st_mode) == 0o640


def test_a_device_is_written_to_and_not_replaced(shell: Shell) -> None:
    code, _, _ = shell.run("export", "brief", "-o", os.devnull)
    assert code == 0 and stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_what_is_held_back_is_counted_apart_from_what_is_written(shell: Shell) -> None:
    code, _, err = shell.run("export", "incidents-csv", "--hold-back", "2018-12-12", "-o", "held.csv")
    assert code == 0 and "held.csv: 1 incident, 1 claim. 1 incident held back." in err
    code, out, err = shell.run("export", "incidents-csv", "--hold-back", "2018-12-01")
    assert code == 0 and out.count("\n") == 1 and "2 incidents held back." in err


def test_one_day_and_a_range_of_days_are_not_asked_for_together(shell: Shell) -> None:
    code, out, err = shell.run(
        "export", "control-geojson", "--as-of", "2018-12-20", "--since", "2018-12-14", "--until", "2018-12-15"
    )
    assert code == 2 and out == "" and "Give the day or the range." in err


def test_what_a_person_reviewed_stays_so_when_an_earlier_report_joins(shell: Shell) -> None:
    _, listed, _ = shell.run("incidents", "--json")
    incident = next(i["id"] for i in json.loads(listed) if i["type"] == "shelling")
    assert shell.run("review", "reviewed", incident, "--reason", "read both", "--reviewer", "Lena K.")[0] == 0
    first = a_report("Shells killed six people in the market of Hajin, the Observatory said.", "2018-12-09", "Mail")
    told = a_claim(first, "Shells killed six people in the market of Hajin", "shelling", trigger="killed", target="civilians",
                   place="Hajin", on="2018-12-09", by=a_voice(MONITOR), killed=6)  # fmt: skip
    with Ledger.open(f"sqlite:///{shell.folder / 'fogline.db'}") as book:
        book.add_report(first, Capture(first.text.encode(), "mail.txt"))
        book.add_reading(first.id, "hand", [told], [])
    _, out, _ = shell.run("export", "geojson")
    (feature,) = (f for f in json.loads(out)["features"] if f["properties"]["type"] == "shelling")
    assert feature["id"] != incident and feature["properties"]["machine_made"] is False


def test_a_reviewers_name_and_remark_stay_at_home(shell: Shell) -> None:
    remark = "Called Dr. N. at the clinic; do not name him"
    _, listed, _ = shell.run("incidents", "--json")
    incident = next(i["id"] for i in json.loads(listed) if i["type"] == "shelling")
    code, _, err = shell.run("review", "status", incident, "--value", "confirmed", "--reason", remark, "--reviewer", "Lena K.")
    assert code == 0, err
    for name in ("incidents-csv", "geojson", "brief", "claims-jsonl", "profiles-csv", "airwars-csv"):
        _, out, _ = shell.run("export", name)
        assert "Lena" not in out and "Dr. N." not in out, name
    _, out, _ = shell.run("export", "geojson")
    reasons = {f["properties"]["status_reason"] for f in json.loads(out)["features"]}
    assert any(r.startswith("confirmed: set by a reviewer; by rule it was weak") for r in reasons)
    _, out, _ = shell.run("export", "geojson", "--full")
    assert f"confirmed: set by a reviewer (Lena K.: {remark}); by rule it was weak" in out
