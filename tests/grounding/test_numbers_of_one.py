"""Numbers told beside people that count none of them."""

from __future__ import annotations

import pytest
from counted_people import Range, found, marked


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("Three guards and a mother of two were shot dead.", "armed-clash", [("killed", 3, 3), ("killed", 1, 1)]),
        ("The blast killed nine people, among them a father of three young children.", "explosive", [("killed", 9, 9)]),
        ("The mother of two soldiers who were killed wept.", "attack", [("killed", 2, 2)]),
        ("A colonel lost two fingers in the fight.", "armed-clash", []),
        ("The raid left four broken ribs.", "attack", []),
        ("Guards shot two arms smugglers dead.", "attack", [("killed", 2, 2)]),
        ("Guards took two men to a room and shot them.", "attack", [("killed", 2, 2)]),
        ("The Front killed 40,000 under arms.", "armed-clash", [("killed", 40000, 40000)]),
    ],
)
def test_children_and_limbs_of_somebody_are_not_counted_among_the_dead(text: str, type: str, expected: list[Range]) -> None:
    assert found(text, type) == expected


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("Some 90,000 are displaced, one citizen in seven.", "displacement", [("displaced", 90000, 90000)]),
        ("One in five was killed.", "attack", []),
        ("One was killed in two villages near Orvat.", "attack", [("killed", 1, 1)]),
        ("The wounded lie two to a mattress.", "hardship", []),
        ("There is one tap to 1,800 of them.", "hardship", []),
    ],
)
def test_a_share_counts_nobody(text: str, type: str, expected: list[Range]) -> None:
    assert found(text, type) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shell killed eight from one family.", [("killed", 8, 8)]),
        ("Nineteen died, by one count.", [("killed", 19, 19)]),
        ("The drone killed four people and missed the one it sought.", [("killed", 4, 4)]),
        ("The number of the wounded is 13, not five.", [("injured", 13, 13)]),
        ("Three soldiers, one a captain, were killed.", [("killed", 3, 3)]),
        ("Four soldiers were wounded and one was killed.", [("injured", 4, 4), ("killed", 1, 1)]),
    ],
)
def test_one_that_is_a_family_a_count_or_a_correction_counts_nobody(text: str, expected: list[Range]) -> None:
    assert found(text, "shelling") == expected


def test_the_number_of_a_unit_is_its_name() -> None:
    assert found("The 412 Brigade left the town.", "withdrawal") == []


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("They number some 300.", "some 300", ("fighters", 300, 300)),
        ("The rebels number 4,000 and hold the pass.", "4,000", ("fighters", 4000, 4000)),
        ("A tailor was number 61 on the list.", "61", None),
    ],
)
def test_a_figure_behind_the_verb_number_counts(text: str, words: str, expected: Range | None) -> None:
    assert marked(text, words, "number", "strength") == expected
