"""The days that a whole time phrase covers: what prepositions make of its expressions ("since 2014", "by Friday", "from May to July")."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from fogline.grounding.dated_times import dated_stretch
from fogline.grounding.feast_days import feast_days
from fogline.grounding.grounding import DateBasis
from fogline.grounding.number import ORDINALS, numbers, tokens
from fogline.grounding.stretch import Length, Stretch, length_of
from fogline.grounding.time_phrase import (
    CLOCK_ONLY,
    FEW_EXPRESSIONS,
    HOUR,
    NOT_DATED_HERE,
    Days,
    Phrase,
    counted_by,
    names_its_year,
    told_nearby,
)
from fogline.grounding.timex import Timex
from fogline.grounding.timex_calendar import plus_days
from fogline.grounding.undated_times import BEFORE_THE_DAY, days_by_words, opening_days, undated_days
from fogline.reading.reading import Modality


def days_of(phrase: Phrase) -> Days | None:
    """Return the days that a phrase covers, with how it was worked out; None if it names none."""
    counted = _counted_from(phrase) or opening_days(phrase) or _day_of_event(phrase) or feast_days(phrase)
    if counted is not None:
        return counted
    dated = [(t, s) for t in phrase.timexes if (s := dated_stretch(phrase, t)) is not None]
    dated = _without_hours(phrase, dated)
    if dated:
        up_to = _length_up_to(phrase, dated) or _run_after(phrase, dated)
        if up_to is not None:
            return up_to
        return _combined(phrase, dated)
    for timex in phrase.timexes:
        found = undated_days(phrase, timex)
        if found is not None:
            return found
    return days_by_words(phrase)


def _without_hours(phrase: Phrase, dated: list[tuple[Timex, Stretch]]) -> list[tuple[Timex, Stretch]]:
    """Drop "overnight" and "dawn" where the phrase names the day too: "overnight into Sunday" is the night before Sunday."""
    days = [(t, s) for t, s in dated if not (t.type == "TIME" and HOUR.fullmatch(t.span.of(phrase.text).lower()))]
    if not days or len(days) == len(dated):
        return dated
    timex, day = days[0]
    if (
        len(days) == 1
        and day.start is not None
        and day.start == day.end
        and re.search(r"\b(?:overnight|night) (?:in)?to $", phrase.lead(timex) + " ")
    ):
        return [(timex, Stretch(plus_days(day.start, -1), day.end))]
    return days


_RUNS_TO = re.compile(
    r"\b(?:the|a) (?:(\w+) )?(day|week|month|year|hour|fortnight)s? (?:up )?(?:to|ending|ended|ending on|ended on|through|until)(?: the)?$"
)


def _length_up_to(phrase: Phrase, dated: list[tuple[Timex, Stretch]]) -> Days | None:
    """Read "in the 24 hours to 6 a.m. on Tuesday", "in the week ending 2 April": so long, and that day the last of it."""
    timex, last = dated[-1]
    match = _RUNS_TO.search(phrase.text[max(0, timex.span.start - 40) : timex.span.start].lower().rstrip())
    if match is None or last.end is None or match.start() < phrase.span.start - max(0, timex.span.start - 40):
        return None
    said = numbers(tokens(match[1])) if match[1] else []
    n = said[0].low if said else 1
    length = Length(n, match[2]) if n is not None else None
    start = length.back_from(last.end) if length is not None else None
    if start is None:
        return None
    if match[2] != "hour":
        start = plus_days(start, 1)
    return (
        start,
        last.end,
        DateBasis.EXPLICIT if names_its_year(phrase, timex) else DateBasis.RESOLVED,
        f"so long up to “{timex.span.of(phrase.text)}”",
    )


def _run_after(phrase: Phrase, dated: list[tuple[Timex, Stretch]]) -> Days | None:
    """Read "in the ten days after 7 February": that day and so many behind it, no further than the report."""
    timex, base = dated[0]
    joint = next(
        (t for t in phrase.timexes[:FEW_EXPRESSIONS] if _AFTER_IT.fullmatch(phrase.text, t.span.end, timex.span.start)), None
    )
    length = length_of(joint) if joint is not None and joint.type == "DURATION" else None
    if joint is None or length is None or length.n is None or base.start is None or base.end is None:
        return None
    last = length.moved(base.end, 1) if _THROUGHOUT.search(phrase.lead(joint)) else None
    if last is None or len(dated) > 1:
        return None
    if phrase.modality in (Modality.ACTUAL, Modality.NEGATED) and phrase.published_on is not None:
        last = min(last, max(phrase.published_on, base.end))
    basis = DateBasis.EXPLICIT if names_its_year(phrase, timex) else DateBasis.RESOLVED
    return base.start, last, basis, f"so long from “{timex.span.of(phrase.text)}” on"


_AFTER_IT = re.compile(r"\s+(?:after|following)\s+(?:the\s+)?", re.IGNORECASE)
_THROUGHOUT = re.compile(r"\b(?:in|during|over|within|throughout)(?: the)?$")
_NTH_DAY_ALONE = re.compile(
    r"(?:on |by |before )?the ([a-z]+|\d{1,2}(?:st|nd|rd|th)) (?:straight |consecutive )?(?:day|night|morning|evening)"
)


_NTH_DAY = re.compile(
    r"\bthe ([a-z]+|\d{1,3}(?:st|nd|rd|th)) (?:straight |consecutive )?day of (?:the |its |their |an? )?(?!year|month|week|school|eid|ramadan|holy)[a-z’'-]+"
)


def _day_of_event(phrase: Phrase) -> Days | None:
    """Read "on the third day of the offensive": counted from the day told before it, if that is near; else some time up to the report."""
    published = phrase.published_on
    match = _NTH_DAY.search(phrase.words) or _NTH_DAY_ALONE.fullmatch(phrase.words)
    n = ORDINALS.get(match[1]) or (int(match[1][:-2]) if match[1][0].isdigit() else None) if match else None
    if (
        match is None
        or n is None
        or published is None
        or any(dated_stretch(phrase, t) is not None for t in phrase.timexes[:FEW_EXPRESSIONS])
    ):
        return None
    base = told_nearby(phrase)
    if base is None or base.start is None or plus_days(base.start, n - 1) > published:
        if " of " not in match[0]:
            return None
        return None, published, DateBasis.RESOLVED, NOT_DATED_HERE
    day = plus_days(base.start, n - 1)
    return day, day, DateBasis.RESOLVED, f"day {n} from {base.start}, told before"


def _counted_from(phrase: Phrase) -> Days | None:
    """Read "two weeks after the 3 May truce": the day so far from one named behind it."""
    for timex in phrase.timexes[:FEW_EXPRESSIONS]:
        length = length_of(timex) if timex.type == "DURATION" else None
        relation = counted_by(phrase, timex) if length else None
        if length is None or relation not in ("after", "before", "following", "prior to"):
            continue
        sign = 1 if relation in ("after", "following") else -1
        for other in (*phrase.timexes[:FEW_EXPRESSIONS], *phrase.following):
            base = dated_stretch(phrase, other) if other.span.start >= timex.span.end else None
            if base is None or base.start is None or base.end is None:
                continue
            start, end = length.moved(base.start, sign), length.moved(base.end, sign)
            if start is not None and end is not None:
                basis = DateBasis.EXPLICIT if names_its_year(phrase, other) else DateBasis.RESOLVED
                return start, end, basis, f"counted from “{other.span.of(phrase.text)}”"
    return None


_AND_AGAIN = re.compile(r"(?:and|or)(?: again| then)?(?: early| late)?(?: on| in| at)?")
_UNTIL = re.compile(r"\b(?:until|till|before|ahead of|prior to|by|up to|through)\b")


def _combined(phrase: Phrase, dated: list[tuple[Timex, Stretch]]) -> Days:
    published = phrase.published_on
    explicit = any(names_its_year(phrase, t) for t, _ in dated)
    basis = DateBasis.EXPLICIT if explicit else DateBasis.RESOLVED
    how = "a date in the text" if explicit else f"resolved against the report of {published}"
    start, end = dated[0][1].start, dated[0][1].end
    for (before, _), (timex, stretch) in pairwise(dated):
        if stretch.start is None or stretch.end is None or start is None or end is None:
            continue
        if (before.value or "").endswith("-WI") and phrase.text[before.span.end : timex.span.start] in ("-", "–", "/"):
            continue  # the 22 of "winter 2021-22"
        between = phrase.text[before.span.end : timex.span.start].lower().strip(" ,'’s")
        if stretch.start <= end and start <= stretch.end:
            start, end = max(start, stretch.start), min(end, stretch.end)
        elif (
            between
            in (
                "",
                "and",
                "or",
                "to",
                "-",
                "–",
                "/",
                "until",
                "till",
                "through",
                "and again on",
                "and on",
                "and in",
            )
            or _AND_AGAIN.fullmatch(between)
            or _UNTIL.search(between)
        ):
            start, end = min(start, stretch.start), max(end, stretch.end)
    lead, words = phrase.lead(dated[0][0]), phrase.words
    tail = lead.split()[-1] if lead.split() else ""
    if start is not None and start == end and re.search(r"\beve of(?: the)?$", lead):
        return plus_days(start, -1), plus_days(start, -1), basis, how + ", the day before"
    since = tail in ("since", "starting", "from") or words.startswith(
        ("since", "ever since", "from ", "starting", "beginning", "started", "began")
    )
    since = since or re.search(r"\bsince (?:the |at least |around |early |late )?$", lead + " ") is not None
    since = since or re.search(r"\b(?:has|have|had|ever) since$|\bever since\b", words) is not None
    since = since or (phrase.claim_type in _GROWING and _ITS_BEGINNING.search(_right_before(phrase, dated[0][0])) is not None)
    since = since and not phrase.at_the_moment
    if (tail == "before" or words.startswith("before ")) and (dated[0][0].type == "TIME" or BEFORE_THE_DAY.match(words)):
        return start, end, basis, how  # "before dawn on Sunday" is Sunday
    until = tail in ("until", "till", "by", "before", "to") or words.startswith(
        ("until", "till", "by ", "before", "ahead of", "prior to", "up to")
    )
    if published is None and len(dated) < sum(t.type != "DURATION" for t in phrase.timexes):
        # "From May to July 2018" in a report without a date: only its last year is stated.
        return None, end, basis, how + ", up to then"
    if since and len(dated) == 1:
        if start is not None and published is not None and start > published:
            return start, None, basis, how + ", from then on"
        return start, (published if phrase.modality is not Modality.PLANNED else None), basis, how + ", from then to the report"
    if until and not since and len(dated) == 1 and start is not None and _ends_by_the_clock(phrase, dated[0][0]):
        # "Fought until dusk" is of the day told before; where none is, of the report's or the one before it.
        return (plus_days(start, -1) if start == published else start), end, basis, how
    if until and not since and len(dated) == 1:
        if start is not None and published is not None and start > published and _NOT_BEFORE.search(lead) is not None:
            return start, None, basis, how + ", from then on"
        ahead = phrase.modality is Modality.PLANNED or (phrase.modality is Modality.POSSIBLE and _lies_behind(published, start))
        if tail == "before" or words.startswith(("before", "ahead of", "prior")):
            # "Before the end of May" may be in its last days too.
            end = end if dated[0][0].mod == "END" else plus_days(start, -1) if start else start
        if ahead:
            return published, end, basis, how + ", from the report until then"
        if (
            tail == "by"
            and start is not None
            and end is not None
            and start == end
            and published is not None
            and start <= published
        ):
            if dated[0][0].type == "TIME":
                return start, end, basis, how  # "by nightfall", "by Tuesday evening": in the course of that day
            return plus_days(start, -(start.weekday())), end, basis, how + ", within that week"
        return None, end, basis, how + ", up to then"
    after = _only_after(phrase, dated) and start is not None and end is not None and published is not None
    if after and end is not None and published is not None and end > published and phrase.modality is Modality.PLANNED:
        return (plus_days(end, 1) if _BARE_AFTER.match(words) else start), None, basis, how + ", from then on"
    if after and start is not None and end is not None and published is not None and end <= published:
        start = plus_days(end, 1) if _BARE_AFTER.match(words) else start
        return start, None if phrase.modality is Modality.PLANNED else published, basis, how + ", from then on"
    return start, end, basis, how


def _ends_by_the_clock(phrase: Phrase, timex: Timex) -> bool:
    """Tell whether what happened went on until an hour that names no day: "until dusk"."""
    until = phrase.lead(timex).rsplit(" ", 1)[-1] in ("until", "till") or phrase.words.startswith(("until ", "till "))
    clock = timex.type == "TIME" and CLOCK_ONLY.fullmatch(timex.span.of(phrase.text).lower()) is not None
    return until and clock and phrase.modality is Modality.ACTUAL


_NOT_BEFORE = re.compile(r"\bnot (?:\w+ )?before$")


def _lies_behind(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day < other


# What has been counted ever since something began: "the insurgency, which began in 1969, has killed 40,000".
_GROWING = frozenset({"casualty-toll", "displacement"})
_ITS_BEGINNING = re.compile(r"\b(?:began|begun|started|broke out|erupted)(?: back)?(?: in| on)?(?: early| late| mid-?| the)*$")


def _right_before(phrase: Phrase, timex: Timex) -> str:
    return phrase.text[max(0, timex.span.start - 40) : timex.span.start].lower().rstrip()


_BARE_AFTER = re.compile(r"after (?:the )?\S*\d{4}$|after \S+(?: \S+)?(?: \d{4})?$")


def _only_after(phrase: Phrase, dated: list[tuple[Timex, Stretch]]) -> bool:
    """Tell whether a phrase says "after 2011", "after the offensive in January": from then on, not in that year.

    "After Monday's raid" is soon after: of days only bare ones ("after 3 April") open a stretch.
    """
    timex, stretch = dated[0]
    if (
        len(dated) > 1
        or timex.type != "DATE"
        or not phrase.words.startswith("after ")
        or stretch.start is None
        or stretch.end is None
    ):
        return False
    bare = not phrase.text[phrase.span.start + len("after ") : timex.span.start].strip() and timex.span.end >= phrase.span.end
    return bare or (stretch.end - stretch.start).days > 5
