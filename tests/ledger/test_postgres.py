"""What is told of a PostgreSQL ledger without reaching it."""

from __future__ import annotations

import pytest
from sqlalchemy import make_url

from fogline.ledger.postgres import Postgres


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("postgresql://lena:s3cret@dbhost", "postgresql://lena:***@dbhost"),
        ("postgresql://dbhost/fog?user=lena&password=s3cret", "postgresql://dbhost/fog"),
        ("postgresql://lena:s3cret@dbhost/fog?passfile=/s3cret&sslmode=require", "postgresql://lena:***@dbhost/fog"),
    ],
    ids=["without a database", "in the query", "both"],
)
def test_a_ledger_is_named_without_its_password(url: str, place: str) -> None:
    assert Postgres(make_url(url), read_only=True, wait_s=1).place == place
