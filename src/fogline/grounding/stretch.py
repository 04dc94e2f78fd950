"""A time expression as days: what "early 2014", "the past 48 hours" or "2018-W07" cover."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from fogline.grounding.timex import Timex
from fogline.grounding.timex_calendar import day_or_none, last_day, plus_days, shift

_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_DURATION = re.compile(r"P(T?)(X|\d+(?:\.\d+)?)(S|M|H|D|W|WE|Q|Y|DE|CE|NI|MO|AF|EV)\Z")
_AND_A_HALF = re.compile(r"P(\d+)Y6M|PT(\d+)H30M")
# "A few" and "several" of a unit in days, about what annotators of the development articles took them for.
_A_FEW = {"day": 5, "week": 30, "month": 92, "hour": 1, "minute": 0, "night": 4}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days, both inclusive, an open end None; ``length`` marks a length of time that stands nowhere yet."""

    start: date | None
    end: date | None
    length: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """So many units of time; ``n`` None if the text says only "some"."""

    n: float | None
    unit: str

    def back_from(self, day: date) -> date | None:
        """Return the first day of a stretch of this length that ends on ``day``; None if it cannot be said."""
        return self._from(day, -1)

    def ahead_of(self, day: date) -> date | None:
        return self._from(day, 1)

    def moved(self, day: date, sign: int) -> date | None:
        """Return the day this far behind (1) or before (-1) another; hours move it by whole days only."""
        if self.n is None:
            return None
        if self.unit in ("hour", "minute", "second"):
            return plus_days(day, sign * int(self.n // 24)) if self.unit == "hour" and self.n < 10**6 else day
        return self._from(day, sign)

    def _from(self, day: date, sign: int) -> date | None:
        n = self.n
        if n is None:
            few = _A_FEW.get(self.unit)
            return None if few is None else plus_days(day, sign * few)
        if self.unit in ("hour", "minute", "second"):
            hours = n if self.unit == "hour" else 0
            return shift(day, sign * max(1, int(-(-hours // 24))), "day")
        if n != int(n):
            days = {"day": 1, "week": 7, "month": 30.4, "quarter": 91, "year": 365.25, "decade": 3652.5, "century": 36525}.get(
                self.unit, 1
            )
            return shift(day, sign * round(n * days), "day") if n * days < 700_000 else None
        return shift(day, sign * int(n), self.unit) if n < 100_000 else None


def length_of(timex: Timex) -> Length | None:
    """Return the length that a DURATION names."""
    value = timex.value or ""
    half = _AND_A_HALF.fullmatch(value)
    if half is not None:
        return Length(float(half[1] or half[2]) + 0.5, "year" if half[1] else "hour")
    match = _DURATION.match(value)
    if match is None:
        return None
    clock, number, code = match.groups()
    names = {
        "S": "second",
        "H": "hour",
        "D": "day",
        "W": "week",
        "Q": "quarter",
        "Y": "year",
        "DE": "decade",
        "CE": "century",
        "WE": "weekend",
    }
    unit = "minute" if clock and code == "M" else "month" if code == "M" else names.get(code, "night")
    return Length(None if number == "X" else float(number), unit)


def stretch_of(timex: Timex, words: str) -> Stretch | None:
    """Return the days that a DATE or TIME covers; None if its value names no day (``words`` are its own, lower-cased)."""
    value = timex.value or ""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", value)
    if match:
        day = day_or_none(int(match[1]), int(match[2]), int(match[3]))
        return Stretch(day, day) if day else None
    whole = _calendar(value)
    if whole is None or whole.start is None or whole.end is None:
        return None
    if re.search(r"\b(?:a|one) year ago\b", words) and re.fullmatch(r"\d{4}", value):
        return None
    return _part(whole, timex.mod, words)


def _calendar(value: str) -> Stretch | None:
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        year, month = int(match[1]), int(match[2])
        return Stretch(date(year, month, 1), last_day(year, month)) if year and 1 <= month <= 12 else None
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        try:
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return Stretch(plus_days(monday, 5 if match[3] else 0), plus_days(monday, 6))
        except (ValueError, OverflowError):
            return None
    if match := re.fullmatch(r"(\d{4})-([QH])([1-4])", value):
        size = 3 if match[2] == "Q" else 6
        first, year = size * (int(match[3]) - 1) + 1, int(match[1])
        return Stretch(date(year, first, 1), last_day(year, first + size - 1)) if year and first + size - 1 <= 12 else None
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        begin, end = _SEASON_MONTHS[match[2]]
        year = int(match[1])
        if not 1 <= year < 9999:
            return None
        return Stretch(date(year, begin, 1), last_day(year + (end < begin), end))
    if re.fullmatch(r"\d{2,4}", value):
        size = 10 ** (4 - len(value))
        first = int(value) * size
        return Stretch(date(first, 1, 1), date(first + size - 1, 12, 31)) if first >= 1 and first + size <= 9999 else None
    return None


def _part(whole: Stretch, mod: str | None, words: str) -> Stretch:
    """Return the early, middle or late third of a stretch, as coders cut them: ten days of a month, four months of a year."""
    start, end = whole.start, whole.end
    if start is None or end is None or mod not in ("START", "MID", "END") or words.startswith(("earlier", "later")):
        return whole
    days = (end - start).days + 1
    if days > 366:
        third = days // 3
        parts = (plus_days(start, third), plus_days(end, -(third)))
        return {"START": Stretch(start, parts[0]), "MID": Stretch(*parts), "END": Stretch(parts[1], end)}[mod]
    if days > 300:
        year = start.year
        cut = {"START": ((1, 1), (4, 30)), "MID": ((5, 1), (8, 31)), "END": ((10, 1), (12, 31))}[mod]
        if re.search(r"\b(?:start|beginning|end|close|outset)\b", words):
            cut = {"START": ((1, 1), (1, 31)), "MID": cut, "END": ((12, 1), (12, 31))}.get(mod, cut)
        return Stretch(date(year, *cut[0]), date(year, *cut[1]))
    if 28 <= days <= 31:
        first, last = {"START": (0, 9), "MID": (9, 19), "END": (20, days - 1)}[mod]
        return Stretch(plus_days(start, first), plus_days(start, last))
    third = max(1, days // 3)
    if mod == "START":
        return Stretch(start, plus_days(start, third))
    if mod == "END":
        return Stretch(plus_days(end, -(third)), end)
    return Stretch(plus_days(start, third), plus_days(end, -(third)))


def precision_of(start: date | None, end: date | None) -> int | None:
    """Return UCDP ``date_prec``: 1 a day, 2 up to six days, 3 a week, 4 up to a month, 5 longer; None if an end is open."""
    if start is None or end is None:
        return None
    days = abs((end - start).days) + 1
    return next((p for p, limit in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= limit), 5)
