"""Names in lists, capitals told by what they are the capital of, and places only described."""

from __future__ import annotations

import re

import pytest

from builders import a_report
from fogline.grounding.container import in_containers
from fogline.grounding.eventplace import event_places
from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.grounding import GroundedPlace, PlaceBasis
from fogline.grounding.place import resolve_toponyms
from fogline.grounding.ranking import look_up_names
from fogline.grounding.regions import capitals_by_division
from fogline.reading.reading import Argument, EventMention, Modality, Reading, Role
from fogline.span import Span


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


def spans_of(text: str, words: str) -> list[Span]:
    return [Span(text.index(w), text.index(w) + len(w)) for w in words.split("|")]


def resolve(text: str, places: SqliteGazetteer, words: str) -> dict[str, GroundedPlace]:
    return {s.of(text): place for s, place in resolve_toponyms(text, spans_of(text, words), places).items()}


def event(text: str, places: SqliteGazetteer, names: str, place: str, trigger: str) -> GroundedPlace | None:
    """Return where the event of a text happened, with the names and the place phrase given."""
    report = a_report(text)
    (marked,) = spans_of(report.text, place)
    (word,) = spans_of(report.text, trigger)
    sentences = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^.\n]+\.?", report.text))
    sentence = next(s for s in sentences if s.overlap(word))
    mention = EventMention(word, sentence, "shelling", Modality.ACTUAL, (Argument(Role.PLACE, marked, 0.9),))
    reading = Reading(report.id, "stub", sentences, events=(mention,))
    (found,) = event_places(report, reading, resolve_toponyms(report.text, spans_of(report.text, names), places))
    return found[0] if found else None


# Lists in a container


@pytest.mark.parametrize(
    ("text", "names", "town", "country"),
    [
        (
            "Raids hit Trinidad, Cobija and Santa Cruz in northern Bolivia.",
            "Trinidad|Cobija|Santa Cruz|Bolivia",
            "Trinidad",
            "BO",
        ),
        ("Russia shelled New York and Toretsk in eastern Ukraine.", "New York|Toretsk|Ukraine", "New York", "UA"),
        ("They left Homs in Syria and Mosul in Iraq.", "Homs|Syria|Mosul|Iraq", "Homs", "SY"),
        ("They fought in Homs, Syria, and Mosul in Iraq.", "Homs|Syria|Mosul|Iraq", "Homs", "SY"),
    ],
)
def test_what_a_list_lies_in_holds_for_all_of_its_names(
    text: str, names: str, town: str, country: str, places: SqliteGazetteer
) -> None:
    assert resolve(text, places, names)[town].country == country


def test_a_name_that_no_place_there_bears_is_not_its_namesake_abroad(places: SqliteGazetteer) -> None:
    text = "Jets struck Majdal Selm and Blida in southern Lebanon on Monday."
    found = resolve(text, places, "Majdal Selm|Blida|Lebanon")
    for name in ("Majdal Selm", "Blida"):
        assert (found[name].country, found[name].latitude, found[name].basis) == ("LB", None, PlaceBasis.UNKNOWN)
        assert "the text puts it in Lebanon" in found[name].reason
    assert {c.country for c in found["Blida"].candidates} == {"DZ"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Prizren in southern Serbia was shelled.", "Prizren|Serbia"),  # borders moved
        ("Envoys of Washington in Iraq met.", "Washington|Iraq"),  # a capital governs
        ("Protests over Blida in Lebanon grew.", "Blida|Lebanon"),  # told of, not lying there
        (
            "Raids hit Oran, Tyre and Sidon in Lebanon, Algeria said.",
            "Oran|Tyre|Sidon|Lebanon|Algeria",
        ),  # its country is named too
        ("Protests shook London and Akron in Ohio.", "London|Akron|Ohio"),  # Ohio has a village of every name
    ],
)
def test_a_namesake_that_may_be_meant_is_left(text: str, names: str, places: SqliteGazetteer) -> None:
    looked_up = look_up_names(text, spans_of(text, names), places)
    assert in_containers(text, looked_up)[0] == looked_up[0]


def test_an_unknown_name_listed_with_a_town_lies_somewhere_in_its_division(places: SqliteGazetteer) -> None:
    text = "Shells fell on Qwertzabad and Homs in Syria."
    found = event(text, places, "Qwertzabad|Homs|Syria", "Qwertzabad and Homs", "fell")
    assert found is not None and (found.name, found.country, found.precision) == ("Qwertzabad", "SY", 4)


# Divisions of a list


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Drones struck Odesa, Mykolaiv and Kharkiv regions overnight.", "Odesa|Mykolaiv|Kharkiv"),
        ("Drones struck the Odesa and Kharkiv regions.", "Odesa|Kharkiv"),
        ("Jets struck Aleppo, Deir ez-Zor and Idlib provinces.", "Aleppo|Deir ez-Zor|Idlib"),
    ],
)
def test_a_plural_behind_a_list_makes_each_of_its_names_a_division(text: str, names: str, places: SqliteGazetteer) -> None:
    assert {place.feature for place in resolve(text, places, names).values()} == {"adm1"}


# Capitals of


@pytest.mark.parametrize(
    ("text", "names", "of", "capital"),
    [
        ("Jets bombed the capital of Yemen on Friday.", "Yemen", "Yemen", "Sanaa"),
        ("On Monday, the capital of Yemen was bombed.", "Yemen", "Yemen", "Sanaa"),
        ("Georgia shelled the capital of South Ossetia.", "Georgia|South Ossetia", "South Ossetia", "Ts’khinvali"),
        (
            "Troops left the capital of the breakaway region of Nagorno-Karabakh.",
            "Nagorno-Karabakh",
            "Nagorno-Karabakh",
            "Khankendi",
        ),
        ("Russia bombed the capital of Chechnya.", "Russia|Chechnya", "Chechnya", "Grozny"),
        ("A bomb hit the capital of Anbar province in Iraq.", "Anbar|Iraq", "Anbar", "Ramadi"),
        ("A bomb hit the capital of Iraq's western Anbar province.", "Iraq|Anbar", "Anbar", "Ramadi"),
        ("A bomb hit Anbar's provincial capital.", "Anbar", "Anbar", "Ramadi"),
    ],
)
def test_the_capital_of_a_name_is_that_town(text: str, names: str, of: str, capital: str, places: SqliteGazetteer) -> None:
    found = resolve(text, places, names)[of]
    assert (found.name, found.feature, found.precision) == (capital, "city", 1)


def test_the_capital_of_a_division_of_its_name_is_the_town(places: SqliteGazetteer) -> None:
    assert resolve("Rebels hold the capital of Idlib province in Syria.", places, "Idlib|Syria")["Idlib"].feature == "city"


@pytest.mark.parametrize(
    ("text", "names", "of"),
    [
        ("A bomb hit Ramadi, the capital of Anbar province.", "Ramadi|Anbar", "Anbar"),
        ("Sanaa is the capital of Yemen.", "Sanaa|Yemen", "Yemen"),
        ("They met in the commercial capital of Yemen.", "Yemen", "Yemen"),
        ("They met in Riyadh, Saudi Arabia's capital.", "Riyadh|Saudi Arabia", "Saudi Arabia"),
        ("They hold Ramadi the capital of western Anbar province.", "Ramadi|Anbar", "Anbar"),
        ("They met in the capital of Iraqi Kurdistan.", "Iraqi|Kurdistan", "Iraqi"),
        ("They met in the capital of Syria's Idlib province.", "Syria|Idlib", "Syria"),
        ("Capital flight and Iran's capital spending grew.", "Iran", "Iran"),
        ("They met in the capital of Illinois.", "Illinois", "Illinois"),
    ],
)
def test_a_country_or_division_beside_the_word_capital_stays_one(text: str, names: str, of: str, places: SqliteGazetteer) -> None:
    assert resolve(text, places, names)[of].feature in ("country", "adm1")


def test_every_capital_on_file_is_a_town_of_its_country(places: SqliteGazetteer) -> None:
    for (country, division), capital in capitals_by_division().items():
        towns = [c for c in places.candidates(capital) if c.feature == "city" and c.country == country]
        assert towns, f"{capital}, capital of {division}"


# Descriptions and governments


def test_the_capital_of_the_region_is_not_the_countrys(places: SqliteGazetteer) -> None:
    text = "Moscow sent troops to Chechnya. Separatists held the capital of the breakaway region."
    found = event(text, places, "Moscow|Chechnya", "the capital of the breakaway region", "held")
    assert found is None or found.name != "Moscow"


@pytest.mark.parametrize(
    ("text", "names", "place"),
    [
        ("Aden is calm. In Taiz a shell hit the second floor on Monday.", "Aden|Taiz", "the second floor"),
        (
            "Aden is calm. Shells hit the main government complex while jets circled over Taiz.",
            "Aden|Taiz",
            "the main government complex",
        ),
        ("Aden is calm. In Taiz, in western Yemen, shells hit basements.", "Aden|Taiz|Yemen", "basements"),
    ],
)
def test_what_is_only_described_is_at_the_place_its_sentence_names(
    text: str, names: str, place: str, places: SqliteGazetteer
) -> None:
    found = event(text, places, names, place, "hit")
    assert found is not None and (found.name, found.precision) == ("Taiz", 2)
    assert found.basis is PlaceBasis.INHERITED
