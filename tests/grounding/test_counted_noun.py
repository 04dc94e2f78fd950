"""The noun behind a number tells who was counted."""

from __future__ import annotations

import pytest
from counted_people import Range, found

from fogline.grounding.quantity import find_quantities, read_count
from fogline.span import Span


def test_whose_number_it_is_comes_from_its_noun() -> None:
    text = "Eleven children were hurt."
    assert find_quantities(text, 0, len(text))[0].who == "children"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Gunmen abducted 276 schoolgirls.", "schoolgirls"),
        ("Police arrested 4 suspected informants.", "informants"),
        ("More than 2,000 Mozambicans have fled.", "mozambicans"),
        ("Some 400 displaced Mozambicans have fled.", "mozambicans"),
        ("Some 400 have fled across Damascus.", None),
    ],
)
def test_the_plural_right_behind_a_number_tells_who_was_counted(text: str, who: str | None) -> None:
    (quantity,) = find_quantities(text, 0, len(text), claim_type="attack")
    assert quantity.who == who
    marked = read_count(text, Span(quantity.start, quantity.end), trigger="", claim_type="attack", sentence=Span(0, len(text)))
    assert marked is not None and marked.who == who


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("Two Mirage bombers attacked a camp of displaced families.", "air-strike", []),
        ("Two Su-24 bombers hit a camp for displaced people.", "air-strike", []),
        ("Three MiG fighters bombed the port.", "air-strike", []),
        ("Two fighter-bombers hit the port.", "air-strike", []),
        ("The raid killed 20 Islamic State fighters.", "air-strike", [("killed", 20, 20)]),
        ("Two suicide bombers killed four people.", "suicide-bomb", [("fighters", 2, 2), ("killed", 4, 4)]),
    ],
)
def test_bombers_that_fly_are_no_people(text: str, type: str, expected: list[Range]) -> None:
    assert found(text, type) == expected


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("Villagers from 7 nearby hamlets fled.", "displacement", []),
        ("The enemy lost 560 men, 22 artillery pieces and 14 pick-ups.", "armed-clash", [("killed", 560, 560)]),
        ("Three market traders and two grown-ups were killed.", "attack", [("killed", 3, 3), ("killed", 2, 2)]),
        ("Five witnesses said soldiers killed a boy.", "attack", [("killed", 1, 1)]),
    ],
)
def test_the_noun_right_behind_a_number_says_what_is_counted(text: str, type: str, expected: list[Range]) -> None:
    assert found(text, type) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry put the death toll at 258 two weeks ago.", [("killed", 258, 258)]),
        ("The death toll stood at 258 late last month.", [("killed", 258, 258)]),
        ("The death toll rose to 30 several hours later.", [("killed", 30, 30)]),
        ("It killed 30 some three days before.", [("killed", 30, 30)]),
        ("It killed 12 two-year-olds.", []),
        ("They held out for 30 days.", []),
    ],
)
def test_when_it_was_is_not_what_a_number_counts(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected
