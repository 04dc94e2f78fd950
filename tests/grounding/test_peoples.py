"""Fighters called after their people."""

from __future__ import annotations

import pytest
from actor_mentions import resolve

from fogline.reading.reading import Role


@pytest.mark.parametrize(
    ("mention", "country", "year", "name"),
    [
        ("Chechen fighters", "RU", 1999, "Chechen separatists"),
        ("Chechen militants", "RU", 1999, "Chechen separatists"),
        ("three Chechen gunmen", "RU", 1999, "Chechen separatists"),
        ("the Serbs", "BA", 1994, "Bosnian Serb forces"),
        ("Serb snipers", "BA", 1994, "Bosnian Serb forces"),
        ("Serb fighters", "HR", 1992, "Krajina Serb forces"),
        ("Tuareg fighters", "ML", 2012, "MNLA"),
    ],
)
def test_fighters_of_a_people_are_the_one_group_that_is_called_after_it(mention: str, country: str, year: int, name: str) -> None:
    found = resolve(mention, country=country, year=year)
    assert (found.name, found.kind, found.inter) == (name, "party", 2)


@pytest.mark.parametrize(
    ("mention", "country", "year"),
    [
        ("Chechen fighters", "RU", 2020),  # the group was gone
        ("Chechen fighters", "UA", 2022),  # another's war
        ("Chechen forces", "RU", 1999),  # Moscow has such too
        ("Chechen police", "RU", 1999),
        ("Serb forces", "XK", 1999),  # those of a state
        ("anti-Serb fighters", "BA", 1994),
        ("Serb villagers", "BA", 1994),
        ("Serb refugees", "BA", 1994),
        ("Sikh soldiers", "IN", 2000),
        ("Union fighters", "SO", 2010),  # "African Union forces" names no people
    ],
)
def test_nobody_is_guessed_where_no_group_of_that_people_fights(mention: str, country: str, year: int) -> None:
    assert resolve(mention, country=country, year=year).actor_id in (None, country)


@pytest.mark.parametrize(
    ("mention", "country", "year", "named"),
    [
        ("Serb forces", "BA", 1994, "Bosnian Serb forces"),
        ("Serb gunners", "BA", 1994, "Bosnian Serb forces"),
        ("Croat soldiers", "BA", 1994, "Bosnian Croat forces"),
        ("Serb artillery", "HR", 1992, "Krajina Serb forces"),
    ],
)
def test_soldiers_of_a_people_are_its_groups_where_the_report_names_it(mention: str, country: str, year: int, named: str) -> None:
    text = f"A leader of the {named.removesuffix(' forces')}s denied it."
    assert resolve(mention, text=text, country=country, year=year).name == named
    assert resolve(mention, country=country, year=year).actor_id is None


def test_those_of_a_people_to_whom_it_is_done_are_no_army() -> None:
    for mention in ("the Serbs", "thousands of Serbs"):
        assert resolve(mention, country="BA", year=1994, role=Role.TARGET).actor_id is None


def test_rebels_of_a_group_are_of_it_whichever_group_the_report_names_most() -> None:
    text = "The Houthis fired at Marib. The Houthis denied it. The Houthis were silent."
    for mention in ("Separatists of the Southern Transitional Council", "rebels from the Southern Transitional Council"):
        assert resolve(mention, text=text, country="YE", year=2019).actor_id == "stc"
    assert resolve("Opposition to the Southern Transitional Council", text=text, country="YE", year=2019).actor_id != "stc"


@pytest.mark.parametrize(
    ("mention", "role", "country", "year", "name"),
    [
        ("hundreds of Tigrayans", Role.TARGET, "ET", 2021, "civilians"),
        ("50 Amharas", Role.TARGET, "ET", 2021, "civilians"),
        ("12 Kurds", Role.TARGET, "TR", 2016, "civilians"),
        ("a Tigrayan", Role.TARGET, "ET", 2021, "civilians"),
        ("dozens of Bosnian Serbs", Role.TARGET, "BA", 1993, "civilians"),
        ("two Kurdish men", Role.TARGET, "TR", 2016, "civilians"),
        ("ethnic Amharas", Role.TARGET, "ET", 2021, "ethnic Amharas"),
        # Whoever fights, and groups that are called after nobody's people, stay what they are.
        ("six Houthis", Role.TARGET, "YE", 2018, "Houthis"),
        ("two Taliban", Role.TARGET, "AF", 2018, "Taliban"),
        ("12 Kurdish fighters", Role.TARGET, "SY", 2016, "Kurdish forces"),
        ("the Tigrayans", Role.ACTOR, "ET", 2021, "Tigray People's Liberation Front"),
    ],
)
def test_so_many_of_a_people_to_whom_it_is_done_are_no_armed_group(
    mention: str, role: Role, country: str, year: int, name: str
) -> None:
    assert resolve(mention, role=role, country=country, year=year).name == name


def test_heading_and_the_line_below_it_are_no_name() -> None:
    for mention in ("Kachin\n• Rebels", "Kachin\n\nrebels"):
        assert resolve(mention, country="MM", year=2023).actor_id is None
    assert resolve("Kachin rebels", country="MM", year=2023).name == "Kachin Independence Army"


@pytest.mark.parametrize("mention", ["Serb units", "Serb tanks", "a Serb roadblock", "Serb irregulars"])
def test_forces_of_a_people_are_its_army_where_the_report_tells_of_it_as_a_side(mention: str) -> None:
    assert resolve(mention, text="The Serbs shelled a town.", country="BA", year=1993).name == "Bosnian Serb forces"


def test_soldiers_of_a_people_of_which_no_more_is_told_are_nobodys_army() -> None:
    assert resolve("Serb soldiers", text="Rain fell.", country="BA", year=1993).name != "Bosnian Serb forces"
