"""``fogline gazetteer``: where places are looked up."""

from __future__ import annotations

from pathlib import Path

import click

from fogline.cli.limits import at_most, limit_option
from fogline.cli.options import json_option, print_json

# Places of one name; the likeliest stand first.
SHOWN = 10


@click.group()
def command() -> None:
    """Look up a name, or import a full GeoNames dump (allCountries.zip) that you have."""


@command.command()
@click.argument("name")
@limit_option(SHOWN)
@json_option
def look(name: str, limit: int | None, as_json: bool) -> None:
    """Print the places that bear NAME, in any script: the likeliest first, of a frequent name the first 80."""
    import sys
    from dataclasses import asdict

    from fogline.grounding.gazetteer import open_gazetteer

    found = open_gazetteer().candidates(name, sys.maxsize)
    shown = found[: at_most(limit, SHOWN, as_json)]
    if as_json:
        print_json([asdict(c) for c in shown])
        return
    for c in shown:
        click.echo(
            f"{c.name}, {c.admin1 or '–'}, {c.country}  {c.feature}  {c.latitude:.3f}, {c.longitude:.3f}  population {c.population:,}"
        )
    if len(shown) < len(found):
        click.echo(f"… and {len(found) - len(shown)} more; --limit 0 prints all.")
    if not found:
        click.echo(f"No place is called '{name}'. A full GeoNames dump knows more: fogline gazetteer import allCountries.zip")


@command.command("import")
@click.argument("dump", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_dump(dump: Path) -> None:
    """Add the places of DUMP, a GeoNames export such as allCountries.zip, to the gazetteer."""
    from fogline.grounding.gazetteer import import_geonames

    click.echo(f"{import_geonames(dump):,} places imported.")
