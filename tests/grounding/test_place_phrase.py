"""What a place phrase with names in it means: borders, directions, and the town within its province."""

from __future__ import annotations

import pytest
from placed_events import event, events, last_span, spans_of

from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.place import resolve_toponyms
from fogline.grounding.place_phrase import place_of_phrase


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


def test_village_north_of_a_city_is_not_the_city(places: SqliteGazetteer) -> None:
    text = "Rebels took the village of Atareb west of Aleppo on Monday."
    found = event(text, places, ["Atareb", "Aleppo"], "the village of Atareb west of Aleppo", "took")
    assert found is not None and found[0].name == "Atareb" and found[0].precision == 1


@pytest.mark.parametrize(("printed", "name"), [("northern Aleppo", "northern Aleppo"), ("West Kordofan", "West Kordofan")])
def test_a_direction_keeps_the_capital_it_is_printed_with(printed: str, name: str, places: SqliteGazetteer) -> None:
    found = event(f"Shells fell in {printed} on Monday.", places, [printed.split()[1]], printed, "fell")
    assert found is not None and found[0].name == name


def test_town_with_its_province_is_the_town(places: SqliteGazetteer) -> None:
    text = "The force entered Hajin, in Deir ez-Zor province, at dawn."
    found = event(text, places, ["Hajin", "Deir ez-Zor province"], "Hajin, in Deir ez-Zor province", "entered")
    assert found is not None and (found[0].name, found[0].precision) == ("Hajin", 1)


def test_unknown_village_takes_its_provinces_point_at_its_precision(places: SqliteGazetteer) -> None:
    text = "Jets struck Qwertzabad, in Idlib province, twice."
    found = event(text, places, ["Qwertzabad", "Idlib province"], "Qwertzabad, in Idlib province", "struck")
    assert found is not None
    assert (found[0].name, found[0].country, found[0].precision) == ("Qwertzabad", "SY", 4)
    assert "not in the gazetteer" in found[0].reason


def test_place_near_a_town_is_less_precise(places: SqliteGazetteer) -> None:
    text = "A mine exploded 5 km south of Hajin in Syria."
    found = event(text, places, ["Hajin"], "5 km south of Hajin", "exploded")
    assert found is not None and found[0].precision == 2


def test_the_town_it_is_north_of_is_nearer_than_the_country_it_lies_in(places: SqliteGazetteer) -> None:
    text = "Fighters clashed north of Kufra, in Libya's southeastern desert."
    names = spans_of(text, "Kufra", "Libya")
    phrase = last_span(text, "north of Kufra, in Libya's southeastern desert")
    found, _ = place_of_phrase(text, phrase, names, resolve_toponyms(text, names, places))
    assert (found.country, found.precision, found.feature) == ("LY", 2, "city")


def test_a_direction_of_the_sentence_before_holds_on(places: SqliteGazetteer) -> None:
    text = "In central Burkina Faso rebels ambushed a convoy. Nine people died in shelling, officials said."
    (found,) = events(text, places, ["Burkina Faso"], ("shelling", "shelling", None))
    assert found is not None and found.name == "central Burkina Faso"


@pytest.mark.parametrize(
    ("text", "phrase", "town"),
    [
        ("Zalingei, some 150 kilometres west of Nyala, was captured in Sudan.", "west of Nyala", "Zalingei"),
        ("Zalingei, 150 km west of Nyala, was captured in Sudan.", None, "Zalingei"),
        ("Gunmen captured a farm 30 km from Nyala in Sudan.", "30 km from Nyala", "Nyala"),
    ],
)
def test_a_town_so_far_from_another_is_not_the_other(text: str, phrase: str | None, town: str, places: SqliteGazetteer) -> None:
    names = [n for n in ("Zalingei", "Nyala", "Sudan") if n in text]
    found = event(text, places, names, phrase, "captured")
    assert found is not None and found[0].name == town


def test_a_village_on_no_map_so_far_from_a_town_is_near_that_town(places: SqliteGazetteer) -> None:
    text = "Tolomi village, 30 km from Damboa, was attacked by gunmen in Nigeria."
    found = event(text, places, ["Tolomi", "Damboa", "Nigeria"], "30 km from Damboa", "attacked")
    assert found is not None and (found[0].name, found[0].admin1, found[0].precision) == ("Tolomi", "Borno", 2)


@pytest.mark.parametrize(
    ("phrase", "names", "name"),
    [
        ("a market in Sudan's western Darfur region", ["Sudan", "Darfur"], "Darfur"),
        ("Ukraine's eastern Donetsk region", ["Ukraine", "Donetsk"], "Donetsk"),
        ("southern Kordofan", ["Kordofan"], "South Kordofan"),
        ("western Darfur", ["Darfur"], "West Darfur"),
        ("eastern Donetsk region", ["Donetsk"], "eastern Donetsk"),
    ],
)
def test_where_a_region_lies_in_its_state_is_no_part_of_it(
    phrase: str, names: list[str], name: str, places: SqliteGazetteer
) -> None:
    found = event(f"Shells fell on {phrase} on Monday.", places, names, phrase, "fell")
    assert found is not None and found[0].name == name


@pytest.mark.parametrize("phrase", ["near Robotyne (Zaporozhye region)", "Zaporozhye region"])
def test_a_division_in_brackets_says_where_the_town_before_lies(phrase: str, places: SqliteGazetteer) -> None:
    text = "Troops were hit near Robotyne (Zaporozhye region) in Ukraine."
    found = event(text, places, ["Robotyne", "Zaporozhye", "Ukraine"], phrase, "hit")
    assert found is not None and found[0].name == "Robotyne"


def test_an_unlisted_village_keeps_its_name_beside_the_division_in_brackets(places: SqliteGazetteer) -> None:
    text = "Troops were hit near Tolomino (Kharkov region) in Ukraine."
    found = event(text, places, ["Tolomino", "Kharkov", "Ukraine"], "near Tolomino (Kharkov region)", "hit")
    assert found is not None and (found[0].name, found[0].admin1, found[0].precision) == ("Tolomino", "Kharkiv", 4)


def test_a_deed_near_a_town_in_a_division_is_not_at_the_divisions_own_town(places: SqliteGazetteer) -> None:
    text = "Troops advanced near Saraqeb, in Idlib, on Monday."
    found = event(text, places, ["Saraqeb", "Idlib"], "near Saraqeb, in Idlib", "advanced")
    assert found is not None and found[0].name == "Saraqib"
