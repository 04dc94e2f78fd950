"""Numbers that count nobody."""

from __future__ import annotations

import pytest
from counted_people import Range, found, marked


@pytest.mark.parametrize(
    "text",
    [
        "They took 50% of the town.",
        "A 12.7 mm gun fired.",
        "It cost $5 million.",
        "The line is 17 km from town.",
        "Two villages and three tanks were hit.",
        "It happened in 2014 on 5 June.",
        "Resolution 2254 was cited at 10:30.",
        "Twelve of fifteen drones were downed.",
        "Three quarters of the town is rubble.",
        "Both the army and the rebels fought on.",
        "The trial took seven and a half years.",
    ],
)
def test_what_counts_no_people_is_left_out(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Children aged from four to ten played there.",
        "For nearly two years residents starved.",
        "They fight both Kurds and rebels.",
    ],
)
def test_ages_spans_of_time_and_sides_are_no_counts(text: str) -> None:
    assert found(text, "hardship") == []


@pytest.mark.parametrize(
    "text",
    [
        "The strike on a house at 36.2021, 37.1343 killed people.",
        "Shells that fell at 999.99 killed people.",
        "Shelling at N 34.5553 E 40.9320 killed people.",
        "A strike at 37S CV 1234 5678 killed people.",
        "A raid at 36.202, 37.134 killed people.",
    ],
)
def test_nobody_is_counted_by_a_coordinate_or_a_decimal_number(text: str) -> None:
    assert found(text) == []


def test_decimal_with_a_scale_and_an_area_still_count() -> None:
    assert found("Some 1.5 million people were displaced.") == [("displaced", 1_500_000, 1_500_000)]
    assert found("They hold 45.5 square kilometres.") == [("area-km2", 46, 46)]


@pytest.mark.parametrize(
    "text",
    [
        "One in four soldiers left.",
        "The murder took place between 0200 and 0300.",
        "They lost one MiG-29.",
        "Three armoured personnel carriers and four police stations burned.",
        "It hit children under the age of eighteen.",
    ],
)
def test_fractions_times_of_day_and_machines_are_nobody(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The blast hit on 24 March 2024 residents said.",
        "About 1 in 5 residents are displaced.",
        "Grade 3 pupils and Form 4 boys were taken.",
    ],
)
def test_years_odds_and_forms_are_nobody(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five members of one family were killed.", [("killed", 5, 5)]),
        ("Two men in their 30s were killed.", [("killed", 2, 2)]),
        ("Two men aged 23 and 34, were shot dead.", [("killed", 2, 2)]),
        ("Four soldiers in 2 vehicles were killed.", [("killed", 4, 4)]),
        ("Four policemen, three soldiers and eleven civilians died.", [("killed", 4, 4), ("killed", 3, 3), ("killed", 11, 11)]),
        (
            "Four policemen and three soldiers were killed and eleven civilians wounded.",
            [("killed", 4, 4), ("killed", 3, 3), ("injured", 11, 11)],
        ),
    ],
)
def test_numbers_that_count_nobody_do_not_hide_the_verb(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


def test_days_and_scores_with_dashes_are_no_victims() -> None:
    assert found("27-07-2015 Civilian killed in a mortar attack.", "shelling") == []
    assert found("They shelled it, 2-1/2 years into a war that killed 40 people.", "shelling") == [("killed", 40, 40)]


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("The 2020-2022 war has killed 600,000 people.", "casualty-toll", [("killed", 600_000, 600_000)]),
        ("The war between the two has killed 600,000 people.", "casualty-toll", [("killed", 600_000, 600_000)]),
        ("Troops killed Commander 'Ten Kobo' in a raid.", "attack", []),
        ("Gunmen in Three Rivers State killed 4 farmers.", "attack", [("killed", 4, 4)]),
        ("Five AK-47 rifles were seized.", "arrest", []),
        ("Troops captured 11 T-62 tanks and two Mi-8s.", "armed-clash", []),
        ("Two F-16 pilots were captured.", "armed-clash", [("detained", 2, 2)]),
        ("Gunmen took 15 seminarians.", "abduction", [("detained", 15, 15)]),
        ("Troops freed 33 abductees.", "abduction", [("detained", 33, 33)]),
    ],
)
def test_years_of_wars_names_and_makes_of_weapons_count_nobody(text: str, type: str, expected: list[Range]) -> None:
    assert found(text, type) == expected


@pytest.mark.parametrize(
    "text", ["Blast Leaves Ten Hurt", "At Least Ten Syrian Soldiers Killed", "“Ten Syrians were killed,” he said."]
)
def test_a_number_in_a_headline_is_no_name(text: str) -> None:
    assert [n[1] for n in found(text, "attack")] == [10]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between 2001 and 2005 the army killed villagers.", []),
        ("From 1999 to 2003, 340 people were killed.", [("killed", 340, 340)]),
        ("On December 5 and 6, 2020, they killed 83 people.", [("killed", 83, 83)]),
        ("They killed people on 5 and 6 December.", []),
        ("On April 3, 4 and 5 they killed people.", []),
        ("On December 5 and 6 soldiers killed 12 people.", [("killed", 12, 12)]),
        ("From March 5 to 9 troops killed 12.", [("killed", 12, 12)]),
        ("On 12 May 7 soldiers were killed.", [("killed", 7, 7)]),
        ("On May 12, 7 people were killed.", [("killed", 7, 7)]),
        ("The raid killed 12 and 15 may have died.", [("killed", 12, 12), ("killed", 15, 15)]),
        ("Killed four on May 12 and 7 on May 13.", [("killed", 4, 4), ("killed", 7, 7)]),
        ("They killed three farmers on May 5 and 6 herders on May 7.", [("killed", 3, 3), ("killed", 6, 6)]),
    ],
)
def test_days_and_years_in_a_row_are_no_victims(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed 16 people in two cantinas.", [("killed", 16, 16)]),
        ("Both men died in the two sieges.", [("killed", 2, 2)]),
        ("They killed people across four villayets.", []),
        ("The dead of the nine-storey block were 54.", [("killed", 54, 54)]),
        ("He was killed for 6 million rials.", [("killed", 1, 1)]),
        ("The bombing killed 12 in Mosul and 30 in Tikrit.", [("killed", 12, 12), ("killed", 30, 30)]),
        ("The army put the toll at 30 sappers.", [("killed", 30, 30)]),
        ("Twelve were killed and seven in Homs.", [("killed", 12, 12), ("killed", 7, 7)]),
    ],
)
def test_in_how_many_places_counts_nobody(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It killed, depending on whom one asks, eleven rebels.", [("killed", 11, 11)]),
        ("The first one they killed was a guard.", []),
        ("Between one death and the next they prayed.", []),
        ("Guards executed the prisoners one by one.", []),
        ("The army said that one soldier was killed.", [("killed", 1, 1)]),
        ("One was killed and three were hurt.", [("killed", 1, 1), ("injured", 3, 3)]),
    ],
)
def test_one_that_is_no_number_counts_nobody(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("Since April some 80,000 people have been driven from their homes.", "displacement", [("displaced", 80000, 80000)]),
        ("Since April 80,000 people have fled.", "displacement", [("displaced", 80000, 80000)]),
        ("In Sept. 200 soldiers died.", "attack", [("killed", 200, 200)]),
        ("In early March 12 soldiers died.", "attack", [("killed", 12, 12)]),
        ("By June 5,000 had been killed.", "attack", [("killed", 5000, 5000)]),
        ("In June 50000 people were killed.", "attack", [("killed", 50000, 50000)]),
    ],
)
def test_people_counted_behind_a_month_are_no_day_of_it(text: str, type: str, expected: list[Range]) -> None:
    assert found(text, type) == expected


@pytest.mark.parametrize(
    "text",
    [
        "On March 12 soldiers died in the town.",
        "On March 12 300 soldiers died.",
        "Since March 12 people have been killed.",
        "In June 2016 people were killed.",
        "He was killed in Oct 98.",
        "Updated at Aug 122019 A bomb killed a guard.",
        "Updated at Aug 122019 ASMARA rebel troops killed a guard.",
    ],
)
def test_the_day_and_the_year_behind_a_month_count_nobody(text: str) -> None:
    assert [c for c in found(text, "attack") if c != ("killed", 1, 1)] == []


def test_a_range_that_opens_a_sentence_is_no_day_of_the_month_that_ends_it() -> None:
    assert marked("5 to 9, said the chief of those killed by the raid in March", "5 to 9", "killed") == ("killed", 5, 9)


@pytest.mark.parametrize(
    "text",
    [
        "There is one latrine for every 480 people in the camp.",
        "He died of the four bullet wounds that he received in Orvat.",
        "They receive three army meals a day.",
        "Some 25,000 volumes had perished in the fire.",
        "There have been three fires at Orvat.",
    ],
)
def test_shares_wounds_and_things_are_no_people(text: str) -> None:
    assert [c for c in found(text, "attack") if c[1] != 1] == []


def test_two_in_every_three_is_a_share() -> None:
    assert found("About 400,000 people, two in every three inhabitants, have fled.", "displacement") == [
        ("displaced", 400_000, 400_000)
    ]
