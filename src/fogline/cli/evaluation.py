"""Which corpora are scored, with what, and which figures are kept.

Everything goes through the same code as ``fogline read``. Articles that the
reader was trained on are left out (``held_out``).
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from fogline.errors import FoglineError
from fogline.models.splits import held_back, validation_key


@dataclass(frozen=True)
class Task:
    """A gold file, the scorer that reads it, the form of ``fogline read``, and the figures to keep (paths into its JSON)."""

    gold: str
    scorer: str
    form: str
    figures: tuple[str, ...]
    held_out: bool = False
    gold_mentions: bool = False
    ours: bool = False  # the gold file is in this project's own evaluation/, not among the corpora


# Beside the source code; an installed package has it not.
OURS = Path(__file__).parents[3] / "evaluation"

_CLAIMS = (
    "detection.f1", "type", "modality", "origin", "attributed.f1", "actor.f1", "target.f1", "place", "place_spurious", "time", "counts.f1", "claim.f1",
)  # fmt: skip
_INCIDENTS = (
    "links.f1", "found.multi_recall", "found.recall", "found.multi_precision", "origins.right_number", "overcounted", "killed.best_inside", "contested.f1",
    *(f"{kind}.{path}" for kind in ("shuffled", "bound", "paired") for path in ("origins.right_number", "overcounted", "killed.best_inside", "contested.f1")),
)  # fmt: skip
_LINKING = ("b_cubed.f1", "ceaf_e.f1", "pairwise.f1", "b_cubed_multi.f1")
_RESOLUTION = ("resolution.acc161", "resolution.median_km", "resolution.answered")
_RECOGNITION = ("recognition.exact.f1", "end_to_end.f1")

TASKS: dict[str, Task] = {
    "claims": Task("claims/dev.jsonl", "claims", "claims", _CLAIMS, held_out=True),
    # Long features that we wrote about many wars, none of them trained on. Days and numbers are not in their gold.
    "features": Task(
        "features.jsonl",
        "claims",
        "claims",
        (
            "articles",
            "gold",
            "detection.f1",
            "type",
            "modality",
            "origin",
            "attributed.f1",
            "actor.f1",
            "target.f1",
            "place",
            "place_spurious",
            "claim.f1",
        ),
        ours=True,
    ),
    "attributions": Task(
        "data/polnear/dev.jsonl",
        "attribution",
        "attributions",
        ("token.source.f1", "token.cue.f1", "token.content.f1", "triple.f1", "triple.p", "triple.r"),
    ),
    "incidents": Task("claims/incidents-dev.jsonl", "incidents", "incidents", _INCIDENTS),
    "linking-ecb": Task("data/linking/ecbplus.jsonl", "linking", "clusters", _LINKING),
    "linking-muc": Task("data/linking/muc_incidents.jsonl", "linking", "entries", _LINKING),
    "times-tbaq": Task("data/time/tbaq.jsonl", "time", "times", ("strict.f1", "relaxed.f1", "value.f1")),
    "times-wikiwars": Task("data/time/wikiwars.jsonl", "time", "times", ("strict.f1", "relaxed.f1", "value.f1")),
    "places-gwn": Task("data/geo/gwn.jsonl", "geo", "toponyms", _RECOGNITION, held_out=True),
    "places-lgl": Task("data/geo/lgl.jsonl", "geo", "toponyms", _RECOGNITION, held_out=True),
    "places-trnews": Task("data/geo/trnews.jsonl", "geo", "toponyms", _RECOGNITION, held_out=True),
    "resolve-gwn": Task("data/geo/gwn.jsonl", "geo", "toponyms", _RESOLUTION, held_out=True, gold_mentions=True),
    "resolve-lgl": Task("data/geo/lgl.jsonl", "geo", "toponyms", _RESOLUTION, held_out=True, gold_mentions=True),
    "resolve-trnews": Task("data/geo/trnews.jsonl", "geo", "toponyms", _RESOLUTION, held_out=True, gold_mentions=True),
    "templates": Task(
        "data/muc4/dev.jsonl",
        "muc",
        "templates",
        (
            "ree_exact.micro.f1",
            "template_exact.micro.f1",
            "incident_type.f1",
            "relevance.f1",
            "given_match.date_exact",
            "given_match.country",
            "given_match.place",
        ),
        held_out=True,
    ),
    "events": Task(
        "data/events/plover_gsr.jsonl", "events", "events", ("type.micro.f1", "actors.either.f1", "event.f1"), held_out=True
    ),
    "articles": Task("data/html/pages.jsonl.gz", "article", "articles", ("f1", "p", "r")),
}


def evaluate(corpora: Path, tasks: list[str], keep: Path | None, say: Callable[[str], None]) -> dict[str, Any]:
    """Run tasks and return their figures, with the name of the reader that made them."""
    from fogline.reading.encoder import default_encoder

    figures: dict[str, Any] = {"reader": default_encoder().name, "tasks": {}}
    with tempfile.TemporaryDirectory() as scratch:
        folder = keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for name in tasks:
            say(f"{name} …")
            result = run(corpora, name, TASKS[name], folder)
            figures["tasks"][name] = {path: dig(result, path) for path in TASKS[name].figures}
    return figures


def run(corpora: Path, name: str, task: Task, folder: Path) -> dict[str, Any]:
    """Read one corpus and return what its scorer says."""
    rows = gold_rows(corpora, task)
    gold, texts, predicted = folder / f"{name}.gold.jsonl", folder / f"{name}.in.jsonl", folder / f"{name}.pred.jsonl"
    write(gold, rows)
    if task.form == "articles":
        write(predicted, articles(rows))
    elif task.form == "entries":
        write(predicted, entry_clusters(rows))
    else:
        write(texts, inputs(corpora, task, rows))
        command = [sys.executable, "-m", "fogline", "read", str(texts), "--as", task.form]
        if task.gold_mentions:
            command += ["--gold-mentions", str(gold)]
        with predicted.open("w", encoding="utf-8") as out:
            done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True, check=False)
        if done.returncode:
            raise FoglineError(f"{name}: fogline read ended with {done.returncode}: {done.stderr[-500:]}")

    def score(gold: Path, predicted: Path) -> dict[str, Any]:
        command = [sys.executable, str(corpora / "score" / f"{task.scorer}.py"), str(gold), str(predicted)]
        scored = subprocess.run(command, capture_output=True, text=True, check=False)
        if scored.returncode:
            raise FoglineError(f"{name}: the scorer ended with {scored.returncode}: {scored.stderr[-500:]}")
        result: dict[str, Any] = json.loads(scored.stdout)
        return result

    result = score(gold, predicted)
    if task.form == "incidents":
        from fogline.cli.evaluation_incidents import beside

        result |= beside(gold, predicted, score, folder / f"{name}.shuffled.jsonl")
    return result


def gold_rows(corpora: Path, task: Task) -> list[dict[str, Any]]:
    if task.ours and not (OURS / task.gold).exists():
        raise FoglineError(
            f"{task.gold} stands in evaluation/ beside the source code, which is not here; name other tasks with --only."
        )
    rows = read_rows((OURS if task.ours else corpora) / task.gold)
    if not task.held_out:
        return rows
    stem = Path(task.gold).stem
    if task.form == "templates":
        return rows[1::2]  # what chooses fillers learnt from the others (models/template_ranker.py)
    if task.form == "events":
        return [r for r in rows if held_back(str(r["id"]))]
    return [r for r in rows if held_back(validation_key(r) if stem == "dev" else f"{stem}-{r['id']}")]


def inputs(corpora: Path, task: Task, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what the reader is given: never an annotation."""
    if task.form == "incidents":
        wanted = {r["id"] for row in rows for r in row["reports"]}
        months = {str(r["date"])[:7] for r in read_rows(corpora / "data/conflict/fakes.jsonl.gz") if r["id"] in wanted}
        reports = [
            r for r in read_rows(corpora / "data/conflict/fakes.jsonl.gz") if r["id"] in wanted or str(r["date"])[:7] in months
        ]
        return [{k: r[k] for k in ("id", "date", "outlet", "title", "text") if r.get(k)} for r in reports]
    return [
        {"id": r["id"], "text": r["text"], **({"date": r.get("date") or r.get("dct")} if r.get("date") or r.get("dct") else {})}
        for r in rows
    ]


def articles(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    from fogline.intake.article import reports_from
    from fogline.intake.capture import Capture
    from fogline.intake.report import PartKind
    from fogline.settings import Settings

    out = []
    for row in rows:
        reports, _ = reports_from(Capture(row["html"].encode(), row["url"], "text/html"), Settings())
        kept = {PartKind.BODY, PartKind.DATELINE, PartKind.STANDFIRST}
        body = "\n\n".join(p.span.of(r.text) for r in reports for p in r.parts if p.kind in kept)
        out.append({"id": row["id"], "articleBody": body})
    return out


# Kinds of MUC-4 that different writers give to one incident.
_MUC_FAMILY = {"ATTACK": "attack", "BOMBING": "attack", "ARSON": "attack"}


def entry_clusters(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return for each MUC-4 template, by the fields that stand with it, the first template of its incident."""
    from fogline.incidents.entries import Entry, gather_entries

    entries = []
    for row in rows:
        days = [day for filler in row["incident_date"] for day in filler]
        where = [place for filler in row["incident_location"] for place in filler]
        kind = row["incident_type"][0][0]
        first, last = [day["from"] for day in days], [day["to"] for day in days]
        entries.append(
            Entry(
                id=row["id"],
                source_id=row["doc"],
                kind=kind,
                family=_MUC_FAMILY.get(kind, kind),
                start=date.fromisoformat(min(first)) if first and all(first) else None,
                end=date.fromisoformat(max(last)) if last and all(last) else None,
                country=where[0]["country"] if where else None,
                places=tuple(part["name"] for place in where for part in place["places"]),
                people=tuple(tuple(victim) for victim in row["victims"]),
                things=tuple(t for filler in row["targets"] + row["victim_descriptions"] for t in filler),
                doers=tuple(d for filler in row["perpetrators"] + row["organizations"] for d in filler),
            )
        )
    groups, _, _ = gather_entries(entries)
    return [{"id": id, "cluster": group[0]} for group in groups for id in group]


def read_rows(path: Path) -> list[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")


def dig(result: Mapping[str, Any], path: str) -> Any:
    value: Any = result
    for key in path.split("."):
        value = value[key]
    return value
