"""Which accounts are worth comparing: those that share days and place or a rare name, never all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fogline.incidents.forms import blocking_family
from fogline.incidents.signals import Corpus, Profile
from fogline.issue import Issue, Severity

# Days in a time bucket. Intervals put an account into every bucket they
# touch, long ones only into those of their last days.
BUCKET_DAYS = 3
MOST_BUCKETS = 12

# Accounts compared with each one inside a block. Above it the block's
# accounts are put in order of their telling words and each meets its
# neighbours only; an Issue says so.
BLOCK_NEIGHBOURS = 30
BLOCK_FULL = 60

# Degrees of a place cell; one of 0.5 degrees is some 50 km across.
_CELL = 0.5

# Words in fewer accounts than this, or than this share, open blocks of their own.
_RARE_SHARE = 0.02
_RARE_WORDS = 6


@dataclass(frozen=True)
class Candidates:
    """Pairs of positions to compare, in order, and what was not compared."""

    pairs: tuple[tuple[int, int], ...]
    issues: tuple[Issue, ...]


def candidates(profiles: Sequence[Profile], corpus: Corpus) -> Candidates:
    """Return pairs of accounts that may tell one happening. Near-linear: a block has a ceiling of comparisons per account."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    rare_at_most = max(40, int(_RARE_SHARE * len(profiles)))
    for index, profile in enumerate(profiles):
        for key in _keys(profile, corpus, rare_at_most):
            blocks[key].append(index)
    pairs: set[tuple[int, int]] = set()
    crowded = 0
    largest: tuple[int, tuple[str, ...]] = (0, ())
    for key in sorted(blocks):
        members = blocks[key]
        if len(members) > BLOCK_FULL:
            crowded += 1
            largest = max(largest, (len(members), key))
            pairs.update(_neighbours(members, profiles))
        else:
            pairs.update((a, b) for n, a in enumerate(members) for b in members[n + 1 :])
    issues: tuple[Issue, ...] = ()
    if crowded:
        count, key = largest
        message = (
            f"{crowded} blocks hold more than {BLOCK_FULL} accounts of the same days and place (the largest {count}: {' / '.join(key)}); in them each "
            f"account was compared with its {BLOCK_NEIGHBOURS} nearest in wording and figures only. Two tellings in very different words may stand apart: merge them by hand."
        )
        issues = (Issue("crowded-block", message, "incidents", Severity.NOTE),)
    return Candidates(tuple(sorted(pairs)), issues)


def _keys(profile: Profile, corpus: Corpus, rare_at_most: int) -> Iterator[tuple[str, ...]]:
    account = profile.account
    families = sorted({blocking_family(t) for t in account.types})
    buckets = buckets_of(account.start, account.end)
    names: set[str] = {f"name {t}" for t in profile.tokens}
    for place in account.places:
        if place.latitude is not None and place.longitude is not None and place.precision is not None and place.precision <= 4:
            row, column = int(place.latitude // _CELL), int(place.longitude // _CELL)
            names |= {f"cell {row + r},{column + c}" for r in (0, 1) for c in (0, 1)}
    if not account.places:
        names.add("nowhere")
    rare = [w for w in account.context if corpus.words.counts.get(w, 0) <= rare_at_most and corpus.words.counts.get(w, 0) > 1]
    rare.sort(key=lambda w: (corpus.words.counts[w], w))
    names |= {f"word {w}" for w in rare[:_RARE_WORDS]}
    for what, (low, high) in account.figures.items():
        number = low if low is not None else high
        if number is not None and number >= 3:
            names.add(f"{what} {number}")
    for family in families:
        for bucket in buckets:
            for name in sorted(names):
                yield family, bucket, name
    if profile.copy_group is not None:
        yield "copies", profile.copy_group


def buckets_of(start: date | None, end: date | None) -> tuple[str, ...]:
    """Return the time buckets that an interval touches, with a day's margin; undated accounts share one of their own."""
    if start is None and end is None:
        return ("undated",)
    first = start or end
    last = end or start
    assert first is not None and last is not None
    low, high = (first - timedelta(days=1)).toordinal() // BUCKET_DAYS, (last + timedelta(days=1)).toordinal() // BUCKET_DAYS
    return tuple(str(n) for n in range(max(low, high - MOST_BUCKETS + 1), high + 1))


def _neighbours(members: Sequence[int], profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Yield each account of a crowded block with those next to it in two orders: by telling words, and by day and figures."""
    half = BLOCK_NEIGHBOURS // 2

    def by_words(index: int) -> tuple[tuple[str, ...], int]:
        weights = profiles[index].words.weights
        return tuple(sorted(weights, key=lambda w: (-weights[w], w))[:3]), index

    def by_figures(index: int) -> tuple[date, int, int]:
        account = profiles[index].account
        killed = account.figures.get("killed", (None, None))
        return account.end or date.max, (killed[0] or killed[1] or 0), index

    for order in (by_words, by_figures):
        ordered = sorted(members, key=order)
        for n, a in enumerate(ordered):
            for b in ordered[n + 1 : n + 1 + half]:
                yield (a, b) if a < b else (b, a)
