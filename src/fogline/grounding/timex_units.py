"""Units of time behind one another: "12 to 18 months", "weeks or months", "three years and two months"."""

from __future__ import annotations

from fogline.grounding.timex_calendar import unit_of
from fogline.grounding.timex_reader import Reader

__all__ = ["another_unit", "range_of_units", "smaller_unit"]


def range_of_units(r: Reader, j: int, n: float | None, k: int) -> tuple[float | None, int]:
    """Return (upper number, next token) of "12 to 18" before "months" and "three or four" before "days"; else ``n``, ``k``."""
    if r.word(j) in ("a", "an", "the") or r.word(k) not in ("to", "or", "-", "–") or not r.near(k):
        return n, k
    second = r.amount(k + 1)
    if second is None or r.word(k + 1) in ("a", "an") or second[0] is None:
        return n, k
    unit = unit_of(r.word(second[1]))
    return second if unit is not None and unit[1] else (n, k)


# How many of the smaller unit the larger one has.
_SMALLER: dict[tuple[str, str], int] = {("year", "month"): 12, ("week", "day"): 7, ("hour", "minute"): 60}


def smaller_unit(r: Reader, k: int, n: float | None, name: str) -> tuple[float, str, int] | None:
    """Return (how many, of which unit, next token) of "three years and two months": the whole length in months."""
    more = r.amount(k + 1) if r.word(k) == "and" and r.near(k) and n is not None and n == int(n) else None
    unit = unit_of(r.word(more[1])) if more is not None and more[0] is not None else None
    if more is None or unit is None or more[0] is None or n is None or (name, unit[0]) not in _SMALLER:
        return None
    return n * _SMALLER[name, unit[0]] + more[0], unit[0], more[1] + 1


def another_unit(r: Reader, k: int) -> int:
    """Return the token after "or months" of "weeks or months", after "or two" of "a year or two" and "or so"; else ``k``."""
    if r.word(k) in ("or", "and") and (unit := unit_of(r.word(k + 1))) is not None and unit[1] and r.near(k):
        return k + 2
    if r.word(k) == "or" and r.word(k + 1) in ("so", "more", "two", "less") and not unit_of(r.word(k + 2)):
        return k + 2
    return k
