"""How armies tell of the dead without a word of death."""

from __future__ import annotations

import pytest
from counted_people import Range, found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fight for the depot cost both sides at least 90 men.", [("killed", 90, None)]),
        ("The retreat cost 90 officers their posts.", [("fighters", 90, 90)]),
        ("By dusk 180 rebels had been wiped out.", [("killed", 180, 180)]),
    ],
)
def test_men_whom_a_fight_cost_are_dead(text: str, expected: list[Range]) -> None:
    assert found(text, "armed-clash") == expected
