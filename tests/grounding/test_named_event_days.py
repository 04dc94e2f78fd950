"""The day of something told before that a phrase names."""

from __future__ import annotations

from datetime import date

from dated_events import when

from fogline.grounding.grounding import DateBasis

TEXT = "The market bombing of 2 December at Port Alba killed nine. A raid of 5 December killed four. "


def test_day_of_a_named_event_is_the_one_told_beside_it() -> None:
    text = TEXT + "On the day of the Port Alba bombing gunmen burnt a mill."
    for words in ("On the day of the Port Alba bombing", "On the day"):
        burnt = when(text, words, "burnt", type="destruction")
        assert (burnt.start, burnt.end, burnt.basis) == (date(2018, 12, 2), date(2018, 12, 2), DateBasis.RESOLVED)
    raid = when(TEXT + "On the night of the raid a mill burnt.", "On the night of the raid", "burnt", type="destruction")
    assert (raid.start, raid.end) == (date(2018, 12, 5), date(2018, 12, 5))


def test_day_of_an_event_not_told_before_is_not_known() -> None:
    text = TEXT + "On the day of the Berra bombing gunmen burnt a mill."
    burnt = when(text, "On the day of the Berra bombing", "burnt", type="destruction")
    assert burnt.basis is DateBasis.PUBLICATION
