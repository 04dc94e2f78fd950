"""Which words of a place phrase can be a place's name."""

from __future__ import annotations

import pytest

from fogline.grounding.grounding import GroundedPlace, PlaceBasis
from fogline.grounding.place_words import names_in, names_no_place, needs_an_article, no_name_in_capitals
from fogline.span import Span


def test_shouted_words_faiths_and_sides_are_no_missing_places() -> None:
    for phrase in ("the STATUE of Liberty", "Islamic quarters", "Kurdish-held areas", "the IS-bastion"):
        assert "STATUE" not in [s.of(phrase) for s in names_in(phrase, Span(0, len(phrase)))]
        assert not [s for s in names_in(phrase, Span(0, len(phrase))) if s.of(phrase) in ("Islamic", "Kurdish-held")]


def test_names_in_a_place_phrase_are_offered_for_resolving() -> None:
    text = "the market in the town of Atareb"
    assert [s.of(text) for s in names_in(text, Span(0, len(text)))] == ["Atareb"]
    shouted = "NEAR THE CITY OF SUCHITOTO"
    assert [s.of(shouted) for s in names_in(shouted, Span(0, len(shouted)))] == ["SUCHITOTO"]


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("FORCES SHELLED HAJIN ON TUESDAY", ["HAJIN"]),
        ("GOVERNMENT FORCES ATTACKED THE TOWN OF SUCHITOTO YESTERDAY MORNING", ["SUCHITOTO"]),
        ("REBELS BOMBED AL-BAB AND KILLED SEVEN SOLDIERS", ["AL-BAB"]),
        ("Hajin on Tuesday", ["Hajin"]),
        ("IS-held Dabiq", ["Dabiq"]),
    ],
)
def test_words_for_doers_deeds_and_days_are_no_names(phrase: str, names: list[str]) -> None:
    assert [s.of(phrase) for s in names_in(phrase, Span(0, len(phrase)))] == names


def test_a_bodys_name_is_no_place() -> None:
    assert names_no_place("Lantern Insurance Company") and names_no_place("HARBOUR RELIEF COMMITTEE")
    assert not names_no_place("Lantern") and not names_no_place("Front Royal")


def test_a_verb_of_a_headline_in_capitals_is_no_place() -> None:
    text = "GUNMEN STORM CAMP IN XANDAWQ"
    assert "STORM" not in [s.of(text) for s in names_in(text, Span(0, len(text)))]


def test_a_facility_of_a_place_phrase_keeps_the_word_for_it() -> None:
    text = "the Erdogan hospital in Xandawq"
    assert [s.of(text) for s in names_in(text, Span(0, len(text)))] == ["Erdogan hospital", "Xandawq"]


@pytest.mark.parametrize("words", ["BARRACKS", "MATERNITY WARD", "RAILWAY", "ALONG", "AIRPORT TERMINAL", "COMMUNICATIONS"])
def test_things_of_a_text_in_capitals_are_no_names(words: str) -> None:
    assert no_name_in_capitals(words) and not no_name_in_capitals(f"TOLOMI {words}")


@pytest.mark.parametrize(
    ("words", "name", "feature", "noun"),
    [
        ("THE PORT", "THE PORT", None, True),
        ("THE LOSS", "Loss", "city", True),
        ("THE BEKAA", "Bekaa", "region", False),
        ("THE HAGUE", "The Hague", "city", False),
        ("HOMOINE", "Homoine", "city", False),
    ],
)
def test_a_noun_with_its_article_is_no_town(words: str, name: str, feature: str | None, noun: bool) -> None:
    place = GroundedPlace(name, None, None, None, None, None, PlaceBasis.EXPLICIT, feature=feature)
    assert needs_an_article(words, place) is noun


@pytest.mark.parametrize(
    "word", ["STOPLIGHT", "COURTYARD", "PRESIDENCY", "AWAY", "AFFECTED", "NATIONWIDE", "BOTH BANKS", "SCHOOL OF SCIENCES"]
)
def test_a_common_noun_of_a_text_in_capitals_is_no_name(word: str) -> None:
    assert no_name_in_capitals(word)
    assert names_in(word, Span(0, len(word))) == () or word == "BOTH BANKS"


@pytest.mark.parametrize(
    "name", ["WEST BANK", "IVORY COAST", "SUCHITOTO", "GOLAN HEIGHTS", "VILLA MARO", "BAR ELIAS", "PORT MARO", "WHITE HOUSE"]
)
def test_a_place_of_a_text_in_capitals_stays_a_name(name: str) -> None:
    assert not no_name_in_capitals(name)


def test_a_noun_before_a_name_in_capitals_is_left_out() -> None:
    text = "THE HEIGHTS OF MAROPATA"
    assert [s.of(text) for s in names_in(text, Span(0, len(text)))] == ["MAROPATA"]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [("near Lantern Square", "Lantern Square"), ("Dar es Maro", "Dar es Maro"), ("the Lantern District", "Lantern")],
)
def test_a_landmark_and_a_tied_name_are_kept_whole(phrase: str, name: str) -> None:
    assert [s.of(phrase) for s in names_in(phrase, Span(0, len(phrase)))] == [name]


@pytest.mark.parametrize("phrase", ["the May clinic", "ground the size of Wales", "an area larger than Wales"])
def test_a_month_and_a_measure_are_no_places(phrase: str) -> None:
    assert names_in(phrase, Span(0, len(phrase))) == ()


@pytest.mark.parametrize("phrase", ["Ten miles out", "the General Hospital", "the Republican Hospital"])
def test_a_number_and_a_kind_of_hospital_are_no_names(phrase: str) -> None:
    assert names_in(phrase, Span(0, len(phrase))) == ()
