"""A report as published: one text, its parts, and what is known of its date and outlet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from fogline.span import Span


class PartKind(StrEnum):
    """What a stretch of a page is for.

    Claims are read from all but ``furniture`` (menus, "read more" stubs,
    translation notices, share bars). A caption often carries another, older
    story than the body; it is read, and kept apart.
    """

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    DATELINE = "dateline"
    CAPTION = "caption"
    BODY = "body"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph or line of the report and what it is. Parts do not overlap; they come in text order."""

    kind: PartKind
    span: Span


class DateBasis(StrEnum):
    """How the publication date is known; ``NONE`` means that claims get no absolute dates."""

    GIVEN = "given"  # by the user (--date) or the record's own date field
    METADATA = "metadata"  # HTML meta, JSON-LD, <time>
    FEED = "feed"  # the feed entry's published or updated
    DATELINE = "dateline"  # printed at the head of the text
    URL = "url"  # /2018/12/13/ in the address
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency that the report says its text or picture is from ("AFP", "With Reuters")."""

    agency: str
    span: Span


@dataclass(frozen=True, slots=True)
class Report:
    """One published text, as one outlet carried it on one day.

    ``text`` is normalised once (NFC, "\\n" line ends, no control
    characters) and kept for ever: every span of every later stage points
    into it. ``id`` is a digest of outlet, url, publication date and text, so
    the same report collected twice is one report, while the same wire copy
    under two outlets' names is two. ``content_hash`` is the SHA-256 of the
    text alone; ``capture_sha256`` that of the bytes as fetched.
    ``language`` is ISO 639-1, None if unknown. ``published_at`` is UTC and
    only set when the source gave a time of day. ``external_id`` is the id
    the sender used, where there was one.
    """

    id: str
    text: str
    parts: tuple[Part, ...]
    content_hash: str
    capture_sha256: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    author: str | None = None
    published_on: date | None = None
    published_at: datetime | None = None
    date_basis: DateBasis = DateBasis.NONE
    language: str | None = None
    translation_notice: Span | None = None
    credits: tuple[Credit, ...] = field(default=())
    external_id: str | None = None

    def part_at(self, offset: int) -> PartKind:
        """Return the kind of the part that holds an offset; ``BODY`` between parts."""
        for part in self.parts:
            if part.span.start <= offset < part.span.end:
                return part.kind
        return PartKind.BODY
