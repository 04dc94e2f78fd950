"""Whom the holder of a post speaks for."""

from __future__ import annotations

import pytest
from actor_mentions import resolve

from fogline.grounding.grounding import ActorKind
from fogline.reading.reading import Role


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("a spokesman for the SDF", "Syrian Democratic Forces"),
        ("Rezan Serhad, a spokesman for the YPG", "People's Protection Units"),
        ("Pentagon spokesman Alan Brook", "United States"),
        ("Anna Hall, Middle East director at Save the Children", "Save the Children"),
        ("the head of the Syrian Observatory", "Syrian Observatory for Human Rights"),
        ("US officials", "United States"),
    ],
)
def test_holder_of_a_post_speaks_for_the_body(mention: str, name: str) -> None:
    assert resolve(mention, role=Role.ORIGIN).name == name


def test_whoever_counters_terrorism_is_no_terrorist() -> None:
    assert resolve("A counter-terrorism official", role=Role.ORIGIN).name not in ("militants", "rebels")


def test_an_expert_keeps_the_own_name() -> None:
    found = resolve("Paul Winter, a fellow at Chatham House", role=Role.ORIGIN)
    assert (found.name, found.kind) == ("Paul Winter", ActorKind.EXPERT)


def test_an_office_holder_behind_the_comma_outranks_the_state_at_war() -> None:
    assert resolve("the foreign minister, Sergei Lavrov", role=Role.ORIGIN).name == "Russia"


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("General Ada Byrne of the US army", "United States"),
        ("General Ada Byrne, the top US commander", "United States"),
        ("the defence secretary", "United Kingdom"),
        ("the defense secretary", "United States"),
        ("the defence minister", "Afghanistan"),
    ],
)
def test_officer_of_another_state_is_not_of_the_state_at_war(mention: str, name: str) -> None:
    assert resolve(mention, country="AF", year=2010, role=Role.ORIGIN).name == name


def test_a_rebel_leader_by_name_is_of_a_group_only_where_the_report_names_one() -> None:
    assert resolve("rebel leader Ada Byrne", country="CD", year=2024).name == "rebels"
    assert resolve("rebel leader Ada Byrne", text="M23 took Goma.", country="CD", year=2024).name == "M23"
