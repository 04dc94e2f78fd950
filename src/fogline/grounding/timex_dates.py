"""Rules for days and months of the calendar: "30 December 1989", "12/13/2018", "May 4 and 5", "the 21st"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from fogline.grounding import timex_words as lexicon
from fogline.grounding.timex_calendar import (
    DAYPARTS,
    MONTHS,
    day_near,
    day_or_none,
    last_day,
    month_near,
    plus_days,
    shift,
    weekday_on_or_after,
    weekday_on_or_before,
)
from fogline.grounding.timex_ordinal_days import is_day_in_words, latest_such_day, spelled_day
from fogline.grounding.timex_reader import Found, Reader
from fogline.grounding.timex_story import story_year, told_year
from fogline.grounding.timex_years import relative_year, spelled_year
from fogline.grounding.word_lists import word_set


def calendar_date(r: Reader, i: int) -> Found | None:
    """Read "30 December 1989", "Dec. 13", "Monday, 3 May", "Monday morning, 3 May", "December 2018", "December"."""
    start, part = i, None
    weekday = r.weekday(i)
    if weekday is not None:
        i = weekday[1]
        part = DAYPARTS[r.word(i)] if r.word(i) in lexicon.PARTS_OF_A_DAY and r.near(i) else None
        i += part is not None
        i += r.word(i) in (",", "the")
    i += weekday is None and r.word(i) == "the" and r.day_number(i + 1) is not None and r.word(i + 2) in ("st", "nd", "rd", "th")
    number = weekday[0] if weekday is not None else None
    found = _day_first(r, i, number) or _month_first(r, i, start == i, number)
    if part is None or found is None:
        return found
    whole = found.type == "DATE" and found.unit == "day" and found.day is not None
    return replace(found, type="TIME", value=f"{found.value}T{part}") if whole else None


def second_day(r: Reader, i: int) -> Found | None:
    """Read the "5" of "May 4 and 5" and the "08" of "2007-08"."""
    if r.word(i - 1) in ("-", "–") and r.glued(i) and r.glued(i - 1) and (first := r.year(i - 2)) is not None:
        short = r.is_number(i, 0, 99, 2)
        if short is not None and short > first % 100 and not (r.word(i + 1) in ("-", "/") and r.glued(i + 1)):
            year = first // 100 * 100 + short
            return Found(i + 1, "DATE", f"{year:04d}", day=day_or_none(year, 1, 1), unit="year")
    if (listed := _listed_day(r, i)) is not None:
        return listed
    if r.word(i - 1) in ("and", "-", "–", "to", "or") and r.reference and r.reference_unit == "day":
        got = r.day_number(i)
        month = r.month(i - 3) if r.day_number(i - 2) else None
        if (
            got
            and month
            and month[1] == i - 2
            and not (r.word(got[1])[:1].isalpha() and r.near(got[1]) and r.word(got[1]) in lexicon.UNIT_WORDS)
        ):
            when = day_or_none(r.reference.year, month[0], got[0])
            last = got[1] + 2 if r.word(got[1]) == "," and r.year(got[1] + 1) == r.reference.year else got[1]
            return Found(last, "DATE", when.isoformat(), day=when) if when else None
    return None


def numeric_date(r: Reader, i: int) -> Found | None:
    """Read "2018-12-13", "12/13/2018", "13.12.2018" (13/12 where 12/13 cannot be)."""
    dotted = _DOTTED_DAY.match(r.text, r.words[i].start) if r.word(i)[:1].isdigit() else None
    if dotted is not None and r.word(i - 1) not in (".", "-", "/", "version"):
        short = len(dotted[3]) == 2
        when = day_or_none(r.full_year(int(dotted[3])) if short else int(dotted[3]), int(dotted[2]), int(dotted[1]))
        last = next((k for k in range(i, min(i + 6, len(r.words))) if r.words[k].end == dotted.end()), None)
        if when is not None and last is not None and (not short or len(dotted[0]) == 8):
            return Found(last + 1, "DATE", when.isoformat(), day=when)
    sep = r.word(i + 1)
    if sep not in ("/", "-", ".") or r.word(i + 3) != sep or not all(r.glued(i + k) for k in (1, 2, 3, 4)):
        return None
    if r.word(i + 5) == sep and r.glued(i + 5) and r.word(i + 6)[:1].isdigit():
        return None
    a, b, c = r.is_number(i, 0, 2199), r.is_number(i + 2, 1, 31), r.is_number(i + 4, 0, 2199)
    if a is None or b is None or c is None:
        return None
    if r.year(i):
        when = day_or_none(a, b, c) if b <= 12 else None
    else:
        year = (
            c
            if r.year(i + 4)
            else (
                r.short_year(i + 4)
                if (len(r.word(i + 4)) == 2 and sep == "/") or (len(r.word(i + 4)) == 2 and sep == "-")
                else None
            )
        )
        if year is None:
            return None
        when = day_or_none(year, b, a) if sep == "." else _likelier(r, i, day_or_none(year, a, b), day_or_none(year, b, a))
    return Found(i + 5, "DATE", when.isoformat(), day=when) if when else None


_DOTTED_DAY = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\.?\d)")


def week_of_month(r: Reader, i: int) -> Found | None:
    """Read "the second week of March", "the last week of May 2018": marked whole, with the month as its value."""
    j = i + (r.word(i) == "the")
    if j == i or not (r.word(j) in _WHICH_WEEK and r.word(j + 1) == "week" and r.word(j + 2) == "of"):
        return None
    inner = _month_first(r, j + 3, alone=True)
    if inner is None or inner.unit != "month":
        return None
    return Found(inner.last, "DATE", "P1W" if r.narrative else inner.value, day=inner.day, unit="month")


_WHICH_WEEK = word_set("first second third fourth last final opening")


def day_alone(r: Reader, i: int) -> Found | None:
    """Read "the 21st" where it stands for a day of the month told last: "on the 21st, two gunmen were held", "since the eleventh"."""
    got = r.day_number(i + 1) if r.word(i) == "the" else None
    spelled = spelled_day(r, i + 1) if got is None and r.word(i) == "the" else None
    got = got or spelled
    told = r.reference or r.anchor
    if got is not None and (month := _this_month(r, got[0], got[1])) is not None:
        when = day_or_none(month[0].year, month[0].month, got[0])
        return Found(month[1], "DATE", when.isoformat(), day=when) if when else None
    if got is None or (got[1] != i + 3 if spelled is None else not is_day_in_words(r, i, got[0], got[1])):
        return None
    if told is None or r.word(i - 1) not in _ON or r.reference_unit not in ("day", "month"):
        return None
    behind = r.word(got[1])
    if behind[:1].isalnum() and r.near(got[1]) and behind not in _BEHIND_A_DAY and (behind, r.word(i - 1)) != ("that", "on"):
        return None
    if _numbers_units(r, got[1]):
        return None
    when = latest_such_day(r, told, got[0], i, got[1])
    return Found(got[1], "DATE", when.isoformat(), day=when) if when else None


def end_day(r: Reader, i: int) -> Found | None:
    """Read "the last day of August", "the first day of 2014"."""
    if r.word(i) != "the" or r.word(i + 1) not in ("first", "last") or (r.word(i + 2), r.word(i + 3)) != ("day", "of"):
        return None
    first, year = r.word(i + 1) == "first", r.year(i + 4)
    if year is not None:
        when, last = day_or_none(year, 1 if first else 12, 1 if first else 31), i + 5
    else:
        month = _month_first(r, i + 4, alone=True)
        if month is None or month.unit != "month" or month.day is None:
            return None
        when, last = month.day if first else last_day(month.day.year, month.day.month), month.last
    # "The last day of March's fighting" is the fighting's.
    return Found(last, "DATE", when.isoformat(), day=when) if when is not None and r.word(last) not in ("'", "’") else None


def _this_month(r: Reader, day: int, j: int) -> tuple[date, int] | None:
    """Return (a day of the month, next token) of the "of this month" behind a ``day``: "on the 9th of last month", "the 9th of the month"."""
    if (
        r.word(j) == "of"
        and (r.word(j + 1), r.word(j + 2)) == ("the", "month")
        and r.near(j)
        and r.word(j - 3) not in ("was", "is", "were", "as")
    ):
        told = r.reference if r.reference is not None and r.reference_unit in ("day", "month") else r.anchor
        when = day_or_none(told.year, told.month, day) if told is not None else None
        back = when is not None and r.anchor is not None and when > r.anchor and r.tense(j - 2, j + 3) <= 0
        month = shift(told.replace(day=1), -1, "month") if told is not None and back else told
        return (month, j + 3) if month is not None else None
    step = {"this": 0, "last": -1, "next": 1}.get(r.word(j + 1)) if r.word(j) == "of" else None
    if step is None or r.word(j + 2) != "month" or r.anchor is None or not r.near(j):
        return None
    of = shift(r.anchor.replace(day=1), step, "month")
    return (of, j + 3) if of is not None else None


def weekday_of_month(r: Reader, i: int) -> Found | None:
    """Read "the last Sunday of September", "the first Friday in May 2018"."""
    which = _WHICH_WEEKDAY.get(r.word(i + 1)) if r.word(i) == "the" else None
    named = r.weekday(i + 2) if which is not None else None
    if which is None or named is None or r.word(named[1]) not in ("of", "in"):
        return None
    month = _month_first(r, named[1] + 1, alone=True)
    if month is None or month.unit != "month" or month.day is None:
        return None
    end = last_day(month.day.year, month.day.month)
    first = weekday_on_or_after(month.day.replace(day=1), named[0])
    when = weekday_on_or_before(end, named[0]) if which < 0 else plus_days(first, 7 * which) if first else None
    return Found(month.last, "DATE", when.isoformat(), day=when) if when is not None and when <= end else None


_WHICH_WEEKDAY = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_ON = word_set("on by until till since from and to between through")
_BEHIND_A_DAY = word_set(
    "and to at in when after with as was were by he she it they a an the two three until but near his her its their several "
    "who because before some many all nobody we another there more most"
)


def _numbers_units(r: Reader, k: int) -> bool:
    """Tell whether what stands behind an ordinal says that it is a unit's: "the 14th and 25th mechanised brigades"."""
    last = k + _LISTED
    while (
        k < last
        and r.near(k)
        and (r.word(k) in ("and", "or", ",", "the") or r.is_number(k, 1, 999) is not None or r.ordinal(k) is not None)
    ):
        k += 1
    while k < last + 4 and r.near(k) and r.word(k) in _KINDS_OF_UNIT:
        k += 1
    return r.near(k) and r.word(k) in _UNITS


_LISTED = 24  # tokens
_KINDS_OF_UNIT = word_set(
    "separate independent mechanised mechanized motorised motorized armoured armored airborne infantry tank artillery marine "
    "mountain assault guards rifle air"
)
_UNITS = word_set("brigades divisions corps regiments battalions armies fleets squadrons companies batteries fronts")


def _day_first(r: Reader, i: int, weekday: int | None = None) -> Found | None:
    got = r.day_number(i)
    if got is None and (spelled := spelled_day(r, i)) is not None and r.word(spelled[1]) == "of":
        got = spelled
    if got is None:
        return None
    day, j = got
    until = _range_end(r, j)
    if until is not None:
        # "22-25 April": the first day takes its month and year from the last.
        rest = _day_first(r, until)
        when = day_or_none(rest.day.year, rest.day.month, day) if rest and rest.day else None
        return Found(j, "DATE", when.isoformat(), day=when) if when else None
    j += r.word(j) == "of"
    j += r.word(j) == "-" and r.glued(j)
    month = r.month(j)
    if month is None or not r.near(j):
        return None
    return _with_year(r, i, month[1], month[0], day, weekday)


def _range_end(r: Reader, j: int, depth: int = 0) -> int | None:
    """Return where the second day of "22-25 April" or "the 13th to the 19th of May" begins."""
    if r.word(j) not in ("-", "–", "—", "to", "and", "or", "/", ",", "until", "through"):
        return None
    k = j + 1
    k += r.word(k) == "the"
    second = r.day_number(k)
    if second is None or not r.near(j):
        return None
    after = second[1] + (r.word(second[1]) == "of")
    return k if r.month(after) or (depth < 3 and _range_end(r, second[1], depth + 1)) else None


def _listed_day(r: Reader, i: int) -> Found | None:
    """Read the 2 and the 4 of "April 1, 2 and 4", and the 2 of "the night of March 1/2"."""
    got = r.day_number(i)
    if got is None or r.reference is None or r.reference_unit != "day" or r.word(i - 1) not in (",", "and", "/"):
        return None
    k = i
    while k > 1 and r.word(k - 1) in (",", "and", "/") and r.day_number(k - 2) and i - k < 12:
        k -= 2
    month = r.month(k - 1)
    slashed = r.word(i - 1) == "/" and r.glued(i) and got[0] == r.reference.day + 1
    if k == i or month is None or month[1] != k or (r.word(i - 1) == "/" and not slashed) or month[0] != r.reference.month:
        return None
    behind = got[1]
    goes_on = r.word(behind) in (",", "and") and r.day_number(behind + 1) is not None and r.word(i - 1) == ","
    ends = not r.word(behind)[:1].isalnum() and r.word(behind) not in ("%", "-", "/")
    if not (slashed or goes_on or (ends and r.word(i - 1) == "and")):
        return None
    when = day_or_none(r.reference.year, month[0], got[0])
    return Found(behind, "DATE", when.isoformat(), day=when) if when and got[0] > r.reference.day else None


def _month_first(r: Reader, i: int, alone: bool, weekday: int | None = None) -> Found | None:
    month = r.month(i)
    if month is None:
        return None
    number, j = month
    k = j + (r.word(j) in ("the", "-"))
    day = r.day_number(k) if r.near(k) else None
    if day is None and r.near(k) and r.word(k - 1) != "-" and (spelled := spelled_day(r, k)) is not None:
        ends = not (r.word(spelled[1])[:1].isalpha() and r.near(spelled[1]))
        # "In November the second, larger wave came": with an article the first three number more than days.
        day = spelled if k == j and ends else spelled if spelled[0] > 3 and (ends or r.word(spelled[1]) == "and") else None
    if day is not None and not (
        r.year(k)
        or (r.word(day[1]) == ":" and r.glued(day[1]) and r.word(day[1] + 1).isdigit() and r.glued(day[1] + 1))
        or r.word(day[1]) == "%"
    ):
        return _with_year(r, i, day[1], number, day[0], weekday)
    return _with_year(r, i, j, number, None) if alone else None


def _with_year(r: Reader, i: int, j: int, month: int, day: int | None, weekday: int | None = None) -> Found | None:
    """Add the year that follows, or find it from the report, the weekday before it and the words around."""
    k = j
    relative = relative_year(r, j)
    if relative is not None:
        of_year, last = relative
        value = f"{of_year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")
        return Found(last, "DATE", value, day=day_or_none(of_year, month, day or 1), unit="day" if day else "month")
    if r.word(k) in (",", "of"):
        k += 1
    if r.word(k) == "-" and r.glued(k):
        k += 1
    year = r.year(k) if r.near(k) or r.glued(k) else None
    if year is None and r.word(k) in ("'", "’", "‘") and r.short_year(k + 1) is not None:
        year, k = r.short_year(k + 1), k + 1
    elif year is None and k == j and day is not None and r.near(k) and r.short_year(k) is not None and _closes(r, k + 1):
        year = r.short_year(k)
    elif year is None and r.near(k) and (spelled := spelled_year(r, k)) is not None and spelled.day is not None:
        year, k = spelled.day.year, spelled.last - 1
    if year is not None:
        if day is not None and day_or_none(year, month, day) is None:
            return Found(k + 1, "DATE", None)
        value = f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")
        return Found(k + 1, "DATE", value, day=day_or_none(year, month, day or 1), unit="day" if day else "month")
    ranged = _year_of_range(r, i, j, month, day) or (_year_behind_days(r, j) if day is not None else None)
    if ranged is not None and (when := day_or_none(ranged, month, day or 1)) is not None:
        value = f"{ranged:04d}-{month:02d}" + (f"-{day:02d}" if day else "")
        return Found(j, "DATE", value, day=when, unit="day" if day else "month")
    anchor = r.reference if r.narrative and r.reference else r.anchor
    if anchor is None:
        return Found(j, "DATE", f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""))
    if (month, day) == (9, 11) and r.word(j) in lexicon.ATTACKS and anchor.year > 2001:
        return Found(j, "DATE", "2001-09-11", day=date(2001, 9, 11))
    told = told_year(anchor, r.reference_unit, month) if r.narrative else story_year(r, i, j, month, day, weekday)
    if told is not None:
        year = told
        when = day_or_none(year, month, day or 1)
        return Found(
            j, "DATE", f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else ""), day=when, unit="day" if day else "month"
        )
    tense = r.tense(i, j)
    if day is not None:
        when = day_near(anchor, month, day, -1 if _behind_since(r, i) else 0, weekday)
        if tense < 0 and when is not None and when > plus_days(anchor, _AHEAD_BESIDE_A_PAST):
            when = day_near(anchor, month, day, -1, weekday)
        return Found(j, "DATE", when.isoformat() if when else f"XXXX-{month:02d}-{day:02d}", day=when)
    year = month_near(anchor, month, tense > 0)
    return Found(j, "DATE", f"{year:04d}-{month:02d}", day=day_or_none(year, month, 1), unit="month")


# How far ahead a day may lie beside a verb in the past: "they set 10 November as the deadline". Of eleven days that such
# verbs moved in news of 1989-2000 nine had been right where they were, the farthest 73 days ahead.
_AHEAD_BESIDE_A_PAST = 75


def _behind_since(r: Reader, i: int) -> bool:
    """Tell whether "since" stands before the date at token ``i``, its weekday aside: what has begun lies behind."""
    k = i - 1
    while r.word(k) in (",", "the") or r.weekday(k) is not None:
        k -= 1
    return r.word(k) == "since"


def _year_behind_days(r: Reader, j: int) -> int | None:
    """Return the year of "March 1-5, 2019" and "May 4 and 5, 2018", which stands behind the last day only."""
    k = j
    for _ in range(3):
        if r.word(k) not in ("-", "–", "—", "and", "to", "/", ",") or not r.near(k):
            return None
        k += 1 + (r.word(k + 1) in ("and", "to"))
        got = r.day_number(k)
        if got is None:
            return None
        k = got[1]
        if r.word(k) == "," and (year := r.year(k + 1)) is not None:
            return year
    return None


_UP_TO = ("to", "until", "till", "through", "-", "–", "—")


def _year_of_range(r: Reader, i: int, j: int, month: int, day: int | None) -> int | None:
    """Return the year that one end of a range takes from the other: "from 20 November to 5 January 2019", "1 June through 30 November"."""
    led = r.word(i - 1)
    if r.word(j) in _UP_TO or (r.word(j) in ("and", "or", "&") and led in ("between", "in", "on", "of")):
        k = j + 1 + (r.word(j + 1) == "the")
        last = calendar_date(r, k) if r.near(k) and (r.month(k) or r.day_number(k)) else None
        if last is None or last.day is None:
            return None
        if r.year(last.last - 1) is None and (r.narrative or day is None or led not in ("between", "from") or r.tense(i, j) > 0):
            return None
        later = (month, day or 1) > (last.day.month, last.day.day if last.unit == "day" else 31)
        return last.day.year - later if last.day.year > 1 else None
    k = i - 1 if led != "the" else i - 2
    if r.narrative or r.word(k) not in _UP_TO or r.found_to != k or r.reference is None or r.reference_unit != "day":
        return None
    if not (r.word(k - 1)[:1].isdigit() or r.word(k - 1) in MONTHS):
        return None  # "on Friday to December's figures"
    if r.reference.year != (r.anchor or r.reference).year:
        return None
    return r.reference.year + 1 if day is not None and (month, day) < (r.reference.month, r.reference.day) else r.reference.year


def _closes(r: Reader, i: int) -> bool:
    """Tell whether "3 JAN 90" ends here: no noun follows that the last number could count."""
    word = r.word(i)
    return (
        not word
        or not word[0].isalpha()
        or word in ("at", "in", "and", "to", "of", "by", "text", "with", "from", "on")
        or not r.near(i)
    )


def _likelier(r: Reader, i: int, month_first: date | None, day_first: date | None) -> date | None:
    """Return which of the two readings of "12/05/2024" agrees with the report's date; month first where both do or neither."""
    if month_first is None or day_first is None or r.anchor is None:
        return month_first or day_first
    ahead = r.tense(i, i + 5) > 0
    fits = [d for d in (month_first, day_first) if (d >= r.anchor if ahead else d <= r.anchor)]
    return fits[0] if fits else month_first
