"""Probabilities beside scores: they follow the curves of the weights, and no decision rests on them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from stub_encoder import Stub

from fogline.intake.report import Report
from fogline.reading.calibration import calibrated, probability
from fogline.reading.read import read

TEXT = "Rebels shelled Kafr Nour, the mayor said."


def a_report() -> Report:
    return Report("r", TEXT, (), "", "", language="en")


def a_stub() -> Stub:
    return Stub({"trigger": ["shelled"]}, {"actor": ["rebels"]})


@pytest.mark.parametrize("score", [0.0, 0.05, 0.4, 0.9, 1.0])
def test_curve_of_slope_one_leaves_a_score_as_it_is(score: float) -> None:
    assert probability(score, (1.0, 0.0)) == pytest.approx(score, abs=2e-4)


def test_flat_curve_makes_an_overconfident_score_modest() -> None:
    assert 0.5 < probability(0.99, (0.5, 0.0)) < 0.95
    assert probability(0.6, (0.5, 0.0)) < probability(0.7, (0.5, 0.0))


def test_weights_without_curves_give_scores_and_no_probability() -> None:
    (event,) = read(a_report(), a_stub()).events
    assert event.probabilities is None and event.arguments[0].probability is None


def test_curves_change_what_is_shown_and_no_decision() -> None:
    stub = a_stub()
    stub.calibration = {"claim": (0.4, -0.5), "actor": (0.4, -0.5)}
    (event,) = read(a_report(), stub).events
    assert event.probabilities is not None and event.probabilities.claim is not None
    assert event.probabilities.claim < event.score
    assert event.probabilities.type is None  # there is no curve for it
    assert event.arguments[0].probability == probability(event.arguments[0].score, (0.4, -0.5))
    (plain,) = read(a_report(), a_stub()).events
    bare = replace(event, probabilities=None, arguments=tuple(replace(a, probability=None) for a in event.arguments))
    assert bare == plain


def test_no_curves_leave_events_untouched() -> None:
    events = read(a_report(), a_stub()).events
    assert calibrated(events, {}) == list(events)
