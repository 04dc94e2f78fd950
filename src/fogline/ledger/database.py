"""What a ledger needs of the database under it."""

from __future__ import annotations

from typing import ClassVar, Protocol

from sqlalchemy import Connection, Engine

from fogline.errors import LedgerError


class Database(Protocol):
    """One database, reached by its URL. What it spells differently is here; tables and queries are shared."""

    name: ClassVar[str]
    place: str  # as messages name it; never with a password
    lasting: bool  # False: one connection holds everything, and closing it is the end

    def check(self, create: bool) -> None:
        """Raise if what is there cannot be or become a ledger, without changing it."""
        ...

    def engine(self) -> Engine: ...

    def begin_read(self, connection: Connection) -> None:
        """Start a transaction that sees one moment of the ledger."""
        ...

    def begin_write(self, connection: Connection) -> None:
        """Start a transaction that nobody else can write beside; wait for it, but not for ever."""
        ...

    def guard(self, connection: Connection) -> None:
        """Make the database itself refuse to change or remove entries and captures."""
        ...

    def own_tables(self, connection: Connection) -> list[str]:
        """Return the names of the tables in the place where the ledger's would be."""
        ...

    def damage(self, connection: Connection) -> str | None:
        """Return what the database finds wrong with its own storage."""
        ...

    def translated(self, error: BaseException) -> LedgerError:
        """Return a database's error as one that says what to do."""
        ...
