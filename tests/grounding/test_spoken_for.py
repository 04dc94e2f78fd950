"""For whom somebody named in person speaks without a post."""

from __future__ import annotations

import pytest
from actor_mentions import resolve

from fogline.grounding.grounding import ActorKind
from fogline.reading.reading import Role


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Norway's Ada Byrne", "Norway"),
        ("Hezbollah's Tarek Byrne", "Hezbollah"),
        ("Tarek Byrne of the Houthis", "Houthis"),
        ("Ada Byrne of Human Rights Watch", "Human Rights Watch"),
        ("Tarek Byrne, who speaks for the Taliban", "Taliban"),
        ("Ada Byrne, who mediates for the African Union", "African Union"),
    ],
)
def test_a_named_person_speaks_for_whom_the_words_beside_the_name_tell(mention: str, name: str) -> None:
    found = resolve(mention, role=Role.ORIGIN)
    assert (found.name, found.basis) == (name, "role-of")
    assert found.person in ("Ada Byrne", "Tarek Byrne")


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Syria's Omar Byrne, a baker", "Omar Byrne"),
        ("Syria's Omar Byrne, 34,", "Omar Byrne"),
        ("Norway's Lantern News", "Lantern News"),
        ("Ada Byrne of Norway", "Ada Byrne"),
    ],
)
def test_people_and_papers_of_a_country_do_not_speak_for_it(mention: str, name: str) -> None:
    found = resolve(mention, role=Role.ORIGIN)
    assert (found.name, found.actor_id) == (name, None)


def test_an_opposition_leader_does_not_speak_for_the_state() -> None:
    found = resolve("Norway's Ada Byrne", text="Byrne, an opposition leader, was freed.", role=Role.ORIGIN)
    assert found.name == "Ada Byrne"
    assert resolve("Norway's Ada Byrne", role=Role.TARGET).name == "Ada Byrne"


@pytest.mark.parametrize("mention", ["Kabul Radio", "Kabul Television", "the Voice of Orvat"])
def test_radio_behind_a_place_is_an_outlet_and_no_person(mention: str) -> None:
    found = resolve(mention, country="AF", role=Role.ORIGIN)
    assert (found.name, found.kind) == (mention.removeprefix("the "), ActorKind.MEDIA)


def test_a_named_person_behind_a_comma_is_of_the_body_named_there() -> None:
    assert resolve("Ada Byrne, of the UN refugee agency", role=Role.ORIGIN).name == "UNHCR"
    assert resolve("Ada Byrne, of Orvat", role=Role.ORIGIN).name == "Ada Byrne"
