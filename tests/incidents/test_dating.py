"""The day a page prints at its head, and what follows where it is filed under another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builders import a_claim, a_report, a_time, by_id
from fogline.grounding.grounding import DateBasis
from fogline.incidents.dating import redated, written_on
from fogline.incidents.linking import link
from fogline.span import Span

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


def test_weekdays_lean_on_the_printed_day() -> None:
    report = a_report("Published July 19 2016 Jets struck the mill on Monday and killed two.", FILED, "Herald")
    at = report.text.index("on Monday")
    claim = a_claim(report, "Jets struck the mill on Monday", on=replace(a_time("2016-07-04"), span=Span(at, at + 9)))
    (dated,), (issue,) = redated([claim], report)
    assert dated.time is not None and (dated.time.start, dated.time.end) == (date(2016, 7, 18), date(2016, 7, 18))
    assert dated.published_on == date(2016, 7, 19)
    assert dated.id == claim.id
    assert issue.code == "date-contradicts-text" and issue.report_id == report.id


def test_a_day_told_in_full_stays() -> None:
    report = a_report("Published July 19 2016 Jets struck the mill.", FILED, "Herald")
    told = replace(a_time("2016-07-02"), basis=DateBasis.EXPLICIT)
    (dated,), _ = redated([a_claim(report, "Jets struck the mill", on=told)], report)
    assert dated.time == told


def test_this_morning_is_the_printed_days_and_a_day_of_difference_is_the_clocks() -> None:
    late = a_report("Published July 19 2016 Jets struck the mill this morning.", "2016-07-20", "Herald")
    at = late.text.index("this morning")
    told = replace(a_time("2016-07-20"), text="this morning", span=Span(at, at + 12))
    (dated,), issues = redated([a_claim(late, "Jets struck the mill this morning", on=told)], late)
    assert dated.time is not None and (dated.time.start, dated.time.end) == (date(2016, 7, 19), date(2016, 7, 19))
    assert issues == ()


def test_reports_filed_under_wrong_days_meet_in_one_incident() -> None:
    """Two papers tell Tuesday's raid; one of them was filed two weeks early."""
    sentence = "Jets struck the mill in Hajin and killed 14 people on Tuesday"
    right = a_report(f"Published July 19 2016 {sentence}.", "2016-07-19", "Herald")
    wrong = a_report(f"Tuesday 19 Jul 2016 {sentence}, a monitor said.", "2016-07-06", "Courier")
    claims = []
    for report, day in ((right, "2016-07-19"), (wrong, "2016-07-05")):
        at = report.text.index("on Tuesday")
        time = replace(a_time(day), span=Span(at, at + 10))
        claims.append(a_claim(report, sentence, trigger="struck", place="Hajin", on=time, killed=14))
    (incident,), issues = link(claims, by_id(right, wrong))
    assert (incident.date_start, incident.date_end) == (date(2016, 7, 19), date(2016, 7, 19))
    assert len(incident.report_ids) == 2
    assert [i.report_id for i in issues if i.code == "date-contradicts-text"] == [wrong.id]


LEAD = "Raids kill 42 near the capital Monitor Newswire Friday 12 Sep 2014 Raids on a town near the capital killed 42 people."


def test_the_day_that_a_page_prints_is_no_day_of_the_raid_it_opens_with() -> None:
    report = a_report(f"{LEAD} Thursday's raids hit Douma.", "2014-09-12", "Herald")
    read = replace(a_time("2014-09-12"), text=None, basis=DateBasis.EXPLICIT)
    lead = a_claim(report, "Raids on a town near the capital killed 42 people", trigger="Raids", on=read, killed=42)
    next_one = a_claim(report, "Thursday's raids hit Douma", trigger="raids", place="Douma", on="2014-09-11")
    (dated, kept), issues = redated([lead, next_one], report)
    assert dated.time is not None and dated.time.basis is DateBasis.PUBLICATION
    assert dated.id == lead.id and kept == next_one and issues == ()
    ((incident,), _) = link([lead, next_one], by_id(report))
    assert (incident.date_start, incident.date_end) == (date(2014, 9, 11), date(2014, 9, 11))


def test_a_full_date_in_the_claims_own_words_stays_though_the_page_prints_the_same() -> None:
    report = a_report("Newswire 12 Sep 2014 Raids on 12 September 2014 killed 42 people.", "2014-09-12", "Herald")
    at = report.text.index("12 September 2014")
    read = replace(a_time("2014-09-12"), span=Span(at, at + 17), basis=DateBasis.EXPLICIT)
    claim = a_claim(report, "Raids on 12 September 2014 killed 42 people", trigger="Raids", on=read, killed=42)
    assert redated([claim], report) == ((claim,), ())


def test_an_entry_of_a_live_page_keeps_the_day_of_its_own_stamp() -> None:
    text = (
        "Published July 19 2016\n3 July 2016, 09:10 GMT\nShells fell on the mill this morning and two guards died.\n"
        "2 July 2016, 21:40 GMT\nThe bridge was bombed yesterday, drivers on the road said."
    )
    report = a_report(text, FILED, "Herald")
    claim = a_claim(report, "Shells fell on the mill this morning", "shelling", trigger="fell", on="2016-07-03")
    (kept,), issues = redated([claim], report)
    assert kept == claim
    assert [i.code for i in issues] == ["date-contradicts-text"]
