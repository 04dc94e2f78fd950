"""What "the rebels", "the coalition" and "Turkish-backed fighters" mean in a war."""

from __future__ import annotations

import pytest
from actor_mentions import resolve

from fogline.reading.reading import Role


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
        ("artillery positions belonging to Takfiri terrorists", "militants"),
        ("a convoy belonging to the SDF", "Syrian Democratic Forces"),
        ("operatives tied to Hezbollah", "Hezbollah"),
        ("a car belonging to Ada Byrne", "car"),
    ],
)
def test_what_belongs_to_somebody_is_theirs(mention: str, name: str) -> None:
    assert resolve(mention, role=Role.TARGET).name == name


@pytest.mark.parametrize(
    ("mention", "country", "year", "text", "name"),
    [
        ("The separatists", "CM", 2021, "Ambazonian fighters left. Boko Haram came.", "Ambazonian separatists"),
        ("The separatists", "CM", 2021, "Boko Haram came. Boko Haram left.", "rebels"),
        ("The rebels", "ML", 2022, "The MNLA left. JNIM came. JNIM rose.", "MNLA"),
        ("The rebels", "ML", 2022, "JNIM came. JNIM rose.", "JNIM"),
        ("The jihadists", "ML", 2022, "The MNLA left. The MNLA rose. JNIM came.", "JNIM"),
        ("The militants", "ML", 2022, "The MNLA left. The MNLA rose. JNIM came.", "JNIM"),
        ("The rebels", "ET", 2022, "The TPLF came. The OLA came.", "rebels"),
        ("The rebels", "ET", 2022, "TPLF rebels came. The OLA came.", "Tigray People's Liberation Front"),
    ],
)
def test_the_noun_tells_which_of_several_groups_is_meant_and_a_tie_names_none(
    mention: str, country: str, year: int, text: str, name: str
) -> None:
    assert resolve(mention, country=country, year=year, text=text).name == name


@pytest.mark.parametrize(
    ("mention", "country", "year", "name"),
    [
        ("The insurgents", "MZ", 2021, "al-Shabaab (Mozambique)"),
        ("the insurgency", "NG", 2021, "Boko Haram"),
        ("the rebels", "MZ", 2021, "rebels"),
        ("insurgents", "MZ", 2016, "RENAMO"),
        ("Islamic State-linked insurgents", "MZ", 2021, "al-Shabaab (Mozambique)"),
        ("al-Qaeda-linked insurgents", "ML", 2021, "JNIM"),
        ("Islamic State-linked militants", "PH", 2017, "Islamic State"),
    ],
)
def test_insurgents_of_a_war_without_rebels_are_its_militants(mention: str, country: str, year: int, name: str) -> None:
    assert resolve(mention, country=country, year=year).name == name


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("non-government-controlled Yasna", "pro-Russian separatists"),
        ("non-government forces", "pro-Russian separatists"),
        ("non-government-controlled areas", "pro-Russian separatists"),
        ("the government-controlled areas", "Ukraine"),
        ("non-government organisations", "non-government organisations"),
        ("non-state armed groups", "non-state armed groups"),
    ],
)
def test_what_is_not_the_governments_is_never_the_states(mention: str, name: str) -> None:
    assert resolve(mention, country="UA", year=2019).name == name


def test_troops_whom_a_coalition_backs_are_not_the_coalition() -> None:
    text = "The Saudi-led coalition gave no comment."
    names = [
        resolve(mention, text=text, country="YE", year=2018).name
        for mention in ("coalition-backed Yemeni troops", "coalition forces", "coalition jets")
    ]
    assert names == ["Yemen", "Saudi-led coalition", "Saudi-led coalition"]


def test_whoever_is_in_rebel_held_land_is_no_rebel_by_that() -> None:
    names = [
        resolve(mention, country="LK", year=2008, role=Role.ORIGIN).name
        for mention in ("a government official in the island's rebel-held east", "a rebel official")
    ]
    assert names == ["Sri Lanka", "LTTE"]


def test_bare_peacekeepers_are_of_the_one_mission_that_the_report_names() -> None:
    assert resolve("Three peacekeepers", text="MINUSMA mourned them.", country="ML", year=2016).name == "MINUSMA"
    assert resolve("Three peacekeepers", country="ML", year=2016).name == "peacekeepers"


@pytest.mark.parametrize("mention", ["loyalists", "loyalist gunmen", "Loyalist mobs"])
def test_loyalists_are_a_side_of_their_own_where_they_are_no_soldiers_of_the_state(mention: str) -> None:
    assert resolve(mention, country="GB", year=1990).name == "Ulster loyalists"
    assert resolve(mention, country="SY", year=2013).name != "Ulster loyalists"


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("the exiled opposition coalition", "Syrian National Coalition"),
        ("a medical coalition", "medical coalition"),
        ("the ruling coalition", "ruling coalition"),
        ("the coalition", "US-led coalition"),
    ],
)
def test_a_coalition_of_parties_or_helpers_is_none_of_armies(mention: str, name: str) -> None:
    assert resolve(mention, country="SY", year=2016).name == name


def test_rebels_beside_a_group_that_fights_rebels_abroad_are_not_that_group() -> None:
    fought = resolve("the rebels", text="Hezbollah crossed into Syria.", country="LB", year=2013)
    assert (fought.name, fought.actor_id) == ("rebels", None)
    own = resolve("the rebels", text="Fighters of the FMLN crossed the river.", country="SV", year=1989)
    assert own.name == "FMLN"
