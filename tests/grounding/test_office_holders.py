"""Presidents and prime ministers who are not those of the state at war."""

from __future__ import annotations

import pytest
from actor_mentions import resolve

from fogline.grounding.grounding import ActorKind
from fogline.reading.reading import Role


@pytest.mark.parametrize(
    ("mention", "country", "year"),
    [("President Tom Byrne", "ZW", 2005), ("President Ada Ito", "GB", 1984), ("Prime Minister Tom Byrne", "GB", 2001),
     ("Prime Minister Tom Byrne", "LR", 2001)],
)  # fmt: skip
def test_a_president_whom_the_state_does_not_have_is_another_states(mention: str, country: str, year: int) -> None:
    found = resolve(mention, country=country, year=year, role=Role.ORIGIN)
    assert (found.name, found.kind, found.actor_id) == (
        mention.split(" ", mention.count(" ") - 1)[-1],
        ActorKind.GOVERNMENT,
        None,
    )


def test_a_president_behind_a_comma_whom_the_state_does_not_have_is_a_person() -> None:
    assert resolve("the president, Tom Byrne", country="ZW", year=2005, role=Role.ORIGIN).name == "Tom Byrne"


@pytest.mark.parametrize(
    ("mention", "country", "year"),
    [
        ("President Mugabi", "ZW", 2005),  # as others spell the holder's name
        ("President Tom Byrne", "ZW", 2017),  # a year of change
        ("President Tom Byrne", "UA", 2026),  # newer than the file
        ("Vice-President Tom Byrne", "ZW", 2005),
        ("Interim President Tom Byrne", "ZW", 2005),
        ("President-elect Tom Byrne", "ZW", 2005),
        ("Foreign Minister Tom Byrne", "ZW", 2005),
        ("Prime Minister Tom Byrne", "IL", 2000),  # several terms in one row
    ],
)
def test_a_president_who_may_be_the_states_stays_so(mention: str, country: str, year: int) -> None:
    found = resolve(mention, country=country, year=year, role=Role.ORIGIN)
    assert found.actor_id == country
