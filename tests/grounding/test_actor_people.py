"""What people of whom no name is told are called."""

from __future__ import annotations

import pytest
from actor_mentions import resolve
from marked_mentions import resolve as resolve_in_text

from fogline.grounding.grounding import ActorKind
from fogline.reading.reading import Role


def test_families_of_fighters_are_no_fighters() -> None:
    assert resolve("the families of several soldiers", role=Role.TARGET).name == "civilians"


@pytest.mark.parametrize(
    ("mention", "name", "kind"),
    [
        ("residents", "residents", ActorKind.WITNESS),
        ("a witness", "witness", ActorKind.WITNESS),
        ("local activists", "activists", ActorKind.WITNESS),
        ("military analysts", "expert", ActorKind.EXPERT),
    ],
)
def test_unnamed_voices_keep_a_description(mention: str, name: str, kind: ActorKind) -> None:
    found = resolve(mention, role=Role.ORIGIN)
    assert (found.name, found.kind) == (name, kind)


def test_villagers_are_civilians_as_victims_and_residents_as_voices() -> None:
    assert resolve("villagers", role=Role.TARGET).name == "civilians"
    assert resolve("villagers", role=Role.ORIGIN).name == "residents"


def test_residents_who_do_something_are_residents_and_civilians_as_victims() -> None:
    assert resolve("the residents of these villages").name == "residents"
    assert resolve("the residents of these villages", role=Role.TARGET).name == "civilians"


@pytest.mark.parametrize(
    ("mention", "country", "year", "name"),
    [
        ("the demonstrators", "SD", 2019, "protesters"),
        ("Eritrean refugees", "SD", 2023, "refugees"),
        ("Yazidi women", "IQ", 2015, "Yazidis"),
        ("three suicide bombers", "AF", 2016, "suicide bombers"),
        ("pro-government militiamen", "SY", 2016, "pro-government militias"),
        ("anti-government fighters", "SY", 2013, "rebels"),
        ("forces loyal to Bashar al-Assad", "SY", 2014, "Syria"),
        ("rebels backed by Ankara", "SY", 2018, "Free Syrian Army"),
        ("Kurdish and Arab fighters", "SY", 2017, "Syrian Democratic Forces"),
        ("the Kurdish militia", "SY", 2014, "People's Protection Units"),
        ("the Third Infantry Brigade", "SV", 1989, "El Salvador"),
        ("two nurses", "SD", 2024, "civilians"),
        ("the paramilitaries", "SD", 2024, "Rapid Support Forces"),
        ("paramilitary fighters", "CO", 1999, "AUC"),
        ("occupation forces", "PS", 2024, "Israel"),
        ("the Russian occupation", "UA", 2022, "Russia"),
    ],
)
def test_people_and_fighters_without_a_name_are_called_as_a_coder_would(mention: str, country: str, year: int, name: str) -> None:
    assert resolve(mention, country=country, year=year).name == name


@pytest.mark.parametrize("mention", ["1,200 IDPs", "40 civs", "three herdsmen", "two railwaymen", "the businessmen"])
def test_people_by_their_trade_or_plight_are_civilians(mention: str) -> None:
    found = resolve(mention, country="SD", year=2024, role=Role.TARGET)
    assert (found.name, found.inter) == ("civilians", 7)


def test_what_was_done_to_people_is_no_part_of_their_name() -> None:
    assert resolve("aid workers abducted", country="SD", year=2024, role=Role.TARGET).name == "aid workers"


def test_men_of_a_named_group_are_the_group() -> None:
    assert resolve("the Boko Haram men", country="NG", year=2015).name == "Boko Haram"


@pytest.mark.parametrize(
    ("mention", "role", "name"),
    [
        ("a man with explosives strapped to his body", Role.ACTOR, "suicide bomber"),
        ("a woman wearing a suicide belt", Role.TARGET, "suicide bomber"),
        ("men armed with machetes", Role.ACTOR, "armed men"),
        ("an armed man", Role.TARGET, "armed man"),
        ("a knifeman", Role.ACTOR, "knifeman"),
        ("attackers on motorbikes", Role.ACTOR, "attackers"),
        ("men on motorbikes", Role.ACTOR, "men on motorbikes"),
        ("men on motorbikes", Role.TARGET, "civilians"),
    ],
)
def test_whoever_bears_arms_is_no_civilian(mention: str, role: Role, name: str) -> None:
    for country, year in (("PK", 2010), ("ML", 2021), ("FR", 2016)):
        found = resolve(mention, country=country, year=year, role=role)
        assert (found.name, found.kind) == (name, ActorKind.WITNESS if name == "civilians" else ActorKind.PARTY)


def test_a_bodys_researchers_speak_for_it() -> None:
    found = resolve("Amnesty International's researchers", role=Role.ORIGIN)
    assert (found.name, found.kind) == ("Amnesty International", ActorKind.MONITOR)
    assert resolve("researchers", role=Role.ORIGIN).name == "expert"


def test_citizens_of_another_country_keep_it_and_ages_are_no_part_of_a_name() -> None:
    assert resolve("six Canadian citizens", role=Role.TARGET).name == "Canadian citizens"
    assert resolve("Syrian citizens", role=Role.TARGET).name == "civilians"
    assert resolve("22-YEAR-OLD ADA BYRNE", role=Role.TARGET).name == "ADA BYRNE"


@pytest.mark.parametrize(
    ("mention", "name", "kind"),
    [
        ("the agency", "agency", ActorKind.MEDIA),
        ("the news agency", "news agency", ActorKind.MEDIA),
        ("the state news agency", "Syrian state news agency", ActorKind.MEDIA),
        ("the aid agency", "aid agency", ActorKind.AID),
        ("UK aid agencies", "UK aid agencies", ActorKind.AID),
        ("Gaza's civil defence agency", "Gaza civil defence", ActorKind.AID),
        ("the disaster agency", "disaster agency", ActorKind.OTHER),
        ("the intelligence agency", "intelligence agency", ActorKind.OTHER),
        ("the nuclear agency", "nuclear agency", ActorKind.OTHER),
        ("the disaster agency Beacon", "Beacon", ActorKind.OTHER),
        ("the state emergency management agency", "Syria", ActorKind.PARTY),
        ("the Turkish disaster agency", "Turkey", ActorKind.PARTY),
    ],
)
def test_an_agency_is_an_outlet_only_if_it_brings_news(mention: str, name: str, kind: ActorKind) -> None:
    found = resolve(mention, role=Role.ORIGIN)
    assert (found.name, found.kind) == (name, kind)


def test_a_disaster_agency_is_not_the_outlet_named_before() -> None:
    marked = (("Reuters", Role.ORIGIN), ("The disaster agency", Role.ORIGIN))
    *_, agency = resolve_in_text("Reuters said so. The disaster agency said nine died.", *marked)
    assert (agency.name, agency.actor_id) == ("disaster agency", None)


@pytest.mark.parametrize("mention", ["her nephew", "his niece", "a grandson", "two granddaughters"])
def test_young_kin_to_whom_something_is_done_are_civilians(mention: str) -> None:
    assert resolve(mention, role=Role.TARGET).name == "civilians"


def test_kin_of_a_president_who_act_are_no_civilians() -> None:
    assert resolve("a nephew of the former president", role=Role.ACTOR).name == "nephew of the former president"
    assert resolve("a nephew of the former president", role=Role.TARGET).name == "civilians"


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("an activist from the Aleppo Media Center", "Aleppo Media Centre"),
        ("a researcher at Amnesty International", "Amnesty International"),
        ("a doctor with the Harbour Relief Society", "Harbour Relief Society"),
        ("an activist in Homs", "activists"),
        ("a researcher in Homs", "expert"),
    ],
)
def test_whoever_speaks_for_a_body_by_name_is_that_body(mention: str, name: str) -> None:
    assert resolve(mention, role=Role.ORIGIN).name == name


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("a survey by the Red Cross", "Red Cross"),
        ("A count kept by the Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights"),
        ("a list compiled by activists", "activists"),
    ],
)
def test_a_paper_speaks_for_whoever_drew_it_up(mention: str, name: str) -> None:
    assert resolve(mention, role=Role.ORIGIN).name == name


@pytest.mark.parametrize("mention", ["a survey by night", "a confidential report prepared for the United Nations"])
def test_a_paper_of_nobody_told_keeps_its_words(mention: str) -> None:
    assert resolve(mention, role=Role.ORIGIN).actor_id is None


def test_reports_of_nobody_named_are_what_others_print_and_one_report_may_be_anybodys() -> None:
    assert resolve("unconfirmed reports", role=Role.ORIGIN).kind is ActorKind.MEDIA
    assert resolve("the report", role=Role.ORIGIN).kind is ActorKind.OTHER
