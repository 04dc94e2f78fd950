"""Names that a report has in full elsewhere: "San Maro" beside "San Maro del Orvat" is that town, and no other San Maro."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.grounding.ranking import Name

__all__ = ["as_in_full"]

# What a longer name goes on with behind its short form.
_GOES_ON = (" de ", " del ")


def as_in_full(names: Sequence[Name]) -> list[Name]:
    """Return names, a short form with the places of the one longer name that the report has of it.

    Where the longer one is on no map the short one is too. A capital and a country are called by less than their full names everywhere.
    """
    out: list[Name] = []
    for name in names:
        longer = [other for other in names if other.key.startswith(tuple(name.key + more for more in _GOES_ON))]
        known = any(c.feature == "country" or c.code == "PPLC" for c in name.lookup.candidates)
        alike = len(longer) == 1 and not known and not longer[0].lookup.site and not name.lookup.site
        out.append(replace(name, lookup=longer[0].lookup) if alike else name)
    return out
