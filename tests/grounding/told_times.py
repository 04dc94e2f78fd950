"""The time expressions of a small text, with what they say."""

from __future__ import annotations

from datetime import date

from fogline.grounding.timex import find_timexes

THURSDAY = date(2018, 12, 13)


def read(text: str, anchor: date | None = THURSDAY) -> list[tuple[str, str, str | None]]:
    return [(t.span.of(text), t.type, t.value) for t in find_timexes(text, anchor)]
