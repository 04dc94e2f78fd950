"""Names that the text puts at a distance from another."""

from __future__ import annotations

import pytest
from placed_events import resolved

from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


def test_a_village_off_a_town_is_no_distant_town_of_its_name(places: SqliteGazetteer) -> None:
    text = "Families sleep in Sharya, south of Dohuk. Erbil sent blankets."
    assert resolved(text, places, "Sharya", "Dohuk", "Erbil")["Sharya"].country != "RU"


def test_a_town_off_another_is_the_one_there(places: SqliteGazetteer) -> None:
    text = "Gunmen took Bor, 180 km north of Juba, on Monday."
    assert resolved(text, places, "Bor", "Juba")["Bor"].country == "SS"


def test_a_great_city_stays_what_it_is(places: SqliteGazetteer) -> None:
    text = "Drones reached Moscow, north of Tula, on Monday."
    assert resolved(text, places, "Moscow", "Tula")["Moscow"].country == "RU"
