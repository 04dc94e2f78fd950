"""Reads a report: runs the encoder over its text and gathers what the heads found."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from fogline.intake.language import READABLE_LANGUAGES
from fogline.intake.report import PartKind, Report
from fogline.issue import Issue, Severity
from fogline.reading.attribution import attributions_in
from fogline.reading.decode import runs
from fogline.reading.encoded import EncodedWindow, encode
from fogline.reading.encoder import Encoder
from fogline.reading.event import events_in
from fogline.reading.labels import PLOVER
from fogline.reading.reading import Attribution, EventMention, Reading, Toponym
from fogline.reading.segment import sentences
from fogline.span import Span

# A mention of a place needs this much probability; chosen on the held-back
# articles of the place corpora, 2026-11.
TOPONYM_THRESHOLD = 0.5


def read(report: Report, encoder: Encoder) -> Reading:
    """Return what a report says: attributions, events and states, place names.

    Furniture is not read. Captions are read apart from the body, so that no
    actor or speaker of a caption's older story is lent to today's. A text in
    a language that the encoder does not know is returned unread, with an
    issue that says so.
    """
    if report.language is not None and report.language not in READABLE_LANGUAGES:
        issue = Issue(
            "unknown-language",
            f"The text is in {report.language!r}; it is kept, not read. Languages read: {', '.join(sorted(READABLE_LANGUAGES))}.",
            "reading",
            Severity.WARNING,
            report_id=report.id,
        )
        return Reading(report.id, encoder.name, issues=(issue,))
    attributions: list[Attribution] = []
    events: list[EventMention] = []
    toponyms: list[Toponym] = []
    all_sentences: list[Span] = []
    plover = np.zeros(len(PLOVER))
    for stream in streams(report):
        stream_sentences = tuple(s.shifted(part.start) for part in stream for s in sentences(report.text[part.start : part.end]))
        all_sentences.extend(stream_sentences)
        encoded, scores = encode(report.text, stream, stream_sentences, encoder)
        attributions.extend(attributions_in(encoded, encoder))
        events.extend(events_in(encoded, encoder))
        toponyms.extend(toponyms_in(encoded))
        plover = np.maximum(plover, scores)
    order = sorted(range(len(PLOVER)), key=lambda i: -plover[i])
    return Reading(
        report_id=report.id,
        model=encoder.name,
        sentences=tuple(sorted(all_sentences)),
        attributions=tuple(sorted(attributions, key=lambda a: (a.cue or a.content or a.source)[0])),
        events=tuple(sorted(events, key=lambda e: (e.trigger, e.type))),
        toponyms=tuple(sorted(toponyms, key=lambda t: t.span)),
        plover=tuple((PLOVER[i], round(float(plover[i]), 4)) for i in order),
    )


def streams(report: Report) -> tuple[tuple[Span, ...], ...]:
    """Return the stretches of text that are read together: the article, then each caption by itself."""
    if not report.parts:
        return ((Span(0, len(report.text)),),) if report.text else ()
    article = tuple(p.span for p in report.parts if p.kind not in (PartKind.FURNITURE, PartKind.CAPTION))
    captions = tuple((p.span,) for p in report.parts if p.kind is PartKind.CAPTION)
    return ((article,) if article else ()) + captions


def toponyms_in(encoded: Sequence[EncodedWindow]) -> list[Toponym]:
    found = []
    for window in encoded:
        for begin, end, score in runs(window.of_tag("toponym"), TOPONYM_THRESHOLD):
            span = named(window.text, window.span(begin, end))
            if window.in_core(begin) and span is not None:
                found.append(Toponym(span, round(score, 4)))
    return found


def named(text: str, span: Span) -> Span | None:
    """Return a place name without the small words at its ends ("of Hajin"), or None if it holds no name at all."""
    words = [m for m in re.finditer(r"\S+", span.of(text))]
    while words and words[0].group().islower():
        words.pop(0)
    while words and words[-1].group().islower():
        words.pop()
    if not words:
        return None
    # The tagger's last word may be a comma, or the whole find a dash; a full
    # stop belongs to the name ("Ky.", "U.S.").
    name = re.search(r"\w.*[\w.]|\w", span.of(text)[words[0].start() : words[-1].end()], re.DOTALL)
    start = span.start + words[0].start()
    return Span(start + name.start(), start + name.end()) if name and re.search(r"[^\W\d_]", name.group()) else None
