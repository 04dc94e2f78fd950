"""Append-only records: corrections supersede, nothing is overwritten."""

from __future__ import annotations

from fogline.ledger.chain import Entry
from fogline.ledger.judgement import Judgement, JudgementKind, in_force, retracted_reports
from fogline.ledger.ledger import Ledger
from fogline.ledger.records import Custody
from fogline.ledger.verification import Problem, Verification

__all__ = [
    "Custody",
    "Entry",
    "Judgement",
    "JudgementKind",
    "Ledger",
    "Problem",
    "Verification",
    "in_force",
    "retracted_reports",
]
