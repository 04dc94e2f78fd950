"""The bytes as fetched, before anyone interpreted them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from fogline.ids import sha256


@dataclass(frozen=True, slots=True)
class Capture:
    """What was taken from a place at a moment: the start of the chain of custody.

    ``location`` is a path or URL as the user would recognise it;
    ``media_type`` what the server or the file name claimed (None if
    nothing). ``hints`` are what the sender said beside the bytes: a feed
    entry's date and title, a record's outlet, the user's ``--date``.
    """

    data: bytes
    location: str
    media_type: str | None = None
    fetched_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    hints: Hints = field(default_factory=lambda: Hints())

    @property
    def sha256(self) -> str:
        return sha256(self.data)


@dataclass(frozen=True, slots=True)
class Hints:
    """What is said about a capture by whoever handed it over; each may be unknown."""

    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published_on: date | None = None
    published_at: datetime | None = None
    language: str | None = None
    external_id: str | None = None
    from_feed: bool = False
