"""People told of one by one beside a number of others."""

from __future__ import annotations

import pytest
from counted_people import Range, found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells killed a woman and her three nephews.", [("killed", 4, 4)]),
        ("A raid killed six farmers and a nurse.", [("killed", 6, 6), ("killed", 1, 1)]),
        ("A guard was killed by a sniper and nine were wounded.", [("killed", 1, 1), ("injured", 9, 9)]),
        ("Police shot dead a student and 30 were arrested.", [("killed", 1, 1), ("detained", 30, 30)]),
    ],
)
def test_whoever_stands_beside_a_number_is_counted_once(text: str, expected: list[Range]) -> None:
    assert sorted(found(text, "attack")) == sorted(expected)
