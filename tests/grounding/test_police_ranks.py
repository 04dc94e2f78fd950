"""Ranks of the police, whose holders speak for the state."""

from __future__ import annotations

import pytest
from actor_mentions import resolve

from fogline.reading.reading import Role


@pytest.mark.parametrize(
    "mention",
    ["Superintendent of Police Ada Byrne", "a detective inspector, Ada Byrne", "IGP Ada Byrne", "the inspector of police"],
)
def test_rank_of_the_police_is_the_states(mention: str) -> None:
    assert resolve(mention, country="IN", role=Role.ORIGIN).name == "India"


def test_bare_rank_is_the_polices_where_they_are_told_of() -> None:
    police = "Police had searched the harbour."
    assert resolve("Inspector General Ada Byrne", country="IN", text=police, role=Role.ORIGIN).name == "India"
    assert resolve("Superintendent Ada Byrne", country="IN", text=police, role=Role.ORIGIN).name == "India"


def test_superintendent_of_a_school_and_inspector_of_weapons_are_no_police() -> None:
    near = "Police guarded the school."
    assert resolve("Superintendent Ada Byrne", text=near, role=Role.ORIGIN).name == "Ada Byrne"
    assert resolve("the school superintendent, Ada Byrne", role=Role.ORIGIN).name == "Ada Byrne"
    assert resolve("Superintendent Ada Byrne", role=Role.ORIGIN).name == "Ada Byrne"
    assert resolve("UN weapons inspector Ada Byrne", text="Police stood by.", role=Role.ORIGIN).name != "Syria"
