"""Hours that name no day, and "by then"."""

from __future__ import annotations

from datetime import date

import pytest
from dated_events import REPORT, when

SUNDAY = date(2018, 12, 9)


@pytest.mark.parametrize(
    "words", ["by half past nine", "a little before six", "at one in the afternoon", "until dusk", "By then"]
)
def test_an_hour_without_a_day_is_of_the_day_told_before(words: str) -> None:
    text = (
        f"On Sunday rebels shelled Orvat. {words} they held the mill."
        if words == "By then"
        else f"On Sunday rebels shelled Orvat. They held the mill {words}."
    )
    sentence = text[text.index(". ") + 2 :]
    found = when(text, words, "held", sentence=sentence)
    assert (found.start, found.end) == (SUNDAY, SUNDAY)


def test_an_hour_with_no_day_told_is_news_of_the_report() -> None:
    for words in ("a little before six", "until dusk"):
        found = when(f"They held the mill {words}.", words, "held")
        assert (found.start, found.end) == (date(2018, 12, 12), REPORT)
