"""What kind of voice an actor of the registry is in a war."""

from __future__ import annotations

from datetime import date

from actor_mentions import RESOLVER

from fogline.grounding.grounding import ActorKind
from fogline.grounding.known_actor import voice_kind
from fogline.grounding.report_context import report_context
from fogline.reading.reading import Role
from fogline.span import Span


def test_a_state_is_a_party_where_it_fights_and_a_government_elsewhere() -> None:
    for country, expected in (("SY", ActorKind.PARTY), ("CO", ActorKind.GOVERNMENT)):
        context = report_context("Turkey said so.", date(2018, 6, 1), {country: 5})
        found = RESOLVER.resolve("Turkey said so.", Span(0, 6), role=Role.ORIGIN, context=context)
        assert voice_kind(RESOLVER.registry, found, context) is expected
