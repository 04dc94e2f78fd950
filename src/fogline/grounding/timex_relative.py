"""Rules for times that lean on another: "yesterday", "last week", "three days ago", "the past 48 hours", "the end of May"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fogline.grounding import timex_words as lexicon
from fogline.grounding.timex_calendar import (
    DAYPARTS,
    SEASONS,
    day_or_none,
    duration_of,
    shift,
    unit_of,
    value_of,
    weekday_on_or_after,
    weekday_on_or_before,
)
from fogline.grounding.timex_date_rules import RULES as DATE_RULES
from fogline.grounding.timex_dates import calendar_date
from fogline.grounding.timex_named_days import holiday, weekday
from fogline.grounding.timex_periods import a_year_before, reported_quarter
from fogline.grounding.timex_reader import Found, Reader
from fogline.grounding.word_lists import word_set


def single(r: Reader, i: int) -> Found | None:
    """Read "today", "yesterday", "tonight", "now", "recently"."""
    word = r.word(i)
    if word in ("today", "yesterday", "tomorrow"):
        j = i + 1
        if r.capital(i) and r.capital(i - 1) and r.near(i) and not r.all_caps:
            return None  # "USA Today"
        if r.word(j) in ("'", "’") and r.word(j + 1) == "s" and not r.capital(i):
            pass
        day = shift(r.anchor, {"today": 0, "yesterday": -1, "tomorrow": 1}[word], "day") if r.anchor else None
        if r.word(j) in DAYPARTS and r.word(j) not in ("overnight", "daytime") and r.near(j):
            return Found(j + 1, "TIME", f"{day.isoformat()}T{DAYPARTS[r.word(j)]}" if day else None, day=day)
        return Found(j, "DATE", day.isoformat() if day else None, day=day)
    if word == "tonight":
        return Found(i + 1, "TIME", f"{r.anchor.isoformat()}TNI" if r.anchor else None, day=r.anchor)
    if word in lexicon.PRESENT and not (word == "now" and r.word(i + 1) == "-"):
        return Found(i + 1, "DATE", "PRESENT_REF")
    if word == "recently" or word == "recent" or word == "lately":
        if word == "recent" and (unit_of(r.word(i + 1)) or r.word(i - 1) == "most"):
            return None
        return Found(i + 1, "DATE", "PAST_REF")
    if word in ("former", "formerly"):
        return Found(i + 1, "DATE", "PAST_REF") if r.narrative else None
    if word == "these" and r.word(i + 1) == "days":
        return Found(i + 2, "DATE", "PRESENT_REF")
    if word == "right" and r.word(i + 1) == "now":
        return Found(i + 2, "DATE", "PRESENT_REF")
    if word == "more" and r.word(i + 1) == "recently":
        return Found(i + 2, "DATE", "PAST_REF")
    if word == "at" and r.word(i + 1) == "present":
        return None
    if word == "night" and r.narrative:
        return Found(i + 1, "TIME", "XXXX-XX-XXTNI")
    if word == "daytime" and r.narrative:
        return Found(i + 1, "TIME", "XXXX-XX-XXTDT")
    return None


def article(r: Reader, i: int) -> Found | None:
    """Read "the past", "the future", "the present", "the moment" and a date under its article: "the 1980s"."""
    if r.narrative and r.word(i) in ("this", "that", "the") and r.word(i + 1 + (r.word(i) == "the")) in ("time", "period"):
        j = i + 1 + (r.word(i) == "the")
        if r.word(i) == "the" and r.word(i + 1) != "same":
            return None
        return Found(j + 1, "DATE", "PRESENT_REF" if r.word(i) == "this" and r.word(j) == "time" else None)
    if r.word(i) != "the":
        return None
    word = r.word(i + 1)
    if word in ("night", "morning", "evening", "afternoon") and r.word(i + 2) == "of":
        inner = next(
            (f for rule in DATE_RULES if (f := rule(r, i + 3 + (r.word(i + 3) == "the"))) is not None and f.unit == "day"), None
        )
        if inner and inner.day and inner.type == "DATE":
            return Found(inner.last, "TIME", f"{inner.day.isoformat()}T{DAYPARTS[word]}", day=inner.day)
        return None
    if word in ("year", "years") and r.word(i + 2) == "two" and r.word(i + 3) == "thousand":
        return Found(i + 4, "DATE", "2000", day=day_or_none(2000, 1, 1), unit="year")
    if word == "time" and r.word(i + 2) == "being":
        return Found(i + 3, "DATE", "PRESENT_REF")
    if word == "quarter" and (told := reported_quarter(r)) is not None and r.word(i - 1) in ("in", "for", "during", "of", "from"):
        return Found(i + 2, "DATE", value_of(told, "quarter"), day=told, unit="quarter")
    if word == "week" and r.word(i + 2) == "of":
        inner = calendar_date(r, i + 3)
        if inner is not None and inner.day is not None and inner.unit == "day":
            return Found(inner.last, "DATE", value_of(inner.day, "week"), day=inner.day, unit="week")
    if word == "past" and (
        not r.word(i + 2)[:1].isalpha() or (r.word(i - 1) == "in" and r.word(i + 2) in _AFTER_NAMES | _SUBJECTS)
    ):
        return Found(i + 2, "DATE", "PAST_REF")
    if word in ("near", "foreseeable", "immediate", "distant") and r.word(i + 2) == "future":
        return Found(i + 3, "DATE", "FUTURE_REF")
    if word in ("recent", "distant") and r.word(i + 2) == "past":
        return Found(i + 3, "DATE", "PAST_REF")
    if word in ("future", "present"):
        return (
            Found(i + 2, "DATE", "FUTURE_REF" if word == "future" else "PRESENT_REF")
            if not r.word(i + 2)[:1].isalpha() or word == "future"
            else None
        )
    for rule in DATE_RULES:
        found = rule(r, i + 1)
        if (
            found is not None
            and found.type == "DATE"
            and (found.unit in ("decade", "century", "quarter", "season") or r.ordinal(i + 1) or r.ordinal(i + 2))
        ):
            # The article is the noun's in "the third-quarter loss".
            return None if modifies(r, i + 1, found.last) else found
    return None


_AFTER_NAMES = word_set(
    "and or but of in on at to from for by with as is was are were has had that which when while until through ended"
)


_SUBJECTS = word_set("the he she it they we i there this his its their such some many most a these those")


def modifies(r: Reader, first: int, last: int) -> bool:
    """Tell whether the expression of tokens ``first`` to ``last`` is written with a hyphen and stands before a noun."""
    hyphened = any(r.word(k) == "-" and r.glued(k) for k in range(first, last))
    noun = r.word(last)
    return hyphened and noun[:1].isalpha() and r.near(last) and noun not in _AFTER_NAMES


def relative(r: Reader, i: int) -> Found | None:
    """Read "last week", "this morning", "the next month", "the previous year", "last Tuesday", "next summer"."""
    j = i
    first_of = r.word(j) == "the" and r.word(j + 1) in ("first", "last", "final", "opening") and r.amount(j + 2) is not None
    if first_of and r.word(j + 2) not in ("a", "an", "few", "some"):
        n, k = r.amount(j + 2) or (None, j)
        k += r.word(k) in ("full",)
        unit = unit_of(r.word(k))
        if unit and unit[1]:
            last = k + 1
            inner = (
                next((f for rule in DATE_RULES if (f := rule(r, last + 1)) is not None), None) if r.word(last) == "of" else None
            )
            return Found(inner.last if inner else last, "DURATION", duration_of(n, unit[0]))
    j += r.word(j) in ("the", "these", "those") and r.word(j + 1) in lexicon.LAST | lexicon.NEXT | {
        "same",
        "current",
        "latest",
        "very",
    }
    j += r.word(j) == "very"
    j += j == i and (r.word(j), r.word(j + 1)) in (("this", "past"), ("this", "coming"), ("that", "same"), ("this", "same"))
    word = r.word(j)
    if word == "last" and j == i and r.word(i - 1) in lexicon.BEFORE_VERBS and r.amount(j + 1) is not None:
        return None  # "it will last three years"
    j += 1
    if word in lexicon.LAST:
        step = -1
    elif word in lexicon.NEXT:
        step = 1
    elif word in lexicon.THIS or word in ("latest", "that", "same"):
        step = 0
    else:
        return None
    if (
        word in lexicon.LAST
        and i == j - 1
        and word in ("past", "previous", "preceding", "prior")
        and r.word(i - 1) in ("a", "an")
    ):
        return None
    back = word in ("that", "same", "previous", "preceding", "prior", "following", "subsequent", "ensuing")
    # "The next day" of a story; "next day" and "next week" without the article are the report's.
    back = back or (word == "next" and i < j - 1 and r.word(i) == "the" and r.word(j) in _OF_A_STORY and r.tense(i, j + 1) <= 0)
    anchor = (r.reference or r.anchor) if back or (r.narrative and word not in ("this", "current", "present")) else r.anchor
    if r.word(j) == "very":
        j += 1
    weekday = r.weekday(j)
    if weekday is not None and not r.month(weekday[1]):
        return _relative_weekday(r, anchor, weekday, step, word)
    season = SEASONS.get(r.word(j))
    if season is not None:
        if anchor is None:
            return Found(j + 1, "DATE", f"XXXX-{season}")
        begin = date(anchor.year, {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season], 1)
        if step < 0 and begin > (shift(anchor, -2, "month") or anchor):
            begin = begin.replace(year=max(1, begin.year - 1))
        if step > 0 and begin <= anchor:
            begin = begin.replace(year=min(9999, begin.year + 1))
        return Found(j + 1, "DATE", f"{begin.year:04d}-{season}", day=begin, unit="season")
    feast = holiday(r, j) if word in ("last", "this", "next", "past") else None
    if feast is not None:
        return feast
    month = r.month(j)
    if month is not None and not r.day_number(month[1]):
        if anchor is None:
            return Found(month[1], "DATE", f"XXXX-{month[0]:02d}")
        year = anchor.year
        if step < 0:
            year -= month[0] >= anchor.month
        elif step > 0:
            year += month[0] <= anchor.month
        return Found(month[1], "DATE", f"{year:04d}-{month[0]:02d}", day=day_or_none(max(year, 1), month[0], 1), unit="month")
    if r.word(j) in ("night", "morning", "evening", "afternoon") and word in (
        "last",
        "this",
        "that",
        "same",
        "next",
        "following",
        "previous",
    ):
        shifted = {"last": -1, "next": 1, "following": 1, "previous": -1}.get(word, 0)
        day = shift(anchor, shifted, "day") if anchor else None
        return Found(j + 1, "TIME", f"{day.isoformat()}T{DAYPARTS[r.word(j)]}" if day else None, day=day)
    if r.word(j) in ("fiscal", "calendar", "financial", "academic", "school") and unit_of(r.word(j + 1)):
        j += 1
    unit = unit_of(r.word(j))
    if unit is not None and unit[0] not in ("second", "min", "minute", "hr"):
        name, plural = unit
        if (r.capital(j) and not r.all_caps) or (word in ("current", "present") and i == j - 1):
            return None
        if plural:
            return (
                Found(j + 1, "DURATION" if word not in ("that", "same") else "DATE", duration_of(None, name))
                if step or word == "recent"
                else None
            )
        if name == "hour" or (name == "day" and word in ("this", "last", "past", "present") and word != "last"):
            return Found(j + 1, "DATE", None) if name == "day" else None
        if word == "past" and not (r.word(j - 2) == "this" and name in ("weekend", "night", "morning", "evening")):
            return Found(j + 1, "DURATION", duration_of(1, name))
        if (
            word == "last"
            and i < j - 1
            and name in _UP_TO_NOW
            and r.word(i - 1) in _OVER_A_LENGTH
            and r.word(j + 1) not in _ITS_END
        ):
            return Found(_another_unit(r, j + 1), "DURATION", duration_of(1, name))
        day = shift(anchor, step, name) if anchor else None
        if name == "weekend" and word == "this" and anchor and r.tense(i, j + 1) < 0:
            day = weekday_on_or_before(anchor, 5)
        j += 1
        j = _another_unit(r, j)
        return Found(j, "DATE", value_of(day, name) if day else None, day=day, unit=name)
    amount = r.amount(j)
    if amount is not None and (step or word == "latest") and r.word(j) not in ("a", "an"):
        n, k = amount
        n, k = _range_of_units(r, j, n, k)
        k += r.word(k) in ("full", "consecutive", "straight", "or", "more") and not unit_of(r.word(k))
        k += r.word(k) == "-"
        unit = unit_of(r.word(k))
        if unit is not None:
            k += 1
            k = _another_unit(r, k)
            return Found(k, "DURATION", duration_of(n, unit[0]))
    return None


# "Over the last week" is the seven days up to now, as "over the past week" is; "last week" alone is a week of the calendar.
_UP_TO_NOW = word_set("week fortnight month year decade")
_OVER_A_LENGTH = word_set("in over during within throughout for")
_ITS_END = word_set("of before ' ’")
_OF_A_STORY = word_set("day morning afternoon evening night")


def _relative_weekday(r: Reader, anchor: date | None, weekday: tuple[int, int], step: int, word: str) -> Found | None:
    number, j = weekday
    if anchor is None:
        return Found(j, "DATE", f"XXXX-WXX-{number + 1}")
    if step < 0:
        yesterday = shift(anchor, -1, "day")
        when = weekday_on_or_before(yesterday, number) if yesterday else None
    elif step > 0:
        tomorrow = shift(anchor, 1, "day")
        when = weekday_on_or_after(tomorrow, number) if tomorrow else None
    else:
        tense = r.tense(j - 2, j)
        ahead = tense > 0 or (tense == 0 and word == "this")
        when = weekday_on_or_after(anchor, number) if ahead else weekday_on_or_before(anchor, number)
    return Found(j, "DATE", when.isoformat() if when else None, day=when)


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
    n, k = _range_of_units(r, j, n, k)
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
    if r.word(k) in ("'", "’") and plural:
        k += 1
    elif r.word(k) in ("'", "’") and r.word(k + 1) == "s" and r.glued(k + 1):
        pass
    if hyphen and r.word(k) == "-" and r.word(k + 1) in ("long", "old"):
        k += 2
    k = _another_unit(r, k)
    if r.word(j) in ("a", "an") and r.word(k) == "-" and r.glued(k) and r.word(k + 1) == "long":
        return None
    shifted = _shifted(r, start, k, n, name, mod)
    if shifted is not None:
        return shifted
    return Found(k, "DURATION", duration_of(n, name), mod)


def _range_of_units(r: Reader, j: int, n: float | None, k: int) -> tuple[float | None, int]:
    """Return (upper number, next token) of "12 to 18" before "months" and "three or four" before "days"; else ``n``, ``k``."""
    if r.word(j) in ("a", "an", "the") or r.word(k) not in ("to", "or", "-", "–") or not r.near(k):
        return n, k
    second = r.amount(k + 1)
    if second is None or r.word(k + 1) in ("a", "an") or second[0] is None:
        return n, k
    unit = unit_of(r.word(second[1]))
    return second if unit is not None and unit[1] else (n, k)


def _another_unit(r: Reader, k: int) -> int:
    """Return the token after "or months" of "weeks or months", after "or two" of "a year or two" and "or so"; else ``k``."""
    if r.word(k) in ("or", "and") and (unit := unit_of(r.word(k + 1))) is not None and unit[1] and r.near(k):
        return k + 2
    if r.word(k) == "or" and r.word(k + 1) in ("so", "more", "two", "less") and not unit_of(r.word(k + 2)):
        return k + 2
    return k


def _shifted(r: Reader, start: int, k: int, n: float | None, name: str, mod: str | None) -> Found | None:
    word = r.word(k)
    if word in ("ago", "back") or (word in lexicon.BACK and word != "prior"):
        if word == "before" and r.word(k + 1)[:1].isalpha() and r.near(k + 1) and not r.narrative:
            return None
        if word in ("back", "previously") and word == "back":
            return None
        anchor = r.anchor if word == "ago" else (r.reference or r.anchor)
        step = -1
        k += 1
    elif word in ("later", "afterward", "afterwards", "hence") or (word == "after" and not r.word(k + 1)[:1].isalpha()):
        anchor = (r.reference or r.anchor) if word != "hence" else r.anchor
        step = 1
        k += 1
    elif word == "from" and r.word(k + 1) in ("now", "today"):
        anchor, step, k = r.anchor, 1, k + 2
    else:
        return None
    if n == 1 and name == "year" and word in ("ago", "earlier") and (quarter := a_year_before(r, start)) is not None:
        return Found(k, "DATE", quarter[0], mod, day=quarter[1], unit=quarter[2])
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
    if name in ("hour", "minute", "second", "hr", "min"):
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
        return Found(_another_unit(r, i + 2), "DATE", duration_of(None, unit[0])) if unit and unit[1] else None
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
            and not (following[:1].isalnum() and r.near(i + 2) and following not in _AFTER_NAMES)
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
            anchor = r.reference or r.anchor
            if r.word(i + 3) in ("yesterday", "tomorrow"):
                day = shift(r.anchor, -2 if following == "before" else 2, "day") if r.anchor else None
                return Found(i + 4, "DATE", day.isoformat() if day else None, day=day)
            step = -1 if following in ("before", "earlier") else 1
            day = shift(anchor, step, unit[0]) if anchor else None
            return Found(i + 3, "DATE", value_of(day, unit[0]) if day else None, day=day, unit=unit[0])
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
        if r.word(i + 1) in ("ago", "earlier", "later"):
            return Found(i + 2, "DATE", "PAST_REF" if r.word(i + 1) != "later" else "FUTURE_REF")
        if r.word(i + 1) == "before" and r.narrative and unit[1]:
            return Found(i + 2, "DATE", "PAST_REF")
        if (before in _SPANNED and r.word(i - 2) != "matter") or r.word(i + 1) in ("of", "before", "after"):
            if r.word(i + 1) == "-" and r.word(i + 2) in ("long", "old"):
                return Found(i + 3, "DURATION", duration_of(None, unit[0]))
            return Found(_another_unit(r, i + 1), "DURATION", duration_of(None, unit[0]))
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


_SPANNED = word_set("for after in within of over takes took last lasted take through many by until spent")
_LONG = {"daylong": "day", "weeklong": "week", "monthlong": "month", "yearlong": "year", "hourlong": "hour"}
RULES = (repeated, single, article, relative, duration, bare_units)
