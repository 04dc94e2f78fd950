"""Which accounts are compared at all: nothing is left out that could be one happening."""

from __future__ import annotations

from itertools import combinations

from builders import a_claim, a_report, monitor
from fogline.incidents.accounts import Account, account_of
from fogline.incidents.candidates import BLOCK_FULL, Crowd, candidates
from fogline.incidents.shelf import Shelf
from fogline.incidents.signals import Corpus
from fogline.incidents.weighing import exclusion


def told(number: int, on: str | None, published: str = "2018-12-14") -> Account:
    report = a_report(f"Jets struck the mill in Hajin, outlet {number} wrote.", published, f"Outlet {number}")
    return account_of([a_claim(report, "Jets struck the mill in Hajin", place="Hajin", on=on, by=monitor())], report)


def pairs(accounts: list[Account], copies: dict[str, str] | None = None) -> tuple[set[tuple[int, int]], Crowd]:
    crowd, corpus = Crowd(), Corpus.of(accounts)
    return set(candidates(Shelf(accounts, corpus, copies or {}), corpus, crowd, accounts, copies or {})), crowd


DAYS = ("2018-12-10", "2018-12-11", "2018-12-12", "2018-12-13", None, "2018-12-16", "2018-11-30")


def test_of_tellings_of_one_town_only_those_whose_days_exclude_each_other_are_not_compared() -> None:
    accounts = [told(n, on) for n, on in enumerate(DAYS)]
    corpus = Corpus.of(accounts)
    profiles = [corpus.profile(a) for a in accounts]
    apart = {(a, b) for a, b in combinations(range(len(accounts)), 2) if exclusion(profiles[a], profiles[b]) is not None}
    assert pairs(accounts)[0] == set(combinations(range(len(accounts)), 2)) - apart
    assert (0, 2) in apart
    assert (0, 1) not in apart


def test_claims_of_one_report_are_not_compared() -> None:
    account = told(1, "2018-12-12")
    assert pairs([account, account])[0] == set()


def test_a_crowded_block_is_said() -> None:
    accounts = [told(n, "2018-12-12") for n in range(BLOCK_FULL + 1)]
    found, crowd = pairs(accounts)
    assert len(found) < len(accounts) * (len(accounts) - 1) / 2
    (issue,) = crowd.issues()
    assert f"more than {BLOCK_FULL} accounts" in issue.message
    assert pairs(accounts[:-1])[1].issues() == ()
