"""States of which only a region or their nearness is told."""

from __future__ import annotations

import pytest
from actor_mentions import resolve
from marked_mentions import resolve as resolve_in_text

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


def test_the_kingdom_is_the_one_that_the_report_names_last_before_it() -> None:
    text = "Jordan shut the border. Saudi Arabia did not. Later the kingdom called for calm. Morocco was silent."
    assert resolve_in_text(text, ("the kingdom", Role.ACTOR))[0].name == "Saudi Arabia"
    assert resolve_in_text("The kingdom spoke. Jordan shut the border.", ("The kingdom", Role.ACTOR))[0].name == "Jordan"


def test_a_kingdom_of_something_or_beside_none_is_no_state() -> None:
    far = "Jordan slept. The kingdom of ends was far."
    assert resolve_in_text(far, ("The kingdom of ends", Role.ACTOR))[0].actor_id is None
    assert resolve_in_text("The kingdom spoke. Jordan and Morocco slept.", ("The kingdom", Role.ACTOR))[0].actor_id is None


def test_governments_in_a_region_are_not_that_of_the_state_at_war() -> None:
    assert resolve("governments in Europe", country="SY", year=2016).name == "governments"
