"""From scores to spans: which words begin, continue or leave a mention."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def softmax(scores: Floats) -> Floats:
    """Return probabilities over the last axis."""
    columns = scores.shape[-1]
    if columns > 4:
        shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
        return (shifted / shifted.sum(axis=-1, keepdims=True)).astype(np.float32)  # type: ignore[no-any-return]
    # Reductions over an axis of three are slow in numpy, and this is called
    # for every word of every role: column by column it takes a fifth.
    parts = [scores[..., n] for n in range(columns)]
    highest = parts[0]
    for part in parts[1:]:
        highest = np.maximum(highest, part)
    out = np.empty(scores.shape, dtype=np.float32)
    total = np.zeros(highest.shape, dtype=np.float32)
    for n, part in enumerate(parts):
        out[..., n] = np.exp(part - highest)
        total += out[..., n]
    for n in range(columns):
        out[..., n] /= total
    return out


def sigmoid(scores: Floats) -> Floats:
    return (1 / (1 + np.exp(-scores.astype(np.float64)))).astype(np.float32)


def runs(probability: Floats, threshold: float = 0.5) -> list[tuple[int, int, float]]:
    """Return (begin, end, score) of the mentions in one row of [W, 3] outside/begin/inside probabilities.

    A word belongs to a mention if begin and inside together reach
    ``threshold``; a new mention starts where begin is likelier than inside.
    Greedy on purpose: against constrained Viterbi it moved no figure, and a
    window has hundreds of such rows. ``score`` is the mean over its words.
    """
    inside = probability[:, 1] + probability[:, 2]
    marked = np.flatnonzero(inside >= threshold)
    if not len(marked):
        return []
    begins = (probability[marked, 1] > probability[marked, 2]).tolist()
    scores = inside[marked].tolist()
    out: list[tuple[int, int, float]] = []
    words = marked.tolist()
    start, previous, total = words[0], words[0], scores[0]
    for n in range(1, len(words)):
        if words[n] != previous + 1 or begins[n]:
            out.append((start, previous + 1, total / (previous + 1 - start)))
            start, total = words[n], 0.0
        previous = words[n]
        total += scores[n]
    out.append((start, previous + 1, total / (previous + 1 - start)))
    return out


def runs_of(marked: NDArray[np.bool_]) -> list[tuple[int, int, float]]:
    """Return (begin, end, 1.0) of the stretches of marked words."""
    edges = np.flatnonzero(np.diff(np.r_[False, marked, False].astype(np.int8)))
    return [(int(b), int(e), 1.0) for b, e in edges.reshape(-1, 2)]


def grown(found: list[tuple[int, int, float]], probability: Floats, low: float) -> list[tuple[int, int, float]]:
    """Let each mention take in neighbouring words that pass a lower threshold and belong to no other mention.

    "the United" is sure and "States" just misses the mark: a mention is
    found by its surest word and bounded by its least sure one.
    """
    inside = probability[:, 1] + probability[:, 2]
    out: list[tuple[int, int, float]] = []
    for n, (begin, end, score) in enumerate(found):
        floor = out[-1][1] if out else 0
        ceiling = found[n + 1][0] if n + 1 < len(found) else len(inside)
        while begin > floor and inside[begin - 1] >= low and probability[begin, 1] <= probability[begin, 2] + 0.3:
            begin -= 1
        while end < ceiling and inside[end] >= low and probability[end, 1] <= probability[end, 2]:
            end += 1
        out.append((begin, end, score))
    return out


def bridged(found: list[tuple[int, int, float]], gap: int) -> list[tuple[int, int, float]]:
    """Join mentions that are parted by at most ``gap`` words."""
    out: list[tuple[int, int, float]] = []
    for begin, end, score in found:
        if out and begin - out[-1][1] <= gap:
            first = out[-1]
            out[-1] = (
                first[0],
                end,
                (first[2] * (first[1] - first[0]) + score * (end - begin)) / (first[1] - first[0] + end - begin),
            )
        else:
            out.append((begin, end, score))
    return out
