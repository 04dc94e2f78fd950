"""A stretch of a report's text, and the mention that stands on it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets into a report's normalised text.

    ``text[start:end]`` is the quotation, exactly. Offsets count Unicode code
    points, as Python strings do, and never change once a report is kept.

    :raises ValueError: if the span is empty, reversed or negative.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"A span needs 0 <= start < end, got {self.start}..{self.end}.")

    def of(self, text: str) -> str:
        """Return the words that the span marks in ``text``."""
        if self.end > len(text):
            raise ValueError(f"Span {self.start}..{self.end} lies outside a text of {len(text)} characters.")
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def overlap(self, other: Span) -> int:
        """Return how many characters both spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def distance(self, other: Span) -> int:
        """Return the characters between two spans; 0 if they touch or overlap."""
        return max(0, self.start - other.end, other.start - self.end)

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def cover(self, other: Span) -> Span:
        """Return the smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def as_list(self) -> list[int]:
        return [self.start, self.end]


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without white space at its ends, or None if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
