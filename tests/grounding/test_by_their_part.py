"""Whom "the attackers" and "the captors" are told of again by."""

from __future__ import annotations

import pytest
from marked_mentions import resolve_events

from fogline.reading.reading import Role

ACTOR, TARGET = Role.ACTOR, Role.TARGET


def test_captors_are_whoever_abducted_somebody_last() -> None:
    text = "Boko Haram abducted three farmers near Orvat. Nobody paid. The captors shot one of the farmers on Friday."
    found = resolve_events(
        text,
        ("abduction", {"Boko Haram": ACTOR, "three farmers": TARGET}),
        ("attack", {"The captors": ACTOR, "one of the farmers": TARGET}),
        country="NG",
        again=True,
    )
    assert (found["The captors"].name, found["The captors"].basis) == ("Boko Haram", "coreference")


def test_attackers_whom_the_army_strikes_are_those_who_attacked_it() -> None:
    text = "Boko Haram attacked a barracks near Orvat. The army shelled the road. The air force hit the attackers at noon."
    found = resolve_events(
        text,
        ("attack", {"Boko Haram": ACTOR, "a barracks": TARGET}),
        ("attack", {"The army": ACTOR}),
        ("air-strike", {"The air force": ACTOR, "the attackers": TARGET}),
        country="NG",
    )
    assert found["the attackers"].name == "Boko Haram"


@pytest.mark.parametrize(
    ("before", "doer", "type"),
    [
        ("Gunmen abducted three farmers", "Gunmen", "abduction"),  # of whom no more is known
        ("Boko Haram praised three farmers", "Boko Haram", "support"),
        ("Nigeria abducted three farmers", "Nigeria", "abduction"),  # the state at war
    ],
)
def test_captors_keep_their_words_where_nobody_on_file_abducted_anybody(before: str, doer: str, type: str) -> None:
    text = f"{before} near Orvat. The captors shot one of them on Friday."
    found = resolve_events(text, (type, {doer: ACTOR, "three farmers": TARGET}), ("attack", {"The captors": ACTOR}), country="NG")
    assert found["The captors"].actor_id is None


def test_captors_are_not_whom_they_shoot() -> None:
    text = "The Taliban abducted three farmers. The captors shot the Taliban on Friday."
    found = resolve_events(
        text,
        ("abduction", {"The Taliban": ACTOR, "three farmers": TARGET}),
        ("attack", {"The captors": ACTOR, "the Taliban": TARGET}),
        country="AF",
        year=2010,
    )
    assert found["The captors"].actor_id is None


def test_attackers_are_not_those_who_fought_them() -> None:
    text = "Al-Shabaab stormed a hotel near Orvat. Kenya bombed a camp in return. The attackers killed nine guests."
    found = resolve_events(
        text,
        ("attack", {"Al-Shabaab": ACTOR, "a hotel": TARGET}),
        ("air-strike", {"Kenya": ACTOR}),
        ("attack", {"The attackers": ACTOR, "nine guests": TARGET}),
        country="SO",
    )
    assert found["The attackers"].name != "Kenya"
