"""Whose the arms, seats and offices of states are."""

from __future__ import annotations

from datetime import date

import pytest
from actor_mentions import RESOLVER, resolve

from fogline.grounding.report_context import report_context
from fogline.reading.reading import Role
from fogline.span import Span


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Chadian armour", "Chad"),
        ("Russian bombers", "Russia"),
        ("the Zionist entity", "Israel"),
        # No owner: not the arms of the state at war, and its government alone not of thirty.
        ("armour", "armour"),
        ("some thirty governments", "governments"),
        ("Western governments", "Western governments"),
        ("Father Paul Orpen", "Paul Orpen"),
        ("the sheikh himself", "sheikh"),
    ],
)
def test_hardware_governments_and_titles(mention: str, name: str) -> None:
    assert resolve(mention).name == name


def test_offices_that_only_one_state_has_tell_the_state() -> None:
    assert resolve("the home secretary, Ada Byrne", role=Role.ORIGIN).name == "United Kingdom"
    assert resolve("the Colombian Congress", country="CO", year=1990).name == "Colombia"


@pytest.mark.parametrize(
    ("rest", "name"), [("said that jets had taken off.", "United Kingdom"), ("met his host for talks.", "Iraq")]
)
def test_office_in_a_capital_is_of_that_state_unless_of_a_guest(rest: str, name: str) -> None:
    text = f"In London the prime minister {rest}"
    context = report_context(text, date(2015, 6, 1), {"IQ": 5})
    assert RESOLVER.resolve(text, Span(10, 28), role=Role.ORIGIN, context=context).name == name
