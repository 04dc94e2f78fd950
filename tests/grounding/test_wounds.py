"""Wounds that people survive."""

from __future__ import annotations

import pytest
from counted_people import Range, found, marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Haddad was shot in the hip.", [("injured", 1, 1)]),
        ("A sniper shot Hana Musa in the left arm.", [("injured", 1, 1)]),
        ("A sniper shot a girl in the leg.", [("injured", 1, 1)]),
        ("Soldiers shot two men in the knees.", [("injured", 2, 2)]),
        ("Twelve soldiers have lost a leg.", [("injured", 12, 12)]),
        ("Two men lost both eyes and one man was killed.", [("injured", 2, 2), ("killed", 1, 1)]),
        ("Three men were shot in the legs and two others died.", [("injured", 3, 3), ("killed", 2, 2)]),
        ("Three men were shot in the legs and later died.", [("killed", 3, 3)]),
    ],
)
def test_a_bullet_in_a_limb_wounds(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A sniper shot Hana Musa in the arm.", "Hana Musa", "injured"),
        ("Haddad was shot in the hip.", "Haddad", "injured"),
        ("Haddad was shot in the thigh and died.", "Haddad", "killed"),
        ("Haddad was shot in the head.", "Haddad", "killed"),
    ],
)
def test_a_marked_name_is_wounded_where_a_limb_was_hit(text: str, words: str, expected: str) -> None:
    assert marked(text, words, "shot") == (expected, 1, 1)
