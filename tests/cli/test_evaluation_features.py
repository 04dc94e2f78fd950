"""The features that we wrote to measure with: every span is the words it claims to be, and the reader learns from none."""

from __future__ import annotations

import json
from pathlib import Path

from fogline.cli.evaluation import OURS, TASKS, gold_rows
from fogline.models.composed import composed_reports
from fogline.reading.labels import MODALITIES, TYPES

ROWS = gold_rows(Path("nowhere"), TASKS["features"])


def test_every_span_of_the_gold_holds_its_words() -> None:
    assert len(ROWS) > 40
    for row in ROWS:
        for claim in row["claims"]:
            assert claim["type"] in TYPES and claim["modality"] in MODALITIES
            people = [m for role in ("actor", "target", "origin") for m in claim[role]]
            for part in [*people, *([claim["place"]] if claim["place"] else [])]:
                assert row["text"][slice(*part["span"])] == part["text"] and part["name"]
            assert row["text"][slice(*claim["quote_span"])] == claim["quote"]
            assert claim["trigger"] in claim["quote"]


def test_no_composed_report_is_among_them() -> None:
    ours = {line for row in ROWS for line in row["text"].splitlines() if len(line) > 80}
    learnt = {
        line
        for path in (OURS.parent / "reference" / "composed").glob("*.txt")
        for report in composed_reports(path)
        for line in report.text.splitlines()
    }
    assert not ours & learnt


def test_gold_is_json_lines_in_the_form_of_the_corpora() -> None:
    first = json.loads((OURS / TASKS["features"].gold).read_text("utf-8").splitlines()[0])
    assert {"id", "date", "text", "claims"} <= set(first)
