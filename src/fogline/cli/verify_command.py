"""``fogline verify``: nothing in the ledger was changed."""

from __future__ import annotations

import sys

import click

from fogline.cli.options import json_option, ledger_option, print_json, settings_for


@click.command()
@ledger_option
@json_option
def command(ledger: str | None, as_json: bool) -> None:
    """Recompute the hash chain, the digests of the bytes as fetched and every record's id.

    Ends with 0 if all hold and 1 at the first that does not.
    """
    from dataclasses import asdict

    from fogline.ledger.ledger import Ledger

    with Ledger.open(settings_for(ledger).ledger_url, read_only=True) as book:
        verification = book.verify()
    if as_json:
        print_json(asdict(verification))
    else:
        click.echo(str(verification))
    sys.exit(0 if verification.ok else 1)
