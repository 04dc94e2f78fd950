"""Names that head an item or a section of a digest: what stands under "West Kordofan" or behind "3. TRAVNIK." is told of there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from fogline.span import Span

__all__ = ["Heading", "Headings", "headings"]

_NAME = r"[A-Z][\w'’-]+(?:[ ](?:al-)?[A-Z][\w'’-]+){0,3}"
_BULLET = r"[•▪●◦*–—-][ \t]"
# "3. TRAVNIK. …", "KHERSON: …", "• Kherson region: …", "#Rakhine: …", "TRAVNIK. …" or "TRAVNIK - …" of news in brief, and a line
# of its own above bullets. Behind a number or a bullet small letters do; elsewhere "Kyiv: …" is who speaks.
_HEADING = re.compile(
    rf"""^[ \t]*(?:
        (?:\(?\d{{1,2}}[.)]|{_BULLET})[ \t]*(?:(?P<shouted>[A-Z][A-Z'’-]+(?:\ [A-Z][A-Z'’-]+){{0,2}})[.:]|(?P<item>{_NAME})(?:\ (?:region|oblast|province|state|governorate))?:)[ \t]
        |(?P<bare>[A-Z][A-Z'’-]+(?:\ [A-Z][A-Z'’-]+){{0,2}}):[ \t]
        |\#(?P<tag>[A-Z]\w+):?[ \t]
        |(?P<brief>[A-Z][A-Z'’-]+(?:\ [A-Z][A-Z'’-]+){{0,2}})(?:\.|(?:,\ [A-Z]\w+)?\ ?[–—-]{{1,2}})[ \t](?=["“]?[A-Z])
        |(?P<line>{_NAME})(?:\ (?:region|oblast|province|state|governorate))?:?[ \t]*(?=\n[ \t]*{_BULLET})
    )""",
    re.MULTILINE | re.VERBOSE,
)
_UNDER_A_LINE = re.compile(rf"(?:\n[ \t]*(?:{_BULLET}[^\n]*)?)*")
_PARAGRAPH = re.compile(r"\n[ \t]*\n|\Z")
# Fewer are a dateline or a byline: "MOSCOW: …" governs no report.
_FEWEST = 2
_FEWEST_BRIEFS = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with what stands under it; ``span`` is what may be a place's name, and is none of "GENERAL"."""

    span: Span
    scope: Span


@lru_cache(maxsize=16)
def headings(text: str) -> tuple[Heading, ...]:
    """Return what heads an item or a section in a text, place or not, in order."""
    found = []
    matches = list(_HEADING.finditer(text))
    if len({m["brief"] for m in matches if m["brief"]}) < _FEWEST_BRIEFS:
        matches = [m for m in matches if not m["brief"]]
    for n, match in enumerate(matches):
        kind = match.lastgroup or "line"
        if kind == "line":
            behind = _UNDER_A_LINE.match(text, match.end())
            end = behind.end() if behind else match.end()
        else:
            paragraph = _PARAGRAPH.search(text, match.end())
            end = paragraph.start() if paragraph else len(text)
            end = min(end, matches[n + 1].start()) if n + 1 < len(matches) else end
        found.append(Heading(Span(*match.span(kind)), Span(match.start(), max(end, match.end()))))
    return tuple(found)


class Headings:
    """The headings of one text that name a place, asked for by what stands under them; none where fewer than two do."""

    def __init__(self, text: str, is_place: Callable[[Span], bool]) -> None:
        places = [h for h in headings(text) if is_place(h.span)]
        self.places: Sequence[Heading] = places if len(places) >= _FEWEST else ()
        self._starts = [h.scope.start for h in self.places]

    def over(self, span: Span) -> Heading | None:
        """Return the heading that a stretch of text stands under."""
        n = bisect_right(self._starts, span.start)
        if not n or not self.places[n - 1].scope.contains(span) or self.places[n - 1].span.overlap(span):
            return None
        return self.places[n - 1]
