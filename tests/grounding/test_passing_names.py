"""Names told only in passing, as a reporter's seat, a road's end and a likeness are, and names of which a text goes on."""

from __future__ import annotations

import pytest
from placed_events import referred

from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.passing_names import is_told_in_passing
from fogline.span import Span


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    "text",
    [
        "Buses left by the road to Orvat.",
        "Tanks stood on the highway from Tolom to Orvat.",
        "Her brothers fled to Orvat.",
        "He telephoned twice to Orvat.",
        "Ada Byrne told reporters in Orvat of it.",
        "Governments in Orvat came and went.",
        "A spokesman in Orvat laughed.",
        "Ivo Marn, a baker from Orvat, waited.",
        "He was born in Orvat.",
        "They hold land the size of Orvat.",
        "It was heard on Orvat radio.",
        "In Orvat a deputy minister denied it.",
        "A statement from Orvat was short.",
        "The surgeon, who is from Orvat, wept.",
        "Guns stood along the Orvat road.",
        "No town had starved so since the siege of Orvat.",
        "It came by air from Orvat.",
        "A man at the interior ministry in Orvat laughed.",
        "Ivo Marn spent four days in Orvat.",
        "The mediator met the rebels' leaders in Orvat.",
        "A truce was signed last year in Orvat.",
        "The second division, based in Orvat, said so.",
        "She told our correspondent in Orvat of it.",
        "Rice is at four times the price in Orvat.",
        "Bread costs ten times what it does in Orvat.",
        "Gunfire came from the direction of Orvat.",
        "Traders drove in from Orvat.",
        "Ministers will send delegates to Orvat.",
        "Lorries set out from Orvat.",
        "The drivers left for Orvat.",
        "The ayatollah in Orvat spoke.",
        "“It was right,” said the president in Orvat.",
        "“We hid,” said Ada Byrne, from Orvat, who sells tea.",
        "Ada Byrne, 34, from Orvat, wept.",
        "They feared the fate of Orvat.",
    ],
)
def test_ways_homes_seats_and_likenesses_are_told_in_passing(text: str) -> None:
    start = text.index("Orvat")
    assert is_told_in_passing(text, Span(start, start + 5))


@pytest.mark.parametrize(
    "text",
    [
        "The army entered Orvat.",
        "Troops withdrew from Orvat.",
        "Shells fell in Orvat.",
        "Thousands fled Orvat.",
        "Thousands fled from Orvat.",
        "Jets bombed the town of Orvat.",
        "Residents of Orvat hid.",
        "In Orvat a doctor said that shells fell.",
        "The siege of Orvat went on.",
        "The column met fierce resistance in Orvat.",
        "Rebels left dozens dead in Orvat.",
        "The army drove the rebels from Orvat.",
        "The state sent troops to Orvat.",
        "Officials in Orvat said that shells fell.",
        "Soldiers spent themselves at Orvat.",
        "Rebels took over the airport in Orvat.",
    ],
)
def test_what_is_fought_over_or_left_is_not_told_in_passing(text: str) -> None:
    start = text.index("Orvat")
    assert not is_told_in_passing(text, Span(start, start + 5))


def test_the_city_is_not_where_people_fled_to(places: SqliteGazetteer) -> None:
    text = "The army besieged Goma in Congo. Teachers fled to Sake. Shells fell on the city again."
    assert referred(text, places, ["Goma", "Congo", "Sake"], "the city").name == "Goma"


def test_a_lone_town_told_in_passing_is_still_the_town(places: SqliteGazetteer) -> None:
    text = "Congo spoke of it. Teachers fled to Sake. Shells fell on the town."
    assert referred(text, places, ["Congo", "Sake"], "the town").name == "Sake"


def test_there_is_where_people_went(places: SqliteGazetteer) -> None:
    text = "The army besieged Goma in Congo. Teachers fled to Sake. Shells fell there."
    assert referred(text, places, ["Goma", "Congo", "Sake"], "there").name == "Sake"


def test_the_city_is_not_where_an_envoy_met_somebody(places: SqliteGazetteer) -> None:
    text = "The army besieged Goma in Congo. An envoy met their leaders in Sake on Monday. Shells fell on the city again."
    assert referred(text, places, ["Goma", "Congo", "Sake"], "the city").name == "Goma"
