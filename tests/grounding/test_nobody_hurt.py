"""Where it is said that nobody was harmed."""

from __future__ import annotations

import pytest
from counted_people import Range, found, marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No crew were injured.", ("injured", 0, 0)),
        ("No one was injured in the raid.", ("injured", 0, 0)),
        ("There were no injuries.", ("injured", 0, 0)),
        ("No one was injured or killed.", ("killed", 0, 0)),
        ("No deaths or injuries were reported.", ("killed", 0, 0)),
        ("No casualties were reported.", ("killed", 0, 0)),
        ("No one was hurt.", ("killed", 0, 0)),
    ],
)
def test_nobody_injured_says_nothing_of_the_dead(text: str, expected: Range) -> None:
    assert found(text, "attack") == [expected]


def test_a_marked_nobody_injured_says_nothing_of_the_dead() -> None:
    assert marked("No crew were injured.", "No crew", "injured") == ("injured", 0, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army had not killed a single civilian.", ("killed", 0, 0)),
        ("It did not harm or kill a single person.", ("killed", 0, 0)),
        ("The raid ended without wounding a single soldier.", ("injured", 0, 0)),
        ("The raid killed a single civilian.", ("killed", 1, 1)),
    ],
)
def test_not_killing_a_single_person_is_nobody_killed(text: str, expected: Range) -> None:
    assert found(text, "attack") == [expected]


def test_a_marked_single_person_who_was_not_killed_is_nobody() -> None:
    assert marked("The army had not killed a single civilian.", "a single civilian", "killed") == ("killed", 0, 0)
    assert marked("The army killed a single civilian.", "a single civilian", "killed") == ("killed", 1, 1)
