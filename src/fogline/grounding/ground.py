"""Grounds a whole reading: every place name, actor, time and number that a report's events rest on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from fogline.grounding.actor import ActorResolver
from fogline.grounding.coordinates import coordinates_in, outside_points
from fogline.grounding.coreference import References
from fogline.grounding.entries import Entries, Entry
from fogline.grounding.event_parts import PARTS, parts_of_events
from fogline.grounding.eventplace import event_places
from fogline.grounding.grounding import (
    ActorKind,
    DateBasis,
    Gazetteer,
    GroundedActor,
    GroundedPlace,
    GroundedTime,
    PlaceBasis,
    Quantity,
)
from fogline.grounding.interval import OF_THE_SAYING, event_time
from fogline.grounding.known_actor import voice_kind
from fogline.grounding.local_officials import of_their_places
from fogline.grounding.old_story import CARRIED_OVER, Told, times_in_story
from fogline.grounding.place import resolve_toponyms
from fogline.grounding.place_owners import Owners
from fogline.grounding.place_ships import is_a_ships_name
from fogline.grounding.place_words import names_in, names_no_place, needs_an_article, no_name_in_capitals
from fogline.grounding.quantity import find_quantities, read_count
from fogline.grounding.referent import reconsidered
from fogline.grounding.report_context import country_weights, report_context
from fogline.grounding.span_index import SpanIndex
from fogline.grounding.surnames import surnames
from fogline.grounding.timex import Timex
from fogline.grounding.timex_calendar import DAYPARTS
from fogline.grounding.tolls import is_former
from fogline.grounding.toponym_owners import is_of_a_continent
from fogline.grounding.toponym_spans import toponym_spans
from fogline.intake.printed_day import day_printed
from fogline.intake.report import Report
from fogline.issue import Issue, Severity
from fogline.reading.reading import Argument, EventMention, Reading, Role
from fogline.span import Span


@dataclass(frozen=True, slots=True)
class GroundedEvent:
    """An event mention with what its place, time and numbers stand for; None is "not known"."""

    event: EventMention
    place: GroundedPlace | None
    place_span: Span | None
    time: GroundedTime | None
    time_span: Span | None
    counts: tuple[tuple[Quantity, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Grounding:
    """A reading looked up in the world: places, actors and times by the span that names them.

    ``kinds`` say what kind of voice each source is in the war the report is
    about; ``war_country`` is the country most of it speaks of, None if no
    country dominates.
    """

    report_id: str
    war_country: str | None
    places: Mapping[Span, GroundedPlace]
    actors: Mapping[Span, GroundedActor]
    kinds: Mapping[Span, ActorKind]
    timexes: tuple[Timex, ...]
    events: tuple[GroundedEvent, ...]
    issues: tuple[Issue, ...] = field(default=())


def ground(report: Report, reading: Reading, gazetteer: Gazetteer, resolver: ActorResolver) -> Grounding:
    """Return what a reading's mentions stand for, each with its basis; what cannot be known is said in issues."""
    text = report.text
    places = resolve_places(text, reading, gazetteer)
    context = report_context(
        text, report.published_on, country_weights(places.values()), (s.of(text) for s, p in places.items() if p.country)
    )
    owners = Owners(text, reading, resolver.registry, context)
    places = owners.without_their_names(places)
    reading = owners.with_no_event_at_them(places)
    sentences = reading.sentences
    mentions = mention_spans(reading)
    parts = parts_of_events(reading.events)
    references = References(text, mentions, sentences, resolver, context, parts.apart, parts.does)
    references.resolved()
    actors = reconsidered(references, parts)
    entries, points = Entries(text), SpanIndex(p.span for p in coordinates_in(text))
    timexes, stamps = entries.timexes(report.published_on), entries.stamps
    if (printed := day_printed(text, report.published_on)) is not None:
        # The day that the page prints is no happening's, though its sentence runs on from it.
        timexes = tuple(t for t in timexes if not t.span.overlap(printed[1]))
        stamps = SpanIndex([*stamps.spans, printed[1]])
    where = event_places(report, reading, places, context.war_country)
    index, cues = SpanIndex(sentences), SpanIndex(c for a in reading.attributions for c in a.cue)
    events = tuple(
        _ground_event(report, event, index, cues, found, timexes, entries.at(event.trigger.start), stamps, points)
        for event, found in zip(reading.events, where, strict=True)
    )
    if not entries.entries:
        events = _in_story(text, events, timexes, index, report.published_on)
    actors |= of_their_places(text, actors, [(e.event, e.place) for e in events], resolver.registry, context)
    kinds = {span: voice_kind(resolver.registry, actors[span], context) for span in mentions if span in actors}
    issues = list(_issues(report, places, actors, events))
    return Grounding(report.id, context.war_country, places, actors, kinds, timexes, events, tuple(issues))


def resolve_places(text: str, reading: Reading, gazetteer: Gazetteer) -> dict[Span, GroundedPlace]:
    """Return every place name of a text resolved, those inside place arguments included.

    A name that only the gazetteer's recogniser found and that resolves to
    nothing is usually no place at all, and is left out.
    """
    read = SpanIndex(t.span for t in reading.toponyms)
    spans = toponym_spans(text, reading, gazetteer)
    known, points = SpanIndex(spans), SpanIndex(p.span for p in coordinates_in(text))
    inner: set[Span] = set()
    for event in reading.events:
        for argument in event.having(Role.PLACE):
            found = names_in(text, argument.span, known=known.overlapping(argument.span))
            inner.update(s for s in found if outside_points(text, s, points) == s)
    wanted = [s for s in sorted({*spans, *inner}) if not is_of_a_continent(text, s) and not _is_a_ship(text, s, gazetteer)]
    capitals = sum(c.isupper() for c in text) > 0.8 * sum(c.isalpha() for c in text)
    if capitals:
        wanted = [s for s in wanted if not no_name_in_capitals(s.of(text))]
    places = resolve_toponyms(text, wanted, gazetteer)
    if capitals:
        places = {s: p for s, p in places.items() if not needs_an_article(s.of(text), p)}
    people = surnames(text)
    return {
        s: p
        for s, p in places.items()
        if p.basis is not PlaceBasis.UNKNOWN
        or ((read.touches(s) or s in inner) and not names_no_place(p.name) and s.of(text) not in people)
    }


def _is_a_ship(text: str, span: Span, gazetteer: Gazetteer) -> bool:
    """Tell whether a name is a ship's; "the tanker Iran seized" is called otherwise."""
    return is_a_ships_name(text, span) and not any(c.feature == "country" for c in gazetteer.candidates(span.of(text), 1))


def mention_spans(reading: Reading) -> dict[Span, Role]:
    """Return the spans that name somebody, with the role in which each is met first."""
    out: dict[Span, Role] = {}
    for event in reading.events:
        for argument in event.arguments:
            if argument.role in PARTS:
                out.setdefault(argument.span, argument.role)
    for attribution in reading.attributions:
        for span in attribution.source:
            out.setdefault(span, Role.ORIGIN)
    return dict(sorted(out.items()))


_NEAR = re.compile(
    r"\b(?:near|around|outside|close to|not far from|on the (?:edge|outskirts) of)\s+(?:the (?:town|city|village) of\s+)?\Z",
    re.IGNORECASE,
)


def stands_near(text: str, place: Span) -> bool:
    """Return whether the words before a place name say that it is a landmark ("around Hajin"), not the place."""
    return _NEAR.search(text[max(0, place.start - 40) : place.start]) is not None


def _ground_event(
    report: Report,
    event: EventMention,
    sentences: SpanIndex,
    cues: SpanIndex,
    found: tuple[GroundedPlace, Span | None] | None,
    timexes: tuple[Timex, ...],
    entry: Entry | None,
    stamps: SpanIndex,
    points: SpanIndex,
) -> GroundedEvent:
    text = report.text
    sentence = sentences.first(event.trigger) or event.trigger
    time_argument = next(
        (a.span for a in event.having(Role.TIME) if not _a_point(text, a.span, points) and not stamps.touches(a.span)), None
    )
    place, place_span = found if found else (None, None)
    if place is not None and place_span is not None and place.precision == 1 and stands_near(text, place_span):
        place = replace(place, precision=2, reason=f"{place.reason} The text says near it.")
    time = event_time(
        text,
        time_argument,
        event.trigger,
        sentence,
        published_on=entry.day if entry else report.published_on,
        modality=event.modality,
        claim_type=event.type,
        cue_spans=_cues_beside(sentence, time_argument, sentences, cues),
        document_timexes=timexes,
        quote=event.quote,
    )
    if entry is not None and time is not None:
        time = _as_of_entry(text, time, time_argument, entry)
    return GroundedEvent(event, place, place_span, time, time_argument, _counts(text, event, sentence))


def _cues_beside(sentence: Span, words: Span | None, sentences: SpanIndex, cues: SpanIndex) -> list[Span]:
    """Return the cues of an event's sentence and of the one that its time stands in: of "said on Tuesday" the reader gives Tuesday to the next sentence too."""
    theirs = (sentences.first(words) if words is not None else None) or sentence
    return [c for s in dict.fromkeys((sentence, theirs)) for c in cues.overlapping(s) if s.contains(c)]


def _in_story(
    text: str, events: tuple[GroundedEvent, ...], timexes: tuple[Timex, ...], sentences: SpanIndex, published: date | None
) -> tuple[GroundedEvent, ...]:
    """Return events with the days of an old story, if the report tells one."""
    told = [
        Told(
            e.event.trigger,
            sentences.first(e.event.trigger) or e.event.trigger,
            e.event.type,
            e.event.modality,
            e.time,
            e.time_span,
        )
        for e in events
    ]
    times = times_in_story(text, told, timexes, published)
    return tuple(e if e.time == time else replace(e, time=time) for e, time in zip(events, times, strict=True))


_PART_OF_A_DAY = re.compile(r"\b(?:" + "|".join(DAYPARTS) + r")\b", re.IGNORECASE)


def _as_of_entry(text: str, time: GroundedTime, words: Span | None, entry: Entry) -> GroundedTime:
    """Return a time with the stamp that it rests on; "in the morning" of a stamped entry is that day's."""
    told = f"{time.reason} The entry is stamped {' '.join(entry.stamp.of(text).split())}."
    if (
        time.basis is DateBasis.PUBLICATION
        and time.end == entry.day
        and words is not None
        and _PART_OF_A_DAY.search(words.of(text))
    ):
        stamp = " ".join(entry.stamp.of(text).split())
        return replace(time, start=entry.day, precision=1, reason=f"“{words.of(text)}” of the day of the entry, stamped {stamp}.")
    return replace(time, reason=told)


# A bare figure with three decimals and more is half of a point and no time of day ("at 36.2021").
_CUT = re.compile(r"\d[.]\d")
_POINT = re.compile(r"(?:[a-z]+\s+)?[-−+]?\d+[.]\d{3,}\W*", re.IGNORECASE)


def _a_point(text: str, span: Span, points: SpanIndex) -> bool:
    """Tell whether words that the reader took for a time are coordinates, or half of them."""
    start, end = span.start, span.end
    while start and text[start].isdigit() and (text[start - 1].isdigit() or _CUT.match(text, start - 2) is not None):
        start -= 1 if text[start - 1].isdigit() else 2
    while end < len(text) and text[end - 1].isdigit() and (text[end].isdigit() or _CUT.match(text, end - 1) is not None):
        end += 1 if text[end].isdigit() else 2
    if _POINT.fullmatch(text[start:end]) is not None:
        return True
    touched = points.overlapping(span)
    left = (text[span.start : touched[0].start] + text[touched[-1].end : span.end]) if touched else ""
    return bool(touched) and len(re.findall(r"\w+", left)) < 2


def _counts(text: str, event: EventMention, sentence: Span) -> tuple[tuple[Quantity, Span], ...]:
    """Return the numbers of an event: those that rules find in its words, and others that the encoder surely marked.

    Rules read a number phrase whole where the encoder often marks a part ("lives", "of civilians"). On held-back
    articles the rules alone score .70, the encoder's marks alone .63, both in this order .71 (2026-11).
    """
    marked = _whole_marks(text, event)
    out: list[tuple[Quantity, Span]] = []
    if marked or event.type not in _ACTS_OF_SPEECH:
        labels = [(a.span, a.label) for a in marked if a.score >= _SURE_MARK]
        for quantity in find_quantities(text, event.quote.start, event.quote.end, claim_type=event.type, labels=labels):
            if quantity.what != "other" or quantity.text.casefold().endswith(("casualties", "casualty")):
                out.append((quantity, Span(quantity.start, quantity.end)))
    trigger = event.trigger.of(text)
    for argument in marked:
        if (
            argument.score < _SURE_MARK
            or is_former(text, argument.span.start)
            or any(argument.span.overlap(span) for _, span in out)
        ):
            continue
        read = read_count(text, argument.span, trigger=trigger, claim_type=event.type, sentence=sentence, label=argument.label)
        if read is not None:
            out.append((counted_as(read, argument.label), Span(read.start, read.end)))
    told = ((_done_to(event, _of_doers(text, event, q, s), s), s) for q, s in out)
    return tuple(sorted(told, key=lambda c: c[1]))


_HARM = frozenset(["killed", "injured", "detained"])
_VIOLENCE = frozenset(
    ["armed-clash", "shelling", "air-strike", "explosive", "suicide-bomb", "attack", "abduction", "arrest", "sexual-violence"]
)
_SUFFERING = re.compile(r"\b(?:is|are|was|were|be|been|being|get|gets|got)\b|[.;:]", re.IGNORECASE)
_DYING = re.compile(r"die[ds]?|dying|dead|deaths?|perish\w*|drown\w*", re.IGNORECASE)


def _of_doers(text: str, event: EventMention, quantity: Quantity, span: Span) -> Quantity:
    """Return a number of those who strike as theirs: of "three rebels shelled the town and killed two" three are not dead."""
    if quantity.what not in _HARM or event.type not in _VIOLENCE or _DYING.fullmatch(event.trigger.of(text)):
        return quantity
    if any(a.span.overlap(span) for a in event.having(Role.TARGET)):
        return quantity
    doers = [a.span for a in event.having(Role.ACTOR) if a.span.overlap(span) and a.span.end <= event.trigger.start]
    if not doers or _SUFFERING.search(text, doers[0].end, event.trigger.start):
        return quantity
    return replace(quantity, what="fighters")


def _done_to(event: EventMention, quantity: Quantity, span: Span) -> Quantity:
    """Return fighters to whom violence was done as what the encoder says befell them: "gunmen cut down seven men of the guard".

    No word tells it, and only the noun makes them fighters. Of marked fighters who are a target the
    coders counted 16 of 17 as killed (2026-11).
    """
    if (
        quantity.what != "fighters"
        or event.type not in _FIGHTING
        or not any(a.span.overlap(span) for a in event.having(Role.TARGET))
    ):
        return quantity
    marks = (a.label for a in event.having(Role.COUNT) if a.score >= _SURE_MARK and a.span.overlap(span))
    label = next((what for what in marks if what is not None), None)
    return replace(quantity, what=label) if label is not None and label in _HARM else quantity


_FIGHTING = _VIOLENCE - {"abduction", "arrest"}
# A mark below this is wrong more often than right (held-back articles, 2026-11).
_SURE_MARK = 0.6
# Whoever is accused of killing twenty is not twenty people accused: numbers found by rule are the complement's, not the act's.
_ACTS_OF_SPEECH = frozenset(
    {
        "accuse",
        "reject",
        "request",
        "consult",
        "cooperate",
        "support",
        "agree",
        "threaten",
        "concede",
        "sanction",
        "territory-gained",
    }
)


def _whole_marks(text: str, event: EventMention) -> list[Argument]:
    """Return the encoder's count marks, those joined between which only a blank stands ("at least" | "22 civilians")."""
    out: list[Argument] = []
    for argument in event.having(Role.COUNT):
        if out and not text[out[-1].span.end : argument.span.start].strip():
            last = out[-1]
            out[-1] = replace(last, span=Span(last.span.start, argument.span.end), score=max(last.score, argument.score))
        else:
            out.append(argument)
    return out


def counted_as(quantity: Quantity, label: str | None) -> Quantity:
    """Return a number with what the encoder says is counted, where the words around it do not tell.

    The rules come first: with the encoder's word in every case counts score
    four points less on held-back articles.
    """
    return replace(quantity, what=label) if label is not None and quantity.what == "other" else quantity


def _issues(
    report: Report, places: Mapping[Span, GroundedPlace], actors: Mapping[Span, GroundedActor], events: tuple[GroundedEvent, ...]
) -> list[Issue]:
    out = []
    named = SpanIndex(s for s, a in actors.items() if a.actor_id)
    unknown = Counter(p.name for p in places.values() if p.basis is PlaceBasis.UNKNOWN)
    for span, place in sorted(places.items()):
        if named.touches(span):
            continue  # "State" of "Islamic State": somebody's name, no place that is missing
        if place.basis is PlaceBasis.UNKNOWN and unknown.pop(place.name, 0):
            out.append(
                Issue(
                    "unknown-place",
                    f"{place.reason} Claims about it have no coordinates.",
                    "grounding",
                    Severity.NOTE,
                    report_id=report.id,
                    span=span,
                )
            )
    for grounded in events:
        for flag in grounded.time.flags if grounded.time else ():
            if flag in (OF_THE_SAYING, CARRIED_OVER):
                continue  # told with the claim; nothing is amiss
            if report.published_on is None:
                continue  # intake has said once that the report has no date
            out.append(
                Issue(
                    flag,
                    f"The time of {grounded.event.trigger.of(report.text)!r}: {grounded.time.reason if grounded.time else ''}",
                    "grounding",
                    Severity.NOTE,
                    report_id=report.id,
                    span=grounded.event.trigger,
                )
            )
        for quantity, span in grounded.counts:
            for flag in quantity.flags:
                out.append(
                    Issue(
                        flag,
                        f"The number {quantity.text!r} is kept as printed: {flag}.",
                        "grounding",
                        Severity.NOTE,
                        report_id=report.id,
                        span=span,
                    )
                )
    return out
