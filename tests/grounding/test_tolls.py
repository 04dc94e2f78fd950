"""Tolls, and what they stood at before."""

from __future__ import annotations

import pytest
from counted_people import Range, found, marked

from fogline.grounding.tolls import is_former


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The shells brought the toll since May to 254 and the wounded to 1,228.",
            [("killed", 254, 254), ("injured", 1228, 1228)],
        ),
        ("The number of those who died in prison rose to 900.", [("killed", 900, 900)]),
        ("That raises to 512 the number of rebels killed.", [("killed", 512, 512)]),
        ("Car bomb, river market: 135 dead, 60 wounded.", [("killed", 135, 135), ("injured", 60, 60)]),
        ("On 23 September 28 bodies were found.", [("killed", 28, 28)]),
        ("More than hundred people were wounded.", [("injured", 100, None)]),
        ("Hundreds, possibly thousands, were killed.", [("killed", 200, 9999)]),
        ("One man was killed and another injured.", [("killed", 1, 1), ("injured", 1, 1)]),
        ("A woman and her three children were killed.", [("killed", 4, 4)]),
        ("The death of a 70-year-old man is looked into.", [("killed", 1, 1)]),
        ("Six wounded men were later shot dead.", [("killed", 6, 6)]),
        ("Four people died and 12 received wounds.", [("killed", 4, 4), ("injured", 12, 12)]),
        ("Guards shot 45 men.", [("killed", 45, 45)]),
        ("The army admits the loss of six men.", [("killed", 6, 6)]),
        ("It killed more than 70 of the group's fighters.", [("killed", 70, None)]),
        ("Some 86 members of the forces and their allies - who include men from the coast - were killed.", [("killed", 86, 86)]),
        ("Cholera has killed 473 people.", [("killed", 473, 473)]),
        ("No civilians were harmed.", [("killed", 0, 0)]),
        ("None of its soldiers had been hurt.", [("killed", 0, 0)]),
        ("A family of five the police had not warned were killed.", [("killed", 5, 5)]),
    ],
)
def test_toll_is_read_however_it_is_put(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


def test_a_toll_is_not_what_it_was_before() -> None:
    assert found("The number of dead has risen to 80, up from 74 on Friday.") == [("killed", 80, 80)]
    text = "The toll stands at 80, up from at least 74."
    assert is_former(text, text.index("74")) and not is_former(text, text.index("80"))


def test_a_toll_risen_to_one_figure_from_another_no_longer_stands_at_the_other() -> None:
    text = "The toll has risen to 45 from 38."
    assert is_former(text, text.index("38")) and not is_former(text, text.index("45"))
    text = "It spread to 45 villages from 38 kilometres away."
    assert not is_former(text, text.index("38"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A blast killed 16 rebels, which brought its losses to 525.", [("killed", 16, 16)]),
        ("A shell killed five policemen, raising the total this year to 90.", [("killed", 5, 5)]),
        ("A policeman was shot dead, bringing to 90 the number killed since the war began.", [("killed", 1, 1)]),
        ("Two of the wounded died, bringing the toll to 12.", [("killed", 2, 2), ("killed", 12, 12)]),
        ("Two of the wounded died, bringing the toll of this week's raid to 12.", [("killed", 2, 2), ("killed", 12, 12)]),
        ("Two men died, bringing the toll in the past 24 hours to 12.", [("killed", 2, 2)]),
        ("The shelling brought the army's losses this month to 88 men.", [("killed", 88, 88)]),
    ],
)
def test_the_dead_of_a_war_are_not_those_of_its_last_day(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


def test_a_toll_of_a_war_keeps_its_figure_beside_those_of_the_day() -> None:
    text = "A blast killed 16 rebels, which brought its losses to 525."
    assert found(text, "casualty-toll") == [("killed", 16, 16), ("killed", 525, 525)]


def test_a_marked_figure_of_the_whole_war_is_not_that_of_the_day() -> None:
    text = "A blast killed 16 rebels, which brought its losses to 525."
    assert marked(text, "525", "killed") is None
    assert marked(text, "525", "losses", "casualty-toll") == ("killed", 525, 525)
