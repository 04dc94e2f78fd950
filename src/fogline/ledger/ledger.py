"""The ledger: what was published, what was read from it, and what reviewers decided, in order and for ever."""

from __future__ import annotations

import re
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, date, datetime
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Engine, Subquery, and_, func, select
from sqlalchemy.exc import DBAPIError

from fogline.claims.claim import Claim
from fogline.cycles import no_search_for_cycles
from fogline.errors import LedgerDamaged, LedgerError, LedgerReadOnly, UsageError
from fogline.ids import digest
from fogline.intake.capture import Capture
from fogline.intake.report import Report
from fogline.issue import Issue, Severity
from fogline.ledger.chain import GENESIS, Entry, stamp
from fogline.ledger.codec import CodecError, Record, decode
from fogline.ledger.database import Database
from fogline.ledger.index import Indexer, clear, insert_rows, record_of
from fogline.ledger.judgement import Judgement
from fogline.ledger.opening import database_at, opened
from fogline.ledger.records import Custody, ReadingRecord, ReportRecord
from fogline.ledger.tables import (
    captures,
    claim_index,
    entries,
    issue_index,
    judgement_index,
    reading_index,
    report_index,
)
from fogline.ledger.verification import Verification, issue_id, verify, walk, with_problem
from fogline.ledger.writing import Writing, checked_name

_PREFIX = re.compile(r"claim-[0-9a-f]{6,}")
# SQLite takes at most 999 values in one statement in its older builds.
_CHUNK = 500


class Ledger:
    """An append-only record in SQLite or PostgreSQL.

    Safe to use from several threads, and from several processes at once:
    whoever writes holds the chain alone until its transaction ends.

    Two kinds of "as it stood then" are kept apart. ``as_known_on`` asks
    what was published by a day, whenever it was collected: a report counts
    from its publication date (from the day it was recorded, if that is
    unknown), a claim with its report, as the latest reading has it, and a
    judgement from the day it was made. ``as_recorded_at`` asks what this
    ledger held at a moment, whatever it was about.
    """

    def __init__(self, database: Database, engine: Engine, *, read_only: bool, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._engine = engine
        self._read_only = read_only
        self._clock = clock
        self._claims: dict[int, Claim] = {}
        self._mine = threading.local()
        # A ledger in memory has one connection, which threads must share.
        self._turn: AbstractContextManager[Any] = nullcontext() if database.lasting else threading.RLock()

    @classmethod
    def open(
        cls,
        url: str,
        *,
        create: bool = False,
        read_only: bool = False,
        wait_s: float = 10.0,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> Ledger:
        """Open the ledger at a URL such as ``sqlite:///fogline.db`` or ``postgresql://user@host/name``.

        ``create`` lays out a new one where there is none, and opens one that
        exists. ``wait_s`` is how long to wait for another writer.

        :raises UsageError: if the URL is none.
        :raises LedgerError: if there is none, or it cannot be opened; its subclasses tell why.
        """
        database = database_at(url, read_only=read_only, wait_s=wait_s)
        return cls(database, opened(database, create=create, read_only=read_only), read_only=read_only, clock=clock)

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    # Writing

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Make everything added inside one transaction: acknowledged together, when the block ends.

        Others cannot write meanwhile, so have what is to be added at hand.
        If the block raises, nothing of it is kept.
        """
        with self._writing() as writing:
            if getattr(self._mine, "writing", None) is writing:
                yield
                return
            self._mine.writing = writing
            try:
                yield
            finally:
                self._mine.writing = None

    def add_report(self, report: Report, capture: Capture) -> bool:
        """Keep a report and the bytes it came from; False if the report is already there.

        When it returns, outside a batch, the report is on disk to stay.

        :raises UsageError: if the capture is not the one that the report names.
        """
        if report.capture_sha256 != capture.sha256:
            raise UsageError(
                f"The report {report.id} names the capture {report.capture_sha256}, but was given with {capture.sha256}."
            )
        with self._writing() as writing:
            if self._seq(writing.connection, report_index, report_index.c.report_id, report.id) is not None:
                return False
            writing.append([("report", report.id, ReportRecord(report, Custody.of(capture)))])
            writing.keep_capture(capture)
            return True

    def add_reading(self, report_id: str, model: str, claims: Sequence[Claim], issues: Sequence[Issue]) -> int:
        """Record what a model read in a report, at once or not at all; return how many claims that added.

        Reading a report again with the same model adds nothing. Another
        model's reading takes the place of the earlier one in ``claims()``;
        the earlier stays in the ledger.

        :raises UsageError: if the report is not in the ledger, or a claim is another report's.
        """
        checked_name(model, "The model name")
        for claim in claims:
            if claim.report_id != report_id:
                raise UsageError(f"The claim {claim.id} is of the report {claim.report_id}, not of {report_id}.")
        with self._writing() as writing:
            connection = writing.connection
            if self._seq(connection, report_index, report_index.c.report_id, report_id) is None:
                raise UsageError(f"The report {report_id} is not in the ledger. Add it before its reading.")
            read = and_(reading_index.c.report_id == report_id, reading_index.c.model == model)
            if connection.execute(select(reading_index.c.seq).where(read)).first():
                return 0
            kept, collisions = _one_each(claims)
            reading = ReadingRecord(report_id, model, tuple(kept))
            records: list[tuple[str, str, Any]] = [("reading", digest("reading", report_id, model), reading)]
            records += [("claim", claim.id, claim) for claim in kept.values()]
            records += [("issue", id_, issue) for id_, issue in self._new_issues(connection, [*issues, *collisions]).items()]
            writing.append(records)
            return len(kept)

    def add_issues(self, issues: Sequence[Issue]) -> int:
        """Record issues; return how many were new. The same issue is recorded once."""
        with self._writing() as writing:
            new = self._new_issues(writing.connection, issues)
            writing.append([("issue", id_, issue) for id_, issue in new.items()])
            return len(new)

    def add_judgement(self, judgement: Judgement) -> bool:
        """Record a reviewer's judgement; False if the same one is in force already.

        :raises UsageError: if it names a claim, report or judgement that is not in the ledger,
            or supersedes one that was superseded before.
        """
        with self._writing() as writing:
            connection = writing.connection
            index = judgement_index.c
            superseded_by = connection.execute(select(index.judgement_id).where(index.supersedes == judgement.id)).scalar()
            if self._seq(connection, judgement_index, index.judgement_id, judgement.id) is not None:
                if superseded_by:
                    raise UsageError(
                        f"This judgement was made before and superseded by {superseded_by}. "
                        f"To make it again, let it supersede {superseded_by}."
                    )
                return False
            if (old := judgement.supersedes) is not None:
                if self._seq(connection, judgement_index, index.judgement_id, old) is None:
                    raise UsageError(f"The judgement '{old}', which this one would supersede, is not in the ledger.")
                if newer := connection.execute(select(index.judgement_id).where(index.supersedes == old)).scalar():
                    raise UsageError(f"The judgement {old} was superseded by {newer} already. Supersede that one.")
            for subject in judgement.subjects:
                known = {"claim": (claim_index, claim_index.c.claim_id), "report": (report_index, report_index.c.report_id)}
                table, column = known.get(subject.partition("-")[0], (None, None))
                if table is not None and self._seq(connection, table, column, subject) is None:
                    raise UsageError(f"The judgement is about '{subject}', which is not in the ledger. Give the whole id.")
            writing.append([("judgement", judgement.id, judgement)])
            return True

    def rebuild_index(self) -> int:
        """Derive the index from the entries anew; return how many there are."""
        with self._writing() as writing:
            clear(writing.connection)
            indexer, rows, count = Indexer(), [], 0
            for entry in walk(writing.connection):
                try:
                    rows.append(indexer.row(entry, record_of(entry)))
                except LedgerError as error:
                    raise LedgerDamaged(f"Entry {entry.seq} cannot be indexed: {error}") from error
                count += 1
            insert_rows(writing.connection, rows)
            return count

    # Reading

    @property
    def place(self) -> str:
        """Where the ledger is, as people are told: its file, or its URL without a password."""
        return self._database.place

    def head(self) -> tuple[int, str]:
        """Return how many entries there are and the last hash: noted elsewhere, proof against cutting."""
        with self._reading() as connection:
            row = connection.execute(select(entries.c.seq, entries.c.hash).order_by(entries.c.seq.desc()).limit(1)).first()
            return (int(row.seq), str(row.hash)) if row else (0, GENESIS)

    def has_report(self, report_id: str) -> bool:
        with self._reading() as connection:
            return self._seq(connection, report_index, report_index.c.report_id, report_id) is not None

    def report(self, report_id: str) -> Report | None:
        record = self._report_record(report_id)
        return record.report if record else None

    def custody(self, report_id: str) -> Custody | None:
        """Return where a report's bytes came from, when, and what was said about them."""
        record = self._report_record(report_id)
        return record.custody if record else None

    def reports(self, *, as_known_on: date | None = None, as_recorded_at: datetime | None = None) -> tuple[Report, ...]:
        """Return the reports in order of entry; see the class for the two dates."""
        wanted = select(entries.c.seq, entries.c.body).join(report_index, report_index.c.seq == entries.c.seq)
        wanted = self._as_of(wanted, as_known_on, as_recorded_at).order_by(entries.c.seq)
        with self._reading() as connection:
            return tuple(record.report for _, record in _decoded(ReportRecord, connection.execute(wanted)))

    def unread_reports(self, *models: str) -> tuple[Report, ...]:
        """Return the reports that none of these models has read, in order of entry: after a crash, what is left to do."""
        read = select(reading_index.c.report_id).where(reading_index.c.model.in_(models))
        wanted = (
            select(entries.c.seq, entries.c.body)
            .join(report_index, report_index.c.seq == entries.c.seq)
            .where(report_index.c.report_id.not_in(read))
            .order_by(entries.c.seq)
        )
        with self._reading() as connection:
            return tuple(record.report for _, record in _decoded(ReportRecord, connection.execute(wanted)))

    def capture(self, sha256: str) -> bytes | None:
        """Return bytes as fetched, by their digest."""
        with self._reading() as connection:
            data = connection.execute(select(captures.c.data).where(captures.c.sha256 == sha256)).scalar()
            try:
                return None if data is None else zlib.decompress(data)
            except zlib.error as error:
                raise LedgerDamaged(f"The capture {sha256} cannot be unpacked ({error}). See: fogline verify") from error

    def claim(self, claim_id: str) -> Claim | None:
        """Return a claim by its id or the start of it, six digits or more.

        Superseded claims are found too, since judgements may speak of them;
        of several readings of one claim the latest counts.

        :raises UsageError: if several claims begin so; the message lists them.
        """
        index = claim_index.c
        with self._reading() as connection:
            seq = connection.execute(select(func.max(index.seq)).where(index.claim_id == claim_id)).scalar()
            if seq is None and _PREFIX.fullmatch(claim_id):
                alike = select(index.claim_id, func.max(index.seq)).where(index.claim_id.startswith(claim_id, autoescape=True))
                found = connection.execute(alike.group_by(index.claim_id).order_by(index.claim_id).limit(11)).all()
                if len(found) > 1:
                    listed = ", ".join(row[0] for row in found[:10]) + (", and more" if len(found) > 10 else "")
                    raise UsageError(f"Several claims begin with '{claim_id}': {listed}. Give more of the id.")
                seq = found[0][1] if found else None
            if seq is None:
                return None
            self._fetch_claims(connection, [seq])
            return self._claims[seq]

    def claims(
        self, *, report_id: str | None = None, as_known_on: date | None = None, as_recorded_at: datetime | None = None
    ) -> tuple[Claim, ...]:
        """Return the claims of each report's latest reading, in order of the reports' entry, then of the text as read."""
        latest = _latest_readings(as_recorded_at)
        wanted = (
            select(claim_index.c.seq)
            .join(latest, latest.c.seq == claim_index.c.reading_seq)
            .join(report_index, report_index.c.report_id == latest.c.report_id)
        )
        if report_id is not None:
            wanted = wanted.where(report_index.c.report_id == report_id)
        wanted = self._as_of(wanted, as_known_on, None).order_by(report_index.c.seq, claim_index.c.seq)
        with self._reading() as connection, no_search_for_cycles():
            seqs = connection.execute(wanted).scalars().all()
            self._fetch_claims(connection, seqs)
            return tuple([self._claims[seq] for seq in seqs])

    def issues(self, *, as_known_on: date | None = None, as_recorded_at: datetime | None = None) -> tuple[Issue, ...]:
        """Return every issue in order of entry, those of superseded readings too.

        An issue counts as known with its report; one that is of no report in
        the ledger, from the day it was recorded.
        """
        wanted = select(entries.c.seq, entries.c.body).join(issue_index, issue_index.c.seq == entries.c.seq)
        with self._reading() as connection:
            rows = connection.execute(self._as_of(wanted, None, as_recorded_at).order_by(entries.c.seq))
            found = list(_decoded(Issue, rows))
            if as_known_on is None:
                return tuple(issue for _, issue in found)
            day = as_known_on.isoformat()
            known = {i: k <= day for i, k in connection.execute(select(report_index.c.report_id, report_index.c.known_on))}
            moments = select(entries.c.seq).join(issue_index, issue_index.c.seq == entries.c.seq)
            early = set(connection.execute(moments.where(func.substr(entries.c.recorded_at, 1, 10) <= day)).scalars())
            return tuple(issue for seq, issue in found if known.get(issue.report_id or "", seq in early))

    def judgements(self, *, as_known_on: date | None = None, as_recorded_at: datetime | None = None) -> tuple[Judgement, ...]:
        """Return every judgement in order of entry, superseded ones too; ``in_force`` tells which hold."""
        wanted = select(entries.c.seq, entries.c.body).join(judgement_index, judgement_index.c.seq == entries.c.seq)
        if as_known_on is not None:
            wanted = wanted.where(func.substr(entries.c.recorded_at, 1, 10) <= as_known_on.isoformat())
        with self._reading() as connection:
            rows = connection.execute(self._as_of(wanted, None, as_recorded_at).order_by(entries.c.seq))
            return tuple(judgement for _, judgement in _decoded(Judgement, rows))

    def history(self, record_id: str) -> tuple[Entry, ...]:
        """Return the entries filed under an id, oldest first: for a claim, one for each reading that made it."""
        columns = [entries.c[name] for name in Entry.__slots__]
        with self._reading() as connection:
            rows = connection.execute(select(*columns).where(entries.c.record_id == record_id).order_by(entries.c.seq))
            return tuple(Entry(*row) for row in rows)

    def verify(self, noted_head: tuple[int, str] | None = None) -> Verification:
        """Check every entry, id and capture; with a head noted earlier, also that nothing was cut off since.

        Damage is what the result tells, not an exception.
        """
        with self._reading() as connection, no_search_for_cycles():
            verification = verify(connection, noted_head)
            damage = self._database.damage(connection)
            return with_problem(verification, f"the database finds its storage damaged: {damage}") if damage else verification

    # Inside

    @contextmanager
    def _writing(self) -> Iterator[Writing]:
        current: Writing | None = getattr(self._mine, "writing", None)
        if current is not None:
            if current.broken:
                raise LedgerError(f"This batch failed before and will not be kept: {current.broken}")
            try:
                yield current
            except DBAPIError as error:
                current.broken = self._database.translated(error.orig or error)
                raise current.broken from error
            return
        if self._read_only:
            raise LedgerReadOnly(f"The ledger {self._database.place} was opened for reading only.")
        with self._turn, self._translating(), self._engine.connect() as connection:
            self._database.begin_write(connection)
            writing = Writing(connection, self._clock)
            kept = writing.seq
            try:
                yield writing
                if writing.broken:
                    raise LedgerError(f"The batch was not kept: {writing.broken}") from writing.broken
                connection.commit()
            except BaseException:
                # Others will write other entries under the numbers that this transaction gives up.
                for seq in [seq for seq in self._claims if seq > kept]:
                    del self._claims[seq]
                raise

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        current: Writing | None = getattr(self._mine, "writing", None)
        if current is not None:
            with self._translating():
                yield current.connection
            return
        with self._turn, self._translating(), self._engine.connect() as connection:
            self._database.begin_read(connection)
            yield connection

    @contextmanager
    def _translating(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise self._database.translated(error.orig or error) from error

    @staticmethod
    def _seq(connection: Connection, table: Any, column: Any, value: str) -> int | None:
        found: int | None = connection.execute(select(table.c.seq).where(column == value).limit(1)).scalar()
        return found

    @staticmethod
    def _as_of(wanted: Any, known_on: date | None, recorded_at: datetime | None) -> Any:
        if known_on is not None:
            wanted = wanted.where(report_index.c.known_on <= known_on.isoformat())
        if recorded_at is not None:
            wanted = wanted.where(entries.c.recorded_at <= _moment(recorded_at))
        return wanted

    def _fetch_claims(self, connection: Connection, seqs: Sequence[int]) -> None:
        """Have the claims of these entries at hand. Entries never change, so what was decoded once is kept."""
        missing = {seq for seq in seqs if seq not in self._claims}
        if not missing:
            return
        wanted = select(entries.c.seq, entries.c.body)
        if len(missing) <= _CHUNK:
            wanted = wanted.where(entries.c.seq.in_(missing))
        else:
            wanted = wanted.where(entries.c.seq.between(min(missing), max(missing)), entries.c.kind == "claim")
        rows = connection.execute(wanted, execution_options={"yield_per": 1000})
        self._claims.update(_decoded(Claim, ((seq, body) for seq, body in rows if seq in missing)))

    def _report_record(self, report_id: str) -> ReportRecord | None:
        wanted = select(entries.c.seq, entries.c.body).join(report_index, report_index.c.seq == entries.c.seq)
        with self._reading() as connection:
            rows = connection.execute(wanted.where(report_index.c.report_id == report_id)).all()
            return next((record for _, record in _decoded(ReportRecord, rows)), None)

    @staticmethod
    def _new_issues(connection: Connection, issues: Sequence[Issue]) -> dict[str, Issue]:
        by_id = {issue_id(issue): issue for issue in issues}
        ids = list(by_id)
        for start in range(0, len(ids), _CHUNK):
            held = select(issue_index.c.issue_id).where(issue_index.c.issue_id.in_(ids[start : start + _CHUNK]))
            for (id_,) in connection.execute(held).all():
                del by_id[id_]
        return by_id


def _latest_readings(as_recorded_at: datetime | None) -> Subquery:
    latest = select(reading_index.c.report_id, func.max(reading_index.c.seq).label("seq")).group_by(reading_index.c.report_id)
    if as_recorded_at is not None:
        latest = latest.where(reading_index.c.recorded_at <= _moment(as_recorded_at))
    return latest.subquery()


def _moment(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise UsageError(f"The moment {moment.isoformat()} names no time zone. Give it in UTC, as {moment.isoformat()}+00:00.")
    return stamp(moment)


def _one_each(claims: Sequence[Claim]) -> tuple[dict[str, Claim], list[Issue]]:
    """Return the claims by id, and an issue for each that shares its id with another and says something else."""
    kept: dict[str, Claim] = {}
    collisions = []
    for claim in claims:
        if kept.setdefault(claim.id, claim) != claim:
            message = f"Two claims share the id {claim.id} and differ; the first was kept. The other reads: {claim!r}"
            collisions.append(
                Issue("claim-id-shared", message, "ledger", Severity.WARNING, report_id=claim.report_id, span=claim.quote_span)
            )
    return kept, collisions


def _decoded(type_: type[Record], rows: Iterable[Any]) -> Iterator[tuple[int, Record]]:
    """Give the records of rows of entry number and body, each with its number."""
    for seq, body in rows:
        try:
            yield seq, decode(type_, body)
        except CodecError as error:
            raise LedgerDamaged(f"Entry {seq} cannot be read: {error}. See: fogline verify") from error
