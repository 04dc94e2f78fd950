"""The ACLED profile: every reported event, one a day, with the most conservative count of the dead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pycountry

from fogline.claims.claim import Claim
from fogline.grounding.registry import acled_name, load_registry
from fogline.incidents.contradiction import is_dispute
from fogline.incidents.incident import Incident
from fogline.incidents.profiles import Coded, Coding
from fogline.incidents.profiles_evidence import Evidence, Side, Toll, country_name, country_of, met
from fogline.intake.report import Report
from fogline.reading.types import TYPES

# What ACLED writes for a word that is no number; the words stand for more
# ("dozens" is 24 at least), but the project prefers to undercount.
VAGUE = {"tens of thousands": 10_000, "thousands": 1_000, "hundreds": 100, "scores": 20, "dozens": 12, "tens": 10}
SMALL_UNKNOWN, LARGE_UNKNOWN = 3, 10

_VAGUE = re.compile(r"\b(tens of thousands|thousands|hundreds|scores|dozens|tens)\b", re.IGNORECASE)
_DEATHS = re.compile(
    r"\b(?:kill(?:ed|s|ing)|dead|died|deaths?|fatalit\w+|casualties|massacr\w+|executed|murdered|beheaded)\b", re.IGNORECASE
)
_MANY = re.compile(
    r"\b(?:massacr\w+|mass (?:killing|execution|casualt)\w*|many|heavy (?:losses|casualties|toll))\b", re.IGNORECASE
)
_PARTLY = re.compile(
    r"\b(?:enter\w*|storm\w*|advanc\w*|all but|parts? of|most of|much of|half|outskirts|nearly|almost|foothold)\b", re.IGNORECASE
)
_RIOT = re.compile(r"\b(?:riot\w*|stones|torch\w*|loot\w*|violent)\b", re.IGNORECASE)

# Where ACLED spells a country otherwise than most, written from general knowledge of its published data.
_COUNTRIES = {"SZ": "eSwatini", "VI": "Virgin Islands, U.S."}

_DISORDER = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}

COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("event_id_cnty", "#event+code", "Fogline's id of the incident and the number of the event within it"),
    ("event_date", "#date+occurred", "the day, or the middle of the days it fell in"),
    ("year", "#date+year", "year of event_date"),
    ("time_precision", "", "1 the day; 2 the week; 3 the month"),
    ("disorder_type", "", "Political violence, Demonstrations or Strategic developments"),
    ("event_type", "#event+type", "one of six"),
    ("sub_event_type", "#event+type+sub", "one of 25"),
    ("actor1", "#group+name+first", "who did it"),
    ("assoc_actor_1", "#group+name+first+assoc", "who else is named beside actor1"),
    ("inter1", "", "actor type 1 to 8; empty if not known"),
    ("actor2", "#group+name+second", "to whom; empty if nobody is named"),
    ("assoc_actor_2", "#group+name+second+assoc", "who else is named beside actor2"),
    ("inter2", "", "actor type 1 to 8; 0 if there is no actor2"),
    ("interaction", "", "both types as two digits, the lower first"),
    ("civilian_targeting", "", "Civilian targeting, or empty"),
    ("iso", "", "numeric country code"),
    ("region", "#region+name", "not coded here"),
    ("country", "#country+name", "country"),
    ("admin1", "#adm1+name", "first-order area"),
    ("admin2", "#adm2+name", "not coded here"),
    ("admin3", "#adm3+name", "not coded here"),
    ("location", "#loc+name", "place"),
    ("latitude", "#geo+lat", "WGS 84 degrees"),
    ("longitude", "#geo+lon", "WGS 84 degrees"),
    ("geo_precision", "", "1 a town; 2 near it or a small area; 3 a larger region"),
    ("source", "", "outlets that reported it"),
    ("source_scale", "", "not coded here: the reach of outlets is not recorded"),
    ("notes", "#description", "the words it rests on, and what is in dispute"),
    ("fatalities", "#affected+killed", "reported dead, the most conservative figure; 0 if nobody reports any"),
    ("tags", "", "empty"),
    ("timestamp", "", "empty: the same ledger gives the same bytes"),
)

RULES = (
    "Recorded: what somebody reports as having happened, of a type that ACLED codes, with a month or better and a place finer than the country. No death is needed.",
    "One event a day: where a report states several single days, each is an event, and the dead are shared out evenly, the first days taking what is left over.",
    "time_precision 1 the day is stated, the one that most reports state if they differ; 2 up to a week, or reports that differ evenly; 3 up to a month; a longer span is not recorded. event_date is the middle of the span.",
    "geo_precision 1 where_prec 1; 2 where_prec 2 and 3; 3 where_prec 4 and 5. A country alone is not recorded.",
    "sub_event_type from the crosswalk; a place taken counts as regained by the government or overtaken by a non-state actor according to who took it, and as an armed clash where it was only entered or taken in part.",
    "fatalities: of each origin's latest figure for all the dead; of those, parties left out where others count, the lowest. “At least 20” is 20, “tens” 10, “dozens” 12, “scores” 20, “hundreds” 100, “thousands” 1000; a range counts by its low end.",
    "Deaths without a number are 3, or 10 where the words speak of many; no deaths reported is 0. The injured are not counted.",
    "actor1, actor2: an actor that ACLED lists bears the name that it has there in that year and country, any other the one the reports give it. Countries bear their common names, as in ACLED: Syria, Civilians (Syria).",
    "inter: 1 state forces, 2 rebels, 3 political militias, 4 identity militias, 5 rioters, 6 protesters, 7 civilians, 8 external and other forces, a state's forces abroad among them. A doer whom nobody names is an unidentified armed group (3).",
)


@dataclass(frozen=True, slots=True)
class Acled:
    """Reported events, conservatively counted."""

    name: str = "acled"
    title: str = "ACLED"
    columns: tuple[tuple[str, str, str], ...] = COLUMNS
    rules: tuple[str, ...] = RULES

    def code(self, incident: Incident, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> Coding:
        evidence = Evidence.of(incident, claims, reports)
        event, sub = _types(evidence)
        days = _days(evidence)
        geo = geo_precision(incident.place.precision if incident.place else None)
        dead = fatalities(evidence)
        included, why = _included(evidence, event, days, geo)
        actors = _actors(evidence, event.value)
        points = {
            "recorded": Coded("yes" if included else "no", why),
            "events": Coded(len(days), "one event a day"),
            "type": Coded(f"{event.value} / {sub.value}" if event.value else None, sub.rule, sub.claim_ids),
            "when": Coded(", ".join(f"{d} (precision {p})" for d, p, _ in days) or None, "time_precision"),
            "where": Coded(geo.value, geo.rule),
            "actors": Coded(met(evidence.doers()[:1], evidence.targets()[:1]), "who is named first on each side"),
            "killed": dead,
        }
        records = tuple(
            self._record(evidence, n, day, event, sub, geo, actors, share)
            for n, (day, share) in enumerate(zip(days, shares(dead, len(days)), strict=True), 1)
        )
        return Coding(self.name, incident.id, included, why, records if included else (), points)

    def _record(
        self,
        evidence: Evidence,
        number: int,
        day: tuple[date, int, str],
        event: Coded,
        sub: Coded,
        geo: Coded,
        actors: _Actors,
        dead: Coded,
    ) -> dict[str, Coded]:
        incident, place = evidence.incident, evidence.incident.place
        country = pycountry.countries.get(alpha_2=place.country) if place and place.country else None
        civilian = actors.inter2 == 7 or (event.value == "Violence against civilians")
        at = Coded(place.name if place else None, "the place of the incident")
        unknown = Coded(None, "not coded here")
        return {
            "event_id_cnty": Coded(f"{incident.id}-{number}", "the incident and the number of the event within it"),
            "event_date": Coded(day[0].isoformat(), day[2]),
            "year": Coded(day[0].year, "year of event_date"),
            "time_precision": Coded(day[1], day[2]),
            "disorder_type": Coded(_DISORDER.get(str(event.value)), "follows from event_type"),
            "event_type": event,
            "sub_event_type": sub,
            "actor1": actors.first,
            "assoc_actor_1": actors.beside_first,
            "inter1": Coded(actors.inter1, "ACLED's type of actor1", actors.first.claim_ids),
            "actor2": actors.second,
            "assoc_actor_2": actors.beside_second,
            "inter2": Coded(actors.inter2, "ACLED's type of actor2; 0 if nobody is named"),
            "interaction": Coded(interaction(actors.inter1, actors.inter2), "both types, the lower first"),
            "civilian_targeting": Coded("Civilian targeting" if civilian else None, "civilians are the target"),
            "iso": Coded(int(country.numeric) if country else None, "ISO 3166-1 numeric"),
            "region": unknown,
            "country": Coded(_country(evidence), "the name that ACLED gives it"),
            "admin1": Coded(place.admin1 if place else None, "of the place"),
            "admin2": unknown,
            "admin3": unknown,
            "location": at,
            "latitude": Coded(place.latitude if place else None, "of the place"),
            "longitude": Coded(place.longitude if place else None, "of the place"),
            "geo_precision": geo,
            "source": Coded("; ".join(dict.fromkeys(c.outlet or "unknown outlet" for c in evidence.claims)), "outlets"),
            "source_scale": unknown,
            "notes": Coded(_notes(evidence), "the words it rests on"),
            "fatalities": dead,
            "tags": unknown,
            "timestamp": unknown,
        }


def interaction(left: int | None, right: int | None) -> int | None:
    """Return ACLED's two digits for who met whom, the lower type first, a lone actor with 0; None if one is not known."""
    if left is None or right is None:
        return None
    if right == 0:
        return left * 10
    return min(left, right) * 10 + max(left, right)


def geo_precision(where_prec: int | None) -> Coded:
    """Return ACLED's geo_precision for UCDP's where_prec; None for what ACLED does not place."""
    table = {1: (1, "a town"), 2: (2, "near a town"), 3: (2, "a district"), 4: (3, "a province"), 5: (3, "a line or loose area")}
    if where_prec not in table:
        return Coded(None, "the place is not on the map, or is a country")
    code, words = table[where_prec]
    return Coded(code, f"where_prec {where_prec}, {words}")


def conservative(toll: Toll) -> tuple[int, str]:
    """Return what ACLED would write for one origin's figure, and why."""
    word = _VAGUE.search(toll.text)
    if word is not None and toll.total[0] != toll.total[1]:
        return VAGUE[word.group(1).casefold()], f"{toll.source.name}'s {toll.text!r} is coded {VAGUE[word.group(1).casefold()]}"
    low, high = toll.total
    how = "" if low == high else ", its low end"
    return low, f"{toll.source.name}'s {toll.text!r}{how}"


def fatalities(evidence: Evidence) -> Coded:
    """Return the reported dead of the whole incident as ACLED counts them."""
    tolls = evidence.tolls("killed")
    if tolls:
        free = [t for t in tolls if not t.source.interested]
        coded = [(*conservative(t), t) for t in (free or tolls)]
        number, why, toll = min(coded, key=lambda c: (c[0], c[2].source.name))
        several = f"; the lowest of {len(coded)} origins" if len(coded) > 1 else ""
        left_out = "; parties' figures left out" if free and len(free) < len(tolls) else ""
        return Coded(number, f"conservative: {why}{several}{left_out}", toll.claim_ids)
    told = [c for c in evidence.asserted if _DEATHS.search(c.quote)]
    if not told:
        return Coded(0, "nobody reports a death")
    ids = tuple(c.id for c in told)
    if any(_MANY.search(c.quote) for c in told):
        return Coded(LARGE_UNKNOWN, "deaths reported without a number, many of them", ids)
    return Coded(SMALL_UNKNOWN, "deaths reported without a number", ids)


def shares(dead: Coded, events: int) -> list[Coded]:
    """Share a count out over events evenly, the first taking what is left over; the sum stays the count."""
    if events <= 1 or not isinstance(dead.value, int):
        return [dead] * events
    each, left = divmod(dead.value, events)
    rule = f"{dead.rule}; {dead.value} shared out over {events} days"
    return [Coded(each + (1 if n < left else 0), rule, dead.claim_ids) for n in range(events)]


def _included(evidence: Evidence, event: Coded, days: list[tuple[date, int, str]], geo: Coded) -> tuple[bool, str]:
    place = evidence.incident.place
    if event.value is None:
        return False, f"ACLED has no event type for {evidence.incident.type}"
    if not evidence.happened:
        return False, "nobody reports it as having happened"
    if not days:
        return False, "its date is not known to the month"
    if place is None or (geo.value is None and place.precision is not None):
        return False, "no place finer than the country is known"
    return True, "reported as having happened, with a date and a place; no death is needed"


def _days(evidence: Evidence) -> list[tuple[date, int, str]]:
    """Return event dates with their precision and rule: each single day that is stated, else the middle of the span."""
    exact = evidence.exact_days()
    several = sorted({d for days in exact.values() if len(days) > 1 for d in days})
    if several:
        return [(d, 1, "a day of it, as one report tells several") for d in several]
    if exact:
        # One day each: reports that name different days are at odds, not telling of two events.
        counted = Counter(days[0] for days in exact.values())
        most = max(counted.values())
        day = min(d for d, n in counted.items() if n == most)
        if len(counted) == 1:
            return [(day, 1, "the day is stated")]
        told = ", ".join(str(d) for d in sorted(counted))
        tied = sum(n == most for n in counted.values()) > 1
        return [
            (
                day,
                2 if tied else 1,
                f"reports differ on the day ({told}); " + ("the earliest" if tied else "what most of them state"),
            )
        ]
    start, end = evidence.incident.date_start, evidence.incident.date_end
    if start is None or end is None:
        return []
    length = (end - start).days + 1
    middle = start + timedelta(days=(length - 1) // 2)
    assumed = ", assumed from the publication date" if "date-assumed" in evidence.incident.flags else ""
    if length == 1:
        return [(start, 1, f"the day is stated{assumed}")]
    if length <= 7:
        return [(middle, 2, f"the middle of {length} days{assumed}")]
    if length <= 31:
        return [(middle, 3, f"the middle of {length} days{assumed}")]
    return []


def _types(evidence: Evidence) -> tuple[Coded, Coded]:
    """Return event and sub-event type, which for ground taken and for protests depend on who and how."""
    type_ = TYPES.get(evidence.incident.type)
    if type_ is None or type_.acled_event is None:
        none = Coded(None, f"ACLED has no event type for {evidence.incident.type}")
        return none, none
    event, sub, rule = type_.acled_event, type_.acled_sub_event, f"crosswalk of {type_.code}"
    mine = [c for c in evidence.asserted if c.type == type_.code]
    words = " ".join(c.quote for c in mine)
    ids = tuple(c.id for c in mine)
    if type_.code == "territory-gained":
        taker = next((s for s in evidence.doers() if s.armed), None)
        loser = next((s for s in evidence.targets() if s.armed), None)
        if mine and all(_PARTLY.search(f"{c.trigger} {c.quote}") for c in mine):
            sub, rule = "Armed clash", "entered or taken in part: no change of hands"
        elif taker is not None and (taker.inter == 1 or (taker.inter == 8 and loser is not None and loser.inter in (2, 3, 4))):
            sub, rule = "Government regains territory", f"taken by {taker.name}, state or allied forces"
        else:
            who = taker.name if taker else "somebody not named"
            sub, rule = "Non-state actor overtakes territory", f"taken by {who}"
    elif type_.code == "protest":
        if any(s.state and s.armed for s in evidence.doers()) and evidence.tolls("killed"):
            sub, rule = "Excessive force against protesters", "state forces killed protesters"
        elif _RIOT.search(words):
            event, sub, rule = "Riots", "Violent demonstration", "the words tell of violence by the crowd"
    elif type_.code == "explosive" and re.search(r"\bgrenades?\b", words, re.IGNORECASE):
        sub, rule = "Grenade", "a grenade is named"
    return Coded(event, rule, ids), Coded(sub, rule, ids)


@dataclass(frozen=True, slots=True)
class _Actors:
    """Who met whom: names as ACLED writes them, with their types, and who is named beside each."""

    first: Coded
    inter1: int | None
    second: Coded
    inter2: int | None
    beside_first: Coded
    beside_second: Coded


def _actors(evidence: Evidence, event: object) -> _Actors:
    doers, targets = evidence.doers(), evidence.targets()
    if not targets and event in ("Battles", "Strategic developments"):
        doers, targets = doers[:1], doers[1:]
    inter1: int | None
    inter2: int | None
    if event in ("Protests", "Riots"):
        first, inter1 = Coded("Rioters" if event == "Riots" else "Protesters", "the crowd"), 5 if event == "Riots" else 6
        targets = tuple(s for s in doers if s.armed) or targets
    elif doers:
        first = Coded(
            _acled_name(doers[0], evidence),
            _named_by(doers[0], evidence, "the doer that most claims name"),
            _ids(evidence, doers[0]),
        )
        inter1 = doers[0].inter
    else:
        first, inter1 = Coded("Unidentified Armed Group", "nobody names the doer"), 3
    if targets:
        second = Coded(
            _acled_name(targets[0], evidence),
            _named_by(targets[0], evidence, "the target that most claims name"),
            _ids(evidence, targets[0]),
        )
        inter2 = 7 if targets[0].civilian else targets[0].inter
    elif event == "Violence against civilians" or _civilians_died(evidence):
        second, inter2 = Coded(_civilians(evidence), "civilians are told to be the victims"), 7
    else:
        second, inter2 = Coded(None, "nobody is named as target"), 0
    beside1, beside2 = ("; ".join(_acled_name(s, evidence) for s in side[1:]) or None for side in (doers, targets))
    return _Actors(first, inter1, second, inter2, Coded(beside1, "named beside actor1"), Coded(beside2, "named beside actor2"))


def _civilians_died(evidence: Evidence) -> bool:
    return any(t.of("civilians") for t in evidence.tolls("killed"))


def _civilians(evidence: Evidence) -> str:
    country = _country(evidence)
    return f"Civilians ({country})" if country else "Civilians"


def _country(evidence: Evidence) -> str | None:
    return _COUNTRIES.get(evidence.country or "") or country_name(evidence.country)


def _listed(side: Side, evidence: Evidence) -> str | None:
    """Return the name under which ACLED lists a side, None if the registry knows none.

    ACLED lists some groups country by country, "Islamic State (Iraq)": of
    those the name for the incident's country is taken, or none.
    """
    actor = load_registry().get(side.actor_id) if side.actor_id is not None and not side.civilian else None
    if actor is None:
        return None
    country = pycountry.countries.get(alpha_2=evidence.country) if evidence.country else None
    called = {n for n in (country.name, getattr(country, "common_name", None)) if n} if country else set()
    if evidence.country and (state := load_registry().get(evidence.country)) is not None:
        called |= {state.name, *state.aliases}
    by_country = [n for n in actor.acled if (m := re.search(r"\(([^\d()]+)\)\Z", n)) is not None and m[1][0].isupper()]
    if len(by_country) > 1:
        return next((n for n in by_country if n[n.rindex("(") + 1 : -1] in called), None)
    day = evidence.incident.date_start or evidence.incident.date_end
    return acled_name(actor, day.year if day else None)


def _named_by(side: Side, evidence: Evidence, rule: str) -> str:
    """Return the rule for an actor with where its name is from."""
    if side.civilian:
        return rule
    return f"{rule}; named as {'ACLED lists it' if _listed(side, evidence) else 'in the reports'}"


def _acled_name(side: Side, evidence: Evidence) -> str:
    if side.civilian:
        return _civilians(evidence)
    if (listed := _listed(side, evidence)) is not None:
        return listed
    if country_of(side.name, side.actor_id) is not None:
        return f"Military Forces of {side.name}"
    return side.name


def _ids(evidence: Evidence, side: Side) -> tuple[str, ...]:
    return tuple(c.id for c in evidence.asserted if any(m.name == side.name for m in (*c.actor, *c.target)))


def _notes(evidence: Evidence) -> str:
    claim = next((c for c in evidence.asserted if c.type == evidence.incident.type), None)
    words = f"“{claim.quote}” ({claim.outlet or 'outlet not known'}, {claim.published_on or 'undated'})." if claim else ""
    disputes = [c.explanation for c in evidence.incident.contradictions if is_dispute(c)]
    return " ".join([words, *(f"In dispute: {d}." for d in disputes)]).strip()
