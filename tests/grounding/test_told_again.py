"""Whom "they", "the network" and "its team" are told of again by."""

from __future__ import annotations

from datetime import date

import pytest
from marked_mentions import resolve, resolve_doing

from fogline.grounding.actor import ActorResolver
from fogline.grounding.coreference import References
from fogline.grounding.registry import load_registry
from fogline.grounding.report_context import report_context
from fogline.reading.reading import Role
from fogline.reading.segment import sentences
from fogline.span import Span


def test_they_whom_the_kurds_say_have_taken_a_hill_are_the_kurds() -> None:
    text = "Isis lost a bridge. The Kurds said they had retaken three hamlets."
    span = Span(text.index("they"), text.index("they") + 4)
    mentions = {Span(20, 29): Role.ORIGIN, span: Role.ACTOR}
    context = report_context(text, date(2018, 6, 1), {"SY": 5})
    references = References(text, mentions, sentences(text), ActorResolver(load_registry()), context)
    assert references.resolved()[span].name == "Kurdish forces"
    assert span in references.settled  # nobody named oftener is weighed against them


def test_they_whom_an_army_tells_of_need_not_be_the_army() -> None:
    text = "The SDF said they had fired at Isis."
    span = Span(text.index("they"), text.index("they") + 4)
    mentions = {Span(0, 7): Role.ORIGIN, span: Role.ACTOR}
    context = report_context(text, date(2018, 6, 1), {"SY": 5})
    references = References(text, mentions, sentences(text), ActorResolver(load_registry()), context)
    references.resolved()
    assert span not in references.settled


def test_three_of_its_own_are_of_whoever_lost_them() -> None:
    text = "The Taliban shelled the valley. France, which lost three of its own, left."
    *_, three = resolve(text, ("The Taliban", Role.ACTOR), ("three of its own", Role.TARGET), country="AF", year=2010)
    assert three.name == "France"


def test_the_network_is_the_one_whose_name_ends_so() -> None:
    text = "The Lantern Rights Network published a report. The European Union read it. The network asked for help."
    spans = [
        Span(text.index(w), text.index(w) + len(w)) for w in ("The Lantern Rights Network", "The European Union", "The network")
    ]
    context = report_context(text, date(2018, 6, 1), {"SY": 5})
    references = References(text, dict.fromkeys(spans, Role.ORIGIN), sentences(text), ActorResolver(load_registry()), context)
    assert references.resolved()[spans[2]].name == "Lantern Rights Network"
    assert spans[2] in references.settled


def test_its_team_is_of_the_body_named_before() -> None:
    text = "Oxfam has worked in Orvat since May. Its team was shot at."
    *_, team = resolve(text, ("Oxfam", Role.ACTOR), ("Its team", Role.TARGET))
    assert team.name == "Oxfam"


def test_he_who_is_seized_and_was_never_named_is_a_civilian() -> None:
    text = "It rained in Orvat. He was seized on the road. He had said nothing."
    seized, said = resolve(text, ("He", Role.TARGET), ("He", Role.ORIGIN))
    assert (seized.name, seized.inter) == ("civilians", 7)
    assert said.name == "He"


@pytest.mark.parametrize(
    "says", ["The Saudis say that they hold none.", "The Saudis, who swear that they stopped the flights, were silent."]
)
def test_they_who_say_or_swear_what_they_did_are_whoever_says_so(says: str) -> None:
    text = f"The Houthis hold twenty hamlets. {says}"
    saudis, they = text.index("The Saudis"), text.index("they")
    mentions = {
        Span(0, 11): Role.ACTOR,
        Span(saudis, saudis + 10): Role.ORIGIN,
        Span(they, they + 4): Role.ACTOR,
    }
    context = report_context(text, date(2019, 6, 1), {"YE": 5})
    references = References(text, mentions, sentences(text), ActorResolver(load_registry()), context)
    assert references.resolved()[Span(they, they + 4)].name == "Saudi Arabia"
    assert Span(they, they + 4) in references.settled


def test_one_of_them_who_says_something_is_one_of_those_who_spoke() -> None:
    text = "American officials said that talks would go on. The Kurds had lost men. Turkey might wait, one of them said."
    found = resolve(
        text,
        ("American officials", Role.ORIGIN),
        ("The Kurds", Role.TARGET),
        ("Turkey", Role.ACTOR),
        ("one of them", Role.ORIGIN),
    )
    assert found[-1].name == "United States"


def test_sixty_thousand_who_have_fled_are_no_rebels() -> None:
    text = "The rebels took Orvat in January. Sixty thousand have fled since."
    _, some = resolve_doing(
        text,
        ("The rebels", Role.ACTOR),
        ("Sixty thousand", Role.ACTOR),
        doer="Sixty thousand",
        type="displacement",
        country="NG",
    )
    assert (some.name, some.inter) == ("civilians", 7)
