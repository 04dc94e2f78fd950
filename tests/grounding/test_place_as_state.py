"""Names of places that stand for a state, and what is only told of the other side of a border."""

from __future__ import annotations

import pytest
from placed_events import event, events, spans_of

from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.grounding import GroundedPlace, PlaceBasis
from fogline.grounding.place import resolve_toponyms
from fogline.grounding.place_as_state import (
    acts_as_state,
    is_an_outlets,
    is_where_it_was_fired_from,
    is_whose_mission_it_is,
    names_an_accord,
)
from fogline.span import Span


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    ("text", "name", "speaks"),
    [
        ("Moscow denied responsibility.", "Moscow", True),
        ("A drone fell in Moscow, the mayor said.", "Moscow", False),
        ("The Kremlin spokesman denied it.", "Kremlin", True),
        ("A drone fell near the Kremlin.", "Kremlin", False),
    ],
)
def test_a_seat_of_government_that_speaks_is_no_place_of_an_event(text: str, name: str, speaks: bool) -> None:
    feature = "city" if name == "Moscow" else "site"
    place = GroundedPlace(name, "RU", None, 55.75, 37.62, 1, PlaceBasis.EXPLICIT, feature=feature)
    span = Span(text.index(name), text.index(name) + len(name))
    assert acts_as_state(text, span, place) is speaks


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("It would strike back if Kyiv joined the attack.", True),
        ("It would strike back if Kyiv attacked.", True),
        ("It warned that Kyiv would intervene.", True),
        ("Kyiv sent troops.", True),
        ("They wept when Kyiv attacked by drones burned.", False),
        ("If Kyiv falls, they go.", False),
        ("Kyiv could be hit.", False),
        ("They fled Kyiv to join relatives.", False),
    ],
)
def test_a_capital_that_acts_or_would_act_is_its_government(text: str, acts: bool) -> None:
    place = GroundedPlace("Kyiv", "UA", None, 50.45, 30.52, 1, PlaceBasis.EXPLICIT, feature="city")
    (span,) = spans_of(text, "Kyiv")
    assert acts_as_state(text, span, place) is acts


def test_a_country_across_the_border_is_not_where_it_happened(places: SqliteGazetteer) -> None:
    text = "Rebels died in a blast at a border crossing with Turkey. Idlib and Aleppo were quiet."
    found = event(text, places, ["Turkey", "Idlib", "Aleppo"], "a border crossing with Turkey", "blast")
    assert found is None or found[0].country != "TR"


def test_every_country_of_a_list_across_the_border_is_not_where_it_happened(places: SqliteGazetteer) -> None:
    text = "Gunmen attacked a post in western Niger near the border with Mali and Burkina Faso."
    phrase = "a post in western Niger near the border with Mali and Burkina Faso"
    (found,) = events(text, places, ["Niger", "Mali", "Burkina Faso"], ("armed-clash", "attacked", phrase))
    assert found is not None and found.country == "NE"


@pytest.mark.parametrize(
    ("text", "name", "sent"),
    [
        ("A shell hit the Brazilian embassy.", "Brazilian", True),
        ("Gunmen fired at the residence of the Egyptian ambassador.", "Egyptian", True),
        ("Gunmen fired at the Egyptian ambassador's house.", "Egyptian", True),
        ("A crowd stoned the embassy of Brazil.", "Brazil", True),
        ("A crowd stoned Chad's embassy.", "Chad", True),
        ("A crowd stoned the US consulate.", "US", True),
        ("A bomb hit the embassy in Kenya.", "Kenya", False),
        ("The Kenya embassy was bombed.", "Kenya", False),
        ("The Egyptian ambassador spoke.", "Egyptian", False),
        ("A Brazilian unit was hit.", "Brazilian", False),
    ],
)
def test_an_embassy_is_not_in_the_country_that_sent_it(text: str, name: str, sent: bool, places: SqliteGazetteer) -> None:
    ((span, place),) = resolve_toponyms(text, spans_of(text, name), places).items()
    assert is_whose_mission_it_is(text, span, place) is sent


@pytest.mark.parametrize(
    ("text", "name", "home", "agreed"),
    [
        ("Rebels broke the Arusha accords.", "Arusha", "BI", True),
        ("Rebels left the Arusha peace process.", "Arusha", "BI", True),
        ("Rebels broke the Arusha accords.", "Arusha", "TZ", False),
        ("Rebels met in Arusha.", "Arusha", "BI", False),
        ("Rebels of the Gaza group spoke.", "Gaza", "PS", False),
        ("The Rwanda deal was dead.", "Rwanda", "BI", False),
    ],
)
def test_an_accord_is_not_broken_at_the_town_abroad_it_is_called_after(
    text: str, name: str, home: str, agreed: bool, places: SqliteGazetteer
) -> None:
    ((span, place),) = resolve_toponyms(text, spans_of(text, name), places).items()
    assert names_an_accord(text, span, place, home) is agreed


@pytest.mark.parametrize(
    ("text", "name", "outlet"),
    [
        ("He told Volga News that 70 had died.", "Volga", True),
        ("HE TOLD VOLGA NEWS THAT 70 HAD DIED.", "VOLGA", True),
        ("A shell hit the Homs Post Office.", "Homs", False),
        ("News from Homs was bad.", "Homs", False),
        ("Sudan News reported it.", "Sudan", False),
    ],
)
def test_the_first_part_of_an_outlets_name_is_no_place(text: str, name: str, outlet: bool, places: SqliteGazetteer) -> None:
    ((span, place),) = resolve_toponyms(text, spans_of(text, name), places).items()
    assert is_an_outlets(text, span, place) is outlet


@pytest.mark.parametrize(
    ("text", "name", "guns"),
    [
        ("Militants shelled the stop from Yenakiieve.", "Yenakiieve", True),
        ("They fired on the stop from the direction of Yenakiieve.", "Yenakiieve", True),
        ("They shelled Yenakiieve.", "Yenakiieve", False),
        ("People fled from Yenakiieve.", "Yenakiieve", False),
        ("Shells fell. Men came from Yenakiieve.", "Yenakiieve", False),
    ],
)
def test_where_guns_stood_is_told_behind_from(text: str, name: str, guns: bool) -> None:
    (span,) = spans_of(text, name)
    assert is_where_it_was_fired_from(text, span) is guns


def test_what_was_fired_on_is_not_where_the_guns_stood(places: SqliteGazetteer) -> None:
    text = "The army left Horlivka, Ukraine. Militants fired on the stop from the direction of Yenakiieve."
    names = ["Horlivka", "Ukraine", "Yenakiieve"]
    (found,) = events(text, places, names, ("shelling", "fired", "the stop"))
    assert found is not None and found.name == "Horlivka"


@pytest.mark.parametrize(
    ("text", "name", "dealt_with"),
    [
        ("The rebels appealed to Tehran for help.", "Tehran", True),
        ("Orvat sold Tbilisi aircraft.", "Tbilisi", True),
        ("Ties with Baku are cut.", "Baku", True),
        ("Shells were sent to Kabul.", "Kabul", False),
        ("Troops marched with Baku behind them.", "Baku", False),
        ("The rebels appealed to Kharkiv for help.", "Kharkiv", False),
    ],
)
def test_a_capital_that_something_is_asked_of_is_its_government(
    text: str, name: str, dealt_with: bool, places: SqliteGazetteer
) -> None:
    (span,) = spans_of(text, name)
    assert acts_as_state(text, span, resolve_toponyms(text, [span], places)[span]) is dealt_with


def test_a_town_abroad_may_only_name_an_accord_behind_it(places: SqliteGazetteer) -> None:
    text = "Shells fell in spite of the accord of Minsk."
    (span,) = spans_of(text, "Minsk")
    place = resolve_toponyms(text, [span], places)[span]
    assert names_an_accord(text, span, place, "UA") and not names_an_accord(text, span, place, "BY")


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Kyiv has ordered its staff out.", True),
        ("Kyiv's envoy spoke of the fall of the city.", True),
        ("Kyiv's foreign ministry replied.", True),
        ("Kyiv’s troops withdrew.", True),
        ("Kyiv's government quarter burned.", False),
        ("Kyiv's mayor counted the dead.", False),
        ("Kyiv's power failed.", False),
    ],
)
def test_whose_envoy_or_army_it_is_is_no_place(text: str, acts: bool) -> None:
    place = GroundedPlace("Kyiv", "UA", None, 50.45, 30.52, 1, PlaceBasis.EXPLICIT, feature="city")
    (span,) = spans_of(text, "Kyiv")
    assert acts_as_state(text, span, place) is acts


def test_suburbs_of_a_people_are_not_in_its_state(places: SqliteGazetteer) -> None:
    text = "Shells fell on Sarajevo and Gorazde in Bosnia. Sarajevo had no water. Guns in the Serb suburbs fired all day."
    (found,) = events(
        text, places, ["Sarajevo", "Gorazde", "Bosnia", "Serb"], ("shelling", "fired", "the Serb suburbs"), war_country="BA"
    )
    assert found is None or found.country != "RS"
