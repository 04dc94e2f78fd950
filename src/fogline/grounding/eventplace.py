"""Which of a report's places is one event's.

A report names ten places and the event happened at one. Its place phrase may hold several names ("the village of X, north
of Y"), none ("the town"), or be missing; whatever is then assumed carries its basis.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.coordinates import Coordinates, coordinates_in
from fogline.grounding.gazetteer import fold
from fogline.grounding.grounding import GroundedPlace, PlaceBasis
from fogline.grounding.number import CARDINALS
from fogline.grounding.place_choice import Choice, Choices, Key, Options, best, by_place, key_of, trained
from fogline.grounding.quantity_evidence import event_of
from fogline.grounding.regions import capitals_by_country, countries, country_facts
from fogline.grounding.regions import words as word_list
from fogline.grounding.span_index import SpanIndex
from fogline.grounding.timex_calendar import DAYPARTS, MONTHS, WEEKDAYS
from fogline.grounding.word_lists import word_set
from fogline.intake.report import PartKind, Report
from fogline.reading.reading import EventMention, Reading, Role
from fogline.span import Span

_RELATIVE = re.compile(
    r"\b(?:(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:ern)?(?:\s+(?:edge|side|outskirts|suburbs?))?\s+of|near|outside|close to|"
    r"(?:km|kilomet(?:re|er)s|miles|mi)\b.{0,25}\b(?:of|from)|next to|not far from|between)\s+(?:the\s+)?"
    r"(?:(?:[a-z-]+\s+){0,2}(?:city|town|village|border|outskirts|capital|province)\s+(?:of\s+|with\s+)?)?(?:the\s+)?$",
    re.IGNORECASE,
)
_TOWN = frozenset({"city", "site"})
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
        _TOWN,
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
        _TOWN,
    ),
    **dict.fromkeys(
        ["district", "province", "governorate", "department", "county", "oblast"], frozenset({"adm1", "adm2", "adm3", "city"})
    ),
    **dict.fromkeys(
        ["area", "enclave", "pocket", "zone", "north", "south", "east", "west", "front", "frontline", "territory"],
        _TOWN | _WIDE - {"country"},
    ),
    "region": _WIDE - {"country"},
    "scene": _TOWN,
    **dict.fromkeys(["here", "there"], _TOWN | _WIDE),
    **dict.fromkeys(["country", "nation", "homeland", "frontiers", "soil"], frozenset({"country"})),
}
_SITE_HEADS = word_list("site-heads")
_DIRECTED = re.compile(
    r"((?:north|south)?[- ]?(?:north|south|east|west|central)(?:ern)?|rural|greater|upper|lower)\s+(?:part\s+of\s+|of\s+)?$",
    re.IGNORECASE,
)
_COUNTRYSIDE = re.compile(
    r"^(?:['’]s)?\s+(?:[\w-]+ern\s+)?(?:countryside|outskirts|suburbs|area|environs|hinterland)\b", re.IGNORECASE
)


_GENERIC = word_list("generic")
# Faiths, groups and adjectives that a place phrase may hold and that no place is named for.
_NO_PLACE = word_list("no-place")
# Bodies: "the Lantern Insurance Company" has offices somewhere, and is nowhere.
_BODY = re.compile(
    r" (?:company|corporation|corp|inc|ltd|association|federation|committee|council|party|front|army|movement|ministry|brigades?|battalion|regiment|squadron|"
    r"corps|agency|commission|authority)$|\b(?:infantry|armou?red|tank|mechani[sz]ed|airborne|mountain|artillery|cavalry) division$"
)
_HELD = re.compile(r"[-‑](?:held|controlled|occupied|backed|led|run|dominated)$", re.IGNORECASE)


# In a phrase in capitals nothing but the word itself tells a name from what is done, who does it and when.
_IN_CAPITALS = (
    lexicon.FIGHTERS
    | frozenset(WEEKDAYS)
    | frozenset(MONTHS)
    | frozenset(DAYPARTS)
    | frozenset(CARDINALS)
    | word_set(
        "attacked assaulted shelled bombed bombarded clashed fought fired struck hit raided stormed entered captured recaptured seized took "
        "retook advanced withdrew retreated launched ambushed besieged blew detonated exploded destroyed damaged burned arrested detained abducted "
        "kidnapped murdered executed fled occupied liberated attacking shelling bombing clashing fighting firing advancing entering "
        "storm storms seize seizes capture captures enter enters claim claims "
        "said reported announced today yesterday tomorrow tonight last next week month year hours ago"
    )
)


def _no_part_of_a_name(word: str) -> bool:
    return word in _IN_CAPITALS or event_of(word) is not None


def names_no_place(name: str) -> bool:
    """Tell whether an unknown name is none: "Islamic", "Eastern", "Kurdish-held", a body's, an initial."""
    folded = name.casefold()
    if folded in WEEKDAYS or sum(c.isalpha() for c in name) < 3:
        return True
    return folded in _NO_PLACE or folded in _GENERIC or _HELD.search(name) is not None or _BODY.search(folded) is not None


def generic(words: str) -> bool:
    """Tell whether words are a common noun for a place, faith or people: in a text in capitals "AREA" is no town of that name."""
    folded = words.casefold()
    return folded in _GENERIC or folded in _NO_PLACE


def names_in(text: str, place_span: Span, known: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Return the names inside a place phrase that no span in ``known`` covers: "the town of Atareb" → Atareb.

    To be resolved with the report's toponyms: a phrase that the reader takes for a place holds a place's name even where
    neither tagger nor gazetteer knew it, and then it must come out as unknown, not as the city beside it.
    """
    phrase = place_span.of(text)
    capitals = phrase.isupper()
    names: list[Span] = []
    run: list[Span] = []

    def close() -> None:
        if run:
            span = Span(run[0].start, run[-1].end)
            if not names_no_place(span.of(text)) and not any(span.overlap(k) for k in known):
                names.append(span)
        run.clear()

    for match in re.finditer(r"[^\W\d_][\w'’-]*", phrase):
        word = match.group()
        span = Span(match.start(), match.end()).shifted(place_span.start)
        if _HELD.search(word):
            close()  # "IS-held Dabiq" is Dabiq
            continue
        # "the STATUE of Liberty": a word shouted in a text that is not is no name by its capitals.
        shouted = not capitals and len(word) > 4 and word.isupper()
        titled = (word[0].isupper() and not shouted) or re.match(r"(?:al|el|ad|ar|as|ash|at|az|ez|an)-[A-Z]", word) is not None
        titled = titled and not (capitals and _no_part_of_a_name(word.casefold()))
        generic = word.casefold() in _GENERIC
        if run and text[run[-1].end : span.start] not in (" ", "-"):
            close()
        if titled and not (generic and (capitals or not run)) and not (generic and word.islower()):
            if generic and run:
                close()
                continue
            run.append(Span(span.start, span.end - 2) if re.search(r"['’]s$", word) else span)
        elif run and word.casefold() in ("de", "la", "del", "los", "al", "el", "ez", "az", "ul"):
            run.append(span)
        elif run and word in _SITE_HEADS and word.islower():
            run.append(span)  # "the Erdogan hospital" is none of Erdogan
            close()
        else:
            close()
    close()
    return tuple(names)


Found = tuple[GroundedPlace, Span | None] | None


def event_places(
    report: Report, reading: Reading, places: Mapping[Span, GroundedPlace], war_country: str | None = None
) -> list[Found]:
    """Say where each event of a reading happened, given what the report's names mean; None where nothing says so.

    The trained chooser weighs the report's names for each event, beside "none", the country that the report is about, and
    the description that the reader marked ("the town"). What is chosen is then read with the words around it: "the village
    of X, north of Y" is X, "northern Aleppo countryside" is less exact than Aleppo. A point that the text prints beside the
    event is its point. The span returned are the words that state the place. A toll that states none is its war's, in
    ``war_country`` if that is known. An unlisted village that the report has once placed is there wherever it names it.
    """
    if not reading.events:
        return []
    # A people has no place of its own: "Kurdish positions" are wherever they are.
    peoples = {span for span, place in places.items() if place.adjective and place.country is None}
    told = Counter(place.country for place in places.values() if place.country)
    home = max(told, key=lambda country: told[country], default=None)
    places = {
        s: place
        for s, place in places.items()
        if s not in peoples
        and not _speaks(report.text, s, place)
        and not _lies_across(report.text, s, place)
        and (place.country == home or not _is_anothers(report.text, s, place))
    }
    choices, chooser = choices_of(report, reading, places), trained()
    named, sentences = Named(report, places, war_country), SpanIndex(reading.sentences)
    printed = Points(coordinates_in(report.text))
    found = []
    for event in reading.events:
        option = choices.of(event, named.antecedent_of(event))
        shares = chooser.shares(option)
        chosen, share = best(option, shares)
        place = _stands_for(event, option.choices[chosen], sentences, named)
        if place is not None and option.choices[chosen].kind == "description" and _somewhere_at_home(place[0]):
            place = _next_best(option, shares, place, named)
        if event.type in _OF_A_WAR and (whole := _of_the_war(event, option.choices[chosen], sentences, named, war_country)):
            place = whole, None
        if place is not None:
            place = _weighed(place[0], share, option, shares, chosen, places), place[1]
        found.append(at_printed_point(report.text, event, sentences, place, printed))
    return _as_placed_once(found, named)


def _as_placed_once(found: Sequence[Found], named: Named) -> list[Found]:
    """Return places with those that are on no map where the report itself has put them, or in its country, if it has one.

    "Kan Daw village in Sagaing" says for every later "Kan Daw" where it is.
    """
    put: dict[str, GroundedPlace] = {}
    for place, _ in filter(None, found):
        known = put.get(place.name)
        if (
            place.feature is None
            and place.latitude is not None
            and (known is None or (known.precision or 9) > (place.precision or 9))
        ):
            put[place.name] = place
    return [None if f is None else (_placed(f[0], f[1], put, named), f[1]) for f in found]


def _placed(place: GroundedPlace, span: Span | None, put: Mapping[str, GroundedPlace], named: Named) -> GroundedPlace:
    if place.latitude is not None or span is None or not named.index.touches(span):
        return place
    if place.name in put:
        how = f"as where the report first says where '{place.name}' is"
        return _told(replace(put[place.name], basis=PlaceBasis.INHERITED), how)
    if place.country is None and named.dominant is not None:
        country, count, total = named.dominant
        how = f"in {country.name}, as {count} of the report's {total} placed names are"
        return _told(replace(place, country=country.country), how)
    return place


# What is told of a whole war, unless it says where.
_OF_A_WAR = frozenset(["casualty-toll", "displacement", "hardship"])


def _of_the_war(
    event: EventMention, choice: Choice, sentences: SpanIndex, named: Named, war_country: str | None
) -> GroundedPlace | None:
    """Return the war's country for a toll that was only put at a place abroad that another sentence names.

    At home the likeliest place stays, however weakly it was taken: with the country instead of those below .6 places
    score one point less on held-back articles (2026-11).
    """
    country = war_country or named.home
    if country is None or choice.kind != "name" or choice.span is None:
        return None
    sentence = sentences.first(event.trigger)
    if sentence is None or sentence.overlap(choice.span) or event.quote.overlap(choice.span):
        return None
    place = named.places[choice.span]
    if place.country in (country, None):
        return None
    whole = country_place(country)
    return _told(whole, f"the sentence names no place, and {place.name} is named in another")


def _is_anothers(text: str, span: Span, place: GroundedPlace) -> bool:
    """Tell whether an adjective only says whose something is, not where: "the Saudi hospital" in Sudan, "near the Iraqi border" in Syria."""
    return bool(place.adjective) and _OF_A_STATE.match(text, span.end) is not None


_OF_A_STATE = re.compile(
    r"[ -](?:hospitals?|embassy|consulate|border|frontier|school|mosque|church|cemetery|quarter|nationals?)\b",
    re.IGNORECASE,
)


def _lies_across(text: str, span: Span, place: GroundedPlace) -> bool:
    """Tell whether a country is only named for what lies on this side of its border: "a border crossing with Kenya"."""
    return place.feature == "country" and _BORDER_WITH.search(text, max(0, span.start - 100), span.start) is not None


_BORDER_WITH = re.compile(
    r"\b(?:borders?|frontiers?|crossings?)(?: (?:crossing|post|point|area|region|fence|wall|gate)s?)? with (?:the |neighbou?ring )?"
    r"(?:(?-i:[A-Z])[\w'’-]*(?: (?-i:[A-Z])[\w'’-]*){0,3}(?:,? (?:and|or) (?:the |with )?|, )){0,4}\Z",
    re.IGNORECASE,
)
# Seats of government that speak and act; nothing happens there unless the words before say so.
_SEATS = frozenset(["Kremlin", "White House", "Pentagon", "Downing Street", "Capitol Hill"])
_THERE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|on|to|from|over|into|towards|toward|of|hit|struck|stormed|attacked|bombed)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)


# What capitals do where they stand for their governments.
_DOES = re.compile(
    r"\s+(?:has |had |have |also |again |repeatedly |later )*(?:said|says|denied|denies|rejected|rejects|claimed|claims|blamed|blames|accused|accuses|"
    r"called|calls|demanded|demands|urged|urges|warned|warns|threatened|threatens|vowed|promised|pledged|agreed|refused|refuses|insisted|insists|"
    r"announced|condemned|welcomed|wants|wanted|fears|hopes|supports|backs|recognised|recognized|expelled|summoned|recalled|imposed|lifted|vetoed|"
    r"joins|joined|intervenes|intervened|retaliates|retaliated|responds|responded|invades|invaded|sends|sent|arms|armed|funds|funded|deploys|deployed|"
    r"withdraws|withdrew|signs|signed|seeks|sought|offers|offered|proposes|proposed|helps|helped|severs|severed|declares|declared|approves|approved)\b"
    r"(?! by\b)"
)
# "Washington would join", "Kyiv might agree"; "Kyiv could be hit", "Damascus may fall" are places.
_WOULD_DO = re.compile(
    r"\s+(?:will|would|could|might|may|must|should|can|did|does|do)\s+(?:not\s+|never\s+|also\s+|soon\s+|again\s+)*"
    r"(?:say|deny|reject|claim|blame|accuse|call|demand|urge|warn|threaten|promise|pledge|agree|refuse|insist|announce|condemn|welcome|want|"
    r"support|back|recogni[sz]e|expel|summon|recall|impose|lift|veto|join|intervene|retaliate|respond|invade|send|supply|arm|fund|deploy|withdraw|"
    r"sign|seek|offer|propose|help|aid|provide|sever|declare|approve|attack|strike|bomb|act|enter|accept|decide)\b"
)
# Those of whom a condition is told are not yet there, and do what elsewhere is done to a town.
_IF = re.compile(r"\b(?:if|unless|should|whether|until|once|in case)\s+\Z", re.IGNORECASE)
_IF_IT_DOES = re.compile(
    r"\s+(?:attack(?:s|ed)?|strikes?|struck|bomb(?:s|ed)?|acts?|acted|enter(?:s|ed)?|join|intervene|agree|accept(?:s|ed)?)\b(?! by\b)"
)


def _speaks(text: str, span: Span, place: GroundedPlace) -> bool:
    """Tell whether a seat of government is named as who speaks or acts: "the Kremlin spokesman", "Moscow denied"."""
    if not _as_government(text, span, place):
        return False
    does = _DOES.match(text, span.end) or _WOULD_DO.match(text, span.end)
    return place.feature == "site" or does is not None or _acts_in_a_condition(text, span)


def _acts_in_a_condition(text: str, span: Span) -> bool:
    """Tell whether a capital is who would act: "if Washington attacked". "If Damascus falls" is the city."""
    conditional = _IF.search(text, max(0, span.start - 12), span.start) is not None
    return conditional and _IF_IT_DOES.match(text, span.end) is not None


def _as_government(text: str, span: Span, place: GroundedPlace) -> bool:
    """Tell whether a seat of government or a capital may stand for those who govern: nothing before it says that it is a place."""
    seat = place.feature == "site" and place.name in _SEATS
    capital = place.feature == "city" and fold(place.name) == fold(capitals_by_country().get(place.country or "", ""))
    return (seat or capital) and _THERE.search(text[max(0, span.start - 24) : span.start]) is None


def _stands_for(event: EventMention, choice: Choice, sentences: SpanIndex, named: Named) -> Found:
    """Return the place that a choice stands for, as the words around it put it."""
    if choice.kind == "none":
        return None
    if choice.kind == "country" or choice.span is None:
        if named.dominant is None:
            return None
        place, count, total = named.dominant
        reason = f"{place.name}: the event's own place is not stated; {count} of the report's {total} placed names are there."
        return replace(place, basis=PlaceBasis.COUNTRY_ONLY, precision=6, reason=reason, candidates=()), None
    text, span, places = named.text, choice.span, named.places
    marked = next((a.span for a in event.having(Role.PLACE)), None)
    if choice.kind == "description":
        behind = _named_behind(span, named)
        if behind is None:
            return _refers_back(span, sentences.first(span) or span, named)
        place, taken = _inside(text, span.cover(behind), [behind], places)
        return _told(place, f"named behind '{' '.join(span.of(text).split())}'"), taken
    if marked is not None and marked.overlap(span):
        place, taken = _inside(text, marked, named.index.overlapping(marked), places)
        return place, marked if len(marked) <= _LONGEST_PHRASE and marked.overlap(taken) else taken
    sentence = sentences.first(span) or span
    place, taken = _inside(text, Span(max(sentence.start, span.start - 25), span.end), [span], places)
    if sentence.overlap(event.trigger):
        return _told(place, "named in the same sentence"), taken
    return replace(_told(place, "named elsewhere in the report"), basis=PlaceBasis.INHERITED), taken


def _somewhere_at_home(described: GroundedPlace) -> bool:
    """Tell whether a description that refers to no name is of something where the report's places are.

    Something told for the first time ("a consulate"), a border and what a name says of it may be anywhere.
    """
    return described.basis is PlaceBasis.UNKNOWN and _ANYWHERE.search(described.name) is None


_ANYWHERE = re.compile(
    r"^(?i:an?|another|one|other|nearby|it)\b|\b(?i:borders?|frontiers?|abroad|overseas|elsewhere|other side|neighbou?ring|nearby|there|states|countries)\b|"
    r"(?<=.)\b(?!(?:The|Their|Its)\b)[A-Z]"
)


def _next_best(option: Options, shares: NDArray[np.float64], described: tuple[GroundedPlace, Span | None], named: Named) -> Found:
    """Return the best-weighed place named before a description that refers to nothing, else the report's country.

    "The compound" is somewhere in the report's world: a claim without a country is lost to every map of it.
    """
    surface, words = described[0].name, described[1]
    spans = {
        key: choice.span
        for key, choice in zip(option.keys, option.choices, strict=True)
        if choice.kind == "name" and choice.span is not None and (words is None or choice.span.end <= words.start)
    }
    located = {k: n for k, n in by_place(option, shares).items() if k in spans and named.places[spans[k]].latitude is not None}
    if named.dominant is None:
        return described if any(c.isalpha() for c in surface) else None
    country = named.dominant[0].country
    at_home = {k: n for k, n in located.items() if named.places[spans[k]].country == country}
    if at_home:
        place = named.places[spans[max(at_home, key=lambda k: (at_home[k], str(k)))]]
        place = _told(place, f"'{surface}' is no name; this is the likeliest of the report's places")
        precision = max(place.precision or 2, 2)
        return replace(place, basis=PlaceBasis.INHERITED, precision=precision), words
    how = f"'{surface}' is no name, and the report names most places there"
    return replace(_told(named.dominant[0], how), basis=PlaceBasis.COUNTRY_ONLY, precision=6), words


# A longer phrase is the reader's slip; then the name alone is shown.
_LONGEST_PHRASE = 90


def _weighed(
    place: GroundedPlace,
    share: float,
    options: Options,
    shares: NDArray[np.float64],
    chosen: int,
    places: Mapping[Span, GroundedPlace],
) -> GroundedPlace:
    """Add to a place's reason how surely it was taken, and what else the event's place could have been."""
    others = {k: v for k, v in by_place(options, shares).items() if k != options.keys[chosen]}
    rival = max(others, key=lambda k: (others[k], str(k)), default=None)
    spelled = {options.keys[n]: places[c.span].name for n, c in enumerate(options.choices) if c.kind == "name" and c.span}
    said = f"Taken as the event's place with weight {share:.2f}"
    if rival is not None and others[rival] >= 0.05:
        name = {"none": "no place at all", "country": "the country", "description": "the description"}.get(
            rival[0], spelled.get(rival, rival[0])
        )
        said += f"; next: {name}, {others[rival]:.2f}"
    return replace(place, reason=f"{place.reason.rstrip('.')}. {said}.")


class Points:
    """The points that a text prints, by where it prints them."""

    def __init__(self, points: Sequence[Coordinates]) -> None:
        self._at = {p.span: p for p in points}
        self._index = SpanIndex(self._at)

    def within(self, *spans: Span) -> list[Coordinates]:
        return [self._at[s] for s in sorted({p for span in spans for p in self._index.overlapping(span)})]


def at_printed_point(text: str, event: EventMention, sentences: SpanIndex, found: Found, points: Points) -> Found:
    """Return an event's place at the point that the text prints in the event's sentence, if it prints one.

    A named place keeps its name where the point lies within ``_POINT_KM`` of it; otherwise the two speak of different
    places and the printed point is told in the reason only.
    """
    near = points.within(sentences.first(event.trigger) or event.quote, event.quote)
    if not near:
        return found
    point = min(near, key=lambda p: p.span.distance(event.trigger))
    printed = " ".join(point.span.of(text).split())
    own = found is not None and found[0].basis is PlaceBasis.UNKNOWN and found[1] is not None and found[1].overlap(point.span) > 0
    if found is None or own or found[0].basis is PlaceBasis.COUNTRY_ONLY:
        country = found[0].country if found else None
        reason = f"The text prints the point {printed} with the event and names no place for it."
        return GroundedPlace(
            printed, country, None, point.latitude, point.longitude, 1, PlaceBasis.EXPLICIT, "site", reason=reason
        ), point.span
    place, span = found
    if place.latitude is not None and place.longitude is not None:
        apart = kilometres(place.latitude, place.longitude, point.latitude, point.longitude)
        if apart > _POINT_KM and place.feature not in ("country", "adm1", "region", "water"):
            return _told(place, f"the text also prints {printed}, {apart:.0f} km away, which is not used"), span
    placed = replace(place, latitude=point.latitude, longitude=point.longitude, precision=1, geoname_id=None)
    return _told(placed, f"at the point that the text prints, {printed}"), span


_POINT_KM = 100.0


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Return the great-circle distance of two points."""
    p, q = math.radians(latitude), math.radians(other_latitude)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(other_longitude - longitude) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(h)))


def _told(place: GroundedPlace, how: str) -> GroundedPlace:
    return replace(place, reason=f"{place.reason.rstrip('.')}; {how}.")


def _inside(
    text: str, place_span: Span, inside: Sequence[Span], resolved: Mapping[Span, GroundedPlace]
) -> tuple[GroundedPlace, Span]:
    relative = {s for s in inside if _RELATIVE.search(text[max(0, place_span.start - 20) : s.start])}
    nouns = [s for s in inside if not resolved[s].adjective]
    own = [s for s in nouns if s not in relative] or nouns or list(inside)
    if all(resolved[s].feature in ("country", "adm1") for s in own):
        # "North of Kufra, in Libya's desert": the town is the nearest that is said.
        own = [
            s for s in nouns if s in relative and resolved[s].feature in _TOWN and _lies_in(resolved[s], resolved[own[0]])
        ] or own
    best = min(own, key=lambda s: (resolved[s].latitude is None, resolved[s].precision or 9, s))
    place, first = resolved[best], own[0]
    if place.latitude is None:
        # "the village of X, north of Y", X unknown: Y's point says where within a limited area.
        near = [s for s in inside if resolved[s].latitude is not None and not resolved[s].adjective]
        if not near:
            return place, best
        container = resolved[min(near, key=lambda s: (resolved[s].precision or 9, s))]
        return _put_at(place.name, container), best
    if resolved[first].latitude is None and first != best and first.start < best.start:
        return _put_at(resolved[first].name, place, listed=_are_listed(text, own, best)), first
    if best in relative and place.precision == 1:
        return replace(_told(place, "the event is near it"), precision=2), best
    before = text[place_span.start : best.start]
    directed = _DIRECTED.search(before)
    around = _COUNTRYSIDE.search(text[best.end : best.end + 40])
    if (directed and not place.name.casefold().startswith(directed.group(1).strip().casefold())) or around:
        # As printed where it stands in a capital: "West Kordofan" is so called.
        toward = directed.group(1).strip() if directed else ""
        toward = toward if toward.istitle() else toward.casefold()
        name = f"{toward} {place.name}" if directed else f"{place.name} countryside"
        precision = max(place.precision or 1, 4 if around and directed else 2)
        return replace(
            _told(place, f"the text says '{' '.join(place_span.of(text).split())}'"), name=name, precision=precision
        ), best
    return place, best


_AND_A_NAME = re.compile(r",?\s+(?:and|or)\s+(?:the\s+)?")


def _are_listed(text: str, names: Sequence[Span], last: Span) -> bool:
    """Tell whether names up to one are of a list, in which none lies in the next: "Majdal Selm, Aitaroun and Blida"."""
    gaps = [text[left.end : right.start] for left, right in pairwise(names)]
    joined = [n for n, gap in enumerate(gaps) if _AND_A_NAME.fullmatch(gap)]
    return bool(joined) and names.index(last) <= joined[0] + 1 and all(gap.strip() == "," for gap in gaps[: joined[0]])


def _lies_in(town: GroundedPlace, whole: GroundedPlace) -> bool:
    return town.country == whole.country and (whole.feature == "country" or town.admin1 in (None, whole.admin1))


def _put_at(name: str, container: GroundedPlace, *, listed: bool = False) -> GroundedPlace:
    """Return an unknown place with the point of the place that the text names with it, and a precision that says so.

    What is only ``listed`` with a town lies somewhere in its division.
    """
    precision = (4 if listed else 2) if container.feature in _TOWN else max(container.precision or 4, 3)
    reason = f"'{name}' is not in the gazetteer; the text places it with {container.name}, whose point this is."
    return replace(container, name=name, precision=precision, geoname_id=None, feature=None, reason=reason, candidates=())


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
            p.country for s, p in placed if p.feature != "country" and not p.adjective and not _as_government(self.text, s, p)
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
                and not _as_government(self.text, s, p)
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


def _antecedent(place_span: Span, named: Named) -> Span | None:
    words = _described(place_span.of(named.text))
    if "capital" in words and named.capital is not None and _OF_A_DIVISION.isdisjoint(words):
        return named.capital
    head = _head(words)
    return None if head is None else named.last_before(place_span.start, head)


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
    return _RELATIVE.search(text, max(0, name.start - 60), name.start) is not None or _FAR_FROM.match(text, name.end) is not None


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


def _named_behind(place_span: Span, named: Named) -> Span | None:
    """Return the name behind a description that says which or where it is: "a second town, Kirumba", "a store in Kharkiv"."""
    text = named.text
    for span in named.index.overlapping(Span(place_span.end, min(len(text), place_span.end + _FAR_BEHIND))):
        if span.start > place_span.end:
            return span if _BEHIND.fullmatch(text, place_span.end, span.start) else None
    return None


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
    return _told(part, f"'{surface}' is that part of the country that the report is about")


def _named_in_its_sentence(sentence: Span, head: str | None, named: Named) -> Span | None:
    """Return the place at home that a description's sentence names, if it names one: "In Taiz a shell hit the second floor"."""
    there = [
        s
        for s in named.index.overlapping(sentence)
        if (p := named.places[s]).latitude is not None
        and p.country == named.home
        and not p.adjective
        and (head is None or p.feature in _features(head))
        and not _as_government(named.text, s, p)
        and not _is_a_landmark(named.text, s)
    ]
    finest = min((named.places[s].precision or 9 for s in there), default=9)
    exact = [s for s in there if (named.places[s].precision or 9) == finest]
    return exact[-1] if len({key_of(named.places[s]) for s in exact}) == 1 else None


def _refers_back(place_span: Span, sentence: Span, named: Named) -> tuple[GroundedPlace, Span | None]:
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
        place = _told(named.places[own], f"'{surface}' is the country that its sentence names")
        return replace(place, basis=PlaceBasis.INHERITED), place_span
    other = head is not None and _ANOTHER.match(surface) is not None
    antecedent = None if other else _antecedent(place_span, named)
    if antecedent is None and not other and head is not None:
        features = _features(head)
        if features == _COUNTRY and named.home is not None:
            how = f"'{surface}' is the country that the report names most places of"
            return replace(_told(country_place(named.home), how), basis=PlaceBasis.INHERITED), place_span
        antecedent = next((s for s in named.of_the_headline if named.places[s].feature in features), None)
    if antecedent is not None:
        place = replace(_told(named.places[antecedent], f"'{surface}' refers back to it"), basis=PlaceBasis.INHERITED)
        if head in _SITE_HEADS and place.precision == 1:
            place = replace(place, precision=2)
        return place, place_span
    if not other and (beside := _named_in_its_sentence(sentence, head, named)) is not None:
        place = _told(named.places[beside], f"'{surface}' is no name; its sentence names this place")
        return replace(place, basis=PlaceBasis.INHERITED, precision=max(place.precision or 2, 2)), place_span
    return (
        GroundedPlace(
            name=surface, country=None, admin1=None, latitude=None, longitude=None, precision=None, basis=PlaceBasis.UNKNOWN,
            reason=f"Nothing in '{surface}' is a name that could be placed, and nothing before it fits.",
        ),
        place_span,
    )  # fmt: skip


def choices_of(report: Report, reading: Reading, places: Mapping[Span, GroundedPlace]) -> Choices:
    """Return the report's places made ready to be weighed for each of its events."""
    country = dominant_country(places)
    return Choices(
        report.text,
        reading,
        places,
        headline=[p.span for p in report.parts if p.kind in (PartKind.HEADLINE, PartKind.STANDFIRST)],
        captions=[p.span for p in report.parts if p.kind is PartKind.CAPTION],
        main_country=(country[0].country or "", country[1] / country[2], country[0].name) if country else None,
    )


def antecedent_of(report: Report, event: EventMention, places: Mapping[Span, GroundedPlace]) -> Span | None:
    """Return the name that a description ("the town") in an event's place argument can mean: the last fitting one before."""
    return Named(report, places).antecedent_of(event)


def dominant_country(resolved: Mapping[Span, GroundedPlace]) -> tuple[GroundedPlace, int, int] | None:
    """Return the country that most of a report's places are in, with how many are there and how many are placed.

    At least three fifths of them, and at least two; its own mention if there is one.
    """
    placed = [p for p in resolved.values() if p.country and p.latitude is not None]
    counts: dict[str, int] = defaultdict(int)
    for place in placed:
        counts[place.country or ""] += 1
    if not counts:
        return None
    iso, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    if count < 2 or count < 0.6 * len(placed):
        return None
    own = next((p for p in placed if p.country == iso and p.feature == "country"), None)
    return (own or country_place(iso), count, len(placed))


@cache
def country_place(iso: str) -> GroundedPlace:
    row = next(c for c in countries() if c.iso == iso)
    name = str(country_facts().get(iso, {}).get("name", iso)).strip()
    return GroundedPlace(
        name=name, country=iso, admin1=None, latitude=row.latitude, longitude=row.longitude, precision=6,
        basis=PlaceBasis.COUNTRY_ONLY, feature="country", reason=f"{name}: country.",
    )  # fmt: skip
