"""Train the place ranker on annotated news (LGL, TR-News, GeoWebNews) and say how well it does on articles kept back.

    python -m fogline.models.place_ranker FOLDER [--dry-run]

``FOLDER`` holds ``lgl.jsonl``, ``trnews.jsonl``, ``gwn.jsonl``. The figures are of five folds by article: each fifth is
measured by weights that never saw it. The weights that ship are then trained on all of them and written with the
figures to ``data/places/ranker.json``. Numpy only; about a minute on one core.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fogline.grounding.gazetteer import open_gazetteer
from fogline.grounding.grounding import Gazetteer
from fogline.grounding.place import resolve_toponyms
from fogline.grounding.ranking import FEATURE_NAMES, NOWHERE, STATIC, Layer, Ranker, Scene, look_up_names, make_scenes
from fogline.span import Span

Floats = NDArray[np.float64]
CORPORA = ("lgl", "trnews", "gwn")
RIGHT_KM = 161.0
HIDDEN = 20
FOLDS = 5
# No corpus says who publishes or who fights; these tip a balance between namesakes, and no more.
SET_BY_HAND = {"outlet's country": 1.5, "an actor's country": 3.0}


@dataclass(slots=True)
class Example:
    """One article's scene with, for every candidate, whether it is right (``near``) and the very place (``same``)."""

    scene: Scene
    near: Floats
    same: Floats
    weight: Floats  # of each name: its mentions that have an answer among the candidates


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    p, q = math.radians(a[0]), math.radians(b[0])
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(h)))


def read(folder: Path) -> dict[str, list[dict[str, Any]]]:
    return {c: [json.loads(line) for line in (folder / f"{c}.jsonl").read_text("utf-8").splitlines()] for c in CORPORA}


def example(row: dict[str, Any], gazetteer: Gazetteer) -> Example | None:
    gold = {Span(t["start"], t["end"]): t for t in row["toponyms"]}
    scenes = make_scenes(row["text"], look_up_names(row["text"], list(gold), gazetteer))
    if not scenes:
        return None
    scene = scenes[0]
    near, same = np.zeros(len(scene.candidates)), np.zeros(len(scene.candidates))
    weight = np.zeros(len(scene.names))
    for g, name in enumerate(scene.names):
        own = range(int(scene.starts[g]), int(scene.starts[g]) + len(name.lookup.candidates))
        for span in name.spans:
            t = gold[span]
            if t.get("lat") is None:
                continue
            hit = False
            for i in own:
                c = scene.candidates[i]
                if c is NOWHERE:
                    near[i] = max(near[i], 0 if hit else 1)
                    hit = True
                    continue
                identical = t.get("geonameid") is not None and c.geoname_id == t["geonameid"]
                if identical or km((c.latitude, c.longitude), (t["lat"], t["lon"])) <= RIGHT_KM:
                    near[i] = 1
                    hit = True
                if identical:
                    same[i] = 1
            weight[g] += hit
    return Example(scene, near, same, np.minimum(weight, 4))


class Trainer:
    """Adam on the likelihood that a right candidate is chosen; half as much that it is the very place."""

    def __init__(self, seed: int) -> None:
        rng = np.random.default_rng(seed)
        f = len(FEATURE_NAMES)
        self.p = [np.zeros(f), rng.normal(0, 0.3, (f, HIDDEN)), np.zeros(HIDDEN), rng.normal(0, 0.1, HIDDEN)]
        self.m = [np.zeros_like(p) for p in self.p]
        self.v = [np.zeros_like(p) for p in self.p]
        self.t = 0
        self.rng = rng

    def layer(self) -> Layer:
        layer = Layer(*(p.copy() for p in self.p))
        for name, weight in SET_BY_HAND.items():
            column = FEATURE_NAMES.index(name)
            layer.hidden[column] = 0.0
            layer.linear[column] = weight
        return layer

    def fit(self, data: list[tuple[Example, Floats]], epochs: int, rate: float, decay: float, drop: float = 0.2) -> None:
        for epoch in range(epochs):
            step = rate * (1 - epoch / epochs) + rate * 0.05
            order = self.rng.permutation(len(data))
            for at in range(0, len(order), 8):
                gradient = [np.zeros_like(p) for p in self.p]
                for n in order[at : at + 8]:
                    article, x = data[n]
                    self._accumulate(article, x, gradient, drop)
                self.t += 1
                for i, g in enumerate(gradient):
                    self.m[i] = 0.9 * self.m[i] + 0.1 * g
                    self.v[i] = 0.999 * self.v[i] + 0.001 * g * g
                    hat = (self.m[i] / (1 - 0.9**self.t)) / (np.sqrt(self.v[i] / (1 - 0.999**self.t)) + 1e-8)
                    self.p[i] -= step * (hat + decay * self.p[i])

    def _accumulate(self, e: Example, x: Floats, gradient: list[Floats], drop: float) -> None:
        linear, hidden, bias, out = self.p
        scene = e.scene
        h = np.tanh(x @ hidden + bias)
        mask = (self.rng.random(HIDDEN) > drop) / (1 - drop)
        shares = scene.softmax(x @ linear + (h * mask) @ out)
        d = np.zeros(len(shares))
        for target, importance in ((e.near, 1.0), (e.same, 0.5)):
            right = np.add.reduceat(shares * target, scene.starts)
            has = (right > 0) & (np.add.reduceat(target, scene.starts) > 0)
            w = e.weight * has * importance
            d += w[scene.group] * (shares - shares * target / np.maximum(right, 1e-12)[scene.group])
        gradient[0] += x.T @ d
        back = (d[:, None] * (out * mask)[None, :]) * (1 - h * h)
        gradient[1] += x.T @ back
        gradient[2] += back.sum(0)
        gradient[3] += (h * mask).T @ d


def train(examples: list[Example], seed: int = 1) -> Ranker:
    first = Trainer(seed)
    first.fit([(e, e.scene.static) for e in examples], 20, 0.01, 0.02)
    before = [e.scene.softmax(first.layer().score(e.scene.static)) for e in examples]
    second = Trainer(seed + 1)
    second.fit([(e, e.scene.features(s)) for e, s in zip(examples, before, strict=True)], 20, 0.01, 0.02)
    after = [e.scene.softmax(second.layer().score(e.scene.features(s))) for e, s in zip(examples, before, strict=True)]
    # Half of the looks are from the first answers, half from the second: both occur in use.
    both = [(e, e.scene.features(s)) for e, s in zip(examples, before, strict=True)]
    both += [(e, e.scene.features(s)) for e, s in zip(examples, after, strict=True)]
    second.fit(both, 18, 0.006, 0.02)
    return Ranker(first.layer(), second.layer())


@dataclass(frozen=True, slots=True)
class Result:
    """How far one gold toponym was put from its place; ``reachable`` if any candidate lies within 161 km of it."""

    error_km: float
    reachable: bool
    answered: bool


def measure(rows: list[dict[str, Any]], gazetteer: Gazetteer, ranker: Ranker, approximate: bool) -> list[Result]:
    """Return one result for each gold toponym that has coordinates."""
    results: list[Result] = []
    for row in rows:
        gold = {Span(t["start"], t["end"]): t for t in row["toponyms"]}
        found = resolve_toponyms(row["text"], list(gold), gazetteer, ranker=ranker, approximate=approximate)
        names = look_up_names(row["text"], list(gold), gazetteer)
        candidates = {span: n.lookup.candidates for n in names for span in n.spans}
        for span, t in gold.items():
            if t.get("lat") is None:
                continue
            point, place = (t["lat"], t["lon"]), found[span]
            answered = place.latitude is not None and place.longitude is not None
            error = km((place.latitude or 0.0, place.longitude or 0.0), point) if answered else 20039.0
            reachable = any(c is not NOWHERE and km((c.latitude, c.longitude), point) <= RIGHT_KM for c in candidates[span])
            results.append(Result(error, reachable, answered))
    return results


def summary(results: list[Result]) -> dict[str, float]:
    n = len(results)
    return {
        "n": n,
        "acc161": round(sum(r.error_km <= RIGHT_KM for r in results) / n, 4),
        "median_km": round(statistics.median(r.error_km for r in results), 1),
        "has_candidate_within_161": round(sum(r.reachable for r in results) / n, 4),
        "answered": round(sum(r.answered for r in results) / n, 4),
    }


def _stored(layer: Layer) -> dict[str, Any]:
    return {k: np.round(getattr(layer, k), 4).tolist() for k in ("linear", "hidden", "bias", "out")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dry-run", action="store_true", help="measure only, write nothing")
    arguments = parser.parse_args()
    gazetteer = open_gazetteer()
    corpora = read(arguments.folder)
    prepared = {c: [(row, example(row, gazetteer)) for row in rows] for c, rows in corpora.items()}
    results: dict[str, dict[bool, list[Result]]] = {c: {False: [], True: []} for c in CORPORA}
    for fold in range(FOLDS):
        ranker = train([e for rows in prepared.values() for n, (_, e) in enumerate(rows) if n % FOLDS != fold and e])
        for corpus, rows in prepared.items():
            kept_back = [row for n, (row, _) in enumerate(rows) if n % FOLDS == fold]
            for approximate, collected in results[corpus].items():
                collected += measure(kept_back, gazetteer, ranker, approximate)
    figures = {c: {"strict": summary(r[False]), "approximate": summary(r[True])} for c, r in results.items()}
    for corpus, by_mode in figures.items():
        for mode, figure in by_mode.items():
            print(f"held out, {FOLDS} folds: {corpus:7} {mode:12} {json.dumps(figure)}")
    ranker = train([e for rows in prepared.values() for _, e in rows if e])
    if not arguments.dry_run:
        stored = {
            "trained_on": "LGL, TR-News, GeoWebNews: development parts",
            "held_out": {"folds": FOLDS, **figures},
            "features": list(FEATURE_NAMES),
            "static": STATIC,
            "first": _stored(ranker.first),
            "second": _stored(ranker.second),
        }
        target = Path(str(files("fogline").joinpath("data/places/ranker.json")))
        target.write_text(json.dumps(stored, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
