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
from fogline.span import Span

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

    if gold_mentions is not None and form != "toponyms":
        raise UsageError("--gold-mentions gives place names to resolve; add --as toponyms.")
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


def _gold(path: Path | None) -> dict[str, list[Span]] | None:
    """Return the place names to resolve, by the id of their report.

    :raises UsageError: naming the line that cannot be used, and why.
    """
    if path is None:
        return None
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError) as error:
        raise UsageError(f"Cannot read --gold-mentions {path}: {error}.") from error
    gold: dict[str, list[Span]] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            name, gold_spans = _mentions(json.loads(line))
        except ValueError as error:
            why = str(error).rstrip(".")
            raise UsageError(
                f'Cannot read --gold-mentions {path}, line {number}: {why}. Each line needs {{"id", "toponyms": [{{"start", "end"}}]}}.'
            ) from error
        gold[name] = gold_spans
    return gold


def _mentions(row: Any) -> tuple[str, list[Span]]:
    """Return a report's id and the stretches of its text that are place names.

    :raises ValueError: saying what is missing or cannot be.
    """
    match row:
        case {"id": name, "toponyms": list(mentions)}:
            return str(name), [_mention(m) for m in mentions]
    raise ValueError("it lacks an id or a list of toponyms")


def _mention(mention: Any) -> Span:
    match mention:
        case {"start": int(start), "end": int(end)}:
            return Span(start, end)
    raise ValueError(f"{json.dumps(mention, ensure_ascii=False)} has no start and end in whole characters")
