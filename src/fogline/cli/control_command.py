"""``fogline control``: who held a place, and on whose word."""

from __future__ import annotations

from datetime import date

import click

from fogline.cli.options import DAY, json_option, known_option, ledger_option, print_json, settings_for


@click.command()
@click.argument("place")
@click.option("--as-of", type=DAY, help="Only the state on this day.")
@known_option
@ledger_option
@json_option
def command(place: str, as_of: date | None, as_known_on: date | None, ledger: str | None, as_json: bool) -> None:
    """Say who held or contested PLACE, from when to when, and whose claims that rests on."""
    from rich.console import Console
    from rich.markup import escape

    from fogline.errors import UsageError
    from fogline.exports.records import control_record
    from fogline.ledger.ledger import Ledger
    from fogline.pipeline import derive

    with Ledger.open(settings_for(ledger).ledger_url, read_only=True) as book:
        derived = derive(book, as_known_on=as_known_on)
    wanted = place.casefold()
    found = [a for a in derived.control if wanted in a.place_name.casefold()]
    if not found:
        names = sorted({a.place_name for a in derived.control})
        raise UsageError(
            f"Nothing is claimed about who holds '{place}'. Places known: {', '.join(names[:12])}{' …' if len(names) > 12 else ''}."
        )
    if as_of:
        found = [a for a in found if a.start <= as_of and (a.end is None or as_of <= a.end)]
    if as_json:
        print_json([control_record(a) for a in found])
        return
    console = Console()
    if not found:
        console.print(f"Nothing is known of {place} on {as_of}.")
    for a in found:
        holder = f" by {a.holder}" if a.holder else ""
        word = " – on nobody's word but a party's that gains by it" if a.claimed_only else ""
        console.print(
            f"[bold]{escape(a.place_name)}[/] {a.start} – {a.end or 'until further notice'}: {a.state}{escape(holder)}{word}\n  {escape(a.reason)}\n  [dim]{', '.join(a.claim_ids)}[/]"
        )
