"""Names of people, groups and bodies that hold a place's name, and words in capitals that are none."""

from __future__ import annotations

import re

import pytest

from builders import a_report
from fogline.grounding.actor import ActorResolver
from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.ground import ground
from fogline.grounding.place_words import names_no_place
from fogline.grounding.registry import load_registry
from fogline.grounding.toponym_owners import without_owners
from fogline.grounding.toponym_spans import toponym_spans
from fogline.reading.reading import Reading, Toponym
from fogline.span import Span


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


def spans_of(text: str, *words: str) -> list[Span]:
    return [Span(m.start(), m.end()) for word in words for m in re.finditer(rf"\b{re.escape(word)}\b", text)]


def left_of(text: str, places: SqliteGazetteer, *words: str) -> list[str]:
    return [s.of(text) for s in without_owners(text, sorted(spans_of(text, *words)), places)]


def grounded_names(text: str, places: SqliteGazetteer, *words: str) -> list[str]:
    """Return the place names of a text in which the encoder marked the words given."""
    report = a_report(text)
    marked = tuple(Toponym(s, 0.9) for s in sorted(spans_of(text, *words)))
    reading = Reading(report.id, "stub", (Span(0, len(text)),), toponyms=marked)
    found = ground(report, reading, places, ActorResolver(load_registry()))
    return [s.of(text) for s in sorted(found.places)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lt Col Jo-Ar Herrera said troops held the city. Fighting in Marawi went on, Herrera said.", "Herrera"),
        ("Colonel Pedro Cordoba said that soldiers were killed in Arauca.", "Cordoba"),
        ("A court heard that Ahmed Tripoli had fled.", "Tripoli"),
        ("The prime minister, Tolom Cordoba, fled. Cordoba denied it.", "Cordoba"),
    ],
)
def test_the_surname_of_a_named_person_is_no_place(text: str, name: str, places: SqliteGazetteer) -> None:
    assert name not in left_of(text, places, name, "Marawi", "Arauca")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The major Aleppo road was shelled.", "Aleppo"),
        ("President Assad's Aleppo offensive went on.", "Aleppo"),
        ("He met the president, Aleppo traders said.", "Aleppo"),
        ("Fighting in Herrera killed nine, Colonel Pedro Herrera said. Herrera was shelled.", "Herrera"),
    ],
)
def test_a_town_beside_a_rank_stays_a_town(text: str, name: str, places: SqliteGazetteer) -> None:
    assert name in left_of(text, places, name)


def test_an_ordinary_word_that_a_court_is_of_is_no_town(places: SqliteGazetteer) -> None:
    assert left_of("The International Court of Justice ruled on Rafah.", places, "Justice", "Rafah") == ["Rafah"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("BOMB EXPLODES AT THE HOME OF A LEADER IN KABUL", ["KABUL"]),
        ("GUNMEN STORM THE TEMPLE IN PESHAWAR", ["PESHAWAR"]),
        ("BOTH SIDES CLAIM VICTORY IN SUDAN\nBoth sides fought on.", ["SUDAN"]),
    ],
)
def test_a_common_noun_in_capitals_is_no_town(text: str, left: list[str], places: SqliteGazetteer) -> None:
    assert left_of(text, places, "HOME", "KABUL", "TEMPLE", "PESHAWAR", "SIDES", "SUDAN") == left


def test_a_town_in_capitals_behind_the_article_stays_before_its_noun(places: SqliteGazetteer) -> None:
    assert left_of("ARMY OPENS THE ALEPPO ROAD", places, "ALEPPO") == ["ALEPPO"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Tamil Tigers attacked a base in Trincomalee, Sri Lanka.", "Tamil"),
        ("Fano had been reduced to bandits, officials said in Gondar, Ethiopia.", "Fano"),
    ],
)
def test_a_groups_name_is_no_place(text: str, name: str, places: SqliteGazetteer) -> None:
    assert name not in grounded_names(text, places, name, "Trincomalee", "Gondar", "Ethiopia")


def test_a_town_called_like_a_group_of_elsewhere_is_a_place_where_the_text_says_in(places: SqliteGazetteer) -> None:
    assert "Fano" in grounded_names("Police arrested two men in Fano, Italy.", places, "Fano", "Italy")


def test_a_division_that_a_group_at_home_there_is_named_for_stays(places: SqliteGazetteer) -> None:
    text = "The Kachin Independence Army seized a base near Hpakant, Myanmar."
    assert "Kachin" in grounded_names(text, places, "Kachin", "Hpakant", "Myanmar")


def test_an_infantry_division_is_no_unknown_place() -> None:
    assert names_no_place("Infantry Division") and not names_no_place("Rangpur Division")


def test_a_facility_named_for_somebody_keeps_the_word_for_it(places: SqliteGazetteer) -> None:
    text = "The wounded were taken to the Erdogan hospital in Mogadishu."
    reading = Reading("r", "stub", (Span(0, len(text)),), toponyms=tuple(Toponym(s, 0.9) for s in spans_of(text, "Erdogan")))
    assert "Erdogan hospital" in [s.of(text) for s in toponym_spans(text, reading, places)]


@pytest.mark.parametrize(
    ("text", "marked", "name"),
    [
        ("Fighting spread to neighbouring Norte de Santander.", ["Santander"], "Norte de Santander"),
        ("A bomb in Valle del Cauca killed three.", ["Valle", "Cauca"], "Valle del Cauca"),
    ],
)
def test_a_division_is_named_whole_although_its_parts_are_places(
    text: str, marked: list[str], name: str, places: SqliteGazetteer
) -> None:
    reading = Reading("r", "stub", (Span(0, len(text)),), toponyms=tuple(Toponym(s, 0.9) for s in spans_of(text, *marked)))
    assert [s.of(text) for s in toponym_spans(text, reading, places)] == [name]


def test_a_town_whose_council_is_named_after_it_is_where_things_are(places: SqliteGazetteer) -> None:
    text = "The Manbij Military Council said its men searched houses in the Syrian town."
    assert "Manbij" in grounded_names(text, places, "Manbij")


def test_a_central_american_body_is_not_in_the_united_states(places: SqliteGazetteer) -> None:
    text = "Priests were killed at the Central American University in San Salvador, an American said."
    assert grounded_names(text, places, "American", "San Salvador") == ["San Salvador", "American"]


def test_a_measure_of_land_is_no_place(places: SqliteGazetteer) -> None:
    text = "They hold land the size of Wales in Syria, and Wales sent blankets."
    assert left_of(text, places, "Wales", "Syria") == ["Syria", "Wales"]


def test_letters_in_brackets_behind_a_body_are_the_body(places: SqliteGazetteer) -> None:
    text = "The Orvat Relief Action Network (Oran) runs a clinic in Aleppo. Oran has four doctors."
    assert left_of(text, places, "Oran", "Aleppo") == ["Aleppo"]
    other = "Ada Byrne flew to the port (Oran) in Algeria."
    assert left_of(other, places, "Oran", "Algeria") == ["Oran", "Algeria"]
