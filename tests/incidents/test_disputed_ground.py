"""Who disputes the hold of a place, and who only came there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from raid_tolls import disputed

from builders import IS, SDF, a_claim, a_place, a_report, a_voice, by_id, monitor
from fogline.claims.claim import ActorMention
from fogline.incidents.contradiction import contradictions
from fogline.incidents.incident import ContradictionKind


def test_taken_by_one_account_and_repelled_by_the_other_is_a_dispute() -> None:
    taken = (
        "the force captured two villages near Hajin",
        "territory-gained",
        {"trigger": "captured", "actor": SDF, "place": "Hajin", "by": monitor()},
    )
    repelled = (
        "its men repelled the assault near Hajin",
        "armed-clash",
        {"trigger": "repelled", "actor": IS, "target": SDF, "place": "Hajin", "by": IS},
    )
    fought = (
        "its men fought the force near Hajin",
        "armed-clash",
        {"trigger": "fought", "actor": IS, "target": SDF, "place": "Hajin", "by": IS},
    )
    assert disputed(taken, repelled) == [ContradictionKind.CONTROL]
    assert disputed(taken, fought) == []


@pytest.mark.parametrize(
    ("first", "second", "words", "disputed"),
    [
        ("Rebels captured Hajin", "The army captured Hajin", "Hajin", True),
        ("Rebels captured Hajin", "The army recaptured Hajin", "Hajin", False),
        ("Rebels captured part of Hajin", "The army captured Hajin", "part of Hajin", False),
    ],
)
def test_two_takers_dispute_only_the_whole_of_a_place_taken_once(first: str, second: str, words: str, disputed: bool) -> None:
    report = a_report(f"{first}, activists said. {second}, the monitor said.")
    sides = (("rebels", 2, first, words, a_voice("activists", "witness")), ("Syria", 1, second, "Hajin", monitor()))
    claims = [
        replace(
            a_claim(report, quote, "territory-gained", trigger="captured", by=by, place=replace(a_place("Hajin"), text=at)),
            actor=(ActorMention(name, name, inter=inter),),
        )
        for name, inter, quote, at, by in sides
    ]
    assert bool(contradictions(claims, by_id(report))) is disputed


def test_rebels_may_be_the_group_that_another_names() -> None:
    report = a_report("Rebels captured Hajin, activists said. The Red Lantern captured Hajin, the monitor said.")
    told = (
        ("rebels", "Rebels captured Hajin", a_voice("activists", "witness")),
        ("Red Lantern", "The Red Lantern captured Hajin", monitor()),
    )
    claims = [
        replace(
            a_claim(report, quote, "territory-gained", trigger="captured", by=by, place="Hajin"),
            actor=(ActorMention(name, name, inter=3),),
        )
        for name, quote, by in told
    ]
    assert contradictions(claims, by_id(report)) == ()
