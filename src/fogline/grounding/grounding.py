"""What mentions stand for: which actor, where, when, how many, each with its basis and candidates.

Nothing here defaults in silence. A value that was assumed says how
(``basis``); one that is not known is ``None``, which is a valid answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol


class ActorKind(StrEnum):
    """Who a voice or actor is, as the codebook's ``origin.kind`` names it."""

    PARTY = "party"
    GOVERNMENT = "government"
    MONITOR = "monitor"
    UN = "un"
    AID = "aid"
    MEDIA = "media"
    WITNESS = "witness"
    OFFICIAL_ANONYMOUS = "official-anonymous"
    EXPERT = "expert"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class GroundedActor:
    """An actor mention resolved.

    ``name`` is the canonical name (the words themselves where nothing
    better is known), ``actor_id`` the registry's id or None if it is not
    in the registry; ``kind`` as a voice in the war the report is about;
    ``inter`` the ACLED actor type 1–8 or None. ``basis`` says how it was
    found: ``alias``, ``description``, ``role-of``, ``coreference``,
    ``unknown``; ``reason`` tells it in words; ``candidates`` are the other
    names that were possible. ``also`` are the others of a list that one
    mention names: "Russia, Iran and Turkey", "the Iraqi and Syrian armies".
    ``person`` is who is named in full where ``name`` is the body they speak
    for: a named victim keeps their own name.
    """

    name: str
    kind: ActorKind
    actor_id: str | None = None
    inter: int | None = None
    basis: str = "unknown"
    reason: str = ""
    candidates: tuple[str, ...] = ()
    also: tuple[GroundedActor, ...] = ()
    person: str | None = None


class PlaceBasis(StrEnum):
    """How the place of an event is known."""

    EXPLICIT = "explicit"  # stated with the event
    INHERITED = "inherited"  # from the sentence before, the headline or the dateline
    COUNTRY_ONLY = "country-only"
    UNKNOWN = "unknown"  # words that name a place nobody could resolve


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A place that a name could mean. Coordinates are WGS 84 degrees; ``feature`` is a GeoNames-like class:
    ``country``, ``adm1``, ``adm2``, ``adm3``, ``city``, ``region``, ``water``, ``site``.

    ``match`` says how it bears the name: ``name``, ``alias``, ``demonym``, ``abbreviation``, or ``loose`` (only
    another transliteration fits). ``code`` is GeoNames' feature code, ``radius_km`` how far the place reaches.
    """

    name: str
    country: str | None  # ISO 3166 alpha-2
    admin1: str | None
    latitude: float
    longitude: float
    population: int
    feature: str
    geoname_id: int | None = None
    matched_name: str = ""
    match: str = "name"
    code: str = ""
    radius_km: float = 5.0
    admin1_code: str = ""


@dataclass(frozen=True, slots=True)
class GroundedPlace:
    """A place mention resolved, or honestly not.

    ``precision`` is UCDP ``where_prec`` (1 exact … 6 country, 7
    international). Unresolved places keep their name, with coordinates None
    and basis ``unknown``. ``reason`` is a sentence an analyst can check.
    ``adjective``: the words are an adjective or a people ("Syrian"), which is
    an actor more often than a place.
    """

    name: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    precision: int | None
    basis: PlaceBasis
    feature: str | None = None
    geoname_id: int | None = None
    reason: str = ""
    candidates: tuple[PlaceCandidate, ...] = field(default=())
    adjective: bool = False


class DateBasis(StrEnum):
    """How the time of an event is known."""

    EXPLICIT = "explicit"  # a full date in the text
    RESOLVED = "resolved"  # a weekday, month or duration resolved against the publication date
    PUBLICATION = "publication"  # nothing said; a present state as of the report
    NONE = "none"


@dataclass(frozen=True, slots=True)
class GroundedTime:
    """When it happened: ISO days, both inclusive; an open end is None.

    ``precision`` is UCDP ``date_prec`` (1 exact day … 5 over a month).
    ``flags`` name oddities that were kept and not mended, such as
    ``weekday-contradicts-date``, ``ambiguous-date`` or ``after-publication``.
    """

    start: date | None
    end: date | None
    precision: int | None
    basis: DateBasis
    reason: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of people or an area as a range; an open end is None.

    ``what`` is one of killed, injured, detained, displaced, trapped,
    missing, fighters, civilians, area-km2, other. ``start`` and ``end`` are
    offsets into the string that was read. ``basis`` says how low and high
    came about: ``figure`` (one number, exact), ``about``, ``at-least``,
    ``at-most``, ``range`` (two numbers), ``round-plural`` ("dozens", by the
    codebook's table), ``named`` (people by name or one each), ``none``
    ("no one"), ``converted`` (an area from other units).
    """

    start: int
    end: int
    text: str
    what: str
    who: str | None
    low: int | None
    high: int | None
    flags: tuple[str, ...] = ()
    basis: str = "figure"


class Gazetteer(Protocol):
    """Where places are looked up. Implementations are offline and read-only."""

    def candidates(self, name: str, limit: int = 50) -> tuple[PlaceCandidate, ...]:
        """Return places that bear a name in any script, the most populous first; empty if none does."""
        ...


@dataclass(frozen=True, slots=True)
class Actor:
    """An entry of the hand-kept registry: a state, force, group, monitor, agency or outlet.

    ``kind`` is the kind of voice it is outside a war it fights in;
    ``party_in`` are the countries (ISO alpha-2) in whose war it is a party.
    ``aliases`` in several scripts; ``ambiguous`` are short ones that mean it
    only in those wars or where the report names it in full; ``since`` and ``until`` are the first
    and last year it was known under this name, None if not recorded.
    ``ucdp`` and ``acled`` are the names that those datasets keep it under,
    ACLED's in order of time; empty where none is known for certain.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    country: str | None = None
    inter: int | None = None
    sector: str | None = None
    parent: str | None = None
    party_in: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    region: str | None = None
    ucdp: str | None = None
    acled: tuple[str, ...] = ()
