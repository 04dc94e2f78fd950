"""A text with the claims marked in it, whoever marked them: what the reader's claim heads learn from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fogline.span import Span


@dataclass(frozen=True)
class MarkedClaim:
    """One marked claim; ``roles`` by the reader's role names, ``counts`` with what each counts.

    ``attributed``: whether somebody else than the outlet speaks. It may be so
    though nobody's words stand in the text for it.
    """

    type: str
    modality: str
    trigger: Span
    quote: Span
    roles: Mapping[str, tuple[Span, ...]]
    counts: tuple[tuple[Span, str], ...] = ()
    verification: str = "none"
    attributed: bool = False


@dataclass(frozen=True)
class MarkedText:
    """One text with its claims. ``part``: the stretch of it that was read, if not all; every claim lies in it."""

    id: str
    corpus: str
    text: str
    claims: tuple[MarkedClaim, ...] = ()
    date: str = ""
    theme: str = ""
    part: Span | None = field(default=None)
