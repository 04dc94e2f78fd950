"""What the words beside a name call it: a town, a site, or only the first word of a plateau."""

from __future__ import annotations

import pytest
from placed_events import span_of

from fogline.grounding.named_as import goes_on_as_a_site, is_no_town, is_of_a_street


@pytest.mark.parametrize("behind", ["plateau", "valley", "ridge", "square", "hospital", "General Hospital"])
def test_a_plateau_and_a_square_are_no_town_of_their_name(behind: str) -> None:
    text = f"Guns stood on the Tolom {behind} at noon."
    assert goes_on_as_a_site(text, span_of(text, "Tolom"))


@pytest.mark.parametrize("behind", ["town", "village", "at noon", "and fell silent"])
def test_a_town_is_called_one(behind: str) -> None:
    text = f"Guns stood in Tolom {behind}."
    assert not goes_on_as_a_site(text, span_of(text, "Tolom"))


def test_a_street_is_no_town_and_a_hospital_is_no_street() -> None:
    assert is_of_a_street("Lantern Street") and is_of_a_street("Tolom Creek")
    assert not is_of_a_street("Lantern Hospital") and not is_of_a_street("Roadford")
    assert is_no_town("Lantern Hospital") and not is_no_town("Orvat")
