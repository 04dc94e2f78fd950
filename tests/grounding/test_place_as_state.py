"""Names of places that stand for a state, and what is only told of the other side of a border."""

from __future__ import annotations

import pytest
from placed_events import event, events, spans_of

from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.grounding import GroundedPlace, PlaceBasis
from fogline.grounding.place_as_state import acts_as_state
from fogline.span import Span


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    ("text", "name", "speaks"),
    [
        ("Moscow denied responsibility.", "Moscow", True),
        ("A drone fell in Moscow, the mayor said.", "Moscow", False),
        ("The Kremlin spokesman denied it.", "Kremlin", True),
        ("A drone fell near the Kremlin.", "Kremlin", False),
    ],
)
def test_a_seat_of_government_that_speaks_is_no_place_of_an_event(text: str, name: str, speaks: bool) -> None:
    feature = "city" if name == "Moscow" else "site"
    place = GroundedPlace(name, "RU", None, 55.75, 37.62, 1, PlaceBasis.EXPLICIT, feature=feature)
    span = Span(text.index(name), text.index(name) + len(name))
    assert acts_as_state(text, span, place) is speaks


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("It would strike back if Kyiv joined the attack.", True),
        ("It would strike back if Kyiv attacked.", True),
        ("It warned that Kyiv would intervene.", True),
        ("Kyiv sent troops.", True),
        ("They wept when Kyiv attacked by drones burned.", False),
        ("If Kyiv falls, they go.", False),
        ("Kyiv could be hit.", False),
        ("They fled Kyiv to join relatives.", False),
    ],
)
def test_a_capital_that_acts_or_would_act_is_its_government(text: str, acts: bool) -> None:
    place = GroundedPlace("Kyiv", "UA", None, 50.45, 30.52, 1, PlaceBasis.EXPLICIT, feature="city")
    (span,) = spans_of(text, "Kyiv")
    assert acts_as_state(text, span, place) is acts


def test_a_country_across_the_border_is_not_where_it_happened(places: SqliteGazetteer) -> None:
    text = "Rebels died in a blast at a border crossing with Turkey. Idlib and Aleppo were quiet."
    found = event(text, places, ["Turkey", "Idlib", "Aleppo"], "a border crossing with Turkey", "blast")
    assert found is None or found[0].country != "TR"


def test_every_country_of_a_list_across_the_border_is_not_where_it_happened(places: SqliteGazetteer) -> None:
    text = "Gunmen attacked a post in western Niger near the border with Mali and Burkina Faso."
    phrase = "a post in western Niger near the border with Mali and Burkina Faso"
    (found,) = events(text, places, ["Niger", "Mali", "Burkina Faso"], ("armed-clash", "attacked", phrase))
    assert found is not None and found.country == "NE"
