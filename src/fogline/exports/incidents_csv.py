"""Incidents as a table, one a row, with UCDP's low/best/high and ACLED's names for types."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TextIO

from fogline.exports.harm import made_public
from fogline.exports.material import Material, incidents_in_order
from fogline.exports.records import crosswalk
from fogline.incidents.incident import ContradictionKind, Figure, Incident
from fogline.incidents.profiles_ucdp import date_precision
from fogline.intake.report import Report

# Column, HXL tag (empty: HXL has none for it), meaning. docs/exports.md says the same at more length.
COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("id", "#event+code", "Fogline's id of the incident; stays while later reports join"),
    ("title", "#description", "a line that names the happening"),
    ("date_start", "#date+start", "first day, ISO; empty if unknown"),
    ("date_end", "#date+end", "last day, ISO, inclusive; empty if unknown or open"),
    ("date_prec", "#date+precision", "UCDP date_prec 1 to 5 from the length of the interval; empty if unknown"),
    ("place", "#loc+name", "place name; empty if none is known"),
    ("country", "#country+code+v_iso2", "ISO 3166-1 alpha-2"),
    ("admin1", "#adm1+name", "first-order administrative area"),
    ("latitude", "#geo+lat", "WGS 84 degrees; empty if not placed"),
    ("longitude", "#geo+lon", "WGS 84 degrees; empty if not placed"),
    ("where_prec", "#geo+precision", "UCDP where_prec 1 exact to 7 international"),
    ("type", "#event+type+fogline", "codebook type"),
    ("acled_event_type", "#event+type", "ACLED event type; empty if ACLED does not code it"),
    ("acled_sub_event_type", "#event+type+sub", "ACLED sub-event type"),
    ("plover", "#event+type+plover", "PLOVER event type"),
    ("status", "#status+code", "confirmed, fair, weak, contested or discounted"),
    ("status_reason", "#status+description", "the printed rule that gave the status"),
    ("admiralty", "#meta+reliability", "reliability of the best source and credibility, such as B2"),
    ("actors", "#group+name+first", "doers, separated by '; '"),
    ("targets", "#group+name+second", "to whom it was done, separated by '; '"),
    ("killed_low", "#affected+killed+min", "lowest figure"),
    ("killed_best", "#affected+killed", "figure chosen by the rule"),
    ("killed_high", "#affected+killed+max", "highest figure"),
    ("killed_rule", "#meta+rule+killed", "the printed rule that chose killed_best"),
    ("injured_low", "#affected+injured+min", "lowest figure"),
    ("injured_best", "#affected+injured", "figure chosen by the rule"),
    ("injured_high", "#affected+injured+max", "highest figure"),
    ("injured_rule", "#meta+rule+injured", "the printed rule that chose injured_best"),
    ("n_reports", "#meta+count+reports", "reports that speak of it"),
    ("n_independent_origins", "#meta+count+origins", "independent origins behind them"),
    ("origins", "#meta+source+original", "the origins by name and kind; '*' marks an interested party"),
    ("contested", "#meta+contested", "what is in dispute: figure, responsibility, form, denial, control"),
    ("outlets", "#meta+source", "outlets that carried it"),
    ("urls", "#meta+url", "addresses of the reports"),
    ("machine_made", "#meta+machine", "true until a person has reviewed the incident"),
)
# A spreadsheet runs a cell that begins so as a formula, and report text is anybody's.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def safe_cell(text: str) -> str:
    """Return a text cell that no spreadsheet takes for a formula: a leading ' where it would."""
    flat = " ".join(text.split("\n")) if "\n" in text else text
    return "'" + flat if flat.startswith(FORMULA_STARTS) else flat


def _number(value: float | int | None) -> str:
    return "" if value is None else str(value)


def _coordinate(degrees: float | None) -> str:
    return "" if degrees is None else f"{degrees:.6f}".rstrip("0").rstrip(".")


def _figure(incident: Incident, what: str) -> dict[str, str]:
    figure: Figure | None = incident.figure(what)
    return {
        f"{what}_low": _number(figure.low if figure else None),
        f"{what}_best": _number(figure.best if figure else None),
        f"{what}_high": _number(figure.high if figure else None),
        f"{what}_rule": safe_cell(figure.rule) if figure else "",
    }


def _joined(values: list[str]) -> str:
    return safe_cell("; ".join(dict.fromkeys(v for v in values if v)))


def incident_row(incident: Incident, reports: dict[str, Report], *, reviewed: bool) -> dict[str, str]:
    """Return the cells of one incident, every text safe to open in a spreadsheet."""
    place = incident.place
    codes = crosswalk(incident.type)
    carried = [reports[report_id] for report_id in incident.report_ids if report_id in reports]
    precision = date_precision(incident.date_start, incident.date_end)
    return {
        "id": incident.id,
        "title": safe_cell(incident.title),
        "date_start": incident.date_start.isoformat() if incident.date_start else "",
        "date_end": incident.date_end.isoformat() if incident.date_end else "",
        "date_prec": _number(precision),
        "place": safe_cell(place.name) if place else "",
        "country": safe_cell(place.country or "") if place else "",
        "admin1": safe_cell(place.admin1 or "") if place else "",
        "latitude": _coordinate(place.latitude if place else None),
        "longitude": _coordinate(place.longitude if place else None),
        "where_prec": _number(place.precision if place else None),
        "type": safe_cell(incident.type),
        "acled_event_type": codes["acled_event"] or "",
        "acled_sub_event_type": codes["acled_sub_event"] or "",
        "plover": codes["plover"] or "",
        "status": str(incident.status),
        "status_reason": safe_cell(incident.status_reason),
        "admiralty": safe_cell(incident.admiralty),
        "actors": _joined(list(incident.actors)),
        "targets": _joined(list(incident.targets)),
        **_figure(incident, "killed"),
        **_figure(incident, "injured"),
        "n_reports": str(len(incident.report_ids)),
        "n_independent_origins": str(len(incident.origins)),
        "origins": _joined([f"{o.name} ({o.kind}{'*' if o.interested else ''})" for o in incident.origins]),
        # A growing toll from one origin (update) is no dispute.
        "contested": _joined(sorted({str(c.kind) for c in incident.contradictions if c.kind is not ContradictionKind.UPDATE})),
        "outlets": _joined([r.outlet or "unknown outlet" for r in carried]),
        "urls": _joined([r.url for r in carried if r.url]),
        "machine_made": "false" if reviewed else "true",
    }


@dataclass(frozen=True, slots=True)
class IncidentsCsv:
    """A table for spreadsheets and statistics. ``hxl`` adds the HXL hashtag row below the header."""

    hxl: bool = False
    name: str = "incidents-csv"
    media_type: str = "text/csv"
    suffix: str = ".csv"

    def write(self, material: Material, out: TextIO, *, public: bool = True) -> None:
        shown = made_public(material) if public else material
        reports = {report.id: report for report in shown.reports}
        writer = csv.DictWriter(out, fieldnames=[name for name, _, _ in COLUMNS], lineterminator="\n")
        writer.writeheader()
        if self.hxl:
            writer.writerow({name: tag for name, tag, _ in COLUMNS})
        for incident in incidents_in_order(shown):
            writer.writerow(incident_row(incident, reports, reviewed=incident.id in shown.reviewed))
