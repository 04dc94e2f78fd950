"""The days of one dated expression as they stand for an event."""

from __future__ import annotations

from datetime import date

import pytest
from dated_events import when

from fogline.reading.reading import Modality


def test_weekday_of_a_plan_lies_ahead() -> None:
    found = when("The envoys meet on Monday.", "on Monday", "meet", modality=Modality.PLANNED, type="consult")
    assert (found.start, found.end) == (date(2018, 12, 17), date(2018, 12, 17))


def test_earlier_this_week_of_a_monday_is_no_single_day() -> None:
    monday = when("Troops shot six men earlier this week.", "earlier this week", "shot", published=date(2018, 12, 17))
    assert (monday.start, monday.end) == (date(2018, 12, 11), date(2018, 12, 17))


def test_a_week_ago_is_that_day_or_the_one_before() -> None:
    found = when("The town fell a week ago.", "a week ago", "fell")
    assert (found.start, found.end) == (date(2018, 12, 5), date(2018, 12, 6))


def test_the_month_of_a_digest_is_the_one_it_tells_of() -> None:
    text = "On 27 March a base fell. In the first half of the month, raids went on."
    found = when(text, "In the first half of the month", "raids", published=date(2022, 4, 6))
    assert (found.start, found.end) == (date(2022, 3, 1), date(2022, 3, 15))
    late = when(text, "In the first half of the month", "raids", published=date(2022, 7, 6))
    assert late.start == date(2022, 7, 1)


NOVEMBER = date(2024, 11, 15)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("in the first six months of this year", date(2024, 1, 1), date(2024, 6, 30)),
        ("in the first six months of the year", date(2024, 1, 1), date(2024, 6, 30)),
        ("in the last six months of 2023", date(2023, 7, 1), date(2023, 12, 31)),
        ("in the final three months of last year", date(2023, 10, 1), date(2023, 12, 31)),
        ("in the last two months of the year", date(2024, 11, 1), NOVEMBER),
        ("in the last days of 2019", date(2019, 12, 25), date(2019, 12, 31)),
        ("in the first days of May", date(2024, 5, 1), date(2024, 5, 7)),
        ("in the first weeks of May", date(2024, 5, 1), date(2024, 5, 14)),
        ("in the last months of 2016", date(2016, 10, 1), date(2016, 12, 31)),
        ("in the first weeks of the year", date(2024, 1, 1), date(2024, 1, 30)),
        ("in the first ten days of May", date(2024, 5, 1), date(2024, 5, 10)),
        ("in the first two weeks of March", date(2024, 3, 1), date(2024, 3, 14)),
        ("in the final two weeks of June 2023", date(2023, 6, 17), date(2023, 6, 30)),
        ("in the first three weeks of November", date(2024, 11, 1), NOVEMBER),
        ("since the first two weeks of March", date(2024, 3, 1), NOVEMBER),
    ],
)
def test_so_much_of_a_month_or_year_is_cut_from_it(words: str, start: date, end: date) -> None:
    found = when(f"Shelling killed forty {words}.", words, "killed", published=NOVEMBER)
    assert (found.start, found.end) == (start, end)


def test_so_much_of_a_month_is_read_from_any_part_of_the_words() -> None:
    text = "Shelling killed forty in the first six months of this year."
    for words in ("the first six months", "this year", None):
        found = when(text, words, "killed", published=NOVEMBER)
        assert (found.start, found.end) == (date(2024, 1, 1), date(2024, 6, 30))
    digest = when(
        "On 27 March a base fell. In the first ten days of the month, raids went on.",
        "In the first ten days of the month",
        "raids",
        published=date(2022, 4, 6),
    )
    assert (digest.start, digest.end) == (date(2022, 3, 1), date(2022, 3, 10))


def test_planned_days_of_a_month_lie_ahead() -> None:
    words = "in the first two weeks of March"
    found = when(f"Troops will leave {words}.", words, "leave", published=NOVEMBER, modality=Modality.PLANNED)
    assert (found.start, found.end) == (date(2025, 3, 1), date(2025, 3, 14))


WEDNESDAY = date(2024, 5, 15)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("over the last week", date(2024, 5, 8), WEDNESDAY),
        ("over the last week or so", date(2024, 5, 8), WEDNESDAY),
        ("in the last month", date(2024, 4, 15), WEDNESDAY),
        ("during the last year", date(2023, 5, 15), WEDNESDAY),
        ("last week", date(2024, 5, 6), date(2024, 5, 12)),
        ("a year ago today", date(2023, 5, 15), date(2023, 5, 15)),
        ("two years ago this month", date(2022, 5, 1), date(2022, 5, 31)),
        ("two years ago last month", date(2022, 4, 1), date(2022, 4, 30)),
        ("two years ago on Saturday", date(2022, 5, 11), date(2022, 5, 11)),
        ("two years ago on 24 February", date(2022, 2, 24), date(2022, 2, 24)),
        ("two weeks ago on Saturday", date(2024, 4, 27), date(2024, 4, 27)),
        ("two years ago", date(2022, 1, 1), date(2022, 12, 31)),
    ],
)
def test_last_and_ago_cover_what_is_meant_by_them(words: str, start: date, end: date) -> None:
    found = when(f"Troops took the town {words}.", words, "took", published=WEDNESDAY)
    assert (found.start, found.end) == (start, end)


def test_this_weekend_is_the_one_just_past_of_what_has_happened() -> None:
    monday = date(2024, 5, 13)
    past = when("A missile killed twelve this weekend.", "this weekend", "killed", published=monday)
    silent = when("Missile attack on the port this weekend.", "this weekend", "attack", published=monday)
    ahead = when("They will meet this weekend.", "this weekend", "meet", published=monday, modality=Modality.PLANNED)
    assert (past.start, past.end) == (silent.start, silent.end) == (date(2024, 5, 11), date(2024, 5, 12))
    assert (ahead.start, ahead.end) == (date(2024, 5, 18), date(2024, 5, 19))


def test_weekday_night_of_what_has_happened_lies_behind() -> None:
    found = when("The council, which will sit again, fled on Monday night.", "on Monday night", "fled", type="displacement")
    assert (found.start, found.end, found.flags) == (date(2018, 12, 10), date(2018, 12, 10), ())


def test_weekend_of_what_has_happened_is_the_last_whatever_is_expected() -> None:
    monday = date(2018, 12, 17)
    text = "The army put back its patrols over the weekend, and 500 men are expected to follow."
    found = when(text, "the weekend", "put", published=monday, type="mobilize")
    assert (found.start, found.end, found.flags) == (date(2018, 12, 15), date(2018, 12, 16), ())
    text = "The army will send back its patrols at the weekend."
    ahead = when(text, "the weekend", "send", published=monday, type="mobilize", modality=Modality.PLANNED)
    assert (ahead.start, ahead.end) == (date(2018, 12, 22), date(2018, 12, 23))


@pytest.mark.parametrize(
    ("text", "words", "trigger", "modality", "start", "end"),
    [
        (
            "They want the talks in mid-November.",
            "in mid-November",
            "talks",
            Modality.PLANNED,
            date(2018, 11, 10),
            date(2018, 11, 20),
        ),
        ("They meet again in the spring.", "in the spring", "meet", Modality.PLANNED, date(2019, 3, 1), date(2019, 5, 31)),
        ("They met in the spring.", "in the spring", "met", Modality.ACTUAL, date(2018, 3, 1), date(2018, 5, 31)),
        ("They held the mill until September.", "until September", "held", Modality.ACTUAL, None, date(2018, 9, 30)),
    ],
)
def test_parts_of_months_and_seasons_lie_on_the_side_that_is_told(
    text: str, words: str, trigger: str, modality: Modality, start: date | None, end: date
) -> None:
    found = when(text, words, trigger, published=date(2018, 10, 16), modality=modality, type="consult")
    assert (found.start, found.end) == (start, end)


def test_a_bare_day_later_than_the_reports_is_of_the_month_before() -> None:
    found = when("They came back on the 22nd.", "on the 22nd", "came", published=date(2018, 6, 9))
    assert (found.start, found.end) == (date(2018, 5, 22), date(2018, 5, 22))


def test_feasts_of_what_has_happened_lie_behind() -> None:
    text = "On New Year's Eve with 26 tanks, to take the station, he drove in."
    assert when(text, "On New Year's Eve", "drove", published=date(2018, 2, 17)).start == date(2017, 12, 31)


def test_this_weekday_of_what_has_happened_is_the_last() -> None:
    assert when("This Saturday again, five guards died.", "This Saturday", "died").start == date(2018, 12, 8)


def test_this_week_of_a_monday_is_the_week_behind_it_for_what_has_happened() -> None:
    monday = date(2018, 12, 10)
    past = when("This week planes bombed the mill.", "This week", "bombed", published=monday)
    ahead = when("They meet this week.", "this week", "meet", published=monday, modality=Modality.PLANNED)
    assert (past.start, past.end) == (date(2018, 12, 4), monday)
    assert (ahead.start, ahead.end) == (monday, date(2018, 12, 16))


def test_what_may_come_by_the_summer_lies_ahead_and_a_part_of_a_month_just_over_does_not() -> None:
    march = date(2018, 3, 10)
    fall = when("The town may fall by the summer.", "by the summer", "fall", published=march, modality=Modality.POSSIBLE)
    assert (fall.start, fall.end) == (march, date(2018, 8, 31))
    plan = when("The plan of mid-February is dead.", "mid-February", "plan", published=march, modality=Modality.PLANNED)
    assert plan.start == date(2018, 2, 10)
