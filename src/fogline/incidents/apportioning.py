"""What of a report's sentences belongs to which of its claims, before they are gathered into happenings.

A reader of events marks for each the words that tell it, and a long sentence
tells two: "strikes near the village killed three people while seven died at a
fuel station in the city". A number inside the narrower of two quotes is that
claim's. A day that was only recalled a sentence before ("the deadliest attack
since March 2011") dates nothing that follows. Nothing that is kept is
changed: the claim in the ledger says what was read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from fogline.claims.claim import Claim
from fogline.incidents.accounts import NEWS_AGE, names_a_place, own_counts, sentence_around, size, told_counts, window_of
from fogline.incidents.forms import is_physical
from fogline.incidents.signals import is_fine
from fogline.incidents.words import place_words
from fogline.intake.report import Report

# A toll or state over more days than this is a sum, not part of one happening.
LONGEST_TOLL_DAYS = 10

# What tells the dead of an offensive or a war from those of a day.
ADDED_UP = re.compile(
    r"\b(?:killed|died|dead|deaths|lost|wounded|injured)\b[^.]*\b(?:since|so far|to date|"
    r"(?:in|during) (?:it|the (?:whole )?(?:offensive|campaign|war|conflict|battle|operation|uprising)))\b",
    re.IGNORECASE,
)
# A long time that was counted through; "in May" is one day of which only the month is known.
_RUNNING = re.compile(
    r"\b(?:since|so far|to date|past|last|over|during|throughout|between|in (?:it|the (?:offensive|campaign|war)))\b",
    re.IGNORECASE,
)
_AS_WELL = re.compile(r"\b(?:as well|also|too|in addition|besides|another|further)\b", re.IGNORECASE)

# A lower number is the sum of others by chance too often.
_LEAST = 8

_BESIDE = re.compile(r"\b(?:another|further|additional|others?)\b|\bmore\b(?!\s+than)", re.IGNORECASE)

# A total is looked for among so many parts; a report of more places is a list, and its total stands at its head anyway.
_MOST_PARTS = 8


def apportioned(claims: Sequence[Claim], report: Report | None) -> tuple[Claim, ...]:
    """Return a report's claims, each with the numbers that are its own and without a day that was only recalled before it."""
    text = report.text if report is not None else ""
    counting = [c for c in claims if c.counts]
    out = []
    for claim in claims:
        counts = claim.counts
        if len(counts) > 1:
            theirs = {n.span for c in counting if c is not claim and _within(c, claim) for n in own_counts(c)}
            kept = tuple(n for n in counts if n.span not in theirs)
            # Two claims on one number ("killed" and "wounded") both keep theirs.
            if theirs and any(n.what == m.what for n in kept for m in counts if m.span in theirs):
                counts = kept
        time = None if text and _only_recalled(claim, text) else claim.time
        changed = counts is not claim.counts or time is not claim.time
        out.append(replace(claim, counts=counts, time=time) if changed else claim)
    return tuple(out)


def _within(inner: Claim, outer: Claim) -> bool:
    """Return whether a claim is told by some of the words of another, and by other means or elsewhere."""
    return (
        inner.quote_span != outer.quote_span
        and outer.quote_span.contains(inner.quote_span)
        and not inner.quote_span.contains(outer.trigger_span)
        and is_physical(inner.type)
        and is_physical(outer.type)
    )


def _only_recalled(claim: Claim, text: str) -> bool:
    """Return whether the words of a claim's day stand in an earlier sentence, and the day is long past."""
    time = claim.time
    if time is None or time.span is None or claim.published_on is None:
        return False
    last = time.end or time.start
    if last is None or (claim.published_on - last).days <= NEWS_AGE or time.span.end > claim.quote_span.start:
        return False
    begin, _ = sentence_around(text, claim.quote_span.start, claim.quote_span.end)
    return time.span.end <= begin


def round_ups(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the ids of claims whose dead are those of several happenings that the report goes on to tell one by one.

    "Raids across the province killed 42" and below it 19 dead in one town and
    23 in another: three numbers, two happenings. The total stands before its
    parts and names none of their places.
    """
    told: list[tuple[Claim, int, bool]] = []
    beside_it: dict[str, int] = {}
    for claim in claims:
        if not (is_physical(claim.type) or claim.type == "casualty-toll"):
            continue
        whole = [size((n.low, n.high)) for n, part in told_counts(claim) if n.what == "killed" and not part]
        added = [size((n.low, n.high)) for n in own_counts(claim) if n.what == "killed" and _BESIDE.search(n.text)]
        if whole or added:
            told.append((claim, max(whole or added), not whole))
            if whole and added:
                # "30 died in one town and another five outside the next": one claim, two places.
                beside_it[claim.id] = sum(added)
    found = set()
    for at, (claim, dead, beside) in enumerate(told):
        if beside or dead < _LEAST:
            continue
        town = claim.place is not None and is_fine(claim.place)
        parts: dict[str, int] = {}
        for other, some, _ in told[at + 1 :]:
            place = other.place
            if not town and other.id in beside_it and some + beside_it[other.id] == dead:
                found.add(claim.id)
            if (
                place is not None
                and names_a_place(place)
                and is_fine(place)
                and not _same_place(claim, other)
                and 1 < some < dead
            ):
                parts[place.name] = max(some, parts.get(place.name, 0))
        # Where the total names a town, only what comes next can be meant by it.
        numbers = list(parts.values())[: 2 if town else _MOST_PARTS]
        if any(sum(some) == dead for k in range(2, len(numbers) + 1) for some in combinations(numbers, k)):
            found.add(claim.id)
    return frozenset(found)


def _same_place(claim: Claim, other: Claim) -> bool:
    if claim.place is None or other.place is None:
        return False
    return bool(place_words(claim.place.name) & place_words(other.place.name))


def period_tolls(claims: Sequence[Claim], report: Report | None) -> frozenset[str]:
    """Return the ids of claims whose dead are those of weeks, a campaign or a war, whatever event they are told as.

    "More than 250 have been killed in the offensive since January" is no clash
    of that day, and "324 civilians had died as well" in the next sentence is
    no air strike of the day before.
    """
    text = report.text if report is not None else ""
    found = set()
    for claim in claims:
        if not any(n.what == "killed" for n in own_counts(claim)) or not (
            is_physical(claim.type) or claim.type == "casualty-toll"
        ):
            continue
        start, end, _, dated = window_of(claim)
        begin, finish = sentence_around(text, claim.quote_span.start, claim.quote_span.end) if text else (0, 0)
        words = text[begin:finish] or claim.quote
        if dated:
            long = start is not None and end is not None and (end - start).days > LONGEST_TOLL_DAYS
            if long and is_physical(claim.type) and _RUNNING.search(words):
                found.add(claim.id)
        elif begin and _AS_WELL.search(words):
            before, _ = sentence_around(text, begin - 2, begin - 1)
            if ADDED_UP.search(text[before:begin]):
                found.add(claim.id)
    return frozenset(found)
