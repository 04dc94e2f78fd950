"""Days of the month in words."""

from __future__ import annotations

from datetime import date

import pytest
from told_times import read

MONDAY = date(2023, 11, 20)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The patrol moved in on the eleventh.", "the eleventh", "2023-11-11"),
        ("The pass has been shut since the ninth, and the mill with it.", "the ninth", "2023-11-09"),
        ("Orvat fell on the twenty-ninth of July.", "twenty-ninth of July", "2023-07-29"),
        ("Orvat fell on September the ninth.", "September the ninth", "2023-09-09"),
        ("The lorries left on the first of the month.", "the first of the month", "2023-11-01"),
    ],
)
def test_days_of_the_month_are_read_in_words(text: str, words: str, value: str) -> None:
    assert (words, "DATE", value) in read(text, MONDAY)


def test_a_day_without_its_month_that_lies_ahead_is_of_the_month_before_if_the_words_look_back() -> None:
    assert read("The bridge has been shut since the 24th.", MONDAY) == [("the 24th", "DATE", "2023-10-24")]
    assert read("The boats had landed on the 24th.", MONDAY) == [("the 24th", "DATE", "2023-10-24")]
    assert read("The council will meet on the 24th.", MONDAY) == [("the 24th", "DATE", "2023-11-24")]


@pytest.mark.parametrize(
    "text",
    [
        "They slept on the ninth and tenth floors.",
        "The door gave way on the fourth attempt.",
        "On the first day they marched; on the fourth, they fell.",
        "He was hit on the second, larger hill.",
    ],
)
def test_what_is_only_numbered_is_no_day_of_the_month(text: str) -> None:
    assert not [v for _, kind, v in read(text, MONDAY) if kind == "DATE" and v and len(v) == 10]


def test_a_second_wave_behind_a_month_is_no_day_of_it() -> None:
    assert read("In November the second, larger wave came.", MONDAY) == [("November", "DATE", "2023-11")]


def test_the_last_day_of_a_month_or_year_is_that_day() -> None:
    assert read("The camp emptied on the last day of August.", MONDAY) == [("the last day of August", "DATE", "2023-08-31")]
    assert read("The camp emptied on the first day of 2014.", MONDAY) == [("the first day of 2014", "DATE", "2014-01-01")]
    assert read("Nine were shot in the last day.", MONDAY)[0][2] == "2023-11-19"
