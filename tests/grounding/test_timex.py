"""Time expressions: where they begin and end, and what they say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.grounding.timex import Timex, find_timexes

THURSDAY = date(2018, 12, 13)


def read(text: str, anchor: date | None = THURSDAY) -> list[tuple[str, str, str | None]]:
    return [(t.span.of(text), t.type, t.value) for t in find_timexes(text, anchor)]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("Shelling resumed on Wednesday near the bridge.", "Wednesday", "DATE", "2018-12-12"),
        ("The convoy left on Thursday.", "Thursday", "DATE", "2018-12-13"),
        ("Talks will resume on Monday in the capital.", "Monday", "DATE", "2018-12-17"),
        ("The town fell last month.", "last month", "DATE", "2018-11"),
        ("Six were hurt over the past 48 hours.", "the past 48 hours", "DURATION", "PT48H"),
        ("They had fled three days ago.", "three days ago", "DATE", "2018-12-10"),
        ("Fighting began in the late 1980s.", "the late 1980s", "DATE", "198"),
        ("A truce held until mid-July.", "mid-July", "DATE", "2018-07"),
        ("Spending rose in fiscal 1989.", "fiscal 1989", "DATE", "1989"),
        ("Spending fell in fiscal 1989 third quarter.", "fiscal 1989 third quarter", "DATE", "1989-Q3"),
        ("The army pulled out earlier this week.", "earlier this week", "DATE", "2018-W50"),
        ("Jets struck early Tuesday.", "early Tuesday", "DATE", "2018-12-11"),
        ("A mortar hit the market on Tuesday morning.", "Tuesday morning", "TIME", "2018-12-11TMO"),
        ("It must end by the end of the year.", "the end of the year", "DATE", "2018"),
        ("Patrols go out daily.", "daily", "SET", "P1D"),
        ("A plane lands every week.", "every week", "SET", "P1W"),
        ("The road is now closed.", "now", "DATE", "PRESENT_REF"),
        ("The siege has recently tightened.", "recently", "DATE", "PAST_REF"),
        ("He was held for the past three days.", "the past three days", "DURATION", "P3D"),
        ("The post was hit in August last year.", "August last year", "DATE", "2017-08"),
        ("It expires at noon on Friday.", "noon on Friday", "TIME", "2018-12-07T12:00"),
        ("On 12/13/2018 the line moved.", "12/13/2018", "DATE", "2018-12-13"),
        ("On 2018-12-01 the line moved.", "2018-12-01", "DATE", "2018-12-01"),
        ("Aid came on Dec. 13.", "Dec. 13", "DATE", "2018-12-13"),
        ("They marched in the 19th century.", "the 19th century", "DATE", "18"),
        ("Aid will come in two or three days.", "two or three days", "DURATION", "P3D"),
        ("Repairs will take 12 to 18 months.", "12 to 18 months", "DURATION", "P18M"),
        ("It was done within weeks or months.", "weeks or months", "DURATION", "PXW"),
        ("They lived there for no more than sixty days.", "no more than sixty days", "DURATION", "P60D"),
        ("They fought for almost two decades.", "almost two decades", "DURATION", "P20Y"),
        ("It lasted two and a half years.", "two and a half years", "DURATION", "P2Y6M"),
        ("It ended after half an hour.", "half an hour", "DURATION", "PT30M"),
        ("A decades-old quarrel broke out anew.", "decades-old", "DURATION", "PXDE"),
        ("Output fell this past spring.", "this past spring", "DATE", "2018-SP"),
        ("They met this past weekend.", "this past weekend", "DATE", "2018-W49-WE"),
        ("Nobody was hurt in the past.", "the past", "DATE", "PAST_REF"),
        ("Life is dear these days.", "these days", "DATE", "PRESENT_REF"),
        ("Raids went on throughout the year.", "the year", "DATE", "2018"),
        ("The budget covers the fiscal year ending 30 June.", "the fiscal year", "DURATION", "P1Y"),
        ("The hearing falls in the week of March 6.", "the week of March 6", "DATE", "2019-W10"),
        ("He left on Friday last week.", "Friday last week", "DATE", "2018-12-07"),
        ("Late in the year the front froze.", "Late in the year", "DATE", "2018"),
        ("It began in the winter of nineteen ninety-four.", "the winter of nineteen ninety-four", "DATE", "1994-WI"),
        ("Shops were shut on Good Friday.", "Good Friday", "DATE", "2018-03-30"),
        ("Guns fell silent at 2.30pm on Tuesday.", "2.30pm on Tuesday", "TIME", "2018-12-11T14:30"),
        ("Shots were heard by 1400 GMT.", "1400 GMT", "TIME", "2018-12-13T14:00"),
        ("It changed after the 9/11 attacks.", "9/11", "DATE", "2001-09-11"),
        ("On Monday, Dec. 3: the list follows.", "Monday, Dec. 3", "DATE", "2018-12-03"),
    ],
)
def test_expression_is_found_whole_and_resolved_against_the_report(text: str, words: str, kind: str, value: str) -> None:
    assert (words, kind, value) in read(text)


def test_two_digit_years_of_agency_datelines_are_read_in_capitals() -> None:
    assert read("PORT CITY, 3 JAN 90 -- THE PATROL LEFT ON 30 DEC 89.", date(1990, 1, 3)) == [
        ("3 JAN 90", "DATE", "1990-01-03"),
        ("30 DEC 89", "DATE", "1989-12-30"),
    ]


def test_modal_may_and_marching_are_no_months() -> None:
    assert read("They may leave. May we ask why? Crowds march on.") == []


def test_a_month_looks_back_to_the_latest_such_month() -> None:
    assert ("September", "DATE", "2018-09") in read("The push was announced in September.")
    assert ("January", "DATE", "2018-01") in read("The push was announced in January.")


def test_numbers_of_people_are_no_years() -> None:
    assert read("More than 2000 people fled; 1500 fighters stayed.") == []


def test_both_days_of_a_range_are_dated_by_its_month() -> None:
    assert [v for _, _, v in read("Clashes on 22-25 April 1951 cost the river line.")] == ["1951-04-22", "1951-04-25"]


def test_the_following_year_leans_on_the_year_named_last() -> None:
    assert ("the following year", "DATE", "2015") in read("The city fell in 2014 and the dam the following year.")


def test_without_a_report_date_only_what_the_words_say_is_given() -> None:
    assert read("On Monday and in May 2016 and in June.", None) == [
        ("Monday", "DATE", "XXXX-WXX-1"),
        ("May 2016", "DATE", "2016-05"),
        ("June", "DATE", "XXXX-06"),
    ]


def test_an_impossible_day_has_no_value() -> None:
    assert read("The decree of 31 February 2018 was void.") == [("31 February 2018", "DATE", None)]


def test_ages_of_people_are_no_times_but_ages_of_wars_are() -> None:
    assert read("A six-year-old boy sang.") == []
    assert read("It may end the six-year-old conflict.") == [("six-year-old", "DURATION", "P6Y")]


def test_a_year_earlier_is_the_same_quarter_where_a_quarter_is_told() -> None:
    told = read("Net profit rose in the third quarter. A year earlier the bank lost money. The year-ago period was poor.")
    assert told[1:] == [("A year earlier", "DATE", "2017-Q3"), ("The year-ago period", "DATE", "2017-Q3")]
    assert read("The town fell a year earlier.") == [("a year earlier", "DATE", "2017")]


def test_quarters_are_told_with_whose_year_they_belong_to() -> None:
    assert read("Sales for last year's third quarter sank, as in the latest quarter and in Q1 2016.") == [
        ("last year's third quarter", "DATE", "2017-Q3"),
        ("the latest quarter", "DATE", "2018-Q3"),
        ("Q1 2016", "DATE", "2016-Q1"),
    ]


def test_an_article_before_a_hyphened_time_is_the_nouns() -> None:
    assert [words for words, _, _ in read("The third-quarter loss and the late-November trip cost a year-earlier gain.")] == [
        "third-quarter",
        "late-November",
        "year-earlier",
    ]


def test_names_and_fractions_are_no_times() -> None:
    assert read("Jan Novak told Example Today that three-quarters of voters stayed away.") == []


def test_what_lasts_is_a_length_and_not_the_last() -> None:
    assert read("The truce will last three weeks.") == [("three weeks", "DURATION", "P3W")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They planned to leave on Saturday.", "2018-12-15"),
        ("The office extended the deadline until Tuesday.", "2018-12-18"),
        ("Rules will be published on Saturday.", "2018-12-15"),
        ("On Friday, when he set aside his plans, all was quiet.", "2018-12-07"),
        ("The minister said late on Saturday that troops would go.", "2018-12-08"),
        ("Do it by Friday.", "2018-12-14"),
        ("Nobody works this Friday.", "2018-12-14"),
    ],
)
def test_weekdays_lie_where_the_words_around_look(text: str, value: str) -> None:
    assert value in [v for _, _, v in read(text)]


def test_news_that_looks_back_keeps_its_own_weekdays() -> None:
    past = "The pact of 1949 took in states in 1952, 1955, 1982, 1990, 1991, 1993 and 1995. "
    assert ("Friday", "DATE", "2018-12-07") in read(past + "On Friday, ministers met, as they had last week.")


TEXT_WORDS = (
    "the a last next this early late mid end of three 48 30 31 February May Tuesday week year years ago later hours 1989 's - – . , / : s th "
    "over this past or and to no more than quarter's year-ago Q3 9/11 Good Friday until set since night 12 2018 99999999999 ٣٤ half century BC Easter quarter first fiscal 'twas İ ß"
)
WORDS = st.sampled_from(TEXT_WORDS.split())


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join), st.lists(WORDS, max_size=30).map("".join)))
@settings(max_examples=150, deadline=None)
def test_spans_lie_in_the_text_in_order_without_overlap(text: str) -> None:
    for anchor in (THURSDAY, date.min, date.max, None):
        found: tuple[Timex, ...] = find_timexes(text, anchor)
        end = 0
        for timex in found:
            assert end <= timex.span.start < timex.span.end <= len(text)
            assert timex.type in ("DATE", "TIME", "DURATION", "SET")
            end = timex.span.end
