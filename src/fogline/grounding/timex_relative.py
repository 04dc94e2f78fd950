"""Rules for times that lean on another: "yesterday", "last week", "that day", "the following month"."""

from __future__ import annotations

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
from fogline.grounding.timex_named_days import holiday
from fogline.grounding.timex_periods import reported_quarter
from fogline.grounding.timex_reader import Found, Reader
from fogline.grounding.timex_story import counted_from, same_time, some_day_of
from fogline.grounding.timex_units import another_unit, range_of_units
from fogline.grounding.word_lists import word_set


def single(r: Reader, i: int) -> Found | None:
    """Read "today", "yesterday", "tonight", "now", "recently"."""
    word = r.word(i)
    short = word == "yday" or (word == "y" and r.word(i + 1) in ("'", "’") and r.word(i + 2) == "day" and r.glued(i + 2))
    if short or word in ("today", "yesterday", "tomorrow"):
        j = i + (3 if word == "y" else 1)
        if r.capital(i) and r.capital(i - 1) and r.near(i) and not r.all_caps:
            return None  # "USA Today"
        day = shift(r.anchor, {"today": 0, "tomorrow": 1}.get(word, -1), "day") if r.anchor else None
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
        not r.word(i + 2)[:1].isalpha() or (r.word(i - 1) == "in" and r.word(i + 2) in AFTER_NAMES | _SUBJECTS)
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


AFTER_NAMES = word_set(
    "and or but of in on at to from for by with as is was are were has had that which when while until through ended"
)


_SUBJECTS = word_set("the he she it they we i there this his its their such some many most a these those")


def modifies(r: Reader, first: int, last: int) -> bool:
    """Tell whether the expression of tokens ``first`` to ``last`` is written with a hyphen and stands before a noun."""
    hyphened = any(r.word(k) == "-" and r.glued(k) for k in range(first, last))
    noun = r.word(last)
    return hyphened and noun[:1].isalpha() and r.near(last) and noun not in AFTER_NAMES


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
    opens = r.capital(i) and r.word(i - 1) in (".", "")  # "Next day they came back"
    told = (i < j - 1 and r.word(i) == "the") or (i == j - 1 and opens and r.word(j) == "day")
    back = back or (word == "next" and told and r.word(j) in lexicon.DAYS and r.tense(i, j + 1) <= 0)
    back = back or (word == "next" and r.word(j) == "year" and _of_a_story(r, i, j))
    anchor = (r.reference or r.anchor) if (r.narrative and word not in ("this", "current", "present")) else r.anchor
    if r.word(j) == "very":
        j += 1
    if back:
        anchor = same_time(r, i, r.word(j)) if word in ("that", "same") else counted_from(r, i, r.word(j))
    weekday = r.weekday(j)
    if weekday is not None and not r.month(weekday[1]):
        return _relative_weekday(r, anchor, weekday, step, word)
    season = SEASONS.get(r.word(j))
    if season is not None:
        if anchor is None:
            return Found(j + 1, "DATE", f"XXXX-{season}")
        begin = date(anchor.year, {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season], 1)
        # In August "last summer" is the year before's, "the past summer" is not.
        over = 3 if word == "last" else 2
        while step < 0 and begin.year > 1 and begin > (shift(anchor, -over, "month") or anchor):
            begin = begin.replace(year=begin.year - 1)
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
        some = day.isoformat() if day else some_day_of(r) if back else None
        return Found(j + 1, "TIME", f"{some}T{DAYPARTS[r.word(j)]}" if some else None, day=day)
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
            return Found(another_unit(r, j + 1), "DURATION", duration_of(1, name))
        day = shift(anchor, step, name) if anchor else None
        if name == "weekend" and word == "this" and anchor and r.tense(i, j + 1) < 0:
            day = weekday_on_or_before(anchor, 5)
        j += 1
        j = another_unit(r, j)
        value = value_of(day, name) if day else some_day_of(r) if back and name == "day" else None
        return Found(j, "DATE", value, day=day, unit=name)
    amount = r.amount(j)
    if amount is not None and (step or word == "latest") and r.word(j) not in ("a", "an"):
        n, k = amount
        n, k = range_of_units(r, j, n, k)
        k += r.word(k) in ("full", "consecutive", "straight", "or", "more") and not unit_of(r.word(k))
        k += r.word(k) == "-"
        unit = unit_of(r.word(k))
        if unit is not None:
            k += 1
            k = another_unit(r, k)
            return Found(k, "DURATION", duration_of(n, unit[0]))
    return None


def _of_a_story(r: Reader, i: int, j: int) -> bool:
    """Tell whether "the next year" is the one after a year told before: "In 1984 they burned the mill. The next year they came back"."""
    told = r.reference
    past = told is not None and r.anchor is not None and told.year < r.anchor.year and not r.shifted
    return past and i < j - 1 and r.word(i) == "the" and r.word(i - 1) not in _OVER_A_LENGTH and r.tense(i, j + 1) <= 0


# "Over the last week" is the seven days up to now, as "over the past week" is; "last week" alone is a week of the calendar.
_UP_TO_NOW = word_set("week fortnight month year decade")
_OVER_A_LENGTH = word_set("in over during within throughout for")
_ITS_END = word_set("of before ' ’")


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
