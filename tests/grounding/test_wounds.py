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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clinic has admitted 29 people with gunshot wounds.", [("injured", 29, 29)]),
        ("Four people have bullet wounds after the raid.", [("injured", 4, 4)]),
        ("Soldiers shot at least 42 prisoners.", [("killed", 42, None)]),
        ("Soldiers shot at 42 prisoners.", [("detained", 42, 42)]),
        ("Nine men with stab wounds were found dead.", [("killed", 9, 9)]),
    ],
)
def test_people_told_with_their_wounds_are_hurt(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


@pytest.mark.parametrize(
    ("text", "words", "trigger", "expected"),
    [
        ("A driver of the rescue service was hit in the stomach.", "A driver of the rescue service", "hit", "injured"),
        ("Ada Byrne was hit in the chest by a bullet and died on the way.", "Ada Byrne", "hit", "killed"),
        ("One of the boys had his legs blown off.", "One of the boys", "blown off", "injured"),
        ("Ada Byrne, a nurse from Orvat, who lost a hand in the shelling, came home.", "Ada Byrne", "lost a hand", "injured"),
        ("A guard was stabbed from behind on Sunday.", "A guard", "stabbed", "injured"),
        ("A guard was stabbed from behind and died on Sunday.", "A guard", "stabbed", "killed"),
    ],
)
def test_a_wound_that_nobody_died_of_leaves_them_hurt(text: str, words: str, trigger: str, expected: str) -> None:
    count = marked(text, words, trigger, "attack")
    assert count is not None and count[0] == expected
