"""Mentions of actors at the head of a small text, resolved by their own words."""

from __future__ import annotations

from datetime import date

from fogline.grounding.actor import ActorResolver
from fogline.grounding.grounding import GroundedActor
from fogline.grounding.registry import load_registry
from fogline.grounding.report_context import report_context
from fogline.reading.reading import Role
from fogline.span import Span

RESOLVER = ActorResolver(load_registry())


def resolve(mention: str, *, text: str = "", country: str = "SY", year: int = 2018, role: Role = Role.ACTOR) -> GroundedActor:
    """Resolve a mention with which a text begins, in a report of a country's war."""
    text = f"{mention} were mentioned. {text}"
    context = report_context(text, date(year, 6, 1), {country: 5})
    return RESOLVER.resolve(text, Span(0, len(mention)), role=role, context=context)
