"""Days of what a story of long ago tells without a day: those of the deed told before it, and never "news of the report's day"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from fogline.grounding.grounding import DateBasis, GroundedTime
from fogline.grounding.interval import DEEDS, OF_THE_SAYING, rests_on_an_hour
from fogline.grounding.quoted_words import quoted_words
from fogline.grounding.span_index import SpanIndex
from fogline.grounding.timex import Timex
from fogline.reading.reading import Modality
from fogline.span import Span

__all__ = ["CARRIED_OVER", "Told", "times_in_story"]

# Flag of a time that is of the deed told before it.
CARRIED_OVER = "carried-over"

# A report tells of long ago where it dates three deeds at least to more than a month back, and these are seven of ten. Of 383
# annotated articles, most of them daily news, 14 do so; of 24 plain past deeds without a day in them 8 were of the report's days.
_LONG_AGO, _LEAST, _SHARE = 30, 3, 0.7  # days, deeds, share
# A day is carried over only from a deed told shortly before, if it lies further back than news does and says when within a month.
_BEHIND_NEWS, _LONGEST = 14, 31  # days
_REACH, _PARAGRAPHS = 1500, 3


@dataclass(frozen=True, slots=True)
class Told:
    """An event as it is told: the words that stand for it, what it is, and its time with the words that tell it, if any were marked."""

    trigger: Span
    sentence: Span
    type: str
    modality: Modality
    time: GroundedTime | None
    words: Span | None

    @property
    def last_day(self) -> date | None:
        """The last day of a deed that has days of its own; None for all else."""
        time = self.time
        own = time is not None and time.basis in (DateBasis.EXPLICIT, DateBasis.RESOLVED) and OF_THE_SAYING not in time.flags
        deed = self.type in DEEDS and self.modality is Modality.ACTUAL
        return time.end if time is not None and own and deed and time.start is not None else None


def times_in_story(
    text: str, told: Sequence[Told], timexes: Sequence[Timex], published: date | None
) -> list[GroundedTime | None]:
    """Return the time of each event, in the order given, those of old stories carried over from the deed told before.

    A feature dates a killing once and tells on: houses were burnt, nine men
    were led away. Where no old day stands near such a deed it lies some time
    before the report. What stands before the first day told, the heading above
    all, and what "has" happened stay as they are.
    """
    if published is None:
        return [t.time for t in told]
    quoted = quoted_words(text)
    hours = {
        t
        for t in told
        if rests_on_an_hour(text, timexes, t.words or t.sentence, t.time, published) or _as_quoted(text, t, quoted)
    }
    order = sorted((t for t in told if t.last_day is not None and t not in hours), key=lambda t: t.trigger.start)
    if not _is_old(order, published):
        return [t.time for t in told]
    return [_time_of(text, t, order, published) if _is_undated(text, t, t in hours) else t.time for t in told]


def _is_old(dated: Sequence[Told], published: date) -> bool:
    old = sum(t.last_day is not None and (published - t.last_day).days > _LONG_AGO for t in dated)
    return old >= _LEAST and old >= _SHARE * len(dated)


def _as_quoted(text: str, told: Told, quoted: SpanIndex) -> bool:
    """Tell whether the words of a time are of the day that somebody is quoted from: "he said, 'you shot them this morning'"."""
    return told.words is not None and _TODAY.search(told.words.of(text)) is not None and quoted.touches(told.words)


_TODAY = re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening)|yesterday|last night)\b", re.IGNORECASE)


def _is_undated(text: str, told: Told, by_hour: bool) -> bool:
    """Tell whether nothing says on what day a deed was: no words, "in the morning", "at dawn". A number that could not be read is a day for all that."""
    time = told.time
    if time is None or told.type not in DEEDS or told.modality is not Modality.ACTUAL:
        return False
    unread = told.words is not None and any(c.isdigit() for c in told.words.of(text))
    return by_hour or (time.basis is DateBasis.PUBLICATION and not unread)


def _time_of(text: str, told: Told, dated: Sequence[Told], published: date) -> GroundedTime | None:
    n = bisect_left(dated, told.trigger.start, key=lambda t: t.trigger.start)
    last = dated[n - 1] if n else None
    if last is None or last.time is None or last.last_day is None or last.time.start is None or not _is_past(text, told.trigger):
        return told.time
    if (published - last.last_day).days <= _BEHIND_NEWS:
        return told.time
    near = told.trigger.start - last.trigger.end <= _REACH
    apart = len(re.findall(r"\n\s*", text[last.trigger.end : told.trigger.start])) if near else 0
    if not near or apart > _PARAGRAPHS or (last.last_day - last.time.start).days > _LONGEST:
        why = "The text names no day for it in a story of long ago; some time up to the report."
        return GroundedTime(None, published, None, DateBasis.RESOLVED, why, (CARRIED_OVER,))
    words = last.trigger.of(text)
    why = f"The text names no day for it in a story of long ago; taken as of the days of “{words}”, told before it."
    least = 3 if apart else 2
    precision = max(last.time.precision or least, least)
    return replace(last.time, precision=precision, basis=DateBasis.RESOLVED, reason=why, flags=(CARRIED_OVER,))


def _is_past(text: str, trigger: Span) -> bool:
    """Tell whether the words at a trigger recount: no "has", "is" or "may" governs it, nor does it stand in the present itself."""
    before = text[max(0, trigger.start - _CLAUSE) : trigger.start]
    words = trigger.of(text)
    if _NOT_PAST.search(before) or _NOT_PAST_ITSELF.match(words) or _STILL.match(text, trigger.end):
        return False
    if _DOES.fullmatch(words.split()[0]) and _ONE.search(before):
        return False
    return not words.lower().endswith("ing") or _PAST_DOING.search(before) is not None


_CLAUSE = 60  # characters
_NOT_PAST = re.compile(
    r"(?:\b(?:has|have|is|are|be|will|would|could|can|may|might|must|should|being|still|now|yet|not|never)\b(?:[^.;:!?,\n]|,\d)*|\bto )\Z",
    re.IGNORECASE,
)
_NOT_PAST_ITSELF = re.compile(r"(?:has|have|is|are|will|would|could|may|might|to|being)\b", re.IGNORECASE)
_STILL = re.compile(r"\s+(?:is|are|has|have|will|would|could|may|continues?|remains?)\b", re.IGNORECASE)
_DOES, _ONE = re.compile(r"[a-z]+[a-rt-z]s"), re.compile(r"\b(?:he|she|it|who|which|that) \Z", re.IGNORECASE)
_PAST_DOING = re.compile(r"(?:\b(?:was|were|been|began|started|after|before)(?: \w+ly)? |, )\Z", re.IGNORECASE)
