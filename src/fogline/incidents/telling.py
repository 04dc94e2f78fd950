"""Within one report: which of its claims tell one happening, and which states and retorts belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fogline.claims.claim import Claim
from fogline.incidents.accounts import (
    FIRM_DAYS,
    claim_order,
    figures_said,
    is_heading,
    sentence_around,
    size,
    window_of,
)
from fogline.incidents.affiliation import key_of, related
from fogline.incidents.clustering import gather
from fogline.incidents.forms import FOUNDING_STATES, RETORTS, STATES, UNLIKE, is_physical, type_bits
from fogline.incidents.signals import is_fine, km_between
from fogline.incidents.words import content_words, place_words
from fogline.intake.report import Report
from fogline.reading.reading import Modality

# Bits from which two claims of one report tell one happening. Chosen on
# annotated reports of one war, 2026-11; the groups change little between 3.5 and 5.
TOLD_TOGETHER = 4.0
_FLOOR = 2.0

# A claim is weighed against so many that follow it in the report; a headline against all.
_WINDOW = 30

# A toll or state over more days than this is a sum, not part of one happening.
_LONGEST_STATE_DAYS = 10

# A claim of fighting over more days than this, with no town, is about the war.
_LONGEST_HAPPENING_DAYS = 31

_EXCLUDED = -99.0


@dataclass(frozen=True)
class Told:
    """A claim with its sentence's place in the report and the words that telling needs."""

    claim: Claim
    sentence: tuple[int, int]
    words: frozenset[str]
    place: frozenset[str]


@dataclass(frozen=True)
class Telling:
    """A report's claims: groups that tell one happening each, and states and summaries that stand apart from all."""

    groups: tuple[tuple[Claim, ...], ...]
    apart: tuple[Claim, ...]


def tell(
    claims: Sequence[Claim],
    report: Report | None,
    must: frozenset[tuple[str, str]] = frozenset(),
    cannot: frozenset[tuple[str, str]] = frozenset(),
) -> Telling:
    """Group one report's claims by happening. A reviewer's word (``must``, ``cannot``, pairs of claim ids) comes first."""
    ordered = sorted(claims, key=claim_order)
    bound = {id for pair in must for id in pair}
    founders = [c for c in ordered if c.id in bound or (c.type not in STATES and c.type not in RETORTS and not is_summary(c))]
    followers = [c for c in ordered if c.id not in bound and (c.type in STATES or c.type in RETORTS or is_summary(c))]
    told = [_told(c, report) for c in founders]
    groups = _gathered(told, must, cannot)
    loose: list[Claim] = []
    apart: list[Claim] = []
    for claim in followers:
        entry = _told(claim, report)
        home = _home(entry, groups, cannot)
        if home is not None:
            home.append(entry)
        elif claim.type in RETORTS or _founds(claim):
            loose.append(claim)
        else:
            apart.append(claim)
    groups += _gathered([_told(c, report) for c in loose], must, cannot)
    return Telling(tuple(tuple(t.claim for t in g) for g in groups), tuple(apart))


def told_together(left: Told, right: Told) -> float:
    """Return the bits for two claims of one report telling one happening; strongly negative if they cannot."""
    one, other = left.claim, right.claim
    if (one.modality is Modality.PLANNED) != (other.modality is Modality.PLANNED):
        return _EXCLUDED
    kind, days, places = _kind_bits(one, other), _days_bits(one, other), _place_bits(left, right)
    if min(kind, days, places) <= _EXCLUDED:
        return _EXCLUDED
    return (
        kind
        + days
        + places
        + _nearness_bits(left, right)
        + _actor_bits(one, other)
        + _figure_bits(one, other)
        + _word_bits(left, right)
    )


def told_signals(left: Claim, right: Claim, report: Report | None) -> tuple[tuple[str, float, str], ...]:
    """Return what speaks for and against two claims of one report telling one happening, for people to read."""
    one, other = _told(left, report), _told(right, report)
    same = "the same sentence" if one.sentence == other.sentence else "one report"
    return (
        ("told in one report", _nearness_bits(one, other), f"{same}: “{left.trigger}”, “{right.trigger}”"),
        ("type", _kind_bits(left, right), f"{left.type} and {right.type}"),
        ("days", _days_bits(left, right), "the days they state"),
        (
            "place",
            _place_bits(one, other),
            f"{left.place.name if left.place else 'no place'}; {right.place.name if right.place else 'no place'}",
        ),
        ("actors", _actor_bits(left, right), "the doers they name"),
        ("figures", _figure_bits(left, right), "the figures they give"),
        ("words", _word_bits(one, other), "the words they share"),
    )


def _kind_bits(one: Claim, other: Claim) -> float:
    if one.type != other.type and (one.type in RETORTS or other.type in RETORTS):
        return 0.0
    bits = type_bits(one.type, other.type)
    return _EXCLUDED if bits <= UNLIKE else bits


def _told(claim: Claim, report: Report | None) -> Told:
    text = report.text if report is not None else ""
    sentence = (
        sentence_around(text, claim.quote_span.start, claim.quote_span.end)
        if text
        else (claim.quote_span.start, claim.quote_span.end)
    )
    names = [n for n in (claim.place.name, claim.place.text) if n] if claim.place else []
    return Told(claim, sentence, content_words(claim.quote), frozenset(w for n in names for w in place_words(n)))


def _gathered(told: Sequence[Told], must: frozenset[tuple[str, str]], cannot: frozenset[tuple[str, str]]) -> list[list[Told]]:
    position = {t.claim.id: n for n, t in enumerate(told)}
    weights = {
        (a, b): told_together(told[a], told[b])
        for a in range(len(told))
        for b in range(a + 1, len(told) if is_heading(told[a].claim) else min(len(told), a + 1 + _WINDOW))
    }
    kept_apart = {tuple(sorted((position[a], position[b]))) for a, b in cannot if a in position and b in position}
    together = [(position[a], position[b]) for a, b in must if a in position and b in position]

    def forbidden(left: Sequence[int], right: Sequence[int]) -> bool:
        if kept_apart and any((min(a, b), max(a, b)) in kept_apart for a in left for b in right):
            return True
        return any(weights.get((min(a, b), max(a, b)), 0.0) <= _EXCLUDED for a in left for b in right)

    groups = gather(
        len(told),
        weights,
        threshold=TOLD_TOGETHER,
        floor=_FLOOR,
        weigh=lambda a, b: told_together(told[a], told[b]),
        forbidden=forbidden,
        together=together,
    )
    return [[told[n] for n in group] for group in groups]


def _home(entry: Told, groups: Sequence[list[Told]], cannot: frozenset[tuple[str, str]]) -> list[Told] | None:
    """Return the group that a state or retort belongs to: the one with the claim it stands nearest to in every sense."""
    claim = entry.claim
    start, end, _, dated = window_of(claim)
    if (
        (claim.type in STATES or is_summary(claim))
        and dated
        and (start is None or end is None or (end - start).days > _LONGEST_STATE_DAYS)
    ):
        return None
    best: tuple[float, int] | None = None
    for number, group in enumerate(groups):
        if any((min(claim.id, t.claim.id), max(claim.id, t.claim.id)) in cannot for t in group):
            continue
        scores = [told_together(entry, t) for t in group]
        if min(scores) <= _EXCLUDED:
            continue
        top = max(scores)
        if top >= TOLD_TOGETHER and (best is None or top > best[0]):
            best = (top, number)
    return None if best is None else groups[best[1]]


def is_summary(claim: Claim) -> bool:
    """Return whether a claim sums up more than one happening: no town, and over a month or without a beginning.

    "The war has raged since 2011" and "the coalition has bombed the group
    across the country" are claims, but nothing that one could go and see.
    """
    if not is_physical(claim.type) or (claim.place is not None and is_fine(claim.place)):
        return False
    start, end, _, dated = window_of(claim)
    if not dated:
        return False
    return start is None or end is None or (end - start).days > _LONGEST_HAPPENING_DAYS


def _founds(claim: Claim) -> bool:
    """Return whether a state is a happening in itself: a toll, flight or hardship with figures, a town and a few days."""
    start, end, _, dated = window_of(claim)
    return (
        claim.type in FOUNDING_STATES
        and any(c.low is not None or c.high is not None for c in claim.counts)
        and claim.place is not None
        and is_fine(claim.place)
        and dated
        and start is not None
        and end is not None
        and (end - start).days < FIRM_DAYS
    )


def _days_bits(one: Claim, other: Claim) -> float:
    a_start, a_end, a_firm, a_dated = window_of(one)
    b_start, b_end, b_firm, b_dated = window_of(other)
    if not a_dated or not b_dated:
        return 0.0
    disjoint = (a_end is not None and b_start is not None and a_end < b_start) or (
        b_end is not None and a_start is not None and b_end < a_start
    )
    if disjoint:
        return _EXCLUDED
    if (a_start, a_end) == (b_start, b_end):
        return 2.0 if a_firm else 1.2
    if a_firm and b_firm:
        return 1.0
    return -0.5 if a_firm != b_firm else 0.0


def _place_bits(left: Told, right: Told) -> float:
    one, other = left.claim.place, right.claim.place
    if one is None or other is None:
        return 0.0
    if left.place == right.place:
        return 2.0 if is_fine(one) else 0.5
    if left.place <= right.place or right.place <= left.place:
        return 1.5
    if left.place & right.place:
        return -0.5
    if is_fine(one) and is_fine(other):
        km = km_between(one, other)
        town = one.precision is not None and other.precision is not None
        if km is not None and town and km > 25:
            return _EXCLUDED
        return 0.5 if km is not None and km <= 5 else -4.0
    if one.country and other.country and one.country != other.country:
        return _EXCLUDED
    return 0.0


def _nearness_bits(left: Told, right: Told) -> float:
    if left.sentence == right.sentence:
        return 2.5
    if is_heading(left.claim) or is_heading(right.claim):
        return 1.0
    gap = max(left.sentence[0], right.sentence[0]) - min(left.sentence[1], right.sentence[1])
    if gap <= 3:
        return 1.5
    return 0.7 if gap <= 300 else 0.0


def _actor_bits(one: Claim, other: Claim) -> float:
    mine, theirs = {key_of(a.name) for a in one.actor}, {key_of(a.name) for a in other.actor}
    if not mine or not theirs:
        return 0.0
    if mine & theirs:
        return 0.7
    if any(related(a, b) for a in mine for b in theirs):
        return 0.4
    # "Clashes between A and B" turns the roles round from one sentence to the next.
    targets = {key_of(a.name) for a in (*one.target, *other.target)}
    return 0.0 if (mine | theirs) & targets else -1.5


def _figure_bits(one: Claim, other: Claim) -> float:
    mine, theirs = figures_said([one]), figures_said([other])
    best = 0.0
    for what in mine.keys() & theirs.keys():
        small, large = sorted((size(mine[what]), size(theirs[what])))
        if small == large:
            best = max(best, 2.0 if small > 1 else 0.5)
        elif large > 3 * max(1, small):
            best = min(best, -1.0)
    return best


def _word_bits(left: Told, right: Told) -> float:
    common = len(left.words & right.words)
    if not common:
        return -0.3
    return min(2.5, 6.0 * common / (len(left.words) + len(right.words)))
