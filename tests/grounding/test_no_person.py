"""Capitals that are nobody's name."""

from __future__ import annotations

import pytest
from actor_mentions import resolve
from marked_mentions import resolve as resolve_marked

from fogline.reading.reading import Role


@pytest.mark.parametrize(
    "mention",
    [
        "Gunmen on motorcycles",
        "Hundreds with flags",
        "POWs from the north",
        "15 Scotsmen of the regiment",
        "Muslims in the north",
        "Opponents of President Byrne",
    ],
)
def test_a_capital_at_the_start_or_in_letters_makes_no_person(mention: str) -> None:
    assert "named in person" not in resolve(mention).reason


def test_a_noun_with_which_a_sentence_begins_is_no_person() -> None:
    found = resolve("Bridge on the left bank", text="The bridge was old.", role=Role.TARGET)
    assert "named in person" not in found.reason
    assert "named in person" in resolve("Bridge, 34, a baker", text="The river was high.", role=Role.TARGET).reason


def test_a_surname_may_end_as_men_does() -> None:
    assert resolve("Ada Kirmen, a baker", role=Role.TARGET).name == "Ada Kirmen"


@pytest.mark.parametrize("body", ["The Interior Ministry", "The Lantern Press Bureau", "The Harbour Mission"])
def test_it_is_a_body_that_begins_a_sentence_with_its_article(body: str) -> None:
    text = f"{body} said Hezbollah fighters struck a post. It said six men died."
    by, _, it = resolve_marked(text, (body, Role.ORIGIN), ("Hezbollah fighters", Role.ACTOR), ("It", Role.ORIGIN))
    assert it.name == by.name


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Activists in the town", "activists"),
        ("Witnesses at the bridge", "witness"),
        ("Teachers in Orvat", "teachers"),
        ("Local sources in Orvat", "local sources"),
        ("Aid agencies in Orvat", "aid agencies"),
        ("Orvan sources", "Orvan sources"),
        ("Lantern sources", "Lantern sources"),
    ],
)
def test_people_with_whom_a_sentence_begins_are_no_name(mention: str, name: str) -> None:
    assert resolve(mention, role=Role.ORIGIN).name == name


def test_fighters_of_a_headline_stay_as_they_are_printed() -> None:
    assert resolve("Fighters").name == "Fighters"
