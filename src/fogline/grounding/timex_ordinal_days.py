"""Days of the month in words: "the eleventh", "the twenty-ninth of July"."""

from __future__ import annotations

import re
from datetime import date

from fogline.grounding.number import ORDINALS
from fogline.grounding.timex_calendar import day_or_none, shift
from fogline.grounding.timex_reader import Reader
from fogline.grounding.word_lists import word_set

__all__ = ["is_day_in_words", "latest_such_day", "spelled_day"]

_TENS = {"twenty": 20, "thirty": 30}


def spelled_day(r: Reader, i: int) -> tuple[int, int] | None:
    """Return (day of the month, next token) of "eleventh", "twenty-ninth" at token ``i``; the "ninth" of "forty-ninth" is none."""
    if r.word(i - 1) == "-" and r.glued(i):
        return None
    tens = _TENS.get(r.word(i))
    if tens is not None:
        joined = r.word(i + 1) == "-" and r.glued(i + 1) and r.glued(i + 2)
        unit = ORDINALS.get(r.word(i + 2), 0) if joined else 0
        return (tens + unit, i + 3) if 1 <= unit <= 9 and tens + unit <= 31 else None
    number = ORDINALS.get(r.word(i), 0)
    return (number, i + 1) if 1 <= number <= 31 else None


def is_day_in_words(r: Reader, i: int, day: int, last: int) -> bool:
    """Tell whether "the eleventh" at token ``i`` is a day of the month and numbers nothing: no floor, no attempt, no day of a march.

    The first three number too much else, and so does a pair: "on the ninth and tenth floors".
    """
    if (
        day < 4
        or r.word(i - 1) not in _LED
        or (
            r.word(last) in ("and", "or")
            and (spelled_day(r, last + 1) is not None or r.word(last + 1) in ("final", "last", "decisive"))
        )
    ):
        return False
    start = r.words[i].start
    return _COUNTED_DAYS.search(r.text, max(0, start - _NEAR), start) is None


_LED = word_set("on since until till by")
_NEAR = 300  # characters
_COUNTED_DAYS = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth) (?:day|night|morning|floor|storey|attempt|try)\b", re.IGNORECASE
)


def latest_such_day(r: Reader, told: date, day: int, i: int, last: int) -> date | None:
    """Return the ``day`` of the month of ``told``; where that lies ahead of the report and the words look back, of the month before.

    "Shut since the 24th", told on the 2nd, is of the month that is over.
    """
    when = day_or_none(told.year, told.month, day)
    if r.anchor is None or (when is not None and when <= r.anchor) or (told.year, told.month) != (r.anchor.year, r.anchor.month):
        return when
    if r.word(i - 1) != "since" and not (r.word(i - 1) == "on" and r.tense(i, last) < 0):
        return when
    month = shift(told.replace(day=1), -1, "month")
    return day_or_none(month.year, month.month, day) if month is not None else when
