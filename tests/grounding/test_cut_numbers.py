"""Numbers that a stretch or a mark cuts in two."""

from __future__ import annotations

import pytest

from fogline.grounding.quantity import find_quantities, read_count
from fogline.span import Span


def test_number_cut_by_the_quotation_is_read_whole() -> None:
    text = "They took in more than 1,500 families."
    start = text.index("500")
    (quantity,) = find_quantities(text, start, len(text), claim_type="displacement")
    assert (quantity.low, quantity.high) == (1500, None)


def test_stretch_that_ends_within_a_decimal_number_counts_nobody() -> None:
    text = "Killed in the blast at 999.99 were people."
    assert not find_quantities(text, 0, text.index(".99"), claim_type="attack")


def test_marked_half_of_a_coordinate_is_no_count() -> None:
    text = "The strike at 36.2021, 37.1343 killed people."
    start = text.index("37.1343")
    span = Span(start, start + 2)
    assert read_count(text, span, trigger="killed", claim_type="attack", sentence=Span(0, len(text))) is None


def test_mark_that_begins_inside_a_number_grows_to_the_whole_of_it() -> None:
    text = "Around 95,700 people were displaced."
    begin = text.index("700")
    read = read_count(text, Span(begin, begin + 10), trigger="displaced", claim_type="displacement", sentence=Span(0, len(text)))
    assert read is not None
    assert (read.text, read.low, read.high) == ("Around 95,700 people", 95_700, 95_700)


def test_a_mark_that_cuts_a_range_takes_in_its_high_end() -> None:
    text = "A group of six to eight men was arrested."
    marked = read_count(text, Span(11, 14), trigger="arrested", claim_type="arrest", sentence=Span(0, len(text)))
    assert marked is not None and (marked.text, marked.low, marked.high) == ("six to eight", 6, 8)


@pytest.mark.parametrize("words", ["nine people", "dozens of people", "twenty-five people"])
def test_a_bound_outside_the_stretch_belongs_to_a_written_number_too(words: str) -> None:
    text = f"At least {words} were killed."
    for start in (text.index(words), text.index("five") if "five" in words else text.index(words)):
        (quantity,) = find_quantities(text, start, len(text), claim_type="attack")
        assert quantity.high is None and quantity.text == f"At least {words}"
