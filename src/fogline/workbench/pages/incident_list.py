"""The first page: incidents as a list beside a map and a strip of time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import quote

from fogline.incidents.incident import ContradictionKind, Incident
from fogline.workbench.outline_map import Frame, Mark, OutlineMap, draw, radius_of
from fogline.workbench.pages.filters import GROUPS, IncidentFilter, group_of
from fogline.workbench.pages.histogram import Histogram, histogram
from fogline.workbench.source import Review, WorkbenchSource
from fogline.workbench.words import counted, days_of, figure_short, precision_class, type_label

PER_PAGE = 40
HEADINGS = {
    "dated": "On the map, newest first",
    "unlocated": "Not on the map: no place, or one that could not be found",
    "undated": "No date known",
}
# A map's pop-up lists this many incidents of a place and counts the others.
MOST_IN_POPUP = 8


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One incident in the list. ``contested`` names what is in dispute; ``place_key`` ties it to its map circle."""

    incident: Incident
    when: str
    where: str
    type_label: str
    figures: tuple[str, ...]
    contested: tuple[str, ...]
    place_key: str
    review: Review | None


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows of the page under one heading; ``total`` counts the heading's rows on all pages."""

    name: str
    heading: str
    total: int
    rows: tuple[IncidentRow, ...]


@dataclass(frozen=True, slots=True)
class IncidentListPage:
    """Incidents that match a filter, a page of them as rows, all of them on the map and in the strip.

    ``counts`` are how many matches are dated and placed, unlocated, and
    undated. ``map_data`` is what the browser's map draws: one entry per
    place, with the incidents at it.
    """

    asked: IncidentFilter
    total: int
    everything: int
    counts: dict[str, int]
    groups: tuple[RowGroup, ...]
    pages: int
    histogram: Histogram | None
    map: OutlineMap
    map_data: dict[str, Any]


def incident_href(incident: Incident) -> str:
    return "/incidents/" + quote(incident.id, safe="")


def place_key(incident: Incident) -> str:
    """Return what incidents at the same point of the map share; empty if it is on none."""
    place = incident.place
    if place is None or place.latitude is None or place.longitude is None:
        return ""
    return f"{place.latitude:.4f},{place.longitude:.4f},{precision_class(place.precision)}"


def where_words(incident: Incident) -> str:
    place = incident.place
    if place is None:
        return "place unknown"
    parts = [place.name]
    if place.admin1 and place.admin1 != place.name:
        parts.append(place.admin1)
    if place.country and place.country != place.name:
        parts.append(place.country)
    return ", ".join(parts)


def row_of(incident: Incident, source: WorkbenchSource) -> IncidentRow:
    return IncidentRow(
        incident=incident,
        when=days_of(incident),
        where=where_words(incident),
        type_label=type_label(incident.type),
        figures=tuple(figure_short(f) for f in incident.figures if (f.low, f.best, f.high) != (None, None, None)),
        contested=tuple(sorted({str(c.kind) for c in incident.contradictions if c.kind is not ContradictionKind.UPDATE})),
        place_key=place_key(incident),
        review=source.reviewed(incident.id),
    )


def matching(source: WorkbenchSource, asked: IncidentFilter) -> list[Incident]:
    """Return what a filter asks for: dated and placed ones, then unlocated, then undated; each the newest first."""
    found = [incident for incident in source.incidents() if asked.matches(incident)]
    found.sort(key=lambda i: i.id)
    found.sort(key=lambda i: i.date_start or i.date_end or date.min, reverse=True)
    found.sort(key=lambda i: GROUPS.index(group_of(i)))
    return found


def marks_of(incidents: Sequence[Incident], asked: IncidentFilter | None = None) -> list[Mark]:
    """Return one mark per place with its number of incidents."""
    by_key: dict[str, list[Incident]] = {}
    for incident in incidents:
        key = place_key(incident)
        if key:
            by_key.setdefault(key, []).append(incident)
    marks: list[Mark] = []
    for key, there in by_key.items():
        place = there[0].place
        if place is None or place.latitude is None or place.longitude is None:
            continue
        href = incident_href(there[0])
        # What most of its incidents call it; of those the shortest ("Hama", not "Syrias Hama").
        names = Counter(i.place.name for i in there if i.place is not None)
        name = min(names, key=lambda n: (-names[n], len(n), n))
        if len(there) > 1:
            href = (asked or IncidentFilter()).link(text=name, page=1)
        marks.append(Mark(place.latitude, place.longitude, name, precision_class(place.precision), len(there), href, key))
    return marks


def map_data(incidents: Sequence[Incident], marks: Sequence[Mark], frame: Frame) -> dict[str, Any]:
    """Return what the browser's map draws."""
    titles: dict[str, list[dict[str, str]]] = {}
    for incident in incidents:
        key = place_key(incident)
        if key and len(titles.setdefault(key, [])) < MOST_IN_POPUP:
            titles[key].append(
                {
                    "href": incident_href(incident),
                    "title": incident.title,
                    "when": days_of(incident),
                    "status": str(incident.status),
                }
            )
    most = max((m.weight for m in marks), default=1)
    return {
        "bounds": [frame.west, frame.south, frame.east, frame.north],
        "places": [
            {
                "key": m.key,
                "name": m.label,
                "kind": m.kind,
                "n": m.weight,
                "radius": radius_of(m, most),
                "at": [round(m.longitude, 5), round(m.latitude, 5)],
                "href": m.href,
                "incidents": titles.get(m.key, []),
                "more": counted(m.weight - MOST_IN_POPUP, "more incident") if m.weight > MOST_IN_POPUP else "",
            }
            for m in marks
        ],
    }


def incident_list_page(source: WorkbenchSource, asked: IncidentFilter) -> IncidentListPage:
    found = matching(source, asked)
    counts = {group: 0 for group in GROUPS}
    for incident in found:
        counts[group_of(incident)] += 1
    pages = max(1, -(-len(found) // PER_PAGE))
    page = min(asked.page, pages)
    shown = found[(page - 1) * PER_PAGE : page * PER_PAGE]
    groups = tuple(
        RowGroup(group, HEADINGS[group], counts[group], tuple(row_of(i, source) for i in shown if group_of(i) == group))
        for group in GROUPS
        if any(group_of(i) == group for i in shown)
    )
    marks = marks_of(found, asked)
    picture = draw(marks)
    return IncidentListPage(
        asked=replace(asked, page=page),
        total=len(found),
        everything=len(source.incidents()),
        counts=counts,
        groups=groups,
        pages=pages,
        histogram=histogram(found, asked),
        map=picture,
        map_data=map_data(found, marks, picture.frame),
    )
