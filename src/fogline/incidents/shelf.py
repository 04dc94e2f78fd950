"""What accounts are compared by, at hand for those being compared."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import lru_cache
from itertools import count

from fogline.incidents.accounts import Account
from fogline.incidents.signals import Corpus, Profile, compared_by

# Profiles at hand. In a made-up ledger of thirty incidents a day they reach over some four months.
AT_HAND = 20_000


def numbered(accounts: Sequence[Account], copies: Mapping[str, str]) -> list[int]:
    """Return a number for each account, the same for those that compare alike: ten copies of a wire are weighed once, not ten times."""
    fresh = count()
    number_of: Callable[[Hashable], int] = lru_cache(maxsize=AT_HAND)(lambda compared: next(fresh))
    return [number_of(compared_by(a, copies.get(a.report_id))) for a in accounts]


class Shelf:
    """Profiles of accounts by position, made when asked for; those asked for last are at hand.

    A profile is as large as its claim. Pairs are weighed and groups gathered
    along the days, so that a few thousand at hand are nearly always enough.
    """

    def __init__(self, accounts: Sequence[Account], corpus: Corpus, copies: Mapping[str, str]) -> None:
        self._accounts, self._corpus, self._copies = accounts, corpus, copies
        self._at_hand = lru_cache(maxsize=AT_HAND)(self._profile)

    def _profile(self, n: int) -> Profile:
        account = self._accounts[n]
        return self._corpus.profile(account, self._copies.get(account.report_id))

    def __len__(self) -> int:
        return len(self._accounts)

    def __getitem__(self, n: int) -> Profile:
        return self._at_hand(n)


Profiles = Sequence[Profile] | Shelf
