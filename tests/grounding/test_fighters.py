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
