"""The chain of hashes that makes a changed, removed or inserted entry show."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

# What the first entry names as its predecessor.
GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger: what was recorded, when (UTC), and its place in the chain.

    ``kind`` is ``report``, ``reading``, ``claim``, ``issue`` or
    ``judgement``; ``body`` the record's canonical JSON. ``recorded_at`` is
    kept as written, ``2026-03-01T12:00:00.000000Z``, because it is hashed.
    """

    seq: int
    kind: str
    record_id: str
    recorded_at: str
    body: bytes
    previous_hash: str
    hash: str

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.recorded_at)


def entry_hash(previous_hash: str, seq: int, kind: str, record_id: str, recorded_at: str, body: bytes) -> str:
    """Return the SHA-256 over an entry and the hash before it.

    Six parts, each ended by a line feed but the last; none but the body can
    hold one, so no two entries spell the same bytes.
    """
    head = f"{previous_hash}\n{seq}\n{kind}\n{record_id}\n{recorded_at}\n"
    return hashlib.sha256(head.encode("ascii") + body).hexdigest()


def stamp(moment: datetime) -> str:
    """Return a moment as entries spell it: UTC, always 27 characters, so that text order is time order."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def fault(entry: Entry, expected_seq: int, previous_hash: str) -> str | None:
    """Return why an entry does not continue the chain, or None if it does."""
    if entry.seq != expected_seq:
        return f"entry {expected_seq} is missing; the next one is {entry.seq}"
    if entry.previous_hash != previous_hash:
        return "it does not name the hash of the entry before it"
    try:
        computed = entry_hash(entry.previous_hash, entry.seq, entry.kind, entry.record_id, entry.recorded_at, entry.body)
    except UnicodeEncodeError:
        return "its kind, id or time holds characters that Fogline never writes"
    if computed != entry.hash:
        return "its content was changed after it was recorded: the hash does not fit"
    return None
