"""What people are counted as where no verb says it."""

from __future__ import annotations

from counted_people import found

from fogline.grounding.quantity import read_count
from fogline.span import Span


def test_fighters_of_a_strength_claim_are_fighters() -> None:
    assert found("About 2,000 troops and a 700-strong militia remain.", "strength") == [
        ("fighters", 2000, 2000),
        ("fighters", 700, 700),
    ]


def test_relatives_of_those_who_surrender_are_civilians() -> None:
    text = "Some 200 rebels surrendered with 500 of their relatives."
    assert found(text, "surrender") == [("fighters", 200, 200), ("civilians", 500, 500)]


def test_a_marked_number_of_convicts_goes_by_a_trigger_of_killing() -> None:
    text = "Iran hanged on Sunday at dawn in the prison of the city three men convicted of spying."
    span = Span(text.index("three"), text.index(" convicted"))
    count = read_count(text, span, trigger="hanged", claim_type="attack", sentence=Span(0, len(text)))
    assert count is not None and (count.what, count.low, count.high) == ("killed", 3, 3)
