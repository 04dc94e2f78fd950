"""A report's names as a description of a place looks back on them: which was named last, which the report is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from fogline.grounding.described_heads import (
    CALLED,
    COUNTRY,
    DIVISIONS,
    FEDERATIONS,
    NO_VILLAGE,
    OF_A_DIVISION,
    OF_ITS_TOWN,
    OF_THE_WAR,
    SITES,
    THE_TOWN,
    TOLD_OF,
    WATER,
    WHERE_ONE_STANDS,
    described_words,
    features_of,
    head_of,
    is_singular,
)
from fogline.grounding.gazetteer import fold
from fogline.grounding.grounding import GroundedPlace
from fogline.grounding.main_country import dominant_country
from fogline.grounding.named_as import (
    goes_on_as_a_site,
    is_called,
    is_called_a_town,
    is_its_site,
    is_no_town,
    is_of_a_street,
    stands_in,
)
from fogline.grounding.passing_names import is_somebodys_home, is_told_in_passing
from fogline.grounding.place_as_state import may_be_its_government
from fogline.grounding.place_choice import Key, key_of
from fogline.grounding.place_headings import Heading, Headings
from fogline.grounding.place_phrase import RELATIVE_TO, TOWN
from fogline.grounding.regions import capitals_by_country
from fogline.grounding.span_index import SpanIndex
from fogline.intake.report import PartKind, Report
from fogline.reading.reading import EventMention, Role
from fogline.span import Span

__all__ = ["Named", "antecedent", "is_a_landmark", "is_unnamed"]


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
        return frozenset(name for s, name in on_no_map if is_called_a_town(self.text, s) or self._is_where_it_was(s))

    def _is_where_it_was(self, span: Span) -> bool:
        at = stands_in(self.text, span) and not goes_on_as_a_site(self.text, span)
        return at and any(m.contains(span) for m in self._marked.overlapping(span))

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
        if over is None and self._dateline is not None and self._is_where_the_reporter_is(head, start):
            return self._dateline
        if over is not None:
            # In an item of a digest "the town" is of that item.
            before = [s for s in before if s.start >= over.span.start] or before
        if head != "region" and features != WATER:
            # "The European Union" is no area of the war; "the region" may be the Sahel.
            before = [s for s in before if self.places[s].country is not None or self.is_unlisted(self.places[s])]
        if head == "strait":
            before = [s for s in before if head in self.places[s].name.casefold()]
        if head.rstrip("s") in NO_VILLAGE:
            before = [s for s in before if not self.is_unlisted(self.places[s])]
        before = [s for s in before if not is_a_landmark(self.text, s)] or before
        if (head in WHERE_ONE_STANDS or head == "area") and _OVER_YEARS.search(self._sentence_of(start)) is None:
            before = [s for s in before if not self.only_holds_a_town(s)] or before
        if features == COUNTRY:
            own = self.home if head in ("soil", "homeland") else self.country_meant
            return next((s for s in before if self.places[s].country == own), None)
        home = self._home_of(head, before)
        if head == "state" and home not in FEDERATIONS:
            return None
        if (abroad := self._just_told_of(before, home, head, start)) is not None:
            return abroad
        at_home = [s for s in before if (p := self.places[s]).country in (home, None) or self._was_a_province(p)] or before
        if (
            head.rstrip("s") in OF_THE_WAR
            and at_home
            and at_home[0] is before[0]
            and self.places[before[0]].country not in (home, None)
        ):
            # No area of the war is in the capital of another country.
            return None
        if head in THE_TOWN:
            at_home = [s for s in at_home if not is_no_town(self.places[s].name)] or at_home
        if head.rstrip("s") in SITES:
            at_home = [s for s in at_home if not is_of_a_street(self.places[s].name)] or at_home
        at_home = self._told_for_themselves(at_home, head, start)
        if head.rstrip("s") in DIVISIONS:
            at_home = [s for s in at_home if self._is_a_division(s)] or at_home
        if head.rstrip("s") in TOLD_OF:
            # An enclave is what its report is about: the place at home that it names most, and no capital.
            at_home = [s for s in at_home if not self._is_a_capital(s)] or at_home
            # Towns are named more often than the area that they lie in.
            areas = [s for s in at_home if self.places[s].feature == "region" and self._often[key_of(self.places[s])] > 1]
            at_home = areas or at_home
            return max(at_home, key=lambda s: self._often[key_of(self.places[s])], default=None)
        if head.rstrip("s") in SITES:
            # "The prison" is first the one of which it was said in which town it is.
            said = (s for s in at_home if is_its_site(self.text, s, head.rstrip("s")))
            if (its := next(said, None)) is not None:
                return its
        if head.rstrip("s") in OF_ITS_TOWN:
            # The airport, too, is that of the town that the headline or the report most often names.
            led = [s for s in at_home if key_of(self.places[s]) in self._led]
            return max(led or at_home, key=lambda s: self._often[key_of(self.places[s])], default=None)
        if at_home and self._is_of_the_main_town(head, at_home[0], start):
            main = self._main_before(start)
            if main is not None and self.places[main].country in (self.places[at_home[0]].country, self.war):
                return main
        called = (s for s in at_home if head.rstrip("s") in CALLED and is_called(self.text, s, head.rstrip("s")))
        return next(called, None) or next(iter(at_home), None)

    @cached_property
    def country_meant(self) -> str | None:
        """The country that "the country" is: the war's, if the report names hardly fewer places there than elsewhere."""
        told = Counter(p.country for p in self.places.values() if p.country)
        return self.war if self.war and 2 * told[self.war] >= told[self.home or ""] else self.home

    def _told_for_themselves(self, names: list[Span], head: str, start: int) -> list[Span]:
        """Return the names before a description without those told only in passing, if others are left."""
        if head in WHERE_ONE_STANDS or _THAT.match(self.text, start):
            # Whoever fled to Orvat may tell of what is "there"; "the city" is another.
            return names
        if head.rstrip("s") == "camp":
            # To a camp people go, and from villages.
            return [s for s in names if not is_somebodys_home(self.text, s)] or names
        return [s for s in names if s != self._dateline and not is_told_in_passing(self.text, s)] or names

    def _just_told_of(self, before: Sequence[Span], home: str | None, head: str, start: int) -> Span | None:
        """Return the town abroad named last, if "the town" stands right behind it and far from every town at home."""
        if head not in THE_TOWN or not before or (last := self.places[before[0]]).country in (home, None):
            return None
        at_home = next((s for s in before if self.places[s].country == home), None)
        if last.feature != "city" or self._is_a_capital(before[0]) or self._is_far(before[0], start):
            return None
        if is_told_in_passing(self.text, before[0]):
            return None
        return before[0] if at_home is None or start - at_home.end > _NOT_FAR else None

    @cached_property
    def _dateline(self) -> Span | None:
        """The town from which the report is told by its own first words."""
        first = next((s for s in self.index.spans if s.start < _HEAD and self.places[s].feature in TOWN), None)
        return first if first is not None and _DATELINE.match(self.text, first.end) is not None else None

    def _is_where_the_reporter_is(self, head: str, start: int) -> bool:
        """Tell whether "here" or "this city" are the words of who wrote the report, and not of somebody quoted."""
        if head != "here" and not (head in THE_TOWN and _THIS.match(self.text, start)):
            return False
        paragraph = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        return paragraph.count("“") <= paragraph.count("”") and paragraph.count('"') % 2 == 0

    def _is_a_division(self, name: Span) -> bool:
        """Tell whether a name is a province's, or that of the town after which its province is called."""
        place = self.places[name]
        return place.feature in ("adm1", "region", "country") or fold(place.name) == fold(place.admin1 or "")

    def _is_a_capital(self, name: Span) -> bool:
        place = self.places[name]
        return place.feature == "city" and fold(place.name) == fold(capitals_by_country().get(place.country or "", ""))

    def _is_of_the_main_town(self, head: str, last: Span, start: int) -> bool:
        """Tell whether a description is of the town that the report is about, and not of the last that was named."""
        if (head not in THE_TOWN and head.rstrip("s") not in SITES) or _THAT.match(self.text, start) is not None:
            return False
        return self._is_far(last, start) or self._is_only_mentioned(last, start)

    def _sentence_of(self, start: int) -> str:
        """Return the text of the sentence around a point, roughly."""
        before = max(
            (m.end() for m in _SENTENCE_END.finditer(self.text, max(0, start - 300), start)), default=max(0, start - 300)
        )
        end = _SENTENCE_END.search(self.text, start, start + 300)
        return self.text[before : end.start() if end else start + 300]

    def _is_only_mentioned(self, name: Span, start: int) -> bool:
        """Tell whether a name of an earlier sentence is its place's only one, and nothing is told to have happened in it."""
        place = self.places[name]
        if not self._marked.spans or self._often[key_of(place)] > 1 or key_of(place) in self._led or self._marked.touches(name):
            return False
        return _SENTENCE_END.search(self.text, name.end, start) is not None

    @cached_property
    def only_holding(self) -> frozenset[Key]:
        """The countries and provinces that the report names for nothing but where a town is, as in "ORVAT, Tolom - "."""
        alone = {s: self.only_holds_a_town(s) for s, p in self.places.items() if not p.adjective}
        told = {key_of(self.places[s]) for s, holds in alone.items() if not holds}
        return frozenset(key_of(self.places[s]) for s, holds in alone.items() if holds) - told

    def only_holds_a_town(self, name: Span) -> bool:
        """Tell whether a country or province only says where the town right before it is: "in Orvat, Tolom"."""
        place, n = self.places[name], bisect_left(self.index.spans, name)
        if not n or place.adjective or place.feature not in ("country", "adm1", "region"):
            return False
        town = self.index.spans[n - 1]
        alike = self.places[town].country == place.country and self.places[town].feature in (*TOWN, "adm2", "adm3")
        return alike and _IS_IN.fullmatch(self.text, town.end, name.start) is not None

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
        towns = [
            s
            for s in self._fitting_for(TOWN)
            if self.places[s].country in (self.home, self.war, None) and not is_no_town(self.places[s].name)
        ]
        by_key: dict[Key, list[Span]] = {}
        for s in towns:
            by_key.setdefault(key_of(self.places[s]), []).append(s)
        led = [key for key in by_key if key in self._led]
        most = max(by_key, key=lambda key: len(by_key[key]), default=None)
        if len(led) == 1 and len(by_key[led[0]]) > 1:
            return by_key[led[0]]
        if most is not None and len(by_key[most]) > max(2, len(towns) / 2):
            return by_key[most]
        # Of a feature that names ten towns it is the one where most is told to have happened, if none is named more often.
        marks = Counter({key: sum(self._marked.touches(s) for s in by_key[key]) for key in by_key if key[1] is not None})
        (first, n), (_, next_best) = [*marks.most_common(2), (("", None), 0), (("", None), 0)][:2]
        is_most = most is not None and first in by_key and len(by_key[first]) >= len(by_key[most])
        return by_key[first] if is_most and n >= max(_SCENES, 2 * next_best) else []

    def main_town_before(self, start: int, last: Span) -> Span | None:
        """Return the town that the report is about, for what stands far behind the ``last`` town; None if it is about none."""
        is_a_town = self.places[last].feature in TOWN or self.is_unlisted(self.places[last])
        return self._main_before(start) if not is_a_town or self._is_far(last, start) else None

    def _main_before(self, start: int) -> Span | None:
        if self.headings.over(Span(start, start + 1)) is not None:
            return None
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
    if "capital" in words and named.capital is not None and OF_A_DIVISION.isdisjoint(words):
        return named.capital
    head = head_of(words)
    if head == "state" and words[-1] != head:
        # "State television" is in no state.
        return None
    return None if head is None or is_unnamed(place_span, named.text) else named.last_before(place_span.start, head)


def is_unnamed(place_span: Span, text: str) -> bool:
    """Tell whether a description is of places that no name before it is of: "eight villages", not "the villages"; "General Tolom's prisons"."""
    if _SOMEBODYS.match(text, place_span.start, place_span.end) is not None:
        return True
    words = described_words(place_span.of(text))
    head = head_of(words)
    if head is None or head.rstrip("s") not in _ON_ITS_OWN or is_singular(head):
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
_NOT_FAR = 400
# So many happenings make a town the one that its report is about.
_SCENES = 3
# "ORVAT, Tolom, 5 May (LFA) - Shells fell".
_HEAD = 200
_DATELINE = re.compile(r"(?:,[^\n]{0,40}?)?[ \t]*(?:\([^)\n]{1,40}\)[ \t]*)?(?:[–—]|--?[ \t]|:[ \t])")
_IS_IN = re.compile(r",? (?:in )?(?:the )?(?:[a-z-]+ern )?")
# "Fifty have been killed there since 2012" tells of the whole country.
_OVER_YEARS = re.compile(
    r"\b(?:since|(?:in|during|by) (?:19|20)\d\d|(?:last|this|past|each|every) (?:year|decade)|(?:a|per) year|years?)\b",
    re.IGNORECASE,
)
_THIS = re.compile(r"this\b", re.IGNORECASE)
_THAT = re.compile(r"that\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s")
_BACK = 60


def is_a_landmark(text: str, name: Span) -> bool:
    """Tell whether a name only says where something else lies: "Mellit" of "near Mellit", "Sake" of "Sake, 25 km west of the city".

    The "eastern edge of Mellit" is Mellit's.
    """
    if _FAR_FROM.match(text, name.end) is not None:
        return True
    before = max(0, name.start - 60)
    return RELATIVE_TO.search(text, before, name.start) is not None and _PART_OF.search(text, before, name.start) is None


_PART_OF = re.compile(r"\b(?:edge|side|outskirts|suburbs?)\s+of\s+(?:the\s+(?:city|town)\s+of\s+)?\Z", re.IGNORECASE)
# Behind a name: it is not the place that the description is.
_FAR_FROM = re.compile(
    r",? (?:about |some |around |roughly )?\d[\d.,]*\s?(?:km|kilomet(?:re|er)s|miles|mi)\b[^.,;]{0,30}? (?:of|from) the (?:city|town|capital|village|airport)\b"
)
