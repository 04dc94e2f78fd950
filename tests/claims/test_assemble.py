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
