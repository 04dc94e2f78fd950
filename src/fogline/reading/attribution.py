"""Who says what: sources, cues and contents, joined into attributions (PolNeAR's sense)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from fogline.reading.decode import bridged, runs, softmax
from fogline.reading.encoded import EncodedWindow
from fogline.reading.encoder import Encoder
from fogline.reading.labels import ATTRIBUTION_ROLES
from fogline.reading.reading import Attribution
from fogline.reading.segment import distance_buckets
from fogline.span import Span

# Chosen on half of PolNeAR's development articles, 2026-11; the other half
# scores within 0.5 points.
CUE_THRESHOLD = 0.3
LINKED = 0.15  # mean probability at which a content belongs to a cue
SOURCE_SURE = 0.3  # at which a source certainly belongs to a cue, beside others
SOURCE_LEAST = 0.1  # at which the likeliest source is taken for a cue that has no sure one
MOST_AT_ONCE = 32

Found = tuple[int, int, float]


def attributions_in(encoded: Sequence[EncodedWindow], encoder: Encoder) -> list[Attribution]:
    """Return the attributions of a text, window by window, each answered by the window whose core holds its cue."""
    out: list[Attribution] = []
    for window in encoded:
        cues = bridged(runs(window.of_tag("cue"), CUE_THRESHOLD), 0)
        contents = [r for r in bridged(runs(window.of_tag("content")), 1)]
        sources = runs(window.of_tag("source"))
        around = _around(window, cues, encoder)
        chosen: dict[int, list[Found]] = {}
        for content in contents:
            best = max(range(len(cues)), key=lambda k: float(around[k, content[0] : content[1], 1].mean()), default=None)
            if best is not None and float(around[best, content[0] : content[1], 1].mean()) >= LINKED:
                chosen.setdefault(best, []).append(content)
            elif window.in_core(content[0]):
                out.append(Attribution((), (), (_span(window, content),), round(content[2], 4)))
        for k, cue in enumerate(cues):
            if not window.in_core(cue[0]):
                continue
            mine = _sources_of(around[k, :, 0], sources)
            content_runs = chosen.get(k, [])
            if not content_runs:
                continue
            out.append(
                Attribution(
                    source=tuple(_span(window, s) for s in mine),
                    cue=(_span(window, cue),),
                    content=tuple(_span(window, c) for c in content_runs),
                    score=round(float(np.mean([cue[2], *(c[2] for c in content_runs)])), 4),
                )
            )
    return out


def _sources_of(probability: NDArray[np.float32], sources: list[Found]) -> list[Found]:
    """Return the sources of one cue: the sure ones, or else the likeliest one if it is likely at all."""
    scored = [(float(probability[s[0] : s[1]].mean()), s) for s in sources]
    sure = [s for score, s in scored if score >= SOURCE_SURE]
    if sure or not scored:
        return sure
    score, best = max(scored, key=lambda pair: pair[0])
    return [best] if score >= SOURCE_LEAST else []


def _span(window: EncodedWindow, found: Found) -> Span:
    return window.span(found[0], found[1])


def _around(window: EncodedWindow, cues: list[Found], encoder: Encoder) -> NDArray[np.float32]:
    """Return [cues, W, 2]: how likely each word is source, or content, of each cue."""
    count = len(window.vectors)
    parts = []
    for at in range(0, len(cues), MOST_AT_ONCE):
        some = cues[at : at + MOST_AT_ONCE]
        buckets = [distance_buckets(begin, count, window.sentence) for begin, _, _ in some]
        trigger = np.stack([window.vectors[begin:end].mean(0) for begin, end, _ in some])
        scores = encoder.speech(window.vectors, trigger, np.stack([b[0] for b in buckets]), np.stack([b[1] for b in buckets]))
        parts.append(1 - softmax(scores.reshape(len(some), count, len(ATTRIBUTION_ROLES), 3))[..., 0])
    return np.concatenate(parts) if parts else np.zeros((0, count, len(ATTRIBUTION_ROLES)), dtype=np.float32)
