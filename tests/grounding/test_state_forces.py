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


@pytest.mark.parametrize(
    ("mention", "role", "name"),
    [
        ("the military command in Damascus", Role.ACTOR, "Syria"),
        ("The army in Damascus", Role.ORIGIN, "Syria"),
        ("the army in Damascus", Role.ACTOR, "Lebanon"),  # which army stands there, the words do not say
        ("the army in Zahle", Role.ORIGIN, "Lebanon"),
        ("the US military command in Damascus", Role.ACTOR, "United States"),
    ],
)
def test_command_in_a_capital_is_of_that_state(mention: str, role: Role, name: str) -> None:
    assert resolve(mention, country="LB", year=1986, role=role).name == name


def test_soldiers_from_other_states_are_theirs() -> None:
    found = resolve("soldiers from Chad and Niger", country="NG", year=2015)
    assert [found.name, *(a.name for a in found.also)] == ["Chad", "Niger"]
    assert resolve("troops from Uganda", country="SO", year=2015).name == "Uganda"
    text = "The envoy asked them to withdraw troops from Chad."
    (troops,) = resolve_in_text(text, ("troops from Chad", Role.ACTOR), country="NG", year=2015)
    assert troops.name == "Nigeria"


@pytest.mark.parametrize(
    ("mention", "country", "name"),
    [
        ("Eritrean reinforcements", "ET", "Eritrea"),
        ("an American special operations team", "PK", "United States"),
        ("a Russian column", "UA", "Russia"),
        ("a Congolese Sukhoi", "CD", "Democratic Republic of Congo"),
        ("a U.S. Marine", "LB", "United States"),
        ("the infantrymen", "UA", "Ukraine"),
        ("air force planes", "UA", "Ukraine"),
        ("the junta's planes", "MM", "Myanmar"),
        # These are nobody's, or no soldiers.
        ("planes", "UA", "planes"),
        ("an Apache", "IQ", "Apache"),
        ("the Chadian football team", "ML", "Chadian football team"),
        ("a Turkish medical team", "SY", "medical team"),
    ],
)
def test_soldiers_and_aircraft_by_the_words_for_them(mention: str, country: str, name: str) -> None:
    assert resolve(mention, country=country, year=2021).name == name


@pytest.mark.parametrize("mention", ["the regime's 14th LID", "junta's LIB 41", "Regime's IB 27"])
def test_unit_by_its_letters_is_the_states_whose_army_is_named_before_it(mention: str) -> None:
    found = resolve(mention, country="MM", year=2023)
    assert (found.name, found.person) == ("Myanmar", None)


@pytest.mark.parametrize(
    ("report", "country", "name"),
    [
        ("Jets hit the port. Aircraft of the Saudi-led coalition hit a bridge.", "YE", "Saudi-led coalition"),
        ("Jets hit the port. Russian warplanes hit a bridge.", "SY", "Russia"),
        ("Jets hit the port. Russian warplanes and Syrian jets hit a bridge.", "SY", "Syria"),
        ("Jets hit the port. Turkish warplanes and Russian jets hit a bridge.", "SY", "Syria"),
        ("Jets hit the port. Russian warplanes flew. Government helicopters hit a bridge.", "SY", "Syria"),
        ("Jets hit the port. Russia denied it.", "SY", "Syria"),
    ],
)
def test_jets_of_nobody_are_of_the_one_air_force_from_abroad_that_the_report_tells_of(
    report: str, country: str, name: str
) -> None:
    (jets,) = resolve_in_text(report, ("Jets", Role.ACTOR), country=country, year=2018)
    assert jets.name == name


def test_servicemen_of_the_enemy_are_not_the_states_that_speaks() -> None:
    assert resolve("servicemen of the enemy", country="AZ", year=2020, role=Role.TARGET).actor_id is None


def test_ruler_by_custom_is_no_government() -> None:
    assert resolve("the traditional ruler of Bama", country="NG", year=2015, role=Role.ORIGIN).actor_id is None
    assert resolve("the country's military ruler", country="NG", year=1995, role=Role.ORIGIN).name == "Nigeria"


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("the Algiers accord", None),
        ("the Oslo agreements", None),
        ("the Tehran declaration", None),
        ("Tehran's declaration", "IR"),
        ("Moscow's troops", "RU"),
    ],
)
def test_capital_after_which_an_accord_is_called_has_done_nothing(mention: str, name: str | None) -> None:
    assert resolve(mention, year=2015).actor_id == name


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("53 Spanish peacekeepers", "Spain"),
        ("peacekeepers from Nepal", "Nepal"),
        ("UN peacekeepers", "United Nations"),
        ("armed peacekeepers", "armed peacekeepers"),
        ("the peacekeepers", "peacekeepers"),
    ],
)
def test_peacekeepers_are_of_the_state_that_sent_them_and_never_of_the_one_at_war(mention: str, name: str) -> None:
    assert resolve(mention, country="BA", year=1993, role=Role.TARGET).name == name


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("the Vienna group", "Vienna group"),
        ("the Astana format", "Astana format"),
        ("Ankara's plan", "Turkey"),
        ("the Kabul government", "Afghanistan"),
    ],
)
def test_those_who_met_in_a_capital_are_not_its_government(mention: str, name: str) -> None:
    assert resolve(mention).name == name


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("the emergencies ministry of the self-proclaimed Donetsk People's Republic", "Donetsk People's Republic"),
        ("the defence ministry of the breakaway Republic of Orvat", "Republic of Orvat"),
        ("the defence ministry of Ukraine", "Ukraine"),
    ],
)
def test_ministry_of_a_breakaway_republic_is_not_the_states(mention: str, name: str) -> None:
    assert resolve(mention, country="UA", year=2015, role=Role.ORIGIN).name == name


@pytest.mark.parametrize(
    ("mention", "country", "year", "name"),
    [
        ("the army", "XK", 1998, "Yugoslavia"),
        ("two policemen", "XK", 1998, "Serbia"),
        ("the interior minister", "XK", 1998, "Serbia"),
        ("the government", "XK", 2010, "Kosovo"),
        ("police", "TL", 1999, "Indonesia"),
        ("the army", "SS", 1999, "Sudan"),
        ("the army", "SS", 2016, "South Sudan"),
        ("the police", "PS", 2016, "Palestinian Authority"),
    ],
)
def test_bare_offices_of_a_country_that_another_rules_are_the_rulers(mention: str, country: str, year: int, name: str) -> None:
    assert resolve(mention, country=country, year=year).name == name


def test_the_senate_is_american_where_the_state_at_war_has_none_and_america_is_named() -> None:
    american = "The White House sent the bill on."
    assert resolve("The Senate", text=american, country="UA", year=2023).name == "United States"
    assert resolve("The Senate", text="It sat late.", country="UA", year=2023).name == "Ukraine"
    assert resolve("The Senate", text=american, country="CO", year=2001).name == "Colombia"


@pytest.mark.parametrize(
    ("mention", "country", "year", "name"),
    [
        ("soldiers of the opposition", "SS", 2018, "SPLA-IO"),
        ("an aircraft of unknown nationality", "NG", 2022, "aircraft of unknown nationality"),
        ("warplanes", "YE", 2018, "Saudi-led coalition"),
        ("government warplanes", "YE", 2018, "Yemen"),
        ("warplanes", "YE", 2010, "Yemen"),
        ("the presidential guard", "NE", 2023, "Niger"),
        ("a guard", "NE", 2023, "guard"),
        ("the war cabinet", "PS", 2023, "Israel"),
    ],
)
def test_arms_that_the_state_at_war_has_and_has_not(mention: str, country: str, year: int, name: str) -> None:
    assert resolve(mention, country=country, year=year).name == name


def test_an_officer_who_speaks_is_the_states_unless_of_somebody() -> None:
    assert resolve("an officer", country="IQ", role=Role.ORIGIN).name == "Iraq"
    assert resolve("an officer of the Lantern Front", country="IQ", role=Role.ORIGIN).actor_id != "IQ"
    assert resolve("an officer", country="IQ", role=Role.TARGET).actor_id is None


@pytest.mark.parametrize(
    ("rest", "name"),
    [
        ("American officials were angry.", "United States"),
        ("Rain fell.", "United Kingdom"),
        ("American and British officials met.", "United Kingdom"),
    ],
)
def test_defence_secretary_is_american_where_only_america_is_named(rest: str, name: str) -> None:
    assert resolve("The defence secretary", text=rest, country="IQ", role=Role.ORIGIN).name == name


def test_defence_minister_is_of_the_state_whose_army_fights_there() -> None:
    assert resolve("the defence minister", country="PS", year=2023, role=Role.ORIGIN).name == "Israel"
    assert resolve("the chief of staff", country="PS", year=2023, role=Role.ORIGIN).name == "Israel"
    assert resolve("the health minister", country="PS", year=2023, role=Role.ORIGIN).name != "Israel"


def test_an_officer_told_of_before_is_not_the_states_by_that_word() -> None:
    assert resolve("an officer", role=Role.ORIGIN).actor_id == "SY"
    assert resolve("the officer", role=Role.ORIGIN).actor_id is None
