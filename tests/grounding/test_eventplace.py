"""What a description of a place refers to, borders and directions, tolls, and villages on no map."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from builders import a_report
from fogline.grounding.eventplace import Named, _inside, _placed, _refers_back, event_places, names_in
from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.grounding import GroundedPlace, PlaceBasis
from fogline.grounding.place import resolve_toponyms
from fogline.reading.reading import Argument, EventMention, Modality, Reading, Role
from fogline.span import Span


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


def spans_of(text: str, *words: str) -> list[Span]:
    return sorted({Span(m.start(), m.end()) for word in words for m in re.finditer(rf"\b{re.escape(word)}\b", text)})


def last_span(text: str, words: str) -> Span:
    start = text.rindex(words)
    return Span(start, start + len(words))


def sentences_of(text: str) -> tuple[Span, ...]:
    return tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^.\n]+(?:\.(?=\d)[^.\n]+)*\.?", text))


def referred(
    text: str, places: SqliteGazetteer, names: Sequence[str], description: str, headline: str | None = None
) -> GroundedPlace:
    """Return what the last mention of a description refers back to."""
    report = a_report(text, headline=headline)
    named = Named(report, resolve_toponyms(report.text, spans_of(report.text, *names), places))
    span = last_span(report.text, description)
    sentence = next(s for s in sentences_of(report.text) if s.overlap(span))
    return _refers_back(span, sentence, named)[0]


def events(
    text: str, places: SqliteGazetteer, names: Sequence[str], *told: tuple[str, str, str | None], war_country: str | None = None
) -> list[GroundedPlace | None]:
    """Return where the events of a text are; each is told as its type, its word and its place phrase, if it has one."""
    report = a_report(text)
    sentences = sentences_of(text)
    mentions = []
    for kind, trigger, phrase in told:
        span = last_span(text, trigger)
        sentence = next(s for s in sentences if s.overlap(span))
        arguments = ()
        if phrase is not None:
            start = text.index(phrase, sentence.start)
            arguments = (Argument(Role.PLACE, Span(start, start + len(phrase)), 0.9),)
        mentions.append(EventMention(span, sentence, kind, Modality.ACTUAL, arguments))
    reading = Reading(report.id, "stub", sentences, events=tuple(mentions))
    found = event_places(report, reading, resolve_toponyms(text, spans_of(text, *names), places), war_country)
    return [f[0] if f else None for f in found]


def test_a_bare_compass_word_is_that_part_of_the_country(places: SqliteGazetteer) -> None:
    text = "The European Union spoke. Sudan's army left Gedaref and Khartoum. Some 7,000 died in the east."
    found = referred(text, places, ["European Union", "Sudan", "Gedaref", "Khartoum"], "the east")
    assert (found.name, found.country, found.precision) == ("eastern Sudan", "SD", 6)


def test_the_region_is_never_a_town(places: SqliteGazetteer) -> None:
    text = "Thousands died in the Sahel. Envoys met in Niamey, Niger. Attacks in the region went on."
    assert referred(text, places, ["Sahel", "Niamey", "Niger"], "the region").name == "Sahel"


def test_the_citys_districts_are_the_citys_and_not_of_a_town_named_as_near(places: SqliteGazetteer) -> None:
    text = "The army shelled El Fasher in Sudan. Fighters came from near Mellit. Drones struck the city's eastern districts."
    assert referred(text, places, ["El Fasher", "Sudan", "Mellit"], "the city's eastern districts").name == "El Fasher"


def test_the_airport_is_that_of_the_town_the_report_names_most(places: SqliteGazetteer) -> None:
    text = "Rebels entered Goma. Goma's market closed. Fighting reached Sake. Soldiers gave up at the airport."
    assert referred(text, places, ["Goma", "Sake"], "the airport").name == "Goma"


def test_the_airport_is_that_of_the_headlines_town(places: SqliteGazetteer) -> None:
    text = "Fighting went on in Mellit and again in Mellit, Sudan. Soldiers gave up at the airport."
    names = ["El Fasher", "Mellit", "Sudan"]
    assert referred(text, places, names, "the airport", headline="Rebels enter El Fasher").name == "El Fasher"


def test_a_town_so_many_kilometres_from_the_city_is_not_the_city(places: SqliteGazetteer) -> None:
    text = "Rebels entered Goma. Fighting reached Sake, 25 km west of the city. Shells fell on the town."
    assert referred(text, places, ["Goma", "Sake"], "the city").name == "Goma"
    text = "Rebels entered Goma. Fighting reached Sake, 25 km west of the city. Banks in the city closed."
    assert referred(text, places, ["Goma", "Sake"], "the city").name == "Goma"


def test_the_scene_is_a_town_and_no_country(places: SqliteGazetteer) -> None:
    text = "A bomb killed 12 people in Mogadishu. Somalia condemned it. Nine bodies lay at the scene."
    assert referred(text, places, ["Mogadishu", "Somalia"], "the scene").name == "Mogadishu"


def test_the_country_of_a_clause_about_a_foreign_state_is_that_of_the_report(places: SqliteGazetteer) -> None:
    text = "Libya's army shelled Tripoli and Misrata. Turkey, which has soldiers in the west of the country, spoke."
    assert referred(text, places, ["Libya", "Tripoli", "Misrata", "Turkey"], "the country").country == "LY"


def test_a_description_without_a_name_lies_where_the_reports_places_lie(places: SqliteGazetteer) -> None:
    text = "Gunmen attacked Marawi in the Philippines. The army in Marawi waited. Soldiers stormed the compound at noon."
    (found,) = events(text, places, ["Marawi", "Philippines"], ("armed-clash", "stormed", "the compound"))
    assert found is not None and found.country == "PH" and found.basis is PlaceBasis.INHERITED
    assert found.precision is not None and found.precision > 1


def test_something_told_for_the_first_time_may_be_anywhere(places: SqliteGazetteer) -> None:
    text = "Rebels held Sanaa in Yemen. Sanaa was quiet. The writer was killed in a consulate."
    (found,) = events(text, places, ["Sanaa", "Yemen"], ("attack", "killed", "a consulate"))
    assert found is None or found.country is None


def test_every_country_of_a_list_across_the_border_is_not_where_it_happened(places: SqliteGazetteer) -> None:
    text = "Gunmen attacked a post in western Niger near the border with Mali and Burkina Faso."
    phrase = "a post in western Niger near the border with Mali and Burkina Faso"
    (found,) = events(text, places, ["Niger", "Mali", "Burkina Faso"], ("armed-clash", "attacked", phrase))
    assert found is not None and found.country == "NE"


def test_the_town_it_is_north_of_is_nearer_than_the_country_it_lies_in(places: SqliteGazetteer) -> None:
    text = "Fighters clashed north of Kufra, in Libya's southeastern desert."
    names = spans_of(text, "Kufra", "Libya")
    phrase = last_span(text, "north of Kufra, in Libya's southeastern desert")
    found, _ = _inside(text, phrase, names, resolve_toponyms(text, names, places))
    assert (found.country, found.precision, found.feature) == ("LY", 2, "city")


def test_a_direction_of_the_sentence_before_holds_on(places: SqliteGazetteer) -> None:
    text = "In central Burkina Faso rebels ambushed a convoy. Nine people died in shelling, officials said."
    (found,) = events(text, places, ["Burkina Faso"], ("shelling", "shelling", None))
    assert found is not None and found.name == "central Burkina Faso"


def test_a_toll_is_not_put_in_a_foreign_town_of_another_sentence(places: SqliteGazetteer) -> None:
    text = "Envoys met in Kuala Lumpur on Monday. The conflict has claimed 7,300 lives since 2004."
    (found,) = events(text, places, ["Kuala Lumpur"], ("casualty-toll", "claimed", None), war_country="TH")
    assert found is None or (found.country, found.precision) == ("TH", 6)


def test_a_village_on_no_map_is_where_the_report_has_once_put_it(places: SqliteGazetteer) -> None:
    text = "Soldiers raided Xan Dawq village in Monywa, Myanmar. Nine people were shot in Xan Dawq."
    told = (("armed-clash", "raided", "Xan Dawq village in Monywa"), ("attack", "shot", "Xan Dawq"))
    first, later = events(text, places, ["Xan Dawq", "Monywa", "Myanmar"], *told)
    assert first is not None and later is not None
    assert first.latitude is not None and (later.name, later.latitude) == ("Xan Dawq", first.latitude)


def test_an_unknown_village_is_in_the_country_that_holds_most_places(places: SqliteGazetteer) -> None:
    text = "Monywa and Mandalay in Myanmar were quiet. Nine people were shot in Xan Dawq."
    resolved = resolve_toponyms(text, spans_of(text, "Monywa", "Mandalay", "Myanmar", "Xan Dawq"), places)
    span = last_span(text, "Xan Dawq")
    found = _placed(resolved[span], span, {}, Named(a_report(text), resolved))
    assert (found.country, found.latitude) == ("MM", None)


def test_a_verb_of_a_headline_in_capitals_is_no_place() -> None:
    text = "GUNMEN STORM CAMP IN XANDAWQ"
    assert "STORM" not in [s.of(text) for s in names_in(text, Span(0, len(text)))]


def test_a_facility_of_a_place_phrase_keeps_the_word_for_it() -> None:
    text = "the Erdogan hospital in Xandawq"
    assert [s.of(text) for s in names_in(text, Span(0, len(text)))] == ["Erdogan hospital", "Xandawq"]


def test_the_east_is_that_of_the_war_and_a_way_to_the_north_is_no_place(places: SqliteGazetteer) -> None:
    text = "Doha, Lusail and Al Wakrah hosted talks in Qatar. Some 7,000 died in the east of shelling. Shelling closed a corridor to the north."
    names = ["Doha", "Lusail", "Al Wakrah", "Qatar"]
    (east,) = events(text, places, names, ("casualty-toll", "died", "the east"), war_country="CD")
    assert east is not None and east.country == "CD"
    (north,) = events(text, places, names, ("shelling", "closed", "the north"), war_country="CD")
    assert north is None or not north.name.startswith("northern")
