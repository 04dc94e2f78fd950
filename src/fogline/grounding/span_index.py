"""Which of many spans overlap a given one, found without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from fogline.span import Span


class SpanIndex:
    """Spans kept in order of their starts. A question costs a search by halves and a look at the spans that answer it.

    A text of 200,000 characters has thousands of names, sentences and events: whatever asks each of these about each of
    those takes minutes.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans)
        self._starts = [s.start for s in self.spans]
        # The furthest end so far: where it lies before a span, nothing further back reaches into that span.
        self._reach = list(accumulate((s.end for s in self.spans), max))

    def overlapping(self, span: Span) -> list[Span]:
        """Return the spans that share a character with ``span``, in order."""
        n = bisect_left(self._starts, span.end)
        out = []
        while n and self._reach[n - 1] > span.start:
            n -= 1
            if self.spans[n].end > span.start:
                out.append(self.spans[n])
        return out[::-1]

    def touches(self, span: Span) -> bool:
        """Tell whether any span shares a character with ``span``."""
        n = bisect_left(self._starts, span.end)
        return n > 0 and self._reach[n - 1] > span.start

    def first(self, span: Span) -> Span | None:
        """Return the first span that shares a character with ``span``."""
        return next(iter(self.overlapping(span)), None)
