"""Who holds a place, from when to when, on whose word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ControlState(StrEnum):
    HELD = "held"
    CONTESTED = "contested"
    BESIEGED = "besieged"
    UNKNOWN = "unknown"


class ControlLayer(StrEnum):
    """Two maps of one ground: what is claimed, and what that is worth."""

    ASSESSED = "assessed"  # by the printed rules; a side's own word for its gain takes no place
    CLAIMED = "claimed"  # everybody taken at their word, sides included


class ControlStanding(StrEnum):
    """Whether claims speak of the place itself."""

    DIRECT = "direct"
    AREA = "area"  # it lies in an area that is said to be held as a whole


@dataclass(frozen=True, slots=True)
class ControlAssessment:
    """A place's state over an interval of days; ``end`` None means until further notice.

    ``holder`` is the side that holds it (or did, while contested);
    ``claimants`` the sides that claim it. ``claimed_only`` is true where the
    change rests on nobody's word but that of sides in the fighting that gain by it, or are not hurt by it;
    ``against_interest`` where the side that loses by it says so itself.
    ``word_of`` are those who say so. ``reason`` is the printed rule.
    """

    place_key: str
    place_name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    state: ControlState
    holder: str | None
    claimants: tuple[str, ...]
    start: date
    end: date | None
    claim_ids: tuple[str, ...]
    claimed_only: bool
    reason: str
    layer: ControlLayer = ControlLayer.ASSESSED
    standing: ControlStanding = ControlStanding.DIRECT
    against_interest: bool = False
    word_of: tuple[str, ...] = ()
