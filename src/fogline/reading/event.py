"""Event and state mentions: a trigger, and what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from fogline.reading.calibration import calibrated
from fogline.reading.decode import bridged, grown, runs, softmax
from fogline.reading.encoded import EncodedWindow
from fogline.reading.encoder import Encoder
from fogline.reading.labels import COUNTS, MODALITIES, ROLES, TYPES, VERIFICATIONS
from fogline.reading.mention import tidy, unbroken, without_outer_punctuation
from fogline.reading.reading import Argument, EventMention, Modality, Role
from fogline.reading.segment import CLAIM_REACH
from fogline.span import Span

# Chosen on the held-back claims articles, 2026-11: where detection F1 and
# the F1 of each role are highest.
TRIGGER_THRESHOLD = 0.16  # of a word: worth a second look
CLAIM_THRESHOLD = 0.45  # of the geometric mean of the first look and the second
# The same for texts of fewer words than this, chosen on single sentences,
# pairs and threes of the same articles: F1 .63 against .60 on single ones.
SHORT_TEXT = 100
SHORT_CLAIM_THRESHOLD = 0.38
# A short text in which nothing reaches that has its likeliest claim, from here on.
LEAST_CLAIM = 0.2
ROLE_THRESHOLDS = {
    Role.QUOTE: 0.5,
    Role.ACTOR: 0.4,
    Role.TARGET: 0.4,
    Role.PLACE: 0.35,
    Role.TIME: 0.4,
    Role.COUNT: 0.45,
    Role.ORIGIN: 0.45,
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
CELL = 500  # characters; about two quotes
LAST_RESORT = {Role.ACTOR: 0.3, Role.ORIGIN: 0.12, Role.PLACE: 0.2}
NAMED = frozenset({Role.ACTOR, Role.TARGET, Role.ORIGIN, Role.PLACE})
SINGLE = frozenset({Role.QUOTE, Role.PLACE, Role.TIME, Role.HEDGE, Role.MEDIUM})

_ROLES = tuple(Role(name) for name in ROLES)

# Triggers of one window that go through the heads together; bounds memory on
# texts that are one list of battles.
MOST_AT_ONCE = 32

Floats = NDArray[np.float32]

# What no trigger reaches is outside every role.
NOT_SEEN = np.tile(np.array([1, 0, 0], np.float32), (len(ROLES), 1))


def events_in(encoded: Sequence[EncodedWindow], encoder: Encoder) -> list[EventMention]:
    """Return the event and state mentions of a text."""
    words = len(encoded[0].words) if encoded else 0
    found = _found(encoded, encoder, CLAIM_THRESHOLD if words >= SHORT_TEXT else SHORT_CLAIM_THRESHOLD)
    if not found and words < SHORT_TEXT:
        found = sorted(_found(encoded, encoder, LEAST_CLAIM), key=lambda e: -e.score)[:1]
    return calibrated(_told_once(found), encoder.calibration)


def _found(encoded: Sequence[EncodedWindow], encoder: Encoder, take: float) -> list[EventMention]:
    out: list[EventMention] = []
    for window in encoded:
        found = [r for r in runs(window.of_tag("trigger"), TRIGGER_THRESHOLD) if window.in_core(r[0])]
        for at in range(0, len(found), MOST_AT_ONCE):
            out.extend(_events(window, found[at : at + MOST_AT_ONCE], encoder, take))
    return out


def _told_once(events: list[EventMention]) -> list[EventMention]:
    """Drop the weaker of two mentions of one type that rest on much the same words: one claim, two triggers."""
    kept: list[EventMention] = []
    # By type and stretch of text: a text of a thousand battles is not
    # compared battle by battle.
    near: dict[tuple[str, int], list[EventMention]] = {}
    for event in sorted(events, key=lambda e: -e.score):
        cells = [(event.type, n) for n in range(event.quote.start // CELL, event.quote.end // CELL + 1)]
        if not any(
            event.quote.overlap(other.quote) >= SAME_WORDS * len(event.quote.cover(other.quote))
            for cell in cells
            for other in near.get(cell, ())
        ):
            kept.append(event)
            for cell in cells:
                near.setdefault(cell, []).append(event)
    return kept


def _events(window: EncodedWindow, found: list[tuple[int, int, float]], encoder: Encoder, take: float) -> list[EventMention]:
    count = len(window.vectors)
    begins = [begin for begin, _, _ in found]
    trigger = np.stack([window.vectors[begin:end].mean(0) for begin, end, _ in found])
    scores, event = encoder.claims(window.vectors, CLAIM_REACH.around(begins, window.sentence), trigger)
    shape = (len(found), len(CLAIM_REACH), len(ROLES), 3)
    roles = CLAIM_REACH.spread(softmax(scores[..., : 3 * len(ROLES)].reshape(shape)), begins, count, NOT_SEEN)
    counted = CLAIM_REACH.spread(softmax(scores[..., 3 * len(ROLES) :]), begins, count, np.zeros(len(COUNTS), np.float32))
    labels, at = [], 0
    for names in (TYPES, MODALITIES, VERIFICATIONS, ("no", "yes"), ("no", "yes")):
        labels.append(softmax(event[:, at : at + len(names)]))
        at += len(names)
    types, modalities, verifications, attributed, claim = labels
    out = []
    for k, (begin, end, first_look) in enumerate(found):
        score = float(np.sqrt(first_look * claim[k, 1]))
        if score < take:
            continue
        verification = VERIFICATIONS[int(verifications[k].argmax())]
        out.append(
            EventMention(
                trigger=window.span(begin, end),
                quote=quote_around(window, roles[k, :, ROLES.index("quote")], begin, end),
                type=TYPES[int(types[k].argmax())],
                modality=Modality(MODALITIES[int(modalities[k].argmax())]),
                arguments=tuple(_arguments(window, roles[k], counted[k], begin, TYPES[int(types[k].argmax())])),
                score=round(score, 4),
                verification=None if verification == "none" else verification,
                attributed=round(float(attributed[k, 1]), 4),
                type_score=round(float(types[k].max()), 4),
                modality_score=round(float(modalities[k].max()), 4),
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
    first, last = without_outer_punctuation(window, first, last)
    return window.span(min(first, begin), max(last, end))


def _arguments(window: EncodedWindow, roles: Floats, counted: Floats, trigger: int, type: str) -> list[Argument]:
    out: list[Argument] = []
    likeliest = 1 - roles[:, :, 0].min(0)
    for index, role in enumerate(_ROLES):
        if role is Role.QUOTE or likeliest[index] < min(ROLE_THRESHOLDS[role], LAST_RESORT.get(role, 1.0)):
            continue
        found = runs(roles[:, index], ROLE_THRESHOLDS[role])
        if not found and role in LAST_RESORT:
            found = [max(runs(roles[:, index], LAST_RESORT[role]), key=lambda r: r[2], default=(0, 0, 0.0))]
            found = [r for r in found if r[1] > r[0]]
        found = unbroken(window, grown(found, roles[:, index], ROLE_THRESHOLDS[role] * GROWTH))
        if role in SINGLE and found:
            # Mass, not the mean: a long phrase found whole beats a stray word.
            found = [max(found, key=lambda r: r[2] * min(r[1] - r[0], 4))]
        for begin, end, score in found:
            begin, end = tidy(window, begin, end, named=role in NAMED)
            if begin == end:
                continue
            label = COUNTS[int(counted[begin:end].mean(0).argmax())] if role is Role.COUNT else None
            out.append(Argument(role, window.span(begin, end), round(score, 4), label))
    if type == "territory-gained" and _is_driven_out(window, trigger):
        out = _driven_out(out, window.span(trigger, trigger + 1))
    return _one_side(out)


_BE = frozenset(["been", "being", "was", "were", "is", "are", "be", "got"])
_DRIVEN = frozenset(
    [
        "pushed",
        "driven",
        "forced",
        "ousted",
        "expelled",
        "evicted",
        "routed",
        "dislodged",
        "flushed",
        "kicked",
        "chased",
        "beaten",
    ]
)


def _is_driven_out(window: EncodedWindow, trigger: int) -> bool:
    """Tell whether the trigger says in the passive that somebody loses ground: "has been pushed from the town"."""
    before = [w.casefold() for w in window.strings[max(0, trigger - 3) : trigger]]
    return window.strings[trigger].casefold() in _DRIVEN and not _BE.isdisjoint(before)


def _driven_out(arguments: list[Argument], trigger: Span) -> list[Argument]:
    """Return arguments in which whoever stands before the passive verb lost the ground, and did not take it."""
    return [replace(a, role=Role.TARGET) if a.role is Role.ACTOR and a.span.end <= trigger.start else a for a in arguments]


def _one_side(arguments: list[Argument]) -> list[Argument]:
    """Return arguments of which none names the doer and the target with the same words: the likelier stands."""
    doers = {a.span: a.score for a in arguments if a.role is Role.ACTOR}
    targets = {a.span: a.score for a in arguments if a.role is Role.TARGET}

    def lesser(argument: Argument) -> bool:
        if argument.role is Role.ACTOR:
            return argument.score < targets.get(argument.span, 0.0)
        return argument.role is Role.TARGET and argument.score <= doers.get(argument.span, -1.0)

    return [a for a in arguments if not lesser(a)]
