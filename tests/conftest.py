"""Shared fixtures. Its being here also puts this folder on the path, so that tests can import ``builders``."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the ledger or reader of whoever runs it."""
    for name in (
        "FOGLINE_LEDGER",
        "FOGLINE_READER",
        "FOGLINE_GATE",
        "FOGLINE_ALLOW_PRIVATE",
        "FOGLINE_MAX_TEXT_CHARS",
        "FOGLINE_MAX_ITEM_BYTES",
    ):
        monkeypatch.delenv(name, raising=False)
