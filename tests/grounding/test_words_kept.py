"""Mentions that are not weighed a second time."""

from __future__ import annotations

from datetime import date

import pytest
from marked_mentions import RESOLVER, resolve_events, sentences_of

from fogline.grounding.coreference import References
from fogline.grounding.report_context import report_context
from fogline.grounding.words_kept import keeps_its_words
from fogline.reading.reading import Role
from fogline.span import Span

ACTOR, TARGET = Role.ACTOR, Role.TARGET
BEFORE = "Turkish jets bombed Afrin. Turkey denied it. Turkey bombed the hills. "


def test_rockets_of_which_nobody_says_whose_they_are_keep_their_words() -> None:
    text = f"{BEFORE}Rockets hit a shop."
    found = resolve_events(
        text, ("air-strike", {"Turkish jets": ACTOR}), ("shelling", {"Rockets": ACTOR, "a shop": TARGET}), again=True
    )
    assert (found["Rockets"].name, found["Rockets"].basis) == ("Rockets", "unknown")


@pytest.mark.parametrize(
    ("mention", "kept"),
    [
        ("The men of Afrin", True),
        ("The men of the brigade", False),
        ("thirteen others", True),
        ("Three trucks", True),
        ("Ada Byrne", True),
        ("The Rebel Army of the Hills", True),
        ("The militants", False),
    ],
)
def test_people_of_a_town_and_others_beside_a_victim_are_not_whoever_else_is_named(mention: str, kept: bool) -> None:
    text = f"{BEFORE}Men killed her nephew, 9, along with thirteen others. {mention} were in the way."
    victim, others = text.index("her nephew"), text.index("thirteen others")
    at = others if mention == "thirteen others" else text.rindex(mention)
    mentions = {
        Span(victim, victim + 10): TARGET,
        Span(at, at + len(mention)): TARGET if at == others else ACTOR,
    }
    context = report_context(text, date(2018, 6, 1), {"SY": 5}, ["Afrin"])
    found = References(text, dict(sorted(mentions.items())), sentences_of(text), RESOLVER, context)
    found.resolved()
    assert keeps_its_words(found, Span(at, at + len(mention))) is kept
