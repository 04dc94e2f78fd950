"""An incident as the plain record that ``fogline read --as incidents`` prints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fogline.incidents.contradiction import is_dispute
from fogline.incidents.incident import Incident


def as_record(incident: Incident, external_ids: Mapping[str, str]) -> dict[str, Any]:
    """Return the record; ``external_ids`` map report ids to the ids their sender used.

    A report is marked ``background`` if it does no more than recall the happening.
    """
    killed = incident.figure("killed")
    disputes = [c.explanation for c in incident.contradictions if is_dispute(c)]
    return {
        "incident": incident.id,
        "title": incident.title,
        "type": incident.type,
        "date_start": _day(incident.date_start or incident.date_end),
        "date_end": _day(incident.date_end or incident.date_start),
        "place": (incident.place.full_name or incident.place.name) if incident.place else None,
        "country": incident.place.country if incident.place else None,
        "reports": [
            {"id": external_ids.get(r, r), "background": r in incident.background_report_ids} for r in incident.report_ids
        ],
        "independent_origins": [f"{o.name} (party)" if o.interested else o.name for o in incident.origins],
        "killed": {"low": killed.low, "best": killed.best, "high": killed.high} if killed else None,
        "contested": "; ".join(disputes) or None,
        "status": str(incident.status),
        "status_reason": incident.status_reason,
    }


def _day(day: Any) -> str | None:
    return None if day is None else day.isoformat()
