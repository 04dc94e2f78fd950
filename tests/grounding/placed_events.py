"""Small texts with their names resolved and their events placed, and what a description in them refers back to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builders import a_report
from fogline.grounding.described_place import refers_back
from fogline.grounding.eventplace import event_places
from fogline.grounding.gazetteer import SqliteGazetteer
from fogline.grounding.grounding import GroundedPlace
from fogline.grounding.place import resolve_toponyms
from fogline.grounding.place_named import Named
from fogline.reading.reading import Argument, EventMention, Modality, Reading, Role
from fogline.span import Span


def span_of(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def spans_of(text: str, *words: str) -> list[Span]:
    return sorted({Span(m.start(), m.end()) for word in words for m in re.finditer(rf"\b{re.escape(word)}\b", text)})


def last_span(text: str, words: str) -> Span:
    start = text.rindex(words)
    return Span(start, start + len(words))


def resolved(text: str, places: SqliteGazetteer, *names: str) -> dict[str, GroundedPlace]:
    """Return what the names of a text mean, the first occurrence of each."""
    found = resolve_toponyms(text, spans_of(text, *names), places)
    return {s.of(text): p for s, p in sorted(found.items(), reverse=True)}


def sentences_of(text: str) -> tuple[Span, ...]:
    return tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^.\n]+(?:\.(?=\d)[^.\n]+)*\.?", text))


def event(
    text: str,
    places: SqliteGazetteer,
    names: list[str],
    place: str | None,
    trigger: str,
    headline: str | None = None,
    type: str = "shelling",
) -> tuple[GroundedPlace, Span | None] | None:
    """Return where the event of a text with one event happened, with the names and the place phrase given."""
    report = a_report(text, headline=headline)
    text = report.text
    spans = [span_of(text, n) for n in names]
    arguments = (Argument(Role.PLACE, span_of(text, place), 0.9),) if place else ()
    sentences = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^.\n]+(?:\.(?=\d)[^.\n]+)*\.?", text))
    sentence = next(s for s in sentences if s.overlap(span_of(text, trigger)))
    mention = EventMention(span_of(text, trigger), sentence, type, Modality.ACTUAL, arguments)
    reading = Reading(report.id, "stub", sentences, events=(mention,))
    (found,) = event_places(report, reading, resolve_toponyms(text, spans, places))
    return found


def events(
    text: str, places: SqliteGazetteer, names: Sequence[str], *told: tuple[str, str, str | None], war_country: str | None = None
) -> list[GroundedPlace | None]:
    """Return where the events of a text are; each is told as its type, its word and its place phrase, if it has one."""
    report = a_report(text)
    sentences = sentences_of(text)
    mentions = []
    for kind, trigger, phrase in told:
        span = last_span(text, trigger)
        sentence = next(s for s in sentences if s.overlap(span))
        arguments = ()
        if phrase is not None:
            start = text.index(phrase, sentence.start)
            arguments = (Argument(Role.PLACE, Span(start, start + len(phrase)), 0.9),)
        mentions.append(EventMention(span, sentence, kind, Modality.ACTUAL, arguments))
    reading = Reading(report.id, "stub", sentences, events=tuple(mentions))
    found = event_places(report, reading, resolve_toponyms(text, spans_of(text, *names), places), war_country)
    return [f[0] if f else None for f in found]


def referred(
    text: str,
    places: SqliteGazetteer,
    names: Sequence[str],
    description: str,
    headline: str | None = None,
    *,
    published_on: str = "2018-12-13",
    war: str | None = None,
) -> GroundedPlace:
    """Return what the last mention of a description refers back to."""
    report = a_report(text, published_on, headline=headline)
    named = Named(report, resolve_toponyms(report.text, spans_of(report.text, *names), places), war)
    span = last_span(report.text, description)
    sentence = next(s for s in sentences_of(report.text) if s.overlap(span))
    return refers_back(span, sentence, named)[0]
