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
        ("A vote will be held on Saturday.", "2018-12-15"),
        ("On Friday, when he set aside his plans, all was quiet.", "2018-12-07"),
        ("The minister said late on Saturday that troops would go.", "2018-12-08"),
        ("On Saturday officials said that troops will go.", "2018-12-08"),
        ("A note, read on Saturday on the radio, said troops would go.", "2018-12-08"),
        ("The vote on Saturday, officials said, will be brief.", "2018-12-15"),
        ("A vote on Saturday, which officials said would be brief, is near.", "2018-12-15"),
        ("Do it by Friday.", "2018-12-14"),
        ("Nobody works this Friday.", "2018-12-14"),
    ],
)
def test_weekdays_lie_where_the_words_around_look(text: str, value: str) -> None:
    assert value in [v for _, _, v in read(text)]


def test_news_that_looks_back_keeps_its_own_weekdays() -> None:
    past = "The pact of 1949 took in states in 1952, 1955, 1982, 1990, 1991, 1993 and 1995. "
    assert ("Friday", "DATE", "2018-12-07") in read(past + "On Friday, ministers met, as they had last week.")


def test_days_are_read_as_posts_shorten_them() -> None:
    told = read("Boats left Mon night. Guns fired y'day and y’day evening. They met on Sat, and on Wed they left.")
    assert [value for _, _, value in told] == ["2018-12-10TNI", "2018-12-12", "2018-12-12TEV", "2018-12-08", "2018-12-12"]


def test_names_that_are_short_days_elsewhere_are_none() -> None:
    assert read("Shells fell in Mon State, on Mon State's border and near Sun City.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The front rejected the peace plan on Saturday.", "2018-12-08"),
        ("The front rejected the new plans on Saturday night.", "2018-12-08TNI"),
        ("It dashed all hopes of a truce on Saturday.", "2018-12-08"),
        ("Rebels tried to take the bridge on Saturday.", "2018-12-08"),
        ("The sides said in a joint statement on Saturday that they would talk.", "2018-12-08"),
        # Verbs, and what is fixed.
        ("The front plans on Saturday to march.", "2018-12-15"),
        ("The front plans a march on Saturday.", "2018-12-15"),
        ("Rebels plan a march on Saturday.", "2018-12-15"),
        ("The front hopes to march on Saturday.", "2018-12-15"),
        ("The front wants to take the bridge on Saturday.", "2018-12-15"),
    ],
)
def test_a_plan_looks_ahead_only_as_a_verb(text: str, value: str) -> None:
    assert [v for _, _, v in read(text)] == [value]


def test_what_leans_on_the_day_of_a_plans_rejection_follows_it() -> None:
    told = read("The front rejected the peace plan on Saturday. The following day a bus was hit.")
    assert [v for _, _, v in told] == ["2018-12-08", "2018-12-09"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They left the Friday before last.", "2018-11-30"),
        ("They left on Thursday last.", "2018-12-06"),
        ("They have been held since New Year.", "2018-01-01"),
        ("They left on Holy Wednesday.", "2018-03-28"),
        ("Believed to be rebels, they drove into the mill on Sunday.", "2018-12-09"),
        ("The Front promised Mr. Byrne on Sunday that it would leave.", "2018-12-09"),
    ],
)
def test_days_by_other_names_are_read(text: str, value: str) -> None:
    assert [v for _, _, v in read(text)] == [value]


def test_markets_and_feasts_of_others_are_no_days() -> None:
    assert read("A trader in the Monday Market was shot.") == []
    assert "2018-01-01" not in [v for _, _, v in read("They wish all a happy New Year.")]
    assert [v for _, _, v in read("They met on Thursday last week.")] == ["2018-12-06"]
