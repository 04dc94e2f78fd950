"""People named in texts that are printed in capitals."""

from __future__ import annotations

from datetime import date

import pytest
from actor_mentions import RESOLVER

from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.report_context import report_context
from fogline.reading.reading import Role
from fogline.span import Span


def _resolved(mention: str, role: Role = Role.ORIGIN) -> GroundedActor:
    text = f"{mention} WERE MENTIONED BY THE HARBOUR PAPER OF PERU ON TUESDAY MORNING. PERU WAS CALM."
    context = report_context(text, date(1990, 6, 1), {"PE": 5})
    assert context.all_caps
    return RESOLVER.resolve(text, Span(0, len(mention)), role=role, context=context)


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("BREWERY OWNER ADA BYRNE", "Ada Byrne"),
        ("TEXTILE MANUFACTURER TOM BYRNE ITO", "Tom Byrne Ito"),
        ("DEPUTY ADA BYRNE", "Ada Byrne"),
        ("A PLUMBER, TOM BYRNE, 24", "Tom Byrne"),
        ("THE PARISH PRIEST, TOM DE LA BYRNE", "Tom de la Byrne"),
    ],
)
def test_in_capitals_a_person_is_known_by_name_and_not_by_trade(mention: str, name: str) -> None:
    assert _resolved(mention).name.casefold() == name.casefold()


def test_in_capitals_a_trade_tells_what_kind_of_voice_somebody_is() -> None:
    assert _resolved("SOCIOLOGIST ADA BYRNE").kind is ActorKind.EXPERT
    assert _resolved("DEPUTY ADA BYRNE").kind is ActorKind.OTHER
    assert _resolved("A PLUMBER, TOM BYRNE").kind is ActorKind.WITNESS


@pytest.mark.parametrize("mention", ["THE HARBOUR OWNER UNION LEAGUE", "A PLUMBER, HARBOUR POLICE", "THE DRIVER, A STUDENT"])
def test_in_capitals_common_nouns_are_nobodys_name(mention: str) -> None:
    assert not _resolved(mention, Role.TARGET).name.startswith(("Union", "Harbour Police", "A Student", "Student"))
