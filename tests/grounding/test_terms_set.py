"""Days and lengths that a demand, a promise or a fear sets ahead."""

from __future__ import annotations

from datetime import date

import pytest
from dated_events import REPORT, when

from fogline.reading.reading import Modality


@pytest.mark.parametrize(
    ("text", "words", "trigger", "type", "end"),
    [
        ("The Lantern Front gave the mayors ten days to resign.", "ten days", "gave", "threaten", date(2018, 12, 23)),
        ("The council gave the rebels 48 hours.", "48 hours", "gave", "request", date(2018, 12, 15)),
        ("The mayors have a week to hand over the port.", "a week", "hand over", "request", date(2018, 12, 20)),
    ],
)
def test_a_length_given_to_do_something_runs_from_the_report(text: str, words: str, trigger: str, type: str, end: date) -> None:
    found = when(text, words, trigger, type=type)
    assert (found.start, found.end) == (REPORT, end)


def test_what_may_come_within_a_length_lies_ahead() -> None:
    for text, words in (
        ("The garrison could hold out for ten days.", "ten days"),
        ("Orvat could fall in ten days.", "in ten days"),
    ):
        trigger = "fall" if "fall" in text else "hold out"
        found = when(text, words, trigger, modality=Modality.POSSIBLE, type="territory-gained")
        assert (found.start, found.end) == (REPORT, date(2018, 12, 23))
    fought = when("They may have fought for ten days.", "ten days", "fought", modality=Modality.POSSIBLE)
    assert (fought.start, fought.end) == (date(2018, 12, 3), REPORT)


@pytest.mark.parametrize(
    ("text", "trigger", "type"),
    [
        ("Officials say the militia is to blame for the shelling on Saturday.", "shelling", "shelling"),
        ("The council called on Byre to apologise for Saturday's raid.", "raid", "attack"),
        ("Police announced three arrests for Saturday's bombing.", "bombing", "explosive"),
    ],
)
def test_a_deed_that_is_spoken_of_lies_behind(text: str, trigger: str, type: str) -> None:
    assert when(text, None, trigger, type=type).end == date(2018, 12, 8)


def test_lengths_of_what_was_done_still_lie_behind() -> None:
    for text, trigger in (
        ("The garrison gave up after shelling for ten days.", "shelling"),
        ("Nuns gave the wounded shelter for ten days.", "gave"),
        ("Guards have held the pass for ten days.", "held"),
    ):
        found = when(text, "ten days", trigger, type="armed-clash")
        assert found.end is not None
        assert found.end <= REPORT


@pytest.mark.parametrize(
    ("text", "words", "trigger", "type", "modality"),
    [
        ("The council had given him until Sunday.", "until Sunday", "given", "request", Modality.ACTUAL),
        ("The Front said the mayor must go by Sunday.", "by Sunday", "go", "threaten", Modality.ACTUAL),
        ("The union called a strike for Sunday.", "for Sunday", "strike", "protest", Modality.ACTUAL),
        ("All firing stops at noon on Sunday.", "at noon on Sunday", "stops", "agree", Modality.PLANNED),
        ("Oxygen may run out by Sunday.", "by Sunday", "run out", "hardship", Modality.POSSIBLE),
    ],
)
def test_a_day_set_by_a_demand_or_a_call_is_the_next(text: str, words: str, trigger: str, type: str, modality: Modality) -> None:
    assert when(text, words, trigger, type=type, modality=modality).end == date(2018, 12, 16)


def test_a_day_called_for_that_was_yesterday_is_not_the_next() -> None:
    found = when("The union called a strike for Wednesday.", "for Wednesday", "strike", type="protest")
    assert found.end == date(2018, 12, 12)
    fought = when("They fought until Sunday.", "until Sunday", "fought")
    assert fought.end == date(2018, 12, 9)
