"""A text as the encoder saw it: windows of words with vectors and tag probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fogline.reading.decode import softmax
from fogline.reading.encoder import Encoder
from fogline.reading.labels import PLOVER, TAGS
from fogline.reading.segment import CLS, NO_WORDS, SEP, Window, Words, window_pieces, windows, words_of
from fogline.span import Span


@dataclass(frozen=True)
class EncodedWindow:
    """One window of a text with what the encoder said of its words.

    ``tags``: [W, tags, 3] probabilities; ``vectors``: [W, H].
    """

    text: str
    words: Words
    window: Window
    vectors: NDArray[np.float32]
    tags: NDArray[np.float32]

    def of_tag(self, tag: str) -> NDArray[np.float32]:
        return self.tags[:, TAGS.index(tag)]

    @property
    def sentence(self) -> NDArray[np.int64]:
        return self.words.sentence[self.window.begin : self.window.end]

    def in_core(self, word: int) -> bool:
        """Return whether a word of the window (relative) is this window's to answer for."""
        return self.window.core_begin <= self.window.begin + word < self.window.core_end

    def span(self, begin: int, end: int) -> Span:
        return self.words.span(self.window.begin + begin, self.window.begin + end)


def encode(
    text: str, stream: Sequence[Span], stream_sentences: Sequence[Span], encoder: Encoder
) -> tuple[list[EncodedWindow], NDArray[np.float64]]:
    """Run the encoder over a stream; return its windows and the highest PLOVER probability of each type."""
    words = joined([(part.start, words_of(text[part.start : part.end], encoder.tokenizer)) for part in stream], stream_sentences)
    out = []
    plover = np.zeros(len(PLOVER))
    for window in windows(words):
        pieces, first = window_pieces(words, window, CLS, SEP)
        vectors, tags, scores = encoder.encode(pieces, first)
        out.append(EncodedWindow(text, words, window, vectors, softmax(tags.reshape(len(tags), len(TAGS), 3))))
        plover = np.maximum(plover, 1 / (1 + np.exp(-scores.astype(np.float64))))
    return out, plover


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
