"""``fogline export``: into the formats the field already uses."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import date
from pathlib import Path

import click

from fogline.cli.options import DAY, counted, in_order, known_option, ledger_option, settings_for
from fogline.errors import FoglineError, UsageError

# What SQLite keeps beside a database: as much of it as the file itself.
_BESIDE_A_DATABASE = ("-wal", "-shm", "-journal")


@click.command()
@click.argument("format_name", metavar="FORMAT")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file. [default: standard output]"
)
@click.option("--full", is_flag=True, help="Keep private people's names and exact places of shelters, hospitals and camps.")
@click.option("--hxl", is_flag=True, help="Add the row of HXL tags (incidents-csv).")
@click.option(
    "--hold-back", type=DAY, metavar="YYYY-MM-DD", help="Leave out what happened or was told after this day, and say how much."
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

    from fogline.exports import Material, exporter_named
    from fogline.exports import hold_back as leave_out
    from fogline.incidents.profiles import all_profiles
    from fogline.ledger.ledger import Ledger
    from fogline.ledger.reviews import reviews_of
    from fogline.pipeline import derive

    in_order(since, until)
    if as_of and (since or until):
        raise UsageError("--as-of asks for one day, --since and --until for each day of a range. Give the day or the range.")
    if output is not None:
        _refuse_database(output)
    exporter = exporter_named(format_name, hxl=hxl, since=as_of or since, until=as_of or until)
    with Ledger.open(settings_for(ledger).ledger_url, read_only=True) as book:
        derived = derive(book, as_known_on=as_known_on)
        judgements = book.judgements(as_known_on=as_known_on)
    material = Material(
        derived.reports,
        derived.claims,
        derived.incidents,
        derived.control,
        reviewed=frozenset(reviews_of(judgements, derived.incidents)),
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
    held_back = f" {counted(material.held_back, 'incident')} held back." if hold_back else ""
    if output is None:
        sys.stdout.write(out.getvalue())
        if held_back:
            click.echo(held_back.lstrip(), err=True)
        return
    try:
        _write(output, out.getvalue())
    except OSError as error:
        raise FoglineError(f"Cannot write {output}: {error.strerror}.") from error
    kept = f"{counted(len(material.incidents), 'incident')}, {counted(len(material.claims), 'claim')}."
    click.echo(f"{output}: {kept}{held_back}", err=True)


def _refuse_database(output: Path) -> None:
    """Refuse to write an export over a ledger, the one in use or any other, or over what SQLite keeps beside it.

    :raises UsageError: naming the file.
    """
    from fogline.ledger.sqlite import MAGIC

    target = output.resolve()
    names = [target.name, *(target.name.removesuffix(end) for end in _BESIDE_A_DATABASE if target.name.endswith(end))]
    for database in (target.with_name(name) for name in names if name):
        if not database.is_file():
            continue
        try:
            with database.open("rb") as file:
                header = file.read(len(MAGIC))
        except OSError as error:
            raise FoglineError(f"Cannot write {output}: {error.strerror}.") from error
        if header == MAGIC:
            what = "is" if database == target else "belongs to"
            raise UsageError(f"{output} {what} an SQLite database, such as a ledger. Give --output another file.")


def _write(output: Path, text: str) -> None:
    """Write a file whole or leave it as it was: who reads it never meets half an export."""
    if output.exists() and not output.is_file():  # a pipe or a device, which nothing can take the place of
        with output.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
        return
    target = output.resolve()  # a link goes on pointing at it
    if target.exists():
        target.open("ab").close()  # what is write-protected is not replaced either
    beside = target.with_name(f".fogline-export-{os.getpid()}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, beside)
        os.replace(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
