"""The numbers of people and areas that a small text states."""

from __future__ import annotations

from fogline.grounding.quantity import find_quantities

Range = tuple[str, int | None, int | None]


def found(text: str, type: str = "armed-clash") -> list[Range]:
    return [(q.what, q.low, q.high) for q in find_quantities(text, 0, len(text), claim_type=type)]
