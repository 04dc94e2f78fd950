"""Points that a report prints: "34°41'22"N 40°49'50"E", "34.6895, 40.8306", "37S CV 1234 5678"."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from dataclasses import dataclass

from fogline.grounding import mgrs
from fogline.grounding.span_index import SpanIndex
from fogline.span import Span


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A point printed in a text (WGS 84 degrees), with its span."""

    span: Span
    latitude: float
    longitude: float


_DEGREES = r"(\d{1,3})\s*[°º˚]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:\"|″|”|''|′′)\s*)?"
_DMS = re.compile(_DEGREES + r"([NSСЮ])[\s,;/and]*" + _DEGREES + r"([EWOВЗ])")
_DECIMAL_LETTERS = re.compile(r"(\d{1,2}[.]\d+)\s*[°º˚]?\s*([NS])[\s,;/]*(\d{1,3}[.]\d+)\s*[°º˚]?\s*([EW])")
_LETTERS_DECIMAL = re.compile(r"\b([NS])\s*(\d{1,2}[.]\d+)\s*[°º˚]?[\s,;/]*([EW])\s*(\d{1,3}[.]\d+)")
_DIGIT = re.compile(r"\d")
_DECIMAL = re.compile(r"(?<![\d.,])([-−+]?\d{1,2}[.]\d{3,})\s*[°º˚]?\s*[,;/\s]\s*([-−+]?\d{1,3}[.]\d{3,})(?![\d%])")


def coordinates_in(text: str) -> tuple[Coordinates, ...]:
    """Return the coordinates that a text prints: 34°41'22"N 40°49'50"E; 34.6895 N, 40.8306 E; 34.6895, 40.8306; and MGRS grid
    references.

    Bare decimals need three places each, so that prices and scores are not taken for points; impossible values are left.
    """
    found: list[Coordinates] = []
    if _DIGIT.search(text) is None:
        return ()

    def add(match: re.Match[str], latitude: float, longitude: float) -> None:
        span = Span(match.start(), match.end())
        if abs(latitude) <= 90 and abs(longitude) <= 180 and _is_free(found, span):
            insort(found, Coordinates(span, round(latitude, 6), round(longitude, 6)), key=lambda c: c.span)

    for m in _DMS.finditer(text):
        latitude, longitude = _dms(m.group(1), m.group(2), m.group(3)), _dms(m.group(5), m.group(6), m.group(7))
        if latitude is not None and longitude is not None:
            add(m, -latitude if m.group(4) in "SЮ" else latitude, -longitude if m.group(8) in "WЗ" else longitude)
    for m in _DECIMAL_LETTERS.finditer(text):
        add(m, float(m.group(1)) * (-1 if m.group(2) == "S" else 1), float(m.group(3)) * (-1 if m.group(4) == "W" else 1))
    for m in _LETTERS_DECIMAL.finditer(text):
        add(m, float(m.group(2)) * (-1 if m.group(1) == "S" else 1), float(m.group(4)) * (-1 if m.group(3) == "W" else 1))
    for m in _DECIMAL.finditer(text):
        add(m, float(m.group(1).replace("−", "-")), float(m.group(2).replace("−", "-")))
    for m in mgrs.PATTERN.finditer(text):
        point = mgrs.point_of(m)
        if point is not None:
            add(m, *point)
    return tuple(found)


_AXIS = re.compile(r"[NSEW]?[\d\W]*[NSEW]?")
_NAME = re.compile(r"[^\W\d_](?:.*[^\W\d_])?", re.DOTALL)


def outside_points(text: str, span: Span, points: SpanIndex) -> Span | None:
    """Return what a name is without the coordinates that it runs into ("Hajin (34.69, 40.83)"); None if nothing is left of it.

    Half a point ("N 34.5553", "35°55'48\"N") is no name either.
    """
    start, pieces = span.start, []
    for point in points.overlapping(span):
        pieces.append((start, point.start))
        start = point.end
    pieces.append((start, span.end))
    if len(pieces) == 1:
        return None if _AXIS.fullmatch(span.of(text)) else span
    names = [Span(m.start(), m.end()) for a, b in pieces if a < b and (m := _NAME.search(text, a, b)) and m.end() - m.start() > 1]
    return max(names, key=len, default=None)


def _is_free(found: list[Coordinates], span: Span) -> bool:
    """Tell whether a stretch shares nothing with the points found so far, which are in order and apart."""
    n = bisect_left(found, span.end, key=lambda c: c.span.start)
    return n == 0 or found[n - 1].span.end <= span.start


def _dms(degrees: str, minutes: str | None, seconds: str | None) -> float | None:
    m, s = (float((part or "0").replace(",", ".")) for part in (minutes, seconds))
    return None if m >= 60 or s >= 60 else float(degrees) + m / 60 + s / 3600
