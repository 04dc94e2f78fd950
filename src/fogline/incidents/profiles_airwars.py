"""The Airwars profile: civilians harmed by explosive weapons, as a range over all sources, with a grade for the sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fogline.claims.claim import Claim
from fogline.grounding.word_lists import word_set
from fogline.incidents.affiliation import related
from fogline.incidents.incident import ContradictionKind, Incident, IncidentStatus
from fogline.incidents.lineage import sources_of
from fogline.incidents.people import ARMED, CIVILIANS
from fogline.incidents.profiles import Coded, Coding
from fogline.incidents.profiles_evidence import Evidence, Range, Toll, country_name
from fogline.intake.report import Report
from fogline.reading.reading import Modality

COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("code", "#event+code", "Fogline's id of the incident"),
    ("date_start", "#date+start", "first day"),
    ("date_end", "#date+end", "last day"),
    ("location", "#loc+name", "place"),
    ("admin1", "#adm1+name", "first-order area"),
    ("country", "#country+name", "country"),
    ("latitude", "#geo+lat", "WGS 84 degrees"),
    ("longitude", "#geo+lon", "WGS 84 degrees"),
    ("geolocation_accuracy", "", "how finely it is placed, by the sources"),
    ("strike_type", "", "what kind of weapon"),
    ("strike_status", "", "Declared strike, Likely strike, Contested strike or Single source claim"),
    ("grading", "#status+code", "Confirmed, Fair, Weak, Contested or Discounted"),
    ("belligerent", "#group+name+first", "who is held to have done it, by most sources first"),
    ("belligerent_assessment", "", "what the belligerent says: Not yet assessed, Credible or Non credible"),
    ("killed_min", "#affected+killed+min", "least civilians killed, over all sources"),
    ("killed_max", "#affected+killed+max", "most civilians killed, over all sources"),
    ("injured_min", "#affected+injured+min", "least civilians injured"),
    ("injured_max", "#affected+injured+max", "most civilians injured"),
    ("children_killed_min", "", "least children among the killed"),
    ("children_killed_max", "", "most children among the killed"),
    ("women_killed_min", "", "least women among the killed"),
    ("women_killed_max", "", "most women among the killed"),
    ("men_killed_min", "", "least men among the killed"),
    ("men_killed_max", "", "most men among the killed"),
    ("militants_killed_min", "", "least fighters killed"),
    ("militants_killed_max", "", "most fighters killed"),
    ("civilians_conceded_min", "", "least civilians that the belligerent itself owns to"),
    ("civilians_conceded_max", "", "most civilians that the belligerent itself owns to"),
    ("sources", "#meta+source", "origins that speak of it"),
)

RULES = (
    "Recorded: an air or drone strike, shelling, explosive or chemical weapon that somebody says killed or injured civilians. Fighting on the ground and executions are not.",
    "killed_min, killed_max: the least and the most civilians over each origin's latest figure; a range counts by both ends, “at least 20” as 20 at either end. The belligerent's own figure stands apart, as conceded.",
    "People of whom nothing is said count as civilians, unless the one who counts them names fighters among the dead.",
    "Confirmed: a reviewer confirmed it. A belligerent that owns to civilian harm is named in the rule, and left to a reviewer.",
    "Discounted: all who were killed are said to be fighters, or nobody says that it happened.",
    "Contested: sources name different belligerents.",
    "Fair: two origins that are no side in the fighting, and a belligerent named. Weak: everything else.",
    "Disputed numbers do not make it contested: they widen the range.",
    "strike_status: Declared if the belligerent says that it struck; Contested as the grading; Likely for two origins that are no side; else Single source claim.",
    "belligerent_assessment: Credible if the belligerent owns to the harm, Non credible if it denies it, else Not yet assessed.",
)

_STRIKES = {
    "air-strike": "Airstrike and/or drone strike",
    "shelling": "Artillery",
    "explosive": "Ground-laid or other explosive",
    "suicide-bomb": "Suicide bombing",
    "chemical-weapon": "Chemical weapon",
}
_ACCURACY = {1: "town or finer", 2: "near a town", 3: "district", 4: "province/governorate", 5: "wider area", 6: "country"}


@dataclass(frozen=True, slots=True)
class Airwars:
    """Civilian harm from explosive weapons."""

    name: str = "airwars"
    title: str = "Airwars"
    columns: tuple[tuple[str, str, str], ...] = COLUMNS
    rules: tuple[str, ...] = RULES

    def code(self, incident: Incident, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> Coding:
        evidence = Evidence.of(incident, claims, reports)
        belligerents = _belligerents(evidence)
        killed, conceded = civilians(evidence, "killed", belligerents)
        injured, _ = civilians(evidence, "injured", belligerents)
        grading = grade(evidence, belligerents)
        included, why = _included(evidence, killed, injured)
        low, high = killed
        points = {
            "recorded": Coded("yes" if included else "no", why),
            "events": Coded(1 if included else 0, "one event per incident"),
            "type": Coded(_STRIKES.get(incident.type), "the weapon"),
            "where": Coded(_accuracy(incident), "geolocation by the sources"),
            "killed, lowest": low,
            "killed, highest": high,
            "civilians killed": Coded(
                None if low.value is None else low.value if low.value == high.value else f"{low.value} to {high.value}", low.rule
            ),
            "disagreement": grading,
        }
        record = self._record(evidence, belligerents, killed, injured, conceded, grading)
        return Coding(self.name, incident.id, included, why, (record,) if included else (), points)

    def _record(
        self,
        evidence: Evidence,
        belligerents: tuple[str, ...],
        killed: tuple[Coded, Coded],
        injured: tuple[Coded, Coded],
        conceded: tuple[Coded, Coded],
        grading: Coded,
    ) -> dict[str, Coded]:
        incident, place = evidence.incident, evidence.incident.place
        children, women, men = (_part(evidence, words) for words in (_CHILDREN, _WOMEN, _MEN))
        militants = _range([t.of(ARMED) for t in evidence.tolls("killed")], "fighters, over all sources")
        return {
            "code": Coded(incident.id, "the incident"),
            "date_start": Coded(incident.date_start.isoformat() if incident.date_start else None, "first day"),
            "date_end": Coded(incident.date_end.isoformat() if incident.date_end else None, "last day"),
            "location": Coded(place.name if place else None, "the place of the incident"),
            "admin1": Coded(place.admin1 if place else None, "of the place"),
            "country": Coded(country_name(evidence.country), "its common name"),
            "latitude": Coded(place.latitude if place else None, "of the place"),
            "longitude": Coded(place.longitude if place else None, "of the place"),
            "geolocation_accuracy": Coded(_accuracy(incident), "from where_prec"),
            "strike_type": Coded(_STRIKES.get(incident.type), "the weapon"),
            "strike_status": strike_status(evidence, belligerents, grading),
            "grading": grading,
            "belligerent": Coded("; ".join(belligerents) or None, "belligerents that sources name"),
            "belligerent_assessment": assessment(evidence, belligerents),
            "killed_min": killed[0],
            "killed_max": killed[1],
            "injured_min": injured[0],
            "injured_max": injured[1],
            "children_killed_min": children[0],
            "children_killed_max": children[1],
            "women_killed_min": women[0],
            "women_killed_max": women[1],
            "men_killed_min": men[0],
            "men_killed_max": men[1],
            "militants_killed_min": militants[0],
            "militants_killed_max": militants[1],
            "civilians_conceded_min": conceded[0],
            "civilians_conceded_max": conceded[1],
            "sources": Coded("; ".join(o.name for o in incident.origins) or None, "independent origins"),
        }


_CHILDREN = word_set("child children kid kids baby babies infant infants toddler boy boys girl girls minor minors")
_WOMEN = word_set("woman women mother mothers wife daughter daughters sister sisters")
_MEN = word_set("man men father fathers brother brothers")


def civilians(evidence: Evidence, what: str, belligerents: tuple[str, ...]) -> tuple[tuple[Coded, Coded], tuple[Coded, Coded]]:
    """Return least and most civilians over all sources, and least and most that the belligerent itself owns to."""
    told: list[Range | None] = []
    owned: list[Range | None] = []
    ids: list[str] = []
    for toll in evidence.tolls(what):
        figure = _civilians_of(toll)
        own = toll.source.interested and any(related(toll.source.name, b) for b in belligerents)
        (owned if own else told).append(figure)
        if figure is not None and not own:
            ids += toll.claim_ids
    n = sum(f is not None for f in told)
    rule = f"over the latest figures of {n} origin{'s' if n != 1 else ''}, the belligerent's own left out"
    low, high = _range(told, rule)
    with_ids = (Coded(low.value, low.rule, tuple(dict.fromkeys(ids))), Coded(high.value, high.rule, tuple(dict.fromkeys(ids))))
    return with_ids, _range(owned, "the belligerent's own figure")


def _civilians_of(toll: Toll) -> Range | None:
    """Return the civilians in one origin's toll: those it calls so, else people of whom nothing is said."""
    named = toll.of(CIVILIANS)
    if named is not None:
        return named
    if toll.of(ARMED) is not None:
        return None
    return toll.total


def _range(found: list[Range | None], rule: str) -> tuple[Coded, Coded]:
    figures = [f for f in found if f is not None]
    if not figures:
        none = Coded(None, "nobody gives a number")
        return none, none
    return Coded(min(f[0] for f in figures), rule), Coded(max(f[0] if f[1] is None else f[1] for f in figures), rule)


def _part(evidence: Evidence, words: frozenset[str]) -> tuple[Coded, Coded]:
    """Return least and most of one kind of victim, boys and girls of one origin added up."""
    found: list[Range | None] = []
    for toll in evidence.tolls("killed"):
        mine = [r for name, r in toll.parts.items() if set(name.split()) & words]
        if mine:
            found.append((sum(r[0] for r in mine), sum(r[0] if r[1] is None else r[1] for r in mine)))
    return _range(found, "over all sources that count them")


def _belligerents(evidence: Evidence) -> tuple[str, ...]:
    return tuple(s.name for s in evidence.doers() if s.armed)


def _different(evidence: Evidence) -> bool:
    return any(c.kind is ContradictionKind.RESPONSIBILITY for c in evidence.incident.contradictions)


def _admits(evidence: Evidence, belligerents: tuple[str, ...]) -> Claim | None:
    """Return a claim by which a belligerent says that it struck."""
    for claim in evidence.asserted:
        if claim.modality is not Modality.ACTUAL:
            continue
        for source in sources_of(claim, evidence.reports.get(claim.report_id)):
            if (
                source.interested
                and any(related(source.name, m.name) for m in claim.actor)
                and any(related(source.name, b) for b in belligerents)
            ):
                return claim
    return None


def _owns_harm(claim: Claim | None) -> bool:
    """Return whether a belligerent's claim of its own strike tells of civilians hurt."""
    if claim is None:
        return False
    return any(
        c.what in ("killed", "injured") and (c.low or c.high or 0) > 0 and "civilian" in f"{c.who or ''} {claim.quote}".casefold()
        for c in claim.counts
    )


def _denies(evidence: Evidence, belligerents: tuple[str, ...]) -> bool:
    for claim in evidence.claims:
        refused = claim.type == "reject" and claim.modality is Modality.ACTUAL
        negated = claim.modality is Modality.NEGATED
        if not (refused or negated):
            continue
        speakers = (
            [m.name for m in claim.actor]
            if refused
            else [s.name for s in sources_of(claim, evidence.reports.get(claim.report_id)) if s.interested]
        )
        if any(related(s, b) for s in speakers for b in belligerents):
            return True
    return False


def grade(evidence: Evidence, belligerents: tuple[str, ...]) -> Coded:
    """Return Airwars' grade of the sources, and the rule that gave it."""
    incident = evidence.incident
    free = [o for o in incident.origins if not o.interested]
    if incident.status is IncidentStatus.CONFIRMED:
        return Coded("Confirmed", "a reviewer confirmed it")
    if not evidence.happened:
        return Coded("Discounted", "nobody says that it happened")
    tolls = evidence.tolls("killed")
    if tolls and all(t.of(ARMED) is not None and t.of(CIVILIANS) is None and t.of("people") is None for t in tolls):
        return Coded("Discounted", "all who were killed are said to be fighters")
    if _different(evidence):
        return Coded("Contested", "sources name different belligerents")
    admission = _admits(evidence, belligerents)
    owned = "; the belligerent owns to it, which a reviewer may confirm" if _owns_harm(admission) else ""
    if len(free) >= 2 and belligerents:
        return Coded("Fair", f"{len(free)} origins that are no side name {belligerents[0]}{owned}")
    if len(free) >= 2:
        return Coded("Weak", f"{len(free)} origins, and nobody names who did it")
    return Coded("Weak", (f"one origin ({free[0].name})" if free else "no origin but sides in the fighting") + owned)


def strike_status(evidence: Evidence, belligerents: tuple[str, ...], grading: Coded) -> Coded:
    """Return whether the strike itself is declared, likely, contested or one source's word."""
    if grading.value == "Contested":
        return Coded("Contested strike", grading.rule)
    admission = _admits(evidence, belligerents)
    if admission is not None:
        return Coded("Declared strike", "the belligerent says that it struck", (admission.id,))
    free = [o for o in evidence.incident.origins if not o.interested]
    if len(free) >= 2:
        return Coded("Likely strike", f"{len(free)} origins that are no side")
    return Coded("Single source claim", "one origin, or sides in the fighting alone")


def assessment(evidence: Evidence, belligerents: tuple[str, ...]) -> Coded:
    """Return what the belligerent itself says of the harm."""
    if not belligerents:
        return Coded(None, "nobody names a belligerent")
    admission = _admits(evidence, belligerents)
    if _owns_harm(admission) and admission is not None:
        return Coded("Credible", "the belligerent owns to civilian harm", (admission.id,))
    if _denies(evidence, belligerents):
        return Coded("Non credible", "the belligerent denies it")
    return Coded("Not yet assessed", "the belligerent says nothing of the harm")


def _included(evidence: Evidence, killed: tuple[Coded, Coded], injured: tuple[Coded, Coded]) -> tuple[bool, str]:
    if evidence.incident.type not in _STRIKES:
        return False, f"{evidence.incident.type} is no use of an explosive weapon"
    if not evidence.claims:
        return False, "every claim of it was retracted"
    told = any(_civilians_of(t) for what in ("killed", "injured") for t in evidence.tolls(what))
    hit = any(s.civilian for s in evidence.targets())
    if not (told or hit):
        return False, "nobody says that civilians were harmed"
    return True, "an explosive weapon that is said to have harmed civilians"


def _accuracy(incident: Incident) -> str | None:
    return _ACCURACY.get(incident.place.precision) if incident.place and incident.place.precision else None
