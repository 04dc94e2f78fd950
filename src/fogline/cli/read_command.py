"""``fogline read``: what files say, printed and not kept."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from fogline.cli.options import DAY, counted, progress_bars
from fogline.errors import UsageError

FORMS = ("claims", "attributions", "times", "toponyms", "events", "templates", "incidents", "clusters")


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FILE...")
@click.option("--as", "form", type=click.Choice(FORMS), default="claims", show_default=True, help="What to print.")
@click.option("--date", "given_date", type=DAY, help="Publication date of texts that have none.")
@click.option("--outlet", help="Who published them, where they do not say.")
@click.option(
    "--gold-mentions",
    type=click.Path(dir_okay=False, path_type=Path),
    help="JSON lines with `toponyms` to resolve, instead of finding them.",
)
@click.option("--table/--lines", "table", default=None, help="A readable table, or JSON lines. [default: a table on a terminal]")
def command(
    sources: tuple[str, ...],
    form: str,
    given_date: date | None,
    outlet: str | None,
    gold_mentions: Path | None,
    table: bool | None,
) -> None:
    """Print what is claimed in FILE... (.txt, .html, .jsonl, a feed, a folder or a URL), keeping nothing.

    Claims are printed as a table on a terminal and as JSON lines elsewhere,
    one line a report. What could not be read is said on standard error.
    Ends with 1 if no report could be read.
    """
    from fogline.cli.reading_output import Printer
    from fogline.intake.capture import Hints
    from fogline.pipeline import Pipeline, take_in
    from fogline.settings import Settings

    settings = Settings.from_environment()
    pipeline = Pipeline()
    as_table = sys.stdout.isatty() if table is None else table
    printer = Printer(form, as_table, _gold(gold_mentions), pipeline, settings)
    hints = Hints(published_on=given_date, outlet=outlet)
    failed = seen = 0
    with progress_bars() as progress:
        for capture, report, issues in take_in(dict.fromkeys(sources, hints), settings):
            for issue in issues:
                printer.say(issue)
            if report is None or capture is None:
                failed += 1
                continue
            seen += 1
            printer.add(report, capture)
            if not as_table:
                progress("read", seen, None)
    printer.finish()
    if unread := failed + printer.failures:
        of = failed + seen
        click.echo(
            f"{unread if unread < of else 'None'} of {counted(of, 'report')} could{' not' if unread < of else ''} be read.",
            err=True,
        )
        if unread == of:
            sys.exit(1)


def _gold(path: Path | None) -> dict[str, list[dict[str, Any]]] | None:
    if path is None:
        return None
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return {str(row["id"]): row["toponyms"] for row in rows}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f'Cannot read --gold-mentions {path}: {error}. Each line needs {{"id", "toponyms": [{{"start", "end"}}]}}.'
        ) from error
