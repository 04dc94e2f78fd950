"""Outlets by their own names, by a state or side, and by whoever runs them."""

from __future__ import annotations

import pytest
from actor_mentions import resolve

from fogline.grounding.grounding import ActorKind
from fogline.reading.reading import Role


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("the Orvat Today TV", "Orvat Today TV"),
        ("Orvan TV channel Al-Lantern", "Al-Lantern"),
        ("the pro-government Al-Lantern newspaper", "Al-Lantern"),
        ("the Lantern-linked Amber news agency", "Amber"),
        ("the news site Harbour Tribune", "Harbour Tribune"),
        ("the Harbour News network", "Harbour News network"),
        ("Israel's Channel 12", "Channel 12"),
        ("Israeli media", "Israeli media"),
        ("Jordanian state TV", "Jordanian state TV"),
        ("Syrias state TV", "Syrian state TV"),
        ("the official state TV", "Syrian state TV"),
        ("opposition websites", "opposition websites"),
        ("AFPs correspondent in the town", "AFP"),
    ],
)
def test_an_outlet_bears_its_own_name(mention: str, name: str) -> None:
    found = resolve(mention, role=Role.ORIGIN)
    assert (found.name, found.kind) == (name, ActorKind.MEDIA)


def test_an_armed_groups_outlet_speaks_for_the_group() -> None:
    found = resolve("a television channel run by the Lebanese group Hezbollah", role=Role.ORIGIN)
    assert (found.actor_id, found.basis) == ("hezbollah", "role-of")
    assert resolve("a website linked to the Islamic State", role=Role.ORIGIN).actor_id == "islamic-state"
    assert resolve("a newspaper owned by the state", role=Role.ORIGIN).kind is ActorKind.MEDIA


@pytest.mark.parametrize("mention", ["the power network", "a network of smugglers", "the building site", "a gas station"])
def test_other_networks_sites_and_stations_bring_no_news(mention: str) -> None:
    assert resolve(mention, role=Role.ORIGIN).kind is not ActorKind.MEDIA


def test_a_radio_bears_the_word_in_its_name() -> None:
    assert resolve("Radio Free Orvat", role=Role.ORIGIN).name == "Radio Free Orvat"
    assert resolve("the station Echo of Orvat", role=Role.ORIGIN).kind is not ActorKind.MEDIA


@pytest.mark.parametrize("mention", ["the local TV station", "a Telegram channel"])
def test_what_an_outlet_is_sent_by_is_not_its_name(mention: str) -> None:
    assert resolve(mention, role=Role.ORIGIN).name.split()[-1] in ("station", "channel")
