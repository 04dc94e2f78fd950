"""One spelling of a text, kept for ever, and the way back to the text as it was sent."""

from __future__ import annotations

import re
import unicodedata

# Characters that no reader sees but offsets count: zero-width marks, byte
# order marks, soft hyphens, direction marks.
_INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_PLAIN = re.compile(r"[\n\t\x20-\x7e]*\Z")


def normalise(text: str) -> str:
    """Return the text in NFC with "\\n" line ends and without control and invisible characters.

    Lone surrogates become U+FFFD. Doing it twice changes nothing.
    """
    return normalise_with_map(text)[0]


def normalise_with_map(text: str) -> tuple[str, list[int]]:
    """Return the normalised text and, for each of its characters, the offset it came from.

    Composition works on one base letter with its marks at a time, so the
    map is exact to the letter; linear in the length of the text.
    """
    if _PLAIN.match(text):
        return text, list(range(len(text)))
    out: list[str] = []
    offsets: list[int] = []
    at = 0
    length = len(text)
    while at < length:
        character = text[at]
        if character == "\r":
            out.append("\n")
            offsets.append(at)
            at += 2 if text[at + 1 : at + 2] == "\n" else 1
            continue
        if _dropped(character):
            at += 1
            continue
        if "\ud800" <= character <= "\udfff":
            out.append("\ufffd")
            offsets.append(at)
            at += 1
            continue
        end = at + 1
        while end < length and (unicodedata.combining(text[end]) or _joins(text[end]) or _dropped(text[end])):
            end += 1
        cluster = "".join(c for c in text[at:end] if not _dropped(c))
        for composed in unicodedata.normalize("NFC", cluster):
            out.append(composed)
            offsets.append(at)
        at = end
    return "".join(out), offsets


def _dropped(character: str) -> bool:
    return character in _INVISIBLE or (character < "\xa0" and character not in "\n\t\r" and unicodedata.category(character) == "Cc")


def _joins(character: str) -> bool:
    """Return whether a character may melt into the one before it though it is no combining mark (Hangul vowels)."""
    return "\u1161" <= character <= "\u11ff"
