"""How much land is disputed and held."""

from __future__ import annotations

from fogline.grounding.quantity import read_count
from fogline.span import Span


def test_area_with_a_dash_before_its_unit_is_an_area() -> None:
    text = "They dispute a 450 - sq km area."
    start = text.index("a 450")
    count = read_count(text, Span(start, len(text) - 1), trigger="dispute", claim_type="control", sentence=Span(0, len(text)))
    assert count is not None and (count.what, count.low) == ("area-km2", 450)
