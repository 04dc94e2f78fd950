"""The day that a text itself bears, where it is not the day that the report was filed under.

Collections file reports under the day they were fetched, or with day and
month turned round, while the page prints "Friday 12 Sep 2014" at its head.
"Tuesday" and "today" lean on the printed day: dated by the wrong one, a
happening meets no other report of it. The report keeps the day it was filed
under; its claims are dated by the text, and an issue says so.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from fogline.intake.published import MONTHS
from fogline.intake.report import Report
from fogline.issue import Issue, Severity
from fogline.span import Span

__all__ = ["as_printed", "day_printed", "written_on"]

# A page's own date stands within so many characters of its beginning.
_HEAD = 260

# Without a word such as "published" a printed day counts only if it lies this
# near the given one: farther away it is more likely what the text is about.
_NEAR_DAYS = 62

_MONTH = (
    r"(?P<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
# The comma between day and year, and with it the blank, is lost in some collections: "Jul 012016".
_PRINTED = (
    re.compile(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<y>(?:19|20)\d{{2}})\b", re.IGNORECASE),
    re.compile(
        rf"\b{_MONTH}\s+(?P<d>\d{{1,2}}(?=\D)|\d{{2}}(?=(?:19|20)\d{{2}}\b))(?:st|nd|rd|th)?,?\s*(?P<y>(?:19|20)\d{{2}})\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?P<y>(?:19|20)\d{2})-(?P<n>\d{2})-(?P<d>\d{2})\b"),
    # Read day first, as dots and dashes are in Europe; two numbers that could be either are dropped below if they give no date.
    re.compile(r"\b(?P<d>\d{2})(?P<dash>[.-])(?P<n>\d{2})(?P=dash)(?P<y>(?:19|20)\d{2})(?!\d)"),
)
# Without a year there is no full date, and most texts print none.
_YEAR = re.compile(r"(?:19|20)\d{2}")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+$", re.IGNORECASE)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_STAMP_WORD = re.compile(
    r"\b(?:published|posted|updated|publication|date)\b(?:\s+(?:at|on|in|of))?[:\s]*(?:[a-z]+day,?\s+)?$", re.IGNORECASE
)
# "On 12 May 2014", "since 3 June 2011": a day that the text tells of.
_TOLD_OF = re.compile(
    r"\b(?:on|of|in|from|since|until|till|by|before|after|between|and|to|through|dated|the|during|around)\s+(?:[a-z]+day,?\s+)?$",
    re.IGNORECASE,
)


# A small word right before a day, or before its weekday, ties it into a sentence: "accepted a 12 May ceasefire", "began Tuesday, July 11".
_IN_PROSE = re.compile(r"\b[a-z]+,?\s+(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)[a-z]*,?\s+)?\Z")
# Where a page's own stamp begins: a line, a mark, or a word with a capital.
_OPENS = re.compile(r"(?:\A|[|:•\n(]|\b(?:Last|First|Date|Date of))\s*\Z")


def _is_stamp(before: str) -> bool:
    """Tell whether a day is stamped by the words before it: "Published", "Last updated at"; a report "published on" a day is told of."""
    stamp = _STAMP_WORD.search(before)
    return stamp is not None and (stamp[0][:1].isupper() or _OPENS.search(before[: stamp.start()]) is not None)


def written_on(text: str, given: date | None) -> date | None:
    """Return the day printed at the head of a text as its own, None if there is none.

    The first full date that no preposition ties into a sentence. It must lie
    within two months of the ``given`` day, unless a word such as "published"
    stands before it, or its right weekday, or nothing at all.
    """
    found = day_printed(text, given)
    return found[0] if found is not None else None


def day_printed(text: str, given: date | None) -> tuple[date, Span] | None:
    """Return the day printed at the head of a text as its own, and where."""
    head = text[:_HEAD]
    if _YEAR.search(head) is None:
        return None
    found: list[tuple[Span, date, bool]] = []
    for pattern in _PRINTED:
        for match in pattern.finditer(head):
            before = head[: match.start()]
            stamped = _is_stamp(before)
            if not stamped and (_TOLD_OF.search(before) or _IN_PROSE.search(before)):
                continue
            g = match.groupdict()
            month = int(g["n"]) if g.get("n") else MONTHS[g["m"][:3].lower()]
            try:
                day = date(int(g["y"]), month, int(g["d"]))
            except ValueError:  # 31 November: not a date
                continue
            weekday = _WEEKDAY.search(before)
            fits = weekday is not None and _WEEKDAYS[day.weekday()] == weekday[1].lower()
            found.append((Span(match.start(), match.end()), day, stamped or fits or not before.strip()))
    for where, day, stamped in sorted(found, key=lambda f: (f[0].start, f[1], f[2])):
        if stamped or given is None or abs((day - given).days) <= _NEAR_DAYS:
            return day, where
    return None


def as_printed(report: Report) -> tuple[Report, tuple[Issue, ...]]:
    """Return a report with the day that its text prints as its own, and an issue where that is another than it was filed under.

    A day more or less is the clock's, posted after midnight or fetched the
    next day, and nothing to report.
    """
    day = written_on(report.text, report.published_on)
    if day is None or day == report.published_on:
        return report, ()
    dated = replace(report, published_on=day)
    if report.published_on is not None and abs((day - report.published_on).days) <= 1:
        return dated, ()
    given = report.published_on or "no day"
    message = f"The text prints {day} as its own date and is filed under {given}. Its claims are dated by the text."
    return dated, (Issue("date-contradicts-text", message, "reading", Severity.NOTE, report_id=report.id),)
