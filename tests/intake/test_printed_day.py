"""The day a page prints at its head, and what follows where it is filed under another."""

from __future__ import annotations

from datetime import date

import pytest

from builders import a_report
from fogline.intake.printed_day import as_printed, written_on

FILED = date(2016, 7, 4)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Published July 19 2016 Jets struck a mill near the river.", date(2016, 7, 19)),
        ("Mill struck again Monitor AFP Tuesday 19 Jul 2016 Jets struck a mill.", date(2016, 7, 19)),
        ("19-07-2016 Jets struck a mill near the river.", date(2016, 7, 19)),
        ("19.07.2016Get short URL Jets struck a mill near the river.", date(2016, 7, 19)),
        # The comma and the blank were lost on the way.
        ("Last updated at Jul 192016 BEIRUT Jets struck a mill.", date(2016, 7, 19)),
        # Years away, but with its right weekday.
        ("Thursday 9 April 2015 Jets struck a mill.", date(2015, 4, 9)),
    ],
)
def test_a_page_prints_its_own_day(head: str, day: date) -> None:
    assert written_on(head, FILED) == day


@pytest.mark.parametrize(
    "head",
    [
        "Jets struck the mill on 19 July 2016, residents said.",
        "The town has been cut off since 3 June 2011 and its mill is idle.",
        "Jets struck the mill that burnt down 12 March 2009, residents said.",
        "31 November 2016 is no day at all.",
        "Jets struck a mill near the river.",
    ],
)
def test_a_day_that_the_text_tells_of_is_not_its_own(head: str) -> None:
    assert written_on(head, FILED) is None


def test_a_report_that_was_filed_under_another_day_is_dated_by_its_text() -> None:
    report = a_report("Published July 19 2016 Jets struck the mill on Monday.", FILED, "Herald")
    dated, (issue,) = as_printed(report)
    assert dated.published_on == date(2016, 7, 19) and dated.id == report.id
    assert issue.code == "date-contradicts-text" and issue.report_id == report.id
    assert "2016-07-19" in issue.message and "2016-07-04" in issue.message


def test_a_day_of_difference_is_the_clocks() -> None:
    late = a_report("Published July 19 2016 Jets struck the mill this morning.", "2016-07-20", "Herald")
    dated, issues = as_printed(late)
    assert dated.published_on == date(2016, 7, 19) and issues == ()


def test_a_report_filed_under_its_own_day_or_printing_none_stays() -> None:
    for report in (a_report("Published July 19 2016 Jets.", "2016-07-19"), a_report("Jets struck the mill.", FILED)):
        assert as_printed(report) == (report, ())


def test_a_report_without_a_day_takes_the_printed_one() -> None:
    dated, (issue,) = as_printed(a_report("Herald Tuesday 19 Jul 2016 Jets struck the mill.", None))
    assert dated.published_on == date(2016, 7, 19) and "no day" in issue.message


@pytest.mark.parametrize(
    "head",
    [
        "A panel's paper published on 12 May 2015 accused the army.",
        "The siege of the mill began Tuesday, July 11, 1995, elders said.",
        "Both sides accepted a 12 July 2016 ceasefire at the mill.",
        "Votes are set for 12 July 2016 in the valley.",
    ],
)
def test_a_day_tied_into_a_sentence_is_told_of(head: str) -> None:
    assert written_on(head, FILED) is None
