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


def test_a_post_held_once_speaks_for_nobody() -> None:
    for mention in ("Tom Byrne, once a general", "Tom Byrne, then the defence minister", "the erstwhile minister Tom Byrne"):
        found = resolve(mention, country="LR", role=Role.ORIGIN)
        assert (found.name, found.kind) == ("Tom Byrne", ActorKind.EXPERT)
    assert resolve("General Tom Byrne, who then fled", country="LR", role=Role.ORIGIN).name == "Liberia"


@pytest.mark.parametrize(
    ("mention", "name", "kind"),
    [
        ("shipping sources in Kuwait", "shipping sources", ActorKind.OFFICIAL_ANONYMOUS),
        ("diplomatic sources in Cairo", "diplomatic sources", ActorKind.OFFICIAL_ANONYMOUS),
        ("medical sources in Cairo", "medical sources", ActorKind.WITNESS),
        ("hospital officials", "hospital officials", ActorKind.WITNESS),
        ("security sources in Cairo", "Egypt", ActorKind.GOVERNMENT),
    ],
)
def test_private_sources_in_a_capital_are_not_its_states(mention: str, name: str, kind: ActorKind) -> None:
    found = resolve(mention, role=Role.ORIGIN)
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize(
    ("mention", "name", "person"),
    [
        ("UN mediator Ada Byrne", "United Nations", "Ada Byrne"),
        ("the Norwegian mediator", "Norway", None),
        ("Her Ugandan opposite number, Ada Byrne", "Uganda", "Ada Byrne"),
        ("Secretary of State Ada Byrne", "United States", "Ada Byrne"),
        ("Foreign Secretary Ada Byrne", "United Kingdom", "Ada Byrne"),
        ("Parliament Speaker Ada Byrne", "Bosnia and Herzegovina", "Ada Byrne"),
        ("Air Marshal Ada Byrne", "Bosnia and Herzegovina", "Ada Byrne"),
        ("Commodore Ada Byrne", "Bosnia and Herzegovina", "Ada Byrne"),
        ("the colonels", "Bosnia and Herzegovina", None),
        ("the Taoiseach", "Ireland", None),
    ],
)
def test_mediators_speakers_and_ranks_speak_for_whose_they_are(mention: str, name: str, person: str | None) -> None:
    found = resolve(mention, country="BA", year=1993, role=Role.ORIGIN)
    assert (found.name, found.person) == (name, person)


@pytest.mark.parametrize("mention", ["a Russian speaker", "a native Russian speaker", "one speaker", "mediators"])
def test_speakers_of_a_language_and_mediators_of_nobody_are_no_states(mention: str) -> None:
    assert resolve(mention, country="UA", year=2023, role=Role.ORIGIN).actor_id is None


def test_secretary_in_a_war_of_a_state_that_has_such_is_not_anothers() -> None:
    assert resolve("Foreign Secretary Ada Byrne", country="PK", year=2012, role=Role.ORIGIN).name == "Pakistan"


def test_former_holder_of_a_post_is_not_the_state() -> None:
    for mention in ("a former foreign minister", "the ousted president", "a retired general"):
        assert resolve(mention, country="BF", year=2023, role=Role.TARGET).actor_id is None
    assert resolve("the foreign minister", country="BF", year=2023, role=Role.TARGET).name == "Burkina Faso"


def test_adviser_to_a_president_is_who_is_named_behind_the_comma() -> None:
    found = resolve("an adviser to the president, Ada Byrne", country="AZ", year=2020, role=Role.ORIGIN)
    assert (found.name, found.person) == ("Azerbaijan", "Ada Byrne")


def test_envoy_who_once_headed_a_state_is_named_in_person() -> None:
    found = resolve("The African Union's envoy, Olusegun Obasanjo", country="ET", year=2022, role=Role.ORIGIN)
    assert (found.name, found.person) == ("African Union", "Olusegun Obasanjo")
    assert resolve("Saddam Hussein", country="IQ", year=2006).person is None


def test_their_secretary_general_is_not_the_united_nations() -> None:
    assert resolve("Their secretary-general", country="ML", year=2013, role=Role.ORIGIN).name != "United Nations"


def test_a_surname_that_is_a_peoples_name_is_a_surname_behind_a_post() -> None:
    assert resolve("UN human rights chief Ada Turk", role=Role.ORIGIN).actor_id == "un"
    assert resolve("the Turk", role=Role.ORIGIN).actor_id == "TR"


@pytest.mark.parametrize(
    "mention", ["the State Emergency Service", "regional prosecutors", "the presidential office", "the national border service"]
)
def test_a_states_services_speak_for_the_state_at_war(mention: str) -> None:
    assert resolve(mention, country="UA", year=2023, role=Role.ORIGIN).actor_id == "UA"


@pytest.mark.parametrize(
    ("mention", "country", "name"),
    [
        ("the former head of counter-terrorism at MI6", "SY", "United Kingdom"),
        ("The founder of the Wagner mercenary force", "UA", "Wagner Group"),
        ("Inspectors of the OPCW", "SY", "OPCW"),
        ("Ada Byrne, the UN humanitarian co-ordinator", "SY", "United Nations"),
        ("a presidential spokesman", "CO", "Colombia"),
    ],
)
def test_the_body_of_a_post_is_found_behind_it(mention: str, country: str, name: str) -> None:
    assert resolve(mention, country=country, role=Role.ORIGIN).name == name


@pytest.mark.parametrize("mention", ["its ambassador in Beirut", "their envoy at the United Nations", "its coordinator in Yemen"])
def test_a_place_is_not_whose_envoy_somebody_is(mention: str) -> None:
    assert resolve(mention, role=Role.ORIGIN).actor_id is None


def test_whoever_left_a_lay_trade_is_no_expert() -> None:
    for mention in ("Ada Byrne, a retired chemist", "Ada Byrne, a former rebel", "Ada Byrne, a former resident"):
        assert resolve(mention, role=Role.ORIGIN).kind is ActorKind.WITNESS
    for mention in ("Ada Byrne, a former minister", "Ada Byrne, a retired general", "Ada Byrne, a former ambassador"):
        assert resolve(mention, role=Role.ORIGIN).kind is ActorKind.EXPERT


def test_a_post_of_today_outranks_the_one_that_was_left() -> None:
    found = resolve("Ada Byrne, the prime minister and former mayor", country="LK", role=Role.ORIGIN)
    assert found.name == "Sri Lanka"


def test_the_founder_of_a_relief_body_keeps_the_words() -> None:
    assert resolve("the founder of the Harbour school", role=Role.ORIGIN).actor_id is None


@pytest.mark.parametrize(
    "mention", ["Deputy Defence Minister Ada Byrne", "Deputy Foreign Minister Ada Byrne", "Chief Minister Ada Byrne"]
)
def test_word_for_the_rank_of_a_minister_leaves_the_state_to_speak(mention: str) -> None:
    assert resolve(mention, country="IN", role=Role.ORIGIN).name == "India"


def test_chief_of_an_army_keeps_that_post() -> None:
    assert resolve("Hezbollah's chief, Minister Ada Byrne", role=Role.ORIGIN).name == "Hezbollah"
    assert resolve("ICC chief prosecutor Ada Byrne", country="UA", role=Role.ORIGIN).name == "International Criminal Court"


def test_former_officer_of_a_state_speaks_for_nobody_now() -> None:
    general = resolve("a former US general", role=Role.ORIGIN)
    assert (general.name, general.kind) == ("former US general", ActorKind.EXPERT)
    named = resolve("a former prosecutor of the ICC, Tomas Byrne", country="SD", role=Role.ORIGIN)
    assert (named.name, named.kind) == ("Tomas Byrne", ActorKind.EXPERT)
    assert resolve("a former US official", role=Role.ORIGIN).kind is ActorKind.OFFICIAL_ANONYMOUS


def test_former_general_to_whom_something_is_done_and_leader_of_former_rebels_are_not_touched() -> None:
    assert resolve("the former Hezbollah commander", role=Role.TARGET).name == "Hezbollah"
    assert resolve("a former rebel commander", role=Role.ORIGIN).name == "rebels"


def test_leader_of_a_group_is_the_groups_whatever_state_he_comes_from() -> None:
    assert resolve("the Jordanian leader of al-Qaida", role=Role.ORIGIN).name == "al-Qaeda"
    assert resolve("the American ambassador to the UN", role=Role.ORIGIN).name == "United States"


def test_head_of_a_government_is_not_of_those_who_recognise_it() -> None:
    assert resolve("deputy head of the UN-recognised government in Tripoli", country="LY", role=Role.ORIGIN).name == "Libya"


def test_general_commanding_a_force_is_of_that_force() -> None:
    assert resolve("the general commanding the SDF", role=Role.ORIGIN).name == "Syrian Democratic Forces"


def test_observers_of_a_body_of_states_are_that_body() -> None:
    assert resolve("observers of the OSCE", country="UA", role=Role.ORIGIN).name == "OSCE"
    assert resolve("observers of the war", country="UA", role=Role.ORIGIN).name != "OSCE"


def test_panel_of_a_bodys_experts_is_that_body() -> None:
    assert resolve("a panel of UN experts", role=Role.ORIGIN).name == "United Nations"


def test_member_of_parliament_has_no_title_in_the_name() -> None:
    assert resolve("Harbour South MP Ada Byrne", role=Role.ORIGIN).name == "Ada Byrne"


def test_general_of_a_state_who_commands_abroad_is_of_his_state() -> None:
    assert (
        resolve("The American general commanding forces in Afghanistan", role=Role.ORIGIN, country="AF").name == "United States"
    )


def test_former_commander_of_a_group_tells_of_it() -> None:
    assert resolve("A former Taliban commander", role=Role.ORIGIN, country="AF").name == "Taliban"
