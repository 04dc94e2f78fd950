"""What is next to each other in a list is other news."""

from __future__ import annotations

import pytest

from builders import a_claim, a_report
from fogline.incidents.list_items import item_at, items_of
from fogline.incidents.telling import tell

FIRST, SECOND = "Gunmen attacked a checkpoint at the bridge", "Soldiers raided a farm and took four rifles"


@pytest.mark.parametrize(
    ("opening", "items"),
    [("{}. ", 2), ("• ", 2), ("- ", 2), ("1{}:30 ", 2), ("#North{}: ", 2), ("", 0), ("In {} ", 0)],
)
def test_items_open_with_a_number_a_bullet_a_time_or_a_tag(opening: str, items: int) -> None:
    text = "Bulletin of the day\n" + "\n".join(opening.format(n) + words for n, words in ((1, FIRST), (2, SECOND)))
    assert len(items_of(text)) == items


def test_what_follows_a_bulleted_list_stands_in_no_item() -> None:
    text = f"• {FIRST}\n• {SECOND}\nThe council met."
    assert item_at(text, text.index("council")) is None
    assert item_at(text, text.index("Soldiers")) == 1


def test_the_head_of_a_digest_stands_in_no_item() -> None:
    text = f"Bulletin of the day\n1. {FIRST}\n2. {SECOND}"
    assert item_at(text, 0) is None
    assert item_at(text, text.index("Gunmen")) == 0
    assert item_at(text, len(text) - 1) == 1
    assert item_at("", 0) is None


@pytest.mark.parametrize(("opening", "happenings"), [("\n• ", 2), (" ", 1)])
def test_two_items_of_a_list_are_two_happenings_where_nothing_ties_them(opening: str, happenings: int) -> None:
    report = a_report(f"{opening}{FIRST}.{opening}{SECOND}.".strip(" "))
    one = a_claim(report, FIRST, "armed-clash", trigger="attacked", on="2018-12-12", killed=2)
    other = a_claim(report, SECOND, "armed-clash", trigger="raided", on="2018-12-12")
    assert len(tell([one, other], report).groups) == happenings
