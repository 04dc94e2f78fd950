"""Commands that ask as of a day of knowledge, under another project's rules, and for who stands behind a story."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from test_command_line import Shell

from builders import IS, MONITOR, SDF, a_claim, a_count, a_report, a_voice
from fogline.intake.capture import Capture
from fogline.issue import Issue
from fogline.ledger.ledger import Ledger
from fogline.span import Span

early = a_report("Shells killed dozens of people in the market of Hajin, the Observatory said.", "2018-12-10", "Herald")
late = a_report("SDF fighters captured the town of Hajin, the Observatory said.", "2018-12-14", "Courier")
SHELLED = a_claim(early, "Shells killed dozens of people in the market of Hajin", "shelling", trigger="killed", actor="Syria", target="civilians",
                  place="Hajin", on="2018-12-09", by=a_voice(MONITOR, text="the Observatory"), counts=[a_count("killed", (24, 99), "people", "dozens of people")])  # fmt: skip
CAPTURED = a_claim(late, "SDF fighters captured the town of Hajin", "territory-gained", trigger="captured", actor=SDF, target=IS, place="Hajin",
                   on="2018-12-14", by=a_voice(MONITOR, text="the Observatory"))  # fmt: skip


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ledger")
    with Ledger.open(f"sqlite:///{folder / 'fogline.db'}", create=True) as book:
        for report, claim in ((early, SHELLED), (late, CAPTURED)):
            at = report.text.index("the Observatory")
            voice = replace(claim.origin[0], span=Span(at, at + len("the Observatory")))
            claim = replace(
                claim, origin=(voice,), id=claim.id_for(report.id, claim.quote_span, claim.trigger_span, claim.type, (voice,))
            )
            book.add_report(report, Capture(report.text.encode(), f"{report.outlet}.txt"))
            book.add_reading(report.id, "hand", [claim], [Issue("no-place", "A note.", "grounding", report_id=report.id)])
    return folder


@pytest.fixture
def shell(ledger: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(ledger, monkeypatch, capsys)


def listed(shell: Shell, *arguments: str) -> list[dict[str, object]]:
    code, out, err = shell.run(*arguments, "--json")
    assert code == 0, err
    return json.loads(out)  # type: ignore[no-any-return]


def test_incidents_and_control_of_a_later_report_are_not_known_before(shell: Shell) -> None:
    now, then = listed(shell, "incidents"), listed(shell, "incidents", "--as-known-on", "2018-12-12")
    assert 0 < len(then) < len(now)
    code, _, err = shell.run("control", "Hajin", "--known-on", "2018-12-12")
    assert code == 2 and "Nothing is claimed about who holds 'Hajin'" in err
    states = listed(shell, "control", "Hajin", "--as-of", "2018-12-20", "--known-on", "2018-12-20")
    assert {(s["layer"], s["state"], s["holder"]) for s in states} == {
        ("assessed", "held", "Syrian Democratic Forces"),
        ("claimed", "held", "Syrian Democratic Forces"),
    }


def test_what_is_shown_can_be_asked_as_of_a_day(shell: Shell) -> None:
    late = next(i for i in listed(shell, "incidents") if i["type"] == "territory-gained")
    code, _, _ = shell.run("show", str(late["id"]))
    assert code == 0
    code, _, err = shell.run("show", str(late["id"]), "--as-known-on", "2018-12-12")
    assert code == 2 and "No incident" in err
    assert len(listed(shell, "issues", "--code", "no-place")) == 2
    assert [i["report_id"] for i in listed(shell, "issues", "--code", "no-place", "--as-known-on", "2018-12-12")] == [early.id]


def test_control_of_a_day_as_geojson(shell: Shell) -> None:
    code, out, _ = shell.run("control", "--as-of", "2018-12-20", "--geojson")
    assert code == 0
    assert {f["properties"]["day"] for f in json.loads(out)["features"]} == {"2018-12-20"}
    code, out, _ = shell.run("export", "control-geojson", "--since", "2018-12-14", "--until", "2018-12-15")
    assert code == 0
    assert {f["properties"]["day"] for f in json.loads(out)["features"]} == {"2018-12-14", "2018-12-15"}


def test_one_incident_under_each_profile_and_all_of_them(shell: Shell) -> None:
    shelled = next(str(i["id"]) for i in listed(shell, "incidents") if i["type"] == "shelling")
    code, out, _ = shell.run("incidents", shelled, "--profile", "all")
    assert code == 0 and "ACLED records it" in out and "fatalities" in out and "Where they differ" in out
    (record,) = listed(shell, "incidents", shelled, "--profile", "all")
    acled, ucdp, airwars = record["codings"]  # type: ignore[misc]
    assert acled["events"][0]["fatalities"]["value"] == 12 and acled["events"][0]["fatalities"]["rule"]
    assert ucdp["profile"] == "ucdp" and airwars["points"]["killed, highest"]["value"] == 99
    code, out, _ = shell.run("incidents", "--profile", "ucdp")
    assert code == 0 and out.startswith("UCDP GED")
    code, _, err = shell.run("incidents", "--profile", "gtd")
    assert code == 2 and "Unknown profile 'gtd'" in err


def test_a_projects_table_says_how_many_incidents_it_leaves_out(shell: Shell) -> None:
    code, out, err = shell.run("export", "ucdp-csv")
    assert code == 0 and out.startswith("id,year,type_of_violence")
    assert "events of 2 incidents; why the others are not recorded: fogline export profiles-csv, column ucdp_why." in err


def test_why_two_incidents_are_two(shell: Shell) -> None:
    first, second = (str(i["id"]) for i in listed(shell, "incidents")[:2])
    code, out, _ = shell.run("show", first, "--beside", second)
    assert code == 0 and "bits" in out and "one happening" in out


def test_origins_of_an_incident_and_of_all(shell: Shell) -> None:
    shelled = next(str(i["id"]) for i in listed(shell, "incidents") if i["type"] == "shelling")
    code, out, _ = shell.run("origins", shelled, "--json")
    graph = json.loads(out)
    assert code == 0
    assert any(e["kind"] == "cites" and "Observatory" in e["words"] for e in graph["edges"])
    code, out, _ = shell.run("origins")
    assert code == 0 and "several outlets report" in out


def test_index_is_rebuilt_on_request(shell: Shell) -> None:
    code, _, err = shell.run("verify", "--rebuild-index")
    assert code == 0 and "derived anew from" in err
