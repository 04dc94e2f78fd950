"""Control on the map, by interval and by day; incidents under other projects' rules."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from export_sample import control, material

from builders import IS, SDF, a_claim, a_count, a_report, by_id, monitor
from fogline.control.assessment import ControlLayer
from fogline.control.evidence import assess
from fogline.errors import UsageError
from fogline.exports import exporter_named, hold_back
from fogline.exports.control_geojson import control_collection
from fogline.exports.material import Material
from fogline.exports.profiles_csv import COMPARED
from fogline.incidents.incident import IncidentStatus
from fogline.incidents.linking import link
from fogline.incidents.profiles import all_profiles

held = a_report("Hajin is held by the group.", "2018-12-01", "Herald")
taken = a_report("SDF fighters captured Hajin.", "2018-12-04", "Courier")
CLAIMS = (
    a_claim(
        held, "Hajin is held by the group", "control", trigger="held", actor=IS, place="Hajin", on="2018-12-01", by=monitor()
    ),
    a_claim(
        taken,
        "SDF fighters captured Hajin",
        "territory-gained",
        trigger="captured",
        actor=SDF,
        place="Hajin",
        on="2018-12-04",
        by=SDF,
    ),
)
REPORTS = by_id(held, taken)
ON_THE_GROUND = Material(
    (held, taken),
    CLAIMS,
    control=assess(CLAIMS, REPORTS),
    claimed_control=assess(CLAIMS, REPORTS, layer=ControlLayer.CLAIMED),
    known_on=date(2018, 12, 31),
)


def written(what: Material, name: str = "control-geojson", *, public: bool = True, **how: Any) -> str:
    out = io.StringIO(newline="")
    exporter_named(name, **how).write(what, out, public=public)
    return out.getvalue()


def states(text: str, layer: str) -> list[tuple[str | None, str, str | None]]:
    features = [f["properties"] for f in json.loads(text)["features"]]
    return [(p.get("day"), p["state"], p["holder"]) for p in features if p["layer"] == layer]


def test_each_day_of_a_range_has_the_state_of_that_day_on_both_maps() -> None:
    text = written(ON_THE_GROUND, since=date(2018, 12, 3), until=date(2018, 12, 4))
    assert states(text, "assessed") == [("2018-12-03", "held", IS), ("2018-12-04", "contested", IS)]
    assert states(text, "claimed") == [("2018-12-03", "held", IS), ("2018-12-04", "held", SDF)]
    assert json.loads(text)["as_known_on"] == "2018-12-31"


def test_without_days_there_is_a_feature_for_each_interval() -> None:
    features = json.loads(written(ON_THE_GROUND))["features"]
    assert [(f["properties"]["layer"], f["properties"]["start"], f["properties"]["end"]) for f in features] == [
        ("assessed", "2018-12-01", "2018-12-03"),
        ("assessed", "2018-12-04", None),
        ("claimed", "2018-12-01", "2018-12-03"),
        ("claimed", "2018-12-04", None),
    ]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [40.831, 34.689]}
    assert features[1]["properties"]["word_of"] == [SDF]


def test_the_brief_says_who_claims_what_and_what_was_known_when() -> None:
    text = written(ON_THE_GROUND, "brief")
    assert "As known on 2018-12-31: nothing published later is in it." in text
    assert (
        "- Hajin: contested, holder Islamic State, claimed by Syrian Democratic Forces, from 2018-12-04, on the word of sides alone."
        in text
    )


def test_a_place_without_coordinates_is_listed_beside_the_map() -> None:
    nowhere = replace(control[0], latitude=None, longitude=None)
    collection = control_collection([nowhere], [date(2019, 1, 1)])
    assert collection["features"] == [] and collection["unlocated"][0]["properties"]["day"] == "2019-01-01"


def test_days_before_the_first_claim_are_not_on_the_map() -> None:
    assert states(written(ON_THE_GROUND, since=date(2018, 11, 1), until=date(2018, 11, 1)), "assessed") == []


def test_public_control_coarsens_a_camp_of_the_displaced() -> None:
    text = written(material)
    assert "Green Valley" not in text and "35.12345" not in text
    assert "35.12345" in written(material, public=False)


def test_held_back_control_says_nothing_of_what_was_told_later() -> None:
    fought = a_report("SDF fighters entered Hajin.", "2018-12-06", "Herald")
    fell = a_report("SDF fighters captured Hajin.", "2018-12-14", "Courier")
    told = (
        CLAIMS[0],
        a_claim(fought, "SDF fighters entered Hajin", "territory-gained", trigger="entered", actor=SDF, place="Hajin",
                on="2018-12-06", by=monitor()),
        a_claim(fell, "SDF fighters captured Hajin", "territory-gained", trigger="captured", actor=SDF, place="Hajin",
                on="2018-12-14", by=monitor()),
    )  # fmt: skip
    reports = by_id(held, fought, fell)
    maps = [assess(told, reports, layer=layer) for layer in ControlLayer]
    whole = Material(tuple(reports.values()), told, control=maps[0], claimed_control=maps[1])
    assert any(a.state == "contested" and a.end == date(2018, 12, 13) for a in whole.control)
    early = hold_back(whole, date(2018, 12, 8))
    assert [(a.state, a.start, a.end) for a in early.control] == [
        ("held", date(2018, 12, 1), date(2018, 12, 5)),
        ("contested", date(2018, 12, 6), None),
    ]
    for layer in ("assessed", "claimed"):
        assert states(written(early), layer)
    assert told[2].id not in written(early) and "2018-12-1" not in written(early)


def test_a_capture_known_to_be_wrong_holds_no_town_in_what_is_held_back() -> None:
    told = a_claim(taken, "SDF fighters captured Hajin", "territory-gained", trigger="captured", actor=SDF, place="Hajin",
                   on="2018-12-04", by=monitor())  # fmt: skip
    (incident,), _ = link([told], by_id(taken))
    wrong = replace(incident, status=IncidentStatus.DISCOUNTED, date_end=date(2018, 12, 9))
    material = Material((held, taken), (CLAIMS[0], told), (wrong,), assess((CLAIMS[0], told), REPORTS, (wrong,)))
    early = hold_back(material, date(2018, 12, 8))
    assert early.incidents == () and [(a.holder, a.end) for a in early.control] == [(IS, None)]


def test_days_are_refused_where_a_format_has_none() -> None:
    with pytest.raises(UsageError, match="Days are for control-geojson, not for brief"):
        exporter_named("brief", since=date(2018, 12, 1), until=date(2018, 12, 2))
    with pytest.raises(UsageError, match="needs --since and --until"):
        exporter_named("control-geojson", since=date(2018, 12, 2), until=date(2018, 12, 1))


def raid() -> Material:
    report = a_report("Jets killed 9 civilians in Hajin and bombed Idlib.", "2018-12-13", "Herald")
    killed = a_claim(report, "Jets killed 9 civilians in Hajin", trigger="killed", actor="Russia", target="civilians", place="Hajin",
                     on="2018-12-12", by=monitor(), counts=[a_count("killed", 9, "civilians")])  # fmt: skip
    bombed = a_claim(report, "bombed Idlib", trigger="bombed", actor="Russia", place="Idlib", on="2018-12-12", by=monitor())
    incidents, _ = link([killed, bombed], by_id(report))
    assert len(incidents) == 2
    return Material((report,), (killed, bombed), incidents)


@pytest.mark.parametrize(("profile", "events", "column", "value"), [
    ("acled", 2, "fatalities", "9"), ("ucdp", 1, "best", "9"), ("airwars", 1, "killed_max", "9"),
])  # fmt: skip
def test_a_projects_table_has_its_columns_and_the_events_it_would_record(
    profile: str, events: int, column: str, value: str
) -> None:
    rows = list(csv.DictReader(io.StringIO(written(raid(), f"{profile}-csv"), newline="")))
    assert list(rows[0]) == [name for name, _, _ in all_profiles()[profile].columns]
    assert len(rows) == events
    assert value in [r[column] for r in rows]


def test_hashtags_stand_below_the_header_of_a_projects_table() -> None:
    rows = list(csv.DictReader(io.StringIO(written(raid(), "ucdp-csv", hxl=True), newline="")))
    assert (rows[0]["best"], rows[0]["date_start"], rows[0]["deaths_a"]) == ("#affected+killed", "#date+start", "")


def test_a_private_name_in_a_headline_does_not_reach_a_public_table() -> None:
    report = replace(
        a_report("Islamic State men killed Samir Haddad in Idlib.", "2018-12-13", "Herald"), title="Samir Haddad killed in Idlib"
    )
    claim = a_claim(report, "Islamic State men killed Samir Haddad in Idlib", "attack", trigger="killed", actor=IS, target="Samir Haddad",
                    place="Idlib", on="2018-12-12", by=monitor(), killed=1)  # fmt: skip
    incidents, _ = link([claim], by_id(report))
    one = Material((report,), (claim,), incidents)
    assert "Samir Haddad" in written(one, "ucdp-csv", public=False)
    for name in ("acled-csv", "ucdp-csv", "airwars-csv", "profiles-csv"):
        assert "Haddad" not in written(one, name), name


def test_side_by_side_every_incident_has_a_row_with_why_it_is_not_recorded() -> None:
    rows = list(csv.DictReader(io.StringIO(written(raid(), "profiles-csv"), newline="")))
    assert len(rows) == 2
    bombed = next(r for r in rows if "Idlib" in r["title"])
    assert (bombed["acled_recorded"], bombed["ucdp_recorded"], bombed["ucdp_why"]) == (
        "yes",
        "no",
        "no death in the low, best or high estimate",
    )
    assert "recorded" in bombed["differ_on"]


def test_columns_of_profiles_and_of_control_are_documented() -> None:
    docs = Path(__file__).parents[2] / "docs"
    profiles, exports = ((docs / name).read_text(encoding="utf-8") for name in ("profiles.md", "exports.md"))
    for profile in all_profiles().values():
        assert profile.title in profiles
        for name, _, _ in profile.columns:
            assert f"`{name}`" in profiles, name
    for name, _ in COMPARED:
        assert f"`{name}`" in exports or f"`…_{name.split('_', 1)[1]}`" in exports, name
    properties = json.loads(written(ON_THE_GROUND, since=date(2018, 12, 3), until=date(2018, 12, 4)))["features"][0]["properties"]
    for name in properties:
        assert f"`{name}`" in exports, name
