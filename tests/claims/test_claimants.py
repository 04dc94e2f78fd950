"""Whoever claims responsibility for a deed is the last of those whose word it is."""

from __future__ import annotations

import pytest
from one_sentence import claims, event


def voices(text: str, trigger: str, type: str = "explosive", **roles: str) -> list[str]:
    names = {r.replace(" ", "_"): r for r in roles.values()}
    (claim,) = claims(text, event(text, trigger, type, **roles), **names)
    return [v.name for v in claim.origin]


def test_the_claimant_is_cited_by_whoever_tells() -> None:
    text = "Police said that the Lantern Front had claimed responsibility for the bombing."
    assert voices(text, "bombing", origin="Police", actor="the Lantern Front") == ["Police", "the Lantern Front"]
    assert voices("Lanterns claimed credit for the blast.", "blast", actor="Lanterns") == ["Lanterns"]


@pytest.mark.parametrize(
    "text",
    [
        "Police said that Lanterns had not claimed responsibility for the bombing.",
        "Police said Lanterns denied having claimed responsibility for the bombing.",
        "Police blamed Lanterns for the bombing.",
        "Police asked whether Lanterns, if anybody, claimed responsibility for the bombing.",
    ],
)
def test_who_has_claimed_nothing_is_not_cited(text: str) -> None:
    assert "Lanterns" not in voices(text, "bombing", origin="Police", actor="Lanterns")


def test_a_claimant_who_speaks_is_named_once() -> None:
    text = "Lanterns claimed responsibility for the bombing."
    assert voices(text, "bombing", origin="Lanterns", actor="Lanterns") == ["Lanterns"]
    assert voices("Lanterns took responsibility for talks.", "talks", "consult", actor="Lanterns") == []
