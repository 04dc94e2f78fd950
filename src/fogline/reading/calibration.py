"""Turns scores that only rank into probabilities: of the mentions given 0.8, eight in ten are right.

How far scores and shares of right answers lie apart was measured on articles
held back from training; the curves travel with the weights they belong to.
Every decision is made on the raw scores. The probability is for whoever
reads the result.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from fogline.reading.reading import Argument, EventMention, Probabilities

# Slope and shift of a logistic curve over the logit of a score (Platt's
# scaling), by what is scored: "claim", "type", "modality", "attributed", or
# a role.
Calibration = Mapping[str, tuple[float, float]]


def probability(score: float, curve: tuple[float, float]) -> float:
    """Return the share of right answers among those with this score."""
    kept = min(max(score, 1e-4), 1 - 1e-4)
    z = curve[0] * math.log(kept / (1 - kept)) + curve[1]
    return round(1 / (1 + math.exp(-z)), 4)


def calibrated(events: Sequence[EventMention], calibration: Calibration) -> list[EventMention]:
    """Return events with their probabilities, as far as there are curves for them."""
    if not calibration:
        return list(events)

    def of(name: str, score: float) -> float | None:
        return probability(score, calibration[name]) if name in calibration else None

    return [
        replace(
            event,
            probabilities=Probabilities(
                of("claim", event.score),
                of("type", event.type_score),
                of("modality", event.modality_score),
                of("attributed", event.attributed),
            ),
            arguments=tuple(Argument(a.role, a.span, a.score, a.label, of(a.role, a.score)) for a in event.arguments),
        )
        for event in events
    ]
