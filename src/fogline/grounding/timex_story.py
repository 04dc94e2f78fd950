"""What a text has told so far, and what leans on it: the day that "that day" means, the year of a story of another year."""

from __future__ import annotations

import re
from datetime import date

from fogline.grounding import timex_words as lexicon
from fogline.grounding.quoted_words import quoted_words
from fogline.grounding.timex_calendar import UNITS, day_or_none
from fogline.grounding.timex_reader import Found, Reader, Told
from fogline.grounding.word_lists import word_set
from fogline.span import Span

__all__ = [
    "SENTENCE_END", "between", "counted_from", "day_told", "leans_on_the_report", "note", "same_time", "some_day_of", "story_year", "told_year",
]  # fmt: skip


def note(r: Reader, found: Found, first: int, last: int) -> None:
    """Remember the expression of tokens ``first`` to ``last`` for those behind it that lean on it."""
    if found.value == "PRESENT_REF":
        r.story = None
    if found.day is None or (_in_quotation(r, first) and any(r.word(k) in _OF_THE_SPEAKER for k in range(first, last))):
        return  # "he said, 'Today you will die'": the speaker's day is not the teller's
    r.reference, r.reference_unit, r.found_to = found.day, found.unit, last
    r.shifted = r.word(last - 1) in ("later", "earlier", "after", "before", "ago")
    r.note_quarter(found, first)
    told = Told(found.day, found.unit, last)
    if _of_a_saying(r, first, last):
        # "Killed on Monday, the ministry said on Tuesday": the story's day is the Monday.
        beside = r.told_day is not None and _same_sentence(r, r.told_day, first)
        r.said_day = told if found.unit == "day" and not beside else r.said_day
    elif not _is_stamp(r, first, last):
        r.told = told
        r.told_day = told if found.unit == "day" else r.told_day
    r.story = told if _is_of_a_story(r, found, first, last) else None


def leans_on_the_report(r: Reader, i: int) -> bool:
    """Tell whether a word says when it was written: "yesterday", "ago", a weekday without a date, "last week"."""
    word = r.word(i)
    if word in ("yesterday", "tonight", "ago"):
        return True
    if word in ("last", "this", "next"):
        return r.word(i + 1) in ("week", "month", "year")
    weekday = r.weekday(i)
    return weekday is not None and r.word(weekday[1]) != "," and r.month(weekday[1]) is None


# How far back a day may stand that "that day" or "the night before" leans on, and a date whose story goes on, in characters.
_REACH, _STORY_REACH = 600, 2000


def day_told(r: Reader, i: int) -> date | None:
    """Return the day told last before token ``i``, if it is near.

    The day of a saying counts in the sentences behind it, unless the story's day stands beside it, and never for what was said:
    "the mission said on Thursday that nine were killed that day".
    """
    told, said = r.told_day, r.said_day
    if said is not None and not _same_sentence(r, said, i) and (told is None or told.last < said.last):
        told = said
    if told is None:
        return None
    gap = between(r, told, i)
    if gap is None or len(gap) > _REACH:
        return None
    whole = r.reference_unit not in ("day", "week") and not r.shifted
    # "In 2014 the town fell. That day …" leans on no day told before of another year.
    apart = whole and "\n" in gap and r.reference is not None and not _within(told.day, r.reference, r.reference_unit)
    return None if apart else told.day


def between(r: Reader, told: Told, i: int) -> str | None:
    """Return the text between a time and token ``i``; None if it is long."""
    start, end = r.words[told.last - 1].end, r.words[i].start
    return r.text[start:end] if end - start <= _STORY_REACH else None


def _same_sentence(r: Reader, told: Told, i: int) -> bool:
    gap = between(r, told, i)
    return gap is not None and SENTENCE_END.search(gap) is None


def _within(day: date, whole: date, unit: str) -> bool:
    """Tell whether a day lies in the month or year that another is of."""
    return day.year == whole.year and (unit != "month" or day.month == whole.month)


def same_time(r: Reader, i: int, unit: str) -> date | None:
    """Return the day that "that day", "the same evening", or a day of the month or year that "that month" means.

    None where only a year or a month was told before a day.
    """
    if unit not in lexicon.DAYS:
        said = r.said_day is not None and r.said_day.last == r.found_to and _same_sentence(r, r.said_day, i)
        return r.told.day if said and r.told is not None else r.reference or r.anchor
    if (day := day_told(r, i)) is not None:
        return day
    if r.reference is None:
        return r.anchor
    return r.reference if r.reference_unit == "day" else None


def counted_from(r: Reader, i: int, unit: str) -> date | None:
    """Return the day that "two days later", "the night before" count from; None where only a stretch was told that has no such day.

    Nothing that was dated by its year has a first day from which a night is counted, nor has a month a day from which the next is.
    """
    if r.reference is None:
        return r.anchor
    of_a_month = r.reference_unit == "month" and unit in lexicon.DAYS and not r.shifted
    if not of_a_month and (unit not in _FINE or r.reference_unit not in _YEARS):
        return r.reference
    return day_told(r, i)


_FINE = lexicon.DAYS | word_set("week weekend fortnight") | {name for name, (_, clock) in UNITS.items() if clock}
_YEARS = frozenset({"year", "season", "decade", "century"})


def some_day_of(r: Reader) -> str | None:
    """Return how TIMEX3 writes a day that cannot be named, of the month or year told last."""
    told = r.reference
    if told is None or r.reference_unit in ("decade", "century"):
        return None
    return f"{told.year:04d}-{told.month:02d}-XX" if r.reference_unit == "month" else f"{told.year:04d}-XX-XX"


def story_year(r: Reader, i: int, j: int, month: int, day: int | None, weekday: int | None) -> int | None:
    """Return the year of a month or day without one at tokens ``i`` to ``j`` that goes on in a story of another year; else None.

    "On 29 March 1994 they attacked …; on 10 April …": in the same sentence any month told with its year will do, behind it only a
    day. In the news of TimeBank and AQUAINT none of eight months and days behind a bare year, or behind a month of another
    sentence, was of that year (2026-11).
    """
    told = r.story
    if told is None or r.anchor is None or r.narrative or r.tense(i, j) > 0:
        return None
    year = told_year(told.day, told.unit, month)
    when = day_or_none(year, month, day or 1)
    if when is None or when > r.anchor or (weekday is not None and when.weekday() != weekday):
        return None
    gap = between(r, told, i)
    if gap is None:
        return None
    if SENTENCE_END.search(gap) is None:
        return year
    apart = (when - told.day).days
    if told.unit != "day" or not _BEFORE <= apart <= _AFTER or len(_PARAGRAPH.findall(gap)) > 1:
        return None
    if "\n" in gap and _is_news(r.anchor, month, day):
        return None
    return year


# A new paragraph that names a day of the last weeks is back in the news.
_NEWS_DAYS = 45
# How far before and after the day told last a story goes on from one sentence to the next, in days.
_BEFORE, _AFTER = -31, 100
_PARAGRAPH = re.compile(r"\n\s*")
# Where a sentence ends: an abbreviation before a small letter or a figure ends none.
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z“\"‘'])|\n")


def _is_news(anchor: date, month: int, day: int | None) -> bool:
    latest = [d for y in (anchor.year, anchor.year - 1) if (d := day_or_none(y, month, day or 28)) is not None and d <= anchor]
    return bool(latest) and (anchor - latest[0]).days <= _NEWS_DAYS


def told_year(told: date, unit: str, month: int) -> int:
    """Return the year of a month in a story told in order: the same, or the next once the story has passed it."""
    if unit in ("year", "decade", "century", "season"):
        return told.year
    if month < told.month - 4 and told.year < 9999:
        return told.year + 1
    return told.year - 1 if month > told.month + 8 and told.year > 1 else told.year


def _is_of_a_story(r: Reader, found: Found, first: int, last: int) -> bool:
    """Tell whether an expression names a year before the report's, or goes on in the one told before it."""
    if r.anchor is None or found.day is None or found.day.year >= r.anchor.year or found.unit not in ("day", "month"):
        return False
    names_it = any(r.year(k) is not None for k in range(first, last)) or r.word(last - 1) == "year"
    if names_it:
        return not _is_aside(r, first, last)
    leans = any(leans_on_the_report(r, k) for k in range(first, last))
    return not leans and r.story is not None and 0 <= found.day.year - r.story.day.year <= 1


def _is_aside(r: Reader, first: int, last: int) -> bool:
    """Tell whether a date says which thing is meant or since when something is so: "the 21 December 1988 bombing"."""
    behind = last + (r.word(last) == ",")
    of_a_thing = r.word(first - 1) in _ARTICLES and r.word(behind)[:1].isalpha() and r.near(behind)
    return of_a_thing or r.word(first - 1) == "since"


_ARTICLES = word_set("the a an this that his her its their")


def _of_a_saying(r: Reader, first: int, last: int) -> bool:
    """Tell whether a time is that of a saying: "said on Tuesday", "told the judges on Tuesday that", "on Tuesday said"."""
    if r.word(last) in ("'", "’"):
        return False  # "said Sunday's raid"
    if r.word(last) in _SAYING:
        return True
    k = first - 1
    while r.word(k) in lexicon.SAID_BEFORE_TIME:
        k -= 1
    if r.word(k) in _SAYING:
        return True
    if r.word(last) != "that" and r.word(last) != ",":
        return False
    for k in range(first - 1, max(-1, first - 8), -1):
        if r.word(k) in (".", ";", ",", "!", "?", ":") or not r.near(k + 1):
            return False
        if r.word(k) in _TOLD:
            return True
    return False


def _is_stamp(r: Reader, first: int, last: int) -> bool:
    """Tell whether a date with its year at the head of a text says when it was written: "Published 3 May 2018"."""
    return first <= 3 and r.word(first - 1) not in _LEADS and any(r.year(k) is not None for k in range(first, last))


_LEADS = word_set("on in of by since until from after before late early")


def _in_quotation(r: Reader, i: int) -> bool:
    """Tell whether token ``i`` stands within quotation marks."""
    if r.quotations is None:
        r.quotations = quoted_words(r.text)
    return r.quotations.touches(Span(r.words[i].start, r.words[i].end))


# What is announced happens on the day that it is.
_SAYING = (lexicon.SAYING - {"announced"}) | lexicon.STATING
_TOLD = word_set("told informed assured")
_OF_THE_SPEAKER = word_set("today yesterday tomorrow tonight this last next ago")
