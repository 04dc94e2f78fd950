"""A report's names as a description of a place looks back on them: which was named last, which the report is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from fogline.grounding.gazetteer import fold
from fogline.grounding.grounding import GroundedPlace
from fogline.grounding.main_country import dominant_country
from fogline.grounding.place_as_state import may_be_its_government
from fogline.grounding.place_choice import Key, key_of
from fogline.grounding.place_headings import Heading, Headings
from fogline.grounding.place_phrase import RELATIVE_TO, TOWN
from fogline.grounding.regions import capitals_by_country
from fogline.grounding.span_index import SpanIndex
from fogline.intake.report import PartKind, Report
from fogline.reading.reading import EventMention, Role
from fogline.span import Span

__all__ = ["COUNTRY", "Named", "antecedent", "described_words", "features_of", "head_of", "is_a_landmark", "is_unnamed"]


class Named:
    """The resolved names of one report, as a description of a place ("the town") looks back on them.

    What does not depend on the description is worked out once: a long report has hundreds.
    """

    def __init__(
        self, report: Report, places: Mapping[Span, GroundedPlace], war: str | None = None, marked: SpanIndex | None = None
    ) -> None:
        self.text = report.text
        self.war = war
        self.places = places
        self.index = SpanIndex(places)
        self._report = report
        self._marked = marked or SpanIndex(())
        self._fitting: dict[frozenset[str], list[Span]] = {}

    @cached_property
    def dominant(self) -> tuple[GroundedPlace, int, int] | None:
        return dominant_country(self.places)

    @cached_property
    def home(self) -> str | None:
        """The country that most of the report's placed names are in, be it by one: where its descriptions of places are.

        Towns and regions say it before countries do, which are named for what they do: a report of Syria's war says
        "US" more often than "Syria".
        """
        placed = [(s, p) for s, p in self.places.items() if p.country and p.latitude is not None]
        told = Counter(p.country for _, p in placed)
        within = Counter(
            p.country
            for s, p in placed
            if p.feature != "country" and not p.adjective and not may_be_its_government(self.text, s, p)
        )
        return max(within or told, key=lambda iso: (within[iso], told[iso], iso), default=None)

    @cached_property
    def _unlisted(self) -> frozenset[str]:
        """The names on no map that the text tells of as a town: it calls them one, or something happened in them."""
        on_no_map = ((s, p.name) for s, p in self.places.items() if p.latitude is None and p.feature is None)
        return frozenset(name for s, name in on_no_map if _is_called_a_town(self.text, s) or self._is_where_it_was(s))

    def _is_where_it_was(self, span: Span) -> bool:
        at = _AT.search(self.text, max(0, span.start - 12), span.start) is not None
        # "At the Sani Abacha Specialist Hospital" tells of no such town.
        goes_on = _GOES_ON.match(self.text, span.end) is not None
        return at and not goes_on and any(m.contains(span) for m in self._marked.overlapping(span))

    def is_unlisted(self, place: GroundedPlace) -> bool:
        """Tell whether a place is a village or camp on no map that the report tells of as one."""
        return place.latitude is None and place.feature is None and place.name in self._unlisted

    @cached_property
    def headings(self) -> Headings:
        """The places that head the items or sections of the report."""
        return Headings(self.text, lambda s: s in self.places and self.places[s].latitude is not None)

    def fits_under(self, heading: Heading, place: GroundedPlace) -> bool:
        """Tell whether a place is the one that heads an item, or one that the item names."""
        own = self.index.overlapping(heading.scope)
        return place.latitude is not None and any(
            (self.places[s].latitude, self.places[s].longitude) == (place.latitude, place.longitude) for s in own
        )

    @cached_property
    def _often(self) -> Counter[Key]:
        """How often the report names each place."""
        return Counter(key_of(p) for p in self.places.values() if not p.adjective)

    @cached_property
    def capital(self) -> Span | None:
        """The first mention of the capital of the war's country, else of the country that the report names most places of."""
        placed = [(s, fold(p.name)) for s, p in self.places.items() if p.latitude is not None and p.feature in ("city", "adm1")]
        for country in filter(None, (self.war, self.home)):
            capital = fold(capitals_by_country().get(country, ""))
            if (first := min((s for s, name in placed if name == capital), default=None)) is not None:
                return first
        return None

    def is_last_before(self, start: int, country: str) -> bool:
        """Tell whether the last name before an offset is that of a country itself."""
        n = bisect_left(self.index.spans, start, key=lambda s: s.start)
        last = self.places[self.index.spans[n - 1]] if n else None
        return last is not None and last.feature == "country" and last.country == country

    @cached_property
    def _led(self) -> frozenset[Key]:
        """The places of the headline."""
        return frozenset(key_of(self.places[s]) for s in self.of_the_headline)

    @cached_property
    def of_the_headline(self) -> list[Span]:
        heads = SpanIndex(p.span for p in self._report.parts if p.kind in (PartKind.HEADLINE, PartKind.STANDFIRST))
        return [s for s in self.index.spans if heads.touches(Span(s.start, s.start + 1))]

    def last_before(self, start: int, head: str) -> Span | None:
        """Return the last placed name that ends before an offset and fits a description by its ``head``, at home before abroad.

        "The province" is the last that was called one, "the enclave" no foreign capital named in between.
        """
        features = features_of(head)
        before = self._before(start, self._fitting_for(features))
        over = self.headings.over(Span(start, start + 1))
        if over is not None:
            # In an item of a digest "the town" is of that item.
            before = [s for s in before if s.start >= over.span.start] or before
        if head != "region" and features != _WATER:
            # "The European Union" is no area of the war; "the region" may be the Sahel.
            before = [s for s in before if self.places[s].country is not None or self.is_unlisted(self.places[s])]
        if head == "strait":
            before = [s for s in before if head in self.places[s].name.casefold()]
        if head.rstrip("s") in _NO_VILLAGE:
            before = [s for s in before if not self.is_unlisted(self.places[s])]
        before = [s for s in before if not is_a_landmark(self.text, s)] or before
        if features == COUNTRY:
            return next((s for s in before if self.places[s].country == self.home), None)
        home = self._home_of(head, before)
        at_home = [s for s in before if (p := self.places[s]).country in (home, None) or self._was_a_province(p)] or before
        if head.rstrip("s") in _TOLD_OF:
            # An enclave is what its report is about: the place at home that it names most.
            return max(at_home, key=lambda s: self._often[key_of(self.places[s])], default=None)
        if head.rstrip("s") in _OF_ITS_TOWN:
            # The airport, too, is that of the town that the headline or the report most often names.
            led = [s for s in at_home if key_of(self.places[s]) in self._led]
            return max(led or at_home, key=lambda s: self._often[key_of(self.places[s])], default=None)
        if head in _THE_TOWN and at_home and self._is_far(at_home[0], start) and (main := self._main_before(start)) is not None:
            return main
        called = (s for s in at_home if head.rstrip("s") in _CALLED and _is_called(self.text, s, head.rstrip("s")))
        return next(called, None) or next(iter(at_home), None)

    def _home_of(self, head: str, before: Sequence[Span]) -> str | None:
        """Return the country that a description is meant in: the war's, if a place there is named before, however many are elsewhere.

        Whoever says "here" may be anywhere.
        """
        at_war = head not in ("here", "there") and any(self.places[s].country == self.war for s in before)
        return self.war if at_war and self.war else self.home

    @cached_property
    def _of_the_main_town(self) -> list[Span]:
        """The mentions of the town that the report is about, if it is about one.

        It is the headline's only one, or the one named more often than all others at home together.
        """
        towns = [s for s in self._fitting_for(TOWN) if self.places[s].country in (self.home, None)]
        by_key: dict[Key, list[Span]] = {}
        for s in towns:
            by_key.setdefault(key_of(self.places[s]), []).append(s)
        led = [key for key in by_key if key in self._led]
        most = max(by_key, key=lambda key: len(by_key[key]), default=None)
        if len(led) == 1 and len(by_key[led[0]]) > 1:
            return by_key[led[0]]
        return by_key[most] if most is not None and len(by_key[most]) > max(2, len(towns) / 2) else []

    def _main_before(self, start: int) -> Span | None:
        n = bisect_left(self._of_the_main_town, start, key=lambda s: s.start)
        return self._of_the_main_town[n - 1] if n else None

    def _is_far(self, name: Span, start: int) -> bool:
        """Tell whether a name stands more than a sentence before a description, or in another paragraph."""
        if start - name.end > _NOT_FAR:
            return True
        between = self.text[name.end : start]
        return "\n" in between or len(_SENTENCE_END.findall(between)) > 1

    def _fitting_for(self, features: frozenset[str]) -> list[Span]:
        if features not in self._fitting:
            self._fitting[features] = [
                s
                for s in self.index.spans
                if (
                    ((p := self.places[s]).feature in features or ("adm1" in features and self._was_a_province(p)))
                    and p.latitude is not None
                    and not p.adjective
                    and not may_be_its_government(self.text, s, p)
                )
                or (features >= TOWN and self.is_unlisted(p))
            ]
        return self._fitting[features]

    def _was_a_province(self, place: GroundedPlace) -> bool:
        """Tell whether a country was a province of another when the report was published: "the province" of 1998 may be Kosovo."""
        day = self._report.published_on
        return place.feature == "country" and day is not None and day.year < _ONCE_PROVINCES.get(place.country or "", 0)

    @staticmethod
    def _before(start: int, fitting: Sequence[Span]) -> list[Span]:
        """Return the last spans that end before an offset, the nearest first; farther back nobody is meant by a bare noun."""
        n = bisect_left(fitting, start, key=lambda s: s.start)
        return [s for s in fitting[max(0, n - _BACK) : n][::-1] if s.end <= start]

    def antecedent_of(self, event: EventMention) -> Span | None:
        """Return the name that a description in an event's place argument can mean: the last fitting one before."""
        marked = next((a.span for a in event.having(Role.PLACE)), None)
        return None if marked is None or self.index.touches(marked) else antecedent(marked, self)


def antecedent(place_span: Span, named: Named) -> Span | None:
    words = described_words(place_span.of(named.text))
    if "capital" in words and named.capital is not None and _OF_A_DIVISION.isdisjoint(words):
        return named.capital
    head = head_of(words)
    return None if head is None or is_unnamed(place_span, named.text) else named.last_before(place_span.start, head)


def is_unnamed(place_span: Span, text: str) -> bool:
    """Tell whether a description is of places that no name before it is of: "eight villages", not "the villages"; "General Tolom's prisons"."""
    if _SOMEBODYS.match(text, place_span.start, place_span.end) is not None:
        return True
    words = described_words(place_span.of(text))
    head = head_of(words)
    if head is None or head.rstrip("s") not in _ON_ITS_OWN or head in _REFERS:
        return False
    before = _WORD_BEFORE.search(text, max(0, place_span.start - 12), place_span.start)
    return _DEFINITE.isdisjoint(words) and (before is None or before[1].casefold() not in _DEFINITE)


# Countries, and the year from which they were no longer another's province.
_ONCE_PROVINCES = {"XK": 2008, "TL": 2002}
# What stands on a map by itself, and words by which several of it are known already.
_ON_ITS_OWN = frozenset(["village", "town", "city", "settlement", "hamlet", "province", "governorate", "oblast", "region"])
_DEFINITE = frozenset(["the", "these", "those", "both", "its", "their"])
# What is somebody's is not the last town's. A place in it would be a name of the report, and not be described.
_SOMEBODYS = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*(?<=[a-z])['’]s? [a-z]")
_WORD_BEFORE = re.compile(r"(\w+) \Z")
_WATER = frozenset({"water"})
_WIDE = frozenset({"adm1", "adm2", "adm3", "region", "country"})
# What a description can refer back to: its head word → features, nearest first.
_REFERS = {
    **dict.fromkeys(
        [
            "city",
            "town",
            "village",
            "suburb",
            "neighbourhood",
            "neighborhood",
            "settlement",
            "hamlet",
            "downtown",
            "centre",
            "center",
        ],
        TOWN,
    ),
    **dict.fromkeys(
        [
            "camp",
            "base",
            "airport",
            "airbase",
            "hospital",
            "school",
            "prison",
            "mosque",
            "church",
            "university",
            "site",
            "building",
            "house",
            "facility",
        ],
        TOWN,
    ),
    **dict.fromkeys(
        ["district", "province", "governorate", "department", "county", "oblast"], frozenset({"adm1", "adm2", "adm3", "city"})
    ),
    **dict.fromkeys(
        ["area", "enclave", "pocket", "zone", "north", "south", "east", "west", "front", "frontline", "territory"],
        TOWN | _WIDE - {"country"},
    ),
    "region": _WIDE - {"country"},
    "scene": TOWN,
    **dict.fromkeys(["waterway", "strait"], _WATER),
    **dict.fromkeys(["here", "there"], TOWN | _WIDE),
    **dict.fromkeys(["country", "nation", "homeland", "frontiers", "soil"], frozenset({"country"})),
}
# Descriptions that are looked for among the names that were called so: "Deir ez-Zor province … the province".
_CALLED = frozenset(["province", "governorate", "region", "district", "town", "village", "camp"])
_TOLD_OF = frozenset(["enclave", "pocket"])
# "The provincial capital" is not the country's.
_OF_A_DIVISION = frozenset(["provincial", "regional", "province", "region", "governorate", "oblast", "district"])
# What a village on no map is not called, and what lies in none.
_NO_VILLAGE = frozenset(
    [
        "city",
        "citie",
        "downtown",
        "airport",
        "airbase",
        "university",
        "north",
        "south",
        "east",
        "west",
        "front",
        "frontline",
        "zone",
    ]
)
_OF_ITS_TOWN = frozenset(["airport", "airbase", "hospital", "scene"])
# "The city" is the one that the report is about, unless another was named just before.
_THE_TOWN = frozenset(["city", "town", "downtown", "centre", "center"])
_NOT_FAR = 400
_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s")
COUNTRY = frozenset({"country"})
_BACK = 60


def described_words(surface: str) -> list[str]:
    """Return the words of a description that say what is referred to: of "the city's eastern districts" the city."""
    whole, _, _ = re.sub(r"['’]s\b", "\0", surface).partition("\0")
    words = re.findall(r"[a-z]+", whole.casefold())
    return words if head_of(words) is not None else re.findall(r"[a-z]+", surface.casefold())


def is_a_landmark(text: str, name: Span) -> bool:
    """Tell whether a name only says where something else lies: "Mellit" of "near Mellit", "Sake" of "Sake, 25 km west of the city"."""
    return (
        RELATIVE_TO.search(text, max(0, name.start - 60), name.start) is not None or _FAR_FROM.match(text, name.end) is not None
    )


# Behind a name: it is not the place that the description is.
_FAR_FROM = re.compile(
    r",? (?:about |some |around |roughly )?\d[\d.,]*\s?(?:km|kilomet(?:re|er)s|miles|mi)\b[^.,;]{0,30}? (?:of|from) the (?:city|town|capital|village|airport)\b"
)


def _is_called(text: str, name: Span, head: str) -> bool:
    """Tell whether a name stands with a noun that says what it is: "al-Hawl camp", "the town of Azaz", "Idlib, the last province"."""
    if re.match(
        rf"(?:['’]s)?[ -](?:[\w-]+ )?{head}s?\b|, (?:a|an|the) (?:[\w-]+ ){{0,4}}{head}\b",
        text[name.end : name.end + 60],
        re.IGNORECASE,
    ):
        return True
    return (
        re.search(rf"\b{head}s?(?: of)?(?: called| named)? \Z", text[max(0, name.start - 30) : name.start], re.IGNORECASE)
        is not None
    )


_GOES_ON = re.compile(r" (?:[A-Z]|(?:hospital|school|mosque|church|bridge|barracks|road)\b)")
_AT = re.compile(r"\b(?:in|at|on|into|outside) (?:the )?\Z", re.IGNORECASE)
_CALLED_A_TOWN = re.compile(
    r"(?:['’]s)? (?:[\w-]+ )?(?:village|hamlet|town|camp|settlement)s?\b|, (?:a|an|the) (?:[\w-]+ ){0,4}(?:village|hamlet|town|camp|settlement)\b"
)
_TOWN_CALLED = re.compile(r"\b(?:village|hamlet|town|camp|settlement)s?(?: of)?(?: called| named)? \Z", re.IGNORECASE)


def _is_called_a_town(text: str, name: Span) -> bool:
    return (
        _CALLED_A_TOWN.match(text, name.end) is not None
        or _TOWN_CALLED.search(text, max(0, name.start - 30), name.start) is not None
    )


def features_of(head: str) -> frozenset[str]:
    """Return what a description by its ``head``, in singular or plural, can refer back to."""
    return _REFERS.get(head) or _REFERS[head.rstrip("s")]


def head_of(words: Sequence[str]) -> str | None:
    return next((w for w in reversed(words) if w in _REFERS or w.rstrip("s") in _REFERS), None)
