"""Items of a list: a digest, a situation report or a bulletin tells other news in each."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

# What an item opens with: a number, a time of day or a tag; or a bullet.
_NUMBERED = re.compile(r"^[ \t]*(?:\(?\d{1,2}[.)][ \t]|\d{1,2}[:.h]\d{2}\b|#\w+\s*:)", re.MULTILINE)
_BULLETED = re.compile(r"^[ \t]*[-–—•*▪●·][ \t]+(?=\S)", re.MULTILINE)


# A report's claims are asked for one after the other.
@lru_cache(maxsize=64)
def items_of(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the items of a text's list begin and end, in order; () where fewer than two of a kind stand in it.

    A numbered or timed item goes on to the next one; behind a bullet stands
    a paragraph, and what follows it without one is no item.
    """
    numbered = [m.start() for m in _NUMBERED.finditer(text)]
    if len(numbered) > 1:
        return tuple(zip(numbered, [*numbered[1:], len(text)], strict=True))
    bullets = [m.start() for m in _BULLETED.finditer(text)]
    if len(bullets) < 2:
        return ()
    ends = [end if (end := text.find("\n", start)) >= 0 else len(text) for start in bullets]
    return tuple(zip(bullets, ends, strict=True))


def item_at(text: str, position: int) -> int | None:
    """Return the number of the list item that a position of a text stands in, None if it stands in none."""
    items = items_of(text)
    n = bisect_right(items, position, key=lambda item: item[0]) - 1
    return n if n >= 0 and position < items[n][1] else None
