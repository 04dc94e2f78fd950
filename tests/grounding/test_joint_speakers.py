"""Those who speak together under one mention."""

from __future__ import annotations

import pytest
from actor_mentions import resolve

from fogline.reading.reading import Role


@pytest.mark.parametrize(
    ("mention", "names"),
    [
        ("The DRC and the M23 rebel group", ["Democratic Republic of Congo", "M23"]),
        ("residents and UN sources", ["residents", "United Nations"]),
        ("police and residents", ["Syria", "residents"]),
        ("doctors and a rights group", ["doctors", "rights group"]),
        ("police, residents and doctors", ["Syria", "residents", "doctors"]),
    ],
)
def test_speakers_joined_by_and_all_speak(mention: str, names: list[str]) -> None:
    found = resolve(mention, role=Role.ORIGIN)
    assert [found.name, *(a.name for a in found.also)] == names


@pytest.mark.parametrize(
    "mention",
    [
        "a doctor and activist",
        "Tom Byrne, a doctor and activist",
        "Isis fighters and their families",
        "rebel commanders and officials",
        "Tom Byrne, UN Resident and Humanitarian Coordinator",
        "the police and army",
        "the head of police and the army",
    ],
)
def test_one_person_or_body_of_two_callings_speaks_alone(mention: str) -> None:
    assert resolve(mention, role=Role.ORIGIN).also == ()
