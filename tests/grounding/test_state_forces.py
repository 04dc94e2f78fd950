"""Whose the arms, seats and offices of states are."""

from __future__ import annotations

from datetime import date

import pytest
from actor_mentions import RESOLVER, resolve
from marked_mentions import resolve as resolve_in_text

from fogline.grounding.report_context import report_context
from fogline.reading.reading import Role
from fogline.span import Span


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Chadian armour", "Chad"),
        ("Russian bombers", "Russia"),
        ("the Zionist entity", "Israel"),
        # No owner: not the arms of the state at war, and its government alone not of thirty.
        ("armour", "armour"),
        ("some thirty governments", "governments"),
        ("Western governments", "Western governments"),
        ("Father Paul Orpen", "Paul Orpen"),
        ("the sheikh himself", "sheikh"),
    ],
)
def test_hardware_governments_and_titles(mention: str, name: str) -> None:
    assert resolve(mention).name == name


def test_offices_that_only_one_state_has_tell_the_state() -> None:
    assert resolve("the home secretary, Ada Byrne", role=Role.ORIGIN).name == "United Kingdom"
    assert resolve("the Colombian Congress", country="CO", year=1990).name == "Colombia"


@pytest.mark.parametrize(
    ("rest", "name"), [("said that jets had taken off.", "United Kingdom"), ("met his host for talks.", "Iraq")]
)
def test_office_in_a_capital_is_of_that_state_unless_of_a_guest(rest: str, name: str) -> None:
    text = f"In London the prime minister {rest}"
    context = report_context(text, date(2015, 6, 1), {"IQ": 5})
    assert RESOLVER.resolve(text, Span(10, 28), role=Role.ORIGIN, context=context).name == name


@pytest.mark.parametrize(
    ("mention", "country", "year", "name"),
    [
        ("Invading forces", "UA", 2024, "Russia"),
        ("the occupying army", "UA", 2024, "Russia"),
        ("the invading army", "CD", 2024, "invading army"),
        ("Serb forces", "BA", 1994, "Serb forces"),
        ("Serb police", "XK", 1999, "Serb police"),
        ("Resistance forces", "MM", 2023, "Resistance forces"),
        ("the Karen soldiers", "MM", 2023, "Karen soldiers"),
        ("Nuer forces", "SS", 2014, "Nuer forces"),
        ("foreign troops", "UA", 2024, "foreign troops"),
        ("foreign troops", "AF", 2010, "foreign troops"),
        ("eastern forces", "LY", 2019, "eastern forces"),
        ("the rival government", "LY", 2019, "rival government"),
        ("secessionist troops", "YE", 2019, "secessionist troops"),
        ("rebellious soldiers", "ML", 2012, "rebellious soldiers"),
        ("revolutionary forces", "LY", 2011, "revolutionary forces"),
        ("peacekeeping troops", "ML", 2019, "peacekeeping troops"),
        ("unidentified aircraft", "LY", 2019, "unidentified aircraft"),
    ],
)
def test_troops_of_somebody_else_are_not_those_of_the_state_at_war(mention: str, country: str, year: int, name: str) -> None:
    assert resolve(mention, country=country, year=year).name == name


@pytest.mark.parametrize(
    "mention",
    [
        "the army",
        "government troops",
        "retreating troops",
        "fourteen masked soldiers",
        "Traffic police",
        "the foreign ministry",
        "the energy ministry",
        "the corrupt regime",
        "heavily armed soldiers",
    ],
)
def test_troops_of_whom_no_more_is_said_are_those_of_the_state_at_war(mention: str) -> None:
    assert resolve(mention, country="UA", year=2024).name == "Ukraine"


def test_police_of_a_place_in_the_report_are_those_of_the_state_at_war() -> None:
    text = "Cabo Delgado police found two bodies."
    for places, name in ((("Cabo Delgado",), "Mozambique"), ((), "Cabo Delgado police")):
        context = report_context(text, date(2022, 6, 1), {"MZ": 5}, places)
        assert RESOLVER.resolve(text, Span(0, 19), role=Role.ACTOR, context=context).name == name


@pytest.mark.parametrize(
    ("mention", "country", "year", "name"),
    [
        ("Russia’s enemies", "UA", 2024, "Russia’s enemies"),
        ("Russia’s accomplices", "UA", 2024, "Russia’s accomplices"),
        ("Ukraine's Western allies", "UA", 2024, "Ukraine's Western allies"),
        ("Assad's opponents", "SY", 2014, "Assad's opponents"),
        ("the Taliban's critics", "AF", 2000, "Taliban's critics"),
        ("Hamas rivals", "PS", 2024, "Hamas rivals"),
        ("US allies", "SY", 2017, "US allies"),
        ("Isis captives", "SY", 2014, "hostages"),
        ("Hamas' hostages", "PS", 2024, "hostages"),
        ("Isis's prisoners", "SY", 2019, "prisoners"),
        ("Iran's proxies", "YE", 2024, "Houthis"),
        # Here the adjective says who they are.
        ("its Russian allies", "SY", 2017, "Russia"),
        ("its US allies", "SY", 2017, "United States"),
        ("Kurdish allies", "SY", 2017, "Kurdish forces"),
        ("the Nato allies", "SY", 2017, "NATO"),
        ("Isis positions", "SY", 2014, "Islamic State"),
    ],
)
def test_friends_foes_and_captives_do_not_stand_for_whose_they_are(mention: str, country: str, year: int, name: str) -> None:
    assert resolve(mention, country=country, year=year).name == name


def test_the_enemy_of_a_named_state_is_no_side_of_the_speaker() -> None:
    marked = (("The army", Role.ORIGIN), ("Russia's enemy", Role.ACTOR))
    _, enemy = resolve_in_text("The army said it was ready. Russia's enemy attacked a depot.", *marked, country="UA", year=2024)
    assert (enemy.name, enemy.actor_id) == ("Russia's enemy", None)


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        # Of which state she is, nobody has said: in Libya's war she may be Italy's.
        ("Prime Minister Ada Byrne's government", "Prime Minister Ada Byrne's government"),
        ("Prime Minister Abdulhamid Dbeibah's government", "Libya"),
        ("President Ada Byrne’s office", "Libya"),
        ("the Kenyan president's office", "Kenya"),
        ("the harbour master's office", "harbour master's office"),
    ],
)
def test_a_seat_is_that_of_whoever_holds_it(mention: str, name: str) -> None:
    assert resolve(mention, country="LY", year=2022).name == name


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("The Counter-Terrorism Department", "Pakistan"),
        ("counter-terrorism police", "Pakistan"),
        ("anti-terrorist units", "Pakistan"),
        ("a counter-insurgency force", "Pakistan"),
        ("Chadian anti-terrorism police", "Chad"),
        ("the rebel-held town's council", "rebel-held town's council"),
        ("militant-hit villages", "militant-hit villages"),
        ("rebel-held towns", "rebels"),
        ("rebel police", "rebels"),
    ],
)
def test_whoever_fights_rebels_or_lives_under_them_is_none_of_them(mention: str, name: str) -> None:
    assert resolve(mention, country="PK", year=2005).name == name
