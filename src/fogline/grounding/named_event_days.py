"""The day of something told before that a phrase names: "on the day of the Port Alba bombing"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.grounding.grounding import DateBasis, GroundedTime
from fogline.grounding.happenings import HAPPENING
from fogline.grounding.stretch import stretch_of
from fogline.grounding.timex import Timex
from fogline.grounding.timex_story import SENTENCE_END
from fogline.span import Span

__all__ = ["day_of_named_event"]


def day_of_named_event(text: str, span: Span, days_before: Sequence[Timex]) -> GroundedTime | None:
    """Return the day told last in a sentence about the thing that "the day of the …" names; None where none was told with it.

    ``days_before`` are the days told before the words, the nearest last. All
    names in the phrase must stand beside the day too.
    """
    match = _THE_DAY_OF.search(text, max(0, span.start - 1), min(len(text), span.end + _NAME_WIDTH))
    if match is None or match.start() >= span.end or match.end() < span.end:
        return None
    stem = match["noun"].lower()[:5]
    names = [word for word in match["name"].split() if word[0].isupper()] if match["name"] else []
    for timex in reversed(days_before):
        earliest, latest = max(0, timex.span.start - _BESIDE), min(timex.span.end + _BESIDE, match.start())
        before = SENTENCE_END.split(text[earliest : timex.span.start])[-1]
        beside = before + SENTENCE_END.split(text[timex.span.start : latest])[0]
        if stem not in beside.lower() or not all(name in beside for name in names):
            continue
        days = stretch_of(timex, timex.span.of(text).lower())
        if days is None or days.start is None or days.start != days.end:
            continue
        why = f"“{match[0]}”: “{timex.span.of(text)}”, told with it before."
        return GroundedTime(days.start, days.end, 1, DateBasis.RESOLVED, why)
    return None


_THE_DAY_OF = re.compile(
    r"\bthe (?:same )?(?:day|morning|afternoon|evening|night) of the (?:(?P<name>(?:[\w’'-]+ ){1,3}))?"
    rf"(?P<noun>{HAPPENING}|coup|battle|offensive|crackdown|fire|protests?|vote|election)\b",
    re.IGNORECASE,
)
# How far from the day its event may be named, and how much of the name may stand behind what the reader marked, in characters.
_BESIDE, _NAME_WIDTH = 120, 60
