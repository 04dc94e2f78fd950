"""Names of private people, and of groups that are none."""

from __future__ import annotations

import pytest

from fogline.exports.private_people import looks_like_a_person


@pytest.mark.parametrize(
    "name", ["Samir Haddad", "Abu Omar al-Shami", "Mr Hassan Ali", "María de la Cruz", "Олена Коваль", "سمير حداد"]
)
def test_capitalised_names_are_taken_for_people(name: str) -> None:
    assert looks_like_a_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "residents",
        "a witness",
        "Syrian Army",
        "White Helmets",
        "Local Coordination Committees",
        "ISIS fighters",
        "SDF",
        "Kurds",
        "al-Qaeda",
        "",
        "12",
    ],
)
def test_groups_and_descriptions_are_not(name: str) -> None:
    assert not looks_like_a_person(name)


def test_single_name_counts_for_a_witness_only() -> None:
    assert looks_like_a_person("Fatima", single=True) and not looks_like_a_person("Fatima")
