"""One voice asserting one event or state: the unit that everything else is built from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from fogline.grounding.grounding import (
    ActorKind,
    DateBasis,
    PlaceBasis,
    PlaceCandidate,
)
from fogline.ids import digest
from fogline.intake.report import PartKind
from fogline.reading.reading import Modality
from fogline.span import Span


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that name a doer or a target, and the actor they stand for.

    ``span`` and ``text`` are None where the actor is clear from the report
    but no words of the claim's sentence name it. Where a person decided who
    is meant, ``basis`` is ``reviewed``, and ``read_as`` and ``read_basis``
    keep the name and basis that the machine had given.
    """

    name: str
    text: str | None = None
    span: Span | None = None
    actor_id: str | None = None
    inter: int | None = None
    basis: str = "unknown"
    reason: str = ""
    read_as: str | None = None
    read_basis: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """A link of the origin chain: a source grounded. ``joint`` marks a second speaker of the same words.

    ``read_as`` and ``read_basis`` as for an actor.
    """

    name: str
    kind: ActorKind
    text: str | None = None
    span: Span | None = None
    actor_id: str | None = None
    joint: bool = False
    basis: str = "unknown"
    reason: str = ""
    read_as: str | None = None
    read_basis: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """Where the claim says it happened. Coordinates WGS 84; ``precision`` is UCDP where_prec."""

    name: str
    text: str | None
    span: Span | None
    country: str | None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: int | None = None
    basis: PlaceBasis = PlaceBasis.UNKNOWN
    feature: str | None = None
    geoname_id: int | None = None
    reason: str = ""
    candidates: tuple[PlaceCandidate, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimTime:
    """When the claim says it happened: days, inclusive; open ends None. ``precision`` is UCDP date_prec."""

    start: date | None
    end: date | None
    text: str | None = None
    span: Span | None = None
    precision: int | None = None
    basis: DateBasis = DateBasis.NONE
    reason: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """How many: ``what`` (killed, injured …) of ``who``; an open end is None.

    ``basis`` says how low and high came about (see ``grounding.Quantity``); None in records made before it was kept.
    """

    what: str
    who: str | None
    low: int | None
    high: int | None
    text: str
    span: Span
    flags: tuple[str, ...] = ()
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion, by one origin chain, that one event happened or one state holds.

    Fields follow the codebook (docs/codebook.md). ``origin`` has the voice
    nearest the reader first; empty means the outlet speaks for itself.
    ``part`` tells from which part of the page it was read: a caption's claim
    is another story until linked. ``score`` ranks; ``probability`` says how
    likely it is a claim at all, where the reader can tell; ``model`` names
    what read it. Every span points into the report's text.
    """

    id: str
    report_id: str
    outlet: str | None
    published_on: date | None
    quote: str
    quote_span: Span
    trigger: str
    trigger_span: Span
    type: str
    modality: Modality
    actor: tuple[ActorMention, ...] = ()
    target: tuple[ActorMention, ...] = ()
    place: ClaimPlace | None = None
    time: ClaimTime | None = None
    counts: tuple[Count, ...] = ()
    origin: tuple[Voice, ...] = ()
    medium: str | None = None
    medium_span: Span | None = None
    hedge: str | None = None
    hedge_span: Span | None = None
    verification: str | None = None
    evidence: tuple[tuple[str, Span], ...] = ()
    part: PartKind = PartKind.BODY
    score: float = 1.0
    model: str = ""
    flags: tuple[str, ...] = field(default=())
    probability: float | None = None

    @staticmethod
    def id_for(report_id: str, quote_span: Span, trigger_span: Span, type: str, origin: tuple[Voice, ...]) -> str:
        """Return the id: a digest of what is said (where in which report) and by whom."""
        chain: list[Any] = [[v.name, v.span.as_list() if v.span else None] for v in origin]
        return digest("claim", report_id, quote_span.as_list(), trigger_span.as_list(), type, chain)
