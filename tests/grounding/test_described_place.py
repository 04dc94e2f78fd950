"""What a description of a place refers to."""

from __future__ import annotations

import pytest
from placed_events import event, events, referred

from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.grounding import PlaceBasis


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


def test_a_bare_compass_word_is_that_part_of_the_country(places: SqliteGazetteer) -> None:
    text = "The European Union spoke. Sudan's army left Gedaref and Khartoum. Some 7,000 died in the east."
    found = referred(text, places, ["European Union", "Sudan", "Gedaref", "Khartoum"], "the east")
    assert (found.name, found.country, found.precision) == ("eastern Sudan", "SD", 6)


def test_the_region_is_never_a_town(places: SqliteGazetteer) -> None:
    text = "Thousands died in the Sahel. Envoys met in Niamey, Niger. Attacks in the region went on."
    assert referred(text, places, ["Sahel", "Niamey", "Niger"], "the region").name == "Sahel"


def test_the_citys_districts_are_the_citys_and_not_of_a_town_named_as_near(places: SqliteGazetteer) -> None:
    text = "The army shelled El Fasher in Sudan. Fighters came from near Mellit. Drones struck the city's eastern districts."
    assert referred(text, places, ["El Fasher", "Sudan", "Mellit"], "the city's eastern districts").name == "El Fasher"


def test_the_airport_is_that_of_the_town_the_report_names_most(places: SqliteGazetteer) -> None:
    text = "Rebels entered Goma. Goma's market closed. Fighting reached Sake. Soldiers gave up at the airport."
    assert referred(text, places, ["Goma", "Sake"], "the airport").name == "Goma"


def test_the_airport_is_that_of_the_headlines_town(places: SqliteGazetteer) -> None:
    text = "Fighting went on in Mellit and again in Mellit, Sudan. Soldiers gave up at the airport."
    names = ["El Fasher", "Mellit", "Sudan"]
    assert referred(text, places, names, "the airport", headline="Rebels enter El Fasher").name == "El Fasher"


def test_a_town_so_many_kilometres_from_the_city_is_not_the_city(places: SqliteGazetteer) -> None:
    text = "Rebels entered Goma. Fighting reached Sake, 25 km west of the city. Shells fell on the town."
    assert referred(text, places, ["Goma", "Sake"], "the city").name == "Goma"
    text = "Rebels entered Goma. Fighting reached Sake, 25 km west of the city. Banks in the city closed."
    assert referred(text, places, ["Goma", "Sake"], "the city").name == "Goma"


def test_the_scene_is_a_town_and_no_country(places: SqliteGazetteer) -> None:
    text = "A bomb killed 12 people in Mogadishu. Somalia condemned it. Nine bodies lay at the scene."
    assert referred(text, places, ["Mogadishu", "Somalia"], "the scene").name == "Mogadishu"


def test_the_country_of_a_clause_about_a_foreign_state_is_that_of_the_report(places: SqliteGazetteer) -> None:
    text = "Libya's army shelled Tripoli and Misrata. Turkey, which has soldiers in the west of the country, spoke."
    assert referred(text, places, ["Libya", "Tripoli", "Misrata", "Turkey"], "the country").country == "LY"


def test_the_east_is_that_of_the_war_and_a_way_to_the_north_is_no_place(places: SqliteGazetteer) -> None:
    text = "Doha, Lusail and Al Wakrah hosted talks in Qatar. Some 7,000 died in the east of shelling. Shelling closed a corridor to the north."
    names = ["Doha", "Lusail", "Al Wakrah", "Qatar"]
    (east,) = events(text, places, names, ("casualty-toll", "died", "the east"), war_country="CD")
    assert east is not None and east.country == "CD"
    (north,) = events(text, places, names, ("shelling", "closed", "the north"), war_country="CD")
    assert north is None or not north.name.startswith("northern")


def test_what_is_only_described_lies_where_the_name_behind_it_says(places: SqliteGazetteer) -> None:
    text = "Missiles struck a hardware store in the border city of Kharkiv on Monday."
    found = event(text, places, ["Kharkiv"], "a hardware store", "struck")
    assert found is not None and (found[0].name, found[0].country) == ("Kharkiv", "UA")
    text = "Missiles struck a hardware store. The army left Kharkiv."
    found = event(text, places, ["Kharkiv"], "a hardware store", "struck")
    assert found is None or found[0].name != "Kharkiv"


def test_the_country_is_the_one_that_its_sentence_names(places: SqliteGazetteer) -> None:
    text = "Rockets hit Haifa and Tel Aviv in Israel. Lebanon's ministry said 51 died in strikes across the country."
    found = event(text, places, ["Haifa", "Tel Aviv", "Israel", "Lebanon"], "the country", "strikes")
    assert found is not None and found[0].country == "LB"
    text = "Rockets hit Haifa and Tel Aviv in Israel. The ministry said 51 died in strikes across the country."
    found = event(text, places, ["Haifa", "Tel Aviv", "Israel"], "the country", "strikes")
    assert found is not None and found[0].country == "IL"


def test_another_town_is_the_one_named_behind_it_and_none_named_before(places: SqliteGazetteer) -> None:
    text = "Rebels fought in Atareb. A second town, Saraqib, was hit by jets."
    found = event(text, places, ["Atareb", "Saraqib"], "A second town", "hit")
    assert found is not None and found[0].name == "Saraqib"
    found = event("Rebels fought in Atareb. Another town was hit by jets.", places, ["Atareb"], "Another town", "hit")
    assert found is None or found[0].name != "Atareb"


def test_the_town_refers_back_to_the_last_town(places: SqliteGazetteer) -> None:
    text = "The army holds Homs. It besieged Rastan for weeks. On Friday it shelled the town again, Syria's foes said."
    found = event(text, places, ["Homs", "Rastan", "Syria"], "the town", "shelled")
    assert found is not None
    assert (found[0].name, found[0].basis) == ("Rastan", PlaceBasis.INHERITED)


@pytest.mark.parametrize(
    ("text", "names", "place", "means"),
    [
        ("Fighters hold Homs and Rastan, envoys in Brussels said. Shells fell on the city.", "Homs Rastan Brussels", "the city", "Rastan"),
        ("Idlib province is tense. Rastan and Homs are calm. Shells fell across the province.", "Idlib Rastan Homs", "the province", "Idlib"),
        ("Rastan starves. Al-Rastan is besieged from Homs. Shells fell on the enclave.", "Rastan Al-Rastan Homs", "the enclave", "Rastan"),
        ("Homs, Rastan and Hama starve, Russia said. Shells fell across the country.", "Homs Rastan Hama Russia", "the country", "Syria"),
        ("Homs and Rastan fell, and US troops left; Washington and the US, which wanted it, are silent. Shells fell on the town.",
         "Homs Rastan US Washington", "the town", "Rastan"),
        ("Homs and Hama fell; Damascus is calm, Paris and Berlin said. Shells fell near the capital.",
         "Homs Hama Damascus Paris Berlin", "the capital", "Damascus"),
    ],
)  # fmt: skip
def test_a_description_means_a_place_at_home_that_was_called_so(
    text: str, names: str, place: str, means: str, places: SqliteGazetteer
) -> None:
    found = event(text, places, names.split(), place, "fell on" if "fell on" in text else "Shells fell")
    assert found is not None
    assert (found[0].name, found[0].basis) == (means, PlaceBasis.INHERITED)


def test_who_speaks_behind_a_comma_is_not_where_the_described_is(places: SqliteGazetteer) -> None:
    text = "Rebels took Sake and Goma in Congo. A hundred soldiers surrendered to the mission, Uruguay's army said."
    found = event(text, places, ["Sake", "Goma", "Congo", "Uruguay"], "the mission", "surrendered", type="surrender")
    assert found is None or found[0].country != "UY"
    text = "Rebels took Sake and Goma in Congo. Jets bombed a store, Ukrainian police said."
    found = event(text, places, ["Sake", "Goma", "Congo", "Ukrainian"], "a store", "bombed")
    assert found is None or found[0].country != "UA"


@pytest.mark.parametrize(
    "embassy", ["the Brazilian embassy", "the residence of the Brazilian ambassador", "the embassy of Brazil"]
)
def test_an_embassy_is_in_the_capital_or_else_the_town_of_the_report(embassy: str, places: SqliteGazetteer) -> None:
    text = f"Tripoli was tense in Libya, and so was Misrata. Gunmen in Misrata waited. Shells fell on {embassy}."
    names = ["Tripoli", "Libya", "Misrata", "Brazil", "Brazilian"]
    (found,) = events(text, places, names, ("shelling", "fell", embassy))
    assert found is not None and (found.name, found.precision) == ("Tripoli", 2)
    text = f"Misrata was tense in Libya. Shells fell on {embassy}."
    (found,) = events(text, places, names, ("shelling", "fell", embassy))
    assert found is not None and (found.name, found.precision) == ("Misrata", 2)


def test_several_villages_are_not_the_last_town(places: SqliteGazetteer) -> None:
    text = "Rebels entered Goma in Congo. Thousands left eight villages."
    assert referred(text, places, ["Goma"], "eight villages").basis is PlaceBasis.UNKNOWN
    text = "Rebels entered Goma in Congo. Thousands left villages."
    assert referred(text, places, ["Goma"], "villages").basis is PlaceBasis.UNKNOWN


@pytest.mark.parametrize("towns", ["the villages", "both towns", "these villages"])
def test_villages_that_are_known_already_are_where_the_last_was(towns: str, places: SqliteGazetteer) -> None:
    text = f"Rebels entered Sake and Goma in Congo. Thousands left {towns}."
    assert referred(text, places, ["Sake", "Goma"], towns).name == "Goma"


def test_the_article_before_a_marked_noun_counts(places: SqliteGazetteer) -> None:
    assert referred("Rebels entered Goma. Thousands left the villages.", places, ["Goma"], "villages").name == "Goma"


def test_what_is_somebodys_is_not_in_the_last_town(places: SqliteGazetteer) -> None:
    text = "Envoys met in Geneva. Thousands died in President Tolom's prisons."
    assert referred(text, places, ["Geneva"], "President Tolom's prisons").basis is PlaceBasis.UNKNOWN


def test_the_centre_is_the_countrys_only_if_the_country_was_named_last(places: SqliteGazetteer) -> None:
    text = "Gao fell. Jihadists hold the north of Mali and fight in the centre."
    found = referred(text, places, ["Gao", "Mali"], "the centre", war="ML")
    assert (found.name, found.precision) == ("central Mali", 6)
    text = "Mali is at war. Rebels entered Gao and fought in the centre."
    assert referred(text, places, ["Gao", "Mali"], "the centre", war="ML").name == "Gao"


def test_the_waterway_is_a_water_and_the_strait_one_that_is_called_so(places: SqliteGazetteer) -> None:
    text = "Iran mined the Strait of Hormuz. Ships left the Persian Gulf. Bandar Abbas was hit. A ship burned in the water"
    names = ["Iran", "Strait of Hormuz", "Persian Gulf", "Bandar Abbas"]
    assert referred(f"{text}way.", places, names, "the waterway").name == "Persian Gulf"
    assert referred(f"{text}s of the strait.", places, names, "the strait").name == "Strait of Hormuz"


def test_the_capital_is_that_of_the_war_and_not_of_the_country_of_the_talks(places: SqliteGazetteer) -> None:
    text = "Islamabad, Lahore and Peshawar in Pakistan hosted talks. Kabul is tense. Rockets fell on the capital."
    names = ["Islamabad", "Lahore", "Peshawar", "Pakistan", "Kabul"]
    assert referred(text, places, names, "the capital", war="AF").name == "Kabul"
    assert referred(text, places, names, "the capital").name == "Islamabad"


def test_the_province_may_be_what_is_a_country_since(places: SqliteGazetteer) -> None:
    text = "Belgrade and Nis in Serbia were quiet. In Kosovo men fought. Shells fell in the province."
    names = ["Belgrade", "Nis", "Serbia", "Kosovo"]
    assert referred(text, places, names, "the province", published_on="1998-05-01").name == "Kosovo"
    assert referred(text, places, names, "the province", published_on="2018-05-01").country == "RS"


def test_the_town_is_in_the_wars_country_although_more_towns_are_named_elsewhere(places: SqliteGazetteer) -> None:
    text = "Sudan's army lost El Fasher. Envoys met in Jeddah, Riyadh and Medina in Saudi Arabia. Shells fell on the town."
    names = ["Sudan", "El Fasher", "Jeddah", "Riyadh", "Medina", "Saudi Arabia"]
    assert referred(text, places, names, "the town", war="SD").name == "El Fasher"
    assert referred(text, places, names, "the town").country == "SA"


def test_the_country_where_a_foreign_state_has_soldiers_is_the_reports(places: SqliteGazetteer) -> None:
    text = "Bangui and Bambari in the Central African Republic are tense. France {} 1,600 soldiers in the country."
    names = ["Bangui", "Bambari", "Central African Republic", "France"]
    for verb in ("has", "has sent", "still keeps"):
        assert referred(text.format(verb), places, names, "the country").country == "CF"
    text = "Bangui and Bambari in the Central African Republic are tense. France mourned eight soldiers across the country."
    assert referred(text, places, names, "the country").country == "FR"


@pytest.mark.parametrize("verb", ["took", "left", "lost"])
def test_the_south_that_is_taken_or_left_is_that_of_the_country(verb: str, places: SqliteGazetteer) -> None:
    text = f"Sudan's army left Gedaref and Khartoum. Then rebels {verb} the south."
    assert referred(text, places, ["Sudan", "Gedaref", "Khartoum"], "the south").name == "southern Sudan"


def test_the_country_is_that_of_the_war_and_not_of_the_talks(places: SqliteGazetteer) -> None:
    text = "Envoys met in Almaty and Shymkent, Kazakhstan. Homs and Hama in Syria starve. Schools shut across the country."
    names = ["Almaty", "Shymkent", "Kazakhstan", "Homs", "Hama", "Syria"]
    assert referred(text, places, names, "the country", war="SY").country == "SY"
    text = "Envoys met in Almaty. Homs and Hama in Syria starve. Talks in Kazakhstan went on about zones in parts of the country."
    assert referred(text, places, names, "the country", war="SY").country == "SY"


def test_home_soil_is_not_the_wars(places: SqliteGazetteer) -> None:
    text = "London and Leeds in Britain are on guard. Homs is in Syria. Police fear attacks on home soil."
    assert referred(text, places, ["London", "Leeds", "Britain", "Homs", "Syria"], "home soil", war="SY").country == "GB"


def test_the_country_that_a_foreign_army_leaves_is_that_of_the_war(places: SqliteGazetteer) -> None:
    text = "Homs and Hama in Syria starve. Then the United States was to withdraw its convoys from the country."
    assert referred(text, places, ["Homs", "Hama", "Syria", "United States"], "the country", war="SY").country == "SY"
