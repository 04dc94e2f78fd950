"""The days of one dated expression as they stand for an event: "Friday" of what is planned, "the second week of March"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from fogline.grounding.number import numbers, tokens
from fogline.grounding.stretch import Length, Stretch, length_of, stretch_of
from fogline.grounding.terms_set import HOUR_OF_A_WEEKDAY
from fogline.grounding.time_ahead import BARE_DAY, is_of_the_plan, lies_ahead, may_come, runs_on, years_off
from fogline.grounding.time_phrase import (
    CLOCK_ONLY,
    FEW_EXPRESSIONS,
    LATER_ON,
    PART_CHARACTERS,
    Phrase,
    day_told_before,
    names_its_year,
)
from fogline.grounding.timex import Timex, find_timexes
from fogline.grounding.timex_calendar import (
    DAYS_EARLY,
    MONTHS,
    WEEKDAYS,
    day_or_none,
    last_day,
    plus_days,
    shift,
    weekday_on_or_after,
    weekday_on_or_before,
)
from fogline.reading.reading import Modality
from fogline.span import Span

# "The 22nd"; a bare number beside another day of a month ("July 3 and 5") is of that month.
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th|d)\b", re.IGNORECASE)


def dated_stretch(phrase: Phrase, timex: Timex) -> Stretch | None:
    """Return the days of one DATE or TIME, or of so much of a month or year, as they stand for an event."""
    if (part := _part_of_whole(phrase, timex)) is not None:
        return part
    if timex.type == "DURATION":
        return None
    words = timex.span.of(phrase.text).lower()
    published = phrase.published_on
    if timex.type == "SET":
        weekday = next((n for name, n in WEEKDAYS.items() if words in (name + "s", name + "'s")), None)
        day = weekday_on_or_before(published, weekday) if published and weekday is not None else None
        return Stretch(day, day) if day else None
    if published is None and not names_its_year(phrase, timex):
        return None
    if timex.type == "TIME" and CLOCK_ONLY.fullmatch(words) and (day := day_told_before(phrase)) is not None:
        return Stretch(day, day)
    found = _portion(phrase, timex, words) or _shifted_from(phrase, words) or stretch_of(timex, words)
    if published is None:
        return found
    if found is None:
        if re.search(r"\b(?:a|one) year ago\b", words):
            year = shift(published, -1, "year")
            return _month(year.year, year.month) if year else None
        return None
    start, end = found.start, found.end
    if start is None or end is None:
        return found
    told_ahead = lies_ahead(phrase, timex)
    if (moved := _on_its_side(phrase, timex, start, end, told_ahead=told_ahead)) is not None:
        return moved
    happened = phrase.modality in (Modality.ACTUAL, Modality.NEGATED)
    if happened and start > published and not told_ahead and LATER_ON.search(words):
        return None  # so long after something that is not dated here
    return _weeks_ago(words, published) or _up_to_the_report(phrase, words, start, end)


def _on_its_side(phrase: Phrase, timex: Timex, start: date, end: date, *, told_ahead: bool) -> Stretch | None:
    """Return a time told without its year or week on the side of the report where it lies; None if it lies there already."""
    words, published = timex.span.of(phrase.text).lower(), phrase.published_on
    if published is None:
        return None
    happened = phrase.modality in (Modality.ACTUAL, Modality.NEGATED) and not told_ahead
    if start > published and (phrase.of_the_saying or happened):
        if start == end and HOUR_OF_A_WEEKDAY.fullmatch(words.removeprefix("this ")) is not None:
            return Stretch(plus_days(start, -7), plus_days(start, -7))
        if words in MONTHS and not runs_on(phrase, timex):
            return _years_on(start, end, -1)
        if _FEAST.fullmatch(words) and start > plus_days(published, DAYS_EARLY) and not runs_on(phrase, timex):
            return _years_on(start, end, -1)
        if happened and phrase.modality is Modality.ACTUAL and _THIS_WEEKEND.fullmatch(words):
            return Stretch(plus_days(start, -7), plus_days(end, -7))
    if off := years_off(phrase, timex, published):
        back = off < 0 and BARE_DAY.fullmatch(words) is not None and _ORDINAL.search(words) is not None
        # "On the 22nd", told on the 9th, is of the month before.
        day = shift(start, -1, "month") if back else day_or_none(start.year + off, start.month, start.day)
        return Stretch(day, day) if day else None
    ahead = told_ahead or is_of_the_plan(phrase, timex)
    if ahead and start == end and start < published and (words in WEEKDAYS or _AT_AN_HOUR.fullmatch(words) is not None):
        return Stretch(plus_days(start, 7), plus_days(start, 7))
    # Copies come late, and so do plans of "mid-January"; what is told of a season may be of the one just over.
    late = 0 if words in MONTHS else _PART_IS_OVER
    if end >= plus_days(published, -late) or _NO_YEAR.fullmatch(words) is None:
        return None
    term = not phrase.ahead and phrase.sets_a_term() and runs_on(phrase, timex)
    return _years_on(start, end, 1) if ahead or term or may_come(phrase, end, published) else None


def _years_on(start: date, end: date, years: int) -> Stretch:
    """Return the same part of the calendar in another year; a month's last day stays its last."""
    year = min(max(1, end.year + years), 9999)
    whole = end == last_day(end.year, end.month)
    last = last_day(year, end.month) if whole else date(year, end.month, min(end.day, 28) if end.month == 2 else end.day)
    first = date(min(max(1, start.year + years), 9999), start.month, min(start.day, 28) if start.month == 2 else start.day)
    return Stretch(first, last)


_A_MONTH = "|".join(MONTHS)
# A month or a season without its year, or a part of one: "September", "mid-November", "the beginning of August", "the summer".
_NO_YEAR = re.compile(
    rf"(?:(?:(?:early|late|mid)[- ]+(?:in )?|the (?:beginning|start|middle|end) of )?(?:{_A_MONTH})\.?|(?:the )?(?:spring|summer|autumn|winter))"
)
_PART_IS_OVER = 120  # days
# "Noon on Saturday"; "Saturday night" is that of an agreement as often as that of what was agreed.
_AT_AN_HOUR = re.compile(rf"(?:{CLOCK_ONLY.pattern}) on (?:{'|'.join(WEEKDAYS)})")
_FEAST = re.compile(r"christmas(?: day| eve)?|new year['’]s (?:day|eve)")


def _weeks_ago(words: str, published: date) -> Stretch | None:
    """Read "two weeks ago".

    Writers count days: of 14 such times in the development articles 12 lie seven days or their multiple back, or one more.
    """
    weeks = _WEEKS_AGO.search(words)
    if weeks is None:
        return None
    said = numbers(tokens(weeks[1]))
    n = 1 if weeks[1] == "a" else said[0].low if said and said[0].low == said[0].high else None
    return Stretch(plus_days(published, -(7 * n + 1)), plus_days(published, -(7 * n))) if n is not None and n < 1000 else None


def _up_to_the_report(phrase: Phrase, words: str, start: date, end: date) -> Stretch:
    """Return the days of a stretch that the report's day is in as they lie on the side of it that is told: "later this week"."""
    published = phrase.published_on
    if words.startswith("overnight"):
        return Stretch(plus_days(start, -1), end)
    if published is None or start == end or not start <= published <= end:
        return Stretch(start, end)
    if words == "this week" and start == published and phrase.modality is Modality.ACTUAL and phrase.claim_type not in _HOLDS:
        return Stretch(plus_days(published, -6), published)
    if words.startswith("earlier"):
        # Told on a Monday "earlier this week" is of the days behind it: weeks begin on Saturday or Sunday for many, and copies come late.
        return Stretch(plus_days(published, -6) if start == published and "week" in words else start, published)
    if words.startswith("later") or phrase.modality is Modality.PLANNED:
        return Stretch(published, end)
    return Stretch(start, published if phrase.modality in (Modality.ACTUAL, Modality.NEGATED) else end)


_HOLDS = frozenset({"control", "strength", "hardship"})
_THIS_WEEKEND = re.compile(r"(?:(?:this|the) )?weekend")
_WEEKS_AGO = re.compile(r"^(?:only |just |exactly |about |around )?([a-z]+|\d{1,3}) weeks? ago$")
_PART = re.compile(r"\b(first|second|third|fourth|last|final|opening|closing) (week|half|fortnight|weekend) of (?:the )?$")
_WHICH = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1, "closing": -1}


def _portion(phrase: Phrase, timex: Timex, words: str) -> Stretch | None:
    """Read the weeks and halves of a month: "the second week of March"."""
    head = phrase.text[max(0, timex.span.start - 40) : timex.span.start].lower()
    inside = re.match(
        r"(?:the )?(?:first|second|third|fourth|last|final|opening|closing|latter) (?:week|half) of (?:the )?", words
    )
    part = _PART.search(head + (inside[0].replace("latter", "last") if inside else ""))
    value = re.match(r"\d{4}-\d\d$", timex.value or "")
    month = stretch_of(replace(timex, mod=None), "") if value else None
    if part is None or month is None or month.start is None or month.end is None:
        return None
    which, unit = _WHICH[part[1]], part[2]
    if unit == "weekend":
        saturday = weekday_on_or_after(month.start, 5) if which >= 0 else weekday_on_or_before(plus_days(month.end, -1), 5)
        first = plus_days(saturday, 7 * max(which, 0)) if saturday else None
        return Stretch(first, plus_days(first, 1)) if first else None
    if unit == "half":
        middle = plus_days(month.start, 14)
        return Stretch(month.start, middle) if which == 0 else Stretch(plus_days(middle, 1), month.end)
    size = 7 if unit == "week" else 14
    if which < 0:
        return Stretch(max(month.start, plus_days(month.end, 1 - size)), month.end)
    first = plus_days(month.start, which * size)
    return Stretch(first, min(month.end, plus_days(first, size - 1))) if first <= month.end else None


_SHIFT = re.compile(r"^([a-z]+|\d{1,3}) (day|week)s? (later|earlier|after|before|afterwards?)$")


def _shifted_from(phrase: Phrase, words: str) -> Stretch | None:
    """Read "two weeks later" behind a month or a year: the whole of it, so far on; no day of it is meant."""
    match = _SHIFT.match(words)
    told = phrase.dated_before
    whole = stretch_of(told, told.span.of(phrase.text).lower()) if match and told else None
    if match is None or whole is None or whole.start is None or whole.end is None or (whole.end - whole.start).days < 20:
        return None
    said = numbers(tokens(match[1]))
    n = 1 if match[1] in ("a", "one") else said[0].low if said and said[0].low == said[0].high else None
    if n is None or n > 400:
        return None
    days = n * (7 if match[2] == "week" else 1) * (-1 if match[3] in ("earlier", "before") else 1)
    return Stretch(plus_days(whole.start, days), plus_days(whole.end, days))


_OF_A_WHOLE = re.compile(
    r"\bthe (?P<end>first|opening|last|final|closing) (?P<long>(?:[\w-]+ ){0,3}(?:days|weeks|months)) "
    r"of (?P<whole>(?:this|last|next|the) (?:year|month)|(?:[a-z]{3,9}\.?,? )?\d{4}|[a-z]{3,9})\b"
)
# What "the last days of 1999", "the first weeks of May" are taken for.
_BARE = {("days", True): 7, ("days", False): 7, ("weeks", True): 30, ("weeks", False): 14, ("months", True): 92}


def _length_in(words: str, *, year: bool) -> Length | None:
    """Return the length of "ten days", and of "days" alone what it is taken for in a month or a ``year``."""
    if (days := _BARE.get((words, year))) is not None:
        return Length(days, "day")
    said = find_timexes(words, None)
    return length_of(said[0]) if len(said) == 1 else None


_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d\d)?")


def _part_of_whole(phrase: Phrase, timex: Timex) -> Stretch | None:
    """Read "the last ten days of May 2018", "the first six months of this year", up to the report for what has happened.

    ``timex`` may be the whole of these words, the length or the year.
    """
    begin, published = max(0, timex.span.start - PART_CHARACTERS), phrase.published_on
    window = phrase.text[begin : timex.span.end + PART_CHARACTERS].lower()
    found = next((m for m in _OF_A_WHOLE.finditer(window) if Span(begin + m.start(), begin + m.end()).overlap(timex.span)), None)
    whole = _month_or_year(phrase, found["whole"], begin + found.end()) if found else None
    length = _length_in(found["long"], year=found["whole"].isdigit() or "year" in found["whole"]) if found and whole else None
    if found is None or length is None or whole is None or whole.start is None or whole.end is None:
        return None
    start, end = whole.start, whole.end
    if found["end"] in ("first", "opening"):
        last = length.ahead_of(start)
        end = min(end, plus_days(last, -1)) if last else end
    else:
        first = length.back_from(plus_days(end, 1))
        start = max(start, first) if first else start
    happened = phrase.modality in (Modality.ACTUAL, Modality.NEGATED)
    return Stretch(start, published if published and happened and start <= published < end else end)


def _month_or_year(phrase: Phrase, name: str, end: int) -> Stretch | None:
    """Return the whole month or year that "May", "June 2018", "2023", "last year", "the month" names; a planned month lies ahead.

    ``end`` is where the name ends in the text: "the month" of a digest is the one that the text tells of.
    """
    published = phrase.published_on
    told = next((t for t in phrase.timexes[:FEW_EXPRESSIONS] if t.type == "DATE" and t.span.end == end and t.value), None)
    if told is not None and _MONTH_OR_YEAR.fullmatch(told.value or ""):
        return stretch_of(replace(told, mod=None), "")
    said = re.fullmatch(r"(this|last|next|the) (year|month)", name)
    if said is not None:
        day = shift(published, {"last": -1, "next": 1}.get(said[1], 0), said[2]) if published else None
        if day is None:
            return None
        return Stretch(date(day.year, 1, 1), date(day.year, 12, 31)) if said[2] == "year" else _month(day.year, day.month)
    # "In" tells the month from the verb: "may", "march".
    named = find_timexes("In " + name.capitalize(), published)
    found = stretch_of(named[0], "") if named and _MONTH_OR_YEAR.fullmatch(named[0].value or "") else None
    if found is None or found.start is None or found.end is None or published is None or name[-1].isdigit() or not phrase.ahead:
        return found
    return _month(min(found.start.year + 1, 9999), found.start.month) if found.end < published else found


def _month(year: int, month: int) -> Stretch:
    return Stretch(date(year, month, 1), last_day(year, month))
