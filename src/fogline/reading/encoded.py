"""A text as the encoder saw it: windows of words with vectors and tag probabilities."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from fogline.reading.decode import Floats, by_state, sigmoid
from fogline.reading.encoder import Encoder
from fogline.reading.labels import TAGS
from fogline.reading.segment import CLS, NO_WORDS, SEP, Window, Words, window_pieces, words_of
from fogline.span import Span


@dataclass(frozen=True)
class EncodedWindow:
    """One window of a text with what the encoder said of its words.

    ``vectors``: [W, H]; ``tags``: [3, tags, W] probabilities;
    ``filler_incidents``: [W, 7], of which types of MUC-4 incident a word is a
    filler; ``plover``: [16] and ``incidents``: [7], of the window as a whole.
    """

    text: str
    words: Words
    window: Window
    vectors: Floats
    tags: Floats
    filler_incidents: Floats
    plover: Floats
    incidents: Floats

    def of_tag(self, tag: str) -> Floats:
        """Return how likely each word is outside, begins and continues a mention, [W, 3]."""
        return self.tags[:, TAGS.index(tag)].T

    def of_tags(self, tags: Sequence[str]) -> tuple[Floats, Floats]:
        """Return for some tags how likely each word begins and continues a mention, [tags, W] each."""
        columns = [TAGS.index(tag) for tag in tags]
        return self.tags[1, columns], self.tags[2, columns]

    # What is asked for word by word is kept as lists: a number out of an
    # array costs five times as much.
    @cached_property
    def _starts(self) -> list[int]:
        return self.words.start[self.window.begin : self.window.end].tolist()  # type: ignore[no-any-return]

    @cached_property
    def _ends(self) -> list[int]:
        return self.words.end[self.window.begin : self.window.end].tolist()  # type: ignore[no-any-return]

    @cached_property
    def _sentences(self) -> list[int]:
        return self.sentence.tolist()  # type: ignore[no-any-return]

    @cached_property
    def strings(self) -> list[str]:
        """The words of the window as the text has them."""
        return [self.text[a:b] for a, b in zip(self._starts, self._ends, strict=True)]

    def gap(self, word: int) -> str:
        """Return what stands between a word of the window and the next."""
        return self.between(word + 1, word + 1)

    def between(self, end: int, begin: int) -> str:
        """Return what stands between a mention that ends before word ``end`` and one that begins with word ``begin``."""
        return self.text[self._ends[end - 1] : self._starts[begin]]

    def sentence_of(self, word: int) -> tuple[int, int]:
        """Return where in the window the sentence of a word begins and ends."""
        own = self._sentences[word]
        return bisect_left(self._sentences, own), bisect_right(self._sentences, own)

    def vector(self, found: Sequence[tuple[int, int, float]]) -> Floats:
        """Return the mean vector of the words of each mention, [K, H]."""
        out: Floats = self.vectors[[begin for begin, _, _ in found]]
        for k, (begin, end, _) in enumerate(found):
            if end - begin > 1:
                out[k] = self.vectors[begin:end].mean(0)
        return out

    @cached_property
    def sentence(self) -> NDArray[np.int64]:
        return self.words.sentence[self.window.begin : self.window.end]

    def in_core(self, word: int) -> bool:
        """Return whether a word of the window (relative) is this window's to answer for."""
        return self.window.core_begin <= self.window.begin + word < self.window.core_end

    def span(self, begin: int, end: int) -> Span:
        return Span(self._starts[begin], self._ends[end - 1])

    def spans(self, begin: int, end: int) -> list[Span]:
        """Return the stretches of text from word ``begin`` to ``end``, without what stands between and is not read here: a caption, a menu."""
        own = self._sentences
        cuts = [n for n in range(begin + 1, end) if own[n] != own[n - 1] and any(c.isalnum() for c in self.gap(n - 1))]
        return [self.span(first, stop) for first, stop in pairwise([begin, *cuts, end])]

    @cached_property
    def in_small_letters(self) -> bool:
        """Whether the window's text has no capital letter, so that small letters tell nothing of names."""
        return not any(c.isupper() for word in self.strings for c in word)


def stream_words(text: str, stream: Sequence[Span], stream_sentences: Sequence[Span], encoder: Encoder) -> Words:
    """Return the words of a stream, as the encoder will be given them."""
    # Which sentence a word is in is told for the whole stream; no need to cut each part again.
    return joined(
        [(part.start, words_of(text[part.start : part.end], encoder.tokenizer, ())) for part in stream], stream_sentences
    )


def encode(text: str, words: Words, window: Window, encoder: Encoder) -> EncodedWindow:
    """Run the encoder over one window of a stream's words."""
    pieces, first = window_pieces(words, window, CLS, SEP)
    said = encoder.encode(pieces, first)
    return EncodedWindow(
        text,
        words,
        window,
        said.vectors,
        by_state(said.tags[None], 3)[:, 0],
        sigmoid(said.filler_incidents),
        sigmoid(said.plover),
        sigmoid(said.incidents),
    )


def joined(parts: Sequence[tuple[int, Words]], stream_sentences: Sequence[Span]) -> Words:
    """Join the words of several stretches into one run; offsets become those of the whole text."""
    parts = [(offset, words) for offset, words in parts if len(words)]
    if not parts:
        return NO_WORDS
    start = np.concatenate([words.start + offset for offset, words in parts])
    end = np.concatenate([words.end + offset for offset, words in parts])
    pieces = np.concatenate([words.pieces for _, words in parts])
    lengths = np.concatenate([np.diff(words.first) for _, words in parts])
    first = np.r_[0, np.cumsum(lengths)]
    begins = np.array([s.start for s in stream_sentences], dtype=np.int64)
    sentence = np.maximum(np.searchsorted(begins, start, side="right") - 1, 0)
    return Words(start, end, pieces, first, sentence)
