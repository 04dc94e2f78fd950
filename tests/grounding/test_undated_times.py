"""The days of lengths and of words that name no date."""

from __future__ import annotations

from datetime import date

import pytest
from dated_events import REPORT, when


def test_length_counted_from_an_undated_event_is_not_counted_from_the_report() -> None:
    found = when("The push was halted seven weeks after it began.", "seven weeks after it began", "halted")
    assert (found.start, found.end) == (None, REPORT)
    assert "not dated" in found.reason


def test_how_long_something_lasted_is_no_distance_from_what_ended_it() -> None:
    found = when("He was held for six months before escaping.", "for six months", "held", type="arrest")
    assert (found.start, found.end) == (date(2018, 6, 13), REPORT)


def test_what_came_later_than_something_undated_did_not_come_after_the_report() -> None:
    found = when("She was shot a week later.", "a week later", "shot")
    assert (found.start, found.end) == (None, REPORT)
    assert "not dated" in found.reason


NOVEMBER = date(2024, 11, 15)


@pytest.mark.parametrize(
    "words", ["in the first 100 days of the war", "in the first three days of the war", "in the first three weeks"]
)
def test_the_first_days_of_an_undated_event_are_not_the_last_before_the_report(words: str) -> None:
    found = when(f"Shelling killed forty {words}.", words, "killed", published=NOVEMBER)
    assert (found.start, found.end) == (None, NOVEMBER)
    assert "not dated" in found.reason


def test_the_first_days_of_something_count_from_the_day_told_before_it() -> None:
    text = "On 6 August the offensive began. In the first three weeks of the offensive shelling killed forty."
    found = when(text, "In the first three weeks of the offensive", "killed", published=NOVEMBER)
    assert (found.start, found.end) == (date(2024, 8, 6), date(2024, 8, 26))


def test_the_opening_hours_of_a_campaign_are_news() -> None:
    found = when("Shelling killed forty in the first 24 hours of the campaign.", "in the first 24 hours", "killed")
    assert (found.start, found.end) == (date(2018, 12, 12), REPORT)


def test_following_weeks_of_what_has_happened_run_from_the_day_told_to_the_report_at_most() -> None:
    text = "Jets bombed the port on 3 December and shelled the hospital in the following weeks."
    shelled = when(text, "in the following weeks", "shelled")
    assert (shelled.start, shelled.end) == (date(2018, 12, 3), REPORT)
    undated = when("Jets shelled the hospital in the following weeks.", "in the following weeks", "shelled")
    assert (undated.start, undated.end) == (None, REPORT)


@pytest.mark.parametrize("type", ["threaten", "request"])
def test_term_of_a_threat_or_a_demand_lies_ahead(type: str) -> None:
    found = when("Gunmen threatened to kill the hostages within 20 days.", "within 20 days", "threatened", type=type)
    assert (found.start, found.end) == (REPORT, date(2019, 1, 2))


def test_devastation_by_years_of_war_is_dated_by_them() -> None:
    found = when("The town was worn down by six years of raids.", "six years", "worn")
    assert (found.start, found.end) == (date(2012, 12, 13), REPORT)
