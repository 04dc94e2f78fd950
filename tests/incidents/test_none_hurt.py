"""What "no casualties" disputes, and what it leaves standing."""

from __future__ import annotations

import pytest

from builders import a_claim, a_count, a_report, a_voice, by_id, monitor, party
from fogline.claims.claim import Count
from fogline.incidents.contradiction import contradictions
from fogline.incidents.incident import ContradictionKind

TANJUG = a_voice("Tanjug", "media")


def disputed(
    told: str,
    denied: str,
    trigger: str,
    *,
    killed: int | None = None,
    actor: str | tuple[str, ...] = "Syria",
    none: tuple[Count, ...] = (),
) -> list[ContradictionKind]:
    """Return what a negation disputes of an air strike on a town, both told of one doer."""
    report = a_report(f"{told}, the monitor said. {denied}, Tanjug said.")
    strike = a_claim(report, told, trigger="struck", actor=actor, killed=killed, by=monitor())
    negation = a_claim(report, denied, trigger=trigger, actor=actor, modality="negated", counts=none, by=TANJUG)
    return [c.kind for c in contradictions([strike, negation], by_id(report))]


@pytest.mark.parametrize(
    ("denied", "trigger"),
    [
        ("There were no casualties in the strike", "casualties"),
        ("The strike claimed no victims", "victims"),
        ("Nobody was hurt when jets struck Hajin", "hurt"),
        ("The strike caused no deaths", "no deaths"),
        ("No one was killed in the strike", "killed"),
    ],
)
def test_no_casualties_does_not_deny_the_strike(denied: str, trigger: str) -> None:
    assert disputed("Jets struck Hajin", denied, trigger) == []


def test_a_count_of_none_does_not_deny_the_strike() -> None:
    none = (a_count("killed", 0),)
    assert disputed("Jets struck Hajin", "The strike killed no one there", "strike", none=none) == []


def test_no_casualties_is_a_figure_against_the_dead_of_another() -> None:
    kinds = disputed("Jets struck Hajin and killed 17 people", "No casualties in the strike", "casualties", killed=17)
    assert kinds == [ContradictionKind.FIGURE]


def test_no_wounded_dispute_no_dead() -> None:
    kinds = disputed(
        "Jets struck Hajin and killed 17 people", "Nobody was wounded when jets struck Hajin", "wounded", killed=17, actor=()
    )
    assert kinds == []


def test_no_reports_of_casualties_dispute_no_dead() -> None:
    quote = "There were no immediate reports of casualties"
    assert disputed("Jets struck Hajin and killed 17 people", quote, "casualties", killed=17) == []


def test_a_strike_that_did_not_happen_is_denied_still() -> None:
    assert disputed("Jets struck Hajin", "No strike took place", "strike") == [ContradictionKind.DENIAL]


def test_a_doer_who_killed_nobody_denies_the_deed() -> None:
    report = a_report("Soldiers killed 17 villagers, the monitor said. The army had not killed the villagers, it said.")
    told = a_claim(report, "Soldiers killed 17 villagers", "attack", trigger="killed", actor="Syria", killed=17, by=monitor())
    quote = "The army had not killed the villagers"
    denied = a_claim(report, quote, "attack", trigger="killed", actor="Syria", modality="negated", by=party("Syria"))
    assert [c.kind for c in contradictions([told, denied], by_id(report))] == [ContradictionKind.DENIAL]
