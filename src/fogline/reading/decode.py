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


def by_state(scores: Floats, states: int) -> Floats:
    """Return probabilities [states, K, kinds, reach] from scores [K, reach, kinds × states].

    State by state each lies in one piece, and so do the places of a row:
    exponentials and comparisons over whole rows then cost a third.
    """
    count, reach, _ = scores.shape
    parts = np.ascontiguousarray(scores.reshape(count, reach, -1, states).transpose(3, 0, 2, 1))
    parts -= parts.max(axis=0)
    np.exp(parts, out=parts)
    parts /= parts.sum(axis=0)
    return parts


def mean(values: Floats) -> float:
    """Return the mean of one row; a third of what ``values.mean()`` takes for a few words."""
    return float(np.add.reduce(values)) / len(values)


def sigmoid(scores: Floats) -> Floats:
    return (1 / (1 + np.exp(-scores.astype(np.float64)))).astype(np.float32)


Run = tuple[int, int, float]


def runs(probability: Floats, threshold: float = 0.5) -> list[Run]:
    """Return the mentions of one row of [W, 3] outside/begin/inside probabilities; see ``runs_by_row``."""
    return runs_by_row(probability[None, :, 1], probability[None, :, 2], np.array([threshold], np.float32))[0]


def runs_by_row(begin: Floats, inside: Floats, thresholds: Floats) -> list[list[Run]]:
    """Return for each row (begin, end, score) of its mentions, from [N, W] probabilities of begin and of inside.

    A word belongs to a mention if begin and inside together reach the row's
    threshold; a new mention starts where begin is likelier than inside.
    Greedy on purpose: against constrained Viterbi it moved no figure.
    ``score`` is the mean over its words. All rows at once: a window has
    hundreds, most of them empty, and going through them one by one took a
    tenth of the time of reading.
    """
    out: list[list[Run]] = [[] for _ in range(len(begin))]
    either = begin + inside
    busy = np.flatnonzero(either.max(axis=1) >= thresholds) if either.size else np.zeros(0, np.int64)
    if not len(busy):
        return out
    if len(busy) < len(begin):
        begin, inside, either, thresholds = begin[busy], inside[busy], either[busy], thresholds[busy]
    marked = either >= thresholds[:, None]
    starts, stops = marked.copy(), marked.copy()
    starts[:, 1:] &= ~marked[:, :-1] | (begin > inside)[:, 1:]
    stops[:, :-1] &= ~marked[:, 1:] | starts[:, 1:]
    row, first = np.nonzero(starts)
    last = np.nonzero(stops)[1] + 1
    lengths = last - first
    # The marked words of all rows one behind another: run lies beside run.
    at = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    means = np.add.reduceat(either[marked].astype(np.float64), at) / lengths
    for n, b, e, mean in zip(busy[row].tolist(), first.tolist(), last.tolist(), means.tolist(), strict=True):
        out[n].append((b, e, mean))
    return out


def runs_of(marked: NDArray[np.bool_]) -> list[Run]:
    """Return (begin, end, 1.0) of the stretches of marked words."""
    edges = np.flatnonzero(np.diff(np.r_[False, marked, False].astype(np.int8)))
    return [(int(b), int(e), 1.0) for b, e in edges.reshape(-1, 2)]


def grown(found: list[Run], before: bytes, behind: bytes) -> list[Run]:
    """Let each mention take in neighbouring words that pass a lower threshold and belong to no other mention.

    "the United" is sure and "States" just misses the mark: a mention is
    found by its surest word and bounded by its least sure one. ``before``
    and ``behind``: a byte for each word of the row, 0 where a mention may
    not take the word in before its first, behind its last.
    """
    out: list[Run] = []
    for n, (begin, end, score) in enumerate(found):
        floor = out[-1][1] if out else 0
        ceiling = found[n + 1][0] if n + 1 < len(found) else len(behind)
        begin = max(floor, before.rfind(0, floor, begin) + 1)
        stop = behind.find(0, end, ceiling)
        out.append((begin, ceiling if stop < 0 else stop, score))
    return out


def growth(begin: Floats, inside: Floats, low: Floats) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return for each word of each row, [N, W], whether it may be taken in before a mention, and behind one; see ``grown``."""
    enough = begin + inside >= low[:, None]
    before = enough.copy()
    before[:, :-1] &= (begin <= inside + np.float32(0.3))[:, 1:]  # a word that surely begins a mention stays its first
    return before, enough & (begin <= inside)


def bridged(found: list[Run], gap: int) -> list[Run]:
    """Join mentions that are parted by at most ``gap`` words."""
    out: list[Run] = []
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
