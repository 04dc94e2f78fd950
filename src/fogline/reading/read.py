"""Reads a report: runs the encoder over its text and gathers what the heads found."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

import numpy as np

from fogline.intake.language import READABLE_LANGUAGES
from fogline.intake.report import PartKind, Report
from fogline.issue import Issue, Severity
from fogline.reading.attribution import attributions_in
from fogline.reading.decode import Floats, runs
from fogline.reading.encoded import EncodedWindow, encode, stream_words
from fogline.reading.encoder import Encoder
from fogline.reading.event import events_in
from fogline.reading.labels import FILLERS, INCIDENTS, PLOVER
from fogline.reading.reading import Attribution, EventMention, Filler, Reading, Toponym
from fogline.reading.relevance import Relevance
from fogline.reading.segment import sentences
from fogline.span import Span

# A mention of a place needs this much probability; chosen on the held-back
# articles of the place corpora, 2026-11.
TOPONYM_THRESHOLD = 0.4
# Low: what fills a template is chosen later, among all candidates of a report
# (``claims/fillers.py``). With 0.25 the choice missed fillers: on the kept-back
# half of MUC-4's development messages F1 by message was .36 instead of .41.
FILLER_THRESHOLD = 0.1


def read(report: Report, encoder: Encoder, relevance: Relevance | None = None) -> Reading:
    """Return what a report says: attributions, events and states, place names.

    Furniture is not read. Captions are read apart from the body, so that no
    actor or speaker of a caption's older story is lent to today's. A text in
    a language that the encoder does not know is returned unread, with an
    issue that says so.

    With ``relevance`` only what may hold claims is read: a report that has
    nothing to do with conflict costs the encoder nothing, and comes back
    empty, with an issue that says so.
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
    fillers: list[Filler] = []
    windows: list[EncodedWindow] = []
    prepared = []
    for stream in streams(report):
        stream_sentences = tuple(s.shifted(part.start) for part in stream for s in sentences(report.text[part.start : part.end]))
        all_sentences.extend(stream_sentences)
        prepared.append(stream_words(report.text, stream, stream_sentences, encoder))
    if relevance is not None and any(map(len, prepared)) and not any(relevance.relevant(w, report.text) for w in prepared):
        return Reading(report.id, relevance.name, issues=(not_relevant(report),))
    if report.text.strip() and not any(map(len, prepared)):
        message = "All of the text was taken for menus, captions' credits and the like, or it holds no word; nothing was read."
        issue = Issue("nothing-to-read", message, "reading", Severity.WARNING, report_id=report.id)
        return Reading(report.id, encoder.name, issues=(issue,))
    for words in prepared:
        encoded = encode(report.text, words, encoder)
        windows.extend(encoded)
        attributions.extend(attributions_in(encoded, encoder))
        events.extend(events_in(encoded, encoder))
        toponyms.extend(toponyms_in(encoded))
        fillers.extend(fillers_in(encoded))
    return Reading(
        report_id=report.id,
        model=encoder.name,
        sentences=tuple(sorted(all_sentences)),
        attributions=tuple(sorted(attributions, key=lambda a: (a.cue or a.content or a.source)[0])),
        events=tuple(sorted(events, key=lambda e: (e.trigger, e.type))),
        toponyms=tuple(sorted(toponyms, key=lambda t: t.span)),
        plover=_likeliest(PLOVER, [w.plover for w in windows]),
        incidents=_likeliest(INCIDENTS, [w.incidents for w in windows]),
        fillers=tuple(sorted(fillers, key=lambda f: (f.span, f.slot))),
    )


def not_relevant(report: Report) -> Issue:
    """Return what is said of a report that the relevance gate passed over."""
    message = (
        "Nothing in the text looks like news of conflict; it is kept, not read for claims. To have it read: FOGLINE_GATE=off."
    )
    return Issue("not-relevant", message, "reading", Severity.NOTE, report_id=report.id)


def _likeliest(names: Sequence[str], of_windows: Sequence[Floats]) -> tuple[tuple[str, float], ...]:
    """Return each name with its highest probability in any window, likeliest first."""
    if not of_windows:
        return tuple((name, 0.0) for name in names)
    best = np.max(of_windows, axis=0)
    return tuple((names[i], round(float(best[i]), 4)) for i in sorted(range(len(names)), key=lambda i: -best[i]))


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
        tagged = runs(window.of_tag("toponym"), TOPONYM_THRESHOLD)
        taken = {n for begin, end, _ in tagged for n in range(begin, end)}
        for begin, end, score in tagged:
            span = named(window.text, window.span(*hyphenated(window, begin, end, taken)))
            if window.in_core(begin) and span is not None:
                found.append(Toponym(span, round(score, 4)))
    return found


def hyphenated(window: EncodedWindow, begin: int, end: int, taken: Set[int]) -> tuple[int, int]:
    """Return a place name with what a hyphen ties to it ("Centre-Nord"); "US-Turkey" are two, each tagged by itself."""

    def tied(hyphen: int, other: int) -> bool:
        strings = window.strings
        if not (min(hyphen, other) >= 0 and max(hyphen, other) < len(strings)) or other in taken or strings[hyphen] != "-":
            return False
        between = window.gap(min(hyphen, other)) + window.gap(hyphen - 1 if other > hyphen else hyphen)
        return not between and strings[other][:1].isupper() and not strings[other].isupper()

    while tied(begin - 1, begin - 2):
        begin -= 2
    while tied(end, end + 1):
        end += 2
    return begin, end


def fillers_in(encoded: Sequence[EncodedWindow]) -> list[Filler]:
    out = []
    for window in encoded:
        for slot in FILLERS:
            for begin, end, score in runs(window.of_tag(slot), FILLER_THRESHOLD):
                if window.in_core(begin):
                    kinds = window.filler_incidents[begin:end].mean(0)
                    likely = tuple((name, round(float(p), 4)) for name, p in zip(INCIDENTS, kinds, strict=True))
                    out.append(Filler(slot, window.span(begin, end), round(score, 4), likely))
    return out


# Days and months are written like names; in capitals the tagger takes one
# for a place now and then.
_DAY_OR_MONTH = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december",
    re.IGNORECASE,
)


def named(text: str, span: Span) -> Span | None:
    """Return a place name without the small words at its ends ("of Hajin"), or None if it holds no name at all."""
    words = [m for m in re.finditer(r"\S+", span.of(text))]
    while words and _no_name(words[0].group()):
        words.pop(0)
    while words and _no_name(words[-1].group()):
        words.pop()
    if not words:
        return None
    # The tagger's last word may be a comma, or the whole find a dash; a full
    # stop belongs to the name ("Ky.", "U.S.").
    name = re.search(r"\w.*[\w.]|\w", span.of(text)[words[0].start() : words[-1].end()], re.DOTALL)
    start = span.start + words[0].start()
    return Span(start + name.start(), start + name.end()) if name and re.search(r"[^\W\d_]", name.group()) else None


def _no_name(word: str) -> bool:
    return word.islower() or _DAY_OR_MONTH.fullmatch(word.strip(".,;:'\"()")) is not None
