import numpy as np

from fogline.reading.decode import bridged, by_state, grown, growth, runs, runs_by_row, softmax


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


def test_rows_are_decoded_together_as_one_by_one() -> None:
    rows = [row("b", "i", "o", "b"), row("o", "o", "o", "o"), row("i", "b", "i", "?"), row("?", "?", "b", "i")]
    many = np.stack(rows)
    together = runs_by_row(many[..., 1], many[..., 2], np.array([0.55, 0.55, 0.55, 0.45], np.float32))
    assert together == [runs(r, 0.55) for r in rows[:3]] + [runs(rows[3], 0.45)]
    assert [(b, e) for b, e, _ in together[3]] == [(0, 2), (2, 4)]


def test_score_of_a_mention_is_the_mean_over_its_own_words() -> None:
    words = np.array([[0.9, 0.05, 0.05], [0.4, 0.6, 0.0], [0.2, 0.0, 0.8], [0.9, 0.05, 0.05]], dtype=np.float32)
    ((begin, end, score),) = runs(words)
    assert (begin, end) == (1, 3) and abs(score - 0.7) < 1e-6


def test_mention_grows_over_unsure_neighbours_but_not_into_another_or_past_a_sure_beginning() -> None:
    def grow(*states: str) -> list[tuple[int, int]]:
        words = row(*states)
        before, behind = growth(words[None, :, 1], words[None, :, 2], np.array([0.5], np.float32))
        return [(b, e) for b, e, _ in grown(runs(words, 0.55), before.tobytes(), behind.tobytes())]

    assert grow("?", "i", "i", "?", "?", "o") == [(0, 5)]
    assert grow("?", "b", "i", "?", "b", "o") == [(1, 4), (4, 5)]


def test_states_laid_out_one_by_one_hold_the_same_probabilities() -> None:
    scores = np.random.default_rng(3).normal(0, 9, (2, 5, 4 * 3)).astype(np.float32)
    parted = by_state(scores, 3)
    assert np.allclose(parted.transpose(1, 3, 2, 0), softmax(scores.reshape(2, 5, 4, 3)), atol=1e-6)
