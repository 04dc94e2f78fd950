"""``--limit``, one rule for every list: a screenful for people, all of it for a script, and what was asked for where it was asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from fogline.cli.options import limit_type

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def limit_option(usual: int) -> Decorator:
    """Return ``--limit`` for a list of which a person is shown ``usual`` rows; None means that it was not given."""
    return click.option(
        "--limit", type=limit_type, help=f"How many to print; 0 for all. [default: {usual}; with --json all]", metavar="N"
    )


def at_most(limit: int | None, usual: int, as_json: bool) -> int | None:
    """Return how many rows to print, fit for a slice; None is all.

    A script that gets a part without a word takes it for the whole, so JSON
    is cut only where the caller said so.
    """
    if limit is None:
        limit = 0 if as_json else usual
    return limit or None
