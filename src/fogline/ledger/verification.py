"""Proof that a ledger says what it said when it was written."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, LargeBinary, Table, cast, select

from fogline.claims.claim import Claim
from fogline.errors import LedgerDamaged
from fogline.ids import digest, sha256
from fogline.issue import Issue
from fogline.ledger.chain import GENESIS, Entry, fault
from fogline.ledger.codec import CodecError
from fogline.ledger.index import Indexer, record_of
from fogline.ledger.records import ReadingRecord, ReportRecord
from fogline.ledger.tables import INDEX_TABLES, captures, entries

# How many problems are printed; all are in ``problems``.
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that does not hold: at which entry (None: not at an entry), of which record, and why."""

    seq: int | None
    record_id: str | None
    why: str

    def __str__(self) -> str:
        where = f"Entry {self.seq}" if self.seq is not None else "The ledger"
        return f"{where}{f' ({self.record_id})' if self.record_id else ''}: {self.why}"


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked and what did not hold. ``ok`` if nothing did not.

    ``captures`` counts captures whose bytes gave their digest again, ``ids``
    records whose id was recomputed from what they say. ``head`` is the last
    hash: noted elsewhere, it proves later that nothing was cut off the end.
    """

    entries: int
    captures: int
    ids: int
    head: str
    problems: tuple[Problem, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.problems

    @property
    def first_broken_seq(self) -> int | None:
        return min((p.seq for p in self.problems if p.seq is not None), default=None)

    @property
    def why(self) -> str:
        """The first problem in words; empty if there is none."""
        return str(self.problems[0]) if self.problems else ""

    def __str__(self) -> str:
        checked = f"{self.entries} entries, {self.captures} captures and {self.ids} ids"
        if self.ok:
            return f"The ledger holds: {checked} checked.\nHead, to note elsewhere: {self.entries} {self.head}"
        lines = [f"The ledger does not hold: {len(self.problems)} problems in {checked}.", *map(str, self.problems[:_SHOWN])]
        if len(self.problems) > _SHOWN:
            lines.append(f"… and {len(self.problems) - _SHOWN} more.")
        return "\n".join(lines)


def id_of(record: Any) -> str | None:
    """Return the id that a record's content gives, for those whose id this version can recompute."""
    match record:
        case Claim():
            return Claim.id_for(record.report_id, record.quote_span, record.trigger_span, record.type, record.origin)
        case ReadingRecord():
            return digest("reading", record.report_id, record.model)
        case Issue():
            return issue_id(record)
    return None


def issue_id(issue: Issue) -> str:
    """Return a digest of the whole issue: the same thing said twice is one."""
    span = issue.span.as_list() if issue.span else None
    return digest("issue", issue.code, issue.message, issue.stage, str(issue.severity), issue.location, issue.report_id, span)


def walk(connection: Connection) -> Iterator[Entry]:
    """Give the entries in order, a thousand in memory at a time."""
    columns: list[Any] = [entries.c[name] for name in Entry.__slots__]
    # A database tool may have put text where bytes were.
    columns[Entry.__slots__.index("body")] = cast(entries.c.body, LargeBinary)
    rows = connection.execute(select(*columns).order_by(entries.c.seq), execution_options={"yield_per": 1000})
    for row in rows:
        yield Entry(*row)


def verify(connection: Connection, noted_head: tuple[int, str] | None = None) -> Verification:
    """Check the chain, then what the entries say, then the captures, then the index.

    After a broken entry the check goes on from that entry's own hash, so
    that one changed byte gives one problem and not one for every later entry.
    """
    problems: list[Problem] = []
    indexer = Indexer()
    expected: dict[Table, set[tuple[Any, ...]]] = {table: set() for table in INDEX_TABLES}
    wanted_captures: dict[str, int] = {}
    seq, head, checked, ids, noted_hash = 0, GENESIS, 0, 0, GENESIS
    for entry in walk(connection):
        if why := fault(entry, seq + 1, head):
            problems.append(Problem(entry.seq, entry.record_id, why))
        seq, head, checked = entry.seq, entry.hash, checked + 1
        if noted_head and noted_head[0] == seq:
            noted_hash = entry.hash
        try:
            record = record_of(entry)
            table, row = indexer.row(entry, record)
            expected[table].add(tuple(row[c.name] for c in table.columns))
        except (CodecError, LedgerDamaged) as error:
            problems.append(Problem(entry.seq, entry.record_id, str(error)))
            continue
        computed = id_of(record)
        if computed is not None:
            ids += 1
            if computed != entry.record_id:
                problems.append(Problem(entry.seq, entry.record_id, f"what the record says gives the id {computed}"))
        if isinstance(record, ReportRecord):
            wanted_captures.setdefault(record.custody.sha256, entry.seq)
            text_hash = sha256(record.report.text.encode("utf-8", "surrogatepass"))
            if text_hash != record.report.content_hash:
                problems.append(Problem(entry.seq, entry.record_id, "the report's text does not give its content hash"))
    if indexer.awaited:
        problems.append(Problem(seq, None, f"{indexer.awaited} claims of the last reading are missing"))
    if noted_head and noted_head != (0, GENESIS) and noted_head[1] != noted_hash:
        problems.append(
            Problem(None, None, f"entry {noted_head[0]} is not the one whose hash was noted: the ledger was cut or rewritten")
        )
    held = 0
    kept = select(captures.c.sha256, captures.c.size, cast(captures.c.data, LargeBinary)).order_by(captures.c.sha256)
    for name, size, data in connection.execute(kept, execution_options={"yield_per": 20}):
        if why := _capture_fault(name, size, data):
            problems.append(Problem(wanted_captures.get(name), name, why))
        else:
            held += 1
        wanted_captures.pop(name, None)
    problems += [Problem(at, name, "the bytes of this capture are missing") for name, at in wanted_captures.items()]
    if not problems:
        for table, rows in expected.items():
            if rows != {tuple(row) for row in connection.execute(select(table))}:
                why = f"the index '{table.name}' does not fit the entries, which are sound. Mend it with rebuild_index()."
                problems.append(Problem(None, None, why))
    return Verification(checked, held, ids, head, tuple(problems))


def with_problem(verification: Verification, why: str) -> Verification:
    return replace(verification, problems=(*verification.problems, Problem(None, None, why)))


def _capture_fault(name: str, size: int, data: bytes) -> str | None:
    try:
        content = zlib.decompress(data)
    except zlib.error as error:
        return f"the bytes of this capture cannot be unpacked ({error})"
    if len(content) != size or sha256(content) != name:
        return "the bytes of this capture were changed: they do not give its digest"
    return None
