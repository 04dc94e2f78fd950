"""Numbers of people and areas as ranges."""

from __future__ import annotations

import pytest
from counted_people import Range, found
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.grounding.quantity import find_quantities, read_count
from fogline.span import Span


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


def test_what_befell_some_befell_those_told_along_with_them() -> None:
    assert found("At least 29 men were killed along with six rebel fighters.") == [("killed", 29, None), ("killed", 6, 6)]
    assert found("Two women were wounded as well as nine guards.") == [("injured", 2, 2), ("injured", 9, 9)]


def test_the_next_numbers_verb_is_not_that_of_the_one_before() -> None:
    assert found("The army fought alongside 300 rebels and killed 12.") == [("fighters", 300, 300), ("killed", 12, 12)]


def test_killed_or_wounded_together_is_neither() -> None:
    assert found("Air raids killed or wounded 400 fighters.") == [("other", 400, 400)]


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


def test_captured_behind_a_number_is_not_the_verb_before() -> None:
    text = "220 rebels were killed, 196 wounded and 22 captured."
    assert found(text) == [("killed", 220, 220), ("injured", 196, 196), ("detained", 22, 22)]


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


def test_range_said_the_wrong_way_round_is_one_range_and_flagged() -> None:
    text = "Between 20 and 10 people were killed."
    (quantity,) = find_quantities(text, 0, len(text), claim_type="attack")
    assert (quantity.low, quantity.high, quantity.flags) == (10, 20, ("reversed-range",))
    (plain,) = find_quantities("Between 10 and 20 people were killed.", 0, 37, claim_type="attack")
    assert plain.flags == ()


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


def test_verb_of_a_clause_about_somebody_else_tells_nothing_of_the_counted() -> None:
    text = "Thousands of people came to the square by the old harbour on Sunday to mourn the reporter Ana Rojas who was killed."
    assert ("killed", 2000, 9999) not in found(text, "protest")


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


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("The shelling caused the death of Omar Haddad, 25|, a baker.", "attack", [("killed", 1, 1)]),
        ("They fled, most of them to Adre, seventy| kilometres away.", "displacement", []),
        ("People were killed on 5 and 6| December.", "attack", []),
        (
            "The raid killed at least 18 people including 11 children| state media said.",
            "attack",
            [("killed", 18, None), ("killed", 11, 11)],
        ),
    ],
)
def test_what_a_number_at_the_edge_of_a_quote_counts_is_read_behind_it(text: str, type: str, expected: list[Range]) -> None:
    end, text = text.index("|"), text.replace("|", "")
    assert [(q.what, q.low, q.high) for q in find_quantities(text, 0, end, claim_type=type)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The raid killed 30 people, including 16 women and 10 girls, and 87 were injured.",
            [("killed", 30, 30), ("killed", 16, 16), ("killed", 10, 10), ("injured", 87, 87)],
        ),
        (
            "12 killed, including three women and two children, and 30 wounded.",
            [("killed", 12, 12), ("killed", 3, 3), ("killed", 2, 2), ("injured", 30, 30)],
        ),
        (
            "Seven soldiers, including two officers, and three civilians were killed.",
            [("killed", 7, 7), ("killed", 2, 2), ("killed", 3, 3)],
        ),
        (
            "Twelve people, including three women and two children, were wounded.",
            [("injured", 12, 12), ("injured", 3, 3), ("injured", 2, 2)],
        ),
    ],
)
def test_what_befell_the_whole_befell_the_parts_listed(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five civilians had been killed and 25 seriously hurt.", [("killed", 5, 5), ("injured", 25, 25)]),
        ("3 civs killed, 5 inj.", [("killed", 3, 3), ("injured", 5, 5)]),
        ("8 KIA, 11 WIA.", [("killed", 8, 8), ("injured", 11, 11)]),
        ("Two more people wounded in Homs had since died.", [("killed", 2, 2)]),
        ("Funerals for the nine were held on Sunday.", []),
        ("Nine hostages were held for a week.", [("detained", 9, 9)]),
    ],
)
def test_the_word_that_tells_of_a_number_is_found(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("300 to 400 were operating in the hills with the army, which on Monday lost four men.", [("killed", 4, 4)]),
        ("About 200 were in the town with the police, who arrested 12 men.", [("detained", 12, 12)]),
        ("Nine men were driven to a forest, where they were shot.", [("killed", 9, 9)]),
        ("Nine men in cars, which had no plates, were killed.", [("killed", 9, 9)]),
        ("Nine soldiers were lost.", [("killed", 9, 9)]),
        ("Nine soldiers lost their lives.", [("killed", 9, 9)]),
    ],
)
def test_a_verb_of_somebody_else_does_not_befall_the_counted(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected
