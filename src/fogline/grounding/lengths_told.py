"""Lengths of time that are counted from a day told beside or before them, and not back from the report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from fogline.grounding.grounding import DateBasis, GroundedTime
from fogline.grounding.happenings import HAPPENING
from fogline.grounding.number import numbers, tokens
from fogline.grounding.stretch import Length, Stretch, length_of, precision_of, stretch_of
from fogline.grounding.time_phrase import LEAN_CHARACTERS
from fogline.grounding.timex import Timex
from fogline.grounding.timex_calendar import plus_days
from fogline.grounding.timex_story import SENTENCE_END
from fogline.span import Span

__all__ = ["deed_before_the_saying", "length_told", "so_long_before", "so_long_before_the_day_beside"]


def so_long_before(text: str, span: Span, trigger: Span, told: Timex | None, news: date | None) -> GroundedTime | None:
    """Return the day of what stands behind "after": "pulled from the rubble on Saturday, four days after jets *hit* it".

    ``told`` is the day, month or year named before. Where there is none shortly
    before, what came later is taken as news: of the day ``news`` of the report
    or the day before it, and the first event as so long before.
    """
    match = _AFTER.fullmatch(span.of(text).strip())
    if match is None or not 0 <= trigger.start - span.end <= _FIRST_EVENT or _CLAUSE_END.search(text, span.end, trigger.start):
        return None
    if match["after"] is None and _BEHIND.match(text, span.end) is None:
        return None
    length = _days_or_weeks(match["n"], match["unit"])
    if length is None:
        return None
    if told is not None and span.start - told.span.end <= _LATER_DAY:
        named = told.span.of(text)
        day = told.type in ("DATE", "TIME") and _DAY.fullmatch(told.value or "") is not None
        later = stretch_of(told, named.lower()) if day else None
        first = length.back_from(later.start) if later is not None and later.start is not None else None
        return (
            GroundedTime(first, first, 1, DateBasis.RESOLVED, f"“{span.of(text)}”: so long before “{named}”.") if first else None
        )
    last = length.back_from(news) if news is not None else None
    if last is None or _OPENS_ITS_CLAUSE.search(text, max(0, span.start - 3), span.start) is not None:
        return None
    why = f"“{span.of(text)}”: so long before what is taken as news of the report's day or the day before."
    return GroundedTime(plus_days(last, -1), last, 2, DateBasis.RESOLVED, why)


def so_long_before_the_day_beside(text: str, day: Timex, length: Timex, trigger: Span) -> GroundedTime | None:
    """Return the day of "imposed sanctions on Thursday, a day after the army *pulled out*", whose length nobody marked."""
    joined = _JOINED.fullmatch(text, day.span.end, length.span.start) is not None
    if not joined or "," in text[length.span.end : trigger.start]:
        return None
    return so_long_before(text, length.span, trigger, day, None)


def _days_or_weeks(n: str, unit: str) -> Length | None:
    said = numbers(tokens(n))
    many = 1 if n.lower() in ("a", "one") else said[0].low if said and said[0].low == said[0].high else None
    return Length(many, unit.lower()) if many is not None else None


_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T(?:NI|MO|AF|EV))?")
_AFTER = re.compile(
    r"(?:some |about |nearly |almost |just )?(?P<n>[a-z]+|\d{1,3}) (?P<unit>day|week)s?(?P<after> after)?", re.IGNORECASE
)
_BEHIND = re.compile(r"\s+after\b", re.IGNORECASE)
# How far behind "four days after" what happened first is told, and how far before it the day that it is counted from.
_FIRST_EVENT, _LATER_DAY = 60, 300
# How far before a length its day may stand in the sentence, in characters.
_BESIDE = 300
# "Two weeks after negotiators met fighters stormed the town": which of the two verbs is meant is not plain.
_OPENS_ITS_CLAUSE = re.compile(r"(?:\A|[.;:!?\n])\s*\Z")
_CLAUSE_END = re.compile(r"[.;:!?]")


def deed_before_the_saying(text: str, said_on: Span, day: date, sentence: Span) -> GroundedTime | None:
    """Return the day of an attack whose toll was told on ``day``: "has risen to 22, the ministry said on Thursday, two days after the attack"."""
    match = _DAYS_AFTER_IT.match(text, said_on.end)
    if match is None or _TOLL.search(text, sentence.start, said_on.start) is None:
        return None
    length = _days_or_weeks(match["n"], match["unit"])
    first = length.back_from(day) if length is not None else None
    if first is None:
        return None
    why = f"“{said_on.of(text)}{match[0]}”: so long before the day that the toll was told."
    return GroundedTime(first, first, 1, DateBasis.RESOLVED, why)


_DAYS_AFTER_IT = re.compile(
    rf",\s+(?P<n>[a-z]+|\d{{1,3}}) (?P<unit>day|week)s? after (?:the|that|this) (?:[\w-]+ )?{HAPPENING}\b",
    re.IGNORECASE,
)
_TOLL = re.compile(r"\b(?:toll|risen|rose|climbed|passed)\b", re.IGNORECASE)


def length_told(
    text: str,
    span: Span,
    timex: Timex,
    trigger: Span,
    sentence: Span,
    beside: Sequence[Timex],
    told: Timex | None,
    published: date,
) -> GroundedTime | None:
    """Return the days of a length that has a day, month or year of its own: "in May they took the pass and held it for three weeks".

    ``timex`` is the length, ``beside`` are the dated expressions of the same sentence, ``told`` the last
    stretch of the calendar told before it in the text. What "has" gone on for
    so long is counted back from the report, and so is "the past week": None.
    """
    length = length_of(timex)
    if length is None or length.n is None or _NOT_COUNTED.match(timex.span.of(text)) is not None:
        return None
    last = next((t for t in reversed(beside) if 0 <= timex.span.start - t.span.end <= _BESIDE), None)
    if (relation := _RELATED.match(text, timex.span.end)) is not None:
        return _beside_another(text, span, timex, relation, trigger, last, published)
    lead = _LEAD.search(text, max(sentence.start, timex.span.start - 40), timex.span.start)
    old = told is not None and _is_old(text, told, published)
    goes_on = _STILL_GOES_ON if old else _GOES_ON
    if (
        lead is None
        or goes_on.search(text, max(sentence.start, timex.span.start - _BESIDE), timex.span.start)
        or _SINCE.match(text, timex.span.end)
    ):
        return None
    after = lead["lead"].lower() == "after"
    if after and _OF.match(text, timex.span.end) is None:
        return None
    if last is not None:
        named = last if _OTHER_CLAUSE.search(text, last.span.end, lead.start()) is None else None
    else:
        named = told if told is not None and _told_shortly_before(text, told, sentence, old=old) else None
    whole = stretch_of(named, named.span.of(text).lower()) if named is not None else None
    if named is None or whole is None or whole.start is None or whole.end is None:
        return None
    if after and last is not None:
        first = length.back_from(whole.start) if whole.start == whole.end else None
        return _told(text, span, named, Stretch(first, whole.end) if first else None, published)
    run = _run_from(length, whole, published)
    if after and run is not None and _OF_IT.fullmatch(text, timex.span.end, max(trigger.start, timex.span.end)) is None:
        # "After six days of siege they left": so long after the day told before.
        run = Stretch(length.moved(whole.start, 1), run.end)
    return _told(text, span, named, run, published)


def _beside_another(
    text: str, span: Span, timex: Timex, relation: re.Match[str], trigger: Span, last: Timex | None, published: date
) -> GroundedTime | None:
    """Return the days of "in May, two weeks before the vote": May; of the vote itself so long after it."""
    whole = stretch_of(last, last.span.of(text).lower()) if last is not None else None
    length = length_of(timex)
    if last is None or length is None or whole is None or whole.start is None or whole.end is None:
        return None
    if _CLAUSE_END.search(text, last.span.end, timex.span.start) is not None:
        return None
    joined = _JOINED.fullmatch(text, last.span.end, timex.span.start) is not None
    behind = trigger.start - relation.end()
    if 0 <= behind <= _FIRST_EVENT and _CLAUSE.search(text, relation.end(), trigger.start) is None:
        # "And two days after it they fled": which of two verbs is meant is not plain where these words open a clause.
        if not joined and _OPENS_A_CLAUSE.search(text, max(0, timex.span.start - 20), timex.span.start) is not None:
            return None
        sign = -1 if relation[1].lower() == "after" else 1
        return _told(text, span, last, Stretch(length.moved(whole.start, sign), length.moved(whole.end, sign)), published)
    return _told(text, span, last, whole, published) if joined else None


def _run_from(length: Length, whole: Stretch, published: date) -> Stretch | None:
    """Return the days of what began within a stretch and went on for so long; the stretch alone if that is as long. None if it still went on."""
    if whole.start is None or whole.end is None:
        return None
    hours = length.unit in ("hour", "minute", "second")
    earliest, latest = (length.moved(d, 1) if hours else length.ahead_of(d) for d in (whole.start, whole.end))
    if earliest is None or latest is None or earliest > published:
        return None
    return whole if earliest <= plus_days(whole.end, 1) else Stretch(whole.start, latest)


def _told(text: str, span: Span, named: Timex, days: Stretch | None, published: date) -> GroundedTime | None:
    if days is None or days.start is None or days.end is None or days.start > published:
        return None
    why = f"“{span.of(text)}”: counted from “{named.span.of(text)}”, told with it."
    end = min(days.end, published)
    return GroundedTime(days.start, end, precision_of(days.start, end), DateBasis.RESOLVED, why)


def _told_shortly_before(text: str, told: Timex, sentence: Span, *, old: bool) -> bool:
    """Tell whether a day or a month stands before a sentence in its own paragraph, or an ``old`` year in the sentence before it."""
    between = text[told.span.end : sentence.start]
    if told.type != "DATE" or "\n" in between or sentence.start < told.span.end:
        return False
    if len(told.value or "") < len("2018-05"):
        led = _IN.search(text, max(0, told.span.start - 8), told.span.start) is not None
        led = led and _GOES_ON_ABOUT_IT.match(text, sentence.start) is not None
        return old and led and len(between) <= LEAN_CHARACTERS and SENTENCE_END.search(between.rstrip()) is None
    return len(between) <= (2 * LEAN_CHARACTERS if old else LEAN_CHARACTERS)


def _is_old(text: str, told: Timex, published: date) -> bool:
    """Tell whether a time lies so far behind that what is told with it is no news: then "had" and "said" tell of it too."""
    whole = stretch_of(told, told.span.of(text).lower())
    return whole is not None and whole.end is not None and (published - whole.end).days > _OLD


_OLD = 60  # days
_GOES_ON_ABOUT_IT = re.compile(r"\s*[“\"]?(?:it|they|he|she|we|I|its|their|his|her|our)\b", re.IGNORECASE)
# A year in which something was, not one by which a thing is called.
_IN = re.compile(r"\b(?:in|since|of)\s+\Z", re.IGNORECASE)


_LEAD = re.compile(
    r"\b(?P<lead>for|in|over|during|after)(?: (?:some|about|around|nearly|almost|just|only|at least|more than|over|the|a total of))*\s*\Z",
    re.IGNORECASE,
)
_NOT_COUNTED = re.compile(
    r"(?:the |these )?(?:past|last|previous|next|coming|following|recent|first|opening|final|early)\b", re.IGNORECASE
)
_JOINED = re.compile(r",\s+(?:(?:some|about|just|only|nearly|almost) )?")
_OPENS_A_CLAUSE = re.compile(r"(?:,|\band|\bbut)(?: (?:some|about|just|only|nearly|almost))?\s*\Z", re.IGNORECASE)
_RELATED = re.compile(r"\s+(before|after)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:!?,\n]")
# What stands between "after six days" and the word for what went on so long: "of heavy shelling", "of clashes and shelling".
_OF_IT = re.compile(r"\s+of\s+(?:[\w’'-]+ (?:and )?)?", re.IGNORECASE)
_SINCE, _OF = re.compile(r"\s+since\b", re.IGNORECASE), re.compile(r"\s+of\b", re.IGNORECASE)
# What still goes on is told from the report, and so is what others say had gone on.
_GOES_ON = re.compile(
    r"\b(?:has|have|had|is|are|remains?|continues?|will|would|says?|said|told|according|before)\b|['’](?:ve|s been)\b",
    re.IGNORECASE,
)
_STILL_GOES_ON = re.compile(r"\b(?:has|have|is|are|remains?|continues?|will|would|now)\b|['’](?:ve|s been)\b", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(
    r"[.;:!?]|\b(?:who|which|that|whose|after|before|until|till|when|while|since|because|although|but)\b", re.IGNORECASE
)
