"""Weekdays lie behind the report unless the words look ahead."""

from __future__ import annotations

import pytest
from told_times import read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They planned to leave on Saturday.", "2018-12-15"),
        ("The office extended the deadline until Tuesday.", "2018-12-18"),
        ("Rules will be published on Saturday.", "2018-12-15"),
        ("On Friday, when he set aside his plans, all was quiet.", "2018-12-07"),
        ("The minister said late on Saturday that troops would go.", "2018-12-08"),
        ("Do it by Friday.", "2018-12-14"),
        ("Nobody works this Friday.", "2018-12-14"),
    ],
)
def test_weekdays_lie_where_the_words_around_look(text: str, value: str) -> None:
    assert value in [v for _, _, v in read(text)]


def test_news_that_looks_back_keeps_its_own_weekdays() -> None:
    past = "The pact of 1949 took in states in 1952, 1955, 1982, 1990, 1991, 1993 and 1995. "
    assert ("Friday", "DATE", "2018-12-07") in read(past + "On Friday, ministers met, as they had last week.")
