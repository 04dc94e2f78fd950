"""What the words beside a place's name call it: "Tolom camp", "the town of Orvat", "the prison in Orvat", "on the Tolom plateau"."""

from __future__ import annotations

import re

from fogline.span import Span

__all__ = ["goes_on_as_a_site", "is_called", "is_called_a_town", "is_its_site", "is_no_town", "is_of_a_street", "stands_in"]


def is_called(text: str, name: Span, head: str) -> bool:
    """Tell whether a name stands with a noun that says what it is: "al-Hawl camp", "the town of Azaz", "Idlib, the last province"."""
    if re.match(
        rf"(?:['’]s)?[ -](?:[\w-]+ )?{head}s?\b|, (?:a|an|the) (?:[\w-]+ ){{0,4}}{head}\b",
        text[name.end : name.end + 60],
        re.IGNORECASE,
    ):
        return True
    return (
        re.search(rf"\b{head}s?(?: of)?(?: called| named)? \Z", text[max(0, name.start - 30) : name.start], re.IGNORECASE)
        is not None
    )


def is_its_site(text: str, name: Span, head: str) -> bool:
    """Tell whether a name says where a site is: "the prison in Orvat", "Orvat's main prison"."""
    behind = re.match(rf"(?:['’]s)? (?:[\w-]+ ){{0,2}}{head}\b", text[name.end : name.end + 50], re.IGNORECASE)
    before = rf"\b{head} (?:in|at|of|near|outside) (?:the (?:[\w-]+ )?(?:city|town|village) of )?\Z"
    return behind is not None or re.search(before, text[max(0, name.start - 60) : name.start], re.IGNORECASE) is not None


# What a name may be a part of: "at the Sani Tolom Specialist Hospital", "on the Tolom plateau" tell of no town called Tolom.
_GOES_ON = re.compile(
    r" (?:[A-Z]|(?:hospital|school|mosque|church|bridge|barracks|road|street|avenue|square|junction|roundabout|plateau|valley|ridge|river|creek"
    r"|heights|hills?|mountains?|peninsula|salient)\b)"
)
_AT = re.compile(r"\b(?:in|at|on|into|outside) (?:the )?\Z", re.IGNORECASE)


def goes_on_as_a_site(text: str, name: Span) -> bool:
    """Tell whether a name is only the first part of what a facility or a feature of the land is called."""
    return _GOES_ON.match(text, name.end) is not None


def stands_in(text: str, name: Span) -> bool:
    """Tell whether a name is told as where something is: "at Orvat", "into Orvat"."""
    return _AT.search(text, max(0, name.start - 12), name.start) is not None


# What a town and its sites are not in: streets on no map, and other sites.
_NO_TOWN = re.compile(
    r"\b(?:camp|village|hospital|prison|airport|street|road|avenue|square|hotel|bridge|mosque|church|university|boulevard|lane|creek|checkpoint"
    r"|roundabout|stadium)\b",
    re.IGNORECASE,
)
_STREET = re.compile(r"\b(?:street|road|avenue|square|boulevard|lane|creek|bridge|checkpoint|roundabout)\Z", re.IGNORECASE)


def is_no_town(called: str) -> bool:
    """Tell whether what a place is called says that it is a site or a street of some town."""
    return _NO_TOWN.search(called) is not None


def is_of_a_street(called: str) -> bool:
    """Tell whether what a place is called says that it is a way or a crossing, in which no hospital and no port is."""
    return _STREET.search(called) is not None


_CALLED_A_TOWN = re.compile(
    r"(?:['’]s)? (?:[\w-]+ )?(?:village|hamlet|town|camp|settlement)s?\b|, (?:a|an|the) (?:[\w-]+ ){0,4}(?:village|hamlet|town|camp|settlement)\b"
)
_TOWN_CALLED = re.compile(r"\b(?:village|hamlet|town|camp|settlement)s?(?: of)?(?: called| named)? \Z", re.IGNORECASE)


def is_called_a_town(text: str, name: Span) -> bool:
    return (
        _CALLED_A_TOWN.match(text, name.end) is not None
        or _TOWN_CALLED.search(text, max(0, name.start - 30), name.start) is not None
    )
