"""What the text puts inside what: the town of the country named behind "in", however great its namesake."""

from __future__ import annotations

import pytest

from fogline.grounding.container import in_containers
from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.grounding import GroundedPlace
from fogline.grounding.place import resolve_toponyms
from fogline.grounding.ranking import look_up_names
from fogline.span import Span


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


def spans_of(text: str, *words: str) -> list[Span]:
    return [Span(text.index(w), text.index(w) + len(w)) for w in words]


def resolve(text: str, places: SqliteGazetteer, *words: str) -> dict[str, GroundedPlace]:
    return {s.of(text): place for s, place in resolve_toponyms(text, spans_of(text, *words), places).items()}


def meant(text: str, places: SqliteGazetteer, *words: str) -> list[set[str | None]]:
    """Return the countries of the places that each name may still mean, in the order of the text; None for no place."""
    names = in_containers(text, look_up_names(text, spans_of(text, *words), places))
    return [{c.country for c in name.lookup.candidates} for name in names]


@pytest.mark.parametrize(
    ("text", "town", "container", "country"),
    [
        ("Russia shelled New York in eastern Ukraine.", "New York", "Ukraine", "UA"),
        ("Russia shelled New York in eastern Ukraine.", "New York", "eastern Ukraine", "UA"),
        ("A bomb went off in Cordoba in eastern Mexico.", "Cordoba", "Mexico", "MX"),
        ("A bomb went off in San Jose in the southern Philippines.", "San Jose", "Philippines", "PH"),
        ("Troops entered Trinidad in northern Bolivia.", "Trinidad", "Bolivia", "BO"),
        ("Troops entered Trinidad, a market town in the far north of Bolivia.", "Trinidad", "Bolivia", "BO"),
        ("A raid on Palma in Cabo Delgado killed 12.", "Palma", "Cabo Delgado", "MZ"),
        ("A raid on Palma in the province of Cabo Delgado killed 12.", "Palma", "Cabo Delgado", "MZ"),
        ("A blast shook Athens in Georgia.", "Athens", "Georgia", "US"),
    ],
)
def test_a_town_in_a_country_or_division_is_the_one_there(
    text: str, town: str, container: str, country: str, places: SqliteGazetteer
) -> None:
    found = resolve(text, places, town, container)
    assert (found[town].country, found[container].country) == (country, country)
    assert found[town].feature == "city" and found[container].feature in ("country", "adm1")


def test_the_reason_tells_where_the_text_puts_a_name_and_shows_who_else_bears_it(places: SqliteGazetteer) -> None:
    found = resolve("Russia shelled New York in eastern Ukraine.", places, "Russia", "New York", "Ukraine")["New York"]
    assert "; the text puts it in Ukraine; " in found.reason and "next candidate: New York, " in found.reason
    assert {c.country for c in found.candidates} == {"US"}


def test_a_name_put_into_two_countries_may_be_in_either(places: SqliteGazetteer) -> None:
    text = "A strike hit Tripoli in northern Lebanon, and they met near TRIPOLI in Libya."
    assert meant(text, places, "Tripoli", "Lebanon", "TRIPOLI", "Libya") == [{"LB", "LY"}, {"LB"}, {"LY"}]


def test_a_division_that_nothing_else_is_called_is_meant_whatever_lies_in_it(places: SqliteGazetteer) -> None:
    text = "A raid on Springfield in Cabo Delgado killed 12."
    assert resolve(text, places, "Springfield", "Cabo Delgado")["Cabo Delgado"].feature == "adm1"


@pytest.mark.parametrize(
    ("text", "inner", "outer", "own"),
    [
        ("Rebels backed by Paris in Ukraine fled.", "Paris", "Ukraine", "FR"),
        ("Allies of Riyadh in Sudan fled.", "Riyadh", "Sudan", "SA"),
        ("A raid by Georgia in the United States.", "Georgia", "United States", "GE"),
    ],
)
def test_a_government_that_acts_in_a_country_is_no_town_there(
    text: str, inner: str, outer: str, own: str, places: SqliteGazetteer
) -> None:
    assert own in meant(text, places, inner, outer)[0]


def test_the_town_of_a_capitals_name_is_no_government(places: SqliteGazetteer) -> None:
    assert meant("They shelled the town of Paris in Ukraine.", places, "Paris", "Ukraine") == [{"UA"}, {"UA"}]


def test_names_that_only_stand_beside_each_other_bind_nothing(places: SqliteGazetteer) -> None:
    text = "Protests in Cordoba in support of Mexico, New York and Ukraine."
    kept = meant(text, places, "Cordoba", "Mexico", "New York", "Ukraine")
    assert "AR" in kept[0] and "US" in kept[2]


def test_a_town_across_the_border_in_a_country_is_there(places: SqliteGazetteer) -> None:
    text = "Two of the wounded died in Tine, across the border in Chad. Jets had bombed Kutum and El Fasher in Sudan."
    assert resolve(text, places, "Tine", "Chad", "Kutum", "El Fasher", "Sudan")["Tine"].country == "TD"
