"""Time expressions in a text and what they say, in the terms of TIMEX3.

Rules over words, in one pass: plain expressions first ("Tuesday",
"September 2014", "three days ago"), then what is built on them ("early
Tuesday", "the end of September 2014", "Tuesday morning").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from fogline.grounding import timex_words as lexicon
from fogline.grounding.coordinates import coordinates_in
from fogline.grounding.span_index import SpanIndex
from fogline.grounding.timex_calendar import DAYPARTS, shift, unit_of, value_of
from fogline.grounding.timex_date_rules import RULES as DATE_RULES
from fogline.grounding.timex_periods import RULES as PERIOD_RULES
from fogline.grounding.timex_periods import a_year_before, reporting_period
from fogline.grounding.timex_reader import Found, Reader
from fogline.grounding.timex_relative import modifies
from fogline.grounding.timex_relative_rules import RULES as RELATIVE_RULES
from fogline.grounding.timex_story import leans_on_the_report, note
from fogline.grounding.word_lists import word_set
from fogline.span import Span


@dataclass(frozen=True, slots=True)
class Timex:
    """Words that name a time.

    ``type`` is DATE, TIME, DURATION or SET; ``value`` as TIMEX3 writes it
    ("2018-12-13", "P3D", "PRESENT_REF"), None where it cannot be said;
    ``mod`` its modifier ("START", "MORE_THAN"). The span takes articles in
    and leaves prepositions out.
    """

    span: Span
    type: str
    value: str | None
    mod: str | None = None


def find_timexes(text: str, anchor: date | None) -> tuple[Timex, ...]:
    """Return the time expressions of a text in order; those that lean on the report's date are resolved against ``anchor``."""
    reader = Reader.of(text, anchor)
    reader.narrative = _is_narrative(reader)
    points = SpanIndex(p.span for p in coordinates_in(text))
    out: list[Timex] = []
    i, n = 0, len(reader.words)
    while i < n:
        found = _built(reader, i) or _plain(reader, i)
        if found is None or points.touches(Span(reader.words[i].start, reader.words[i].end)):
            i += 1
            continue
        found = _with_daypart(reader, found)
        last = max(found.last, i + 1)
        out.append(Timex(Span(reader.words[i].start, reader.words[min(last, n) - 1].end), found.type, found.value, found.mod))
        note(reader, found, i, last)
        i = last
    return tuple(out)


def _is_narrative(reader: Reader) -> bool:
    """Tell whether a text recounts the past: most years it names lie well before its own date."""
    if reader.anchor is None:
        return False
    years = [y for i in range(len(reader.words)) if (y := reader.year(i)) is not None]
    # News that looks back at length still says "on Friday" and "last week"; of 14 histories none has one such word to eight years.
    if 8 * sum(leans_on_the_report(reader, i) for i in range(len(reader.words))) >= len(years):
        return False
    if len(years) >= 8 and sum(y < reader.anchor.year - 2 for y in years) > 0.7 * len(years):
        return True
    return len(years) >= 12 and len(set(years)) >= 4 and sum(y < reader.anchor.year for y in years) > 0.6 * len(years)


def _plain(reader: Reader, i: int) -> Found | None:
    best: Found | None = None
    word = reader.word(i)
    if not word or not (word[0].isalnum() or word in ("'", "’", "‘")):
        return None
    if word[0].isalpha() and word not in _STARTERS and not word.startswith(_STARTER_STEMS):
        return None
    for rule in (*PERIOD_RULES, *DATE_RULES, *RELATIVE_RULES):
        found = rule(reader, i)
        if found is not None and (best is None or found.last > best.last):
            best = found
    return best


def _built(reader: Reader, i: int) -> Found | None:
    """Read "early Tuesday", "the end of September", "mid-July", "earlier this week", "the late 1980s"."""
    j = i
    article = reader.word(j) == "the"
    j += article
    word = reader.word(j)
    if word == "sometime" and not article:
        inner = _dated(reader, j + 1)
        return inner if inner and inner.unit != "day" else None
    if word in ("early", "late", "mid") or (word == "end" and not article and reader.word(j + 1) == "-" and reader.month(j + 2)):
        mod = {"early": "START", "late": "END", "end": "END"}.get(word, "MID")
        k = j + 1
        k += reader.word(k) in ("-", "–")
        if reader.word(k) in ("to", "-") and reader.word(k + 1) in ("mid", "late"):
            k += 2
            k += reader.word(k) in ("-", "–")
        k += reader.word(k) == "in" and word != "mid" and not article
        inner = _dated(reader, k)
        if inner is None and reader.word(k) == "the" and reader.word(k - 1) == "in":
            k += 1
            inner = _dated(reader, k)
        if inner is None and word == "mid" and reader.word(k) in DAYPARTS and reader.anchor:
            stamp = f"T{DAYPARTS[reader.word(k)]}"
            named = _dated(reader, k + 1)
            if named is not None and named.day is not None and named.unit == "day" and named.type == "DATE":
                return Found(named.last, "TIME", named.day.isoformat() + stamp, day=named.day)
            return Found(k + 1, "TIME", reader.anchor.isoformat() + stamp)
        if inner is not None and article and inner.unit != "decade" and modifies(reader, j, inner.last):
            return None  # the article is the noun's: "the late-November trip"
        return replace(inner, mod=inner.mod or mod) if inner else None
    if word in ("earlier", "later") and not article:
        k = j + 1
        k += reader.word(k) in ("in", "on") and reader.word(k + 1) in ("the", "this", "that")
        if (
            reader.word(k) == "the"
            and (unit := unit_of(reader.word(k + 1)))
            and not unit[1]
            and reader.word(k - 1) == "in"
            and reader.anchor
        ):
            return Found(
                k + 2,
                "DATE",
                value_of(reader.anchor, unit[0]),
                "START" if word == "earlier" else "END",
                day=reader.anchor,
                unit=unit[0],
            )
        inner = (
            _dated(reader, k)
            if reader.word(k) in ("this", "that", "in", "on", "today", "yesterday", "last", "next")
            or reader.weekday(k)
            or k > j + 1
            or reader.month(k)
            else None
        )
        return replace(inner, mod=inner.mod or ("START" if word == "earlier" else "END")) if inner else None
    ends = {**dict.fromkeys(lexicon.BEGIN, "START"), **dict.fromkeys(lexicon.END, "END"), **dict.fromkeys(lexicon.MIDDLE, "MID")}
    half = (
        word in ("first", "second", "latter", "former", "last")
        and reader.word(j + 1) == "half"
        and reader.word(j + 2) == "of"
        and article
    )
    if half:
        j += 1
        ends = {"half": "START" if word in ("first", "former") else "END"}
        word = "half"
    if word in ends and reader.word(j + 1) == "of":
        k = j + 2
        inner = _dated(reader, k)
        if half and inner is not None and inner.day is not None and inner.unit == "year" and inner.value is not None:
            return replace(inner, value=f"{inner.value[:4]}-H{1 if ends[word] == 'START' else 2}")
        if (
            inner is None
            and reader.word(k) == "the"
            and (unit := unit_of(reader.word(k + 1)))
            and not unit[1]
            and unit[0] in ("year", "month", "week", "century", "decade", "day")
        ):
            anchor = (reader.reference if reader.narrative else None) or reader.anchor
            if unit[0] == "month" and reader.tense(i, k + 2) <= 0:
                anchor = reader.month_told() or anchor
            inner = Found(k + 2, "DATE", value_of(anchor, unit[0]) if anchor else None, day=anchor, unit=unit[0])
        return replace(inner, mod=ends[word]) if inner and inner.type == "DATE" else None
    if (
        word == "year"
        and reader.word(j + 1) == "end"
        and reader.word(j - 1) in ("at", "by", "before", "until", "since", "around")
    ):
        return Found(j + 2, "DATE", value_of(reader.anchor, word) if reader.anchor else None, "END")
    if word in ("year", "month", "week") and reader.word(j + 1) == "-" and reader.word(j + 2) in ("end", "earlier", "ago"):
        if reader.word(j + 2) != "end":
            if (period := reporting_period(reader, i)) is not None:
                return period
            if article:
                return None  # the article is the noun's: "the year-earlier loss"
            if word == "year" and (quarter := a_year_before(reader, i)) is not None:
                return Found(j + 3, "DATE", quarter[0], day=quarter[1], unit=quarter[2])
            day = shift(reader.anchor, -1, word) if reader.anchor else None
            return Found(j + 3, "DATE", value_of(day, word) if day else None, day=day, unit=word)
        return Found(j + 3, "DATE", value_of(reader.anchor, word) if reader.anchor else None, "END")
    return None


def _dated(reader: Reader, i: int) -> Found | None:
    """Return the plain expression at ``i`` if it names a stretch of the calendar that has an early and a late part."""
    inner = _plain(reader, i)
    return (
        inner
        if inner and inner.type in ("DATE", "TIME") and inner.value not in ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
        else None
    )


def _with_daypart(reader: Reader, found: Found) -> Found:
    """Take in "morning" after a day: "Tuesday morning", "the night of 3 May" is two."""
    word = reader.word(found.last)
    if (
        found.unit == "day"
        and found.day is not None
        and found.type == "DATE"
        and word in ("morning", "afternoon", "evening", "night")
        and reader.near(found.last)
    ):
        return replace(found, last=found.last + 1, type="TIME", value=f"{found.day.isoformat()}T{DAYPARTS[word]}")
    return found


_STARTERS = word_set(
    "the a an this that these those last past previous preceding prior next coming following subsequent ensuing upcoming "
    "forthcoming current present latest same very today yesterday tomorrow tonight now currently nowadays presently "
    "no q y yday good palm ash holy maundy recently recent lately former formerly previously soon right sometime night daytime morning weeklong monthlong "
    "yearlong daylong hourlong more less fewer longer at up about around approximately roughly nearly almost over just "
    "several few many some numerous couple dozens hundreds thousands millions tens scores half every each per daily weekly monthly "
    "annually yearly hourly biweekly years months weeks days hours minutes decades centuries year month week day hour "
    "decade fiscal fy spring summer autumn fall winter ad b bc midnight noon dawn dusk overnight midday nightfall daybreak "
    "sunset sunrise midmorning midafternoon once twice twenties thirties forties fifties sixties seventies eighties "
    "nineties christmas boxing new valentine halloween bastille may easter ramadan thanksgiving eid passover nowruz newroz "
    "ashura pentecost lent quarter one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety first second third fourth "
    "fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
    "eighteenth nineteenth twentieth thirtieth"
)
_STARTER_STEMS = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
)
