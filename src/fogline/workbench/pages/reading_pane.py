"""A report's whole text with its parts told apart, its claims marked, and the words each field rests on.

Claims overlap: one sentence may hold three. The text is therefore cut at
every edge of every span into segments that do not overlap, and each segment
knows which claims it belongs to and what it is to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fogline.claims.claim import ActorMention, Claim, Voice
from fogline.intake.report import PartKind, Report
from fogline.issue import Issue
from fogline.span import Span
from fogline.workbench.source import Review, WorkbenchSource
from fogline.workbench.words import (
    DATE_PREC_WORDS,
    KIND_WORDS,
    MODALITY_WORDS,
    WHERE_PREC_WORDS,
    days,
    number_range,
    report_title,
    type_covers,
    type_label,
    who_says,
)

PART_WORDS = {
    PartKind.HEADLINE: "headline",
    PartKind.STANDFIRST: "standfirst",
    PartKind.DATELINE: "dateline",
    PartKind.CAPTION: "caption: may tell another, older story",
    PartKind.BODY: "",
    PartKind.FURNITURE: "not part of the story; no claims are read from it",
}
ROLE_WORDS = {
    "trigger": "event",
    "actor": "who",
    "target": "to whom",
    "place": "where",
    "time": "when",
    "count": "how many",
    "origin": "says",
    "medium": "medium",
    "hedge": "hedge",
    "evidence": "evidence",
}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that is the same to all claims.

    ``claims`` are the numbers of the claims whose quote covers it, the
    shortest quote first; ``roles`` are (claim number, role) pairs of fields
    that rest on it; ``starts`` are the claims whose quote begins here.
    ``lit`` is its role to the chosen claim, ``chosen`` whether that claim covers it;
    ``lit_words`` names the role at the last segment of a run.
    """

    text: str
    claims: tuple[int, ...] = ()
    roles: tuple[tuple[int, str], ...] = ()
    starts: tuple[int, ...] = ()
    chosen: bool = False
    lit: str = ""
    lit_words: str = ""

    @property
    def depth(self) -> int:
        return min(len(self.claims), 3)

    @property
    def claims_data(self) -> str:
        return " ".join(map(str, self.claims))

    @property
    def roles_data(self) -> str:
        return " ".join(f"{number}:{role}" for number, role in self.roles)


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the page, such as a paragraph, cut into segments."""

    kind: PartKind
    note: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field of a claim: what it holds, the words it rests on, how it was found, and what else it could be."""

    role: str
    label: str
    value: str
    words: str | None
    basis: str
    reason: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimPanel:
    """A claim as the side of the reading pane shows it."""

    number: int
    claim: Claim
    type_label: str
    type_covers: str
    modality_words: str
    says: str
    fields: tuple[FieldLine, ...]
    incident_ids: tuple[str, ...]
    review: Review | None
    open: bool


@dataclass(frozen=True, slots=True)
class ReadingPanePage:
    """A report to read. ``chosen`` is the id of the claim whose words are lit, if one was asked for."""

    report: Report
    title: str
    blocks: tuple[Block, ...]
    panels: tuple[ClaimPanel, ...]
    issues: tuple[tuple[Issue, str], ...]
    chosen: str | None


def field_spans(claim: Claim) -> list[tuple[str, Span]]:
    """Return every span that a field of the claim rests on, with its role."""
    found: list[tuple[str, Span | None]] = [("trigger", claim.trigger_span)]
    found += [("actor", m.span) for m in claim.actor]
    found += [("target", m.span) for m in claim.target]
    found.append(("place", claim.place.span if claim.place else None))
    found.append(("time", claim.time.span if claim.time else None))
    found += [("count", c.span) for c in claim.counts]
    found += [("origin", v.span) for v in claim.origin]
    found.append(("medium", claim.medium_span))
    found.append(("hedge", claim.hedge_span))
    found += [("evidence", span) for _, span in claim.evidence]
    return [(role, span) for role, span in found if span is not None]


def _parts(report: Report) -> list[tuple[PartKind, int, int]]:
    """Return the parts and, as body text, what lies between them; gaps of white space are left out."""
    text, found, at = report.text, [], 0
    for part in report.parts:
        start, end = max(part.span.start, at), min(part.span.end, len(text))
        if text[at:start].strip():
            found.append((PartKind.BODY, at, start))
        if start < end:
            found.append((part.kind, start, end))
            at = end
    if text[at:].strip():
        found.append((PartKind.BODY, at, len(text)))
    return found


def blocks_of(report: Report, claims: Sequence[Claim], chosen: str | None = None) -> tuple[Block, ...]:
    """Return the report's text cut into parts and segments; joined, they are the text without blank gaps between parts."""
    length = len(report.text)
    opening: dict[int, list[tuple[int, str]]] = {}
    closing: dict[int, list[tuple[int, str]]] = {}
    size: dict[int, int] = {}
    for number, claim in enumerate(claims):
        size[number] = len(claim.quote_span)
        for role, span in [("quote", claim.quote_span), *field_spans(claim)]:
            start, end = span.start, min(span.end, length)
            if start < end:
                opening.setdefault(start, []).append((number, role))
                closing.setdefault(end, []).append((number, role))
    chosen_number = next((n for n, claim in enumerate(claims) if claim.id == chosen), None)
    parts = _parts(report)
    edges = sorted({*opening, *closing, *(start for _, start, _ in parts), *(end for _, _, end in parts)})
    active: dict[tuple[int, str], int] = {}
    blocks: list[Block] = []
    at = 0

    def step_over(edge: int) -> None:
        for key in closing.get(edge, ()):
            active[key] -= 1
            if active[key] == 0:
                del active[key]
        for key in opening.get(edge, ()):
            active[key] = active.get(key, 0) + 1

    for kind, start, end in parts:
        segments: list[Segment] = []
        while at < len(edges) and edges[at] < start:
            step_over(edges[at])
            at += 1
        while at < len(edges) and edges[at] < end:
            left = edges[at]
            step_over(left)
            at += 1
            right = min(edges[at], end) if at < len(edges) else end
            numbers = sorted((n for n, role in active if role == "quote"), key=lambda n: (size[n], n))
            roles = sorted((n, role) for n, role in active if role != "quote")
            lit = [role for n, role in roles if n == chosen_number]
            segments.append(
                Segment(
                    text=report.text[left:right],
                    claims=tuple(numbers),
                    roles=tuple(roles),
                    starts=tuple(sorted(n for n, role in opening.get(left, ()) if role == "quote")),
                    chosen=chosen_number in numbers,
                    lit=_clearest(lit),
                )
            )
        named = [
            replace(s, lit_words=ROLE_WORDS[s.lit]) if s.lit and (after is None or after.lit != s.lit) else s
            for s, after in zip(segments, [*segments[1:], None], strict=True)
        ]
        blocks.append(Block(kind, PART_WORDS[kind], tuple(named)))
    return tuple(blocks)


def _clearest(roles: Iterable[str]) -> str:
    """Return the role to show where words serve several: the one that is rarest in most claims."""
    order = ("trigger", "count", "time", "place", "hedge", "evidence", "medium", "actor", "target", "origin")
    return min(roles, key=order.index, default="")


def _mention(role: str, label: str, mention: ActorMention) -> FieldLine:
    return FieldLine(role, label, mention.name, mention.text, mention.basis, mention.reason)


def _voice(i: int, voice: Voice) -> FieldLine:
    label = "Says so" if i == 0 else ("and jointly" if voice.joint else "citing")
    return FieldLine(
        "origin",
        label,
        f"{voice.name} ({KIND_WORDS.get(str(voice.kind), str(voice.kind))})",
        voice.text,
        voice.basis,
        voice.reason,
    )


def fields_of(claim: Claim) -> tuple[FieldLine, ...]:
    """Return a claim's fields in the order an analyst asks for them; what is unknown is said, not left out."""
    lines = [FieldLine("trigger", "Event word", claim.trigger, claim.trigger, "as printed")]
    if claim.origin:
        lines += [_voice(i, v) for i, v in enumerate(claim.origin)]
    else:
        lines.append(
            FieldLine("origin", "Says so", f"{claim.outlet or 'the outlet'}, in its own voice", None, "no attribution found")
        )
    lines += [_mention("actor", "Who", m) for m in claim.actor] or [FieldLine("actor", "Who", "unknown", None, "none stated")]
    lines += [_mention("target", "To whom", m) for m in claim.target]
    place = claim.place
    if place is None:
        lines.append(FieldLine("place", "Where", "unknown", None, "none stated or clear"))
    else:
        name = ", ".join(dict.fromkeys(p for p in (place.name, place.admin1, place.country) if p))
        precision = WHERE_PREC_WORDS.get(place.precision, "") if place.precision else "not placed"
        lines.append(
            FieldLine(
                "place",
                "Where",
                f"{name} ({precision})" if precision else name,
                place.text,
                str(place.basis),
                place.reason,
                tuple(
                    f"{', '.join(dict.fromkeys(p for p in (c.name, c.admin1, c.country) if p))}"
                    + (f" · {c.population:,} people" if c.population else "")
                    for c in place.candidates
                ),
            )
        )
    time = claim.time
    if time is None:
        lines.append(FieldLine("time", "When", "unknown", None, "none stated or clear"))
    else:
        precision = DATE_PREC_WORDS.get(time.precision, "") if time.precision else ""
        lines.append(
            FieldLine(
                "time",
                "When",
                days(time.start, time.end) + (f" ({precision})" if precision else ""),
                time.text,
                str(time.basis),
                time.reason,
                tuple(flag.replace("-", " ") for flag in time.flags),
            )
        )
    lines += [
        FieldLine(
            "count",
            "How many",
            f"{c.what}: {number_range(c.low, c.high)}{f' {c.who}' if c.who else ''}",
            c.text,
            "as printed",
            "",
            tuple(flag.replace("-", " ") for flag in c.flags),
        )
        for c in claim.counts
    ]
    if claim.medium:
        lines.append(FieldLine("medium", "Said through", claim.medium, claim.medium if claim.medium_span else None, "as printed"))
    if claim.hedge:
        lines.append(FieldLine("hedge", "Weakened by", claim.hedge, claim.hedge if claim.hedge_span else None, "as printed"))
    if claim.verification:
        lines.append(FieldLine("hedge", "Verification", claim.verification, None, "the report itself says so"))
    lines += [FieldLine("evidence", "Evidence", words, words, "as printed") for words, _ in claim.evidence]
    return tuple(lines)


def reading_pane_page(source: WorkbenchSource, report: Report, chosen: str | None = None) -> ReadingPanePage:
    claims = sorted(source.claims_of(report.id), key=lambda c: (c.quote_span, c.trigger_span, c.id))
    claims_here = {claim.id for claim in claims}
    incidents_of: dict[str, list[str]] = {}
    for incident in source.incidents():
        if report.id in incident.report_ids or claims_here.intersection(incident.background_claim_ids):
            for claim_id in (*incident.claim_ids, *incident.background_claim_ids):
                if claim_id in claims_here:
                    incidents_of.setdefault(claim_id, []).append(incident.id)
    panels = tuple(
        ClaimPanel(
            number=number,
            claim=claim,
            type_label=type_label(claim.type),
            type_covers=type_covers(claim.type),
            modality_words=MODALITY_WORDS.get(str(claim.modality), str(claim.modality)),
            says=who_says(claim),
            fields=fields_of(claim),
            incident_ids=tuple(dict.fromkeys(incidents_of.get(claim.id, ()))),
            review=source.reviewed(claim.id),
            open=claim.id == chosen,
        )
        for number, claim in enumerate(claims)
    )
    issues = tuple(
        (issue, issue.span.of(report.text) if issue.span and issue.span.end <= len(report.text) else "")
        for issue in source.issues_of(report.id)
    )
    return ReadingPanePage(
        report=report,
        title=report_title(report),
        blocks=blocks_of(report, claims, chosen),
        panels=panels,
        issues=issues,
        chosen=chosen if chosen in claims_here else None,
    )
