"""``fogline demo``: the whole way once, on reports that travel with Fogline."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import click

from fogline.cli.options import counted, ledger_option, port_type, progress_bars, settings_for
from fogline.intake.capture import Hints


@click.command()
@click.option("--serve/--no-serve", "serving", default=True, help="Open the workbench afterwards, or end with the summary.")
@click.option("--port", type=port_type, default=8765, show_default=True, help="Port of the workbench on 127.0.0.1.")
@ledger_option
def command(serving: bool, port: int, ledger: str | None) -> None:
    """Read the sample reports into fogline-demo.db, link them, print what came out, open the workbench.

    The samples are written for Fogline: invented outlets, public events
    around Hajin, Baghuz, Afrin and Manbij in 2018 and 2019.
    """
    from fogline.cli.collect_command import told
    from fogline.cli.serve_command import serve
    from fogline.ledger.ledger import Ledger
    from fogline.pipeline import Pipeline, collect, derive

    url = settings_for(ledger or "sqlite:///fogline-demo.db").ledger_url
    settings = settings_for(url)
    with Ledger.open(url, create=True) as book:
        with progress_bars() as progress:
            summary = collect(samples(), book, settings, Pipeline(), progress=progress)
        click.echo(told(summary))
        derived = derive(book)
        several = [i for i in derived.incidents if len(i.report_ids) > 1]
        contested = [i for i in derived.incidents if i.status == "contested"]
        entries, head = book.head()
    click.echo(
        f"{len(derived.claims)} claims of {len(derived.reports)} reports make {len(derived.incidents)} incidents; "
        f"{len(several)} are told by several reports, {len(contested)} are contested."
    )
    if several:
        most = max(several, key=lambda i: (len(i.report_ids) - len(i.background_report_ids), len(i.origins), i.id))
        names = ", ".join(o.name for o in most.origins)
        reports, origins = counted(len(most.report_ids), "report"), counted(len(most.origins), "independent origin")
        click.echo(f"Most told: {most.title}: {reports}, {origins} ({names}).")
        click.echo(f"How do we know? fogline show {most.id.split('-', 1)[-1][:8]} --ledger {url.removeprefix('sqlite:///')}")
    click.echo(f"The ledger {url.removeprefix('sqlite:///')} has {entries} entries; its head is {head[:12]}.")
    if serving:
        serve(url, port)


def samples() -> dict[str, Hints]:
    """Return the sample files, each with its outlet where the file itself does not name one."""
    folder = Path(str(files("fogline") / "data" / "samples"))
    rows = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["reports"]
    plain = {r["file"]: Hints(outlet=r["outlet"]) for r in rows if r["file"].endswith(".txt")}
    return {str(folder / r["file"]): plain.get(r["file"], Hints()) for r in rows}
