"""Dates that cannot be, whose weekday is another, or that can be read two ways."""

from __future__ import annotations

import re
from datetime import date

from fogline.grounding.time_phrase import DAY_AND_MONTH, Phrase
from fogline.grounding.timex_calendar import MONTHS, WEEKDAYS, day_or_none


def oddities(phrase: Phrase) -> tuple[str, ...]:
    """Return flags for dates that cannot be, or whose weekday is another."""
    flags = []
    begin = max(0, phrase.span.start - 1)
    words = phrase.text[begin : phrase.span.end + 12].lower() if phrase.timexes else phrase.words
    words = phrase.words if not words else words[: len(phrase.words) + 1]
    for match in DAY_AND_MONTH.finditer(words):
        day, month, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
        number = MONTHS.get(month or "")
        if number and int(day) > 0 and day_or_none(int(year) if year else 2000, number, int(day)) is None and int(day) < 100:
            flags.append("impossible-date")
    for timex in phrase.timexes:
        said = timex.span.of(phrase.text).lower()
        named = next((n for name, n in WEEKDAYS.items() if name in said), None)
        value = re.match(r"(\d{4})-(\d\d)-(\d\d)", timex.value or "")
        day_named = re.search(r"\d", said)
        if named is not None and value and day_named:
            when = day_or_none(int(value[1]), int(value[2]), int(value[3]))
            if when is not None and when.weekday() != named:
                flags.append("weekday-contradicts-date")
        if _either_way_round(said, phrase.published_on):
            flags.append("ambiguous-date")
    return tuple(dict.fromkeys(flags))


_NUMERIC = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})")


def _either_way_round(said: str, published: date | None) -> bool:
    """Tell whether "03/04/2024" may be March or April: both days exist, and the report's date speaks for neither."""
    match = _NUMERIC.search(said)
    if match is None or match[1].lstrip("0") == match[3].lstrip("0"):
        return False
    year = int(match[4]) if len(match[4]) == 4 else None if published is None else published.year // 100 * 100 + int(match[4])
    if year is None:
        return False
    days = [day_or_none(year, int(match[m]), int(match[d])) for m, d in ((1, 3), (3, 1))]
    after = [published is not None and day > published for day in days if day is not None]
    return len(after) == 2 and after[0] == after[1]
