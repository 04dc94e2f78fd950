"""Who says what: sources, cues and contents, joined into attributions (PolNeAR's sense)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from fogline.reading.decode import Floats, bridged, by_state, mean, runs, runs_of
from fogline.reading.encoded import EncodedWindow
from fogline.reading.encoder import Encoder
from fogline.reading.labels import ATTRIBUTION_ROLES
from fogline.reading.reading import Attribution
from fogline.reading.segment import SPEECH_REACH
from fogline.span import Span

# Chosen on PolNeAR's development articles, 2026-11: at first on half of them,
# three of them anew for fogline-reader-6 on all.
CUE_THRESHOLD = 0.4
CONTENT_THRESHOLD = 0.6  # at which a word is somebody's words by its tag
INTRODUCED = 0.7  # at which it is because a cue introduces it, whatever its tag
LINKED = 0.3  # at which a word of a content may be given to its likeliest cue
SOURCE_SURE = 0.3  # at which a source certainly belongs to a cue, beside others
SOURCE_LEAST = 0.2  # at which the likeliest source is taken for a cue that has no sure one
SOURCE_UNTAGGED = 0.5  # at which words that no tag calls a source are one for this cue
# Fewer words than this between two speakers' are the neighbours', and a
# quotation of fewer words needs a cue to be believed.
SHORTEST_TURN = 3
SHORTEST_QUOTATION = 8
MOST_AT_ONCE = 32

Found = tuple[int, int, float]
Owned = tuple[int, int, int]


def attributions_in(window: EncodedWindow, encoder: Encoder) -> list[Attribution]:
    """Return the attributions whose cue lies in the core of a window."""
    out: list[Attribution] = []
    cues = bridged(runs(window.of_tag("cue"), CUE_THRESHOLD), 0)
    sources = runs(window.of_tag("source"))
    source_of, content_of = _around(window, cues, encoder)
    contents = _contents(1 - window.of_tag("content")[:, 0], content_of)
    for begin, end, owner in contents:
        if owner < 0 and window.in_core(begin) and end - begin >= SHORTEST_QUOTATION:
            out.append(Attribution((), (), (window.span(begin, end),), round(_mean_tag(window, "content", begin, end), 4)))
    for k, cue in enumerate(cues):
        mine = [(begin, end) for begin, end, owner in contents if owner == k]
        if not mine or not window.in_core(cue[0]):
            continue
        scores = [cue[2], *(mean(content_of[k, begin:end]) for begin, end in mine)]
        out.append(
            Attribution(
                source=tuple(_span(window, s) for s in _sources_of(source_of[k], sources)),
                cue=(_span(window, cue),),
                content=tuple(window.span(begin, end) for begin, end in mine),
                score=round(sum(scores) / len(scores), 4),
            )
        )
    return out


def _mean_tag(window: EncodedWindow, tag: str, begin: int, end: int) -> float:
    return 1 - mean(window.of_tag(tag)[begin:end, 0])


def _contents(tagged: Floats, introduced: Floats) -> list[Owned]:
    """Return the stretches that somebody says, each with the cue that introduces it (-1: none), in text order.

    ``tagged``: [W], how likely each word is content; ``introduced``: [cues,
    W], of which cue. One stretch may hold the words of several speakers
    ("Nobody fled, the mayor said, and a nurse added that two had died"): it
    is cut where the likeliest cue changes.
    """
    count = len(tagged)
    likeliest = introduced.argmax(0) if len(introduced) else np.full(count, -1)
    strength = introduced.max(0) if len(introduced) else np.zeros(count, np.float32)
    owner = np.where(strength >= LINKED, likeliest, -1).tolist()
    out: list[Owned] = []
    for begin, end, _ in bridged(runs_of(np.maximum(tagged >= CONTENT_THRESHOLD, strength >= INTRODUCED)), 1):
        out.extend(_turns(owner, begin, end))
    return out


def _turns(owner: Sequence[int], begin: int, end: int) -> list[Owned]:
    """Cut one stretch where the speaker changes; what is unowned or too short goes to the longer neighbour."""
    cuts = [begin, *(n for n in range(begin + 1, end) if owner[n] != owner[n - 1]), end]
    turns = [(cuts[i], cuts[i + 1], owner[cuts[i]]) for i in range(len(cuts) - 1)]
    while len(turns) > 1:
        weak = [n for n, (b, e, o) in enumerate(turns) if o < 0 or e - b < SHORTEST_TURN]
        if not weak:
            break
        n = min(weak, key=lambda n: turns[n][1] - turns[n][0])
        beside = [m for m in (n - 1, n + 1) if 0 <= m < len(turns)]
        m = max(beside, key=lambda m: turns[m][1] - turns[m][0])
        first, last = min(n, m), max(n, m)
        turns[first : last + 1] = [(turns[first][0], turns[last][1], turns[m][2])]
        turns = _same_joined(turns)
    return turns


def _same_joined(turns: list[Owned]) -> list[Owned]:
    out: list[Owned] = []
    for begin, end, owner in turns:
        if out and out[-1][2] == owner:
            out[-1] = (out[-1][0], end, owner)
        else:
            out.append((begin, end, owner))
    return out


def _sources_of(probability: Floats, sources: list[Found]) -> list[Found]:
    """Return the sources of one cue: the sure ones, or else the likeliest if it is likely at all, or else untagged words."""
    summed = [0.0, *np.cumsum(probability).tolist()]
    scored = [((summed[s[1]] - summed[s[0]]) / (s[1] - s[0]), s) for s in sources]
    if sure := [s for score, s in scored if score >= SOURCE_SURE]:
        return sure
    if scored:
        score, best = max(scored, key=lambda pair: pair[0])
        if score >= SOURCE_LEAST:
            return [best]
    untagged = runs_of(probability >= SOURCE_UNTAGGED)
    return untagged[:1]


def _span(window: EncodedWindow, found: Found) -> Span:
    return window.span(found[0], found[1])


def _around(window: EncodedWindow, cues: list[Found], encoder: Encoder) -> tuple[Floats, Floats]:
    """Return [cues, W] how likely each word is source of each cue, and how likely its content."""
    count = len(window.vectors)
    out = np.zeros((len(ATTRIBUTION_ROLES), len(cues), count), np.float32)
    for at in range(0, len(cues), MOST_AT_ONCE):
        some = cues[at : at + MOST_AT_ONCE]
        begins = [begin for begin, _, _ in some]
        scores = encoder.speech(window.vectors, SPEECH_REACH.around(begins, window.sentence), window.vector(some))
        likely = 1 - by_state(scores, 3)[0]
        for role in range(len(ATTRIBUTION_ROLES)):
            SPEECH_REACH.spread(likely[:, role], begins, out[role, at : at + len(some)])
    return out[0], out[1]
