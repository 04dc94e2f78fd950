"""The measure of incidents that ties do not move."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fogline.cli.evaluation_incidents import beside, paired

pytest.importorskip("scipy")


def _row(place: str, type_code: str, killed: int, **more: Any) -> dict[str, Any]:
    return {
        "type": type_code,
        "date_start": "2021-05-03",
        "date_end": "2021-05-03",
        "place": place,
        "reports": [{"id": "a"}],
        "independent_origins": ["police"],
        "killed": {"low": killed, "best": killed, "high": killed},
        "contested": None,
        **more,
    }


# One page tells three raids of one day; two of ours are spelt otherwise.
_KEY = [_row("Hasakeh", "air-strike", 5), _row("Rastan (Homs)", "shelling", 8), _row("Douma", "air-strike", 12)]
_OURS = [_row("Duma", "air-strike", 12), _row("Hasakah", "air-strike", 5), _row("Rastan", "shelling", 8)]


def test_spelling_of_places_and_type_break_ties() -> None:
    assert paired(_KEY, _OURS)["killed"]["best_inside"] == 1.0


def test_order_of_the_output_moves_nothing() -> None:
    assert paired(_KEY, _OURS) == paired(_KEY, _OURS[::-1])


def test_one_origin_too_many_is_overcounted_and_wrong() -> None:
    key = [_row("Douma", "air-strike", 12, reports=[{"id": "a"}, {"id": "b"}])]
    ours = [_row("Douma", "air-strike", 12, reports=[{"id": "a"}, {"id": "b"}], independent_origins=["police", "medics"])]
    found = paired(key, ours)
    assert (found["origins"]["right_number"], found["overcounted"]) == (0.0, 1.0)


def test_mean_is_over_orders_that_differ(tmp_path: Path) -> None:
    gold, predicted = tmp_path / "gold.jsonl", tmp_path / "pred.jsonl"
    for path, rows in ((gold, _KEY), (predicted, _OURS)):
        path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    first: list[str] = []

    def score(gold: Path, pred: Path) -> dict[str, Any]:
        place = json.loads(pred.read_text(encoding="utf-8").splitlines()[0])["place"]
        first.append(place)
        share = float(place == "Duma")
        return {
            "origins": {"right_number": share},
            "overcounted": share,
            "killed": {"best_inside": share},
            "contested": {"f1": share},
        }

    found = beside(gold, predicted, score, tmp_path / "shuffled.jsonl")
    orders = first[:-1]
    assert len(set(orders)) > 1
    assert found["shuffled"]["killed"]["best_inside"] == round(orders.count("Duma") / len(orders), 4)
    assert found["bound"]["overcounted"] == 0.0
