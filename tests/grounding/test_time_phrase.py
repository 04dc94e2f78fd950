"""What a time phrase leans on: the day told before it, the words around it, the year it names."""

from __future__ import annotations

from datetime import date

import pytest
from dated_events import REPORT, when

from fogline.grounding.grounding import DateBasis


@pytest.mark.parametrize(
    ("text", "words", "trigger", "start", "end"),
    [
        ("The dam broke on 6 December. Since then thousands have fled.", "Since then", "fled", date(2018, 12, 6), REPORT),
        ("Rebels struck on Monday. At dawn, troops moved in.", "At dawn", "moved", date(2018, 12, 10), date(2018, 12, 10)),
        ("Rebels struck on Monday. Troops answered in the afternoon.", "in the afternoon", "answered", *[date(2018, 12, 10)] * 2),
        (
            "The push began on 3 December. On the third day of it, shells fell.",
            "On the third day of it",
            "fell",
            *[date(2018, 12, 5)] * 2,
        ),
        (
            "In November four towns fell. Two weeks earlier raids began.",
            "Two weeks earlier",
            "began",
            date(2018, 10, 18),
            date(2018, 11, 16),
        ),
        ("A truce began on Saturday. Shells fell the next day.", "the next day", "fell", *[date(2018, 12, 9)] * 2),
        (
            "A truce began on Saturday. Within 24 hours shells fell.",
            "Within 24 hours",
            "fell",
            date(2018, 12, 8),
            date(2018, 12, 9),
        ),
    ],
)
def test_time_that_leans_on_the_day_told_before_is_counted_from_it(
    text: str, words: str, trigger: str, start: date, end: date
) -> None:
    found = when(text, words, trigger)
    assert (found.start, found.end, found.basis) == (start, end, DateBasis.RESOLVED)


def test_hour_without_a_day_told_near_is_of_the_reports_day() -> None:
    found = when("Rebels struck on Monday.\n\nAt dawn, troops moved in.", "At dawn", "moved")
    assert (found.start, found.end) == (REPORT, REPORT)


def test_an_hour_is_of_the_day_told_before_the_other_hours() -> None:
    text = (
        "On 5 December, at about 7:30 a.m., riders shot at three trucks by the bus station, and the exchange lasted half an hour. "
        "By 9 a.m. the guard had fled to the river. Residents of the upper quarter, who had stayed in their cellars, said that they saw "
        "dust on the road to the pass. More trucks came around noon. They searched in the early afternoon."
    )
    for words, trigger in (("By 9 a.m.", "fled"), ("around noon", "came"), ("in the early afternoon", "searched")):
        found = when(text, words, trigger)
        assert (found.start, found.end) == (date(2018, 12, 5), date(2018, 12, 5))


def test_an_hour_is_of_the_deeds_day_and_not_of_the_sayings() -> None:
    text = "Rebels struck on Monday, the ministry said Wednesday. At dawn troops moved in."
    found = when(text, "At dawn", "moved")
    assert (found.start, found.end) == (date(2018, 12, 10), date(2018, 12, 10))
    unmarked = when(text, None, "moved", sentence="At dawn troops moved in.")
    assert (unmarked.start, unmarked.end) == (date(2018, 12, 10), date(2018, 12, 10))


def test_an_hour_of_what_the_gunmen_did_next_is_of_the_day_told_a_paragraph_before() -> None:
    text = "Rebels struck on Monday.\n\nThe gunmen burnt the mill at noon."
    found = when(text, "at noon", "burnt", type="destruction")
    assert (found.start, found.end) == (date(2018, 12, 10), date(2018, 12, 10))


def test_an_hour_of_the_strike_is_of_the_day_it_was_told_on() -> None:
    found = when("Jets bombed a school on Monday.\n\nThe strike hit shortly after 9 a.m., he said.", "9 a.m.", "hit")
    assert (found.start, found.end) == (date(2018, 12, 10), date(2018, 12, 10))


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("on December 10", DateBasis.RESOLVED),
        ("on 10 December", DateBasis.RESOLVED),
        ("at 1800 local", DateBasis.RESOLVED),
        ("on 10 Dec 18", DateBasis.EXPLICIT),
        ("in December '17", DateBasis.EXPLICIT),
        ("on 10 December 2018", DateBasis.EXPLICIT),
    ],
)
def test_only_a_year_that_is_told_makes_a_date_explicit(words: str, basis: DateBasis) -> None:
    assert when(f"The two sides fought {words}.", words, "fought").basis is basis


def test_by_before_a_possessive_day_is_not_a_deadline() -> None:
    found = when("Dozens were hurt by Tuesday's attack.", "Tuesday", "attack")
    assert (found.start, found.end) == (date(2018, 12, 11), date(2018, 12, 11))
