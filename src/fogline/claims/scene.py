"""When and where the sentences of a report play that tell of an incident."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from fogline.claims.fillers import plain
from fogline.grounding.ground import Grounding
from fogline.grounding.grounding import GroundedPlace
from fogline.grounding.regions import country_facts
from fogline.intake.report import PartKind, Report
from fogline.reading.reading import Reading
from fogline.span import Span

# So many of the strongest sentences are asked for a day or a place; behind them it is another story's.
SENTENCES = 3
# A name inside somebody's name is no place: "the Medellin cartel". What fills a slot of a person or a group from this
# score on is somebody.
_SOMEBODY = 0.3
# A dateline is one mention and stands for the newsroom that most of the news is near.
_DATELINE_WEIGHT = 2

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# The wire's own line: "LIMA, 5 MAR 90 (AFP) --".
_WIRE_LINE = re.compile(r"\A[^\n]{0,160}?--")
_BROAD = frozenset({"country", "region", "water"})
_SPECIFIC: Mapping[str, int] = {"adm1": 0, "adm2": 1, "adm3": 1, "city": 2}
# "in the town of X", "at X", "near X"; what follows a place by a comma holds it ("in X, Y").
_LOCATIVE = re.compile(r"\b(?:in|at|near|inside|outside|around|within|throughout)\s+(?:[\w'-]+\s+){0,4}\Z", re.IGNORECASE)
_CONTAINER = re.compile(r"\s*(?:,|,?\s+in)\s+(?:[\w'-]+\s+){0,2}\Z", re.IGNORECASE)
# "said today", "today said": the time is that of the saying.
_SAID = re.compile(r"[\s,]*(?:(?:on|late|early|earlier)\s+){0,2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Days:
    """When an incident was: days, inclusive. ``earliest`` is None for "on or before"."""

    earliest: date | None
    latest: date


# A sentence that tells of an incident, with the words in it that say most.
Evidence = Sequence[tuple[Span, Span]]


class Scene:
    """A report's sentences with the days and places named in them, datelines and the times of sayings apart."""

    def __init__(self, report: Report, reading: Reading, grounding: Grounding) -> None:
        self.text, self.published_on = report.text, report.published_on
        self.sentences = reading.sentences
        self._starts = [s.start for s in reading.sentences]
        begin = _body_start(report)
        cues = sorted(c for a in reading.attributions for c in a.cue)
        self._dated = [
            (t.span, t.value[:10])
            for t in grounding.timexes
            if t.value and _DAY.match(t.value) and t.span.start >= begin and not _of_a_saying(report.text, t.span, cues)
        ]
        people = sorted(f.span for f in reading.fillers if f.slot in ("victim", "perp-ind", "perp-org") and f.score >= _SOMEBODY)
        places = {s: p for s, p in grounding.places.items() if not _touches(s, people)}
        self._places = joined_names(report.text, places)
        self.countries: Counter[str] = Counter()
        for span, place in self._places.items():
            if place.country:
                self.countries[place.country] += _DATELINE_WEIGHT if span.start < begin else 1
        self._named = sorted(s for s, p in self._places.items() if s.start >= begin and not p.adjective)

    def sentence_at(self, offset: int) -> int | None:
        """Return the number of the sentence that an offset is in."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 else None

    def when(self, evidence: Evidence) -> Days | None:
        """Return the day nearest to the words that tell of an incident; where none is named, "by the report's own day"."""
        for sentence, words in evidence[:SENTENCES]:
            first, last = (bisect_left(self._dated, at, key=lambda d: d[0].start) for at in (sentence.start, sentence.end))
            near = nearest(self._dated[first:last], words)
            if near is not None and (day := _day(near[1])) is not None:
                return Days(day, day)
        return Days(None, self.published_on) if self.published_on else None

    def where(self, evidence: Evidence) -> tuple[str | None, tuple[str, ...]]:
        """Return the country (ISO alpha-2) of an incident and the places named with it, from general to specific.

        It is in another country than the report is about only if the report
        names that country, or another place of it.
        """
        main = max(self.countries, key=lambda c: (self.countries[c], c), default=None)
        for sentence, words in evidence[:SENTENCES]:
            chain = self._standing(sentence, words)
            if not chain:
                continue
            found = next((c for s in chain if (c := self._places[s].country)), None)
            country = found if found is not None and (found == main or self.countries[found] > 1) else main
            fitting = [s for s in chain if self._places[s].country in (country, None) and self._places[s].feature not in _BROAD]
            fitting.sort(key=lambda s: (_SPECIFIC.get(self._places[s].feature or "", -1), -s.start))
            return country, tuple(dict.fromkeys(s.of(self.text) for s in fitting))
        return main, ()

    def places_at(self, words: Span) -> frozenset[str]:
        """Return the places that stand with some words in their sentence, as names are compared; none if none does."""
        at = self.sentence_at(words.start)
        if at is None:
            return frozenset()
        chain = [s for s in self._standing(self.sentences[at], words) if self._places[s].feature not in _BROAD]
        return frozenset(plain(s.of(self.text)) for s in chain)

    def _standing(self, sentence: Span, words: Span) -> list[Span]:
        """Return the name of a sentence that tells where and is nearest to some words, with what holds it."""
        chains: list[list[Span]] = []
        for span in self._named[bisect_left(self._named, sentence.start, key=lambda s: s.start) :]:
            if span.start >= sentence.end:
                break
            if chains and _CONTAINER.fullmatch(self.text[chains[-1][-1].end : span.start]):
                chains[-1].append(span)
            elif _LOCATIVE.search(self.text[max(sentence.start, span.start - 60) : span.start]):
                chains.append([span])
        return min(chains, key=lambda c: (c[0].distance(words), c[0]), default=[])


def nearest(dated: Sequence[tuple[Span, str]], words: Span) -> tuple[Span, str] | None:
    return min(dated, key=lambda d: (d[0].distance(words), d[0]), default=None)


def joined_names(text: str, places: Mapping[Span, GroundedPlace]) -> dict[Span, GroundedPlace]:
    """Return names with neighbours that are the rest of them: in capitals "SAN SALVADOR" is at times read as two."""
    out: dict[Span, GroundedPlace] = {}
    last: Span | None = None
    for span, place in sorted(places.items(), key=lambda item: item[0]):
        if last is not None and text[last.end : span.start] == " ":
            before = out.pop(last)
            place = place if len(span) > len(last) else before
            span = last.cover(span)
        out[span] = place
        last = span
    return out


def country_name(iso: str) -> str:
    """Return a country's short English name."""
    return _country_names().get(iso, iso)


@cache
def _country_names() -> dict[str, str]:
    return {iso: str(row["name"]).strip() for iso, row in country_facts().items()}


def _body_start(report: Report) -> int:
    told = max((p.span.end for p in report.parts if p.kind is PartKind.DATELINE), default=0)
    wire = _WIRE_LINE.match(report.text)
    return max(told, wire.end() if wire else 0)


def _of_a_saying(text: str, time: Span, cues: Sequence[Span]) -> bool:
    at = bisect_right(cues, time)
    return any(
        _SAID.fullmatch(text[min(cue.end, time.end) : max(cue.start, time.start)]) is not None
        for cue in cues[max(0, at - 1) : at + 1]
    )


def _touches(span: Span, others: Sequence[Span]) -> bool:
    at = bisect_right(others, span)
    return any(span.overlap(o) for o in others[max(0, at - 2) : at + 2])


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:  # "31 NOV": no such day
        return None
