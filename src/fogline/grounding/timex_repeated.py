"""Rules for times that come again: "daily", "every week", "once a month"."""

from __future__ import annotations

from fogline.grounding import timex_words as lexicon
from fogline.grounding.timex_calendar import DAYPARTS, duration_of, unit_of
from fogline.grounding.timex_reader import Found, Reader
from fogline.grounding.timex_relative import relative

__all__ = ["repeated"]


def repeated(r: Reader, i: int) -> Found | None:
    """Read "daily", "every week", "each year", "once a month", "per day"."""
    word = r.word(i)
    if word in lexicon.SETS and not (r.capital(i) and not r.all_caps):
        return Found(i + 1, "SET", "XXXX-XX-XX" if r.narrative and word == "daily" else lexicon.SETS[word])
    if word in ("every", "each"):
        j = i + 1
        amount = r.amount(j)
        n = 1.0
        if amount is not None and r.word(j) not in ("a", "an"):
            n, j = amount[0] or 1.0, amount[1]
        elif r.word(j) == "other":
            n, j = 2.0, j + 1
        unit = unit_of(r.word(j))
        if unit and unit[0] not in ("second", "min"):
            return Found(j + 1, "SET", duration_of(n, unit[0]))
        weekday, month = r.weekday(j), r.month(j)
        if weekday:
            return Found(weekday[1], "SET", f"XXXX-WXX-{weekday[0] + 1}")
        if month:
            return Found(month[1], "SET", f"XXXX-{month[0]:02d}")
        if r.word(j) in ("morning", "evening", "night", "afternoon"):
            return Found(j + 1, "SET", f"XXXX-XX-XXT{DAYPARTS[r.word(j)]}")
        if r.word(j) == "of":
            inner = relative(r, j + 1) if r.word(j + 1) == "the" else None
            return Found(inner.last, "SET", inner.value) if inner and inner.type == "DURATION" else None
        return None
    if word == "per" or (
        word == "a"
        and (
            r.word(i - 1) in ("times", "once", "twice", "percent", "cents", "dollars", "barrels", "people", "million", "-")
            or (r.word(i - 2)[:1].isdigit() and r.word(i - 1).endswith("s"))
        )
    ):
        unit = unit_of(r.word(i + 1))
        if (
            unit
            and not unit[1]
            and unit[0] in ("day", "week", "month", "year", "hour")
            and r.word(i + 2) not in ("ago", "earlier", "later", "after", "before")
        ):
            return Found(i + 2, "SET", duration_of(1, unit[0]))
    return None
