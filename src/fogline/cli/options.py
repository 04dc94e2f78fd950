"""Options and small helpers that several commands share."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import click

from fogline.errors import UsageError
from fogline.settings import Settings


class Day(click.ParamType[date]):
    """A calendar day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is not a day; write it as 2018-12-13.", parameter, context)


DAY = Day()

ledger_option = click.option(
    "--ledger",
    metavar="URL",
    help="Where the ledger is: sqlite:///file.db or postgresql+psycopg://… [default: $FOGLINE_LEDGER or fogline.db here]",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for a script.")
limit_type = click.IntRange(min=0)
port_type = click.IntRange(1, 65535)
known_option = click.option(
    "--as-known-on", "--known-on", "as_known_on", type=DAY, help="Leave out what was published after this day."
)


# What is meant as a URL, with too few slashes too: as a file it would be called "sqlite:t.db".
_URL = re.compile(r"(?:sqlite|postgres(?:ql)?)(?:\+\w+)?:|.*://")


def settings_for(ledger: str | None) -> Settings:
    """Return the settings with a ledger given as URL or as a plain file name.

    :raises UsageError: for what is no ledger URL, and for a ledger in memory; what is collected into it would be gone
        at the end of the command.
    """
    from fogline.ledger.opening import database_at

    if ledger and not _URL.match(ledger):
        ledger = f"sqlite:///{ledger}"
    settings = Settings.from_environment(ledger)
    if not database_at(settings.ledger_url, read_only=True, wait_s=0).lasting:
        raise UsageError(f"The ledger '{settings.ledger_url}' names no file, so nothing would be kept. Write sqlite:///FILE.")
    return settings


def in_order(since: date | None, until: date | None) -> None:
    """Refuse a stretch of days that ends before it begins; it would find nothing, and nobody would know why.

    :raises UsageError: naming both days.
    """
    if since is not None and until is not None and until < since:
        raise UsageError(f"--until {until} is before --since {since}; no day lies between them.")


def counted(number: int, thing: str) -> str:
    """Return "1 report", "2 reports"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def print_json(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def one_by_prefix(identity: str, known: dict[str, Any], what: str) -> Any:
    """Return the record whose id is or begins with ``identity`` (the kind before the dash may be left out).

    :raises UsageError: if none or several begin so.
    """
    if identity in known:
        return known[identity]
    wanted = identity.split("-", 1)[-1]
    found = [k for k in known if k.split("-", 1)[-1].startswith(wanted)] if wanted else []
    if len(found) == 1:
        return known[found[0]]
    if found:
        raise UsageError(f"'{identity}' begins {len(found)} {what} ids, such as {', '.join(sorted(found)[:3])}. Give more of it.")
    raise UsageError(f"No {what} '{identity}'.")


@contextmanager
def progress_bars() -> Iterator[Any]:
    """Show progress on a terminal's standard error; elsewhere say nothing."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.description:<10}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as bars:
        tasks: dict[str, Any] = {}

        def progress(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield progress
