"""Which war a report tells of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fogline.grounding.grounding import GroundedPlace, PlaceBasis
from fogline.grounding.report_context import country_weights, report_context


def test_the_war_is_where_an_outside_state_fights_and_not_its_home() -> None:
    context = report_context("Moscow's jets hit the hills.", date(2023, 5, 2), {"RU": 2.0, "UA": 1.0})
    assert context.war_country == "UA"


def test_wagner_fighters_do_not_move_a_war_to_russia() -> None:
    context = report_context("Wagner men and soldiers combed the villages.", date(2022, 5, 2), {"CF": 0.34})
    assert context.war_country == "CF"


def test_an_adjective_weighs_less_than_a_place() -> None:
    town = GroundedPlace("Bangui", "CF", None, 4.4, 18.6, 1, PlaceBasis.EXPLICIT)
    adjective = replace(town, name="Russian", country="RU", adjective=True)
    weights = country_weights([town, adjective, adjective])
    assert weights["CF"] > weights["RU"] > 0


def test_invader_named_by_adjective_alone_tells_of_the_invaded() -> None:
    assert report_context("A Russian missile hit a block of flats.", date(2023, 5, 2), {"RU": 0.34}).war_country == "UA"
    assert report_context("A bridge burned.", date(2023, 5, 2), {"RU": 1.0}).war_country == "RU"


def test_a_state_that_only_its_ambassador_tells_of_is_not_whose_war_it_is() -> None:
    text = "Shells fell on Orvat. Spain's ambassador said the road was cut, and the Spanish embassy closed."
    weights = {"ES": 1.34, "LR": 1.0}
    assert report_context(text, date(1995, 5, 2), weights).war_country == "LR"
    fought = text.replace("Spain's ambassador said", "Spanish police and Spain's ambassador said")
    assert report_context(fought, date(1995, 5, 2), weights).war_country == "ES"


def test_a_state_with_a_war_of_its_own_yields_where_none_of_its_foes_is_named() -> None:
    text = "Turkey's parliament voted on Syria. Shells fell on Orvat."
    weights = {"TR": 3.0, "SY": 2.0}
    assert report_context(text, date(2014, 10, 2), weights).war_country == "SY"
    assert report_context(f"{text} The PKK fired at police.", date(2014, 10, 2), weights).war_country == "TR"
    assert report_context(text, date(2014, 10, 2), {"TR": 5.0, "SY": 1.0}).war_country == "TR"


def test_a_station_in_capitals_tells_of_its_own_country() -> None:
    text = "LA PAZ, 3 MAY (LANTERN RADIO) -- POLICE SEARCHED HOUSES IN ORVAT. BOLIVIAN MINISTERS WENT TO PERU."
    weights = {"BO": 2.34, "PE": 1.0}
    assert report_context(text, date(1990, 5, 3), weights).war_country == "BO"
    mixed = "La Paz, 3 May (Lantern Radio) -- Police searched houses in Orvat. Bolivian ministers went to Peru."
    assert report_context(mixed, date(1990, 5, 3), weights).war_country == "PE"
    rebels = f"{text} THE SHINING PATH FLED. THE SHINING PATH FIRED. THE SHINING PATH WAS SEEN."
    assert report_context(rebels, date(1990, 5, 3), weights).war_country == "PE"


def test_a_group_whose_home_the_report_does_not_name_leaves_the_war_where_its_places_are() -> None:
    text = "Gunmen of al-Qaeda in the Islamic Maghreb shot bathers at Grand-Bassam and fled to Abidjan."
    assert report_context(text, date(2016, 3, 14), {"CI": 2.0}).war_country == "CI"
    named = f"{text} Algeria closed its border."
    assert report_context(named, date(2016, 3, 14), {"CI": 2.0}).war_country == "DZ"
