"""Whoever has a post in the opposition does not speak for the state."""

from __future__ import annotations

import pytest
from actor_mentions import resolve

from fogline.reading.reading import Role


@pytest.mark.parametrize("post", ["spokesman", "statement", "sources", "leader Ada Byrne"])
def test_where_the_opposition_fights_it_is_the_rebels(post: str) -> None:
    found = resolve(f"a Syrian opposition {post}", role=Role.ORIGIN)
    assert (found.name, found.basis) == ("rebels", "role-of")


@pytest.mark.parametrize(
    ("mention", "country", "name"),
    [
        ("a Venezuelan opposition leader", "VE", "Venezuelan opposition"),
        ("Belarusian opposition figures", "BY", "Belarusian opposition"),
        ("a Venezuelan opposition leader", "SY", "Venezuelan opposition"),
    ],
)
def test_elsewhere_the_words_are_kept(mention: str, country: str, name: str) -> None:
    assert resolve(mention, country=country, role=Role.ORIGIN).name == name


def test_a_state_that_has_an_opposition_keeps_its_posts() -> None:
    assert resolve("a Syrian government spokesman", role=Role.ORIGIN).actor_id == "SY"
    assert resolve("the Free Syrian Army's opposition spokesman", role=Role.ORIGIN).actor_id == "fsa"


def test_a_coalition_of_parties_is_no_alliance_of_armies() -> None:
    assert resolve("the National Coalition", role=Role.ORIGIN).actor_id == "snc"
    assert resolve("the National Coalition", country="YE", role=Role.ORIGIN).actor_id is None
    assert resolve("the coalition", role=Role.ORIGIN).actor_id == "us-coalition"
