"""One happening, and everything that is claimed of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class IncidentStatus(StrEnum):
    """Airwars' grades of civilian-harm reporting, used for any incident.

    ``CONFIRMED`` is only ever set by a reviewer.
    """

    CONFIRMED = "confirmed"
    FAIR = "fair"  # two or more independent, credible origins
    WEAK = "weak"  # one independent origin
    CONTESTED = "contested"  # competing accounts of who did it, whether it happened, or how many
    DISCOUNTED = "discounted"  # only denied, planned or retracted


def set_by_reviewer(status: IncidentStatus, by_rule: str, said: str | None = None) -> str:
    """Return the reason for a status that a reviewer set by hand; ``said`` is who and why, None where that stays at home."""
    return f"{status}: set by a reviewer{f' ({said})' if said else ''}; by rule it was {by_rule}"


@dataclass(frozen=True, slots=True)
class Link:
    """Why two claims are held to describe one happening.

    ``signals`` are (name, weight in bits, reason) triples, whose sum is
    ``weight``: log2 of how much likelier the pair is if it is one happening
    than if it is two.
    """

    left_claim_id: str
    right_claim_id: str
    weight: float
    signals: tuple[tuple[str, float, str], ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent source behind an incident: where a line of reports begins.

    ``claim_ids`` are the claims that rest on it; ``interested`` marks a side
    in the fighting, whose word for its own success corroborates nothing.
    ``reason`` says why it counts once.
    """

    name: str
    kind: str
    claim_ids: tuple[str, ...]
    interested: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """How many, over all claims of an incident, as UCDP means low, best and high.

    ``rule`` is the printed rule that chose ``best``; ``claim_ids`` are what it rests on.
    ``exceeds`` says that ``best`` was told as more than the number before it: 31 for "more than 30".
    ``vague``, that it was told by a word that is no number, "dozens", and is the least that this can mean.
    """

    what: str
    who: str | None
    low: int | None
    best: int | None
    high: int | None
    rule: str
    claim_ids: tuple[str, ...]
    exceeds: bool = False
    vague: bool = False


class ContradictionKind(StrEnum):
    FIGURE = "figure"  # ranges that do not meet
    RESPONSIBILITY = "responsibility"  # different doers named
    DENIAL = "denial"  # one says it did not happen
    CONTROL = "control"  # different holders of a place on the same days
    FORM = "form"  # one bomb or two, a bomber who died in it or a bomb left behind
    UPDATE = "update"  # one origin's later figure; a growth, no dispute


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both be right, with what each says; nobody is declared the winner."""

    kind: ContradictionKind
    left_claim_id: str
    right_claim_id: str
    explanation: str


@dataclass(frozen=True, slots=True)
class IncidentPlace:
    """Where, from the most precise claim that most origins agree with.

    ``full_name`` adds the larger place with which the reports name it:
    "Kafr Hud (Idlib)", "Mosul (Zuhour)" for a quarter of the city.
    """

    name: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    precision: int | None
    full_name: str | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening with its claims, independent origins, figures, contradictions and status.

    ``id`` is a digest of its first claim (by publication, then report and
    position), also where that was taken back since, so that it stays the same
    while later reports join; ``former_ids`` finds what went by another.
    ``background_claim_ids`` are passing mentions of it in reports about
    something else. ``status_reason`` is the printed rule that gave the
    status; where a reviewer set it by hand, that reason holds their name and
    remark too, and ``status_by_rule`` alone what it was by rule. ``admiralty`` is a pair such as ``B2``: reliability of the best
    source, credibility of the information. ``flags`` are among ``undated``, ``date-assumed``,
    ``unlocated``, ``reviewed-links`` and ``reviewed-status``;
    ``background_report_ids`` are reports that do no more than recall it;
    ``superseded_claim_ids`` claims of it that their outlets or a reviewer took back: kept to be read, counted nowhere.
    """

    id: str
    type: str
    title: str
    date_start: date | None
    date_end: date | None
    place: IncidentPlace | None
    claim_ids: tuple[str, ...]
    report_ids: tuple[str, ...]
    background_claim_ids: tuple[str, ...]
    origins: tuple[Origin, ...]
    figures: tuple[Figure, ...]
    contradictions: tuple[Contradiction, ...]
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    status: IncidentStatus
    status_reason: str
    admiralty: str
    links: tuple[Link, ...] = ()
    flags: tuple[str, ...] = ()
    background_report_ids: tuple[str, ...] = ()
    superseded_claim_ids: tuple[str, ...] = ()
    status_by_rule: str | None = None

    def figure(self, what: str) -> Figure | None:
        return next((f for f in self.figures if f.what == what), None)
