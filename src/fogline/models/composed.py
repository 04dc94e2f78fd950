"""Reads the reports composed for training: our own prose, with its claims marked beneath it.

The corpora that are annotated in our codebook tell mostly of one war. The
composed reports (``reference/composed/*.txt``) add other wars, rare types
and other manners of telling. They are fiction in the words of the news: no
statement in them is evidence of anything.

A file holds reports one after the other::

    @ 2023-04-18 | Sudan
    Shells hit the market of Orvat on Tuesday, killing at least 12 people, a doctor said.

    - shelling | t=hit | q=Shells … 12 people | a=Shells | g=the market of Orvat | p=Orvat | d=on Tuesday | c=at least 12 people:killed | o=a doctor

``- TYPE [MODALITY]`` (actual where none is given), then fields: ``t`` trigger, ``q`` quote (exact, or its first and last words around "…"), ``a``
actors, ``g`` targets, ``p`` place, ``d`` time, ``c`` counts as words:what, ``o`` origin, ``h`` hedge, ``m`` medium, ``e`` evidence, ``v`` the
report's word on verification. Several values are parted by ";". A phrase that stands more than once means the occurrence nearest to the quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from fogline.errors import FoglineError
from fogline.models.marked import MarkedClaim, MarkedText
from fogline.reading.labels import COUNTS, MODALITIES, TYPES, VERIFICATIONS
from fogline.span import Span

FIELDS = {"a": "actor", "g": "target", "p": "place", "d": "time", "o": "origin", "h": "hedge", "m": "medium", "e": "evidence"}


def composed_reports(path: Path) -> Iterator[MarkedText]:
    """Yield the reports of a file. Raises FoglineError with file, line and reason for what cannot be read."""
    header: tuple[str, str] | None = None
    prose: list[str] = []
    marks: list[tuple[int, str]] = []
    number = 0

    def finished() -> MarkedText:
        assert header is not None
        text = "\n".join(prose).strip()
        claims = tuple(read_mark(text, mark, f"{path.name}:{line}") for line, mark in marks)
        return MarkedText(f"{path.stem}-{number}", "composed", text, claims, *header)

    for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        if line.startswith("@"):
            if header:
                yield finished()
            date, _, theme = line[1:].partition("|")
            header, prose, marks, number = (date.strip(), theme.strip()), [], [], number + 1
        elif line.startswith("- "):
            marks.append((at, line[2:]))
        elif header:
            prose.append(line.rstrip())
    if header:
        yield finished()


def read_mark(text: str, mark: str, where: str, within: Span | None = None) -> MarkedClaim:
    """Return the claim that a line of marks means in a text, or in a stretch of it.

    Raises FoglineError, with ``where`` before the reason, for what cannot be read.
    """
    bounds = within or Span(0, len(text))
    head, *rest = (part.strip() for part in mark.split(" | "))
    kind, _, modality = head.partition(" ")
    modality = modality.strip() or "actual"
    if kind not in TYPES:
        raise FoglineError(f"{where}: {kind!r} is not a claim type.")
    if modality not in MODALITIES:
        raise FoglineError(f"{where}: {modality!r} is not a modality.")
    given: dict[str, str] = {}
    for part in rest:
        key, _, value = part.partition("=")
        if key not in {*FIELDS, "t", "q", "c", "v"} or not value.strip():
            raise FoglineError(f"{where}: {part!r} is not KEY=VALUE with a known key.")
        if key in given:
            raise FoglineError(f"{where}: {key}= stands twice.")
        given[key] = value.strip()
    if "t" not in given or "q" not in given:
        raise FoglineError(f"{where}: a claim needs t= and q=.")
    quote = _quote(text, given["q"], where, bounds)
    at = _nearest(text, given["t"], quote, where, bounds)
    if not (quote.start <= at.start and at.end <= quote.end):
        raise FoglineError(f"{where}: the trigger {given['t']!r} does not stand in its quote.")
    roles = {
        FIELDS[key]: tuple(_nearest(text, phrase.strip(), quote, where, bounds) for phrase in value.split(";"))
        for key, value in given.items()
        if key in FIELDS
    }
    counts = []
    for entry in filter(None, (e.strip() for e in given.get("c", "").split(";"))):
        words, _, what = entry.rpartition(":")
        if what not in COUNTS:
            raise FoglineError(f"{where}: {entry!r} is not WORDS:WHAT with what one of {', '.join(COUNTS)}.")
        counts.append((_nearest(text, words.strip(), quote, where, bounds), what))
    verification = given.get("v", "none")
    if verification not in VERIFICATIONS:
        raise FoglineError(f"{where}: {verification!r} is not one of {', '.join(VERIFICATIONS)}.")
    return MarkedClaim(kind, modality, at, quote, roles, tuple(counts), verification, "origin" in roles)


def _quote(text: str, given: str, where: str, bounds: Span) -> Span:
    first, gap, last = (part.strip() for part in given.partition("…"))
    if not gap:
        return _nearest(text, first, None, where, bounds)
    begin = _nearest(text, first, None, where, bounds)
    found = re.compile(_pattern(last)).search(text, begin.end, bounds.end)
    if not found:
        raise FoglineError(f"{where}: the end {last!r} of the quote is not found after {first!r}.")
    return Span(begin.start, found.end())


def _pattern(phrase: str) -> str:
    left = r"(?<!\w)" if phrase[:1].isalnum() else ""
    right = r"(?!\w)" if phrase[-1:].isalnum() else ""
    return left + r"\s+".join(map(re.escape, phrase.split())) + right


def _nearest(text: str, phrase: str, quote: Span | None, where: str, bounds: Span) -> Span:
    """Return the occurrence of a phrase (whole words) within or nearest to the quote; the first where there is no quote."""
    spans = [Span(*m.span()) for m in re.compile(_pattern(phrase)).finditer(text, bounds.start, bounds.end)]
    if not spans:
        raise FoglineError(f"{where}: {phrase!r} does not stand in the report.")
    if quote is None:
        return spans[0]
    return min(spans, key=lambda s: 0 if quote.start <= s.start and s.end <= quote.end else s.distance(quote) + 1)


def main() -> None:
    """Check files and say how many reports and claims they hold."""
    import sys
    from collections import Counter

    types: Counter[str] = Counter()
    reports = 0
    for name in sys.argv[1:]:
        for report in composed_reports(Path(name)):
            reports += 1
            types.update(c.type for c in report.claims)
    print(f"{reports} reports, {sum(types.values())} claims: {dict(types.most_common())}")


if __name__ == "__main__":
    main()
