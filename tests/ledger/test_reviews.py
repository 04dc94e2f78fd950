"""A review goes with the happening, whatever it is called since."""

from __future__ import annotations

from builders import a_claim, a_report, monitor
from fogline.incidents.linking import incident_id
from fogline.ledger.judgement import Judgement, JudgementKind
from fogline.ledger.reviews import reviews_of
from fogline.pipeline import derive_from

EARLY = a_report("A raid on the market of Hajin killed nine people on Wednesday, the monitor said.", "2018-12-12", "Herald")
LATE = a_report("Nine people were killed on Wednesday in a raid on the market of Hajin, the monitor said.", "2018-12-13", "Post")
FIRST = a_claim(
    EARLY,
    "A raid on the market of Hajin killed nine people",
    trigger="raid",
    place="Hajin",
    on="2018-12-12",
    killed=9,
    by=monitor(),
)
THEN = a_claim(
    LATE,
    "Nine people were killed on Wednesday in a raid on the market of Hajin",
    trigger="raid",
    place="Hajin",
    on="2018-12-12",
    killed=9,
    by=monitor(),
)
NOW = incident_id(FIRST.id)


def judgement(kind: JudgementKind, subject: str, reason: str = "read it", supersedes: str | None = None) -> Judgement:
    value = "fair" if kind is JudgementKind.STATUS else None
    subjects = () if kind is JudgementKind.WITHDRAW else (subject,)
    return Judgement(kind, subjects, reason, "R. Viewer", value, supersedes)


def reviewed(*judgements: Judgement) -> dict[str, str]:
    incidents = derive_from((LATE, EARLY), (THEN, FIRST)).incidents
    assert [i.id for i in incidents] == [NOW]
    return {subject: j.reason for subject, j in reviews_of(judgements, incidents).items()}


def test_an_incident_stays_reviewed_when_an_earlier_report_joins() -> None:
    assert reviewed(judgement(JudgementKind.REVIEWED, incident_id(THEN.id))) == {NOW: "read it"}


def test_a_grade_is_a_look_at_the_incident_and_not_at_the_claim_that_stands_for_it() -> None:
    assert reviewed(judgement(JudgementKind.STATUS, THEN.id)) == {NOW: "read it"}


def test_a_look_at_a_claim_is_none_at_its_incident() -> None:
    assert reviewed(judgement(JudgementKind.REVIEWED, FIRST.id)) == {FIRST.id: "read it"}


def test_the_latest_look_counts_until_it_is_withdrawn() -> None:
    first, second = (
        judgement(JudgementKind.REVIEWED, NOW),
        judgement(JudgementKind.REVIEWED, incident_id(THEN.id), "read it again"),
    )
    assert reviewed(first, second) == {NOW: "read it again"}
    assert reviewed(first, second, judgement(JudgementKind.WITHDRAW, "", "mistaken", second.id)) == {NOW: "read it"}


def test_a_merge_and_a_remark_are_no_look() -> None:
    assert reviewed(judgement(JudgementKind.NOTE, NOW)) == {}
