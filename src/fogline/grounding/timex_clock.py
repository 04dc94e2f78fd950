"""Rules for times of day: "10:35 a.m.", "1400 GMT on Tuesday", "noon", "overnight"."""

from __future__ import annotations

import re
from datetime import date

from fogline.grounding import timex_words as lexicon
from fogline.grounding.timex_calendar import DAYPARTS, shift
from fogline.grounding.timex_dates import calendar_date
from fogline.grounding.timex_named_days import weekday
from fogline.grounding.timex_reader import Found, Reader
from fogline.grounding.timex_story import between


def clock(r: Reader, i: int) -> Found | None:
    """Read "10:35 a.m.", "5 pm", "noon"; the day is the one named beside it or the report's."""
    hour, minute = r.is_number(i, 0, 24), None
    j = i + 1
    if hour is None and (dotted := _DOTTED.fullmatch(r.word(i))) is not None and r.word(j) in ("am", "pm", "a", "p"):
        hour, minute = int(dotted[1]), int(dotted[2])
    elif hour is None and dotted is not None and int(dotted[1]) < 24 and r.word(j) in lexicon.ZONES:
        hour, minute = int(dotted[1]), int(dotted[2])
        return _clock_on(r, i, j + 1, f"T{hour:02d}:{minute:02d}")
    elif (
        hour is None
        and (four := r.is_number(i, 0, 2359, 4)) is not None
        and (r.word(j) in ("gmt", "utc") or (len(r.word(i)) == 4 and r.word(j) in (*_HOURS, "local") and r.word(i - 1) in _AT))
        and four % 100 < 60
    ):
        return _clock_on(r, i, j + 1, f"T{four // 100:02d}:{four % 100:02d}")
    if hour is None:
        return None
    if (
        r.word(j) in (":", ".")
        and r.glued(j)
        and r.glued(j + 1)
        and len(r.word(j + 1)) == 2
        and (minute := r.is_number(j + 1, 0, 59)) is not None
    ):
        j += 2
    half = None
    if r.word(j) in ("am", "pm"):
        half, j = r.word(j), j + 1
    elif r.word(j) in ("a", "p") and r.word(j + 1) == "." and r.glued(j + 1) and r.word(j + 2) == "m" and r.glued(j + 2):
        half, j = r.word(j) + "m", j + 3
        j += r.word(j) == "." and r.glued(j)
    if (
        half is None
        and minute is None
        and r.word(j) == "in"
        and r.word(j + 1) == "the"
        and r.word(i - 1) in ("at", "around", "about")
    ):
        half = {"morning": "am", "afternoon": "pm", "evening": "pm"}.get(r.word(j + 2))
        j += 3
    if half is None and (minute is None or r.word(i + 1) != ":"):
        return None
    j += r.word(j) in lexicon.ZONES
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    if half is None and r.word(j) in _HOURS and (r.glued(j) or r.word(j) != "h"):
        j += 1
    return _clock_on(r, i, j, f"T{hour:02d}:{minute or 0:02d}")


_DOTTED = re.compile(r"([01]?\d)\.([0-5]\d)")
# "1320Z", "at 0430 hours", "13:20h".
_HOURS = ("z", "h", "hrs", "hours", "hr")
_AT = ("at", "around", "about", "from", "by", "between", "and", "to", "until", "since")


def daypart(r: Reader, i: int) -> Found | None:
    """Read "midnight", "dawn", "noon", "overnight" where they stand for a time of the report's day."""
    word = r.word(i)
    if word not in (
        "midnight",
        "noon",
        "dawn",
        "dusk",
        "overnight",
        "midday",
        "nightfall",
        "daybreak",
        "sunset",
        "sunrise",
        "midmorning",
        "midafternoon",
    ):
        return None
    if r.word(i - 1) == "-" and r.word(i - 2) in ("pre", "post"):
        return None
    code = {"midnight": "T00:00", "noon": "T12:00", "midday": "T12:00"}.get(word, "T" + DAYPARTS.get(word, "MO"))
    if word in ("dawn", "dusk", "sunset", "sunrise") and r.word(i + 1)[:1].isalpha() and r.word(i - 1) in ("the", "a", "new"):
        return None
    return _clock_on(r, i, i + 1, code)


def _clock_on(r: Reader, i: int, j: int, stamp: str) -> Found:
    """Give the time of day of tokens ``i`` to ``j`` its day: the one named right after ("noon Saturday"), or the report's."""
    local = j + (r.word(j) == "local" and r.word(j + 1) == "time")
    local += r.word(local) == "time" and r.word(local - 1) == "local"
    other_zone = _behind_bracket(r, local)
    place = local + (r.word(local) == ",")
    if r.capital(place) and r.word(place + 1) == "time" and r.near(place):
        other_zone = place + 2  # "at 11 p.m., Kabul time, on Friday"
    k = other_zone
    k += r.word(k) == ","
    k += r.word(k) in ("on", "of")
    k += r.word(k) == "the" and r.word(k - 1) == "on"
    named = None
    if r.near(k):
        named = calendar_date(r, k) or weekday(r, k, i)
        if named is None and r.word(k) in ("today", "yesterday", "tomorrow") and r.anchor:
            when = shift(r.anchor, {"today": 0, "yesterday": -1, "tomorrow": 1}[r.word(k)], "day")
            named = Found(k + 1, "DATE", None, day=when)
    if named is not None and named.day is not None and named.unit == "day":
        # Behind a bracket or "Kabul time" the day is an expression of its own.
        return Found(named.last if other_zone == local else j, "TIME", named.day.isoformat() + stamp, day=named.day)
    told = r.reference if r.narrative else _day_of_the_paragraph(r, i, j)
    day = _day_right_before(r, i) or told or r.anchor
    return Found(j, "TIME", (day.isoformat() if day else "XXXX-XX-XX") + stamp)


def _behind_bracket(r: Reader, j: int) -> int:
    """Return the token after the other zone's hour in "5 p.m. (1700 GMT) Tuesday", if a day follows; else ``j``."""
    if r.word(j) == "(":
        close = next((k for k in range(j + 1, j + 8) if r.word(k) == ")"), None)
        if (
            close is not None
            and any(r.word(k) in lexicon.ZONES for k in range(j, close))
            and (r.weekday(close + 1) or r.word(close + 1) == "on")
        ):
            return close + 1
    return j


def _day_right_before(r: Reader, i: int) -> date | None:
    """Return the day whose name ends right before the clock at token ``i``: "on Sunday, 31 March at about 9 p.m."."""
    k = i
    while k > r.found_to and r.word(k - 1) in (",", "at", "around", "about", "approximately", "("):
        k -= 1
    return r.reference if k == r.found_to and r.reference_unit == "day" else None


def _day_of_the_paragraph(r: Reader, i: int, j: int) -> date | None:
    """Return the day told last, if it stands in the paragraph of the clock at token ``i``: "on 5 December … By 9 a.m. …"."""
    told = max((t for t in (r.told_day, r.said_day) if t is not None), key=lambda t: t.last, default=None)
    gap = between(r, told, i) if told is not None else None
    # "Overnight" of news is the last night, whatever day was told before.
    if told is None or gap is None or "\n" in gap or r.word(i) == "overnight":
        return None
    tense = r.tense(i, j)
    if r.anchor is None or tense == 0:
        return told.day
    return told.day if (told.day >= r.anchor if tense > 0 else told.day <= r.anchor) else None
