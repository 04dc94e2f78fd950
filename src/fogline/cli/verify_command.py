"""``fogline verify``: nothing in the ledger was changed."""

from __future__ import annotations

import sys

import click

from fogline.cli.options import json_option, ledger_option, print_json, settings_for


@click.command()
@click.option("--rebuild-index", is_flag=True, help="First derive anew the tables that only help to find entries.")
@ledger_option
@json_option
def command(rebuild_index: bool, ledger: str | None, as_json: bool) -> None:
    """Recompute the hash chain, the digests of the bytes as fetched and every record's id.

    Ends with 0 if all hold and 1 at the first that does not. A damaged index
    is no damage to what the ledger says: --rebuild-index mends it.
    """
    from dataclasses import asdict

    from fogline.ledger.ledger import Ledger

    url = settings_for(ledger).ledger_url
    if rebuild_index:
        with Ledger.open(url) as book:
            click.echo(f"The index was derived anew from {book.rebuild_index()} entries.", err=True)
    with Ledger.open(url, read_only=True) as book:
        verification = book.verify()
    if as_json:
        print_json(asdict(verification))
    else:
        click.echo(str(verification))
    sys.exit(0 if verification.ok else 1)
