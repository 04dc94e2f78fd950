"""The few things a user sets: where the ledger is, and the limits on what comes in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from fogline.errors import UsageError

DEFAULT_LEDGER = "sqlite:///fogline.db"


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment once, then passed on; nothing reads it behind your back.

    ``ledger_url``: an SQLAlchemy URL (``FOGLINE_LEDGER``).
    ``max_item_bytes``: the most that is taken of one file or URL
    (``FOGLINE_MAX_ITEM_BYTES``); what is larger is an issue, never cut short.
    ``max_text_chars``: the longest text that is read into claims
    (``FOGLINE_MAX_TEXT_CHARS``); a longer one is kept whole and said to be unread.
    ``gate``: whether reports without any sign of conflict are passed over
    instead of read for claims (``FOGLINE_GATE``, ``on`` or ``off``).
    ``fetch_timeout_s``: the most one URL may take, in seconds, redirects included.
    ``allow_private_addresses``: whether URLs on private and loopback
    addresses may be fetched (``FOGLINE_ALLOW_PRIVATE``, ``1`` or ``0``); off, so that a
    feed cannot make an analyst's machine ask its own network.
    """

    ledger_url: str = DEFAULT_LEDGER
    max_item_bytes: int = 64 * 1024 * 1024
    max_text_chars: int = 2_000_000
    gate: bool = True
    fetch_timeout_s: float = 30.0
    allow_private_addresses: bool = False

    @classmethod
    def from_environment(cls, ledger_url: str | None = None) -> Settings:
        environment, default = os.environ, cls()
        return cls(
            ledger_url=ledger_url or environment.get("FOGLINE_LEDGER") or DEFAULT_LEDGER,
            max_item_bytes=_whole(environment, "FOGLINE_MAX_ITEM_BYTES", default.max_item_bytes),
            max_text_chars=_whole(environment, "FOGLINE_MAX_TEXT_CHARS", default.max_text_chars),
            gate=_switch(environment, "FOGLINE_GATE", default.gate, on="on", off="off"),
            allow_private_addresses=_switch(
                environment, "FOGLINE_ALLOW_PRIVATE", default.allow_private_addresses, on="1", off="0"
            ),
        )


def _switch(environment: Mapping[str, str], name: str, default: bool, *, on: str, off: str) -> bool:
    value = environment.get(name)
    if not value:
        return default
    if value not in (on, off):
        raise UsageError(f"{name} is {value!r}; it must be {on} or {off}.")
    return value == on


def _whole(environment: Mapping[str, str], name: str, default: int) -> int:
    value = environment.get(name)
    if not value:
        return default
    if not value.isdecimal() or int(value) == 0:
        raise UsageError(f"{name} is {value!r}; it must be a whole number above 0, such as {default}.")
    return int(value)
