"""Claims in the terms of PLOVER."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_claim, a_report
from fogline.claims.claim import Claim
from fogline.claims.plover import PloverEvent, cued, plover_events, plover_of
from fogline.reading.reading import Reading

REPORT = a_report("The harbour council will send flour to the islands.")


def claim(type: str, modality: str = "actual", score: float = 1.0, by: str | None = None, actor: str = "council") -> Claim:
    made = a_claim(REPORT, "will send flour", type, modality=modality, by=by, actor=actor or (), target="islands")
    return replace(made, score=score)


def reading(**plover: float) -> Reading:
    return Reading("r", "stub", plover=tuple(sorted(plover.items(), key=lambda p: -p[1])))


@pytest.mark.parametrize(
    ("type", "modality", "expected"),
    [
        ("aid", "actual", "AID"),
        ("aid", "planned", "AGREE"),
        ("consult", "negated", "REJECT"),
        ("air-strike", "planned", "THREATEN"),
        ("air-strike", "negated", "ASSAULT"),
        ("sanction", "planned", "THREATEN"),
        ("reject", "negated", "REJECT"),
        ("hardship", "actual", None),
    ],
)
def test_promise_agrees_and_announced_force_threatens(type: str, modality: str, expected: str | None) -> None:
    assert plover_of(claim(type, modality)) == expected


def test_text_has_at_least_its_likeliest_event() -> None:
    assert [e.type for e in plover_events("", reading(AID=0.2, AGREE=0.1), ())] == ["AID"]
    assert plover_events("", reading(AID=0.0), ()) == ()


def test_claims_tip_the_balance_between_likely_types() -> None:
    assert [e.type for e in plover_events("", reading(AID=0.3, AGREE=0.25), [claim("aid", "planned", 0.8)])] == ["AGREE"]


def test_further_types_need_the_readers_own_certainty() -> None:
    claims = [claim("aid", score=0.9), claim("protest", score=0.9)]
    assert [e.type for e in plover_events("", reading(AID=0.9, ACCUSE=0.6, PROTEST=0.2), claims)] == ["AID", "ACCUSE"]


def test_event_has_the_actors_of_its_own_claims() -> None:
    claims = [claim("aid"), replace(claim("protest"), actor=())]
    assert plover_events("", reading(AID=0.9), claims) == (PloverEvent("AID", ("council",), ("islands",)),)


def test_who_speaks_is_the_source_of_a_demand_without_another_doer() -> None:
    (event,) = plover_events("", reading(REQUEST=0.9), [claim("request", by="mayor", actor="")])
    assert event.source == ("mayor",)
    (event,) = plover_events("", reading(ASSAULT=0.9), [claim("attack", by="mayor", actor="")])
    assert event.source == ()


def test_words_that_name_an_event_outright_count_and_the_first_counts_most() -> None:
    text = "The mayor rejected a plan and threatened the harbour council."
    assert cued(text) == {"REJECT": 1.0, "THREATEN": 0.5}
    assert [e.type for e in plover_events(text, reading(AID=0.2, REJECT=0.15, THREATEN=0.15), ())] == ["REJECT"]
    assert [e.type for e in plover_events("Rain fell.", reading(AID=0.2, REJECT=0.15), ())] == ["AID"]
