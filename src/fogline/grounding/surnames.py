"""The surnames that a text gives to people: "Kirune has been in hiding" tells of nobody's town."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["surnames"]

# "Rebel leader Ada Kirune", "Mr Kirune": behind these words and a name stands a person.
_PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Gen|Col|leader|commander|president|minister|chief|spokesman|spokeswoman|General|Colonel|Captain|President|Minister)"
    r"(?:\.? (?:[A-Z][\w’'-]+ ){0,2}?|, (?:[A-Z][\w’'-]+ ){1,2}?)(?=([A-Z][^\W\d_]+)\b(?! [A-Z]))"
)
_AT_A_PLACE = re.compile(r"\b(?:in|at|near|from|to|into|around|outside|towards?|of) (?:the )?([A-Z][^\W\d_]+)\b")


@lru_cache(maxsize=8)
def surnames(text: str) -> frozenset[str]:
    """Return the surnames of those whom a text introduces, but for those that it names as a place too."""
    introduced = {m.group(1) for m in _PERSON.finditer(text)}
    return frozenset(introduced - {m.group(1) for m in _AT_A_PLACE.finditer(text)}) if introduced else frozenset()
