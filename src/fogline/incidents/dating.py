"""The day that a text itself bears, where it is not the day that the report was filed under.

Collections file reports under the day they were fetched, or with day and
month turned round, while the page prints "Friday 12 Sep 2014" at its head.
"Tuesday" and "today" lean on the printed day. A happening dated by the wrong
one meets no other report of it, so linking dates such claims anew. And the
printed day is the page's, not the happening's: a claim of the first sentence,
which runs on from it, is news of that day or the one before. Nothing that is
kept is changed: the claim in the ledger says what it said, and an issue names
the report that was filed under another day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from fogline.claims.claim import Claim, ClaimTime
from fogline.grounding.entries import Entries
from fogline.grounding.grounding import DateBasis
from fogline.grounding.interval import event_time
from fogline.grounding.timex import Timex, find_timexes
from fogline.incidents.accounts import sentence_around
from fogline.intake.report import Report
from fogline.issue import Issue, Severity
from fogline.span import Span

# A page's own date stands within so many characters of its beginning.
_HEAD = 260

# Without a word such as "published" a printed day counts only if it lies this
# near the given one: farther away it is more likely what the text is about.
_NEAR_DAYS = 62

_MONTHS = {m: n for n, m in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)}
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


def written_on(text: str, given: date | None) -> date | None:
    """Return the day printed at the head of a text as its own, None if there is none.

    The first full date that no preposition ties into a sentence. It must lie
    within two months of the ``given`` day, unless a word such as "published"
    stands before it, or its right weekday, or nothing at all.
    """
    found = _printed(text, given)
    return found[0] if found is not None else None


def _printed(text: str, given: date | None) -> tuple[date, Span] | None:
    """Return the day printed at the head of a text as its own, and where."""
    head = text[:_HEAD]
    if _YEAR.search(head) is None:
        return None
    found: list[tuple[Span, date, bool]] = []
    for pattern in _PRINTED:
        for match in pattern.finditer(head):
            before = head[: match.start()]
            stamped = _STAMP_WORD.search(before) is not None
            if not stamped and _TOLD_OF.search(before):
                continue
            g = match.groupdict()
            month = int(g["n"]) if g.get("n") else _MONTHS[g["m"][:3].lower()]
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


def redated(claims: Sequence[Claim], report: Report | None) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
    """Return a report's claims, dated from the day its text prints where it was filed under another, and an issue that says so.

    An entry of a live blog bears a day of its own and was dated by it; what
    the page prints at its head dates nothing in it.
    """
    if report is None or not report.text or not claims:
        return tuple(claims), ()
    printed = _printed(report.text, report.published_on)
    if printed is None:
        return tuple(claims), ()
    day, where = printed
    entries: Entries | None = None
    timexes: Sequence[Timex] | None = None
    misfiled = day != report.published_on
    out = []
    for claim in claims:
        stamped = _dated_by_the_page(claim, report.text, day, where)
        if (misfiled or stamped) and entries is None:
            entries = Entries(report.text)
        if entries is None or not (misfiled or stamped) or entries.at(claim.trigger_span.start) is not None:
            out.append(claim)
            continue
        if not misfiled:
            # Only the claim's own words are asked; to read the whole text for them is most of the work.
            begin = claim.quote_span.start
            own = [replace(t, span=t.span.shifted(begin)) for t in find_timexes(claim.quote, day)]
            out.append(_dated(claim, report, claim.published_on or day, own, stamped))
            continue
        if timexes is None:
            timexes = [t for t in find_timexes(report.text, day) if not t.span.overlap(where)]
        out.append(_dated(claim, report, day, timexes, stamped))
    # A day more or less is the clock's, posted after midnight or fetched the next day, and nothing to report.
    if report.published_on is not None and abs((day - report.published_on).days) <= 1:
        return tuple(out), ()
    given = report.published_on or "no day"
    message = f"The text prints {day} as its own date and is filed under {given}. Its happenings are dated by the text; the claims as listed keep the day they were filed under."
    issue = Issue("date-contradicts-text", message, "incidents", Severity.NOTE, report_id=report.id)
    return tuple(out), (issue,)


def _dated_by_the_page(claim: Claim, text: str, day: date, where: Span) -> bool:
    """Return whether a claim has its day from the date that the page prints, which stands in its sentence only for want of a full stop."""
    time = claim.time
    if time is None or time.basis is not DateBasis.EXPLICIT or (time.start, time.end) != (day, day):
        return False
    if time.span is not None:
        return time.span.overlap(where) > 0
    begin, _ = sentence_around(text, claim.quote_span.start, claim.quote_span.end)
    return begin < where.end and not claim.quote_span.overlap(where)


def _dated(claim: Claim, report: Report, day: date, timexes: Sequence[Timex], stamped: bool) -> Claim:
    time = claim.time
    if time is not None and time.basis is DateBasis.EXPLICIT and not stamped:
        return replace(claim, published_on=day)
    sentence = Span(*sentence_around(report.text, claim.quote_span.start, claim.quote_span.end))
    assumed = time is None or (time.span is None and time.basis in (DateBasis.PUBLICATION, DateBasis.NONE))
    if stamped:
        # Beside the stamp stands who said it and when; only the claim's own words tell of the happening.
        sentence = claim.quote_span
    found = event_time(
        report.text,
        time.span if time is not None and not stamped else None,
        claim.trigger_span,
        claim.trigger_span if assumed else sentence,
        published_on=day,
        modality=claim.modality,
        claim_type=claim.type,
        document_timexes=timexes,
        quote=claim.quote_span,
    )
    if found is None:
        return replace(claim, published_on=day)
    text, span = (time.text, time.span) if time is not None and not stamped else (None, None)
    new = ClaimTime(found.start, found.end, text, span, found.precision, found.basis, found.reason, found.flags)
    return replace(claim, published_on=day, time=new)
