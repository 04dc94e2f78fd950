"""Rules for the periods that results are told for: "the latest quarter", "the year-ago period", "last year's third quarter"."""

from __future__ import annotations

from datetime import date

from fogline.grounding.number import ORDINALS
from fogline.grounding.timex_calendar import day_or_none, duration_of, shift, unit_of, value_of
from fogline.grounding.timex_reader import Found, Reader

# How many words after a quarter was named "a year earlier" still means the same quarter of the year before. Of 64 such
# expressions within about as many words in news of companies 50 mean the quarter; without a quarter before them, one of 7.
_REACH = 150


def reported_quarter(r: Reader) -> date | None:
    """Return a day of the quarter that the text reports on: the latest it has named, else the one closed last."""
    if r.quarter is not None:
        return r.quarter
    return shift(r.anchor, -3, "month") if r.anchor else None


def a_year_before(r: Reader, i: int) -> tuple[str, date, str] | None:
    """Return (value, day, unit) of "a year earlier" at token ``i`` where results of a quarter are compared; else None."""
    if r.quarter is None or i - r.quarter_at > _REACH:
        return None
    day = shift(r.quarter, -1, "year")
    return (value_of(day, "quarter"), day, "quarter") if day is not None else None


def _hyphened_year(r: Reader, i: int) -> int | None:
    """Return the token after "year-ago" or "year-earlier"."""
    return i + 3 if r.word(i) == "year" and r.word(i + 1) == "-" and r.word(i + 2) in ("ago", "earlier") else None


def _of_year(r: Reader, i: int) -> tuple[int, int] | None:
    """Return (year, next token) of "this year's", "last year's", "1988's"."""
    stated, j = r.year(i), i + 1
    if stated is None:
        step = {"this": 0, "last": -1, "next": 1}.get(r.word(i))
        if step is None or r.word(i + 1) != "year" or r.anchor is None:
            return None
        stated, j = r.anchor.year + step, i + 2
    return (stated, j + 2) if r.word(j) in ("'", "’") and r.word(j + 1) == "s" and r.glued(j + 1) and stated > 0 else None


def _part(r: Reader, i: int) -> tuple[int | None, int] | None:
    """Return (which quarter, next token) of "third quarter", "quarter", "period"; the number is None where none is said."""
    number = ORDINALS.get(r.word(i))
    if number is not None:
        last = i + 1 + (r.word(i + 1) == "-")
        return (number, last + 1) if r.word(last) == "quarter" and number <= 4 else None
    return (None, i + 1) if r.word(i) in ("quarter", "period") else None


def _quarter(year: int, number: int, last: int) -> Found:
    return Found(last, "DATE", f"{year:04d}-Q{number}", day=day_or_none(year, 3 * number - 2, 1), unit="quarter")


def coded_quarter(r: Reader, i: int) -> Found | None:
    """Read "Q3", "Q3 2012"."""
    number = r.is_number(i + 1, 1, 4, 1) if r.word(i) == "q" and r.capital(i) and r.glued(i + 1) else None
    told = reported_quarter(r)
    if number is None or told is None or (r.glued(i + 2) and r.word(i + 2)[:1].isalnum()):
        return None
    stated = r.year(i + 2)
    return _quarter(stated, number, i + 3) if stated else _quarter(told.year, number, i + 2)


def reporting_period(r: Reader, i: int) -> Found | None:
    """Read a quarter or period that is told by the report: "the latest quarter", "the year-ago third quarter", "the 1988 period"."""
    told = reported_quarter(r)
    if told is None:
        return None
    whose = _of_year(r, i)
    if whose is not None:
        part = _part(r, whose[1])
        return _quarter(whose[0], part[0] or (told.month + 2) // 3, part[1]) if part is not None else None
    j = i + (r.word(i) == "the")
    latest = r.word(j) == "latest" or (r.word(j) == "most" and r.word(j + 1) == "recent")
    if latest and j > i:
        part = _part(r, j + 1 + (r.word(j) == "most"))
        return Found(part[1], "DATE", value_of(told, "quarter"), day=told, unit="quarter") if part and part[0] is None else None
    same = r.word(j) in ("same", "corresponding", "comparable")
    k = j + same
    before = _hyphened_year(r, k)
    if before is not None:
        part = _part(r, before)
        past = shift(told, -1, "year")
        if part is not None and past is not None:
            return _quarter(past.year, part[0] or (past.month + 2) // 3, part[1])
        amount = r.amount(before)
        unit = unit_of(r.word(amount[1])) if amount else None
        if amount is not None and unit is not None and unit[1]:
            return Found(amount[1] + 1, "DURATION", duration_of(amount[0], unit[0]))
        return None
    part = _part(r, k)
    stated = r.year(j)
    if stated is not None and j > i:
        part = _part(r, j + 1)
        return _quarter(stated, part[0] or (told.month + 2) // 3, part[1]) if part is not None else None
    if part is None or j == i or not (same or r.word(k) == "quarter"):
        return None
    behind = part[1] + (r.word(part[1]) == "of")
    if r.word(behind) == "last" and r.word(behind + 1) == "year":
        step, last = -1, behind + 2
    elif r.word(behind) == "a" and r.word(behind + 1) == "year" and r.word(behind + 2) in ("ago", "earlier", "before"):
        step, last = -1, behind + 3
    elif same and r.year(behind):
        return _quarter(r.year(behind) or 1, (told.month + 2) // 3, behind + 1)
    else:
        return None
    past = shift(told, step, "year")
    return Found(last, "DATE", value_of(past, "quarter"), day=past, unit="quarter") if past else None


RULES = (reporting_period, coded_quarter)
