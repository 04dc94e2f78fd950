"""What the words beside a name tell of a person's sex."""

from __future__ import annotations

import pytest
from marked_mentions import resolve_events

from fogline.grounding.sexes_told import sex_told
from fogline.reading.reading import Role


@pytest.mark.parametrize(
    ("text", "surname", "sex"),
    [
        ("His sister Byrne came.", "Byrne", "f"),
        ("Wren Byrne, 41, a widow with four children, stayed.", "Byrne", "f"),
        ("Wren Byrne, a fisherman, stayed.", "Byrne", "m"),
        ("Wren Byrne, who had lost her house, stayed.", "Byrne", "f"),
        ("Wren Byrne, a teacher, stayed with his mother.", "Byrne", ""),
        ("Wren Byrne, who told him that he must go, stayed.", "Byrne", ""),
        ("Wren Byrne, the brother of a nun, stayed.", "Byrne", "m"),
    ],
)
def test_kin_trades_and_what_is_theirs_tell_a_sex(text: str, surname: str, sex: str) -> None:
    assert sex_told(text, surname) == sex


def test_she_is_not_the_man_though_he_was_named_last() -> None:
    text = (
        "Wren Kobo, a widow with four children, was held in Orvat. "
        "The raid was led by Quill Byrne, the brother of a grocer. She walked out in May."
    )
    found = resolve_events(
        text,
        ("arrest", {"Wren Kobo": Role.TARGET}),
        ("attack", {"Quill Byrne": Role.ACTOR}),
        ("displacement", {"She": Role.ACTOR}),
        again=True,
    )
    assert found["She"].name == "Wren Kobo"
