"""Whose fighters and units the words tell of."""

from __future__ import annotations

import pytest
from actor_mentions import resolve

from fogline.reading.reading import Role


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


@pytest.mark.parametrize(
    ("mention", "country", "name"),
    [
        ("men from the 400 Mawozo gang", "HT", "400 Mawozo"),
        ("men of the army's intelligence", "MX", "Mexico"),
        ("men from the Interior Ministry", "RS", "Serbia"),
        ("a few hundred men and women of the YPG", "SY", "People's Protection Units"),
        ("Hezbollah's own people", "LB", "Hezbollah"),
        ("Wagner's people", "ML", "Wagner Group"),
    ],
)
def test_men_and_people_of_a_body_are_that_body(mention: str, country: str, name: str) -> None:
    assert resolve(mention, country=country, year=2023).name == name


@pytest.mark.parametrize(
    "mention", ["Syria's people", "Abkhazia's people", "people of the Hezbollah quarter", "men of the village"]
)
def test_people_of_a_land_or_place_are_no_armed_group(mention: str) -> None:
    assert resolve(mention, country="SY", role=Role.TARGET).inter not in (2, 3)


def test_group_named_before_bandits_is_who_is_meant() -> None:
    assert resolve("Hezbollah bandits", country="LB").name == "Hezbollah"
    assert resolve("armed bandits", country="NG").name == "bandits"
