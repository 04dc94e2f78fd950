"""Which version of the tables a database holds, and the way from one version to the next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select

from fogline.errors import LedgerDamaged, LedgerError, NotALedger
from fogline.ledger.chain import stamp
from fogline.ledger.database import Database
from fogline.ledger.tables import metadata, schema_version

SCHEMA = 1

# From the version that is the key to the next. Entries are never rewritten;
# a migration may add tables and columns, and rebuild the index.
MIGRATIONS: dict[int, Callable[[Connection], None]] = {}


def found_version(database: Database, connection: Connection) -> int | None:
    """Return the version of the ledger that is there; None if the place is empty or holds no table of ours.

    :raises NotALedger: if another program's tables have our tables' names.
    :raises LedgerError: if it was written by a newer Fogline.
    :raises LedgerDamaged: if it names a version that there never was.
    """
    tables = database.own_tables(connection)
    if "schema_version" not in tables:
        if clash := sorted(set(tables) & set(metadata.tables)):
            raise NotALedger(
                f"{database.place} is not a Fogline ledger, but holds tables named {', '.join(clash)}. Choose another place."
            )
        return None
    if missing := sorted(set(metadata.tables) - set(tables)):
        raise NotALedger(f"{database.place} is not a whole Fogline ledger: it lacks the tables {', '.join(missing)}.")
    version = connection.execute(select(func.max(schema_version.c.version))).scalar_one_or_none()
    if version is None:
        raise NotALedger(f"{database.place} names no version of its tables: it is not a whole Fogline ledger.")
    # Bytes that were overwritten may give any number, also one that looks newer.
    known = version == SCHEMA or version in MIGRATIONS
    if not known and (version < SCHEMA or database.damage(connection)):
        raise LedgerDamaged(
            f"The ledger {database.place} is damaged: it names {version} as the version of its tables, which no Fogline wrote. "
            "Keep it as it is, and restore a backup."
        )
    if version > SCHEMA:
        raise LedgerError(
            f"The ledger {database.place} was written by a newer Fogline (tables of version {version}; this one knows {SCHEMA}). "
            "Upgrade with: pip install --upgrade fogline"
        )
    return int(version)


def create(database: Database, connection: Connection) -> None:
    """Lay out an empty ledger. Only under the write lock."""
    metadata.create_all(connection, checkfirst=False)
    database.guard(connection)
    _record(connection, SCHEMA)


def migrate(connection: Connection, version: int) -> None:
    """Bring an older ledger's tables to this version. Only under the write lock."""
    while version < SCHEMA:
        MIGRATIONS[version](connection)
        version += 1
        _record(connection, version)


def _record(connection: Connection, version: int) -> None:
    connection.execute(insert(schema_version).values(version=version, applied_at=stamp(datetime.now(UTC))))
