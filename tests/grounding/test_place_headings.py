"""Names that head an item or a section of a digest, and what stands under them."""

from __future__ import annotations

import pytest
from placed_events import events, spans_of

from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.place import resolve_toponyms
from fogline.grounding.place_headings import headings
from fogline.grounding.toponym_spans import toponym_spans
from fogline.reading.reading import Reading
from fogline.span import Span


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


SITREP = "1. GENERAL. Quiet in Bosnia.\n\n2. TRAVNIK. Troops took the town.\n\n3. MOSTAR. Shells hit a bridge. Convoys to the city stopped."
DIGEST = (
    "Sudan, day by day\n\nKhartoum\n• Drones struck Bahri.\n• Clashes around the Signal Corps HQ.\n\nWest Kordofan\n"
    "• Fighters claim the capture of Al-Fula.\n\nOfficials in Port Sudan said nothing."
)


def test_a_numbered_item_a_tag_and_a_line_above_bullets_are_headings() -> None:
    assert [h.span.of(SITREP) for h in headings(SITREP)] == ["GENERAL", "TRAVNIK", "MOSTAR"]
    assert [h.span.of(DIGEST) for h in headings(DIGEST)] == ["Khartoum", "West Kordofan"]
    posts = "#Rakhine: shells fell.\n\n#Chin: a post fell.\n\n• Kherson region: two died.\n\nKyiv: we must talk, he said."
    assert [h.span.of(posts) for h in headings(posts)] == ["Rakhine", "Chin", "Kherson"]
    assert headings("MOSCOW, Jan 5 - Troops moved.\n\nThe army left. Goma fell.") == ()


def test_a_heading_governs_its_bullets_and_no_paragraph_behind_them() -> None:
    last = headings(DIGEST)[-1].scope.of(DIGEST)
    assert "Al-Fula" in last and "Port Sudan" not in last


def test_a_heading_in_capitals_is_a_name_in_a_text_that_is_not(places: SqliteGazetteer) -> None:
    found = [s.of(SITREP) for s in toponym_spans(SITREP, Reading("r", "stub", (Span(0, len(SITREP)),)), places)]
    assert "TRAVNIK" in found and "MOSTAR" in found and "GENERAL" not in found
    one = "1. GENERAL. Quiet.\n\n2. TRAVNIK. Troops took the town."
    assert "TRAVNIK" not in [s.of(one) for s in toponym_spans(one, Reading("r", "stub", (Span(0, len(one)),)), places)]


def test_a_name_under_a_division_is_the_one_there(places: SqliteGazetteer) -> None:
    text = "#Chin: a post fell in Myanmar.\n\n#Rakhine: ships shelled Pauktaw."
    found = resolve_toponyms(text, spans_of(text, "Chin", "Myanmar", "Rakhine", "Pauktaw"), places)
    assert next(p.admin1 for s, p in found.items() if s.of(text) == "Pauktaw") == "Rakhine"


def test_the_town_of_an_item_is_its_heading(places: SqliteGazetteer) -> None:
    told = (("territory-gained", "took", "the town"), ("withdrawal", "stopped", "the city"))
    town, city = events(SITREP, places, ["TRAVNIK", "MOSTAR", "Bosnia"], *told)
    assert town is not None and city is not None and (town.name, city.name) == ("Travnik", "Mostar")


def test_an_event_whose_item_names_no_place_is_at_its_heading(places: SqliteGazetteer) -> None:
    names = ["Sudan", "Khartoum", "Bahri", "West Kordofan", "Al-Fula", "Port Sudan"]
    told = (("armed-clash", "Clashes", "the Signal Corps HQ"), ("territory-gained", "capture", "Al-Fula"))
    clash, capture = events(DIGEST, places, names, *told)
    assert clash is not None and capture is not None
    assert (clash.admin1, capture.admin1) == ("Khartoum", "West Kordofan")


def test_who_speaks_in_an_interview_heads_no_item(places: SqliteGazetteer) -> None:
    talk = "AUSTIN: Where were you?\n\nLOGAN: In the cellar.\n\nAUSTIN: We all were."
    found = toponym_spans(talk, Reading("r", "stub", (Span(0, len(talk)),)), places)
    assert not {"AUSTIN", "LOGAN"} & {s.of(talk) for s in found}


BRIEFS = (
    "GOMA. Rebels entered from the north. Shells hit the airport.\n\nLIMA - Ada Byrne sang.\n\nTRAVNIK, Bosnia - Snow fell.\n\n"
    "OSLO. The stock exchange rose."
)


def test_towns_in_capitals_head_news_in_brief_if_there_are_three(places: SqliteGazetteer) -> None:
    assert [h.span.of(BRIEFS) for h in headings(BRIEFS)] == ["GOMA", "LIMA", "TRAVNIK", "OSLO"]
    assert headings("GOMA - Rebels came.\n\nThe army left.\n\nGOMA - Update: Shells fell.\n\nLIMA. Ada Byrne sang.") == ()


def test_the_airport_of_a_brief_is_in_its_town(places: SqliteGazetteer) -> None:
    text = "KAYNA. Few sleep in Goma. Shots rang in Goma in Congo.\n\n" + BRIEFS.replace("GOMA. Rebels", "MINOVA. Rebels")
    names = ["KAYNA", "MINOVA", "LIMA", "TRAVNIK", "Bosnia", "OSLO", "Goma", "Congo"]
    (found,) = events(text, places, names, ("shelling", "hit", "the airport"))
    assert found is not None and found.name == "Minova"
