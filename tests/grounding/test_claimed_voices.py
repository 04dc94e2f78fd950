"""For whom unknown callers and letters claim to speak."""

from __future__ import annotations

import pytest
from actor_mentions import resolve

from fogline.grounding.grounding import ActorKind
from fogline.reading.reading import Role


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("A caller claiming to speak for the Taliban", "Taliban"),
        ("a man claiming to be a Taliban commander", "Taliban"),
        ("a caller who said he spoke for the Taliban", "Taliban"),
        ("a man who identified himself as a spokesman for the Taliban", "Taliban"),
        ("a leaflet signed by the Taliban", "Taliban"),
        ("a woman who said she represented the Grey Heron Front", "Grey Heron Front"),
    ],
)
def test_a_caller_is_the_voice_of_the_group_for_which_they_claim_to_speak(mention: str, name: str) -> None:
    found = resolve(mention, country="AF", role=Role.ORIGIN)
    assert (found.name, found.kind, found.basis) == (name, ActorKind.PARTY, "role-of")


@pytest.mark.parametrize(
    "mention",
    [
        "the man claiming the body",
        "a man who said he was a farmer",
        "a man who identified himself as a farmer",
        "a woman who said she was from Orvat",
    ],
)
def test_whoever_claims_to_be_nobodys_voice_speaks_for_nobody(mention: str) -> None:
    assert resolve(mention, country="AF", role=Role.ORIGIN).basis != "role-of"
