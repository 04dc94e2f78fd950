"""Whose "our fighters" are in a statement, which has no quotation marks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from marked_mentions import RESOLVER, resolve_events, sentences_of

from fogline.grounding.coreference import References
from fogline.grounding.event_parts import Parts, parts_of
from fogline.grounding.grounding import GroundedActor
from fogline.grounding.report_context import report_context
from fogline.grounding.statements import in_statements
from fogline.reading.reading import Role
from fogline.span import Span


def ours(text: str, mine: str, type: str = "air-strike") -> dict[str, GroundedActor]:
    event = {"Turkey": Role.ACTOR, mine: Role.TARGET, "the People's Protection Units": Role.ORIGIN}
    return resolve_events(text, (type, event), again=True)


def test_our_units_in_a_statement_are_of_the_body_that_tells_of_them() -> None:
    text = "Islamic State fled last year. Turkey bombed our units on Monday. So wrote the People's Protection Units."
    assert ours(text, "our units")["our units"].name == "People's Protection Units"


def test_us_in_a_statement_is_not_whoever_attacks_us() -> None:
    text = "A letter came by night from the People's Protection Units. On Monday Turkey shelled us again."
    assert ours(text, "us", "shelling")["us"].name == "People's Protection Units"


def test_our_women_to_whom_harm_is_done_bear_no_arms() -> None:
    text = "Turkey bombed our women on Monday. So wrote the People's Protection Units."
    assert ours(text, "our women")["our women"].name == "civilians"


def looked_up(text: str, mine: str) -> tuple[Parts, References]:
    """Return the parts and mentions of a text in which Turkey strikes somebody, as the People's Protection Units tell."""
    roles = {"Turkey": Role.ACTOR, mine: Role.TARGET, "the People's Protection Units": Role.ORIGIN}
    spans = {Span(text.index(w), text.index(w) + len(w)): role for w, role in roles.items()}
    parts = parts_of([("air-strike", list(spans.items()))])
    context = report_context(text, date(2018, 6, 1), {"SY": 5})
    found = References(text, spans, sentences_of(text), RESOLVER, context, parts.apart, parts.does)
    found.resolved()
    return parts, found


@pytest.mark.parametrize(("mine", "theirs"), [("our allies", []), ("our depots", ["ypg"])])
def test_our_allies_in_a_statement_are_not_whoever_writes_it(mine: str, theirs: list[str]) -> None:
    parts, found = looked_up(f"Turkey bombed {mine} on Monday. So wrote the People's Protection Units.", mine)
    taken = found.out | {s: replace(found.out[s], name="Turkey") for s in found.kinds}
    assert [g.actor_id for g in dict(in_statements(found, parts, taken)).values()] == theirs
