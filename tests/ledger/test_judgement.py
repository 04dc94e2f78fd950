from __future__ import annotations

import pytest

from fogline.errors import UsageError
from fogline.ledger import Judgement, JudgementKind, in_force, retracted_reports
from fogline.ledger.codec import CodecError, decode, encode


def judged(kind: str = "note", subjects: tuple[str, ...] = ("incident-1",), **more: str) -> Judgement:
    return Judgement(
        JudgementKind(kind), subjects, more.pop("reason", "Both name the mill."), more.pop("reviewer", "R. Adler"), **more
    )


@pytest.mark.parametrize("kind", ["merge", "split"])
def test_the_order_of_the_subjects_says_nothing(kind: str) -> None:
    assert judged(kind, ("b", "a", "b")).id == judged(kind, ("a", "b")).id


@pytest.mark.parametrize(
    ("kind", "subjects", "more", "said"),
    [
        ("merge", ("a", "a"), {}, "needs two different ids or more, got a"),
        ("status", ("a",), {}, "needs a value"),
        ("note", (), {}, "needs the ids it is about"),
        ("note", ("a",), {"reason": "  "}, "needs a reason"),
        ("note", ("a",), {"reviewer": ""}, "needs the name of its reviewer"),
        ("withdraw", (), {}, "names the judgement it takes back"),
    ],
)
def test_a_judgement_without_what_its_kind_needs_is_refused(
    kind: str, subjects: tuple[str, ...], more: dict[str, str], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        judged(kind, subjects, **more)


def test_superseded_and_withdrawn_judgements_are_not_in_force() -> None:
    first = judged("status", value="fair")
    second = judged("status", value="weak", supersedes=first.id)
    note = judged("note")
    gone = judged("withdraw", supersedes=note.id)
    assert in_force([first, second, note, gone]) == (second,)


def test_a_retraction_that_was_withdrawn_retracts_nothing() -> None:
    retraction = judged("retract-report", ("report-1",))
    assert retracted_reports([retraction]) == {"report-1"}
    assert retracted_reports([retraction, judged("withdraw", supersedes=retraction.id)]) == frozenset()


def test_a_kept_judgement_that_lacks_its_reason_cannot_be_read() -> None:
    body = encode(judged()).replace(b"Both name the mill.", b"")
    with pytest.raises(CodecError, match=r"Judgement: A note judgement needs a reason"):
        decode(Judgement, body)
