"""Near copies: one agency's text under several outlets' names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from fogline.intake.report import PartKind, Report

# Runs of this many words are compared; five is the customary choice for
# news, long enough that stock phrases seldom meet.
SHINGLE = 5

# The share of the shorter text's runs that the longer one must have. Wire
# copy trimmed by half keeps nearly all of its runs; two reporters quoting
# one statement share a tenth. Chosen on 23 marked groups of agency copies
# among 195 short reports, 2026-11.
CONTAINED = 0.45

# Fewer runs than this say nothing.
FEWEST = 12

# Pairs that share fewer runs than this are not looked at: below it no text
# of ``FEWEST`` runs reaches the threshold.
FEWEST_SHARED = 5

# Up to this many texts with one run are all paired with each other; beyond
# it, each with this many that follow.
MANY = 40
NEXT_FEW = 8

# Texts published further apart than this are an anniversary, not a copy.
# A text that is copied word for word may be a month late: archives date
# reports by when they were stored.
MOST_DAYS = 14
VERBATIM = 0.9
MOST_DAYS_VERBATIM = 31


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Reports that descend from one text.

    ``report_ids`` have the earliest report first (by publication, then in
    the order given); ``contained`` tells for each how much of the shorter
    text it shares with the member it is closest to (1.0 is all of it).
    """

    report_ids: tuple[str, ...]
    contained: tuple[float, ...]


def shingles(text: str) -> frozenset[int]:
    """Return digests of all runs of five words, case and punctuation apart."""
    words = re.findall(r"\w+", text.casefold())
    return frozenset(_digest(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def _digest(words: list[str]) -> int:
    from zlib import crc32

    data = " ".join(words).encode("utf-8", "surrogatepass")
    return crc32(data) << 32 | crc32(data[::-1])


def near_copies(reports: Sequence[Report], threshold: float = CONTAINED) -> tuple[CopyGroup, ...]:
    """Return the groups of reports that are largely the same text, trimmed or re-headlined copies included.

    Candidates are pairs that share a run of words (an inverted index; of a
    run that very many reports have, only neighbours in time are paired),
    confirmed by containment, not by Jaccard similarity: a copy cut to a
    third is a copy. Near-linear; the same groups for any order of the
    reports. A report given twice counts once.
    """
    known = {r.id: r for r in reports}
    ordered = sorted(known.values(), key=lambda r: (str(r.published_on or "9999"), r.id))
    sets = [shingles(_body(r)) for r in ordered]
    parent = list(range(len(sets)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    closest = [0.0] * len(sets)
    for left, right in sorted(_candidates(sets)):
        smaller = min(len(sets[left]), len(sets[right]))
        if smaller < FEWEST:
            continue
        share = len(sets[left] & sets[right]) / smaller
        most_days = MOST_DAYS_VERBATIM if share >= VERBATIM else MOST_DAYS
        if share < threshold or _days_apart(ordered[left], ordered[right]) > most_days:
            continue
        share = round(share, 3)
        closest[left], closest[right] = max(closest[left], share), max(closest[right], share)
        a, b = sorted((root(left), root(right)))
        parent[b] = a
    groups: dict[int, list[int]] = {}
    for n in range(len(sets)):
        groups.setdefault(root(n), []).append(n)
    return tuple(
        CopyGroup(tuple(ordered[n].id for n in members), tuple(closest[n] for n in members))
        for members in groups.values()
        if len(members) > 1
    )


def _candidates(sets: Sequence[frozenset[int]]) -> set[tuple[int, int]]:
    """Return the pairs of texts that share at least ``FEWEST_SHARED`` runs.

    A run in more than ``MANY`` texts is either a stock phrase or a wire that
    a hundred outlets carry. Leaving it out would miss just that wire, so
    each text is paired with the few that follow it: copies chain up, and
    stock phrases alone do not reach the number of shared runs.
    """
    holders: dict[int, list[int]] = {}
    for n, found in enumerate(sets):
        for shingle in found:
            holders.setdefault(shingle, []).append(n)
    shared: Counter[tuple[int, int]] = Counter()
    for members in holders.values():
        reach = len(members) if len(members) <= MANY else NEXT_FEW
        for at, left in enumerate(members):
            for right in members[at + 1 : at + 1 + reach]:
                shared[left, right] += 1
    return {pair for pair, count in shared.items() if count >= FEWEST_SHARED}


def _body(report: Report) -> str:
    kept = [p.span.of(report.text) for p in report.parts if p.kind not in (PartKind.FURNITURE, PartKind.CAPTION)]
    return "\n".join(kept) or report.text


def _days_apart(left: Report, right: Report) -> int:
    if left.published_on is None or right.published_on is None:
        return 0
    return abs((left.published_on - right.published_on).days)
