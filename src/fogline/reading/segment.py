"""Cuts a text into sentences, words and windows that the encoder can take."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from fogline.span import Span, trimmed

# The encoder was trained on windows of this many pieces, [CLS] and [SEP]
# included. Words in the margin are read twice and answered for by the
# window in which they have context on both sides. A window ends with a
# sentence where one ends within ``TO_SENTENCE_END`` pieces of an even share:
# so 16 pieces of margin read as well as 32 did in windows cut anywhere
# (whole claims .220 and .222 on the held-back articles, .239 and .231 on
# features of other wars), and cost .07 of the encoder's time less.
WINDOW = 384
CLS, SEP = 101, 102  # [CLS] and [SEP] in BERT's vocabulary
MARGIN = 16
TO_SENTENCE_END = 48

# A sentence longer than this is cut at a blank: some "texts" are one
# paragraph of 200,000 characters without a full stop.
LONGEST_SENTENCE = 1200

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Cmdr|Sen|Rep|Gov|Pres|St|Jr|Sr|vs|etc|approx|No|Nos|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Co|Corp|Ltd|Fig|al|ca|km)|\b[A-Za-z]|\b(?:[A-Za-z]\.)+[A-Za-z])$",
    re.IGNORECASE,
)
# Marks are taken as a whole or not at all: a text may be a hundred thousand dots.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s)|\n\s*\n|\n(?=\s*[-•*–—])")


def sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text, without the white space between them.

    Paragraph breaks always end a sentence; a full stop does unless it
    belongs to an abbreviation or an initial, or a lower-case letter follows.
    In doubt it does not cut: half a sentence loses its speaker.
    """
    out: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if match.group()[0] == ".":
            following = text[end : end + 12].lstrip()
            if following[:1].islower() or _ABBREVIATION.search(text[max(start, match.start() - 12) : match.start()]):
                continue
        out.extend(_pieces(text, start, end))
        start = end
    out.extend(_pieces(text, start, len(text)))
    return tuple(out)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
        cut = cut if cut > start else start + LONGEST_SENTENCE
        if span := trimmed(text, start, cut):
            yield span
        start = cut
    if span := trimmed(text, start, end):
        yield span


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text as the tokenizer cuts them.

    ``start`` and ``end``: character offsets, one row a word. ``pieces``: all
    word pieces in order; word ``i`` owns ``pieces[first[i]:first[i + 1]]``.
    ``sentence``: the index of each word's sentence.
    """

    start: NDArray[np.int64]
    end: NDArray[np.int64]
    pieces: NDArray[np.int64]
    first: NDArray[np.int64]
    sentence: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.start)

    def span(self, begin: int, end: int) -> Span:
        """Return the characters of words ``begin`` to ``end`` (exclusive)."""
        return Span(int(self.start[begin]), int(self.end[end - 1]))

    def covering(self, span: Span) -> tuple[int, int]:
        """Return the range of words that a span touches; empty if none."""
        begin = int(np.searchsorted(self.end, span.start, side="right"))
        end = int(np.searchsorted(self.start, span.end, side="left"))
        return begin, max(begin, end)


_SURROGATE = re.compile("[\ud800-\udfff]")
_NOTHING = np.zeros(0, dtype=np.int64)
NO_WORDS = Words(_NOTHING, _NOTHING, _NOTHING, np.zeros(1, dtype=np.int64), _NOTHING)


def words_of(text: str, tokenizer: Tokenizer, sentence_spans: Sequence[Span] | None = None) -> Words:
    """Cut a text into words and word pieces; linear in its length.

    Half a surrogate pair, left by a text that was cut in the middle of an
    emoji, is no character: the tokenizer would refuse the whole text for it.
    """
    encoding = tokenizer.encode(_SURROGATE.sub("\ufffd", text), add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    word_of_piece = np.array([-1 if w is None else w for w in encoding.word_ids], dtype=np.int64)
    pieces = np.array(encoding.ids, dtype=np.int64)
    kept = (word_of_piece >= 0) & (offsets[:, 1] > offsets[:, 0])
    offsets, word_of_piece, pieces = offsets[kept], word_of_piece[kept], pieces[kept]
    if len(pieces) == 0:
        return NO_WORDS
    starts = np.flatnonzero(np.r_[True, word_of_piece[1:] != word_of_piece[:-1]])
    first = np.r_[starts, len(pieces)]
    start = offsets[starts, 0]
    end = offsets[np.r_[starts[1:], len(pieces)] - 1, 1]
    spans = sentences(text) if sentence_spans is None else sentence_spans
    sentence = np.searchsorted(np.array([s.start for s in spans], dtype=np.int64), start, side="right") - 1
    return Words(start, end, pieces, first, np.maximum(sentence, 0))


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words for the encoder: ``begin:end`` is seen, ``core_begin:core_end`` is answered for."""

    begin: int
    end: int
    core_begin: int
    core_end: int


def windows(words: Words, *, size: int = WINDOW, margin: int = MARGIN, first_core: int | None = None) -> tuple[Window, ...]:
    """Cover a text with windows of at most ``size`` pieces, so that every word is in exactly one core.

    As few windows as will do, of like length, each up to the end of a
    sentence where one is near. ``first_core`` sets the length of the first
    core in pieces, for training on shifted windows. A single word of more
    pieces than fit is given the pieces that fit.
    """
    count = len(words)
    if count == 0:
        return ()
    if int(words.first[count]) <= size - 2 and first_core is None:
        return (Window(0, count, 0, count),)
    anywhere = _cut(words, size, margin, first_core, sentence_ends=False)
    found = _cut(words, size, margin, first_core, sentence_ends=True)
    # Where pieces are short to the last one, words that do not fit may cost a window more.
    return found if len(found) <= len(anywhere) else anywhere


def _cut(words: Words, size: int, margin: int, first_core: int | None, *, sentence_ends: bool) -> tuple[Window, ...]:
    room, count = size - 2, len(words)
    total = int(words.first[count])
    out: list[Window] = []
    core_begin = 0
    while core_begin < count:
        at = int(words.first[core_begin])
        if first_core is not None and not out:
            core = min(first_core, room - margin)
        else:
            left = total - at
            before = min(margin, at)
            # This core has margins before and behind, the last one only before.
            more = 0
            if left + before > room:
                more = 1 + max(0, -(-(left - (room - before - margin) - (room - margin)) // (room - 2 * margin)))
            core = -(-left // (1 + more))
            most = room - before - (margin if more else 0)
            core = min(core, most)
            if more and sentence_ends:
                # Not so short that the windows behind it could not hold the rest.
                least = left - (more - 1) * (room - 2 * margin) - (room - margin)
                core = _to_sentence_end(words, at, core, max(least, core - TO_SENTENCE_END, 1), min(most, core + TO_SENTENCE_END))
        core_end = int(np.searchsorted(words.first, at + core, side="right")) - 1
        core_end = min(max(core_end, core_begin + 1), count)
        begin = int(np.searchsorted(words.first, at - margin, side="left"))
        budget = room - int(words.first[core_end] - words.first[begin])
        end = int(np.searchsorted(words.first, words.first[core_end] + min(max(budget, 0), margin), side="right")) - 1
        out.append(Window(begin, min(max(end, core_end), count), core_begin, core_end))
        core_begin = core_end
    return tuple(out)


def _to_sentence_end(words: Words, at: int, core: int, least: int, most: int) -> int:
    """Return the length from ``least`` to ``most`` nearest to ``core`` at which a sentence ends; ``core`` where none does."""
    begin, end = (int(np.searchsorted(words.first, at + n, side="left")) for n in (least, most + 1))
    end = min(end, len(words))
    new = np.flatnonzero(np.diff(words.sentence[begin - 1 : end])) + begin
    if not len(new):
        return core
    lengths = words.first[new] - at
    return int(lengths[np.abs(lengths - core).argmin()])


def window_pieces(words: Words, window: Window, cls: int, sep: int, size: int = WINDOW) -> tuple[list[int], NDArray[np.int64]]:
    """Return a window's piece ids with [CLS] and [SEP], and where in them each word's first piece stands."""
    begin, end = int(words.first[window.begin]), int(words.first[window.end])
    pieces = words.pieces[begin:end][: size - 2]
    at = words.first[window.begin : window.end] - begin + 1
    return [cls, *pieces.tolist(), sep], np.minimum(at, len(pieces))


# Distances between a trigger and a word, in words: exact when near, coarser
# further away. Bucket 0 is "100 or more before".
_EDGES = np.array(
    [-100, -64, -40, -28, -20, -15, -11, -8, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 9, 12, 16, 21, 29, 41, 65, 101]
)
DISTANCES = len(_EDGES) + 1
SENTENCE_DISTANCES = 7


class Surroundings(NamedTuple):
    """What stands around K triggers, [K, reach] each: ``word_at``, which word, 1 or 0 for whether one is ``there``, and how many
    sentences it is ``apart``, as buckets."""

    word_at: NDArray[np.int64]
    there: NDArray[np.float32]
    apart: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Reach:
    """How many words before and after a trigger's first word are looked at for what belongs to it."""

    before: int
    after: int

    def __len__(self) -> int:
        return self.before + self.after

    def distances(self) -> NDArray[np.int64]:
        """Return the distance bucket of every place in the reach; the same for every trigger."""
        return np.searchsorted(_EDGES, np.arange(-self.before, self.after), side="right").astype(np.int64)

    def around(self, triggers: Sequence[int], sentence: NDArray[np.int64]) -> Surroundings:
        """Return what stands around each of the words ``triggers`` of a window whose words lie in sentences ``sentence``."""
        at = np.asarray(triggers, dtype=np.int64)[:, None]
        index = at + np.arange(-self.before, self.after)
        there = (index >= 0) & (index < len(sentence))
        index = np.clip(index, 0, len(sentence) - 1)
        return Surroundings(index, there.astype(np.float32), np.clip(sentence[index] - sentence[at], -3, 3) + 3)

    def spread(self, values: NDArray[np.float32], triggers: Sequence[int], out: NDArray[np.float32]) -> None:
        """Lay values [K, reach] out over all words of the window, ``out`` [K, words]; where no trigger reaches, it stays as it is."""
        count = out.shape[1]
        for k, trigger in enumerate(triggers):
            begin, end = max(0, trigger - self.before), min(count, trigger + self.after)
            out[k, begin:end] = values[k, begin - trigger + self.before : end - trigger + self.before]


# Within these lie 90 % of a claim's places and times, 97 % or more of its
# other words, and 98 % of what a cue introduces. Training looks half as far
# again (``models.network``); reading so far costs a third more and found no
# more that was right.
CLAIM_REACH = Reach(64, 32)
SPEECH_REACH = Reach(32, 64)
