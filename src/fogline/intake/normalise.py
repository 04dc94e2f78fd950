"""One spelling of a text, kept for ever, and the way back to the text as it was sent."""

from __future__ import annotations

import re
import unicodedata

# Line ends of every kind that text files hold; a form feed (a page break)
# dropped without one would glue two words together.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

# What no reader sees but offsets count: control characters, zero-width
# spaces, byte order marks, soft hyphens, direction marks, tags, notes. The zero-width
# joiner and non-joiner stay: Persian and Hindi spell with them.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0001-\U000e007f]+"
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

# No language stacks this many marks on a letter (Unicode's stream-safe
# format allows as many). Ordering longer runs takes time quadratic in their
# length: 300,000 marks in turn took two and a half minutes.
_MOST_MARKS = 30
_LINE_END_OR_DROPPED = re.compile(f"{_LINE_ENDS.pattern}|{_DROPPED.pattern}")


def normalise(text: str) -> str:
    """Return the text in NFC with "\\n" line ends and without control and invisible characters.

    Lone surrogates become U+FFFD. Doing it twice changes nothing. Linear,
    and without a map of offsets: 50 MB take about a second. A text with a
    run of more than thirty combining marks, which is no writing but an
    attack, is left uncomposed.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _DROPPED.sub("", text)
    text = _LONE_SURROGATE.sub("\ufffd", text)
    return text if _overloaded(text) else unicodedata.normalize("NFC", text)


def normalise_with_map(text: str) -> tuple[str, list[int]]:
    """Return the normalised text and, for each of its characters, the offset it came from.

    A letter that was composed of several characters points at the first of
    them, so that the map is exact to the letter. The identity if nothing
    changed.
    """
    normalised = normalise(text)
    if normalised == text:
        return text, list(range(len(text)))
    kept, offsets = _without_dropped(text)
    if kept != normalised:
        kept, offsets = _composed(kept, offsets)
    return kept, offsets


def _without_dropped(text: str) -> tuple[str, list[int]]:
    """Return the text before composition, and where its characters stood."""
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _LINE_END_OR_DROPPED.finditer(text):
        pieces.append(text[at : match.start()])
        offsets.extend(range(at, match.start()))
        if _LINE_ENDS.fullmatch(match.group()):
            pieces.append("\n")
            offsets.append(match.start())
        at = match.end()
    pieces.append(text[at:])
    offsets.extend(range(at, len(text)))
    return _LONE_SURROGATE.sub("\ufffd", "".join(pieces)), offsets


def _composed(text: str, offsets: list[int]) -> tuple[str, list[int]]:
    """Compose one letter with all that may melt into it at a time, so that each result knows its letter."""
    pieces: list[str] = []
    composed_offsets: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and _melts(text[end]):
            end += 1
        cluster = unicodedata.normalize("NFC", text[at:end])
        pieces.append(cluster)
        # Where the letters of a cluster did not change in number they are
        # taken one to one; else the whole cluster points at its first.
        same = len(cluster) == end - at
        composed_offsets.extend(offsets[at:end] if same else [offsets[at]] * len(cluster))
        at = end
    return "".join(pieces), composed_offsets


def _overloaded(text: str) -> bool:
    """Return whether more than ``_MOST_MARKS`` combining marks follow each other anywhere."""
    if text.isascii():
        return False
    # A run that long covers one of these places; looking only there is
    # thirty times as fast as a search, of which 50 MB would take 20 s.
    for at in range(0, len(text), _MOST_MARKS + 1):
        if unicodedata.combining(text[at]):
            start, end = at, at + 1
            while start and at - start <= _MOST_MARKS and unicodedata.combining(text[start - 1]):
                start -= 1
            while end < len(text) and end - start <= _MOST_MARKS and unicodedata.combining(text[end]):
                end += 1
            if end - start > _MOST_MARKS:
                return True
    return False


def _melts(character: str) -> bool:
    """Return whether a character may become one with the character before it: marks, Korean and Kirat Rai vowels."""
    if character < "\u0300":
        return False
    return (
        unicodedata.category(character)[0] == "M"
        or "\u1161" <= character <= "\u11ff"
        or "\U00016d63" <= character <= "\U00016d6a"
    )
