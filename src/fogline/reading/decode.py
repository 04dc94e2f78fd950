"""From scores to spans: which words begin, continue or leave a mention."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def softmax(scores: Floats, axis: int = -1) -> Floats:
    shifted = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return (shifted / shifted.sum(axis=axis, keepdims=True)).astype(np.float32)  # type: ignore[no-any-return]


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
    begins = probability[:, 1] > probability[:, 2]
    out: list[tuple[int, int, float]] = []
    start = previous = int(marked[0])
    for word in marked[1:].tolist():
        if word != previous + 1 or begins[word]:
            out.append((start, previous + 1, float(inside[start : previous + 1].mean())))
            start = word
        previous = word
    out.append((start, previous + 1, float(inside[start : previous + 1].mean())))
    return out


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
