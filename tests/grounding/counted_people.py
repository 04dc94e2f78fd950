"""The numbers of people and areas that a small text states."""

from __future__ import annotations

from fogline.grounding.quantity import find_quantities, read_count
from fogline.span import Span

Range = tuple[str, int | None, int | None]


def found(text: str, type: str = "armed-clash") -> list[Range]:
    return [(q.what, q.low, q.high) for q in find_quantities(text, 0, len(text), claim_type=type)]


def marked(text: str, words: str, trigger: str, type: str = "attack") -> Range | None:
    start = text.index(words)
    count = read_count(text, Span(start, start + len(words)), trigger=trigger, claim_type=type, sentence=Span(0, len(text)))
    return count and (count.what, count.low, count.high)
