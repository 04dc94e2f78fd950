"""Those who are told by their leader."""

from __future__ import annotations

import pytest
from actor_mentions import resolve

from fogline.reading.reading import Role


@pytest.mark.parametrize(
    ("mention", "country", "year", "name"),
    [
        ("forces led by Khalifa Haftar", "LY", 2019, "Libyan National Army"),
        ("the group led by Mohamed Hamdan Dagalo", "SD", 2023, "Rapid Support Forces"),
        ("fighters commanded by Hemedti", "SD", 2023, "Rapid Support Forces"),
        ("forces led by the US", "AF", 2016, "United States"),
        ("forces led by Ada Byrne", "LY", 2019, "forces led by Ada Byrne"),
        ("an armed group led by Ada Byrne", "LY", 2019, "armed group led by Ada Byrne"),
        ("a rights group led by Ada Byrne", "LY", 2019, "rights group"),
        ("government forces led by General Ada Byrne", "LY", 2019, "Libya"),
        ("the coalition led by Saudi Arabia", "YE", 2019, "Saudi-led coalition"),
    ],
)
def test_forces_are_of_whoever_leads_them_and_never_the_state_they_may_fight(
    mention: str, country: str, year: int, name: str
) -> None:
    assert resolve(mention, country=country, year=year).name == name


def test_whoever_heads_a_group_on_file_speaks_for_it() -> None:
    found = resolve("Ada Byrne, who heads the Congo River Alliance", country="CD", year=2024, role=Role.ORIGIN)
    assert (found.name, found.basis, found.person) == ("M23", "role-of", "Ada Byrne")


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("fighters loyal to General Otto Barran", "fighters loyal to General Otto Barran"),
        ("troops loyal to President Otto Barran", "Colombia"),
        ("fighters loyal to the FARC", "FARC"),
    ],
)
def test_fighters_loyal_to_somebody_not_on_file_are_named_after_them(mention: str, name: str) -> None:
    assert resolve(mention, country="CO", year=2001).name == name


@pytest.mark.parametrize(
    ("mention", "country", "year", "name"),
    [
        ("forces loyal to Laurent Gbagbo", "CI", 2005, "Ivory Coast"),
        ("forces loyal to Alassane Ouattara", "CI", 2011, "forces loyal to Alassane Ouattara"),
        ("forces loyal to Alassane Ouattara", "CI", 2014, "Ivory Coast"),
        ("fighters loyal to Ali Abdullah Saleh", "YE", 2015, "fighters loyal to Ali Abdullah Saleh"),
        ("forces loyal to former president Otto Barran", "CO", 2001, "forces loyal to former president Otto Barran"),
        ("army units loyal to Colonel Otto Barran", "CO", 2001, "army units loyal to Colonel Otto Barran"),
        ("soldiers backing Otto Barran", "CO", 2001, "soldiers backing Otto Barran"),
        ("soldiers backing President Otto Barran", "CO", 2001, "Colombia"),
    ],
)
def test_forces_loyal_to_a_rival_are_not_the_states(mention: str, country: str, year: int, name: str) -> None:
    assert resolve(mention, country=country, year=year).name == name
