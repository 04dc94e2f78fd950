"""Who says what: sources, cues and contents, joined into attributions (PolNeAR's sense)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from fogline.reading.decode import Floats, bridged, by_state, mean, runs, runs_of
from fogline.reading.encoded import EncodedWindow
from fogline.reading.encoder import Encoder
from fogline.reading.labels import ATTRIBUTION_ROLES
from fogline.reading.reading import Attribution
from fogline.reading.segment import SPEECH_REACH

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
        if owner < 0 and (words := _answered_for(window, begin, end)) is not None:
            score = round(_mean_tag(window, "content", *words), 4)
            out.append(Attribution((), (), tuple(window.spans(*words)), score))
    for k, cue in enumerate(cues):
        mine = [(begin, end) for begin, end, owner in contents if owner == k]
        if not mine or not window.in_core(cue[0]):
            continue
        scores = [cue[2], *(mean(content_of[k, begin:end]) for begin, end in mine)]
        out.append(
            Attribution(
                source=tuple(span for s in _sources_of(source_of[k], sources) for span in window.spans(s[0], s[1])),
                cue=tuple(window.spans(cue[0], cue[1])),
                content=tuple(span for begin, end in mine for span in window.spans(begin, end)),
                score=round(sum(scores) / len(scores), 4),
            )
        )
    return out


def _answered_for(window: EncodedWindow, begin: int, end: int) -> tuple[int, int] | None:
    """Return the words of a quotation without a cue that a window answers for, None if there are none or too few.

    One that runs on over the window's end is cut where the next window takes over, and goes on there (``joined_quotations``).
    """
    core_begin, core_end = window.window.core_begin - window.window.begin, window.window.core_end - window.window.begin
    goes_on, last = begin == 0 and core_begin > 0, len(window.strings)
    if goes_on and end > core_begin:
        begin = core_begin
    elif not window.in_core(begin) or end - begin < SHORTEST_QUOTATION:
        return None
    return begin, min(end, core_end) if end == last else end


def joined_quotations(found: Sequence[Attribution], text: str) -> list[Attribution]:
    """Return attributions with the pieces of quotations without a cue that go on from window to window made one; one too short is left out."""
    pieces = sorted((a for a in found if not a.cue and not a.source), key=lambda a: a.content[0])
    whole: list[Attribution] = []
    for piece in pieces:
        before = whole[-1] if whole else None
        if before is not None and not text[before.content[-1].end : piece.content[0].start].strip():
            content = (*before.content[:-1], before.content[-1].cover(piece.content[0]), *piece.content[1:])
            whole[-1] = replace(before, content=content, score=min(before.score, piece.score))
        else:
            whole.append(piece)
    long = [a for a in whole if sum(len(span.of(text).split()) for span in a.content) >= SHORTEST_QUOTATION]
    return [*(a for a in found if a.cue or a.source), *long]


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
