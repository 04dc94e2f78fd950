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
from datetime import timedelta
from itertools import combinations

from fogline.claims.claim import Claim, ClaimTime, Count
from fogline.incidents.accounts import NEWS_AGE, names_a_place, sentence_around, window_of
from fogline.incidents.forms import is_physical
from fogline.incidents.signals import is_fine
from fogline.incidents.toll_counts import own_counts, size, told_counts
from fogline.incidents.words import place_words
from fogline.intake.report import Report

# A toll or state over more days than this is a sum, not part of one happening.
LONGEST_TOLL_DAYS = 10

# What tells the dead of an offensive or a war from those of a day.
ADDED_UP = re.compile(
    r"\b(?:killed|killing|died|dead|deaths|lost|wounded|injured)\b[^.]*\b(?:since|so far|to date|"
    r"(?:in|over|during) the (?:past|last) (?:\w+ )?(?:years?|months?|weeks?)|"
    r"(?:in|during) (?:it|the (?:whole )?(?:offensive|campaign|war|conflict|battle|operation|uprising)))\b",
    re.IGNORECASE,
)
# A long time that was counted through; "in May" and "last May" are one day of which only the month is known.
_RUNNING = re.compile(
    r"\b(?:since|so far|to date|past|last(?! (?:jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec))|over|during|throughout|between|in (?:it|the (?:offensive|campaign|war)))\b",
    re.IGNORECASE,
)
_AS_WELL = re.compile(r"\b(?:as well|also|too|in addition|besides|another|further|meanwhile)\b", re.IGNORECASE)

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
        if text and counts:
            counts = tuple(n for n in counts if not _before_it(n, claim, counting, text))
        time = None if text and (_only_recalled(claim, text) or _of_a_neighbour(claim, claims)) else claim.time
        time = _over_its_days(claim, time)
        changed = counts != claim.counts or time is not claim.time
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


# "Air strikes killed 45 people after rebels had fired rockets": the dead are the strikes'.
_AFTER = re.compile(r"\b(?:following|after|in response to|in retaliation for|in revenge for|prompted by)\b", re.IGNORECASE)


def _before_it(count: Count, claim: Claim, claims: Sequence[Claim], text: str) -> bool:
    """Return whether a number is told of what came after a claim's happening, which another claim of the sentence tells."""
    if count.span.end > claim.trigger_span.start or _AFTER.search(text[count.span.end : claim.trigger_span.start]) is None:
        return False
    return any(
        other is not claim
        and is_physical(other.type)
        and any(n.span == count.span for n in other.counts)
        and other.trigger_span.start < claim.trigger_span.start
        and not _AFTER.search(text[min(count.span.end, other.trigger_span.end) : max(count.span.start, other.trigger_span.start)])
        for other in claims
    )


_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_BATTLE = r"(?:(?:fierce|heavy|intense|street|ground|deadly) )?(?:fighting|clash(?:es)?|battles?|combat|assault|siege)"
# "Fought for the town for a third day", "the fourth day of clashes", "a three-day battle": one happening over its days.
_NTH_DAY = re.compile(
    rf"\b(?:for|into|on|in) (?:a|the|its|their) (?P<nth>{'|'.join(_NTH[1:])}) (?:(?:straight|consecutive|successive) )?day\b(?! of (?!{_BATTLE}))",
    re.IGNORECASE,
)
_DAYS_LONG = re.compile(rf"\b(?P<number>{'|'.join(_NUMBERS[1:])}|[2-9]|10)[- ]days?(?:[- ]long| of)? {_BATTLE}\b", re.IGNORECASE)


def _over_its_days(claim: Claim, time: ClaimTime | None) -> ClaimTime | None:
    """Return the days of a battle that is told by its last: "a third day on Friday" began on Wednesday.

    Raids from the air on three days running are three; a battle is one.
    """
    if time is None or claim.type not in ("armed-clash", "territory-gained") or time.end is None or time.start != time.end:
        return time
    nth, long = _NTH_DAY.search(claim.quote), _DAYS_LONG.search(claim.quote)
    if nth is not None:
        days = _NTH.index(nth["nth"].casefold()) + 1
    elif long is not None:
        said = long["number"].casefold()
        days = int(said) if said.isdigit() else _NUMBERS.index(said) + 1
    else:
        return time
    return replace(time, start=time.end - timedelta(days=days - 1))


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


def _of_a_neighbour(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Return whether a long time is another claim's: its words stand outside this claim's quote and inside that one's.

    "The town has been under siege for more than a year. The toll of the raids
    has risen to 42" are no 42 dead of a year.
    """
    time = claim.time
    if time is None or time.span is None or time.start is None or time.end is None or claim.quote_span.overlap(time.span):
        return False
    if (time.end - time.start).days <= LONGEST_TOLL_DAYS:
        return False
    return any(
        other is not claim and other.quote_span.contains(time.span) and not other.quote_span.contains(claim.trigger_span)
        for other in claims
    )


def round_ups(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the ids of claims whose dead are those of several happenings that the report goes on to tell one by one.

    "Raids across the province killed 42" and below it 19 dead in one town and
    23 in another: three numbers, two happenings. The total stands before its
    parts and names none of their places.
    """
    return sums(claims)[0]


def sums(claims: Sequence[Claim]) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """Return ``round_ups``, and the pairs of claims that are two parts of one total: two happenings, however near they stand."""
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
    found: set[str] = set()
    apart: set[tuple[str, str]] = set()
    for at, (claim, dead, beside) in enumerate(told):
        if beside or dead < _LEAST:
            continue
        town = claim.place is not None and is_fine(claim.place)
        parts: dict[str, int] = {}
        tellers: dict[str, Claim] = {}
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
                # After a town's own dead "a dozen were also killed" is no part of them.
                and not (town and _AS_WELL.search(other.quote))
            ):
                parts[place.name] = max(some, parts.get(place.name, 0))
                tellers.setdefault(place.name, other)
        # Where the total names a town, only what comes next can be meant by it.
        numbers = list(parts.items())[: 2 if town else _MOST_PARTS]
        exact = next(
            (some for k in range(2, len(numbers) + 1) for some in combinations(numbers, k) if sum(n for _, n in some) == dead),
            None,
        )
        if exact is not None:
            found.add(claim.id)
            apart |= {_pair(tellers[one], tellers[other]) for (one, _), (other, _) in combinations(exact, 2)}
        elif not town and (pair := _next_two(claim, dead, told[at + 1 :])) is not None:
            found.add(claim.id)
            apart.add(pair)
    return frozenset(found), frozenset(apart)


def _next_two(total: Claim, dead: int, after: Sequence[tuple[Claim, int, bool]]) -> tuple[str, str] | None:
    """Return the two claims that come next after a total and make it up, though the place of one of them was not caught."""
    following = [(c, n) for c, n, _ in after if n != dead and not c.quote_span.overlap(total.quote_span)][:2]
    if len(following) < 2 or sum(n for _, n in following) != dead:
        return None
    (one, first), (other, second) = following
    if first == second or min(first, second) < 2 or one.quote_span.overlap(other.quote_span):
        return None
    return _pair(one, other)


def _pair(one: Claim, other: Claim) -> tuple[str, str]:
    return min(one.id, other.id), max(one.id, other.id)


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
            long = start is None or end is None or (end - start).days > LONGEST_TOLL_DAYS
            if long and is_physical(claim.type) and _RUNNING.search(words):
                found.add(claim.id)
        elif begin and _AS_WELL.search(words):
            before, _ = sentence_around(text, begin - 2, begin - 1)
            if ADDED_UP.search(text[before:begin]):
                found.add(claim.id)
    return frozenset(found)
