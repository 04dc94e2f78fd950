"""Place names found by the gazetteer and the words around them."""

from __future__ import annotations

import pytest

from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.toponym import find_toponyms


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


def names(text: str, places: SqliteGazetteer) -> list[str]:
    return [t.span.of(text) for t in find_toponyms(text, places)]


def test_towns_countries_and_regions_are_found_in_order(places: SqliteGazetteer) -> None:
    text = "Fighters left Hajin for the Euphrates valley in eastern Syria, a monitor in Beirut said."
    assert names(text, places) == ["Hajin", "Euphrates", "Syria", "Beirut"] or names(text, places) == [
        "Hajin",
        "Euphrates valley",
        "Syria",
        "Beirut",
    ]


def test_word_inside_another_is_never_a_place(places: SqliteGazetteer) -> None:
    assert names("The ambassador met an assessor; ambassadors assented.", places) == []


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton visited the wounded.",
        "Mr Washington declined to comment.",
        "The UN said so.",
        "Reading the list took an hour. Of the dead, nine were children.",
        "It was a Nice day and March was near.",
        "Gen. Lincoln told reporters that the attack failed.",
    ],
)
def test_persons_and_ordinary_words_are_not_places(text: str, places: SqliteGazetteer) -> None:
    assert names(text, places) == []


def test_ordinary_word_is_a_place_where_the_text_says_so(places: SqliteGazetteer) -> None:
    assert "Nice" in names("A lorry was stopped in Nice, France, on Friday.", places)
    assert "Reading" in names("Police in Reading arrested two men.", places)


def test_capitals_throughout_do_not_hide_names(places: SqliteGazetteer) -> None:
    assert names("TWO KILLED BY SHELLING IN ALEPPO, SYRIA", places) == ["ALEPPO", "SYRIA"]


def test_name_with_article_and_hyphen_is_one_name(places: SqliteGazetteer) -> None:
    assert names("The army shelled al-Bab and Deir ez-Zor.", places) == ["al-Bab", "Deir ez-Zor"]


def test_landmark_is_found_whole(places: SqliteGazetteer) -> None:
    assert "Qarmouta Bridge" in names("They blew up Qarmouta Bridge on Monday.", places)


def test_surname_of_a_person_in_the_text_is_not_a_place(places: SqliteGazetteer) -> None:
    text = "Maria Flores fled with her son. Reporters heard from Flores on Monday."
    assert names(text, places) == []


def test_arabic_prefix_is_not_part_of_the_name(places: SqliteGazetteer) -> None:
    text = "قصف الجيش بلدة هجين في سوريا"
    assert names(text, places) == ["هجين", "سوريا"]


def test_inflected_cyrillic_names_are_found(places: SqliteGazetteer) -> None:
    assert names("Обстрел в Донецке и Мариуполе, сообщили в Киеве.", places) == ["Донецке", "Мариуполе", "Киеве"]


def test_text_without_words_has_no_places(places: SqliteGazetteer) -> None:
    assert find_toponyms("  12:30 — 45%.\n", places) == ()


def test_the_centre_of_a_bodys_name_is_no_region(places: SqliteGazetteer) -> None:
    assert names("The Joint Operations Centre in Baghdad confirmed it.", places) == ["Baghdad"]


def test_a_hand_kept_town_is_found_without_a_preposition(places: SqliteGazetteer) -> None:
    assert names("Gunmen attacked Barsalogho on Monday.", places) == ["Barsalogho"]


def test_us_of_a_text_in_capitals_may_be_those_who_speak(places: SqliteGazetteer) -> None:
    assert names("THOSE OF US WHO FLED RAN. GUNMEN TOLD US TO RUN.", places) == []
    assert names("THE US ARMY LEFT. US TROOPS SENT US HOME.", places) == ["THE US", "US"]
    assert names("Troops of the US left, and US aid ended.", places) == ["US", "US"]


def test_a_possessive_inside_a_towns_own_name_is_part_of_it(places: SqliteGazetteer) -> None:
    assert names("Families reached Cox's Bazar on Monday.", places) == ["Cox's Bazar"]
    assert names("Families left Sudan's Darfur on Monday.", places) == ["Sudan", "Darfur"]


def test_a_town_in_capitals_at_the_head_of_a_report_is_not_cut(places: SqliteGazetteer) -> None:
    assert names("The army flattened tents in BAR MARO, Lebanon.", places) == ["Lebanon"]


@pytest.mark.parametrize("farm", ["Santa Ana del Orvat", "San Andres de Orvat", "Villa Francia", "La Italia"])
def test_half_of_a_longer_name_is_no_town_or_country(farm: str, places: SqliteGazetteer) -> None:
    assert names(f"Gunmen came to {farm} on Monday.", places) == []
    assert names(f"GUNMEN CAME TO {farm.upper()} ON MONDAY.", places) == []


def test_the_first_word_of_a_longer_name_is_no_town(places: SqliteGazetteer) -> None:
    assert names("Gunmen fled to Wadi al-Orvat on Monday.", places) == []


def test_a_possessive_in_capitals_is_no_part_of_a_name(places: SqliteGazetteer) -> None:
    assert names("GUNMEN SEIZED SAN SALVADOR'S MARKET.", places) == ["SAN SALVADOR"]
