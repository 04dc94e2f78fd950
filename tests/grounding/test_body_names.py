"""Bodies whose own names go on behind "of" or "for"."""

from __future__ import annotations

import pytest
from actor_mentions import resolve

from fogline.grounding.grounding import ActorKind
from fogline.reading.reading import Role


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("the National Current for Harbours", "National Current for Harbours"),
        ("the Party of Free Harbours in Orvat", "Party of Free Harbours"),
        ("the Gathering of the Sons of the Coast", "Gathering of the Sons of the Coast"),
        ("the Movement for Peace and Bread said", "Movement for Peace and Bread"),
    ],
)
def test_a_body_keeps_the_whole_of_its_name(mention: str, name: str) -> None:
    assert resolve(mention, role=Role.ORIGIN).name == name


@pytest.mark.parametrize(
    "mention", ["the executive committee of the Party of Free Harbours", "the general secretariat of the Party of Free Harbours"]
)
def test_an_organ_speaks_for_the_body_whose_it_is(mention: str) -> None:
    found = resolve(mention, role=Role.ORIGIN)
    assert (found.name, found.basis) == ("Party of Free Harbours", "role-of")


def test_a_body_of_the_united_nations_keeps_its_letters() -> None:
    found = resolve("the UN Harbour Service", role=Role.ORIGIN)
    assert (found.name, found.kind) == ("UN Harbour Service", ActorKind.UN)
    assert resolve("the United Nations Development Programme").name == "UNDP"


def test_a_body_called_after_a_people_is_not_their_state() -> None:
    assert resolve("the Norwegian Council for Lost Persons", role=Role.ORIGIN).actor_id is None
    assert resolve("the Council of Ministers", country="LB").actor_id == "LB"


@pytest.mark.parametrize(("mention", "name"), [("Ada Byrne of Orvat", "Ada Byrne"), ("the 12th Front of the FARC", "FARC")])
def test_people_and_units_of_groups_are_no_bodies_of_their_own(mention: str, name: str) -> None:
    assert resolve(mention, country="CO", year=1999, role=Role.ORIGIN).name == name


def test_helpers_across_borders_are_called_so() -> None:
    assert resolve("Doctors Across Harbours", role=Role.ORIGIN).name == "Doctors Across Harbours"
    assert resolve("doctors across the north", role=Role.ORIGIN).name == "doctors"
