"""Bytes to text: which encoding, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from fogline.issue import Issue, Severity

# How files that are no text begin: offset, bytes, what they are.
_BINARY = (
    (0, b"%PDF-", "a PDF"),
    (0, b"PK\x03\x04", "a zip archive or office document"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh9", "a bzip2 archive"),
    (0, b"\xfd7zXZ\x00", "an xz archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"\x28\xb5\x2f\xfd", "a zstandard archive"),
    (0, b"\x89PNG\r\n", "a PNG picture"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"GIF87a", "a GIF picture"),
    (0, b"GIF89a", "a GIF picture"),
    (0, b"II*\x00", "a TIFF picture"),
    (0, b"MM\x00*", "a TIFF picture"),
    (8, b"WEBP", "a WebP picture"),
    (8, b"WAVE", "a sound file"),
    (8, b"AVI ", "a video"),
    (4, b"ftyp", "a video"),
    (0, b"\x1aE\xdf\xa3", "a video"),
    (0, b"OggS\x00", "a sound file"),
    (0, b"fLaC\x00", "a sound file"),
    (0, b"ID3\x03", "a sound file"),
    (0, b"ID3\x04", "a sound file"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90\x00", "a program"),
    (0, b"SQLite format 3\x00", "a database"),
    (0, b"PAR1", "a Parquet table"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1", "an old office document"),
    (0, b"{\\rtf", "a rich-text document"),
)
# UTF-32 before UTF-16: the little-endian mark of one begins with the other's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_\-]+)""", re.IGNORECASE)
_NAMED = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9_\-]+)""", re.IGNORECASE)

# Bytes below the blank that text does not hold (tab, line ends and the
# escape of ISO 2022 aside). Packed or encrypted data has one in ten; a text
# with a stray one is still text.
_CONTROL = bytes(n for n in range(32) if n not in (9, 10, 11, 12, 13, 27)) + b"\x7f"
_MOST_CONTROL = 0.01
_SAMPLE = 65_536


def decode(data: bytes, location: str, media_type: str | None = None) -> tuple[str | None, tuple[Issue, ...]]:
    """Return the text that bytes hold, or None with the reason.

    A byte order mark decides; then UTF-8, which other encodings do not pass
    for by chance (pages that declare one charset and hold another are
    common); then the charset that the server or the page declares; then a
    guess, which is said.
    """
    for offset, magic, what in _BINARY:
        if data.startswith(magic, offset):
            message = f"{location} is {what}, not text; nothing was read. Give its text or HTML."
            return None, (_issue("not-text", message, location, Severity.ERROR),)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _replaced(data, name, location, guessed=False)
    head = data[:_SAMPLE]
    if len(head) - len(head.translate(None, _CONTROL)) > _MOST_CONTROL * len(head):
        message = f"{location} is binary, not text; nothing was read."
        return None, (_issue("not-text", message, location, Severity.ERROR),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    for name in _declared(data, media_type):
        try:
            return data.decode(name), ()
        except (LookupError, UnicodeDecodeError, ValueError):
            continue  # no such charset, or not this one: guess
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    return _replaced(data, best.encoding if best is not None else "cp1252", location, guessed=True)


def _declared(data: bytes, media_type: str | None) -> list[str]:
    """Return the charsets that the server and the page name, in this order."""
    named = _NAMED.search(media_type or "")
    written = _DECLARED.search(data[:2048])
    return [*([named.group(1)] if named else []), *([written.group(1).decode("ascii")] if written else [])]


def _replaced(data: bytes, encoding: str, location: str, *, guessed: bool) -> tuple[str, tuple[Issue, ...]]:
    """Decode with what cannot be decoded marked by U+FFFD, and say how much that was."""
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    if not guessed and not lost:
        return text, ()
    tail = f"; {lost} of its characters could not be read" if lost else ""
    if guessed:
        message = (
            f"{location} is not UTF-8 and declares no charset that fits; it was read as {encoding}{tail}. Check a few names."
        )
        return text, (_issue("encoding-guessed", message, location, Severity.WARNING if lost else Severity.NOTE),)
    message = f"{location} is marked as {encoding}{tail}. Check where U+FFFD stands in it."
    return text, (_issue("encoding-damaged", message, location, Severity.WARNING),)


def _issue(code: str, message: str, location: str, severity: Severity) -> Issue:
    return Issue(code, message, "intake", severity, location=location)
