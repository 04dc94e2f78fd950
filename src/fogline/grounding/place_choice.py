"""Weighing which of a report's place names is where a claim's event happened, or whether none is.

A report names ten places; a claim has one, or none: a threat is made nowhere in particular. ``Choices`` holds the names
of one report with what is known of each; a small trained ``Chooser`` weighs them for one event. What it weighs is the text
around a name (prepositions, "Ankara said", "Iran-backed"), how it stands to the event, and what the reader marked.
Training: ``models/place_chooser.py``.
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fogline.grounding.grounding import GroundedPlace
from fogline.grounding.ranking import Layer, as_layer
from fogline.grounding.regions import capitals_by_country, data_bytes
from fogline.grounding.span_index import SpanIndex
from fogline.reading.reading import EventMention, Reading, Role
from fogline.reading.types import TYPES, Family
from fogline.span import Span

Floats = NDArray[np.float64]

# Of a long report the names nearest to the event are weighed, and those of its head.
_NEAREST = 40

_IN = re.compile(r"\b(?:in|at|inside|across|throughout|within|on|over|outside)\s+$", re.IGNORECASE)
_NEAR = re.compile(r"\b(?:near|around|close to|next to|of|off)\s+$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|leaving|left|out of|via|through)\s+$", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|into|towards?|reach(?:ed|ing)?|enter(?:ed|ing)?|on)\s+$", re.IGNORECASE)
_OF = re.compile(r"\bof\s+$", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with|by|against|between|for|and|or)\s+$", re.IGNORECASE)
# What may stand between preposition and name.
_FILLER = re.compile(
    r"(?:\b(?:the|a|an|downtown|central|rural|greater|nearby|besieged|strategic|war-torn|(?:north|south)?-?(?:north|south|east|west)(?:ern)?|city|"
    r"town|village|district|province|region|area|outskirts|suburbs?|countryside|edges?|neighbou?rhood|governorate|department|capital|camp|"
    r"(?:city|town|village|suburb|province|outskirts|region|district) of)\s+)+$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\s+(?:(?:also|later|has|have|had|would|will|could|may)\s+)?(?:said|says|say|accuse[sd]?|den(?:y|ies|ied)|warn(?:s|ed)?|claim(?:s|ed)?|want(?:s|ed)?|"
    r"insist(?:s|ed)?|call(?:s|ed)?|sa(?:w|id)|demand(?:s|ed)?|reject(?:s|ed)?|support(?:s|ed)?|back(?:s|ed)?|launch(?:ed|es)?|announce[sd]?|agree[sd]?|"
    r"oppose[sd]?|regard(?:s|ed)?|view(?:s|ed)?|sent|sends?|threaten(?:s|ed)?|urge[sd]?|been|is|was|has|have|had|would|will|could)\b",
    re.IGNORECASE,
)
_NEXT_NAME = re.compile(r"[ -](?!In\b|On\b|The\b)[A-Z][\w-]+")

FAMILIES = tuple(Family)
_TYPES = tuple(TYPES)
_MODALITIES = ("actual", "planned", "possible", "negated")
STATIC_NAMES = (
    "country", "first-level division", "lower division", "town", "region or water", "site", "not in the gazetteer", "adjective",
    "after in or at", "after near", "after from", "after to", "after of", "after with or by", "no preposition", "possessive", "hyphen after it",
    "a verb of doing after it", "another name right after it", "capital without a preposition", "in an actor", "in a speaker", "mentions",
    "its country's share", "in the main country", "in the headline", "in the dateline", "in the first sentences", "in a caption",
    "share of the places marked", "precision", "container after a comma", "first mention",
)  # fmt: skip
EVENT_NAMES = (
    "in the quotation", "same sentence", "one sentence before", "two before", "three to five before", "further before", "one after", "further after",
    "distance to the trigger", "before the trigger", "nearest in the sentence", "nearest in the sentence with a preposition", "last one before",
    "last one before with a preposition", "holds another of the sentence", "marked by the reader", "marked by the reader, how surely",
    "another is marked", "a description is marked", "what the description can mean", "marked for the event before", "marked for the event after",
    "marked for another event of the sentence", "same paragraph", "same paragraph, marked for another event", "a cue between",
)  # fmt: skip
OTHER_NAMES = (
    "none", "country only", "description", "main country's share", "description with a known meaning", "description, how surely", "no place in the sentence",
    "no place in the sentence with a preposition", "nothing marked", "places named",
    *(f"none: {t}" for t in _TYPES), *(f"none: {m}" for m in _MODALITIES), *(f"country only: {f}" for f in FAMILIES),
)  # fmt: skip
KIND_NAMES = (
    *(f"event: {f}" for f in FAMILIES),
    *(f"event: {m}" for m in _MODALITIES),
    "event: speech act",
    "event: somebody says it",
)
FEATURES = (*STATIC_NAMES, *EVENT_NAMES, *OTHER_NAMES, *KIND_NAMES)
_S, _E, _O = len(STATIC_NAMES), len(EVENT_NAMES), len(OTHER_NAMES)
_SPEECH = frozenset({"accuse", "reject", "request", "sanction", "support", "concede", "threaten"})


def stands_after(text: str, start: int) -> str:
    """Return what the words before a name make of it: ``in``, ``near``, ``from``, ``to``, ``of``, ``with`` or nothing."""
    before = text[max(0, start - 70) : start]
    bare = _FILLER.sub("", before)
    for kind, pattern in (("in", _IN), ("from", _FROM), ("to", _TO), ("near", _NEAR), ("with", _WITH)):
        if pattern.search(bare):
            return "of" if kind == "near" and _OF.search(bare) else kind
    return ""


Key = tuple[str, str | None]


def key_of(place: GroundedPlace) -> Key:
    """Return what makes two mentions one place."""
    return place.name.casefold(), place.country


@dataclass(frozen=True, slots=True)
class Choice:
    """What an event's place may be: a name's ``span``, or one of ``none``, ``country`` and ``description``."""

    kind: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What one event's place may be: choices, which of them are one place (``keys``), and their features."""

    choices: tuple[Choice, ...]
    keys: tuple[Key, ...]
    x: Floats


class Choices:
    """The place names of one report, with what does not depend on the event."""

    def __init__(
        self,
        text: str,
        reading: Reading,
        places: Mapping[Span, GroundedPlace],
        *,
        headline: Sequence[Span] = (),
        captions: Sequence[Span] = (),
        main_country: tuple[str, float, str] | None = None,
    ) -> None:
        self.text = text
        self.places = places
        self.spans = sorted(places)
        self.sentences = reading.sentences
        self.starts = np.array([s.start for s in self.spans], np.int64)
        self.ends = np.array([s.end for s in self.spans], np.int64)
        sentence_starts = np.array([s.start for s in self.sentences], np.int64)
        self._sentence_starts = sentence_starts
        self.sentence = np.searchsorted(sentence_starts, self.starts, "right") - 1
        # What is asked for place by place, as lists: a number out of an array costs five times as much.
        self._in_sentence: list[int] = self.sentence.tolist()
        self._grounded = [places[s] for s in self.spans]
        self._wide = [p.feature in ("country", "adm1") for p in self._grounded]
        self.keys = [key_of(p) for p in self._grounded]
        self.marked = {id(e): next(((a.span, a.score) for a in e.having(Role.PLACE)), None) for e in reading.events}
        self._at = {id(e): n for n, e in enumerate(reading.events)}
        # For each event the place phrase marked last before it and first behind it.
        marks = [self.marked[id(e)] for e in reading.events]
        self._marks_before = _last_of(marks)
        self._marks_after = _last_of(marks[::-1])[::-1]
        self.main_country = main_country
        self.cues = sorted(c.start for a in reading.attributions for c in a.cue)
        self.prepositions = [stands_after(text, s.start) for s in self.spans]
        self._inside_of = {m: self._inside(m[0]) for m in self.marked.values() if m}
        self._marking = sorted((e.trigger.start, id(e), m) for e in reading.events if (m := self.marked[id(e)]))
        self._marks: dict[tuple[int, int, int | None], Counter[Key]] = {}
        self._apart = bool(np.all(np.diff(self.ends) > 0) and np.all(np.diff(self.starts) > 0))
        self.static = self._static(reading, headline, captions)

    def _inside(self, span: Span) -> tuple[int, ...]:
        first, last = int(np.searchsorted(self.ends, span.start, "right")), int(np.searchsorted(self.starts, span.end))
        return tuple(range(first, last))

    def _static(self, reading: Reading, headline: Sequence[Span], captions: Sequence[Span]) -> Floats:
        text, spans = self.text, self.spans
        x = np.zeros((len(spans), _S))
        mentions = Counter(self.keys)
        countries = Counter(self.places[s].country for s in spans if self.places[s].country)
        placed = sum(countries.values()) or 1
        marks = Counter(k for m in self._inside_of.values() for k in {self.keys[n] for n in m})
        marked = sum(marks.values()) or 1
        actors = SpanIndex(a.span for e in reading.events for a in e.arguments if a.role in (Role.ACTOR, Role.TARGET))
        speakers = SpanIndex(
            [
                *(s for a in reading.attributions for s in a.source),
                *(a.span for e in reading.events for a in e.having(Role.ORIGIN)),
            ]
        )
        headlines, legends = SpanIndex(headline), SpanIndex(captions)
        capitals = capitals_by_country()
        seen: set[tuple[str, str | None]] = set()
        for n, span in enumerate(spans):
            place, row = self.places[span], x[n]
            kind = {"country": 0, "adm1": 1, "adm2": 2, "adm3": 2, "city": 3, "region": 4, "water": 4, "site": 5}.get(
                place.feature or "", 6
            )
            row[kind] = 1
            row[7] = place.adjective
            preposition = self.prepositions[n]
            row[{"in": 8, "near": 9, "from": 10, "to": 11, "of": 12, "with": 13, "": 14}[preposition]] = 1
            after = text[span.end : span.end + 30]
            row[15] = after[:2] in ("'s", "’s") or after[:1] in ("'", "’")
            row[16] = after[:1] in "-‑" and after[:1] != ""
            row[17] = bool(_SAYS.match(after))
            row[18] = bool(_NEXT_NAME.match(after))
            row[19] = preposition == "" and place.feature == "city" and place.name == capitals.get(place.country or "")
            row[20] = actors.touches(span)
            row[21] = speakers.touches(span)
            row[22] = math.log1p(mentions[self.keys[n]]) / 3
            row[23] = countries[place.country] / placed if place.country else 0
            row[24] = self.main_country is not None and place.country == self.main_country[0]
            row[25] = headlines.touches(span)
            row[26] = span.end < 60 and not row[25]
            row[27] = self.sentence[n] < 3
            row[28] = legends.touches(span)
            row[29] = marks[self.keys[n]] / marked
            row[30] = (place.precision or 7) / 7
            row[31] = n > 0 and re.fullmatch(r"\s*,\s*(?:in\s+)?(?:the\s+)?", text[spans[n - 1].end : span.start]) is not None
            row[32] = self.keys[n] not in seen
            seen.add(self.keys[n])
        return x

    def of(self, event: EventMention, refers_to: Span | None) -> Options:
        """Return what an event's place may be, with the features of each; ``refers_to`` is what a description can mean."""
        near = self._nearest(event.trigger)
        marked = self.marked.get(id(event))
        inside = set(self._inside_of[marked]) if marked else set()
        described = marked is not None and not inside
        choices = [Choice("name", self.spans[n]) for n in near]
        x = np.zeros((len(near) + 3, len(FEATURES)))
        x[: len(near), :_S] = self.static[near]
        own = int(np.searchsorted(self._sentence_starts, event.trigger.start, "right")) - 1
        if near:
            self._fill(x, near, event, own, marked, inside, described, refers_to)
        here = [n for n in near if self._in_sentence[n] == own]
        at = len(near)
        choices += [Choice("none"), Choice("country"), Choice("description", marked[0] if described and marked else None)]
        o = _S + _E
        x[at, o] = 1
        x[at, o + 6] = not here
        x[at, o + 7] = not any(self.prepositions[n] in ("in", "near", "from", "to") for n in here)
        x[at, o + 8] = marked is None
        x[at, o + 9] = math.log1p(len(self.spans)) / 4
        x[at, o + 10 + _TYPES.index(event.type)] = 1
        x[at, o + 10 + len(_TYPES) + _MODALITIES.index(str(event.modality))] = 1
        family = TYPES[event.type].family
        x[at + 1, o + 1] = 1
        x[at + 1, o + 3] = self.main_country[1] if self.main_country else 0
        x[at + 1, o + 8] = marked is None
        x[at + 1, o + 10 + len(_TYPES) + len(_MODALITIES) + FAMILIES.index(family)] = 1
        x[at + 2, o + 2] = 1
        x[at + 2, o + 4] = refers_to is not None
        x[at + 2, o + 5] = marked[1] if described and marked else 0
        k = o + _O
        x[:, k + FAMILIES.index(family)] = 1
        x[:, k + len(FAMILIES) + _MODALITIES.index(str(event.modality))] = 1
        x[:, k + len(FAMILIES) + 4] = event.type in _SPEECH
        x[:, k + len(FAMILIES) + 5] = event.attributed
        keep = [*range(at + 1)]
        keep += [at + 1] if self.main_country else []
        keep += [at + 2] if described else []
        kept = tuple(choices[n] for n in keep)
        keys = tuple(self._key(c, refers_to) for c in kept)
        return Options(kept, keys, x[keep])

    def _key(self, choice: Choice, refers_to: Span | None) -> Key:
        if choice.kind == "name" and choice.span is not None:
            return key_of(self.places[choice.span])
        if choice.kind == "country" and self.main_country:
            return self.main_country[2].casefold(), self.main_country[0]
        if choice.kind == "description" and refers_to is not None:
            return key_of(self.places[refers_to])
        return choice.kind, None

    def _nearest(self, trigger: Span) -> list[int]:
        if len(self.spans) <= _NEAREST + 10:
            return list(range(len(self.spans)))
        first, last = 0, len(self.spans)
        if self._apart:  # then the nearest are the next to either side
            at = int(np.searchsorted(self.starts, trigger.end))
            first, last = max(0, at - _NEAREST), min(last, at + _NEAREST)
        distance = np.maximum(self.starts[first:last] - trigger.end, trigger.start - self.ends[first:last])
        return sorted({*range(10), *(first + np.argsort(distance, kind="stable")[:_NEAREST]).tolist()})

    def _keys_marked(self, start: int, end: int, sentence: int | None = None) -> Counter[Key]:
        """Return how many events between two offsets (of one sentence) have each place inside the phrase marked for them."""
        found = self._marks.get((start, end, sentence))
        if found is None:
            found = Counter()
            first, stop = start + 1, end
            if sentence is not None:  # a page without a line break is one paragraph of a thousand sentences
                starts = self._sentence_starts
                first = max(first, int(starts[sentence])) if sentence >= 0 else first
                stop = min(stop, int(starts[sentence + 1])) if sentence + 1 < len(starts) else stop
            n = bisect_left(self._marking, (first,))
            while n < len(self._marking) and self._marking[n][0] < stop:
                found.update({self.keys[m] for m in self._inside_of[self._marking[n][2]]})
                n += 1
            self._marks[start, end, sentence] = found
        return found

    def _fill(
        self, x: Floats, near: list[int], event: EventMention, own: int, marked: tuple[Span, float] | None, inside: set[int],
        described: bool, refers_to: Span | None,
    ) -> None:  # fmt: skip
        trigger, quote = event.trigger, event.quote
        sentence, grounded = self._in_sentence, self._grounded
        nouns = [n for n in near if not grounded[n].adjective]
        placed = {n for n in nouns if self.prepositions[n] in ("in", "near", "from", "to")}
        here = [n for n in nouns if sentence[n] == own]
        starts, ends = self.starts[near], self.ends[near]
        apart = np.maximum(0, np.maximum(starts - trigger.end, trigger.start - ends))
        distance = dict(zip(near, apart.tolist(), strict=True))
        beside = min(here, key=distance.__getitem__, default=-1)
        beside_placed = min((n for n in here if n in placed), key=distance.__getitem__, default=-1)
        last = max((n for n in nouns if sentence[n] < own), default=-1)
        last_placed = max((n for n in placed if sentence[n] < own), default=-1)
        before, after = self._marks_before[self._at[id(event)]], self._marks_after[self._at[id(event)]]
        keys_before = {self.keys[n] for n in self._inside_of.get(before, ())} if before else set()
        keys_after = {self.keys[n] for n in self._inside_of.get(after, ())} if after else set()
        start, end = self.text.rfind("\n", 0, trigger.start), self.text.find("\n", trigger.end)
        end = len(self.text) if end < 0 else end
        # Of other events: this one's own mark is taken off.
        mine = {self.keys[n] for n in inside}
        paragraph_marks, beside_marks = self._keys_marked(start, end), self._keys_marked(start, end, own)
        rows = x[: len(near), _S:]
        rows[:, 0] = (starts < quote.end) & (ends > quote.start)
        rows[:, 8] = np.log1p(apart) / 8
        rows[:, 9] = (starts < trigger.start) | ((starts == trigger.start) & (ends < trigger.end))
        rows[:, 23] = (start < starts) & (starts < end)
        for n, row in zip(near, rows, strict=True):
            d = sentence[n] - own
            row[
                1
                + (0 if d == 0 else 1 if d == -1 else 2 if d == -2 else 3 if -5 <= d < 0 else 4 if d < 0 else 5 if d == 1 else 6)
            ] = 1
            row[10], row[11] = n == beside, n == beside_placed
            row[12], row[13] = n == last, n == last_placed
            place = grounded[n]
            row[14] = self._wide[n] and any(
                m != n and grounded[m].country == place.country and (grounded[m].precision or 9) < (place.precision or 9)
                for m in here
            )
            row[15] = n in inside
            row[16] = marked[1] if marked and n in inside else 0
            row[17] = bool(inside) and n not in inside
            row[18] = described
            row[19] = refers_to == self.spans[n]
            row[20], row[21] = self.keys[n] in keys_before, self.keys[n] in keys_after
            row[22] = beside_marks[self.keys[n]] > (self.keys[n] in mine)
            row[24] = paragraph_marks[self.keys[n]] > (self.keys[n] in mine)
            if d == 0:
                low, high = min(trigger.end, self.spans[n].end), max(trigger.start, self.spans[n].start)
                row[25] = bisect_left(self.cues, low) < bisect_left(self.cues, high)


def _last_of(marks: Sequence[tuple[Span, float] | None]) -> list[tuple[Span, float] | None]:
    """Return for each event the mark of the last event before it that has one."""
    out: list[tuple[Span, float] | None] = []
    last: tuple[Span, float] | None = None
    for mark in marks:
        out.append(last)
        last = mark or last
    return out


def by_place(options: Options, shares: Floats) -> dict[Key, float]:
    """Return the shares of one event's choices added up by place: ten mentions of a town are one town."""
    out: dict[Key, float] = {}
    for key, share in zip(options.keys, shares.tolist(), strict=True):
        out[key] = out.get(key, 0.0) + share
    return out


@dataclass(frozen=True, slots=True)
class Chooser:
    """The trained weights. A second look in the light of what the report's other events chose was tried and gained nothing."""

    layer: Layer

    def shares(self, options: Options) -> Floats:
        """Return how the weight of one event's choices is shared out among them."""
        scores = self.layer.score(options.x)
        e = np.exp(scores - scores.max())
        shares: Floats = e / e.sum()
        return shares


def best(options: Options, shares: Floats) -> tuple[int, float]:
    """Return the likeliest mention of the likeliest place, with the share of that place."""
    mass = by_place(options, shares)
    key = max(mass, key=lambda k: (mass[k], str(k)))
    return max((n for n, k in enumerate(options.keys) if k == key), key=lambda n: (shares[n], -n)), mass[key]


@cache
def trained() -> Chooser:
    stored: dict[str, Any] = json.loads(data_bytes("choice.json"))
    if tuple(stored["features"]) != FEATURES:
        raise ValueError("data/places/choice.json was trained for other features; run python -m fogline.models.place_chooser.")
    return Chooser(as_layer(stored["weights"]))
