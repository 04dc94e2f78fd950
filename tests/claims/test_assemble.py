"""Who does a deed, of those that stand beside it."""

from __future__ import annotations

import pytest

from fogline.claims.assemble import _only_tells
from fogline.claims.claim import Voice
from fogline.grounding.grounding import ActorKind, GroundedActor

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
