"""The days of feasts and fasts."""

from __future__ import annotations

from datetime import date

import pytest
from dated_events import REPORT, when


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("during Ramadan", date(2018, 5, 16), date(2018, 6, 14)),
        ("on the first day of Eid al-Adha", date(2018, 8, 22), date(2018, 8, 22)),
        ("since Ramadan", date(2018, 5, 16), REPORT),
        ("in the last week of Ramadan", date(2018, 6, 8), date(2018, 6, 14)),
    ],
)
def test_feasts_of_the_moon_are_dated_by_the_tabular_calendar(words: str, start: date, end: date) -> None:
    found = when(f"The two sides fought there {words}, residents said.", words, "fought")
    assert (found.start, found.end) == (start, end)
    assert "may differ by a day" in found.reason
