"""Which of a report's places is an event's: names weighed, tolls, and villages on no map."""

from __future__ import annotations

import pytest
from placed_events import event, events, last_span, spans_of

from builders import a_report
from fogline.grounding.eventplace import as_placed_before
from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.grounding import GroundedPlace, PlaceBasis
from fogline.grounding.place import resolve_toponyms
from fogline.grounding.place_named import Named


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


def test_a_description_without_a_name_lies_where_the_reports_places_lie(places: SqliteGazetteer) -> None:
    text = "Gunmen attacked Marawi in the Philippines. The army in Marawi waited. Soldiers stormed the compound at noon."
    (found,) = events(text, places, ["Marawi", "Philippines"], ("armed-clash", "stormed", "the compound"))
    assert found is not None and found.country == "PH" and found.basis is PlaceBasis.INHERITED
    assert found.precision is not None and found.precision > 1


def test_something_told_for_the_first_time_may_be_anywhere(places: SqliteGazetteer) -> None:
    text = "Rebels held Sanaa in Yemen. Sanaa was quiet. The writer was killed in a consulate."
    (found,) = events(text, places, ["Sanaa", "Yemen"], ("attack", "killed", "a consulate"))
    assert found is None or found.country is None


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
    found = as_placed_before(resolved[span], span, {}, Named(a_report(text), resolved))
    assert (found.country, found.latitude) == ("MM", None)


def test_speaker_is_not_the_place_of_what_is_spoken_of(places: SqliteGazetteer) -> None:
    text = "Washington said fighters attacked a convoy near Raqqa."
    found = event(text, places, ["Washington", "Raqqa"], None, "attacked")
    assert found is not None and found[0].name == "Raqqa"


def test_headline_lends_its_place_and_says_so(places: SqliteGazetteer) -> None:
    text = "Two people were killed when a car exploded, residents said."
    found = event(text, places, ["Qamishli"], None, "killed", headline="Blast in Qamishli", type="explosive")
    assert found is not None and (found[0].name, found[0].basis) == ("Qamishli", PlaceBasis.INHERITED)


def test_sanctions_have_no_place_although_the_report_names_three(places: SqliteGazetteer) -> None:
    text = "Fighters left Homs for Aleppo on Friday. Germany cut ties with the group and froze its funds."
    assert event(text, places, ["Homs", "Aleppo", "Germany"], None, "froze", type="sanction") is None


def test_nothing_said_of_place_gives_none(places: SqliteGazetteer) -> None:
    assert event("Two soldiers were killed.", places, [], None, "killed") is None


def test_reason_tells_how_surely_the_place_was_taken(places: SqliteGazetteer) -> None:
    text = "Shells hit a market in Homs after the army left Aleppo."
    found = event(text, places, ["Homs", "Aleppo"], None, "hit")
    assert found is not None and found[0].name == "Homs"
    assert "Taken as the event's place with weight" in found[0].reason


def test_a_region_named_as_where_the_village_lies_is_not_the_place_of_the_story(places: SqliteGazetteer) -> None:
    text = (
        "A drone killed 30 pickers at Tolom Tangi in eastern Afghanistan. Afghanistan's army said nothing. The Afghanistan of the "
        "pickers is poor.\nThey had lit fires. Those who ran were hit by a second strike."
    )
    told = (("attack", "killed", "Tolom Tangi in eastern Afghanistan"), ("air-strike", "hit", None))
    _, strike = events(text, places, ["Tolom Tangi", "Afghanistan"], *told, war_country="AF")
    assert strike is not None and strike.name == "Tolom Tangi"


def test_what_is_told_of_a_whole_country_stays_there(places: SqliteGazetteer) -> None:
    text = (
        "A drone killed 30 pickers at Tolom Tangi in eastern Afghanistan. Afghanistan's army said nothing.\n"
        "Some 200 such strikes hit Afghanistan last year."
    )
    told = (("attack", "killed", "Tolom Tangi in eastern Afghanistan"), ("air-strike", "hit", "Afghanistan"))
    _, strikes = events(text, places, ["Tolom Tangi", "Afghanistan"], *told, war_country="AF")
    assert strikes is not None and strikes.name == "Afghanistan"


def test_a_description_is_at_home_in_the_war_although_no_country_has_most_places(places: SqliteGazetteer) -> None:
    text = "The Saudi coalition and Iran spoke. Ships left Aden. Fighters stormed the market at noon."
    (found,) = events(text, places, ["Iran", "Saudi", "Aden"], ("armed-clash", "stormed", "the market"), war_country="YE")
    assert found is not None and found.country == "YE"


def test_a_place_where_somebody_spoke_is_not_that_of_what_is_told(places: SqliteGazetteer) -> None:
    text = "A colonel told a briefing in Kyiv that militants had shelled homes. Shells fell on Avdiivka, Ukraine, and Avdiivka again."
    found = event(text, places, ["Kyiv", "Avdiivka", "Ukraine"], "Kyiv", "shelled")
    assert found is None or found[0].name != "Kyiv"
    text = "Shells fell in Kyiv, a colonel told reporters. Ukraine spoke."
    found = event(text, places, ["Kyiv", "Ukraine"], "Kyiv", "fell")
    assert found is not None and found[0].name == "Kyiv"


def test_an_accord_is_not_rejected_in_the_town_abroad_it_is_called_after(places: SqliteGazetteer) -> None:
    text = "In Bujumbura and Gitega, Burundi's rebels rejected the Arusha accords."
    names = ["Bujumbura", "Gitega", "Burundi", "Arusha"]
    (found,) = events(text, places, names, ("reject", "rejected", "the Arusha accords"))
    assert found is None or found.country == "BI"


def test_what_somebody_told_an_outlet_did_not_happen_at_its_name(places: SqliteGazetteer) -> None:
    text = "He told Volga News that 1,500 men had died in the war."
    (found,) = events(text, places, ["Volga"], ("casualty-toll", "died", None), war_country="RU")
    assert found is None or found.name != "Volga"


def test_the_port_is_not_where_people_fled_to(places: SqliteGazetteer) -> None:
    text = "Shells fell on Goma in Congo. Later gunmen shot at Goma. Jets bombed Goma.\nTeachers fled to Sake. Then bombs hit the port."
    told = (
        ("shelling", "Shells", "Goma"),
        ("attack", "shot", "Goma"),
        ("air-strike", "bombed", "Goma"),
        ("air-strike", "hit", "the port"),
    )
    assert [p and p.name for p in events(text, places, ["Goma", "Congo", "Sake"], *told)][-1] == "Goma"


def test_the_road_is_the_road_that_the_report_names(places: SqliteGazetteer) -> None:
    text = (
        "Shells fell on Aleppo. The army closed Castello Road into Aleppo on Thursday. Aleppo lost its last way out. "
        "Guns in Aleppo fell silent.\n\nThe road remains closed, a commander said."
    )
    found = event(text, places, ["Aleppo", "Castello Road"], "The road", "closed, a", type="territory-gained")
    assert found is not None and found[0].name == "Castello Road"


def test_a_camp_is_not_in_the_english_speaking_country_that_a_report_is_told_from(places: SqliteGazetteer) -> None:
    text = "Ministers met in Sydney, Australia. Sydney and Melbourne have said no. Her sons are held in a camp."
    resolved = resolve_toponyms(text, spans_of(text, "Sydney", "Australia", "Melbourne"), places)
    span = last_span(text, "a camp")
    camp = GroundedPlace("a camp", None, None, None, None, None, PlaceBasis.UNKNOWN)
    assert as_placed_before(camp, span, {}, Named(a_report(text), resolved, "SY")).country != "AU"
    assert as_placed_before(camp, span, {}, Named(a_report(text), resolved, "AU")).country == "AU"
