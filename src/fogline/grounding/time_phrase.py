"""Time phrases: what prepositions make of the expressions inside them ("since 2014", "by Friday", "from May to July")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from fogline.grounding.grounding import DateBasis
from fogline.grounding.number import ORDINALS, numbers, tokens
from fogline.grounding.stretch import Length, Stretch, length_of, stretch_of
from fogline.grounding.time_terms import is_put_off
from fogline.grounding.timex import Timex, find_timexes
from fogline.grounding.timex_calendar import (
    DAYS_EARLY,
    DAYS_LATE,
    ISLAMIC,
    MONTHS,
    WEEKDAYS,
    day_or_none,
    feast_near,
    last_day,
    plus_days,
    shift,
    weekday_on_or_after,
    weekday_on_or_before,
)
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
    # The last stretch of the calendar named before them, be it a day, a month or a year.
    dated_before: Timex | None = None
    # What happened "when …" behind "since early 2014" happened then, and not ever since.
    at_the_moment: bool = False
    # "In January officials said troops would stay": the time is the saying's, and does not lie ahead.
    of_the_saying: bool = False
    claim_type: str = ""

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

    def sets_a_term(self) -> bool:
        """Tell whether the claim is of what shall be done: what is demanded or threatened "within 20 days" lies ahead, though it was said."""
        return self.ahead or self.claim_type in _SETS_A_TERM


_SETS_A_TERM = frozenset({"threaten", "request"})
_AND_AGAIN = re.compile(r"(?:and|or)(?: again| then)?(?: early| late)?(?: on| in| at)?")
_UNTIL = re.compile(r"\b(?:until|till|before|ahead of|prior to|by|up to|through)\b")


def days_of(phrase: Phrase) -> Days | None:
    """Return the days that a phrase covers, with how it was worked out; None if it names none."""
    counted = _counted_from(phrase) or _day_of_event(phrase) or _feast(phrase)
    if counted is not None:
        return counted
    dated = [(t, s) for t in phrase.timexes if (s := _dated(phrase, t)) is not None]
    dated = _without_hours(phrase, dated)
    if dated:
        up_to = _length_up_to(phrase, dated)
        if up_to is not None:
            return up_to
        return _combined(phrase, dated)
    for timex in phrase.timexes:
        found = _undated(phrase, timex)
        if found is not None:
            return found
    return _by_words(phrase)


def _without_hours(phrase: Phrase, dated: list[tuple[Timex, Stretch]]) -> list[tuple[Timex, Stretch]]:
    """Drop "overnight" and "dawn" where the phrase names the day too: "overnight into Sunday" is the night before Sunday."""
    days = [(t, s) for t, s in dated if not (t.type == "TIME" and _HOUR.fullmatch(t.span.of(phrase.text).lower()))]
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
        DateBasis.EXPLICIT if _full(phrase, timex) else DateBasis.RESOLVED,
        f"so long up to “{timex.span.of(phrase.text)}”",
    )


_NTH_DAY = re.compile(
    r"\bthe ([a-z]+|\d{1,3}(?:st|nd|rd|th)) (?:straight |consecutive )?day of (?:the |its |their |an? )?(?!year|month|week|school|eid|ramadan|holy)[a-z’'-]+"
)


def _day_of_event(phrase: Phrase) -> Days | None:
    """Read "on the third day of the offensive": counted from the day told before it, if that is near; else some time up to the report."""
    published = phrase.published_on
    match = _NTH_DAY.search(phrase.words)
    n = ORDINALS.get(match[1]) or (int(match[1][:-2]) if match[1][0].isdigit() else None) if match else None
    if n is None or published is None or any(_dated(phrase, t) is not None for t in phrase.timexes[:_FEW]):
        return None
    told = phrase.told_before
    base = stretch_of(told, told.span.of(phrase.text).lower()) if told and phrase.span.start - told.span.end <= _LEAN else None
    if base is None or base.start is None or plus_days(base.start, n - 1) > published:
        return None, published, DateBasis.RESOLVED, "counted from an event that is not dated here, so some time up to the report"
    day = plus_days(base.start, n - 1)
    return day, day, DateBasis.RESOLVED, f"day {n} from {base.start}, told before"


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
    return _YEAR_TOLD.search(timex.span.of(phrase.text).lower()) is not None


# Four figures are a year unless they are an hour; two are one in "3.5.18", "3 Jan 90" and "May '89", not in "December 20".
_YEAR_TOLD = re.compile(
    r"\b(?:1[0-9]|20)\d\d\b(?! ?(?:z|h|hrs?|hours|local|[a-z]{1,3}t|utc|msk)\b)|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)?[ -][a-z]{3,9}\.?,?[ -]\d\d$|\b[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? ['’‘]?\d\d$|['’‘]\d\d$"
)


_WEEKS_AGO = re.compile(r"^(?:only |just |exactly |about |around )?([a-z]+|\d{1,3}) weeks? ago$")


def _dated(phrase: Phrase, timex: Timex) -> Stretch | None:
    """Return the days of one DATE or TIME, or of so much of a month or year, as they stand for an event."""
    if (part := _part_of_whole(phrase, timex)) is not None:
        return part
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
    if timex.type == "TIME" and _CLOCK_ONLY.fullmatch(words) and (day := _same_day(phrase)) is not None:
        return Stretch(day, day)
    found = _portion(phrase, timex, words) or _shifted_from(phrase, words) or stretch_of(timex, words)
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
    told_ahead = _will_be(phrase, timex)
    if (off := _years_off(phrase, timex, published)) and (day := day_or_none(start.year + off, start.month, start.day)):
        return Stretch(day, day)
    ahead = told_ahead or (phrase.modality is Modality.PLANNED and not phrase.of_the_saying and not _was_ordered(phrase, timex))
    if ahead and start == end and start < published and words in WEEKDAYS:
        return Stretch(plus_days(start, 7), plus_days(start, 7))
    if words in MONTHS and end < published and (ahead or _may_come(phrase, end, published)):
        other_year = min(start.year + 1, 9999)
        return Stretch(date(other_year, start.month, 1), last_day(other_year, start.month))
    if phrase.modality in (Modality.ACTUAL, Modality.NEGATED) and start > published and not told_ahead:
        if words == "this weekend" and phrase.modality is Modality.ACTUAL:
            return Stretch(plus_days(start, -7), plus_days(end, -7))
        if start == end and words in WEEKDAYS:
            return Stretch(plus_days(start, -7), plus_days(start, -7))
        if words in MONTHS and not phrase.of_the_saying:
            other_year = max(1, start.year - 1)
            return Stretch(date(other_year, start.month, 1), last_day(other_year, start.month))
        if _LATER.search(words):
            return None  # so long after something that is not dated here
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
            # Told on a Monday "earlier this week" is of the days behind it: weeks begin on Saturday or Sunday for many, and copies come late.
            return Stretch(plus_days(published, -6) if start == published and "week" in words else start, published)
        if words.startswith("later") or phrase.modality is Modality.PLANNED:
            return Stretch(published, end)
        if phrase.modality is Modality.ACTUAL or phrase.modality is Modality.NEGATED:
            return Stretch(start, published)
    return found


# What still runs may end on a day to come: "the truce was extended until 7 October".
_RUNS_ON = re.compile(r"\b(?:until|till|through|up to|ahead of)(?: the)?$")


def _years_off(phrase: Phrase, timex: Timex, published: date) -> int:
    """Return by how many years a day named without one is moved: what has happened lies behind the report, what is planned ahead.

    All such days of a phrase are moved together, so that a range keeps its order.
    """
    if _yearless_day(phrase, timex) is None or any(_full(phrase, t) for t in phrase.timexes[:_FEW]):
        return 0
    days = [day for t in (timex, *phrase.timexes[:_FEW]) if (day := _yearless_day(phrase, t)) is not None]
    early, late = min(days), max(days)
    told_ahead = _will_be(phrase, timex)
    happened = (phrase.modality is Modality.ACTUAL or phrase.of_the_saying) and not told_ahead
    if happened and early > plus_days(published, DAYS_EARLY) and not _RUNS_ON.search(phrase.lead(timex)):
        return -1
    ahead = phrase.modality is Modality.PLANNED and not phrase.of_the_saying and not _was_ordered(phrase, timex)
    if ahead or told_ahead or _may_come(phrase, late, published):
        return 1 if plus_days(published, -366) < late < plus_days(published, -DAYS_LATE) else 0
    return 0


# Behind a date, in its own clause: "the elections of 12 November will be held".
_WILL = re.compile(
    r"(?P<between>[^.;:!?,\n]{0,60}?)(?:\b(?:will|shall|(?:is|are|was|were|still|now) (?:due|scheduled|slated|set|planned)(?: to| for))|,? to be held)\b",
    re.IGNORECASE,
)
# Right before it: "the vote due on 12 November", "scheduled for November". News of a Saturday tells of "a rally scheduled for
# Friday" that was; with "called for protests from Friday" the day lies ahead.
_DUE = re.compile(
    r"\b(?:due|scheduled|slated)(?: to \w+(?: \w+)?)?(?: on| in| for| by)?(?: the)?\Z",
    re.IGNORECASE,
)
_CALLED_FOR = re.compile(r"\bcall(?:s|ed|ing)? for\b[^.;:!?,\n]{1,40} from\Z", re.IGNORECASE)
_HAPPENED_ON = re.compile(
    r"\b(?:\w{3,}ed|held|shot|hit|killed|fell|took|died|began|broke out|was|were|slain) (?:there |here )?(?:on|in)(?: the)?\Z",
    re.IGNORECASE,
)
# "On Friday officials said that troops will leave", "said on Friday troops will leave": the day is the saying's.
_SAID_ON = re.compile(r"\b(?:says?|said|told|announced|reported|warned)(?: \w+){0,2}? ?(?:on|in|of)?\Z", re.IGNORECASE)
_SAYS = re.compile(r"\b(?:said|says?|saying|told|announced|that|who|which|whose|after|when|while|and|but)\b", re.IGNORECASE)


def _will_be(phrase: Phrase, timex: Timex) -> bool:
    """Tell whether the words around a date say that it lies ahead, whatever the claim is taken to be."""
    before = phrase.text[max(0, timex.span.start - 70) : timex.span.start].rstrip()
    weekday = timex.span.of(phrase.text).lower() in WEEKDAYS
    due = not weekday and _DUE.search(before) is not None
    if due or _CALLED_FOR.search(before) is not None or is_put_off(phrase.text, timex.span, phrase.published_on):
        return True
    found = _WILL.match(phrase.text, timex.span.end, timex.span.end + 90)
    told_then = _HAPPENED_ON.search(before) is not None or _SAID_ON.search(before) is not None
    return found is not None and _SAYS.search(found["between"]) is None and not told_then


def will_be(phrase: Phrase) -> bool:
    """Tell whether the words around any date of a phrase say that it lies ahead."""
    return any(_will_be(phrase, t) for t in phrase.timexes[:_FEW])


# "Ordered a mobilisation in February": the order was given then. What is announced, promised or ordered "to" be done may lie ahead.
_ORDERED = re.compile(
    r"\b(?:ordered|decreed|declared|approved|authori[sz]ed|signed|imposed|launched|began|started|issued|passed|adopted)\b"
    r"(?![^.;:!?,\n]* (?:to|for|from|until) )[^.;:!?,\n]{1,50} (?:in|on)\Z",
    re.IGNORECASE,
)


def _was_ordered(phrase: Phrase, timex: Timex) -> bool:
    """Tell whether a verb of ordering in the past, with what it ordered, stands right before a date: the date is the order's."""
    return _ORDERED.search(phrase.text[max(0, timex.span.start - 90) : timex.span.start].rstrip()) is not None


_BARE_DAY = re.compile(r"(?:the )?\d{1,2}(?:st|nd|rd|th)?")


def _yearless_day(phrase: Phrase, timex: Timex) -> date | None:
    """Return the day of "October 7" whose year was worked out, and of the 3 of "3-5 March"; None of any other time.

    Where a weekday bears the year out it is none either.
    """
    words = timex.span.of(phrase.text).lower()
    value = re.match(r"\d{4}-\d\d-\d\d", timex.value or "")
    if value is None or "year" in words or _full(phrase, timex):
        return None
    day = date.fromisoformat(value[0])
    if _BARE_DAY.fullmatch(words):
        return day
    said = _DAY_MONTH.search(words)
    if said is None or day.month != MONTHS.get(said[2] or said[4]) or day.day != int(said[1] or said[5]):
        return None
    named = next((n for name, n in WEEKDAYS.items() if name in words), None)
    return None if named == day.weekday() else day


def _may_come(phrase: Phrase, end: date, published: date) -> bool:
    """Tell whether what is only possible lies in the next month of a name, and not in the last: "may flee in February", told in December."""
    before = phrase.text[max(0, phrase.span.start - 80) : phrase.span.start]
    return (
        phrase.modality is Modality.POSSIBLE
        and not phrase.of_the_saying
        and (published - end).days > 183
        and re.search(r"\b(?:have|had|was|were)\b", before) is None
    )


_CLOCK_ONLY = re.compile(
    r"(?:midnight|noon|dawn|dusk|midday|nightfall|daybreak|sunset|sunrise|midmorning|midafternoon)"
    r"|\d{1,4}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?| ?h| ?hrs| ?hours)?(?: (?:gmt|utc|local(?: time)?|in the (?:morning|afternoon|evening)))?"
)
_HOUR = re.compile(rf"overnight|{_CLOCK_ONLY.pattern}")
_LATER = re.compile(r"\b(?:later|after|afterwards?)$|^the (?:next|following) (?:day|morning|night|evening|afternoon|week|month)$")
_SAME_EVENT = re.compile(
    r"(?:the|that|this) (?:(?:air|drone|missile|rocket|suicide|car) ?)?(?:strikes?|attacks?|raids?|bomb|bombs|bombing|blasts?|explosions?|shells|shelling|bombardment|ambush|assault|incident|shooting|killings?|massacre|clash|clashes)\b",
    re.IGNORECASE,
)
# How far back a day may stand that "at dawn" or "since then" leans on, in characters.
_LEAN = 300


def _same_day(phrase: Phrase) -> date | None:
    """Return the day told last for an hour that has none of its own: "On Sunday … At dawn …".

    In the same paragraph, or the one before if this one goes on about what happened there: "The strike hit at 9 a.m.".
    """
    told = phrase.told_before
    if told is None or phrase.span.start - told.span.end > _LEAN:
        return None
    between = re.split(r"\n\s*", phrase.text[told.span.end : phrase.span.start])
    if len(between) > 2 or (len(between) == 2 and not _SAME_EVENT.match(between[1])):
        return None
    words = told.span.of(phrase.text).lower()
    found = stretch_of(told, words) if told.type == "DATE" or not _HOUR.fullmatch(words) else None
    return (
        found.start
        if found is not None and (phrase.published_on is None or (found.start or date.max) <= phrase.published_on)
        else None
    )


_PART = re.compile(r"\b(first|second|third|fourth|last|final|opening|closing) (week|half|fortnight|weekend) of (?:the )?$")
_WHICH = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1, "closing": -1}


def _portion(phrase: Phrase, timex: Timex, words: str) -> Stretch | None:
    """Read the weeks and halves of a month: "the second week of March"."""
    head = phrase.text[max(0, timex.span.start - 40) : timex.span.start].lower()
    inside = re.match(
        r"(?:the )?(?:first|second|third|fourth|last|final|opening|closing|latter) (?:week|half) of (?:the )?", words
    )
    part = _PART.search(head + (inside[0].replace("latter", "last") if inside else ""))
    value = re.match(r"\d{4}-\d\d$", timex.value or "")
    month = stretch_of(replace(timex, mod=None), "") if value else None
    if part is None or month is None or month.start is None or month.end is None:
        return None
    which, unit = _WHICH[part[1]], part[2]
    if unit == "weekend":
        saturday = weekday_on_or_after(month.start, 5) if which >= 0 else weekday_on_or_before(plus_days(month.end, -1), 5)
        first = plus_days(saturday, 7 * max(which, 0)) if saturday else None
        return Stretch(first, plus_days(first, 1)) if first else None
    if unit == "half":
        middle = plus_days(month.start, 14)
        return Stretch(month.start, middle) if which == 0 else Stretch(plus_days(middle, 1), month.end)
    size = 7 if unit == "week" else 14
    if which < 0:
        return Stretch(max(month.start, plus_days(month.end, 1 - size)), month.end)
    first = plus_days(month.start, which * size)
    return Stretch(first, min(month.end, plus_days(first, size - 1))) if first <= month.end else None


_SHIFT = re.compile(r"^([a-z]+|\d{1,3}) (day|week)s? (later|earlier|after|before|afterwards?)$")


def _shifted_from(phrase: Phrase, words: str) -> Stretch | None:
    """Read "two weeks later" behind a month or a year: the whole of it, so far on; no day of it is meant."""
    match = _SHIFT.match(words)
    told = phrase.dated_before
    whole = stretch_of(told, told.span.of(phrase.text).lower()) if match and told else None
    if match is None or whole is None or whole.start is None or whole.end is None or (whole.end - whole.start).days < 20:
        return None
    said = numbers(tokens(match[1]))
    n = 1 if match[1] in ("a", "one") else said[0].low if said and said[0].low == said[0].high else None
    if n is None or n > 400:
        return None
    days = n * (7 if match[2] == "week" else 1) * (-1 if match[3] in ("earlier", "before") else 1)
    return Stretch(plus_days(whole.start, days), plus_days(whole.end, days))


def _combined(phrase: Phrase, dated: list[tuple[Timex, Stretch]]) -> Days:
    published = phrase.published_on
    explicit = any(_full(phrase, t) for t, _ in dated)
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
    if (tail == "before" or words.startswith("before ")) and dated[0][0].type == "TIME":
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
    if _only_after(phrase, dated) and start is not None and end is not None and published is not None and end <= published:
        start = plus_days(end, 1) if _BARE_AFTER.match(words) else start
        return start, None if phrase.modality is Modality.PLANNED else published, basis, how + ", from then on"
    return start, end, basis, how


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


def _undated(phrase: Phrase, timex: Timex) -> Days | None:
    """Read lengths and references: "the past 48 hours", "for more than a year", "now", "recently"."""
    published = phrase.published_on
    if published is None:
        return None
    resolved = DateBasis.RESOLVED
    if timex.value == "PRESENT_REF":
        return published, published, resolved, "as of the report"
    words, lead = timex.span.of(phrase.text).lower(), phrase.lead(timex)
    if timex.type == "TIME" and (hours := re.search(r"\b([a-z]+|\d{1,3}) (hour|minute)s? ago$", words)):
        said = numbers(tokens(hours[1]))
        n = 1 if hours[1] in ("a", "an", "half") else said[0].low if said and said[0].low else 1
        return plus_days(published, -(n // 24 if hours[2] == "hour" else 0)), published, resolved, "counted back from the report"
    if timex.value == "PAST_REF" or words.startswith("recent "):
        unit = re.search(r"(day|week|month)s?$", words.removesuffix(" ago"))
        few = {"day": 7 if "ago" not in words else 5, "week": 30, "month": 92}.get(unit[1]) if unit else None
        if few is not None:
            until = plus_days(published, -(1 if unit and unit[1] == "day" else 12)) if "ago" in words else published
            return plus_days(published, -(few)), until, resolved, f"taken as the {few} days before the report"
        return None, published, resolved, "some time before the report"
    if timex.value == "FUTURE_REF":
        return published, None, resolved, "from the report on"
    if timex.type == "DATE" and _LATER.search(words) and not phrase.ahead:
        return None, published, resolved, "counted from an event that is not dated here, so some time up to the report"
    length = length_of(timex) if timex.type == "DURATION" else None
    if length is None:
        return None
    if (opening := _OPENING.match(words)) is not None and not _told_as_news(phrase, timex, length):
        return None if phrase.ahead else _from_its_start(phrase, published, length, closing=opening[1] == "final")
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
    happened = phrase.modality in (Modality.ACTUAL, Modality.NEGATED)
    if lead.endswith("within") and happened and not phrase.sets_a_term():
        day = _same_day(phrase)
        if day is None:
            return length.back_from(published), published, resolved, "counted back from the report"
        latest = length.ahead_of(day)
        return day, min(latest, published) if latest else published, resolved, f"counted from {day}, told before"
    if happened and words.startswith(("the following", "following")):
        base = stretch_of(phrase.told_before, "") if phrase.told_before else None
        begun = base.end if base is not None and base.end is not None and base.end <= published else None
        latest = length.ahead_of(begun) if begun is not None else None
        how = (
            "counted from an event that is not dated here, so some time"
            if begun is None
            else f"counted from {begun}, told before,"
        )
        return begun, min(latest or published, published), resolved, f"{how} up to the report"
    forward = re.match(r"(?:the )?(?:next|coming|following)\b", words) is not None or lead.endswith("within")
    if forward or (phrase.modality is Modality.PLANNED and (lead.endswith((" in", " for")) or lead in ("in", "for"))):
        return published, length.ahead_of(published), resolved, "counted from the report"
    return length.back_from(published), published, resolved, "counted back from the report"


_OPENING = re.compile(r"the (first|opening|final) ")
# What goes on for years: its first three days are told of long after.
_LONG_AFFAIR = re.compile(
    r" of (?:[\w’'-]+ ){0,3}(?:war|invasion|conflict|uprising|revolution|siege|occupation|insurgency|rebellion)\b"
)
_NEWS_HOURS = 72
_OF_A_WHOLE = re.compile(
    r"\bthe (?P<end>first|opening|last|final|closing) (?P<long>(?:[\w-]+ ){1,3}(?:days|weeks|months)) "
    r"of (?P<whole>(?:this|last|next|the) (?:year|month)|(?:[a-z]{3,9}\.?,? )?\d{4}|[a-z]{3,9})\b"
)
_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d\d)?")
_PART_WIDTH = 60  # characters


def _part_of_whole(phrase: Phrase, timex: Timex) -> Stretch | None:
    """Read "the last ten days of May 2018", "the first six months of this year", up to the report for what has happened.

    ``timex`` may be the whole of these words, the length or the year.
    """
    begin, published = max(0, timex.span.start - _PART_WIDTH), phrase.published_on
    window = phrase.text[begin : timex.span.end + _PART_WIDTH].lower()
    found = next((m for m in _OF_A_WHOLE.finditer(window) if Span(begin + m.start(), begin + m.end()).overlap(timex.span)), None)
    whole = _month_or_year(phrase, found["whole"], begin + found.end()) if found else None
    said = find_timexes(found["long"], None) if found and whole else ()
    length = length_of(said[0]) if len(said) == 1 else None
    if found is None or length is None or whole is None or whole.start is None or whole.end is None:
        return None
    start, end = whole.start, whole.end
    if found["end"] in ("first", "opening"):
        last = length.ahead_of(start)
        end = min(end, plus_days(last, -1)) if last else end
    else:
        first = length.back_from(plus_days(end, 1))
        start = max(start, first) if first else start
    happened = phrase.modality in (Modality.ACTUAL, Modality.NEGATED)
    return Stretch(start, published if published and happened and start <= published < end else end)


def _month_or_year(phrase: Phrase, name: str, end: int) -> Stretch | None:
    """Return the whole month or year that "May", "June 2018", "2023", "last year", "the month" names; a planned month lies ahead.

    ``end`` is where the name ends in the text: "the month" of a digest is the one that the text tells of.
    """
    published = phrase.published_on
    told = next((t for t in phrase.timexes[:_FEW] if t.type == "DATE" and t.span.end == end and t.value), None)
    if told is not None and _MONTH_OR_YEAR.fullmatch(told.value or ""):
        return stretch_of(replace(told, mod=None), "")
    said = re.fullmatch(r"(this|last|next|the) (year|month)", name)
    if said is not None:
        day = shift(published, {"last": -1, "next": 1}.get(said[1], 0), said[2]) if published else None
        if day is None:
            return None
        return Stretch(date(day.year, 1, 1), date(day.year, 12, 31)) if said[2] == "year" else _month(day.year, day.month)
    # "In" tells the month from the verb: "may", "march".
    named = find_timexes("In " + name.capitalize(), published)
    found = stretch_of(named[0], "") if named and _MONTH_OR_YEAR.fullmatch(named[0].value or "") else None
    if found is None or found.start is None or found.end is None or published is None or name[-1].isdigit() or not phrase.ahead:
        return found
    return _month(min(found.start.year + 1, 9999), found.start.month) if found.end < published else found


def _month(year: int, month: int) -> Stretch:
    return Stretch(date(year, month, 1), last_day(year, month))


def _told_as_news(phrase: Phrase, timex: Timex, length: Length) -> bool:
    """Tell whether the opening days of something are news: of six such claims in four development articles all were those up to the report.

    "The first 24 hours of the campaign", but not "the first three days of the war", which may be years back.
    """
    hours = {"hour": 1, "day": 24, "night": 24}.get(length.unit)
    behind = phrase.text[timex.span.end : timex.span.end + _PART_WIDTH].lower()
    return length.n is not None and hours is not None and length.n * hours <= _NEWS_HOURS and not _LONG_AFFAIR.match(behind)


def _from_its_start(phrase: Phrase, published: date, length: Length, *, closing: bool) -> Days:
    """Return the days of "the first 100 days of the war": from the day told before it, if that is near; never back from the report."""
    told = phrase.told_before
    base = stretch_of(told, told.span.of(phrase.text).lower()) if told and phrase.span.start - told.span.end <= _LEAN else None
    if closing or base is None or base.start is None or base.start > published:
        return None, published, DateBasis.RESOLVED, "counted from an event that is not dated here, so some time up to the report"
    last = length.ahead_of(base.start)
    end = min(published, plus_days(last, -1)) if last else published
    return base.start, max(base.start, end), DateBasis.RESOLVED, f"counted from {base.start}, told before"


_AGED = re.compile(r"\b([a-z]+|\d{1,3})[- ](year|month|week|day)s?[- ]old\b")
_SINCE_THEN = re.compile(r"\bsince then\b|^(?:ever )?since$|^(?:has |have |had )?since$")
_PAST_DAY = re.compile(r"\b(?:past|last|previous) day\b(?! of)")
_IN_THE_DAY = re.compile(
    r"^(?:later |earlier |late |early )?(?:in|during|throughout|over) the (?:day|night|morning|afternoon|evening|early hours|small hours)$|^(?:late )?at night$|^(?:later|earlier) (?:in|that) (?:the )?day$"
)
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
    if _SINCE_THEN.search(words) and phrase.dated_before is not None:
        told = phrase.dated_before
        base = stretch_of(told, told.span.of(phrase.text).lower())
        if base is not None and base.start is not None and base.start <= published and phrase.span.start - told.span.end <= _LEAN:
            return base.start, published, DateBasis.RESOLVED, f"from “{told.span.of(phrase.text)}”, told before, to the report"
    if re.search(r"\byear[- ]to[- ]date\b", words):
        return date(published.year, 1, 1), published, DateBasis.RESOLVED, "from the start of the year to the report"
    if _PAST_DAY.search(words):
        return plus_days(published, -1), published, DateBasis.RESOLVED, "the day up to the report"
    if _IN_THE_DAY.search(words):
        day = _same_day(phrase)
        return (day, day, DateBasis.RESOLVED, f"the day told before, {day}") if day is not None else None
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


_FEAST = re.compile(r"\b(ramadan|ramzan|eid|ashura|muharram)\b(?:[ -](?:al|ul)[ -](fitr|adha))?")


def _feast(phrase: Phrase) -> Days | None:
    """Read "during Ramadan", "on Eid al-Adha", "since Ashura" by the tabular calendar; the moon as sighted may differ by a day."""
    match, published = _FEAST.search(phrase.words), phrase.published_on
    if match is None or published is None or any(c.isdigit() for c in phrase.words):
        return None
    name = {"ramzan": "ramadan", "eid": f"eid al {match[2] or ''}".strip()}.get(match[1], match[1])
    tense = 1 if phrase.modality is Modality.PLANNED else -1 if phrase.modality is Modality.ACTUAL else 0
    options = [f for n in ISLAMIC if n.startswith(name) and (f := feast_near(published, n, tense)) is not None]
    if not options:
        return None
    first, last = min(options, key=lambda f: abs((published - f[0]).days))
    how = "by the tabular calendar, from which the moon as sighted may differ by a day"
    lead = phrase.lead(phrase.timexes[0]) if phrase.timexes else phrase.words[: match.start()]
    lead = f"{lead} {phrase.words[: match.start()]}"
    part = re.search(
        r"\b(first|last) (day|week)s? of (?:the )?(?:holy month of |month of |holiday of )?$", phrase.words[: match.start()]
    )
    if part is not None:
        size = (
            plus_days(first, 6 if part[2] == "week" else 0)
            if part[1] == "first"
            else plus_days(last, -6 if part[2] == "week" else 0)
        )
        first, last = (first, size) if part[1] == "first" else (size, last)
    if re.search(r"\b(?:since|from)\b", lead):
        return first, None if phrase.ahead else published, DateBasis.RESOLVED, how
    if re.search(r"\b(?:before|until|till|ahead of|prior to|by)\b", lead):
        return published if phrase.ahead else None, plus_days(first, -1), DateBasis.RESOLVED, how
    if re.search(r"\bafter\b", lead):
        return plus_days(last, 1), None if phrase.ahead else published, DateBasis.RESOLVED, how
    if first <= published < last and phrase.modality is Modality.ACTUAL:
        last = published
    return first, last, DateBasis.RESOLVED, how


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
        if _either_way_round(said, phrase.published_on):
            flags.append("ambiguous-date")
    return tuple(dict.fromkeys(flags))


_NUMERIC = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})")


def _either_way_round(said: str, published: date | None) -> bool:
    """Tell whether "03/04/2024" may be March or April: both days exist, and the report's date speaks for neither."""
    match = _NUMERIC.search(said)
    if match is None or match[1].lstrip("0") == match[3].lstrip("0"):
        return False
    year = int(match[4]) if len(match[4]) == 4 else None if published is None else published.year // 100 * 100 + int(match[4])
    if year is None:
        return False
    days = [day_or_none(year, int(match[m]), int(match[d])) for m, d in ((1, 3), (3, 1))]
    after = [published is not None and day > published for day in days if day is not None]
    return len(after) == 2 and after[0] == after[1]
