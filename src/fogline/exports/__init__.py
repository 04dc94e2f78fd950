"""Claims, incidents and control in the field's formats."""

from __future__ import annotations

from datetime import date

from fogline.errors import UsageError
from fogline.exports.brief import Brief
from fogline.exports.claims_jsonl import ClaimsJsonl
from fogline.exports.control_geojson import ControlGeoJson
from fogline.exports.geojson import GeoJson
from fogline.exports.incidents_csv import IncidentsCsv
from fogline.exports.material import Exporter, Material, hold_back
from fogline.exports.profiles_csv import PROFILE_EXPORTERS, ProfileCsv, ProfilesCsv

_ALL: tuple[Exporter, ...] = (
    Brief(),
    ClaimsJsonl(),
    ControlGeoJson(),
    GeoJson(),
    IncidentsCsv(),
    *PROFILE_EXPORTERS,
    ProfilesCsv(),
)
EXPORTERS: dict[str, Exporter] = {exporter.name: exporter for exporter in _ALL}


def exporter_named(name: str, *, hxl: bool = False, since: date | None = None, until: date | None = None) -> Exporter:
    """Return the exporter of a format; ``hxl`` adds the hashtag row and is for tables of events alone.

    ``since`` and ``until`` ask control-geojson for each day of a range.

    :raises UsageError: for a format that does not exist, or HXL for one that has no such row.
    """
    if name not in EXPORTERS:
        raise UsageError(f"Unknown export '{name}'. Available: {', '.join(sorted(EXPORTERS))}.")
    if since or until:
        if name != "control-geojson":
            raise UsageError(f"Days are for control-geojson, not for {name}. To leave out what is recent: --hold-back.")
        if since is None or until is None or until < since:
            raise UsageError("A range of days needs --since and --until, the first not after the last; --as-of gives one day.")
        if hxl:
            raise UsageError("HXL tags go with tables, not with control-geojson.")
        return ControlGeoJson(since, until)
    if not hxl:
        return EXPORTERS[name]
    chosen = EXPORTERS[name]
    if isinstance(chosen, ProfileCsv):
        return ProfileCsv(chosen.profile, hxl=True)
    if name != "incidents-csv":
        raise UsageError(
            f"HXL tags go with incidents-csv and the tables of profiles, not with {name}. Leave out --hxl, or export incidents-csv."
        )
    return IncidentsCsv(hxl=True)


__all__ = ["EXPORTERS", "Exporter", "Material", "exporter_named", "hold_back"]
