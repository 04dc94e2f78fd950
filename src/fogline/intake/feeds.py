"""RSS and Atom feeds: each entry is a capture with what the feed says of it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape, unescape
from typing import Any

from fogline.intake.address import without_credentials
from fogline.intake.capture import Capture, Hints
from fogline.intake.language import language_code
from fogline.issue import Issue, Severity


def looks_like_feed(data: bytes) -> bool:
    """Return whether bytes begin like a feed (an XML file whose root is rss, feed or rdf)."""
    head = data[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    return (head.startswith(b"<?xml") and any(tag in head for tag in (b"<rss", b"<feed", b"<rdf"))) or head.startswith(
        (b"<rss", b"<feed")
    )


def captures_of_feed(capture: Capture) -> Iterator[Capture | Issue]:
    """Yield the entries of a feed as captures; an entry of which only a summary is published is said to be one.

    Links are not followed: an entry is read as the feed carries it.
    """
    import feedparser

    # As a stream: given bytes or words, the parser would first try to open
    # a file of that name.
    parsed = feedparser.parse(io.BytesIO(capture.data))
    if parsed.get("bozo") and not parsed.entries:
        message = f"{capture.location} is not an RSS or Atom feed ({parsed.get('bozo_exception')})."
        yield Issue("not-a-feed", message, "intake", Severity.ERROR, location=capture.location)
        return
    if parsed.get("bozo"):
        message = f"{capture.location} is not well-formed ({parsed.get('bozo_exception')}); {len(parsed.entries)} entries could be read."
        yield Issue("feed-damaged", message, "intake", Severity.WARNING, location=capture.location)
    if not parsed.entries:
        yield Issue(
            "empty", f"{capture.location} is a feed without entries.", "intake", Severity.WARNING, location=capture.location
        )
    outlet = capture.hints.outlet or parsed.feed.get("title")
    for number, entry in enumerate(parsed.entries, 1):
        link = without_credentials(str(entry.link)) if entry.get("link") else None
        location = link or f"{capture.location}#{number}"
        full = next((c.get("value") for c in entry.get("content") or [] if c.get("value")), None)
        body = full or entry.get("summary") or ""
        if not body.strip():
            yield Issue(
                "empty",
                f"Entry {number} of {capture.location} has no text; its page is {link or 'not linked'}.",
                "intake",
                Severity.WARNING,
                location=location,
            )
            continue
        if full is None:
            yield Issue(
                "feed-summary-only",
                f"{location}: the feed carries a summary only; collect the page itself to read all of it.",
                "intake",
                Severity.NOTE,
                location=location,
            )
        moment = _moment(entry)
        title = entry.get("title")
        data, media_type = _as_page(_plain(title or ""), body)
        yield Capture(
            data,
            location,
            media_type,
            capture.fetched_at,
            Hints(
                outlet=outlet,
                title=_plain(title) if title else None,
                url=link,
                published_on=moment.date() if moment else capture.hints.published_on,
                language=capture.hints.language or language_code(entry.get("language") or parsed.feed.get("language")),
                published_at=moment,
                external_id=entry.get("id"),
                from_feed=moment is not None,
            ),
        )


# Fewer words than this are too little for telling an article from menus;
# they are taken as plain text.
_SHORT = 60


def _as_page(title: str, body: str) -> tuple[bytes, str]:
    """Return an entry as a page of its own, or as plain text if it is but a line or two."""
    plain = _plain(re.sub(r"</p>|<br */?>", "\n", body))
    if len(plain.split()) < _SHORT:
        return "\n\n".join(filter(None, [title, *plain.split("\n")])).encode("utf-8", "replace"), "text/plain"
    head = escape(title)
    page = f"<html><head><title>{head}</title></head><body><article><h1>{head}</h1>{_paragraphs(body)}</article></body></html>"
    return page.encode("utf-8", "replace"), "text/html"


def _plain(markup: str) -> str:
    """Return what is left of markup without its tags; one line for each of its lines."""
    lines = unescape(re.sub(r"<[^<>]{0,2000}>", " ", markup)).split("\n")
    return "\n".join(line for line in (" ".join(raw.split()) for raw in lines) if line)


def _paragraphs(body: str) -> str:
    return body if "<p" in body else "".join(f"<p>{line}</p>" for line in body.split("\n") if line.strip())


def _moment(entry: Any) -> datetime | None:
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        year, month, day, hour, minute, second = parsed[:6] if parsed else (0,) * 6
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
