"""Whose state local officials speak for: the one that the town lies in, whichever is at war, and none that does the harm they tell of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from fogline.grounding.actor_name import plain_name
from fogline.grounding.grounding import ActorKind, GroundedActor, GroundedPlace, PlaceBasis
from fogline.grounding.known_actor import known
from fogline.grounding.registry import YamlRegistry
from fogline.grounding.report_context import ReportContext
from fogline.grounding.state_references import HARM
from fogline.grounding.wars import war_of
from fogline.reading.reading import EventMention, Role
from fogline.span import Span

__all__ = ["of_their_places"]

_LOCAL_OFFICE = re.compile(
    r"\b(?:governors?|mayors?|prefects?|administrators?|councill?ors?|(?<!high )commissioners?|ombuds(?:man|person)"
    r"|police chiefs?|heads? of (?:the )?(?:[\w’'-]+ ){0,3}administrations?|(?:chief|head|commander) of (?:the )?(?:[\w’'-]+ ){0,2}police"
    r"|(?:local|regional|provincial|municipal|city|district|town) (?:authorit(?:y|ies)|officials?|council|police)|(?:health|area) officials?)\b",
    re.IGNORECASE,
)
# "Regional officials" may be of any state around, and a hospital's officials are no state's.
_LOCAL_OFFICIALS = re.compile(
    r"(?<!regional )\b(?:local|health|security|provincial|municipal|city|district|area)(?: [a-z]+)? officials?\b", re.IGNORECASE
)
_OFFICIALS = re.compile(r"\bofficials?$", re.IGNORECASE)
# At home these may tell of what their own troops did.
_OF_SECURITY = re.compile(r"\bsecurity\b", re.IGNORECASE)

# Whoever arrests and judges in a town is of its state, told of in whichever part.
_OF_LAW = re.compile(
    r"(?:(?:the|a|an|local|federal|city|district|regional|public|armed|some|several|\d+) )*"
    r"(?:police(?:man|men| officers?)?|prosecutors?|courts?|judges?|magistrates?)",
    re.IGNORECASE,
)

_Told = Sequence[tuple[EventMention, GroundedPlace | None]]


def of_their_places(
    text: str,
    actors: Mapping[Span, GroundedActor],
    events: _Told,
    registry: YamlRegistry,
    context: ReportContext,
) -> dict[Span, GroundedActor]:
    """Return anew the local officials of a state that is not the one first assumed: Belgorod's governor is Russia's.

    Officials of a place that a state strikes are not that state's; of whom they are instead only the place can tell.
    """
    told: dict[Span, list[tuple[EventMention, GroundedPlace | None]]] = defaultdict(list)
    for event, place in events:
        for argument in event.having(Role.ORIGIN):
            told[argument.span].append((event, place))
    out = _of_law(text, actors, events, registry, context)
    for span, its_events in told.items():
        held = actors.get(span)
        found = _anew(text, span, held, its_events, actors, registry, context) if held is not None else held
        if found is not None and found is not held:
            out[span] = found
    return out


def _anew(
    text: str,
    span: Span,
    held: GroundedActor,
    told: _Told,
    actors: Mapping[Span, GroundedActor],
    registry: YamlRegistry,
    context: ReportContext,
) -> GroundedActor:
    """Return for whom somebody speaks, with regard to where the events lie of which they tell and who does the harm in them."""
    words = span.of(text)
    war = context.war_country
    place = next((p for _, p in told if p is not None and p.country is not None and p.basis is not PlaceBasis.COUNTRY_ONLY), None)
    state = registry.get(place.country or "") if place is not None else None
    doers = _doers(told, actors)
    assumed = held.basis == "description" and held.actor_id is not None and held.actor_id == war
    local = assumed and _LOCAL_OFFICE.search(words) is not None
    nobody = held.kind is ActorKind.OFFICIAL_ANONYMOUS and held.actor_id is None and _LOCAL_OFFICIALS.search(words) is not None
    if local or nobody:
        own = _OF_SECURITY.search(words) is not None
        if state is not None and place is not None and state.id != held.actor_id and (own or state.id not in doers):
            office = held.reason.removesuffix(" of the state at war") if assumed else "officials"
            reason = f"{office} of {state.name}, in which {place.name} lies"
            return replace(known(state, context, "description", reason), person=held.person, also=held.also)
        another = local and not own and held.actor_id in doers and _others_hold_ground(context)
        return _nobodys(words, held, context) if another else held
    guessed = held.basis == "coreference" and _OFFICIALS.search(words) is not None
    abroad = held.actor_id != (war if state is None else state.id)
    return _nobodys(words, held, context) if guessed and abroad and held.actor_id in doers else held


def _others_hold_ground(context: ReportContext) -> bool:
    """Tell whether another state fights in the war: only then a governor may be its, and none of the state at war."""
    return context.war is None or bool(context.war.parties)


def _of_law(
    text: str,
    actors: Mapping[Span, GroundedActor],
    events: _Told,
    registry: YamlRegistry,
    context: ReportContext,
) -> dict[Span, GroundedActor]:
    """Return anew the police, prosecutors and courts of a place abroad, where the state at war was assumed for want of another.

    Not where that state fights or rules in the place's country: there its police may be.
    """
    out: dict[Span, GroundedActor] = {}
    for event, place in events:
        state = registry.get(place.country or "") if place is not None and place.basis is not PlaceBasis.COUNTRY_ONLY else None
        if state is None or place is None or state.id == context.war_country:
            continue
        war = war_of(state.id, context.year)
        if war is not None and context.war_country in (*war.parties, war.occupier, war.government):
            continue
        for argument in event.arguments:
            if argument.role is Role.ORIGIN and event.type == "arrest":
                continue  # police tell of arrests abroad
            held = actors.get(argument.span)
            assumed = held is not None and held.basis == "description" and held.actor_id == context.war_country
            if held is not None and assumed and _OF_LAW.fullmatch(" ".join(argument.span.of(text).split())):
                reason = f"{held.reason.removesuffix(' of the state at war')} of {state.name}, in which {place.name} lies"
                out.setdefault(argument.span, replace(known(state, context, "description", reason), also=held.also))
    return out


def _doers(told: _Told, actors: Mapping[Span, GroundedActor]) -> frozenset[str]:
    """Return the ids of those who do harm in the events."""
    found = (actors.get(a.span) for event, _ in told if event.type in HARM for a in event.having(Role.ACTOR))
    return frozenset(a.actor_id for held in found if held is not None for a in (held, *held.also) if a.actor_id is not None)


def _nobodys(words: str, held: GroundedActor, context: ReportContext) -> GroundedActor:
    """Return officials under their own words, of whom it is only known that they are not those of the state that strikes."""
    reason = f"not of {held.name}, which does what they tell of; of which state is not said"
    name = plain_name(words, context.all_caps)
    return GroundedActor(
        name, ActorKind.OFFICIAL_ANONYMOUS, None, None, "description", reason, also=held.also, person=held.person
    )
