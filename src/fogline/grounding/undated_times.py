"""The days of lengths and of words that name no date: "the past 48 hours", "recently", "so far"."""

from __future__ import annotations

import re
from datetime import date

from fogline.grounding.grounding import DateBasis
from fogline.grounding.number import numbers, tokens
from fogline.grounding.stretch import Length, length_of, stretch_of
from fogline.grounding.time_phrase import LATER_ON, LEAN_CHARACTERS, PART_CHARACTERS, Days, Phrase, counted_by, day_told_before
from fogline.grounding.timex import Timex
from fogline.grounding.timex_calendar import plus_days
from fogline.reading.reading import Modality


def undated_days(phrase: Phrase, timex: Timex) -> Days | None:
    """Read lengths and references: "the past 48 hours", "for more than a year", "now", "recently"."""
    published = phrase.published_on
    if published is None:
        return None
    resolved = DateBasis.RESOLVED
    if timex.value == "PRESENT_REF":
        return published, published, resolved, "as of the report"
    words, lead = timex.span.of(phrase.text).lower(), phrase.lead(timex)
    if timex.type == "TIME" and (hours := re.search(r"\b([a-z]+|\d{1,3}) (hour|minute)s? ago$", words)):
        said = numbers(tokens(hours[1]))
        n = 1 if hours[1] in ("a", "an", "half") else said[0].low if said and said[0].low else 1
        return plus_days(published, -(n // 24 if hours[2] == "hour" else 0)), published, resolved, "counted back from the report"
    if timex.value == "PAST_REF" or words.startswith("recent "):
        unit = re.search(r"(day|week|month)s?$", words.removesuffix(" ago"))
        few = {"day": 7 if "ago" not in words else 5, "week": 30, "month": 92}.get(unit[1]) if unit else None
        if few is not None:
            until = plus_days(published, -(1 if unit and unit[1] == "day" else 12)) if "ago" in words else published
            return plus_days(published, -(few)), until, resolved, f"taken as the {few} days before the report"
        return None, published, resolved, "some time before the report"
    if timex.value == "FUTURE_REF":
        return published, None, resolved, "from the report on"
    if timex.type == "DATE" and LATER_ON.search(words) and not phrase.ahead:
        return None, published, resolved, "counted from an event that is not dated here, so some time up to the report"
    length = length_of(timex) if timex.type == "DURATION" else None
    if length is None:
        return None
    if (opening := _OPENING.match(words)) is not None and not _told_as_news(phrase, timex, length):
        return None if phrase.ahead else _from_its_start(phrase, published, length, closing=opening[1] == "final")
    relation = counted_by(phrase, timex)
    if relation is not None:
        base = stretch_of(phrase.told_before, "") if phrase.told_before else None
        if base is None or base.start is None:
            if length.unit in ("day", "night", "hour", "minute", "second") or phrase.ahead:
                return None
            return None, published, resolved, "counted from an event that is not dated here, so some time up to the report"
        ahead = relation in ("after", "later", "following")
        day = length.ahead_of(base.start) if ahead else length.back_from(base.start)
        return (day, day, resolved, f"counted from {base.start}, named before") if day and day <= published else None
    happened = phrase.modality in (Modality.ACTUAL, Modality.NEGATED)
    if lead.endswith("within") and happened and not phrase.sets_a_term():
        day = day_told_before(phrase)
        if day is None:
            return length.back_from(published), published, resolved, "counted back from the report"
        latest = length.ahead_of(day)
        return day, min(latest, published) if latest else published, resolved, f"counted from {day}, told before"
    if happened and words.startswith(("the following", "following")):
        base = stretch_of(phrase.told_before, "") if phrase.told_before else None
        begun = base.end if base is not None and base.end is not None and base.end <= published else None
        latest = length.ahead_of(begun) if begun is not None else None
        how = (
            "counted from an event that is not dated here, so some time"
            if begun is None
            else f"counted from {begun}, told before,"
        )
        return begun, min(latest or published, published), resolved, f"{how} up to the report"
    forward = re.match(r"(?:the )?(?:next|coming|following)\b", words) is not None or lead.endswith("within")
    if forward or (phrase.modality is Modality.PLANNED and (lead.endswith((" in", " for")) or lead in ("in", "for"))):
        return published, length.ahead_of(published), resolved, "counted from the report"
    return length.back_from(published), published, resolved, "counted back from the report"


def days_by_words(phrase: Phrase) -> Days | None:
    """Read phrases without a time expression: "so far", "still", "indefinitely"."""
    published = phrase.published_on
    if published is None:
        return None
    words = phrase.words
    if _SINCE_THEN.search(words) and phrase.dated_before is not None:
        told = phrase.dated_before
        base = stretch_of(told, told.span.of(phrase.text).lower())
        if (
            base is not None
            and base.start is not None
            and base.start <= published
            and phrase.span.start - told.span.end <= LEAN_CHARACTERS
        ):
            return base.start, published, DateBasis.RESOLVED, f"from “{told.span.of(phrase.text)}”, told before, to the report"
    if re.search(r"\byear[- ]to[- ]date\b", words):
        return date(published.year, 1, 1), published, DateBasis.RESOLVED, "from the start of the year to the report"
    if _PAST_DAY.search(words):
        return plus_days(published, -1), published, DateBasis.RESOLVED, "the day up to the report"
    if _IN_THE_DAY.search(words):
        day = day_told_before(phrase)
        return (day, day, DateBasis.RESOLVED, f"the day told before, {day}") if day is not None else None
    aged = _AGED.search(words)
    if aged:
        spelled = numbers(tokens(aged[1]))
        n = spelled[0].low if spelled else None
        start = Length(n, aged[2]).back_from(published) if n is not None else None
        return start, published, DateBasis.RESOLVED, "counted back from the report"
    if _AHEAD.search(words):
        return published, None, DateBasis.RESOLVED, "from the report on"
    if _NOW.search(words):
        return published, published, DateBasis.RESOLVED, "as of the report"
    if _OPEN_PAST.search(words):
        return None, published, DateBasis.RESOLVED, "some time up to the report"
    return None


_OPENING = re.compile(r"the (first|opening|final) ")
# What goes on for years: its first three days are told of long after.
_LONG_AFFAIR = re.compile(
    r" of (?:[\w’'-]+ ){0,3}(?:war|invasion|conflict|uprising|revolution|siege|occupation|insurgency|rebellion)\b"
)
_NEWS_HOURS = 72


def _told_as_news(phrase: Phrase, timex: Timex, length: Length) -> bool:
    """Tell whether the opening days of something are news: of six such claims in four development articles all were those up to the report.

    "The first 24 hours of the campaign", but not "the first three days of the war", which may be years back.
    """
    hours = {"hour": 1, "day": 24, "night": 24}.get(length.unit)
    behind = phrase.text[timex.span.end : timex.span.end + PART_CHARACTERS].lower()
    return length.n is not None and hours is not None and length.n * hours <= _NEWS_HOURS and not _LONG_AFFAIR.match(behind)


def _from_its_start(phrase: Phrase, published: date, length: Length, *, closing: bool) -> Days:
    """Return the days of "the first 100 days of the war": from the day told before it, if that is near; never back from the report."""
    told = phrase.told_before
    base = (
        stretch_of(told, told.span.of(phrase.text).lower())
        if told and phrase.span.start - told.span.end <= LEAN_CHARACTERS
        else None
    )
    if closing or base is None or base.start is None or base.start > published:
        return None, published, DateBasis.RESOLVED, "counted from an event that is not dated here, so some time up to the report"
    last = length.ahead_of(base.start)
    end = min(published, plus_days(last, -1)) if last else published
    return base.start, max(base.start, end), DateBasis.RESOLVED, f"counted from {base.start}, told before"


_AGED = re.compile(r"\b([a-z]+|\d{1,3})[- ](year|month|week|day)s?[- ]old\b")
_SINCE_THEN = re.compile(r"\bsince then\b|^(?:ever )?since$|^(?:has |have |had )?since$")
_PAST_DAY = re.compile(r"\b(?:past|last|previous) day\b(?! of)")
_IN_THE_DAY = re.compile(
    r"^(?:later |earlier |late |early )?(?:in|during|throughout|over) the (?:day|night|morning|afternoon|evening|early hours|small hours)$|^(?:late )?at night$|^(?:later|earlier) (?:in|that) (?:the )?day$"
)
_OPEN_PAST = re.compile(
    r"\b(?:so far|already|previously|before|earlier|since|until now|to date|years?|decades?|throughout|during|past|in the past|repeatedly|once|ever|long)\b"
)
_NOW = re.compile(
    r"\b(?:still|ongoing|at present|at the moment|presently|at this time|currently|for now|now|these days|meanwhile)\b"
)
_AHEAD = re.compile(r"\b(?:imminent(?:ly)?|immediately|indefinitely|soon|eventually|in future|shortly|any time)\b")
