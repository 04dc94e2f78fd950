"""Who holds a place, day by day, from what is claimed, with the rule that decided."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from fogline.claims.claim import ActorMention, Claim, ClaimPlace
from fogline.control.assessment import ControlAssessment, ControlLayer
from fogline.control.rules import State, Word, after
from fogline.control.wording import Effect, Evidence, armed, evidence_of
from fogline.incidents.accounts import claim_order, names_a_place
from fogline.incidents.affiliation import is_state_code, key_of, lineage_of, related
from fogline.incidents.incident import Incident, IncidentStatus
from fogline.incidents.lineage import Standing, sources_of
from fogline.incidents.signals import is_fine
from fogline.incidents.words import folded, place_words
from fogline.intake.report import Report
from fogline.reading.reading import Modality

_FIGHTING = frozenset(
    {"armed-clash", "air-strike", "shelling", "explosive", "suicide-bomb", "chemical-weapon", "territory-gained"}
)
# Words that a province's name may carry or lack.
_AREA_WORDS = frozenset({"province", "governorate", "region", "oblast", "state", "district", "county", "department", "muhafazat"})
# A description speaks of an area as a whole only if it says so; who "took" a province took it.
_WHOLE = re.compile(r"\b(?:all|whole|entire(?:ly|ty)?|full(?:y)?|complete(?:ly)?|every|100 ?(?:%|per ?cent))\b", re.IGNORECASE)


# A country changes hands only where it is itself what is taken or held: "seized
# Kuwait", not "captured ten villages in Syria".
_WHAT_IS_HELD = (
    r"\b(?:(?:control|capture|seizure|conquest|occupation|liberation|annexation|invasion|hold|rule|all|whole|most|rest|entirety) of|take[sn]?|taking|took|seiz\w+|overr[au]n\w*|conquer\w*|occup\w+|captur\w+|hold\w*|held|rul\w+|control\w*)\s+"
    r"(?:all |most |the whole |much )?(?:of )?(?:the )?"
)


_ARTICLE = re.compile(r"^(?:all of |most of |the whole of )?(?:the |this |that |their |its )?(?:whole |entire )?", re.IGNORECASE)


@dataclass(frozen=True)
class _Place:
    key: str
    place: ClaimPlace
    fine: bool


def assess(
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    incidents: Sequence[Incident] = (),
    *,
    layer: ControlLayer = ControlLayer.ASSESSED,
    towns: Iterable[str] = (),
) -> tuple[ControlAssessment, ...]:
    """Return each place's states over time, by place name, then day.

    Claims that stand in discounted incidents, and all that is planned,
    denied or only possible, change nothing. What is said of a province as a
    whole is assessed for that area, and reaches the towns in it with lower
    standing. ``towns`` are names of places to assess although nothing is
    claimed of them themselves. ``layer`` chooses between what is claimed
    and what that is worth.
    """
    discounted = {c for i in incidents if i.status is IncidentStatus.DISCOUNTED for c in i.claim_ids}
    found: dict[str, list[Word]] = defaultdict(list)
    places: dict[str, _Place] = {}
    numbers, countries = _geoname_ids(claims), _countries(claims)
    asked = {place_words(t) for t in towns}
    enemies = enmities(claims)
    fighters = _fighters(claims)
    for claim in sorted({c.id: c for c in claims}.values(), key=claim_order):
        if claim.place is None or not names_a_place(claim.place) or _names_a_side(claim):
            continue
        evidence = evidence_of(claim) if claim.id not in discounted and not _elsewhere_in_the_country(claim) else None
        if evidence is None and not (asked and place_words(claim.place.name) in asked and is_fine(claim.place)):
            continue
        place = _in_its_country(claim.place, countries)
        key = _key(place, numbers)
        known = places.get(key)
        if known is None or _fineness(place) < _fineness(known.place):
            places[key] = _Place(key, place, is_fine(place))
        words = found[key]
        if evidence is not None:
            words.append(_word(_by_who_fights_there(evidence, fighters, enemies), reports, enemies))
    areas = _areas(found, places)
    out: list[ControlAssessment] = []
    for key, words in found.items():
        out += _intervals(places[key], [*words, *areas.get(_area_key(places[key]), ())], layer)
    return tuple(sorted(out, key=lambda a: (folded(a.place_name), a.place_key, a.start)))


def _elsewhere_in_the_country(claim: Claim) -> bool:
    """Return whether a claim was placed in a country for want of a nearer place: it says nothing of who holds the country."""
    place = claim.place
    if place is None or place.feature != "country":
        return False
    words = _ARTICLE.sub("", place.text or place.name)
    # "The area along its border", "the north-east of it": a part of a country that the map does not have.
    if folded(words) not in (folded(place.name), "country"):
        return True
    named = "|".join(re.escape(n) for n in {place.name, "country"})
    return re.search(rf"{_WHAT_IS_HELD}(?:{named})\b", claim.quote, re.IGNORECASE) is None


def _names_a_side(claim: Claim) -> bool:
    """Return whether what was taken for an unknown place is the name of a side ("ISIS" of "the ISIS-held town")."""
    place = claim.place
    if place is None or place.latitude is not None:
        return False
    sides = {folded(name) for m in (*claim.actor, *claim.target) for name in (m.name, m.text or "")}
    return folded(place.name) in sides


def control_on(assessments: Iterable[ControlAssessment], place: str, day: date) -> ControlAssessment | None:
    """Return the state of a place on a day; ``place`` is a key or a name in any case and with or without its article."""
    wanted = place_words(place)
    for a in assessments:
        if (a.place_key == place or place_words(a.place_name) == wanted) and a.start <= day and (a.end is None or day <= a.end):
            return a
    return None


Enmities = frozenset[frozenset[str]]


def enmities(claims: Iterable[Claim]) -> Enmities:
    """Return who is told to fight whom, by the claims themselves: doer and target of an attack, both sides of a clash."""
    found: set[frozenset[str]] = set()
    for claim in claims:
        if claim.modality is Modality.ACTUAL and claim.type in _FIGHTING:
            found |= {frozenset((key_of(a.name), key_of(t.name))) for a in claim.actor for t in claim.target}
    return frozenset(found)


def _fight(left: str, right: str, enemies: Enmities) -> bool:
    pairs = ((a, b) for a in lineage_of(left) for b in lineage_of(right))
    return any(frozenset(pair) in enemies for pair in pairs)


# What puts a side on the ground: bombs from the air do not.
_ON_THE_GROUND = frozenset({"armed-clash", "territory-gained", "withdrawal", "surrender", "mobilize", "control"})


def _from_abroad(side: ActorMention, place: ClaimPlace) -> bool:
    """Return whether a doer is a state that lies elsewhere."""
    return is_state_code(side.actor_id) and place.country is not None and side.actor_id != place.country


def _of_its_own(claim: Claim) -> bool:
    """Return whether nobody but the doers tells it."""
    return bool(claim.origin) and all(any(related(v.name, a.name) for a in claim.actor) for v in claim.origin)


def _fighters(claims: Iterable[Claim]) -> Mapping[frozenset[str], tuple[str, ...]]:
    """Return for each place who is told to fight or stand there on the ground, a state from abroad only if others say so."""
    found: dict[frozenset[str], dict[str, None]] = defaultdict(dict)
    for claim in sorted(claims, key=claim_order):
        if claim.type not in _ON_THE_GROUND or claim.modality is not Modality.ACTUAL or claim.place is None:
            continue
        own = _of_its_own(claim)
        for side in claim.actor:
            if armed(side.name) and not (own and _from_abroad(side, claim.place)):
                found[place_words(claim.place.name)].setdefault(side.name)
    return {place: tuple(sides) for place, sides in found.items()}


def _by_who_fights_there(evidence: Evidence, fighters: Mapping[frozenset[str], tuple[str, ...]], enemies: Enmities) -> Evidence:
    """Return a capture as that of who fights there, where a state from abroad alone says "we have taken it" and nobody else tells of it on that ground.

    A president counts as his country's what its allies took.
    """
    claim = evidence.claim
    if evidence.effect is not Effect.TAKEN or claim.place is None or not _of_its_own(claim):
        return evidence
    if not claim.actor or not all(_from_abroad(a, claim.place) for a in claim.actor):
        return evidence
    here = fighters.get(place_words(claim.place.name), ())
    if any(related(side, other) for side in evidence.sides for other in here):
        return evidence
    losers = evidence.others or tuple(other for other in here if any(_fight(side, other, enemies) for side in evidence.sides))
    allies = tuple(
        side
        for side in here
        if not any(_fight(side, mine, enemies) for mine in evidence.sides)
        and not any(related(side, loser) for loser in losers)
        and any(_fight(side, loser, enemies) for loser in losers)
    )
    return replace(evidence, sides=allies) if allies else evidence


def _word(evidence: Evidence, reports: Mapping[str, Report], enemies: Enmities) -> Word:
    sources = [s for s in sources_of(evidence.claim, reports.get(evidence.claim.report_id))]
    speakers = tuple(s.name for s in sources)
    gainers = evidence.others if evidence.effect is Effect.LEFT else evidence.sides
    losers = evidence.sides if evidence.effect is Effect.LEFT else evidence.others
    partisan = tuple(s.name for s in sources if s.interested)
    loses = any(any(related(p, x) for x in losers) for p in partisan)
    # A side's word for its ally's gain is no better than for its own; its word for its enemy's is.
    gains = bool(sources) and len(partisan) == len(sources) and not loses
    gains = gains and not any(_fight(p, g, enemies) and not related(p, g) for p in partisan for g in gainers)
    if sources and all(s.standing is Standing.UNSOURCED and not s.interested for s in sources):
        gains = False
    return Word(evidence, speakers, gains, loses)


def _areas(
    found: Mapping[str, Sequence[Word]], places: Mapping[str, _Place]
) -> dict[tuple[str | None, frozenset[str]], list[Word]]:
    """Return what is said of provinces as a whole, by country and name: taken, or held entirely."""
    out: dict[tuple[str | None, frozenset[str]], list[Word]] = defaultdict(list)
    for key, words in found.items():
        place = places[key]
        if place.fine or place.place.precision == 6:
            continue
        name = (place.place.country, place_words(place.place.name) - _AREA_WORDS)
        for word in words:
            evidence = word.evidence
            whole = evidence.effect is Effect.SAID_HELD and _WHOLE.search(f"{evidence.claim.quote} {place.place.text or ''}")
            if evidence.sides and (evidence.effect is Effect.TAKEN or whole):
                out[name].append(replace(word, area=place.place.name))
    return out


def _area_key(place: _Place) -> tuple[str | None, frozenset[str]]:
    """Return the province that a town lies in, an impossible one for what is no town or has none."""
    admin1 = place.place.admin1
    return (place.place.country, place_words(admin1) - _AREA_WORDS) if place.fine and admin1 else ("", frozenset())


def _intervals(place: _Place, words: Sequence[Word], layer: ControlLayer) -> list[ControlAssessment]:
    by_day: dict[date, list[Word]] = defaultdict(list)
    for word in words:
        by_day[word.evidence.day].append(word)
    states: list[State] = []
    for day in sorted(by_day):
        now = states[-1] if states else None
        then = after(now, by_day[day], day, layer)
        if then is None or then is now:
            continue
        if now is None or (then.start != now.start and then.told != now.told):
            states.append(then)
        elif then.start == now.start:
            states[-1] = then
        else:
            states[-1] = now.with_claims(by_day[day], day)
    out = []
    p = place.place
    for n, state in enumerate(states):
        end = states[n + 1].start - timedelta(days=1) if n + 1 < len(states) else None
        out.append(
            ControlAssessment(
                place_key=place.key,
                place_name=p.name,
                country=p.country,
                latitude=p.latitude,
                longitude=p.longitude,
                state=state.state,
                holder=state.holder,
                claimants=state.claimants,
                start=state.start,
                end=end,
                claim_ids=state.claim_ids,
                claimed_only=state.claimed_only,
                reason=state.reason,
                layer=layer,
                standing=state.standing,
                against_interest=state.against_interest,
                word_of=state.word_of,
            )
        )
    return out


def _geoname_ids(claims: Iterable[Claim]) -> dict[tuple[str | None, frozenset[str]], int]:
    """Return the gazetteer number that a name stands for where all claims that resolved it agree.

    A name that one report gave no country (None) is taken for its namesake
    if there is one only.
    """
    found: dict[tuple[str | None, frozenset[str]], set[int]] = defaultdict(set)
    for claim in claims:
        if claim.place is not None and claim.place.geoname_id is not None:
            for country in {claim.place.country, None}:
                found[country, place_words(claim.place.name)].add(claim.place.geoname_id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _countries(claims: Iterable[Claim]) -> dict[frozenset[str], str]:
    """Return the country of a name where all claims that know one agree."""
    found: dict[frozenset[str], set[str]] = defaultdict(set)
    for claim in claims:
        if claim.place is not None and claim.place.country is not None:
            found[place_words(claim.place.name)].add(claim.place.country)
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}


def _in_its_country(place: ClaimPlace, countries: Mapping[frozenset[str], str]) -> ClaimPlace:
    """Return a place with the country that other reports give its name: one report that leaves it out makes no second place."""
    country = countries.get(place_words(place.name)) if place.country is None else None
    return place if country is None else replace(place, country=country)


def _key(place: ClaimPlace, numbers: Mapping[tuple[str | None, frozenset[str]], int]) -> str:
    words = place_words(place.name)
    number = place.geoname_id if place.geoname_id is not None else numbers.get((place.country, words))
    # Districts share their city's number; the name keeps them apart.
    name = "-".join(sorted(words))
    return f"geonames:{number}:{name}" if number is not None else f"name:{place.country or '??'}:{name}"


def _fineness(place: ClaimPlace) -> tuple[int, int, int, str]:
    return (
        0 if place.latitude is not None else 1,
        place.precision if place.precision is not None else 9,
        len(place.name),
        place.name,
    )
