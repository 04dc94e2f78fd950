"""``fogline issues``: what could not be read, placed or dated."""

from __future__ import annotations

from datetime import date

import click

from fogline.cli.options import counted, json_option, known_option, ledger_option, limit_type, print_json, settings_for


@click.command()
@click.option("--code", help="Only issues of this code, such as no-date.")
@click.option("--limit", type=limit_type, default=50, show_default=True, help="How many to print; 0 for all.")
@known_option
@ledger_option
@json_option
def command(code: str | None, limit: int, as_known_on: date | None, ledger: str | None, as_json: bool) -> None:
    """List what could not be read, placed or dated, and what was assumed.

    Beside what was noted while reading stands what linking found: reports
    collected twice, corrections that speak of no story at hand, claims dated
    after their reports.
    """
    from collections import Counter

    from rich.console import Console
    from rich.markup import escape

    from fogline.ledger.ledger import Ledger
    from fogline.pipeline import derive

    with Ledger.open(settings_for(ledger).ledger_url, read_only=True) as book:
        derived = derive(book, as_known_on=as_known_on)
        issues = tuple(dict.fromkeys((*book.issues(as_known_on=as_known_on), *derived.issues)))
    found = [i for i in issues if not code or i.code == code]
    if as_json:
        print_json(
            [
                {
                    "code": i.code,
                    "severity": str(i.severity),
                    "stage": i.stage,
                    "message": i.message,
                    "location": i.location,
                    "report_id": i.report_id,
                    "span": i.span.as_list() if i.span else None,
                }
                for i in found
            ]
        )
        return
    console = Console()
    for i in found[:limit] if limit else found:
        console.print(f"[bold]{i.severity}[/] {i.code}  {escape(i.location or i.report_id or '')}\n  {escape(i.message)}")
    counts = ", ".join(f"{n} {c}" for c, n in Counter(i.code for i in issues).most_common())
    if limit and len(found) > limit:
        console.print(f"{len(found) - limit} more: --limit 0 prints all, --code one kind.")
    console.print(f"{len(found)} of {counted(len(issues), 'issue')}{': ' + counts if counts else ''}.")
