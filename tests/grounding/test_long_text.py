"""A long text costs what its parts cost: names and events are looked up near each other, not each against each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_report
from fogline.grounding.actor import ActorResolver
from fogline.grounding.coreference import References
from fogline.grounding.eventplace import event_places
from fogline.grounding.gazetteer import open_gazetteer
from fogline.grounding.grounding import GroundedActor
from fogline.grounding.place import resolve_toponyms
from fogline.grounding.registry import load_registry
from fogline.grounding.report_context import report_context
from fogline.grounding.span_index import SpanIndex
from fogline.reading.reading import Argument, EventMention, Modality, Reading, Role
from fogline.reading.segment import sentences
from fogline.span import Span

spans = st.tuples(st.integers(0, 60), st.integers(1, 25)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.lists(spans), spans)
def test_index_finds_what_a_look_at_every_span_finds(kept: list[Span], asked: Span) -> None:
    index = SpanIndex(kept)
    expected = sorted(s for s in kept if s.overlap(asked))
    assert index.overlapping(asked) == expected
    assert index.touches(asked) == bool(expected)
    assert index.first(asked) == (expected[0] if expected else None)


def comparisons(paragraphs: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how often two spans are compared while the events of a text of so many paragraphs are placed."""
    paragraph = "Shells fell on Hajin overnight and two homes burnt. The town has no clinic.\n"
    text = paragraph * paragraphs
    starts = [n * len(paragraph) for n in range(paragraphs)]
    at, there = paragraph.index("Hajin"), paragraph.index("The town")
    places = resolve_toponyms(text, [Span(s + at, s + at + 5) for s in starts], open_gazetteer())
    full = paragraph.index(".") + 1
    events, sentences = [], []
    for s in starts:
        sentences += [Span(s, s + full), Span(s + full + 1, s + len(paragraph) - 1)]
        for trigger, place in (
            (Span(s, s + 6), Span(s + at, s + at + 5)),
            (Span(s + there + 9, s + there + 12), Span(s + there, s + there + 8)),
        ):
            events.append(EventMention(trigger, trigger, "shelling", Modality.ACTUAL, (Argument(Role.PLACE, place, 0.9),)))
    report = a_report(text)
    counted = 0
    plain = Span.overlap

    def overlap(self: Span, other: Span) -> int:
        nonlocal counted
        counted += 1
        return plain(self, other)

    with monkeypatch.context() as patched:
        patched.setattr(Span, "overlap", overlap)
        found = event_places(report, Reading(report.id, "stub", tuple(sentences), events=tuple(events)), places)
    assert len(found) == 2 * paragraphs
    return counted


def test_placing_twice_as_many_events_compares_about_twice_as_many_spans(monkeypatch: pytest.MonkeyPatch) -> None:
    once, twice = comparisons(60, monkeypatch), comparisons(120, monkeypatch)
    assert 0 < twice < 2.2 * once


def lookups(paragraphs: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how often words are looked up while a text says "the president" and "General Byrne" so many times."""
    paragraph = "The Ugandan president sent 400 men to Juba. The president denied it. General Byrne left. "
    text = paragraph * paragraphs
    mentions = {}
    for n in range(paragraphs):
        for words in ("The president", "General Byrne"):
            at = n * len(paragraph) + paragraph.index(words)
            mentions[Span(at, at + len(words))] = Role.ACTOR
    counted = 0
    plain = ActorResolver.resolve

    def resolve(self: ActorResolver, *given: object, **named: object) -> GroundedActor:
        nonlocal counted
        counted += 1
        return plain(self, *given, **named)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(ActorResolver, "resolve", resolve)
        resolver, context = ActorResolver(load_registry()), report_context(text, None, {"SS": 5})
        assert len(References(text, mentions, sentences(text), resolver, context).resolved()) == len(mentions)
    return counted


def test_name_that_stands_a_thousand_times_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert lookups(80, monkeypatch) <= 2.5 * lookups(40, monkeypatch)
