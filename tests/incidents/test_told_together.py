"""What speaks for two claims of one report telling one happening."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from builders import a_claim, a_count, a_place, a_report
from fogline.claims.claim import Claim, ClaimPlace
from fogline.grounding.grounding import PlaceBasis
from fogline.incidents.told_together import told_signals
from fogline.intake.report import Report
from fogline.span import Span


def test_the_same_dead_outweigh_other_wounded_whatever_is_compared_first() -> None:
    report = a_report("A raid killed 9 people in Hajin and hurt 4. Nine people died, 40 were hurt.")
    one = a_claim(
        report, "A raid killed 9 people in Hajin", trigger="killed", counts=[a_count("killed", 9), a_count("injured", 4)]
    )
    other = a_claim(report, "Nine people died", trigger="died", counts=[a_count("injured", 40), a_count("killed", 9)])
    bits = {name: bits for name, bits, _ in told_signals((one, other), report)[0]}
    assert bits["figures"] > 0
    assert {name: bits for name, bits, _ in told_signals((other, one), report)[0]} == bits


def bits_of(signal: str, one: Claim, other: Claim, report: Report) -> float:
    return {name: bits for name, bits, _ in told_signals((one, other), report)[0]}[signal]


def test_three_soldiers_and_three_residents_are_no_one_toll() -> None:
    report = a_report("Three soldiers were killed at the front. Three residents died in the town. Three others died.")
    soldiers, residents, others = (
        a_claim(report, quote, "shelling", counts=[a_count("killed", 3, who)])
        for quote, who in (
            ("Three soldiers were killed", "soldiers"),
            ("Three residents died", "residents"),
            ("Three others died", None),
        )
    )
    assert bits_of("figures", soldiers, residents, report) == 0
    assert bits_of("figures", soldiers, others, report) > 0


def named_at(report: Report, words: str, name: str, **more: Any) -> ClaimPlace:
    start = report.text.index(words)
    feature = None if more.get("precision", 1) is None else "city"
    return replace(a_place(name, **more), text=words, span=Span(start, start + len(words)), feature=feature)


@pytest.mark.parametrize(
    ("words", "name", "town", "spot"),
    [
        ("the Salihiya neighbourhood", "Salihiya", False, True),
        ("the district of Salihiya", "Salihiya", False, True),
        ("several quarters including Salihiya", "Salihiya", False, True),
        ("Noor hospital", "Noor hospital", False, True),
        ("the cattle market in Gorat", "Gorat", True, False),
        ("Gorat market", "Gorat", True, False),
        ("Gorat, in Tamba district", "Gorat", False, False),
        ("rebel-held areas of Gorat", "Gorat", True, False),
    ],
)
def test_a_spot_lies_in_the_town_and_the_town_of_a_market_in_no_other(words: str, name: str, town: bool, spot: bool) -> None:
    report = a_report(f"Gunmen killed five farmers at Wagan. Nine people were killed at {words}.")
    wagan = named_at(report, "Wagan", "Wagan", precision=None)
    place = named_at(report, words, name, precision=None)
    place = replace(place, feature="city" if town else None)
    farmers = a_claim(report, "Gunmen killed five farmers at Wagan", "attack", place=wagan)
    market = a_claim(report, f"Nine people were killed at {words}", "attack", place=place)
    assert (bits_of("place", farmers, market, report) == 0) is spot


def test_words_that_refer_back_to_a_town_part_it_from_another_and_a_borrowed_town_does_not() -> None:
    report = a_report("Shells hit a house in Hajin. The bodies of eight children came from the market.")
    shells = a_claim(report, "Shells hit a house in Hajin", "shelling", place=named_at(report, "Hajin", "Hajin"))
    market = replace(named_at(report, "the market", "Idlib"), basis=PlaceBasis.INHERITED)
    quote = "The bodies of eight children came from the market"
    assert bits_of("place", shells, a_claim(report, quote, "shelling", place=market), report) < 0
    borrowed = replace(market, text="Idlib", span=None)
    assert bits_of("place", shells, a_claim(report, quote, "shelling", place=borrowed), report) == 0
