"""A text as the encoder saw it: windows of words with vectors and tag probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from fogline.reading.decode import Floats, sigmoid, softmax
from fogline.reading.encoder import Encoder
from fogline.reading.labels import TAGS
from fogline.reading.segment import CLS, NO_WORDS, SEP, Window, Words, window_pieces, windows, words_of
from fogline.span import Span


@dataclass(frozen=True)
class EncodedWindow:
    """One window of a text with what the encoder said of its words.

    ``vectors``: [W, H]; ``tags``: [W, tags, 3] probabilities;
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
        return self.tags[:, TAGS.index(tag)]

    @cached_property
    def strings(self) -> list[str]:
        """The words of the window as the text has them."""
        begin, end = self.window.begin, self.window.end
        return [
            self.text[a:b] for a, b in zip(self.words.start[begin:end].tolist(), self.words.end[begin:end].tolist(), strict=True)
        ]

    def gap(self, word: int) -> str:
        """Return what stands between a word of the window and the next."""
        n = self.window.begin + word
        return self.text[int(self.words.end[n]) : int(self.words.start[n + 1])]

    @cached_property
    def sentence(self) -> NDArray[np.int64]:
        return self.words.sentence[self.window.begin : self.window.end]

    def in_core(self, word: int) -> bool:
        """Return whether a word of the window (relative) is this window's to answer for."""
        return self.window.core_begin <= self.window.begin + word < self.window.core_end

    def span(self, begin: int, end: int) -> Span:
        return self.words.span(self.window.begin + begin, self.window.begin + end)


def stream_words(text: str, stream: Sequence[Span], stream_sentences: Sequence[Span], encoder: Encoder) -> Words:
    """Return the words of a stream, as the encoder will be given them."""
    return joined([(part.start, words_of(text[part.start : part.end], encoder.tokenizer)) for part in stream], stream_sentences)


def encode(text: str, words: Words, encoder: Encoder) -> list[EncodedWindow]:
    """Run the encoder over the words of a stream; return its windows."""
    out = []
    for window in windows(words):
        pieces, first = window_pieces(words, window, CLS, SEP)
        said = encoder.encode(pieces, first)
        tags = softmax(said.tags.reshape(len(first), len(TAGS), 3))
        out.append(
            EncodedWindow(
                text,
                words,
                window,
                said.vectors,
                tags,
                sigmoid(said.filler_incidents),
                sigmoid(said.plover),
                sigmoid(said.incidents),
            )
        )
    return out


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
