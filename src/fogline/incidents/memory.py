"""What linking keeps from one run to the next, so that a ledger that grew by a few reports is not linked anew.

Nothing in it decides anything: each part is kept under everything that it was
worked out from and is worked out again when any of that is different. A run
with a memory gives what a run without one gives, to the last weight.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from fogline.claims.claim import Claim
from fogline.incidents.accounts import Account
from fogline.incidents.incident import Incident
from fogline.incidents.signals import Corpus, Profile
from fogline.intake.report import Report

Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class ToldReport:
    """A report's claims as linking dates them, gathered into accounts."""

    given: tuple[Claim, ...]
    report: Report | None
    must: Pairs
    cannot: Pairs
    claims: tuple[Claim, ...]
    accounts: tuple[Account, ...]
    apart: tuple[Claim, ...]

    def is_of(self, given: tuple[Claim, ...], report: Report | None, must: Pairs, cannot: Pairs) -> bool:
        return self.given == given and self.report == report and self.must == must and self.cannot == cannot


@dataclass(frozen=True)
class _Known:
    account: Account
    rarity: tuple[float, ...]
    profile: Profile
    number: int


@dataclass
class Memory:
    """Accounts per report, profiles, weights and incidents of the last run; what that run did not use is forgotten.

    ``worked_out`` counts what the last run could not take from here.
    """

    parents: Mapping[str, str] | None = None
    told: dict[str, ToldReport] = field(default_factory=dict)
    profiles: dict[str, _Known] = field(default_factory=dict)
    weights: dict[tuple[int, int], float] = field(default_factory=dict)
    incidents: dict[tuple[object, ...], Incident] = field(default_factory=dict)
    worked_out: dict[str, int] = field(default_factory=dict)
    _next: int = 0
    _told: dict[str, ToldReport] = field(default_factory=dict)
    _profiles: dict[str, _Known] = field(default_factory=dict)
    _weights: dict[tuple[int, int], float] = field(default_factory=dict)
    _incidents: dict[tuple[object, ...], Incident] = field(default_factory=dict)

    def begin(self, parents: Mapping[str, str]) -> None:
        """Start a run. Who belongs to whom goes into every weight: if that changed, all is forgotten."""
        if self.parents is not None and self.parents != parents:
            self.told, self.profiles, self.weights, self.incidents = {}, {}, {}, {}
        self.parents = parents
        self._told, self._profiles, self._weights, self._incidents = {}, {}, {}, {}
        self.worked_out = {"reports": 0, "profiles": 0, "weights": 0, "incidents": 0}

    def end(self) -> None:
        """End a run: keep what it used."""
        self.told, self.profiles, self.weights, self.incidents = self._told, self._profiles, self._weights, self._incidents

    def told_of(
        self,
        report_id: str,
        given: tuple[Claim, ...],
        report: Report | None,
        must: Pairs,
        cannot: Pairs,
        tell: Callable[[], ToldReport],
    ) -> ToldReport:
        known = self.told.get(report_id)
        if known is None or not known.is_of(given, report, must, cannot):
            known = tell()
            self.worked_out["reports"] += 1
        self._told[report_id] = known
        return known

    def profile_of(self, account: Account, corpus: Corpus, copy_group: str | None) -> tuple[Profile, int]:
        """Return an account's profile and a number that stands for it and for how rare its words, places and actors are."""
        rarity = corpus.rarity_of(account)
        known = self.profiles.get(account.id)
        if known is None or known.account is not account or known.rarity != rarity or known.profile.copy_group != copy_group:
            known = _Known(account, rarity, corpus.profile(account, copy_group), self._next)
            self._next += 1
            self.worked_out["profiles"] += 1
        self._profiles[account.id] = known
        return known.profile, known.number

    def weight_of(self, key: tuple[int, int], weigh: Callable[[], float]) -> float:
        found = self._weights.get(key)
        if found is None:
            found = self.weights.get(key)
            if found is None:
                found = weigh()
                self.worked_out["weights"] += 1
            self._weights[key] = found
        return found

    def incident_of(self, key: tuple[object, ...], describe: Callable[[], Incident]) -> Incident:
        found = self.incidents.get(key)
        if found is None:
            found = describe()
            self.worked_out["incidents"] += 1
        self._incidents[key] = found
        return found


# Weights at hand for a ledger that is linked once. Copies of one text come within days of each other.
_WEIGHTS_AT_HAND = 50_000


class Forgetful(Memory):
    """A memory that keeps no more than the latest weights, for a ledger that is linked once: what it would keep is larger than the ledger."""

    def told_of(
        self,
        report_id: str,
        given: tuple[Claim, ...],
        report: Report | None,
        must: Pairs,
        cannot: Pairs,
        tell: Callable[[], ToldReport],
    ) -> ToldReport:
        return tell()

    def profile_of(self, account: Account, corpus: Corpus, copy_group: str | None) -> tuple[Profile, int]:
        self._next += 1
        return corpus.profile(account, copy_group), self._next

    def weight_of(self, key: tuple[int, int], weigh: Callable[[], float]) -> float:
        found = self.weights.get(key)
        if found is None:
            if len(self.weights) >= _WEIGHTS_AT_HAND:
                self.weights.clear()
            found = self.weights[key] = weigh()
        return found

    def incident_of(self, key: tuple[object, ...], describe: Callable[[], Incident]) -> Incident:
        return describe()
