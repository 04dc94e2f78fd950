from __future__ import annotations

import csv
import io
import json
import random
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from export_sample import MONDAY, TEXT, aged, control, go_on, hospital, hurt, material, report, shell, strike, vague
from hypothesis import given
from hypothesis import strategies as st

from fogline.claims.claim import ActorMention, ClaimPlace, Voice
from fogline.errors import UsageError
from fogline.exports import EXPORTERS, exporter_named, hold_back
from fogline.exports.incidents_csv import COLUMNS, FORMULA_STARTS, safe_cell
from fogline.exports.material import Material
from fogline.grounding.grounding import ActorKind, PlaceBasis
from fogline.incidents.incident import IncidentPlace
from fogline.incidents.profiles_ucdp import date_precision
from fogline.span import Span


def written(name: str, what: Material = material, *, public: bool = True, hxl: bool = False) -> str:
    out = io.StringIO(newline="")
    exporter_named(name, hxl=hxl).write(what, out, public=public)
    return out.getvalue()


def table(**how: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("incidents-csv", **how), newline="")))


def claims(**how: Any) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in map(json.loads, written("claims-jsonl", **how).splitlines())}


@pytest.mark.parametrize("name", sorted(EXPORTERS))
@pytest.mark.parametrize("public", [True, False])
def test_same_material_in_any_order_gives_the_same_bytes(name: str, public: bool) -> None:
    shuffled = random.Random(5)

    def mixed(records: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(shuffled.sample(records, len(records)))

    other = replace(material, claims=mixed(material.claims), incidents=mixed(material.incidents), control=mixed(material.control))
    assert written(name, other, public=public) == written(name, public=public)


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_name_in_the_dictionary_is_the_exporters_own(name: str) -> None:
    assert EXPORTERS[name].name == name
    assert EXPORTERS[name].suffix.startswith(".") and "/" in EXPORTERS[name].media_type


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_nothing_to_export_is_still_a_valid_file(name: str) -> None:
    text = written(name, Material())
    if name.endswith("geojson"):
        assert json.loads(text)["features"] == []
    elif name == "incidents-csv":
        assert text.count("\n") == 1
    else:
        assert "None" not in text


def test_unknown_format_names_those_that_exist() -> None:
    with pytest.raises(
        UsageError,
        match=r"Unknown export 'kml'\. Available: acled-csv, airwars-csv, brief, claims-jsonl, control-geojson, geojson,",
    ):
        exporter_named("kml")


def test_hashtag_row_is_refused_where_there_is_no_such_row() -> None:
    with pytest.raises(UsageError, match="not with geojson"):
        exporter_named("geojson", hxl=True)


def test_full_claims_carry_every_field_with_exact_spans() -> None:
    record = claims(public=False)[shell.id]
    assert TEXT[slice(*record["quote_span"])] == record["quote"]
    assert TEXT[slice(*record["target"][0]["span"])] == record["target"][0]["text"] == "Samir Haddad"
    assert TEXT[slice(*record["place"]["span"])] == record["place"]["text"]
    assert record["time"] == {
        "text": "on Monday",
        "start": "2019-03-04",
        "end": "2019-03-04",
        "span": [*record["time"]["span"]],
        "precision": 1,
        "basis": "resolved",
        "reason": "the Monday before the report",
        "flags": [],
    }
    assert record["acled_event"] == "Explosions/Remote violence" and record["plover"] == "ASSAULT"
    assert record["origin"][0]["kind"] == "witness"


def test_claims_come_in_text_order() -> None:
    assert list(claims()) == [shell.id, aged.id, hurt.id, go_on.id]


def test_table_reads_back_with_figures_codes_and_counts() -> None:
    first, second = table(public=False)
    assert list(first) == [name for name, _, _ in COLUMNS]
    assert (first["id"], first["date_start"], first["date_prec"], first["where_prec"]) == (strike.id, "2019-03-04", "1", "1")
    assert (first["latitude"], first["longitude"]) == ("35.93471", "36.63392")
    assert (first["killed_low"], first["killed_best"], first["killed_high"], first["killed_rule"]) == (
        "1",
        "1",
        "1",
        "only figure",
    )
    assert (first["injured_best"], first["injured_high"]) == ("5", "")
    assert (first["n_reports"], first["n_independent_origins"], first["contested"]) == ("1", "2", "figure")
    assert first["acled_sub_event_type"] == "Shelling/artillery/missile attack"
    assert first["outlets"] == 'Harbour "Post", sample'
    assert second["origins"] == "a commander (official-anonymous*)"


def test_unknown_stays_empty_and_is_not_dropped() -> None:
    row = table()[1]
    assert row["id"] == vague.id
    assert {row[c] for c in ("date_start", "date_end", "date_prec", "place", "latitude", "longitude", "killed_best")} == {""}


def test_later_figure_of_one_origin_is_no_dispute() -> None:
    assert table()[1]["contested"] == ""


def test_machine_made_until_reviewed() -> None:
    assert [row["machine_made"] for row in table()] == ["true", "false"]
    assert all(record["machine_made"] for record in claims().values())


def test_no_cell_starts_a_formula_or_breaks_a_line() -> None:
    row = table(public=False)[1]
    assert row["title"] == '\'=HYPERLINK("http://evil.example"), talks and more'
    assert row["actors"] == "'@force; -1+2"
    assert table(public=False)[0]["injured_rule"] == "'=only figure"


@given(st.text(max_size=20))
def test_safe_cell_never_starts_a_formula(text: str) -> None:
    assert not safe_cell(text).startswith(FORMULA_STARTS)


def test_negative_coordinates_stay_numbers() -> None:
    assert strike.place is not None
    south = replace(strike, place=replace(strike.place, name="San Salvador", latitude=-13.7, longitude=-89.2))
    row = table(what=replace(material, incidents=(south,)))[0]
    assert (float(row["latitude"]), float(row["longitude"])) == (-13.7, -89.2)


def test_hashtag_row_is_the_second_and_has_a_tag_per_column() -> None:
    lines = list(csv.reader(io.StringIO(written("incidents-csv", hxl=True), newline="")))
    assert lines[0][0] == "id" and len(lines[1]) == len(lines[0])
    assert all(tag.startswith("#") for tag in lines[1])
    assert dict(zip(lines[0], lines[1], strict=True))["killed_best"] == "#affected+killed"


@pytest.mark.parametrize(("last", "precision"), [(4, 1), (9, 2), (10, 3), (11, 4), (31, 4)])
def test_date_precision_follows_the_length_of_the_interval(last: int, precision: int) -> None:
    assert date_precision(MONDAY, date(2019, 3, last)) == precision


def test_open_interval_has_no_date_precision() -> None:
    assert date_precision(MONDAY, None) is None
    assert date_precision(date(2019, 1, 1), date(2019, 3, 1)) == 5


def test_geojson_puts_longitude_first_and_lists_the_unlocated() -> None:
    collection = json.loads(written("geojson", public=False))
    (feature,) = collection["features"]
    assert collection["type"] == "FeatureCollection" and feature["geometry"] == {
        "type": "Point",
        "coordinates": [36.63392, 35.93471],
    }
    assert [u["id"] for u in collection["unlocated"]] == [vague.id]
    assert len(collection["features"]) + len(collection["unlocated"]) == len(material.incidents)


def test_moment_is_printed_only_if_given() -> None:
    assert "generated_at" not in json.loads(written("geojson"))
    dated = replace(material, generated_at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC))
    assert json.loads(written("geojson", dated))["generated_at"] == "2026-01-02T03:04:00+00:00"
    assert "Generated 2026-01-02" in written("brief", dated)


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_public_export_names_no_private_person_and_no_hospital(name: str) -> None:
    text = written(name)
    for secret in ("Haddad", "Mansour", "Samir", "Leila", "Rahma", "35.93471", "36.63392", "Green Valley", "35.12345"):
        assert secret not in text, secret


@pytest.mark.parametrize("name", ["claims-jsonl", "incidents-csv", "geojson"])
def test_full_export_keeps_names_and_places(name: str) -> None:
    text = written(name, public=False)
    assert "Samir Haddad" in text and "Rahma hospital" in text and "35.93471" in text


def test_public_claim_says_what_was_withheld() -> None:
    record = claims()[shell.id]
    assert record["quote"] == "A shell hit [place withheld] in Idlib on Monday and killed [name withheld]"
    assert record["origin"][0]["name"] == "a witness" and record["origin"][0]["text"] is None
    assert record["target"][0]["name"] == "a person"
    assert (record["place"]["latitude"], record["place"]["longitude"], record["place"]["precision"]) == (35.9, 36.6, 2)
    assert record["place"]["name"] == "Idlib, SY" and record["place"]["geoname_id"] is None
    assert record["counts"][0]["text"] == "killed [name withheld]"


TOWN = ClaimPlace("Kesra", "Kesra", None, "SY", "Deir ez-Zor", 35.52341, 39.91234, 1, PlaceBasis.EXPLICIT, "city", 7)
BY_HOSPITAL = replace(TOWN, text="the hospital", basis=PlaceBasis.INHERITED, precision=2)


def in_town(*places: ClaimPlace) -> Material:
    """Return an incident in a town, of one claim for each place."""
    told = tuple(replace(go_on, id=f"claim-{n}", place=p, quote=f"Kesra was shelled, {n}") for n, p in enumerate(places))
    at_town = IncidentPlace("Kesra", "SY", "Deir ez-Zor", 35.52341, 39.91234, 1)
    incident = replace(
        strike,
        id="incident-t",
        title="Shelling, Kesra",
        place=at_town,
        claim_ids=tuple(c.id for c in told),
        actors=("Kesra council",),
    )
    holds = replace(control[0], place_key="kesra", place_name="Kesra", latitude=35.52341, longitude=39.91234)
    holds = replace(holds, claim_ids=incident.claim_ids)
    return Material((report,), told, (incident,), (holds,))


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_town_that_a_hospital_lies_in_is_never_withheld(name: str) -> None:
    text = written(name, in_town(BY_HOSPITAL, TOWN))
    assert "place withheld]" not in text
    assert ("Kesra" in text) == ("Kesra" in written(name, in_town(BY_HOSPITAL, TOWN), public=False))


@pytest.mark.parametrize("name", ["claims-jsonl", "incidents-csv", "geojson", "control-geojson"])
def test_coordinates_known_by_the_hospital_alone_are_coarse(name: str) -> None:
    alone, beside = written(name, in_town(BY_HOSPITAL)), written(name, in_town(BY_HOSPITAL, TOWN))
    assert "35.52341" not in alone and "39.91234" not in alone
    assert "35.52341" in beside


def test_words_for_a_hospital_without_a_name_stay_beside_its_town() -> None:
    place = claims(what=in_town(BY_HOSPITAL))["claim-0"]["place"]
    assert (place["name"], place["text"], place["latitude"], place["precision"]) == ("Kesra", "the hospital", 35.5, 2)


@pytest.mark.parametrize("name", ["claims-jsonl", "incidents-csv", "geojson", "control-geojson"])
def test_site_by_another_name_is_as_coarse_as_where_it_is_called_a_hospital(name: str) -> None:
    site = replace(TOWN, name="Green Gate", text="the hospital", feature="site")
    what = in_town(site, replace(site, text="Green Gate"))
    named = IncidentPlace("Green Gate", "SY", "Deir ez-Zor", 35.52341, 39.91234, 1, "Kesra (Green Gate)")
    what = replace(what, incidents=tuple(replace(i, place=named, title="Shelling, Green Gate") for i in what.incidents))
    text = written(name, what)
    assert "Green Gate" not in text and "35.52341" not in text


def test_last_name_alone_is_withheld_in_the_same_report_only() -> None:
    assert claims()[aged.id]["quote"] == "[name withheld] was 31"
    elsewhere = replace(aged, id="claim-elsewhere", report_id="report-2")
    assert claims(what=replace(material, claims=(*material.claims, elsewhere)))["claim-elsewhere"]["quote"] == "Haddad was 31"


RAHMA = replace(
    TOWN, name="Rahma", text="the Rahma hospital in Kesra", feature=None, geoname_id=None, precision=2, reason="Rahma, with Kesra"
)


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_place_named_by_the_hospital_alone_is_withheld_under_that_name(name: str) -> None:
    what = in_town(RAHMA, TOWN)
    at = IncidentPlace("Rahma", "SY", "Deir ez-Zor", 35.52341, 39.91234, 2, "Kesra (Rahma)")
    what = replace(what, incidents=tuple(replace(i, place=at, title="Aid, Rahma, 13 Dec 2018") for i in what.incidents))
    what = replace(what, control=(*what.control, replace(what.control[0], place_key="rahma", place_name="Rahma")))
    assert "rahma" not in written(name, what).casefold()
    if name == "claims-jsonl":
        assert "Kesra" in written(name, what)


def test_town_that_gives_a_hospital_its_name_keeps_it() -> None:
    place = claims(what=in_town(replace(TOWN, text="Kesra hospital"), TOWN))["claim-1"]["place"]
    assert (place["name"], place["latitude"]) == ("Kesra", 35.52341)


def test_person_taken_for_a_place_is_withheld_as_one() -> None:
    place = replace(RAHMA, name="Samir Haddad", text="Samir Haddad")
    what = in_town(TOWN, place)
    holds = replace(what.control[0], place_key="samir-haddad", place_name="Samir Haddad", holder="Samir Haddad")
    at = IncidentPlace("Samir Haddad", "SY", "Deir ez-Zor", 35.5, 39.9, 2)
    what = replace(what, claims=(*what.claims, shell), control=(holds,), incidents=(replace(strike, place=at),))
    for name in EXPORTERS:
        assert "haddad" not in written(name, what).casefold(), name


def test_pronoun_that_stands_for_a_victim_stays() -> None:
    pronoun = replace(aged, id="claim-pronoun", target=(ActorMention("Samir Haddad", "It", Span(0, 2)),), quote="It was hit")
    record = claims(what=replace(material, claims=(*material.claims, pronoun)))["claim-pronoun"]
    assert record["quote"] == "It was hit" and record["target"][0]["name"] == "a person"


def test_spokesman_named_as_doer_is_no_private_person() -> None:
    speaks = replace(go_on, id="claim-speaks", origin=(Voice("Some Force", ActorKind.PARTY, "its spokesman Karim Nasser", None),))
    acts = replace(aged, id="claim-acts", actor=(ActorMention("Karim Nasser", "Karim Nasser", None),))
    assert claims(what=replace(material, claims=(speaks, acts)))["claim-acts"]["actor"][0]["name"] == "Karim Nasser"


def test_organisations_and_known_actors_keep_their_names() -> None:
    assert claims()[hurt.id]["origin"][0]["name"] == "Syrian Observatory for Human Rights"
    assert claims()[hurt.id]["origin"][0]["actor_id"] == "sohr"


def test_unnamed_source_gets_no_id_that_could_link_it() -> None:
    assert claims()[go_on.id]["origin"][0]["actor_id"] is None
    assert claims(public=False)[go_on.id]["origin"][0]["actor_id"] == "some-force"


def test_held_back_incidents_are_counted_and_gone() -> None:
    early = hold_back(material, date(2019, 3, 1))
    assert early.incidents == () and early.claims == () and early.held_back == 2
    assert early.control == ()
    assert "2 recent incidents are held back" in written("brief", early)


def test_undated_incident_is_held_back_while_its_report_is_recent() -> None:
    assert hold_back(material, date(2019, 3, 4)).held_back == 2
    assert hold_back(material, date(2019, 3, 5)).held_back == 0


@pytest.mark.parametrize("name", ["incidents-csv", "geojson"])
def test_no_password_or_token_of_an_address_is_published(name: str) -> None:
    private = replace(report, url="https://lena:s3cret@intranet.example.org/reports?page=2&token=abc123")
    what = replace(material, reports=(private,))
    assert "https://intranet.example.org/reports?page=2&token=withheld" in written(name, what)
    assert "s3cret" in written(name, what, public=False)


def test_brief_gives_support_dispute_control_and_what_is_unknown() -> None:
    text = written("brief", public=False)
    assert "1 report, 2 independent origins (Leila Mansour; Syrian Observatory for Human Rights)" in text
    assert "Leila Mansour counts one, the monitor five." in text
    assert "Idlib: held by rebels" in text
    assert (
        "Incidents without a date: 1; without a place on the map: 1. They are in incidents-csv, profiles-csv and geojson too."
        in text
    )
    for name in ("incidents-csv", "profiles-csv", "geojson"):
        assert vague.id in written(name), name


def test_brief_counts_what_does_not_fit_the_page() -> None:
    many = replace(material, incidents=tuple(replace(strike, id=f"incident-{n:02}") for n in range(30)))
    assert "and 18 more" in written("brief", many)


def test_columns_are_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    for name, tag, _ in COLUMNS:
        assert f"`{name}`" in page, name
        assert f"`{tag}`" in page, tag
    assert all(f"`{name}`" in page for name in EXPORTERS)


def test_report_of_the_sample_is_what_the_spans_point_into() -> None:
    assert report.text == TEXT and hospital.span is not None and hospital.span.of(TEXT) == "the Rahma hospital"
