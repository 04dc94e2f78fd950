import numpy as np

from fogline.reading.decode import bridged, runs, softmax


def row(*states: str) -> np.ndarray:
    """One [W, 3] row of probabilities from letters: o, b, i (sure) or ? (undecided)."""
    table = {"o": [0.9, 0.05, 0.05], "b": [0.1, 0.8, 0.1], "i": [0.1, 0.1, 0.8], "?": [0.5, 0.25, 0.25]}
    return np.array([table[s] for s in states], dtype=np.float32)


def found(*states: str) -> list[tuple[int, int]]:
    return [(b, e) for b, e, _ in runs(row(*states), 0.55)]


def test_a_second_begin_starts_a_second_mention() -> None:
    assert found("b", "i", "b", "i") == [(0, 2), (2, 4)]


def test_a_mention_that_starts_inside_is_still_a_mention() -> None:
    assert found("o", "i", "i", "o") == [(1, 3)]


def test_undecided_words_stay_outside() -> None:
    assert found("b", "?", "o") == [(0, 1)]


def test_nothing_found_is_an_empty_list() -> None:
    assert runs(row("o", "o")) == []


def test_mentions_a_word_apart_are_bridged_and_others_are_not() -> None:
    assert [(b, e) for b, e, _ in bridged([(0, 2, 0.9), (3, 4, 0.7), (9, 10, 0.8)], 1)] == [(0, 4), (9, 10)]


def test_softmax_of_large_scores_does_not_overflow() -> None:
    assert np.allclose(softmax(np.array([[1000.0, 1000.0]], dtype=np.float32)), [[0.5, 0.5]])
