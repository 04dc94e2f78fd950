"""Grid references of the Military Grid Reference System."""

from __future__ import annotations

import math

import pytest

from fogline.grounding.coordinates import coordinates_in
from fogline.grounding.mgrs import degrees_of


def metres_apart(a: tuple[float, float], b: tuple[float, float]) -> float:
    north = (a[0] - b[0]) * 111_200
    east = (a[1] - b[1]) * 111_200 * math.cos(math.radians(a[0]))
    return math.hypot(north, east)


@pytest.mark.parametrize(
    ("printed", "point", "metres"),
    [
        ("15TWG0000049776", (42.0, -93.0), 2),
        ("15T WG 00000 49776", (42.0, -93.0), 2),
        ("18S UJ 23371 06519", (38.8898, -77.0365), 20),
        ("56H LH 34873 51964", (-33.8597, 151.2149), 20),
    ],
)
def test_grid_reference_is_a_point(printed: str, point: tuple[float, float], metres: float) -> None:
    (found,) = coordinates_in(f"The convoy was hit at {printed}, the unit reported.")
    assert metres_apart((found.latitude, found.longitude), point) < metres
    assert found.span.of(f"The convoy was hit at {printed}, the unit reported.") == printed


def test_coarse_reference_is_the_middle_of_its_square() -> None:
    (fine,) = coordinates_in("Grid 37S CV 12500 34500.")
    (coarse,) = coordinates_in("Grid 37S CV 12 34.")
    assert metres_apart((fine.latitude, fine.longitude), (coarse.latitude, coarse.longitude)) < 1


def test_central_meridian_and_equator_are_where_the_grid_begins() -> None:
    assert degrees_of(31, 500_000, 0, southern=False) == pytest.approx((0.0, 3.0), abs=1e-9)
    south = degrees_of(31, 500_000, 10_000_000, southern=True)
    assert south == pytest.approx((0.0, 3.0), abs=1e-9)


@pytest.mark.parametrize(
    "text",
    [
        "Column S of zone 37 does not hold: 37S SV 12345 67890.",  # a column letter of another zone
        "Zone 61 is none: 61S CV 1234 5678.",
        "Digits do not pair: 37S CV 123 4567.",
        "A rifle is no grid: 5 T CV 9.",
        "The 15th of the month, 7 PM to 12 AM.",
    ],
)
def test_what_cannot_be_a_grid_reference_is_none(text: str) -> None:
    assert coordinates_in(text) == ()
