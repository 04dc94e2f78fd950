"""``fogline train``: the reader from its base weights; see runs/train.sh."""

from __future__ import annotations

import click

from fogline.errors import FoglineError


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    """Train the reader; all options are those of fogline.models.train (--help lists them)."""
    try:
        from fogline.models.train import main
    except ImportError as error:
        raise FoglineError(
            f"Training needs PyTorch and its friends ({error.name} is missing): pip install 'fogline[train]'."
        ) from error
    main(list(arguments))
