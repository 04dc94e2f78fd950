"""Soldiers, units and commands that are a state's by what they are called."""

from __future__ import annotations

import pytest
from actor_mentions import resolve
from marked_mentions import resolve as in_text

from fogline.reading.reading import Role


@pytest.mark.parametrize(
    ("mention", "country", "name"),
    [
        ("Security men", "SY", "Syria"),
        ("an army sniper", "AF", "Afghanistan"),
        ("Two Kenyan intelligence men", "SO", "Kenya"),
        ("two special forces men", "PH", "Philippines"),
        ("a corporal", "UA", "Ukraine"),
        ("six privates", "CO", "Colombia"),
        ("law officers", "TH", "Thailand"),
        ("the Second Division", "CO", "Colombia"),
        ("the Fifth Corps", "ET", "Ethiopia"),
        ("Western Mindanao Command", "PH", "Philippines"),
    ],
)
def test_men_and_units_of_a_state_are_known_by_what_they_are_called(mention: str, country: str, name: str) -> None:
    assert resolve(mention, country=country).name == name


@pytest.mark.parametrize(
    "mention", ["a security man", "security men of the hotel", "the Rebel Eastern Command of the Lantern Front"]
)
def test_guards_and_units_of_others_are_no_states(mention: str) -> None:
    assert resolve(mention, country="IQ").actor_id is None


def test_a_corporal_of_an_army_on_file_is_of_that_army() -> None:
    assert resolve("a corporal of the Rwandan army", country="CD").name == "Rwanda"


def test_the_federal_army_is_of_the_federation_that_a_country_broke_away_from() -> None:
    assert resolve("the federal army", country="HR", year=1991).name == "Yugoslavia"
    assert resolve("the army", country="HR", year=1991).name == "Croatia"
    assert resolve("federal troops", country="ET", year=2021).name == "Ethiopia"


def test_the_marines_are_american_where_the_state_at_war_has_none() -> None:
    told = "American officers flew in."
    assert resolve("the Marines", text=told, country="LB", year=1983).name == "United States"
    assert resolve("the Marines", text="Officers flew in.", country="LB", year=1983).name == "Lebanon"
    assert resolve("the Marines", text=told, country="PH", year=2017).name == "Philippines"


@pytest.mark.parametrize(
    ("mention", "country", "name"),
    [
        ("Rwandan infantry", "CD", "Rwanda"),
        ("Syrian batteries", "LB", "Syria"),
        ("four constables", "IN", "India"),
        ("Malian army lorries", "ML", "Mali"),
        ("a police van", "NG", "Nigeria"),
        ("soldiers in Eritrean uniform", "ET", "Eritrea"),
    ],
)
def test_arms_of_a_state_are_told_by_more_words(mention: str, country: str, name: str) -> None:
    assert resolve(mention, country=country).name == name


def test_a_battery_of_nobody_is_no_states() -> None:
    assert resolve("the car battery", country="SY").actor_id is None


def test_the_administration_told_of_in_a_capital_is_its() -> None:
    text = "Shells fell. In Washington the administration spoke."
    assert in_text(text, ("the administration", Role.ACTOR), country="BA", year=1994)[0].name == "United States"


def test_ministers_of_many_countries_are_of_no_one_state() -> None:
    found = resolve("Ministers of 20 countries", country="SD")
    assert (found.actor_id, found.kind) == (None, "government")
    assert resolve("Regional heads of state", country="CD").actor_id is None


def test_separatists_are_not_the_rebels_of_a_war_that_has_both() -> None:
    assert resolve("separatists", country="YE", year=2019).name == "Southern Transitional Council"
    assert resolve("rebels", country="YE", year=2019).name == "Houthis"


def test_the_council_is_the_security_council_told_of_before() -> None:
    text = "The Security Council met. On Friday the Council cut its force."
    assert in_text(text, ("the Council", Role.ACTOR), country="RW", year=1994)[0].name == "United Nations"
    other = "The Security Council met. The Orvat Council spoke. On Friday the Council fled."
    assert in_text(other, ("the Council", Role.ACTOR), country="RW", year=1994)[0].name != "United Nations"
