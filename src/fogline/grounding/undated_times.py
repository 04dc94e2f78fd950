"""The days of lengths and of words that name no date: "the past 48 hours", "recently", "so far"."""

from __future__ import annotations

import re
from datetime import date

from fogline.grounding.grounding import DateBasis
from fogline.grounding.happenings import HAPPENING
from fogline.grounding.number import numbers, tokens
from fogline.grounding.stretch import Length, length_of, stretch_of
from fogline.grounding.terms_set import length_is_set_ahead
from fogline.grounding.time_phrase import (
    LATER_ON,
    LEAN_CHARACTERS,
    NOT_DATED_HERE,
    PART_CHARACTERS,
    Days,
    Phrase,
    counted_by,
    day_told_before,
    told_nearby,
)
from fogline.grounding.timex import Timex
from fogline.grounding.timex_calendar import last_day, plus_days
from fogline.reading.reading import Modality


def undated_days(phrase: Phrase, timex: Timex) -> Days | None:
    """Read lengths and references: "the past 48 hours", "for more than a year", "now", "recently"."""
    published = phrase.published_on
    if published is None:
        return None
    length = length_of(timex) if timex.type == "DURATION" else None
    return _of_reference(phrase, timex, published) if length is None else _of_length(phrase, timex, published, length)


def _of_reference(phrase: Phrase, timex: Timex, published: date) -> Days | None:
    """Read "now", "two hours ago", "recently", "recent weeks", "months later"."""
    resolved = DateBasis.RESOLVED
    if timex.value == "PRESENT_REF":
        return published, published, resolved, "as of the report"
    words = timex.span.of(phrase.text).lower()
    if timex.type == "TIME" and (hours := re.search(r"\b([a-z]+|\d{1,3}) (hour|minute)s? ago$", words)):
        said = numbers(tokens(hours[1]))
        n = 1 if hours[1] in ("a", "an", "half") else said[0].low if said and said[0].low else 1
        return plus_days(published, -(n // 24 if hours[2] == "hour" else 0)), published, resolved, "counted back from the report"
    if timex.value == "PAST_REF" or words.startswith("recent "):
        unit = re.search(r"(day|week|month)s?$", words.removesuffix(" ago"))
        few = {"day": 7 if "ago" not in words else 5, "week": 30, "month": 92}.get(unit[1]) if unit else None
        if few is not None:
            until = plus_days(published, -(1 if unit and unit[1] == "day" else 12)) if "ago" in words else published
            return plus_days(published, -few), until, resolved, f"taken as the {few} days before the report"
        return None, published, resolved, "some time before the report"
    later = LATER_ON.search(words) is not None and not phrase.ahead
    if timex.value == "FUTURE_REF" and not later:
        return published, None, resolved, "from the report on"
    # "Hours later" of what was told without a day is news as that is; "months later" is not.
    if not later or timex.type != "DATE" or (timex.value == "FUTURE_REF" and _HOURS.search(words)):
        return None
    return None, published, resolved, NOT_DATED_HERE


def _of_length(phrase: Phrase, timex: Timex, published: date, length: Length) -> Days | None:
    """Read "the past 48 hours", "for more than a year", "within two days": from what was told, or from the report."""
    words, lead = timex.span.of(phrase.text).lower(), phrase.lead(timex)
    if (opening := _OPENING.match(words)) is not None and not _told_as_news(phrase, timex, length):
        return None if phrase.ahead else _from_its_start(phrase, published, length, closing=opening[1] == "final")
    if _IT_IS.search(phrase.text, max(0, timex.span.start - 40), timex.span.start) and _SINCE.match(phrase.text, timex.span.end):
        return _so_long_ago(published, length)
    if (relation := counted_by(phrase, timex)) is not None:
        return _counted_from_what_was_told(phrase, timex, published, length, ahead=relation in ("after", "later", "following"))
    resolved = DateBasis.RESOLVED
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
        how = NOT_DATED_HERE if begun is None else f"counted from {begun}, told before, up to the report"
        return begun, min(latest or published, published), resolved, how
    forward = re.match(r"(?:the )?(?:next|coming|following)\b", words) is not None or lead.endswith("within")
    if (
        forward
        or length_is_set_ahead(phrase, timex, length)
        or (
            phrase.modality is Modality.PLANNED
            and _SHALL_LAST.search(_right_before(phrase, timex))
            and not _PAST_ONE.match(words)
        )
    ):
        return published, length.ahead_of(published), resolved, "counted from the report"
    return length.back_from(published), published, resolved, "counted back from the report"


def _right_before(phrase: Phrase, timex: Timex) -> str:
    return phrase.text[max(0, timex.span.start - 30) : timex.span.start].lower().rstrip()


# What is planned "over 60 days", or "would take a year".
_SHALL_LAST = re.compile(
    r"\b(?:in|for|over|takes?|lasts?|lasting|have|has|g[ia]ves?(?: [\w’'-]+){0,3})(?: the| about| some| around| up to| at least| another| a further)*$"
)
_PAST_ONE = re.compile(r"(?:the |these )?(?:past|last|previous|recent)\b")
# "It is ten years since the guns fell silent" tells of a day, "in the ten years since" of all that lies behind it.
_IT_IS = re.compile(
    r"\bit(?: is|['’]s| has been)(?: now| been)?(?: (?:about|almost|nearly|exactly|just|already))*\s+\Z", re.IGNORECASE
)
_SINCE = re.compile(r"\s+since\b", re.IGNORECASE)


def _so_long_ago(published: date, length: Length) -> Days | None:
    """Return the day so many days or weeks ago, or the month or year of the calendar so many months or years ago."""
    day = length.back_from(published)
    if day is None or length.n is None:
        return None
    how = "so long before the report"
    if length.unit in ("year", "decade", "century"):
        return date(day.year, 1, 1), date(day.year, 12, 31), DateBasis.RESOLVED, how
    if length.unit == "month":
        return date(day.year, day.month, 1), last_day(day.year, day.month), DateBasis.RESOLVED, how
    return day, day, DateBasis.RESOLVED, how


def _counted_from_what_was_told(phrase: Phrase, timex: Timex, published: date, length: Length, *, ahead: bool) -> Days | None:
    """Return the day that lies so long after (``ahead``) or before the day told last: "three days later", "an hour before the blast"."""
    told = phrase.told_before if _counts_from_what_was_told(phrase, timex) else None
    base = stretch_of(told, "") if told else None
    if base is None or base.start is None:
        if length.unit in ("day", "night", "hour", "minute", "second") or phrase.ahead:
            return None
        return None, published, DateBasis.RESOLVED, NOT_DATED_HERE
    day = length.moved(base.start, 1 if ahead else -1)
    return (day, day, DateBasis.RESOLVED, f"counted from {base.start}, named before") if day and day <= published else None


def _counts_from_what_was_told(phrase: Phrase, timex: Timex) -> bool:
    """Tell whether a length is counted from what was told before: "three days later", "two days after the raid".

    "Two weeks before the election" counts from a day of its own.
    """
    behind = phrase.text[timex.span.end : timex.span.end + PART_CHARACTERS]
    return _FROM_ANOTHER_DAY.match(behind) is None or _FROM_THE_EVENT.match(behind) is not None


_FROM_ANOTHER_DAY = re.compile(r"\s*(?:after|before|following|prior to)\s+[\w“\"]", re.IGNORECASE)
_FROM_THE_EVENT = re.compile(
    rf"\s*\w+(?: to)? (?:(?:that|this|it|its|they|he|she|the same)\b"
    rf"|(?:the|those|these) (?:[\w-]+ )?(?:{HAPPENING}|capture|fall|coup|offensive|truce|ceasefire|date|day|event)\b(?! of))",
    re.IGNORECASE,
)


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
    if _SPELLED_HOUR.fullmatch(words) and not phrase.ahead:
        day = day_told_before(phrase)
        return (day, day, DateBasis.RESOLVED, f"the day told before, {day}") if day is not None else None
    if _AT_THAT_TIME.fullmatch(words) and (then := _told_then(phrase, published)) is not None:
        return then
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
    if BEFORE_THE_DAY.fullmatch(words) and phrase.modality is not Modality.PLANNED:
        day = day_told_before(phrase)
        return day or published, day or published, DateBasis.RESOLVED, f"told before: {day}" if day else "of the report's day"
    if _AHEAD.search(words):
        return published, None, DateBasis.RESOLVED, "from the report on"
    if _NOW.search(words):
        return published, published, DateBasis.RESOLVED, "as of the report"
    if phrase.modality is not Modality.PLANNED and _OPEN_PAST.search(words):
        return None, published, DateBasis.RESOLVED, "some time up to the report"
    return None


# "In the first days" of what was told, "in the last week of the siege": no number says how many.
_FIRST_DAYS = re.compile(
    r"(?:(?:in|during|over|within|throughout|for|on) )?(?:the|its|their) (?:very )?(?P<which>first|opening|early|last|final|closing) "
    r"(?:few )?(?P<unit>hours?|days?|nights?|weeks?|fortnight|months?)\b(?: alone)?"
    r"(?P<of> of (?:the|its|their|this|that|an?) (?!year|month|week|day|decade|century|season|last|past)[\w’' -]+)?"
)
# How many days these are taken for.
_TAKEN_FOR = {"hour": 1, "hours": 2, "day": 1, "days": 7, "night": 2, "nights": 7, "week": 7, "weeks": 30, "fortnight": 14, "month": 31, "months": 92}  # fmt: skip
# "By half past nine", "a little before six", "at one in the afternoon".
_SPELLED_HOUR = re.compile(
    r"(?:(?:a little|just|shortly|soon|well|not long) )?(?:by|at|about|around|until|till|before|after|past|towards?) (?:about |around )?"
    r"(?:half past |(?:a )?quarter (?:past|to) |(?:five|ten|twenty|twenty-five)(?: minutes)? (?:past|to) )?"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: o['’]clock)?"
    r"(?: in the (?:early )?(?:morning|afternoon|evening)| at night)?"
)
_AT_THAT_TIME = re.compile(
    r"by then|(?:at|by|around|about|in|during|over) (?:that|the same|this same) (?:very )?(?:time|point|moment|hour|date|stage|period)"
)


def opening_days(phrase: Phrase) -> Days | None:
    """Return the first days of what the day told before began: "on 3 May they took the pass; in the first days …".

    Those of a war and its last days, which few reports date, are some time up to the report.
    """
    published, end = phrase.published_on, phrase.span.end
    opening = _FIRST_DAYS.match(phrase.text[phrase.span.start : end + PART_CHARACTERS].lower())
    if opening is None or published is None or phrase.ahead or opening.end("unit") + phrase.span.start > end:
        return None
    if opening["of"] is None and opening.end() != end - phrase.span.start:
        return None
    closing = opening["which"] in ("last", "final", "closing")
    of_a_war = opening["of"] is not None and _LONG_AFFAIR.match(opening["of"]) is not None
    base = None if closing or of_a_war else told_nearby(phrase)
    if base is not None and base.start is not None and base.start <= published:
        last = plus_days(base.start, _TAKEN_FOR[opening["unit"]] - 1)
        return base.start, min(last, published), DateBasis.RESOLVED, f"counted from {base.start}, told before"
    return (None, published, DateBasis.RESOLVED, NOT_DATED_HERE) if of_a_war else None


def _told_then(phrase: Phrase, published: date) -> Days | None:
    """Return the days, the month or the year told last, which "at that time" comes back to."""
    told = phrase.dated_before
    if told is None or phrase.ahead or phrase.span.start - told.span.end > LEAN_CHARACTERS:
        return None
    base = stretch_of(told, told.span.of(phrase.text).lower())
    if base is None or base.start is None or base.end is None or base.start > published:
        return None
    return base.start, min(base.end, published), DateBasis.RESOLVED, f"“{told.span.of(phrase.text)}”, told before"


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
    base = told_nearby(phrase)
    if closing or base is None or base.start is None or base.start > published:
        return None, published, DateBasis.RESOLVED, NOT_DATED_HERE
    last = length.ahead_of(base.start)
    end = min(published, plus_days(last, -1)) if last else published
    return base.start, max(base.start, end), DateBasis.RESOLVED, f"counted from {base.start}, told before"


_HOURS = re.compile(r"\b(?:hours|minutes|seconds)\b")
# Early on the day that is told with it: "before first light", "before breakfast on Tuesday".
BEFORE_THE_DAY = re.compile(
    r"(?:just |shortly |well )?before (?:the )?(?:daylight|dawn|daybreak|sunrise|sunset|dusk|nightfall|noon|midnight|first light|breakfast|supper|sun-?up|(?:morning|dawn) prayers?)\b"
)
_AGED = re.compile(r"\b([a-z]+|\d{1,3})[- ](year|month|week|day)s?[- ]old\b")
_SINCE_THEN = re.compile(r"\bsince then\b|^(?:ever )?since$|^(?:has |have |had )?since$")
_PAST_DAY = re.compile(r"\b(?:past|last|previous) day\b(?! of)")
_IN_THE_DAY = re.compile(
    r"^(?:later |earlier |late |early )?(?:in|during|throughout|over) the (?:early |late )?(?:day|night|morning|afternoon|evening|hours|small hours)$|^(?:late )?at night$|^(?:later|earlier) (?:in|that) (?:the )?day$"
)
_OPEN_PAST = re.compile(
    r"\b(?:so far|already|previously|before|earlier|since|until now|to date|years?|decades?|throughout|during|past|in the past|repeatedly|once|ever|long)\b"
)
_NOW = re.compile(
    r"\b(?:still|ongoing|at present|at the moment|presently|at this time|currently|for now|now|these days|meanwhile)\b"
)
_AHEAD = re.compile(r"\b(?:imminent(?:ly)?|immediately|indefinitely|soon|eventually|in future|shortly|any time)\b")
