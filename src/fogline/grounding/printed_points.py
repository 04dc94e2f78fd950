"""Points that a text prints beside an event, and the event's place put there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from fogline.grounding.coordinates import Coordinates
from fogline.grounding.found_place import Found, with_reason
from fogline.grounding.grounding import GroundedPlace, PlaceBasis
from fogline.grounding.span_index import SpanIndex
from fogline.reading.reading import EventMention
from fogline.span import Span


class Points:
    """The points that a text prints, by where it prints them."""

    def __init__(self, points: Sequence[Coordinates]) -> None:
        self._at = {p.span: p for p in points}
        self._index = SpanIndex(self._at)

    def within(self, *spans: Span) -> list[Coordinates]:
        return [self._at[s] for s in sorted({p for span in spans for p in self._index.overlapping(span)})]


def at_printed_point(text: str, event: EventMention, sentences: SpanIndex, found: Found, points: Points) -> Found:
    """Return an event's place at the point that the text prints in the event's sentence, if it prints one.

    A named place keeps its name where the point lies within ``_POINT_KM`` of it; otherwise the two speak of different
    places and the printed point is told in the reason only.
    """
    near = points.within(sentences.first(event.trigger) or event.quote, event.quote)
    if not near:
        return found
    point = min(near, key=lambda p: p.span.distance(event.trigger))
    printed = " ".join(point.span.of(text).split())
    own = found is not None and found[0].basis is PlaceBasis.UNKNOWN and found[1] is not None and found[1].overlap(point.span) > 0
    if found is None or own or found[0].basis is PlaceBasis.COUNTRY_ONLY:
        country = found[0].country if found else None
        reason = f"The text prints the point {printed} with the event and names no place for it."
        return GroundedPlace(
            printed, country, None, point.latitude, point.longitude, 1, PlaceBasis.EXPLICIT, "site", reason=reason
        ), point.span
    place, span = found
    if place.latitude is not None and place.longitude is not None:
        apart = kilometres(place.latitude, place.longitude, point.latitude, point.longitude)
        if apart > _POINT_KM and place.feature not in ("country", "adm1", "region", "water"):
            return with_reason(place, f"the text also prints {printed}, {apart:.0f} km away, which is not used"), span
    placed = replace(place, latitude=point.latitude, longitude=point.longitude, precision=1, geoname_id=None)
    return with_reason(placed, f"at the point that the text prints, {printed}"), span


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Return the great-circle distance of two points."""
    p, q = math.radians(latitude), math.radians(other_latitude)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(other_longitude - longitude) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(h)))


_POINT_KM = 100.0
