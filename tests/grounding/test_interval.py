"""When events happened, as days."""

from __future__ import annotations

from datetime import date

import pytest
from dated_events import REPORT, when
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.grounding.grounding import DateBasis
from fogline.grounding.interval import event_time
from fogline.reading.reading import Modality
from fogline.span import Span


def test_day_of_the_saying_is_not_the_day_of_the_event() -> None:
    found = when("The air force said on Tuesday it had downed twelve drones.", None, "downed", cue="said")
    assert found.basis is DateBasis.PUBLICATION


def test_what_was_said_on_a_day_happened_then_or_the_day_before() -> None:
    text = "Shells killed six, the monitor said on Tuesday. On Monday shells hit the mill, it said."
    said = when(text, "on Tuesday", "killed", cue="said")
    assert (said.start, said.end, said.precision) == (date(2018, 12, 10), date(2018, 12, 11), 2)
    assert said.flags == ("day-of-saying",)
    told = when(text, "On Monday", "hit", cue="said")
    assert (told.start, told.end) == (date(2018, 12, 10), date(2018, 12, 10))


def test_the_day_before_according_to_is_the_events() -> None:
    found = when("Shells killed four on Monday, according to the hospital.", "on Monday", "killed", cue="according to")
    assert (found.start, found.end) == (date(2018, 12, 10), date(2018, 12, 10))


def test_who_accused_on_a_day_did_it_on_that_day() -> None:
    accused = when("The army accused the rebels on Tuesday.", "on Tuesday", "accused", type="accuse", cue="accused")
    assert (accused.start, accused.end) == (date(2018, 12, 11), date(2018, 12, 11))


def test_what_came_first_lies_so_many_days_before_what_came_after_it() -> None:
    text = "Nine bodies were pulled out on Tuesday, four days after jets hit the market."
    hit, pulled = when(text, "four days after", "hit"), when(text, "on Tuesday", "pulled")
    assert (hit.start, hit.end) == (date(2018, 12, 7), date(2018, 12, 7))
    assert (pulled.start, pulled.end) == (date(2018, 12, 11), date(2018, 12, 11))


def test_day_beside_the_event_is_its_own_without_a_marked_time() -> None:
    found = when("Rockets hit the port on Monday, the governor said.", None, "hit", cue="said")
    assert (found.start, found.basis) == (date(2018, 12, 10), DateBasis.RESOLVED)


def test_untimed_news_is_of_the_day_or_the_day_before() -> None:
    found = when("Rockets hit the port.", None, "hit")
    assert (found.start, found.end, found.precision) == (date(2018, 12, 12), REPORT, 2)


def test_untimed_state_holds_as_of_the_report_and_plan_lies_ahead() -> None:
    state = when("The army holds the port.", None, "holds", type="control")
    plan = when("The army will take the port.", None, "take", modality=Modality.PLANNED)
    assert (state.start, state.end) == (REPORT, REPORT)
    assert (plan.start, plan.end, plan.precision) == (REPORT, None, None)


def test_without_a_report_date_only_a_full_date_is_resolved() -> None:
    vague = when("They fought on Monday.", "on Monday", "fought", published=None)
    full = when("They fought on 3 May 2016.", "on 3 May 2016", "fought", published=None)
    assert (vague.start, vague.end, vague.basis) == (None, None, DateBasis.NONE)
    assert vague.flags == ("no-publication-date",)
    assert (full.start, full.basis) == (date(2016, 5, 3), DateBasis.EXPLICIT)


@pytest.mark.parametrize(
    ("words", "precision"), [("on Monday", 1), ("this week", 2), ("last week", 3), ("in May", 4), ("in 2014", 5)]
)
def test_precision_is_that_of_ucdp(words: str, precision: int) -> None:
    assert when(f"They fought {words}.", words, "fought").precision == precision


TEXT_PARTS = (
    "since by until the last past 3 48 May Tuesday hours weeks year 31 February 2018 9999 and to - six-year-old soon ago of"
)
PARTS = st.sampled_from(TEXT_PARTS.split())


@given(st.lists(PARTS, min_size=1, max_size=12).map(" ".join), st.sampled_from(list(Modality)))
@settings(max_examples=150, deadline=None)
def test_every_phrase_yields_days_in_order(text: str, modality: Modality) -> None:
    for published in (REPORT, None, date.min, date.max):
        whole = Span(0, len(text))
        found = event_time(text, whole, Span(0, 1), whole, published_on=published, modality=modality, claim_type="attack")
        assert found is not None and found.reason
        assert found.start is None or found.end is None or found.start <= found.end


def test_time_of_an_announcement_does_not_lie_ahead() -> None:
    text = "In September the minister announced that troops would leave."
    assert when(text, "In September", "leave", modality=Modality.PLANNED).start == date(2018, 9, 1)
    assert when("Troops are to leave in September.", "in September", "leave", modality=Modality.PLANNED).start == date(2019, 9, 1)


@pytest.mark.parametrize("words", [None, "from Tuesday", "Wednesday", "from Tuesday to Wednesday"])
def test_one_end_of_a_range_stands_for_the_whole(words: str | None) -> None:
    found = when("A two-day assault from Tuesday to Wednesday killed six.", words, "assault")
    assert (found.start, found.end) == (date(2018, 12, 11), date(2018, 12, 12))


def test_two_days_that_are_no_range_stay_apart() -> None:
    text = "The assault of Monday was followed by talks on Wednesday."
    assert when(text, "Monday", "assault").end == date(2018, 12, 10)


def test_an_event_of_a_day_by_its_own_words_is_of_no_other() -> None:
    text = "The toll from Monday's US strikes has risen to 80, up from 74 on Tuesday."
    found = when(text, "on Tuesday", "strikes")
    assert (found.start, found.end) == (date(2018, 12, 10), date(2018, 12, 10))


def test_a_former_tolls_day_is_not_the_events() -> None:
    found = when("The toll has risen to 80, up from 74 on Tuesday. Most were wounded by glass.", "on Tuesday", "wounded")
    assert found.basis is DateBasis.PUBLICATION


@pytest.mark.parametrize(
    "head",
    [
        "PORT CITY, 13 December (Agency) - ",
        "PORT CITY (Dec 13) -- ",
        "13.12.2018 ",
        "Port City, 13 December 2018: ",
        "PORT CITY, Dec. 13, 2018 (Agency) ",
    ],
)
def test_dateline_is_no_time_of_the_first_event(head: str) -> None:
    found = when(head + "Shells hit the port and killed two.", None, "hit")
    assert found.basis is DateBasis.PUBLICATION


@pytest.mark.parametrize(
    "number",
    ["Resolution 1973", "resolutions 1970 and 1973", "Resolution No 1973", "Article 1973", "Hill 1973", "Route 1973", "No. 1973"],
)
def test_a_number_of_a_thing_dates_nothing(number: str) -> None:
    found = when(f"Jets bombed the port under {number}, it said.", None, "bombed", published=date(2011, 5, 15))
    assert found.basis is DateBasis.PUBLICATION


@pytest.mark.parametrize(
    "hour", ["2130 local time (1930 GMT)", "9:30 p.m. local time (1930 GMT)", "2130 local time", "2130 local"]
)
def test_an_hour_of_local_time_is_of_the_day_named_behind_it(hour: str) -> None:
    found = when(f"Shells fell at {hour} on Tuesday.", f"at {hour} on Tuesday", "fell", published=date(2024, 5, 15))
    assert (found.start, found.end, found.basis) == (date(2024, 5, 14), date(2024, 5, 14), DateBasis.RESOLVED)


def test_what_came_before_news_lies_so_many_days_before_the_report() -> None:
    text = "The violence came two weeks after negotiators met in Port Alba."
    for words in ("two weeks after", "two weeks"):
        met = when(text, words, "met", type="talks")
        assert (met.start, met.end) == (date(2018, 11, 28), date(2018, 11, 29))
    met = when("The violence of 10 December came two weeks after negotiators met.", "two weeks after", "met", type="talks")
    assert (met.start, met.end) == (date(2018, 11, 26), date(2018, 11, 26))
    old = when("In May 2011 a mayor died. The violence came two weeks after negotiators met.", "two weeks after", "met")
    assert (old.start, old.end) == (None, REPORT)


def test_by_how_much_something_was_extended_is_no_time() -> None:
    found = when("The state of emergency was extended by four months.", "by four months", "extended", type="law")
    assert found.basis is DateBasis.PUBLICATION


def test_times_of_an_aside_are_not_those_of_the_clause_before_it() -> None:
    text = "The governor ordered residents to move to the port, where bandits last month kidnapped 40 people."
    for words in ("last month", None):
        found = when(text, words, "move", type="displacement", modality=Modality.PLANNED)
        assert (found.start, found.basis) == (REPORT, DateBasis.PUBLICATION)
    kidnapped = when(text, None, "kidnapped", type="abduction")
    assert (kidnapped.start, kidnapped.end) == (date(2018, 11, 1), date(2018, 11, 30))


def test_a_term_that_is_set_does_not_date_the_order() -> None:
    banned = when("The governor banned demonstrations for 15 days.", "for 15 days", "banned", type="law")
    assert (banned.start, banned.end, banned.basis) == (date(2018, 12, 12), REPORT, DateBasis.PUBLICATION)
    assert "“for 15 days” says nothing of when it was" in banned.reason
    dated = when("On Monday the governor banned rallies for 15 days.", "for 15 days", "banned", type="law")
    assert (dated.start, dated.end) == (date(2018, 12, 10), date(2018, 12, 10))
    ahead = when("They will impose a curfew for three days.", "for three days", "impose", modality=Modality.PLANNED, type="law")
    assert (ahead.start, ahead.end) == (REPORT, date(2018, 12, 16))
    closed = when("The road has been closed for three days.", "for three days", "closed", type="control")
    assert (closed.start, closed.end) == (date(2018, 12, 10), REPORT)


def test_the_day_of_what_was_called_off_is_not_that_of_calling_it_off() -> None:
    text = "Iran has pulled out of Sunday's talks."
    out = when(text, "of Sunday's talks", "pulled out", type="reject")
    assert (out.start, out.end, out.basis) == (date(2018, 12, 12), REPORT, DateBasis.PUBLICATION)
    talks = when(text, "Sunday", "talks", type="consult")
    assert (talks.start, talks.end, talks.flags) == (date(2018, 12, 16), date(2018, 12, 16), ())
    told = when(text, None, "pulled out", type="reject")
    assert (told.start, told.end) == (date(2018, 12, 12), REPORT)
