"""The quotations of a text, and who speaks them: "“Shoot him,” the general said" is the general's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from fogline.grounding.entity import Entities, Entity
from fogline.grounding.saying import SAYING
from fogline.reading.reading import Role
from fogline.span import Span

__all__ = ["Quotations", "quotation_at", "quotations_of"]

# A quotation ends with its paragraph if nobody closed it.
_QUOTATION = re.compile(r"“[^”\n]*(?:”|$|\n)|\"[^\"\n]*(?:\"|$|\n)", re.MULTILINE)
# What stands between a quotation and whoever speaks it, behind it and before it.
_TO_SPEAKER = re.compile(rf"[,.]?\s*(?:(?:{SAYING.pattern}|(?:recalled|according to)\b)\s+)?")
_FROM_SPEAKER = re.compile(r"[^“”\"\n]{0,120}")
_SENTENCE_END = re.compile(r"[.!?]\s")


# A report is asked for one mention after the other.
@lru_cache(maxsize=16)
def quotations_of(text: str) -> tuple[Span, ...]:
    """Return the quotations of a text in order, their marks with them."""
    return tuple(Span(m.start(), m.end()) for m in _QUOTATION.finditer(text))


def quotation_at(text: str, at: int) -> int:
    """Return which quotation of a text an offset lies in, counted from 0; -1 if in none."""
    spans = quotations_of(text)
    n = bisect_right(spans, at, key=lambda q: q.start) - 1
    return n if n >= 0 and at < spans[n].end else -1


class Quotations:
    """The quotations of one report, numbered in text order; ``entities`` are those whom it has named so far."""

    def __init__(self, text: str, entities: Entities) -> None:
        self.text, self.entities = text, entities
        self.spans = quotations_of(text)

    def around(self, at: int) -> int:
        """Return which quotation an offset lies in, -1 if in none."""
        return quotation_at(self.text, at)

    def spoken_by(self, span: Span) -> int:
        """Return which quotation ends right before a mention of its speaker: "“…,” she says"; -1 if none does."""
        n = bisect_left(self.spans, span.start, key=lambda q: q.start) - 1
        if n < 0 or not self.spans[n].end <= span.start <= self.spans[n].end + 20:
            return -1
        return n if _TO_SPEAKER.fullmatch(self.text, self.spans[n].end, span.start) else -1

    def speaker(self, at: int) -> Entity | None:
        """Return who speaks the quotation around an offset: named right behind it, else before it with a verb of saying."""
        n = self.around(at)
        return next(self._speakers(n), None) if n >= 0 else None

    def may_speak(self, at: int) -> Entity | None:
        """Return who speaks the quotation around an offset, where no name stands beside it the source that was named last."""
        n = self.around(at)
        if n < 0:
            return None
        return next(self._speakers(n), None) or next(
            (e for e in self.entities.earlier(self.spans[n], 1) if e.role is Role.ORIGIN and self.around(e.span.start) < 0), None
        )

    def _speakers(self, n: int) -> Iterator[Entity]:
        quote, told = self.spans[n], self.entities.told
        first = bisect_left(self.entities.starts, quote.end)
        yield from (e for e in told[first : first + 2] if e.role is Role.ORIGIN and self.spoken_by(e.span) == n)
        for entity in self.entities.earlier(quote, 0):
            between = _FROM_SPEAKER.fullmatch(self.text, entity.span.end, quote.start)
            same = entity.role is Role.ORIGIN and between is not None and not _SENTENCE_END.search(between.group())
            if same and SAYING.match(self.text, entity.span.end):
                yield entity
