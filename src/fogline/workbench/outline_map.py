"""A plain map drawn as SVG by the server: for readers without WebGL or script, and for print.

Equirectangular, with longitudes shortened by the cosine of the middle
latitude, so that shapes look right at the size of a country.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

OUTLINE = Path(__file__).parent / "static" / "outline.json"
# Narrower frames would show no border to find one's way by.
SMALLEST_DEGREES = 3.0
# The frame holds the middle 90 % of incidents in each direction: one report about a capital far
# away would else shrink the war to a dot. What lies outside is counted below the map.
TAIL = 0.05


@dataclass(frozen=True, slots=True)
class Mark:
    """One place on the map: how many incidents, how exactly it is known, where a click leads."""

    latitude: float
    longitude: float
    label: str
    kind: str
    weight: int = 1
    href: str | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the world that is shown, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, latitude: float, longitude: float) -> bool:
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A mark in picture coordinates; where the name is drawn larger, on a phone, a ``crowded`` one would run into another."""

    x: float
    y: float
    radius: float
    mark: Mark
    labelled: bool
    crowded: bool = False


@dataclass(frozen=True, slots=True)
class OutlineMap:
    """What the SVG template shows. ``outside`` counts incidents beyond the frame."""

    width: int
    height: int
    land: str
    borders: str
    names: tuple[tuple[str, float, float], ...]
    marks: tuple[DrawnMark, ...]
    frame: Frame
    outside: int


Line = list[tuple[float, float]]
Box = tuple[float, float, float, float]


@lru_cache(maxsize=1)
def _outline() -> tuple[list[tuple[Box, Line]], list[tuple[Box, Line]], list[tuple[str, float, float, int]]]:
    data = json.loads(OUTLINE.read_text(encoding="utf-8"))
    scale = data["scale"]

    def unpacked(steps: list[int]) -> tuple[Box, Line]:
        x = y = 0
        line: Line = []
        for i in range(0, len(steps), 2):
            x += steps[i]
            y += steps[i + 1]
            line.append((x / scale, y / scale))
        xs, ys = [p[0] for p in line], [p[1] for p in line]
        return (min(xs), min(ys), max(xs), max(ys)), line

    names = [(name, x / scale, y / scale, size) for name, x, y, size in data["names"]]
    return [unpacked(s) for s in data["land"]], [unpacked(s) for s in data["borders"]], names


def _quantiles(values: Sequence[tuple[float, int]]) -> tuple[float, float]:
    ordered = sorted(values)
    total = sum(weight for _, weight in ordered)
    low = high = ordered[0][0]
    seen = 0
    for value, weight in ordered:
        if seen <= TAIL * total:
            low = value
        seen += weight
        high = value
        if seen >= (1 - TAIL) * total:
            break
    return low, high


def frame_for(marks: Sequence[Mark], width: int, height: int) -> Frame:
    """Return the frame that fits the marks into a picture's shape; the world if there are none."""
    placed = [m for m in marks if m.kind != "country"] or list(marks)
    if not placed:
        return Frame(-170.0, -56.0, 190.0, 78.0)
    west, east = _quantiles([(m.longitude, m.weight) for m in placed])
    south, north = _quantiles([(m.latitude, m.weight) for m in placed])
    middle = (south + north) / 2
    squeeze = max(0.2, math.cos(math.radians(middle)))
    tall = max(north - south, SMALLEST_DEGREES * 0.7) * 1.25
    wide = max(east - west, SMALLEST_DEGREES) * 1.25
    if wide * squeeze / width > tall / height:
        tall = wide * squeeze * height / width
    else:
        wide = tall * width / height / squeeze
    centre = (west + east) / 2
    return Frame(
        west=centre - wide / 2,
        south=max(-88.0, middle - tall / 2),
        east=centre + wide / 2,
        north=min(88.0, middle + tall / 2),
    )


def _clip(line: Line, edge: float, axis: int, keep_above: bool) -> Line:
    """Return a ring cut along one edge of the frame (Sutherland and Hodgman's way)."""
    out: Line = []
    for i, here in enumerate(line):
        before = line[i - 1]
        inside = (here[axis] >= edge) == keep_above
        was_inside = (before[axis] >= edge) == keep_above
        if inside != was_inside:
            span = here[axis] - before[axis]
            share = (edge - before[axis]) / span if span else 0.0
            out.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
        if inside:
            out.append(here)
    return out


def radius_of(mark: Mark, most: int) -> float:
    """Return a circle's radius: its area follows the number of incidents, up to the largest of the map.

    Areas are drawn larger than towns with as many incidents, so that colour
    is not the only difference.
    """
    base = 4.0 if mark.kind == "exact" else 9.0
    return round(base + min(2.2 * math.sqrt(mark.weight), 15 * math.sqrt(mark.weight / max(most, 1))), 1)


# A letter of a name as the style sheet sets it on a phone.
_LARGE_LETTER = 13


def draw(marks: Sequence[Mark], width: int = 720, height: int = 460, frame: Frame | None = None) -> OutlineMap:
    """Return the map of some marks, ready for the template."""
    shown = frame or frame_for(marks, width, height)
    wide, tall = shown.east - shown.west, shown.north - shown.south
    land, borders, names = _outline()

    def at(longitude: float, latitude: float) -> tuple[float, float]:
        return (
            round((longitude - shown.west) / wide * width, 1),
            round((shown.north - latitude) / tall * height, 1),
        )

    def meets(box: Box) -> bool:
        return box[0] <= shown.east and box[2] >= shown.west and box[1] <= shown.north and box[3] >= shown.south

    def path(line: Line, close: bool) -> str:
        # Points closer than a pixel to the one before are left out: a map of the world would weigh half a megabyte.
        kept: Line = []
        for point in (at(x, y) for x, y in line):
            if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= 1.2:
                kept.append(point)
        if not close:
            kept.append(at(*line[-1]))
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + ("Z" if close else "") if len(kept) > 1 else ""

    pieces: list[str] = []
    margin = wide * 0.05
    for box, ring in land:
        if not meets(box):
            continue
        cut = _clip(ring, shown.west - margin, 0, True)
        cut = _clip(cut, shown.east + margin, 0, False)
        cut = _clip(cut, shown.south - margin, 1, True)
        cut = _clip(cut, shown.north + margin, 1, False)
        if len(cut) > 2:
            pieces.append(path(cut, True))
    lines = [path(line, False) for box, line in borders if meets(box)]

    labels: list[tuple[str, float, float]] = []
    for name, longitude, latitude, _ in names:
        x, y = at(longitude, latitude)
        # The largest countries come first; a label that would touch one already set is left out.
        clear = all(abs(y - oy) > 16 or abs(x - ox) > 4 * (len(name) + len(other)) for other, ox, oy in labels)
        if shown.holds(latitude, longitude) and 40 < x < width - 40 and 14 < y < height - 14 and clear:
            labels.append((name, x, y))
        if len(labels) >= 14:
            break

    inside = [m for m in marks if shown.holds(m.latitude, m.longitude)]
    inside.sort(key=lambda m: (-m.weight, m.label))
    drawn: list[DrawnMark] = []
    taken: list[tuple[float, float, int]] = []
    large: list[tuple[float, float, float]] = []
    most = max((m.weight for m in marks), default=1)
    for mark in inside:
        x, y = at(mark.longitude, mark.latitude)
        room = all(abs(y - oy) > 14 or abs(x - ox) > 5 * (len(mark.label) + length) for ox, oy, length in taken)
        labelled = len(taken) < 12 and room and mark.kind == "exact" and x < width - 90
        if labelled:
            taken.append((x, y, len(mark.label)))
        begin, end = x, x + radius_of(mark, most) + _LARGE_LETTER * (len(mark.label) + 3)
        crowded = labelled and (end > width or any(abs(y - oy) < 28 and begin < oe and ob < end for ob, oe, oy in large))
        if labelled and not crowded:
            large.append((begin, end, y))
        drawn.append(DrawnMark(x, y, radius_of(mark, most), mark, labelled, crowded))
    return OutlineMap(
        width=width,
        height=height,
        land="".join(pieces),
        borders="".join(lines),
        names=tuple(labels),
        marks=tuple(drawn),
        frame=shown,
        outside=sum(m.weight for m in marks) - sum(m.weight for m in inside),
    )
