"""Days, weeks, months and years, and how TIMEX3 writes them."""

from __future__ import annotations

import calendar as months
from datetime import date, timedelta

from fogline.grounding.word_lists import word_list

_MONTH_NAMES = word_list("january february march april may june july august september october november december")
MONTHS: dict[str, int] = {m: n for n, m in enumerate(_MONTH_NAMES, 1)} | {
    m[:3]: n for n, m in enumerate(_MONTH_NAMES, 1) if m != "may"
}
MONTHS["sept"] = 9
_WEEKDAY_NAMES = word_list("monday tuesday wednesday thursday friday saturday sunday")
WEEKDAYS: dict[str, int] = {d: n for n, d in enumerate(_WEEKDAY_NAMES)}
WEEKDAY_SHORT: dict[str, int] = {d[:3]: n for n, d in enumerate(_WEEKDAY_NAMES)} | {"tues": 1, "thur": 3, "thurs": 3, "weds": 2}
SEASONS: dict[str, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAYPARTS: dict[str, str] = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "noon": "MI", "dawn": "MO", "daybreak": "MO",
    "sunrise": "MO", "dusk": "EV", "sunset": "EV", "nightfall": "EV", "midnight": "NI", "overnight": "NI", "daytime": "DT",
}  # fmt: skip
# Unit words: code, and whether the duration stands after a T (clock units).
UNITS: dict[str, tuple[str, bool]] = {
    "second": ("S", True), "minute": ("M", True), "min": ("M", True), "hour": ("H", True), "day": ("D", False), "week": ("W", False),
    "weekend": ("WE", False), "fortnight": ("2W", False), "month": ("M", False), "quarter": ("Q", False), "year": ("Y", False),
    "yr": ("Y", False), "decade": ("DE", False), "century": ("CE", False), "night": ("NI", False),
    "morning": ("MO", False), "afternoon": ("AF", False), "evening": ("EV", False), "hr": ("H", True),
}  # fmt: skip
PLURALS: dict[str, str] = {u + "s": u for u in UNITS} | {"centuries": "century"}


def unit_of(word: str) -> tuple[str, bool] | None:
    """Return the name of a time unit and whether the word is a plural."""
    if word in UNITS:
        return word, False
    return (PLURALS[word], True) if word in PLURALS else None


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar; None of 31 February."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_day(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, months.monthrange(year, month)[1])


def plus_days(day: date, n: int) -> date:
    """Return the day ``n`` days later, held at the ends of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + n, 1), date.max.toordinal()))


def shift(day: date, n: int, unit: str) -> date | None:
    """Return the day ``n`` units later (earlier if negative); None beyond the calendar."""
    try:
        match unit:
            case "day" | "night" | "morning" | "afternoon" | "evening":
                return day + timedelta(days=n)
            case "hour" | "minute" | "second" | "min" | "hr":
                return day + timedelta(hours=n if unit in ("hour", "hr") else 0)
            case "week" | "weekend":
                return day + timedelta(weeks=n)
            case "fortnight":
                return day + timedelta(weeks=2 * n)
            case "month" | "quarter":
                count = day.year * 12 + day.month - 1 + n * (3 if unit == "quarter" else 1)
                year, month = divmod(count, 12)
                return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))
            case _:
                years = n * {"decade": 10, "century": 100}.get(unit, 1)
                return day_or_none(day.year + years, day.month, min(day.day, 28) if day.month == 2 else day.day)
    except (OverflowError, ValueError):
        return None


def value_of(day: date, unit: str) -> str:
    """Return how TIMEX3 writes the day, week, month … that a day lies in."""
    match unit:
        case "week":
            iso = day.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}"
        case "weekend":
            iso = day.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}-WE"
        case "fortnight":
            return day.isoformat()
        case "month":
            return f"{day.year:04d}-{day.month:02d}"
        case "quarter":
            return f"{day.year:04d}-Q{(day.month + 2) // 3}"
        case "year" | "yr":
            return f"{day.year:04d}"
        case "decade":
            return f"{day.year // 10:03d}"
        case "century":
            return f"{day.year // 100:02d}"
        case "night" | "morning" | "afternoon" | "evening":
            return f"{day.isoformat()}T{UNITS[unit][0]}"
        case _:
            return day.isoformat()


# Half of a unit in the next smaller one: two and a half years are P2Y6M.
_HALVES = {"Y": "6M", "H": "30M"}
_HALF = {"year": "P6M", "hour": "PT30M", "century": "P50Y", "day": "PT12H"}


def duration_of(n: float | None, unit: str) -> str:
    """Return how TIMEX3 writes a length of time; None is an unknown number of units."""
    code, clock = UNITS[unit]
    if unit == "fortnight":
        n, code = (2 * n if n is not None else None), "W"
    if unit in ("morning", "afternoon", "evening", "night"):
        code, clock = UNITS[unit][0], True
    if unit == "decade" and n is not None:
        n, code = 10 * n, "Y"
    if n == 0.5 and unit in _HALF:
        return _HALF[unit]
    if n is not None and n > 1 and n % 1 == 0.5 and code in _HALVES:
        return f"P{'T' if clock else ''}{n - 0.5:g}{code}{_HALVES[code]}"
    number = "X" if n is None else f"{n:g}"
    return f"P{'T' if clock else ''}{number}{code}"


def weekday_on_or_before(day: date, weekday: int) -> date | None:
    """Return the latest such weekday (0 is Monday) up to a day."""
    return shift(day, -((day.weekday() - weekday) % 7), "day")


def weekday_on_or_after(day: date, weekday: int) -> date | None:
    """Return the next such weekday (0 is Monday) from a day on."""
    return shift(day, (weekday - day.weekday()) % 7, "day")


def month_near(anchor: date, month: int, future: bool) -> int:
    """Return the year of the latest such month that has begun, or, looking ahead, of the next."""
    if future:
        return anchor.year if month >= anchor.month else anchor.year + 1
    return anchor.year if month <= anchor.month else anchor.year - 1


def thanksgiving(year: int) -> date:
    """Return the fourth Thursday of November."""
    return date(year, 11, 22 + (3 - date(year, 11, 22).weekday()) % 7)


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Gauss's rule as Butcher gave it)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


# Days of the tabular Islamic calendar before its months, and those before its first day (16 July 622, Julian).
_ISLAMIC_EPOCH = 227014
# Feasts by month and day of that calendar, and how many days each is kept.
ISLAMIC: dict[str, tuple[int, int, int]] = {
    "ramadan": (9, 1, 30), "eid al fitr": (10, 1, 3), "eid al adha": (12, 10, 4), "ashura": (1, 10, 1), "muharram": (1, 1, 30),
}  # fmt: skip


def islamic_day(year: int, month: int, day: int) -> date | None:
    """Return a day of the tabular Islamic calendar; the moon as sighted may put it a day earlier or later."""
    days = day + (59 * (month - 1) + 1) // 2 + 354 * (year - 1) + (3 + 11 * year) // 30 + _ISLAMIC_EPOCH
    return date.fromordinal(days) if 0 < days <= date.max.toordinal() else None


def feast_near(anchor: date, feast: str, tense: int) -> tuple[date, date] | None:
    """Return the first and last day of the feast nearest to the report, as :func:`day_near` leans."""
    month, day, length = ISLAMIC[feast]
    about = (anchor.year - 622) * 33 // 32
    found = [d for y in range(about - 1, about + 4) if (d := islamic_day(y, month, day)) is not None]
    if tense > 0:
        found = [d for d in found if plus_days(d, length - 1) >= anchor] or found
    elif tense < 0:
        found = [d for d in found if d <= anchor] or found
    first = min(found, key=lambda d: (anchor - d).days if d <= anchor else 2 * (d - anchor).days, default=None)
    return (first, plus_days(first, length - 1)) if first is not None else None


# How many days after the report a day may lie that has happened: copies are dated early, and zones differ.
DAYS_EARLY = 7
# How many days before the report a day may lie that is told as planned: copies come late, and nobody names a day eleven
# months off without its year.
DAYS_LATE = 30


def day_near(anchor: date, month: int, day: int, tense: int, weekday: int | None = None) -> date | None:
    """Return the date of "13 December" nearest to the report: behind it (``tense`` -1), ahead (1), or whichever is near (0).

    A weekday named beside it chooses among the years that the tense leaves.
    """
    options = [d for y in (anchor.year - 1, anchor.year, anchor.year + 1) if 1 <= y <= 9999 and (d := day_or_none(y, month, day))]
    if tense < 0:
        options = [d for d in options if d <= plus_days(anchor, DAYS_EARLY)] or options
    elif tense > 0:
        options = [d for d in options if d >= plus_days(anchor, -DAYS_LATE)] or options
    options = [d for d in options if d.weekday() == weekday] or options
    # News looks back more often than ahead: half a year behind weighs as much as three months ahead.
    return min(options, key=lambda d: (anchor - d).days if d <= anchor else 2 * (d - anchor).days, default=None)
