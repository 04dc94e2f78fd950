"""Hours of the clock beside numbers of people."""

from __future__ import annotations

import pytest
from counted_people import Range, found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four residents died when a rocket hit the market at two in the morning.", [("killed", 4, 4)]),
        ("The strike killed six at nine in the evening.", [("killed", 6, 6)]),
        ("The strike wounded six at around three in the afternoon on Monday.", [("injured", 6, 6)]),
        ("The blast killed eleven people at half past two.", [("killed", 11, 11)]),
        ("The blast killed eleven people at five past two.", [("killed", 11, 11)]),
        ("The blast, at ten to six, killed eleven people.", [("killed", 11, 11)]),
        ("A shell wounded three villagers shortly after eight.", [("injured", 3, 3)]),
        ("A shell wounded three villagers at eight on Tuesday.", [("injured", 3, 3)]),
        ("Seven soldiers died at about 4 o'clock.", [("killed", 7, 7)]),
        ("The bombing killed 12 before 7 a.m. on Friday.", [("killed", 12, 12)]),
        ("The shelling went on from six in the morning until ten and killed nine.", [("killed", 9, 9)]),
        ("The toll rose to 12 at six in the evening.", [("killed", 12, 12)]),
        ("Two men were killed between two and three in the morning.", [("killed", 2, 2)]),
    ],
)
def test_an_hour_of_the_clock_counts_nobody(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shortly after eight had been killed, the troops withdrew.", [("killed", 8, 8)]),
        ("The raid killed two at night and three in the morning.", [("killed", 2, 2), ("killed", 3, 3)]),
        ("The death toll stood at two in the morning.", [("killed", 2, 2)]),
        ("The toll rose to five in the evening.", [("killed", 5, 5)]),
        ("The number of dead fell from ten to six.", [("killed", 6, 6)]),
        ("The hospital put the dead at three.", [("killed", 3, 3)]),
        ("Gunmen killed around six in the afternoon.", [("killed", 6, 6)]),
    ],
)
def test_whoever_is_counted_at_an_hour_stays_counted(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected
