"""The records as a public export shows them: private people's names are withheld, and where the wounded, the hidden and the displaced are.

Reports print such names and places with one reader in mind; a table that
gathers thousands of them serves others too. Of places only a site's own words are
taken out, never a town's, a division's or a country's name, without which an
export says nothing; where the words go, the coordinates are coarse too. In doubt these rules withhold:
a name too many taken out costs a reader a look at the report, a name too many left in may
cost somebody more. ``public=False`` (``--full``) switches them off.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from fogline.claims.claim import ActorMention, Claim, ClaimPlace, Voice
from fogline.control.assessment import ControlAssessment
from fogline.exports.material import Material
from fogline.exports.private_people import is_private_voice, looks_like_a_person
from fogline.exports.public_address import public_address
from fogline.exports.sensitive_sites import SITE, Point, is_sensitive_place, plain_site, point_of
from fogline.exports.withheld import PLACE_WITHHELD, Cleaner, Withheld
from fogline.grounding.grounding import ActorKind
from fogline.incidents.incident import (
    Contradiction,
    Figure,
    Incident,
    IncidentPlace,
    Link,
    Origin,
    set_by_reviewer,
)

Named = TypeVar("Named", ActorMention, Voice)
# 0.1 degree is about 11 km north to south: a district, not a building.
COARSE_DEGREES = 1
COARSE_PRECISION = 2


def made_public(material: Material) -> Material:
    """Return the material as a public export shows it.

    Of reports only titles and addresses are exported, and cleaned; their texts stay as they are.
    """
    withheld = Withheld(material.claims, material.incidents, (*material.control, *material.claimed_control))
    claims = {c.id: c for c in material.claims}

    def by_site(place: IncidentPlace | ControlAssessment | None, claim_ids: Iterable[str]) -> bool:
        return place is not None and _placed_by_site(point_of(place), (claims[i] for i in claim_ids if i in claims))

    def control(assessments: Iterable[ControlAssessment]) -> tuple[ControlAssessment, ...]:
        return tuple(
            public_control(
                a, withheld.cleaner(*(claims[i].report_id for i in a.claim_ids if i in claims)), by_site(a, a.claim_ids)
            )
            for a in assessments
        )

    return replace(
        material,
        reports=tuple(
            replace(r, title=withheld.cleaner(r.id).clean_or_none(r.title), url=public_address(r.url)) for r in material.reports
        ),
        claims=tuple(public_claim(c, withheld.cleaner(c.report_id)) for c in material.claims),
        incidents=tuple(
            public_incident(i, withheld.cleaner(*i.report_ids), by_site(i.place, i.claim_ids)) for i in material.incidents
        ),
        control=control(material.control),
        claimed_control=control(material.claimed_control),
    )


def public_claim(claim: Claim, cleaner: Cleaner) -> Claim:
    """Return a claim fit for the public. Its spans still count in the report's text; withheld words are marked."""
    return replace(
        claim,
        quote=cleaner.clean(claim.quote),
        trigger=cleaner.clean(claim.trigger),
        actor=tuple(public_mention(m, cleaner) for m in claim.actor),
        target=tuple(public_mention(m, cleaner) for m in claim.target),
        place=None if claim.place is None else public_place(claim.place, cleaner),
        counts=tuple(replace(c, text=cleaner.clean(c.text), who=cleaner.clean_or_none(c.who)) for c in claim.counts),
        origin=tuple(public_voice(v, cleaner) for v in claim.origin),
        medium=cleaner.clean_or_none(claim.medium),
        hedge=cleaner.clean_or_none(claim.hedge),
        evidence=tuple((cleaner.clean(words), span) for words, span in claim.evidence),
    )


def public_voice(voice: Voice, cleaner: Cleaner) -> Voice:
    voice = _unreviewed(voice)
    if is_private_voice(voice):
        name = "a witness" if voice.kind is ActorKind.WITNESS else "a person"
        return replace(voice, name=name, text=None, span=None, actor_id=None, reason="name withheld in public exports")
    # An id on an unnamed source would tie together people who asked not to be known.
    unnamed = voice.kind in (ActorKind.WITNESS, ActorKind.OFFICIAL_ANONYMOUS)
    return replace(
        voice,
        name=cleaner.clean(voice.name),
        text=cleaner.clean_or_none(voice.text),
        actor_id=None if unnamed else voice.actor_id,
        reason=cleaner.clean(voice.reason),
    )


def public_mention(mention: ActorMention, cleaner: Cleaner) -> ActorMention:
    mention = _unreviewed(mention)
    if mention.actor_id is None and any(cleaner.clean(w).count(PLACE_WITHHELD) for w in (mention.name, mention.text or "")):
        plain = plain_site(f"{mention.name} {mention.text or ''}")
        return replace(mention, name=plain, text=cleaner.clean_or_none(mention.text), reason="place withheld in public exports")
    if mention.name in cleaner.people and mention.actor_id is None:
        return replace(mention, name="a person", text=None, span=None, reason="name withheld in public exports")
    return replace(
        mention,
        name=cleaner.clean(mention.name),
        text=cleaner.clean_or_none(mention.text),
        reason=cleaner.clean(mention.reason),
    )


def public_place(place: ClaimPlace, cleaner: Cleaner) -> ClaimPlace:
    """Return a place fit for the public: of a sensitive site at most the town, and coordinates to match."""
    site = cleaner.is_site(place.name, point_of(place)) or (place.feature == SITE and is_sensitive_place(place.name, place.text))
    if not site and not is_sensitive_place(place.name, place.text):
        name = cleaner.place_name(place.name)
        candidates = place.candidates if name == place.name else ()
        text, reason = cleaner.clean_or_none(place.text), cleaner.clean(place.reason)
        return replace(place, name=name, text=text, reason=reason, candidates=candidates)
    coarser = replace(
        place,
        latitude=coarse(place.latitude),
        longitude=coarse(place.longitude),
        precision=None if place.precision is None else max(place.precision, COARSE_PRECISION),
        geoname_id=None,
        candidates=(),
        reason="exact place withheld in public exports; coordinates rounded to 0.1 degree",
    )
    if site:
        return replace(coarser, name=_admin_name(place.admin1, place.country), text=None, span=None)
    return replace(coarser, name=cleaner.place_name(place.name), text=cleaner.clean_or_none(place.text))


def public_incident(incident: Incident, cleaner: Cleaner, by_site: bool = False) -> Incident:
    """Return an incident fit for the public: names, titles and explanations without withheld words.

    ``by_site`` says that only a sensitive site's words place it: its coordinates are coarse then.
    """

    def party(name: str) -> str:
        if PLACE_WITHHELD in cleaner.clean(name):
            return plain_site(name)
        return "a person" if name in cleaner.people else cleaner.clean(name)

    def origin(item: Origin) -> Origin:
        name = cleaner.clean(item.name)
        if name != item.name:
            name = "a witness" if item.kind == ActorKind.WITNESS else "a person"
        return replace(item, name=name, reason=cleaner.clean(item.reason))

    def figure(item: Figure) -> Figure:
        return replace(item, who=cleaner.clean_or_none(item.who), rule=cleaner.clean(item.rule))

    def contradiction(item: Contradiction) -> Contradiction:
        return replace(item, explanation=cleaner.clean(item.explanation))

    def link(item: Link) -> Link:
        return replace(item, signals=tuple((name, weight, cleaner.clean(reason)) for name, weight, reason in item.signals))

    return replace(
        incident,
        title=cleaner.clean(incident.title),
        place=None if incident.place is None else _public_incident_place(incident.place, cleaner, by_site),
        origins=tuple(origin(o) for o in incident.origins),
        figures=tuple(figure(f) for f in incident.figures),
        contradictions=tuple(contradiction(c) for c in incident.contradictions),
        actors=_unique(party(a) for a in incident.actors),
        targets=_unique(party(t) for t in incident.targets),
        status_reason=cleaner.clean(_status_reason(incident)),
        status_by_rule=cleaner.clean_or_none(incident.status_by_rule),
        links=tuple(link(item) for item in incident.links),
    )


def public_control(assessment: ControlAssessment, cleaner: Cleaner, by_site: bool = False) -> ControlAssessment:
    """Return an interval of control fit for the public; ``by_site`` as for an incident."""

    def party(name: str) -> str:
        return "a person" if name in cleaner.people else cleaner.clean(name)

    site = cleaner.is_site(assessment.place_name, point_of(assessment))
    name = (assessment.country or "place withheld") if site else cleaner.place_name(assessment.place_name)
    assessment = replace(
        assessment,
        place_key=assessment.place_key if name == assessment.place_name else "withheld",
        place_name=name,
        holder=None if assessment.holder is None else party(assessment.holder),
        claimants=tuple(party(c) for c in assessment.claimants),
        reason=cleaner.clean(assessment.reason),
        word_of=tuple(party(w) for w in assessment.word_of),
    )
    if not site and not by_site:
        return assessment
    return replace(assessment, latitude=coarse(assessment.latitude), longitude=coarse(assessment.longitude))


def coarse(degrees: float | None) -> float | None:
    """Return a coordinate rounded to 0.1 degree."""
    return None if degrees is None else round(degrees, COARSE_DEGREES) + 0.0


def _unreviewed(named: Named) -> Named:
    """Return a mention that a reviewer named without what stays at home: the reviewer, their remark, and what was read before."""
    if named.read_as is None:
        return named
    person = looks_like_a_person(named.read_as)
    text, span = (None, None) if person else (named.text, named.span)
    return replace(named, text=text, span=span, reason="decided by a reviewer", read_as=None, read_basis=None)


def _public_incident_place(place: IncidentPlace, cleaner: Cleaner, by_site: bool) -> IncidentPlace:
    site = cleaner.is_site(place.name, point_of(place))
    name = _admin_name(place.admin1, place.country) if site else cleaner.place_name(place.name)
    if not site and not by_site:
        return replace(place, name=name, full_name=cleaner.clean_or_none(place.full_name))
    return replace(
        place,
        name=name,
        latitude=coarse(place.latitude),
        longitude=coarse(place.longitude),
        precision=None if place.precision is None else max(place.precision, COARSE_PRECISION),
        full_name=None,
    )


def _admin_name(admin1: str | None, country: str | None) -> str:
    return ", ".join(part for part in (admin1, country) if part) or "place withheld"


def _placed_by_site(point: Point | None, claims: Iterable[Claim]) -> bool:
    """Return whether a point comes from a sensitive site's words alone, and from nobody who speaks of the town itself."""
    there = [c.place for c in claims if c.place is not None and point is not None and point_of(c.place) == point]
    return bool(there) and all(is_sensitive_place(p.name, p.text) for p in there)


def _status_reason(incident: Incident) -> str:
    """Return why an incident has its status, without a reviewer's name and remark."""
    if incident.status_by_rule is None:
        return incident.status_reason
    return set_by_reviewer(incident.status, incident.status_by_rule)


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
