"""Rules for lengths of time and what is counted by them: "three days", "two years ago", "the day before", "recent weeks"."""

from __future__ import annotations

from dataclasses import replace

from fogline.grounding import timex_words as lexicon
from fogline.grounding.timex_calendar import (
    UNITS,
    duration_of,
    shift,
    unit_of,
    value_of,
    weekday_on_or_after,
    weekday_on_or_before,
)
from fogline.grounding.timex_dates import calendar_date
from fogline.grounding.timex_named_days import weekday
from fogline.grounding.timex_periods import a_year_before
from fogline.grounding.timex_reader import Found, Reader
from fogline.grounding.timex_relative import AFTER_NAMES, relative
from fogline.grounding.timex_story import counted_from, day_told, some_day_of
from fogline.grounding.timex_units import another_unit, range_of_units, smaller_unit
from fogline.grounding.word_lists import word_set

__all__ = ["bare_units", "duration"]


def duration(r: Reader, i: int) -> Found | None:
    """Read "three days", "a two-year", "more than a year", and with what follows "three days ago", "two years later"."""
    start, mod = i, None
    j = i
    if r.word(j) == "the":
        j += 1
        counted = r.amount(j)
        if counted is None or r.word(j) in ("a", "an") or r.word(counted[1]) == "-":
            return None
    if r.word(j) in ("no", "not") and r.word(j + 1) in ("more", "less", "fewer", "longer") and r.word(j + 2) == "than":
        mod = "EQUAL_OR_LESS" if r.word(j + 1) in ("more", "longer") else "EQUAL_OR_MORE"
        j += 3
    elif r.word(j) in ("more", "less", "fewer", "longer") and r.word(j + 1) == "than":
        mod = "MORE_THAN" if r.word(j) in ("more", "longer") else "LESS_THAN"
        j += 2
    elif r.word(j) == "at" and r.word(j + 1) in ("least", "most"):
        mod = "EQUAL_OR_MORE" if r.word(j + 1) == "least" else "EQUAL_OR_LESS"
        j += 2
    elif r.word(j) == "over" and (
        r.word(j + 1) in ("a", "an") or r.word(j - 1) in ("for", "just", "well", "after", "last", "lasted")
    ):
        mod, j = "MORE_THAN", j + 1
    elif r.word(j) == "up" and r.word(j + 1) == "to":
        mod, j = "EQUAL_OR_LESS", j + 2
    elif r.word(j) in lexicon.APPROX:
        mod, j = lexicon.APPROX[r.word(j)], j + 1
    amount = r.amount(j)
    if amount is None:
        return None
    n, k = amount
    if r.word(k + 1) == "-" and r.word(k + 2) in ("ago", "earlier") and r.word(j) in ("a", "an"):
        return None  # the article is the noun's: "a year-earlier loss"
    n, k = range_of_units(r, j, n, k)
    hyphen = r.word(k) == "-" and (r.glued(k) or r.glued(k + 1))
    k += hyphen
    k += r.word(k) in (
        "full",
        "consecutive",
        "straight",
        "whole",
        "more",
        "long",
        "short",
        "additional",
        "further",
        "crucial",
    ) and bool(unit_of(r.word(k + 1)))
    unit = unit_of(r.word(k))
    if unit is None or (unit[0] in ("second", "min", "hr") and not unit[1]):
        return None
    name, plural = unit
    k += 1
    if name == "quarter" and plural and n == 3 and (hyphen or r.word(k) == "of"):
        return None  # three-quarters of something
    if r.word(i) == "60" and name == "minute" and r.capital(k - 1) and not r.all_caps:
        return None  # the name of a broadcast
    if (
        r.word(j) == "one"
        and name == "day"
        and r.word(k) not in lexicon.BACK | lexicon.AHEAD
        and not hyphen
        and r.word(i - 1) not in ("in", "for", "within", "than", "least", "about", "by")
    ):
        return None
    if r.word(j) in ("a", "an", "one") and name in ("night", "morning", "afternoon", "evening", "weekend", "quarter"):
        return None
    if n is not None and n > 1 and not plural and not hyphen and not (r.near(k) and r.word(k)[:1].isalpha()):
        return None
    if (r.word(k) == "-" and r.word(k + 1) == "old") or r.word(k) == "old":
        # Ages of people are no times of the story; ages of wars are.
        old = k + 1 + (r.word(k) == "-")
        aged = any(r.word(old + step) in lexicon.WARS for step in range(3))
        return Found(old, "DURATION", duration_of(n, name), mod) if aged else None
    if r.word(k) in ("and", "or") and r.word(k + 1) == "a" and r.word(k + 2) == "half" and n is not None:
        n, k = n + 0.5, k + 3
    k += plural and r.word(k) in ("'", "’")
    if hyphen and r.word(k) == "-" and r.word(k + 1) in ("long", "old"):
        k += 2
    if (joined := smaller_unit(r, k, n, name)) is not None:
        n, name, k = joined
    k = another_unit(r, k)
    if r.word(j) in ("a", "an") and r.word(k) == "-" and r.glued(k) and r.word(k + 1) == "long":
        return None
    shifted = _shifted(r, start, k, n, name, mod)
    if shifted is not None:
        return shifted
    return Found(k, "DURATION", duration_of(n, name), mod)


def _shifted(r: Reader, start: int, k: int, n: float | None, name: str, mod: str | None) -> Found | None:
    word = r.word(k)
    if word in ("ago", "back") or (word in lexicon.BACK and word != "prior"):
        if word == "before" and r.word(k + 1)[:1].isalnum() and r.near(k + 1) and not r.narrative:
            return None
        if word == "back":
            return None
        anchor = r.anchor if word == "ago" else counted_from(r, start, name)
        step = -1
        k += 1
    elif word in ("later", "afterward", "afterwards", "hence") or (word == "after" and not r.word(k + 1)[:1].isalnum()):
        anchor = counted_from(r, start, name) if word != "hence" else r.anchor
        step = 1
        k += 1
    elif word == "from" and r.word(k + 1) in ("now", "today"):
        anchor, step, k = r.anchor, 1, k + 2
    else:
        return None
    if n == 1 and name == "year" and word in ("ago", "earlier") and (quarter := a_year_before(r, start)) is not None:
        return Found(k, "DATE", quarter[0], mod, day=quarter[1], unit=quarter[2])
    if UNITS[name][1] and word not in ("ago", "hence", "from") and (day := day_told(r, start)) is not None:
        day = shift(day, step * int(n or 0), name)
        return Found(k, "TIME", f"{day.isoformat()}TXX" if day else None, mod, day=day)
    if n is not None and anchor is None and r.anchor is not None:
        return Found(k, "DATE", some_day_of(r), mod)
    if n is None or anchor is None:
        return Found(k, "DATE", "PAST_REF" if step < 0 else "FUTURE_REF", mod)
    if n != int(n):
        months = round(n * 12) if name == "year" else None
        day = shift(anchor, step * months, "month") if months else None
        return Found(k, "DATE", value_of(day, "month") if day else None, mod, day=day, unit="month")
    day = shift(anchor, step * int(n), name)
    if word == "ago" and (same := _same_time_then(r, k, int(n), name)) is not None:
        return replace(same, mod=mod)
    if name == "decade" and word == "ago":
        name = "year"  # the year of ten years ago, not any of that decade
    if UNITS[name][1]:
        return Found(k, "TIME", duration_of(n, name), mod)
    return Found(k, "DATE", value_of(day, name) if day else None, mod, day=day, unit=name)


def _same_time_then(r: Reader, k: int, n: int, name: str) -> Found | None:
    """Read what "two years ago" is told by: "today", "this month", "on Saturday", "on 24 February" are that day or stretch so far back."""
    if name not in ("week", "month", "year", "decade") or not r.near(k):
        return None
    now: Found | None = None
    if r.word(k) == "today":
        now = Found(k + 1, "DATE", None, day=r.anchor)
    elif r.word(k) in ("this", "last"):
        now = relative(r, k)
    else:
        on = k + (r.word(k) == "on")
        now = weekday(r, on) or (calendar_date(r, on) if on > k else None)
        if now is not None and r.year(now.last - 1) is not None:
            return None
    if (
        now is None
        or now.day is None
        or r.word(now.last) in ("'", "’")
        or now.type != "DATE"
        or now.unit not in ("day", "week", "weekend", "month")
    ):
        return None
    then = shift(now.day, -n, name)
    return Found(now.last, "DATE", value_of(then, now.unit), day=then, unit=now.unit) if then is not None else None


def bare_units(r: Reader, i: int) -> Found | None:
    """Read "years", "decades-long", "recent weeks", "the day before", "the year", "the weekend"."""
    word = r.word(i)
    if word == "recent":
        unit = unit_of(r.word(i + 1))
        return Found(another_unit(r, i + 2), "DATE", duration_of(None, unit[0])) if unit and unit[1] else None
    if word in _LONG:
        return Found(i + 1, "DURATION", duration_of(1, _LONG[word]))
    if (
        word in ("year", "month", "week", "day", "century", "decade")
        and r.word(i + 1) in ("'", "’")
        and r.word(i + 2) == "s"
        and r.word(i + 3) == "end"
    ):
        anchor = (r.reference if r.narrative else None) or r.anchor
        return Found(i + 4, "DATE", value_of(anchor, word) if anchor else None, "END", day=anchor, unit=word)
    if word == "the":
        following = r.word(i + 2)
        unit = unit_of(r.word(i + 1))
        if (
            unit
            and unit[1]
            and r.word(i - 1) == "over"
            and not (following[:1].isalnum() and r.near(i + 2) and following not in AFTER_NAMES)
        ):
            return Found(i + 2, "DURATION", duration_of(None, unit[0]))
        if unit and unit[1] and following in ("ahead", "to") and (following == "ahead" or r.word(i + 3) == "come"):
            return Found(i + 3 + (following == "to"), "DURATION", duration_of(None, unit[0]))
        if (
            unit
            and not unit[1]
            and following in ("before", "after", "earlier", "later")
            and (
                following not in ("before", "after")
                or not r.word(i + 3)[:1].isalpha()
                or r.word(i + 3) in ("yesterday", "tomorrow")
            )
        ):
            anchor = counted_from(r, i, unit[0])
            if r.word(i + 3) in ("yesterday", "tomorrow"):
                day = shift(r.anchor, -2 if following == "before" else 2, "day") if r.anchor else None
                return Found(i + 4, "DATE", day.isoformat() if day else None, day=day)
            step = -1 if following in ("before", "earlier") else 1
            day = shift(anchor, step, unit[0]) if anchor else None
            value = value_of(day, unit[0]) if day else some_day_of(r)
            return Found(i + 3, "DATE", value, day=day, unit=unit[0])
        if (period := _the_year(r, i)) is not None:
            return period
        if word == "the" and r.word(i + 1) == "weekend" and r.anchor:
            ahead = r.tense(i, i + 2) > 0 or (r.word(i - 1) == "of" and r.word(i - 2) == "ahead")
            day = weekday_on_or_after(r.anchor, 5) if ahead and r.anchor.weekday() < 5 else weekday_on_or_before(r.anchor, 5)
            return Found(i + 2, "DATE", value_of(day, "weekend") if day else None, day=day, unit="weekend")
        return None
    unit = unit_of(word)
    if unit is None:
        return None
    if unit[1] and unit[0] in ("year", "month", "week", "day", "hour", "decade", "century", "minute"):
        before = r.word(i - 1)
        if UNITS[unit[0]][1] and r.word(i + 1) in ("earlier", "later") and (day := day_told(r, i)) is not None:
            return Found(i + 2, "TIME", f"{day.isoformat()}TXX", day=day)
        if r.word(i + 1) in ("ago", "earlier", "later"):
            return Found(i + 2, "DATE", "PAST_REF" if r.word(i + 1) != "later" else "FUTURE_REF")
        if r.word(i + 1) == "before" and r.narrative:
            return Found(i + 2, "DATE", "PAST_REF")
        if (before in _SPANNED and r.word(i - 2) != "matter") or r.word(i + 1) in ("of", "before", "after"):
            if r.word(i + 1) == "-" and r.word(i + 2) in ("long", "old"):
                return Found(i + 3, "DURATION", duration_of(None, unit[0]))
            return Found(another_unit(r, i + 1), "DURATION", duration_of(None, unit[0]))
    if unit[1] and unit[0] in ("year", "month", "week", "decade", "century") and r.word(i + 1) == "-" and r.word(i + 2) == "old":
        return Found(i + 3, "DURATION", duration_of(None, unit[0]))
    if r.word(i + 1) == "-" and r.word(i + 2) == "long" and unit[0] in ("year", "month", "week", "day", "hour", "decade"):
        return Found(i + 3, "DURATION", duration_of(None if unit[1] else 1, unit[0]))
    return None


_NARROWS = word_set("of before after earlier later that when in -")
_OVER_A_PERIOD = word_set("in for of during through throughout over within all")


def _the_year(r: Reader, i: int) -> Found | None:
    """Read "the year", "the full year", "the fiscal year", "the week": the report's own; "the year ended 30 June" is a length."""
    j = i + 1
    whole = r.word(j) in ("full", "whole", "entire", "fiscal", "financial", "calendar")
    j += whole
    name = r.word(j)
    anchor = (r.reference if r.narrative else None) or r.anchor
    if name not in ("year", "week", "month") or anchor is None or (r.capital(j) and not r.all_caps):
        return None
    if r.word(j + 1) in ("ended", "ending"):
        return Found(j + 1, "DURATION", duration_of(1, name))
    own = r.word(j + 1) in ("'", "’") and r.word(j + 2) == "s" and r.glued(j + 2) and not r.narrative
    behind = r.word(j + 1)
    if not (whole or own or r.word(i - 1) in _OVER_A_PERIOD) or behind in _NARROWS:
        return None
    if name == "month" and r.tense(i, j + 1) <= 0:
        anchor = r.month_told() or anchor
    return Found(j + 1, "DATE", value_of(anchor, name), day=anchor, unit=name)


_SPANNED = word_set("for after in within of over takes took last lasted take through many by until spent")
_LONG = {"daylong": "day", "weeklong": "week", "monthlong": "month", "yearlong": "year", "hourlong": "hour"}
