"""Ships that bear the names of people."""

from __future__ import annotations

import pytest
from counted_people import Range, found, marked


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the cruiser General Alba", None),
        ('the ferry "Lady Mary"', None),
        ("HMS Resolute", None),
        ("a trawler", None),
        ("General Alba", ("killed", 1, 1)),
        ("the tanker driver Omar Haddad", ("killed", 1, 1)),
        ("the captain of the trawler Maria Rosa", ("killed", 1, 1)),
    ],
)
def test_a_ship_is_no_victim_whoever_it_is_named_after(words: str, expected: Range | None) -> None:
    assert marked(f"In the raid {words} was lost.", words, "killed") == expected


def test_a_ship_that_is_captured_is_nobody_held() -> None:
    assert found("The patrol boat Prince Omar was captured and 12 sailors were detained.", "attack") == [("detained", 12, 12)]
    assert found("The trawler captain Omar Haddad was captured.", "attack") == [("detained", 1, 1)]


def test_whoever_dies_on_a_ship_is_counted_and_the_ship_is_not() -> None:
    assert found("A nurse on the ferry Lady Mary was killed.", "attack") == [("killed", 1, 1)]
    assert found("Mary Carrier was killed.", "attack") == [("killed", 1, 1)]
