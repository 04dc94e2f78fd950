"""Ages are no counts."""

from __future__ import annotations

import pytest
from counted_people import Range, found


def test_age_between_commas_is_no_count() -> None:
    assert found("Haddad, 65, was killed by gunmen.") == [("killed", 1, 1)]


def test_ages_of_children_listed_behind_them_are_no_further_dead() -> None:
    assert found("Her two sons, 4 and 6, were killed.") == [("killed", 2, 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two women, 70 and 72, were killed.", [("killed", 2, 2)]),
        ("A man (70) was killed.", [("killed", 1, 1)]),
        ("Two sisters (4 and 6) were killed.", [("killed", 2, 2)]),
        ("A woman, 62, and her husband, 65, were killed.", [("killed", 2, 2)]),
        ("Three men, 23, 34 and 40, were killed.", [("killed", 3, 3)]),
        ("Two women, both 70, were killed.", [("killed", 2, 2)]),
        ("Men between the ages of 20 and 30 were killed.", []),
        ("Two women, 70, 12 men and a child were killed.", [("killed", 2, 2), ("killed", 12, 12), ("killed", 1, 1)]),
        ("They killed soldiers, 12 of them officers.", [("killed", 12, 12)]),
        ("Among the soldiers, 40 were killed.", [("killed", 40, 40)]),
        ("They killed the 23 villagers, 12, a witness said.", [("killed", 23, 23), ("killed", 12, 12)]),
    ],
)
def test_ages_behind_people_are_no_further_victims(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected
