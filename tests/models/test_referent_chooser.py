"""What the chooser of referents learns from, and that it learns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fogline.grounding.event_parts import PARTS
from fogline.models.composed import composed_reports
from fogline.models.jsonl import read_jsonl
from fogline.models.marked import MarkedText
from fogline.span import Span

pytest.importorskip("scipy")  # of the training extra

from fogline.models.choice import Example, measure, train
from fogline.models.referent_chooser import Asker, annotated, composed

REFERENCE = Path(__file__).parents[2] / "reference"


@pytest.fixture(scope="module")
def texts() -> dict[str, MarkedText]:
    return {r.id: r for path in sorted((REFERENCE / "composed").glob("*.txt")) for r in composed_reports(path)}


def named() -> Iterator[tuple[str, Span, list[str]]]:
    for row in read_jsonl(REFERENCE / "referents" / "composed.jsonl"):
        for start, end, names in row["names"]:
            yield row["id"], Span(start, end), names


def test_every_name_belongs_to_a_mention_that_is_marked_in_its_report(texts: dict[str, MarkedText]) -> None:
    marked = {
        report.id: {span for claim in report.claims for role in PARTS for span in claim.roles.get(role.value, ())}
        for report in texts.values()
    }
    astray = [(id, span.start) for id, span, _ in named() if span not in marked[id]]
    assert not astray
    assert sum(1 for _ in named()) > 10_000


def test_names_are_written_without_blanks_around_them_and_none_is_empty() -> None:
    assert all(name == name.strip() and name for _, _, names in named() for name in names)


def test_composed_reports_make_examples_whose_first_option_is_the_present_answer() -> None:
    report = next(composed(REFERENCE))
    examples = list(Asker().examples(report))
    assert examples and all(len(e.why) == len(e.right) > 1 for e in examples)
    assert all("kept" in e.why[0] and not any("kept" in why for why in e.why[1:]) for e in examples)


def test_annotated_article_names_its_mentions() -> None:
    text = "Boko Haram attacked Bama. The sect fled."
    actor = [{"text": "The sect", "name": "Boko Haram", "span": [26, 34]}]
    row = {"id": "a", "text": text, "date": "2015-01-02", "claims": [{"type": "displacement", "actor": actor}]}
    (example,) = Asker().examples(annotated(row))
    assert any(example.right)


def test_training_finds_the_reason_that_tells_right_from_wrong() -> None:
    given = [Example(f"r{n}", "group", (("kept", "far"), ("other", "near")), (n % 10 == 0, n % 10 != 0)) for n in range(60)]
    weights = train(given, penalty=1.0)
    assert weights["near"] > weights["far"]
    counts = measure(given, weights)
    assert (counts["all"], counts["all <"], counts["all >"]) == (60, 6, 54)
