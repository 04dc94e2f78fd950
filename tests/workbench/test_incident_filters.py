from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbench_sample import clash, nowhere, pocket, sample, village

from fogline.workbench.pages.filters import IncidentFilter, group_of
from fogline.workbench.pages.histogram import histogram
from fogline.workbench.pages.incident_list import marks_of, matching


def asked(**query: str) -> IncidentFilter:
    return IncidentFilter.from_query({key.rstrip("_"): value for key, value in query.items()})


def found(**query: str) -> set[str]:
    return {incident.id for incident in matching(sample(), asked(**query))}


def test_no_condition_finds_everything() -> None:
    assert found() == {clash.id, pocket.id, village.id, nowhere.id}


def test_range_finds_what_overlaps_it_and_nothing_undated() -> None:
    assert found(**{"from": "2018-12-13"}) == {pocket.id}
    assert found(to="2018-12-01") == {pocket.id}
    assert village.id not in found(**{"from": "1900-01-01", "to": "2100-01-01"})


def test_words_may_stand_in_place_actor_or_origin_in_any_order() -> None:
    assert found(q="observatory hajin") == {clash.id}
    assert found(q="turkey") == {nowhere.id}
    assert found(q="turkey hajin") == set()


def test_type_takes_a_code_or_a_family() -> None:
    assert found(type="shelling") == {village.id}
    assert found(type="family:violence") == {clash.id, village.id}


def test_status_and_origins_narrow_together() -> None:
    assert found(status="weak") == {pocket.id, village.id, nowhere.id}
    assert found(origins="2") == {clash.id}
    assert found(origins="2", status="weak") == set()


def test_unlocated_and_undated_are_groups_of_their_own_and_come_last() -> None:
    assert group_of(nowhere) == "unlocated"
    assert group_of(village) == "undated"
    assert [i.id for i in matching(sample(), asked())] == [clash.id, pocket.id, nowhere.id, village.id]


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("from", "yesterday", "from=yesterday"),
        ("origins", "many", "origins=many"),
        ("type", "war", "no type 'war'"),
        ("status", "true", "no status 'true'"),
    ],
)
def test_what_is_not_understood_is_said_and_left_out(key: str, value: str, says: str) -> None:
    filter = IncidentFilter.from_query({key: value})
    assert says in filter.complaints[0]
    assert len(matching(sample(), filter)) == 4


def test_range_that_ends_before_it_starts_is_said() -> None:
    assert "nothing can match" in asked(**{"from": "2019-01-01", "to": "2018-01-01"}).complaints[0]


@given(
    text=st.text(max_size=40).map(str.strip),
    origins=st.integers(0, 99),
    since=st.none() | st.dates(),
    status=st.sampled_from(["", "weak", "contested"]),
    page=st.integers(1, 50),
)
def test_address_of_a_filter_reads_back_to_it(text: str, origins: int, since: date | None, status: str, page: int) -> None:
    filter = IncidentFilter(since=since, text=text, min_origins=origins, status=status, page=page)
    encodable = text.encode("utf-8", "replace").decode()
    if encodable == text:
        assert IncidentFilter.from_query(dict(parse_qsl(filter.query()))) == filter


def test_bar_of_the_histogram_narrows_the_list_to_its_days() -> None:
    strip = histogram(sample().incidents(), asked(status="weak"))
    assert strip is not None
    bar = strip.bars[0]
    assert bar.start == date(2018, 12, 1)
    assert "status=weak" in bar.href and "from=2018-12-01" in bar.href and "to=2018-12-01" in bar.href


def test_long_spans_are_counted_in_longer_bins() -> None:
    years = [replace(clash, id=f"i{y}", date_start=date(y, 6, 1), date_end=date(y, 6, 1)) for y in range(1990, 2020)]
    assert histogram(years, asked()).unit == "year"  # type: ignore[union-attr]
    assert histogram(years[:7], asked()).unit == "month"  # type: ignore[union-attr]


def test_undated_incidents_make_no_histogram() -> None:
    assert histogram([village], asked()) is None


def test_few_incidents_of_another_age_are_counted_beside_the_strip() -> None:
    war = [replace(clash, id=f"i{n}", date_start=date(2018, 1 + n % 12, 1), date_end=None) for n in range(200)]
    old = [replace(clash, id="old", date_start=date(1982, 2, 2), date_end=None)]
    strip = histogram([*war, *old], asked())
    assert strip is not None and strip.unit == "week"
    assert strip.earlier is not None and strip.earlier[0] == 1 and "to=2017-12-31" in strip.earlier[1]
    assert strip.later is None
    assert sum(bar.n for bar in strip.bars) + strip.earlier[0] == 201


def test_place_bears_on_the_map_the_name_that_most_of_its_incidents_give_it() -> None:
    places = ["When Hajin", "Hajin", "Hajin", "Syrias Hajin"]
    there = [
        replace(clash, id=f"incident-{n}", place=replace(clash.place, name=name)) for n, name in enumerate(places) if clash.place
    ]
    (mark,) = marks_of(there)
    assert (mark.label, mark.weight) == ("Hajin", 4)
