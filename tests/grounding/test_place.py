"""Which place a name means, and points printed in a text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from placed_events import span_of

from builders import a_report
from fogline.grounding.actor import ActorResolver
from fogline.grounding.coordinates import coordinates_in
from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.ground import ground
from fogline.grounding.grounding import GroundedPlace, PlaceBasis
from fogline.grounding.place import resolve_toponyms
from fogline.grounding.registry import load_registry
from fogline.grounding.toponym_spans import tied_by_hyphens, toponym_spans
from fogline.reading.reading import Argument, EventMention, Modality, Reading, Role, Toponym
from fogline.span import Span


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


def resolve(text: str, places: SqliteGazetteer, *words: str, **context: object) -> dict[str, GroundedPlace]:
    spans = [span_of(text, w) for w in words]
    found = resolve_toponyms(text, spans, places, **context)  # type: ignore[arg-type]
    return {s.of(text): place for s, place in found.items()}


# Namesakes


def test_susah_beside_hajin_is_the_syrian_town(places: SqliteGazetteer) -> None:
    text = "The force advanced from Hajin towards Susah in Deir ez-Zor province."
    found = resolve(text, places, "Hajin", "Susah", "Deir ez-Zor")
    assert (found["Susah"].country, found["Susah"].admin1) == ("SY", "Deir ez-Zor")


def test_sousse_on_the_tunisian_coast_stays_tunisian(places: SqliteGazetteer) -> None:
    text = "Gunmen attacked a hotel in Susah, Tunisia, an hour from Tunis."
    assert resolve(text, places, "Susah", "Tunisia", "Tunis")["Susah"].country == "TN"


@pytest.mark.parametrize(
    ("text", "others", "country"),
    [
        ("Clashes broke out in Tripoli, Lebanon, and the army closed the road to Beirut.", ("Lebanon", "Beirut"), "LB"),
        (
            "Militias from Misrata and Benghazi fought in Tripoli over Libya's central bank.",
            ("Misrata", "Benghazi", "Libya"),
            "LY",
        ),
    ],
)
def test_tripoli_follows_the_places_beside_it(text: str, others: tuple[str, ...], country: str, places: SqliteGazetteer) -> None:
    assert resolve(text, places, "Tripoli", *others)["Tripoli"].country == country


@pytest.mark.parametrize(
    ("text", "others", "country"),
    [
        ("Russian troops moved into Georgia from South Ossetia; Tbilisi protested.", ("South Ossetia", "Tbilisi"), "GE"),
        ("The sheriff in Atlanta, Georgia, said two men from Macon were held.", ("Atlanta", "Macon"), "US"),
    ],
)
def test_georgia_is_country_or_state_by_its_company(
    text: str, others: tuple[str, ...], country: str, places: SqliteGazetteer
) -> None:
    assert resolve(text, places, "Georgia", *others)["Georgia"].country == country


@pytest.mark.parametrize(
    ("text", "others", "country"),
    [
        ("In Córdoba, in Argentina, police stopped marchers from Rosario.", ("Argentina", "Rosario"), "AR"),
        ("The bishop of Córdoba spoke in Seville, in Spain.", ("Seville", "Spain"), "ES"),
    ],
)
def test_cordoba_follows_its_country(text: str, others: tuple[str, ...], country: str, places: SqliteGazetteer) -> None:
    assert resolve(text, places, "Córdoba", *others)["Córdoba"].country == country


def test_great_city_wins_where_nothing_speaks_for_a_namesake(places: SqliteGazetteer) -> None:
    text = "Envoys of the United States, Russia and Turkey met in Geneva."
    assert resolve(text, places, "United States", "Russia", "Turkey", "Geneva")["Geneva"].country == "CH"


def test_capitals_named_together_are_capitals(places: SqliteGazetteer) -> None:
    text = "Talks between Moscow and Washington on Syria failed."
    found = resolve(text, places, "Moscow", "Washington", "Syria")["Washington"]
    assert (found.country, found.feature, found.admin1) == ("US", "city", "District of Columbia")


def test_washington_among_its_towns_is_the_state(places: SqliteGazetteer) -> None:
    text = "Fires burn near Spokane, Yakima and Wenatchee in eastern Washington."
    assert resolve(text, places, "Spokane", "Yakima", "Wenatchee", "Washington")["Washington"].feature == "adm1"


@pytest.mark.parametrize(
    ("text", "names", "name", "country"),
    [
        ("Youths clashed in Bor, in South Sudan.", ("Bor", "South Sudan"), "Bor", "SS"),
        ("Shelling went on in Izium, Ukraine said.", ("Izium", "Ukraine"), "Izium", "UA"),
        ("Gunmen burned huts near Koro in Mali.", ("Koro", "Mali"), "Koro", "ML"),
        ("Talks on Mali were held in Geneva.", ("Mali", "Geneva"), "Geneva", "CH"),
    ],
)
def test_a_town_is_the_one_of_the_country_that_is_named_with_it(
    text: str, names: tuple[str, ...], name: str, country: str, places: SqliteGazetteer
) -> None:
    assert resolve(text, places, *names)[name].country == country


def test_the_west_is_no_province(places: SqliteGazetteer) -> None:
    found = resolve("Western officials met in Kigali.", places, "Western", "Kigali")["Western"]
    assert (found.country, found.feature, found.precision) == (None, "region", 6)


@pytest.mark.parametrize(
    ("text", "name", "feature", "precision"),
    [
        ("Shells fell in Homs province, the Syrian army said.", "Homs", "adm1", 4),
        ("Jets struck targets in Aleppo and Idlib provinces in Syria.", "Aleppo", "adm1", 4),
        ("A convoy was stopped in the province of Homs in Syria.", "Homs", "adm1", 4),
        ("Mortar rounds hit Marib's outskirts in Yemen.", "Marib", "city", 1),
        ("Rockets landed at Gao airport in Mali.", "Gao", "city", 2),
        ("People fled Rutshuru territory in DR Congo.", "Rutshuru", "region", 5),
    ],
)
def test_the_words_beside_a_name_choose_between_town_and_division(
    text: str, name: str, feature: str, precision: int, places: SqliteGazetteer
) -> None:
    country = next(w for w in ("Syria", "Yemen", "Mali", "DR Congo") if w in text)
    found = resolve(text, places, name, country)[name]
    assert (found.feature, found.precision) == (feature, precision)


def test_a_state_with_a_small_compass_word_is_the_state_and_a_part_of_a_province_is_not(places: SqliteGazetteer) -> None:
    state = resolve("Villages burned in south Kordofan in Sudan.", places, "Kordofan", "Sudan")["Kordofan"]
    assert (state.name, state.feature) == ("South Kordofan", "adm1")
    assert resolve("Jets struck southern Idlib in Syria.", places, "Idlib", "Syria")["Idlib"].name == "Idlib"


def test_a_name_that_one_place_bears_needs_no_company(places: SqliteGazetteer) -> None:
    assert resolve("Three people died in a raid in Kitchanga.", places, "Kitchanga")["Kitchanga"].country == "CD"


def test_a_hand_kept_village_is_where_the_report_has_its_people(places: SqliteGazetteer) -> None:
    text = "A strike on Baghuz killed 16, a Syrian monitor said. US and Syrian officials were silent; the US may leave."
    assert resolve(text, places, "Baghuz", "Syrian", "US")["Baghuz"].country == "SY"
    # Nothing of Syria: another place may be meant.
    assert resolve("A French song about Baghuz.", places, "Baghuz", "French")["Baghuz"].country is None


def test_a_name_cut_short_is_the_gazetteers_whole_name(places: SqliteGazetteer) -> None:
    text = "A convoy left for Tal Rifaat."
    cut = Toponym(span_of(text, "Tal"))
    reading = Reading("report-1", "stub", (Span(0, len(text)),), toponyms=(cut,))
    assert [s.of(text) for s in toponym_spans(text, reading, places)] == ["Tal Rifaat"]


def test_the_capital_of_an_adjectives_country_is_that_town(places: SqliteGazetteer) -> None:
    found = resolve("Police killed 22 people in the Bangladeshi capital on Monday.", places, "Bangladeshi")["Bangladeshi"]
    assert (found.name, found.feature, found.adjective) == ("Dhaka", "city", False)
    named = resolve("They met in the Syrian capital Damascus.", places, "Syrian", "Damascus")
    assert (named["Syrian"].feature, named["Damascus"].feature) == ("country", "city")


def test_a_saint_cut_from_a_name_is_no_town_of_mali(places: SqliteGazetteer) -> None:
    text = "NINE DIED IN SAN CRISTOBAL VERAPAZ TODAY."
    cut = Toponym(span_of(text, "SAN"))
    reading = Reading("report-1", "stub", (Span(0, len(text)),), toponyms=(cut,))
    assert [s.of(text) for s in toponym_spans(text, reading, places)] == ["SAN CRISTOBAL VERAPAZ"]


def test_a_village_of_another_name_in_a_country_not_named_is_not_meant(places: SqliteGazetteer) -> None:
    text = "Troops took the village of Kawkab in Hama, shelled Homs and flew over Idlib."
    assert resolve(text, places, "Kawkab", "Hama", "Homs", "Idlib")["Kawkab"].basis is PlaceBasis.UNKNOWN
    beside = "Troops took the village of Kawkab in Israel, and shelled Hama, Homs and Idlib."
    assert resolve(beside, places, "Kawkab", "Israel", "Hama", "Homs", "Idlib")["Kawkab"].country == "IL"


def test_a_camp_is_not_at_the_foreign_town_where_somebody_spoke_of_it(places: SqliteGazetteer) -> None:
    text = (
        "Shells fell on Homs, Hama and Idlib all week. An envoy told reporters in Geneva on Friday that nobody could say when "
        "help would reach the people of the Qwertz Camp."
    )
    found = resolve(text, places, "Homs", "Hama", "Idlib", "Geneva", "Qwertz Camp")
    assert found["Qwertz Camp"].country == "SY"


def test_a_surname_is_no_place_unless_the_text_says_so(places: SqliteGazetteer) -> None:
    for text, expected in (
        ("Rebel leader Ada Kirune left Goma. Kirune has been in hiding.", set()),
        ("Rebel leader Ada Kirune left Goma for Kirune. Shells fell near Kirune. Kirune has been in hiding.", {"Kirune"}),
    ):
        report = a_report(text, "2024-06-05")
        last = span_of(text, "Kirune has")
        place = Argument(Role.PLACE, Span(last.start, last.start + 6), 0.9)
        event = EventMention(span_of(text, "hiding"), Span(last.start, len(text)), "strength", Modality.ACTUAL, (place,))
        named = tuple(Toponym(Span(m.start(), m.end())) for m in re.finditer("Goma|Kirune", text))
        reading = Reading(report.id, "stub", (Span(0, len(text)),), events=(event,), toponyms=named)
        found = ground(report, reading, places, ActorResolver(load_registry()))
        assert {p.name for p in found.places.values()} - {"Goma"} == expected


@pytest.mark.parametrize(
    ("text", "read", "phrase", "whole"),
    [
        ("Rebels fired at Kafr Qwertz on Monday.", "Kafr", None, "Kafr Qwertz"),
        ("Rebels held Kafr Monday.", "Kafr", None, "Kafr"),
        ("They died in the village of Qwertz Omar on the road.", "Qwertz", "the village of Qwertz Omar", "Qwertz Omar"),
        ("They died in Qwertz when Omar came.", "Qwertz", "Qwertz", "Qwertz"),
        ("They died in Hajin Saturday.", "Hajin", "Hajin", "Hajin"),
    ],
)
def test_a_name_marked_by_its_first_word_is_read_whole(
    text: str, read: str, phrase: str | None, whole: str, places: SqliteGazetteer
) -> None:
    argument = (Argument(Role.PLACE, span_of(text, phrase), 0.9),) if phrase else ()
    mention = EventMention(span_of(text, text.split()[1]), Span(0, len(text)), "attack", Modality.ACTUAL, argument)
    reading = Reading("report-1", "stub", (Span(0, len(text)),), events=(mention,), toponyms=(Toponym(span_of(text, read)),))
    assert [s.of(text) for s in toponym_spans(text, reading, places)] == [whole]


def test_a_village_whose_first_letters_are_a_groups_acronym_stays(places: SqliteGazetteer) -> None:
    text = "Jets hit a school in Let Yet Kone in Sagaing, Myanmar."
    names = [span_of(text, n) for n in ("Let Yet Kone", "Sagaing", "Myanmar")]
    mention = EventMention(
        span_of(text, "hit"), Span(0, len(text)), "air-strike", Modality.ACTUAL, (Argument(Role.PLACE, names[0], 0.9),)
    )
    report = a_report(text)
    reading = Reading(report.id, "stub", (Span(0, len(text)),), events=(mention,), toponyms=tuple(Toponym(n) for n in names))
    found = ground(report, reading, places, ActorResolver(load_registry()))
    assert names[0] in found.places
    place = found.events[0].place
    assert place is not None and place.name == "Let Yet Kone"


@pytest.mark.parametrize(
    ("text", "read", "whole"),
    [
        ("Jets hit Qwertz Koné in Sagaing, Myanmar. Qwertz Koné burnt.", ["Qwertz", "Koné", "Sagaing", "Myanmar"], "Qwertz Koné"),
        ("They hit Qwertz Aleppo in Syria.", ["Qwertz", "Aleppo", "Syria"], "Qwertz"),
        ("They hit Atareb Aleppo in Syria.", ["Atareb", "Aleppo", "Syria"], "Atareb"),
    ],
)
def test_two_names_side_by_side_are_one_where_the_map_knows_neither(
    text: str, read: list[str], whole: str, places: SqliteGazetteer
) -> None:
    spans = {Toponym(Span(m.start(), m.end())) for name in read for m in re.finditer(name, text)}
    reading = Reading("report-1", "stub", (Span(0, len(text)),), toponyms=tuple(sorted(spans, key=lambda t: t.span)))
    found = [s.of(text) for s in toponym_spans(text, reading, places)]
    assert found.count(whole) == text.count(whole)


def test_one_name_has_one_sense_in_a_report(places: SqliteGazetteer) -> None:
    text = "Tripoli fell quiet. Shells hit Tripoli's port, Libya said; Tripoli had been calm."
    spans = [span_of(text, "Tripoli"), span_of(text, "Tripoli", 10), span_of(text, "Tripoli", 50), span_of(text, "Libya")]
    found = resolve_toponyms(text, spans, places)
    assert len({(p.latitude, p.longitude) for s, p in found.items() if s.of(text) == "Tripoli"}) == 1


# Precision, basis, reason


@pytest.mark.parametrize(
    ("words", "precision", "country"),
    [
        ("Hajin", 1, "SY"),
        ("Deir ez-Zor province", 4, "SY"),
        ("northern Aleppo countryside", 4, "SY"),
        ("Syria", 6, "SY"),
        ("Euphrates", 5, None),
        ("Black Sea", 7, None),
        ("Eastern Ghouta", 2, "SY"),
    ],
)
def test_precision_is_where_prec_of_the_kind_of_place(
    words: str, precision: int, country: str | None, places: SqliteGazetteer
) -> None:
    text = f"The monitor spoke of {words} and of Raqqa."
    place = resolve(text, places, words, "Raqqa")[words]
    assert (place.precision, place.country) == (precision, country)


def test_reason_names_the_place_and_the_next_candidate(places: SqliteGazetteer) -> None:
    text = "The force entered Hajin near Deir ez-Zor, in Syria."
    reason = resolve(text, places, "Hajin", "Deir ez-Zor", "Syria")["Hajin"].reason
    assert reason.startswith("Hajin: town in Deir ez-Zor, SY") and "next candidate" in reason


def test_unknown_name_stays_unknown(places: SqliteGazetteer) -> None:
    text = "Shells hit Qwertzabad, the monitor said in Damascus."
    place = resolve(text, places, "Qwertzabad", "Damascus")["Qwertzabad"]
    assert (place.name, place.latitude, place.precision, place.basis) == ("Qwertzabad", None, None, PlaceBasis.UNKNOWN)
    assert "not in the gazetteer" in place.reason


def test_unknown_name_is_put_near_only_when_asked(places: SqliteGazetteer) -> None:
    text = "Shells hit Qwertzabad, the monitor said in Damascus."
    place = resolve(text, places, "Qwertzabad", "Damascus", approximate=True)["Qwertzabad"]
    assert (place.country, place.precision, place.basis) == ("SY", 4, PlaceBasis.INHERITED)


def test_adjective_is_the_country_and_marked(places: SqliteGazetteer) -> None:
    place = resolve("Turkish and Syrian troops met.", places, "Turkish", "Syrian")["Turkish"]
    assert (place.country, place.adjective) == ("TR", True)


def test_words_for_a_place_are_no_name(places: SqliteGazetteer) -> None:
    place = resolve("They shelled the area near Homs.", places, "the area", "Homs")["the area"]
    assert place.latitude is None


def test_actors_ground_tips_the_balance(places: SqliteGazetteer) -> None:
    text = "The militia shelled Tripoli overnight."
    assert resolve(text, places, "Tripoli", actor_countries=("LB",))["Tripoli"].country == "LB"
    assert resolve(text, places, "Tripoli", actor_countries=("LY",))["Tripoli"].country == "LY"


def test_text_of_book_length_is_weighed_in_stretches(places: SqliteGazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fogline.grounding.ranking.SCENE_CANDIDATES", 10)
    text = "They fled from Homs to Beirut, from Kyiv to Lviv, and from Goma to Kigali."
    found = resolve(text, places, "Homs", "Beirut", "Kyiv", "Lviv", "Goma", "Kigali")
    assert [found[n].country for n in ("Homs", "Beirut", "Kyiv", "Lviv", "Goma", "Kigali")] == [
        "SY",
        "LB",
        "UA",
        "UA",
        "CD",
        "RW",
    ]


def test_no_spans_give_no_places(places: SqliteGazetteer) -> None:
    assert resolve_toponyms("Nothing here.", [], places) == {}


@pytest.mark.parametrize(("printed", "name"), [("دير الزور", "Deir ez-Zor"), ("Авдеевка", "Avdiyivka"), ("القصير", "Qusayr")])
def test_arabic_and_cyrillic_names_are_placed(places: SqliteGazetteer, printed: str, name: str) -> None:
    text = f"Troops entered {printed} on Monday, residents of Syria and Ukraine heard."
    (found,) = resolve_toponyms(text, [span_of(text, printed)], places).values()
    assert found.name == name and found.latitude is not None


# Coordinates


@pytest.mark.parametrize(
    ("printed", "latitude", "longitude"),
    [
        ("34.6895, 40.8306", 34.6895, 40.8306),
        ("34°41'22\"N 40°49'50\"E", 34.689444, 40.830556),
        ("34° 41′ N, 40° 49′ E", 34.683333, 40.816667),
        ("33.5138 S, 70.6480 W", -33.5138, -70.648),
        ("N 34.6895 E 40.8306", 34.6895, 40.8306),
        ("-1.6585, 29.2205", -1.6585, 29.2205),
    ],
)
def test_coordinates_are_read_in_their_notations(printed: str, latitude: float, longitude: float) -> None:
    text = f"The video was filmed at {printed}, analysts said."
    (point,) = coordinates_in(text)
    assert (point.latitude, point.longitude) == (latitude, longitude)
    assert point.span.of(text) == printed


@pytest.mark.parametrize(
    "text", ["It cost 34.50, 40.80 a year later.", "Scores were 3.5, 4.25.", "99.1234, 200.1234", "34°75'N 40°10'E"]
)
def test_prices_scores_and_impossible_points_are_not_coordinates(text: str) -> None:
    assert coordinates_in(text) == ()


@given(st.text(max_size=80))
def test_any_text_can_be_searched_for_coordinates(text: str) -> None:
    for point in coordinates_in(text):
        assert abs(point.latitude) <= 90 and abs(point.longitude) <= 180


@pytest.mark.parametrize(
    ("text", "read", "left"),
    [
        ("Shells hit 35°55'48\"N 36°38'10\"E at noon.", "N", []),
        ("Shells hit N 34.5553 E 40.9320 at noon.", "N 34.5553", []),
        ("Shells hit 35°55'48\"N at noon.", "N", []),
        ("Shells hit Hajin (34.6895, 40.8306) at noon.", "Hajin (34.6895, 40.8306)", ["Hajin"]),
        ("Shells hit Hajin at noon.", "Hajin", ["Hajin"]),
    ],
)
def test_no_place_name_lies_in_a_coordinate(text: str, read: str, left: list[str], places: SqliteGazetteer) -> None:
    reading = Reading("report-1", "stub", (Span(0, len(text)),), toponyms=(Toponym(span_of(text, read)),))
    assert [s.of(text) for s in toponym_spans(text, reading, places)] == left


def test_hyphenated_name_is_one_place_and_two_states_are_two(places: SqliteGazetteer) -> None:
    text = "PORT-AU-PRINCE - US-Turkey talks"
    parts = [span_of(text, w) for w in ("PORT", "AU", "PRINCE", "US", "Turkey")]
    assert [s.of(text) for s in tied_by_hyphens(text, parts, places)] == ["PORT-AU-PRINCE", "US", "Turkey"]


def test_what_only_sounds_like_a_far_town_carries_no_unknown_name(places: SqliteGazetteer) -> None:
    text = "Rebels crossed the Xanbaw Bridge near Pathien and burned boats. Sittwe, in Rakhine, Myanmar, was quiet."
    found = resolve(text, places, "Xanbaw Bridge", "Pathien", "Sittwe", "Rakhine", "Myanmar")
    assert found["Pathien"].admin1 == "Ayeyarwady" and found["Xanbaw Bridge"].admin1 == "Rakhine"
    text = "Rebels crossed the Xanbaw Bridge near Pathien and burned boats. Hinthada, in Ayeyarwady, Myanmar, was quiet."
    found = resolve(text, places, "Xanbaw Bridge", "Pathien", "Hinthada", "Ayeyarwady", "Myanmar")
    assert found["Xanbaw Bridge"].latitude == found["Pathien"].latitude
