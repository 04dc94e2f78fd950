"""A day on which the dead were found, buried or died of their wounds is not the day of the attack."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builders import a_claim, a_report, a_time
from fogline.claims.claim import Claim
from fogline.incidents.recoveries import of_the_dead
from fogline.incidents.telling import tell
from fogline.intake.report import Report
from fogline.span import Span

MONDAY = "2018-12-10"


def dated(report: Report, quote: str, trigger: str, words: str, killed: int = 14) -> Claim:
    at = report.text.index(words)
    on = replace(a_time(MONDAY), text=words, span=Span(at, at + len(words)))
    return a_claim(report, quote, "air-strike", trigger=trigger, place="Hajin", on=on, killed=killed)


@pytest.mark.parametrize(
    ("sentence", "trigger", "opens"),
    [
        ("The toll rose to 14 after a woman died of her injuries on Monday", "toll", True),
        ("The last of them, a boy, died of his burns on Monday", "died", True),
        ("On Monday one of the wounded succumbed in a Hajin hospital", "succumbed", True),
        ("Fourteen of the dead were buried in Hajin on Monday", "buried", True),
        ("A bomb killed 14 people on Monday, three of whom died in hospital", "killed", False),
        ("Fourteen people were buried under the rubble on Monday", "buried", False),
        ("Fourteen people died on Monday", "died", False),
    ],
)
def test_only_the_day_of_a_burial_or_of_a_death_of_wounds_is_no_day_of_the_attack(
    sentence: str, trigger: str, opens: bool
) -> None:
    report = a_report(f"{sentence}.")
    words = "On Monday" if sentence.startswith("On") else "on Monday"
    (claim,) = of_the_dead([dated(report, sentence, trigger, words)])
    assert claim.time is not None and claim.time.end == date(2018, 12, 10)
    assert (claim.time.start is None) is opens


def test_a_toll_that_a_later_death_raised_joins_the_raid_of_days_before() -> None:
    raid, rose = "Jets struck Hajin on Friday, killing 13 people", "The toll rose to 14 after a woman died in hospital on Monday"
    report = a_report(f"{raid}. {rose}.")
    first = a_claim(report, raid, trigger="struck", place="Hajin", on="2018-12-07", killed=13)
    groups = tell(of_the_dead([first, dated(report, rose, "toll", "on Monday")]), report).groups
    assert [{c.trigger for c in g} for g in groups] == [{"struck", "toll"}]
