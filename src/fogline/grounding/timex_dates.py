"""Rules for calendar dates: days, months, years, decades, quarters, seasons, feasts, clock times."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from fogline.grounding import timex_words as lexicon
from fogline.grounding.number import CARDINALS, ORDINALS, core
from fogline.grounding.timex_calendar import (
    DAYPARTS,
    MONTHS,
    SEASONS,
    day_near,
    day_or_none,
    easter,
    month_near,
    plus_days,
    shift,
    thanksgiving,
    weekday_on_or_after,
    weekday_on_or_before,
)
from fogline.grounding.timex_reader import Found, Reader
from fogline.grounding.word_lists import word_set


def calendar_date(r: Reader, i: int) -> Found | None:
    """Read "30 December 1989", "Dec. 13", "Monday, 3 May", "December 2018", "December"."""
    start = i
    weekday = r.weekday(i)
    if weekday is not None:
        i = weekday[1]
        i += r.word(i) in (",", "the")
    i += weekday is None and r.word(i) == "the" and r.day_number(i + 1) is not None and r.word(i + 2) in ("st", "nd", "rd", "th")
    number = weekday[0] if weekday is not None else None
    return _day_first(r, i, number) or _month_first(r, i, start == i, number)


def _day_first(r: Reader, i: int, weekday: int | None = None) -> Found | None:
    got = r.day_number(i)
    if got is None and r.word(i) in ORDINALS and r.word(i + 1) == "of":
        got = (ORDINALS[r.word(i)], i + 1) if ORDINALS[r.word(i)] <= 31 else None
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
    if day is None and k == j and r.near(k) and r.word(k) in ORDINALS and not (r.word(k + 1)[:1].isalpha() and r.near(k + 1)):
        day = (ORDINALS[r.word(k)], k + 1)
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
    relative = _relative_year(r, j)
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
    tense = 0 if r.narrative else r.tense(i, j)
    if r.narrative:
        year = _told_year(r, anchor, month)
        when = day_or_none(year, month, day or 1)
        return Found(
            j, "DATE", f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else ""), day=when, unit="day" if day else "month"
        )
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


def _told_year(r: Reader, told: date, month: int) -> int:
    """Return the year of a month in a story told in order: the same, or the next once the story has passed it."""
    if r.reference_unit in ("year", "decade", "century", "season"):
        return told.year
    if month < told.month - 4 and told.year < 9999:
        return told.year + 1
    return told.year - 1 if month > told.month + 8 and told.year > 1 else told.year


def _relative_year(r: Reader, j: int) -> tuple[int, int] | None:
    """Read the "last year" of "August last year", "of that year", "the following year"."""
    j += r.word(j) == "of"
    j += r.word(j) == "the"
    word = r.word(j)
    if r.word(j + 1) != "year" or not r.near(j):
        return None
    leaning = word in ("that", "same", "following", "previous", "preceding")
    anchor = (r.reference or r.anchor) if leaning or r.narrative else r.anchor
    step = {"last": -1, "this": 0, "next": 1, "that": 0, "same": 0, "following": 1, "previous": -1, "preceding": -1}.get(word)
    if anchor is None or step is None or not 1 <= anchor.year + step <= 9999:
        return None
    return anchor.year + step, j + 2


def _closes(r: Reader, i: int) -> bool:
    """Tell whether "3 JAN 90" ends here: no noun follows that the last number could count."""
    word = r.word(i)
    return (
        not word
        or not word[0].isalpha()
        or word in ("at", "in", "and", "to", "of", "by", "text", "with", "from", "on")
        or not r.near(i)
    )


def nine_eleven(r: Reader, i: int) -> Found | None:
    """Read "9/11", which is a name by now."""
    if r.word(i) != "9" or r.word(i + 1) != "/" or r.word(i + 2) != "11" or not (r.glued(i + 1) and r.glued(i + 2)):
        return None
    alone = not r.glued(i) and not (r.glued(i + 3) and r.word(i + 3) in ("/", ":"))
    # No day: what comes "three weeks later" does not count from it.
    return Found(i + 3, "DATE", "2001-09-11") if alone and r.anchor and r.anchor.year > 2001 else None


_DOTTED_DAY = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\.?\d)")


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


def _likelier(r: Reader, i: int, month_first: date | None, day_first: date | None) -> date | None:
    """Return which of the two readings of "12/05/2024" agrees with the report's date; month first where both do or neither."""
    if month_first is None or day_first is None or r.anchor is None:
        return month_first or day_first
    ahead = r.tense(i, i + 5) > 0
    fits = [d for d in (month_first, day_first) if (d >= r.anchor if ahead else d <= r.anchor)]
    return fits[0] if fits else month_first


def year(r: Reader, i: int) -> Found | None:
    """Read a year that stands as one: "1989", "'89", "1980-88" is two."""
    found = r.year(i)
    if found is None:
        if r.word(i) in ("'", "’", "‘") and r.glued(i + 1) and not r.glued(i) and r.is_number(i + 1, 0, 99, 2) is not None:
            if r.word(i + 2) == "s" and r.glued(i + 2):
                short = r.short_year(i + 1) or 0
                return Found(i + 3, "DATE", f"{short // 10:03d}", day=day_or_none(short // 10 * 10, 1, 1), unit="decade")
            short = r.short_year(i + 1) or 0
            return Found(i + 2, "DATE", f"{short:04d}", day=day_or_none(short, 1, 1), unit="year")
        return None
    if (r.word(i + 1) == "s" and r.glued(i + 1)) or (
        r.word(i + 1) in ("'", "’") and r.word(i + 2) == "s" and r.glued(i + 2) and found % 10 == 0
    ):
        unit = "century" if found % 100 == 0 and not r.narrative and found < 1900 else "decade"
        value = f"{found // 100:02d}" if unit == "century" else f"{found // 10:03d}"
        return Found(i + 2 if r.word(i + 1) == "s" else i + 3, "DATE", value, day=day_or_none(found, 1, 1), unit=unit)
    if not _is_year(r, i, found):
        return None
    return Found(i + 1, "DATE", f"{found:04d}", day=day_or_none(found, 1, 1), unit="year")


_COUNT_LEADS = word_set(
    "of some about around approximately nearly almost over than least most roughly only another estimated total killing "
    "killed wounding wounded injured injuring least no $ £ € # to"
)
_YEAR_LEADS = word_set(
    "in since until till by during before after from early late mid of between through year for the , ( - and to"
)


def _is_year(r: Reader, i: int, found: int) -> bool:
    before, after = r.word(i - 1), r.word(i + 1)
    if r.glued(i) and before in ("$", "£", "€", "#", ":", ".", "_", "/", "@"):
        return False
    if (
        r.glued(i)
        and before in ("-", "–")
        and r.word(i - 2)
        and r.glued(i - 1)
        and not r.word(i - 2)[:1].isdigit()
        and r.word(i - 2) not in ("mid", "pre", "post", "early", "late", "may", "september", "october", "february")
    ):
        return False
    if (
        r.glued(i + 1)
        and after
        and after not in (",", ".", ";", ")", "]", "-", "–", "'", "’", "?", "!", '"', "”", "/", ":", "—", "(")
    ):
        return False
    if (
        after in ("-", "–")
        and r.glued(i + 1)
        and r.glued(i + 2)
        and r.word(i + 2) in ("strong", "km", "mile", "foot", "pound", "square")
    ):
        return False
    if before in ("$", "£", "€", "us$") or after in (
        "gmt",
        "hours",
        "%",
        "percent",
    ):
        return False
    if _bears_a_number(r, i - 1) or (r.near(i + 1) and _counts(r, i, found)):
        return False
    if before == "at" and not r.narrative:
        return False
    if (
        after
        and after[0].isalpha()
        and r.near(i + 1)
        and before in _COUNT_LEADS
        and before not in ("of", "to")
        and not r.capital(i + 1)
    ):
        return False
    far = r.anchor is not None and not r.narrative and not r.anchor.year - 150 <= found <= r.anchor.year + 60
    if far and before not in ("in", "since", "until", "year", "from", "by"):
        return False
    plural_noun = (
        after.endswith("s")
        and after.isalpha()
        and len(after) > 3
        and after not in ("was", "this", "his", "has", "elections", "olympics", "always")
        and r.near(i + 1)
    )
    return not (plural_noun and not r.capital(i + 1) and before not in _YEAR_LEADS and not r.all_caps)


def _bears_a_number(r: Reader, k: int) -> bool:
    """Tell whether token ``k`` is what the number behind it belongs to: "Resolution 1973", "resolutions 1970 and 1973", "No. 1990"."""
    if r.word(k) == "." and r.glued(k):
        return r.word(k - 1) in ("no", "nos", "nr")
    while r.word(k) in ("and", ",", "or") and r.year(k - 1) is not None:
        k -= 2
    k -= r.word(k) in ("no", "nos", "nr") and r.word(k - 1) in lexicon.NUMBERED
    return r.word(k) in lexicon.NUMBERED


def _counts(r: Reader, i: int, found: int) -> bool:
    """Tell whether a number of four figures at ``i`` counts people or measures: "lost 2000 men", not "in 2016 men left", "the 2015 attackers"."""
    if r.word(i + 1) in lexicon.MEASURES:
        return not r.capital(i + 1)
    if r.word(i + 1) not in lexicon.COUNTED:
        return False
    # Behind an article counts of people are round.
    return r.word(i - 1) not in _OPENS_A_CLAUSE and not (r.word(i - 1) == "the" and found % 50)


_OPENS_A_CLAUSE = word_set("in since during until")


def spelled_year(r: Reader, i: int) -> Found | None:
    """Read "nineteen ninety-six", "the year two thousand"."""
    if r.word(i) in ("eighteen", "nineteen", "twenty"):
        number = core(r.words, i + 1) if i + 1 < len(r.words) and r.near(i + 1) else None
        first = CARDINALS[r.word(i)]
        if (
            number
            and number.low
            and 10 <= number.low <= 99
            and r.word(i + 1) in CARDINALS
            and not (first == 20 and number.low < 10)
        ):
            year = first * 100 + number.low
            return Found(number.last, "DATE", f"{year:04d}", day=day_or_none(year, 1, 1), unit="year")
    if r.word(i) == "two" and r.word(i + 1) == "thousand" and r.word(i - 1) == "year":
        return Found(i + 2, "DATE", "2000", day=day_or_none(2000, 1, 1), unit="year")
    return None


def decade(r: Reader, i: int) -> Found | None:
    """Read "the eighties", "the 80s", "the nineteen-sixties"."""
    words = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}
    if r.word(i) in words and r.word(i - 1) not in ("his", "her", "their", "my", "early", "mid", "late", "-"):
        start = r.full_year(words[r.word(i)] * 10)
        return Found(i + 1, "DATE", f"{start // 10:03d}", day=day_or_none(start, 1, 1), unit="decade")
    number = r.is_number(i, 10, 90, 2)
    if (
        number is not None
        and number % 10 == 0
        and r.word(i + 1) == "s"
        and r.glued(i + 1)
        and r.word(i - 1) not in ("his", "her", "their")
    ):
        start = r.full_year(number)
        return Found(i + 2, "DATE", f"{start // 10:03d}", day=day_or_none(start, 1, 1), unit="decade")
    return None


def century(r: Reader, i: int) -> Found | None:
    """Read "19th century", "the twentieth century", "third century BC"."""
    ordinal, j = None, i
    if r.is_number(i, 1, 30) and r.ordinal(i + 1):
        ordinal, j = r.ordinal(i + 1), i + 2
    elif r.word(i) in ORDINALS:
        ordinal, j = ORDINALS[r.word(i)], i + 1
    if ordinal is None:
        return None
    j += r.word(j) == "-"
    if r.word(j) not in ("century", "centuries"):
        return None
    j += 1
    era = _era(r, j)
    if era:
        return Found(era[1], "DATE", f"BC{ordinal - 1:02d}" if era[0] else f"{ordinal - 1:02d}")
    when = day_or_none((ordinal - 1) * 100 or 1, 1, 1)
    return Found(j, "DATE", f"{ordinal - 1:02d}", day=when, unit="century")


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
    """Read "the 21st" where it stands for a day of the month told last: "on the 21st, two gunmen were held"."""
    got = r.day_number(i + 1) if r.word(i) == "the" else None
    told = r.reference or r.anchor
    if got is None or got[1] != i + 3 or told is None or r.word(i - 1) not in _ON or r.reference_unit not in ("day", "month"):
        return None
    behind = r.word(got[1])
    if behind[:1].isalnum() and r.near(got[1]) and behind not in _BEHIND_A_DAY:
        return None
    when = day_or_none(told.year, told.month, got[0])
    return Found(got[1], "DATE", when.isoformat(), day=when) if when else None


_ON = word_set("on by until till since from and to between through")
_BEHIND_A_DAY = word_set("and to at in when after with as was were by he she it they a an the two three until but near")


def _era(r: Reader, i: int) -> tuple[bool, int] | None:
    """Return (before Christ, next token) of "BC", "B.C.", "AD", "CE"."""
    word = r.word(i)
    if word in ("bc", "bce", "ad", "ce") and (r.raw(i).isupper()):
        return word.startswith("bc") or word == "bce", i + 1
    if word in ("b", "a") and r.word(i + 1) == "." and r.word(i + 2) in ("c", "d") and r.glued(i + 2) and r.raw(i).isupper():
        j = i + 3
        j += r.word(j) == "."
        return word == "b", j
    return None


def era_year(r: Reader, i: int) -> Found | None:
    """Read "241 BC", "AD 70"."""
    lead = _era(r, i)
    if lead and r.word(i) in ("ad", "a"):
        number = r.is_number(lead[1], 1, 2100)
        if number:
            return Found(lead[1] + 1, "DATE", f"{number:04d}", day=day_or_none(number, 1, 1), unit="year")
    number = r.is_number(i, 1, 9999)
    if number is None:
        return None
    era = _era(r, i + 1)
    if era is None or not r.near(i + 1):
        return None
    if era[0]:
        return Found(era[1], "DATE", f"BC{number:04d}")
    return Found(era[1], "DATE", f"{number:04d}", day=day_or_none(number, 1, 1), unit="year")


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
    tense = r.tense(i if first is None else first, j)
    when = weekday_on_or_after(anchor, number) if tense > 0 else weekday_on_or_before(anchor, number)
    return Found(j, "DATE", when.isoformat(), day=when) if when else None


def _week_named(r: Reader, j: int) -> tuple[date, int] | None:
    """Return (a day of the week, next token) of "last week" behind a weekday: "Friday last week", "Monday of next week"."""
    k = j + (r.word(j) == "of")
    step = {"last": -1, "this": 0, "next": 1}.get(r.word(k))
    if step is None or r.word(k + 1) != "week" or r.anchor is None or r.narrative or not r.near(j):
        return None
    day = shift(r.anchor, step, "week")
    return (day, k + 2) if day is not None else None


def plural_weekday(r: Reader, i: int) -> Found | None:
    """Read "Tuesdays": every one."""
    word = r.word(i)
    if word.endswith("s") and word[:-1] in _PLURAL_DAYS and (r.capital(i) or r.all_caps):
        return Found(i + 1, "SET", f"XXXX-WXX-{_PLURAL_DAYS[word[:-1]]}")
    return None


_PLURAL_DAYS = {"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7}


def holiday(r: Reader, i: int) -> Found | None:
    """Read "Christmas Eve", "New Year's Day" as days, movable feasts without one."""
    if not (r.capital(i) or r.all_caps):
        return None
    for n in (5, 4, 3, 2, 1):
        key = tuple(r.word(i + k) for k in range(n))
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


def season(r: Reader, i: int) -> Found | None:
    """Read "summer", "the autumn of 2014", "winter 1917-18"."""
    word = r.word(i)
    code = SEASONS.get(word)
    if code is None:
        return None
    j = i + 1
    k = j + (r.word(j) in ("of", ","))
    stated, last = r.year(k), k + 1
    if stated is None and (spelled := spelled_year(r, k)) is not None and spelled.day is not None:
        stated, last = spelled.day.year, spelled.last
    if stated:
        return Found(
            last,
            "DATE",
            f"{stated:04d}-{code}",
            day=day_or_none(stated, {"SP": 4, "SU": 7, "FA": 10, "WI": 12}[code], 1),
            unit="season",
        )
    relative = _relative_year(r, j)
    if relative is not None:
        of_year, last = relative
        when = day_or_none(of_year, {"SP": 4, "SU": 7, "FA": 10, "WI": 12}[code], 1)
        return Found(last, "DATE", f"{of_year:04d}-{code}", day=when, unit="season")
    led = (r.narrative and word in ("winter", "summer", "autumn")) or r.word(i - 1) in (
        "in",
        "the",
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
        "-",
        "since",
        "by",
        "until",
        "following",
        "that",
        "during",
        "previous",
    )
    fallen = word == "fall" and (r.word(j) == "of" or not r.narrative or r.word(i - 1) != "the")
    if not led or (fallen and r.word(i - 1) in ("the", "in", "this", "-", "that")) or (word == "spring" and r.word(i - 1) == "-"):
        return None
    if (r.word(j) == "offensive" and not r.narrative) or (
        word == "spring" and r.word(i - 1) == "the" and r.word(i - 2) == "arab"
    ):
        return None
    anchor = r.reference if r.narrative and r.reference else r.anchor
    if anchor is None:
        return Found(j, "DATE", f"XXXX-{code}")
    when = _season_near(anchor, code, r.tense(i, j) > 0 and not r.narrative, r.narrative)
    return Found(j, "DATE", f"{when.year:04d}-{code}", day=when, unit="season")


def _season_near(anchor: date, code: str, future: bool, same_year: bool) -> date:
    month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    found = anchor.year if same_year else month_near(anchor, month, future)
    return date(max(found, 1), month, 1)


_DOTTED = re.compile(r"([01]?\d)\.([0-5]\d)")


def clock(r: Reader, i: int) -> Found | None:
    """Read "10:35 a.m.", "5 pm", "noon"; the day is the one named beside it or the report's."""
    hour, minute = r.is_number(i, 0, 24), None
    j = i + 1
    if hour is None and (dotted := _DOTTED.fullmatch(r.word(i))) is not None and r.word(j) in ("am", "pm", "a", "p"):
        hour, minute = int(dotted[1]), int(dotted[2])
    elif hour is None and dotted is not None and int(dotted[1]) < 24 and r.word(j) in _ZONES:
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
    for zone in _ZONES:
        if r.word(j) == zone:
            j += 1
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    if half is None and r.word(j) in _HOURS and (r.glued(j) or r.word(j) != "h"):
        j += 1
    return _clock_on(r, i, j, f"T{hour:02d}:{minute or 0:02d}")


def _behind_bracket(r: Reader, j: int) -> int:
    """Return the token after the other zone's hour in "5 p.m. (1700 GMT) Tuesday", if a day follows; else ``j``."""
    if r.word(j) == "(":
        close = next((k for k in range(j + 1, j + 8) if r.word(k) == ")"), None)
        if (
            close is not None
            and any(r.word(k) in _ZONES for k in range(j, close))
            and (r.weekday(close + 1) or r.word(close + 1) == "on")
        ):
            return close + 1
    return j


_ZONES = ("gmt", "est", "edt", "pst", "utc", "cet", "bst", "et", "cest", "eet", "pdt", "msk")
# "1320Z", "at 0430 hours", "13:20h".
_HOURS = ("z", "h", "hrs", "hours", "hr")
_AT = ("at", "around", "about", "from", "by", "between", "and", "to", "until", "since")


def _day_right_before(r: Reader, i: int) -> date | None:
    """Return the day whose name ends right before the clock at token ``i``: "on Sunday, 31 March at about 9 p.m."."""
    k = i
    while k > r.found_to and r.word(k - 1) in (",", "at", "around", "about", "approximately", "("):
        k -= 1
    return r.reference if k == r.found_to and r.reference_unit == "day" else None


def _clock_on(r: Reader, i: int, j: int, stamp: str) -> Found:
    """Give the time of day of tokens ``i`` to ``j`` its day: the one named right after ("noon Saturday"), or the report's."""
    local = j + (r.word(j) == "local" and r.word(j + 1) == "time")
    local += r.word(local) == "time" and r.word(local - 1) == "local"
    other_zone = _behind_bracket(r, local)
    k = other_zone
    k += r.word(k) in (",", "on", "of")
    k += r.word(k) == "the" and r.word(k - 1) == "on"
    named = None
    if r.near(k):
        named = calendar_date(r, k) or weekday(r, k, i)
        if named is None and r.word(k) in ("today", "yesterday", "tomorrow") and r.anchor:
            when = shift(r.anchor, {"today": 0, "yesterday": -1, "tomorrow": 1}[r.word(k)], "day")
            named = Found(k + 1, "DATE", None, day=when)
    if named is not None and named.day is not None and named.unit == "day":
        # Behind a bracket the day is an expression of its own.
        return Found(named.last if other_zone == local else j, "TIME", named.day.isoformat() + stamp, day=named.day)
    day = _day_right_before(r, i) or (r.reference if r.narrative else None) or r.anchor
    return Found(j, "TIME", (day.isoformat() if day else "XXXX-XX-XX") + stamp)


def fiscal(r: Reader, i: int) -> Found | None:
    """Read "fiscal 1989", "the 1990 fiscal year", "FY 1989"."""
    if r.word(i) in ("fiscal", "fy"):
        j = i + 1 + (r.word(i + 1) == "year")
        stated = r.year(j)
        if stated:
            part = ORDINALS.get(r.word(j + 1), 0)
            if 1 <= part <= 4 and r.word(j + 2) == "quarter":
                when = day_or_none(stated, 3 * part - 2, 1)
                return Found(j + 3, "DATE", f"{stated:04d}-Q{part}", day=when, unit="quarter")
            return Found(j + 1, "DATE", f"{stated:04d}", day=day_or_none(stated, 1, 1), unit="year")
        if r.word(i + 1) == "year" and r.word(i - 1) in ("this", "the") and r.anchor:
            return Found(i + 2, "DATE", f"{r.anchor.year:04d}", day=r.anchor, unit="year")
    stated = r.year(i)
    if stated and r.word(i + 1) in ("fiscal", "financial") and r.word(i + 2) == "year":
        return Found(i + 3, "DATE", f"{stated:04d}", day=day_or_none(stated, 1, 1), unit="year")
    return None


def quarter(r: Reader, i: int) -> Found | None:
    """Read "third quarter", "the first half of 1989", "third-quarter"."""
    if r.word(i) == "fiscal":
        return quarter(r, i + 1 + (r.word(i + 1) == "-"))
    number = ORDINALS.get(r.word(i)) or (r.ordinal(i + 1) if r.is_number(i, 1, 4) else None)
    if number is None or number > 4:
        return None
    j = i + 1 if r.word(i) in ORDINALS else i + 2
    j += r.word(j) == "-"
    if r.word(j) in ("and", "or", "to") and r.word(j + 1) in ORDINALS and r.word(j + 2) in ("quarter", "quarters") and r.anchor:
        when = day_or_none(r.anchor.year, 3 * number - 2, 1)
        return Found(j, "DATE", f"{r.anchor.year:04d}-Q{number}", day=when, unit="quarter")
    if r.word(j) not in ("quarter", "half", "quarters") or (r.word(j) == "half" and number > 2):
        return None
    if r.word(j) == "quarters" and r.word(i - 1) not in ("and", "or", "to"):
        return None
    code = ("H" if r.word(j) == "half" else "Q") + str(number)
    j += 1
    k = j + (r.word(j) in ("of", ","))
    k += r.word(k) == "fiscal"
    stated = r.year(k)
    if (
        stated is None
        and r.word(j) in ("of",)
        and r.word(j + 1) in ("this", "last", "next")
        and r.word(j + 2) == "year"
        and r.anchor
    ):
        stated = r.anchor.year + {"this": 0, "last": -1, "next": 1}[r.word(j + 1)]
        k = j + 2
    if stated is None:
        if code[0] == "H":
            return None
        if r.anchor is None:
            return Found(j, "DATE", f"XXXX-{code}")
        stated = r.anchor.year - (r.anchor.month < 3 * number - 2 and r.tense(i, j) <= 0)
        k = j - 1
    month = 3 * number - 2 if code[0] == "Q" else 6 * number - 5
    return Found(k + 1, "DATE", f"{stated:04d}-{code}", day=day_or_none(stated, month, 1), unit="quarter")


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


RULES = (
    week_of_month, day_alone, calendar_date, numeric_date, nine_eleven, fiscal, quarter, season, century, era_year, year, spelled_year, second_day, decade, holiday, weekday, plural_weekday, clock, daypart,
)  # fmt: skip
