"""``fogline serve``: the workbench on this machine."""

from __future__ import annotations

import socket
from typing import cast

import click

from fogline.cli.options import ledger_option, port_type, settings_for
from fogline.errors import FoglineError


@click.command()
@click.option(
    "--port",
    type=port_type,
    default=8765,
    show_default=True,
    help="Port on 127.0.0.1; the next free one is taken if it is in use.",
)
@ledger_option
def command(port: int, ledger: str | None) -> None:
    """Open the workbench on a ledger, on 127.0.0.1 only: incidents, map, reading pane, control.

    Nothing is fetched from the network. Stop it with Ctrl-C.
    """
    serve(settings_for(ledger).ledger_url, port)


def serve(url: str, port: int) -> None:
    """Serve a ledger until interrupted; used by ``demo`` too."""
    import uvicorn

    from fogline.ledger.ledger import Ledger
    from fogline.workbench.app import create_app
    from fogline.workbench.assets import ensure_assets
    from fogline.workbench.live import LiveSource
    from fogline.workbench.source import WorkbenchSource

    with Ledger.open(url, read_only=True) as book:
        # A build may take minutes: too long to wait for the word that there is no ledger.
        ensure_assets(lambda line: click.echo(line, err=True))
        source = LiveSource(book)
        reports, incidents = len(source.current.all_reports), len(source.current.all_incidents)
        free = free_port(port)
        click.echo(f"{reports} reports, {incidents} incidents. The workbench is at http://127.0.0.1:{free}/ (Ctrl-C stops it)")
        uvicorn.run(create_app(cast(WorkbenchSource, source)), host="127.0.0.1", port=free, log_level="warning")


def free_port(wanted: int) -> int:
    """Return ``wanted`` if it is free on 127.0.0.1, else the next of twenty that is."""
    for port in range(wanted, min(wanted + 20, 65536)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise FoglineError(f"Ports {wanted} to {min(wanted + 19, 65535)} on 127.0.0.1 are all in use; give another with --port.")
