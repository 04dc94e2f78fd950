"""From a name as printed to the places that bear it."""

from __future__ import annotations

import pytest

from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.placename import look_up


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


def test_a_people_in_capitals_is_that_people(places: SqliteGazetteer) -> None:
    assert [c.country for c in look_up("RUSSIANS", places).candidates] == ["RU"]


def test_a_street_has_no_candidate_although_a_town_bears_its_name(places: SqliteGazetteer) -> None:
    found = look_up("Tumanyan street", places)
    assert found.site and not found.candidates
