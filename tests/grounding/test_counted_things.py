"""Numbers of things are no people killed or detained."""

from __future__ import annotations

import pytest
from counted_people import Range, found

from fogline.grounding.quantity import find_quantities, read_count
from fogline.span import Span


def test_things_struck_are_not_people_killed() -> None:
    text = "Jets struck 108 of 113 planned targets. Two of the 3 wounded died."
    span = Span(text.index("108"), text.index("108") + 3)
    assert read_count(text, span, trigger="struck", claim_type="air-strike", sentence=Span(0, 39)) is None
    two = Span(text.index("Two"), text.index("Two") + 3)
    read = read_count(text, two, trigger="died", claim_type="casualty-toll", sentence=Span(40, len(text)))
    assert read is not None and (read.what, read.low) == ("killed", 2)


def test_things_that_were_captured_are_nobody_detained() -> None:
    text = "The rebels captured two trucks."
    span = Span(text.index("two"), text.index("."))
    assert read_count(text, span, trigger="captured", claim_type="armed-clash", sentence=Span(0, len(text))) is None


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("48 raids had been counted, 13 of them in Sanaa and nine in Hodeidah.", "air-strike", []),
        ("Jets raided the city; two of them had been shot down.", "air-strike", []),
        ("Six jets took off. Two of them had been shot down.", "air-strike", []),
        ("The army destroyed nine tanks and captured four of them.", "armed-clash", []),
        ("Six trucks were burned and two were captured.", "armed-clash", []),
        ("The air force downed 30 drones, though six were lost over Kyiv.", "air-strike", []),
        ("Russia launched 40 drones, of which 36 were shot down.", "air-strike", []),
        ("Mines have killed 48 farmers, 13 of them in Hajin.", "explosive", [("killed", 48, 48), ("killed", 13, 13)]),
        ("Bombs killed 30 in their homes, 14 of them children.", "explosive", [("killed", 30, 30), ("killed", 14, 14)]),
        ("Jets hit three houses and 12 died.", "air-strike", [("killed", 12, 12)]),
        ("Rebels destroyed two tanks, killing five and capturing 11.", "armed-clash", [("killed", 5, 5), ("detained", 11, 11)]),
        ("Gunmen attacked two villages and kidnapped 17.", "abduction", [("detained", 17, 17)]),
        ("Gunmen fired on two cars. Six of them were arrested.", "arrest", [("detained", 6, 6)]),
        ("The attack on two hotels left nine injured.", "attack", [("injured", 9, 9)]),
    ],
)
def test_a_number_without_a_noun_counts_what_the_last_plural_names(text: str, type: str, expected: list[Range]) -> None:
    assert found(text, type) == expected


def test_the_cut_off_noun_before_a_stretch_is_looked_for_in_the_text() -> None:
    text = "48 raids had been counted, 13 of them in Sanaa."
    assert find_quantities(text, text.index("13"), len(text), claim_type="air-strike") == ()
    text = "The army destroyed nine tanks and captured four."
    assert find_quantities(text, text.index("captured"), len(text), claim_type="armed-clash") == ()


def test_a_marked_number_of_cases_is_none_of_the_dead() -> None:
    text = "Cholera deaths passed 2,000 and cases reached 460,000."

    def marked(words: str) -> Range | None:
        span = Span(text.index(words), text.index(words) + len(words))
        count = read_count(text, span, trigger="deaths", claim_type="hardship", sentence=Span(0, len(text)))
        return (count.what, count.low, count.high) if count else None

    assert marked("460,000") is None
    assert marked("2,000") == ("killed", 2000, 2000)
