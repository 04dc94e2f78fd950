"""Figures of a toll: what a bare number is told of, and which figure no longer stands."""

from __future__ import annotations

import re

from fogline.grounding.counted_noun import noun_behind
from fogline.grounding.number import CARDINALS, RISING, Number, Token
from fogline.grounding.phrase_words import TIME_UNITS
from fogline.grounding.quantity_evidence import befell, event_of
from fogline.grounding.victims import single_victims
from fogline.grounding.word_lists import word_set

# What figures of people stand for, by a word for the figure or by one for those who came to harm.
FIGURES = word_set("toll tolls number figure figures total losses casualties")
HARMED = word_set("dead wounded injured missing")
TOLLS = FIGURES | HARMED
# What makes a figure of the number behind "at".
PUT_AT = word_set("put puts putting stood stand stands standing stay stayed remain remained estimated")


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


def is_of_a_longer_time(text: str, words: list[Token], number: Number, what: str, counted: list[Number]) -> bool:
    """Tell whether a number is what the dead of a war, a year or an army have come to, told beside those of the day.

    The 525 of "16 more were killed, which brought its losses to 525". A toll
    of which no longer time is told may be that of the happening ("two of the
    wounded died, bringing the toll to 12"), and a number that stands alone
    is the only one there is: both are kept.
    """
    verb = _brought_to(words, number)
    if verb is None:
        return False
    before = [n for n in counted if n.last <= verb]
    if any(befell(words, n.first, noun_behind(words, n)[1], counted) == what for n in before):
        return True
    return any(last <= verb and suffered == what for _, last, suffered in single_victims(text, words))


def _brought_to(words: list[Token], number: Number) -> int | None:
    """Return the verb that brings a figure of a longer time to a number, if one does: "bringing to 40 the number killed this year"."""
    verb = next((k for k in range(number.first - 1, max(-1, number.first - 20), -1) if words[k].word in _BRINGING), None)
    if verb is None or words[number.first - 1].word != "to":
        return None
    stop = next((k for k in range(number.last, len(words)) if words[k].word in (".", ";", ",")), len(words))
    told = [w.word for w in words[verb + 1 : number.first] + words[number.last : min(stop, number.last + 14)]]
    if any(w in (".", ";") for w in told) or not any(w in TOLLS for w in told):
        return None
    return verb if any(w in _LONGER for w in told) or _OVER_A_TIME.search(" ".join(told)) is not None else None


_BRINGING = word_set(
    "bring brings brought bringing raise raises raised raising take takes took taking push pushes pushed pushing lift lifted lifting"
)
_LONGER = word_set("losses since war conflict uprising insurgency unrest crisis invasion intifada")
# "This year", "in 24 hours", but not "two weeks ago" and "in this week's raid".
_OVER_A_TIME = re.compile(
    rf"\b(?:this|(?:the )?(?:past|previous)|the last|in|over|within|during) (?:\w+ ){{0,3}}(?:{'|'.join(sorted(TIME_UNITS))})\b"
    r"(?! (?:later|ago|after|earlier|before|['’]))"
)


def is_former(text: str, start: int) -> bool:
    """Tell whether what begins at ``start`` is a figure that no longer stands: "risen to 80, up from 74", "rose to 45 from 38"."""
    return _UP_FROM.search(text, max(0, start - 60), start) is not None


_UP_FROM = re.compile(
    rf"\b(?:up|down|(?:{'|'.join(sorted(RISING))})(?: \w+)? to [^.;]{{0,12}}\d[\d,]*(?: \w+){{0,2}}) from "
    r"(?:(?:at least|about|around|some|nearly|an earlier|the) )?\Z",
    re.IGNORECASE,
)
