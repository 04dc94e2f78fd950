"""The command line: ``fogline COMMAND``. Each command lives in its own file and is loaded when called."""

from __future__ import annotations

import difflib
import errno
import importlib
import io
import os
import sys
from typing import Any

import click

from fogline import __version__
from fogline.errors import FoglineError

# In the order in which a newcomer meets them.
COMMANDS = {
    "demo": "Read the sample reports, link them and open the workbench.",
    "read": "Print the claims of files, without keeping anything.",
    "collect": "Take reports into the ledger and read them.",
    "incidents": "List incidents.",
    "show": "Show an incident, a claim or a report, with the words it rests on.",
    "origins": "Show who cites whom, and who stands behind what several outlets report.",
    "control": "Say who held a place, and on whose word.",
    "issues": "List what could not be read, placed or dated.",
    "review": "Record a person's judgement: merge, split, note.",
    "actors": "List, show, name, merge or add actors.",
    "export": "Write claims or incidents in one of the field's formats.",
    "serve": "Open the workbench on 127.0.0.1.",
    "verify": "Prove that nothing in the ledger was changed.",
    "gazetteer": "Look up or import places.",
    "evaluate": "Score the reader on annotated corpora.",
    "train": "Train the reader (needs the `train` extra).",
    "bench": "Measure speed and memory, side by side.",
}


class ReaderGone(Exception):
    """Who read our output (head, less) has seen enough."""


class Commands(click.Group):
    """Loads a command's file only when it is called, and suggests the command that was meant."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"fogline.cli.{name}_command")
        command: click.Command = module.command
        command.short_help = COMMANDS[name]
        return command

    def resolve_command(self, context: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            close = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean '{close[0]}'?" if close else ""
            raise click.UsageError(f"Unknown command '{args[0]}'.{hint} `fogline --help` lists them all.", context)
        return super().resolve_command(context, args)

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except BrokenPipeError as error:  # click would end with 1, as if something had gone wrong
            raise ReaderGone from error

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="fogline")
def cli() -> None:
    """Fogline reads conflict reporting and says who claims what, in whose words.

    Start with `fogline demo`. With your own files: `fogline read FILE` shows
    what is claimed in them; `fogline collect FILE...` keeps them in a ledger
    (fogline.db in this folder, or --ledger); `fogline serve` opens the
    workbench on it.
    """


def write_unicode() -> None:
    """Have every name printed, whatever the terminal can show.

    What goes into a file or a pipe is UTF-8, for it is data; a terminal of
    fewer letters shows the others by their number, as it shows the bytes of
    a file name that are no letters.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def main() -> None:
    """Run the command line; end with 0, 1 (could not be done), 2 (asked wrongly) or 130 (interrupted)."""
    write_unicode()
    try:
        cli.main(standalone_mode=False)
        if sys.stdout is not None:  # it may have been closed by whoever called
            sys.stdout.flush()
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("Interrupted; what was acknowledged is in the ledger.", err=True)
        sys.exit(130)
    except (ReaderGone, BrokenPipeError):  # nothing to say to it
        _drop_output()
        sys.exit(0)
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        _drop_output()
        click.echo(f"Error: The output could not be written to its end: {error.strerror}.", err=True)
        sys.exit(1)
    except FoglineError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(error.exit_code)


# The disk or the quota is full, or the disk is failing.
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EIO)


def _drop_output() -> None:
    """Let what is still waiting to be written go nowhere, or Python complains of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
