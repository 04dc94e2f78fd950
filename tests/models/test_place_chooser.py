"""Training the chooser of event places."""

from __future__ import annotations

import numpy as np

from fogline.grounding.place_choice import FEATURES, Choice, Chooser, Options, best, trained
from fogline.models.place_chooser import Example, fit, folded, measure

MARKED, NONE = FEATURES.index("marked by the reader"), FEATURES.index("none")


def options(*marks: float) -> Options:
    """Return one name for each mark, and "none"."""
    x = np.zeros((len(marks) + 1, len(FEATURES)))
    x[: len(marks), MARKED] = marks
    x[-1, NONE] = 1
    choices = (*(Choice("name") for _ in marks), Choice("none"))
    return Options(choices, (*((f"town {n}", None) for n in range(len(marks))), ("none", None)), x)


def test_what_the_reader_marked_is_learnt_to_be_the_place() -> None:
    examples = [Example(options(0, 1), np.array([0.0, 1.0, 0.0]), True), Example(options(0, 0), np.array([0.0, 0.0, 1.0]), False)]
    layer = fit([(e.options.x, e.right) for e in examples * 40 if e.right is not None], seed=1)
    assert measure([examples], Chooser(layer)) == {"claims": 2, "right": 1.0, "spurious": 0.0}


def test_mentions_of_one_place_are_added_up_before_places_are_compared() -> None:
    three = options(0, 0, 0)
    same = Options(three.choices, (("Homs", "SY"), ("Homs", "SY"), ("Aleppo", "SY"), ("none", None)), three.x)
    chosen, weight = best(same, np.array([0.25, 0.2, 0.15, 0.4]))
    assert chosen == 0 and round(weight, 2) == 0.45


def test_released_weights_fit_the_features_of_this_version() -> None:
    assert len(trained().layer.linear) == len(FEATURES)


def test_names_are_compared_without_accents_and_articles() -> None:
    assert folded("Al-Hāwl") == folded("Hawl")
