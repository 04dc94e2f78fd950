"""Names of people and forces that the encoder took for places."""

from __future__ import annotations

from datetime import date

import pytest
from placed_events import spans_of

from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.place import resolve_toponyms
from fogline.grounding.place_owners import Owners
from fogline.grounding.registry import load_registry
from fogline.grounding.report_context import ReportContext
from fogline.reading.reading import Argument, EventMention, Modality, Reading, Role
from fogline.span import Span


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


def left(
    text: str, places: SqliteGazetteer, war: str, *names: str, told: tuple[tuple[str, Role, str], ...] = ()
) -> tuple[list[str], int]:
    """Return the names that stay places, and how many of the events said to be at each name still have a place.

    Other events are ``told`` by type, the role of a name in them and the name.
    """
    resolved = resolve_toponyms(text, spans_of(text, *names), places)
    context = ReportContext(text, date(2022, 5, 1), war, home=frozenset([war]))
    whole = Span(0, len(text))
    marks = [("attack", Role.PLACE, s) for s in resolved]
    marks += [(kind, role, span) for kind, role, name in told for span in spans_of(text, name)[:1]]
    marked = tuple(EventMention(Span(0, 3), whole, kind, Modality.ACTUAL, (Argument(role, s, 0.9),)) for kind, role, s in marks)
    owners = Owners(text, Reading("r", "stub", (whole,), events=marked), load_registry(), context)
    stay = owners.without_their_names(resolved)
    reading = owners.with_no_event_at_them(stay)
    return [s.of(text) for s in sorted(stay)], sum(bool(e.having(Role.PLACE)) for e in reading.events)


def test_a_president_and_the_letters_of_an_army_are_no_places(places: SqliteGazetteer) -> None:
    text = "They were told that Zelensky had left Kyiv and that the AFU lost Izium, Ukraine."
    assert left(text, places, "UA", "Zelensky", "Kyiv", "AFU", "Izium", "Ukraine") == (["Kyiv", "Izium", "Ukraine"], 3)


def test_a_rulers_full_name_holds_no_place(places: SqliteGazetteer) -> None:
    text = "The army of Myanmar took power from Aung San Suu Kyi in Naypyidaw."
    assert left(text, places, "MM", "Myanmar", "Suu Kyi", "Kyi", "Naypyidaw")[0] == ["Myanmar", "Naypyidaw"]


def test_an_unknown_name_with_an_age_is_a_person(places: SqliteGazetteer) -> None:
    text = "The dead of Kilinochchi, Sri Lanka, were Tolom Rasanar, 46, and Veriyan Tolom, 5."
    names = ("Kilinochchi", "Sri Lanka", "Tolom Rasanar", "Veriyan Tolom")
    assert left(text, places, "LK", *names) == (["Kilinochchi", "Sri Lanka"], 2)


def test_an_unknown_village_before_a_number_of_people_stays_a_place(places: SqliteGazetteer) -> None:
    text = "In Tolomveli, 46 people died, and in Rasanar, 12,000 fled, in Sri Lanka."
    assert left(text, places, "LK", "Tolomveli", "Rasanar", "Sri Lanka") == (["Tolomveli", "Rasanar", "Sri Lanka"], 3)


@pytest.mark.parametrize(
    ("kind", "role", "mention"),
    [
        ("consult", Role.TARGET, "Tolom Rasanar"),
        ("attack", Role.ACTOR, "rebel leader Tolom Rasanar"),
        ("accuse", Role.ORIGIN, "General Tolom Rasanar"),
    ],
)
def test_who_does_says_or_is_told_something_is_no_unknown_place(
    kind: str, role: Role, mention: str, places: SqliteGazetteer
) -> None:
    text = f"An envoy met {mention} in Pale, Bosnia."
    assert left(text, places, "BA", "Tolom Rasanar", "Pale", "Bosnia", told=((kind, role, mention),)) == (["Pale", "Bosnia"], 2)


@pytest.mark.parametrize(
    ("kind", "role", "mention"),
    [
        ("shelling", Role.TARGET, "Tolom Rasanar"),
        ("attack", Role.ACTOR, "residents of Tolom Rasanar"),
        ("consult", Role.TARGET, "the village Tolom Rasanar"),
    ],
)
def test_an_unknown_village_that_is_struck_or_whose_people_act_stays_a_place(
    kind: str, role: Role, mention: str, places: SqliteGazetteer
) -> None:
    text = f"Guns struck {mention} by Pale, Bosnia."
    assert left(text, places, "BA", "Tolom Rasanar", "Pale", told=((kind, role, mention),)) == (["Tolom Rasanar", "Pale"], 2)


def test_a_name_that_something_is_in_is_a_place_although_it_acts(places: SqliteGazetteer) -> None:
    text = "Tolomveli fought back in Bosnia. Nine died in Tolomveli."
    told = (("armed-clash", Role.ACTOR, "Tolomveli"),)
    assert left(text, places, "BA", "Tolomveli", told=told) == (["Tolomveli", "Tolomveli"], 2)


def test_a_people_is_no_place(places: SqliteGazetteer) -> None:
    text = "Militiamen in Goma, Congo, spoke of the murder of the Tutsi."
    assert left(text, places, "CD", "Goma", "Congo", "Tutsi") == (["Goma", "Congo"], 2)


def test_the_building_of_a_government_is_no_place_unless_something_is_done_at_it(places: SqliteGazetteer) -> None:
    text = "An adviser at the Elysee said that jets bombed Gao, Mali."
    assert left(text, places, "ML", "Elysee", "Gao", "Mali") == (["Gao", "Mali"], 2)
    text = "Men with guns gathered outside the Elysee in Paris."
    assert left(text, places, "FR", "Elysee", "Paris") == (["Elysee", "Paris"], 2)
