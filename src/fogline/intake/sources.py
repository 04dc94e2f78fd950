"""From what the user names (a file, folder, URL, feed, archive) to captures, one at a time."""

from __future__ import annotations

import gzip
import io
import json
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import IO
from urllib.parse import urlsplit

from fogline.intake.address import without_credentials
from fogline.intake.capture import Capture, Hints
from fogline.intake.feeds import captures_of_feed, looks_like_feed
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
_LINES = (".jsonl", ".ndjson")
_XML = (".xml", ".rss", ".atom")
_GZIP = b"\x1f\x8b"
Stream = IO[bytes] | gzip.GzipFile

# What pages and feeds in a web archive call themselves; the rest is
# pictures, scripts and styles.
_READABLE = ("text/html", "text/plain", "text/xml", "application/xhtml", "application/xml", "application/rss", "application/atom")


def captures_from(source: str, settings: Settings, hints: Hints | None = None) -> Iterator[Capture | Issue]:
    """Yield everything that a source holds, as captures or as issues; nothing is raised for what it holds.

    A folder is walked in order of names; JSON lines are read one line at a
    time, so that an archive larger than memory can be taken in. "-" is
    standard input. What a file is is told by its name first, then by how
    it begins.
    """
    hints = hints or Hints()
    if source.startswith(("http://", "https://")):
        # Not at the head of the file: without a URL, half a second of imports is saved.
        from fogline.intake.fetch import fetch

        found = fetch(source, settings, hints)
        if isinstance(found, Issue):
            yield found
        else:
            yield from _safely(
                io.BytesIO(found.data), found, _suffix(PurePosixPath(urlsplit(found.location).path).name), settings
            )
    elif source == "-":
        yield from _safely(sys.stdin.buffer, Capture(b"", "standard input", hints=hints), "", settings)
    else:
        path = Path(source)
        try:
            is_folder = path.is_dir()
            missing = not is_folder and not path.exists()
        except (OSError, ValueError):  # a name too long for a file, or with a zero byte
            is_folder, missing = False, True
        if missing:
            yield _issue("missing-file", f"There is no file {shown(source)[:300]}.", shown(source)[:300])
        elif is_folder:
            yield from _folder(path, settings, hints)
        else:
            yield from _file(path, settings, hints)


def shown(path: Path | str) -> str:
    """Return a path as it can be printed and kept: bytes that are no letters, line ends and terminal commands by their number."""
    return "".join(
        c if c.isprintable() else f"\\x{ord(c) - 0xDC00:02x}" if "\udc80" <= c <= "\udcff" else repr(c)[1:-1] for c in str(path)
    )


def _folder(folder: Path, settings: Settings, hints: Hints) -> Iterator[Capture | Issue]:
    """Yield what a folder's files hold. What is left aside (hidden, linked folders, devices) is counted and said."""
    seen = left = 0
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            if path is folder or (path.is_dir() and not path.is_symlink()):
                inside = sorted(path.iterdir(), reverse=True)
                left += sum(p.name.startswith(".") for p in inside)
                waiting.extend(p for p in inside if not p.name.startswith("."))
                continue
            if not path.is_file():  # a link to a folder may lead in circles, a device never ends
                left += 1
                continue
        except OSError as error:
            yield _unreadable(shown(path), error)
            continue
        seen += 1
        yield from _file(path, settings, hints)
    if left:
        message = f"{shown(folder)}: {left} hidden, linked or special files and folders were left. Name one to take it in."
        yield Issue("left-aside", message, "intake", Severity.NOTE, location=shown(folder))
    if not seen:
        yield _issue("empty", f"The folder {shown(folder)} holds no files.", shown(folder))


def _file(path: Path, settings: Settings, hints: Hints) -> Iterator[Capture | Issue]:
    capture = Capture(b"", shown(path), hints=hints)
    name = path.name.lower()
    try:
        with gzip.open(path, "rb") if name.endswith(".gz") and _suffix(name) != ".warc" else path.open("rb") as stream:
            yield from _safely(stream, capture, _suffix(name), settings)
    except (OSError, ValueError) as error:
        yield _unreadable(shown(path), error)


def _suffix(name: str) -> str:
    return PurePosixPath(name.lower().removesuffix(".gz")).suffix


def _safely(stream: Stream, capture: Capture, suffix: str, settings: Settings) -> Iterator[Capture | Issue]:
    """Yield what a stream holds; a stream that breaks off is an issue, after what was read of it."""
    try:
        yield from _unpacked(stream, capture, suffix, settings)
    except (OSError, EOFError, zlib.error) as error:
        yield _unreadable(capture.location, error)


def _unpacked(
    stream: Stream, capture: Capture, suffix: str, settings: Settings, *, packed: bool = False
) -> Iterator[Capture | Issue]:
    if suffix == ".warc":
        yield from _warc(stream, capture, settings)
        return
    first = stream.readline(settings.max_item_bytes + 1)
    if first.startswith(_GZIP) and not packed:  # whatever its name says; once, for there are archives that hold themselves
        data = first + stream.read(settings.max_item_bytes + 1 - len(first))
        if len(data) <= settings.max_item_bytes:
            with gzip.GzipFile(fileobj=io.BytesIO(data)) as inner:
                yield from _unpacked(inner, capture, suffix, settings, packed=True)
        else:
            yield _too_large(capture.location, settings)
    elif first.startswith(b"WARC/1"):
        rest = first + stream.read(settings.max_item_bytes + 1 - len(first))
        yield from _warc(io.BytesIO(rest), capture, settings)
    elif suffix in _LINES or _is_record(first):
        yield from _lines(first, stream, capture, settings)
    else:
        data = first + stream.read(max(0, settings.max_item_bytes + 1 - len(first)))
        media_type = capture.media_type or _MEDIA.get(suffix)
        yield from _opened(replace(capture, data=data, media_type=media_type), suffix, settings)


def _opened(capture: Capture, suffix: str, settings: Settings) -> Iterator[Capture | Issue]:
    """Yield the captures inside one item: a feed's entries, a JSON array's records, or the item itself."""
    media_type = capture.media_type or ""
    if len(capture.data) > settings.max_item_bytes:
        yield _too_large(capture.location, settings)
    elif not capture.data.strip():
        yield _issue("empty", f"{capture.location} is empty.", capture.location)
    elif looks_like_feed(capture.data):
        yield from captures_of_feed(capture)
    elif suffix in _XML or ("xml" in media_type and "xhtml" not in media_type) or _is_other_xml(capture.data):
        yield _issue("not-a-feed", f"{capture.location} is not an RSS or Atom feed; other XML is not read.", capture.location)
    elif "json" in media_type and capture.data.lstrip()[:1] == b"[":
        yield from _array(capture)
    else:
        yield capture


def _is_other_xml(data: bytes) -> bool:
    head = data[:3000].lower()
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml") and b"<html" not in head


def _is_record(line: bytes) -> bool:
    if not line.lstrip().startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _array(capture: Capture) -> Iterator[Capture | Issue]:
    try:
        records = json.loads(capture.data)
    except (ValueError, RecursionError) as error:
        yield _issue("not-json", f"{capture.location} is not JSON: {error}.", capture.location)
        return
    for number, record in enumerate(records, 1):
        place = f"{capture.location}#{number}"
        if isinstance(record, dict):
            data = json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")
            yield replace(capture, data=data, location=place, media_type="application/json")
        else:
            yield _issue("not-json", f"{place} is no JSON object with a text. The other records were read.", place)


def _lines(first: bytes, stream: Stream, capture: Capture, settings: Settings) -> Iterator[Capture | Issue]:
    """Yield the records of JSON lines, a line at a time; a line over the limit is skipped, not loaded."""
    most = settings.max_item_bytes
    number, line, seen = 1, first, False
    while line:
        place = f"{capture.location}:{number}"
        if len(line) > most:
            while line and not line.endswith(b"\n"):
                line = stream.readline(1 << 20)
            yield _too_large(place, settings)
            seen = True
        elif line.strip():
            seen = True
            try:
                record = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield _issue("not-json", f"{place} is not a JSON record: {error}. The other lines were read.", place)
            else:
                if isinstance(record, dict):
                    yield replace(capture, data=line.rstrip(b"\r\n"), location=place, media_type="application/json")
                else:
                    yield _issue("not-json", f"{place} is no JSON object with a text. The other lines were read.", place)
        number, line = number + 1, stream.readline(most + 1)
    if not seen:
        yield _issue("empty", f"{capture.location} is empty.", capture.location)


def _warc(stream: Stream, capture: Capture, settings: Settings) -> Iterator[Capture | Issue]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    location = capture.location
    pages = failed = other = 0
    try:
        for record in ArchiveIterator(stream):
            if record.rec_type != "response" or record.http_headers is None:
                continue
            if record.http_headers.get_statuscode() != "200":
                failed += 1
                continue
            kind = record.http_headers.get_header("Content-Type")
            if kind and not kind.lower().startswith(_READABLE):
                other += 1
                continue
            pages += 1
            url = without_credentials(record.rec_headers.get_header("WARC-Target-URI") or f"{location}#{pages}")
            data = record.content_stream().read(settings.max_item_bytes + 1)
            page = replace(capture, data=data, location=url, media_type=kind, hints=replace(capture.hints, url=url))
            yield from _opened(page, "", settings)
    except ArchiveLoadFailed as error:
        yield _issue(
            "not-a-warc", f"{location} is damaged or no WARC file: {error}. {pages} pages before that were read.", location
        )
        return
    if failed or other:
        message = f"{location}: {failed} answers other than 200 and {other} that are no page or feed were left."
        yield Issue("left-aside", message, "intake", Severity.NOTE, location=location)
    if not pages:
        yield _issue("empty", f"{location} holds no pages that were fetched well.", location)


def _too_large(location: str, settings: Settings) -> Issue:
    message = f"{location} is larger than {settings.max_item_bytes:,} bytes; nothing of it was kept. FOGLINE_MAX_ITEM_BYTES raises the limit."
    return _issue("too-large", message, location)


def _unreadable(location: str, error: Exception) -> Issue:
    return _issue("unreadable-file", f"{location} cannot be read: {getattr(error, 'strerror', None) or error}.", location)


def _issue(code: str, message: str, location: str) -> Issue:
    return Issue(code, message, "intake", Severity.ERROR, location=location)
