"""Whom a surname speaks for where the text before had to say it."""

from __future__ import annotations

from marked_mentions import resolve

from fogline.reading.reading import Role

ACTOR, TARGET, ORIGIN = Role.ACTOR, Role.TARGET, Role.ORIGIN


def test_a_surname_speaks_for_the_body_of_its_spokesman() -> None:
    text = "Turkey crossed the river. Its spokesman, Deniz Kobo, denied it. Kobo added that nobody died. He left."
    *_, kobo, he = resolve(
        text,
        ("Turkey", ACTOR),
        ("Its spokesman, Deniz Kobo", ORIGIN),
        ("Kobo", ORIGIN),
        ("He", ORIGIN),
    )
    assert (kobo.name, kobo.person, he.name) == ("Turkey", "Deniz Kobo", "Turkey")


def test_an_officer_speaks_for_whom_the_text_introduced_him_with() -> None:
    text = "Turkey sent troops. Its spokesman, Colonel Deniz Kobo, denied it. Colonel Kobo added that nobody died."
    *_, kobo = resolve(text, ("Turkey", ACTOR), ("Its spokesman, Colonel Deniz Kobo", ORIGIN), ("Colonel Kobo", ORIGIN))
    assert kobo.name == "Turkey"


def test_an_officer_who_is_introduced_with_nobody_is_of_the_state_at_war() -> None:
    (kobo,) = resolve("Colonel Kobo said that nobody died.", ("Colonel Kobo", ORIGIN))
    assert kobo.name == "Syria"


def test_whose_commander_somebody_is_says_nothing_of_whoever_had_one() -> None:
    text = "Turkey held Tom Byrne. Byrne's SDF commander, Ada Kobo, wrote to him. Byrne was freed."
    *_, byrne = resolve(text, ("Turkey", ACTOR), ("Byrne's SDF commander, Ada Kobo", ORIGIN), ("Byrne", TARGET))
    assert "Byrne" in byrne.name


def test_two_of_one_surname_are_told_apart_by_their_first_names() -> None:
    text = "Turkey sent troops. Its spokesman, Deniz Kobo, denied it. Ada Kobo wept."
    *_, ada = resolve(text, ("Turkey", ACTOR), ("Its spokesman, Deniz Kobo", ORIGIN), ("Ada Kobo", TARGET))
    assert ada.name == "Ada Kobo"
