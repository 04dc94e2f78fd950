"""Which candidate a name means: towns of countries of English speech in reports of wars elsewhere."""

from __future__ import annotations

import pytest
from placed_events import resolved, spans_of

from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.place import resolve_toponyms


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


def country_of(text: str, name: str, names: tuple[str, ...], places: SqliteGazetteer) -> str | None:
    found = resolve_toponyms(text, spans_of(text, name, *names), places)
    return next(p.country for s, p in sorted(found.items()) if s.of(text) == name)


KOSOVO = "Prizren and Peja lie near. Kosovo mourned. In Kosovo the court of Pristina met."
LIBERIA = "Monrovia was quiet. In Liberia and in Monrovia the war was over."


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (f"The widows of Celina wait. Police walked into Celina. {KOSOVO}", "Celina", None),
        (
            "The widows of Celina wait. Police burned Celina. Kosovo mourned. The court of Pristina met. Prizren was quiet.",
            "Celina",
            None,
        ),
        (f"Prisoners were shot at the Barclay barracks and in West Point. {LIBERIA}", "Barclay", None),
        (f"Prisoners were shot at the Barclay barracks and in West Point. {LIBERIA}", "West Point", None),
        (f"American envoys saw the barracks at Barclay. {LIBERIA}", "Barclay", None),
    ],
)
def test_a_village_of_a_war_is_no_small_town_overseas(text: str, name: str, country: str | None, places: SqliteGazetteer) -> None:
    names = ("Prizren", "Peja", "Kosovo", "Pristina", "Barclay", "West Point", "Monrovia", "Liberia", "American")
    assert country_of(text, name, names, places) == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"The priest came from Celina, Texas. {KOSOVO}", "Celina"),
        (f"Families in Minneapolis sent money. {LIBERIA}", "Minneapolis"),
        ("Celina's council met on Monday. A soldier from Celina fell in Prizren.", "Celina"),
    ],
)
def test_a_town_overseas_that_the_text_places_or_all_know_stays(text: str, name: str, places: SqliteGazetteer) -> None:
    names = ("Texas", "Prizren", "Peja", "Kosovo", "Pristina", "Monrovia", "Liberia")
    assert country_of(text, name, names, places) == "US"


SOUTH_SUDAN = "Juba and Wau were calm. South Sudan mourned, and in Wau the market was shut."


def test_a_village_of_a_war_is_no_small_town_of_a_country_far_away(places: SqliteGazetteer) -> None:
    names = ("Juba", "Wau", "South Sudan", "Senegal")
    assert country_of(f"Soldiers burned Mboro. {SOUTH_SUDAN}", "Mboro", names, places) is None
    assert country_of(f"Envoys of Senegal came from Mboro. {SOUTH_SUDAN}", "Mboro", names, places) == "SN"


def test_a_city_so_called_goes_before_one_that_was_once(places: SqliteGazetteer) -> None:
    text = "Missiles stand in Kaliningrad. Moscow and Warsaw spoke, and Poland complained."
    found = resolve_toponyms(text, spans_of(text, "Kaliningrad", "Moscow", "Warsaw", "Poland"), places)
    assert {s.of(text): p.name for s, p in found.items()}["Kaliningrad"] == "Kaliningrad"


def test_of_two_towns_that_sound_so_the_one_that_looks_so_is_meant(places: SqliteGazetteer) -> None:
    text = "Kurds fought in Ras al-Ain. Turkey shelled Tel Abyad in Syria, and Turkey hit Kobani."
    assert country_of(text, "Ras al-Ain", ("Turkey", "Tel Abyad", "Syria", "Kobani"), places) == "SY"


def test_talks_of_a_neighbours_war_are_in_its_capital_and_not_in_california(places: SqliteGazetteer) -> None:
    names = ("San Salvador", "San Miguel", "El Salvador", "California")
    war = "San Salvador and San Miguel were quiet, and El Salvador waited."
    assert country_of(f"Envoys will meet in San Jose. {war}", "San Jose", names, places) == "CR"
    assert country_of(f"Envoys will meet in San Jose, California. {war}", "San Jose", names, places) == "US"


def test_a_province_of_the_report_goes_before_a_great_city_abroad(places: SqliteGazetteer) -> None:
    text = "The army in Bogota said that gunmen had killed six men in Cordoba."
    found = resolved(text, places, "Bogota", "Cordoba")
    assert (found["Cordoba"].country, found["Cordoba"].feature) == ("CO", "adm1")
