"""Points that a text prints beside an event."""

from __future__ import annotations

import pytest
from placed_events import event

from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.grounding import PlaceBasis


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


def test_point_printed_with_the_event_is_its_point(places: SqliteGazetteer) -> None:
    text = "The army shelled a depot at 34.7102, 40.8555 near Hajin on Tuesday."
    found = event(text, places, ["Hajin"], "Hajin", "shelled")
    assert found is not None
    assert (found[0].name, found[0].latitude, found[0].longitude, found[0].precision) == ("Hajin", 34.7102, 40.8555, 1)
    assert "34.7102, 40.8555" in found[0].reason


def test_point_without_a_named_place_is_a_place(places: SqliteGazetteer) -> None:
    text = "The drone hit a depot at 34°41'22\"N 40°49'50\"E on Tuesday."
    found = event(text, places, [], None, "hit")
    assert found is not None
    assert (found[0].latitude, found[0].precision, found[0].basis) == (34.689444, 1, PlaceBasis.EXPLICIT)


def test_point_far_from_the_named_town_is_told_and_not_used(places: SqliteGazetteer) -> None:
    text = "The army shelled Hajin on Tuesday, according to a video filmed at 50.4501, 30.5234."
    found = event(text, places, ["Hajin"], "Hajin", "shelled")
    assert found is not None and found[0].latitude is not None
    assert abs(found[0].latitude - 34.69) < 0.1 and "km away" in found[0].reason


def test_point_marked_as_the_place_is_named_by_the_whole_point(places: SqliteGazetteer) -> None:
    found = event("Shells hit N 34.5553 E 40.9320 at noon.", places, [], "N 34.5553", "hit")
    assert found is not None
    assert (found[0].name, found[0].latitude, found[0].longitude) == ("N 34.5553 E 40.9320", 34.5553, 40.932)
