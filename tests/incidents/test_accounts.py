"""What one report's claims of one happening are put together from."""

from __future__ import annotations

import pytest

from fogline.claims.claim import ClaimPlace
from fogline.incidents.accounts import names_a_place


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Qwertzabad", True),
        ("the Zahra quarter", True),
        ("the outskirts", False),
        ("A pumping station", False),
        ("Two villages", False),
        ("near Iraqi border", False),
    ],
)
def test_what_is_on_no_map_is_a_place_if_it_has_a_name(words: str, named: bool) -> None:
    assert names_a_place(ClaimPlace(words, words, None, None)) is named


def test_what_is_on_the_map_is_a_place_however_it_is_printed() -> None:
    assert names_a_place(ClaimPlace("two villages", None, None, "SY", latitude=34.4, longitude=40.8))
