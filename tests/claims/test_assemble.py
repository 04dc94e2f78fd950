"""What becomes of a reading's events when claims are put together."""

from __future__ import annotations

from datetime import date

import pytest

from fogline.claims.assemble import assemble
from fogline.grounding.ground import GroundedEvent, Grounding
from fogline.intake.report import Report
from fogline.reading.reading import EventMention, Modality, Reading
from fogline.span import Span


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("The Front did not welcome the plan.", "did not welcome", Modality.ACTUAL),
        ("The plan is dead: the Front took no part in it.", "took no part", Modality.ACTUAL),
        ("The Front did not reject the plan.", "did not reject", Modality.NEGATED),
        ("Never did the Front say that it would not sign.", "not sign", Modality.NEGATED),
        ("The Front took no decision.", "no decision", Modality.NEGATED),
    ],
)
def test_refusal_worded_by_its_not_alone_has_happened(text: str, trigger: str, modality: Modality) -> None:
    start = text.index(trigger)
    whole = Span(0, len(text))
    refusal = EventMention(Span(start, start + len(trigger)), whole, "reject", Modality.NEGATED)
    grounding = Grounding("r", None, {}, {}, {}, (), (GroundedEvent(refusal, None, None, None, None),))
    report = Report("r", text, (), "hash", "capture", published_on=date(2024, 5, 2))
    (claim,) = assemble(report, Reading("r", "stub", (whole,), events=(refusal,)), grounding)
    assert claim.modality is modality
