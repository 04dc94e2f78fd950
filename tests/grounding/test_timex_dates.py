"""Days and months of the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from told_times import read


def test_two_digit_years_of_agency_datelines_are_read_in_capitals() -> None:
    assert read("PORT CITY, 3 JAN 90 -- THE PATROL LEFT ON 30 DEC 89.", date(1990, 1, 3)) == [
        ("3 JAN 90", "DATE", "1990-01-03"),
        ("30 DEC 89", "DATE", "1989-12-30"),
    ]


def test_modal_may_and_marching_are_no_months() -> None:
    assert read("They may leave. May we ask why? Crowds march on.") == []


def test_a_month_looks_back_to_the_latest_such_month() -> None:
    assert ("September", "DATE", "2018-09") in read("The push was announced in September.")
    assert ("January", "DATE", "2018-01") in read("The push was announced in January.")


def test_both_days_of_a_range_are_dated_by_its_month() -> None:
    assert [v for _, _, v in read("Clashes on 22-25 April 1951 cost the river line.")] == ["1951-04-22", "1951-04-25"]


def test_an_impossible_day_has_no_value() -> None:
    assert read("The decree of 31 February 2018 was void.") == [("31 February 2018", "DATE", None)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("From 20 November to 5 January 2017 the road was shut.", ["2016-11-20", "2017-01-05"]),
        ("Between June and September 2016 nobody came.", ["2016-06", "2016-09"]),
        ("It rained on March 1-5, 2016.", ["2016-03-01", "2016-03-05"]),
        ("The season runs from 1 June through 30 November.", ["2018-06-01", "2018-11-30"]),
    ],
)
def test_ends_of_a_range_share_a_year(text: str, values: list[str]) -> None:
    assert [value for _, _, value in read(text)] == values


def test_dates_with_full_stops_are_read_day_first() -> None:
    assert read("On 04.11.2018, and (24.02.17); see 3.5.12, 10.0.0.1 and 31.02.2018.") == [
        ("04.11.2018", "DATE", "2018-11-04"),
        ("24.02.17", "DATE", "2017-02-24"),
    ]


def test_a_day_without_its_month_is_of_the_month_told_last() -> None:
    assert read("On 19 November a base fell. On the 21st, two men were held on the 5th floor.") == [
        ("19 November", "DATE", "2018-11-19"),
        ("the 21st", "DATE", "2018-11-21"),
    ]


def test_both_ends_of_a_range_without_a_year_lie_behind_the_report() -> None:
    told = read("Between 1 June and 30 November, twelve were shot.", date(2018, 3, 22))
    assert [value for _, _, value in told] == ["2017-06-01", "2017-11-30"]


def test_since_names_a_day_that_lies_behind() -> None:
    assert ("October 7", "DATE", "2023-10-07") in read("Fighting since October 7 continues.", date(2024, 7, 10))
    assert ("Saturday, October 7", "DATE", "2023-10-07") in read("War since Saturday, October 7.", date(2024, 7, 10))


def test_a_day_far_ahead_beside_a_past_verb_lies_behind() -> None:
    assert ("July 26", "DATE", "2023-07-26") in read("Soldiers seized power on July 26.", date(2024, 5, 10))
    assert ("June 26", "DATE", "2024-06-26") in read("They set June 26 as the deadline.", date(2024, 5, 10))


def test_a_day_of_the_month_may_be_when_something_was_said() -> None:
    told = read("He wrote on 4 November that boats had come, and on the 6th that they had left. On the 9th his brother came.")
    assert [value for _, _, value in told] == ["2018-11-04", "2018-11-06", "2018-11-09"]


@pytest.mark.parametrize(
    "text",
    [
        "They beat off attacks by the 14th and 25th brigades.",
        "Drones hit posts manned by the 4th, 21st and 33rd separate mechanised brigades.",
        "They fell on the 24th and 30th divisions.",
    ],
)
def test_numbers_of_units_are_no_days(text: str) -> None:
    assert read(text) == []


def test_two_days_of_a_month_stay_days() -> None:
    assert ("the 14th", "DATE", "2018-11-14") in read("On 2 November guns fired. On the 14th and the 15th guns fired.")


def test_a_weekday_with_its_part_and_its_date_is_one_time() -> None:
    assert read("Men came on a Friday morning, 18 February 2000.") == [
        ("Friday morning, 18 February 2000", "TIME", "2000-02-18TMO")
    ]
    assert read("On Sunday night, 12 men were shot.") == [("Sunday night", "TIME", "2018-12-09TNI")]


def test_year_right_behind_a_day_ends_a_sentence() -> None:
    assert read("The column left on September 27 2004.") == [("September 27 2004", "DATE", "2004-09-27")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They left on the last Sunday of September.", "2018-09-30"),
        ("They left on the first Friday in May 2017.", "2017-05-05"),
        ("They left on the 9th of this month.", "2018-12-09"),
        ("They left on the eighth of last month.", "2018-11-08"),
        ("They left on Nov. 24 a year ago.", "2017-11-24"),
        ("They left in May two years ago.", "2016-05"),
        ("In May Orvat courts jailed nine.", "2018-05"),
        ("THEY LEFT ON THE 2D OF NOVEMBER.", "2018-11-02"),
    ],
)
def test_days_told_by_another_are_read_whole(text: str, value: str) -> None:
    assert [v for _, _, v in read(text)] == [value]


def test_a_bare_day_may_stand_before_some_and_others() -> None:
    assert [v for _, _, v in read("On 10 November men left. On the 20th some shells fell.")] == ["2018-11-10", "2018-11-20"]
    assert [v for _, _, v in read("On 10 November the 20th brigade left.")] == ["2018-11-10"]
