"""Whose state a local official speaks for: the one that the town lies in, and not the one that strikes it."""

from __future__ import annotations

import pytest

from builders import a_report
from fogline.grounding.actor import ActorResolver
from fogline.grounding.gazetteer import open_gazetteer
from fogline.grounding.ground import ground
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.registry import load_registry
from fogline.reading.reading import Argument, EventMention, Modality, Reading, Role, Toponym
from fogline.span import Span

UKRAINE = "Shells fell on Kharkiv, Odesa, Kyiv and Lviv in Ukraine."


@pytest.mark.parametrize(
    ("sentence", "town", "speaker", "name"),
    [
        ("A drone hit Belgorod, the regional governor said.", "Belgorod", "the regional governor", "Russia"),
        ("A drone hit Kharkiv, the regional governor said.", "Kharkiv", "the regional governor", "Ukraine"),
        ("A drone hit Belgorod, the army said.", "Belgorod", "the army", "Ukraine"),
    ],
)
def test_the_governor_of_a_town_is_of_its_state(sentence: str, town: str, speaker: str, name: str) -> None:
    report = a_report(f"{UKRAINE} {sentence}", "2024-06-05")
    text = report.text
    begin = len(UKRAINE) + 1

    def span(part: str) -> Span:
        return Span(text.index(part, begin), text.index(part, begin) + len(part))

    arguments = (Argument(Role.PLACE, span(town), 0.9), Argument(Role.ORIGIN, span(speaker), 0.9))
    event = EventMention(span("hit"), Span(begin, len(text)), "air-strike", Modality.ACTUAL, arguments)
    named = tuple(Toponym(Span(text.index(n), text.index(n) + len(n))) for n in ("Kharkiv", "Odesa", "Kyiv", "Lviv", "Ukraine"))
    sentences = (Span(0, begin - 1), Span(begin, len(text)))
    reading = Reading(report.id, "stub", sentences, events=(event,), toponyms=(*named, Toponym(span(town))))
    found = ground(report, reading, open_gazetteer(), ActorResolver(load_registry()))
    assert found.actors[span(speaker)].name == name


def spoken_for(text: str, actor: str, origin: str, place: str, year: int) -> GroundedActor:
    """Return for whom a source speaks who tells of one air strike."""
    report = a_report(text, f"{year}-06-05")

    def span(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    roles = ((Role.ACTOR, actor), (Role.TARGET, "12 people"), (Role.ORIGIN, origin), (Role.PLACE, place))
    arguments = tuple(Argument(role, span(words), 0.9) for role, words in roles if words)
    event = EventMention(span("killed"), Span(0, len(text)), "air-strike", Modality.ACTUAL, arguments)
    named = tuple(Toponym(span(name)) for name in (place, "Ukraine") if name and name in text)
    reading = Reading(report.id, "stub", (Span(0, len(text)),), events=(event,), toponyms=named)
    return ground(report, reading, open_gazetteer(), ActorResolver(load_registry())).actors[span(origin)]


@pytest.mark.parametrize(
    ("actor", "place", "origin", "year", "name"),
    [
        ("Russian missiles", "Odesa", "local officials", 2024, "Ukraine"),
        ("Israeli air strikes", "Rafah", "health officials", 2024, "Palestinian Authority"),
        ("Saudi jets", "Saada", "provincial officials", 2016, "Yemen"),
        ("Turkish drones", "Mosul", "two security officials", 2022, "Iraq"),
        ("Rwandan shells", "Goma", "local health officials", 2024, "Democratic Republic of Congo"),
    ],
)
def test_officials_of_a_place_are_of_its_state_and_not_of_the_one_that_strikes(
    actor: str, place: str, origin: str, year: int, name: str
) -> None:
    found = spoken_for(f"{actor} killed 12 people in {place} on Saturday, {origin} said.", actor, origin, place, year)
    assert (found.name, found.basis) == (name, "description")


@pytest.mark.parametrize(
    ("actor", "place", "origin"),
    [
        ("Russian missiles", "Odesa", "officials"),
        ("Russian missiles", "", "officials"),
        # Whose the officials of a town are that its own state shells, the text does not say.
        ("Ukrainian shells", "Donetsk", "the regional governor"),
    ],
)
def test_officials_of_no_known_state_are_not_those_of_the_attacker(actor: str, place: str, origin: str) -> None:
    where = f"in {place}" if place else "in the south of Ukraine"
    found = spoken_for(f"{actor} killed 12 people {where} on Saturday, {origin} said.", actor, origin, place, 2024)
    assert (found.kind, found.actor_id) == (ActorKind.OFFICIAL_ANONYMOUS, None)


def test_security_officials_tell_what_their_own_troops_did() -> None:
    text = "Nigerian troops killed 12 people in Maiduguri on Saturday, security officials said."
    assert spoken_for(text, "Nigerian troops", "security officials", "Maiduguri", 2020).name == "Nigeria"


def test_regional_officials_are_of_any_state_around() -> None:
    text = "Turkish drones killed 12 people in Mosul on Saturday, regional security officials said."
    assert spoken_for(text, "Turkish drones", "regional security officials", "Mosul", 2022).actor_id is None


@pytest.mark.parametrize(
    "origin",
    [
        "Mayor Ivan Petrov",
        "the mayor's office",
        "district official Ivan Petrov",
        "the police chief",
        "The head of the city administration",
    ],
)
def test_whoever_holds_a_local_post_is_of_the_state_of_the_place(origin: str) -> None:
    text = f"A drone killed 12 people in Belgorod on Saturday, {origin} said. Kharkiv, Odesa and Kyiv in Ukraine were quiet."
    assert spoken_for(text, "", origin, "Belgorod", 2024).name == "Russia"


def test_those_who_speak_along_with_a_local_official_still_do() -> None:
    text = "Russian missiles killed 12 people in Odesa on Saturday, local officials and residents said."
    found = spoken_for(text, "Russian missiles", "local officials and residents", "Odesa", 2024)
    assert [found.name, *(a.name for a in found.also)] == ["Ukraine", "residents"]


def test_a_governor_stays_of_his_state_where_no_other_fights() -> None:
    text = "Nigerian troops killed 12 people in Maiduguri on Saturday, Governor Ada Byrne said."
    assert spoken_for(text, "Nigerian troops", "Governor Ada Byrne", "Maiduguri", 2020).name == "Nigeria"


@pytest.mark.parametrize(
    ("origin", "place", "name"),
    [
        ("police", "Krakow", "Poland"),
        ("prosecutors", "Krakow", "Poland"),
        ("the army", "Krakow", "Ukraine"),
        ("police", "Odesa", "Ukraine"),
    ],
)
def test_police_and_prosecutors_are_of_the_state_where_they_act(origin: str, place: str, name: str) -> None:
    text = f"A bomb killed 12 people in {place} on Saturday, {origin} said. Kharkiv, Lviv and Kyiv in Ukraine were quiet."
    assert spoken_for(text, "", origin, place, 2023).name == name


def test_police_of_a_state_that_fights_in_a_place_may_be_there() -> None:
    text = "A bomb killed 12 people in Aleppo on Saturday, police said. Ankara, Istanbul and Izmir in Turkey were quiet."
    assert spoken_for(text, "", "police", "Aleppo", 2019).name in ("Turkey", "Syria")
