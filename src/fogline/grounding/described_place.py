"""What a description of a place refers to: "the town", "the province", "the east", "the airport"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from fogline.grounding.found_place import with_reason
from fogline.grounding.gazetteer import fold
from fogline.grounding.grounding import GroundedPlace, PlaceBasis
from fogline.grounding.main_country import country_place, dominant_country
from fogline.grounding.place_as_state import may_be_its_government
from fogline.grounding.place_choice import Key, key_of
from fogline.grounding.place_phrase import RELATIVE_TO, TOWN
from fogline.grounding.place_words import SITE_HEADS
from fogline.grounding.regions import capitals_by_country
from fogline.grounding.span_index import SpanIndex
from fogline.intake.report import PartKind, Report
from fogline.reading.reading import EventMention, Role
from fogline.span import Span


class Named:
    """The resolved names of one report, as a description of a place ("the town") looks back on them.

    What does not depend on the description is worked out once: a long report has hundreds.
    """

    def __init__(self, report: Report, places: Mapping[Span, GroundedPlace], war: str | None = None) -> None:
        self.text = report.text
        self.war = war
        self.places = places
        self.index = SpanIndex(places)
        self._report = report
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
    def _often(self) -> Counter[Key]:
        """How often the report names each place."""
        return Counter(key_of(p) for p in self.places.values() if not p.adjective)

    @cached_property
    def capital(self) -> Span | None:
        """The first mention of the capital of the country that the report is about."""
        if self.home is None:
            return None
        capital = fold(capitals_by_country().get(self.home, ""))
        placed = ((s, p) for s, p in self.places.items() if p.latitude is not None and p.feature in ("city", "adm1"))
        return min((s for s, p in placed if fold(p.name) == capital), default=None)

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
        features = _features(head)
        before = self._before(start, self._fitting_for(features))
        if head != "region":
            # "The European Union" is no area of the war; "the region" may be the Sahel.
            before = [s for s in before if self.places[s].country is not None]
        before = [s for s in before if not _is_a_landmark(self.text, s)] or before
        if features == _COUNTRY:
            return next((s for s in before if self.places[s].country == self.home), None)
        at_home = [s for s in before if self.places[s].country in (self.home, None)] or before
        if head.rstrip("s") in _TOLD_OF:
            # An enclave is what its report is about: the place at home that it names most.
            return max(at_home, key=lambda s: self._often[key_of(self.places[s])], default=None)
        if head.rstrip("s") in _OF_ITS_TOWN:
            # The airport, too, is that of the town that the headline or the report most often names.
            led = [s for s in at_home if key_of(self.places[s]) in self._led]
            return max(led or at_home, key=lambda s: self._often[key_of(self.places[s])], default=None)
        called = (s for s in at_home if head.rstrip("s") in _CALLED and _is_called(self.text, s, head.rstrip("s")))
        return next(called, None) or next(iter(at_home), None)

    def _fitting_for(self, features: frozenset[str]) -> list[Span]:
        if features not in self._fitting:
            self._fitting[features] = [
                s
                for s in self.index.spans
                if (p := self.places[s]).latitude is not None
                and p.feature in features
                and not p.adjective
                and not may_be_its_government(self.text, s, p)
            ]
        return self._fitting[features]

    @staticmethod
    def _before(start: int, fitting: Sequence[Span]) -> list[Span]:
        """Return the last spans that end before an offset, the nearest first; farther back nobody is meant by a bare noun."""
        n = bisect_left(fitting, start, key=lambda s: s.start)
        return [s for s in fitting[max(0, n - _BACK) : n][::-1] if s.end <= start]

    def antecedent_of(self, event: EventMention) -> Span | None:
        """Return the name that a description in an event's place argument can mean: the last fitting one before."""
        marked = next((a.span for a in event.having(Role.PLACE)), None)
        return None if marked is None or self.index.touches(marked) else _antecedent(marked, self)


def antecedent_of(report: Report, event: EventMention, places: Mapping[Span, GroundedPlace]) -> Span | None:
    """Return the name that a description ("the town") in an event's place argument can mean: the last fitting one before."""
    return Named(report, places).antecedent_of(event)


def refers_back(place_span: Span, sentence: Span, named: Named) -> tuple[GroundedPlace, Span | None]:
    """Return what a description of a place means, with the words of the description."""
    surface = " ".join(place_span.of(named.text).split())
    head = _head(_described(surface))
    if _IN_THAT_PART.search(named.text, max(0, place_span.start - 24), place_span.start) is not None:
        part = _part_of_the_country(surface, named)
        if part is not None:
            return part, place_span
    if (
        head is not None
        and _features(head) == _COUNTRY
        and (own := _country_named_before(place_span, sentence, named)) is not None
    ):
        place = with_reason(named.places[own], f"'{surface}' is the country that its sentence names")
        return replace(place, basis=PlaceBasis.INHERITED), place_span
    other = head is not None and _ANOTHER.match(surface) is not None
    antecedent = None if other else _antecedent(place_span, named)
    if antecedent is None and not other and head is not None:
        features = _features(head)
        if features == _COUNTRY and named.home is not None:
            how = f"'{surface}' is the country that the report names most places of"
            return replace(with_reason(country_place(named.home), how), basis=PlaceBasis.INHERITED), place_span
        antecedent = next((s for s in named.of_the_headline if named.places[s].feature in features), None)
    if antecedent is not None:
        place = replace(with_reason(named.places[antecedent], f"'{surface}' refers back to it"), basis=PlaceBasis.INHERITED)
        if head in SITE_HEADS and place.precision == 1:
            place = replace(place, precision=2)
        return place, place_span
    if not other and (beside := _named_in_its_sentence(sentence, head, named)) is not None:
        place = with_reason(named.places[beside], f"'{surface}' is no name; its sentence names this place")
        return replace(place, basis=PlaceBasis.INHERITED, precision=max(place.precision or 2, 2)), place_span
    return (
        GroundedPlace(
            name=surface, country=None, admin1=None, latitude=None, longitude=None, precision=None, basis=PlaceBasis.UNKNOWN,
            reason=f"Nothing in '{surface}' is a name that could be placed, and nothing before it fits.",
        ),
        place_span,
    )  # fmt: skip


def named_behind(place_span: Span, named: Named) -> Span | None:
    """Return the name behind a description that says which or where it is: "a second town, Kirumba", "a store in Kharkiv"."""
    text = named.text
    for span in named.index.overlapping(Span(place_span.end, min(len(text), place_span.end + _FAR_BEHIND))):
        if span.start > place_span.end:
            return span if _BEHIND.fullmatch(text, place_span.end, span.start) else None
    return None


def _antecedent(place_span: Span, named: Named) -> Span | None:
    words = _described(place_span.of(named.text))
    if "capital" in words and named.capital is not None and _OF_A_DIVISION.isdisjoint(words):
        return named.capital
    head = _head(words)
    return None if head is None else named.last_before(place_span.start, head)


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
    **dict.fromkeys(["here", "there"], TOWN | _WIDE),
    **dict.fromkeys(["country", "nation", "homeland", "frontiers", "soil"], frozenset({"country"})),
}
# Descriptions that are looked for among the names that were called so: "Deir ez-Zor province … the province".
_CALLED = frozenset(["province", "governorate", "region", "district", "town", "village", "camp"])
_TOLD_OF = frozenset(["enclave", "pocket"])
# "The provincial capital" is not the country's.
_OF_A_DIVISION = frozenset(["provincial", "regional", "province", "region", "governorate", "oblast", "district"])
_OF_ITS_TOWN = frozenset(["airport", "airbase", "hospital", "scene"])
_COUNTRY = frozenset({"country"})
_BACK = 60


def _described(surface: str) -> list[str]:
    """Return the words of a description that say what is referred to: of "the city's eastern districts" the city."""
    whole, _, _ = re.sub(r"['’]s\b", "\0", surface).partition("\0")
    words = re.findall(r"[a-z]+", whole.casefold())
    return words if _head(words) is not None else re.findall(r"[a-z]+", surface.casefold())


def _is_a_landmark(text: str, name: Span) -> bool:
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


def _features(head: str) -> frozenset[str]:
    """Return what a description by its ``head``, in singular or plural, can refer back to."""
    return _REFERS.get(head) or _REFERS[head.rstrip("s")]


def _head(words: Sequence[str]) -> str | None:
    return next((w for w in reversed(words) if w in _REFERS or w.rstrip("s") in _REFERS), None)


def _in_its_clause(country: Span, place_span: Span, named: Named) -> bool:
    """Tell whether a description stands in a clause about a country from abroad: "Turkey, which has soldiers in the country"."""
    clause = _WHICH.match(named.text, country.end)
    return clause is not None and place_span.start < clause.end() and named.places[country].country != named.home


_WHICH = re.compile(r",? (?:which|whose)\b[^,.;:]*")


def _country_named_before(place_span: Span, sentence: Span, named: Named) -> Span | None:
    """Return the country named before "the country" in its sentence: "Lebanon's ministry said 51 died across the country"."""
    before = named.index.overlapping(Span(sentence.start, place_span.start)) if sentence.start < place_span.start else ()
    countries = [
        s
        for s in before
        if named.places[s].feature == "country" and not named.places[s].adjective and not _in_its_clause(s, place_span, named)
    ]
    return countries[-1] if len({named.places[s].country for s in countries}) == 1 else None


# "A second town" is none that was named before.
_ANOTHER = re.compile(
    r"(?:a|an|one|the) (?:second|third|other|nearby|neighbou?ring|different|separate)\b|another\b", re.IGNORECASE
)
# What stands between a description and the name that says where it is: "a store *in the border city of* Kharkiv".
_BEHIND = re.compile(r",\s|\s(?:in|at|near|outside|inside|of)\s(?:the\s)?(?:[\w'’-]+\s){0,4}", re.IGNORECASE)
_FAR_BEHIND = 45
_BARE_COMPASS = re.compile(r"the (?:far )?((?:north|south)?[- ]?(?:east|west)|north|south)", re.IGNORECASE)
# "A corridor to the north" leads there from where it is.
_IN_THAT_PART = re.compile(
    r"\b(?:in|across|throughout|over|of|from|into|(?<!corridor )(?<!road )(?<!route )(?<!way )(?<!highway )to) \Z", re.IGNORECASE
)


def _part_of_the_country(surface: str, named: Named) -> GroundedPlace | None:
    """Return what "the east" means with nothing behind it: the east of the country that the report is about."""
    bare = _BARE_COMPASS.fullmatch(surface)
    home = named.war or named.home
    if bare is None or home is None:
        return None
    country = country_place(home)
    part = replace(country, name=f"{bare.group(1).casefold()}ern {country.name}", basis=PlaceBasis.INHERITED)
    return with_reason(part, f"'{surface}' is that part of the country that the report is about")


def _named_in_its_sentence(sentence: Span, head: str | None, named: Named) -> Span | None:
    """Return the place at home that a description's sentence names, if it names one: "In Taiz a shell hit the second floor"."""
    there = [
        s
        for s in named.index.overlapping(sentence)
        if (p := named.places[s]).latitude is not None
        and p.country == named.home
        and not p.adjective
        and (head is None or p.feature in _features(head))
        and not may_be_its_government(named.text, s, p)
        and not _is_a_landmark(named.text, s)
    ]
    finest = min((named.places[s].precision or 9 for s in there), default=9)
    exact = [s for s in there if (named.places[s].precision or 9) == finest]
    return exact[-1] if len({key_of(named.places[s]) for s in exact}) == 1 else None
