"""Which accounts are worth comparing: those that share days and place or a rare name, never all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from fogline.incidents.accounts import Account, is_answer
from fogline.incidents.forms import blocking_family
from fogline.incidents.shelf import Profiles
from fogline.incidents.signals import Corpus, Profile, excluded_by_days
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


@dataclass
class Crowd:
    """Blocks that held too many accounts to compare all with all."""

    blocks: int = 0
    largest: tuple[int, tuple[str, ...]] = (0, ())

    def issues(self) -> tuple[Issue, ...]:
        if not self.blocks:
            return ()
        count, key = self.largest
        message = (
            f"{self.blocks} blocks hold more than {BLOCK_FULL} accounts of the same days and place (the largest {count}: {' / '.join(key)}); in them each "
            f"account was compared with its {BLOCK_NEIGHBOURS} nearest in wording and figures only. Two tellings in very different words may stand apart: merge them by hand."
        )
        return (Issue("crowded-block", message, "incidents", Severity.NOTE),)


def candidates(
    profiles: Profiles, corpus: Corpus, crowd: Crowd, accounts: Sequence[Account], copies: Mapping[str, str]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of accounts that may tell one happening, bucket by bucket; ``crowd`` learns which blocks were too full.

    Near-linear: a block has a ceiling of comparisons per account. Only the
    blocks and pairs of the days at hand are held, so that ten years of
    accounts take the memory of their busiest month. A pair of copies may come
    twice.
    """
    rare_at_most = max(40, int(_RARE_SHARE * len(profiles)))
    at: dict[str, list[int]] = defaultdict(list)
    last: list[int] = []
    for index, account in enumerate(accounts):
        buckets = buckets_of(account.start, account.end)
        last.append(_order(buckets[-1]))
        for bucket in buckets:
            at[bucket].append(index)
    days = [_days_of(a) for a in accounts]
    names: dict[int, tuple[list[str], list[str]]] = {}
    # Pairs that were yielded and may come up again in a later bucket of both.
    pending: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for bucket in sorted(at, key=_order):
        today = _order(bucket)
        blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
        for index in at[bucket]:
            if index not in names:
                names[index] = _names(profiles[index], corpus, rare_at_most)
            families, here = names[index]
            for family in families:
                for name in here:
                    blocks[family, name].append(index)
            if last[index] == today:
                del names[index]
        found: set[tuple[int, int]] = set()
        for (family, name), members in blocks.items():
            found.update(_pairs(members, profiles, (family, bucket, name), crowd))
        for pair in sorted(found):
            a, b = pair
            until = min(last[a], last[b])
            if pair in pending[until] or not _may_meet(days[a], days[b]):
                continue
            if until > today:
                pending[until].add(pair)
            yield pair
        pending.pop(today, None)
    copied: dict[str, list[int]] = defaultdict(list)
    for index, account in enumerate(accounts):
        if account.report_id in copies:
            copied[copies[account.report_id]].append(index)
    for group in sorted(copied):
        for a, b in sorted(set(_pairs(copied[group], profiles, ("copies", group), crowd))):
            if _may_meet(days[a], days[b]):
                yield a, b


def _order(bucket: str) -> int:
    return -1 if bucket == "undated" else int(bucket)


_Days = tuple[str, bool, bool, bool, int | None, int | None]


def _days_of(account: Account) -> _Days:
    start, end = (d.toordinal() if d is not None else None for d in (account.start, account.end))
    return account.report_id, account.asserted, account.firm, account.dated, start, end


def _may_meet(one: _Days, other: _Days) -> bool:
    """Return whether days alone leave two accounts a chance: what ``exclusion`` would say, in whole numbers, for most pairs end here."""
    # Two accounts of one report were told apart by their own author.
    if one[0] == other[0] or one[1] != other[1]:
        return False
    gap = 0
    if one[5] is not None and other[4] is not None and one[5] < other[4]:
        gap = other[4] - one[5]
    elif other[5] is not None and one[4] is not None and other[5] < one[4]:
        gap = one[4] - other[5]
    return not excluded_by_days(gap, one[2] and other[2], one[3] or other[3])


def _pairs(members: Sequence[int], profiles: Profiles, key: tuple[str, ...], crowd: Crowd) -> Iterator[tuple[int, int]]:
    if len(members) <= BLOCK_FULL:
        return combinations(members, 2)
    crowd.blocks += 1
    crowd.largest = max(crowd.largest, (len(members), key))
    return _neighbours(members, profiles)


def _names(profile: Profile, corpus: Corpus, rare_at_most: int) -> tuple[list[str], list[str]]:
    account = profile.account
    families = sorted({blocking_family(t) for t in account.types} | ({"ground"} if _answers_a_happening(profile) else set()))
    names: set[str] = {f"name {t}" for t in profile.tokens}
    for place in account.places:
        if place.latitude is not None and place.longitude is not None and place.precision is not None and place.precision <= 4:
            row, column = int(place.latitude // _CELL), int(place.longitude // _CELL)
            names |= {f"cell {row + r},{column + c}" for r in (0, 1) for c in (0, 1)}
    if not account.places:
        names.add("nowhere")
    rare = [w for w in account.context if 1 < corpus.words.counts.get(w, 0) <= rare_at_most]
    rare.sort(key=lambda w: (corpus.words.counts[w], w))
    names |= {f"word {w}" for w in rare[:_RARE_WORDS]}
    for what, (low, high) in account.figures.items():
        number = low if low is not None else high
        if number is not None and number >= 3:
            names.add(f"{what} {number}")
    return families, sorted(names)


def _answers_a_happening(profile: Profile) -> bool:
    """Return whether all that a report has is a denial or accusation about a town: its happening may be told by others."""
    return profile.fine and is_answer(profile.account)


def buckets_of(start: date | None, end: date | None) -> tuple[str, ...]:
    """Return the time buckets that an interval touches, with a day's margin; undated accounts share one of their own."""
    if start is None and end is None:
        return ("undated",)
    first = start or end
    last = end or start
    assert first is not None and last is not None
    low, high = (first - timedelta(days=1)).toordinal() // BUCKET_DAYS, (last + timedelta(days=1)).toordinal() // BUCKET_DAYS
    return tuple(str(n) for n in range(max(low, high - MOST_BUCKETS + 1), high + 1))


def _neighbours(members: Sequence[int], profiles: Profiles) -> Iterator[tuple[int, int]]:
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
