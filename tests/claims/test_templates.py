"""From a reading to the records of incidents: which, how many, with whom, when and where."""

from __future__ import annotations

from datetime import date

import pytest

from fogline.claims.fillers import FEATURES, Lexicon, Model, Weights
from fogline.claims.scene import Days, country_name
from fogline.claims.templates import Template, templates_of
from fogline.cli.reading_output import template_record
from fogline.grounding.ground import Grounding
from fogline.grounding.grounding import GroundedPlace, PlaceBasis
from fogline.grounding.timex import find_timexes
from fogline.intake.report import Part, PartKind, Report
from fogline.reading.labels import FILLERS
from fogline.reading.reading import Attribution, Filler, Reading
from fogline.reading.segment import sentences
from fogline.span import Span

PUBLISHED = date(1990, 3, 8)
BY_SCORE = tuple(float(n == FEATURES.index("surest mention")) for n in range(-1, len(FEATURES)))
THRESHOLDS = {"type": 0.5, "further type": 0.5, "filler": 0.5, "further filler": 0.8, "share": 0.6}
WEIGHTS = Weights(Lexicon({}, {}), dict.fromkeys(FILLERS, Model(BY_SCORE)), Model((0.0, 1.0, 0.0, 0.0, 0.0)), THRESHOLDS)

Found = tuple[str, str, float, dict[str, float]]


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def place(name: str, country: str | None = "PE", feature: str = "city") -> GroundedPlace:
    return GroundedPlace(name.title(), country, None, 0.0, 0.0, 1, PlaceBasis.EXPLICIT, feature)


def templates(
    text: str,
    *fillers: tuple[str, str] | tuple[str, str, float] | Found,
    incidents: dict[str, float] | None = None,
    places: dict[str, GroundedPlace] | None = None,
    cues: tuple[str, ...] = (),
    published_on: date | None = PUBLISHED,
    parts: tuple[Part, ...] = (),
) -> tuple[Template, ...]:
    """Return the templates of a text; fillers are (slot, words[, score[, incidents]]), sure ones of an attack by default."""
    found = []
    for slot, words, *more in fillers:
        score = more[0] if more else 0.9
        kinds = more[1] if len(more) > 1 else {"ATTACK": 0.9}
        assert isinstance(score, float) and isinstance(kinds, dict)
        found.append(Filler(slot, span_of(text, words), score, tuple(kinds.items())))
    reading = Reading(
        "r",
        "stub",
        tuple(sentences(text)),
        attributions=tuple(Attribution((), (span_of(text, c),), ()) for c in cues),
        incidents=tuple((incidents or {"ATTACK": 0.9}).items()),
        fillers=tuple(sorted(found, key=lambda f: (f.span, f.slot))),
    )
    where = {span_of(text, name): p for name, p in (places or {}).items()}
    report = Report("r", text, parts, "", "", language="en", published_on=published_on)
    timexes = tuple(find_timexes(text, published_on))
    return templates_of(report, reading, Grounding("r", None, where, {}, {}, timexes, ()), WEIGHTS)


def words_in(template: Template, slot: str) -> list[str]:
    return [e.words for e in template.fillers.get(slot, ())]


def test_text_about_something_else_has_no_template() -> None:
    assert templates("THE HARVEST WAS GOOD.", ("victim", "HARVEST"), incidents={"ATTACK": 0.2}) == ()


def test_unsure_fillers_are_left_out() -> None:
    (template,) = templates("GUNMEN SHOT ANA ROJAS BY A CLOCK.", ("victim", "ANA ROJAS"), ("physical-target", "CLOCK", 0.3))
    assert template.fillers.keys() == {"victim"}


def test_second_perpetrator_has_to_be_surer_than_a_second_victim() -> None:
    (template,) = templates(
        "GUNMEN AND BANDITS SHOT ANA ROJAS AND LUIS VEGA.",
        ("perp-ind", "GUNMEN"), ("perp-ind", "BANDITS", 0.7), ("victim", "ANA ROJAS"), ("victim", "LUIS VEGA", 0.7),
    )  # fmt: skip
    assert words_in(template, "perp-ind") == ["GUNMEN"]
    assert words_in(template, "victim") == ["ANA ROJAS", "LUIS VEGA"]


def test_filler_goes_to_the_type_of_incident_it_belongs_to() -> None:
    found = templates(
        "A BOMB WRECKED A BRIDGE. RIVER FRONT MEN SEIZED ANA ROJAS.",
        ("weapon", "BOMB", 0.9, {"BOMBING": 0.9, "KIDNAPPING": 0.1}),
        ("victim", "ANA ROJAS", 0.9, {"BOMBING": 0.1, "KIDNAPPING": 0.9}),
        ("perp-org", "RIVER FRONT", 0.9, {"BOMBING": 0.7, "KIDNAPPING": 0.9}),
        incidents={"BOMBING": 0.9, "KIDNAPPING": 0.8},
    )
    by_type = {t.type: set(t.fillers) for t in found}
    assert by_type == {"BOMBING": {"weapon", "perp-org"}, "KIDNAPPING": {"victim", "perp-org"}}


def test_targets_in_two_towns_are_two_incidents_of_the_same_perpetrators() -> None:
    found = templates(
        "REBELS STRUCK TWICE. IN NORTE THEY BURNED A MILL. IN SUR THEY SHOT ANA ROJAS.",
        ("perp-ind", "REBELS"), ("physical-target", "MILL", 0.95), ("victim", "ANA ROJAS"),
        places={"NORTE": place("NORTE"), "SUR": place("SUR")},
    )  # fmt: skip
    assert [(t.places, words_in(t, "perp-ind"), t.fillers.keys() - {"perp-ind"}) for t in found] == [
        (("NORTE",), ["REBELS"], {"physical-target"}),
        (("SUR",), ["REBELS"], {"victim"}),
    ]


def test_targets_in_one_town_or_without_a_town_are_one_incident() -> None:
    found = templates(
        "IN NORTE THEY BURNED A MILL. LATER, IN NORTE, THEY BURNED A BRIDGE AND SHOT ANA ROJAS.".replace("LATER, IN NORTE", "LATER"),
        ("physical-target", "MILL", 0.95), ("physical-target", "BRIDGE"), ("victim", "ANA ROJAS"),
        places={"NORTE": place("NORTE")},
    )  # fmt: skip
    assert [t.places for t in found] == [("NORTE",)]


def test_weapon_stays_with_the_place_it_was_used_in() -> None:
    found = templates(
        "IN NORTE A BOMB WRECKED A MILL. IN SUR THEY SHOT ANA ROJAS.",
        ("weapon", "BOMB"), ("physical-target", "MILL", 0.95), ("victim", "ANA ROJAS"),
        places={"NORTE": place("NORTE"), "SUR": place("SUR")},
    )  # fmt: skip
    assert [words_in(t, "weapon") for t in found] == [["BOMB"], []]


def test_day_is_the_one_named_beside_the_fillers_and_not_the_datelines() -> None:
    text = "LIMA, 8 MAR 90 (RADIO) -- [TEXT] ON 5 MARCH GUNMEN SHOT ANA ROJAS. ON 1 MARCH IT RAINED."
    (template,) = templates(text, ("victim", "ANA ROJAS"))
    assert template.days == Days(date(1990, 3, 5), date(1990, 3, 5))


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("LIMA, 8 MAR 90 (RADIO) -- [TEXT] GUNMEN HAVE SHOT ANA ROJAS.", ()),
        ("GUNMEN HAVE SHOT ANA ROJAS, POLICE SAID TODAY.", ("SAID",)),
    ],
)
def test_incident_without_a_day_was_by_the_day_of_the_report(text: str, cues: tuple[str, ...]) -> None:
    (template,) = templates(text, ("victim", "ANA ROJAS"), cues=cues)
    assert template.days == Days(None, PUBLISHED)


def test_incident_without_any_date_has_none() -> None:
    (template,) = templates("GUNMEN SHOT ANA ROJAS.", ("victim", "ANA ROJAS"), published_on=None)
    assert template.days is None
    assert template_record(template)["date"] is None


def test_places_go_from_general_to_specific_and_leave_out_what_is_in_a_name() -> None:
    (template,) = templates(
        "THE SIERRA FRONT SHOT ANA ROJAS IN NORTE, ALTA PROVINCE.",
        ("victim", "ANA ROJAS"), ("perp-org", "SIERRA FRONT"),
        places={"SIERRA": place("SIERRA", "ES"), "NORTE": place("NORTE"), "ALTA": place("ALTA", "PE", "adm1")},
    )  # fmt: skip
    assert (template.country, template.places) == ("PE", ("ALTA", "NORTE"))


def test_lone_namesake_abroad_does_not_move_an_incident_out_of_the_country() -> None:
    text = "LIMA, 8 MAR 90 (RADIO) -- [TEXT] GUNMEN SHOT ANA ROJAS IN SANTIAGO."
    parts = (Part(PartKind.DATELINE, Span(0, 14)), Part(PartKind.BODY, Span(14, len(text))))
    (template,) = templates(
        text, ("victim", "ANA ROJAS"), places={"LIMA": place("LIMA"), "SANTIAGO": place("SANTIAGO", "CL")}, parts=parts
    )
    assert template.country == "PE"


def test_name_read_in_two_is_one_place() -> None:
    (template,) = templates(
        "GUNMEN SHOT ANA ROJAS IN SAN MATEO.",
        ("victim", "ANA ROJAS"),
        places={"SAN": place("SAN", "ML"), "MATEO": place("MATEO")},
    )
    assert (template.country, template.places) == ("PE", ("SAN MATEO",))


def test_record_has_the_slots_and_the_country_in_capitals() -> None:
    (template,) = templates("GUNMEN SHOT ANA ROJAS IN NORTE.", ("victim", "ANA ROJAS"), places={"NORTE": place("NORTE", "SV")})
    record = template_record(template)
    assert record["incident_type"] == "ATTACK"
    assert record["Victim"] == [["ANA ROJAS"]] and record["PerpOrg"] == []
    assert record["date"] == {"from": None, "to": "1990-03-08"}
    assert record["location"] == {"country": "EL SALVADOR", "places": ["NORTE"]}
    assert country_name("PE") == "Peru"
