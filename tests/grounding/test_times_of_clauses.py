"""Times that stand in another clause than the event, which nobody gave a time."""

from __future__ import annotations

from datetime import date

import pytest
from dated_events import REPORT, when

from fogline.grounding.grounding import DateBasis


@pytest.mark.parametrize(
    ("text", "trigger", "type"),
    [
        ("Three men abducted off Orvat in June were let go.", "let go", "withdrawal"),
        ("The hunters who fled the valley in July have returned.", "returned", "displacement"),
        ("Guards came back; last May nine had died.", "came back", "withdrawal"),
        ("The Front took the mill on 3 May, and it still holds the road.", "holds", "control"),
        ("The premier took back the rights which it gave the isle in 1996.", "took back", "sanction"),
        ("Byre sent two envoys to the port, as it had in October.", "sent", "consult"),
        ("Byre condemned Sunday's raid.", "condemned", "accuse"),
        ("Two sailors, seized from a tug in May, were moved inland.", "moved", "withdrawal"),
        ("The district, which the Front has ruled since May, may be hit.", "hit", "attack"),
    ],
)
def test_the_day_of_another_clause_is_not_the_events(text: str, trigger: str, type: str) -> None:
    assert when(text, None, trigger, type=type).basis is DateBasis.PUBLICATION


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("They stormed the mill on Sunday and burnt it.", "burnt"),
        ("On Sunday rebels shelled the port; the army fled.", "fled"),
        ("The raid which began on Sunday has killed nine.", "killed"),
        ("Nine were killed in the raid which they made on Sunday.", "killed"),
        ("Guards shot nine men on Sunday.", "shot"),
        ("Militants who stormed the mill on Sunday killed 12.", "killed"),
        ("A bomb went off on Sunday in Orvat; three were killed.", "killed"),
        ("Rebels took the mill on Sunday but were driven out.", "driven out"),
    ],
)
def test_clauses_that_share_a_day_keep_it(text: str, trigger: str) -> None:
    assert when(text, None, trigger).start == date(2018, 12, 9)


def test_a_deed_takes_no_day_ahead_that_nobody_gave_it() -> None:
    found = when("The two sides shook hands before the feast of 25 December 2018.", None, "shook hands", type="agree")
    assert found.end == REPORT
