"""``fogline demo``: the whole way once, on reports that travel with Fogline."""

from __future__ import annotations

import json
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

import click

from fogline.cli.options import counted, port_type, progress_bars, settings_for
from fogline.intake.capture import Hints


@click.command()
@click.option("--serve/--no-serve", "serving", default=True, help="Open the workbench afterwards, or end with the summary.")
@click.option("--port", type=port_type, default=8765, show_default=True, help="Port of the workbench on 127.0.0.1.")
@click.option(
    "--ledger",
    metavar="URL",
    help="Where the ledger is: sqlite:///file.db or postgresql+psycopg://… [default: fogline-demo.db here]",
)
def command(serving: bool, port: int, ledger: str | None) -> None:
    """Read the sample reports into fogline-demo.db, link them, print what came out, open the workbench.

    The samples are written for Fogline: invented outlets, public events
    around Hajin, Baghuz, Afrin and Manbij in 2018 and 2019. Ends with 1,
    and opens nothing, if none of them could be read.
    """
    from fogline.cli.collect_command import told
    from fogline.cli.reading_output import FAILED_READING
    from fogline.cli.serve_command import serve
    from fogline.ledger.ledger import Ledger
    from fogline.pipeline import UNREAD, Pipeline, collect, derive

    url = settings_for(ledger or "sqlite:///fogline-demo.db").ledger_url
    settings = settings_for(url)
    with Ledger.open(url, create=True) as book:
        with progress_bars() as progress:
            summary = collect(samples(), book, settings, Pipeline(), progress=progress)
        click.echo(told(summary))
        derived = derive(book)
        recorded = frozenset(book.issues())
        noted = [i for i in recorded if i.report_id]
        failed = {i.report_id: i for i in noted if i.code in FAILED_READING}
        unread = {i.report_id for i in noted if i.code in UNREAD | FAILED_READING}
        if not derived.claims and all(r.id in unread for r in derived.reports):
            why = f" {next(iter(failed.values())).message}" if failed else ""
            click.echo(f"None of {counted(len(derived.reports), 'report')} could be read.{why}", err=True)
            sys.exit(1)
        if failed:
            click.echo(f"{len(failed)} of {counted(len(derived.reports), 'report')} could not be read.", err=True)
        linked = Counter(i.code for i in dict.fromkeys(derived.issues) if i not in recorded)
        several = [i for i in derived.incidents if len(i.report_ids) > 1]
        contested = [i for i in derived.incidents if i.status == "contested"]
        entries, head = book.head()
        place = book.place
    click.echo(
        f"{len(derived.claims)} claims of {len(derived.reports)} reports make {len(derived.incidents)} incidents; "
        f"{len(several)} are told by several reports, {len(contested)} are contested."
    )
    if linked:
        codes = ", ".join(f"{n} {code}" for code, n in sorted(linked.items(), key=lambda kv: (-kv[1], kv[0])))
        click.echo(f"{counted(linked.total(), 'more issue')} of linking: {codes}.")
    if several:
        most = max(several, key=lambda i: (len(i.report_ids) - len(i.background_report_ids), len(i.origins), i.id))
        names = ", ".join(o.name for o in most.origins)
        reports, origins = counted(len(most.report_ids), "report"), counted(len(most.origins), "independent origin")
        click.echo(f"Most told: {most.title}: {reports}, {origins} ({names}).")
        click.echo(f"How do we know? fogline show {most.id.split('-', 1)[-1][:8]} --ledger {place}")
    click.echo(f"The ledger {place} has {entries} entries; its head is {head[:12]}.")
    if serving:
        serve(url, port)


def samples() -> dict[str, Hints]:
    """Return the sample files, each with its outlet where the file itself does not name one."""
    folder = Path(str(files("fogline") / "data" / "samples"))
    rows = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["reports"]
    plain = {r["file"]: Hints(outlet=r["outlet"]) for r in rows if r["file"].endswith(".txt")}
    return {str(folder / r["file"]): plain.get(r["file"], Hints()) for r in rows}
