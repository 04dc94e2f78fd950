"""People who are moved by whoever helps them."""

from __future__ import annotations

import pytest
from counted_people import Range, found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The marshes' boatmen brought out nine of them on Sunday.", [("displaced", 9, 9)]),
        ("Delmar has let in several hundred villagers.", [("displaced", 200, 999)]),
        ("Helicopters carried more than 2,000 people to Orvat.", [("displaced", 2000, None)]),
        ("Some 4,000 villagers have been taken out of the valley.", [("displaced", 4000, 4000)]),
        ("The navy took 200 foreigners off on Monday.", [("displaced", 200, 200)]),
        ("Volunteers brought 200 villagers bread.", [("civilians", 200, 200)]),
        ("The mission sent 200 families flour.", [("civilians", 200, 200)]),
        ("The kitchen feeds 200 people.", [("civilians", 200, 200)]),
        ("Delmar flew 50 doctors to Orvat.", [("civilians", 50, 50)]),
    ],
)
def test_whoever_is_moved_away_with_help_is_displaced(text: str, expected: list[Range]) -> None:
    assert found(text, "aid") == expected
