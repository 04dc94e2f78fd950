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


@pytest.mark.parametrize(
    "mention",
    [
        "Gen Tom Byrne", "Maj. Tom Byrne", "Brig. Gen. Tom Byrne", "Police Lt. Col. Tom Byrne", "Colonel Tom Byrne",
        "Lt. Col. Jonathan Albero, commander of the 94th Infantry Battalion", "Somchai Nakarat, chief of Rueso police",
        "Mayor Tom Byrne", "Tom Byrne, the mayor of Morales", "Tom Byrne, a member of the provincial council",
        "Deputy Commissioner Tom Byrne", "district official Tom Byrne", "Tom Byrne, a health official",
        "local official Najibullah Kakar", "The governor's spokesman, Tom Byrne", "The high commissioner for peace, Otty Patino",
    ],
)  # fmt: skip
def test_officer_and_local_official_by_name_speak_for_the_state(mention: str) -> None:
    found = resolve(mention, country="CO", year=2018, role=Role.ORIGIN)
    assert (found.name, found.basis) == ("Colombia", "description")
    assert found.person is not None


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Gen Tom Byrne of the US army", "United States"),
        ("Capt. Ada Byrne, a spokeswoman for the SDF", "Syrian Democratic Forces"),
        ("Gen. Tom Byrne, leader of the Lantern militia", "Tom Byrne"),
        ("retired Gen Tom Byrne", "Tom Byrne"),
        ("spokesman Lt Col Tom Byrne", "Tom Byrne"),
    ],
)
def test_a_rank_alone_gives_way_to_whoever_its_bearer_is_said_to_be_of(mention: str, name: str) -> None:
    assert resolve(mention, role=Role.ORIGIN).name == name


def test_a_mayor_who_is_shot_is_a_person() -> None:
    assert resolve("Mayor Tom Byrne", country="CO", role=Role.TARGET).name == "Tom Byrne"


@pytest.mark.parametrize(
    "office",
    [
        "the prime minister's office",
        "the state prosecutor's office",
        "the mayor's office",
        "the ombudsman's office",
        "the attorney general's office",
    ],
)
def test_the_office_of_a_holder_of_a_post_is_the_states(office: str) -> None:
    found = resolve(office, country="CO", role=Role.ORIGIN)
    assert (found.name, found.basis) == ("Colombia", "description")


@pytest.mark.parametrize(
    ("mention", "name", "kind"),
    [
        ("President of the civil society of Oicha", "civil society of Oicha", ActorKind.WITNESS),
        ("the president of the traders' union", "traders' union", ActorKind.OTHER),
        ("the governor of the central bank", "central bank", ActorKind.OTHER),
        ("the president of the church council", "church council", ActorKind.OTHER),
        ("the president of the regional council", "Syria", ActorKind.PARTY),
        ("the president of the republic", "Syria", ActorKind.PARTY),
    ],
)
def test_president_of_a_union_or_church_speaks_for_it_and_for_no_state(mention: str, name: str, kind: ActorKind) -> None:
    found = resolve(mention, role=Role.ORIGIN)
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize(
    ("mention", "name", "kind"),
    [
        ("the country director of the Italian charity Emergency", "Emergency", ActorKind.AID),
        ("Tom Byrne of the rights group Airscope", "Airscope", ActorKind.MONITOR),
    ],
)
def test_whoever_is_of_a_body_told_by_its_kind_speaks_for_it(mention: str, name: str, kind: ActorKind) -> None:
    found = resolve(mention, role=Role.ORIGIN)
    assert (found.name, found.kind, found.basis) == (name, kind, "role-of")


@pytest.mark.parametrize("mention", ["Local leader Tom Byrne", "Tom Byrne, leader of the people's party"])
def test_a_leader_is_no_witness_by_the_word_local_or_people(mention: str) -> None:
    assert resolve(mention, role=Role.ORIGIN).kind is ActorKind.OTHER


def test_a_member_of_a_civil_council_speaks_for_no_state() -> None:
    for mention in ("a member of the town's civil council", "Tom Byrne, a member of the town's civil council"):
        assert resolve(mention, role=Role.ORIGIN).actor_id is None
