"""Ages are no counts."""

from __future__ import annotations

import pytest
from counted_people import Range, found


def test_age_between_commas_is_no_count() -> None:
    assert found("Haddad, 65, was killed by gunmen.") == [("killed", 1, 1)]


def test_ages_of_children_listed_behind_them_are_no_further_dead() -> None:
    assert found("Her two sons, 4 and 6, were killed.") == [("killed", 2, 2)]


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
        ("Among the dead was Omar Haddad, 25.", []),
        ("Gunmen killed Omar Haddad, 25, and Ali Salem, 31.", [("killed", 1, 1)]),
        ("Gunmen killed Omar Haddad, 25 and wounded two.", [("killed", 1, 1), ("injured", 2, 2)]),
        ("They wounded Hana Musa, 41; her son died.", [("injured", 1, 1), ("killed", 1, 1)]),
        ("He died in April at 91, with his sons beside him.", [("killed", 1, 1)]),
        ("He was 34 when they shot him; she was nine.", []),
        ("The dead: Homs, 25; Hama, 13.", [("killed", 25, 25), ("killed", 13, 13)]),
        ("In Deir Ezzor, 12 were killed.", [("killed", 12, 12)]),
        ("It killed 20 in Homs and, in Deir Ezzor, 13.", [("killed", 20, 20), ("killed", 13, 13)]),
        ("A nurse put the number who died at 19.", [("killed", 19, 19)]),
        ("A nurse put the dead at 19.", [("killed", 19, 19)]),
    ],
)
def test_ages_that_end_a_sentence_are_no_victims(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


def test_a_figure_of_the_sentence_behind_a_death_is_no_age() -> None:
    assert found("Two men died. The governor gave the deaths at 40.", "attack") == [("killed", 2, 2), ("killed", 40, 40)]


@pytest.mark.parametrize(
    "text",
    [
        "Her son Kay, who was 12, died with her.",
        "Kay Orvat, who is 22 and came home, was killed.",
        "An Orvat girl of 14 was killed.",
    ],
)
def test_an_age_told_of_who_somebody_is_counts_nobody(text: str) -> None:
    assert all(high == 1 for _, _, high in found(text, "attack"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They seized a deacon of 78.", []),
        ("The guards killed a heart patient of 68 at the gate.", []),
        ("Ali Haddad, an Orvati of 33, was convicted.", []),
        ("They killed a commander of 30 rebels.", [("killed", 30, 30)]),
        ("They killed a guard of 40 soldiers.", [("killed", 40, 40)]),
    ],
)
def test_years_of_one_person_by_trade_or_country_count_nobody(
    text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    assert [c for c in found(text, "arrest") if (c[1] or 0) > 1] == expected
