"""Rules for days that go by a name: weekdays, feasts and 9/11."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from fogline.grounding import timex_words as lexicon
from fogline.grounding.timex_calendar import (
    WEEKDAYS,
    day_near,
    day_or_none,
    easter,
    plus_days,
    shift,
    thanksgiving,
    unit_of,
    weekday_on_or_after,
    weekday_on_or_before,
)
from fogline.grounding.timex_reader import Found, Reader
from fogline.grounding.word_lists import word_set


def weekday(r: Reader, i: int, first: int | None = None) -> Found | None:
    """Read "Tuesday", resolved to the one before or on the report's date unless the words look ahead.

    ``first`` is the token where an expression begins that ends in the weekday: "9 a.m. Tuesday".
    """
    got = r.weekday(i)
    if got is None:
        return None
    number, j = got
    anchor = r.reference if r.narrative and r.reference else r.anchor
    if anchor is None:
        return Found(j, "DATE", f"XXXX-WXX-{number + 1}")
    if (named := _week_named(r, j)) is not None:
        in_week, last = named
        when = shift(in_week, number - in_week.weekday(), "day")
        return Found(last, "DATE", when.isoformat(), day=when) if when else None
    if (past := _last_behind(r, j)) is not None and not r.narrative:
        weeks, last = past
        before = shift(anchor, -1, "day")
        latest = weekday_on_or_before(before, number) if before else None
        when = shift(latest, -weeks, "week") if latest else None
        return Found(last, "DATE", when.isoformat(), day=when) if when else None
    tense = r.tense(i if first is None else first, j)
    when = weekday_on_or_after(anchor, number) if tense > 0 else weekday_on_or_before(anchor, number)
    return Found(j, "DATE", when.isoformat(), day=when) if when else None


def plural_weekday(r: Reader, i: int) -> Found | None:
    """Read "Tuesdays": every one."""
    word = r.word(i)
    if word.endswith("s") and word[:-1] in WEEKDAYS and (r.capital(i) or r.all_caps):
        return Found(i + 1, "SET", f"XXXX-WXX-{WEEKDAYS[word[:-1]] + 1}")
    return None


def holiday(r: Reader, i: int) -> Found | None:
    """Read "Christmas Eve", "New Year's Day" as days, movable feasts without one."""
    if not (r.capital(i) or r.all_caps):
        return None
    for n in (5, 4, 3, 2, 1):
        key = tuple(r.word(i + k) for k in range(n))
        if key == ("new", "year") and r.word(i - 1) not in _LEADS:
            continue  # "a happy New Year", "the lunar New Year"
        if key in lexicon.HOLIDAYS:
            month, day = lexicon.HOLIDAYS[key]
            j = i + n
            stated = r.year(j + (r.word(j) in (",", "of")))
            if stated:
                return Found(
                    j + 1 + (r.word(j) in (",", "of")),
                    "DATE",
                    f"{stated:04d}-{month:02d}-{day:02d}",
                    day=day_or_none(stated, month, day),
                )
            anchor = r.reference if r.narrative and r.reference else r.anchor
            when = day_near(anchor, month, day, r.tense(i, j)) if anchor else None
            return Found(j, "DATE", when.isoformat() if when else f"XXXX-{month:02d}-{day:02d}", day=when)
    rule, j = _moving_feast(r, i)
    if j == i:
        return None
    stated = r.year(j)
    anchor = r.reference if r.narrative and r.reference else r.anchor
    if rule is None or (stated is None and anchor is None):
        return Found(j, "DATE", None)
    if stated is not None or anchor is None:
        when = rule(stated or 2000)
        return Found(j + 1, "DATE", when.isoformat(), day=when)
    tense = -1 if r.word(i - 1) == "last" else 1 if r.word(i - 1) == "next" else r.tense(i, j)
    near = [rule(y) for y in (anchor.year - 1, anchor.year, anchor.year + 1) if 1 <= y <= 9999]
    # News looks back more often than ahead, but a feast of next week is nearer than last year's.
    options = [d for d in near if tense == 0 or (d >= anchor) == (tense > 0) or d == anchor]
    when = min(options, key=lambda d: (anchor - d).days if d <= anchor else 2 * (d - anchor).days, default=None)
    return Found(j, "DATE", when.isoformat() if when else None, day=when)


_LEADS = word_set("since before until till by after around over")


def nine_eleven(r: Reader, i: int) -> Found | None:
    """Read "9/11", which is a name by now."""
    if r.word(i) != "9" or r.word(i + 1) != "/" or r.word(i + 2) != "11" or not (r.glued(i + 1) and r.glued(i + 2)):
        return None
    alone = not r.glued(i) and not (r.glued(i + 3) and r.word(i + 3) in ("/", ":"))
    # No day: what comes "three weeks later" does not count from it.
    return Found(i + 3, "DATE", "2001-09-11") if alone and r.anchor and r.anchor.year > 2001 else None


def _last_behind(r: Reader, j: int) -> tuple[int, int] | None:
    """Return (weeks further back, next token) of "Friday last" and "the Friday before last": the one before the report's day, and the one before that."""
    before = r.word(j) == "before"
    k = j + before
    if r.word(k) != "last" or not r.near(j) or unit_of(r.word(k + 1)) is not None or r.month(k + 1) or r.weekday(k + 1):
        return None
    behind = r.word(k + 1)
    return None if behind[:1].isalpha() and r.near(k + 1) and not before else (int(before), k + 1)


def _week_named(r: Reader, j: int) -> tuple[date, int] | None:
    """Return (a day of the week, next token) of "last week" behind a weekday: "Friday last week", "Monday of next week"."""
    k = j + (r.word(j) == "of")
    step = {"last": -1, "this": 0, "next": 1}.get(r.word(k))
    if step is None or r.word(k + 1) != "week" or r.anchor is None or r.narrative or not r.near(j):
        return None
    day = shift(r.anchor, step, "week")
    return (day, k + 2) if day is not None else None


def _moving_feast(r: Reader, i: int) -> tuple[Callable[[int], date] | None, int]:
    """Return (the day in a year, next token) of "Easter", "Good Friday", "Thanksgiving"; ``i`` itself where no feast stands."""
    word, behind = r.word(i), r.word(i + 1) if r.capital(i + 1) else ""
    if (word, behind) in lexicon.FROM_EASTER:
        days = lexicon.FROM_EASTER[word, behind]
        return lambda year: plus_days(easter(year), days), i + 2
    if word not in lexicon.FEASTS:
        return None, i
    rule = {"easter": easter, "thanksgiving": thanksgiving}.get(word)
    return rule, i + 1 + (behind in ("sunday", "day"))
