"""At which town of the text a street, hospital or island lies that the gazetteer lacks."""

from __future__ import annotations

import pytest
from placed_events import resolved

from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


def test_a_street_is_in_the_town_before_it_and_not_in_the_next_sentences(places: SqliteGazetteer) -> None:
    text = "In Avdiivka, Ukraine, doctors at a clinic treated a man hit by a splinter on Lantern Street. In Makiivka shells fell."
    found = resolved(text, places, "Avdiivka", "Ukraine", "Lantern Street", "Makiivka")
    assert (found["Lantern Street"].latitude, found["Lantern Street"].precision) == (found["Avdiivka"].latitude, 2)


def test_a_town_of_the_own_sentence_goes_before_a_nearer_one_of_the_last(places: SqliteGazetteer) -> None:
    text = "Shells fell in Makiivka, Ukraine. Lantern Street was hit, the mayor of Avdiivka said."
    found = resolved(text, places, "Avdiivka", "Ukraine", "Lantern Street", "Makiivka")
    assert found["Lantern Street"].latitude == found["Avdiivka"].latitude


def test_an_island_is_not_at_a_town_of_another_sentence(places: SqliteGazetteer) -> None:
    text = "Sirens sounded in Ahvaz, Iran. Troops went on alert on Lantern Island."
    assert resolved(text, places, "Ahvaz", "Iran", "Lantern Island")["Lantern Island"].latitude is None


def test_an_item_of_a_list_borrows_no_town_of_another(places: SqliteGazetteer) -> None:
    text = "Sudan today\n• The brigade left Babanusa.\n• The Lantern Hospital was hit."
    assert resolved(text, places, "Sudan", "Babanusa", "Lantern Hospital")["Lantern Hospital"].latitude is None


def test_a_hospital_of_another_paragraph_is_in_the_town_of_the_story(places: SqliteGazetteer) -> None:
    text = (
        "El Fasher starves. El Fasher held a million. From El Fasher in Sudan some fled to Tawila.\nThe Lantern Hospital was hit."
    )
    found = resolved(text, places, "El Fasher", "Sudan", "Tawila", "Lantern Hospital")
    assert found["Lantern Hospital"].latitude == found["El Fasher"].latitude


def test_a_site_is_not_at_a_town_that_only_a_later_paragraph_tells_of(places: SqliteGazetteer) -> None:
    text = "Rebels took Bentiu in South Sudan.\nThousands sleep at the Lantern Stadium.\nThe parliament of Juba met."
    found = resolved(text, places, "Bentiu", "South Sudan", "Lantern Stadium", "Juba")
    assert found["Lantern Stadium"].latitude == found["Bentiu"].latitude


def test_a_prison_is_not_in_the_foreign_town_of_the_sentence_before(places: SqliteGazetteer) -> None:
    text = "Jets struck Khartoum and Omdurman in Sudan. An envoy flew to Djibouti. Inmates of Lantern prison left."
    found = resolved(text, places, "Khartoum", "Omdurman", "Sudan", "Djibouti", "Lantern prison")
    assert found["Lantern prison"].country == "SD"


def test_an_airport_is_not_in_a_capital_abroad_that_only_speaks(places: SqliteGazetteer) -> None:
    text = "Port-au-Prince, Haiti, was dark.\nGangs stormed Lantern airport. Washington urged its people to leave. Washington said so twice."
    found = resolved(text, places, "Port-au-Prince", "Haiti", "Lantern airport", "Washington")
    assert found["Lantern airport"].country == "HT"


def test_a_prison_is_not_in_the_town_where_it_was_spoken_of(places: SqliteGazetteer) -> None:
    text = "Rebels shelled Bentiu in South Sudan. “It will end,” said a minister in Juba. They hit Lantern prison next."
    found = resolved(text, places, "Bentiu", "South Sudan", "Juba", "Lantern prison")
    assert found["Lantern prison"].latitude == found["Bentiu"].latitude
