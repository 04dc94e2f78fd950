"""``fogline evaluate``: the scorers of an annotated collection, one table."""

from __future__ import annotations

import json
from pathlib import Path

import click

from fogline.cli.options import json_option
from fogline.errors import FoglineError


@click.command()
@click.option(
    "--corpora",
    type=click.Path(path_type=Path),
    default=Path("../shared"),
    show_default=True,
    help="Folder with score/, data/ and claims/.",
)
@click.option("--only", multiple=True, help="Only these tasks; may be given several times.")
@click.option("--keep", type=click.Path(file_okay=False, path_type=Path), help="Keep gold and predicted files here.")
@click.option("--record", type=click.Path(dir_okay=False, path_type=Path), help="Also write the figures to this JSON file.")
@json_option
def command(corpora: Path, only: tuple[str, ...], keep: Path | None, record: Path | None, as_json: bool) -> None:
    """Score the reader on annotated corpora that it was not trained on."""
    from rich.console import Console
    from rich.table import Table

    from fogline.cli.evaluation import TASKS, evaluate

    if not (corpora / "score").is_dir():
        raise FoglineError(f"No scorers in {corpora / 'score'}; give the folder that has them with --corpora.")
    unknown = set(only) - set(TASKS)
    if unknown:
        raise click.UsageError(f"Unknown task {sorted(unknown)[0]!r}. Available: {', '.join(TASKS)}.")
    figures = evaluate(corpora, list(only) or list(TASKS), keep, lambda line: click.echo(line, err=True))
    if record:
        record.parent.mkdir(parents=True, exist_ok=True)
        record.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if as_json:
        click.echo(json.dumps(figures, ensure_ascii=False))
        return
    table = Table("task", "measure", "figure", box=None, header_style="dim")
    for task, measures in figures["tasks"].items():
        for measure, value in measures.items():
            table.add_row(task, measure, f"{value}")
    Console().print(table)
