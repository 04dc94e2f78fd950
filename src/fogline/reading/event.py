"""Event and state mentions: a trigger, and what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from fogline.reading.decode import bridged, grown, runs, softmax
from fogline.reading.encoded import EncodedWindow
from fogline.reading.encoder import Encoder
from fogline.reading.labels import COUNTS, MODALITIES, ROLES, TYPES, VERIFICATIONS
from fogline.reading.reading import Argument, EventMention, Modality, Role
from fogline.reading.segment import distance_buckets
from fogline.span import Span

# Chosen on the held-back claims articles, 2026-11: where detection F1 and
# the F1 of each role are highest.
TRIGGER_THRESHOLD = 0.38
ROLE_THRESHOLDS = {
    Role.QUOTE: 0.5,
    Role.ACTOR: 0.4,
    Role.TARGET: 0.4,
    Role.PLACE: 0.35,
    Role.TIME: 0.4,
    Role.COUNT: 0.45,
    Role.ORIGIN: 0.35,
    Role.HEDGE: 0.4,
    Role.MEDIUM: 0.4,
    Role.EVIDENCE: 0.4,
}
# A mention's outer words may fall short of its threshold by this factor.
GROWTH = 0.5
# Where a role stays empty, the likeliest mention is taken from this mark on:
# a claim without a doer is rare, one whose doer is uncertain is not.
QUOTE_GROWTH = 0.3
SAME_WORDS = 0.5  # share of their joint extent at which two quotes are one
LAST_RESORT = {Role.ACTOR: 0.15, Role.ORIGIN: 0.12, Role.PLACE: 0.2}
NAMED = frozenset({Role.ACTOR, Role.TARGET, Role.ORIGIN, Role.PLACE})
SINGLE = frozenset({Role.QUOTE, Role.PLACE, Role.TIME, Role.HEDGE, Role.MEDIUM})

# Triggers of one window that go through the heads together; bounds memory on
# texts that are one list of battles.
MOST_AT_ONCE = 32

Floats = NDArray[np.float32]


def events_in(encoded: Sequence[EncodedWindow], encoder: Encoder) -> list[EventMention]:
    """Return the event and state mentions of a text."""
    out: list[EventMention] = []
    for window in encoded:
        found = [r for r in runs(window.of_tag("trigger"), TRIGGER_THRESHOLD) if window.in_core(r[0])]
        for at in range(0, len(found), MOST_AT_ONCE):
            out.extend(_events(window, found[at : at + MOST_AT_ONCE], encoder))
    return _told_once(out)


def _told_once(events: list[EventMention]) -> list[EventMention]:
    """Drop the weaker of two mentions of one type that rest on much the same words: one claim, two triggers."""
    kept: list[EventMention] = []
    for event in sorted(events, key=lambda e: -e.score):
        if not any(
            event.type == other.type and event.quote.overlap(other.quote) >= SAME_WORDS * len(event.quote.cover(other.quote))
            for other in kept
        ):
            kept.append(event)
    return kept


def _events(window: EncodedWindow, found: list[tuple[int, int, float]], encoder: Encoder) -> list[EventMention]:
    count = len(window.vectors)
    buckets = [distance_buckets(begin, count, window.sentence) for begin, _, _ in found]
    trigger = np.stack([window.vectors[begin:end].mean(0) for begin, end, _ in found])
    scores, event = encoder.roles(window.vectors, trigger, np.stack([b[0] for b in buckets]), np.stack([b[1] for b in buckets]))
    roles = softmax(scores[..., : 3 * len(ROLES)].reshape(len(found), count, len(ROLES), 3))
    counted = softmax(scores[..., 3 * len(ROLES) :])
    labels, at = [], 0
    for names in (TYPES, MODALITIES, VERIFICATIONS, ("no", "yes")):
        labels.append(softmax(event[:, at : at + len(names)]))
        at += len(names)
    types, modalities, verifications, attributed = labels
    out = []
    for k, (begin, end, score) in enumerate(found):
        verification = VERIFICATIONS[int(verifications[k].argmax())]
        out.append(
            EventMention(
                trigger=window.span(begin, end),
                quote=quote_around(window, roles[k, :, ROLES.index("quote")], begin, end),
                type=TYPES[int(types[k].argmax())],
                modality=Modality(MODALITIES[int(modalities[k].argmax())]),
                arguments=tuple(_arguments(window, roles[k], counted[k], begin)),
                score=round(score, 4),
                verification=None if verification == "none" else verification,
                attributed=round(float(attributed[k, 1]), 4),
            )
        )
    return out


def quote_around(window: EncodedWindow, probability: Floats, begin: int, end: int) -> Span:
    """Return the stretch around the trigger that carries the claim; its sentence if the head is silent."""
    found = bridged(grown(runs(probability, ROLE_THRESHOLDS[Role.QUOTE]), probability, QUOTE_GROWTH), 2)
    holding = [r for r in found if r[0] < end and begin < r[1]]
    if holding:
        first, last = min(holding[0][0], begin), max(holding[-1][1], end)
    else:
        same = np.flatnonzero(window.sentence == window.sentence[begin])
        first, last = int(min(same[0], begin)), int(max(same[-1] + 1, end))
    # A claim is one sentence's: a quote that runs on is cut at its end.
    same = np.flatnonzero(window.sentence == window.sentence[begin])
    first, last = max(first, int(same[0])), min(last, int(same[-1]) + 1)
    first, last = _without_outer_punctuation(window, first, last)
    return window.span(min(first, begin), max(last, end))


def _without_outer_punctuation(window: EncodedWindow, begin: int, end: int) -> tuple[int, int]:
    def mark(word: int) -> bool:
        return not any(c.isalnum() or c in "$€£" for c in window.span(word, word + 1).of(window.text))

    while end - begin > 1 and mark(end - 1):
        end -= 1
    while end - begin > 1 and mark(begin):
        begin += 1
    return begin, end


_NO_NAME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?|The|A|An|In|On|At|But|And|He|She|It|They|We|I|This|That|As|For|By|From"
)


# Words after which a name that follows still belongs to the phrase.
_LEADS = frozenset(
    [
        "of",
        "the",
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "village",
        "town",
        "city",
        "province",
        "district",
    ]
)
_NEVER_LAST = frozenset(
    [
        "and",
        "or",
        "of",
        "who",
        "whom",
        "that",
        "which",
        "to",
        "in",
        "at",
        "on",
        "by",
        "for",
        "with",
        "from",
        "the",
        "a",
        "an",
        "as",
        "were",
        "was",
        "have",
        "had",
    ]
)
_NEVER_FIRST = frozenset(["and", "or", "of", "who", "whom", "that", "which", "by", "as"])
# A mention of nothing but these is a slip of the tagger.
_EMPTY = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "at",
        "on",
        "near",
        "to",
        "from",
        "by",
        "and",
        "or",
        "its",
        "their",
        "his",
        "her",
        "with",
        "as",
        "for",
        "that",
        "this",
        "held",
        "led",
        "backed",
    ]
)


def _whole_names(window: EncodedWindow, begin: int, end: int) -> tuple[int, int]:
    """Return a mention that does not stop in the middle of a capitalised name ("the United" | "States").

    Not in capitals-only text, where capitals say nothing.
    """
    text = window.text
    if window.span(max(0, begin - 8), min(len(window.vectors), end + 8)).of(text).isupper():
        return begin, end

    def word(n: int) -> str:
        return window.span(n, n + 1).of(text)

    def joined(left: int) -> bool:
        """Return whether words ``left`` and ``left + 1`` are capitalised neighbours with nothing but a blank between."""
        one, other = word(left), word(left + 1)
        gap = text[window.span(left, left + 1).end : window.span(left + 1, left + 2).start]
        named = other[0].isupper() and not _NO_NAME.fullmatch(other)
        leads = one in _LEADS or (one[0].isupper() and len(one) > 1 and not _NO_NAME.fullmatch(one))
        return gap == " " and named and leads

    while end < len(window.vectors) and joined(end - 1):
        end += 1
    while begin > 0 and joined(begin - 1):
        begin -= 1
    return begin, end


def _without_outer_conjunctions(window: EncodedWindow, begin: int, end: int) -> tuple[int, int]:
    """Return a mention without "and" and its like at the ends: "Syrian government troops and"."""

    def small(word: int, words: frozenset[str]) -> bool:
        return window.span(word, word + 1).of(window.text).casefold() in words

    while end - begin > 1 and small(end - 1, _NEVER_LAST):
        end -= 1
    while end - begin > 1 and small(begin, _NEVER_FIRST):
        begin += 1
    return begin, end


def _unbroken(window: EncodedWindow, found: list[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Join mentions with no blank between them: "15" and "000" of "15,000", "al" and "Nusra" of "al-Nusra"."""
    out: list[tuple[int, int, float]] = []
    for begin, end, score in found:
        if out and not re.search(r"\s", window.text[window.span(out[-1][0], out[-1][1]).end : window.span(begin, end).start]):
            out[-1] = (out[-1][0], end, max(out[-1][2], score))
        else:
            out.append((begin, end, score))
    return out


def _arguments(window: EncodedWindow, roles: Floats, counted: Floats, trigger: int) -> list[Argument]:
    out: list[Argument] = []
    for index, name in enumerate(ROLES):
        role = Role(name)
        if role is Role.QUOTE:
            continue
        found = runs(roles[:, index], ROLE_THRESHOLDS[role])
        if not found and role in LAST_RESORT:
            found = [max(runs(roles[:, index], LAST_RESORT[role]), key=lambda r: r[2], default=(0, 0, 0.0))]
            found = [r for r in found if r[1] > r[0]]
        found = _unbroken(window, grown(found, roles[:, index], ROLE_THRESHOLDS[role] * GROWTH))
        if role in SINGLE and found:
            # Mass, not the mean: a long phrase found whole beats a stray word.
            found = [max(found, key=lambda r: r[2] * min(r[1] - r[0], 4))]
        for begin, end, score in found:
            begin, end = _whole_names(window, *_without_outer_punctuation(window, begin, end))
            if role in NAMED:
                begin, end = _without_outer_conjunctions(window, begin, end)
            if all(w in _EMPTY for w in re.findall(r"\w+", window.span(begin, end).of(window.text).casefold())):
                continue
            label = COUNTS[int(counted[begin:end].mean(0).argmax())] if role is Role.COUNT else None
            out.append(Argument(role, window.span(begin, end), round(score, 4), label))
    return out
