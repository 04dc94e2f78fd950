"""Dates that cannot be, or that can be read two ways."""

from __future__ import annotations

from datetime import date

import pytest
from dated_events import when


def test_contradictions_are_flagged_and_kept_as_printed() -> None:
    wrong = when("They fought on Monday, 3 May 2016.", "on Monday, 3 May 2016", "fought")
    later = when("They fought on 20 December 2018.", "on 20 December 2018", "fought")
    never = when("They fought on 31 February 2018.", "on 31 February 2018", "fought")
    assert (wrong.start, wrong.flags) == (date(2016, 5, 3), ("weekday-contradicts-date",))
    assert (later.start, later.flags) == (date(2018, 12, 20), ("after-publication",))
    assert (never.start, never.flags) == (None, ("impossible-date",))


@pytest.mark.parametrize(
    ("words", "day", "flags"),
    [
        ("on 12/05/2024", date(2024, 5, 12), ()),
        ("on 05/12/2024", date(2024, 5, 12), ()),
        ("on 13/05/2024", date(2024, 5, 13), ()),
        ("on 04/03/2024", date(2024, 4, 3), ("ambiguous-date",)),
        ("on 04/04/2024", date(2024, 4, 4), ()),
        ("on 11/12/2024", date(2024, 11, 12), ("ambiguous-date", "after-publication")),
    ],
)
def test_a_numeric_date_is_read_so_that_it_lies_before_the_report_or_flagged(
    words: str, day: date, flags: tuple[str, ...]
) -> None:
    found = when(f"Shells hit the port {words}.", words, "hit", published=date(2024, 5, 15))
    assert (found.start, found.end, found.flags) == (day, day, flags)
