"""The origin graph: who carries, cites, quotes and republishes whom, down to those who know.

Every edge has the words that show it. The graph explains a count of origins;
it does not make one: that is ``lineage``'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fogline.claims.claim import Claim, Voice
from fogline.grounding.grounding import ActorKind
from fogline.incidents.accounts import claim_order
from fogline.incidents.affiliation import is_agency, key_of, spoken_for
from fogline.incidents.incident import Incident
from fogline.incidents.lineage import RETRACTED
from fogline.incidents.linking import copy_groups_of
from fogline.incidents.owners import house_of, owner_of
from fogline.intake.report import Report
from fogline.span import Span


class NodeKind(StrEnum):
    OUTLET = "outlet"
    OWNER = "owner"
    AGENCY = "agency"
    MONITOR = "monitor"
    UN = "un"
    AID = "aid"
    GOVERNMENT = "government"
    OFFICIAL = "official"
    PARTY = "party"
    WITNESS = "witness"
    EXPERT = "expert"
    FOOTAGE = "footage"
    OTHER = "other"


class EdgeKind(StrEnum):
    """How one node rests on another."""

    CITES = "cites"  # gives somebody's word in its own
    QUOTES = "quotes"  # gives somebody's words in quotation marks
    REPUBLISHES = "republishes"  # carries another's text
    SHOWS = "shows"  # offers material: a video, photographs, documents
    OWNED_BY = "owned-by"
    SPEAKS_FOR = "speaks-for"  # a medium owned or directed by a side


@dataclass(frozen=True, slots=True)
class Node:
    id: str
    name: str
    kind: NodeKind


@dataclass(frozen=True, slots=True)
class Edge:
    """``left`` rests on ``right``. ``span`` points into the report's text; none for what the text does not say (who owns whom)."""

    kind: EdgeKind
    left: str
    right: str
    report_id: str | None = None
    claim_id: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class OriginGraph:
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def roots(self) -> tuple[Node, ...]:
        """Those who rest on nobody: where lines of reports begin, or are lost. Owners and footage are no knowers."""
        resting = {e.left for e in self.edges if e.kind in (EdgeKind.CITES, EdgeKind.QUOTES, EdgeKind.REPUBLISHES)}
        apart = (NodeKind.OWNER, NodeKind.FOOTAGE)
        return tuple(n for n in self.nodes if n.id not in resting and n.kind not in apart)


_KINDS = {
    ActorKind.MEDIA: NodeKind.OUTLET,
    ActorKind.MONITOR: NodeKind.MONITOR,
    ActorKind.UN: NodeKind.UN,
    ActorKind.AID: NodeKind.AID,
    ActorKind.GOVERNMENT: NodeKind.GOVERNMENT,
    ActorKind.OFFICIAL_ANONYMOUS: NodeKind.OFFICIAL,
    ActorKind.PARTY: NodeKind.PARTY,
    ActorKind.WITNESS: NodeKind.WITNESS,
    ActorKind.EXPERT: NodeKind.EXPERT,
    ActorKind.OTHER: NodeKind.OTHER,
}
_MARKS = "\"“”„«»‘’'"


def origin_graph(claims: Iterable[Claim], reports: Mapping[str, Report]) -> OriginGraph:
    """Return the graph behind some claims, an incident's for example. Claims that were taken back are left out."""
    nodes: dict[str, Node] = {}
    edges: dict[tuple[object, ...], Edge] = {}

    def node(name: str, kind: NodeKind) -> str:
        # An agency with its own site is an outlet here and a credit there: one node.
        family = "media" if kind in (NodeKind.OUTLET, NodeKind.AGENCY) else str(kind)
        id = f"{family}:{key_of(name)}"
        if id not in nodes or (kind is NodeKind.AGENCY and nodes[id].kind is NodeKind.OUTLET):
            nodes[id] = Node(id, name, kind)
        return id

    def edge(
        kind: EdgeKind, left: str, right: str, report: Report | None = None, claim: Claim | None = None, span: Span | None = None
    ) -> None:
        if left != right:
            made = Edge(kind, left, right, report.id if report else None, claim.id if claim else None, span)
            edges.setdefault((kind, left, right, made.report_id, span), made)

    live = sorted((c for c in claims if RETRACTED not in c.flags), key=claim_order)
    mine = [reports[r] for r in dict.fromkeys(c.report_id for c in live) if r in reports]
    for report in mine:
        outlet = node(report.outlet or "unknown outlet", _outlet_kind(report.outlet))
        for credit in report.credits:
            edge(EdgeKind.REPUBLISHES, outlet, node(credit.agency, NodeKind.AGENCY), report, None, credit.span)
    for first, copy in _copies(mine):
        left, right = (node(r.outlet or "unknown outlet", _outlet_kind(r.outlet)) for r in (copy, first))
        edge(EdgeKind.REPUBLISHES, left, right, copy, None, Span(0, len(copy.text)))
    for claim in live:
        report_ = reports.get(claim.report_id)
        name = claim.outlet or (report_.outlet if report_ else None) or "unknown outlet"
        outlet = above = node(name, _outlet_kind(name))
        how = EdgeKind.QUOTES if _in_quotes(claim, report_) else EdgeKind.CITES
        for n, voice in enumerate(claim.origin):
            speaker = node(voice.name, _voice_kind(voice))
            edge(
                how if n == 0 or voice.joint else EdgeKind.CITES,
                outlet if voice.joint else above,
                speaker,
                report_,
                claim,
                voice.span,
            )
            above = speaker
        for words, span in claim.evidence:
            edge(EdgeKind.SHOWS, above, node(words, NodeKind.FOOTAGE), report_, claim, span)
    for found in list(nodes.values()):
        if found.kind in (NodeKind.OUTLET, NodeKind.AGENCY):
            if (owner := owner_of(found.name)) is not None:
                edge(EdgeKind.OWNED_BY, found.id, node(owner, NodeKind.OWNER))
            if (side := spoken_for(found.name)) is not None:
                edge(EdgeKind.SPEAKS_FOR, found.id, node(side, NodeKind.PARTY))
    order = sorted(edges.values(), key=lambda e: (e.left, e.right, e.kind, e.report_id or "", e.span.start if e.span else -1))
    return OriginGraph(tuple(nodes[k] for k in sorted(nodes)), tuple(order))


def _copies(reports: Sequence[Report]) -> list[tuple[Report, Report]]:
    """Return for each later copy of a text the first report that carried it, and the copy."""
    groups = copy_groups_of(reports)
    first: dict[int, Report] = {}
    out = []
    for report in sorted(reports, key=lambda r: (str(r.published_on or "9999"), r.id)):
        number = groups.get(report.id)
        if number is None:
            continue
        if (held := first.setdefault(number, report)) is not report:
            out.append((held, report))
    return out


def _outlet_kind(name: str | None) -> NodeKind:
    return NodeKind.AGENCY if name and is_agency(name) else NodeKind.OUTLET


def _voice_kind(voice: Voice) -> NodeKind:
    return NodeKind.AGENCY if voice.kind is ActorKind.MEDIA and is_agency(voice.name) else _KINDS[voice.kind]


def _in_quotes(claim: Claim, report: Report | None) -> bool:
    if report is None:
        return False
    start, end = claim.quote_span.start, claim.quote_span.end
    before, after = report.text[max(0, start - 1) : start], report.text[end : end + 2]
    return bool(before) and before in _MARKS and any(mark in after for mark in _MARKS)


@dataclass(frozen=True, slots=True)
class Audit:
    """How far "several outlets report it" is more than one house or one witness. Ids of incidents.

    ``several_outlets`` are those that two outlets or more carry; of these
    ``one_publisher`` are carried by outlets of one owner alone, ``one_origin``
    rest on one independent origin or none.
    """

    incidents: int
    several_outlets: tuple[str, ...]
    one_publisher: tuple[str, ...]
    one_origin: tuple[str, ...]


def audit(incidents: Sequence[Incident], reports: Mapping[str, Report]) -> Audit:
    """Return which incidents look corroborated by the number of outlets and are not by who stands behind them."""
    several, publisher, origin = [], [], []
    for incident in incidents:
        outlets = {reports[r].outlet for r in incident.report_ids if r in reports and reports[r].outlet}
        if len(outlets) < 2:
            continue
        several.append(incident.id)
        if len({house_of(o) for o in outlets}) < 2:
            publisher.append(incident.id)
        if len(incident.origins) < 2:
            origin.append(incident.id)
    return Audit(len(incidents), tuple(several), tuple(publisher), tuple(origin))
