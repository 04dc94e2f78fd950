"""The noun behind a number tells who was counted."""

from __future__ import annotations

import pytest

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
