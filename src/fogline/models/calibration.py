"""Measure how far the reader's scores are from probabilities, and store the curves that bring them there.

    python -m fogline.models.calibration --corpora FOLDER [--reader FOLDER] [--write]

The held-back claims articles are read; every event mention is matched to the annotated claim that it overlaps most, or to
none. For each score a logistic curve over its logit is fitted (two numbers: nothing to overfit on a thousand claims). The
expected calibration error is given before and after, each fifth of the articles judged by curves fitted on the others; a
curve that does not lower it is not kept. ``--write`` puts the curves into the reader's ``reader.json``.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fogline.intake.report import Report
from fogline.models.jsonl import read_jsonl
from fogline.models.splits import held_back, validation_key
from fogline.reading.encoder import OnnxEncoder, reader_folder
from fogline.reading.read import read
from fogline.reading.reading import EventMention
from fogline.span import Span

FOLDS = 5
BINS = 10
LEAST_GAIN = 0.005  # of calibration error; for less a curve is not worth keeping

Floats = NDArray[np.float64]
Outcomes = dict[str, list[tuple[str, float, bool]]]


def likeness(claim: dict[str, Any], event: EventMention) -> float:
    """Return how much an annotated claim and a mention have in common; 0 if they are not the same."""
    quote = Span(*claim["quote_span"])
    shared = quote.overlap(event.quote) / max(1, len(quote.cover(event.quote)))
    trigger = claim.get("trigger_span")
    touches = trigger is not None and Span(*trigger).overlap(event.trigger) > 0
    same = claim["type"] == event.type
    return shared + 0.5 * touches + 0.5 * same if touches or shared >= 0.5 or (shared >= 0.25 and same) else 0.0


def matched(claims: list[dict[str, Any]], events: list[EventMention]) -> dict[int, dict[str, Any]]:
    """Return for each event, by its place, the claim it is matched to: the likest pair first, each once."""
    pairs = [(likeness(c, e), n, k) for n, c in enumerate(claims) for k, e in enumerate(events)]
    out: dict[int, dict[str, Any]] = {}
    taken: set[int] = set()
    for like, n, k in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if like > 0 and n not in taken and k not in out:
            taken.add(n)
            out[k] = claims[n]
    return out


def spans_of(claim: dict[str, Any], role: str) -> list[Span] | None:
    """Return the annotated spans of a role; None for a role that is annotated by words and not by place."""
    if role in ("actor", "target", "origin", "count"):
        return [Span(*m["span"]) for m in claim.get("counts" if role == "count" else role) or [] if m.get("span")]
    if role in ("place", "time"):
        return [Span(*claim[role]["span"])] if claim.get(role) and claim[role].get("span") else []
    return None


def outcomes(rows: Iterator[dict[str, Any]], encoder: OnnxEncoder) -> Outcomes:
    """Return for each score the article, the score and whether it was right."""
    out: Outcomes = defaultdict(list)
    for row in rows:
        report = Report(str(row["id"]), row["text"], (), "", "", language="en")
        events = list(read(report, encoder).events)
        found = matched(row["claims"], events)
        for k, event in enumerate(events):
            out["claim"].append((row["id"], event.score, k in found))
            if (claim := found.get(k)) is None:
                continue
            out["type"].append((row["id"], event.type_score, event.type == claim["type"]))
            out["modality"].append((row["id"], event.modality_score, event.modality.value == claim["modality"]))
            out["attributed"].append((row["id"], event.attributed, bool(claim.get("origin"))))
            for argument in event.arguments:
                gold = spans_of(claim, argument.role.value)
                if gold is not None:
                    out[argument.role.value].append((row["id"], argument.score, any(argument.span.overlap(s) for s in gold)))
    return out


def logit(scores: Floats) -> Floats:
    kept = np.clip(scores, 1e-4, 1 - 1e-4)
    out: Floats = np.log(kept / (1 - kept))
    return out


def _sigmoid(z: Floats) -> Floats:
    out: Floats = 1 / (1 + np.exp(-z))
    return out


def fitted(scores: Floats, right: Floats) -> tuple[float, float]:
    """Return slope and shift by Newton's method, a little drawn towards leaving the score as it is."""
    x = np.stack([logit(scores), np.ones(len(scores))], 1)
    w, rest = np.array([1.0, 0.0]), np.array([1.0, 0.0])
    for _ in range(50):
        p = _sigmoid(x @ w)
        slope = x.T @ (p - right) + (w - rest)
        step = np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + np.eye(2), slope)
        w = w - step * min(1.0, 0.5 / max(1e-9, float(np.abs(step).max())))  # a long step can overshoot for good
    return round(float(w[0]), 4), round(float(w[1]), 4)


def calibration_error(probability: Floats, right: Floats) -> float:
    """Return the expected calibration error: how far, on average, a bin's mean probability is from its share of right answers."""
    bins = np.minimum((probability * BINS).astype(int), BINS - 1)
    gaps = [abs(float(probability[bins == b].mean() - right[bins == b].mean())) * int((bins == b).sum()) for b in np.unique(bins)]
    return sum(gaps) / len(probability)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--reader", type=Path, default=None)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    folder = arguments.reader or reader_folder()
    rows = (r for r in read_jsonl(arguments.corpora / "claims/dev.jsonl") if held_back(validation_key(r)))
    curves: dict[str, tuple[float, float]] = {}
    figures: dict[str, dict[str, float]] = {}
    for name, found in outcomes(rows, OnnxEncoder.load(folder)).items():
        scores, right = np.array([f[1] for f in found]), np.array([float(f[2]) for f in found])
        articles = sorted({f[0] for f in found})
        fold = np.array([articles.index(f[0]) % FOLDS for f in found])
        after = np.zeros(len(found))
        for k in range(FOLDS):
            slope, shift = fitted(scores[fold != k], right[fold != k])
            after[fold == k] = _sigmoid(slope * logit(scores[fold == k]) + shift)
        before_error, after_error = calibration_error(scores, right), calibration_error(after, right)
        kept = after_error < before_error - LEAST_GAIN
        # Where a score is as good as a probability already, the curve says so.
        curves[name] = fitted(scores, right) if kept else (1.0, 0.0)
        figures[name] = {"scored": len(found), "right": round(float(right.mean()), 3), "ece_raw": round(before_error, 4), "ece": round(min(after_error, before_error) if kept else before_error, 4)}  # fmt: skip
        print(f"{name:<11} {json.dumps(figures[name])} curve {curves[name]}")
    if arguments.write:
        card = folder / "reader.json"
        about = json.loads(card.read_text(encoding="utf-8"))
        about["calibration"] = curves
        about["calibration_error"] = figures
        card.write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
