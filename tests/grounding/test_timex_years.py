"""Years, and numbers that are none."""

from __future__ import annotations

from datetime import date

import pytest
from told_times import read


def test_numbers_of_people_are_no_years() -> None:
    assert read("More than 2000 people fled; 1500 fighters stayed.") == []


@pytest.mark.parametrize(
    "text",
    ["The army lost 2000 men.", "They dug in 2000 metres away.", "The raid was led by 1500 soldiers.", "UNSCR 1929 holds."],
)
def test_counts_lengths_and_numbers_of_things_are_no_years(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["In 2016 men left.", "The 2015 attackers fled.", "The 2015 refugee crisis grew."])
def test_years_before_people_stay_years(text: str) -> None:
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    "hours",
    [
        "A CURFEW FROM 1800 TO 0600 WAS IMPOSED",
        "A CURFEW IS IN FORCE FROM 1900",
        "POWER WAS CUT FROM 0530 TO 1430",
        "NOBODY MAY LEAVE BETWEEN 2000 AND 0600",
        "FIRING WAS HEARD AFTER 1930 GMT",
    ],
)
def test_hours_of_a_day_of_24_are_no_years_and_give_none_to_what_follows(hours: str) -> None:
    times = read(f"{hours}. THE TOWN WAS SHELLED ON 12 NOVEMBER.", date(1989, 11, 20))
    assert [t for t in times if t[1] == "DATE"] == [("12 NOVEMBER", "DATE", "1989-11-12")]


def test_years_of_a_range_and_of_a_curfew_are_years() -> None:
    values = [v for _, _, v in read("The war from 2000 to 2010 and the curfew of 2015 cost many lives.")]
    assert values == ["2000", "2010", "2015"]
