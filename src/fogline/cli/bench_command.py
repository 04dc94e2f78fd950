"""``fogline bench``: speed as ratios, measured side by side in one run."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import click

from fogline.cli.options import json_option, print_json

if TYPE_CHECKING:
    from fogline.intake.report import Report
    from fogline.pipeline import Pipeline


@click.command()
@click.option(
    "--rounds",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    help="How often each thing is timed; the fastest round counts.",
)
@click.option("--linking", is_flag=True, help="Only linking: 10,000 and 100,000 made-up claims.")
@click.option("--claims", type=click.IntRange(min=1000), help="Only linking: 10,000 claims and this many, such as 1000000.")
@json_option
def command(rounds: int, linking: bool, claims: int | None, as_json: bool) -> None:
    """Measure reading against the bare encoder, start-up, the first claim, memory, and how linking grows.

    Machines differ and are noisy: trust the ratios more than the seconds.
    """
    figures = {} if linking or claims else measure(rounds)
    figures |= measure_linking(claims or 100_000)
    if as_json:
        print_json(figures)
        return
    for name, value in figures.items():
        click.echo(f"{name:<44} {value}")


def measure(rounds: int) -> dict[str, Any]:
    """Return the figures by name."""
    from fogline.pipeline import Pipeline

    start_up = min(seconds([sys.executable, "-m", "fogline", "--help"]) for _ in range(rounds))
    bare = min(seconds([sys.executable, "-c", "pass"]) for _ in range(rounds))
    first = min(seconds([sys.executable, "-m", "fogline", "read", sample_file(), "--lines"]) for _ in range(rounds))
    pipeline = Pipeline()
    reports = articles(750, 24)
    (encoder_s, reading_s, whole_s), (encoder_cpu, reading_cpu, _) = compare(pipeline, reports, rounds)
    tokens = sum(len(pipeline.encoder.tokenizer.encode(r.text).ids) for r in reports)
    return {
        "start-up of --help, s": round(start_up, 3),
        "start-up of --help / of python": round(start_up / bare, 2),
        "first claim from a cold start, s": round(first, 2),
        "articles of 750 words": len(reports),
        "articles read a second": round(len(reports) / reading_s, 1),
        "articles read into claims a second": round(len(reports) / whole_s, 1),
        "tokens a second, bare encoder": round(tokens / encoder_s),
        "reading / bare encoder": round(reading_s / encoder_s, 2),
        "reading / bare encoder, CPU time": round(reading_cpu / encoder_cpu, 2),
        "reading and grounding / bare encoder": round(whole_s / encoder_s, 2),
        "peak memory, MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


SMALL_LEDGER = 10_000


def measure_linking(large: int) -> dict[str, Any]:
    """Return time and memory of linking a small and a large made-up ledger, each in a process of its own."""
    from fogline.cli.bench_linking import measured

    small, big = measured(SMALL_LEDGER), measured(large)
    return {
        f"linking {big['claims']:,} claims, s": big["seconds"],
        f"linking {big['claims']:,} claims, peak memory, MB": big["peak_mb"],
        f"linking, CPU µs per claim of {small['claims']:,}": small["microseconds_per_claim"],
        f"linking, CPU µs per claim of {big['claims']:,}": big["microseconds_per_claim"],
        "linking, time per claim, large / small": round(big["microseconds_per_claim"] / small["microseconds_per_claim"], 2),
        "linking, precision and recall on made-up incidents": f"{big['precision']} {big['recall']}",
    }


def seconds(arguments: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def sample_file() -> str:
    folder = files("fogline") / "data" / "samples" / "reports"
    return str(next(f for f in sorted(folder.iterdir(), key=lambda f: f.name) if f.name.endswith(".txt")))


def articles(words: int, count: int) -> list[Report]:
    """Return reports of about ``words`` words, cut from the sample reports joined end to end."""
    from fogline.intake.article import reports_from
    from fogline.intake.capture import Capture, Hints
    from fogline.pipeline import take_in
    from fogline.settings import Settings

    samples = str(files("fogline") / "data" / "samples" / "reports")
    text = " ".join(r.text for _, r, _ in take_in({samples: Hints()}, Settings()) if r is not None and r.language == "en").split()
    out: list[Report] = []
    for n in range(count):
        start = (n * words) % max(1, len(text) - words)
        capture = Capture(" ".join(text[start : start + words]).encode(), f"bench-{n}.txt", "text/plain")
        out.extend(reports_from(capture, Settings())[0])
    return out


Times = tuple[float, float, float]


def compare(pipeline: Pipeline, reports: list[Report], rounds: int) -> tuple[Times, Times]:
    """Return the seconds of the bare encoder, of reading, and of reading with grounding, by the clock and of CPU time.

    Turn by turn on the same reports. The bare encoder gets each text once, in
    windows without overlap, on as many threads as reading has: what a reader
    cannot do without.
    """
    from concurrent.futures import ThreadPoolExecutor

    import numpy as np

    from fogline.pipeline import read_each
    from fogline.reading.encoder import OnnxEncoder
    from fogline.reading.read import read
    from fogline.reading.segment import WINDOW
    from fogline.settings import Settings

    encoder = pipeline.encoder
    assert isinstance(encoder, OnnxEncoder)

    def encoded(ids: list[int]) -> None:
        encoder.sessions["encoder"].run(None, {"pieces": np.array([[101, *ids, 102]], dtype=np.int64)})

    def bare() -> None:
        with ThreadPoolExecutor(encoder.threads) as pool:
            for report in reports:
                ids = encoder.tokenizer.encode(report.text, add_special_tokens=False).ids
                list(pool.map(encoded, [ids[at : at + WINDOW - 2] for at in range(0, len(ids), WINDOW - 2)]))

    def reading() -> None:
        for report in reports:
            read(report, encoder)

    def whole() -> None:
        deque(read_each(reports, pipeline, Settings(gate=False)), maxlen=0)

    clock, cpu = [float("inf")] * 3, [float("inf")] * 3
    steps: list[Callable[[], None]] = [bare, reading, whole]
    pipeline.read(reports[0])
    for _ in range(rounds):
        for n, step in enumerate(steps):
            began, spent = time.perf_counter(), time.process_time()
            step()
            clock[n] = min(clock[n], time.perf_counter() - began)
            cpu[n] = min(cpu[n], time.process_time() - spent)
    return (clock[0], clock[1], clock[2]), (cpu[0], cpu[1], cpu[2])
