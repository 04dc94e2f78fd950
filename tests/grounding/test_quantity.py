"""Numbers of people and areas as ranges."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.grounding.quantity import find_quantities, is_former, read_count
from fogline.span import Span

Range = tuple[str, int | None, int | None]


def found(text: str, type: str = "armed-clash") -> list[Range]:
    return [(q.what, q.low, q.high) for q in find_quantities(text, 0, len(text), claim_type=type)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 20 soldiers were killed.", ("killed", 20, None)),
        ("More than 50 people were wounded.", ("injured", 50, None)),
        ("Up to 30 rebels died.", ("killed", None, 30)),
        ("Nearly 300 civilians were killed.", ("killed", None, 300)),
        ("About 50 farmers were kidnapped.", ("detained", 50, 50)),
        ("Dozens of villagers were killed.", ("killed", 24, 99)),
        ("Scores of people were injured.", ("injured", 40, 199)),
        ("Hundreds of families have fled.", ("displaced", 200, 999)),
        ("Tens of thousands of people have fled.", ("displaced", 20_000, 99_999)),
        ("Several hundred civilians are trapped.", ("trapped", 200, 999)),
        ("Some 1.5 million people were displaced.", ("displaced", 1_500_000, 1_500_000)),
        ("210000 people were displaced.", ("displaced", 210_000, 210_000)),
        ("7,000 civilians are trapped.", ("trapped", 7000, 7000)),
        ("Between 10 and 15 fighters died.", ("killed", 10, 15)),
        ("The blast killed 10 to 15 fighters.", ("killed", 10, 15)),
        ("One hundred and twenty prisoners were executed.", ("killed", 120, 120)),
        ("Half a million people were killed.", ("killed", 500_000, 500_000)),
        ("Two dozen hostages were murdered.", ("killed", 24, 24)),
        ("A family of six were killed.", ("killed", 6, 6)),
        ("A soldier was killed.", ("killed", 1, 1)),
        ("The shells left dozen people dead.", ("killed", 12, 12)),
        ("Nearly 200 000 civilians are trapped.", ("trapped", None, 200_000)),
        ("Several people were injured.", ("injured", 3, 9)),
        ("More than a 100,000 civilians have fled.", ("displaced", 100_000, None)),
        ("A reporter was gunned down.", ("killed", 1, 1)),
        ("THE EDITOR OKORO WAS WOUNDED.", ("injured", 1, 1)),
        ("The raid caused no casualties.", ("killed", 0, 0)),
        ("No one was hurt in the raid.", ("killed", 0, 0)),
        ("Rebels hold a pocket of 20 square miles.", ("area-km2", 52, 52)),
    ],
)
def test_number_is_read_as_the_codebook_ranges_it(text: str, expected: Range) -> None:
    assert found(text) == [expected]


def test_each_number_has_the_verb_that_governs_it() -> None:
    assert found("The strike killed at least 20 soldiers and wounded 12 others.") == [("killed", 20, None), ("injured", 12, 12)]
    assert found("Three rebels were killed and seven others were wounded.") == [("killed", 3, 3), ("injured", 7, 7)]
    assert found("Four soldiers and two rebels were killed.") == [("killed", 4, 4), ("killed", 2, 2)]


def test_lives_are_claimed_and_nobody_else() -> None:
    assert found("Six rebel dead and 22 injured were claimed in the bombing.") == [("killed", 6, 6), ("injured", 22, 22)]
    assert found("Some 40 lives were claimed by the raid.") == [("killed", 40, 40)]


def test_who_was_there_is_not_harmed_by_that_alone() -> None:
    assert found("Two men were in the car.", "explosive") == []
    assert found("Nine civilians were at the scene and were killed.", "explosive") == [("killed", 9, 9)]
    assert found("There had been more than 200 people inside when a bomb hit it.", "air-strike") == []
    assert found("There were 12 dead in the house.", "air-strike") == [("killed", 12, 12)]
    text = "Another man was also in the vehicle with him."
    sentence = Span(0, len(text))
    assert read_count(text, Span(0, 11), trigger="vehicle", claim_type="suicide-bomb", sentence=sentence) is None


def test_what_befell_some_befell_those_told_along_with_them() -> None:
    assert found("At least 29 men were killed along with six rebel fighters.") == [("killed", 29, None), ("killed", 6, 6)]
    assert found("Two women were wounded as well as nine guards.") == [("injured", 2, 2), ("injured", 9, 9)]


def test_the_next_numbers_verb_is_not_that_of_the_one_before() -> None:
    assert found("The army fought alongside 300 rebels and killed 12.") == [("fighters", 300, 300), ("killed", 12, 12)]


def test_part_of_a_group_has_its_own_verb() -> None:
    assert found("Two of the three wounded later died.", "attack")[0] == ("killed", 2, 2)


def test_killed_or_wounded_together_is_neither() -> None:
    assert found("Air raids killed or wounded 400 fighters.") == [("other", 400, 400)]


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


def test_fighters_of_a_strength_claim_are_fighters() -> None:
    assert found("About 2,000 troops and a 700-strong militia remain.", "strength") == [
        ("fighters", 2000, 2000),
        ("fighters", 700, 700),
    ]


def test_whose_number_it_is_comes_from_its_noun() -> None:
    text = "Eleven children were hurt."
    assert find_quantities(text, 0, len(text))[0].who == "children"


def test_absurd_numbers_are_kept_and_flagged() -> None:
    text = "The blast killed 80 million people."
    assert find_quantities(text, 0, len(text), claim_type="explosive")[0].flags == ("implausible",)


def test_five_million_killed_at_once_is_flagged() -> None:
    text = "The raid killed 5,000,000 people."
    assert find_quantities(text, 0, len(text), claim_type="attack")[0].flags == ("implausible",)


@pytest.mark.parametrize("digits", ["9" * 400, "1" + ",000" * 2000])
def test_runaway_digits_are_no_count(digits: str) -> None:
    assert found(f"{digits} people were killed.") == []


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Nadia Haddad was detained.", "Nadia Haddad", ("detained", 1, 1)),
        ("Nadia Haddad and Omar Saleh were detained.", "Nadia Haddad and Omar Saleh", ("detained", 2, 2)),
        ("Six people died and 90 others were injured.", "90 others", ("injured", 90, 90)),
        ("The wounded numbered at least 40.", "at least 40", ("injured", 40, None)),
    ],
)
def test_marked_count_is_read_in_its_sentence(text: str, words: str, expected: Range) -> None:
    start = text.index(words)
    count = read_count(
        text, Span(start, start + len(words)), trigger="detained", claim_type="arrest", sentence=Span(0, len(text))
    )
    assert count is not None
    assert (count.what, count.low, count.high) == expected
    assert count.text == words


TEXT_PARTS = "at least 20 - to between and hundreds of thousands half a million dozen killed wounded soldiers , . 1.5 % km square miles one no İ ٣ 10:30 was he"
PARTS = st.sampled_from(TEXT_PARTS.split())


@given(st.one_of(st.text(max_size=200), st.lists(PARTS, max_size=25).map(" ".join), st.lists(PARTS, max_size=25).map("".join)))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_quoted_exactly(text: str) -> None:
    for q in find_quantities(text, 0, len(text), claim_type="attack"):
        assert text[q.start : q.end] == q.text != ""
        assert q.low is None or q.high is None or q.low <= q.high
    if text:
        read_count(text, Span(0, len(text)), trigger="killed", claim_type="attack", sentence=Span(0, len(text)))


def test_age_between_commas_is_no_count() -> None:
    assert found("Haddad, 65, was killed by gunmen.") == [("killed", 1, 1)]


def test_captured_behind_a_number_is_not_the_verb_before() -> None:
    text = "220 rebels were killed, 196 wounded and 22 captured."
    assert found(text) == [("killed", 220, 220), ("injured", 196, 196), ("detained", 22, 22)]


def test_number_cut_by_the_quotation_is_read_whole() -> None:
    text = "They took in more than 1,500 families."
    start = text.index("500")
    (quantity,) = find_quantities(text, start, len(text), claim_type="displacement")
    assert (quantity.low, quantity.high) == (1500, None)


@pytest.mark.parametrize("words", ["the lives", "of civilians", "many people"])
def test_mark_without_a_number_or_a_person_counts_nobody(words: str) -> None:
    text = f"The raid ended {words} in the valley."
    span = Span(text.index(words), text.index(words) + len(words))
    assert read_count(text, span, trigger="raid", claim_type="attack", sentence=Span(0, len(text))) is None


def test_what_befell_the_counted_is_read_in_their_own_sentence() -> None:
    text = "Shells fell on the market. Twelve people were wounded there."
    count = read_count(text, Span(27, 33), trigger="fell", claim_type="shelling", sentence=Span(0, 26))
    assert count is not None and (count.what, count.low) == ("injured", 12)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("12 soldiers were killed.", "figure"),
        ("About 50 farmers were kidnapped.", "about"),
        ("Some 300 people were killed.", "about"),
        ("As many as 30 rebels died.", "at-most"),
        ("At least 20 soldiers were killed.", "at-least"),
        ("Between 10 and 15 fighters died.", "range"),
        ("Three or four rebels died.", "range"),
        ("Dozens of villagers were killed.", "round-plural"),
        ("Several people were injured.", "round-plural"),
        ("No one was hurt in the raid.", "none"),
        ("A soldier was killed.", "named"),
        ("Rebels hold a pocket of 20 square miles.", "converted"),
    ],
)
def test_range_says_how_it_came_about(text: str, basis: str) -> None:
    (quantity,) = find_quantities(text, 0, len(text), claim_type="armed-clash")
    assert quantity.basis == basis


def test_impossible_number_is_kept_and_flagged() -> None:
    (quantity,) = find_quantities("The raid killed 5,000,000 people.", 0, 33, claim_type="air-strike")
    assert (quantity.low, quantity.flags) == (5_000_000, ("implausible",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three suicide bombers killed at least two people.", [("fighters", 3, 3), ("killed", 2, None)]),
        ("Shells killed 60 people, 14 of them children.", [("killed", 60, 60), ("killed", 14, 14)]),
        ("The blast raised the death toll to 61.", [("killed", 61, 61)]),
        ("One U.S. soldier was killed.", [("killed", 1, 1)]),
        ("Several IS fighters were killed.", [("killed", 3, 9)]),
        ("Air strikes killed at least 14 people near the militant-held town.", [("killed", 14, None)]),
    ],
)
def test_numbers_are_told_apart_by_who_does_what(text: str, expected: list[Range]) -> None:
    assert found(text) == expected


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


def test_things_struck_are_not_people_killed() -> None:
    text = "Jets struck 108 of 113 planned targets. Two of the 3 wounded died."
    span = Span(text.index("108"), text.index("108") + 3)
    assert read_count(text, span, trigger="struck", claim_type="air-strike", sentence=Span(0, 39)) is None
    two = Span(text.index("Two"), text.index("Two") + 3)
    read = read_count(text, two, trigger="died", claim_type="casualty-toll", sentence=Span(40, len(text)))
    assert read is not None and (read.what, read.low) == ("killed", 2)


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


def test_stretch_that_ends_within_a_decimal_number_counts_nobody() -> None:
    text = "Killed in the blast at 999.99 were people."
    assert not find_quantities(text, 0, text.index(".99"), claim_type="attack")


def test_marked_half_of_a_coordinate_is_no_count() -> None:
    text = "The strike at 36.2021, 37.1343 killed people."
    start = text.index("37.1343")
    span = Span(start, start + 2)
    assert read_count(text, span, trigger="killed", claim_type="attack", sentence=Span(0, len(text))) is None


def test_decimal_with_a_scale_and_an_area_still_count() -> None:
    assert found("Some 1.5 million people were displaced.") == [("displaced", 1_500_000, 1_500_000)]
    assert found("They hold 45.5 square kilometres.") == [("area-km2", 46, 46)]


def test_range_said_the_wrong_way_round_is_one_range_and_flagged() -> None:
    text = "Between 20 and 10 people were killed."
    (quantity,) = find_quantities(text, 0, len(text), claim_type="attack")
    assert (quantity.low, quantity.high, quantity.flags) == (10, 20, ("reversed-range",))
    (plain,) = find_quantities("Between 10 and 20 people were killed.", 0, 37, claim_type="attack")
    assert plain.flags == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The shells brought the toll since May to 254 and the wounded to 1,228.",
            [("killed", 254, 254), ("injured", 1228, 1228)],
        ),
        ("The number of those who died in prison rose to 900.", [("killed", 900, 900)]),
        ("That raises to 512 the number of rebels killed.", [("killed", 512, 512)]),
        ("Car bomb, river market: 135 dead, 60 wounded.", [("killed", 135, 135), ("injured", 60, 60)]),
        ("On 23 September 28 bodies were found.", [("killed", 28, 28)]),
        ("More than hundred people were wounded.", [("injured", 100, None)]),
        ("Hundreds, possibly thousands, were killed.", [("killed", 200, 9999)]),
        ("One man was killed and another injured.", [("killed", 1, 1), ("injured", 1, 1)]),
        ("A woman and her three children were killed.", [("killed", 4, 4)]),
        ("The death of a 70-year-old man is looked into.", [("killed", 1, 1)]),
        ("Six wounded men were later shot dead.", [("killed", 6, 6)]),
        ("Four people died and 12 received wounds.", [("killed", 4, 4), ("injured", 12, 12)]),
        ("Guards shot 45 men.", [("killed", 45, 45)]),
        ("The army admits the loss of six men.", [("killed", 6, 6)]),
        ("It killed more than 70 of the group's fighters.", [("killed", 70, None)]),
        ("Some 86 members of the forces and their allies - who include men from the coast - were killed.", [("killed", 86, 86)]),
        ("Cholera has killed 473 people.", [("killed", 473, 473)]),
        ("No civilians were harmed.", [("killed", 0, 0)]),
        ("None of its soldiers had been hurt.", [("killed", 0, 0)]),
        ("A family of five the police had not warned were killed.", [("killed", 5, 5)]),
    ],
)
def test_toll_is_read_however_it_is_put(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two of its men threw a grenade that killed nine people.", [("fighters", 2, 2), ("killed", 9, 9)]),
        ("The consul's wife was killed by four soldiers.", [("killed", 1, 1), ("fighters", 4, 4)]),
        ("It killed 40 soldiers in a raid on a garrison of more than 200 troops.", [("killed", 40, 40), ("fighters", 200, None)]),
        ("Some 70 soldiers had surrendered and a colonel was killed.", [("fighters", 70, 70), ("killed", 1, 1)]),
        ("The raid caused no casualties among the 40 workers.", [("killed", 0, 0)]),
        ("They were charged with torturing 22 villagers.", [("other", 22, 22)]),
    ],
)
def test_who_does_it_and_who_is_spared_are_not_the_dead(text: str, expected: list[Range]) -> None:
    assert found(text) == expected


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


def test_last_word_of_a_phrase_in_capitals_is_nobody() -> None:
    assert found("THE WATCHMAN AT THE RIVER MILL'S TOWER WAS KILLED.") == []


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("her 12-year-old son", 1),
        ("his brother and two nieces", 3),
        ("a father, a mother and a son", 3),
        ("his mother, father and sister", 3),
        ("my brother", 1),
    ],
)
def test_relatives_are_counted_one_by_one(words: str, number: int) -> None:
    text = f"The raid killed {words} on Friday."
    start = text.index(words)
    count = read_count(text, Span(start, start + len(words)), trigger="killed", claim_type="attack", sentence=Span(0, len(text)))
    assert count is not None and (count.what, count.low, count.high) == ("killed", number, number)


def test_area_with_a_dash_before_its_unit_is_an_area() -> None:
    text = "They dispute a 450 - sq km area."
    start = text.index("a 450")
    count = read_count(text, Span(start, len(text) - 1), trigger="dispute", claim_type="control", sentence=Span(0, len(text)))
    assert count is not None and (count.what, count.low) == ("area-km2", 450)


def test_bombers_are_fighters_and_not_their_own_toll() -> None:
    text = "Two suicide bombers and gunmen attacked the port, killing 13 people."
    assert found(text, "suicide-bomb") == [("fighters", 2, 2), ("killed", 13, 13)]


def test_verb_of_a_clause_about_somebody_else_tells_nothing_of_the_counted() -> None:
    text = "Thousands of people came to the square by the old harbour on Sunday to mourn the reporter Ana Rojas who was killed."
    assert ("killed", 2000, 9999) not in found(text, "protest")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A third of the 900,000 residents fled.", []),
        ("Most of the 50 prisoners were killed.", [("killed", 26, 50)]),
        ("More than half of the 40 hostages were killed.", [("killed", 21, 40)]),
        ("Two of the three wounded later died.", [("killed", 2, 2), ("injured", 3, 3)]),
        ("The mine killed nine members of one family.", [("killed", 9, 9)]),
        ("The death toll rose from 19 to 27.", [("killed", 27, 27)]),
        ("The death toll was lowered from 40 to 27.", [("killed", 27, 27)]),
        ("The number of dead rose by 12 to 48.", [("killed", 48, 48)]),
        ("Fifteen (15) soldiers were killed.", [("killed", 15, 15)]),
        ("Three Ukrainian and two Russian soldiers were killed.", [("killed", 3, 3), ("killed", 2, 2)]),
        ("Six women five children and 3 guards were killed.", [("killed", 6, 6), ("killed", 5, 5), ("killed", 3, 3)]),
        ("A couple and their four children were killed.", [("killed", 6, 6)]),
        ("A mother, her two daughters and a guard died.", [("killed", 3, 3), ("killed", 1, 1)]),
        ("A boy was killed and his mother wounded.", [("killed", 1, 1), ("injured", 1, 1)]),
        ("By 3 p.m. 16 bodies had been found.", [("killed", 16, 16)]),
        ("A truck and 14 soldiers were lost.", [("killed", 14, 14)]),
        ("More than 2.3 mln people were displaced.", [("displaced", 2_300_000, None)]),
        ("Nobody was killed but three were hurt.", [("killed", 0, 0), ("injured", 3, 3)]),
        ("The army has killed 500 rebels since 9/11.", [("killed", 500, 500)]),
        ("They killed 40 girls, 20 of whom are under 18.", [("killed", 40, 40), ("killed", 20, 20)]),
        ("Two boys aged 6 and 11 were killed.", [("killed", 2, 2)]),
        ("Twelve people were killed in the shelling of a village of 400 people.", [("killed", 12, 12)]),
        ("About 70 per cent of the town's 30,000 residents have fled.", []),
        ("Under 40 people were killed.", [("killed", None, 40)]),
        ("Ivan, 34, and Olha, 31, were killed.", [("killed", 2, 2)]),
        ("A father, a mother and a son were killed.", [("killed", 3, 3)]),
        ("The shells took the lives of a man and his wife.", [("killed", 2, 2)]),
        ("They killed 12 people and took 25 hostages.", [("killed", 12, 12), ("detained", 25, 25)]),
        ("Five of the crew were rescued and nine are missing.", [("missing", 9, 9)]),
        ("The town, home to 25,000 people, was shelled.", []),
        ("Nine out of ten residents have fled.", []),
    ],
)
def test_parts_wholes_and_earlier_figures_are_told_apart(text: str, expected: list[Range]) -> None:
    assert found(text) == expected


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


def test_relatives_of_those_who_surrender_are_civilians() -> None:
    text = "Some 200 rebels surrendered with 500 of their relatives."
    assert found(text, "surrender") == [("fighters", 200, 200), ("civilians", 500, 500)]


def test_ages_of_children_listed_behind_them_are_no_further_dead() -> None:
    assert found("Her two sons, 4 and 6, were killed.") == [("killed", 2, 2)]


def test_mark_that_begins_inside_a_number_grows_to_the_whole_of_it() -> None:
    text = "Around 95,700 people were displaced."
    begin = text.index("700")
    read = read_count(text, Span(begin, begin + 10), trigger="displaced", claim_type="displacement", sentence=Span(0, len(text)))
    assert read is not None
    assert (read.text, read.low, read.high) == ("Around 95,700 people", 95_700, 95_700)


def test_those_who_were_fighting_are_fighters_and_not_the_dead() -> None:
    text = "Hundreds of foreigners were fighting in its ranks."
    counted = read_count(text, Span(0, 22), trigger="fighting", claim_type="armed-clash", sentence=Span(0, len(text)))
    assert counted is not None and counted.what == "fighters"


def test_a_toll_is_not_what_it_was_before() -> None:
    assert found("The number of dead has risen to 80, up from 74 on Friday.") == [("killed", 80, 80)]
    text = "The toll stands at 80, up from at least 74."
    assert is_former(text, text.index("74")) and not is_former(text, text.index("80"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six of the 40 on board died.", ("killed", 6, 6)),
        ("Twelve of its 40 men were killed.", ("killed", 12, 12)),
        ("Two of the town's 30 policemen were killed.", ("killed", 2, 2)),
        ("100,000 of the 120,000 Armenians fled.", ("displaced", 100_000, 100_000)),
        ("One million of the country's 12 million people fled.", ("displaced", 1_000_000, 1_000_000)),
        ("One of three soldiers died.", ("killed", 1, 1)),
        ("Of the 40 on board, six died.", ("killed", 6, 6)),
    ],
)
def test_the_verb_of_a_part_says_nothing_of_the_whole(text: str, expected: Range) -> None:
    assert found(text, "attack") == [expected]
    assert found(text, "displacement") == [expected]


def test_a_whole_counts_by_the_words_that_are_its_own() -> None:
    assert found("He was one of two people killed in the blast.", "attack") == [("killed", 2, 2)]
    assert found("Two of the 12 people killed in the blast were children.", "attack") == [("killed", 2, 2), ("killed", 12, 12)]
    assert found("Ten of the 14 prisoners were freed.", "arrest") == [("detained", 10, 10), ("detained", 14, 14)]


def test_a_number_that_a_verb_governs_before_is_no_whole() -> None:
    text = "Floods may have tens of thousands of farmers following the four million who fled before winter."
    assert ("displaced", 4_000_000, 4_000_000) in found(text, "displacement")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Six of the 40 on board died.", "the 40", None),
        ("Six of the 40 on board died.", "Six", ("killed", 6, 6)),
        ("Two of the three wounded later died.", "three wounded", ("injured", 3, 3)),
        ("All but two of the 40 passengers were killed.", "two of the 40 passengers", ("killed", 38, 38)),
        ("All but two passengers were killed.", "two passengers", None),
        ("Neither of the two men was hurt.", "two men", None),
        ("There were two survivors.", "two survivors", None),
    ],
)
def test_marked_wholes_and_exceptions_are_read_as_the_rules_read_them(text: str, words: str, expected: Range | None) -> None:
    start = text.index(words)
    sentence = Span(0, len(text))
    count = read_count(text, Span(start, start + len(words)), trigger="killed", claim_type="attack", sentence=sentence)
    assert (count and (count.what, count.low, count.high)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two women, 70 and 72, were killed.", [("killed", 2, 2)]),
        ("A man (70) was killed.", [("killed", 1, 1)]),
        ("Two sisters (4 and 6) were killed.", [("killed", 2, 2)]),
        ("A woman, 62, and her husband, 65, were killed.", [("killed", 2, 2)]),
        ("Three men, 23, 34 and 40, were killed.", [("killed", 3, 3)]),
        ("Two women, both 70, were killed.", [("killed", 2, 2)]),
        ("Men between the ages of 20 and 30 were killed.", []),
        ("Two women, 70, 12 men and a child were killed.", [("killed", 2, 2), ("killed", 12, 12), ("killed", 1, 1)]),
        ("They killed soldiers, 12 of them officers.", [("killed", 12, 12)]),
        ("Among the soldiers, 40 were killed.", [("killed", 40, 40)]),
        ("They killed the 23 villagers, 12, a witness said.", [("killed", 23, 23), ("killed", 12, 12)]),
    ],
)
def test_ages_behind_people_are_no_further_victims(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All but two of the 40 passengers were killed.", [("killed", 38, 38)]),
        ("The blast killed all but three of 12 crew members.", [("killed", 9, 9)]),
        ("All but one of the crew died.", []),
        ("Not one person was killed.", [("killed", 0, 0)]),
        ("Not a single person was killed.", [("killed", 0, 0)]),
        ("Not one of the 40 passengers was killed.", [("killed", 0, 0)]),
        ("Neither of the two men was hurt.", [("killed", 0, 0)]),
        ("Neither man was hurt.", [("killed", 0, 0)]),
        ("There were two survivors.", []),
        ("The blast killed 12 people and left two survivors.", [("killed", 12, 12)]),
        ("Two survivors later died.", [("killed", 2, 2)]),
    ],
)
def test_exceptions_and_survivors_are_not_the_dead(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


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


def test_what_came_before_is_not_what_befell_the_counted() -> None:
    text = "The bodies of the three turned up two days after gunmen kidnapped them."
    assert found(text, "attack") == [("killed", 3, 3)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All 298 people aboard MH17 were killed.", [("killed", 298, 298)]),
        ("Four people died and five were taken to hospital.", [("killed", 4, 4), ("injured", 5, 5)]),
        ("The blast killed two and sent 15 to hospital.", [("killed", 2, 2), ("injured", 15, 15)]),
        ("The blast killed two and left 15 in intensive care.", [("killed", 2, 2), ("injured", 15, 15)]),
        ("Four people were killed and 12 were treated for burns.", [("killed", 4, 4), ("injured", 12, 12)]),
        ("Two died and five were in a local hospital.", [("killed", 2, 2), ("injured", 5, 5)]),
        ("Twelve people were killed in a hospital.", [("killed", 12, 12)]),
        ("Five bodies were taken to hospital.", [("killed", 5, 5)]),
        ("Five others died after they were taken to hospital.", [("killed", 5, 5)]),
        (
            "The war left 300,000 people dead and 11 million homeless.",
            [("killed", 300_000, 300_000), ("displaced", 11_000_000, 11_000_000)],
        ),
        ("The death toll from the attack has risen to 45 from 38.", [("killed", 45, 45)]),
        ("The toll, according to a doctor, rose to 45 from 38.", [("killed", 45, 45)]),
        ("The toll rose to 45 people from 38 on Monday.", [("killed", 45, 45)]),
    ],
)
def test_hospital_homeless_and_earlier_tolls_are_not_the_dead(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


def test_a_toll_risen_to_one_figure_from_another_no_longer_stands_at_the_other() -> None:
    text = "The toll has risen to 45 from 38."
    assert is_former(text, text.index("38")) and not is_former(text, text.index("45"))
    text = "It spread to 45 villages from 38 kilometres away."
    assert not is_former(text, text.index("38"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seven soldiers, including two officers, were killed.", [("killed", 7, 7), ("killed", 2, 2)]),
        ("Seven security personnel (among them two officers) were martyred.", [("killed", 7, 7), ("killed", 2, 2)]),
        (
            "Nine guards, including four recruits, and three drivers were wounded.",
            [("injured", 9, 9), ("injured", 4, 4), ("injured", 3, 3)],
        ),
        ("Officials said 14 members of the security forces and 21 militants had died.", [("killed", 14, 14), ("killed", 21, 21)]),
        ("Eleven soldiers lost their lives in an ambush.", [("killed", 11, 11)]),
        ("Eleven soldiers, including a guide who knew the pass, took the hill.", [("fighters", 11, 11)]),
    ],
)
def test_a_verb_behind_what_is_told_in_passing_is_of_those_before_it(text: str, expected: list[Range]) -> None:
    assert found(text) == expected


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
    ("text", "who"),
    [
        ("Gunmen abducted 276 schoolgirls.", "schoolgirls"),
        ("Police arrested 4 suspected informants.", "informants"),
        ("More than 2,000 Mozambicans have fled.", "mozambicans"),
        ("Some 400 displaced Mozambicans have fled.", "mozambicans"),
        ("Some 400 have fled across Damascus.", None),
    ],
)
def test_the_plural_right_behind_a_number_tells_who_was_counted(text: str, who: str | None) -> None:
    (quantity,) = find_quantities(text, 0, len(text), claim_type="attack")
    assert quantity.who == who
    marked = read_count(text, Span(quantity.start, quantity.end), trigger="", claim_type="attack", sentence=Span(0, len(text)))
    assert marked is not None and marked.who == who


def test_a_mark_that_cuts_a_range_takes_in_its_high_end() -> None:
    text = "A group of six to eight men was arrested."
    marked = read_count(text, Span(11, 14), trigger="arrested", claim_type="arrest", sentence=Span(0, len(text)))
    assert marked is not None and (marked.text, marked.low, marked.high) == ("six to eight", 6, 8)


def test_things_that_were_captured_are_nobody_detained() -> None:
    text = "The rebels captured two trucks."
    span = Span(text.index("two"), text.index("."))
    assert read_count(text, span, trigger="captured", claim_type="armed-clash", sentence=Span(0, len(text))) is None


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("48 raids had been counted, 13 of them in Sanaa and nine in Hodeidah.", "air-strike", []),
        ("Jets raided the city; two of them had been shot down.", "air-strike", []),
        ("Six jets took off. Two of them had been shot down.", "air-strike", []),
        ("The army destroyed nine tanks and captured four of them.", "armed-clash", []),
        ("Six trucks were burned and two were captured.", "armed-clash", []),
        ("The air force downed 30 drones, though six were lost over Kyiv.", "air-strike", []),
        ("Russia launched 40 drones, of which 36 were shot down.", "air-strike", []),
        ("Mines have killed 48 farmers, 13 of them in Hajin.", "explosive", [("killed", 48, 48), ("killed", 13, 13)]),
        ("Bombs killed 30 in their homes, 14 of them children.", "explosive", [("killed", 30, 30), ("killed", 14, 14)]),
        ("Jets hit three houses and 12 died.", "air-strike", [("killed", 12, 12)]),
        ("Rebels destroyed two tanks, killing five and capturing 11.", "armed-clash", [("killed", 5, 5), ("detained", 11, 11)]),
        ("Gunmen attacked two villages and kidnapped 17.", "abduction", [("detained", 17, 17)]),
        ("Gunmen fired on two cars. Six of them were arrested.", "arrest", [("detained", 6, 6)]),
        ("The attack on two hotels left nine injured.", "attack", [("injured", 9, 9)]),
    ],
)
def test_a_number_without_a_noun_counts_what_the_last_plural_names(text: str, type: str, expected: list[Range]) -> None:
    assert found(text, type) == expected


def test_the_cut_off_noun_before_a_stretch_is_looked_for_in_the_text() -> None:
    text = "48 raids had been counted, 13 of them in Sanaa."
    assert find_quantities(text, text.index("13"), len(text), claim_type="air-strike") == ()
    text = "The army destroyed nine tanks and captured four."
    assert find_quantities(text, text.index("captured"), len(text), claim_type="armed-clash") == ()


def test_a_marked_number_of_cases_is_none_of_the_dead() -> None:
    text = "Cholera deaths passed 2,000 and cases reached 460,000."

    def marked(words: str) -> Range | None:
        span = Span(text.index(words), text.index(words) + len(words))
        count = read_count(text, span, trigger="deaths", claim_type="hardship", sentence=Span(0, len(text)))
        return (count.what, count.low, count.high) if count else None

    assert marked("460,000") is None
    assert marked("2,000") == ("killed", 2000, 2000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran has hanged three men convicted of spying.", ("killed", 3, 3)),
        ("Three men convicted of spying have been hanged.", ("killed", 3, 3)),
        ("They killed four soldiers captured in battle.", ("killed", 4, 4)),
        ("The execution of three men accused of treason drew protests.", ("killed", 3, 3)),
        ("12 people arrested in raids in Paris", ("detained", 12, 12)),
        ("Four men jailed for bombing a bus were released.", ("detained", 4, 4)),
        ("Police detained 30 people accused of plotting to kill officials.", ("detained", 30, 30)),
    ],
)
def test_convicts_who_are_hanged_are_dead(text: str, expected: Range) -> None:
    assert found(text, "attack") == [expected]


def test_a_marked_number_of_convicts_goes_by_a_trigger_of_killing() -> None:
    text = "Iran hanged on Sunday at dawn in the prison of the city three men convicted of spying."
    span = Span(text.index("three"), text.index(" convicted"))
    count = read_count(text, span, trigger="hanged", claim_type="attack", sentence=Span(0, len(text)))
    assert count is not None and (count.what, count.low, count.high) == ("killed", 3, 3)


@pytest.mark.parametrize("words", ["nine people", "dozens of people", "twenty-five people"])
def test_a_bound_outside_the_stretch_belongs_to_a_written_number_too(words: str) -> None:
    text = f"At least {words} were killed."
    for start in (text.index(words), text.index("five") if "five" in words else text.index(words)):
        (quantity,) = find_quantities(text, start, len(text), claim_type="attack")
        assert quantity.high is None and quantity.text == f"At least {words}"
