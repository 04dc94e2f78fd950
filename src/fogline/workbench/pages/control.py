"""Who holds which place: the state as last reported, and what came before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fogline.control.assessment import ControlAssessment, ControlState
from fogline.workbench.source import WorkbenchSource
from fogline.workbench.words import days

STRIP_UNITS = 300.0


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of a place's history, with where it lies on the strip and the claims it rests on."""

    assessment: ControlAssessment
    when: str
    x: float
    width: float
    claims: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class PlaceControl:
    """A place with its intervals in order; ``current`` are those that start last, several if accounts differ.

    ``claimed`` is the state on the claimed map, if it is another than the assessed one.
    """

    name: str
    country: str | None
    current: tuple[ControlAssessment, ...]
    intervals: tuple[Interval, ...]
    claimed: ControlAssessment | None = None


@dataclass(frozen=True, slots=True)
class ControlPage:
    """Places by name. All strips share one axis, from ``first`` to ``last``."""

    places: tuple[PlaceControl, ...]
    first: date | None
    last: date | None
    text: str


def control_page(source: WorkbenchSource, text: str = "") -> ControlPage:
    """Return the page; ``text`` keeps places, holders and claimants that hold each of its words."""
    words = text.casefold().split()

    def wanted(a: ControlAssessment) -> bool:
        haystack = " ".join((a.place_name, a.country or "", a.holder or "", *a.claimants)).casefold()
        return all(word in haystack for word in words)

    assessments = list(source.control())
    keys = {a.place_key for a in assessments if wanted(a)}
    assessments = [a for a in assessments if a.place_key in keys]
    if not assessments:
        return ControlPage((), None, None, text)
    first = min(a.start for a in assessments)
    last = max(a.end or a.start for a in assessments)
    scale = STRIP_UNITS / max((last - first).days + 1, 1)
    by_place: dict[str, list[ControlAssessment]] = {}
    for assessment in assessments:
        by_place.setdefault(assessment.place_key, []).append(assessment)
    claimed = {a.place_key: a for a in sorted(source.claimed_control(), key=lambda a: a.start)}
    places: list[PlaceControl] = []
    for there in by_place.values():
        there.sort(key=lambda a: (a.start, a.end or date.max, a.holder or ""))
        latest = there[-1].start
        intervals: list[Interval] = []
        for a in there:
            claims: list[tuple[str, str, str]] = []
            for claim_id in a.claim_ids:
                claim = source.claim(claim_id)
                if claim is not None:
                    claims.append((claim.report_id, claim.id, claim.quote))
            end = a.end or last
            x = (a.start - first).days * scale
            intervals.append(
                Interval(
                    a, days(a.start, a.end), round(x, 1), round(max(3.0, ((end - a.start).days + 1) * scale), 1), tuple(claims)
                )
            )
        current = tuple(a for a in there if a.start == latest and a.state is not ControlState.UNKNOWN) or (there[-1],)
        other = claimed.get(there[0].place_key)
        if other is not None and (other.state, other.holder) in {(a.state, a.holder) for a in current}:
            other = None
        places.append(PlaceControl(there[0].place_name, there[0].country, current, tuple(intervals), other))
    places.sort(key=lambda p: (p.name.casefold(), p.country or ""))
    return ControlPage(tuple(places), first, last, text)
