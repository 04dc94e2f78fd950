"""Time phrases: what prepositions make of the expressions inside them ("since 2014", "by Friday", "from May to July")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from fogline.grounding.grounding import DateBasis
from fogline.grounding.number import numbers, tokens
from fogline.grounding.stretch import Length, Stretch, length_of, stretch_of
from fogline.grounding.timex import Timex
from fogline.grounding.timex_calendar import MONTHS, WEEKDAYS, day_or_none, last_day, plus_days, shift, weekday_on_or_before
from fogline.reading.reading import Modality
from fogline.span import Span

Days = tuple[date | None, date | None, DateBasis, str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that tell when, the expressions in them, and the report's date they are resolved against.

    ``told_before`` is the last day the text named before them: what "two
    days later" counts from. ``following`` are expressions right behind
    them: "two days after" leans on the Sunday of "Sunday's raid".
    """

    text: str
    span: Span
    timexes: tuple[Timex, ...]
    published_on: date | None
    modality: Modality
    told_before: Timex | None = None
    following: tuple[Timex, ...] = ()
    # What happened "when …" behind "since early 2014" happened then, and not ever since.
    at_the_moment: bool = False
    # "In January officials said troops would stay": the time is the saying's, and does not lie ahead.
    of_the_saying: bool = False

    @property
    def words(self) -> str:
        return self.text[self.span.start : self.span.end].lower()

    def lead(self, timex: Timex) -> str:
        """Return the words before an expression; outside the phrase only a preposition right before it counts."""
        begin = max(0, self.span.start - 14)
        if self.text[timex.span.end : timex.span.end + 2] in ("'s", "’s"):
            # "by Saturday's attack": the preposition belongs to the attack.
            begin = self.span.start
        outside = re.search(
            r"\b(since|until|till|by|before|within|for)\s+(?:the\s+)?$", self.text[begin : self.span.start].lower()
        )
        inside = self.text[max(min(self.span.start, timex.span.start), timex.span.start - 200) : timex.span.start].lower()
        return f"{outside[1] if outside else ''} {inside}".strip()

    @property
    def ahead(self) -> bool:
        return self.modality in (Modality.PLANNED, Modality.POSSIBLE)


_UNTIL = re.compile(r"\b(?:until|till|before|ahead of|prior to|by|up to|through)\b")


def days_of(phrase: Phrase) -> Days | None:
    """Return the days that a phrase covers, with how it was worked out; None if it names none."""
    counted = _counted_from(phrase)
    if counted is not None:
        return counted
    dated = [(t, s) for t in phrase.timexes if (s := _dated(phrase, t)) is not None]
    if dated:
        return _combined(phrase, dated)
    for timex in phrase.timexes:
        found = _undated(phrase, timex)
        if found is not None:
            return found
    return _by_words(phrase)


# "For six months before escaping" is how long it went on, not how far off it lies.
_LASTING = re.compile(r"\b(?:for|in|over|during|within|throughout)(?: the| about| almost| nearly| some| at least)*$")
# A time phrase holds two or three expressions; the cap keeps a phrase that runs over pages linear.
_FEW = 12
_RELATION = re.compile(r"\s*(after|later|before|earlier|following|prior to)\b", re.IGNORECASE)


def _relation(phrase: Phrase, timex: Timex) -> str | None:
    """Return the "after" or "before" by which a length is counted from something else."""
    match = _RELATION.match(phrase.text, timex.span.end, timex.span.end + 12)
    return match[1].lower() if match and not _LASTING.search(phrase.lead(timex)) else None


def _counted_from(phrase: Phrase) -> Days | None:
    """Read "two weeks after the 3 May truce": the day so far from one named behind it."""
    for timex in phrase.timexes[:_FEW]:
        length = length_of(timex) if timex.type == "DURATION" else None
        relation = _relation(phrase, timex) if length else None
        if length is None or relation not in ("after", "before", "following", "prior to"):
            continue
        sign = 1 if relation in ("after", "following") else -1
        for other in (*phrase.timexes[:_FEW], *phrase.following):
            base = _dated(phrase, other) if other.span.start >= timex.span.end else None
            if base is None or base.start is None or base.end is None:
                continue
            start, end = length.moved(base.start, sign), length.moved(base.end, sign)
            if start is not None and end is not None:
                basis = DateBasis.EXPLICIT if _full(phrase, other) else DateBasis.RESOLVED
                return start, end, basis, f"counted from “{other.span.of(phrase.text)}”"
    return None


def _full(phrase: Phrase, timex: Timex) -> bool:
    """Tell whether an expression names its year itself."""
    return (
        re.search(
            r"\b(?:1[0-9]|20)\d\d\b(?! ?(?:gmt|utc))|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b|[a-z]{3,} ['’]?\d\d$",
            timex.span.of(phrase.text).lower(),
        )
        is not None
    )


_WEEKS_AGO = re.compile(r"^(?:only |just |exactly |about |around )?([a-z]+|\d{1,3}) weeks? ago$")


def _dated(phrase: Phrase, timex: Timex) -> Stretch | None:
    """Return the days of one DATE or TIME as they stand for an event."""
    if timex.type == "DURATION":
        return None
    words = timex.span.of(phrase.text).lower()
    published = phrase.published_on
    if timex.type == "SET":
        weekday = next((n for name, n in WEEKDAYS.items() if words in (name + "s", name + "'s")), None)
        day = weekday_on_or_before(published, weekday) if published and weekday is not None else None
        return Stretch(day, day) if day else None
    if published is None and not _full(phrase, timex):
        return None
    found = stretch_of(timex, words)
    if published is None:
        return found
    if found is None:
        if re.search(r"\b(?:a|one) year ago\b", words):
            year = shift(published, -1, "year")
            return Stretch(year.replace(day=1), last_day(year.year, year.month)) if year else None
        return None
    start, end = found.start, found.end
    if start is None or end is None:
        return found
    if phrase.of_the_saying and start > published and words in MONTHS:
        other_year = max(1, start.year - 1)
        return Stretch(date(other_year, start.month, 1), last_day(other_year, start.month))
    ahead = phrase.modality is Modality.PLANNED and not phrase.of_the_saying
    if ahead and start == end and start < published and words in WEEKDAYS:
        return Stretch(plus_days(start, 7), plus_days(start, 7))
    if ahead and end < published and words in MONTHS:
        other_year = min(start.year + 1, 9999)
        return Stretch(date(other_year, start.month, 1), last_day(other_year, start.month))
    if phrase.modality in (Modality.ACTUAL, Modality.NEGATED) and start == end and start > published and words in WEEKDAYS:
        return Stretch(plus_days(start, -7), plus_days(start, -7))
    if weeks := _WEEKS_AGO.search(words):
        # Writers count days: of 14 such times in the development articles 12 lie seven days or their multiple back, or one more.
        said = numbers(tokens(weeks[1]))
        n = 1 if weeks[1] == "a" else said[0].low if said and said[0].low == said[0].high else None
        if n is not None and n < 1000:
            return Stretch(plus_days(published, -(7 * n + 1)), plus_days(published, -(7 * n)))
    if words.startswith("overnight"):
        return Stretch(plus_days(start, -(1)), end)
    if start <= published <= end and start != end:
        if words.startswith("earlier"):
            return Stretch(start, published)
        if words.startswith("later") or phrase.modality is Modality.PLANNED:
            return Stretch(published, end)
        if phrase.modality is Modality.ACTUAL or phrase.modality is Modality.NEGATED:
            return Stretch(start, published)
    return found


def _combined(phrase: Phrase, dated: list[tuple[Timex, Stretch]]) -> Days:
    published = phrase.published_on
    explicit = any(_full(phrase, t) for t, _ in dated)
    basis = DateBasis.EXPLICIT if explicit else DateBasis.RESOLVED
    how = "a date in the text" if explicit else f"resolved against the report of {published}"
    start, end = dated[0][1].start, dated[0][1].end
    for (before, _), (timex, stretch) in pairwise(dated):
        if stretch.start is None or stretch.end is None or start is None or end is None:
            continue
        between = phrase.text[before.span.end : timex.span.start].lower().strip(" ,'’s")
        if stretch.start <= end and start <= stretch.end:
            start, end = max(start, stretch.start), min(end, stretch.end)
        elif between in (
            "",
            "and",
            "or",
            "to",
            "-",
            "–",
            "until",
            "till",
            "through",
            "and again on",
            "and on",
            "and in",
        ) or _UNTIL.search(between):
            start, end = min(start, stretch.start), max(end, stretch.end)
    lead, words = phrase.lead(dated[0][0]), phrase.words
    tail = lead.split()[-1] if lead.split() else ""
    since = tail in ("since", "starting", "from") or words.startswith(
        ("since", "ever since", "from ", "starting", "beginning", "started", "began")
    )
    since = since or re.search(r"\bsince (?:the |at least |around |early |late )?$", lead + " ") is not None
    since = since and not phrase.at_the_moment
    if (tail == "before" or words.startswith("before ")) and dated[0][0].type == "TIME":
        return start, end, basis, how  # "before dawn on Sunday" is Sunday
    until = tail in ("until", "till", "by", "before", "to") or words.startswith(
        ("until", "till", "by ", "before", "ahead of", "prior to", "up to")
    )
    if published is None and len(dated) < sum(t.type != "DURATION" for t in phrase.timexes):
        # "From May to July 2018" in a report without a date: only its last year is stated.
        return None, end, basis, how + ", up to then"
    if since and len(dated) == 1:
        return start, (published if phrase.modality is not Modality.PLANNED else None), basis, how + ", from then to the report"
    if until and not since and len(dated) == 1:
        if phrase.modality is Modality.PLANNED:
            return published, end, basis, how + ", from the report until then"
        if tail == "before" or words.startswith(("before", "ahead of", "prior")):
            end = plus_days(start, -1) if start else start
        if (
            tail == "by"
            and start is not None
            and end is not None
            and start == end
            and published is not None
            and start <= published
        ):
            return plus_days(start, -(start.weekday())), end, basis, how + ", within that week"
        return None, end, basis, how + ", up to then"
    return start, end, basis, how


def _undated(phrase: Phrase, timex: Timex) -> Days | None:
    """Read lengths and references: "the past 48 hours", "for more than a year", "now", "recently"."""
    published = phrase.published_on
    if published is None:
        return None
    resolved = DateBasis.RESOLVED
    if timex.value == "PRESENT_REF":
        return published, published, resolved, "as of the report"
    words, lead = timex.span.of(phrase.text).lower(), phrase.lead(timex)
    if timex.value == "PAST_REF" or words.startswith("recent "):
        unit = re.search(r"(day|week|month)s?$", words.removesuffix(" ago"))
        few = {"day": 7 if "ago" not in words else 5, "week": 30, "month": 92}.get(unit[1]) if unit else None
        if few is not None:
            until = plus_days(published, -(1 if unit and unit[1] == "day" else 12)) if "ago" in words else published
            return plus_days(published, -(few)), until, resolved, f"taken as the {few} days before the report"
        return None, published, resolved, "some time before the report"
    if timex.value == "FUTURE_REF":
        return published, None, resolved, "from the report on"
    length = length_of(timex) if timex.type == "DURATION" else None
    if length is None:
        return None
    opening = re.match(r"the first [\w-]+ \w+ of (\d{4}|this year|last year)\b", words)
    if opening is not None:
        first = date(
            {"this year": published.year, "last year": max(1, published.year - 1)}.get(opening[1]) or int(opening[1]), 1, 1
        )
        last = length.ahead_of(first)
        return first, plus_days(last, -1) if last else None, resolved, f"counted from {first}"
    relation = _relation(phrase, timex)
    if relation is not None:
        base = stretch_of(phrase.told_before, "") if phrase.told_before else None
        if base is None or base.start is None:
            if length.unit in ("day", "night", "hour", "minute", "second") or phrase.ahead:
                return None
            return None, published, resolved, "counted from an event that is not dated here, so some time up to the report"
        ahead = relation in ("after", "later", "following")
        day = length.ahead_of(base.start) if ahead else length.back_from(base.start)
        return (day, day, resolved, f"counted from {base.start}, named before") if day and day <= published else None
    forward = re.match(r"(?:the )?(?:next|coming|following)\b", words) is not None or lead.endswith("within")
    if forward or (phrase.modality is Modality.PLANNED and (lead.endswith((" in", " for")) or lead in ("in", "for"))):
        return published, length.ahead_of(published), resolved, "counted from the report"
    return length.back_from(published), published, resolved, "counted back from the report"


_AGED = re.compile(r"\b([a-z]+|\d{1,3})[- ](year|month|week|day)s?[- ]old\b")
_OPEN_PAST = re.compile(
    r"\b(?:so far|already|previously|before|earlier|since|until now|to date|years?|decades?|throughout|during|past|in the past|repeatedly|once|ever|long)\b"
)
_NOW = re.compile(
    r"\b(?:still|ongoing|at present|at the moment|presently|at this time|currently|for now|now|these days|meanwhile)\b"
)
_AHEAD = re.compile(r"\b(?:imminent(?:ly)?|immediately|indefinitely|soon|eventually|in future|shortly|any time)\b")


def _by_words(phrase: Phrase) -> Days | None:
    """Read phrases without a time expression: "so far", "still", "indefinitely"."""
    published = phrase.published_on
    if published is None:
        return None
    words = phrase.words
    aged = _AGED.search(words)
    if aged:
        spelled = numbers(tokens(aged[1]))
        n = spelled[0].low if spelled else None
        start = Length(n, aged[2]).back_from(published) if n is not None else None
        return start, published, DateBasis.RESOLVED, "counted back from the report"
    if _AHEAD.search(words):
        return published, None, DateBasis.RESOLVED, "from the report on"
    if _NOW.search(words):
        return published, published, DateBasis.RESOLVED, "as of the report"
    if _OPEN_PAST.search(words):
        return None, published, DateBasis.RESOLVED, "some time up to the report"
    return None


_DAY_MONTH = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?([a-z]{3,9})\.?,? ?(\d{4})?|\b([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?\b(?:,? (\d{4}))?"
)


def oddities(phrase: Phrase) -> tuple[str, ...]:
    """Return flags for dates that cannot be, or whose weekday is another."""
    flags = []
    begin = max(0, phrase.span.start - 1)
    words = phrase.text[begin : phrase.span.end + 12].lower() if phrase.timexes else phrase.words
    words = phrase.words if not words else words[: len(phrase.words) + 1]
    for match in _DAY_MONTH.finditer(words):
        day, month, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
        number = MONTHS.get(month or "")
        if number and int(day) > 0 and day_or_none(int(year) if year else 2000, number, int(day)) is None and int(day) < 100:
            flags.append("impossible-date")
    for timex in phrase.timexes:
        said = timex.span.of(phrase.text).lower()
        named = next((n for name, n in WEEKDAYS.items() if name in said), None)
        value = re.match(r"(\d{4})-(\d\d)-(\d\d)", timex.value or "")
        day_named = re.search(r"\d", said)
        if named is not None and value and day_named:
            when = day_or_none(int(value[1]), int(value[2]), int(value[3]))
            if when is not None and when.weekday() != named:
                flags.append("weekday-contradicts-date")
    return tuple(dict.fromkeys(flags))
