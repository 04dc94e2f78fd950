"""People in somebody's care."""

from __future__ import annotations

import pytest
from counted_people import Range, found, marked


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("Thirteen people were being treated, several with severe burns.", "hardship", [("injured", 13, 13), ("injured", 3, 9)]),
        ("Another 29 had been admitted with shrapnel wounds.", "aid", [("injured", 29, 29)]),
        ("After the blast 16 people were still being treated.", "aid", [("injured", 16, 16)]),
        ("Twelve were killed and 20 others were treated.", "attack", [("killed", 12, 12), ("injured", 20, 20)]),
        ("Nine people, among them two girls, were being treated for nerve gas.", "aid", [("injured", 9, 9), ("injured", 2, 2)]),
    ],
)
def test_whoever_is_treated_beside_wounds_or_a_blast_is_injured(text: str, type: str, expected: list[Range]) -> None:
    assert found(text, type) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Forty people were treated for cholera.",
        "Forty people were treated at the hospital for malaria.",
        "Forty people were taken to hospital with measles.",
        "Forty people received food.",
        "Forty people were affected by the drought.",
    ],
)
def test_the_sick_and_the_fed_are_not_injured(text: str) -> None:
    assert found(text, "aid") == [("civilians", 40, 40)]


def test_why_people_are_treated_is_left_open_where_no_word_says_it() -> None:
    assert marked("Sixteen people were still being treated.", "Sixteen people", "treated", "aid") == ("other", 16, 16)
