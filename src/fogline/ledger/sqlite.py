"""A ledger in one SQLite file."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any, ClassVar

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from fogline.errors import LedgerDamaged, LedgerError, LedgerLocked, LedgerReadOnly, NotALedger

APPLICATION_ID = 0x464F474C  # "FOGL", at byte 68 of the file
MAGIC = b"SQLite format 3\0"

# REPLACE removes a row without firing its delete trigger, so inserting is
# guarded too; that also keeps the chain from forking, whoever writes.
GUARDS = (
    """CREATE TRIGGER entries_unchanged BEFORE UPDATE ON entries
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER entries_kept BEFORE DELETE ON entries
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER entries_chained BEFORE INSERT ON entries
       WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entries)
         OR NEW.previous_hash IS NOT coalesce((SELECT hash FROM entries ORDER BY seq DESC LIMIT 1), printf('%064d', 0))
       BEGIN SELECT RAISE(ABORT, 'the entry does not continue the chain'); END""",
    """CREATE TRIGGER captures_unchanged BEFORE UPDATE ON captures
       BEGIN SELECT RAISE(ABORT, 'captures are never changed'); END""",
    """CREATE TRIGGER captures_kept BEFORE DELETE ON captures
       BEGIN SELECT RAISE(ABORT, 'captures are never removed'); END""",
    """CREATE TRIGGER captures_once BEFORE INSERT ON captures
       WHEN EXISTS (SELECT 1 FROM captures WHERE sha256 = NEW.sha256)
       BEGIN SELECT RAISE(ABORT, 'captures are never replaced'); END""",
)


class Sqlite:
    """A file, or memory for a ledger that lives as long as its process."""

    name: ClassVar[str] = "sqlite"

    def __init__(self, url: URL, read_only: bool, wait_s: float) -> None:
        self.lasting = url.database not in (None, "", ":memory:")
        self.path = Path(url.database or ":memory:")
        self.place = str(self.path) if self.lasting else "memory"
        self._read_only = read_only
        self._wait_s = wait_s

    def check(self, create: bool) -> None:
        if not self.lasting:
            return
        path = self.path
        if path.is_dir():
            raise NotALedger(f"'{path}' is a folder. A ledger is a file in it, such as sqlite:///{path / 'fogline.db'}.")
        if not path.exists():
            if not create:
                raise LedgerError(f"There is no ledger at '{path}'. Make one with: fogline collect SOURCE")
            if not path.parent.is_dir():
                raise LedgerError(
                    f"The folder '{path.parent}' for the ledger does not exist. Create it, or choose another place."
                )
            return
        try:
            with path.open("rb") as file:
                header = file.read(100)
        except OSError as error:
            raise LedgerError(f"The ledger '{path}' cannot be read: {error.strerror}.") from error
        if not header:
            if not create:
                raise NotALedger(f"'{path}' is empty. To make a ledger of it: fogline collect SOURCE")
        elif not header.startswith(MAGIC):
            raise NotALedger(
                f"'{path}' is not a ledger: it is no SQLite file. Choose another place with --ledger sqlite:///FILE."
            )
        elif int.from_bytes(header[68:72], "big") != APPLICATION_ID:
            tables = self._tables()
            if tables or not create:
                held = f"it holds the tables {', '.join(tables)}" if tables else "it holds nothing"
                raise NotALedger(
                    f"'{path}' is an SQLite file, but not a Fogline ledger: {held}. Choose another with --ledger sqlite:///FILE."
                )

    def _tables(self) -> list[str]:
        try:
            connection = sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro", uri=True, timeout=self._wait_s)
            try:
                return [
                    name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
                ]
            finally:
                connection.close()
        except sqlite3.Error as error:
            raise self.translated(error) from error

    def engine(self) -> Engine:
        if self.lasting:
            engine = create_engine("sqlite://", creator=self._connect, poolclass=QueuePool, max_overflow=40)
        else:
            engine = create_engine("sqlite://", creator=self._connect, poolclass=StaticPool)
        event.listen(engine, "connect", self._prepare)
        return engine

    def _connect(self) -> sqlite3.Connection:
        def connect(database: str, uri: bool) -> sqlite3.Connection:
            return sqlite3.connect(database, uri=uri, timeout=self._wait_s, isolation_level=None, check_same_thread=False)

        if not self.lasting:
            return connect(":memory:", False)
        location = self.path.resolve().as_uri()
        if not self._read_only:
            return connect(f"{location}?mode=rwc", True)
        connection = connect(f"{location}?mode=ro", True)
        try:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            # In a folder that we may not write to, SQLite cannot set up the
            # files it shares with writers. Where no writer left a log
            # behind, the file alone is complete.
            connection.close()
            code = error.sqlite_errorcode & 0xFF
            if code not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY) or Path(f"{self.path}-wal").exists():
                raise
            return connect(f"{location}?mode=ro&immutable=1", True)
        return connection

    def _prepare(self, connection: Any, _record: Any) -> None:
        if not self.lasting or self._read_only:
            return
        connection.execute("PRAGMA synchronous = FULL")
        # A file that is not ours yet keeps its old ways until it is: that
        # it is ours then stands in its first page, not in a log beside it.
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            return
        deadline = time.monotonic() + self._wait_s
        while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                # The switch does not wait as other statements do.
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(0.02)

    def begin_read(self, connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    def begin_write(self, connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    def guard(self, connection: Connection) -> None:
        for statement in GUARDS:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")

    def own_tables(self, connection: Connection) -> list[str]:
        found = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        return [name for (name,) in found]

    def damage(self, connection: Connection) -> str | None:
        said = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one())
        return None if said == "ok" else said

    def translated(self, error: BaseException) -> LedgerError:
        code = getattr(error, "sqlite_errorcode", None)
        place = f"'{self.place}'"
        match None if code is None else code & 0xFF:
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                return LedgerLocked(
                    f"The ledger {place} is being written to by another program; waited {self._wait_s:g} s. Try again when it is done."
                )
            case sqlite3.SQLITE_READONLY:
                return LedgerReadOnly(
                    f"The ledger {place} can be read but not written. Check the rights of the file and its folder."
                )
            case sqlite3.SQLITE_FULL:
                return LedgerError(
                    f"Disk full: the ledger {place} could not grow. Nothing acknowledged is lost. Free space and repeat."
                )
            case sqlite3.SQLITE_CORRUPT:
                return LedgerDamaged(f"The file {place} is damaged ({error}). Keep it as it is, and restore a backup.")
            case sqlite3.SQLITE_NOTADB:
                return NotALedger(f"{place} is not a ledger: it is no SQLite file.")
            case sqlite3.SQLITE_CANTOPEN:
                return LedgerError(f"The ledger {place} cannot be opened. Check that the file and its folder may be read.")
            case sqlite3.SQLITE_IOERR:
                return LedgerError(f"The disk failed under the ledger {place} ({error}). Check it before going on.")
        return LedgerError(f"The ledger {place} refused: {error}.")
