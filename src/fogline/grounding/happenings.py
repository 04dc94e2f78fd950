"""Nouns by which a report comes back to an attack or a fight that it has told: "the strike", "two days after the clashes"."""

from __future__ import annotations

__all__ = ["HAPPENING"]

# A regular expression for one such noun, to be set between words.
HAPPENING = (
    r"(?:\w*strikes?|attacks?|raids?|bombs?|bombings?|blasts?|explosions?|shells?|shelling|bombardments?|ambush(?:es)?|assaults?"
    r"|shootings?|killings?|massacres?|clash(?:es)?|incidents?)"
)
