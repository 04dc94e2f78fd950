"""When events happened, as days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.grounding.grounding import DateBasis, GroundedTime
from fogline.grounding.interval import event_time
from fogline.reading.reading import Modality
from fogline.span import Span

REPORT = date(2018, 12, 13)  # a Thursday


def when(
    text: str,
    words: str | None,
    trigger: str,
    *,
    published: date | None = REPORT,
    modality: Modality = Modality.ACTUAL,
    type: str = "armed-clash",
    cue: str | None = None,
) -> GroundedTime:
    def span(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    found = event_time(
        text,
        span(words) if words else None,
        span(trigger),
        Span(0, len(text)),
        published_on=published,
        modality=modality,
        claim_type=type,
        cue_spans=[span(cue)] if cue else (),
    )
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("on Wednesday", date(2018, 12, 12), date(2018, 12, 12)),
        ("on Thursday", date(2018, 12, 13), date(2018, 12, 13)),
        ("since 2014", date(2014, 1, 1), REPORT),
        ("over the past 48 hours", date(2018, 12, 11), REPORT),
        ("in September", date(2018, 9, 1), date(2018, 9, 30)),
        ("last week", date(2018, 12, 3), date(2018, 12, 9)),
        ("earlier this week", date(2018, 12, 10), REPORT),
        ("for more than a year", date(2017, 12, 13), REPORT),
        ("on Tuesday and Wednesday", date(2018, 12, 11), date(2018, 12, 12)),
        ("between 3 and 5 June", date(2018, 6, 3), date(2018, 6, 5)),
        ("from May to July 2018", date(2018, 5, 1), date(2018, 7, 31)),
        ("in early 2014", date(2014, 1, 1), date(2014, 4, 30)),
        ("during the week", date(2018, 12, 10), REPORT),
        ("for one and a half years", date(2017, 6, 13), REPORT),
        ("before 0600 (1200 GMT)", REPORT, REPORT),
        ("in mid-January", date(2018, 1, 10), date(2018, 1, 20)),
        ("in the autumn of 2014", date(2014, 9, 1), date(2014, 11, 30)),
        ("since the siege began in March 2011", date(2011, 3, 1), REPORT),
        ("until 2016", None, date(2016, 12, 31)),
        ("recently", None, REPORT),
    ],
)
def test_phrase_covers_the_days_a_careful_reader_would_give(words: str, start: date | None, end: date) -> None:
    found = when(f"The two sides fought there {words}, residents said.", words, "fought")
    assert (found.start, found.end) == (start, end)


def test_length_counts_from_the_day_named_with_it() -> None:
    inside = when("The line broke two weeks after the 3 May truce.", "two weeks after the 3 May truce", "broke")
    assert (inside.start, inside.end) == (date(2018, 5, 17), date(2018, 5, 17))
    behind = when("The mayor fled two days after Sunday's raid.", "two days after", "fled", type="displacement")
    assert (behind.start, behind.end) == (date(2018, 12, 11), date(2018, 12, 11))


def test_length_counted_from_an_undated_event_is_not_counted_from_the_report() -> None:
    found = when("The push was halted seven weeks after it began.", "seven weeks after it began", "halted")
    assert (found.start, found.end) == (None, REPORT)
    assert "not dated" in found.reason


def test_how_long_something_lasted_is_no_distance_from_what_ended_it() -> None:
    found = when("He was held for six months before escaping.", "for six months", "held", type="arrest")
    assert (found.start, found.end) == (date(2018, 6, 13), REPORT)


def test_deadline_of_a_plan_runs_from_the_report() -> None:
    found = when("They must leave by Friday.", "by Friday", "leave", modality=Modality.PLANNED)
    assert (found.start, found.end) == (REPORT, date(2018, 12, 14))


def test_weekday_of_a_plan_lies_ahead() -> None:
    found = when("The envoys meet on Monday.", "on Monday", "meet", modality=Modality.PLANNED, type="consult")
    assert (found.start, found.end) == (date(2018, 12, 17), date(2018, 12, 17))


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


def test_earlier_this_week_of_a_monday_is_no_single_day() -> None:
    monday = when("Troops shot six men earlier this week.", "earlier this week", "shot", published=date(2018, 12, 17))
    assert (monday.start, monday.end) == (date(2018, 12, 11), date(2018, 12, 17))


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


def test_contradictions_are_flagged_and_kept_as_printed() -> None:
    wrong = when("They fought on Monday, 3 May 2016.", "on Monday, 3 May 2016", "fought")
    later = when("They fought on 20 December 2018.", "on 20 December 2018", "fought")
    never = when("They fought on 31 February 2018.", "on 31 February 2018", "fought")
    assert (wrong.start, wrong.flags) == (date(2016, 5, 3), ("weekday-contradicts-date",))
    assert (later.start, later.flags) == (date(2018, 12, 20), ("after-publication",))
    assert (never.start, never.flags) == (None, ("impossible-date",))


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


def test_a_week_ago_is_that_day_or_the_one_before() -> None:
    found = when("The town fell a week ago.", "a week ago", "fell")
    assert (found.start, found.end) == (date(2018, 12, 5), date(2018, 12, 6))


def test_by_before_a_possessive_day_is_not_a_deadline() -> None:
    found = when("Dozens were hurt by Tuesday's attack.", "Tuesday", "attack")
    assert (found.start, found.end) == (date(2018, 12, 11), date(2018, 12, 11))


def test_what_happened_when_is_not_ever_since() -> None:
    text = "The group has been away since early 2014 when rebels ousted it."
    assert when(text, "since early 2014", "ousted").end == date(2014, 4, 30)
    assert when(text, "since early 2014", "been away").end == REPORT


def test_time_of_an_announcement_does_not_lie_ahead() -> None:
    text = "In September the minister announced that troops would leave."
    assert when(text, "In September", "leave", modality=Modality.PLANNED).start == date(2018, 9, 1)
    assert when("Troops are to leave in September.", "in September", "leave", modality=Modality.PLANNED).start == date(2019, 9, 1)


def test_what_may_come_lies_in_the_nearer_month_of_a_name() -> None:
    for text, month in (("Many may flee in February.", date(2019, 2, 1)), ("He may have died in February.", date(2018, 2, 1))):
        trigger = "flee" if "flee" in text else "died"
        assert when(text, "in February", trigger, modality=Modality.POSSIBLE).start == month
    assert when("Many may flee in November.", "in November", "flee", modality=Modality.POSSIBLE).start == date(2018, 11, 1)


@pytest.mark.parametrize("words", [None, "from Tuesday", "Wednesday", "from Tuesday to Wednesday"])
def test_one_end_of_a_range_stands_for_the_whole(words: str | None) -> None:
    found = when("A two-day assault from Tuesday to Wednesday killed six.", words, "assault")
    assert (found.start, found.end) == (date(2018, 12, 11), date(2018, 12, 12))


def test_two_days_that_are_no_range_stay_apart() -> None:
    text = "The assault of Monday was followed by talks on Wednesday."
    assert when(text, "Monday", "assault").end == date(2018, 12, 10)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("in the second week of November", date(2018, 11, 8), date(2018, 11, 14)),
        ("in the last week of November", date(2018, 11, 24), date(2018, 11, 30)),
        ("in the first half of November", date(2018, 11, 1), date(2018, 11, 15)),
        ("in the last ten days of November 2017", date(2017, 11, 21), date(2017, 11, 30)),
        ("in the first two weeks of June", date(2018, 6, 1), date(2018, 6, 14)),
        ("in the past day", date(2018, 12, 12), REPORT),
        ("an hour ago", REPORT, REPORT),
        ("36 hours ago", date(2018, 12, 12), REPORT),
        ("in the week to Sunday", date(2018, 12, 3), date(2018, 12, 9)),
        ("in the 24 hours to 6 a.m. on Tuesday", date(2018, 12, 10), date(2018, 12, 11)),
        ("in the week ending 2 December", date(2018, 11, 26), date(2018, 12, 2)),
        ("overnight from Saturday to Sunday", date(2018, 12, 8), date(2018, 12, 9)),
        ("overnight into Sunday", date(2018, 12, 8), date(2018, 12, 9)),
        ("on 04.12.2018", date(2018, 12, 4), date(2018, 12, 4)),
        ("by January", None, date(2018, 1, 31)),
        ("in 2015 and ever since", date(2015, 1, 1), REPORT),
        ("after 2011", date(2012, 1, 1), REPORT),
        ("after the offensive in January", date(2018, 1, 1), REPORT),
        ("after Monday's raid", date(2018, 12, 10), date(2018, 12, 10)),
        ("on the eve of 1 December", date(2018, 11, 30), date(2018, 11, 30)),
        ("on Sunday and again early on Tuesday", date(2018, 12, 9), date(2018, 12, 11)),
        ("on December 1, 2 and 4", date(2018, 12, 1), date(2018, 12, 4)),
        ("on the night of December 1/2", date(2018, 12, 1), date(2018, 12, 2)),
        ("in the spring of last year", date(2017, 3, 1), date(2017, 5, 31)),
        ("in winter 2016-17", date(2016, 12, 1), date(2017, 2, 28)),
        ("within hours of the truce", date(2018, 12, 12), REPORT),
        ("in the year to date", date(2018, 1, 1), REPORT),
    ],
)
def test_part_of_a_period_and_what_runs_up_to_a_day_are_cut_to_size(words: str, start: date | None, end: date) -> None:
    found = when(f"The two sides fought there {words}, residents said.", words, "fought")
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "words", "trigger", "start", "end"),
    [
        ("The dam broke on 6 December. Since then thousands have fled.", "Since then", "fled", date(2018, 12, 6), REPORT),
        ("Rebels struck on Monday. At dawn, troops moved in.", "At dawn", "moved", date(2018, 12, 10), date(2018, 12, 10)),
        ("Rebels struck on Monday. Troops answered in the afternoon.", "in the afternoon", "answered", *[date(2018, 12, 10)] * 2),
        (
            "The push began on 3 December. On the third day of it, shells fell.",
            "On the third day of it",
            "fell",
            *[date(2018, 12, 5)] * 2,
        ),
        (
            "In November four towns fell. Two weeks earlier raids began.",
            "Two weeks earlier",
            "began",
            date(2018, 10, 18),
            date(2018, 11, 16),
        ),
        ("A truce began on Saturday. Shells fell the next day.", "the next day", "fell", *[date(2018, 12, 9)] * 2),
        (
            "A truce began on Saturday. Within 24 hours shells fell.",
            "Within 24 hours",
            "fell",
            date(2018, 12, 8),
            date(2018, 12, 9),
        ),
    ],
)
def test_time_that_leans_on_the_day_told_before_is_counted_from_it(
    text: str, words: str, trigger: str, start: date, end: date
) -> None:
    found = when(text, words, trigger)
    assert (found.start, found.end, found.basis) == (start, end, DateBasis.RESOLVED)


def test_hour_without_a_day_told_near_is_of_the_reports_day() -> None:
    found = when("Rebels struck on Monday.\n\nAt dawn, troops moved in.", "At dawn", "moved")
    assert (found.start, found.end) == (REPORT, REPORT)


def test_an_event_of_a_day_by_its_own_words_is_of_no_other() -> None:
    text = "The toll from Monday's US strikes has risen to 80, up from 74 on Tuesday."
    found = when(text, "on Tuesday", "strikes")
    assert (found.start, found.end) == (date(2018, 12, 10), date(2018, 12, 10))


def test_a_former_tolls_day_is_not_the_events() -> None:
    found = when("The toll has risen to 80, up from 74 on Tuesday. Most were wounded by glass.", "on Tuesday", "wounded")
    assert found.basis is DateBasis.PUBLICATION


def test_an_hour_of_the_strike_is_of_the_day_it_was_told_on() -> None:
    found = when("Jets bombed a school on Monday.\n\nThe strike hit shortly after 9 a.m., he said.", "9 a.m.", "hit")
    assert (found.start, found.end) == (date(2018, 12, 10), date(2018, 12, 10))


def test_the_month_of_a_digest_is_the_one_it_tells_of() -> None:
    text = "On 27 March a base fell. In the first half of the month, raids went on."
    found = when(text, "In the first half of the month", "raids", published=date(2022, 4, 6))
    assert (found.start, found.end) == (date(2022, 3, 1), date(2022, 3, 15))
    late = when(text, "In the first half of the month", "raids", published=date(2022, 7, 6))
    assert late.start == date(2022, 7, 1)


def test_what_came_later_than_something_undated_did_not_come_after_the_report() -> None:
    found = when("She was shot a week later.", "a week later", "shot")
    assert (found.start, found.end) == (None, REPORT)
    assert "not dated" in found.reason


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
    ("words", "start", "end"),
    [
        ("during Ramadan", date(2018, 5, 16), date(2018, 6, 14)),
        ("on the first day of Eid al-Adha", date(2018, 8, 22), date(2018, 8, 22)),
        ("since Ramadan", date(2018, 5, 16), REPORT),
        ("in the last week of Ramadan", date(2018, 6, 8), date(2018, 6, 14)),
    ],
)
def test_feasts_of_the_moon_are_dated_by_the_tabular_calendar(words: str, start: date, end: date) -> None:
    found = when(f"The two sides fought there {words}, residents said.", words, "fought")
    assert (found.start, found.end) == (start, end)
    assert "may differ by a day" in found.reason


@pytest.mark.parametrize(
    ("text", "words", "trigger", "published", "start", "end"),
    [
        (
            "38,000 people have been killed since October 7.",
            "since October 7",
            "killed",
            date(2024, 7, 10),
            date(2023, 10, 7),
            None,
        ),
        ("Gunmen killed 1,200 on October 7.", "on October 7", "killed", date(2024, 7, 10), date(2023, 10, 7), date(2023, 10, 7)),
        ("Soldiers seized power on July 26.", "on July 26", "seized", date(2024, 5, 10), date(2023, 7, 26), date(2023, 7, 26)),
        (
            "Nine months after October 7, troops entered the town.",
            "Nine months after October 7",
            "entered",
            date(2024, 7, 10),
            date(2024, 7, 7),
            date(2024, 7, 7),
        ),
        (
            "Between 1 and 3 October guns fell silent.",
            "Between 1 and 3 October",
            "fell",
            date(2024, 7, 10),
            date(2023, 10, 1),
            date(2023, 10, 3),
        ),
    ],
)
def test_a_day_without_a_year_that_has_happened_lies_behind_the_report(
    text: str, words: str, trigger: str, published: date, start: date, end: date | None
) -> None:
    found = when(text, words, trigger, published=published)
    assert (found.start, found.end, found.flags) == (start, end or published, ())


def test_a_day_named_shortly_after_an_early_dated_report_keeps_its_year() -> None:
    found = when("Rockets hit the port on 12 July.", "on 12 July", "hit", published=date(2024, 7, 10))
    assert (found.start, found.flags) == (date(2024, 7, 12), ("after-publication",))


def test_a_day_without_a_year_that_is_planned_lies_ahead() -> None:
    text, words = "The two sides will meet on 3 March.", "on 3 March"
    planned = when(text, words, "meet", published=date(2024, 5, 10), modality=Modality.PLANNED)
    late_copy = when(text, words, "meet", published=date(2024, 3, 10), modality=Modality.PLANNED)
    assert (planned.start, late_copy.start) == (date(2025, 3, 3), date(2024, 3, 3))
    both = when("Talks will run on 3-5 March.", "on 3-5 March", "run", published=date(2024, 5, 10), modality=Modality.PLANNED)
    assert (both.start, both.end) == (date(2025, 3, 3), date(2025, 3, 5))


def test_what_runs_until_a_day_may_end_after_the_report() -> None:
    found = when("The truce was extended until 7 October.", "until 7 October", "extended", published=date(2024, 7, 10))
    assert (found.start, found.end) == (None, date(2024, 10, 7))


@pytest.mark.parametrize(
    ("words", "modality", "day", "flags"),
    [
        ("on Saturday, October 7", Modality.ACTUAL, date(2023, 10, 7), ()),
        ("on Friday, 7 July", Modality.ACTUAL, date(2023, 7, 7), ()),
        ("on Sunday, 7 July", Modality.ACTUAL, date(2024, 7, 7), ()),
        ("on Monday, 3 March", Modality.PLANNED, date(2025, 3, 3), ()),
        # The weekday fits the year to come, which the past tense rules out.
        ("on Monday, 7 October", Modality.ACTUAL, date(2023, 10, 7), ("weekday-contradicts-date",)),
    ],
)
def test_a_weekday_beside_a_day_chooses_its_year(words: str, modality: Modality, day: date, flags: tuple[str, ...]) -> None:
    verb = "killed" if modality is Modality.ACTUAL else "meet"
    found = when(f"They {verb} there {words}.", words, verb, published=date(2024, 7, 10), modality=modality)
    assert (found.start, found.end, found.flags) == (day, day, flags)


def test_since_a_day_after_the_report_is_flagged_and_not_turned_round() -> None:
    text, words = "The army has held the town since 12 August 2024.", "since 12 August 2024"
    for modality in (Modality.ACTUAL, Modality.NEGATED):
        found = when(text, words, "held", published=date(2024, 7, 10), type="control", modality=modality)
        assert (found.start, found.end, found.flags) == (date(2024, 8, 12), None, ("after-publication",))


@pytest.mark.parametrize(
    "number",
    ["Resolution 1973", "resolutions 1970 and 1973", "Resolution No 1973", "Article 1973", "Hill 1973", "Route 1973", "No. 1973"],
)
def test_a_number_of_a_thing_dates_nothing(number: str) -> None:
    found = when(f"Jets bombed the port under {number}, it said.", None, "bombed", published=date(2011, 5, 15))
    assert found.basis is DateBasis.PUBLICATION


@pytest.mark.parametrize(
    ("words", "day", "flags"),
    [
        ("on 12/05/2024", date(2024, 5, 12), ()),
        ("on 05/12/2024", date(2024, 5, 12), ()),
        ("on 13/05/2024", date(2024, 5, 13), ()),
        ("on 04/03/2024", date(2024, 4, 3), ("ambiguous-date",)),
        ("on 04/04/2024", date(2024, 4, 4), ()),
        ("on 11/12/2024", date(2024, 11, 12), ("ambiguous-date", "after-publication")),
    ],
)
def test_a_numeric_date_is_read_so_that_it_lies_before_the_report_or_flagged(
    words: str, day: date, flags: tuple[str, ...]
) -> None:
    found = when(f"Shells hit the port {words}.", words, "hit", published=date(2024, 5, 15))
    assert (found.start, found.end, found.flags) == (day, day, flags)


@pytest.mark.parametrize(
    "hour", ["2130 local time (1930 GMT)", "9:30 p.m. local time (1930 GMT)", "2130 local time", "2130 local"]
)
def test_an_hour_of_local_time_is_of_the_day_named_behind_it(hour: str) -> None:
    found = when(f"Shells fell at {hour} on Tuesday.", f"at {hour} on Tuesday", "fell", published=date(2024, 5, 15))
    assert (found.start, found.end, found.basis) == (date(2024, 5, 14), date(2024, 5, 14), DateBasis.RESOLVED)


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("on December 10", DateBasis.RESOLVED),
        ("on 10 December", DateBasis.RESOLVED),
        ("at 1800 local", DateBasis.RESOLVED),
        ("on 10 Dec 18", DateBasis.EXPLICIT),
        ("in December '17", DateBasis.EXPLICIT),
        ("on 10 December 2018", DateBasis.EXPLICIT),
    ],
)
def test_only_a_year_that_is_told_makes_a_date_explicit(words: str, basis: DateBasis) -> None:
    assert when(f"The two sides fought {words}.", words, "fought").basis is basis


NOVEMBER = date(2024, 11, 15)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("in the first six months of this year", date(2024, 1, 1), date(2024, 6, 30)),
        ("in the first six months of the year", date(2024, 1, 1), date(2024, 6, 30)),
        ("in the last six months of 2023", date(2023, 7, 1), date(2023, 12, 31)),
        ("in the final three months of last year", date(2023, 10, 1), date(2023, 12, 31)),
        ("in the last two months of the year", date(2024, 11, 1), NOVEMBER),
        ("in the first ten days of May", date(2024, 5, 1), date(2024, 5, 10)),
        ("in the first two weeks of March", date(2024, 3, 1), date(2024, 3, 14)),
        ("in the final two weeks of June 2023", date(2023, 6, 17), date(2023, 6, 30)),
        ("in the first three weeks of November", date(2024, 11, 1), NOVEMBER),
        ("since the first two weeks of March", date(2024, 3, 1), NOVEMBER),
    ],
)
def test_so_much_of_a_month_or_year_is_cut_from_it(words: str, start: date, end: date) -> None:
    found = when(f"Shelling killed forty {words}.", words, "killed", published=NOVEMBER)
    assert (found.start, found.end) == (start, end)


def test_so_much_of_a_month_is_read_from_any_part_of_the_words() -> None:
    text = "Shelling killed forty in the first six months of this year."
    for words in ("the first six months", "this year", None):
        found = when(text, words, "killed", published=NOVEMBER)
        assert (found.start, found.end) == (date(2024, 1, 1), date(2024, 6, 30))
    digest = when(
        "On 27 March a base fell. In the first ten days of the month, raids went on.",
        "In the first ten days of the month",
        "raids",
        published=date(2022, 4, 6),
    )
    assert (digest.start, digest.end) == (date(2022, 3, 1), date(2022, 3, 10))


def test_planned_days_of_a_month_lie_ahead() -> None:
    words = "in the first two weeks of March"
    found = when(f"Troops will leave {words}.", words, "leave", published=NOVEMBER, modality=Modality.PLANNED)
    assert (found.start, found.end) == (date(2025, 3, 1), date(2025, 3, 14))


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


WEDNESDAY = date(2024, 5, 15)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("over the last week", date(2024, 5, 8), WEDNESDAY),
        ("over the last week or so", date(2024, 5, 8), WEDNESDAY),
        ("in the last month", date(2024, 4, 15), WEDNESDAY),
        ("during the last year", date(2023, 5, 15), WEDNESDAY),
        ("last week", date(2024, 5, 6), date(2024, 5, 12)),
        ("a year ago today", date(2023, 5, 15), date(2023, 5, 15)),
        ("two years ago this month", date(2022, 5, 1), date(2022, 5, 31)),
        ("two years ago last month", date(2022, 4, 1), date(2022, 4, 30)),
        ("two years ago on Saturday", date(2022, 5, 11), date(2022, 5, 11)),
        ("two years ago on 24 February", date(2022, 2, 24), date(2022, 2, 24)),
        ("two weeks ago on Saturday", date(2024, 4, 27), date(2024, 4, 27)),
        ("two years ago", date(2022, 1, 1), date(2022, 12, 31)),
    ],
)
def test_last_and_ago_cover_what_is_meant_by_them(words: str, start: date, end: date) -> None:
    found = when(f"Troops took the town {words}.", words, "took", published=WEDNESDAY)
    assert (found.start, found.end) == (start, end)


def test_this_weekend_is_the_one_just_past_of_what_has_happened() -> None:
    monday = date(2024, 5, 13)
    past = when("A missile killed twelve this weekend.", "this weekend", "killed", published=monday)
    silent = when("Missile attack on the port this weekend.", "this weekend", "attack", published=monday)
    ahead = when("They will meet this weekend.", "this weekend", "meet", published=monday, modality=Modality.PLANNED)
    assert (past.start, past.end) == (silent.start, silent.end) == (date(2024, 5, 11), date(2024, 5, 12))
    assert (ahead.start, ahead.end) == (date(2024, 5, 18), date(2024, 5, 19))


def test_what_came_before_news_lies_so_many_days_before_the_report() -> None:
    text = "The violence came two weeks after negotiators met in Port Alba."
    for words in ("two weeks after", "two weeks"):
        met = when(text, words, "met", type="talks")
        assert (met.start, met.end) == (date(2018, 11, 28), date(2018, 11, 29))
    met = when("The violence of 10 December came two weeks after negotiators met.", "two weeks after", "met", type="talks")
    assert (met.start, met.end) == (date(2018, 11, 26), date(2018, 11, 26))
    old = when("In May 2011 a mayor died. The violence came two weeks after negotiators met.", "two weeks after", "met")
    assert (old.start, old.end) == (None, REPORT)


AUGUST = date(1989, 8, 19)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("THE ELECTIONS OF 12 NOVEMBER WILL BE HELD ON TIME.", "12 NOVEMBER"),
        ("The election due on 12 November was discussed.", "on 12 November"),
        ("He said that the election of 12 November is scheduled to go ahead.", "12 November"),
        ("Parties agreed on an election on 12 November, to be held on both banks.", "on 12 November"),
    ],
)
def test_a_day_that_will_be_lies_ahead_whatever_the_claim_is_taken_for(text: str, words: str) -> None:
    trigger = "ELECTIONS" if text.isupper() else "election"
    found = when(text, words, trigger, published=AUGUST, type="talks")
    assert (found.start, found.end, found.flags) == (date(1989, 11, 12), date(1989, 11, 12), ())


@pytest.mark.parametrize(
    "text",
    ["Those killed on Friday will be buried in the capital.", "The army said on Friday troops killed there will be named."],
)
def test_a_day_on_which_something_happened_lies_behind_whatever_will_be_done_about_it(text: str) -> None:
    found = when(text, "on Friday", "killed", type="attack")
    assert (found.start, found.end) == (date(2018, 12, 7), date(2018, 12, 7))


def test_what_has_been_counted_since_something_began_runs_to_the_report() -> None:
    for words in ("in 1969", None):
        toll = when("The insurgency, which began in 1969, has killed 40,000.", words, "killed", type="casualty-toll")
        assert (toll.start, toll.end) == (date(1969, 1, 1), REPORT)
    clash = when("Fighting broke out in May.", "in May", "Fighting")
    assert (clash.start, clash.end) == (date(2018, 5, 1), date(2018, 5, 31))


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


def test_by_how_much_something_was_extended_is_no_time() -> None:
    found = when("The state of emergency was extended by four months.", "by four months", "extended", type="law")
    assert found.basis is DateBasis.PUBLICATION


def test_month_of_an_order_lies_behind_though_what_was_ordered_is_planned() -> None:
    order = when("The junta ordered a mobilisation in February.", "in February", "mobilisation", modality=Modality.PLANNED)
    assert (order.start, order.end) == (date(2018, 2, 1), date(2018, 2, 28))
    promise = when("The junta ordered elections to be held in February.", "in February", "elections", modality=Modality.PLANNED)
    assert (promise.start, promise.end) == (date(2019, 2, 1), date(2019, 2, 28))


def test_what_is_called_for_from_a_day_lies_ahead() -> None:
    for modality in (Modality.ACTUAL, Modality.PLANNED):
        found = when("The union called for protests from Friday.", "from Friday", "protests", type="protest", modality=modality)
        assert (found.start, found.end) == (date(2018, 12, 14), None)


def test_times_of_an_aside_are_not_those_of_the_clause_before_it() -> None:
    text = "The governor ordered residents to move to the port, where bandits last month kidnapped 40 people."
    for words in ("last month", None):
        found = when(text, words, "move", type="displacement", modality=Modality.PLANNED)
        assert (found.start, found.basis) == (REPORT, DateBasis.PUBLICATION)
    kidnapped = when(text, None, "kidnapped", type="abduction")
    assert (kidnapped.start, kidnapped.end) == (date(2018, 11, 1), date(2018, 11, 30))


def test_since_the_start_of_a_month_looks_back() -> None:
    found = when("Thousands have fled since the start of May.", "since the start of May", "fled", type="displacement")
    assert (found.start, found.end) == (date(2018, 5, 1), REPORT)


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


def test_devastation_by_years_of_war_is_dated_by_them() -> None:
    found = when("The town was worn down by six years of raids.", "six years", "worn")
    assert (found.start, found.end) == (date(2012, 12, 13), REPORT)
