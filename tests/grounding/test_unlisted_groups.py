"""Bodies that no registry lists keep their printed names."""

from __future__ import annotations

from datetime import date

import pytest
from actor_mentions import RESOLVER, resolve

from fogline.grounding.report_context import report_context
from fogline.reading.reading import Role
from fogline.span import Span


def test_body_that_no_registry_lists_speaks_through_its_people() -> None:
    speaker = resolve("Ada Byrne, the chair of the Harbour Relief Committee", role=Role.ORIGIN)
    assert (speaker.name, speaker.person) == ("Harbour Relief Committee", "Ada Byrne")
    assert resolve("Ada Byrne of the Harbour Relief Institute", role=Role.ORIGIN).name == "Ada Byrne"


@pytest.mark.parametrize(
    ("mention", "country", "year", "name"),
    [
        ("Red Lantern rebels", "CD", 2004, "Red Lantern"),
        ("the Red Lantern militia", "CM", 2020, "Red Lantern"),
        ("the XRB insurgents", "IN", 2011, "XRB"),
        ("Kito Mbale militia boys", "CD", 2017, "Kito Mbale"),
        ("insurgents of the Popular Dawn Front", "CO", 2005, "Popular Dawn Front"),
        ("fighters from the Grey Heron militia", "MM", 2023, "Grey Heron"),
        ("Sunni rebels", "SY", 2016, "rebels"),
        ("Takfiri militants", "SY", 2016, "militants"),
    ],
)
def test_unlisted_group_keeps_its_name_before_the_word_for_fighters(mention: str, country: str, year: int, name: str) -> None:
    assert resolve(mention, country=country, year=year).name == name


def test_rebels_of_a_place_are_no_group_of_that_name() -> None:
    text = "The Nyamba rebels left."
    for places, name in (((), "Nyamba rebels"), (("Nyamba",), "M23")):
        context = report_context(text, date(2024, 6, 1), {"CD": 5}, places)
        assert RESOLVER.resolve(text, Span(0, 17), role=Role.ACTOR, context=context).name == name
