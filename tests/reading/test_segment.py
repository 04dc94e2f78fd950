import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from fogline.reading.encoder import reader_folder
from fogline.reading.segment import Reach, Words, sentences, window_pieces, windows, words_of
from fogline.span import Span

TOKENIZER = Tokenizer.from_file(str(reader_folder() / "tokenizer.json"))
TOKENIZER.no_truncation()
TOKENIZER.no_padding()


def said(text: str) -> list[str]:
    return [s.of(text) for s in sentences(text)]


def test_titles_and_initials_do_not_end_a_sentence() -> None:
    assert said("Gen. A. B. Haddad spoke. Mr. Saleh left.") == ["Gen. A. B. Haddad spoke.", "Mr. Saleh left."]


def test_closing_quotation_mark_belongs_to_its_sentence() -> None:
    assert said("“We hold the town.” He left.") == ["“We hold the town.”", "He left."]


def test_marks_in_a_row_end_one_sentence_and_dots_without_end_none() -> None:
    assert said("“Why?!” He left… They stayed.) Then") == ["“Why?!”", "He left…", "They stayed.)", "Then"]
    assert said("." * 50_000 + "x") != []  # took minutes


def test_paragraph_without_full_stop_ends_at_the_blank_line() -> None:
    assert said("Clashes near Hajin\n\nThe force advanced.") == ["Clashes near Hajin", "The force advanced."]


def test_a_text_without_any_stop_is_cut_into_bounded_sentences_that_lose_no_word() -> None:
    text = "shelling " * 5000
    found = sentences(text)
    assert max(len(s) for s in found) <= 1200
    assert " ".join(s.of(text) for s in found).split() == text.split()


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_words_point_into_any_text_in_order(text: str) -> None:
    words = words_of(text, TOKENIZER)
    assert np.all(words.end > words.start)
    assert np.all(words.start[1:] >= words.end[:-1])
    assert len(words) == 0 or words.end[-1] <= len(text)


@given(st.integers(0, 900), st.integers(40, 120))
@settings(max_examples=60, deadline=None)
def test_every_word_is_in_exactly_one_core(count: int, size: int) -> None:
    words = numbered(count)
    cores = [w for window in windows(words, size=size, margin=8) for w in range(window.core_begin, window.core_end)]
    assert cores == list(range(count))


@given(st.integers(1, 900), st.integers(40, 120))
@settings(max_examples=60, deadline=None)
def test_no_window_holds_more_pieces_than_the_encoder_takes(count: int, size: int) -> None:
    words = numbered(count)
    for window in windows(words, size=size, margin=8):
        assert window.begin <= window.core_begin < window.core_end <= window.end
        pieces, first = window_pieces(words, window, 101, 102, size)
        assert len(pieces) <= size
        assert first.max() < len(pieces) - 1


def test_window_pieces_point_to_the_first_piece_of_each_word() -> None:
    text = "Deir Ezzor was shelled"
    words = words_of(text, TOKENIZER)
    (window,) = windows(words)
    pieces, first = window_pieces(words, window, 101, 102)
    assert [TOKENIZER.id_to_token(pieces[i])[0] for i in first] == ["d", "e", "w", "s"]
    assert pieces[0] == 101 and pieces[-1] == 102


def test_words_that_touch_a_span_are_found() -> None:
    words = words_of("The army left Hajin.", TOKENIZER)
    assert words.covering(Span(4, 13)) == (1, 3)
    assert words.covering(Span(3, 4)) == (1, 1)


def test_distance_is_bucketed_alike_for_every_trigger_and_tells_before_from_behind() -> None:
    buckets = Reach(3, 4).distances()
    assert list(buckets) == sorted(set(buckets.tolist())) and len(buckets) == 7


def test_surroundings_name_the_words_that_are_there_and_count_sentences() -> None:
    index, there, apart = Reach(2, 3).around([1, 4], np.array([0, 0, 1, 1, 5]))
    assert there.tolist() == [[0, 1, 1, 1, 1], [1, 1, 1, 0, 0]]
    assert index[0, 1:].tolist() == [0, 1, 2, 3] and index[1, :3].tolist() == [2, 3, 4]
    assert apart[0, 1:].tolist() == [3, 3, 4, 4] and apart[1, :3].tolist() == [0, 0, 3]


def test_values_around_a_trigger_are_laid_out_over_the_window() -> None:
    values = np.arange(10, dtype=np.float32).reshape(2, 5)
    out = np.full((2, 5), -1, dtype=np.float32)
    Reach(2, 3).spread(values, [1, 4], out)
    assert out.tolist() == [[1, 2, 3, 4, -1], [-1, -1, 5, 6, 7]]


def test_windows_of_a_text_are_of_like_length_and_as_few_as_will_do() -> None:
    words = numbered(260)
    found = windows(words, size=302, margin=30)
    seen = [int(words.first[w.end] - words.first[w.begin]) for w in found]
    assert len(found) == 2 and max(seen) - min(seen) <= 6


@given(st.integers(1, 1500), st.integers(1, 400))
@settings(max_examples=60, deadline=None)
def test_windows_that_end_with_sentences_are_no_more_than_those_that_end_anywhere(count: int, length: int) -> None:
    words = numbered(count, sentence=length)
    found = windows(words)
    assert len(found) <= len(windows(numbered(count)))
    assert [w for f in found for w in range(f.core_begin, f.core_end)] == list(range(count))
    for window in found:
        assert len(window_pieces(words, window, 101, 102)[0]) == words.first[window.end] - words.first[window.begin] + 2


def test_a_window_ends_where_a_sentence_does() -> None:
    words = numbered(600, sentence=20)
    ends = [w.core_end for w in windows(words)[:-1]]
    assert len(ends) >= 3 and all(end % 20 == 0 for end in ends)


def test_a_window_in_a_long_sentence_ends_within_it() -> None:
    words = numbered(400, sentence=199)
    (first, _, _) = windows(words)
    assert first.core_end not in (199, 398)


def numbered(count: int, sentence: int = 10_000) -> Words:
    """Words of one to three pieces each, so many of them to a ``sentence``."""
    lengths = np.arange(count) % 3 + 1
    first = np.r_[0, np.cumsum(lengths)]
    at = np.arange(count) * 2
    return Words(at, at + 1, np.arange(first[-1]) + 1000, first, np.arange(count) // sentence)


def test_words_that_do_not_fit_cost_no_window_more() -> None:
    assert len(windows(numbered(1332, sentence=20))) <= len(windows(numbered(1332)))
