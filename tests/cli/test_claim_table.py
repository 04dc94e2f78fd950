"""Claims in a table: who, to whom, and what is odd about a value."""

from __future__ import annotations

from dataclasses import replace

from rich.console import Console

from builders import a_claim, a_count, a_place, a_report, a_time
from fogline.claims.claim import Claim
from fogline.cli.claim_table import parties, print_claims, where

REPORT = a_report("Shells killed five million people in Orvat on Monday.")
BASE = a_claim(REPORT, "Shells killed five million people in Orvat", "shelling", trigger="killed")


def test_both_sides_of_a_claim_are_named_with_an_arrow() -> None:
    claim = a_claim(REPORT, "Shells killed five million people", actor=["Army", "Militia"], target="civilians")
    assert parties(claim) == "Army, Militia → civilians"
    assert parties(replace(claim, actor=())) == "→ civilians"
    assert parties(replace(claim, target=())) == "Army, Militia →"
    assert parties(BASE) == ""


def test_place_that_no_map_has_says_so() -> None:
    assert where(replace(BASE, place=a_place("Orvat", located=False))) == "Orvat (not placed)"
    assert where(replace(BASE, place=a_place("Hajin"))) == "Hajin"
    assert where(BASE) == "–"


def printed(claim: Claim) -> str:
    console = Console(width=160, force_terminal=False)
    with console.capture() as capture:
        print_claims(REPORT, "r", [claim], console)
    return " ".join(capture.get().split())


def test_odd_values_carry_their_flags() -> None:
    count = replace(a_count("killed", 5_000_000), flags=("implausible",))
    time = replace(a_time("2018-07-03"), flags=("weekday-contradicts-date",))
    words = printed(replace(BASE, counts=(count,), time=time))
    assert "5,000,000 killed (implausible)" in words
    assert "2018-07-03 (weekday contradicts date)" in words
    assert "(" not in printed(BASE).split("how many")[1].replace("(party)", "")
