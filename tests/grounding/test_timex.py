"""Time expressions: where they begin and end, and what they say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told_times import THURSDAY, read

from fogline.grounding.timex import Timex, find_timexes


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


def test_the_following_year_leans_on_the_year_named_last() -> None:
    assert ("the following year", "DATE", "2015") in read("The city fell in 2014 and the dam the following year.")


def test_without_a_report_date_only_what_the_words_say_is_given() -> None:
    assert read("On Monday and in May 2016 and in June.", None) == [
        ("Monday", "DATE", "XXXX-WXX-1"),
        ("May 2016", "DATE", "2016-05"),
        ("June", "DATE", "XXXX-06"),
    ]


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


def test_the_past_is_the_past_before_a_subject_too() -> None:
    assert read("In the past the army denied such raids.") == [("the past", "DATE", "PAST_REF")]


def test_a_decade_ago_is_a_year() -> None:
    assert read("It was founded a decade ago.") == [("a decade ago", "DATE", "2008")]


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
    ("words", "anchor", "value"),
    [
        ("last fall", date(1991, 11, 18), "1990-FA"),
        ("last fall", date(1991, 12, 18), "1991-FA"),
        ("last summer", date(2021, 8, 18), "2020-SU"),
        ("last summer", date(2021, 9, 18), "2021-SU"),
        ("last winter", date(2022, 2, 20), "2020-WI"),
        ("last winter", date(2022, 3, 5), "2021-WI"),
        ("the past summer", date(2021, 8, 18), "2021-SU"),
    ],
)
def test_last_season_told_within_that_season_is_the_one_of_the_year_before(words: str, anchor: date, value: str) -> None:
    assert (words, "DATE", value) in read(f"They fled {words} from the port.", anchor)
