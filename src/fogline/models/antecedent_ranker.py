"""Train the ranker that says whom "he", "we", "the group" and a bare "commander" refer to.

    python -m fogline.models.antecedent_ranker CLAIMS.jsonl [--dry-run]

``CLAIMS.jsonl`` holds articles annotated in the codebook's format. Articles that are held back from the reader are held
back here too; the figures are of folds by article over the others, then of the held-back ones. An answer is right if the
candidate has the annotated name. Numpy only; a minute on one core.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from fogline.grounding.actor import ActorResolver
from fogline.grounding.antecedent import RANKED
from fogline.grounding.coreference import References
from fogline.grounding.coreference_ranking import Weights, explained, reasons
from fogline.grounding.event_parts import PARTS, parts_of
from fogline.grounding.gazetteer import open_gazetteer
from fogline.grounding.place import resolve_toponyms
from fogline.grounding.registry import load_registry, name_key
from fogline.grounding.report_context import country_weights, report_context
from fogline.grounding.toponym import find_toponyms
from fogline.ids import digest
from fogline.models.splits import held_back, validation_key
from fogline.reading.reading import Role
from fogline.reading.segment import sentences
from fogline.span import Span

FOLDS = 3
PENALTY = 3.0
STEPS = 150
# Weights nearer to nothing than this are not kept.
LEAST = 0.05


@dataclass(frozen=True, slots=True)
class Example:
    """One mention: the reasons of "nobody" and of every candidate, and which of them have the annotated name."""

    article: str
    sort: str
    why: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def examples(rows: Sequence[dict[str, Any]]) -> list[Example]:
    """Return what annotated articles ask of the ranker, given the annotated mentions."""
    resolver, gazetteer = ActorResolver(load_registry()), open_gazetteer()
    out: list[Example] = []
    for row in rows:
        text = str(row["text"])
        spans = sorted({found.span for found in find_toponyms(text, gazetteer)})
        places = resolve_toponyms(text, spans, gazetteer).values()
        context = report_context(text, _day(row.get("date")), country_weights(places))
        mentions: dict[Span, Role] = {}
        names: dict[Span, set[tuple[str, ...]]] = defaultdict(set)
        events = []
        for claim in row["claims"]:
            parts = [
                (Span(*mention["span"]), role, mention["name"])
                for role in PARTS
                for mention in claim.get(role.value) or []
                if mention.get("span")
            ]
            for span, role, name in parts:
                mentions.setdefault(span, role)
                names[span].add(name_key(name))
            events.append((str(claim["type"]), [(span, role) for span, role, _ in parts]))
        references = References(text, dict(sorted(mentions.items())), sentences(text), resolver, context, parts_of(events).apart)
        references.watch = _watcher(str(row["id"]), names, out)
        references.resolved()
    return out


def _watcher(
    article: str, names: dict[Span, set[tuple[str, ...]]], out: list[Example]
) -> Callable[[References, Span, Role, str], None]:
    def watch(references: References, span: Span, role: Role, sort: str) -> None:
        if sort not in RANKED:
            return
        asked, candidates = references.antecedents.question(span, role, sort)
        nobody = (tuple(reasons(asked, None, 0, 0, False)), name_key(references.out[span].name) in names[span])
        given = [(tuple(why), name_key(c.grounded.name) in names[span]) for c, why in explained(asked, candidates)]
        why, right = zip(nobody, *given, strict=True)
        out.append(Example(article, sort, why, right))

    return watch


def train(given: Sequence[Example]) -> Weights:
    """Return the weights under which the right candidates are likeliest: a softmax over each mention's candidates."""
    usable = [e for e in given if any(e.right)]
    index: dict[str, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    owner: list[int] = []
    right: list[bool] = []
    for number, example in enumerate(usable):
        for why, good in zip(example.why, example.right, strict=True):
            for reason in why:
                rows.append(len(owner))
                columns.append(index.setdefault(reason, len(index)))
            owner.append(number)
            right.append(good)
    row, column, own, good_ = np.array(rows), np.array(columns), np.array(owner), np.array(right, dtype=np.float64)
    weights, mean, spread = (np.zeros(len(index)) for _ in range(3))
    for step in range(1, STEPS + 1):
        score = np.bincount(row, weights[column], len(own))
        top = np.full(len(usable), -np.inf)
        np.maximum.at(top, own, score)
        grown = np.exp(score - top[own])
        likely = grown / np.bincount(own, grown)[own]
        wanted = grown * good_ / np.bincount(own, grown * good_)[own]
        slope = np.bincount(column, (likely - wanted)[row], len(index)) / len(usable) + PENALTY * weights / len(usable)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        weights = weights - 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return Weights({reason: round(float(weights[n]), 2) for reason, n in sorted(index.items()) if abs(weights[n]) >= LEAST})


def measure(given: Sequence[Example], weights: Weights) -> Counter[str]:
    """Return how many mentions of each sort there are, and how many were answered right (``sort +``)."""
    out: Counter[str] = Counter()
    for example in given:
        scores = [weights.score(why) for why in example.why]
        out[example.sort] += 1
        out[f"{example.sort} +"] += example.right[scores.index(max(scores))]
    return out


def _day(printed: Any) -> date | None:
    try:
        return date.fromisoformat(str(printed)[:10])
    except ValueError:
        return None


def _said(counts: Counter[str]) -> str:
    return ", ".join(
        f"{sort} {counts[f'{sort} +'] / counts[sort]:.3f} of {counts[sort]}" for sort in sorted(RANKED) if counts[sort]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", type=Path)
    parser.add_argument("--dry-run", action="store_true", help="measure only, write nothing")
    given = parser.parse_args()
    rows = [json.loads(line) for line in given.claims.read_text("utf-8").splitlines() if line.strip()]
    seen = examples([r for r in rows if not held_back(validation_key(r))])
    kept = examples([r for r in rows if held_back(validation_key(r))])
    folds: Counter[str] = Counter()
    for fold in range(FOLDS):
        inside = [int(digest("fold", e.article)[-6:], 16) % FOLDS == fold for e in seen]
        weights = train([e for e, here in zip(seen, inside, strict=True) if not here])
        folds += measure([e for e, here in zip(seen, inside, strict=True) if here], weights)
    weights = train(seen)
    print(f"folds: {_said(folds)}\nheld back: {_said(measure(kept, weights))}")
    if not given.dry_run:
        target = Path(str(files("fogline"))) / "data" / "actors" / "antecedents.json"
        target.write_text(json.dumps({"weights": weights.of}, indent=0, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
