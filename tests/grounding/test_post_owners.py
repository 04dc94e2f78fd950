"""Whose a post is that no name owns."""

from __future__ import annotations

import pytest
from actor_mentions import resolve
from marked_mentions import resolve as resolve_marked

from fogline.reading.reading import Role


@pytest.mark.parametrize(
    "mention",
    [
        "the foreign minister", "The Foreign Minister", "the foreign minister, Ada Byrne", "the air force spokesman", "the navy spokesman",
        "Wing Commander Byrne, the air force spokesman", "the commander-in-chief, Ada Byrne", "the chief of staff", "a general staff officer",
        "The armed forces' chief of staff, General Tom Byrne", "Tom Byrne, chief of the general staff", "the attorney general",
        "Orvat's administrator", "the administrator of Orvat", "The deputy head of the city administration", "the head of the town's administration",
    ],
)  # fmt: skip
def test_posts_that_states_have_are_the_states_at_war(mention: str) -> None:
    assert resolve(mention, country="LK", role=Role.ORIGIN).name == "Sri Lanka"


@pytest.mark.parametrize(
    "mention",
    [
        "the foreign ministers", "Western foreign ministers", "the director general", "the administrator of USAID", "the head of the election commission",
        "the senator's chief of staff", "the chief of staff to the senator", "the Emir of Orvat", "the secretary general of the party",
    ],
)  # fmt: skip
def test_posts_of_several_states_and_of_bodies_are_not_the_states_at_war(mention: str) -> None:
    assert resolve(mention, country="LK", role=Role.ORIGIN).actor_id is None


def test_whoever_put_somebody_into_a_post_has_it() -> None:
    for mention, name in (
        ("Tom Byrne, installed by the Houthis as mayor", "Houthis"),
        ("Tom Byrne, appointed by the president as governor", "Yemen"),
    ):
        found = resolve(mention, country="YE", role=Role.ORIGIN)
        assert (found.name, found.person) == (name, "Tom Byrne")


def test_an_officer_who_led_others_is_not_the_states() -> None:
    found = resolve("General Tom Byrne, who commanded a UN mission", country="CO", role=Role.ORIGIN)
    assert (found.name, found.actor_id) == ("Tom Byrne", None)
    found = resolve("General Tom Byrne, who commanded the army in the east", country="CO", role=Role.ORIGIN)
    assert found.name == "Colombia"


def test_an_officer_is_of_the_body_whose_post_stands_before_the_comma() -> None:
    text = "The UN commander at the time, General Tom Byrne, was silent. The UN was there, and General Ada Ito was silent."
    byrne, ito = resolve_marked(
        text, ("General Tom Byrne", Role.ORIGIN), ("General Ada Ito", Role.ORIGIN), country="BA", year=1995
    )
    assert (byrne.name, ito.name) == ("United Nations", "Bosnia and Herzegovina")


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("General Tom Byrne, who commands the NATO mission", "NATO"),
        ("General Tom Byrne, who commands the Ugandan contingent", "Uganda"),
        ("Tom Byrne, the head of the Palestinian team in Cairo", "Palestinian Authority"),
        ("Tom Byrne, the head of the UN mission in Cairo", "United Nations"),
        ("The deputy chief of the Russian general staff", "Russia"),
    ],
)
def test_an_officer_or_head_is_of_those_whom_they_lead_now(mention: str, name: str) -> None:
    assert resolve(mention, country="SO", role=Role.ORIGIN).name == name


@pytest.mark.parametrize(
    "mention",
    ["the high commissioner", "the high commissioner, Ada Byrne", "the vicar general", "the presidential candidate's spokesman"],
)
def test_posts_that_no_state_has_are_not_the_states(mention: str) -> None:
    assert resolve(mention, country="LK", role=Role.ORIGIN).actor_id is None


def test_an_under_secretary_is_the_states() -> None:
    assert resolve("Under Secretary Tom Byrne", country="BO", role=Role.ORIGIN).name == "Bolivia"
    assert resolve("the under secretary general, Tom Byrne", country="BO", role=Role.ORIGIN).actor_id != "BO"


def test_secretary_of_a_security_council_is_a_states() -> None:
    assert resolve("Ada Byrne, secretary of the Security Council", country="RU", role=Role.ORIGIN).name == "Russia"
    assert resolve("Ada Byrne, secretary of the Iranian Security Council", country="SY", role=Role.ORIGIN).name == "Iran"
    assert resolve("the president of the Security Council", country="RU", role=Role.ORIGIN).name == "United Nations"
