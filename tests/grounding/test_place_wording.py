"""What the words beside a name ask for: the region around a town whose older name only the town bears."""

from __future__ import annotations

import pytest
from placed_events import spans_of

from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.place import resolve_toponyms


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    ("text", "name", "feature", "precision"),
    [
        ("Drones hit depots in Kharkov region, Ukraine.", "Kharkov", "adm1", 4),
        ("Drones hit depots in Belgorod region, Russia.", "Belgorod", "adm1", 4),
        ("Drones hit depots in Kharkov, Ukraine.", "Kharkov", "city", 1),
        ("Troops held the Bakhmut region of Ukraine.", "Bakhmut", "city", 1),
    ],
)
def test_the_region_of_a_chief_town_is_the_division(
    text: str, name: str, feature: str, precision: int, places: SqliteGazetteer
) -> None:
    (found,) = (
        p for s, p in resolve_toponyms(text, spans_of(text, name, "Ukraine", "Russia"), places).items() if s.of(text) == name
    )
    assert (found.feature, found.precision) == (feature, precision)
