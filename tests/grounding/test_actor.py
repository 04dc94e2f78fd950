"""Who the words of an actor mention stand for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.grounding.actor import ActorResolver, country_weights, load_registry, report_context
from fogline.grounding.grounding import ActorKind, GroundedActor, GroundedPlace, PlaceBasis
from fogline.grounding.registry import acled_name
from fogline.grounding.wars import wars
from fogline.reading.reading import Role
from fogline.span import Span

RESOLVER = ActorResolver(load_registry())


def resolve(mention: str, *, text: str = "", country: str = "SY", year: int = 2018, role: Role = Role.ACTOR) -> GroundedActor:
    text = f"{mention} were mentioned. {text}"
    context = report_context(text, date(year, 6, 1), {country: 5})
    return RESOLVER.resolve(text, Span(0, len(mention)), role=role, context=context)


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


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Chadian armour", "Chad"),
        ("Russian bombers", "Russia"),
        ("the Zionist entity", "Israel"),
        # No owner: not the arms of the state at war, and its government alone not of thirty.
        ("armour", "armour"),
        ("some thirty governments", "governments"),
        ("Western governments", "Western governments"),
        ("Father Paul Orpen", "Paul Orpen"),
        ("the sheikh himself", "sheikh"),
    ],
)
def test_hardware_governments_and_titles(mention: str, name: str) -> None:
    assert resolve(mention).name == name


def test_whoever_counters_terrorism_is_no_terrorist() -> None:
    assert resolve("A counter-terrorism official", role=Role.ORIGIN).name not in ("militants", "rebels")


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


@pytest.mark.parametrize(
    ("mention", "country", "year", "name"),
    [
        ("the army", "SY", 2016, "Syria"),
        ("government forces", "YE", 2018, "Yemen"),
        ("the coalition", "SY", 2017, "US-led coalition"),
        ("the coalition", "YE", 2017, "Saudi-led coalition"),
        ("the rebels", "SY", 2016, "rebels"),
        ("opposition fighters", "SY", 2016, "rebels"),
        ("Turkish-backed rebels", "SY", 2018, "Free Syrian Army"),
        ("the US-backed forces", "SY", 2018, "Syrian Democratic Forces"),
        ("the Kurdish-led alliance", "SY", 2018, "Syrian Democratic Forces"),
        ("Kurdish fighters", "SY", 2014, "Kurdish forces"),
        ("the rebels", "CD", 2024, "M23"),
        ("THE GUERRILLAS", "SV", 1989, "FMLN"),
        ("Rwandan-backed rebels", "CD", 2024, "M23"),
        ("the UAE-backed separatists", "YE", 2019, "Southern Transitional Council"),
        ("Iran-backed militants", "LB", 2021, "Hezbollah"),
        ("Turkish shells", "SY", 2018, "Turkey"),
        ("Iranian-made drones", "UA", 2023, "Iranian-made drones"),
        ("about 1,200 government soldiers", "CD", 2025, "Democratic Republic of Congo"),
        ("men in RSF uniforms", "SD", 2023, "men in uniform"),
    ],
)
def test_the_war_decides_what_a_description_means(mention: str, country: str, year: int, name: str) -> None:
    assert resolve(mention, country=country, year=year).name == name


def test_a_coalition_against_isis_is_not_isis() -> None:
    assert resolve("the anti-Isis coalition").name == "US-led coalition"


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


def test_a_namesake_of_a_president_is_a_person() -> None:
    text = "Mary Johnson, a teacher, left the town. Johnson had lived there for years."
    context = report_context(text, date(2018, 6, 1), {"SY": 5})
    at = text.index("Johnson had")
    assert RESOLVER.resolve(text, Span(at, at + 7), role=Role.ACTOR, context=context).actor_id is None


def test_who_is_named_behind_the_comma_is_meant() -> None:
    assert resolve("an extremist alliance, Tahrir al-Sham").name == "Hayat Tahrir al-Sham"
    assert resolve("the political chief, Samir Dabbas, from Turkey", role=Role.ORIGIN).name == "Samir Dabbas"
    assert resolve("Samir, a Kurdish rebel", role=Role.ORIGIN).name == "Samir"


def test_an_expert_keeps_the_own_name() -> None:
    found = resolve("Paul Winter, a fellow at Chatham House", role=Role.ORIGIN)
    assert (found.name, found.kind) == ("Paul Winter", ActorKind.EXPERT)


def test_a_state_is_a_party_where_it_fights_and_a_government_elsewhere() -> None:
    for country, expected in (("SY", ActorKind.PARTY), ("CO", ActorKind.GOVERNMENT)):
        context = report_context("Turkey said so.", date(2018, 6, 1), {country: 5})
        found = RESOLVER.resolve("Turkey said so.", Span(0, 6), role=Role.ORIGIN, context=context)
        assert RESOLVER.voice_kind(found, context) is expected


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
    for war in wars().values():
        for named in (*war.parties, war.militants, war.coalition, war.rebels if war.rebels != "rebels" else None):
            assert named is None or registry.get(named), (war.country, named)


@given(st.text(min_size=1, max_size=60), st.sampled_from([Role.ACTOR, Role.TARGET, Role.ORIGIN]))
def test_any_text_resolves_to_a_name_and_a_reason(text: str, role: Role) -> None:
    context = report_context(text, None, {})
    found = RESOLVER.resolve(text, Span(0, len(text)), role=role, context=context)
    assert found.reason
    assert found.basis in ("alias", "description", "role-of", "coreference", "unknown")


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


def test_men_of_a_named_group_are_the_group() -> None:
    assert resolve("the Boko Haram men", country="NG", year=2015).name == "Boko Haram"


def test_offices_that_only_one_state_has_tell_the_state() -> None:
    assert resolve("the home secretary, Ada Byrne", role=Role.ORIGIN).name == "United Kingdom"
    assert resolve("the Colombian Congress", country="CO", year=1990).name == "Colombia"


def test_an_office_holder_behind_the_comma_outranks_the_state_at_war() -> None:
    assert resolve("the foreign minister, Sergei Lavrov", role=Role.ORIGIN).name == "Russia"


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


def test_shadow_minister_and_lawmaker_speak_for_themselves() -> None:
    assert resolve("Ada Byrne, the shadow home secretary", country="GB", role=Role.ORIGIN).name == "Ada Byrne"
    assert resolve("the British home secretary, Ada Byrne", country="GB", role=Role.ORIGIN).name == "United Kingdom"


def test_body_that_no_registry_lists_speaks_through_its_people() -> None:
    speaker = resolve("Ada Byrne, the chair of the Harbour Relief Committee", role=Role.ORIGIN)
    assert (speaker.name, speaker.person) == ("Harbour Relief Committee", "Ada Byrne")
    assert resolve("Ada Byrne of the Harbour Relief Institute", role=Role.ORIGIN).name == "Ada Byrne"


def test_name_of_whoever_holds_a_post_is_kept_beside_the_body() -> None:
    assert resolve("the SDF commander Ada Byrne", role=Role.TARGET).person == "Ada Byrne"
    assert resolve("Ada Byrne, an SDF spokeswoman", role=Role.ORIGIN).person == "Ada Byrne"
    assert resolve("President Bashar al-Assad").person is None, "a head of state stands for the state"
    assert resolve("SDF fighters").person is None


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


def test_the_war_is_where_an_outside_state_fights_and_not_its_home() -> None:
    context = report_context("Moscow's jets hit the hills.", date(2023, 5, 2), {"RU": 2.0, "UA": 1.0})
    assert context.war_country == "UA"


def test_wagner_fighters_do_not_move_a_war_to_russia() -> None:
    context = report_context("Wagner men and soldiers combed the villages.", date(2022, 5, 2), {"CF": 0.34})
    assert context.war_country == "CF"


def test_an_adjective_weighs_less_than_a_place() -> None:
    town = GroundedPlace("Bangui", "CF", None, 4.4, 18.6, 1, PlaceBasis.EXPLICIT)
    adjective = replace(town, name="Russian", country="RU", adjective=True)
    weights = country_weights([town, adjective, adjective])
    assert weights["CF"] > weights["RU"] > 0


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


def test_rebels_are_no_group_that_was_not_founded_yet() -> None:
    assert resolve("the rebels", country="CD", year=2003).name == "rebels"
    assert resolve("the rebels", country="CD", year=2013).name == "M23"


@pytest.mark.parametrize(
    ("country", "year"), [("ZW", 2008), ("VE", 2019), ("BY", 2020), ("TR", 2016), ("KE", 2017), ("LK", 2008)]
)
def test_opposition_is_politics_where_no_war_calls_its_rebels_so(country: str, year: int) -> None:
    leader = resolve("opposition leader Ada Byrne", country=country, year=year)
    assert (leader.name, leader.actor_id) == ("Ada Byrne", None)
    assert resolve("opposition supporters", country=country, year=year, role=Role.TARGET).inter != 2
    assert resolve("opposition fighters", country=country, year=year).inter == 2


def test_opposition_of_syria_fights() -> None:
    assert resolve("the opposition", country="SY", year=2014).name == "rebels"


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


@pytest.mark.parametrize(
    ("rest", "name"), [("said that jets had taken off.", "United Kingdom"), ("met his host for talks.", "Iraq")]
)
def test_office_in_a_capital_is_of_that_state_unless_of_a_guest(rest: str, name: str) -> None:
    text = f"In London the prime minister {rest}"
    context = report_context(text, date(2015, 6, 1), {"IQ": 5})
    assert RESOLVER.resolve(text, Span(10, 28), role=Role.ORIGIN, context=context).name == name


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


def test_invader_named_by_adjective_alone_tells_of_the_invaded() -> None:
    assert report_context("A Russian missile hit a block of flats.", date(2023, 5, 2), {"RU": 0.34}).war_country == "UA"
    assert report_context("A bridge burned.", date(2023, 5, 2), {"RU": 1.0}).war_country == "RU"
