"""Whether a text can hold claims at all, told before the encoder is asked.

Sport, business and town council news make up most of an ordinary feed. A
linear model over word pieces and pairs of neighbouring pieces tells them
from news of conflict at about a thousandth of the encoder's cost. It leans
towards reading: what is passed over is lost, what is read in vain costs a
tenth of a second.

Names carry no weight. A gate that had learnt the names of one war would
pass over the next.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from fogline.errors import ModelError
from fogline.reading.segment import Window, Words

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

# So many pieces are weighed together: about four sentences. One paragraph of
# war in a page of sport is enough to have the page read.
STRETCH = 128

# Which row of the table of pairs two neighbours share; two odd constants, so
# that "A B" and "B A" part.
_LEFT, _RIGHT = 0x9E3779B1, 0x85EBCA77

# Stored for a piece that stands mostly in names: it counts for nothing, nor
# do the pairs it is in.
NAME = -128

# How a page or post was made, not what it tells: the gate learnt that pages
# of shops are full of such signs, and passed over a shelling whose "&nbsp;"
# a broken converter had left in, or a post of six hashtags.
_MARKUP = re.compile(r"https?://\S+|www\.\S+|</?[a-z!][^<>]{0,400}/?>|&#?\w{2,8};|[#@](?=\w)|[<>=~^`*\\]+", re.IGNORECASE)


def told(text: str, words: Words) -> Integers:
    """Return the word pieces of a text without those of markup, links and signs that broken pages and posts are full of."""
    found = [(m.start(), m.end()) for m in _MARKUP.finditer(text)]
    if not found:
        return words.pieces
    start, end = np.array(found, dtype=np.int64).T
    # A word is left out if it lies wholly within what was found last before its end.
    last = np.searchsorted(start, words.start, side="right") - 1
    within = (last >= 0) & (words.end <= end[np.maximum(last, 0)])
    left: Integers = words.pieces[np.repeat(~within, np.diff(words.first))]
    return left


def pairs(pieces: Integers, rows: int) -> Integers:
    """Return the row of each piece with the one before it; the first has none before it and is paired with itself."""
    before = np.r_[pieces[:1], pieces[:-1]]
    mixed = (before * _LEFT + pieces * _RIGHT) & 0xFFFFFFFF
    row: Integers = (mixed ^ (mixed >> 15)) % rows
    return row


@dataclass(frozen=True)
class Relevance:
    """The weights of the gate. A text is worth reading if any stretch of it reaches ``threshold``."""

    name: str
    bias: float
    threshold: float
    scale: float
    pieces: NDArray[np.int8]
    pairs: NDArray[np.int8]

    @classmethod
    def load(cls) -> Relevance:
        """Load the weights in the package.

        :raises ModelError: if the file is not what this version writes.
        """
        try:
            about = json.loads((files("fogline") / "data" / "reader" / "relevance.json").read_text(encoding="utf-8"))
            return cls(
                str(about["name"]),
                float(about["bias"]),
                float(about["threshold"]),
                float(about["scale"]),
                unpacked(about["pieces"]),
                unpacked(about["pairs"]),
            )
        except (OSError, ValueError, KeyError, zlib.error) as error:
            raise ModelError(f"Cannot load the relevance gate: {error}. Reinstall fogline.") from error

    def worth(self, pieces: Integers) -> Floats:
        """Return the score of each stretch of a text, by its first piece; one for a text that is shorter than a stretch."""
        if not len(pieces):
            return np.zeros(0, dtype=np.float32)
        known = np.where(pieces < len(self.pieces), pieces, 0)
        single = self.pieces[known].astype(np.int64)
        named = (single == NAME) | (known != pieces)
        double = self.pairs[pairs(pieces, len(self.pairs))].astype(np.int64)
        # Whole numbers are added up exactly, in any order and on any machine.
        value = np.where(named, 0, single) + np.where(named | np.r_[True, named[:-1]], 0, double)
        total = np.r_[0, np.cumsum(value)]
        width = min(STRETCH, len(pieces))
        worth: Floats = (self.bias + self.scale * (total[width:] - total[:-width])).astype(np.float32)
        return worth

    def relevant(self, words: Words, text: str = "") -> bool:
        """Return whether a text is worth reading for claims; with the ``text`` that the words are of, markup in it counts for nothing."""
        worth = self.worth(told(text, words))
        return bool(len(worth) and worth.max() >= self.threshold)

    def relevant_windows(self, words: Words, windows: Sequence[Window]) -> list[bool]:
        """Return for each window whether a stretch that touches its core reaches the threshold."""
        worth = self.worth(words.pieces)
        out = []
        for window in windows:
            begin, end = int(words.first[window.core_begin]), int(words.first[window.core_end])
            touching = worth[max(0, begin - STRETCH + 1) : max(end, 1)]
            out.append(bool(len(touching) and touching.max() >= self.threshold))
        return out


def packed(values: NDArray[np.int8]) -> str:
    return base64.b85encode(zlib.compress(values.tobytes(), 9)).decode("ascii")


def unpacked(text: str) -> NDArray[np.int8]:
    return np.frombuffer(zlib.decompress(base64.b85decode(text)), dtype=np.int8)


@cache
def default_relevance() -> Relevance:
    """Return the one gate of this process, loaded at first use."""
    return Relevance.load()
