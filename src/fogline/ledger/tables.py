"""The ledger's tables: two that are the truth, and five that only help to find things in them.

``entries`` and ``captures`` are append-only; triggers refuse changes. The
``*_index`` tables are derived from ``entries`` in the same transaction, can
be rebuilt at any time, and are never needed to verify the ledger.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, String, Table, Text
from sqlalchemy.dialects import postgresql

metadata = MetaData()

# Ids and moments are compared as bytes on both databases: a PostgreSQL
# cluster with a language's collation would order them its own way.
NAME = String().with_variant(postgresql.TEXT(collation="C"), "postgresql")
# SQLite numbers rows itself only in a column called exactly INTEGER.
SEQ = BigInteger().with_variant(Integer, "sqlite")

schema_version = Table(
    "schema_version",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("applied_at", NAME, nullable=False),
)

entries = Table(
    "entries",
    metadata,
    Column("seq", SEQ, primary_key=True, autoincrement=False),
    Column("kind", NAME, nullable=False),
    Column("record_id", NAME, nullable=False),
    Column("recorded_at", NAME, nullable=False),
    # Bytes, not text: PostgreSQL refuses U+0000 in text and both databases
    # refuse lone surrogates, and a report's text is kept as it was found.
    Column("body", LargeBinary, nullable=False),
    Column("previous_hash", NAME, nullable=False),
    Column("hash", NAME, nullable=False),
    Index("entries_by_record", "record_id"),
)

captures = Table(
    "captures",
    metadata,
    Column("sha256", NAME, primary_key=True),
    Column("media_type", Text),
    Column("size", BigInteger, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

report_index = Table(
    "report_index",
    metadata,
    Column("report_id", NAME, primary_key=True),
    Column("seq", SEQ, nullable=False, unique=True),
    Column("known_on", NAME, nullable=False),
)

reading_index = Table(
    "reading_index",
    metadata,
    Column("seq", SEQ, primary_key=True, autoincrement=False),
    Column("report_id", NAME, nullable=False),
    Column("model", NAME, nullable=False),
    Column("recorded_at", NAME, nullable=False),
    Index("reading_by_report", "report_id", "model", unique=True),
)

claim_index = Table(
    "claim_index",
    metadata,
    Column("seq", SEQ, primary_key=True, autoincrement=False),
    Column("claim_id", NAME, nullable=False),
    Column("reading_seq", SEQ, nullable=False),
    Index("claim_by_id", "claim_id"),
    Index("claim_by_reading", "reading_seq"),
)

issue_index = Table(
    "issue_index",
    metadata,
    Column("issue_id", NAME, primary_key=True),
    Column("seq", SEQ, nullable=False),
)

judgement_index = Table(
    "judgement_index",
    metadata,
    Column("judgement_id", NAME, primary_key=True),
    Column("seq", SEQ, nullable=False),
    Column("supersedes", NAME),
)

INDEX_TABLES = (report_index, reading_index, claim_index, issue_index, judgement_index)
