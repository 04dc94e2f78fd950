"""The made-up war that linking is measured on."""

from __future__ import annotations

from datetime import timedelta

from fogline.cli.bench_linking import agreement
from fogline.cli.synthetic import INCIDENTS_A_DAY, synthetic

MADE = synthetic(1500)


def test_the_same_seed_makes_the_same_ledger() -> None:
    again = synthetic(1500)
    assert [c.id for c in again.claims] == [c.id for c in MADE.claims]
    assert [c.id for c in synthetic(1500, seed=8).claims] != [c.id for c in MADE.claims]


def test_every_span_points_at_its_words() -> None:
    for claim in MADE.claims:
        text = MADE.reports[claim.report_id].text
        assert claim.quote_span.of(text) == claim.quote
        for count in claim.counts:
            assert count.span.of(text) == count.text


def test_a_larger_ledger_covers_more_days_and_not_more_incidents_a_day() -> None:
    days = {c.time.start for c in MADE.claims if c.time is not None and c.time.start is not None}
    incidents = len(set(MADE.incident_of.values()))
    assert max(days) - min(days) <= timedelta(days=incidents // INCIDENTS_A_DAY + 1)


def test_some_incidents_are_told_by_many_reports_and_some_reports_are_copies() -> None:
    reports_of: dict[int, set[str]] = {}
    for claim in MADE.claims:
        reports_of.setdefault(MADE.incident_of[claim.id], set()).add(claim.report_id)
    told = sorted(len(r) for r in reports_of.values())
    assert told[0] == 1 and told[-1] >= 9
    assert len({r.text for r in MADE.reports.values()}) < len(MADE.reports)


def test_agreement_counts_a_merger_against_precision_and_a_split_against_recall() -> None:
    true = {"a": 1, "b": 1, "c": 2}
    assert agreement({"a": "x", "b": "x", "c": "y"}, true) == (1.0, 1.0)
    merged = agreement({"a": "x", "b": "x", "c": "x"}, true)
    assert merged[0] < 1.0 and merged[1] == 1.0
    split = agreement({"a": "x", "b": "z", "c": "y"}, true)
    assert split[0] == 1.0 and split[1] < 1.0
