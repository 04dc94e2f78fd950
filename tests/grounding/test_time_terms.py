"""Times that measure what comes of a deed, or are of what was called off."""

from __future__ import annotations

from datetime import date

import pytest

from fogline.grounding.time_terms import is_put_off, names_no_day
from fogline.grounding.timex import find_timexes
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
