"""Writes a made-up war into a ledger, for trying lists, maps and the workbench at size.

    python bench/synthetic_ledger.py --claims 100000 --ledger sqlite:///big.db

Nothing in it happened. ``fogline bench --claims 1000000`` links as many
without a ledger and prints time and memory.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from dataclasses import replace

from fogline.claims.claim import Claim
from fogline.cli.synthetic import synthetic
from fogline.intake.capture import Capture
from fogline.ledger.ledger import Ledger

MODEL = "synthetic"
REPORTS_AT_ONCE = 2000


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--ledger", default="sqlite:///synthetic.db")
    given = parser.parse_args()
    made = synthetic(given.claims, given.seed)
    claims_of: dict[str, list[Claim]] = defaultdict(list)
    for claim in made.claims:
        claims_of[claim.report_id].append(claim)
    reports = list(made.reports.values())
    with Ledger.open(given.ledger, create=True) as ledger:
        for begin in range(0, len(reports), REPORTS_AT_ONCE):
            with ledger.batch():
                for report in reports[begin : begin + REPORTS_AT_ONCE]:
                    capture = Capture(report.text.encode(), report.url or "", "text/plain")
                    ledger.add_report(replace(report, capture_sha256=capture.sha256), capture)
                    ledger.add_reading(report.id, MODEL, claims_of[report.id], ())
            print(f"{min(begin + REPORTS_AT_ONCE, len(reports)):,} of {len(reports):,} reports")


if __name__ == "__main__":
    main()
