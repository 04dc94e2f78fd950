"""When a report was published, and how that is known."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from fogline.intake.capture import Hints
from fogline.intake.report import DateBasis

MONTHS = {m: n for n, m in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)}
_MONTH = r"(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_SPELLED = (
    re.compile(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<y>\d{{4}}|\d{{2}})\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b", re.IGNORECASE),
    re.compile(r"\b(?P<y>\d{4})-(?P<n>\d{2})-(?P<d>\d{2})\b"),
)
_MONTH_NAME = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_FULL_DAY = rf"(?i:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH_NAME},?\s+\d{{4}}|{_MONTH_NAME}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{4}}-\d\d-\d\d)"
_WEEKDAY = r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
# "Situation update no. 41 (20 February 2025)", "flash update, 14 May 2025"; "killed on Friday, 14 May 2025" is prose.
_CLOSING_DAY = re.compile(rf"(?<![Dd][Aa][Yy])[,(|]\s*(?:{_WEEKDAY},?\s+)?(?P<day>{_FULL_DAY})\)?\s*$")
# "Yangon, 3 May 2024. …", "NIAMEY, March 22, 2025 (Agency) …": a place, the day, and a mark before the story.
_OPENING_DAY = re.compile(
    rf"^\W*(?P<place>(?:[^\W\d][\w.'’-]*[\s,/(|]+){{0,5}}?)(?:{_WEEKDAY},?\s+)?(?P<day>{_FULL_DAY})\)?\s*[.:|(]"
)
_OPENS_PROSE = frozenset(
    [
        "about",
        "after",
        "as",
        "at",
        "before",
        "between",
        "but",
        "by",
        "during",
        "for",
        "from",
        "in",
        "it",
        "on",
        "since",
        "that",
        "this",
        "through",
        "to",
        "until",
        "when",
        "while",
        "with",
    ]
)
# A date this near the start of a text, or in a line that says "published",
# is the report's own; further down it is somebody else's.
_HEAD = 130
_PUBLISHED = re.compile(r"^\W*(?:first )?(?:published|posted|updated|date)\b.{0,60}", re.IGNORECASE | re.MULTILINE)
_URL = re.compile(
    r"/(?P<y>(?:19|20)\d{2})/(?P<n>\d{1,2}|[a-z]{3})/(?P<d>\d{1,2})(?:/|\b)|(?P<y2>(?:19|20)\d{2})-(?P<n2>\d{2})-(?P<d2>\d{2})",
    re.IGNORECASE,
)


def day_in(text: str) -> date | None:
    """Return the first full date printed in a short text; two-digit years are of 1950 to 2049."""
    found = []
    for pattern in _SPELLED:
        for match in pattern.finditer(text):
            g = match.groupdict()
            month = int(g["n"]) if g.get("n") else MONTHS[g["m"][:3].lower()]
            year = int(g["y"])
            year += 0 if year > 99 else 1900 if year >= 50 else 2000
            try:
                found.append((match.start(), date(year, month, int(g["d"]))))
            except ValueError:  # 31 November: not a date
                continue
    return min(found)[1] if found else None


def stated_day(value: str) -> tuple[date | None, datetime | None]:
    """Return the day that a date field states, and the moment in UTC if it also states a time with its zone.

    The day is the one written down, in the zone it was written in. A time
    without a zone gives no moment. Numbers such as 1/2/2018, which Europe
    and America read differently, give no day.
    """
    value = value.strip()
    moment = None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(value)
            break
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    if moment is None:
        return day_in(value), None
    if moment.tzinfo is None or re.fullmatch(r"[\d-]+", value):
        return moment.date(), None
    try:
        return moment.date(), moment.astimezone(UTC)
    except OverflowError:  # the first and last day that there is
        return moment.date(), None


def day_in_url(url: str | None) -> date | None:
    if not url or not (match := _URL.search(url)):
        return None
    g = match.groupdict()
    month = (g["n"] or g["n2"]).lower()
    try:
        return date(int(g["y"] or g["y2"]), MONTHS.get(month[:3]) or int(month), int(g["d"] or g["d2"]))
    except ValueError:
        return None


def published(text: str, hints: Hints, metadata_day: date | None, url: str | None) -> tuple[date | None, DateBasis]:
    """Return the day of publication by the surest sign there is; (None, NONE) if there is none."""
    if hints.published_on is not None:
        return hints.published_on, DateBasis.FEED if hints.from_feed else DateBasis.GIVEN
    if metadata_day is not None:
        return metadata_day, DateBasis.METADATA
    for line in _PUBLISHED.findall(text[:3000]) + _PUBLISHED.findall(text[-600:]):
        if day := day_in(line):
            return day, DateBasis.DATELINE
    if day := day_in(_dateline_reach(text)):
        return day, DateBasis.DATELINE
    if day := day_in_url(url):
        return day, DateBasis.URL
    return None, DateBasis.NONE


def _dateline_reach(text: str) -> str:
    """Return what of the first lines may hold the report's own day: short lines, and heads and ends where datelines stand; prose is not searched."""
    lines = text.split("\n")[:8]
    titles = [line for line in lines if line.strip()][:2]
    opening = {line: day for line in lines if (day := opening_day(line)) is not None}
    if len({day_in(day) for day in opening.values()}) > 1:
        opening = {}  # a chronology: each line has a day of its own
    out = []
    for line in lines:
        head = line[:_HEAD]
        cut = re.search(r"\s(?:--|–|—|-)\s", head)
        if cut:
            out.append(head[: cut.start()])
        elif len(line) < 40:
            out.append(line)
        elif line in opening:
            out.append(opening[line])
        elif line in titles and (closing := _CLOSING_DAY.search(line)) is not None:
            out.append(closing["day"])
    return "\n".join(out)


def opening_day(line: str) -> str | None:
    """Return the day that a line opens with behind no more than five words of a place or an agency: "Yangon, 3 May 2024. …"."""
    found = _OPENING_DAY.match(line[:_HEAD])
    if found is None:
        return None
    words = re.findall(r"[^\s,/(|]+", found["place"])
    named = all(w[0].isupper() or re.search(r"-[^\W\d_]", w) or w in _SMALL_IN_NAMES for w in words)
    prose = bool(words) and (words[0].casefold() in _OPENS_PROSE or words[-1] in _SMALL_IN_NAMES)
    return found["day"] if named and not prose else None


_SMALL_IN_NAMES = frozenset(["al", "and", "de", "du", "el", "la", "le", "of", "the"])
