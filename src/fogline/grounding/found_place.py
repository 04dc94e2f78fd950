"""A place found for an event with the words that state it, and what is added to its reason on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from fogline.grounding.grounding import GroundedPlace
from fogline.grounding.place_choice import Options, by_place
from fogline.span import Span

# The span are the words that state the place, if any do; None where nothing says where an event happened.
Found = tuple[GroundedPlace, Span | None] | None


def with_reason(place: GroundedPlace, how: str) -> GroundedPlace:
    """Return a place with how it was taken added to its reason."""
    return replace(place, reason=f"{place.reason.rstrip('.')}; {how}.")


def weighed_reason(
    place: GroundedPlace,
    share: float,
    options: Options,
    shares: NDArray[np.float64],
    chosen: int,
    places: Mapping[Span, GroundedPlace],
) -> GroundedPlace:
    """Add to a place's reason how surely it was taken, and what else the event's place could have been."""
    others = {k: v for k, v in by_place(options, shares).items() if k != options.keys[chosen]}
    rival = max(others, key=lambda k: (others[k], str(k)), default=None)
    spelled = {options.keys[n]: places[c.span].name for n, c in enumerate(options.choices) if c.kind == "name" and c.span}
    said = f"Taken as the event's place with weight {share:.2f}"
    if rival is not None and others[rival] >= 0.05:
        name = {"none": "no place at all", "country": "the country", "description": "the description"}.get(
            rival[0], spelled.get(rival, rival[0])
        )
        said += f"; next: {name}, {others[rival]:.2f}"
    return replace(place, reason=f"{place.reason.rstrip('.')}. {said}.")
