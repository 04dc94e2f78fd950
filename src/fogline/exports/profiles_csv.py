"""Incidents as another project would record them: one table in the columns of ACLED, UCDP GED or Airwars, and one that sets them side by side."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from fogline.claims.claim import Claim
from fogline.exports.harm import made_public
from fogline.exports.incidents_csv import safe_cell
from fogline.exports.material import Material, incidents_in_order
from fogline.incidents.incident import Incident
from fogline.incidents.profiles import Coding, Value, all_profiles, differences, profiles_named
from fogline.intake.report import Report


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    return safe_cell(value) if isinstance(value, str) else str(value)


def _codings(incident: Incident, claims: Mapping[str, Claim], reports: Mapping[str, Report], profile: str) -> list[Coding]:
    return [p.code(incident, claims, reports) for p in profiles_named(profile)]


@dataclass(frozen=True, slots=True)
class ProfileCsv:
    """The events that one project would record, in its own columns. What it would not record has no row."""

    profile: str
    hxl: bool = False
    media_type: str = "text/csv"
    suffix: str = ".csv"

    @property
    def name(self) -> str:
        return f"{self.profile}-csv"

    def write(self, material: Material, out: TextIO, *, public: bool = True) -> None:
        shown = made_public(material) if public else material
        (profile,) = profiles_named(self.profile)
        claims, reports = {c.id: c for c in shown.claims}, {r.id: r for r in shown.reports}
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(name for name, _, _ in profile.columns)
        if self.hxl:
            writer.writerow(tag for _, tag, _ in profile.columns)
        for incident in incidents_in_order(shown):
            for record in profile.code(incident, claims, reports).records:
                writer.writerow(_cell(record[name].value) for name, _, _ in profile.columns)


# Column and meaning of the table that sets the profiles side by side.
COMPARED: tuple[tuple[str, str], ...] = (
    ("id", "Fogline's id of the incident"),
    ("title", "a line that names the happening"),
    *(
        (f"{name}_{column}", meaning)
        for name in ("acled", "ucdp", "airwars")
        for column, meaning in (
            ("recorded", "yes or no"),
            ("why", "the rule that decides whether it is recorded"),
            ("events", "how many events it is to this project"),
            ("type", "its type there"),
            ("killed_low", "lowest figure, where the project has one"),
            ("killed", "the figure of the dead, where the project has one"),
            ("killed_high", "highest figure, where the project has one"),
            ("civilians_killed", "civilians among them, where the project counts them"),
        )
    ),
    ("differ_on", "points on which the profiles differ, separated by '; '"),
)

_POINT_OF = {
    "recorded": "recorded",
    "events": "events",
    "type": "type",
    "killed_low": "killed, lowest",
    "killed": "killed",
    "killed_high": "killed, highest",
    "civilians_killed": "civilians killed",
}


@dataclass(frozen=True, slots=True)
class ProfilesCsv:
    """Every incident with what each profile makes of it: where numbers of different projects part."""

    name: str = "profiles-csv"
    media_type: str = "text/csv"
    suffix: str = ".csv"

    def write(self, material: Material, out: TextIO, *, public: bool = True) -> None:
        shown = made_public(material) if public else material
        claims, reports = {c.id: c for c in shown.claims}, {r.id: r for r in shown.reports}
        writer = csv.DictWriter(out, fieldnames=[name for name, _ in COMPARED], lineterminator="\n")
        writer.writeheader()
        for incident in incidents_in_order(shown):
            codings = _codings(incident, claims, reports, "all")
            row = {"id": incident.id, "title": safe_cell(incident.title)}
            for coding in codings:
                row[f"{coding.profile}_why"] = safe_cell(coding.why)
                for column, point in _POINT_OF.items():
                    coded = coding.points.get(point)
                    row[f"{coding.profile}_{column}"] = "" if coded is None else _cell(coded.value)
            row["differ_on"] = "; ".join(d.point for d in differences(codings))
            writer.writerow(row)


PROFILE_EXPORTERS = tuple(ProfileCsv(name) for name in all_profiles())
