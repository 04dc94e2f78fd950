"""Grid references of the Military Grid Reference System, as armies and de-miners print them: "37S CV 1234 5678".

A reference names a zone of six degrees, a band of eight, a square of 100 km in it and a point in the square. The way back
to degrees goes over the transverse Mercator projection (WGS 84; Krüger's series to the third order, exact to millimetres
within a zone).
"""

from __future__ import annotations

import math
import re

_BANDS = "CDEFGHJKLMNPQRSTUVWX"
_COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
_ROWS = "ABCDEFGHJKLMNPQRSTUV"
# Two digits and more each way: a square of a kilometre or less. Fewer are as often a road or a rifle.
PATTERN = re.compile(
    r"(?<![\w.])(?:MGRS:?\s*)?(\d{1,2})\s?([C-HJ-NP-X])\s?([A-HJ-NP-Z])([A-HJ-NP-V])\s?(?:(\d{2,5})\s(\d{2,5})|(\d{4,10}))(?![\w.]*\d)"
)

_A, _F = 6378137.0, 1 / 298.257223563
_SCALE, _FALSE_EAST, _FALSE_NORTH = 0.9996, 500_000.0, 10_000_000.0
_N = _F / (2 - _F)
_RADIUS = _A / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_BETA = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96,
    _N**2 / 48 + _N**3 / 15,
    17 * _N**3 / 480,
)
_DELTA = (
    2 * _N - 2 * _N**2 / 3 - 2 * _N**3,
    7 * _N**2 / 3 - 8 * _N**3 / 5,
    56 * _N**3 / 15,
)


def point_of(match: re.Match[str]) -> tuple[float, float] | None:
    """Return latitude and longitude of what ``PATTERN`` matched, the middle of the square it names; None if there is no such."""
    zone, band, column, row = int(match.group(1)), match.group(2), match.group(3), match.group(4)
    east, north = match.group(5), match.group(6)
    if east is None:
        digits = match.group(7)
        if len(digits) % 2:
            return None
        east, north = digits[: len(digits) // 2], digits[len(digits) // 2 :]
    if len(east) != len(north) or not 1 <= zone <= 60 or column not in _COLUMNS[(zone - 1) % 3]:
        return None
    unit = 10.0 ** (5 - len(east))
    easting = (_COLUMNS[(zone - 1) % 3].index(column) + 1) * 100_000 + (int(east) + (0.5 if unit > 1 else 0)) * unit
    shift = 5 if zone % 2 == 0 else 0
    northing = (_ROWS.index(row) - shift) % 20 * 100_000 + (int(north) + (0.5 if unit > 1 else 0)) * unit
    south = -80 + 8 * _BANDS.index(band)
    top = 84 if band == "X" else south + 8
    # The rows repeat every 2,000 km: the one that lies in the band is meant.
    for turn in range(6):
        metres = northing + turn * 2_000_000
        latitude, longitude = degrees_of(zone, easting, metres, southern=south < 0)
        if south - 0.5 <= latitude < top + 0.5 and abs(longitude - (6 * zone - 183)) <= 6:
            return latitude, longitude
    return None


def degrees_of(zone: int, easting: float, northing: float, *, southern: bool) -> tuple[float, float]:
    """Return latitude and longitude of a point of the Universal Transverse Mercator grid."""
    xi = (northing - (_FALSE_NORTH if southern else 0.0)) / (_SCALE * _RADIUS)
    eta = (easting - _FALSE_EAST) / (_SCALE * _RADIUS)
    flat_xi = xi - sum(b * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, b in enumerate(_BETA, 1))
    flat_eta = eta - sum(b * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, b in enumerate(_BETA, 1))
    conformal = math.asin(math.sin(flat_xi) / math.cosh(flat_eta))
    latitude = conformal + sum(d * math.sin(2 * j * conformal) for j, d in enumerate(_DELTA, 1))
    longitude = math.radians(6 * zone - 183) + math.atan2(math.sinh(flat_eta), math.cos(flat_xi))
    return math.degrees(latitude), math.degrees(longitude)
