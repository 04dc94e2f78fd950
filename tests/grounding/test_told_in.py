"""Whose offices a sentence tells of that opens with a capital or a country."""

from __future__ import annotations

import pytest
from actor_mentions import RESOLVER
from marked_mentions import resolve

from fogline.grounding.report_context import report_context
from fogline.grounding.told_in import told_in
from fogline.reading.reading import Role


def told(text: str, marked: str, *, country: str = "SY") -> str:
    return resolve(text, (marked, Role.ORIGIN), country=country)[0].name


@pytest.mark.parametrize(
    ("text", "marked", "name"),
    [
        ("In Wellington the government confirmed three deaths.", "the government", "New Zealand"),
        ("In Nairobi, where rain fell, the foreign ministry gave no comment.", "the foreign ministry", "Kenya"),
        ("In Kenya the police said they had found the lorry.", "the police", "Kenya"),
        ("In Kenya the prime minister said the road was open.", "the prime minister", "Kenya"),
        # Of the country at war bare words tell anyway.
        ("In Syria the army said the road was open.", "the army", "Syria"),
    ],
)
def test_offices_and_arms_are_of_the_land_that_opens_the_sentence(text: str, marked: str, name: str) -> None:
    assert told(text, marked) == name


@pytest.mark.parametrize(
    "text",
    [
        "In Astana the government signed a truce with Ada Byrne.",
        "In Nairobi the government delegation said that talks would go on.",
        "In Kenya Ethiopian officials and the government spoke of the dam.",
    ],
)
def test_guests_and_second_states_leave_it_open_whose_offices_they_are(text: str) -> None:
    assert told(text, "the government") == "Syria"


def test_sentence_before_does_not_open_the_next() -> None:
    text = "In Nairobi rain fell. Ada Byrne slept, and the army said that it held the pass."
    assert told(text, "the army") == "Syria"


def test_a_country_is_told_in_by_its_name_only_where_another_is_at_war() -> None:
    text = "In Kenya the police slept."
    for war, name in (("SY", "Kenya"), ("KE", None)):
        state = told_in(RESOLVER.registry, report_context(text, None, {war: 9}), 9)
        assert (state.name if state is not None else None) == name
