"""A report that opens with a day long ago tells of that day where it names none."""

from __future__ import annotations

from datetime import date

import pytest

from builders import a_claim, a_report
from fogline.incidents.accounts import account_of
from fogline.incidents.lookback import looking_back
from fogline.incidents.telling import tell

STRUCK = "A bomb struck the market of Hajin on 12 November"
KILLED = "Thirteen people were killed, a nurse said"


def told(between: str = "", published: str = "2018-12-13") -> list[set[str]]:
    report = a_report(f"{STRUCK}.{between} {'They speak of it still. ' * 20}{KILLED}.", published)
    bomb = a_claim(report, STRUCK, "explosive", trigger="struck", place="Hajin", on="2018-11-12")
    dead = a_claim(report, KILLED, "explosive", trigger="killed", place="Hajin", killed=13)
    claims = [bomb, dead]
    if between:
        claims.append(a_claim(report, between.strip(" ."), "shelling", trigger="fell", place="Baghuz", on="2018-12-12"))
    return [{c.trigger for c in g} for g in tell(looking_back(claims, report), report).groups]


def test_what_a_look_back_tells_without_a_day_is_of_the_day_it_opens_with() -> None:
    assert told() == [{"struck", "killed"}]


def test_its_days_are_open_back_to_that_day_and_never_firm() -> None:
    report = a_report(f"{STRUCK}. {KILLED}.", "2018-12-13")
    bomb = a_claim(report, STRUCK, "explosive", trigger="struck", place="Hajin", on="2018-11-12")
    dead = a_claim(report, KILLED, "explosive", trigger="killed", killed=13)
    account = account_of([looking_back([bomb, dead], report)[1]], report)
    assert (account.start, account.end, account.firm, account.dated) == (date(2018, 11, 12), date(2018, 12, 13), False, False)


@pytest.mark.parametrize(("between", "published"), [(" Shells fell on Baghuz on Wednesday.", "2018-12-13"), ("", "2019-11-12")])
def test_a_report_with_news_and_one_of_an_anniversary_look_back_to_nothing(between: str, published: str) -> None:
    assert {"struck", "killed"} not in told(between, published)
