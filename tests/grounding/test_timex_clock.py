"""Times of day."""

from __future__ import annotations

import pytest
from told_times import read


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("At 13.20 GMT shells fell.", "13.20 GMT", "2018-12-13T13:20"),
        ("At 0430 hours shells fell.", "0430 hours", "2018-12-13T04:30"),
        ("At 1320Z shells fell.", "1320Z", "2018-12-13T13:20"),
        ("By 1800 local shells fell.", "1800 local", "2018-12-13T18:00"),
        ("Shells fell by 05:30hrs.", "05:30hrs", "2018-12-13T05:30"),
        ("On Sunday, 9 December at about 9 p.m. shells fell.", "9 p.m.", "2018-12-09T21:00"),
    ],
)
def test_clock_times_of_reports_are_read_whole_and_on_their_day(text: str, words: str, value: str) -> None:
    assert (words, "TIME", value) in read(text)


def test_an_hour_is_of_the_day_told_last_in_its_paragraph() -> None:
    told = read("At 7.30 a.m. on 5 December a post was hit. By 9 a.m. its men had fled; help came around noon.")
    assert [value for _, _, value in told] == ["2018-12-05T07:30", "2018-12-05T09:00", "2018-12-05T12:00"]


@pytest.mark.parametrize(
    "text",
    [
        "A post was hit on Sunday.\n\nShells fell at 9 a.m. and hit a barn.",
        "A post was hit on Sunday. Talks will open at 9 a.m.",
        "A vote will be held on Sunday. Shells fell at 9 a.m. and hit a barn.",
        "Shells fell at 9 a.m. and hit a barn.",
    ],
)
def test_an_hour_with_no_day_in_its_paragraph_is_of_the_reports_day(text: str) -> None:
    assert ("9 a.m.", "TIME", "2018-12-13T09:00") in read(text)


def test_the_day_may_stand_behind_the_name_of_a_zone() -> None:
    assert read("At about 11 p.m., Lima time, on 5 December a bridge was blown up.") == [
        ("11 p.m.", "TIME", "2018-12-05T23:00"),
        ("5 December", "DATE", "2018-12-05"),
    ]


def test_overnight_is_the_last_night_whatever_day_was_told() -> None:
    assert ("Overnight", "TIME", "2018-12-13TNI") in read("A post was hit on Sunday. Overnight shells fell on a barn.")


@pytest.mark.parametrize("zone", ["IST", "EEST", "GMT", "ET"])
def test_a_zone_belongs_to_its_hour_and_the_day_behind_it(zone: str) -> None:
    assert read(f"It fell at 5:30 pm {zone} on Sunday.") == [(f"5:30 pm {zone} on Sunday", "TIME", "2018-12-09T17:30")]
