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


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Tarek Byrne, who spoke for Hezbollah", "Hezbollah"),
        ("Tarek Byrne, speaking for the Taliban", "Taliban"),
        ("Major Ada Byrne, speaking for the United Nations force", "United Nations"),
        ("Colonel Ada Byrne, of the coalition", "US-led coalition"),
        ("Sergeant Ada Byrne, for the rebels", "rebels"),
        ("Ada Byrne, whose Hezbollah fighters hold the pass", "Hezbollah"),
        ("the rebels' Ada Byrne", "rebels"),
        ("Brigadier Ada Byrne, who leads the mutiny", "rebels"),
    ],
)
def test_officer_or_speaker_is_of_the_side_that_the_words_behind_the_name_tell(mention: str, name: str) -> None:
    assert resolve(mention, role=Role.ORIGIN).name == name


def test_captain_who_speaks_for_the_first_time_is_the_states() -> None:
    assert resolve("Captain Ada Byrne, for the first time", role=Role.ORIGIN).name == "Syria"
    assert resolve("Ada Byrne, speaking for the first time", role=Role.ORIGIN).name == "Ada Byrne"


def test_member_of_a_party_speaks_for_it_behind_its_name() -> None:
    listed = resolve("the DUP's Ada Byrne", country="GB", role=Role.ORIGIN)
    assert (listed.name, listed.person) == ("Democratic Unionist Party", "Ada Byrne")
    unlisted = resolve("the Harbour Party's Ada Byrne", role=Role.ORIGIN)
    assert (unlisted.name, unlisted.person) == ("Harbour Party", "Ada Byrne")


def test_man_of_the_red_cross_is_not_of_a_committee_cut_short() -> None:
    assert resolve("Ada Byrne of the International Committee of the Red Cross", role=Role.ORIGIN).name == "Red Cross"
