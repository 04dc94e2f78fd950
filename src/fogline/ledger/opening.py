"""From a URL to a database that holds a ledger."""

from __future__ import annotations

import re

from sqlalchemy import URL, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from fogline.errors import LedgerError, LedgerReadOnly, NotALedger, UsageError
from fogline.ledger import migrations
from fogline.ledger.database import Database
from fogline.ledger.postgres import Postgres
from fogline.ledger.sqlite import Sqlite

DATABASES: dict[str, type[Sqlite] | type[Postgres]] = {database.name: database for database in (Postgres, Sqlite)}


_PASSWORD = re.compile(r"(?<=//)([^:@/]*):.*(?=@)")
_SQLITE_SCHEME = re.compile(r"sqlite(?:\+\w+)?:(?://)?")


def database_at(url: str, *, read_only: bool, wait_s: float) -> Database:
    """Return the database that a URL names, not yet opened.

    :raises UsageError: if it is no URL, of a database we do not know, or of SQLite and names another machine.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # the latter for a port that is no number
        if "://" in url and not url.startswith("sqlite"):
            shown = _PASSWORD.sub(r"\1:***", url)
            raise UsageError(f"'{shown}' is no ledger URL. A database is written postgresql://USER@HOST:PORT/NAME.") from None
        path = _SQLITE_SCHEME.sub("", url, count=1)
        raise UsageError(f"'{url}' is no ledger URL. A file is written sqlite:///{path or 'fogline.db'}.") from None
    name = parsed.get_backend_name()
    name = "postgresql" if name == "postgres" else name  # as some hosts spell it
    if name not in DATABASES:
        raise UsageError(f"Unknown database '{name}' in the ledger URL. Available: {', '.join(sorted(DATABASES))}.")
    if name == Sqlite.name:
        _refuse_host(url, parsed)
    return DATABASES[name](parsed, read_only, wait_s)


def _refuse_host(url: str, parsed: URL) -> None:
    """Refuse a file written with two slashes: taken as URLs go, it would be another machine, and the ledger in memory."""
    if parsed.host or parsed.port or parsed.username:
        raise UsageError(f"'{url}' names no file; write sqlite:///{url.partition('://')[2]}.")


def opened(database: Database, *, create: bool, read_only: bool) -> Engine:
    """Return an engine on a ledger of this version's tables, laid out first where that was asked for."""
    create = create and not read_only
    database.check(create)
    engine = database.engine()
    try:
        if _version(database, engine, create=create) == migrations.SCHEMA:
            return engine
        if read_only:
            raise LedgerReadOnly(
                f"The ledger {database.place} was written by an older Fogline. Open it once for writing to bring it along."
            )
        with engine.connect() as connection:
            database.begin_write(connection)
            # Somebody else may have been faster.
            version = migrations.found_version(database, connection)
            if version is None:
                migrations.create(database, connection)
            else:
                migrations.migrate(connection, version)
            connection.commit()
        # Connections set themselves up for a ledger; the first one met none.
        if database.lasting:
            engine.dispose()
        return engine
    except DBAPIError as error:
        engine.dispose()
        raise database.translated(error.orig or error) from error
    except BaseException:
        engine.dispose()
        raise


def _version(database: Database, engine: Engine, *, create: bool) -> int | None:
    with engine.connect() as connection:
        database.begin_read(connection)
        version = migrations.found_version(database, connection)
        if version is None and not create:
            held = database.own_tables(connection)
            if held:
                raise NotALedger(f"{database.place} is not a Fogline ledger: it holds the tables {', '.join(held)}.")
            raise LedgerError(f"There is no ledger at {database.place}. Make one with: fogline collect SOURCE")
        return version
