"""Ships that bear the names of places, or names that look so: "the tanker Port Harcourt", "the ferry Dona Rosa", "USS Aden"."""

from __future__ import annotations

import re
from functools import lru_cache

from fogline.grounding.ship_names import SHIPS
from fogline.grounding.span_index import SpanIndex
from fogline.span import Span

__all__ = ["is_a_ships_name", "is_only_a_ship"]

_KIND = "|".join(sorted(SHIPS)).replace("ferry", "ferry|ferrie")
_NAME = r"[A-Z][\w’'-]*(?:(?: (?:of|de|da|do|del|al|el))* [A-Z0-9][\w’'-]*){0,3}"
# A name behind the word for its kind, or behind the letters that ships of a navy or a merchant fleet bear.
_SHIP = re.compile(
    rf"(?<!\bto )\b(?:{_KIND})s?,? [“\"‘']?(?P<told>{_NAME})|\b(?:USS|USNS|HMS|HMAS|HMCS|INS|ARA|RMS|MV|M/V) [“\"‘']?(?P<lettered>{_NAME})"
)
_ARTICLE = re.compile(r"\b[Tt]he [“\"‘']?\Z")


@lru_cache(maxsize=8)
def _ships(text: str) -> tuple[SpanIndex, SpanIndex, frozenset[str]]:
    """Return where a text names ships, the names with the words for their kind, and the names."""
    found = list(_SHIP.finditer(text))
    named = [Span(*m.span("told" if m["told"] else "lettered")) for m in found]
    return SpanIndex(named), SpanIndex(Span(m.start(), m.end()) for m in found), frozenset(s.of(text) for s in named)


def is_a_ships_name(text: str, span: Span) -> bool:
    """Tell whether words are a ship's name or part of it; named again, it bears an article, which towns do not."""
    named, _, names = _ships(text)
    if any(s.contains(span) for s in named.overlapping(span)):
        return True
    return span.of(text) in names and _ARTICLE.search(text, max(0, span.start - 6), span.start) is not None


def is_only_a_ship(text: str, phrase: Span) -> bool:
    """Tell whether a phrase is a ship's name alone, with or without the word for its kind."""
    _, phrases, _ = _ships(text)
    bare = Span(phrase.start + 4, phrase.end) if text[phrase.start : phrase.start + 4].casefold() == "the " else phrase
    return any(p.contains(bare) for p in phrases.overlapping(bare)) and any(c.isupper() for c in bare.of(text))
