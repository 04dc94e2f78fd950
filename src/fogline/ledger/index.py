"""The index tables' rows, derived from entries one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, date
from typing import Any

from sqlalchemy import Connection, Table, delete, insert

from fogline.claims.claim import Claim
from fogline.errors import LedgerDamaged
from fogline.intake.report import Report
from fogline.issue import Issue
from fogline.ledger.chain import Entry
from fogline.ledger.codec import CodecError, decode
from fogline.ledger.judgement import Judgement
from fogline.ledger.records import ReadingRecord, ReportRecord
from fogline.ledger.tables import INDEX_TABLES, claim_index, issue_index, judgement_index, reading_index, report_index

Row = dict[str, Any]
BODIES: Mapping[str, type[Any]] = {
    "report": ReportRecord,
    "reading": ReadingRecord,
    "claim": Claim,
    "issue": Issue,
    "judgement": Judgement,
}


def known_on(report: Report, recorded_at: str) -> str:
    """Return the day from which a report counts as known: its publication, else the day it was recorded."""
    if report.published_on is not None:
        return report.published_on.isoformat()
    if report.published_at is not None:
        moment = report.published_at
        return (moment.astimezone(UTC) if moment.tzinfo else moment).date().isoformat()
    return date.fromisoformat(recorded_at[:10]).isoformat()


class Indexer:
    """Turns entries, in order, into index rows. Holds the reading whose claims come next."""

    def __init__(self) -> None:
        self._reading_seq = 0
        self._expected: list[str] = []

    @property
    def awaited(self) -> int:
        """How many claims of the last reading have not come yet."""
        return len(self._expected)

    def row(self, entry: Entry, record: Any) -> tuple[Table, Row]:
        """Return the table and row that an entry adds.

        :raises LedgerDamaged: if it is not what its kind or the reading before it says.
        """
        if self._expected and entry.kind != "claim":
            raise LedgerDamaged(f"{len(self._expected)} claims of the reading in entry {self._reading_seq} are missing")
        match record:
            case ReportRecord():
                self._same(entry, record.report.id)
                return report_index, {
                    "report_id": entry.record_id,
                    "seq": entry.seq,
                    "known_on": known_on(record.report, entry.recorded_at),
                }
            case ReadingRecord():
                self._reading_seq, self._expected = entry.seq, list(reversed(record.claim_ids))
                return reading_index, {
                    "seq": entry.seq,
                    "report_id": record.report_id,
                    "model": record.model,
                    "recorded_at": entry.recorded_at,
                }
            case Claim():
                self._same(entry, record.id)
                if not self._expected or self._expected.pop() != record.id:
                    raise LedgerDamaged(f"the reading in entry {self._reading_seq} does not list this claim here")
                return claim_index, {"seq": entry.seq, "claim_id": record.id, "reading_seq": self._reading_seq}
            case Issue():
                return issue_index, {"issue_id": entry.record_id, "seq": entry.seq}
            case Judgement():
                self._same(entry, record.id)
                return judgement_index, {"judgement_id": record.id, "seq": entry.seq, "supersedes": record.supersedes}
        raise LedgerDamaged(f"Fogline knows no entries of kind {entry.kind!r}")

    @staticmethod
    def _same(entry: Entry, record_id: str) -> None:
        if entry.record_id != record_id:
            raise LedgerDamaged(f"the entry is filed under {entry.record_id}, its record calls itself {record_id}")


def record_of(entry: Entry) -> Any:
    """Return what an entry's body says, as a record.

    :raises CodecError: if it does not fit its kind.
    """
    if entry.kind not in BODIES:
        raise CodecError(f"Fogline knows no entries of kind {entry.kind!r}. Were they written by a newer one?")
    return decode(BODIES[entry.kind], entry.body)


def insert_rows(connection: Connection, rows: Iterable[tuple[Table, Row]]) -> None:
    by_table: dict[Table, list[Row]] = defaultdict(list)
    for table, row in rows:
        by_table[table].append(row)
    for table, values in by_table.items():
        connection.execute(insert(table), values)


def clear(connection: Connection) -> None:
    for table in INDEX_TABLES:
        connection.execute(delete(table))
