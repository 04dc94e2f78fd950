"""Incidents measured so that ties decide nothing.

A scorer that pairs our incidents with the key's by their reports, days and
place names meets many ties: a page that tells three raids of one day gives
three incidents with the same report and the same day. Which of them it then
pairs follows from the order in which they were printed. So three figures
stand beside the scorer's own: its mean over shuffled orders, the key against
itself (what nobody can exceed), and a pairing of ours in which likeness of
place and type break the ties. The last never looks at what it measures.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from fogline.cli.evaluation import dig, read_rows, write
from fogline.incidents.words import folded

Row = Mapping[str, Any]

# What the order of the output moves.
MOVED = ("origins.right_number", "overcounted", "killed.best_inside", "contested.f1")
ORDERS = 10

# A pair needs reports in common, and this much of what a perfect pair has (1 for the reports, 0.3 each for day, place and type).
_LEAST = 0.5
_WORD = re.compile(r"[^\W\d_]{4,}")
# Words of a place that say where in it, or what it is.
_NO_NAME = re.compile(r"(?:north|south|east|west|centr|provi|town$|city$|villa|near$|count)")


def beside(gold: Path, predicted: Path, score: Callable[[Path, Path], dict[str, Any]], scratch: Path) -> dict[str, Any]:
    """Return the scorer's figures over shuffled orders (``shuffled``) and for the key itself (``bound``), and ours (``paired``)."""
    rows = read_rows(predicted)
    found = []
    for seed in range(ORDERS):
        order = list(rows)
        random.Random(seed).shuffle(order)
        write(scratch, order)
        found.append(score(gold, scratch))
    scratch.unlink()
    bound = score(gold, gold)
    return {
        "shuffled": _nested({path: round(fmean(dig(f, path) for f in found), 4) for path in MOVED}),
        "bound": _nested({path: dig(bound, path) for path in MOVED}),
        "paired": paired(read_rows(gold), rows),
    }


def paired(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[str, Any]:
    """Return our figures: pairs by reports, days, place words and type, each told as far as it is alike."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment  # the scorers need it as well

    likeness = np.array([[_alike(g, p) for p in predicted] for g in gold]).reshape(len(gold), len(predicted))
    pairs = [(gold[i], predicted[j]) for i, j in zip(*linear_sum_assignment(-likeness), strict=True) if likeness[i, j] > 0]
    several = [(len(_names(g)), len(_names(p))) for g, p in pairs if len(_ids(g)) > 1]
    inside = [_inside(g, p) for g, p in pairs if (g.get("killed") or {}).get("low") is not None]
    ours, theirs = [bool(p.get("contested")) for _, p in pairs], [bool(g.get("contested")) for g, _ in pairs]
    both = sum(a and b for a, b in zip(ours, theirs, strict=True))
    found = {
        "origins.right_number": _share([g == p for g, p in several]),
        "overcounted": _share([p > g for g, p in several]),
        "killed.best_inside": _share(inside),
        "contested.f1": round(2 * both / (sum(ours) + sum(theirs)), 4) if any(ours) or any(theirs) else 0.0,
    }
    return _nested(found)


def _alike(g: Row, p: Row) -> float:
    mine, theirs = _ids(g), _ids(p)
    common = len(mine & theirs)
    if not common:
        return 0.0
    words, others = _place_words(g), _place_words(p)
    place = 2 * len(words & others) / (len(words) + len(others)) if words and others else 0.0
    found = common / len(mine | theirs) + 0.3 * _days_meet(g, p) + 0.3 * place + 0.3 * (g.get("type") == p.get("type"))
    return found if found >= _LEAST else 0.0


def _ids(row: Row) -> frozenset[str]:
    told = frozenset(r["id"] for r in row["reports"] if not r.get("background"))
    return told or frozenset(r["id"] for r in row["reports"])


def _days_meet(g: Row, p: Row) -> bool:
    start, end, other_start, other_end = g.get("date_start"), g.get("date_end"), p.get("date_start"), p.get("date_end")
    if not start or not other_start:
        return False
    return bool(start <= (other_end or other_start) and other_start <= (end or start))


def _place_words(row: Row) -> frozenset[str]:
    """Return the words of a place, cut so that two spellings of a name mostly agree ("Hasakah", "Hasakeh")."""
    return frozenset(w[:5] for w in _WORD.findall(folded(row.get("place") or "")) if not _NO_NAME.match(w))


def _names(row: Row) -> frozenset[str]:
    return frozenset(folded(str(o).replace(" (party)", "")) for o in row.get("independent_origins") or ()) - {""}


def _inside(g: Row, p: Row) -> bool:
    """Return whether our best number of dead lies in the key's range, whose end is half again the key's best where it is open."""
    killed, best = g["killed"], (p.get("killed") or {}).get("best")
    high = killed.get("high")
    top = 1.5 * (killed.get("best") or killed["low"]) if high is None else high
    return best is not None and killed["low"] <= best <= top


def _share(found: Sequence[bool]) -> float:
    return round(sum(found) / len(found), 4) if found else 0.0


def _nested(figures: Mapping[str, float]) -> dict[str, Any]:
    """Return figures under paths as the scorer nests them: "killed.best_inside" in "killed"."""
    out: dict[str, Any] = {}
    for path, value in figures.items():
        *outer, last = path.split(".")
        inner = out
        for key in outer:
            inner = inner.setdefault(key, {})
        inner[last] = value
    return out
