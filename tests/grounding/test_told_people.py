"""Single people told of by post or trade: whom "he" may mean without standing in a claim."""

import pytest

from fogline.grounding.registry import words
from fogline.grounding.told_people import told_bodies, told_people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("A colonel in Torit said so.", ["A colonel in Torit"]),
        ("The front's spokesman, Ada Byrne, agreed.", ["The front's spokesman, Ada Byrne"]),
        ("Then Kenya's foreign minister left.", ["Kenya's foreign minister"]),
        ("The minister for national security resigned.", ["The minister for national security"]),
        ("The chief of Chad's general staff was there.", ["The chief of Chad's general staff"]),
        ("She met her husband, then a nurse.", ["her husband", "a nurse"]),
        # The general staff is a body, ministers are several, and nobody is a member before "of".
        ("The general staff met the ministers and every member.", []),
        ("The president's men fled.", []),
        # Modifiers of things, and a name that is somebody else's.
        ("The driver shortage hurt a pilot project; the general public was told.", []),
        ("The journalist, Human Rights Watch said, was shot.", ["The journalist"]),
        ("They met the president of Chad and the army.", ["the president of Chad"]),
    ],
)
def test_one_person_is_told_of_by_post_or_trade(text: str, people: list[str]) -> None:
    assert [span.of(text) for span in told_people(text, words(text))] == people


def test_a_body_is_told_of_by_the_word_for_its_kind() -> None:
    text = "The alliance's press office was silent. The group leaders met the movement."
    assert [span.of(text) for span in told_bodies(text, words(text))] == ["The alliance", "the movement"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("He was a teacher once.", []),
        ("They met Ada Byrne, a water engineer, at noon.", []),
        ("They met Ada Byrne, a minister said.", ["a minister"]),
        ("In Orvat, a doctor said so.", ["a doctor"]),
        ("Her son-in-law left.", ["Her son-in-law"]),
        ("They sold a grandfather clock.", []),
    ],
)
def test_what_somebody_is_tells_of_nobody_new(text: str, people: list[str]) -> None:
    assert [span.of(text) for span in told_people(text, words(text))] == people
