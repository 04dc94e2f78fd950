"""Reads a report: runs the encoder over its text and gathers what the heads found."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import numpy as np

from fogline.intake.language import READABLE_LANGUAGES
from fogline.intake.report import PartKind, Report
from fogline.issue import Issue, Severity
from fogline.reading.attribution import attributions_in, joined_quotations
from fogline.reading.decode import Floats, runs, runs_by_row
from fogline.reading.encoded import EncodedWindow, encode, stream_words
from fogline.reading.encoder import Encoder
from fogline.reading.event import Scored, events_in, mentions_in
from fogline.reading.labels import FILLERS, INCIDENTS, PLOVER
from fogline.reading.mention import SMALL_WORDS
from fogline.reading.reading import Attribution, Filler, Reading, Toponym
from fogline.reading.relevance import Relevance
from fogline.reading.segment import Words, sentences, windows
from fogline.span import Span

_T = TypeVar("_T")

# A mention of a place needs this much probability; chosen on the held-back
# articles of the place corpora, 2026-11.
TOPONYM_THRESHOLD = 0.4
# Low: what fills a template is chosen later, among all candidates of a report
# (``claims/fillers.py``). With 0.25 the choice missed fillers: on the kept-back
# half of MUC-4's development messages F1 by message was .36 instead of .41.
FILLER_THRESHOLD = 0.1
_FILLER_THRESHOLDS = np.full(len(FILLERS), FILLER_THRESHOLD, np.float32)


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
    all_sentences: list[Span] = []
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
    said = _said(report.text, prepared, encoder)
    everything = [window for of_stream in said for window in of_stream]
    events = [
        event
        for words, of_stream in zip(prepared, said, strict=True)
        for event in events_in([m for window in of_stream for m in window.mentions], len(words), encoder)
    ]
    attributions = joined_quotations([a for window in everything for a in window.attributions], report.text)
    toponyms = [t for window in everything for t in window.words.toponyms]
    fillers = [f for window in everything for f in window.words.fillers]
    return Reading(
        report_id=report.id,
        model=encoder.name,
        sentences=tuple(sorted(all_sentences)),
        attributions=tuple(sorted(attributions, key=lambda a: _place((a.cue or a.content or a.source)[0]))),
        events=tuple(sorted(events, key=lambda e: (*_place(e.trigger), e.type))),
        toponyms=tuple(sorted(toponyms, key=lambda t: _place(t.span))),
        plover=_likeliest(PLOVER, [w.words.plover for w in everything]),
        incidents=_likeliest(INCIDENTS, [w.words.incidents for w in everything]),
        fillers=tuple(sorted(fillers, key=lambda f: (*_place(f.span), f.slot))),
    )


@dataclass(frozen=True)
class _Said:
    """What one window of a text says."""

    attributions: list[Attribution]
    mentions: list[Scored]
    words: _OfWords


@dataclass(frozen=True)
class _OfWords:
    """What the words of a window say on their own, and the window as a whole."""

    toponyms: list[Toponym]
    fillers: list[Filler]
    plover: Floats
    incidents: Floats


def _said(text: str, streams: Sequence[Words], encoder: Encoder) -> list[list[_Said]]:
    """Return what the windows of each stream say.

    Each core takes a window, or a question about one, as soon as it is free.
    Windows know nothing of one another, so that nothing is read differently
    for it, and no more of them are kept than are worked on.
    """
    cut = [(n, words, window) for n, words in enumerate(streams) for window in windows(words)]
    out: list[list[_Said]] = [[] for _ in streams]
    with ExitStack() as stack:
        pool = stack.enter_context(ThreadPoolExecutor(encoder.threads)) if encoder.threads > 1 and len(cut) > 1 else None
        encoded = _in_turn((partial(encode, text, words, window, encoder) for _, words, window in cut), pool, encoder.threads)
        questions = (
            question
            for window in encoded
            for question in (
                partial(attributions_in, window, encoder),
                partial(mentions_in, window, encoder),
                partial(_of_words, window),
            )
        )
        answers: Iterator[Any] = _in_turn(questions, pool, 3 * encoder.threads)
        for n, _, _ in cut:
            out[n].append(_Said(next(answers), next(answers), next(answers)))
    return out


def _in_turn(work: Iterable[Callable[[], _T]], pool: ThreadPoolExecutor | None, most: int) -> Iterator[_T]:
    """Yield the results of some work in its order; with a pool, up to ``most`` pieces of it are done beforehand."""
    if pool is None:
        yield from (piece() for piece in work)
        return
    under_way: deque[Future[_T]] = deque()
    for piece in work:
        under_way.append(pool.submit(piece))
        if len(under_way) > most:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


def _of_words(window: EncodedWindow) -> _OfWords:
    return _OfWords(toponyms_in(window), fillers_in(window), window.plover, window.incidents)


def _place(span: Span) -> tuple[int, int]:
    """Return what spans are ordered by; two numbers are compared faster than two spans."""
    return span.start, span.end


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


def toponyms_in(window: EncodedWindow) -> list[Toponym]:
    found = []
    tagged = runs(window.of_tag("toponym"), TOPONYM_THRESHOLD)
    taken = {n for begin, end, _ in tagged for n in range(begin, end)}
    for begin, end, score in tagged:
        if not window.in_core(begin):
            continue
        for stretch in window.spans(*hyphenated(window, begin, end, taken)):
            if (span := named(window.text, stretch, in_small_letters=window.in_small_letters)) is not None:
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


def fillers_in(window: EncodedWindow) -> list[Filler]:
    out: list[Filler] = []
    for slot, found in zip(FILLERS, runs_by_row(*window.of_tags(FILLERS), _FILLER_THRESHOLDS), strict=True):
        for begin, end, score in found:
            if window.in_core(begin):
                kinds = (np.add.reduce(window.filler_incidents[begin:end]) / (end - begin)).tolist()
                likely = tuple([(name, round(p, 4)) for name, p in zip(INCIDENTS, kinds, strict=True)])
                out.extend(Filler(slot, span, round(score, 4), likely) for span in window.spans(begin, end))
    return out


# Days and months are written like names; in capitals the tagger takes one
# for a place now and then.
_DAY_OR_MONTH = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december",
    re.IGNORECASE,
)


def named(text: str, span: Span, *, in_small_letters: bool = False) -> Span | None:
    """Return a place name without the small words at its ends ("of Hajin"), or None if it holds no name at all.

    Where everything is ``in_small_letters`` only words that are part of no name go: articles, prepositions, "village".
    """
    no_name = _in_no_name if in_small_letters else _no_name
    words = [m for m in re.finditer(r"\S+", span.of(text))]
    while words and no_name(words[0].group()):
        words.pop(0)
    while words and no_name(words[-1].group()):
        words.pop()
    if not words:
        return None
    # The tagger's last word may be a comma, or the whole find a dash; a full
    # stop belongs to the name ("Ky.", "U.S.").
    name = re.search(r"\w.*[\w.]|\w", span.of(text)[words[0].start() : words[-1].end()], re.DOTALL)
    start = span.start + words[0].start()
    return Span(start + name.start(), start + name.end()) if name and re.search(r"[^\W\d_]", name.group()) else None


def _in_no_name(word: str) -> bool:
    return word in SMALL_WORDS or _DAY_OR_MONTH.fullmatch(word.strip(".,;:'\"()")) is not None


def _no_name(word: str) -> bool:
    return word.islower() or _DAY_OR_MONTH.fullmatch(word.strip(".,;:'\"()")) is not None
