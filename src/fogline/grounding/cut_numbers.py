"""Numbers and coordinates that a stretch of text cuts in two at its ends."""

from __future__ import annotations

import re

from fogline.grounding.coordinates import coordinates_in
from fogline.grounding.number import CARDINALS, VAGUE
from fogline.grounding.span_index import SpanIndex


def number_start(text: str, start: int) -> int:
    """Return where a number begins that a stretch cut in two: "30," | "000 people", "more than" | "1,500 families", "at least" | "nine"."""
    word = _WORD.match(text, start)
    written = word is not None and (number := word.group().lower()) and (number in CARDINALS or number in VAGUE)
    if not written and not text[start : start + 1].isdigit():
        return start
    match = (_CUT_WORD if written else _CUT_FIGURE).search(text, max(0, start - 40), start)
    return match.start() if match else start


_BOUND = r"(?:\b(?:at least|more than|over|up to|as many as|no more than|fewer than|less than|nearly|almost|about|around|some|an estimated)\s+)?"
_CUT_FIGURE = re.compile(_BOUND + r"[\d.,]*\Z", re.IGNORECASE)
_CUT_WORD = re.compile(_BOUND + r"(?:\b[a-z]+ty-)?\Z", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def number_end(text: str, end: int) -> int:
    """Return where a number ends that a stretch cut in two: "999" | ".99"."""
    match = _NUMBER_REST.match(text, end) if text[max(0, end - 1) : end].isdigit() else None
    return match.end() if match else end


_NUMBER_REST = re.compile(r"\d*(?:[.,]\d+)*")


def coordinates_touching(text: str, start: int, end: int) -> SpanIndex:
    """Return the coordinates that a stretch of text holds or cuts."""
    begin = max(0, start - _POINT_MARGIN)
    return SpanIndex(p.span.shifted(begin) for p in coordinates_in(text[begin : end + _POINT_MARGIN]))


# No printed point is longer.
_POINT_MARGIN = 50
