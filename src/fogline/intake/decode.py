"""Bytes to text: which encoding, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from fogline.issue import Issue, Severity

_BINARY = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive or office document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"RIFF": "a media file",
    b"ID3": "an audio file",
}
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_\-]+)""", re.IGNORECASE)


def decode(data: bytes, location: str) -> tuple[str | None, tuple[Issue, ...]]:
    """Return the text that bytes hold, or None with the reason.

    A byte order mark decides, then UTF-8, then a declared charset, then a
    guess, which is said.
    """
    for magic, what in _BINARY.items():
        if data.startswith(magic):
            return None, (_issue("not-text", f"{location} is {what}, not text; nothing was read. Give its text or HTML.", location, Severity.ERROR),)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace"), ()
    if b"\x00" in data[:8192]:
        return None, (_issue("not-text", f"{location} is binary, not text; nothing was read.", location, Severity.ERROR),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:2048])
    if declared:
        name = declared.group(1).decode("ascii")
        try:
            return data.decode(name), ()
        except (LookupError, UnicodeDecodeError):
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    encoding = best.encoding if best is not None else "cp1252"
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    message = f"{location} is not UTF-8; it was read as {encoding}" + (f", {lost} bytes could not be read" if lost else "") + ". Check a few names."
    return text, (_issue("encoding-guessed", message, location, Severity.WARNING if lost else Severity.NOTE),)


def _issue(code: str, message: str, location: str, severity: Severity) -> Issue:
    return Issue(code, message, "intake", severity, location=location)
