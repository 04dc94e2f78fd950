"""Who does a deed, of those that stand beside it."""

from __future__ import annotations

import pytest

from fogline.claims.assemble import _mentions, _only_tells
from fogline.claims.claim import Voice
from fogline.grounding.ground import Grounding
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.reading.reading import Argument, EventMention, Modality, Role
from fogline.span import Span

OBSERVATORY = GroundedActor("Observatory", ActorKind.MONITOR)


@pytest.mark.parametrize(
    ("actor", "claim_type", "speaker", "tells"),
    [
        (OBSERVATORY, "territory-gained", "Observatory", True),
        (OBSERVATORY, "air-strike", "Observatory", True),
        (OBSERVATORY, "accuse", "Observatory", False),  # a monitor may accuse
        (OBSERVATORY, "air-strike", "SDF", False),  # not its own words
        (GroundedActor("SDF", ActorKind.PARTY), "territory-gained", "SDF", False),  # a side tells of its own deeds
    ],
)
def test_a_monitor_that_reports_a_deed_has_not_done_it(actor: GroundedActor, claim_type: str, speaker: str, tells: bool) -> None:
    assert _only_tells(actor, claim_type, (Voice(speaker, ActorKind.MONITOR),)) is tells


def test_us_in_capitals_is_a_country_and_no_speaker() -> None:
    text = "US raids hit the depot, the monitor said."
    who = {Span(0, 2): GroundedActor("United States", ActorKind.GOVERNMENT)}
    event = EventMention(
        Span(3, 8), Span(0, 22), "air-strike", Modality.ACTUAL, (Argument(Role.ACTOR, Span(0, 2)),), attributed=0.9
    )
    (actor,) = _mentions(
        event, Role.ACTOR, Grounding("r", None, {}, who, {}, (), ()), text, (Voice("Monitor", ActorKind.MONITOR),)
    )
    assert actor.name == "United States"


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("“Our forces hit their posts,” the rebel said.", "Our forces", "Rebel"),
        ('"Our forces hit their posts," the rebel said.', "Our forces", "Rebel"),
        ("“My men hit their posts,” the rebel said.", "My men", "Rebel"),
        ("Our forces hit their posts, the rebel said.", "Our forces", "Ukraine"),  # not in a quotation
        ("“It ended.” Our forces hit posts, he said.", "Our forces", "Ukraine"),
        ("“Our brothers hit their posts,” the rebel said.", "Our brothers", "Ukraine"),
        ("“Our town hit their posts,” the rebel said.", "Our town", "Ukraine"),
        ("“Our allies hit their posts,” the rebel said.", "Our allies", "Ukraine"),
    ],
)
def test_our_forces_in_a_quotation_are_of_whoever_speaks(text: str, printed: str, name: str) -> None:
    start = text.index(printed)
    span = Span(start, start + len(printed))
    who = {span: GroundedActor("Ukraine", ActorKind.PARTY, "UA", basis="coreference")}
    hit = Span(text.index("hit"), text.index("hit") + 3)
    event = EventMention(hit, Span(start, hit.end), "shelling", Modality.ACTUAL, (Argument(Role.ACTOR, span),), attributed=0.9)
    speaker = Voice("Rebel", ActorKind.PARTY, "the rebel", None)
    (actor,) = _mentions(event, Role.ACTOR, Grounding("r", None, {}, who, {}, (), ()), text, (speaker,))
    assert actor.name == name


def test_our_brothers_in_arms_who_are_named_are_themselves_and_residents_have_no_forces() -> None:
    text = "“Our Russian units hit the post,” she said."
    span, hit = Span(1, 18), Span(19, 22)
    event = EventMention(hit, span, "shelling", Modality.ACTUAL, (Argument(Role.ACTOR, span),), attributed=0.9)
    for basis, kind in (("alias", ActorKind.PARTY), ("coreference", ActorKind.WITNESS)):
        grounding = Grounding("r", None, {}, {span: GroundedActor("Russia", ActorKind.PARTY, "RU", basis=basis)}, {}, (), ())
        (actor,) = _mentions(event, Role.ACTOR, grounding, text, (Voice("Speaker", kind),))
        assert actor.name == "Russia"
