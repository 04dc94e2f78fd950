"""Whose fighters and units the words tell of."""

from __future__ import annotations

import pytest
from actor_mentions import resolve


@pytest.mark.parametrize(
    ("mention", "country", "year", "name"),
    [
        ("the 12th Front of the FARC", "CO", 1999, "FARC"),
        ("the Harbour Brigade of Hamas", "PS", 2014, "Hamas"),
        ("two IDF men", "LB", 2006, "Israel"),
    ],
)
def test_unit_or_men_of_somebody_on_file_are_theirs(mention: str, country: str, year: int, name: str) -> None:
    assert resolve(mention, country=country, year=year).name == name


@pytest.mark.parametrize("mention", ["Fighters believed to be from Boko Haram", "fighters suspected of belonging to Boko Haram"])
def test_fighters_are_of_the_group_they_are_thought_to_be_of(mention: str) -> None:
    assert resolve(mention, country="NG").name == "Boko Haram"


def test_fighters_thought_to_be_from_a_place_are_of_nobody() -> None:
    assert resolve("fighters believed to be from the coast", country="NG").actor_id is None
