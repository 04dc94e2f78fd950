"""How mentions of one sentence stand to each other: in a clause about another, behind its "who".

Only words are looked at here; whom they stand for plays no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from fogline.span import Span

# "Ada Byrne, who led the march from the port", "a panel set up by the council": who a mention is told by is another's doing.
_WHO = re.compile(r"\s*,?\s+(?:who|which|whose|whom)\b[^,.;:“”\"\n]*\s", re.IGNORECASE)
# What is led by somebody may be a meeting of theirs; only a body that is named, or told of between commas, is another than who leads it.
_LED = r"(?P<led>led|commanded|headed)"
_BY = (
    rf"(?:{_LED}|backed|supported|armed|funded|financed|trained|sponsored|founded|formed|created|set\s+up|established|convened|appointed"
    r"|installed|mandated)(?:\s+(?:and|or)\s+\w+)?\s+by"
)
_TOLD_BY = re.compile(
    rf"[^,.;:“”\"\n]*?(?P<comma>,)?\s+(?:(?:both|largely|partly|reportedly|heavily)\s+)?(?P<told>{_BY}|loyal\s+to|allied\s+(?:to|with))\b"
    r"[^,.;:“”\"\n]*\s",
    re.IGNORECASE,
)
# "Ada Byrne, the leader of the Lantern Front".
_OFFICE_OF = re.compile(r",\s+(?:the|an?|its|his|her|their)\s+[^,.;:“”\"\n]*\b(?:of|for)\s+(?:the\s+)?", re.IGNORECASE)
_NO_NAME = re.compile(r"(?:an?|his|her|its|their|some|many|several)\s", re.IGNORECASE)
_RELATIVE = frozenset(["who", "whom", "which"])
# "The Front, who": a comma and a blank or two, in characters.
_RIGHT_BEFORE = 4


def tells_who(inner: Span, outer: Span, trigger: Span, text: str) -> bool:
    """Tell whether a mention stands in words that only say who another is: "Iran" of "the Front, armed by Iran, attacked".

    Not where what happens is told in those very words: "the Front, which with the Lanterns attacked".
    """
    if inner.start < outer.end:
        return False
    if _WHO.fullmatch(text, outer.end, inner.start) is not None:
        return trigger.end <= outer.start or (inner.end <= trigger.start and "," in text[inner.end : trigger.start])
    told = _TOLD_BY.fullmatch(text, outer.start, inner.start)
    if told is not None:
        known = told["led"] is None or told["comma"] is not None or _named(outer, text)
        return told.end("told") >= outer.end and known
    return False


def of_whose_office(inner: Span, outer: Span, text: str) -> bool:
    """Tell whether a mention is of whom another is the head or a member: the Front of "Omar Harl, the leader of the Front"."""
    behind = inner.start >= outer.end and _OFFICE_OF.fullmatch(text, outer.end, inner.start) is not None
    return behind and _named(outer, text)


def _named(span: Span, text: str) -> bool:
    words = span.of(text)
    return words[:1].isupper() and _NO_NAME.match(words) is None


def whom_it_follows(span: Span, mentions: Iterable[Span], text: str) -> Span | None:
    """Return the mention that "who" or "which" stands for: the one right before it; None for other words and where none is."""
    if span.of(text).casefold() not in _RELATIVE:
        return None
    # Far ones are left out by their offsets: a stretch of a long text is not copied for each.
    near = (s for s in mentions if 0 <= span.start - s.end <= _RIGHT_BEFORE)
    before = (s for s in near if text[s.end : span.start].strip() in ("", ","))
    return max(before, key=lambda s: s.end, default=None)


SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s|\n")


def in_one_sentence(first: Span, second: Span, text: str) -> bool:
    """Tell whether no sentence ends between two mentions."""
    return SENTENCE_END.search(text, min(first.end, second.end), max(first.start, second.start)) is None
