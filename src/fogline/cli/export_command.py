"""``fogline export``: into the formats the field already uses."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from fogline.cli.options import DAY, in_order, known_option, ledger_option, settings_for


@click.command()
@click.argument("format_name", metavar="FORMAT")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file. [default: standard output]"
)
@click.option("--full", is_flag=True, help="Keep private people's names and exact places of shelters, hospitals and camps.")
@click.option("--hxl", is_flag=True, help="Add the row of HXL tags (incidents-csv).")
@click.option(
    "--hold-back", type=DAY, metavar="YYYY-MM-DD", help="Leave out what happened after this day, and say how much that is."
)
@click.option("--as-of", type=DAY, help="Control on this day alone (control-geojson).")
@click.option("--since", type=DAY, help="Control on every day from this one (control-geojson).")
@click.option("--until", type=DAY, help="Control on every day until this one (control-geojson).")
@known_option
@ledger_option
def command(
    format_name: str,
    output: Path | None,
    full: bool,
    hxl: bool,
    hold_back: date | None,
    as_of: date | None,
    since: date | None,
    until: date | None,
    as_known_on: date | None,
    ledger: str | None,
) -> None:
    """Write FORMAT.

    \b
    claims-jsonl      every claim with its words
    incidents-csv     incidents as a table
    geojson           incidents on the map
    control-geojson   who holds which place, by interval or by day
    brief             one page to read
    acled-csv, ucdp-csv, airwars-csv
                      the events that these projects would record
    profiles-csv      incidents under all three, side by side

    Unless --full is given, names of private people and exact places of
    shelters, hospitals and camps are coarsened.
    """
    import csv
    import io

    from fogline.errors import FoglineError
    from fogline.exports import Material, exporter_named
    from fogline.exports import hold_back as leave_out
    from fogline.incidents.profiles import all_profiles
    from fogline.ledger.judgement import JudgementKind, in_force
    from fogline.ledger.ledger import Ledger
    from fogline.pipeline import derive

    in_order(since, until)
    exporter = exporter_named(format_name, hxl=hxl, since=as_of or since, until=as_of or until)
    with Ledger.open(settings_for(ledger).ledger_url, read_only=True) as book:
        derived = derive(book, as_known_on=as_known_on)
        reviewed = frozenset(
            s for j in in_force(book.judgements(as_known_on=as_known_on)) if j.kind is JudgementKind.REVIEWED for s in j.subjects
        )
    material = Material(
        derived.reports,
        derived.claims,
        derived.incidents,
        derived.control,
        reviewed=reviewed,
        claimed_control=derived.claimed_control if format_name == "control-geojson" else (),
        known_on=as_known_on,
    )
    if hold_back:
        material = leave_out(material, hold_back)
    out = io.StringIO(newline="")
    exporter.write(material, out, public=not full)
    if format_name in {f"{name}-csv" for name in all_profiles()}:
        rows = sum(1 for _ in csv.reader(io.StringIO(out.getvalue(), newline=""))) - 1 - hxl
        profile = format_name.removesuffix("-csv")
        click.echo(
            f"{rows} events of {len(material.incidents)} incidents; why the others are not recorded: fogline export profiles-csv, column {profile}_why.",
            err=True,
        )
    if output is None:
        sys.stdout.write(out.getvalue())
        return
    try:
        with output.open("w", encoding="utf-8", newline="") as file:
            file.write(out.getvalue())
    except OSError as error:
        raise FoglineError(f"Cannot write {output}: {error.strerror}.") from error
    click.echo(f"{output}: {len(derived.incidents)} incidents, {len(derived.claims)} claims.", err=True)
