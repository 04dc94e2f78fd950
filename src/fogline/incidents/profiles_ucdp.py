"""The UCDP GED profile: organised violence that killed, by dyad, with low, best and high by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fogline.claims.claim import Claim
from fogline.grounding.registry import load_registry
from fogline.incidents.incident import Incident
from fogline.incidents.people import ARMED, CIVILIANS
from fogline.incidents.profiles import Coded, Coding
from fogline.incidents.profiles_evidence import Evidence, Group, Side, Toll, country_name, country_of, met
from fogline.intake.report import Report
from fogline.reading.types import TYPES

COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("id", "#event+code", "Fogline's id of the incident"),
    ("year", "#date+year", "year of date_start"),
    ("type_of_violence", "", "1 state-based; 2 non-state; 3 one-sided"),
    ("dyad_name", "", "both sides"),
    ("side_a", "#group+name+first", "the government, if one fights; else the doer"),
    ("side_b", "#group+name+second", "the opponent, or Civilians"),
    ("number_of_sources", "", "reports that speak of it"),
    ("source_article", "#meta+source", "outlets and dates of the reports"),
    ("source_office", "", "outlet of the report that the best estimate is from"),
    ("source_date", "", "its date"),
    ("source_headline", "#description", "its headline"),
    ("source_original", "", "who said so: the origin of the best estimate"),
    ("where_prec", "", "1 exact to 7 international"),
    ("where_coordinates", "#loc+name", "place that the coordinates are of"),
    ("where_description", "", "the place in the words of the incident"),
    ("adm_1", "#adm1+name", "first-order area"),
    ("adm_2", "#adm2+name", "not coded here"),
    ("latitude", "#geo+lat", "WGS 84 degrees"),
    ("longitude", "#geo+lon", "WGS 84 degrees"),
    ("geom_wkt", "", "the point as text"),
    ("country", "#country+name", "country"),
    ("event_clarity", "", "1 told as an event of its own; 2 told as a sum or only roughly placed"),
    ("date_prec", "", "1 the day; 2 two to six days; 3 the week; 4 up to 31 days; 5 more"),
    ("date_start", "#date+start", "first day"),
    ("date_end", "#date+end", "last day"),
    ("deaths_a", "", "dead of side a"),
    ("deaths_b", "", "dead of side b"),
    ("deaths_civilians", "", "dead civilians"),
    ("deaths_unknown", "", "dead of whom nothing is said"),
    ("best", "#affected+killed", "most likely: the sum of the four"),
    ("high", "#affected+killed+max", "highest reliable figure"),
    ("low", "#affected+killed+min", "lowest reliable figure"),
)

RULES = (
    "Recorded: armed force by an organised actor against another or against civilians, with one death at least in the low, best or high estimate, between named sides, dated to the year and placed. What is only announced or denied is not.",
    "best: the latest figure of the most reliable origin that is no side in the fighting; of a range or of “dozens” the low end; of “at least 20”, 20.",
    "low: the lowest of the reliable origins' latest figures; high: the highest, the upper end of ranges included. A side's own figure counts for high alone where others count; where only sides count, the lowest of theirs is best and low.",
    "deaths_a, deaths_b, deaths_civilians: as the best estimate's origin divides them, else as the next reliable one does, never more than best together; the rest is deaths_unknown.",
    "type_of_violence: 3 where unarmed people are the target (attack, abduction, sexual violence, or a bombing or strike in which no armed target is named); else 1 if a government fights on either side, else 2.",
    "side_a is the government in state-based violence, written Government of …; in one-sided violence the doer, and side_b is Civilians. A side that UCDP lists bears the name that it has there, any other the one the reports give it. A country bears the name that its government has there, DR Congo (Zaire), any other its common one.",
    "date_prec: 1 one day; 2 two to six; 3 a week; 4 up to 31; 5 more. where_prec as the place was found.",
    "event_clarity: 2 where a toll over a period, more than a week, or nothing finer than a province is told; else 1.",
    "One event per incident: days of one happening are not taken apart.",
)

_ONE_SIDED = frozenset({"attack", "abduction", "sexual-violence"})
_FORCE = frozenset({"armed-clash", "air-strike", "shelling", "explosive", "suicide-bomb", "chemical-weapon", "territory-gained"})


def date_precision(start: date | None, end: date | None) -> int | None:
    """Return UCDP's date_prec for an interval; None if either end is unknown."""
    if start is None or end is None:
        return None
    days = (end - start).days + 1
    if days <= 1:
        return 1
    if days <= 6:
        return 2
    if days == 7:
        return 3
    return 4 if days <= 31 else 5


@dataclass(frozen=True, slots=True)
class Estimate:
    """UCDP's three numbers and the division of the best; low <= best <= high, and the four parts sum to best."""

    low: int
    best: int
    high: int
    side_a: int
    side_b: int
    civilians: int
    unknown: int
    low_rule: str
    best_rule: str
    high_rule: str
    toll: Toll


@dataclass(frozen=True, slots=True)
class Ucdp:
    """Fatal organised violence."""

    name: str = "ucdp"
    title: str = "UCDP GED"
    columns: tuple[tuple[str, str, str], ...] = COLUMNS
    rules: tuple[str, ...] = RULES

    def code(self, incident: Incident, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> Coding:
        evidence = Evidence.of(incident, claims, reports)
        kind, side_a, side_b = _dyad(evidence)
        estimate = estimate_of(evidence, side_a, side_b)
        precision = date_precision(incident.date_start, incident.date_end)
        included, why = _included(evidence, estimate, kind, side_a, side_b)
        a, b = _name(side_a, kind), "Civilians" if kind.value == 3 else _name(side_b, kind)
        place = incident.place
        points = {
            "recorded": Coded("yes" if included else "no", why),
            "events": Coded(1 if included else 0, "one event per incident"),
            "type": Coded(
                {1: "state-based", 2: "non-state", 3: "one-sided"}.get(int(kind.value)) if kind.value else None, kind.rule
            ),
            "when": Coded(f"{_span(incident)} (precision {precision})" if precision else None, "date_prec"),
            "where": Coded(place.precision if place else None, "where_prec"),
            "actors": Coded(met([s for s in (side_a,) if s], [s for s in (side_b,) if s] or evidence.targets()[:1]), kind.rule),
        }
        if estimate is not None:
            points |= {
                "killed, lowest": Coded(estimate.low, estimate.low_rule),
                "killed": Coded(estimate.best, estimate.best_rule, estimate.toll.claim_ids),
                "killed, highest": Coded(estimate.high, estimate.high_rule),
                "civilians killed": Coded(estimate.civilians, "deaths_civilians"),
            }
        else:
            points["killed"] = Coded(0, "nobody gives a number of dead")
        record = (
            self._record(evidence, kind, (side_a, side_b), a, b, estimate, precision)
            if included and estimate is not None
            else None
        )
        return Coding(self.name, incident.id, included, why, (record,) if record else (), points)

    def _record(
        self,
        evidence: Evidence,
        kind: Coded,
        sides: tuple[Side | None, Side | None],
        a: str | None,
        b: str | None,
        estimate: Estimate,
        precision: int | None,
    ) -> dict[str, Coded]:
        incident, place, reports = evidence.incident, evidence.incident.place, evidence.reports
        carried = [reports[r] for r in incident.report_ids if r in reports]
        first = next(
            (reports[c.report_id] for c in evidence.claims if c.id in estimate.toll.claim_ids and c.report_id in reports), None
        )
        located = place is not None and place.latitude is not None and place.longitude is not None
        start, end = incident.date_start, incident.date_end
        clarity, clear_why = _clarity(evidence)
        parts = "of the best estimate"
        return {
            "id": Coded(incident.id, "the incident"),
            "year": Coded(start.year if start else None, "year of date_start"),
            "type_of_violence": kind,
            "dyad_name": Coded(f"{a or 'unknown'} - {b or 'unknown'}", "both sides"),
            "side_a": Coded(a, _named_by(sides[0], kind.rule)),
            "side_b": Coded(b, kind.rule if kind.value == 3 else _named_by(sides[1], kind.rule)),
            "number_of_sources": Coded(len(carried), "reports"),
            "source_article": Coded(
                "; ".join(dict.fromkeys(f"{r.outlet or 'unknown outlet'}, {r.published_on or 'undated'}" for r in carried)),
                "reports",
            ),
            "source_office": Coded(first.outlet if first else None, "report of the best estimate"),
            "source_date": Coded(first.published_on.isoformat() if first and first.published_on else None, "its date"),
            "source_headline": Coded(first.title if first else None, "its headline"),
            "source_original": Coded(estimate.toll.source.name, estimate.toll.source.reason, estimate.toll.claim_ids),
            "where_prec": Coded(place.precision if place else None, "as the place was found"),
            "where_coordinates": Coded(place.name if place else None, "the place of the incident"),
            "where_description": Coded(place.name if place else None, "the place of the incident"),
            "adm_1": Coded(place.admin1 if place else None, "of the place"),
            "adm_2": Coded(None, "not coded here"),
            "latitude": Coded(place.latitude if place else None, "of the place"),
            "longitude": Coded(place.longitude if place else None, "of the place"),
            "geom_wkt": Coded(f"POINT ({place.longitude} {place.latitude})" if located and place else None, "the point"),
            "country": Coded(_country(evidence.country), "the name that UCDP gives it"),
            "event_clarity": Coded(clarity, clear_why),
            "date_prec": Coded(precision, "from the length of the interval"),
            "date_start": Coded(start.isoformat() if start else None, "first day"),
            "date_end": Coded(end.isoformat() if end else None, "last day"),
            "deaths_a": Coded(estimate.side_a, parts),
            "deaths_b": Coded(estimate.side_b, parts),
            "deaths_civilians": Coded(estimate.civilians, parts),
            "deaths_unknown": Coded(estimate.unknown, "what is left of the best estimate"),
            "best": Coded(estimate.best, estimate.best_rule, estimate.toll.claim_ids),
            "high": Coded(estimate.high, estimate.high_rule),
            "low": Coded(estimate.low, estimate.low_rule),
        }


def estimate_of(evidence: Evidence, side_a: Side | None, side_b: Side | None) -> Estimate | None:
    """Return low, best and high with the best's division by side; None if nobody gives a number."""
    tolls = evidence.tolls("killed")
    if not tolls:
        return None
    free = [t for t in tolls if not t.source.interested]
    if free:
        best = min(free, key=lambda t: (t.rank, -t.day.toordinal(), -t.total[0], t.source.name))
        why = f"{best.source.name}'s {best.text!r}, the latest of the most reliable origin"
    else:
        best = min(tolls, key=lambda t: (t.total[0], t.source.name))
        why = f"only sides in the fighting count: the lowest of theirs, {best.source.name}'s {best.text!r}"
    lowest = min(free or tolls, key=lambda t: (t.total[0], t.source.name))
    highest = max(tolls, key=lambda t: (_top(t), t.source.name))
    parts = _divided(best, [best, *(t for t in free or tolls if t is not best)], side_a, side_b)
    return Estimate(
        low=min(lowest.total[0], best.total[0]),
        best=best.total[0],
        high=max(_top(highest), best.total[0]),
        side_a=parts[0],
        side_b=parts[1],
        civilians=parts[2],
        unknown=best.total[0] - sum(parts),
        low_rule=f"the lowest reliable: {lowest.source.name}'s {lowest.text!r}",
        best_rule=why,
        high_rule=f"the highest told: {highest.source.name}'s {highest.text!r}"
        + (", open above" if highest.total[1] is None else ""),
        toll=best,
    )


def _top(toll: Toll) -> int:
    low, high = toll.total
    return low if high is None else high


def _divided(best: Toll, tolls: Sequence[Toll], side_a: Side | None, side_b: Side | None) -> tuple[int, int, int]:
    """Divide the best estimate: civilians, then each side, from the first origin that counts them, never beyond the sum."""
    left = best.total[0]

    def told(wanted: Sequence[Group]) -> int:
        nonlocal left
        for toll in tolls:
            found = [r[0] for g, r in toll.groups.items() if g in wanted]
            if found:
                taken = min(sum(found), left)
                left -= taken
                return taken
        return 0

    civilians = told([Group(CIVILIANS)])
    b = told([Group(ARMED, side_b.name)]) if side_b is not None and side_b.armed else 0
    a = told([Group(ARMED, side_a.name)]) if side_a is not None and side_a.armed else 0
    return a, b, civilians


def _dyad(evidence: Evidence) -> tuple[Coded, Side | None, Side | None]:
    """Return the type of violence and the two sides; for one-sided violence the second is None."""
    doers = [s for s in evidence.doers() if s.armed]
    targets = evidence.targets()
    foes = [s for s in targets if s.armed]
    type_ = evidence.incident.type
    first = doers[0] if doers else None
    unarmed_only = bool(targets) and not foes
    if type_ in _ONE_SIDED and not foes:
        return Coded(3, f"one-sided: {type_} on unarmed people"), first, None
    if (
        type_ in _FORCE
        and type_ not in ("armed-clash", "territory-gained")
        and (unarmed_only or (not targets and _only_civilians(evidence)))
    ):
        return Coded(3, "one-sided: the target is civilians and no armed one is named"), first, None
    second = foes[0] if foes else (doers[1] if len(doers) > 1 and type_ == "armed-clash" else None)
    sides = [s for s in (first, second) if s is not None]
    government = next((s for s in sides if s.state), None)
    if government is not None:
        other = next((s for s in sides if s is not government), None)
        # Between two governments the doer stays first.
        a, b = (first, second) if first is not None and first.state else (government, other)
        return Coded(1, f"state-based: {government.name} is a government"), a, b
    if first is None and second is None:
        return Coded(None, "nobody is named on either side"), None, None
    if any(s.inter is None for s in sides):
        return Coded(2, "non-state: neither side is known to be a government"), first, second
    return Coded(2, "non-state: neither side is a government"), first, second


def _only_civilians(evidence: Evidence) -> bool:
    tolls = evidence.tolls("killed")
    return bool(tolls) and all(g.kind == CIVILIANS for t in tolls for g in t.groups)


def _included(
    evidence: Evidence, estimate: Estimate | None, kind: Coded, side_a: Side | None, side_b: Side | None
) -> tuple[bool, str]:
    incident = evidence.incident
    type_ = TYPES.get(incident.type)
    if type_ is None or not type_.political_violence:
        return False, f"{incident.type} is no use of armed force"
    if not evidence.happened:
        return False, "nobody reports it as having happened"
    if estimate is None or max(estimate.low, estimate.best, estimate.high) < 1:
        return False, "no death in the low, best or high estimate"
    if side_a is None or (kind.value != 3 and side_b is None):
        return False, "a side is not named, so there is no dyad to put it under"
    if incident.date_start is None and incident.date_end is None:
        return False, "no date is known"
    if incident.place is None or (incident.place.latitude is None and incident.place.country is None):
        return False, "no place is known"
    return True, "armed force by an organised actor with at least one death"


def _clarity(evidence: Evidence) -> tuple[int, str]:
    start, end, place = evidence.incident.date_start, evidence.incident.date_end, evidence.incident.place
    if start is not None and end is not None and (end - start).days > 6:
        return 2, "told over more than a week"
    if place is None or place.precision is None or place.precision >= 4:
        return 2, "nothing finer than a province is told"
    if evidence.asserted and all(c.type == "casualty-toll" for c in evidence.asserted):
        return 2, "a toll over a period"
    return 1, "told as an event of its own"


def _listed(side: Side | None) -> str | None:
    """Return the name under which UCDP lists a side, None if the registry knows none."""
    actor = load_registry().get(side.actor_id) if side is not None and side.actor_id is not None else None
    return actor.ucdp if actor is not None else None


def _named_by(side: Side | None, rule: str) -> str:
    """Return the rule for a side with where its name is from."""
    return rule if side is None else f"{rule}; named as {'UCDP lists it' if _listed(side) else 'in the reports'}"


def _name(side: Side | None, kind: Coded) -> str | None:
    if side is None:
        return None
    if (listed := _listed(side)) is not None:
        return listed
    return f"Government of {side.name}" if side.state and country_of(side.name, side.actor_id) is not None else side.name


def _country(code: str | None) -> str | None:
    """Return UCDP's name of a country: the one under which it lists the government, else the common one."""
    state = load_registry().get(code) if code is not None else None
    if state is not None and state.ucdp is not None:
        return state.ucdp.removeprefix("Government of ")
    return country_name(code)


def _span(incident: Incident) -> str:
    start, end = incident.date_start, incident.date_end
    return str(start) if start == end else f"{start} to {end}"
