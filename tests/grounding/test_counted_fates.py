"""What befell the counted by turns of phrase."""

from __future__ import annotations

import pytest
from counted_people import Range, found, marked

from fogline.grounding.quantity import read_count
from fogline.span import Span


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("Four porters were trampled to death at the gate.", "hardship", [("killed", 4, 4)]),
        ("Five women and 13 rebels of the Lantern Front were among the dead.", "attack", [("killed", 5, 5), ("killed", 13, 13)]),
        ("Shells killed 18 people who were sheltering in the mill.", "shelling", [("killed", 18, 18)]),
        (
            "At least ten guards died at the gate and in the fight that followed along with eight rebels of the Front.",
            "armed-clash",
            [("killed", 10, None), ("killed", 8, 8)],
        ),
        (
            "Nine porters were wounded--seven women and two guards--as the depot was stormed.",
            "armed-clash",
            [("injured", 9, 9), ("injured", 7, 7), ("injured", 2, 2)],
        ),
        ("Twelve men were sentenced to death in Orvat.", "arrest", [("detained", 12, 12)]),
    ],
)
def test_the_dead_are_told_by_turns_of_phrase(text: str, type: str, expected: list[Range]) -> None:
    assert found(text, type) == expected


@pytest.mark.parametrize(
    "text",
    [
        "At least 300 women of Orvat whose fate is unknown are on the list.",
        "At least 300 women have not been seen since the raid.",
        "At least 300 women were last seen at the bridge.",
    ],
)
def test_people_of_whom_nothing_is_known_are_missing(text: str) -> None:
    assert found(text, "abduction") == [("missing", 300, None)]


@pytest.mark.parametrize(
    "text",
    [
        "The war has killed thousands and driven 300,000 from their homes.",
        "Thousands have died and 300,000 have been driven out of their homes.",
        "A shell hit the school where 300,000 had taken refuge.",
    ],
)
def test_people_who_are_driven_out_are_displaced(text: str) -> None:
    assert found(text, "displacement")[-1] == ("displaced", 300_000, 300_000)


@pytest.mark.parametrize(
    "text",
    [
        "Some 4,000 people in Orvat are living under a blockade.",
        "Some 4,000 people are cut off on the hill.",
        "Some 4,000 people are surrounded in Orvat.",
        "The Lantern Front was preventing some 4,000 people from leaving.",
    ],
)
def test_people_who_cannot_leave_are_trapped(text: str) -> None:
    assert found(text, "hardship") == [("trapped", 4000, 4000)]


def test_soldiers_who_are_surrounded_are_fighters_all_the_same() -> None:
    assert found("Around 800 soldiers are surrounded at Orvat.", "control") == [("fighters", 800, 800)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Crews brought out another five alive.", "another five", "other"),
        ("The raiders burned five villagers alive.", "five villagers", "killed"),
    ],
)
def test_people_brought_out_alive_are_not_dead(text: str, words: str, expected: str) -> None:
    count = marked(text, words, "raid", "attack")
    assert count is not None and count[0] == expected


def test_whoever_succumbed_to_wounds_is_dead_however_the_reader_labels_them() -> None:
    text = "The baker succumbed to her injuries after a sniper shot her in Orvat."
    told = read_count(text, Span(0, 9), trigger="shot", claim_type="armed-clash", sentence=Span(0, len(text)), label="injured")
    assert told is not None and told.what == "killed"


@pytest.mark.parametrize(
    "text",
    [
        "Three men were jailed for having beaten to death a student.",
        "Hundreds succumbed to pressure and signed.",
    ],
)
def test_whoever_beats_to_death_or_gives_in_is_not_dead(text: str) -> None:
    told = read_count(text, Span(0, text.index(" ", 6)), trigger="were", claim_type="arrest", sentence=Span(0, len(text)))
    assert told is None or told.what != "killed"
