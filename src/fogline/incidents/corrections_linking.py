"""Linking where some claims no longer stand: they shape nothing, and are kept with the happening they told of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from fogline.claims.claim import Claim
from fogline.incidents.accounts import window_of
from fogline.incidents.candidates import buckets_of
from fogline.incidents.corrections import DATED_AFTER
from fogline.incidents.incident import Incident
from fogline.incidents.lineage import RETRACTED
from fogline.incidents.linking import Constraints, copy_groups_of, incident_id, link
from fogline.incidents.memory import Memory
from fogline.incidents.words import place_words
from fogline.intake.report import Report
from fogline.issue import Issue

_LAST = date.max
SUPERSEDED = "superseded-claims"

# Up to so many claims everything is linked a second time, remembering the
# first. That saves two fifths of the time, but linking takes two thirds more
# memory, and in a ledger of a million claims there is none to spare: there
# only what tells of the days and places of a claim taken back is linked twice.
REMEMBERED = 200_000


def link_standing(
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    constraints: Constraints | None = None,
    memory: Memory | None = None,
) -> tuple[tuple[Incident, ...], tuple[Issue, ...]]:
    """Link the claims that stand, and file each that was taken back under the incident it would have joined.

    A retracted place or day must not pull an incident its way, so the
    standing claims are linked without the others. Linking all together
    tells where the others belong, and what an incident was called while they
    stood. A happening of which nothing stands is kept as an incident,
    discounted.
    """
    constraints = constraints or Constraints()
    gone = {c.id for c in claims if RETRACTED in c.flags}
    if not gone:
        incidents, issues = link(claims, reports, constraints, memory=memory)
        return _flagged(incidents, claims), issues
    # Nearly all of the second linking is the first one's.
    small = len(claims) <= REMEMBERED
    if memory is None and small:
        memory = Memory()
    copies = copy_groups_of(tuple(reports[k] for k in sorted(reports)))
    together, _ = link(
        claims if small else _nearby(claims, gone),
        reports,
        constraints,
        copy_groups=lambda _: copies,
        memory=memory if small else None,
    )
    stand_in: dict[str, str] = {}
    for incident in together:
        live = [i for i in incident.claim_ids if i not in gone]
        for claim_id in incident.claim_ids:
            if claim_id in gone and live:
                stand_in[claim_id] = live[0]
    standing = [c for c in claims if c.id not in gone]
    incidents, issues = link(standing, reports, _moved(constraints, stand_in), copy_groups=lambda _: copies, memory=memory)
    home = {claim_id: i.id for i in incidents for claim_id in i.claim_ids}
    history: dict[str, list[str]] = {}
    for claim_id, live_id in stand_in.items():
        if live_id in home:
            history.setdefault(home[live_id], []).append(claim_id)
    kept = [
        replace(i, superseded_claim_ids=tuple(history[i.id]), flags=(*i.flags, SUPERSEDED)) if i.id in history else i
        for i in incidents
    ]
    kept += [i for i in together if all(c in gone for c in i.claim_ids)]
    names = _names_kept(together, home, gone)
    kept = [replace(i, id=names[i.id]) if i.id in names else i for i in kept]
    ordered = sorted(kept, key=lambda i: (i.date_start is None and i.date_end is None, i.date_start or i.date_end or _LAST, i.id))
    return _flagged(ordered, claims), issues


def _nearby(claims: Sequence[Claim], gone: set[str]) -> list[Claim]:
    """Return all claims of the reports that tell of a day and a place of which a claim was taken back, if only in one of their claims."""
    wanted = {key for c in claims if c.id in gone for key in _days_and_places(c)}
    reports = {c.report_id for c in claims if c.id in gone or not wanted.isdisjoint(_days_and_places(c))}
    return [c for c in claims if c.report_id in reports]


def _days_and_places(claim: Claim) -> Iterator[tuple[str, str]]:
    start, end, _, _ = window_of(claim)
    names = [n for n in (claim.place.name, claim.place.text) if n] if claim.place is not None else []
    words = {w for n in names for w in place_words(n)} or {""}
    for bucket in buckets_of(start, end):
        for word in words:
            yield bucket, word


def _names_kept(together: Sequence[Incident], home: Mapping[str, str], gone: set[str]) -> dict[str, str]:
    """Return for incidents whose first claim was taken back the id that they had by it: taking a claim back renames nothing."""
    names: dict[str, str] = {}
    for incident in together:
        live = next((c for c in incident.claim_ids if c not in gone and c in home), None)
        if incident.claim_ids[0] in gone and live is not None:
            # Two that are one without what was taken back bear the name of the earlier.
            names.setdefault(home[live], incident.id)
    return names


def _moved(constraints: Constraints, stand_in: Mapping[str, str]) -> Constraints:
    """Let a judgement about a claim that was taken back hold for the claim that stands in its incident."""
    names = {incident_id(gone): live for gone, live in stand_in.items()} | dict(stand_in)

    def pairs(given: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        moved = ((names.get(a, a), names.get(b, b)) for a, b in given)
        return frozenset((a, b) for a, b in moved if a != b)

    return Constraints(
        pairs(constraints.must_link),
        pairs(constraints.cannot_link),
        {names.get(name, name): grade for name, grade in constraints.statuses.items()},
    )


def _flagged(incidents: Sequence[Incident], claims: Sequence[Claim]) -> tuple[Incident, ...]:
    late = {c.id for c in claims if DATED_AFTER in c.flags}
    return tuple(replace(i, flags=(*i.flags, DATED_AFTER)) if late.intersection(i.claim_ids) else i for i in incidents)
