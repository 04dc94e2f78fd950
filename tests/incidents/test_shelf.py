"""Accounts that compare alike are weighed once; what only tells them apart as records does not count."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from builders import a_claim, a_report
from fogline.incidents.accounts import Account, account_of
from fogline.incidents.shelf import numbered
from fogline.incidents.signals import compared_by


def an_account(outlet: str, on: str = "2018-12-12") -> Account:
    report = a_report("Jets struck Hajin and killed 5 people.", "2018-12-14", outlet)
    return account_of([a_claim(report, "Jets struck Hajin and killed 5 people", place="Hajin", on=on, killed=5)], report)


def test_copies_of_one_text_have_one_number() -> None:
    herald, courier, later = an_account("Herald"), an_account("Courier"), an_account("Post", on="2018-12-13")
    copies = {a.report_id: "wire" for a in (herald, courier, later)}
    first, second, third = numbered([herald, courier, later], copies)
    assert first == second != third


def test_a_copy_and_a_text_of_its_own_have_two_numbers() -> None:
    herald, courier = an_account("Herald"), an_account("Courier")
    first, second = numbered([herald, courier], {herald.report_id: "wire"})
    assert first != second


def test_only_what_names_an_account_goes_uncompared() -> None:
    account = an_account("Herald")
    other: dict[str, Any] = {"figures": {"killed": (9, 9)}, "counted": {"killed": "armed"}}
    unread = {
        f.name
        for f in fields(Account)
        if compared_by(replace(account, **{f.name: other.get(f.name, "another")}), None) == compared_by(account, None)
    }
    assert unread == {"id", "claims", "report_id", "published_on", "position"}
