"""Coding profiles: what ACLED, UCDP GED and Airwars would write down of the same claims, rule by rule.

Three projects that read one pile of reports publish three numbers, and
neither is wrong: one takes the lowest figure, one wants a death before it
records anything, one counts civilians alone. A profile recomputes an
incident's claims under a project's published rules and prints the rule
beside each value. It imitates the coding, not the coders: what a person of
that project would have known besides these reports is not in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from fogline.claims.claim import Claim
from fogline.errors import UsageError
from fogline.incidents.incident import Incident
from fogline.intake.report import Report

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Coded:
    """One value as a project would code it, the rule that gave it, and the claims it rests on. None: not known."""

    value: Value
    rule: str
    claim_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coding:
    """An incident under one profile.

    ``included`` tells whether the project would record it at all, ``why``
    by which rule. ``records`` are its rows in the project's own columns:
    several where one happening is several events to that project, none
    where it records nothing. ``points`` are the values that can be set beside
    other projects' (``POINTS``), also for what is not included.
    """

    profile: str
    incident_id: str
    included: bool
    why: str
    records: tuple[Mapping[str, Coded], ...]
    points: Mapping[str, Coded]


# What profiles are compared on, in the order in which a report prints it.
POINTS = (
    "recorded",
    "events",
    "type",
    "when",
    "where",
    "actors",
    "killed, lowest",
    "killed",
    "killed, highest",
    "civilians killed",
    "disagreement",
)


# What each project says in its own words, so that no two could ever say the same.
OWN_WORDS = frozenset({"type", "where"})


class Profile(Protocol):
    """A project's way of coding. ``columns`` are (name, HXL tag or empty, meaning); ``rules`` all of its rules in words."""

    @property
    def name(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def columns(self) -> tuple[tuple[str, str, str], ...]: ...

    @property
    def rules(self) -> tuple[str, ...]: ...

    def code(self, incident: Incident, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> Coding:
        """Return the incident as this project would record it; ``claims`` and ``reports`` by id."""
        ...


def all_profiles() -> dict[str, Profile]:
    """Return the profiles by name."""
    from fogline.incidents.profiles_acled import Acled
    from fogline.incidents.profiles_airwars import Airwars
    from fogline.incidents.profiles_ucdp import Ucdp

    found: tuple[Profile, ...] = (Acled(), Ucdp(), Airwars())
    return {p.name: p for p in found}


def profiles_named(name: str) -> tuple[Profile, ...]:
    """Return one profile, or every one for ``all``.

    :raises UsageError: for a name that is none.
    """
    known = all_profiles()
    if name == "all":
        return tuple(known.values())
    if name not in known:
        raise UsageError(f"Unknown profile '{name}'. Available: {', '.join(known)}, all.")
    return (known[name],)


@dataclass(frozen=True, slots=True)
class Difference:
    """A point on which profiles differ: what each says, and by which rule."""

    point: str
    says: tuple[tuple[str, Coded], ...]

    def __str__(self) -> str:
        return f"{self.point}: " + "; ".join(f"{name} {shown(coded.value)} ({coded.rule})" for name, coded in self.says)


def shown(value: Value) -> str:
    return "unknown" if value is None else str(value)


def differences(codings: Sequence[Coding]) -> tuple[Difference, ...]:
    """Return the points on which codings of one incident differ, in the order of ``POINTS``.

    A point that a profile does not code at all (ACLED has no lowest figure),
    or of which it knows nothing, is no difference; only those that code it
    are compared. What a profile would write down does not matter where it
    records nothing, apart from that it does not, and its count of the dead.
    Points that each project says in words of its own are not compared.
    """
    out = []
    for point in POINTS:
        says = tuple(
            (c.profile, c.points[point])
            for c in codings
            if point in c.points
            and point not in OWN_WORDS
            and c.points[point].value is not None
            and (c.included or point in ("recorded", "killed", "civilians killed"))
        )
        if len({coded.value for _, coded in says}) > 1:
            out.append(Difference(point, says))
    return tuple(out)
