"""``fogline collect``: reports into the ledger."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from fogline.cli.options import DAY, counted, json_option, ledger_option, print_json, progress_bars, settings_for

if TYPE_CHECKING:
    from fogline.pipeline import Summary


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--date", "given_date", type=DAY, help="Publication date of texts that have none.")
@click.option("--outlet", help="Who published them, where they do not say.")
@ledger_option
@json_option
def command(sources: tuple[str, ...], given_date: date | None, outlet: str | None, ledger: str | None, as_json: bool) -> None:
    """Take SOURCE... (files, folders, URLs, feeds, WARC) into the ledger and read them.

    A report that is already there is not added again. A bad item does not
    stop the rest: it becomes an issue, counted below and listed by
    `fogline issues`. Ends with 1 if nothing at all could be taken in.
    """
    from fogline.intake.capture import Hints
    from fogline.ledger.ledger import Ledger
    from fogline.pipeline import Pipeline, collect

    settings = settings_for(ledger)
    with Ledger.open(settings.ledger_url, create=True) as book, progress_bars() as progress:
        known = dict.fromkeys(sources, Hints(published_on=given_date, outlet=outlet))
        summary = collect(known, book, settings, Pipeline(), progress=progress)
    if as_json:
        print_json(
            {
                k: getattr(summary, k)
                for k in ("reports_new", "reports_known", "reports_unread", "claims_new", "items_failed", "issues")
            }
        )
    else:
        click.echo(told(summary))
    if not summary.reports_new and not summary.reports_known:
        sys.exit(1)


def told(summary: Summary) -> str:
    """Return what a run did, in two lines."""
    first = f"{counted(summary.reports_new, 'new report')}, {counted(summary.claims_new, 'claim')}"
    if summary.reports_known:
        first += f"; {summary.reports_known} already in the ledger"
    if summary.reports_unread:
        first += f"; {summary.reports_unread} kept but not read"
    if summary.items_failed:
        first += f"; {summary.items_failed} could not be taken in"
    if not summary.issues:
        return first + "."
    codes = ", ".join(f"{n} {code}" for code, n in sorted(summary.issues.items(), key=lambda kv: (-kv[1], kv[0])))
    return f"{first}.\n{counted(sum(summary.issues.values()), 'issue')}: {codes} (`fogline issues` lists them)."
