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
        ("It expires at noon on Friday.", "noon on Friday", "TIME", "2018-12-14T12:00"),
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


@pytest.mark.parametrize(
    "text",
    [
        "Jan Egeland and April Okafor met June Haddad and August Lindqvist.",
        "In 2018 Jan Novak led the mission.",
        "The envoy said that May was told. Officials said that March had agreed.",
        "They met on June Street, and Mar Elias camp was shelled.",
        "The Sunday Times and the Friday Times wrote of Bloody Sunday.",
        "GENERAL JAN OKORO SAT DOWN. A MARCH WAS HELD. THE LAST REBELS LEFT. DEC WAS SHUT.",
    ],
)
def test_names_that_are_also_months_and_days_are_no_times(text: str) -> None:
    assert [words for words, _, _ in read(text) if words not in ("2018",)] == []


def test_months_and_days_beside_names_stay_times() -> None:
    assert read("On 5 Jan 2018 Jan Novak spoke; in April Syria agreed.") == [
        ("5 Jan 2018", "DATE", "2018-01-05"),
        ("April", "DATE", "2018-04"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It opens on Friday.", "Friday", "2018-12-14"),
        ("The council is to vote on Saturday.", "Saturday", "2018-12-15"),
        ("The rules take effect in May.", "May", "2019-05"),
        ("Voters go to the polls in February.", "February", "2019-02"),
        ("The council was to vote on Saturday.", "Saturday", "2018-12-08"),
    ],
)
def test_present_tense_of_what_is_fixed_looks_ahead(text: str, words: str, value: str) -> None:
    assert (words, "DATE", value) in read(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("From 20 November to 5 January 2017 the road was shut.", ["2016-11-20", "2017-01-05"]),
        ("Between June and September 2016 nobody came.", ["2016-06", "2016-09"]),
        ("It rained on March 1-5, 2016.", ["2016-03-01", "2016-03-05"]),
        ("The season runs from 1 June through 30 November.", ["2018-06-01", "2018-11-30"]),
    ],
)
def test_ends_of_a_range_share_a_year(text: str, values: list[str]) -> None:
    assert [value for _, _, value in read(text)] == values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("At 13.20 GMT shells fell.", "13.20 GMT", "2018-12-13T13:20"),
        ("At 0430 hours shells fell.", "0430 hours", "2018-12-13T04:30"),
        ("At 1320Z shells fell.", "1320Z", "2018-12-13T13:20"),
        ("By 1800 local shells fell.", "1800 local", "2018-12-13T18:00"),
        ("Shells fell by 05:30hrs.", "05:30hrs", "2018-12-13T05:30"),
        ("On Sunday, 9 December at about 9 p.m. shells fell.", "9 p.m.", "2018-12-09T21:00"),
    ],
)
def test_clock_times_of_reports_are_read_whole_and_on_their_day(text: str, words: str, value: str) -> None:
    assert (words, "TIME", value) in read(text)


def test_dates_with_full_stops_are_read_day_first() -> None:
    assert read("On 04.11.2018, and (24.02.17); see 3.5.12, 10.0.0.1 and 31.02.2018.") == [
        ("04.11.2018", "DATE", "2018-11-04"),
        ("24.02.17", "DATE", "2017-02-24"),
    ]


def test_a_day_without_its_month_is_of_the_month_told_last() -> None:
    assert read("On 19 November a base fell. On the 21st, two men were held on the 5th floor.") == [
        ("19 November", "DATE", "2018-11-19"),
        ("the 21st", "DATE", "2018-11-21"),
    ]


def test_the_past_is_the_past_before_a_subject_too() -> None:
    assert read("In the past the army denied such raids.") == [("the past", "DATE", "PAST_REF")]


def test_a_decade_ago_is_a_year() -> None:
    assert read("It was founded a decade ago.") == [("a decade ago", "DATE", "2008")]


def test_both_ends_of_a_range_without_a_year_lie_behind_the_report() -> None:
    told = read("Between 1 June and 30 November, twelve were shot.", date(2018, 3, 22))
    assert [value for _, _, value in told] == ["2017-06-01", "2017-11-30"]


@pytest.mark.parametrize(
    "text",
    ["The army lost 2000 men.", "They dug in 2000 metres away.", "The raid was led by 1500 soldiers.", "UNSCR 1929 holds."],
)
def test_counts_lengths_and_numbers_of_things_are_no_years(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["In 2016 men left.", "The 2015 attackers fled.", "The 2015 refugee crisis grew."])
def test_years_before_people_stay_years(text: str) -> None:
    assert len(read(text)) == 1


def test_since_names_a_day_that_lies_behind() -> None:
    assert ("October 7", "DATE", "2023-10-07") in read("Fighting since October 7 continues.", date(2024, 7, 10))
    assert ("Saturday, October 7", "DATE", "2023-10-07") in read("War since Saturday, October 7.", date(2024, 7, 10))


def test_a_day_far_ahead_beside_a_past_verb_lies_behind() -> None:
    assert ("July 26", "DATE", "2023-07-26") in read("Soldiers seized power on July 26.", date(2024, 5, 10))
    assert ("June 26", "DATE", "2024-06-26") in read("They set June 26 as the deadline.", date(2024, 5, 10))


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("Six were hurt over the last week.", "the last week", "DURATION", "P1W"),
        ("Six were hurt in the last week of the siege.", "the last week", "DATE", "2018-W49"),
        ("Six were hurt the last week.", "the last week", "DATE", "2018-W49"),
        ("The town fell two years ago this week.", "two years ago this week", "DATE", "2016-W50"),
        ("Two years ago today's mayor fled.", "Two years ago", "DATE", "2016"),
        ("The ban was made effective 1 March.", "1 March", "DATE", "2019-03-01"),
    ],
)
def test_last_with_its_article_is_a_length_and_ago_takes_in_its_day(text: str, words: str, kind: str, value: str) -> None:
    assert (words, kind, value) in read(text)


def test_this_weekend_beside_a_past_verb_is_the_one_just_past() -> None:
    assert ("this weekend", "DATE", "2024-W19-WE") in read("A missile killed twelve this weekend.", date(2024, 5, 13))
    assert ("this weekend", "DATE", "2024-W20-WE") in read("They will meet this weekend.", date(2024, 5, 13))


@pytest.mark.parametrize(
    "hours",
    [
        "A CURFEW FROM 1800 TO 0600 WAS IMPOSED",
        "A CURFEW IS IN FORCE FROM 1900",
        "POWER WAS CUT FROM 0530 TO 1430",
        "NOBODY MAY LEAVE BETWEEN 2000 AND 0600",
        "FIRING WAS HEARD AFTER 1930 GMT",
    ],
)
def test_hours_of_a_day_of_24_are_no_years_and_give_none_to_what_follows(hours: str) -> None:
    times = read(f"{hours}. THE TOWN WAS SHELLED ON 12 NOVEMBER.", date(1989, 11, 20))
    assert [t for t in times if t[1] == "DATE"] == [("12 NOVEMBER", "DATE", "1989-11-12")]


def test_years_of_a_range_and_of_a_curfew_are_years() -> None:
    values = [v for _, _, v in read("The war from 2000 to 2010 and the curfew of 2015 cost many lives.")]
    assert values == ["2000", "2010", "2015"]
