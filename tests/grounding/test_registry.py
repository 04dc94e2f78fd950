"""Names of the registry in running text, and who bears them."""

from __future__ import annotations

import pytest
from actor_mentions import resolve

from fogline.grounding.registry import load_registry, words
from fogline.reading.reading import Role


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kachin\n• Rebels captured a post", []),
        ("Tamil Tigers shelled the port", ["Tamil Tigers"]),
        ("The flag was Red. Brigades marched below it", []),
        ("the Islamic\n\nState owned the land", []),
        # A text that is broken at a fixed width goes on in the next line.
        ("The town was held for a year by men who said that Islamic\nState had sent them", ["Islamic\nState"]),
        ("The US Gen. Byrne came", ["US"]),
    ],
)
def test_name_ends_with_its_line_item_or_sentence(text: str, found: list[str]) -> None:
    here = words(text)
    matches = load_registry().matches(here)
    printed = [
        text[here[m.first].start : here[m.last - 1].end] for m in matches if m.name.actor.region != "states" or "US" in text
    ]
    assert printed == found


def test_no_name_on_file_is_broken_by_its_own_stops() -> None:
    for actor in load_registry():
        for name in (actor.name, *actor.aliases, *actor.ambiguous):
            assert not any(w.opens for w in words(name)), name


@pytest.mark.parametrize(
    ("mention", "country", "year", "name"),
    [
        ("Colonel Pedro Lima", "CO", 1999, "Colombia"),
        ("Captain Otto Valdez Lima", "GT", 1985, "Guatemala"),
        ("Omar Amal", "LB", 1986, "Omar Amal"),
        ("officials in Lima", "CO", 1999, "Peru"),
        ("Lima", "CO", 1999, "Peru"),
        ("the USS George Washington", "IR", 2024, "United States"),
    ],
)
def test_capital_or_group_that_is_somebodys_surname_is_not_meant(mention: str, country: str, year: int, name: str) -> None:
    assert resolve(mention, country=country, year=year, role=Role.ORIGIN).name == name


@pytest.mark.parametrize(
    ("mention", "country", "year", "name"),
    [
        ("General Ratko Mladic's troops", "BA", 1993, "Bosnian Serb forces"),
        ("Charles Taylor", "LR", 1992, "NPFL"),
        ("Charles Taylor", "LR", 2000, "Liberia"),
        ("Shamil Basayev", "RU", 2004, "Chechen separatists"),
        ("Karuna", "LK", 2003, "LTTE"),
        ("Karuna", "LK", 2006, "TMVP"),
        ("Massoud's forces", "AF", 1998, "Northern Alliance"),
        ("Mary Taylor", "LR", 1992, "Mary Taylor"),
    ],
)
def test_commanders_of_armed_groups_speak_for_them_in_their_years(mention: str, country: str, year: int, name: str) -> None:
    assert resolve(mention, country=country, year=year).name == name


def test_commander_told_by_the_surname_alone_is_the_person_too() -> None:
    found = resolve("Basayev", country="RU", year=2004, role=Role.TARGET)
    assert (found.name, found.person) == ("Chechen separatists", "Shamil Basayev")


@pytest.mark.parametrize(
    ("mention", "country", "year", "name"),
    [
        ("the BSA", "BA", 1994, "Bosnian Serb forces"),
        ("the MNR", "MZ", 1987, "RENAMO"),
        ("the MNR", "BO", 1987, "MNR"),
        ("the Tigers", "LK", 2008, "LTTE"),
        ("the Tigers", "IN", 2008, "Tigers"),
        ("Shabab", "SO", 2013, "al-Shabaab"),
        ("Hezb-e Eslami", "AF", 1988, "Hezb-e-Islami"),
        ("UNMOs", "BA", 1993, "United Nations"),
        ("the SMM", "UA", 2018, "OSCE"),
        ("the Zapad Group of Forces", "UA", 2024, "Russia"),
    ],
)
def test_short_names_are_read_in_their_own_wars(mention: str, country: str, year: int, name: str) -> None:
    assert resolve(mention, country=country, year=year, role=Role.ORIGIN).name == name


@pytest.mark.parametrize("text", ["Let them go home", "LET THEM GO HOME", "THE AMNESTY WAS SIGNED", "THEY CHECKED THE SITE"])
def test_common_words_are_no_group_by_their_letters(text: str) -> None:
    assert load_registry().matches(words(text), text.isupper()) == []


def test_letters_of_mixed_case_are_matched_as_they_are_printed() -> None:
    assert [m.name.actor.id for m in load_registry().matches(words("a camp of LeT near the town"))] == ["let"]


def test_us_is_a_pronoun_where_all_is_in_capitals() -> None:
    assert load_registry().matches(words("US"), True) == []
    assert [m.name.actor.id for m in load_registry().matches(words("US"))] == ["US"]


def test_a_rank_before_a_name_is_nobodys_surname() -> None:
    registry = load_registry()
    assert registry.matches(words("Major Ada Byrne"), False, 1995) == []
    assert [m.name.actor.id for m in registry.matches(words("Mr Major spoke"), False, 1995)] == ["GB"]


@pytest.mark.parametrize(
    ("mention", "country", "name"),
    [
        ("the Group to Support Islam and Muslims", "ML", "JNIM"),
        ("the Jammu and Kashmir Liberation Front", "IN", "Jammu Kashmir Liberation Front"),
        ("the Syrian Arab Coalition", "SY", "Syrian Democratic Forces"),
        ("The High Commissioner for Refugees", "KH", "UNHCR"),
        ("the high commissioner for human rights", "LK", "OHCHR"),
        ("President Vucic", "XK", "Serbia"),
    ],
)
def test_other_names_of_bodies_and_heads_of_state_abroad_are_on_file(mention: str, country: str, name: str) -> None:
    assert resolve(mention, country=country, role=Role.ORIGIN).name == name


def test_a_common_word_is_an_agency_only_where_it_is_named_in_full() -> None:
    assert resolve("the refugee agency", text="UNHCR has 40 tents there.", role=Role.ORIGIN).name == "UNHCR"
    assert resolve("the refugee agency", role=Role.ORIGIN).actor_id is None


def test_passers_by_are_one_word() -> None:
    assert [w.key for w in words("Two passers-by, a by-pass")] == ["two", "passers-by", "a", "by", "pass"]


@pytest.mark.parametrize(
    ("mention", "country", "name"),
    [
        ("the Golani Brigade", "SY", "Israel"),
        ("the Provisionals", "GB", "IRA"),
        ("the Liberation Tigers", "IN", "LTTE"),
        ("the National Liberation Army", "CO", "ELN"),
        ("the Brotherhood", "EG", "Muslim Brotherhood"),
        ("the Popular Mobilisation", "IQ", "Popular Mobilisation Forces"),
        ("the UN's migration agency", "SY", "International Organization for Migration"),
        ("the UN Syria Commission of Inquiry", "SY", "UN Commission of Inquiry on Syria"),
        ("Tehreek-i-Taliban gunmen", "PK", "Pakistani Taliban"),
        ("the FALA", "AO", "UNITA"),
    ],
)
def test_other_names_of_a_body_are_the_bodys(mention: str, country: str, name: str) -> None:
    assert resolve(mention, country=country).name == name


def test_short_name_of_a_group_is_nobodys_in_another_war() -> None:
    assert resolve("the Brotherhood", country="UA").actor_id is None
    assert resolve("the National Liberation Army", country="LY").name != "ELN"
