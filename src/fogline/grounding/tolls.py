"""Figures of a toll: what a bare number is told of, and which figure no longer stands."""

from __future__ import annotations

import re

from fogline.grounding.number import CARDINALS, RISING, Number, Token
from fogline.grounding.quantity_evidence import event_of


def told_of(words: list[Token], number: Number) -> str | None:
    """Read what a bare number is told of: "raised the death toll to 61", "the number of those who died … rose to 90"."""
    behind = [w.word for w in words[number.last : number.last + 10]]
    if behind[:2] == ["the", "number"]:
        return next((what for w in behind[2:] if w not in ("toll",) and (what := event_of(w)) is not None), None)
    before = [w.word for w in words[max(0, number.first - 20) : number.first]]
    if before[-1:] not in (["of"], ["to"], ["at"]) or event_of(behind[0] if behind else "") is not None:
        return None
    for i in range(len(before) - 1, -1, -1):
        if before[i] in (".", ";"):
            return None
        if before[i] == "toll":
            return "killed"
        if before[i : i + 2] == ["number", "of"]:
            return next((what for w in before[i + 2 :] if (what := event_of(w)) is not None), None)
        if before[i] in ("wounded", "injured", "missing", "displaced", "detained", "dead") and before[i - 1 : i] in (
            ["the"],
            ["of"],
        ):
            return event_of(before[i])
    return None


def is_earlier_figure(words: list[Token], number: Number) -> bool:
    """Tell whether a number is what a toll stood at before: the 19 of "rose from 19 to 27", and of "27, up from 19"."""
    if number.first < 2 or words[number.first - 1].word != "from":
        return False
    if words[number.first - 2].word in ("up", "down"):
        return True
    before = [w.word for w in words[max(0, number.first - 9) : number.first - 1]]
    to = next((k for k in range(len(before) - 1, -1, -1) if before[k] == "to"), None)
    if to is not None and any(w[0].isdigit() or w in CARDINALS for w in before[to:]):
        return any(w in RISING for w in before[:to])  # "rose to 45 from 38"
    risen = any(w in RISING for w in before[-5:])
    behind = [w.word for w in words[number.last : number.last + 4]]
    return risen and "to" in behind


def is_former(text: str, start: int) -> bool:
    """Tell whether what begins at ``start`` is a figure that no longer stands: "risen to 80, up from 74", "rose to 45 from 38"."""
    return _UP_FROM.search(text, max(0, start - 60), start) is not None


_UP_FROM = re.compile(
    rf"\b(?:up|down|(?:{'|'.join(sorted(RISING))})(?: \w+)? to [^.;]{{0,12}}\d[\d,]*(?: \w+){{0,2}}) from "
    r"(?:(?:at least|about|around|some|nearly|an earlier|the) )?\Z",
    re.IGNORECASE,
)
