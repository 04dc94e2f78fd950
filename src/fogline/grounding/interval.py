"""When an event happened, as days: its own time words first, then its sentence's, then what the report's date allows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from fogline.grounding.grounding import DateBasis, GroundedTime
from fogline.grounding.number import numbers, tokens
from fogline.grounding.odd_dates import oddities
from fogline.grounding.phrase_days import days_of
from fogline.grounding.stretch import Length, precision_of, stretch_of
from fogline.grounding.time_ahead import will_be
from fogline.grounding.time_phrase import Phrase
from fogline.grounding.time_terms import is_put_off, names_no_day
from fogline.grounding.timex import Timex, find_timexes
from fogline.grounding.timex_calendar import plus_days
from fogline.intake.published import opening_day
from fogline.reading.reading import Modality
from fogline.span import Span

# Flag of a time that says when it was said.
OF_THE_SAYING = "day-of-saying"

# Types that describe how things stand; they hold as of the report where nothing else is said.
STATES = frozenset({"control", "strength", "hardship", "casualty-toll", "displacement"})


def event_time(
    text: str,
    time_span: Span | None,
    trigger: Span,
    sentence: Span,
    *,
    published_on: date | None,
    modality: Modality,
    claim_type: str,
    cue_spans: Sequence[Span] = (),
    document_timexes: Sequence[Timex] | None = None,
    quote: Span | None = None,
) -> GroundedTime | None:
    """Return the days of an event; None only where nothing at all can be said.

    ``time_span`` are the words the reader gave the event; without them a
    time in the same sentence counts that does not belong to the saying
    (``cue_spans``), best one inside the claim's own words (``quote``). What the words do not say is taken from the
    publication date, and the basis tells so.
    """
    timexes = find_timexes(text, published_on) if document_timexes is None else document_timexes
    if (possessive := _days_own(text, timexes, trigger)) is not None:
        time_span = possessive
    if time_span is not None and (
        _is_of_a_former_toll(text, time_span) or (modality is Modality.PLANNED and _in_an_aside(text, time_span, trigger))
    ):
        time_span = None
    why = "The text gives no time for it"
    if time_span is not None and _is_of_something_else(
        text, time_span, _within(timexes, time_span), trigger, published_on, modality
    ):
        why = f"“{time_span.of(text)}” says nothing of when it was"
        time_span = None
    if time_span is not None:
        time_span = _whole_range(text, timexes, time_span)
        before, behind = _told_before(timexes, time_span), _right_behind(timexes, time_span, sentence)
        within = _within(timexes, time_span)
        moment = trigger.start >= time_span.end and _WHEN.match(text, time_span.end, trigger.start) is not None
        of_the_saying = any(time_span.end <= c.start < trigger.start for c in cue_spans) or (
            trigger.start >= time_span.end and _ANNOUNCED.search(text, time_span.end, trigger.start) is not None
        )
        calendar = _told_before(timexes, time_span, _CALENDAR)
        news = published_on if modality is Modality.ACTUAL else None
        if (earlier := _so_long_before(text, time_span, trigger, calendar, news)) is not None:
            return earlier
        phrase = Phrase(
            text, time_span, within, published_on, modality, before, behind, calendar, moment, of_the_saying, claim_type
        )
        told = _of_phrase(phrase, claim_type)
        by = any(_is_the_sayings(text, time_span, cue, trigger) for cue in cue_spans)
        return _by_the_saying(told) if by and modality is Modality.ACTUAL and claim_type not in STATES else told
    own = [
        t
        for t in _within(timexes, sentence)
        if not _is_dateline(text, t, published_on)
        and not _is_of_a_former_toll(text, t.span)
        and not _in_an_aside(text, t.span, trigger)
        and not _lay_ahead_of(text, t.span, trigger, published_on)
    ]
    near = _own_time(text, own, trigger, cue_spans, quote)
    if near is not None:
        near = _whole_range(text, timexes, near)
        found = _of_phrase(Phrase(text, near, _within(timexes, near), published_on, modality, claim_type=claim_type), claim_type)
        if found is not None and found.basis is not DateBasis.PUBLICATION:
            return found
    return _default(published_on, modality, claim_type, why)


_FAR_FROM_ITS_DAY = 80  # characters
_POSSESSED = re.compile(r"['’]s(?: [\w’'-]+){0,3} \Z")


def _days_own(text: str, timexes: Sequence[Timex], trigger: Span) -> Span | None:
    """Return the day whose event the trigger is by its words, whatever other time stands near: "Thursday's US strikes"."""
    at = bisect_left(timexes, trigger.start, key=lambda t: t.span.end) - 1
    if at < 0 or timexes[at].type not in ("DATE", "TIME") or timexes[at].value in _VAGUE:
        return None
    span = timexes[at].span
    end = span.end - 2 if text[span.end - 2 : span.end] in ("'s", "’s") else span.end
    # Not of a page, where the last day stands far back: three words may stand between.
    return span if trigger.start - end <= _FAR_FROM_ITS_DAY and _POSSESSED.match(text[end : trigger.start]) else None


_UP_FROM_SO_MANY = re.compile(r"\b(?:up|down) from (?:[\w,.-]+ ){1,5}\Z", re.IGNORECASE)


def _is_of_a_former_toll(text: str, span: Span) -> bool:
    """Tell whether a time says when a figure stood that stands no longer: "risen to 80, up from 74 on Friday"."""
    return _UP_FROM_SO_MANY.search(text, max(0, span.start - 50), span.start) is not None


def _is_of_something_else(
    text: str, span: Span, within: Sequence[Timex], trigger: Span, published: date | None, modality: Modality
) -> bool:
    """Tell whether the words of a time say how long what was done shall last, or when what was called off would have been."""
    return names_no_day(text, span, within, planned=modality is Modality.PLANNED) or any(
        _lay_ahead_of(text, t.span, trigger, published) for t in within
    )


def _lay_ahead_of(text: str, day: Span, trigger: Span, published: date | None) -> bool:
    """Tell whether a day is that of what was called off or awaited, and not of the calling off before it: "pulled out of Sunday's talks"."""
    return trigger.start < day.start and is_put_off(text, day, published)


# A comma, and a clause about what was named last: its times are not of what stands before the comma.
_ASIDE = re.compile(r",\s+(?:where|which|who|whose|whom)\b[^,.;:!?]*\Z", re.IGNORECASE)


def _in_an_aside(text: str, span: Span, trigger: Span) -> bool:
    """Tell whether a time stands in another clause than the trigger before it: "ordered them to leave the town, where bandits last month …"."""
    begin = max(trigger.end, span.start - _ASIDE_WIDTH)
    return trigger.end < span.start and _ASIDE.search(text, begin, span.start) is not None


_ASIDE_WIDTH = 200  # characters


_FROM = re.compile(r"\b(?P<led>from|between)\s+(?:the\s+)?\Z", re.IGNORECASE)
_TO = re.compile(r"(?:\s+(?:to|until|till|through|up to)\s+|\s*[-–—]\s*)(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)


def _whole_range(text: str, timexes: Sequence[Timex], span: Span) -> Span:
    """Return a time with the other end of the range that it is one end of: "Tuesday" of "from Tuesday to Thursday"."""
    inside = [t for t in _within(timexes, span) if t.type != "DURATION"]
    if len(inside) != 1:
        return span
    at = bisect_left(timexes, inside[0].span.start, key=lambda t: t.span.start)
    for n in (at, at - 1):
        if not 0 <= n < len(timexes) - 1:
            continue
        first, last = timexes[n].span, timexes[n + 1].span
        led = _FROM.search(text, max(0, first.start - 16), first.start)
        joint = _AND if led is not None and led["led"].lower() == "between" else _TO
        if led is not None and joint.fullmatch(text, first.end, last.start) is not None:
            return Span(led.start(), last.end).cover(span)
    return span


_AFTER = re.compile(
    r"(?:some |about |nearly |almost |just )?(?P<n>[a-z]+|\d{1,3}) (?P<unit>day|week)s?(?P<after> after)?", re.IGNORECASE
)
_BEHIND = re.compile(r"\s+after\b", re.IGNORECASE)
# How far behind "four days after" what happened first is told, and how far before it the day that it is counted from.
_FIRST_EVENT, _LATER_DAY = 60, 300


def _so_long_before(text: str, span: Span, trigger: Span, told: Timex | None, news: date | None) -> GroundedTime | None:
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
    said = numbers(tokens(match["n"]))
    n = 1 if match["n"].lower() in ("a", "one") else said[0].low if said and said[0].low == said[0].high else None
    if n is None:
        return None
    length = Length(n, match["unit"].lower())
    if told is not None and span.start - told.span.end <= _LATER_DAY:
        named = told.span.of(text)
        day = told.type == "DATE" and _DAY.fullmatch(told.value or "") is not None
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


# "Two weeks after negotiators met fighters stormed the town": which of the two verbs is meant is not plain.
_OPENS_ITS_CLAUSE = re.compile(r"(?:\A|[.;:!?\n])\s*\Z")
_CLAUSE_END = re.compile(r"[.;:!?]")
_WHEN = re.compile(r"\s*,?\s*when\b", re.IGNORECASE)
# Verbs of saying in the past between a time and what was said to lie ahead.
_ANNOUNCED = re.compile(
    r"\b(?:said|announced|told|declared|pledged|vowed|promised|threatened|ordered|warned|decided|agreed|unveiled|revealed|signalled|signaled)\b",
    re.IGNORECASE,
)


def _within(timexes: Sequence[Timex], span: Span) -> tuple[Timex, ...]:
    first = bisect_left(timexes, span.start, key=lambda t: t.span.end)
    out = []
    while first < len(timexes) and timexes[first].span.start < span.end:
        if timexes[first].span.overlap(span):
            out.append(timexes[first])
        first += 1
    return tuple(out)


def _right_behind(timexes: Sequence[Timex], span: Span, sentence: Span) -> tuple[Timex, ...]:
    """Return expressions of the same sentence within forty characters behind a span."""
    end = min(sentence.end, span.end + 40)
    return tuple(t for t in _within(timexes, Span(span.end, end)) if t.span.start >= span.end) if end > span.end else ()


_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CALENDAR = re.compile(r"\d{4}(?:-|$)")


def _told_before(timexes: Sequence[Timex], span: Span, kind: re.Pattern[str] = _DAY) -> Timex | None:
    """Return the last day (or stretch of another ``kind``) named before a span."""
    first = bisect_left(timexes, span.start, key=lambda t: t.span.end)
    for timex in reversed(timexes[max(0, first - 12) : first]):
        if timex.span.end <= span.start and timex.value and kind.match(timex.value) and timex.value != "2001-09-11":
            return timex
    return None


_VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


# How far from the trigger a time outside the claim's own words still counts, in characters; years less far, since
# they date other things ("the 2015 deal"). On the development articles this dates 20 of 100 claims whose own time
# the reader missed and misdates one or two of 100 that have none; any time of the sentence would misdate five.
_REACH, _REACH_OF_YEAR = 40, 20
_REACH_WITHOUT_QUOTE, _REACH_OF_YEAR_WITHOUT_QUOTE = 80, 40


def _own_time(text: str, timexes: Sequence[Timex], trigger: Span, cues: Sequence[Span], quote: Span | None) -> Span | None:
    """Return the time expression, of those of its sentence, that is the event's own: the nearest that is not the saying's."""
    options = []
    reach, reach_of_year = (_REACH, _REACH_OF_YEAR) if quote else (_REACH_WITHOUT_QUOTE, _REACH_OF_YEAR_WITHOUT_QUOTE)
    for timex in timexes:
        if timex.type == "SET" or timex.value is None or timex.value in _VAGUE or timex.type == "DURATION":
            continue
        if any(_is_the_sayings(text, timex.span, cue, trigger) for cue in cues):
            continue
        year = len(timex.value) <= 4
        if not (quote and quote.contains(timex.span)):
            if timex.span.distance(trigger) > (reach_of_year if year else reach):
                continue
            begin, end = min(trigger.end, timex.span.end), max(trigger.start, timex.span.start)
            if any(begin <= cue.start < end for cue in cues):
                continue
        options.append(timex.span)
    return min(options, key=lambda s: (s.distance(trigger), s.start), default=None)


_DATELINE_END = re.compile(r"\)?[^\n.]{0,30}?(?:--|—|–|\s-\s|\n|\Z)")
# Where a dateline ends at the latest, in characters from the start of the text.
_HEAD = 160


def _is_dateline(text: str, timex: Timex, published: date | None) -> bool:
    """Tell whether a day at the head of a text says when it was written: "KYIV, 12 Sept (Agency) –", "01.10.2014" alone."""
    if timex.span.end > _HEAD or timex.type != "DATE" or published is None or not _DAY.fullmatch(timex.value or ""):
        return False
    if timex.value not in (published.isoformat(), plus_days(published, -1).isoformat()):
        return False
    begin = text.rfind("\n", 0, timex.span.start) + 1
    opening = opening_day(text[begin : begin + _HEAD].split("\n", 1)[0])
    if opening is not None and text.find(opening, begin) <= timex.span.start and timex.span.of(text) in opening:
        return True
    numeric = not any(c.isalpha() for c in timex.span.of(text))
    return (numeric and not text[: timex.span.start].strip()) or (
        any(c.isdigit() for c in timex.span.of(text))
        and text[: timex.span.start].rstrip()[-1:] in (",", "(", "")
        and _DATELINE_END.match(text, timex.span.end) is not None
    )


def _by_the_saying(told: GroundedTime | None) -> GroundedTime | None:
    """Return the day of a saying as that of what is said: "six died, the monitor said on Tuesday" was that day or the day before."""
    if told is None or told.start is None or told.start != told.end or told.basis is DateBasis.PUBLICATION:
        return told
    reason = f"{told.reason.removesuffix('.')}; the day that it was said, so that day or the day before."
    return replace(told, start=plus_days(told.start, -1), precision=2, reason=reason, flags=(*told.flags, OF_THE_SAYING))


def _is_the_sayings(text: str, timex: Span, cue: Span, trigger: Span) -> bool:
    """Tell whether a time stands with a cue: "said on Tuesday", "on Tuesday said"; not "killed on Monday, according to"."""
    if timex.end <= cue.start and text[timex.end : cue.start].lstrip().startswith(","):
        return False
    gap = text[min(cue.end, timex.end) : max(cue.start, timex.start)].strip().lower()
    return gap in ("", "on", "in", "late", "early", "late on", "early on", ",", "earlier") and cue.distance(
        timex
    ) < trigger.distance(timex)


def _of_phrase(phrase: Phrase, claim_type: str) -> GroundedTime | None:
    published = phrase.published_on
    flags = oddities(phrase)
    days = days_of(phrase)
    said = f"“{phrase.span.of(phrase.text)}”"
    if days is None:
        if published is None:
            return GroundedTime(
                None,
                None,
                None,
                DateBasis.NONE,
                f"{said} cannot be dated without a publication date.",
                (*flags, "no-publication-date"),
            )
        if "impossible-date" in flags:
            return GroundedTime(None, None, None, DateBasis.NONE, f"{said} is no day of the calendar.", flags)
        fallback = _default(published, phrase.modality, claim_type, f"{said} names no day")
        return replace(fallback, flags=(*fallback.flags, *flags))
    start, end, basis, how = days
    if start is not None and end is not None and start > end:
        start, end = end, start
    # "Nobody has been held since 12 August" speaks of what lies behind too.
    happened = phrase.modality is Modality.ACTUAL or (phrase.modality is Modality.NEGATED and end is None)
    if published is not None and happened and start is not None and start > published and not will_be(phrase):
        flags = (*flags, "after-publication")
    return GroundedTime(start, end, precision_of(start, end), basis, f"{said}: {how}.", flags)


def _default(published: date | None, modality: Modality, claim_type: str, why: str) -> GroundedTime:
    """Return what the publication date alone allows.

    A plain event without a time is news: it happened on the day of
    publication or the day before (of 1,957 such claims of the development
    articles the two days match 79 %, the day alone 71 %). States and
    denials hold as of the report; plans lie ahead, open-ended.
    """
    if published is None:
        return GroundedTime(None, None, None, DateBasis.NONE, f"{why}, and the report has no date.", ("no-publication-date",))
    if modality is Modality.PLANNED:
        return GroundedTime(published, None, None, DateBasis.PUBLICATION, f"{why}; planned, so from the report's date on.")
    if modality is Modality.ACTUAL and claim_type not in STATES:
        start = plus_days(published, -1)
        return GroundedTime(
            start, published, 2, DateBasis.PUBLICATION, f"{why}; taken as news of the report's day or the day before."
        )
    return GroundedTime(published, published, 1, DateBasis.PUBLICATION, f"{why}; taken as holding on the report's date.")
