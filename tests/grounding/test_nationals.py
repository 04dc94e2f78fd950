"""People called after a country."""

from __future__ import annotations

import pytest
from actor_mentions import resolve

from fogline.reading.reading import Role


@pytest.mark.parametrize("mention", ["the two Spaniards", "every Norwegian", "12 Belgians"])
def test_so_many_of_a_country_to_whom_something_is_done_are_people(mention: str) -> None:
    found = resolve(mention, role=Role.TARGET)
    assert (found.name, found.inter) == ("civilians", 7)


def test_a_people_that_acts_as_one_is_the_state() -> None:
    assert resolve("the Norwegians", role=Role.ORIGIN).name == "Norway"
    assert resolve("the Norwegians", role=Role.TARGET).name == "Norway"
