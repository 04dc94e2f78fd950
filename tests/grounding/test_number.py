"""Numbers as news writes them, before anything is said of what they count."""

from __future__ import annotations

import pytest

from fogline.grounding.number import numbers, tokens

Range = tuple[int | None, int | None]


def read(text: str) -> list[Range]:
    return [(n.low, n.high) for n in numbers(tokens(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between 1.5 and 2 million people", (1_500_000, 2_000_000)),
        ("between one and two million people", (1_000_000, 2_000_000)),
        ("1.5 to 2 million people", (1_500_000, 2_000_000)),
        ("10-15,000 people", (10_000, 15_000)),
        ("between 10 and 15,000 people", (10_000, 15_000)),
    ],
)
def test_a_scale_told_once_is_that_of_both_ends(text: str, expected: Range) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("500 to 1,000 people", (500, 1000)),
        ("between 500 and 10,000 people", (500, 10_000)),
        ("between 1 and 15,000 people", (1, 15_000)),
        ("between 10,000 and 15,000 people", (10_000, 15_000)),
        ("500 to 1 million people", (500, 1_000_000)),
    ],
)
def test_a_low_end_of_its_own_scale_is_left_alone(text: str, expected: Range) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2 lakh people", 200_000),
        ("one crore people", 10_000_000),
        ("1.5 lakh people", 150_000),
        ("1,50,000 people", 150_000),
        ("12,34,567 people", 1_234_567),
        ("3,5 million people", 3_500_000),
        ("12 345 people", 12_345),
        ("12\u202f345 wounded", 12_345),
        ("two-and-a-half million people", 2_500_000),
        ("2 1/2 million people", 2_500_000),
        ("two and a half million people", 2_500_000),
    ],
)
def test_numbers_are_read_as_other_countries_write_them(text: str, number: int) -> None:
    assert read(text) == [(number, number)]


def test_two_numbers_side_by_side_are_not_one() -> None:
    assert read("12 345 wounded") == [(12, 12), (345, 345)]


@pytest.mark.parametrize("text", ["40 or more people", "40-plus people", "40+ people", "40 people or more"])
def test_or_more_behind_a_number_leaves_its_high_end_open(text: str) -> None:
    assert read(text) == [(40, None)]


def test_or_fewer_behind_a_number_leaves_its_low_end_open() -> None:
    assert read("ten or fewer people") == [(None, 10)]


def test_more_than_something_else_bounds_no_number_before_it() -> None:
    assert read("40 people or more than half") == [(40, 40)]


@pytest.mark.parametrize("text", ["27 2004.", "27 2004, then", "27\u00a02004 and"])
def test_a_day_and_its_year_are_not_one_number(text: str) -> None:
    assert [t.word for t in tokens(text)][:2] == ["27", "2004"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the sixty-first assault", []),
        ("sixty-one assaults", [(61, 61)]),
        ("several hundred thousand people", [(200_000, 999_999)]),
        ("a million and a half people", [(1_500_000, 1_500_000)]),
        ("over two guards", [(2, None)]),
        ("handed over two guards", [(2, 2)]),
    ],
)
def test_ordinals_halves_and_parts_of_verbs_are_told_from_numbers(text: str, expected: list[Range]) -> None:
    assert read(text) == expected
