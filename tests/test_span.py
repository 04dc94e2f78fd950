import pytest

from fogline.span import Span, trimmed


def test_span_marks_exactly_its_words() -> None:
    assert Span(4, 8).of("The army left.") == "army"


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 4)])
def test_empty_reversed_and_negative_spans_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start < end"):
        Span(start, end)


def test_span_beyond_the_text_is_an_error_and_not_a_shorter_quote() -> None:
    with pytest.raises(ValueError, match="outside a text of 5"):
        Span(3, 9).of("Hajin")


def test_distance_of_overlapping_spans_is_zero() -> None:
    assert Span(0, 5).distance(Span(4, 9)) == 0
    assert Span(0, 5).distance(Span(8, 9)) == 3


def test_trimming_white_space_leaves_nothing_of_blanks() -> None:
    assert trimmed("   ", 0, 3) is None
    assert trimmed(" a b ", 0, 5) == Span(1, 4)
