"""The rules for times that lean on another and for lengths, in the order in which they are tried."""

from __future__ import annotations

from fogline.grounding.timex_lengths import bare_units, duration
from fogline.grounding.timex_relative import article, relative, single
from fogline.grounding.timex_repeated import repeated

RULES = (repeated, single, article, relative, duration, bare_units)
