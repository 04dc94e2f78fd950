"""Whose a number or a day is where one sentence tells several things."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_claim, a_count, a_place, a_report, a_time, by_id, monitor
from fogline.claims.claim import Claim, Count
from fogline.incidents.apportioning import apportioned, period_tolls, round_ups
from fogline.incidents.figures import figures
from fogline.incidents.linking import link
from fogline.incidents.toll_counts import told_counts
from fogline.intake.report import Report
from fogline.span import Span


def said(report: Report, words: str, number: int | tuple[int | None, int | None], who: str | None, what: str = "killed") -> Count:
    start = report.text.index(words)
    return replace(a_count(what, number, who, words), span=Span(start, start + len(words)))


def told(text: str, *counts: tuple[str, int, str | None]) -> Claim:
    report = a_report(text)
    return a_claim(report, text.rstrip("."), trigger="killed", counts=[said(report, w, n, who) for w, n, who in counts])


@pytest.mark.parametrize(
    ("text", "counts", "total"),
    [
        ("The battle killed 30 soldiers and 39 rebels.", (("30 soldiers", 30, "soldiers"), ("39 rebels", 39, "rebels")), 69),
        ("A raid killed ten children and five women.", (("ten children", 10, "children"), ("five women", 5, "women")), 15),
        (
            "A raid killed a nurse, two guards and four soldiers.",
            (("a nurse", 1, "nurse"), ("two guards", 2, "guards"), ("four soldiers", 4, "soldiers")),
            7,
        ),
        (
            "The clash killed 12 soldiers as well as three medics.",
            (("12 soldiers", 12, "soldiers"), ("three medics", 3, "medics")),
            15,
        ),
    ],
)
def test_groups_joined_by_and_are_added_up(text: str, counts: tuple[tuple[str, int, str | None], ...], total: int) -> None:
    whole = [c.low for c, part in told_counts(told(text, *counts)) if not part]
    assert whole == [total]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "The raid killed 19 people including six children and four women.",
            (("19 people", 19, "people"), ("six children", 6, "children"), ("four women", 4, "women")),
        ),
        (
            "Two women and a child were among 19 people killed.",
            (("Two women", 2, "women"), ("a child", 1, "child"), ("19 people", 19, "people")),
        ),
        (
            "Raids killed 19 soldiers near the dam and 5 guards at the bridge.",
            (("19 soldiers", 19, "soldiers"), ("5 guards", 5, "guards")),
        ),
        ("The raid killed 19 people and another five fighters.", (("19 people", 19, "people"), ("another five", 5, "fighters"))),
    ],
)
def test_parts_places_and_additions_are_not_added_up(text: str, counts: tuple[tuple[str, int, str | None], ...]) -> None:
    assert max(c.low or 0 for c, part in told_counts(told(text, *counts)) if not part) == 19


@pytest.mark.parametrize(
    ("text", "words", "part"),
    [
        ("The ministry named three of the four soldiers killed in the town.", "three of the four soldiers", True),
        ("The ministry named three of the soldiers killed in the town.", "three of the soldiers", True),
        ("In the town three of the soldiers were killed.", "three of the soldiers", False),
        ("Guards killed three of the attackers.", "three of the attackers", False),
    ],
)
def test_some_of_those_killed_are_no_toll(text: str, words: str, part: bool) -> None:
    ((_, partial),) = told_counts(told(text, (words, 3, "soldiers")))
    assert partial is part


def test_best_is_the_dead_of_both_sides() -> None:
    report = a_report("Fighting near Hajin killed 30 soldiers and 39 rebels, a monitor said.")
    counts = [said(report, "30 soldiers", 30, "soldiers"), said(report, "39 rebels", 39, "rebels")]
    claim = a_claim(
        report,
        "Fighting near Hajin killed 30 soldiers and 39 rebels",
        "armed-clash",
        trigger="Fighting",
        counts=counts,
        by=monitor(),
    )
    figure = figures([claim], by_id(report))[0]
    assert (figure.low, figure.best, figure.high) == (69, 69, 69)
    assert "30 soldiers and 39 rebels" in figure.rule


def test_a_number_in_the_narrower_quote_is_that_claims_own() -> None:
    report = a_report("Strikes near Kabiba killed three people while seven were killed at a fuel station in Raqqa.")
    three, seven = said(report, "three people", 3, "people"), said(report, "seven", 7, None)
    outer = a_claim(report, report.text.rstrip("."), trigger="Strikes", place="Hajin", counts=[three, seven])
    inner = a_claim(
        report, "seven were killed at a fuel station in Raqqa", trigger="killed", place="Raqqa", counts=[three, seven]
    )
    one, other = apportioned([outer, inner], report)
    assert [c.low for c in one.counts] == [3]
    assert [c.low for c, _ in told_counts(other)] == [7]
    assert {tuple(c.low for c in i.figures and (i.figures[0],)) for i in link([outer, inner], by_id(report))[0]} == {(3,), (7,)}


def test_a_day_recalled_in_the_sentence_before_dates_nothing_after_it() -> None:
    report = a_report(
        "It was the deadliest attack since March 2011. State media gave a toll of 44 dead in the bombing.", "2016-07-28"
    )
    start = report.text.index("March 2011")
    recalled = replace(a_time("2011-03-01", "2011-03-31"), span=Span(start, start + 10))
    fresh = a_claim(report, "a toll of 44 dead in the bombing", "explosive", trigger="bombing", on=recalled, killed=44)
    own = a_claim(report, "the deadliest attack since March 2011", "explosive", trigger="attack", on=recalled)
    assert [c.time for c in apportioned([own, fresh], report)] == [recalled, None]


def test_the_sum_of_the_towns_is_no_happening_of_its_own() -> None:
    report = a_report(
        "Raids in the north killed 42 people on Wednesday. Nineteen people died in Manbij. Raids on Afrin killed 23 people."
    )
    north = a_place("northern Syria", precision=6, located=False)
    total = a_claim(
        report, "Raids in the north killed 42 people", trigger="killed", place=north, on="2018-12-12", killed=42, by=monitor()
    )
    one = a_claim(
        report, "Nineteen people died in Manbij", trigger="died", place="Manbij", on="2018-12-12", killed=19, by=monitor()
    )
    other = a_claim(
        report, "Raids on Afrin killed 23 people", trigger="killed", place="Afrin", on="2018-12-12", killed=23, by=monitor()
    )
    assert round_ups([total, one, other]) == {total.id}
    incidents, issues = link([total, one, other], by_id(report))
    assert sorted(i.figures[0].best or 0 for i in incidents) == [19, 23]
    assert "no-single-happening" in {i.code for i in issues}


def test_a_total_whose_second_part_is_told_in_passing_is_no_happening_either() -> None:
    report = a_report("Raids in the north killed 35 fighters. In Manbij 30 fighters died and another five outside Afrin.")
    total = a_claim(
        report,
        "Raids in the north killed 35 fighters",
        trigger="killed",
        place=a_place("northern Syria", precision=6, located=False),
        killed=35,
    )
    quote = "In Manbij 30 fighters died and another five outside Afrin"
    counts = [said(report, "30 fighters", 30, "fighters"), said(report, "another five", 5, None)]
    both = a_claim(report, quote, trigger="died", place="Manbij", counts=counts)
    assert round_ups([total, both]) == {total.id}
    city = replace(total, place=a_place("Aleppo"))
    assert round_ups([city, both]) == frozenset()


def test_a_total_of_one_town_or_of_other_numbers_is_a_happening() -> None:
    report = a_report("Raids on Manbij killed 42 people. Nineteen people died in a market in Manbij. Raids on Afrin killed 20.")
    total = a_claim(report, "Raids on Manbij killed 42 people", trigger="killed", place="Manbij", killed=42)
    market = a_claim(report, "Nineteen people died in a market in Manbij", trigger="died", place="Manbij", killed=19)
    other = a_claim(report, "Raids on Afrin killed 20", trigger="killed", place="Afrin", killed=20)
    assert round_ups([total, market, other]) == frozenset()


def test_the_dead_of_a_campaign_are_no_clash_of_the_day_they_were_counted() -> None:
    report = a_report(
        "Shells hit Afrin on Saturday and killed 4 people. More than 250 have been killed in the offensive since 20 January. "
        "It said that 32 medics had died as well.",
        "2018-03-17",
    )
    four = a_claim(
        report,
        "Shells hit Afrin on Saturday and killed 4 people",
        "shelling",
        trigger="killed",
        place="Afrin",
        on="2018-03-17",
        killed=4,
    )
    many = a_claim(report, "More than 250 have been killed in the offensive", "armed-clash", trigger="killed", place="Afrin",
                   on=a_time("2018-01-20", "2018-03-17"), killed=(250, None))  # fmt: skip
    more = a_claim(report, "32 medics had died as well", "air-strike", trigger="died", place="Afrin", killed=32)
    assert period_tolls([four, many, more], report) == {many.id, more.id}
    ((incident,), _) = link([four, many, more], by_id(report))
    assert incident.figures[0].best == 4


def test_a_toll_of_a_week_of_fighting_for_a_town_stays_with_it() -> None:
    report = a_report("Fighting for Manbij since Monday has killed 70 people. Three guards were killed as well.", "2018-12-14")
    week = a_claim(report, "Fighting for Manbij since Monday has killed 70 people", "armed-clash", trigger="Fighting", place="Manbij",
                   on=a_time("2018-12-10", "2018-12-14"), killed=70)  # fmt: skip
    own_day = a_claim(report, "Three guards were killed as well", trigger="killed", place="Manbij", on="2018-12-13", killed=3)
    assert period_tolls([week, own_day], report) == frozenset()


def test_the_length_of_a_siege_is_not_the_time_in_which_people_were_killed() -> None:
    report = a_report("Douma has been besieged for more than a year. The toll of the raids has risen to 42 dead.", "2014-09-12")
    at = report.text.index("more than a year")
    year = replace(a_time("2013-09-12", "2014-09-12"), span=Span(at, at + 16))
    siege = a_claim(report, "besieged for more than a year", "control", trigger="besieged", place="Douma", on=year)
    toll = a_claim(report, "The toll of the raids has risen to 42 dead", trigger="raids", place="Douma", on=year, killed=42)
    assert [c.time for c in apportioned([siege, toll], report)] == [year, None]
    assert [c.time for c in apportioned([toll], report)] == [year]


def test_what_a_town_lost_also_is_no_part_of_its_toll() -> None:
    report = a_report("Strikes on Manbij killed 23 people. A dozen were also killed in Afrin. Raids on Raqqa killed 11.")
    total = a_claim(report, "Strikes on Manbij killed 23 people", trigger="killed", place="Manbij", killed=23)
    also = a_claim(report, "A dozen were also killed in Afrin", trigger="killed", place="Afrin", killed=12)
    last = a_claim(report, "Raids on Raqqa killed 11", trigger="killed", place="Raqqa", killed=11)
    assert round_ups([total, also, last]) == frozenset()


def test_two_numbers_that_make_up_a_total_are_two_happenings_though_one_names_no_place() -> None:
    report = a_report(
        "Coalition raids killed 10 people in the country. Raids near Hajin killed three. Seven died at a fuel station."
    )
    country = a_place("Syria", precision=6, located=False)
    total = a_claim(report, "Coalition raids killed 10 people in the country", trigger="killed", place=country, killed=10)
    one = a_claim(report, "Raids near Hajin killed three", trigger="killed", place="Hajin", killed=3)
    other = a_claim(report, "Seven died at a fuel station", trigger="died", place="Hajin", killed=7)
    incidents, _ = link([total, one, other], by_id(report))
    assert sorted(i.figures[0].best or 0 for i in incidents) == [3, 7]


def test_the_dead_since_a_day_that_is_not_said_are_no_raid_of_today() -> None:
    report = a_report("The truce ended. Since then more than 300 people have been killed in raids on the town of Hajin.")
    since = replace(a_time("2018-12-13"), start=None)
    claim = a_claim(
        report, "more than 300 people have been killed in raids", trigger="raids", place="Hajin", on=since, killed=300
    )
    assert period_tolls([claim], report) == {claim.id}


def test_the_dead_of_an_answer_are_not_those_of_what_it_answered() -> None:
    report = a_report("Strikes killed 45 people in Douma after rebels fired rockets at the capital.")
    dead = said(report, "45 people", 45, "people")
    strikes = a_claim(report, "Strikes killed 45 people in Douma", trigger="Strikes", counts=[dead])
    rockets = a_claim(report, "45 people in Douma after rebels fired rockets", "shelling", trigger="rockets", counts=[dead])
    assert [len(c.counts) for c in apportioned([strikes, rockets], report)] == [1, 0]
    assert [len(c.counts) for c in apportioned([rockets], report)] == [1]


@pytest.mark.parametrize(("when", "summed"), [("last July", False), ("since last July", True), ("over the last months", True)])
def test_a_raid_of_last_july_is_a_raid(when: str, summed: bool) -> None:
    report = a_report(f"Air strikes hit the port {when}, killing nine people.", "2019-02-03")
    claim = a_claim(
        report,
        report.text.rstrip("."),
        type="air-strike",
        trigger="hit",
        place="Hodeidah",
        on=a_time("2018-07-01", "2018-07-31"),
        killed=9,
    )
    assert period_tolls([claim], report) == (frozenset({claim.id}) if summed else frozenset())
