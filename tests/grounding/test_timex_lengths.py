"""Lengths of time and what is counted by them."""

from __future__ import annotations

from told_times import read


def test_hours_from_now_count_from_the_report_whatever_day_was_told() -> None:
    text = "On 3 December 2018 the envoy left. The truce begins two hours from now."
    assert read(text)[1] == ("two hours from now", "TIME", "PT2H")
    assert read(text.replace("from now", "later"))[1][2] == "2018-12-03TXX"
