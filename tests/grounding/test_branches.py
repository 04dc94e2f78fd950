"""A group's arm in one country."""

from __future__ import annotations

import pytest
from actor_mentions import resolve

from fogline.reading.reading import Role


@pytest.mark.parametrize(
    ("mention", "country", "name"),
    [
        ("al-Qaeda's Yemeni branch", "YE", "al-Qaeda in the Arabian Peninsula"),
        ("Al-Qaeda's affiliate in Syria", "SY", "Hayat Tahrir al-Sham"),
        ("Islamic State's Afghan affiliate", "AF", "Islamic State Khorasan"),
        ("Hamas's Lebanese branch", "LB", "Hamas"),
        ("an al-Qaeda affiliate", "SY", "al-Qaeda"),
    ],
)
def test_the_branch_of_a_group_is_the_groups_in_that_country(mention: str, country: str, name: str) -> None:
    assert resolve(mention, country=country).name == name


def test_their_branch_in_a_country_is_not_the_countrys() -> None:
    found = resolve("its Syrian offshoot", role=Role.TARGET)
    assert (found.name, found.actor_id) == ("its Syrian offshoot", None)
