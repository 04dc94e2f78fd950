"""Judgements from the command line: about what they can decide, and seen wherever incidents and claims are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from test_command_line import Shell

from builders import a_claim, a_report, monitor
from fogline.claims.claim import Claim
from fogline.incidents.linking import incident_id
from fogline.intake.capture import Capture
from fogline.intake.report import Report
from fogline.ledger.ledger import Ledger

EARLY = a_report("A raid on the market of Hajin killed nine people on Wednesday, the monitor said.", "2018-12-12", "Herald")
LATE = a_report("Nine people were killed on Wednesday in a raid on the market of Hajin, the monitor said.", "2018-12-13", "Post")
OTHER = a_report("A raid on the mill of Baghuz killed two people, the monitor said.", "2018-12-20", "Post")


def raid(report: Report, quote: str, place: str, day: str, killed: int) -> Claim:
    return a_claim(report, quote, trigger="raid", place=place, on=day, killed=killed, by=monitor())


FIRST = raid(EARLY, "A raid on the market of Hajin killed nine people", "Hajin", "2018-12-12", 9)
THEN = raid(LATE, "Nine people were killed on Wednesday in a raid on the market of Hajin", "Hajin", "2018-12-12", 9)
APART = raid(OTHER, "A raid on the mill of Baghuz killed two people", "Baghuz", "2018-12-20", 2)
INCIDENT, FORMER, ELSEWHERE = incident_id(FIRST.id), incident_id(THEN.id), incident_id(APART.id)


class Desk(Shell):
    """A reviewer at a ledger."""

    def add(self, report: Report, claim: Claim) -> None:
        with Ledger.open(f"sqlite:///{self.folder / 'fogline.db'}", create=True) as book:
            book.add_report(report, Capture(report.text.encode(), f"{report.outlet}.txt"))
            book.add_reading(report.id, "hand", [claim], [])

    def review(self, *arguments: str) -> tuple[int, str, str]:
        return self.run("review", *arguments, "--reason", "read it", "--reviewer", "R. Viewer")

    def json(self, *arguments: str) -> Any:
        return json.loads(self.run(*arguments, "--json")[1])

    def machine_made(self) -> dict[str, bool]:
        return {i["id"]: i["machine_made"] for i in self.json("incidents")}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    desk = Desk(tmp_path, monkeypatch, capsys)
    desk.add(LATE, THEN)
    desk.add(OTHER, APART)
    return desk


def test_an_incident_stays_reviewed_under_its_later_id(desk: Desk) -> None:
    desk.review("reviewed", FORMER)
    assert desk.machine_made() == {FORMER: False, ELSEWHERE: True}
    desk.add(EARLY, FIRST)
    assert desk.machine_made() == {INCIDENT: False, ELSEWHERE: True}
    assert desk.json("show", INCIDENT)["machine_made"] is False


def test_an_incident_can_be_reviewed_by_an_id_that_it_once_had(desk: Desk) -> None:
    desk.add(EARLY, FIRST)
    assert desk.review("reviewed", FORMER)[0] == 0
    assert desk.machine_made()[INCIDENT] is False


def test_a_reviewed_claim_is_said_to_be_with_itself_and_with_its_report(desk: Desk) -> None:
    assert desk.json("show", THEN.id)["machine_made"] is True
    desk.review("reviewed", THEN.id)
    assert desk.json("show", THEN.id)["machine_made"] is False
    assert [c["machine_made"] for c in desk.json("show", LATE.id)["claims"]] == [False]
    assert desk.machine_made()[FORMER] is True


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("reject-claim", FORMER), f"reject-claim is about claims; {FORMER} is an incident. Its claim: {THEN.id}."),
        (("retract-report", THEN.id), f"retract-report is about reports; {THEN.id} is a claim. Its report: {LATE.id}."),
        (("retract-report", FORMER), f"{FORMER} is an incident. Its report: {LATE.id}."),
        (("status", LATE.id, "--value", "confirmed"), f"{LATE.id} is a report. Its incident: {FORMER}."),
        (("merge", FORMER, OTHER.id), f"merge is about incidents and claims; {OTHER.id} is a report. Its incident: {ELSEWHERE}."),
        (("split", OTHER.id, FORMER), "split is about incidents and claims"),
        (("reviewed", LATE.id), "reviewed is about incidents and claims"),
        (("reviewed", FORMER, "--value", "fair"), "--value goes with status; reviewed takes none."),
        (("withdraw",), "withdraw takes back one judgement; got 0 ids."),
        (("withdraw", "judgement-1", "judgement-2"), "got 2 ids."),
    ],
)
def test_a_decision_that_would_decide_nothing_is_refused(desk: Desk, arguments: tuple[str, ...], says: str) -> None:
    code, out, err = desk.review(*arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert desk.run("review", "list")[1] == ""


def test_a_note_may_be_about_anything(desk: Desk) -> None:
    assert [desk.review("note", identity)[0] for identity in (FORMER, THEN.id, LATE.id)] == [0, 0, 0]
