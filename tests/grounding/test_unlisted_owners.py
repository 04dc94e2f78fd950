"""Posts of bodies and people that no registry lists."""

from __future__ import annotations

import pytest
from actor_mentions import resolve
from marked_mentions import resolve as resolve_marked

from fogline.reading.reading import Role


@pytest.mark.parametrize(
    ("mention", "name", "person"),
    [
        ("the Lantern's military spokesman", "Lantern", None),
        ("Lantern's military spokesman Tom Byrne", "Lantern", "Tom Byrne"),
        ("Byrne's prime minister", "Byrne", None),
        ("The Harbour Workers Party's president", "Harbour Workers Party", None),
        ("the movement's ministers", "movement's ministers", None),
        ("the president of the movement", "president of the movement", None),
        ("the Orvan defence minister", "Orvan defence minister", None),
        ("the party's president, Mr Tom Byrne", "Tom Byrne", None),
    ],
)
def test_the_state_at_war_has_no_posts_that_are_said_to_be_anothers(mention: str, name: str, person: str | None) -> None:
    found = resolve(mention, country="AO", role=Role.ORIGIN)
    assert (found.name, found.actor_id, found.person) == (name, None, person)


@pytest.mark.parametrize(
    "mention",
    ["the country's president", "the nation's defence minister", "Today's prime minister", "Orvat's mayor", "Orvat's police chief",
     "Orvat's governor", "the government's military spokesman", "the Republican president", "the Tutsi president", "a Metropolitan police spokesman"],
)  # fmt: skip
def test_the_posts_of_the_country_and_of_its_towns_stay_the_states(mention: str) -> None:
    assert resolve(mention, country="AO", role=Role.ORIGIN).name == "Angola"


@pytest.mark.parametrize(
    ("mention", "behind", "name"),
    [
        ("the foreign minister", " of the self-proclaimed Donetsk People's Republic", "Donetsk People's Republic"),
        ("the foreign minister of the self-proclaimed Donetsk People's Republic", "", "Donetsk People's Republic"),
        ("the foreign minister", " of the breakaway Republic of Orvat", "Republic of Orvat"),
        ("the president of the breakaway Republic of Orvat, Tom Byrne,", "", "Republic of Orvat"),
        ("the foreign minister", " of the republic", "Ukraine"),
    ],
)
def test_a_breakaway_state_behind_a_post_has_it(mention: str, behind: str, name: str) -> None:
    text = f"{mention}{behind} was out."
    (found,) = resolve_marked(text, (mention, Role.ORIGIN), country="UA", year=2015)
    assert found.name == name
