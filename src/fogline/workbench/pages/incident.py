"""One incident: what is known, on whose word, who disagrees, and why its claims are held to be one happening."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fogline.claims.claim import Claim
from fogline.incidents.incident import Contradiction, Incident, Link, Origin
from fogline.incidents.profiles import Coding, Difference, all_profiles, differences
from fogline.intake.report import Report
from fogline.workbench.outline_map import OutlineMap, draw
from fogline.workbench.pages.incident_list import map_data, marks_of, where_words
from fogline.workbench.source import Review, WorkbenchSource
from fogline.workbench.words import days_of, number_range, report_title, support, who_says

# Bits beyond this would push every other bar out of sight; the number is printed in full.
WIDEST_BITS = 40.0
BAR_UNITS = 240.0
# Links of an incident with hundreds of claims run into the thousands; the weakest are shown, since
# they are what a reviewer must look at, the others are counted and in the JSON.
MOST_LINKS = 40


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim as an incident shows it: the words, who says so, in which report."""

    claim: Claim
    report: Report | None
    report_title: str
    says: str
    figures: tuple[str, ...]
    review: Review | None


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """An independent origin and the claims that rest on it; ``origin`` None gathers claims that rest on none."""

    origin: Origin | None
    claims: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two claims that cannot both be right, side by side. A side is None if its claim is not in the ledger."""

    contradiction: Contradiction
    left: ClaimLine | None
    right: ClaimLine | None


@dataclass(frozen=True, slots=True)
class Step:
    """One signal of a link: its bar runs on from where the signals before it ended."""

    name: str
    bits: float
    reason: str
    x: float
    width: float
    total: float


@dataclass(frozen=True, slots=True)
class Waterfall:
    """A link between two claims as a sum of signals; ``zero`` is where no evidence stands."""

    link: Link
    left: ClaimLine | None
    right: ClaimLine | None
    steps: tuple[Step, ...]
    zero: float


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """Everything about one incident. ``links`` are the weakest first; ``n_links`` counts all.

    ``codings`` are what other projects would record of it, ``differences`` where those part.
    """

    incident: Incident
    when: str
    where: str
    support: str
    review: Review | None
    origins: tuple[OriginGroup, ...]
    disputes: tuple[Dispute, ...]
    background: tuple[ClaimLine, ...]
    missing_claims: tuple[str, ...]
    links: tuple[Waterfall, ...]
    n_links: int
    map: OutlineMap | None
    map_data: dict[str, Any]
    taken_back: tuple[ClaimLine, ...] = ()
    codings: tuple[Coding, ...] = ()
    differences: tuple[Difference, ...] = ()


def claim_line(claim: Claim, source: WorkbenchSource) -> ClaimLine:
    report = source.report(claim.report_id)
    return ClaimLine(
        claim=claim,
        report=report,
        report_title=report_title(report) if report else claim.report_id,
        says=who_says(claim),
        figures=tuple(f"{c.what}: {number_range(c.low, c.high)}{f' {c.who}' if c.who else ''}" for c in claim.counts),
        review=source.reviewed(claim.id),
    )


def waterfall(link: Link, source: WorkbenchSource) -> Waterfall:
    """Return a link drawn as bars that add up to its weight."""
    sums = [0.0]
    for _, bits, _ in link.signals:
        sums.append(sums[-1] + bits)
    low, high = max(min(sums), -WIDEST_BITS), min(max(sums), WIDEST_BITS)
    scale = BAR_UNITS / max(high - low, 1.0)

    def at(bits: float) -> float:
        return round((max(low, min(high, bits)) - low) * scale, 1)

    steps = tuple(
        Step(name, bits, reason, min(at(before), at(after)), max(1.5, round(abs(at(after) - at(before)), 1)), after)
        for (name, bits, reason), before, after in zip(link.signals, sums, sums[1:], strict=False)
    )
    left, right = source.claim(link.left_claim_id), source.claim(link.right_claim_id)
    return Waterfall(
        link=link,
        left=claim_line(left, source) if left else None,
        right=claim_line(right, source) if right else None,
        steps=steps,
        zero=at(0.0),
    )


def incident_page(source: WorkbenchSource, incident: Incident) -> IncidentPage:
    lines: dict[str, ClaimLine] = {}
    missing: list[str] = []
    for claim_id in dict.fromkeys((*incident.claim_ids, *incident.background_claim_ids)):
        claim = source.claim(claim_id)
        if claim is None:
            missing.append(claim_id)
        else:
            lines[claim_id] = claim_line(claim, source)
    background = set(incident.background_claim_ids)

    def side(claim_id: str) -> ClaimLine | None:
        if claim_id in lines:
            return lines[claim_id]
        claim = source.claim(claim_id)
        return None if claim is None else claim_line(claim, source)

    grouped: set[str] = set()
    groups: list[OriginGroup] = []
    for origin in incident.origins:
        ids = [i for i in origin.claim_ids if i in lines]
        grouped.update(ids)
        groups.append(OriginGroup(origin, tuple(lines[i] for i in ids)))
    rest = tuple(lines[i] for i in incident.claim_ids if i in lines and i not in grouped and i not in background)
    if rest:
        groups.append(OriginGroup(None, rest))
    marks = marks_of([incident])
    picture = draw(marks, width=420, height=300) if marks else None
    links = sorted(incident.links, key=lambda link: (link.weight, link.left_claim_id, link.right_claim_id))
    told = (*incident.claim_ids, *incident.superseded_claim_ids)
    claims = {i: c for i in told if (c := source.claim(i)) is not None}
    reports = {c.report_id: r for c in claims.values() if (r := source.report(c.report_id)) is not None}
    codings = tuple(p.code(incident, claims, reports) for p in all_profiles().values())
    return IncidentPage(
        incident=incident,
        when=days_of(incident),
        where=where_words(incident),
        support=support(incident),
        review=source.reviewed(incident.id),
        origins=tuple(groups),
        disputes=tuple(Dispute(c, side(c.left_claim_id), side(c.right_claim_id)) for c in incident.contradictions),
        background=tuple(lines[i] for i in incident.background_claim_ids if i in lines),
        missing_claims=tuple(missing),
        links=tuple(waterfall(link, source) for link in links[:MOST_LINKS]),
        n_links=len(links),
        map=picture,
        map_data=map_data([incident], marks, picture.frame) if picture else {},
        taken_back=tuple(claim_line(claims[i], source) for i in incident.superseded_claim_ids if i in claims),
        codings=codings,
        differences=differences(codings),
    )
