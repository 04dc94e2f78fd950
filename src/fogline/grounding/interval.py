"""When an event happened, as days: its own time words first, then its sentence's, then what the report's date allows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from fogline.grounding.grounding import DateBasis, GroundedTime
from fogline.grounding.lengths_told import deed_before_the_saying, length_told, so_long_before, so_long_before_the_day_beside
from fogline.grounding.named_event_days import day_of_named_event
from fogline.grounding.odd_dates import oddities
from fogline.grounding.phrase_days import days_of
from fogline.grounding.stretch import precision_of
from fogline.grounding.time_ahead import will_be
from fogline.grounding.time_phrase import HOUR, LEAN_CHARACTERS, Phrase
from fogline.grounding.time_terms import is_length_of_a_term, is_new_day, is_put_off, names_no_day
from fogline.grounding.times_of_clauses import is_of_another_clause, lies_ahead_of_a_deed
from fogline.grounding.times_of_others import (
    in_an_aside,
    in_an_insertion,
    is_of_a_former_figure,
    is_of_a_later_death,
    is_of_another_noun,
    is_of_what_was_said,
    is_that_moment,
    is_the_sayings,
    is_when_it_was_said,
    names_a_paper,
    stands_behind_a_saying,
)
from fogline.grounding.timex import Timex, find_timexes
from fogline.grounding.timex_calendar import plus_days
from fogline.grounding.word_lists import word_set
from fogline.intake.published import opening_day
from fogline.reading.reading import Modality
from fogline.span import Span

# Flag of a time that says when it was said.
OF_THE_SAYING = "day-of-saying"

# Types that describe how things stand; they hold as of the report where nothing else is said.
STATES = frozenset({"control", "strength", "hardship", "casualty-toll", "displacement"})
# Types that tell of one deed at one time. Acts of speech are news of the day they are told whatever they speak of.
DEEDS = word_set(
    "armed-clash shelling air-strike explosive suicide-bomb chemical-weapon attack abduction arrest sexual-violence destruction "
    "territory-gained withdrawal surrender"
)


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
    if time_span is not None and _is_of_others(text, time_span, timexes, trigger, modality):
        time_span = None
    why = "The text gives no time for it"
    if time_span is not None and _is_of_something_else(
        text, time_span, _within(timexes, time_span), trigger, published_on, modality
    ):
        why = f"“{time_span.of(text)}” says nothing of when it was"
        time_span = None
    if time_span is not None:
        return _by_its_words(
            text,
            timexes,
            time_span,
            trigger,
            sentence,
            cue_spans,
            published_on=published_on,
            modality=modality,
            claim_type=claim_type,
        )
    own = [
        t
        for t in _times_of(text, timexes, sentence, trigger, published_on)
        if (modality is Modality.PLANNED or not is_new_day(text, t.span))
        and not is_of_another_noun(text, t.span, trigger)
        and not is_of_another_clause(text, t.span, trigger, claim_type)
    ]
    near = _own_time(text, own, trigger, cue_spans, quote)
    if near is not None:
        if (earlier := _so_long_before_beside(text, timexes, near, trigger)) is not None:
            return earlier
        near = _whole_range(text, timexes, near)
        told = _told_before(text, timexes, near)
        said = is_when_it_was_said(text, near, trigger)
        within = _within(timexes, near)
        phrase = Phrase(text, near, within, published_on, modality, told, of_the_saying=said, claim_type=claim_type)
        found = _of_phrase(phrase, claim_type)
        past = found is not None and found.end is not None and published_on is not None and found.end < published_on
        past = past and modality is Modality.PLANNED
        usable = found is not None and found.basis is not DateBasis.PUBLICATION and not past
        if found is not None and usable and not lies_ahead_of_a_deed(found, modality, published_on):
            return found
    return _default(published_on, modality, claim_type, why)


def _times_of(text: str, timexes: Sequence[Timex], sentence: Span, trigger: Span, published: date | None) -> list[Timex]:
    """Return the times of a sentence that may be the event's, the sayings' among them."""
    return [
        t
        for t in _within(timexes, sentence)
        if not _is_dateline(text, t, published)
        and not is_of_a_former_figure(text, t.span, (t,), trigger)
        and not in_an_aside(text, t.span, trigger)
        and not in_an_insertion(text, t.span, trigger)
        and not is_of_a_later_death(text, t.span, trigger)
        and not names_a_paper(text, (t,), trigger)
        and not _lay_ahead_of(text, t.span, trigger, published)
    ]


def _by_its_words(
    text: str,
    timexes: Sequence[Timex],
    words: Span,
    trigger: Span,
    sentence: Span,
    cues: Sequence[Span],
    *,
    published_on: date | None,
    modality: Modality,
    claim_type: str,
) -> GroundedTime | None:
    """Return the days that the ``words`` of an event's time tell."""
    words = _whole_range(text, timexes, words)
    before, behind = _told_before(text, timexes, words), _right_behind(timexes, words, sentence)
    within = _within(timexes, words)
    moment = is_that_moment(text, words, trigger)
    of_the_saying = any(words.end <= c.start < trigger.start for c in cues) or (
        trigger.start >= words.end and _ANNOUNCED.search(text, words.end, trigger.end) is not None
    )
    of_the_saying = of_the_saying or is_when_it_was_said(text, words, trigger)
    calendar = _told_before(text, timexes, words, _CALENDAR)
    happened = modality is Modality.ACTUAL
    if (earlier := so_long_before(text, words, trigger, calendar, published_on if happened else None)) is not None:
        return earlier
    if (named := day_of_named_event(text, words, _days_before(text, timexes, words))) is not None:
        return named
    if happened and published_on is not None and len(within) == 1 and within[0].type == "DURATION":
        beside = [
            t
            for t in _times_of(text, timexes, sentence, trigger, published_on)
            if t.type == "DATE"
            and _CALENDAR.match(t.value or "")
            and not any(is_the_sayings(text, t.span, c, trigger) for c in cues)
        ]
        if (counted := length_told(text, words, within[0], trigger, sentence, beside, calendar, published_on)) is not None:
            return counted
    phrase = Phrase(text, words, within, published_on, modality, before, behind, calendar, moment, of_the_saying, claim_type)
    told = _of_phrase(phrase, claim_type)
    if told is not None and is_of_a_later_death(text, words, trigger) and told.basis is not DateBasis.PUBLICATION:
        reason = f"{told.reason.removesuffix('.')}; the day that somebody died of it, so some time up to then."
        return replace(told, start=None, precision=None, reason=reason)
    if not happened or claim_type in STATES:
        return told
    by = any(is_the_sayings(text, words, cue, trigger) for cue in cues)
    by = by or (claim_type in DEEDS and is_of_what_was_said(text, words, trigger))
    return _by_the_saying(text, told, words, sentence) if by else told


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


def _is_of_others(text: str, span: Span, timexes: Sequence[Timex], trigger: Span, modality: Modality) -> bool:
    """Tell whether a time that stands with an event is a former figure's, or that of a clause of its own."""
    return (
        is_of_a_former_figure(text, span, _within(timexes, span), trigger)
        or in_an_insertion(text, span, trigger)
        or names_a_paper(text, _within(timexes, span), trigger)
        or (modality is Modality.PLANNED and in_an_aside(text, span, trigger))
    )


def _is_of_something_else(
    text: str, span: Span, within: Sequence[Timex], trigger: Span, published: date | None, modality: Modality
) -> bool:
    """Tell whether the words of a time say how long what was done shall last, or when what was called off would have been."""
    planned = modality is Modality.PLANNED
    return names_no_day(text, span, within, planned=planned) or any(
        _lay_ahead_of(text, t.span, trigger, published)
        or (not planned and (is_new_day(text, t.span) or is_length_of_a_term(text, t, trigger)))
        for t in within
    )


def _lay_ahead_of(text: str, day: Span, trigger: Span, published: date | None) -> bool:
    """Tell whether a day is that of what was called off or awaited, and not of the calling off before it: "pulled out of Sunday's talks"."""
    return trigger.start < day.start and is_put_off(text, day, published)


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


# Verbs of saying in the past between a time and what was said to lie ahead.
_ANNOUNCED = re.compile(
    r"\b(?:said|announced|told|declared|pledged|vowed|promised|threatened|ordered|warned|decided|agreed|unveiled|revealed|signalled|signaled"
    r"|offered|proposed|voted|approved|gave (?:[\w’'-]+ ){1,4}(?:assurances?|promise|pledge|word|order)"
    r"|had (?:\w+ly )?(?!plann|hop|expect|schedul|intend|promis|pledg)\w+ed)\b",
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


def _told_before(text: str, timexes: Sequence[Timex], span: Span, kind: re.Pattern[str] = _DAY) -> Timex | None:
    """Return the last day (or stretch of another ``kind``) named before a span; rather not the day of a saying, if the deed's stands near it.

    "Rebels struck on Tuesday, the ministry said Wednesday. At dawn …" goes on about Tuesday.
    """
    days = _days_before(text, timexes, span, kind)
    deeds = [t for t in days if not stands_behind_a_saying(text, t.span)]
    near = deeds and span.start - deeds[-1].span.end <= LEAN_CHARACTERS
    return deeds[-1] if near else days[-1] if days else None


def _days_before(text: str, timexes: Sequence[Timex], span: Span, kind: re.Pattern[str] = _DAY) -> list[Timex]:
    """Return the days named shortly before a span, an hour without a day not among them: the report's day is not what it tells."""
    first = bisect_left(timexes, span.start, key=lambda t: t.span.end)
    return [
        t
        for t in timexes[max(0, first - 12) : first]
        if t.span.end <= span.start and t.value and kind.match(t.value) and t.value != "2001-09-11" and not _is_an_hour(text, t)
    ]


def _is_an_hour(text: str, timex: Timex) -> bool:
    return timex.type == "TIME" and HOUR.fullmatch(timex.span.of(text).lower()) is not None


def rests_on_an_hour(text: str, timexes: Sequence[Timex], words: Span, time: GroundedTime | None, published: date) -> bool:
    """Tell whether a time is the report's day only because its words tell an hour and no day: "at dawn"."""
    if time is None or time.start != published or time.end != published:
        return False
    within = [t for t in _within(timexes, words) if t.type in ("DATE", "TIME")]
    return bool(within) and all(_is_an_hour(text, t) for t in within)


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
        if any(is_the_sayings(text, timex.span, cue, trigger) for cue in cues):
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


def _so_long_before_beside(text: str, timexes: Sequence[Timex], near: Span, trigger: Span) -> GroundedTime | None:
    """Return the day of what was so long before the day that stands nearest: "on Thursday, a day after the army *pulled out*"."""
    if near.end >= trigger.start:
        return None
    day = next(iter(_within(timexes, near)))
    between = _within(timexes, Span(near.end, trigger.start))
    lengths = [t for t in between if t.type == "DURATION" and t.span.start >= near.end]
    return so_long_before_the_day_beside(text, day, lengths[0], trigger) if lengths else None


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


def _by_the_saying(text: str, told: GroundedTime | None, words: Span, sentence: Span) -> GroundedTime | None:
    """Return the time of a saying as that of what is said: "six died, the monitor said on Tuesday" was that day or the day before.

    Of a month or a year that something was said in ("concluded in 1999 that
    the army had burnt the village") only the end says anything of the deed.
    """
    if told is None or told.start is None or told.end is None or told.basis is DateBasis.PUBLICATION:
        return told
    if told.start != told.end:
        reason = f"{told.reason.removesuffix('.')}; the time that it was said, so some time up to then."
        return replace(told, start=None, precision=None, reason=reason)
    if (deed := deed_before_the_saying(text, words, told.start, sentence)) is not None:
        return deed
    reason = f"{told.reason.removesuffix('.')}; the day that it was said, so that day or the day before."
    return replace(told, start=plus_days(told.start, -1), precision=2, reason=reason, flags=(*told.flags, OF_THE_SAYING))


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
