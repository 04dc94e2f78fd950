"""What denies that something happened, and what does not."""

from __future__ import annotations

from typing import Any

from raid_tolls import disputed

from builders import a_claim, a_report, a_voice, by_id, monitor
from fogline.incidents.contradiction import contradictions
from fogline.incidents.incident import ContradictionKind

STRIKE: tuple[str, str, dict[str, Any]] = (
    "Jets killed nine people in Hajin",
    "air-strike",
    {"trigger": "killed", "actor": "Russia", "place": "Hajin", "by": monitor()},
)


def test_a_refusal_is_a_denial_only_if_it_denies() -> None:
    denial = ("Moscow denied bombing Hajin", "reject", {"trigger": "denied", "actor": "Russia", "place": "Hajin"})
    blocked = ("Troops cut the road out of Hajin", "reject", {"trigger": "cut", "actor": "Russia", "place": "Hajin"})
    assert disputed(STRIKE, denial) == [ContradictionKind.DENIAL]
    assert disputed(STRIKE, blocked) == []


def test_shelling_that_had_not_stopped_is_not_denied() -> None:
    report = a_report(
        "Shelling of Hajin killed 31 people. The shelling of Hajin had not stopped. No shelling of Hajin took place."
    )
    told = a_claim(report, "Shelling of Hajin killed 31 people", "shelling", trigger="Shelling", by=monitor())
    activists = a_voice("activists", "witness")
    went_on = a_claim(
        report, "The shelling of Hajin had not stopped", "shelling", trigger="shelling", by=activists, modality="negated"
    )
    denied = a_claim(report, "No shelling of Hajin took place", "shelling", trigger="shelling", by=activists, modality="negated")
    assert contradictions([told, went_on], by_id(report)) == ()
    assert [c.kind for c in contradictions([told, denied], by_id(report))] == [ContradictionKind.DENIAL]


def test_that_there_was_no_resistance_denies_no_battle_of_other_words() -> None:
    report = a_report("The army opened an offensive north of the city. There was no resistance in the village.")
    battle = a_claim(report, "The army opened an offensive north of the city", "armed-clash", trigger="offensive")
    nobody = a_claim(
        report, "There was no resistance in the village", "armed-clash", trigger="resistance", by=monitor(), modality="negated"
    )
    assert contradictions([battle, nobody], by_id(report)) == ()


def test_a_report_denies_nothing_in_its_own_voice_that_it_tells() -> None:
    report = a_report("The group attacked the army in Deir, a monitor said. There were no clashes of the group there before.")
    other = a_report("The group did not attack in Deir.", "2018-12-14", "Herald")
    told = a_claim(report, "The group attacked the army in Deir", "armed-clash", trigger="attacked", by=monitor())
    before = a_claim(report, "no clashes of the group there", "armed-clash", trigger="clashes", modality="negated")
    denied = a_claim(other, "The group did not attack in Deir", "armed-clash", trigger="attack", modality="negated")
    assert contradictions([told, before], by_id(report)) == ()
    assert [c.kind for c in contradictions([told, denied], by_id(report, other))] == [ContradictionKind.DENIAL]
