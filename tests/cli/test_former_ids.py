"""A link to an incident outlives the day on which an earlier report is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_command_line import Shell

from builders import a_claim, a_report, monitor
from fogline.incidents.linking import incident_id
from fogline.intake.capture import Capture
from fogline.ledger.ledger import Ledger

EARLY = a_report("A raid on the market of Hajin killed nine people on Wednesday, the monitor said.", "2018-12-12", "Herald")
LATE = a_report("Nine people were killed on Wednesday in a raid on the market of Hajin, the monitor said.", "2018-12-13", "Post")


def test_show_says_where_an_incident_went_and_shows_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    quotes = {
        EARLY: "A raid on the market of Hajin killed nine people",
        LATE: "Nine people were killed on Wednesday in a raid on the market of Hajin",
    }
    claims = [
        a_claim(report, quote, trigger="raid", place="Hajin", on="2018-12-12", killed=9, by=monitor())
        for report, quote in quotes.items()
    ]
    with Ledger.open(f"sqlite:///{tmp_path / 'fogline.db'}", create=True) as book:
        for report, claim in zip(quotes, claims, strict=True):
            book.add_report(report, Capture(report.text.encode(), f"{report.outlet}.txt"))
            book.add_reading(report.id, "hand", [claim], [])
    shell = Shell(tmp_path, monkeypatch, capsys)
    former, now = (incident_id(c.id) for c in reversed(claims))
    code, out, err = shell.run("show", former, "--json")
    assert code == 0 and json.loads(out)["id"] == now
    assert err.strip() == f"{former} is now {now}: the happening has another first claim since."
    code, out, err = shell.run("show", now, "--beside", former, "--json")
    assert code == 0 and json.loads(out)["needed"] > 0, err
    code, out, err = shell.run("incidents", former, "--profile", "acled", "--json")
    assert code == 0 and f"{former} is now {now}" in err and len(json.loads(out)) == 1
    code, _, err = shell.run("show", "incident-000000000000")
    assert code != 0 and "No incident 'incident-000000000000'" in err
