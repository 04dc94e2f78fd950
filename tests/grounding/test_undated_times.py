"""The days of lengths and of words that name no date."""

from __future__ import annotations

from datetime import date

import pytest
from dated_events import REPORT, when

from fogline.reading.reading import Modality


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


def test_hours_before_something_move_the_day_by_whole_days_only() -> None:
    text = "A bomb killed nine on 9 December. An hour before the blast gunmen shot a guard, and 30 hours after it two men fled."
    before = when(text, "An hour before the blast", "shot")
    after = when(text, "30 hours after it", "fled", type="displacement")
    assert (before.start, before.end) == (date(2018, 12, 9), date(2018, 12, 9))
    assert (after.start, after.end) == (date(2018, 12, 10), date(2018, 12, 10))


def test_length_before_another_event_is_not_counted_from_the_day_told() -> None:
    text = "Shells fell on 3 April. Two weeks before the vote gunmen killed 16."
    vote = when(text, "Two weeks before the vote", "killed", sentence="Two weeks before the vote gunmen killed 16.")
    assert (vote.start, vote.end) == (None, REPORT)
    text = "Shells fell on 3 April. Two weeks after the attack gunmen killed 16."
    attack = when(text, "Two weeks after the attack", "killed", sentence="Two weeks after the attack gunmen killed 16.")
    assert (attack.start, attack.end) == (date(2018, 4, 17), date(2018, 4, 17))


@pytest.mark.parametrize(
    ("length", "start", "end"),
    [
        ("ten years", date(2008, 1, 1), date(2008, 12, 31)),
        ("three months", date(2018, 9, 1), date(2018, 9, 30)),
        ("two weeks", date(2018, 11, 29), date(2018, 11, 29)),
    ],
)
def test_it_is_so_long_since_tells_of_a_time_so_far_back(length: str, start: date, end: date) -> None:
    found = when(f"It is almost {length} since the guns fell silent.", length, "fell silent")
    assert (found.start, found.end) == (start, end)
    grown = when(f"In the {length} since the truce the guard has killed 300.", length, "killed")
    assert (grown.end, grown.reason) == (REPORT, f"“{length}”: counted back from the report.")


def test_a_plan_is_not_some_time_up_to_the_report() -> None:
    found = when(
        "They will go home before the rains.", "before the rains", "go home", type="displacement", modality=Modality.PLANNED
    )
    assert (found.start, found.end) == (REPORT, None)


def test_devastation_by_years_of_war_is_dated_by_them() -> None:
    found = when("The town was worn down by six years of raids.", "six years", "worn")
    assert (found.start, found.end) == (date(2012, 12, 13), REPORT)


def test_hours_later_of_what_has_happened_are_news() -> None:
    for words in ("Hours later", "A few hours later", "Minutes later"):
        hours = when(f"The pact was signed. {words} jets bombed the road.", words, "bombed", type="air-strike")
        assert (hours.start, hours.end) == (date(2018, 12, 12), REPORT)
    months = when("The pact was signed. Months later jets bombed the road.", "Months later", "bombed", type="air-strike")
    assert (months.start, months.end) == (None, REPORT)
    text = "The pact will be signed; days later troops will leave."
    ahead = when(text, "days later", "leave", type="withdrawal", modality=Modality.PLANNED)
    assert (ahead.start, ahead.end) == (REPORT, None)


@pytest.mark.parametrize(("words", "year"), [("a decade", 2008), ("ten years", 2008), ("a century", 1918)])
def test_it_is_so_many_decades_since_tells_of_a_whole_year(words: str, year: int) -> None:
    found = when(f"It is {words} since shells razed the mill.", words, "razed", type="shelling")
    assert (found.start, found.end) == (date(year, 1, 1), date(year, 12, 31))


@pytest.mark.parametrize("event", ["bombardment", "clashes", "airstrikes", "massacres", "bombs"])
def test_a_length_after_a_happening_counts_from_the_day_it_was_told_on(event: str) -> None:
    text = f"On 3 December the mill burnt. Two days after the {event} jets returned."
    found = when(text, f"Two days after the {event}", "returned", type="air-strike", sentence=text[text.index("Two") :])
    assert (found.start, found.end) == (date(2018, 12, 5), date(2018, 12, 5))


TOOK = "The Front took the pass on 3 November. "


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("In the first days", date(2018, 11, 9)),
        ("In the first week", date(2018, 11, 9)),
        ("In the opening hours", date(2018, 11, 4)),
    ],
)
def test_first_days_without_a_number_run_from_the_day_told_before(words: str, end: date) -> None:
    found = when(f"{TOOK}{words} nine men were shot.", words, "shot", sentence=f"{words} nine men were shot.")
    assert (found.start, found.end) == (date(2018, 11, 3), end)


def test_first_and_last_days_of_a_war_that_nobody_dated_are_not_the_reports() -> None:
    for words in ("in the first weeks of the war", "in the last week of the siege"):
        shot = f"Most men were shot {words}."
        found = when(TOOK + shot, words, "shot", sentence=shot)
        assert (found.start, found.end) == (None, REPORT)
    raid = when("Most men were shot in the first hours.", "in the first hours", "shot")
    assert (raid.start, raid.end) == (date(2018, 12, 12), REPORT)


def test_at_that_time_comes_back_to_what_was_told_last() -> None:
    text = "In May the town fell. At that time nine men were shot."
    found = when(text, "At that time", "shot", sentence="At that time nine men were shot.")
    assert (found.start, found.end) == (date(2018, 5, 1), date(2018, 5, 31))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The army is to leave the valley over 60 days.", "60 days"),
        ("The army would take 60 days to withdraw.", "60 days"),
        ("The pact gives the guards 60 days to withdraw.", "60 days"),
    ],
)
def test_how_long_a_plan_takes_counts_forward(text: str, words: str) -> None:
    found = when(text, words, "leave" if "leave" in text else "withdraw", modality=Modality.PLANNED, type="withdrawal")
    assert (found.start, found.end) == (REPORT, date(2019, 2, 11))
