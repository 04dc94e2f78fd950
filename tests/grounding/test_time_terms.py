"""Times that measure what comes of a deed, or are of what was called off."""

from __future__ import annotations

from datetime import date

import pytest
from dated_events import when

from fogline.grounding.time_terms import is_new_day, is_put_off, names_no_day
from fogline.grounding.timex import find_timexes
from fogline.reading.reading import Modality
from fogline.span import Span

REPORT = date(2018, 12, 13)  # a Thursday


def measures(text: str, *, planned: bool = False) -> bool:
    return names_no_day(text, Span(0, len(text)), find_timexes(text, REPORT), planned=planned)


@pytest.mark.parametrize(
    "text",
    [
        "The governor banned demonstrations for 15 days.",
        "A court jailed him for nine years.",
        "He has been jailed for nine years.",
        "A court sentenced him to nine years in prison.",
        "The sides extended the truce for two months.",
        "Police imposed a curfew for three days.",
        "They agreed on a truce for at least 72 hours.",
        "The state of emergency was extended by four months.",
        "The strikes set back the programme by months.",
        "It will go on for as many days as it takes.",
        "The garrison has food enough for ten days.",
        "The garrison has enough shells to last ten days.",
    ],
)
def test_a_term_that_is_set_names_no_day(text: str) -> None:
    assert measures(text)


@pytest.mark.parametrize(
    "text",
    [
        "The road has been closed for three days.",
        "He has been jailed in a fort for nine years.",
        "The curfew has been in force for three days.",
        "Residents were under curfew for two days.",
        "The truce has held for three days.",
        "They shelled the town for three days.",
        "Residents have been without food for three days.",
        "He ordered out the troops who had held the town for three weeks.",
        "The town was worn down by six years of raids.",
        "They have been close allies for three years.",
        "Troops have been closing in on the city for three days.",
        "Renewed clashes raged in the city for three days.",
        "The governor banned demonstrations on Monday.",
    ],
)
def test_how_long_something_has_lasted_names_days(text: str) -> None:
    assert not measures(text)


def test_what_is_planned_for_so_long_runs_from_the_report() -> None:
    assert not measures("They will impose a curfew for three days.", planned=True)


def test_as_long_as_it_takes_names_no_day() -> None:
    text = "They will stay for as long as it takes."
    assert names_no_day(text, Span(text.index("for"), len(text)), (), planned=True)
    assert not names_no_day(text, Span(0, 4), (), planned=True)


@pytest.mark.parametrize(
    ("text", "put_off"),
    [
        ("Iran has pulled out of Sunday's talks.", True),
        ("The UN cancelled the Saturday talks.", True),
        ("He arrived ahead of talks on Sunday.", True),
        ("It cancelled on Sunday.", False),
        ("He skipped Wednesday's meeting.", False),
        ("He spoke at Sunday's talks.", False),
    ],
)
def test_the_weekday_of_what_was_called_off_lies_ahead(text: str, put_off: bool) -> None:
    (day,) = find_timexes(text, REPORT)
    assert is_put_off(text, day.span, REPORT) is put_off


def test_what_was_renewed_for_so_long_has_no_day_in_it() -> None:
    assert measures("The sanctions were renewed for a further week.")
    assert measures("Guards will be posted there, they said, for another three days.")
    assert not measures("Shelling raged on for another three days.")
    assert not measures("Guards will be posted there for another three days.", planned=True)


@pytest.mark.parametrize(
    ("text", "put_off"),
    [
        ("The judge put off her case until 20 December.", True),
        ("The hearing was adjourned to 20 December.", True),
        ("The talks were postponed until Friday.", True),
        ("The siege lasted until 20 December.", False),
        ("The truce was extended until 20 December.", False),
        ("The judge put off her case on Friday.", False),
    ],
)
def test_day_that_something_is_put_off_to_is_its_new_one(text: str, put_off: bool) -> None:
    (day,) = find_timexes(text, REPORT)
    assert is_new_day(text, day.span) is put_off


def test_what_was_put_off_was_put_off_on_another_day() -> None:
    text = "On Tuesday the judge put off her case until 20 January."
    found = when(text, "until 20 January", "put off", type="arrest")
    assert (found.start, found.end) == (date(2018, 12, 11), date(2018, 12, 11))
    alone = when("The judge put off her case until 20 January.", "until 20 January", "put off", type="arrest")
    assert (alone.start, alone.end) == (date(2018, 12, 12), REPORT)
    text = "Her case was put off until 20 January."
    ahead = when(text, "until 20 January", "case", type="arrest", modality=Modality.PLANNED)
    assert ahead.end == date(2019, 1, 20)


def test_length_of_a_truce_is_not_that_of_what_ended_it() -> None:
    text = "The front ended its ten-week ceasefire with a lorry bomb."
    bomb = when(text, "ten-week", "bomb", type="explosive")
    assert (bomb.start, bomb.end) == (date(2018, 12, 12), REPORT)
    within = when("Six died during the ten-week ceasefire.", "ten-week", "died", type="attack")
    assert within.start == date(2018, 10, 4)
    truce = when("The ten-week ceasefire held.", "ten-week", "ceasefire", type="agree")
    assert truce.start == date(2018, 10, 4)


@pytest.mark.parametrize("text", ["They have rice for five days.", "He is serving nine years."])
def test_stores_and_sentences_tell_no_day(text: str) -> None:
    words = find_timexes(text, REPORT)
    assert names_no_day(text, words[0].span, words, planned=False)


@pytest.mark.parametrize("text", ["They have had no rice for five days.", "They were cut off from food for five days."])
def test_how_long_stores_have_failed_is_told_from_the_report(text: str) -> None:
    words = find_timexes(text, REPORT)
    assert not names_no_day(text, words[0].span, words, planned=False)
