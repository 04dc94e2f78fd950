"""From what the user names (a file, folder, URL, feed, archive) to captures, one at a time."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from fogline.intake.capture import Capture, Hints
from fogline.intake.feeds import captures_of_feed, looks_like_feed
from fogline.intake.fetch import fetch
from fogline.issue import Issue, Severity
from fogline.settings import Settings

_MEDIA = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".txt": "text/plain",
    ".md": "text/plain",
    ".json": "application/json",
}
_LINES = {".jsonl", ".ndjson"}


def captures_from(source: str, settings: Settings, hints: Hints | None = None) -> Iterator[Capture | Issue]:
    """Yield everything that a source holds, as captures or as issues; nothing is raised for what it holds.

    A folder is walked in order of names; JSON lines are read one line at a
    time, so that an archive larger than memory can be taken in. "-" is
    standard input.
    """
    hints = hints or Hints()
    if source.startswith(("http://", "https://")):
        found = fetch(source, settings, hints)
        yield from _opened(found, settings) if isinstance(found, Capture) else (found,)
    elif source == "-":
        yield from _opened(Capture(sys.stdin.buffer.read(settings.max_item_bytes + 1), "standard input", hints=hints), settings)
    elif Path(source).is_dir():
        yield from _folder(Path(source), settings, hints)
    else:
        yield from _file(Path(source), settings, hints)


def _folder(folder: Path, settings: Settings, hints: Hints) -> Iterator[Capture | Issue]:
    seen = False
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith(".") for part in inside):
            seen = True
            yield from _file(path, settings, hints)
    if not seen:
        yield _issue("empty", f"The folder {folder} holds no files.", str(folder))


def _file(path: Path, settings: Settings, hints: Hints) -> Iterator[Capture | Issue]:
    location = str(path)
    name = path.name.lower()
    try:
        if not path.exists():
            yield _issue("missing-file", f"There is no file {location}.", location)
            return
        inner = Path(name.removesuffix(".gz")).suffix
        if inner in _LINES:
            with gzip.open(path, "rb") if name.endswith(".gz") else path.open("rb") as lines:
                yield from _lines(lines, location, settings, hints)
            return
        if inner == ".warc":
            yield from _warc(path, settings, hints)
            return
        if name.endswith(".gz"):
            with gzip.open(path, "rb") as packed:
                data = packed.read(settings.max_item_bytes + 1)
        else:
            with path.open("rb") as plain:
                data = plain.read(settings.max_item_bytes + 1)
    except (OSError, EOFError, zlib.error) as error:
        yield _issue("unreadable-file", f"{location} cannot be read: {getattr(error, 'strerror', None) or error}.", location)
        return
    yield from _opened(Capture(data, location, _MEDIA.get(inner), hints=hints), settings)


def _opened(capture: Capture, settings: Settings) -> Iterator[Capture | Issue]:
    """Yield the captures inside one item: a feed's entries, a JSON array's records, or the item itself."""
    if len(capture.data) > settings.max_item_bytes:
        yield _issue(
            "too-large",
            f"{capture.location} is larger than {settings.max_item_bytes:,} bytes; nothing of it was kept. FOGLINE_MAX_ITEM_BYTES raises the limit.",
            capture.location,
        )
    elif looks_like_feed(capture.data):
        yield from captures_of_feed(capture)
    elif capture.location.lower().endswith((".xml", ".rss", ".atom")):
        yield _issue("not-a-feed", f"{capture.location} is not an RSS or Atom feed.", capture.location)
    elif capture.media_type == "application/json" and capture.data.lstrip()[:1] == b"[":
        yield from _array(capture)
    else:
        yield capture


def _array(capture: Capture) -> Iterator[Capture | Issue]:
    try:
        records = json.loads(capture.data)
    except ValueError as error:
        yield _issue("not-json", f"{capture.location} is not JSON: {error}.", capture.location)
        return
    for number, record in enumerate(records, 1):
        data = json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")
        yield replace(capture, data=data, location=f"{capture.location}#{number}")


def _lines(lines: IO[bytes] | Any, location: str, settings: Settings, hints: Hints) -> Iterator[Capture | Issue]:
    for number, line in enumerate(lines, 1):
        place = f"{location}:{number}"
        if not line.strip():
            continue
        if len(line) > settings.max_item_bytes:
            yield _issue("too-large", f"{place} is larger than {settings.max_item_bytes:,} bytes; nothing of it was kept.", place)
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield _issue("not-json", f"{place} is not a JSON record: {error}. The other lines were read.", place)
            continue
        if not isinstance(record, dict):
            yield _issue("not-json", f"{place} is no JSON object with a text. The other lines were read.", place)
            continue
        yield Capture(line.rstrip(b"\r\n"), place, "application/json", hints=hints)


def _warc(path: Path, settings: Settings, hints: Hints) -> Iterator[Capture | Issue]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    found = 0
    with path.open("rb") as stream:
        try:
            for record in ArchiveIterator(stream):
                if record.rec_type != "response" or record.http_headers is None or record.http_headers.get_statuscode() != "200":
                    continue
                url = record.rec_headers.get_header("WARC-Target-URI") or f"{path}#{found + 1}"
                data = record.content_stream().read(settings.max_item_bytes + 1)
                kind = record.http_headers.get_header("Content-Type")
                found += 1
                if kind and not kind.startswith(
                    ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom")
                ):
                    continue
                yield from _opened(Capture(data, url, kind, hints=replace(hints, url=url)), settings)
        except ArchiveLoadFailed as error:
            yield _issue(
                "not-a-warc", f"{path} is damaged or no WARC file: {error}. {found} pages before that were read.", str(path)
            )
            return
    if not found:
        yield _issue("empty", f"{path} holds no pages that were fetched well.", str(path))


def _issue(code: str, message: str, location: str) -> Issue:
    return Issue(code, message, "intake", Severity.ERROR, location=location)
