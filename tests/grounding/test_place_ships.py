"""Ships that bear the names of places."""

from __future__ import annotations

import pytest
from placed_events import spans_of

from builders import a_report
from fogline.grounding.actor import ActorResolver
from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.ground import Grounding, ground
from fogline.grounding.registry import load_registry
from fogline.reading.reading import Argument, EventMention, Modality, Reading, Role, Toponym
from fogline.span import Span


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


def grounded(text: str, gazetteer: SqliteGazetteer, names: list[str], place: str | None = None) -> Grounding:
    """Ground a text in which the encoder marked names, and perhaps a place for its one event, which is all of it."""
    report = a_report(text)
    whole = Span(0, len(text))
    at = tuple(Argument(Role.PLACE, s, 0.9) for s in spans_of(text, place)) if place else ()
    event = EventMention(Span(text.index("hit"), text.index("hit") + 3), whole, "shelling", Modality.ACTUAL, at)
    marked = tuple(Toponym(s, 0.9) for s in spans_of(text, *names))
    reading = Reading(report.id, "stub", (whole,), events=(event,), toponyms=marked)
    return ground(report, reading, gazetteer, ActorResolver(load_registry()))


@pytest.mark.parametrize(
    ("text", "ship"),
    [
        ("The tanker Basra Star was hit by a missile off Kuwait.", "Basra"),
        ("The submarine Tambov was hit off Kuwait.", "Tambov"),
        ("A ferry off Kuwait, the ferry Dona Paz, was hit.", "Paz"),
        ("USS Aden was hit off Kuwait.", "Aden"),
        ("The frigate Tambov was hit off Kuwait. Divers found the Tambov.", "Tambov"),
    ],
)
def test_a_ships_name_is_no_place(text: str, ship: str, places: SqliteGazetteer) -> None:
    found = grounded(text, places, [ship, "Kuwait"])
    assert {s.of(text) for s in found.places} == {"Kuwait"}


def test_an_event_is_not_at_a_place_called_like_its_ship(places: SqliteGazetteer) -> None:
    found = grounded("The tanker Tolom Isle City was hit off Kuwait.", places, ["Kuwait"], "Tolom Isle City")
    (event,) = found.events
    assert event.place is not None and event.place.country == "KW"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The tanker Iran seized was hit.", "Iran"),
        ("The ferry at Tambov was hit.", "Tambov"),
        ("A frigate was hit. In Tambov, boats burned.", "Tambov"),
        ("The frigate Tambov was hit. Shells fell in Tambov.", "Tambov"),
        ("RFA Kachin reporters were hit in Myanmar.", "Kachin"),
    ],
)
def test_a_place_beside_a_ship_stays_one(text: str, name: str, places: SqliteGazetteer) -> None:
    assert name in {s.of(text) for s in grounded(text, places, [name]).places}
