"""Whose name the words of a mention hold."""

from __future__ import annotations

from datetime import date

import pytest
from actor_mentions import RESOLVER, resolve

from fogline.grounding.report_context import report_context
from fogline.reading.reading import Role
from fogline.span import Span


def test_a_namesake_of_a_president_is_a_person() -> None:
    text = "Mary Johnson, a teacher, left the town. Johnson had lived there for years."
    context = report_context(text, date(2018, 6, 1), {"SY": 5})
    at = text.index("Johnson had")
    assert RESOLVER.resolve(text, Span(at, at + 7), role=Role.ACTOR, context=context).actor_id is None


def test_shadow_minister_and_lawmaker_speak_for_themselves() -> None:
    assert resolve("Ada Byrne, the shadow home secretary", country="GB", role=Role.ORIGIN).name == "Ada Byrne"
    assert resolve("the British home secretary, Ada Byrne", country="GB", role=Role.ORIGIN).name == "United Kingdom"


def test_name_of_whoever_holds_a_post_is_kept_beside_the_body() -> None:
    assert resolve("the SDF commander Ada Byrne", role=Role.TARGET).person == "Ada Byrne"
    assert resolve("Ada Byrne, an SDF spokeswoman", role=Role.ORIGIN).person == "Ada Byrne"
    assert resolve("President Bashar al-Assad").person is None, "a head of state stands for the state"
    assert resolve("SDF fighters").person is None


@pytest.mark.parametrize(
    ("mention", "country", "year", "name"),
    [
        ("Prime Minister Abdulhamid Dbeibah", "LY", 2022, "Libya"),
        ("Abdul-Hamid Dbeibah", "LY", 2022, "Libya"),
        ("President Volodymir Zelensky", "UA", 2023, "Ukraine"),
        ("Mary Johnson", "GB", 2020, "Mary Johnson"),
        ("Ada Tinubu", "NG", 2024, "Ada Tinubu"),
    ],
)
def test_an_office_holder_is_known_in_other_spellings_of_the_first_name(mention: str, country: str, year: int, name: str) -> None:
    assert resolve(mention, country=country, year=year, role=Role.ORIGIN).name == name


@pytest.mark.parametrize(
    ("mention", "country", "text", "name"),
    [
        ("Security Minister Mahamadou Sana", "BF", "", "Burkina Faso"),
        ("Minister Sana", "BF", "", "Burkina Faso"),
        ("Ahmed Wafa", "PS", "", "Ahmed Wafa"),
        ("Sana", "BF", "Mahamadou Sana spoke.", "Sana"),
        ("Sana", "SY", "The agency Sana said so.", "SANA"),
        ("State media Sana", "SY", "", "SANA"),
        ("Palestinian Wafa", "PS", "", "Wafa"),
        ("Reuters", "SY", "In rebel-held Aleppo Reuters counted ten, a man told Reuters.", "Reuters"),
    ],
)
def test_an_outlets_name_behind_a_first_name_or_title_is_a_surname(mention: str, country: str, text: str, name: str) -> None:
    assert resolve(mention, country=country, year=2024, role=Role.ORIGIN, text=text).name == name


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("the head of the school board, Ada Byrne", "Ada Byrne"),
        ("a colleague of hers, Sgt. Tom Byrne", "Tom Byrne"),
        ("the leader of the group, Ada Byrne", "leader of the group"),
        ("Rep. Ada Byrne", "Ada Byrne"),
        ("Ada van der Byrne", "Ada van der Byrne"),
    ],
)
def test_a_person_named_behind_a_comma_is_known_by_the_name(mention: str, name: str) -> None:
    assert resolve(mention, role=Role.ORIGIN).name == name


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Archbishop Tomas Byrne", "Tomas Byrne"),
        ("the 777 Brigade", "777 Brigade"),
        ("the 32-County Harbour Committee", "32-County Harbour Committee"),
        ("the Village Leaders' Forum", "Village Leaders' Forum"),
        ("the Permanent Commission on Harbour Rights", "Permanent Commission on Harbour Rights"),
        ("the Alliance to Support Harbours", "Alliance to Support Harbours"),
        ("the Election Commission on Monday", "Election Commission"),
        ("a hundred and forty Ukrainians", "Ukrainians"),
    ],
)
def test_name_is_kept_whole_and_without_title_or_number_of_people(mention: str, name: str) -> None:
    assert resolve(mention, role=Role.ORIGIN).name == name
