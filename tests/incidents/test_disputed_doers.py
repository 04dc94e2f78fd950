"""Who is a rival doer of the same violence, and who is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from raid_tolls import WHITE_HELMETS, disputed

from builders import SDF, a_claim, a_report, a_voice, by_id, monitor
from fogline.claims.claim import ActorMention
from fogline.incidents.contradiction import contradictions
from fogline.incidents.incident import ContradictionKind


def test_neither_a_monitor_nor_who_was_hit_is_a_rival_doer() -> None:
    told = {"trigger": "killed", "place": "Hajin"}
    mine = ("Turkish jets killed nine near Hajin", "air-strike", {**told, "actor": "Turkey", "target": SDF, "by": monitor()})
    hit = ("nine of the force were killed from the air", "air-strike", {**told, "actor": SDF, "by": WHITE_HELMETS})
    rival = ("Russian jets killed nine there", "air-strike", {**told, "actor": "Russia", "by": WHITE_HELMETS})
    assert disputed(mine, hit) == []
    assert disputed(mine, rival) == [ContradictionKind.RESPONSIBILITY]


def test_a_coalition_and_its_member_are_no_rival_doers() -> None:
    report = a_report("Coalition jets struck Hajin. Jordanian jets struck Hajin. Russian jets struck Hajin.")
    doers = (
        ("Coalition jets struck Hajin", "US-led coalition"),
        ("Jordanian jets struck Hajin", "Jordan"),
        ("Russian jets struck Hajin", "Russia"),
    )
    coalition, jordan, russia = (
        replace(a_claim(report, quote, trigger="struck", by=a_voice(name, "monitor")), actor=(ActorMention(doer, doer, inter=8),))
        for name, (quote, doer) in zip(("one monitor", "another", "a third"), doers, strict=True)
    )
    assert contradictions([coalition, jordan], by_id(report)) == ()
    assert [c.kind for c in contradictions([coalition, russia], by_id(report))] == [ContradictionKind.RESPONSIBILITY]


@pytest.mark.parametrize(
    ("quote", "speaker", "disputed"),
    [
        ("M23 accused the army of shelling the town", "Syria", True),
        ("M23 accused the army of shelling the town", "M23", False),
        ("M23 accused the army of lying", "Syria", False),
    ],
)
def test_who_accuses_another_disputes_who_did_it(quote: str, speaker: str, disputed: bool) -> None:
    report = a_report(f"M23 had fired the shells, it was said. {quote}.")
    fired = replace(
        a_claim(report, "M23 had fired the shells", "shelling", trigger="fired", by=a_voice(speaker, "party")),
        actor=(ActorMention("M23", "M23", inter=2),),
    )
    accusation = replace(
        a_claim(report, quote, "accuse", trigger="accused"),
        actor=(ActorMention("M23", "M23", inter=2),),
        target=(ActorMention("Syria", "the army", inter=1),),
    )
    found = contradictions([fired, accusation], by_id(report))
    assert [c.kind for c in found] == ([ContradictionKind.RESPONSIBILITY] if disputed else [])


@pytest.mark.parametrize(
    ("words", "disputed"), [("two warplanes", False), ("fighter jets", False), ("army warplanes", True), ("fighters", True)]
)
def test_warplanes_of_which_nobody_says_whose_they_are_are_no_rival_of_another_air_force(words: str, disputed: bool) -> None:
    report = a_report(f"Hajin was struck by {words}. Russian jets struck Hajin.")
    struck = a_claim(report, f"Hajin was struck by {words}", trigger="struck", by=a_voice("one monitor", "monitor"))
    state = replace(struck, actor=(ActorMention("Syria", words, inter=1, basis="description"),))
    russia = a_claim(report, "Russian jets struck Hajin", trigger="struck", by=a_voice("another", "monitor"))
    russia = replace(russia, actor=(ActorMention("Russia", "Russian jets", inter=8, basis="alias"),))
    found = contradictions([state, russia], by_id(report))
    assert [c.kind for c in found] == ([ContradictionKind.RESPONSIBILITY] if disputed else [])
