"""Lengths of time counted from a day that the text tells."""

from __future__ import annotations

from datetime import date

import pytest
from dated_events import REPORT, when


@pytest.mark.parametrize(
    ("text", "words", "trigger", "start", "end"),
    [
        # Longer than what it began in: from then on so long.
        (
            "In May rebels took the pass and held it for four months.",
            "for four months",
            "held",
            date(2018, 5, 1),
            date(2018, 9, 30),
        ),
        (
            "On 3 May rebels took the pass and held it for two weeks.",
            "for two weeks",
            "held",
            date(2018, 5, 3),
            date(2018, 5, 17),
        ),
        # As long or shorter: within it.
        (
            "In Port Alba in March 2016 they shot 300 people in five days.",
            "in five days",
            "shot",
            date(2016, 3, 1),
            date(2016, 3, 31),
        ),
        (
            "That May the brigade fought for the mill for two weeks.",
            "for two weeks",
            "fought",
            date(2018, 5, 1),
            date(2018, 5, 31),
        ),
        ("On Monday gunmen held the bridge for three hours.", "for three hours", "held", date(2018, 12, 10), date(2018, 12, 10)),
        # Up to the day that it ended on.
        (
            "The column got to Berra on 13 August after two days of clashes.",
            "two days",
            "clashes",
            date(2018, 8, 11),
            date(2018, 8, 13),
        ),
        # A month and how long before something else it was.
        (
            "In May, two weeks before the vote, gunmen killed 16.",
            "two weeks before the vote",
            "killed",
            date(2018, 5, 1),
            date(2018, 5, 31),
        ),
    ],
)
def test_length_beside_a_day_of_its_own_is_not_counted_back_from_the_report(
    text: str, words: str, trigger: str, start: date, end: date
) -> None:
    found = when(text, words, trigger)
    assert (found.start, found.end) == (start, end)


def test_length_behind_a_day_told_before_counts_from_it() -> None:
    text = "Rebels entered the port on 3 May. They shelled the mill for two weeks."
    shelled = when(text, "for two weeks", "shelled", sentence="They shelled the mill for two weeks.")
    assert (shelled.start, shelled.end) == (date(2018, 5, 3), date(2018, 5, 17))
    text = "Police raided the hotel on 3 May. After six days of questioning they freed the cook."
    freed = when(text, "After six days of questioning", "freed", sentence="After six days of questioning they freed the cook.")
    assert (freed.start, freed.end) == (date(2018, 5, 9), date(2018, 5, 9))


@pytest.mark.parametrize(
    ("text", "words", "trigger", "start"),
    [
        ("The port has been besieged for three months.", "for three months", "besieged", date(2018, 9, 13)),
        ("On 3 May talks began. The port has been besieged for three months.", "for three months", "besieged", date(2018, 9, 13)),
        ("On Monday residents said they had gone without water for five days.", "for five days", "gone", date(2018, 12, 8)),
        (
            "On Monday the army shelled a mill; over the past two weeks it killed nine.",
            "past two weeks",
            "killed",
            date(2018, 11, 29),
        ),
        ("In November rebels, who held the pass for two weeks, fled.", "for two weeks", "held", date(2018, 11, 29)),
        ("On Monday rebels took the mill and held it for two weeks.", "for two weeks", "held", date(2018, 11, 29)),
    ],
)
def test_what_has_gone_on_is_counted_back_from_the_report(text: str, words: str, trigger: str, start: date) -> None:
    found = when(text, words, trigger)
    assert (found.start, found.end) == (start, REPORT)


def test_what_came_first_lies_so_long_before_the_month_beside_it() -> None:
    found = when(
        "They learnt in mid-January, about one week after the arrest, who he was.", "about one week", "arrest", type="arrest"
    )
    assert (found.start, found.end) == (date(2018, 1, 3), date(2018, 1, 13))


def test_toll_told_days_after_the_attack_is_of_the_day_of_the_attack() -> None:
    text = "The toll of the blast has risen to 22, the ministry said on Tuesday, two days after the attack."
    blast = when(text, "on Tuesday", "blast", type="explosive", cue="said")
    assert (blast.start, blast.end, blast.flags) == (date(2018, 12, 9), date(2018, 12, 9), ())
    text = "Troops shot four gunmen, the army said on Tuesday, two days after the attack."
    shot = when(text, "on Tuesday", "shot", cue="said")
    assert (shot.start, shot.end, shot.flags) == (date(2018, 12, 10), date(2018, 12, 11), ("day-of-saying",))


@pytest.mark.parametrize(
    ("text", "length", "trigger", "day"),
    [
        ("They shut the bank on Tuesday, a day after the army pulled out its envoys.", "a day", "pulled out", date(2018, 12, 10)),
        ("A bomb went off last night, two days after the front left the talks.", "two days", "left", date(2018, 12, 10)),
        ("Shells fell on Monday night, two days after the front left.", "two days", "left", date(2018, 12, 8)),
        ("Shells fell yesterday, two days after the front left.", "two days", "left", date(2018, 12, 10)),
    ],
)
def test_what_came_first_lies_so_long_before_the_day_beside_it(text: str, length: str, trigger: str, day: date) -> None:
    for words in (f"{length} after", None):
        found = when(text, words, trigger, type="withdrawal")
        assert (found.start, found.end) == (day, day)


def test_verb_behind_a_comma_is_of_the_day_itself() -> None:
    found = when("On Tuesday, a day after talks failed, shells hit the port.", None, "hit", type="shelling")
    assert (found.start, found.end) == (date(2018, 12, 11), date(2018, 12, 11))


@pytest.mark.parametrize(
    ("before", "sentence", "words", "trigger", "start", "end"),
    [
        (
            "The Front took the pass in 2014.",
            "It held it for two years.",
            "for two years",
            "held",
            date(2014, 1, 1),
            date(2016, 12, 31),
        ),
        (
            "He was seized on 8 May.",
            "He had been held for nine days.",
            "for nine days",
            "held",
            date(2018, 5, 8),
            date(2018, 5, 17),
        ),
    ],
)
def test_a_length_told_of_long_ago_runs_from_the_time_told_before_it(
    before: str, sentence: str, words: str, trigger: str, start: date, end: date
) -> None:
    found = when(f"{before} {sentence}", words, trigger, sentence=sentence, type="attack")
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize("sentence", ["It has held it for two years.", "Its men have been there for two years."])
def test_what_still_goes_on_runs_up_to_the_report_whatever_year_was_told(sentence: str) -> None:
    trigger = "held" if "held" in sentence else "been"
    found = when(f"The Front took the pass in 2014. {sentence}", "for two years", trigger, sentence=sentence, type="control")
    assert found.end == REPORT


def test_a_year_that_dates_another_thing_starts_no_length() -> None:
    fired = "Guns fired at the mill for six days."
    found = when("The bell, cast in 1931, was lost. " + fired, "for six days", "fired", sentence=fired, type="shelling")
    assert (found.start, found.end) == (date(2018, 12, 7), REPORT)
