"""Times of day."""

from __future__ import annotations

import pytest
from told_times import read


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("At 13.20 GMT shells fell.", "13.20 GMT", "2018-12-13T13:20"),
        ("At 0430 hours shells fell.", "0430 hours", "2018-12-13T04:30"),
        ("At 1320Z shells fell.", "1320Z", "2018-12-13T13:20"),
        ("By 1800 local shells fell.", "1800 local", "2018-12-13T18:00"),
        ("Shells fell by 05:30hrs.", "05:30hrs", "2018-12-13T05:30"),
        ("On Sunday, 9 December at about 9 p.m. shells fell.", "9 p.m.", "2018-12-09T21:00"),
    ],
)
def test_clock_times_of_reports_are_read_whole_and_on_their_day(text: str, words: str, value: str) -> None:
    assert (words, "TIME", value) in read(text)
