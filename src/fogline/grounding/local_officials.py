"""Whose state a governor or mayor speaks for: the one that the town lies in, whichever is at war."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from fogline.grounding.grounding import GroundedActor, GroundedPlace, PlaceBasis
from fogline.grounding.known_actor import known
from fogline.grounding.registry import YamlRegistry
from fogline.grounding.report_context import ReportContext
from fogline.reading.reading import EventMention, Role
from fogline.span import Span

__all__ = ["of_their_places"]

_LOCAL_OFFICE = re.compile(
    r"\b(?:governors?|mayors?|prefects?|administrators?|(?:local|regional|provincial|municipal|city|district) (?:authorit(?:y|ies)|officials?|council|police))\b",
    re.IGNORECASE,
)


def of_their_places(
    text: str,
    actors: Mapping[Span, GroundedActor],
    events: Iterable[tuple[EventMention, GroundedPlace | None]],
    registry: YamlRegistry,
    context: ReportContext,
) -> dict[Span, GroundedActor]:
    """Return anew the local officials who were taken for the state at war and tell of a town in another: Belgorod's governor is Russia's."""
    out: dict[Span, GroundedActor] = {}
    war = context.war_country
    for event, place in events:
        if war is None or place is None or place.country in (None, war) or place.basis is PlaceBasis.COUNTRY_ONLY:
            continue
        state = registry.get(place.country or "")
        for argument in event.having(Role.ORIGIN):
            held = actors.get(argument.span)
            assumed = held is not None and held.basis == "description" and held.actor_id == war
            if held is not None and assumed and state is not None and _LOCAL_OFFICE.search(argument.span.of(text)):
                reason = f"{held.reason.removesuffix(' of the state at war')} of {state.name}, in which {place.name} lies"
                out.setdefault(argument.span, replace(known(state, context, "description", reason), person=held.person))
    return out
