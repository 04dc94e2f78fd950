"""Quarters and crossroads that bear a distant town's name."""

from __future__ import annotations

import pytest
from placed_events import resolved

from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


@pytest.mark.parametrize("part", ["quarter", "neighbourhood", "crossroads", "mosque", "district"])
def test_a_part_of_a_town_is_not_in_a_distant_town_of_its_name(part: str, places: SqliteGazetteer) -> None:
    text = f"Shells fell on Aleppo, in Syria. A teacher in the Mashhad {part} was hurt."
    found = resolved(text, places, "Aleppo", "Syria", "Mashhad")
    assert (found["Mashhad"].country, found["Mashhad"].latitude) == ("SY", found["Aleppo"].latitude)


def test_a_quarter_of_a_town_that_the_report_is_near_is_there(places: SqliteGazetteer) -> None:
    text = "Shells fell on Marea, in Syria. A teacher in the Aleppo quarter was hurt."
    assert resolved(text, places, "Marea", "Syria", "Aleppo")["Aleppo"].name == "Aleppo"


def test_a_district_of_a_country_that_the_report_names_stays(places: SqliteGazetteer) -> None:
    text = "Shells fell on Aleppo, in Syria. Envoys of Iran met in Mashhad district."
    assert resolved(text, places, "Aleppo", "Syria", "Iran", "Mashhad")["Mashhad"].country == "IR"


def test_a_town_whose_neighbourhood_is_told_of_is_meant_itself(places: SqliteGazetteer) -> None:
    text = "A bomb hit the Kabul neighborhood of Maropan. Police searched Kabul, and Herat in Afghanistan was calm."
    assert resolved(text, places, "Kabul", "Herat", "Afghanistan")["Kabul"].feature == "city"


def test_one_mention_as_a_part_of_a_town_is_enough(places: SqliteGazetteer) -> None:
    text = "Shells fell on the Mashhad quarter of Aleppo, in Syria. Mashhad was a field of mud huts once."
    found = resolved(text, places, "Aleppo", "Syria", "Mashhad")
    assert found["Mashhad"].country != "IR"


@pytest.mark.parametrize("part", ["cemetery", "salient"])
def test_a_cemetery_bears_the_name_of_a_distant_town(part: str, places: SqliteGazetteer) -> None:
    text = f"Shells fell on Aleppo, in Syria, and Homs. Men hid in the Cordoba {part} all night."
    found = resolved(text, places, "Aleppo", "Syria", "Homs", "Cordoba")
    assert found["Cordoba"].country not in ("AR", "ES")
