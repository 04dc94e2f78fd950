"""Who the words of an actor mention stand for."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import pytest
from actor_mentions import RESOLVER, resolve
from hypothesis import given
from hypothesis import strategies as st

from fogline.grounding.grounding import ActorKind
from fogline.grounding.registry import acled_name, load_registry
from fogline.grounding.report_context import report_context
from fogline.grounding.wars import wars_on_file
from fogline.reading.reading import Role
from fogline.span import Span


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Isis", "Islamic State"),
        ("the Syrian Democratic Forces (SDF)", "Syrian Democratic Forces"),
        ("Isis fighters", "Islamic State"),
        ("hundreds of Isis militants", "Islamic State"),
        ("Turkish warplanes", "Turkey"),
        ("the Kremlin", "Russia"),
        ("Ankara", "Turkey"),
        ("Vladimir Putin", "Russia"),
        ("U.S. troops", "United States"),
        ("the Russian foreign ministry", "Russia"),
        ("al-Nusra Front", "Hayat Tahrir al-Sham"),
        ("the International Committee of the Red Cross", "Red Cross"),
        ("قسد", "Syrian Democratic Forces"),
    ],
)
def test_a_name_is_read_by_the_head_of_its_phrase(mention: str, name: str) -> None:
    assert resolve(mention).name == name


def test_capitals_change_nothing() -> None:
    assert resolve("SALVADORAN ARMED FORCES", country="SV", year=1989).name == "El Salvador"


def test_is_is_a_verb_unless_it_stands_in_capitals() -> None:
    registry = load_registry()
    context = report_context("The town is quiet.", date(2018, 6, 1), {"SY": 1})
    assert RESOLVER.resolve("The town is quiet.", Span(9, 11), role=Role.ACTOR, context=context).actor_id is None
    assert registry.named("is")[0].id == "islamic-state"


def test_office_holder_speaks_for_the_state_only_in_office() -> None:
    assert resolve("Rex Tillerson", year=2017, role=Role.ORIGIN).name == "United States"
    assert resolve("Rex Tillerson", year=2015, role=Role.ORIGIN).actor_id is None
    assert resolve("former US defence secretary Jim Mattis", year=2020, role=Role.ORIGIN).actor_id is None


def test_the_director_of_a_relief_body_is_no_office_holder_of_the_same_name() -> None:
    found = resolve("Unicef director Rex Tillerson", year=2017, role=Role.ORIGIN)
    assert (found.name, found.basis) == ("UNICEF", "role-of")
    assert resolve("US ally Rex Tillerson", year=2017, role=Role.ORIGIN).name == "United States"
    assert resolve("UN ambassador Vitaly Churkin", year=2015, role=Role.ORIGIN).name == "Russia"


def test_the_director_of_a_monitor_speaks_for_it_and_is_a_person() -> None:
    found = resolve("Rami Abdulrahman", year=2015, role=Role.ORIGIN)
    assert (found.name, found.basis) == ("Syrian Observatory for Human Rights", "role-of")


def test_an_unknown_group_keeps_its_words_and_says_so() -> None:
    found = resolve("the Green River Brigade of Tomorrow")
    assert found.basis == "unknown"
    assert found.name == "Green River Brigade of Tomorrow"


def test_registry_is_whole() -> None:
    registry = load_registry()
    assert len(registry) >= 400
    for actor in registry:
        assert registry.named(actor.name), actor.id
        assert actor.parent is None or registry.get(actor.parent), actor.id
    for war in wars_on_file():
        for named in (*war.parties, war.militants, war.coalition, war.rebels if war.rebels != "rebels" else None):
            assert named is None or registry.get(named), (war.country, named)


@given(st.text(min_size=1, max_size=60), st.sampled_from([Role.ACTOR, Role.TARGET, Role.ORIGIN]))
def test_any_text_resolves_to_a_name_and_a_reason(text: str, role: Role) -> None:
    context = report_context(text, None, {})
    found = RESOLVER.resolve(text, Span(0, len(text)), role=role, context=context)
    assert found.reason
    assert found.basis in ("alias", "description", "role-of", "coreference", "unknown")


def test_a_list_names_everyone_in_it() -> None:
    listed = resolve("Russia, Iran and Turkey")
    assert [listed.name, *(a.name for a in listed.also)] == ["Russia", "Iran", "Turkey"]
    armies = resolve("the Iraqi and Syrian armies")
    assert {armies.name, *(a.name for a in armies.also)} == {"Iraq", "Syria"}


def test_what_stands_behind_a_comma_may_say_who_it_is_and_lists_nobody() -> None:
    assert resolve("Hezbollah, which Iran arms").also == ()
    assert resolve("Isis fighters and their families").also == ()


def test_an_editors_word_in_brackets_belongs_to_the_phrase() -> None:
    assert resolve("the [Assad] regime").name == "Syria"


def test_an_office_holder_long_gone_still_stands_for_the_state() -> None:
    assert resolve("Ronald Reagan", country="NI", year=2010).name == "United States"


def test_another_first_name_in_capitals_is_another_person() -> None:
    text = "DELEGATE RAMON CASTRO SPOKE TO THE PRESS IN TEGUCIGALPA TODAY."
    context = report_context(text, date(1989, 6, 1), {"HN": 5})
    assert RESOLVER.resolve(text, Span(0, 21), role=Role.ORIGIN, context=context).name != "Cuba"


@pytest.mark.parametrize(
    "name",
    [
        "SAF", "ЗСУ", "Lakurawa", "Alliance Fleuve Congo", "Emergency Response Rooms", "AUSSOM", "Chinland Defence Force",
        "Hafiz Gul Bahadur", "Los Rastrojos", "Viv Ansanm", "INLA", "Giants Brigades", "Radwan Force", "TMVP", "Kyrylo Budanov",
    ],
)  # fmt: skip
def test_registry_knows_the_sides_of_wars_beside_syria(name: str) -> None:
    assert resolve(name, country="ZZ", year=2024).actor_id is not None


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("2,000 US soldiers", "United States"),
        ("US-backed fighters besieging the last village", "Syrian Democratic Forces"),
        ("the group formerly known as the Nusra Front", "Hayat Tahrir al-Sham"),
        ("The air force", "Syria"),
        ("residential areas of Homs", "civilians"),
        ("the international community", "international community"),
        ("unidentified masked men", "unidentified masked men"),
        ("state television", "Syrian state television"),
        ("a Beirut-based western diplomat", "western diplomat"),
        ("other aid organisations", "aid organisations"),
        ("other countries", "other countries"),
        ("one of the aid officials, who asked not to be named", "aid officials"),
        ("one from the PKK", "PKK"),
        ("aid workers", "aid workers"),
        ("her brother, Ilan Brook", "Ilan Brook"),
        ("Ada Byrne a local teacher", "Ada Byrne"),
        ("forces from the People's Protection Units", "People's Protection Units"),
    ],
)
def test_description_keeps_what_names_somebody_and_drops_the_rest(mention: str, name: str) -> None:
    assert resolve(mention).name == name


def test_actors_carry_the_names_that_other_datasets_keep_them_under() -> None:
    registry = load_registry()
    sdf, syria = registry.get("sdf"), registry.get("SY")
    assert sdf is not None and syria is not None
    assert (sdf.ucdp, sdf.acled) == ("SDF", ("QSD: Syrian Democratic Forces",))
    assert syria.ucdp == "Government of Syria"
    assert acled_name(syria, 2018) == "Military Forces of Syria (2000-2024)"
    assert acled_name(syria, 2025) == "Military Forces of Syria (2024-)"
    assert acled_name(syria, 1985) is None
    assert sum(bool(a.ucdp) for a in registry) >= 250
    assert sum(bool(a.acled) for a in registry) >= 250


def test_codings_name_only_actors_of_the_registry_once() -> None:
    rows = (files("fogline") / "data" / "actors" / "codings.tsv").read_text("utf-8").splitlines()
    ids = [row.split("\t")[0] for row in rows if row and not row.startswith("#")]
    assert len(ids) == len(set(ids))
    assert [i for i in ids if load_registry().get(i) is None] == []


def test_letters_of_many_groups_are_that_of_the_reports_own_war() -> None:
    for country, name in (("CD", "Union of Congolese Patriots"), ("CF", "Union for Peace in the Central African Republic")):
        assert resolve("the UPC", country=country, year=2016).name == name
    assert resolve("the UPC", country="DE", year=2016).actor_id is None
    named = "The Union of Congolese Patriots was tried in The Hague."
    assert resolve("the UPC", text=named, country="NL", year=2012).name == "Union of Congolese Patriots"


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Kamuina Nsapu", "CD"), ("FRPI", "CD"), ("AFDL", "CD"), ("CNDD-FDD", "BI"), ("SPLM/A-IO", "SS"), ("Beja Congress", "SD"),
        ("FPRC", "CF"), ("Yan Sakai", "NG"), ("MFDC", "SN"), ("ULIMO", "LR"), ("Rahanweyn Resistance Army", "SO"), ("Mungiki", "KE"),
        ("Jaish al-Izza", "SY"), ("Sahwa", "IQ"), ("Hadrami Elite", "YE"), ("Lashkar-e-Islam", "PK"), ("NDFB", "IN"), ("PNLO", "MM"),
        ("PULO", "TH"), ("United Tajik Opposition", "TJ"), ("Aidar Battalion", "UA"), ("UCPMB", "RS"), ("Los Choneros", "EC"),
        ("Guerreros Unidos", "MX"), ("Viv Ansanm", "HT"), ("KFOR", "XK"), ("UNAMSIL", "SL"),
    ],
)  # fmt: skip
def test_registry_knows_groups_of_wars_since_1989(name: str, country: str) -> None:
    assert resolve(name, country=country, year=2010).actor_id is not None


def test_who_is_named_behind_the_comma_is_meant() -> None:
    assert resolve("an extremist alliance, Tahrir al-Sham").name == "Hayat Tahrir al-Sham"
    assert resolve("the political chief, Samir Dabbas, from Turkey", role=Role.ORIGIN).name == "Samir Dabbas"
    assert resolve("Samir, a Kurdish rebel", role=Role.ORIGIN).name == "Samir"


@pytest.mark.parametrize(
    ("mention", "role", "country", "name"),
    [
        ("a Palestinian", Role.TARGET, "PS", "civilians"),
        ("an Israeli", Role.TARGET, "IL", "civilians"),
        ("a Ukrainian", Role.TARGET, "UA", "civilians"),
        ("an Afghan", Role.TARGET, "AF", "civilians"),
        ("three Lebanese", Role.TARGET, "LB", "civilians"),
        ("six Americans", Role.TARGET, "SY", "civilians"),
        ("a Saudi", Role.ACTOR, "SY", "Saudi"),
        ("Ethnic Russians", Role.TARGET, "UA", "ethnic Russians"),
        ("Ethnic Russians", Role.ACTOR, "UA", "ethnic Russians"),
        ("some ethnic Armenians", Role.TARGET, "AZ", "ethnic Armenians"),
        ("ethnic Albanian leaders", Role.ORIGIN, "XK", "ethnic Albanian leaders"),
        ("ethnic Albanian forces", Role.ACTOR, "XK", "ethnic Albanian forces"),
    ],
)
def test_people_called_after_a_country_are_not_its_state(mention: str, role: Role, country: str, name: str) -> None:
    found = resolve(mention, role=role, country=country)
    assert (found.name, found.actor_id) == (name, None)


@pytest.mark.parametrize(
    ("mention", "country", "name"),
    [("the Russians", "UA", "Russia"), ("the Americans", "SY", "United States"), ("two Afghan", "AF", "Afghanistan")],
)
def test_a_people_as_a_side_and_an_adjective_stand_for_the_state(mention: str, country: str, name: str) -> None:
    assert resolve(mention, role=Role.TARGET, country=country).name == name


def test_an_adjective_that_lost_its_noun_is_no_person() -> None:
    text = "A Russian soldier was killed."
    context = report_context(text, date(2023, 6, 1), {"UA": 5})
    assert RESOLVER.resolve(text, Span(0, 9), role=Role.TARGET, context=context).name == "Russia"


@pytest.mark.parametrize(
    ("mention", "country", "name"),
    [("Colonel Peter Tinubu", "NG", "Nigeria"), ("Police spokesman James Tshisekedi", "CD", "Democratic Republic of Congo")],
)
def test_a_namesake_of_an_office_holder_speaks_for_whom_the_title_says(mention: str, country: str, name: str) -> None:
    found = resolve(mention, country=country, year=2024, role=Role.ORIGIN)
    assert (found.name, found.basis) == (name, "description")


@pytest.mark.parametrize(
    ("mention", "country", "name"),
    [
        ("the Inter-Services Public Relations (ISPR)", "PK", "Pakistan"),
        ("The UN mission, MONUSCO", "CD", "MONUSCO"),
        ("the UN mission in Libya, UNSMIL", "LY", "UNSMIL"),
        ("the United Nations Mission in South Sudan (UNMISS)", "SS", "UNMISS"),
        ("the African Union mission, Atmis", "SO", "AMISOM"),
        ("the army (RSF)", "SD", "Sudan"),
        ("the UN, UNHCR and Turkey", "SY", "United Nations"),
    ],
)
def test_a_mission_is_known_by_its_own_name_behind_a_comma_or_in_brackets(mention: str, country: str, name: str) -> None:
    assert resolve(mention, country=country, year=2023, role=Role.ORIGIN).name == name


@pytest.mark.parametrize("mention", ["Finance minister Ada Kay Wagner", "Analyst Ada Hamas", "Mrs Wagner"])
def test_a_groups_name_behind_a_post_and_a_first_name_is_a_surname(mention: str) -> None:
    assert resolve(mention, country="CD", year=2024, role=Role.ORIGIN).actor_id in ("CD", None)


@pytest.mark.parametrize(
    "mention",
    ["PMC Wagner", "Russian Wagner", "the mercenary Group Wagner", "Wagner commander Tom Byrne", "commanders of PMC Wagner"],
)
def test_words_for_a_body_before_a_groups_name_are_no_first_name(mention: str) -> None:
    assert resolve(mention, country="CD", year=2024).name == "Wagner Group"


def test_surname_that_is_a_groups_name_stays_in_the_name_of_its_bearer() -> None:
    found = resolve("Finance minister Ada Kay Wagner", country="CD", year=2024, role=Role.ORIGIN)
    assert (found.name, found.person) == ("Democratic Republic of Congo", "Ada Kay Wagner")


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("The host, Indonesian President Tom Byrne", "Indonesia"),
        ("The bloc's chairman, Senegalese President Tom Byrne", "Senegal"),
        ("The guest, Kenyan Foreign Minister Ada Byrne", "Kenya"),
    ],
)
def test_description_before_a_comma_is_whoever_holds_the_office_behind_it(mention: str, name: str) -> None:
    found = resolve(mention, country="MM", year=2022, role=Role.ORIGIN)
    assert (found.name, found.basis) == (name, "role-of")


@pytest.mark.parametrize(
    "mention",
    [
        "her husband, Kenyan President Tom Byrne",
        "a cousin, Kenyan army officer Tom Byrne",
        "The winner, Italian doctor Tom Byrne",
    ],
)
def test_kin_and_trades_before_a_comma_are_no_state(mention: str) -> None:
    for role in (Role.ACTOR, Role.ORIGIN, Role.TARGET):
        assert resolve(mention, country="MM", year=2022, role=role).actor_id is None


@pytest.mark.parametrize(
    ("mention", "role", "name"),
    [
        ("15 Frenchmen", Role.TARGET, "civilians"),
        ("two Englishmen", Role.TARGET, "civilians"),
        ("three Irishmen", Role.ACTOR, "Irishmen"),
        ("the Dutchman", Role.ORIGIN, "Dutchman"),
        ("German", Role.ACTOR, "Germany"),
        ("Yemen", Role.ACTOR, "Yemen"),
    ],
)
def test_men_of_a_country_are_people_and_not_the_state(mention: str, role: Role, name: str) -> None:
    assert resolve(mention, country="ML", year=2013, role=role).name == name


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Northern Ireland police", "United Kingdom"),
        ("The Northern Ireland Secretary, Sir Tom Byrne", "United Kingdom"),
        ("Irish police", "Ireland"),
        ("The European Community", "European Union"),
        ("the OSCE Minsk Group", "OSCE"),
        ("the Minsk group", "OSCE"),
    ],
)
def test_longer_names_are_not_the_state_or_town_within_them(mention: str, name: str) -> None:
    assert resolve(mention, country="GB", year=1992).name == name


@pytest.mark.parametrize(
    ("mention", "year", "name"),
    [
        ("Rafsanjani", 1988, "Iran"),
        ("George Shultz", 1985, "United States"),
        ("General Zia", 1985, "Pakistan"),
        ("Mbeki", 2003, "South Africa"),
        ("Bertie Ahern", 2001, "Ireland"),
        ("Radek Sikorski", 2024, "Poland"),
        ("Oleksandr Syrsky", 2024, "Ukraine"),
    ],
)
def test_office_holders_of_the_last_decades_speak_for_their_state(mention: str, year: int, name: str) -> None:
    assert resolve(mention, country="AF", year=year, role=Role.ORIGIN).name == name


def test_another_monitor_is_not_the_one_that_is_named() -> None:
    text = "So said the Syrian Observatory for Human Rights."
    assert resolve("a monitoring group", text=text, role=Role.ORIGIN).actor_id == "sohr"
    other = resolve("another monitoring group", text=text, role=Role.ORIGIN)
    assert (other.actor_id, other.name, other.kind) == (None, "monitoring group", ActorKind.MONITOR)


def test_where_a_body_is_based_does_not_say_whose_it_is() -> None:
    assert resolve("the head of the Britain-based group", role=Role.ORIGIN).actor_id == "sohr"
    assert resolve("the head of the Paris-based group", role=Role.ORIGIN).actor_id is None
    assert resolve("the director of the Britain-based group", country="UA", role=Role.ORIGIN).actor_id is None


def test_an_account_that_belongs_to_a_leader_is_the_leaders_word() -> None:
    said = resolve("a channel said to belong to Islam Army leader Zahran Alloush", year=2014, role=Role.ORIGIN)
    assert said.actor_id == "jaish-al-islam"
    assert resolve("schools that belong to the army", role=Role.TARGET).actor_id is None


def test_words_that_only_say_where_people_are_belong_to_no_name() -> None:
    assert resolve("an activist there", role=Role.ORIGIN).name == resolve("an activist", role=Role.ORIGIN).name
    assert resolve("refugees interviewed", role=Role.ORIGIN).name == "refugees"
    assert resolve("the army wounded").name != "army"


def test_a_think_tank_is_no_states_and_a_fellow_no_scholar() -> None:
    assert resolve("an American think tank", role=Role.ORIGIN).kind is ActorKind.EXPERT
    assert resolve("a bearded fellow", role=Role.ORIGIN).kind is ActorKind.WITNESS
    assert resolve("a senior fellow at the Harbour Institute", role=Role.ORIGIN).kind is ActorKind.EXPERT
    assert resolve("a seven-year-old", role=Role.TARGET).name == "civilians"
    assert resolve("an American tank").name == "United States"


def test_a_congress_is_that_of_the_state_at_war_if_it_has_one() -> None:
    assert resolve("members of Congress", country="CO", role=Role.ORIGIN).name == "Colombia"
    assert resolve("members of Congress", country="CO", text="Washington was silent.", role=Role.ORIGIN).name == "United States"
    assert resolve("members of Congress", country="SY", role=Role.ORIGIN).name == "United States"


def test_another_guerrilla_is_the_one_named_behind_the_comma() -> None:
    found = resolve("another guerrilla, the ELN", text="The FARC and the FARC again fought the FARC.", country="CO")
    assert found.name == "ELN"
