"""Near copies: one agency's text under several outlets' names."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, chain
from zlib import crc32

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
    words = [w.encode("utf-8", "surrogatepass") for w in re.findall(r"\w+", text.casefold())]
    # Cut from the whole, forwards and backwards: to join each run's words by themselves takes half as long again.
    ends = list(accumulate(len(w) + 1 for w in words))
    whole = b" ".join(words)
    backwards, length = whole[::-1], len(whole)
    out = []
    for begin, end in zip([0, *ends], ends[SHINGLE - 1 :], strict=False):
        run, reversed_run = whole[begin : end - 1], backwards[length - end + 1 : length - begin]
        out.append(crc32(run) << 32 | crc32(reversed_run))
    return frozenset(out)


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
    parent = list(range(len(ordered)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    closest = [0.0] * len(ordered)
    recent = _Recent()
    # Undated reports may be a copy of any: they stay at hand throughout.
    undated = [n for n, r in enumerate(ordered) if r.published_on is None]
    for n in undated + [n for n, r in enumerate(ordered) if r.published_on is not None]:
        mine = shingles(_body(ordered[n]))
        recent.forget_before(ordered[n].published_on)
        for other in recent.sharing(mine):
            theirs = recent.sets[other]
            smaller = min(len(mine), len(theirs))
            if smaller < FEWEST:
                continue
            share = len(mine & theirs) / smaller
            most_days = MOST_DAYS_VERBATIM if share >= VERBATIM else MOST_DAYS
            if share < threshold or _days_apart(ordered[other], ordered[n]) > most_days:
                continue
            share = round(share, 3)
            closest[other], closest[n] = max(closest[other], share), max(closest[n], share)
            a, b = sorted((root(other), root(n)))
            parent[b] = a
        recent.add(n, mine, ordered[n].published_on)
    groups: dict[int, list[int]] = {}
    for n in range(len(ordered)):
        groups.setdefault(root(n), []).append(n)
    return tuple(
        CopyGroup(tuple(ordered[n].id for n in members), tuple(closest[n] for n in members))
        for members in groups.values()
        if len(members) > 1
    )


class _Recent:
    """The texts that a new one may be a copy of: those of the last month, found by their runs of words.

    Older ones are forgotten, so that ten years of reports take the memory
    of one month.
    """

    def __init__(self) -> None:
        self.sets: dict[int, frozenset[int]] = {}
        self._holders: dict[int, list[int]] = {}
        self._days: deque[tuple[date, int]] = deque()

    def sharing(self, runs: frozenset[int]) -> list[int]:
        """Return the texts that share at least ``FEWEST_SHARED`` runs, in order.

        A run in more than ``MANY`` texts is either a stock phrase or a wire
        that a hundred outlets carry. Leaving it out would miss just that
        wire, so it counts for the few latest: copies chain up, and stock
        phrases alone do not reach the number of shared runs.
        """
        held = [holders for run in runs if (holders := self._holders.get(run)) is not None]
        shared = Counter(chain.from_iterable(h if len(h) <= MANY else h[-NEXT_FEW:] for h in held))
        return sorted(n for n, count in shared.items() if count >= FEWEST_SHARED)

    def add(self, n: int, runs: frozenset[int], published_on: date | None) -> None:
        self.sets[n] = runs
        for run in runs:
            self._holders.setdefault(run, []).append(n)
        if published_on is not None:
            self._days.append((published_on, n))

    def forget_before(self, day: date | None) -> None:
        """Forget dated texts that are too old to be copied on a day."""
        while day is not None and self._days and (day - self._days[0][0]).days > MOST_DAYS_VERBATIM:
            _, n = self._days.popleft()
            for run in self.sets.pop(n):
                holders = self._holders[run]
                if len(holders) == 1:
                    del self._holders[run]
                else:
                    holders.remove(n)


def _body(report: Report) -> str:
    kept = [p.span.of(report.text) for p in report.parts if p.kind not in (PartKind.FURNITURE, PartKind.CAPTION)]
    return "\n".join(kept) or report.text


def _days_apart(left: Report, right: Report) -> int:
    if left.published_on is None or right.published_on is None:
        return 0
    return abs((left.published_on - right.published_on).days)
