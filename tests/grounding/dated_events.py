"""The days of one event told in a small text, in a report of a Thursday in December 2018."""

from __future__ import annotations

from datetime import date

from fogline.grounding.grounding import GroundedTime
from fogline.grounding.interval import event_time
from fogline.reading.reading import Modality
from fogline.span import Span

REPORT = date(2018, 12, 13)  # a Thursday


def when(
    text: str,
    words: str | None,
    trigger: str,
    *,
    published: date | None = REPORT,
    modality: Modality = Modality.ACTUAL,
    type: str = "armed-clash",
    cue: str | None = None,
    sentence: str | None = None,
) -> GroundedTime:
    """Return the time of an event, told in ``sentence`` if that is less than the whole text."""

    def span(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    found = event_time(
        text,
        span(words) if words else None,
        span(trigger),
        span(sentence) if sentence else Span(0, len(text)),
        published_on=published,
        modality=modality,
        claim_type=type,
        cue_spans=[span(cue)] if cue else (),
    )
    assert found is not None
    return found
