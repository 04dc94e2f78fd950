"""Where something happened of which somebody tells who is there: "a photographer in Orvat said the strikes hit homes"."""

from __future__ import annotations

import re
from dataclasses import replace

from fogline.grounding.found_place import with_reason
from fogline.grounding.grounding import GroundedPlace, PlaceBasis
from fogline.grounding.place_named import Named
from fogline.reading.reading import EventMention, Role
from fogline.span import Span

__all__ = ["place_of_its_teller"]

# Reporters and people who live or work there, and nothing between them and the place.
_IS_THERE = re.compile(
    r"\b(?:photographers?|cameram[ae]n|correspondents?|reporters?|journalists?|stringers?|residents?|(?:eye)?witness(?:es)?|activists?|doctors?"
    r"|medics?|nurses?|paramedics?|rescuers?|villagers?|shopkeepers?|teachers?) (?:who (?:is|was|were|are) )?(?:inside|in|at)"
    r" (?:(?:the|nearby|besieged|central|northern|southern|eastern|western|north|south|east|west|old|rebel-held|government-held)"
    r" |(?:town|city|village|district|suburb|neighbou?rhood|camp) of )*$",
    re.IGNORECASE,
)
_REACH = 70


def place_of_its_teller(event: EventMention, named: Named, sentence: Span) -> tuple[GroundedPlace, Span] | None:
    """Return where whoever tells of an event is, if neither the event's words nor the sentence around them name another place.

    Of officials and sources "in Moscow" nothing follows, nor of a place abroad: they were told.
    """
    for voice in event.having(Role.ORIGIN):
        if not sentence.overlap(voice.span):
            continue
        reach = Span(voice.span.start, max(voice.span.end, min(voice.span.end + _REACH, sentence.end)))
        names = [s for s in named.index.overlapping(reach) if s.start >= voice.span.start]
        first = min(names, default=None)
        if first is None or _IS_THERE.search(named.text, max(0, first.start - _REACH), first.start) is None:
            continue
        place = named.places[first]
        told = [s for s in named.index.overlapping(sentence) if s != first] + named.index.overlapping(event.quote)
        if told or place.feature == "country" or place.country is None or place.country != named.home or place.adjective:
            continue
        found = with_reason(place, f"whoever tells of it is there, by '{' '.join(voice.span.of(named.text).split())[:60]}'")
        return replace(found, basis=PlaceBasis.INHERITED), first
    return None
