"""The claims of one sentence whose events and names are given."""

from __future__ import annotations

from datetime import date

from fogline.claims.assemble import assemble
from fogline.claims.claim import Claim
from fogline.grounding.ground import GroundedEvent, Grounding
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.intake.report import Report
from fogline.reading.reading import Argument, EventMention, Modality, Reading, Role
from fogline.span import Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def event(text: str, trigger: str, type: str, quote: str | None = None, **roles: str) -> EventMention:
    arguments = tuple(Argument(Role(role), at(text, words), 0.9) for role, words in roles.items())
    return EventMention(at(text, trigger), at(text, quote or trigger), type, Modality.ACTUAL, arguments, attributed=0.9)


def claims(text: str, *events: EventMention, **names: str) -> list[Claim]:
    """Return the claims of one sentence; ``names`` say what words stand for whom, with "_" for blanks."""
    actors = {
        at(text, w.replace("_", " ")): GroundedActor(n, ActorKind.WITNESS if n == "activists" else ActorKind.PARTY)
        for w, n in names.items()
    }
    grounded = tuple(GroundedEvent(e, None, None, None, None) for e in events)
    grounding = Grounding("r", None, {}, actors, {}, (), grounded)
    report = Report("r", text, (), "hash", "capture", published_on=date(2024, 5, 2))
    return list(assemble(report, Reading("r", "stub", (Span(0, len(text)),), events=events), grounding))
