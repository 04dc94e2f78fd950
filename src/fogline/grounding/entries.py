"""Entries of a live blog: stretches of one report that were each written on a day of their own.

"3 March 2019, 04:31 GMT" at the head of an entry is the day that "yesterday" and "this morning" in it are said on, while
the page as a whole carries the day of its last change.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from fogline.grounding.span_index import SpanIndex
from fogline.grounding.timex import Timex, find_timexes
from fogline.grounding.timex_calendar import MONTHS, day_or_none
from fogline.grounding.timex_words import ZONES
from fogline.span import Span

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?[ ]+)?"
_DAY = (
    rf"{_WEEKDAY}(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ ]+(?P<m>{_MONTH})\.?,?[ ]+(?P<y>\d{{4}})|"
    rf"(?P<m2>{_MONTH})\.?[ ]+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?[ ]+(?P<y2>\d{{4}})|(?P<y3>\d{{4}})-(?P<m3>\d\d)-(?P<d3>\d\d))"
)
_ZONED = r"\d{4}[ ]*(?:gmt|utc)"
# "1530 GMT 17 Oct 88", the year at times left out: behind the name of a radio or an agency in a digest of what they said.
_DIGEST = re.compile(
    rf"^[^\n]{{0,90}}?\b(?P<stamp>{_ZONED}[ ]+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ ]+(?P<m>{_MONTH})\b\.?(?:,?[ ]+(?P<y>\d{{4}}|\d\d))?)(?=[ ]*(?:[.:]|--|[–—]|$)|(?<=\.)[ ])",
    re.IGNORECASE | re.MULTILINE,
)
_ZONE = "|".join(sorted(ZONES))
_CLOCK = (
    r"\d{1,2}[:.]\d\d(?::\d\d)?(?:[ ]*[ap]\.?m\b\.?)?"
    rf"(?:[ ]*\(?(?:{_ZONE}|local time|[+]\d{{1,2}}(?::?\d\d)?)\)?)*"
)
_BETWEEN = r"[ ]*[,|–—-]?[ ]*(?:at[ ]+|on[ ]+|t)?"
_LEAD = r"^[ \t•*-]*(?:(?:updated|posted|published|update)[: ]+(?:on[ ]+|at[ ]+)?)?"
_STAMPS = tuple(
    re.compile(f"{_LEAD}{inner}(?![\\w:])", re.IGNORECASE | re.MULTILINE)
    for inner in (f"{_DAY}{_BETWEEN}{_CLOCK}", f"{_CLOCK}{_BETWEEN}{_DAY}")
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its stamp and the day that it names; it runs to the next stamp or the end of the text."""

    stamp: Span
    day: date


class Entries:
    """The entries of a report; none unless at least two lines open with a stamp of day and hour, or hold one near their head in a digest."""

    def __init__(self, text: str) -> None:
        found = {}
        for pattern in _STAMPS:
            for match in pattern.finditer(text):
                day = _day(match)
                if day is not None:
                    found[match.start()] = Entry(Span(match.start(), match.end()), day)
        found |= {e.stamp.start: e for e in _of_a_digest(text)}
        kept = list(_with_words(text, [found[start] for start in sorted(found)]))
        self.entries = kept if len(kept) > 1 else []
        self._starts = [e.stamp.start for e in self.entries]
        self._text = text

    def at(self, offset: int) -> Entry | None:
        """Return the entry that an offset lies in; None before the first and in a report that has none."""
        n = bisect_right(self._starts, offset) - 1
        return self.entries[n] if n >= 0 else None

    def timexes(self, published_on: date | None) -> tuple[Timex, ...]:
        """Return the time expressions of the report, those of an entry as said on its day. Stamps are none of the telling's times."""
        if not self.entries:
            return find_timexes(self._text, published_on)
        out = list(find_timexes(self._text[: self._starts[0]], published_on))
        for entry, end in zip(self.entries, (*self._starts[1:], len(self._text)), strict=True):
            begin = entry.stamp.end
            out += [replace(t, span=t.span.shifted(begin)) for t in find_timexes(self._text[begin:end], entry.day)]
        return tuple(out)

    @property
    def stamps(self) -> SpanIndex:
        """Where the stamps of the entries stand."""
        return SpanIndex(e.stamp for e in self.entries)


# "Published …" right above "Updated …" stamps a page and heads no entry.
_FEWEST_LETTERS = 20


def _with_words(text: str, stamped: list[Entry]) -> Iterator[Entry]:
    for n, entry in enumerate(stamped, 1):
        end = stamped[n].stamp.start if n < len(stamped) else len(text)
        if sum(c.isalpha() for c in text[entry.stamp.end : end][:2000]) >= _FEWEST_LETTERS:
            yield entry


def _of_a_digest(text: str) -> Iterator[Entry]:
    """Yield the items of a digest of broadcasts; one without a year is of the year that another stamp names."""
    matches = list(_DIGEST.finditer(text))
    named = next((m["y"] for m in matches if m["y"]), None)
    for match in matches:
        year = match["y"] or named
        day = day_or_none(_full(year), MONTHS[match["m"].casefold()], int(match["d"])) if year else None
        if day is not None:
            yield Entry(Span(*match.span("stamp")), day)


def _full(year: str) -> int:
    """Return "88" as 1988 and "03" as 2003: broadcasts were monitored from the middle of the last century."""
    return int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= 50 else 2000)


def _day(match: re.Match[str]) -> date | None:
    part = match.groupdict()
    day, month, year = (part["d"], part["m"], part["y"]) if part["d"] else (part["d2"], part["m2"], part["y2"])
    if part["d3"]:
        return day_or_none(int(part["y3"]), int(part["m3"]), int(part["d3"]))
    return day_or_none(int(year), MONTHS[month.casefold()], int(day))
