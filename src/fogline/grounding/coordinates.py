"""Points that a report prints: "34°41'22"N 40°49'50"E", "34.6895, 40.8306", "37S CV 1234 5678"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogline.grounding import mgrs
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
_DECIMAL = re.compile(r"(?<![\d.,])([-−+]?\d{1,2}[.]\d{3,})\s*[°º˚]?\s*[,;/\s]\s*([-−+]?\d{1,3}[.]\d{3,})(?![\d%])")


def coordinates_in(text: str) -> tuple[Coordinates, ...]:
    """Return the coordinates that a text prints: 34°41'22"N 40°49'50"E; 34.6895 N, 40.8306 E; 34.6895, 40.8306; and MGRS grid
    references.

    Bare decimals need three places each, so that prices and scores are not taken for points; impossible values are left.
    """
    found: list[Coordinates] = []

    def add(match: re.Match[str], latitude: float, longitude: float) -> None:
        span = Span(match.start(), match.end())
        if abs(latitude) <= 90 and abs(longitude) <= 180 and not any(c.span.overlap(span) for c in found):
            found.append(Coordinates(span, round(latitude, 6), round(longitude, 6)))

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
    return tuple(sorted(found, key=lambda c: c.span))


def _dms(degrees: str, minutes: str | None, seconds: str | None) -> float | None:
    m, s = (float((part or "0").replace(",", ".")) for part in (minutes, seconds))
    return None if m >= 60 or s >= 60 else float(degrees) + m / 60 + s / 3600
