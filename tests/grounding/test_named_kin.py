"""Somebody told of as kin and by a first name."""

from __future__ import annotations

import pytest
from actor_mentions import resolve

from fogline.grounding.registry import words
from fogline.grounding.told_people import told_people
from fogline.reading.reading import Role


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Amal's brother, Tomas", "Tomas"),
        ("Her mother, Marta, 61", "Marta"),
        ("her son, Tomas, 14, and two others", "Tomas"),
        ("her brother, Tomas Byrne", "Tomas Byrne"),
        ("her husband, a baker", "civilians"),
        ("her brothers, Syrians", "civilians"),
    ],
)
def test_kin_with_a_first_name_behind_a_comma_keep_it(mention: str, name: str) -> None:
    assert resolve(mention, role=Role.TARGET).name == name


def test_a_first_name_behind_kin_is_somebody_told_of() -> None:
    text = "They took her brother, Tomas, at dawn. Her teacher, Lantern, was a dog. “My son, Omar, ran.”"
    assert [span.of(text) for span in told_people(text, words(text))] == ["her brother, Tomas", "Her teacher", "My son"]


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("An old woman, Marta", "Marta"),
        ("Her eldest, Tomas, 16", "Tomas"),
        ("a man, Muslim and old", "civilians"),
        ("the boy, Reuters said", "civilians"),
    ],
)
def test_others_with_a_first_name_behind_a_comma_keep_it_too(mention: str, name: str) -> None:
    assert resolve(mention, role=Role.TARGET).name == name
