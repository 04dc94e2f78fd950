"""Those who were only there, who were spared and who did it."""

from __future__ import annotations

import pytest
from counted_people import Range, found

from fogline.grounding.quantity import read_count
from fogline.span import Span


def test_who_was_there_is_not_harmed_by_that_alone() -> None:
    assert found("Two men were in the car.", "explosive") == []
    assert found("Nine civilians were at the scene and were killed.", "explosive") == [("killed", 9, 9)]
    assert found("There had been more than 200 people inside when a bomb hit it.", "air-strike") == []
    assert found("There were 12 dead in the house.", "air-strike") == [("killed", 12, 12)]
    text = "Another man was also in the vehicle with him."
    sentence = Span(0, len(text))
    assert read_count(text, Span(0, 11), trigger="vehicle", claim_type="suicide-bomb", sentence=sentence) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two of its men threw a grenade that killed nine people.", [("fighters", 2, 2), ("killed", 9, 9)]),
        ("The consul's wife was killed by four soldiers.", [("killed", 1, 1), ("fighters", 4, 4)]),
        ("It killed 40 soldiers in a raid on a garrison of more than 200 troops.", [("killed", 40, 40), ("fighters", 200, None)]),
        ("Some 70 soldiers had surrendered and a colonel was killed.", [("fighters", 70, 70), ("killed", 1, 1)]),
        ("The raid caused no casualties among the 40 workers.", [("killed", 0, 0)]),
        ("They were charged with torturing 22 villagers.", [("other", 22, 22)]),
    ],
)
def test_who_does_it_and_who_is_spared_are_not_the_dead(text: str, expected: list[Range]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three suicide bombers killed at least two people.", [("fighters", 3, 3), ("killed", 2, None)]),
        ("Shells killed 60 people, 14 of them children.", [("killed", 60, 60), ("killed", 14, 14)]),
        ("The blast raised the death toll to 61.", [("killed", 61, 61)]),
        ("One U.S. soldier was killed.", [("killed", 1, 1)]),
        ("Several IS fighters were killed.", [("killed", 3, 9)]),
        ("Air strikes killed at least 14 people near the militant-held town.", [("killed", 14, None)]),
    ],
)
def test_numbers_are_told_apart_by_who_does_what(text: str, expected: list[Range]) -> None:
    assert found(text) == expected


def test_bombers_are_fighters_and_not_their_own_toll() -> None:
    text = "Two suicide bombers and gunmen attacked the port, killing 13 people."
    assert found(text, "suicide-bomb") == [("fighters", 2, 2), ("killed", 13, 13)]


def test_those_who_were_fighting_are_fighters_and_not_the_dead() -> None:
    text = "Hundreds of foreigners were fighting in its ranks."
    counted = read_count(text, Span(0, 22), trigger="fighting", claim_type="armed-clash", sentence=Span(0, len(text)))
    assert counted is not None and counted.what == "fighters"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four other women described similar killings.", []),
        ("Three residents recalled how troops killed their neighbours.", []),
        ("Shelling killed five, two residents said.", [("killed", 5, 5)]),
        ("The raid killed 12 people said the monitor.", [("killed", 12, 12)]),
        ("Three wounded soldiers said the post had fallen.", [("injured", 3, 3)]),
        ("Forty people said they were beaten.", [("injured", 40, 40)]),
        ("Forty people described as rebels were killed.", [("killed", 40, 40)]),
        ("Twelve people said to be rebels were killed.", [("killed", 12, 12)]),
    ],
)
def test_whoever_tells_of_a_killing_was_not_killed(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("35 soldiers were killed and 60 others surrendered.", [("killed", 35, 35), ("fighters", 60, 60)]),
        ("Four were killed and three others escaped.", [("killed", 4, 4)]),
        ("They killed 20 men and 30 escaped.", [("killed", 20, 20)]),
        ("Twelve were killed and 20 more were released.", [("killed", 12, 12)]),
        ("Twelve were killed in Hama and seven others in Homs.", [("killed", 12, 12), ("killed", 7, 7)]),
        ("Sixty people were killed, 14 were children.", [("killed", 60, 60), ("killed", 14, 14)]),
    ],
)
def test_others_with_a_verb_of_their_own_are_not_killed(text: str, expected: list[Range]) -> None:
    assert found(text, "armed-clash") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the raid 400 people lost their homes.", []),
        ("One woman lost a son.", []),
        ("The army lost four men to a bomb.", [("killed", 4, 4)]),
        ("Four men lost their lives.", [("killed", 4, 4)]),
    ],
)
def test_whoever_lost_a_home_or_a_son_is_not_dead(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected
