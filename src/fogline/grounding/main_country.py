"""The country that most of a report's places are in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from fogline.grounding.grounding import GroundedPlace, PlaceBasis
from fogline.grounding.regions import countries, country_facts
from fogline.span import Span


def dominant_country(resolved: Mapping[Span, GroundedPlace]) -> tuple[GroundedPlace, int, int] | None:
    """Return the country that most of a report's places are in, with how many are there and how many are placed.

    At least three fifths of them, and at least two; its own mention if there is one.
    """
    placed = [p for p in resolved.values() if p.country and p.latitude is not None]
    counts: dict[str, int] = defaultdict(int)
    for place in placed:
        counts[place.country or ""] += 1
    if not counts:
        return None
    iso, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    if count < 2 or count < 0.6 * len(placed):
        return None
    own = next((p for p in placed if p.country == iso and p.feature == "country"), None)
    return (own or country_place(iso), count, len(placed))


@cache
def country_place(iso: str) -> GroundedPlace:
    """Return a whole country as a place."""
    row = next(c for c in countries() if c.iso == iso)
    name = str(country_facts().get(iso, {}).get("name", iso)).strip()
    return GroundedPlace(
        name=name, country=iso, admin1=None, latitude=row.latitude, longitude=row.longitude, precision=6,
        basis=PlaceBasis.COUNTRY_ONLY, feature="country", reason=f"{name}: country.",
    )  # fmt: skip
