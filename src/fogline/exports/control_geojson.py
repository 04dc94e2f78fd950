"""Who holds which place, as RFC 7946 GeoJSON: each interval, the state on one day, or every day of a range."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TextIO

from fogline.control.assessment import ControlAssessment
from fogline.exports.geojson import DECIMALS
from fogline.exports.harm import made_public
from fogline.exports.material import Material
from fogline.exports.records import control_record


def days_between(since: date, until: date) -> Iterator[date]:
    for n in range((until - since).days + 1):
        yield since + timedelta(n)


def control_collection(
    control: Iterable[ControlAssessment], days: Iterable[date] | None = None, *, known_on: date | None = None
) -> dict[str, Any]:
    """Return control as a FeatureCollection.

    Without ``days`` a feature is an interval with its ``start`` and ``end``;
    with them there is one feature for each place and day of which something
    is known, with ``day``. ``unlocated`` lists places without coordinates;
    none is dropped. ``known_on`` is printed as the day of knowledge.
    """
    ordered = sorted(control, key=lambda a: (a.place_name, a.place_key, str(a.layer), a.start, a.end or date.max))
    wanted: Iterable[tuple[date | None, ControlAssessment]]
    if days is None:
        wanted = ((None, a) for a in ordered)
    else:
        wanted = ((d, a) for d in days for a in ordered if a.start <= d and (a.end is None or d <= a.end))
    features: list[dict[str, Any]] = []
    unlocated: list[dict[str, Any]] = []
    for day, assessment in wanted:
        properties = control_record(assessment)
        latitude, longitude = properties.pop("latitude"), properties.pop("longitude")
        if day is not None:
            properties["day"] = day.isoformat()
        name = f"{assessment.place_key}:{assessment.layer}:{day or assessment.start}"
        if latitude is None or longitude is None:
            unlocated.append({"id": name, "properties": properties})
            continue
        point = [round(longitude, DECIMALS), round(latitude, DECIMALS)]
        geometry = {"type": "Point", "coordinates": point}
        features.append({"type": "Feature", "id": name, "geometry": geometry, "properties": properties})
    collection: dict[str, Any] = {"type": "FeatureCollection", "features": features, "unlocated": unlocated}
    if known_on is not None:
        collection["as_known_on"] = known_on.isoformat()
    return collection


@dataclass(frozen=True, slots=True)
class ControlGeoJson:
    """Control for a map. ``since`` and ``until``, both given, ask for each day of the range; one day if they are the same."""

    since: date | None = None
    until: date | None = None
    name: str = "control-geojson"
    media_type: str = "application/geo+json"
    suffix: str = ".geojson"

    def write(self, material: Material, out: TextIO, *, public: bool = True) -> None:
        shown = made_public(material) if public else material
        days = days_between(self.since, self.until) if self.since and self.until else None
        collection = control_collection((*shown.control, *shown.claimed_control), days, known_on=material.known_on)
        if material.held_back:
            collection["held_back"] = material.held_back
        json.dump(collection, out, ensure_ascii=False, indent=1)
        out.write("\n")
