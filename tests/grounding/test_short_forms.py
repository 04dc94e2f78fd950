"""Names that a report has in full elsewhere."""

from __future__ import annotations

import pytest
from placed_events import resolved

from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


def test_a_short_name_is_the_town_that_the_report_names_in_full(places: SqliteGazetteer) -> None:
    text = "SAN VICENTE DEL CAGUAN was quiet. Soldiers of Colombia died near San Vicente, said Bogota."
    found = resolved(text, places, "SAN VICENTE DEL CAGUAN", "Colombia", "San Vicente", "Bogota")
    assert found["San Vicente"].latitude == found["SAN VICENTE DEL CAGUAN"].latitude


def test_a_short_name_of_a_village_on_no_map_is_on_none(places: SqliteGazetteer) -> None:
    text = "Santa Ana del Orvat was quiet. Soldiers of Colombia died near Santa Ana, said Bogota."
    assert resolved(text, places, "Santa Ana del Orvat", "Colombia", "Santa Ana", "Bogota")["Santa Ana"].latitude is None


def test_a_capital_is_not_lost_to_a_longer_name(places: SqliteGazetteer) -> None:
    text = "Santiago de Cuba was quiet, and Chile spoke in Santiago."
    assert resolved(text, places, "Santiago de Cuba", "Chile", "Santiago")["Santiago"].country == "CL"
