"""Parts, wholes, fractions and exceptions."""

from __future__ import annotations

import pytest
from counted_people import Range, found

from fogline.grounding.quantity import read_count
from fogline.span import Span


def test_part_of_a_group_has_its_own_verb() -> None:
    assert found("Two of the three wounded later died.", "attack")[0] == ("killed", 2, 2)


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
