"""Event and state mentions: a trigger, and what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from fogline.reading.calibration import calibrated
from fogline.reading.decode import Run, bridged, by_state, grown, growth, runs, runs_by_row, softmax
from fogline.reading.encoded import EncodedWindow
from fogline.reading.encoder import Encoder
from fogline.reading.labels import COUNTS, MODALITIES, ROLES, TYPES, VERIFICATIONS
from fogline.reading.mention import behind_stamp, in_one_sentence, somebody, tidy, unbroken, without_outer_punctuation
from fogline.reading.reading import Argument, EventMention, Modality, Role
from fogline.reading.segment import CLAIM_REACH
from fogline.span import Span

# Chosen on the held-back claims articles, 2026-11: where detection F1 and
# the F1 of each role are highest.
TRIGGER_THRESHOLD = 0.16  # of a word: worth a second look
CLAIM_THRESHOLD = 0.45  # of the geometric mean of the first look and the second
# A first look weaker than this is not given a second one: an eighth of the looks are saved. What they found was right half of
# the time: detection F1 .7287 without this and .7248 with it on the held-back articles, .8165 and .8221 on features of other
# wars, whole claims .220 and .222, .239 and .245.
FIRST_LOOK = 0.3
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
QUOTE_GROWTH = 0.3
SAME_WORDS = 0.5  # share of their joint extent at which two quotes of one type are one
# The same for two types. Of the annotated claims seven in a thousand share so
# much of their quote with another; of the reader's, one in ten did, and one of
# the two was right in six pairs of seven.
OTHER_TYPE_SAME_WORDS = 0.7
CELL = 500  # characters; about two quotes
# Where it stays empty, the likeliest mention is taken from this mark on; on the held-back articles and on features of other
# wars the F1 of actors went from .619 and .559 to .635 and .560 with it.
LAST_RESORT = {Role.ORIGIN: 0.12, Role.ACTOR: 0.22, Role.TARGET: 0.36}
# Another target beside the likeliest counts from this mark on only; with it, and .36 above, the F1 of targets went from .520
# and .340 to .531 and .341.
FURTHER = {Role.TARGET: 0.6}
NAMED = frozenset({Role.ACTOR, Role.TARGET, Role.ORIGIN, Role.PLACE})
WHOM = frozenset({Role.ACTOR, Role.TARGET})
SINGLE = frozenset({Role.QUOTE, Role.PLACE, Role.TIME, Role.HEDGE, Role.MEDIUM})

_ROLES = tuple(Role(name) for name in ROLES)

# Triggers of one window that go through the heads together; bounds memory on
# texts that are one list of battles.
MOST_AT_ONCE = 32

Floats = NDArray[np.float32]

_THRESHOLDS = np.array([ROLE_THRESHOLDS[role] for role in _ROLES], np.float32)
_LOW = np.array([QUOTE_GROWTH if role is Role.QUOTE else ROLE_THRESHOLDS[role] * GROWTH for role in _ROLES], np.float32)


# How sure a mention is, before rounding, and the mention.
Scored = tuple[float, EventMention]


def mentions_in(window: EncodedWindow, encoder: Encoder) -> list[Scored]:
    """Return the event and state mentions whose trigger lies in the core of a window, of a short text unlikely ones too."""
    # In a short text every trigger gets a second look.
    take, least = (LEAST_CLAIM, TRIGGER_THRESHOLD) if len(window.words) < SHORT_TEXT else (CLAIM_THRESHOLD, FIRST_LOOK)
    out: list[Scored] = []
    found = [r for r in runs(window.of_tag("trigger"), TRIGGER_THRESHOLD) if window.in_core(r[0]) and r[2] >= least]
    for at in range(0, len(found), MOST_AT_ONCE):
        out.extend(_events(window, found[at : at + MOST_AT_ONCE], encoder, take))
    return out


def events_in(mentions: Sequence[Scored], words: int, encoder: Encoder) -> list[EventMention]:
    """Return the events of a text of so many words, of what was found in its windows."""
    found = [event for _, event in mentions]
    if words < SHORT_TEXT:
        sure = [event for score, event in mentions if score >= SHORT_CLAIM_THRESHOLD]
        found = sure or sorted(found, key=lambda e: -e.score)[:1]
    return calibrated(_told_once(found), encoder.calibration)


def _told_once(events: list[EventMention]) -> list[EventMention]:
    """Drop the weaker of two mentions that rest on much the same words: one claim, two triggers."""
    kept: list[EventMention] = []
    # By stretch of text: a text of a thousand battles is not compared battle
    # by battle.
    near: dict[int, list[EventMention]] = {}
    for event in sorted(events, key=lambda e: -e.score * e.type_score):
        cells = range(event.quote.start // CELL, event.quote.end // CELL + 1)
        if not any(_one_claim(event, other) for cell in cells for other in near.get(cell, ())):
            kept.append(event)
            for cell in cells:
                near.setdefault(cell, []).append(event)
    return kept


def _one_claim(event: EventMention, other: EventMention) -> bool:
    least = SAME_WORDS if event.type == other.type else OTHER_TYPE_SAME_WORDS
    return event.quote.overlap(other.quote) >= least * len(event.quote.cover(other.quote))


def _events(window: EncodedWindow, found: list[Run], encoder: Encoder, take: float) -> list[Scored]:
    begins = [begin for begin, _, _ in found]
    around = CLAIM_REACH.around(begins, window.sentence)
    scores, event = encoder.claims(window.vectors, around, window.vector(found))
    labels, at = [], 0
    for names in (TYPES, MODALITIES, VERIFICATIONS, ("no", "yes"), ("no", "yes")):
        labels.append(softmax(event[:, at : at + len(names)]))
        at += len(names)
    types, modalities, verifications, attributed, claim = labels
    score = [_score(first_look, second) for (_, _, first_look), second in zip(found, claim[:, 1], strict=True)]
    kept = [k for k, s in enumerate(score) if s >= take]
    if not kept:
        return []
    type_of, modality_of, verification_of = (part.argmax(1).tolist() for part in (types, modalities, verifications))
    arguments = _arguments(window, [begins[k] for k in kept], scores[kept], around.there[kept])
    out = []
    for (quotes, by_role), k in zip(arguments, kept, strict=True):
        begin, end, _ = found[k]
        type, verification = TYPES[type_of[k]], VERIFICATIONS[verification_of[k]]
        if type == "territory-gained" and _is_driven_out(window, begin):
            by_role = _driven_out(by_role, window.span(begin, begin + 1))
        if type == "territory-gained" and _is_lost(window, begin, by_role):
            by_role = _driven_out(by_role, window.span(begin, begin + 1))
        if type == "territory-gained":
            by_role = _taken_from(by_role, window, begin)
        quote = quote_around(window, quotes, begin, end)
        mention = EventMention(
            trigger=window.span(begin, end),
            quote=quote,
            type=type,
            modality=Modality(MODALITIES[modality_of[k]]),
            arguments=tuple(without_accuser(_one_side(by_role), window.text)),
            score=round(score[k], 4),
            verification=None if verification == "none" else verification,
            attributed=round(float(attributed[k, 1]), 4),
            type_score=round(float(types[k, type_of[k]]), 4),
            modality_score=round(float(modalities[k, modality_of[k]]), 4),
        )
        out.append((score[k], mention))
    return out


def _score(first_look: float, second: np.float32 | float) -> float:
    """Return the geometric mean of both looks at a trigger."""
    return float(np.sqrt(np.float32(first_look) * np.float32(second)))


def quote_around(window: EncodedWindow, found: list[Run], begin: int, end: int) -> Span:
    """Return the stretch around the trigger that carries the claim, of those ``found``; its sentence if there is none."""
    sentence_begin, sentence_end = window.sentence_of(begin)
    holding = [r for r in bridged(found, 2) if r[0] < end and begin < r[1]]
    if holding:
        # A claim is one sentence's: a quote that runs on is cut at its end.
        first, last = max(min(holding[0][0], begin), sentence_begin), min(max(holding[-1][1], end), sentence_end)
    else:
        first, last = sentence_begin, sentence_end
    first, last = without_outer_punctuation(window, first, last)
    first = behind_stamp(window, first, last)
    first, last = min(first, begin), _complete_to(window, end, max(last, end))
    while first - 2 >= sentence_begin and _one_word(window, first - 1):
        first -= 2
    while last + 2 <= sentence_end and _one_word(window, last):
        last += 2
    return window.span(first, last)


# What a clause does not end with, if its sentence goes on: "captured the town at dawn after".
_OPEN_ENDS = frozenset({
    "a", "an", "the", "and", "or", "but", "after", "who", "which", "that", "because", "while", "when", "where", "as", "than",
    "whose", "of", "in", "at", "on", "by", "for", "to", "with", "from", "into", "if",
})  # fmt: skip


def _complete_to(window: EncodedWindow, least: int, last: int) -> int:
    """Return where a quote ends without the words that only lead on to what was cut off; it keeps its words up to ``least``."""
    strings = window.strings
    while last > least and last < len(strings) and strings[last][:1].isalnum() and strings[last - 1].casefold() in _OPEN_ENDS:
        last -= 1
    return last


def _one_word(window: EncodedWindow, mark: int) -> bool:
    """Tell whether a mark joins its neighbours into one word: "al-Assad", "650,000"."""
    strings = window.strings
    if strings[mark] not in ("-", ",", ".") or window.gap(mark - 1) or window.gap(mark):
        return False
    left, right = strings[mark - 1], strings[mark + 1]
    return left.isalnum() and right.isalnum() if strings[mark] == "-" else left.isdecimal() and right.isdecimal()


def _arguments(
    window: EncodedWindow, triggers: list[int], scores: Floats, there: Floats
) -> Iterator[tuple[list[Run], list[Argument]]]:
    """Yield for each trigger the runs of words that may be its quote, and its other arguments.

    ``scores``: [K, reach, roles × 3 + counts]; ``there``: [K, reach].
    """
    count, reach = there.shape
    split = 3 * len(ROLES)
    _, begin, inside = by_state(scores[..., :split], 3)
    # [K × roles, reach]; where the window has no word, none is found.
    begin, inside = ((part * there[:, None]).reshape(-1, reach) for part in (begin, inside))
    found = runs_by_row(begin, inside, np.tile(_THRESHOLDS, count))
    # Where a role stays empty, the likeliest mention is taken from a lower mark on.
    empty = [row for row, runs in enumerate(found) if not runs and _ROLES[row % len(ROLES)] in LAST_RESORT]
    lower = np.array([LAST_RESORT[_ROLES[row % len(ROLES)]] for row in empty], np.float32)
    for row, resort in zip(empty, runs_by_row(begin[empty], inside[empty], lower), strict=True):
        found[row] = [max(resort, key=lambda r: r[2])] if resort else []
    before, behind = (part.tobytes() for part in growth(begin, inside, np.tile(_LOW, count)))
    # One side or place is named for many triggers, and made tidy once.
    tidied: dict[tuple[int, int, bool, bool], tuple[int, int, Span | None]] = {}
    for k, trigger in enumerate(triggers):
        offset = trigger - CLAIM_REACH.before
        quotes: list[Run] = []
        out: list[Argument] = []
        for index, role in enumerate(_ROLES):
            row = k * len(ROLES) + index
            if not found[row]:
                continue
            at = slice(row * reach, (row + 1) * reach)
            words = [(b + offset, e + offset, s) for b, e, s in grown(found[row], before[at], behind[at])]
            if role is Role.QUOTE:
                quotes = words
                continue
            words = unbroken(window, [in_one_sentence(window, run) for run in words])
            if role in SINGLE and len(words) > 1:
                # Mass, not the mean: a long phrase found whole beats a stray word.
                words = [max(words, key=lambda r: r[2] * min(r[1] - r[0], 4))]
            if role in FURTHER and len(words) > 1:
                likeliest = max(run[2] for run in words)
                words = [run for run in words if run[2] >= min(likeliest, FURTHER[role])]
            for first, last, score in words:
                key = (first, last, role in NAMED, role in WHOM)
                if key not in tidied:
                    first, last = tidy(window, first, last, named=role in NAMED)
                    first, last = somebody(window, first, last) if role in WHOM else (first, last)
                    tidied[key] = first, last, window.span(first, last) if first < last else None
                first, last, span = tidied[key]
                if span is None:
                    continue
                label = None
                if role is Role.COUNT:
                    label = COUNTS[_likeliest(scores[k, max(0, first - offset) : max(0, last - offset), split:])]
                out.append(Argument(role, span, round(score, 4), label))
        yield quotes, out


def _likeliest(scores: Floats) -> int:
    """Return the column of the highest mean probability over the words of a mention; of one word it is the highest score."""
    return int((scores[0] if len(scores) == 1 else softmax(scores).sum(0)).argmax())


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


_LOSING = frozenset(["lost", "lose", "loses", "losing"])


def _is_lost(window: EncodedWindow, trigger: int, arguments: list[Argument]) -> bool:
    """Tell whether the trigger says that whoever stands before it lost ground: "it had lost the town", with no other loser named."""
    return window.strings[trigger].casefold() in _LOSING and not any(a.role is Role.TARGET for a in arguments)


def _driven_out(arguments: list[Argument], trigger: Span) -> list[Argument]:
    """Return arguments in which whoever stands before the passive verb lost the ground, and did not take it."""
    return [replace(a, role=Role.TARGET) if a.role is Role.ACTOR and a.span.end <= trigger.start else a for a in arguments]


def _taken_from(arguments: list[Argument], window: EncodedWindow, trigger: int) -> list[Argument]:
    """Return arguments in which whoever ground was taken from lost it: "the town had been taken in full from the group"."""
    end = window.span(trigger, trigger + 1).end

    def loses(argument: Argument) -> bool:
        if argument.role is not Role.ACTOR or argument.span.start < end:
            return False
        between = window.text[end : argument.span.start]
        return _FROM.search(between) is not None and _STOP.search(between) is None

    return [replace(a, role=Role.TARGET) if loses(a) else a for a in arguments]


_FROM = re.compile(r"\bfrom (?:the )?\Z", re.IGNORECASE)
_STOP = re.compile(r"[.;:]|\bby\b", re.IGNORECASE)


def without_accuser(arguments: list[Argument], text: str) -> list[Argument]:
    """Return arguments in which whoever accuses is no doer beside whom they accuse: "A accused B of arming rebels"."""
    speakers = [a.span for a in arguments if a.role is Role.ORIGIN]
    doers = [a.span for a in arguments if a.role is Role.ACTOR]
    accusing = [s for s in speakers if any(_ACCUSING.fullmatch(text, s.end, d.start) for d in doers if d.start > s.end)]
    return [a for a in arguments if a.role is not Role.ACTOR or a.span not in accusing] if accusing else arguments


_ACCUSING = re.compile(r"\W+(?:\w+ ){0,3}(?:accus|blam)\w+\s+(?:the )?", re.IGNORECASE)


def _one_side(arguments: list[Argument]) -> list[Argument]:
    """Return arguments of which none names the doer and the target with the same words: the likelier stands."""
    doers = [a for a in arguments if a.role is Role.ACTOR]
    targets = [a for a in arguments if a.role is Role.TARGET]
    if not doers or not targets:
        return arguments
    # By their ends: spans as keys of a table took two hundredths of reading.
    both = [(a, g) for a in doers for g in targets if a.span.start == g.span.start and a.span.end == g.span.end]
    lesser = [a if a.score < g.score else g for a, g in both]
    return [a for a in arguments if all(a is not other for other in lesser)] if lesser else arguments
