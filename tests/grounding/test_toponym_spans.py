"""How far a place's name goes: streets that bear a town's name, and names of which the encoder marked a part."""

from __future__ import annotations

import pytest

from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.toponym_spans import toponym_spans
from fogline.reading.reading import Reading, Toponym
from fogline.span import Span


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


def names(text: str, places: SqliteGazetteer, *marked: str) -> list[str]:
    """Return the names of a text of which the encoder marked the words given, each behind the last."""
    toponyms, at = [], 0
    for words in marked:
        at = text.index(words, at)
        toponyms.append(Toponym(Span(at, at + len(words)), 0.9))
        at += len(words)
    reading = Reading("r", "stub", (Span(0, len(text)),), toponyms=tuple(toponyms))
    return [s.of(text) for s in toponym_spans(text, reading, places)]


def test_a_street_is_no_town_of_its_name(places: SqliteGazetteer) -> None:
    text = "In Stepanakert bombs fell on Tumanyan street and on Gyumri avenue."
    assert names(text, places, "Stepanakert", "Tumanyan", "Gyumri") == ["Stepanakert", "Tumanyan street", "Gyumri avenue"]


def test_a_people_has_no_street_and_a_road_may_lead_to_its_town(places: SqliteGazetteer) -> None:
    assert "Syrian" in names("The Syrian street was angry.", places, "Syrian")
    assert "Shushi" in names("Fighting cut the Shushi road.", places, "Shushi")


@pytest.mark.parametrize(
    ("text", "marked", "name"),
    [
        ("Men were killed in Mai Kadra in Ethiopia.", ["Mai", "Ethiopia"], "Mai Kadra"),
        ("Shells hit Bayt al-Faqih in Yemen.", ["Bayt", "Faqih", "Yemen"], "Bayt al-Faqih"),
        ("Jets bombed Ye-U in Sagaing.", ["Ye", "Sagaing"], "Ye-U"),
        ("Fighters raided Wad al-Tolom in Sudan.", ["Wad", "al-Tolom", "Sudan"], "Wad al-Tolom"),
        ("Jets bombed Kyi Tolom in Myanmar. Kyi Tolom burned.", ["Kyi Tolom", "Myanmar", "Kyi"], "Kyi Tolom"),
    ],
)
def test_a_name_of_which_a_part_was_marked_is_whole(text: str, marked: list[str], name: str, places: SqliteGazetteer) -> None:
    found = names(text, places, *marked)
    assert name in found and not {"Mai", "Bayt", "Faqih", "Ye", "Wad", "Kyi"} & set(found)


def test_two_known_towns_without_their_comma_stay_two(places: SqliteGazetteer) -> None:
    found = names("The army left Atareb Aleppo in Syria. US-Turkey talks went on.", places, "Atareb", "Aleppo", "Syria", "US")
    assert {"Atareb", "Aleppo"} <= set(found) and "US-Turkey" not in found
