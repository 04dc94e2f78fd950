"""One write transaction: entries appended to the chain, captures kept, the index brought along."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from fogline.errors import UsageError
from fogline.intake.capture import Capture
from fogline.ledger.chain import GENESIS, Entry, entry_hash, stamp
from fogline.ledger.codec import encode
from fogline.ledger.index import Indexer, insert_rows
from fogline.ledger.tables import captures, entries


def checked_name(value: str, what: str) -> str:
    """Return an id or model name that the chain can hold: printable ASCII.

    :raises UsageError: if it is anything else.
    """
    if not value or not (value.isascii() and value.isprintable()):
        raise UsageError(f"{what} {value!r} cannot be recorded: it must be printable ASCII and not empty.")
    return value


class Writing:
    """Appends to the chain from its last entry on. Only made while the database's write lock is held."""

    def __init__(self, connection: Connection, clock: Callable[[], datetime]) -> None:
        self.connection = connection
        self.broken: Exception | None = None
        self._clock = clock
        last = connection.execute(select(entries.c.seq, entries.c.hash).order_by(entries.c.seq.desc()).limit(1)).first()
        self.seq: int = last.seq if last else 0
        self._hash: str = last.hash if last else GENESIS

    def append(self, records: Sequence[tuple[str, str, Any]]) -> None:
        """Append records, each as (kind, id, record), under one moment.

        All are spelled before the first is written, so that a record that
        cannot be kept leaves nothing of its company behind.
        """
        recorded_at = stamp(self._clock())
        indexer, made, rows = Indexer(), [], []
        seq, last_hash = self.seq, self._hash
        for kind, record_id, record in records:
            checked_name(record_id, "The id")
            body = encode(record)
            seq += 1
            new_hash = entry_hash(last_hash, seq, kind, record_id, recorded_at, body)
            entry = Entry(seq, kind, record_id, recorded_at, body, last_hash, new_hash)
            rows.append(indexer.row(entry, record))
            made.append({name: getattr(entry, name) for name in Entry.__slots__})
            last_hash = new_hash
        if made:
            self.connection.execute(insert(entries), made)
            insert_rows(self.connection, rows)
            self.seq, self._hash = seq, last_hash

    def keep_capture(self, capture: Capture) -> None:
        """Keep a capture's bytes once; the same bytes from elsewhere are already there."""
        sha256 = capture.sha256
        if self.connection.execute(select(captures.c.sha256).where(captures.c.sha256 == sha256)).first() is None:
            self.connection.execute(
                insert(captures).values(
                    sha256=sha256, media_type=capture.media_type, size=len(capture.data), data=zlib.compress(capture.data, 6)
                )
            )
