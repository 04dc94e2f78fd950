"""People counted without a number, and those who stand beside one."""

from __future__ import annotations

import pytest

from fogline.grounding.quantity import find_quantities, read_count
from fogline.span import Span

Range = tuple[str, int | None, int | None]


def found(text: str) -> list[Range]:
    return [(q.what, q.low, q.high) for q in find_quantities(text, 0, len(text), claim_type="attack")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A soldier was killed by a sniper and 11 were injured.", [("killed", 1, 1), ("injured", 11, 11)]),
        ("A boy was shot dead by a policeman and three others were killed.", [("killed", 1, 1), ("killed", 3, 3)]),
        ("Police shot dead a protester and 20 were arrested.", [("killed", 1, 1), ("detained", 20, 20)]),
        ("The raid killed a woman and her three sons were wounded.", [("killed", 1, 1), ("injured", 3, 3)]),
        ("Two died in a clash with a gunman and 11 were injured.", [("killed", 2, 2), ("injured", 11, 11)]),
        ("A teacher was killed by a shell and three pupils were injured.", [("killed", 1, 1), ("injured", 3, 3)]),
    ],
)
def test_a_person_of_another_clause_is_not_added_to_the_number_behind(text: str, expected: list[Range]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A woman and her three sons were killed.", [("killed", 4, 4)]),
        ("The death of a woman and her three sons was confirmed.", [("killed", 4, 4)]),
        ("Shelling wounded a woman and two children.", [("injured", 3, 3)]),
        (
            "The raid killed a woman and her three sons and wounded a man and two girls.",
            [("killed", 4, 4), ("injured", 3, 3)],
        ),
    ],
)
def test_a_person_of_the_same_verb_is_added_to_the_number_behind(text: str, expected: list[Range]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No crew were injured.", ("injured", 0, 0)),
        ("No one was injured in the raid.", ("injured", 0, 0)),
        ("There were no injuries.", ("injured", 0, 0)),
        ("No one was injured or killed.", ("killed", 0, 0)),
        ("No deaths or injuries were reported.", ("killed", 0, 0)),
        ("No casualties were reported.", ("killed", 0, 0)),
        ("No one was hurt.", ("killed", 0, 0)),
    ],
)
def test_nobody_injured_says_nothing_of_the_dead(text: str, expected: Range) -> None:
    assert found(text) == [expected]


def test_a_marked_nobody_injured_says_nothing_of_the_dead() -> None:
    text = "No crew were injured."
    count = read_count(text, Span(0, 7), trigger="injured", claim_type="attack", sentence=Span(0, len(text)))
    assert count is not None and (count.what, count.low, count.high) == ("injured", 0, 0)
