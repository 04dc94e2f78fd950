"""Denials and accusations: which happening of their report, or of others', they speak of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_claim, a_place, a_report, by_id, monitor
from fogline.claims.claim import Claim
from fogline.grounding.grounding import PlaceBasis
from fogline.incidents.accounts import account_of
from fogline.incidents.incident import IncidentStatus
from fogline.incidents.linking import link
from fogline.incidents.telling import tell
from fogline.intake.report import Report

RAID = "Jets struck Hajin on Wednesday, killing nine"


def groups(report: Report, *claims: Claim) -> set[frozenset[str]]:
    return {frozenset(c.trigger for c in group) for group in tell(claims, report).groups}


def a_raid(report: Report) -> Claim:
    return a_claim(report, RAID, trigger="struck", place="Hajin", on="2018-12-12", killed=9, by=monitor())


@pytest.mark.parametrize(
    ("words", "type", "on", "joins"),
    [
        ("The army on Friday denied involvement", "reject", "2018-12-14", True),
        ("The council on Monday condemned the Hajin attack", "accuse", "2018-12-17", True),
        # Denied before it happened, or long after.
        ("The army on Monday denied involvement", "reject", "2018-12-10", False),
        ("The army in January denied involvement", "reject", "2019-01-08", False),
    ],
)
def test_a_denial_of_a_later_day_joins_what_it_denies(words: str, type: str, on: str, joins: bool) -> None:
    report = a_report(f"{RAID}. {words}.", "2019-01-09")
    verb = words.split()[4]
    retort = a_claim(report, words, type, trigger=verb, on=on)
    assert groups(report, a_raid(report), retort) == (
        {frozenset({"struck", verb})} if joins else {frozenset({"struck"}), frozenset({verb})}
    )
    # The raid keeps its day.
    if joins:
        account = account_of([a_raid(report), retort], report)
        assert account.firm and str(account.end) == "2018-12-12"


@pytest.mark.parametrize(
    ("words", "joins"),
    [
        ("The army denied that it had carried out the raid", True),
        ("The army denied any role in that attack", True),
        ("The army denied responsibility", True),
        ("The army denied having anything to say, and nothing to do with it", True),
        ("The army denied that it had committed a war crime", True),
        ("The army denied that it buys grain from smugglers", False),
        ("The army denied accusations that it arms smugglers", False),
    ],
)
def test_a_denial_of_the_raid_right_behind_it_goes_on_with_it(words: str, joins: bool) -> None:
    report = a_report(f"{RAID}. {words}.", "2018-12-13")
    retort = a_claim(report, words, "reject", trigger="denied", actor="Syria")
    assert (len(groups(report, a_raid(report), retort)) == 1) is joins


def test_responsibility_is_denied_for_what_was_told_before_and_not_for_what_the_denier_tells_next() -> None:
    report = a_report(f"{RAID}. The army denied responsibility. Three soldiers were killed at Baghuz the same day.", "2018-12-13")
    retort = a_claim(report, "The army denied responsibility", "reject", trigger="denied", actor="Syria")
    told_next = "Three soldiers were killed at Baghuz the same day"
    lost = a_claim(report, told_next, "armed-clash", trigger="killed", target="Syria", place="Baghuz", on="2018-12-12", killed=3)
    assert groups(report, a_raid(report), retort, lost) == {frozenset({"struck", "denied"}), frozenset({"killed"})}


AWAY = " The council met twice that week and agreed on nothing at all." * 8


def test_a_denial_far_down_joins_the_one_happening_whose_town_and_deed_it_names() -> None:
    words = "The army still denies that it struck Hajin"
    report = a_report(f"{RAID}. Rebels shelled Baghuz on Wednesday.{AWAY} {words}.", "2018-12-13")
    shells = a_claim(report, "Rebels shelled Baghuz on Wednesday", "shelling", trigger="shelled", place="Baghuz", on="2018-12-12")
    retort = a_claim(report, words, "reject", trigger="denies", place="Hajin")
    assert groups(report, a_raid(report), shells, retort) == {frozenset({"struck", "denies"}), frozenset({"shelled"})}
    # Of the town alone it may deny anything.
    other = "The army still denies that it levies tolls on jets in Hajin"
    report = a_report(f"{RAID}.{AWAY} {other}.", "2018-12-13")
    assert len(groups(report, a_raid(report), a_claim(report, other, "reject", trigger="denies", place="Hajin"))) == 2


def test_a_report_that_opens_with_a_denial_tells_what_is_denied_further_down() -> None:
    lead = "The government on Thursday denied that an air strike on a village killed children"
    report = a_report(f"{lead}. Its spokesman spoke on television. {RAID} children.", "2018-12-13")
    village = replace(a_place("Syria", precision=6), text="a village", basis=PlaceBasis.INHERITED)
    retort = a_claim(report, lead, "reject", trigger="denied", place=village, on="2018-12-13", actor="Syria")
    raid = a_claim(report, f"{RAID} children", trigger="struck", place="Hajin", on="2018-12-12", killed=9, actor="Syria")
    assert groups(report, raid, retort) == {frozenset({"struck", "denied"})}
    # What denies no violence is other news.
    lead = "The government on Thursday denied that children carry its mail"
    report = a_report(f"{lead}. Its spokesman spoke on television. {RAID} children.", "2018-12-13")
    retort = a_claim(report, lead, "reject", trigger="denied", place=village, on="2018-12-13", actor="Syria")
    raid = a_claim(report, f"{RAID} children", trigger="struck", place="Hajin", on="2018-12-12", killed=9, actor="Syria")
    assert len(groups(report, raid, retort)) == 2


@pytest.mark.parametrize(
    ("words", "joins"),
    [("The army denied having struck Hajin", True), ("The army denied that it levies tolls on jets in Hajin", False)],
)
def test_a_report_of_nothing_but_the_denial_contests_what_another_tells_of_the_town(words: str, joins: bool) -> None:
    report, other = a_report(f"{RAID}.", "2018-12-13", "Herald"), a_report(f"{words}.", "2018-12-13", "Courier")
    raid = replace(a_raid(report), place=a_place("Hajin"))
    retort = a_claim(other, words, "reject", trigger="denied", place="Hajin", actor="Syria")
    elsewhere = [a_report(f"Shells fell on Baghuz ({n}).", "2018-12-13", f"Gazette {n}") for n in range(20)]
    shells = [a_claim(r, "Shells fell on Baghuz", "shelling", trigger="fell", place="Baghuz", on="2018-12-11") for r in elsewhere]
    incidents, _ = link([raid, retort, *shells], by_id(report, other, *elsewhere))
    (struck,) = [i for i in incidents if raid.id in i.claim_ids]
    assert (retort.id in struck.claim_ids) is joins
    assert (struck.status is IncidentStatus.CONTESTED) is joins
