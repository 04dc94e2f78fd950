"""Bodies that no registry lists keep their printed names."""

from __future__ import annotations

from datetime import date

import pytest
from actor_mentions import RESOLVER, resolve

from fogline.grounding.grounding import ActorKind
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


@pytest.mark.parametrize(
    ("mention", "country", "name"),
    [
        ("the Nigeria Labour Congress", "NG", "Nigeria Labour Congress"),
        ("South Sudan Council of Churches", "SS", "South Sudan Council of Churches"),
        ("the Libya Youth Council", "LY", "Libya Youth Council"),
        ("the Ethiopian Human Rights Commission", "ET", "Ethiopian Human Rights Commission"),
        ("the Sudanese Red Crescent", "SD", "Sudanese Red Crescent"),
        ("Malawi Congress Party", "MW", "Malawi Congress Party"),
        ("the Nigeria Union of Teachers", "NG", "Nigeria Union of Teachers"),
        ("the Kenya Wildlife Service", "KE", "Kenya Wildlife Service"),
        ("the Kenya Red Cross", "KE", "Red Cross"),
        ("the Kenya Police Service", "KE", "Kenya"),
        ("the Nigerian National Assembly", "NG", "Nigeria"),
        ("the Libyan High Council", "LY", "Libya"),
        ("the Libyan Council of Ministers", "LY", "Libya"),
    ],
)
def test_a_body_named_after_its_country_is_the_state_only_if_its_name_says_so(mention: str, country: str, name: str) -> None:
    assert resolve(mention, country=country, year=2021, role=Role.ORIGIN).name == name


@pytest.mark.parametrize(
    ("mention", "country", "name"),
    [
        ("the banned Tehreek-i-Taliban Pakistan", "PK", "Pakistani Taliban"),
        ("Hizb-i-Islami Afghanistan", "AF", "Hezb-e-Islami"),
        ("Human Rights Watch Syria", "SY", "Human Rights Watch"),
        ("Jamaat-i-Islami Pakistan", "PK", "Jamaat-i-Islami Pakistan"),
        ("the Awami Workers Party Pakistan", "PK", "Awami Workers Party Pakistan"),
        ("Jaish-i-Muhammad", "PK", "Jaish-e-Mohammed"),
        ("Majlis-i-Wahdat", "AF", "Majlis-i-Wahdat"),
        ("President Putin of Russia", "UA", "Russia"),
        ("Foreign Minister Pakistan", "PK", "Pakistan"),
    ],
)
def test_a_name_that_ends_with_a_country_is_no_state(mention: str, country: str, name: str) -> None:
    assert resolve(mention, country=country, year=2021).name == name


@pytest.mark.parametrize(
    ("mention", "name", "kind"),
    [
        ("63 Lantern Front men", "Lantern Front", ActorKind.PARTY),
        ("40 XRB men", "XRB", ActorKind.PARTY),
        ("450 men of the Harbour Bloc", "Harbour Bloc", ActorKind.PARTY),
        ("members of the Lantern Front", "Lantern Front", ActorKind.PARTY),
        # No armed bodies.
        ("three BBC men", "civilians", ActorKind.WITNESS),
        ("five NGO men", "civilians", ActorKind.WITNESS),
        ("twelve Red Cross boys", "civilians", ActorKind.WITNESS),
        ("two men of the town", "civilians", ActorKind.WITNESS),
    ],
)
def test_men_of_an_armed_body_that_no_registry_lists_are_no_civilians(mention: str, name: str, kind: ActorKind) -> None:
    found = resolve(mention, country="CO", year=1999, role=Role.TARGET)
    assert (found.name, found.kind) == (name, kind)


def test_rebel_army_by_its_own_name_is_not_the_wars_best_known_group() -> None:
    assert resolve("the Guerrilla Army of the Coast", country="CO", year=1999).name == "Guerrilla Army of the Coast"
    assert resolve("the guerrilla army", country="CO", year=1999).name == "FARC"
