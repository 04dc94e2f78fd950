"""The days that a whole time phrase covers."""

from __future__ import annotations

from datetime import date

import pytest
from dated_events import REPORT, when

from fogline.reading.reading import Modality


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("on Wednesday", date(2018, 12, 12), date(2018, 12, 12)),
        ("on Thursday", date(2018, 12, 13), date(2018, 12, 13)),
        ("since 2014", date(2014, 1, 1), REPORT),
        ("over the past 48 hours", date(2018, 12, 11), REPORT),
        ("in September", date(2018, 9, 1), date(2018, 9, 30)),
        ("last week", date(2018, 12, 3), date(2018, 12, 9)),
        ("earlier this week", date(2018, 12, 10), REPORT),
        ("for more than a year", date(2017, 12, 13), REPORT),
        ("on Tuesday and Wednesday", date(2018, 12, 11), date(2018, 12, 12)),
        ("between 3 and 5 June", date(2018, 6, 3), date(2018, 6, 5)),
        ("from May to July 2018", date(2018, 5, 1), date(2018, 7, 31)),
        ("in early 2014", date(2014, 1, 1), date(2014, 4, 30)),
        ("during the week", date(2018, 12, 10), REPORT),
        ("for one and a half years", date(2017, 6, 13), REPORT),
        ("before 0600 (1200 GMT)", REPORT, REPORT),
        ("in mid-January", date(2018, 1, 10), date(2018, 1, 20)),
        ("in the autumn of 2014", date(2014, 9, 1), date(2014, 11, 30)),
        ("since the siege began in March 2011", date(2011, 3, 1), REPORT),
        ("until 2016", None, date(2016, 12, 31)),
        ("recently", None, REPORT),
    ],
)
def test_phrase_covers_the_days_a_careful_reader_would_give(words: str, start: date | None, end: date) -> None:
    found = when(f"The two sides fought there {words}, residents said.", words, "fought")
    assert (found.start, found.end) == (start, end)


def test_length_counts_from_the_day_named_with_it() -> None:
    inside = when("The line broke two weeks after the 3 May truce.", "two weeks after the 3 May truce", "broke")
    assert (inside.start, inside.end) == (date(2018, 5, 17), date(2018, 5, 17))
    behind = when("The mayor fled two days after Sunday's raid.", "two days after", "fled", type="displacement")
    assert (behind.start, behind.end) == (date(2018, 12, 11), date(2018, 12, 11))


def test_deadline_of_a_plan_runs_from_the_report() -> None:
    found = when("They must leave by Friday.", "by Friday", "leave", modality=Modality.PLANNED)
    assert (found.start, found.end) == (REPORT, date(2018, 12, 14))


@pytest.mark.parametrize("words", ["By nightfall", "By 9 p.m.", "By the evening of 9 December", "By Sunday evening"])
def test_by_an_hour_or_a_part_of_a_day_is_that_day(words: str) -> None:
    day = "" if "9 Dec" in words or "Sunday" in words else "Shells fell on 9 December. "
    found = when(f"{day}{words} the guard had left the mill.", words, "left", type="withdrawal")
    assert (found.start, found.end) == (date(2018, 12, 9), date(2018, 12, 9))
    week = when("By Sunday the guard had left the mill.", "By Sunday", "left", type="withdrawal")
    assert (week.start, week.end) == (date(2018, 12, 3), date(2018, 12, 9))


def test_what_happened_when_is_not_ever_since() -> None:
    text = "The group has been away since early 2014 when rebels ousted it."
    assert when(text, "since early 2014", "ousted").end == date(2014, 4, 30)
    assert when(text, "since early 2014", "been away").end == REPORT


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("in the second week of November", date(2018, 11, 8), date(2018, 11, 14)),
        ("in the last week of November", date(2018, 11, 24), date(2018, 11, 30)),
        ("in the first half of November", date(2018, 11, 1), date(2018, 11, 15)),
        ("in the last ten days of November 2017", date(2017, 11, 21), date(2017, 11, 30)),
        ("in the first two weeks of June", date(2018, 6, 1), date(2018, 6, 14)),
        ("in the past day", date(2018, 12, 12), REPORT),
        ("an hour ago", REPORT, REPORT),
        ("36 hours ago", date(2018, 12, 12), REPORT),
        ("in the week to Sunday", date(2018, 12, 3), date(2018, 12, 9)),
        ("in the 24 hours to 6 a.m. on Tuesday", date(2018, 12, 10), date(2018, 12, 11)),
        ("in the week ending 2 December", date(2018, 11, 26), date(2018, 12, 2)),
        ("overnight from Saturday to Sunday", date(2018, 12, 8), date(2018, 12, 9)),
        ("overnight into Sunday", date(2018, 12, 8), date(2018, 12, 9)),
        ("on 04.12.2018", date(2018, 12, 4), date(2018, 12, 4)),
        ("by January", None, date(2018, 1, 31)),
        ("in 2015 and ever since", date(2015, 1, 1), REPORT),
        ("after 2011", date(2012, 1, 1), REPORT),
        ("after the offensive in January", date(2018, 1, 1), REPORT),
        ("after Monday's raid", date(2018, 12, 10), date(2018, 12, 10)),
        ("on the eve of 1 December", date(2018, 11, 30), date(2018, 11, 30)),
        ("on Sunday and again early on Tuesday", date(2018, 12, 9), date(2018, 12, 11)),
        ("on December 1, 2 and 4", date(2018, 12, 1), date(2018, 12, 4)),
        ("on the night of December 1/2", date(2018, 12, 1), date(2018, 12, 2)),
        ("in the spring of last year", date(2017, 3, 1), date(2017, 5, 31)),
        ("in winter 2016-17", date(2016, 12, 1), date(2017, 2, 28)),
        ("within hours of the truce", date(2018, 12, 12), REPORT),
        ("in the year to date", date(2018, 1, 1), REPORT),
    ],
)
def test_part_of_a_period_and_what_runs_up_to_a_day_are_cut_to_size(words: str, start: date | None, end: date) -> None:
    found = when(f"The two sides fought there {words}, residents said.", words, "fought")
    assert (found.start, found.end) == (start, end)


def test_since_a_day_after_the_report_is_flagged_and_not_turned_round() -> None:
    text, words = "The army has held the town since 12 August 2024.", "since 12 August 2024"
    for modality in (Modality.ACTUAL, Modality.NEGATED):
        found = when(text, words, "held", published=date(2024, 7, 10), type="control", modality=modality)
        assert (found.start, found.end, found.flags) == (date(2024, 8, 12), None, ("after-publication",))


def test_what_has_been_counted_since_something_began_runs_to_the_report() -> None:
    for words in ("in 1969", None):
        toll = when("The insurgency, which began in 1969, has killed 40,000.", words, "killed", type="casualty-toll")
        assert (toll.start, toll.end) == (date(1969, 1, 1), REPORT)
    clash = when("Fighting broke out in May.", "in May", "Fighting")
    assert (clash.start, clash.end) == (date(2018, 5, 1), date(2018, 5, 31))


def test_since_the_start_of_a_month_looks_back() -> None:
    found = when("Thousands have fled since the start of May.", "since the start of May", "fled", type="displacement")
    assert (found.start, found.end) == (date(2018, 5, 1), REPORT)


@pytest.mark.parametrize("words", ["daylight", "first light", "breakfast", "morning prayers"])
def test_before_daylight_is_of_the_day_told_with_it(words: str) -> None:
    found = when(f"Troops stormed the fort before {words} on Tuesday.", f"before {words} on Tuesday", "stormed")
    assert (found.start, found.end) == (date(2018, 12, 11), date(2018, 12, 11))
    text = f"Shells fell on Tuesday. Troops stormed the fort before {words}."
    alone = when(text, f"before {words}", "stormed", sentence=f"Troops stormed the fort before {words}.")
    assert (alone.start, alone.end) == (date(2018, 12, 11), date(2018, 12, 11))
    parade = when("Troops left before the parade on Tuesday.", "before the parade on Tuesday", "left")
    assert (parade.start, parade.end) == (None, date(2018, 12, 10))


@pytest.mark.parametrize(
    ("text", "words", "trigger", "modality", "start", "end"),
    [
        ("The raids must end before June.", "before June", "raids", Modality.PLANNED, date(2018, 3, 10), date(2018, 5, 31)),
        (
            "It must end before the end of May.",
            "before the end of May",
            "end before",
            Modality.PLANNED,
            date(2018, 3, 10),
            date(2018, 5, 31),
        ),
        ("The talks will open not before May.", "not before May", "open", Modality.PLANNED, date(2018, 5, 1), None),
        ("The town may fall by August.", "by August", "fall", Modality.POSSIBLE, date(2018, 3, 10), date(2018, 8, 31)),
        ("They may have left by Thursday.", "by Thursday", "left", Modality.POSSIBLE, date(2018, 3, 5), date(2018, 3, 8)),
        ("It will attack after 20 March.", "after 20 March", "attack", Modality.PLANNED, date(2018, 3, 21), None),
    ],
)
def test_bounds_of_what_is_to_come_start_at_the_report(
    text: str, words: str, trigger: str, modality: Modality, start: date, end: date | None
) -> None:
    found = when(text, words, trigger, published=date(2018, 3, 10), modality=modality)
    assert (found.start, found.end) == (start, end)


def test_a_length_after_a_day_runs_from_that_day() -> None:
    fired = when("Troops fired in the 10 days after Nov. 7.", "in the 10 days after Nov. 7", "fired")
    assert (fired.start, fired.end) == (date(2018, 11, 7), date(2018, 11, 17))
    late = when("Troops fired ten days after 7 November.", "ten days after 7 November", "fired")
    assert (late.start, late.end) == (date(2018, 11, 17), date(2018, 11, 17))


def test_before_dawn_on_a_day_is_that_day() -> None:
    found = when("They fell before dawn on the 11th.", "before dawn on the 11th", "fell")
    assert (found.start, found.end) == (date(2018, 12, 11), date(2018, 12, 11))


def test_the_second_day_counts_from_the_day_told_before() -> None:
    second = "On the second day nine men were shot."
    found = when("The Front took the pass on 3 November. " + second, "On the second day", "shot", sentence=second)
    assert (found.start, found.end) == (date(2018, 11, 4), date(2018, 11, 4))
    alone = when(second, "On the second day", "shot")
    assert (alone.start, alone.end) == (date(2018, 12, 12), REPORT)
