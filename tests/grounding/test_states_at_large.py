"""States of which only a region or their nearness is told."""

from __future__ import annotations

import pytest
from actor_mentions import resolve

from fogline.grounding.grounding import ActorKind
from fogline.reading.reading import Role


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Western capitals", "Western capitals"),
        ("several African leaders", "African leaders"),
        ("neighbouring countries", "neighbouring countries"),
        ("its neighbours", "neighbouring states"),
        ("Burundi's neighbours", "neighbouring states"),
        ("the neighbours of Burundi", "neighbouring states"),
    ],
)
def test_states_of_a_region_act_as_governments(mention: str, name: str) -> None:
    for role in (Role.ACTOR, Role.ORIGIN):
        found = resolve(mention, country="BI", year=1996, role=role)
        assert (found.name, found.kind, found.actor_id) == (name, ActorKind.GOVERNMENT, None)


@pytest.mark.parametrize(
    "mention", ["the neighbours", "their neighbours", "Otto's neighbours", "neighbours", "the neighbours of the school"]
)
def test_neighbours_of_a_family_stay_people(mention: str) -> None:
    assert resolve(mention, country="BI", year=1996, role=Role.TARGET).name == "civilians"
