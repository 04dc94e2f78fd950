"""In which country a village, a clinic or a compound is that no map shows."""

from __future__ import annotations

import pytest
from placed_events import events

from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.place_country import is_on_the_ground


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


BETWEEN = "Kenya sent envoys. Baidoa in Somalia was quiet. Garissa and Nairobi waited, and Mogadishu too."
NAMES = ["Kenya", "Baidoa", "Somalia", "Garissa", "Nairobi", "Mogadishu", "Xan Dawq", "Malaysia", "Malaysian"]


def test_a_village_on_no_map_is_in_the_country_that_its_phrase_names(places: SqliteGazetteer) -> None:
    text = f"{BETWEEN}\nGunmen raided the Malaysian island of Xan Dawq."
    (found,) = events(text, places, NAMES, ("attack", "raided", "the Malaysian island of Xan Dawq"), war_country="SO")
    assert found is not None and (found.name, found.country, found.latitude) == ("Xan Dawq", "MY", None)


def test_a_village_on_no_map_is_in_the_country_of_the_war(places: SqliteGazetteer) -> None:
    text = f"{BETWEEN}\nGunmen who came from Baidoa raided Xan Dawq. The dead of Xan Dawq lay there."
    told = (("attack", "raided", "Xan Dawq"), ("casualty-toll", "dead", "Xan Dawq"))
    found = events(text, places, NAMES, *told, war_country="SO")
    assert [p and p.country for p in found] == ["SO", "SO"]


def test_a_village_beside_towns_of_two_countries_is_in_neither(places: SqliteGazetteer) -> None:
    text = f"{BETWEEN}\nGunmen raided Xan Dawq, Garissa and Baidoa in one night."
    (found,) = events(text, places, NAMES, ("attack", "raided", "Xan Dawq"), war_country="SO")
    assert found is not None and found.country is None


@pytest.mark.parametrize(
    "words", ["the compound", "a dry riverbed", "A nearby school", "the hill behind the camp", "two hamlets"]
)
def test_what_stands_in_the_land_is_on_the_ground(words: str) -> None:
    assert is_on_the_ground(words)


@pytest.mark.parametrize(
    "words",
    [
        "her home",
        "our region",
        "its airspace",
        "the council",
        "the border",
        "a consulate",
        "18 countries",
        "the other side",
        "a villa",
        "a nearby frontier post",
        "the sea",
    ],
)
def test_borders_and_what_may_be_abroad_are_of_no_country(words: str) -> None:
    assert not is_on_the_ground(words)


def test_a_bay_on_no_map_may_lie_far_from_the_war(places: SqliteGazetteer) -> None:
    text = f"{BETWEEN}\nGunmen of Baidoa are held at Xan Dawq Bay."
    (found,) = events(text, places, NAMES, ("arrest", "held", "Xan Dawq Bay"), war_country="SO")
    assert found is None or found.country is None


def test_another_countrys_clinics_are_in_that_country(places: SqliteGazetteer) -> None:
    text = "Baidoa in Somalia was quiet, and Mogadishu too. Baidoa buried its dead.\nThe hurt were taken to the nearby Malaysian clinics."
    (found,) = events(text, places, NAMES, ("aid", "taken", "the nearby Malaysian clinics"), war_country="SO")
    assert found is None or found.country != "SO"
