"""What "the city" and "the village" look back on: the town of the story, and villages on no map."""

from __future__ import annotations

import pytest
from placed_events import event, referred

from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.grounding import PlaceBasis


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


GOMA = "The army shelled Goma. Goma is a city in Congo. Goma's people fled."


def test_the_city_is_the_one_that_the_story_is_about(places: SqliteGazetteer) -> None:
    text = f"{GOMA} Some walked to Sake.\nShells fell on what was left of the city."
    assert referred(text, places, ["Goma", "Congo", "Sake"], "the city").name == "Goma"
    text = "Shells hit Goma, Congo. Others walked to Sake.\nShells fell on what was left of the city."
    assert referred(text, places, ["Goma", "Congo", "Sake"], "the city", headline="The fall of Goma").name == "Goma"


def test_a_town_named_just_before_is_the_town(places: SqliteGazetteer) -> None:
    text = f"{GOMA} Rebels entered Sake. Jets bombed the town."
    assert referred(text, places, ["Goma", "Congo", "Sake"], "the town").name == "Sake"


def test_the_village_may_be_on_no_map(places: SqliteGazetteer) -> None:
    text = (
        "Rebels burned Tolomi, a village in Kaduna state, Nigeria. Troops came from Kaduna. The school of the village was shut."
    )
    found = referred(text, places, ["Tolomi", "Kaduna", "Nigeria"], "the village")
    assert (found.name, found.basis) == ("Tolomi", PlaceBasis.UNKNOWN)


def test_the_city_and_the_province_are_no_village_on_no_map(places: SqliteGazetteer) -> None:
    text = "Troops came from Kaduna, Nigeria. Rebels burned Tolomi, a village. Banks in the city shut, in the province too."
    names = ["Tolomi", "Kaduna", "Nigeria"]
    assert referred(text, places, names, "the city").name == "Kaduna"
    assert referred(text, places, names, "the province").name != "Tolomi"


def test_a_hospital_called_after_somebody_is_no_village(places: SqliteGazetteer) -> None:
    text = "A bomb went off in Damaturu, Nigeria. The injured lay at the Tolom Specialist Hospital. Soldiers fired in the area."
    found = event(text, places, ["Damaturu", "Nigeria", "Tolom"], "the area", "fired")
    assert found is not None and found[0].name == "Damaturu"
