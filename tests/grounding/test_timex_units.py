"""Units of time behind one another are one length."""

from __future__ import annotations

import pytest
from told_times import read


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("It is three years and two months since the dam broke.", "three years and two months", "DURATION", "P38M"),
        ("The dam broke three years and two months ago.", "three years and two months ago", "DATE", "2015-10"),
        ("It broke two weeks and three days ago.", "two weeks and three days ago", "DATE", "2018-11-26"),
        ("They talked for two hours and 10 minutes.", "two hours and 10 minutes", "DURATION", "PT130M"),
        ("They held on for three years and two thousand men died.", "three years", "DURATION", "P3Y"),
        ("They held on for three years and a half.", "three years and a half", "DURATION", "P3Y6M"),
    ],
)
def test_a_length_in_two_units_is_one(text: str, words: str, kind: str, value: str) -> None:
    assert (words, kind, value) in read(text)
