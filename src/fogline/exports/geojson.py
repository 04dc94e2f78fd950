"""Incidents on the map as RFC 7946 GeoJSON; those without coordinates listed beside it."""

from __future__ import annotations

import json
from typing import Any, TextIO

from fogline.exports.harm import made_public
from fogline.exports.material import Material, incidents_in_order
from fogline.exports.records import crosswalk
from fogline.incidents.incident import ContradictionKind, Incident
from fogline.intake.report import Report

# Six decimals are 11 cm; more would claim what no report knows.
DECIMALS = 6


def _properties(incident: Incident, reports: dict[str, Report], *, reviewed: bool) -> dict[str, Any]:
    place = incident.place
    properties: dict[str, Any] = {
        "title": incident.title,
        "type": incident.type,
        **crosswalk(incident.type),
        "date_start": incident.date_start.isoformat() if incident.date_start else None,
        "date_end": incident.date_end.isoformat() if incident.date_end else None,
        "place": place.name if place else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "where_prec": place.precision if place else None,
        "status": str(incident.status),
        "status_reason": incident.status_reason,
        "admiralty": incident.admiralty,
        "actors": list(incident.actors),
        "targets": list(incident.targets),
        "n_reports": len(incident.report_ids),
        "n_independent_origins": len(incident.origins),
        "origins": [o.name for o in incident.origins],
        "contested": sorted({str(c.kind) for c in incident.contradictions if c.kind is not ContradictionKind.UPDATE}),
        "outlets": list(dict.fromkeys(reports[r].outlet for r in incident.report_ids if r in reports and reports[r].outlet)),
        "urls": list(dict.fromkeys(reports[r].url for r in incident.report_ids if r in reports and reports[r].url)),
        "machine_made": not reviewed,
    }
    for what in ("killed", "injured"):
        figure = incident.figure(what)
        properties |= {
            f"{what}_low": figure.low if figure else None,
            f"{what}_best": figure.best if figure else None,
            f"{what}_high": figure.high if figure else None,
            f"{what}_rule": figure.rule if figure else None,
        }
    return properties


def feature_collection(material: Material) -> dict[str, Any]:
    """Return the material's incidents as a FeatureCollection.

    ``unlocated`` is a foreign member (RFC 7946, section 6.1): incidents that
    no coordinates are known of, with the same properties. None is dropped.
    """
    reports = {report.id: report for report in material.reports}
    features: list[dict[str, Any]] = []
    unlocated: list[dict[str, Any]] = []
    for incident in incidents_in_order(material):
        properties = _properties(incident, reports, reviewed=incident.id in material.reviewed)
        place = incident.place
        if place is None or place.latitude is None or place.longitude is None:
            unlocated.append({"id": incident.id, "properties": properties})
            continue
        point = [round(place.longitude, DECIMALS), round(place.latitude, DECIMALS)]
        features.append(
            {
                "type": "Feature",
                "id": incident.id,
                "geometry": {"type": "Point", "coordinates": point},
                "properties": properties,
            }
        )
    collection: dict[str, Any] = {"type": "FeatureCollection", "features": features, "unlocated": unlocated}
    if material.held_back:
        collection["held_back"] = material.held_back
    if material.known_on is not None:
        collection["as_known_on"] = material.known_on.isoformat()
    if material.generated_at is not None:
        collection["generated_at"] = material.generated_at.isoformat()
    return collection


class GeoJson:
    """For QGIS and any web map."""

    name = "geojson"
    media_type = "application/geo+json"
    suffix = ".geojson"

    def write(self, material: Material, out: TextIO, *, public: bool = True) -> None:
        shown = made_public(material) if public else material
        json.dump(feature_collection(shown), out, ensure_ascii=False, indent=1)
        out.write("\n")
