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


@dataclass(frozen=True, slots=True)
class ControlAssessment:
    """A place's state over an interval of days; ``end`` None means until further notice.

    ``holder`` is the side that holds it (or did, while contested);
    ``claimants`` the sides that claim it. ``claimed_only`` is true where the
    change rests on nobody's word but that of a party that gains by it.
    ``reason`` is the printed rule.
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
