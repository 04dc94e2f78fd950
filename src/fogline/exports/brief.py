"""One page for a reader in a hurry: what is reported, how well it is founded, what is not known."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TextIO

from fogline.control.assessment import ControlAssessment, ControlStanding, ControlState
from fogline.exports.harm import made_public
from fogline.exports.material import Material, incidents_in_order
from fogline.incidents.incident import ContradictionKind, Figure, Incident, IncidentStatus

# A page: what comes after is counted, never silently left out.
MOST_INCIDENTS = 12
MOST_DISPUTES = 6
MOST_PLACES = 10


def _days(start: date | None, end: date | None) -> str:
    if start is None and end is None:
        return "date unknown"
    if start is None:
        return f"until {end}"
    if end is None:
        return f"from {start}"
    return str(start) if start == end else f"{start} to {end}"


def figure_text(figure: Figure) -> str:
    """Return a figure as a range with its best value: "killed 5 (3 to 7)"."""
    who = f" {figure.who}" if figure.who else ""
    low = "?" if figure.low is None else str(figure.low)
    high = "?" if figure.high is None else str(figure.high)
    best = "no best figure" if figure.best is None else str(figure.best)
    span = "" if low == high == best else f" ({low} to {high})"
    return f"{figure.what}{who} {best}{span}"


def origins_text(incident: Incident) -> str:
    """Return who it rests on: "5 reports, 2 independent origins (the monitor; the SDF, a party)"."""
    n_reports, n_origins = len(incident.report_ids), len(incident.origins)
    names = "; ".join(o.name + (", a party" if o.interested else "") for o in incident.origins)
    reports = f"{n_reports} report{'s' if n_reports != 1 else ''}"
    origins = f"{n_origins} independent origin{'s' if n_origins != 1 else ''}"
    return f"{reports}, {origins}" + (f" ({names})" if names else "")


def _disputed(incident: Incident) -> list[str]:
    return [c.explanation for c in incident.contradictions if c.kind is not ContradictionKind.UPDATE]


def _weight(incident: Incident) -> tuple[int, int, int]:
    killed = incident.figure("killed")
    return (len(incident.origins), (killed.best or killed.low or 0) if killed else 0, len(incident.report_ids))


def _line(incident: Incident) -> str:
    place = incident.place.name if incident.place else "place unknown"
    figures = ", ".join(figure_text(f) for f in incident.figures)
    text = f"- **{_days(incident.date_start, incident.date_end)}, {place}** · {incident.title}. {incident.status}; {origins_text(incident)}"
    return text + (f"; {figures}" if figures else "") + f". [{incident.id}]"


def _current(control: tuple[ControlAssessment, ...]) -> list[ControlAssessment]:
    latest: dict[str, ControlAssessment] = {}
    for assessment in sorted(control, key=lambda a: (a.place_key, a.start, a.end or date.max)):
        latest[assessment.place_key] = assessment
    return sorted(latest.values(), key=lambda a: (a.place_name, a.place_key))


class Brief:
    """A summary in Markdown that reads as plain text."""

    name = "brief"
    media_type = "text/markdown"
    suffix = ".md"

    def write(self, material: Material, out: TextIO, *, public: bool = True) -> None:
        shown = made_public(material) if public else material
        out.write("\n".join(self._lines(shown)) + "\n")

    def _lines(self, material: Material) -> list[str]:
        incidents = incidents_in_order(material)
        published = sorted(r.published_on for r in material.reports if r.published_on)
        lines = ["# Conflict brief", ""]
        if material.generated_at is not None:
            lines += [f"Generated {material.generated_at.isoformat()}.", ""]
        unreviewed = sum(1 for i in incidents if i.id not in material.reviewed)
        lines.append(
            f"Machine-made from {len(material.reports)} reports; {unreviewed} of {len(incidents)} incidents not reviewed by a person."
        )
        if material.known_on is not None:
            lines.append(f"As known on {material.known_on}: nothing published later is in it.")
        if published:
            lines.append(f"Reports published {_days(published[0], published[-1])}.")
        if material.held_back:
            lines.append(f"{material.held_back} recent incidents are held back.")
        counts = Counter(i.status for i in incidents)
        lines.append("Status: " + ", ".join(f"{counts[status]} {status}" for status in IncidentStatus) + ".")

        lines += ["", "## Best founded and gravest", ""]
        ranked = sorted(
            (i for i in incidents if i.status is not IncidentStatus.DISCOUNTED),
            key=lambda i: (tuple(-n for n in _weight(i)), i.id),
        )
        chosen = {i.id for i in ranked[:MOST_INCIDENTS]}
        lines += [_line(i) for i in incidents if i.id in chosen] or ["Nothing."]
        if len(ranked) > MOST_INCIDENTS:
            lines.append(f"- and {len(ranked) - MOST_INCIDENTS} more.")

        disputed = [i for i in incidents if _disputed(i)]
        lines += ["", "## In dispute", ""]
        lines += [f"- {i.title}: {' '.join(_disputed(i)[:2])} [{i.id}]" for i in disputed[:MOST_DISPUTES]] or ["Nothing."]
        if len(disputed) > MOST_DISPUTES:
            lines.append(f"- and {len(disputed) - MOST_DISPUTES} more.")

        current = _current(material.control)
        lines += ["", "## Control, as last reported", ""]
        for a in current[:MOST_PLACES]:
            holder = "" if a.holder is None else f" by {a.holder}" if a.state is ControlState.HELD else f", holder {a.holder}"
            others = [c for c in a.claimants if c != a.holder]
            holder += f", claimed by {', '.join(others)}" if others else ""
            area = ", by the word for the larger area" if a.standing is ControlStanding.AREA else ""
            only = ", on the word of sides alone" if a.claimed_only else ""
            lines.append(f"- {a.place_name}: {a.state}{holder}, {_days(a.start, a.end)}{only}{area}.")
        if not current:
            lines.append("Nothing.")
        if len(current) > MOST_PLACES:
            lines.append(f"- and {len(current) - MOST_PLACES} more places.")

        undated = sum(1 for i in incidents if i.date_start is None and i.date_end is None)
        unplaced = sum(1 for i in incidents if i.place is None or i.place.latitude is None)
        lines += [
            "",
            "## Not known",
            "",
            f"Incidents without a date: {undated}; without a place on the map: {unplaced}. They are in incidents-csv, profiles-csv and geojson too.",
        ]
        return lines
