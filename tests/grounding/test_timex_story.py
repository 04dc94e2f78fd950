"""What a text has told so far, and what leans on it."""

from __future__ import annotations

from datetime import date

import pytest
from told_times import read


def values(text: str, anchor: date = date(2018, 12, 13)) -> list[str | None]:
    return [value for _, _, value in read(text, anchor)]


def test_days_of_a_story_of_another_year_are_of_that_year() -> None:
    text = "On 14 March 2011 rebels forded the river; on 2 and 3 April jets bombed them. A scout was shot on the 9th."
    assert values(text) == ["2011-03-14", "2011-04-02", "2011-04-03", "2011-04-09"]
    assert values("In June of last year gunmen burned the mill; a patrol raided it in August.") == ["2017-06", "2017-08"]
    assert values("They took the ford on 10 November 2016. On 5 January they lost it.")[1] == "2017-01-05"


def test_a_story_goes_on_in_the_next_paragraph() -> None:
    assert values("They took the ford on 10 May 2016 and held it.\n\nBy July they had cut the road.")[1] == "2016-07"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The group, formed in 2014, held the hill. On 3 March it lost a post.", "2018-03-03"),
        ("War broke out in March 2011. The envoy in August said that many had died.", "2018-08"),
        ("Nine died in the 21 May 2016 bombing of a bus. In July a man was held.", "2018-07"),
        ("It has fought on since 5 March 2016. On 2 April it lost a post.", "2018-04-02"),
        ("On 14 March 2016 rebels forded the river. Yesterday jets flew. On 2 April a scout was shot.", "2018-04-02"),
        ("They lost the ford on 5 October 2016.\n\nOn 20 November guns shelled it.", "2018-11-20"),
        ("They lost the ford on 5 March 2016.\n\nIt was mined.\n\nOn 2 April guns shelled it.", "2018-04-02"),
        ("On 14 March 2016 they signed a truce; they will meet in April.", "2019-04"),
        ("On 14 March 2016 they signed. On Monday, 2 April they met.", "2018-04-02"),
    ],
)
def test_news_with_a_year_in_its_background_stays_in_the_reports_year(text: str, value: str) -> None:
    assert values(text)[-1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On 3 December guns hit the quay. The mission said on Monday that nine were killed that day.", "2018-12-03"),
        ("Nine died on Sunday, the mission said on Monday.\n\nBoats fired on the quay the same evening.", "2018-12-09TEV"),
        ("On 3 October bombs fell. A month later the mission has found that nine were killed that day.", "2018-10-03"),
        ("On 4 March 1999 men came. “Today you die,” one said. Nobody fired that day.", "1999-03-04"),
        ("On 9 July 1999 men came. His lawyer told the court on Tuesday that he was away that month.", "1999-07"),
        ("On 9 July 1999 men came. His lawyer said on Tuesday that they burned a barn the same year.", "1999"),
    ],
)
def test_that_day_is_none_of_a_saying_nor_of_a_quotation(text: str, value: str) -> None:
    assert values(text)[-1] == value


def test_that_day_may_be_the_day_of_a_saying_told_in_a_sentence_of_its_own() -> None:
    assert values("The truce ended on Sunday. The envoy spoke of it on Monday. Guns fired later that day.")[-1] == "2018-12-10"
    assert values("Guns fired on Sunday. “We shall pay,” the envoy said on Monday. He left later that day.")[-1] == "2018-12-10"


def test_a_night_is_not_counted_from_the_first_of_january() -> None:
    assert values("In 2004 a court jailed him. The night before, men had burned his shop.")[-1] == "2004-XX-XX"
    assert values("In 2004 the town fell. Many fled that day.")[-1] == "2004-XX-XX"
    assert values("In October the town fell. Many fled the same night.")[-1] == "2018-10-XXTNI"
    text = "On 5 March 2016 troops came; that spring many fled. The shelling had begun two days earlier."
    assert values(text)[-1] == "2016-03-03"


def test_hours_later_are_of_the_day_told_last() -> None:
    assert values("On Sunday they took the mill. Troops retook it five hours later.") == ["2018-12-09", "2018-12-09TXX"]
    assert values("On Sunday they took the mill. Hours later troops retook it.") == ["2018-12-09", "2018-12-09TXX"]
    assert values("They took the mill. Troops retook it five hours later.") == ["PT5H"]


def test_the_day_before_is_not_counted_from_the_first_of_a_month() -> None:
    assert values("In April a court jailed him. The day before, two nurses left.")[-1] == "2018-04-XX"
    assert values("Shells fell on Monday. He was jailed in April. The day before, two nurses left.")[-1] == "2018-12-09"
    assert values("In April a court jailed him. The following day two nurses left.")[-1] == "2018-04-XX"
    assert values("Shells fell on 3 April. The following day two nurses left.")[-1] == "2018-04-04"


def test_the_next_year_and_next_day_of_a_story_count_from_it() -> None:
    years = read("In 1984 they burned the mill. The next year they shot nine men.")
    assert [v for _, _, v in years] == ["1984", "1985"]
    days = read("On 26 March 2017 the Front came. Next day it shot nine men.")
    assert [v for _, _, v in days] == ["2017-03-26", "2017-03-27"]
    ahead = read("In 1984 they burned the mill. Over the next year they will build it.")
    assert ahead[1][2] == "2019"
