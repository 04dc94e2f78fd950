"""Claims, incidents and control in the field's formats."""

from __future__ import annotations

from fogline.errors import UsageError
from fogline.exports.brief import Brief
from fogline.exports.claims_jsonl import ClaimsJsonl
from fogline.exports.geojson import GeoJson
from fogline.exports.incidents_csv import IncidentsCsv
from fogline.exports.material import Exporter, Material, hold_back

_ALL: tuple[Exporter, ...] = (Brief(), ClaimsJsonl(), GeoJson(), IncidentsCsv())
EXPORTERS: dict[str, Exporter] = {exporter.name: exporter for exporter in _ALL}


def exporter_named(name: str, *, hxl: bool = False) -> Exporter:
    """Return the exporter of a format; ``hxl`` adds the hashtag row and is for incidents-csv alone.

    :raises UsageError: for a format that does not exist, or HXL for one that has no such row.
    """
    if name not in EXPORTERS:
        raise UsageError(f"Unknown export '{name}'. Available: {', '.join(sorted(EXPORTERS))}.")
    if not hxl:
        return EXPORTERS[name]
    if name != "incidents-csv":
        raise UsageError(f"HXL tags go with incidents-csv, not with {name}. Leave out --hxl, or export incidents-csv.")
    return IncidentsCsv(hxl=True)


__all__ = ["EXPORTERS", "Exporter", "Material", "exporter_named", "hold_back"]
