"""Learning to choose one of several by reasons: one weight a reason, a softmax over the options of each question.

What two trainers share: the ranker of antecedents and the chooser of referents. Needs scipy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

from fogline.ids import digest

FOLDS = 3
STEPS = 80
# A weight nearer to nothing is not kept.
LEAST = 0.03

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One question: the reasons of every option (what stands without an answer comes first), which are right, how much it counts."""

    report: str
    kind: str
    why: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    weight: float = 1.0


def train(given: Sequence[Example], penalty: float, seen: int = 1) -> dict[str, float]:
    """Return the weights under which the right options are likeliest; reasons that speak fewer than ``seen`` times have none."""
    usable = [e for e in given if any(e.right)]
    counted = Counter(reason for e in usable for why in e.why for reason in why)
    index = {reason: n for n, reason in enumerate(sorted(r for r, count in counted.items() if count >= seen))}
    table, owner, right = _table(usable, index)
    turned = table.T.tocsr()
    weight = np.array([e.weight for e in usable])
    starts = np.flatnonzero(np.diff(owner, prepend=-1))

    def loss(weights: Floats) -> tuple[float, Floats]:
        score = table @ weights
        grown = np.exp(score - np.maximum.reduceat(score, starts)[owner])
        good = grown * right
        # An option a thousand times less likely than the likeliest must not vanish where it is the right one.
        all_, wanted = np.add.reduceat(grown, starts), np.maximum(np.add.reduceat(good, starts), 1e-300)
        slope = turned @ (weight[owner] * (grown / all_[owner] - good / wanted[owner]))
        return float(weight @ (np.log(all_) - np.log(wanted)) + penalty / 2 * weights @ weights), slope + penalty * weights

    found = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return {reason: round(float(found.x[n]), 2) for reason, n in index.items() if abs(found.x[n]) >= LEAST}


def _table(given: Sequence[Example], index: Mapping[str, int]) -> tuple[Any, NDArray[np.int64], Floats]:
    rows: list[int] = []
    columns: list[int] = []
    owner: list[int] = []
    right: list[bool] = []
    for number, example in enumerate(given):
        for why, good in zip(example.why, example.right, strict=True):
            known = [index[r] for r in why if r in index]
            columns += known
            rows += [len(owner)] * len(known)
            owner.append(number)
            right.append(good)
    table = sparse.csr_matrix((np.ones(len(rows), np.float64), (rows, columns)), shape=(len(owner), len(index)))
    return table, np.array(owner), np.array(right, np.float64)


def measure(given: Sequence[Example], weights: Mapping[str, float], margin: float = 0.0) -> Counter[str]:
    """Return how many questions of each kind there are, for how many the first option is right (``kind <``), and the chosen (``kind >``).

    The first option is left only for one better by ``margin``.
    """
    out: Counter[str] = Counter()
    for example in given:
        scores = [sum(weights.get(r, 0.0) for r in why) for why in example.why]
        best = max(scores)
        chosen = scores.index(best) if best - scores[0] > margin else 0
        for kind in (example.kind, "all"):
            out[kind] += 1
            out[f"{kind} <"] += example.right[0]
            out[f"{kind} >"] += example.right[chosen]
    return out


def measured_in_folds(given: Sequence[Example], penalty: float, seen: int = 1, margin: float = 0.0) -> Counter[str]:
    """Return the same of examples, each fold of reports answered with what was learnt from the others."""
    out: Counter[str] = Counter()
    for fold in range(FOLDS):
        inside = [int(digest("fold", e.report)[-6:], 16) % FOLDS == fold for e in given]
        weights = train([e for e, here in zip(given, inside, strict=True) if not here], penalty, seen)
        out += measure([e for e, here in zip(given, inside, strict=True) if here], weights, margin)
    return out


def told(counts: Mapping[str, int]) -> str:
    """Return what was measured in one line."""
    kinds = sorted((k for k in counts if not k.endswith(("<", ">"))), key=lambda k: -counts[k])
    return ", ".join(f"{k} {counts.get(f'{k} <', 0)} to {counts.get(f'{k} >', 0)} of {counts[k]}" for k in kinds)


def day_of(printed: Any) -> date | None:
    """Return the day that an article is dated with, None if it is not."""
    try:
        return date.fromisoformat(str(printed)[:10])
    except ValueError:
        return None
