"""Which of a report's places is one event's.

A report names ten places and the event happened at one. Its place phrase may hold several names ("the village of X, north
of Y"), none ("the town"), or be missing; whatever is then assumed carries its basis.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from fogline.grounding.coordinates import coordinates_in
from fogline.grounding.described_place import named_behind, refers_back
from fogline.grounding.found_place import Found, weighed_reason, with_reason
from fogline.grounding.grounding import GroundedPlace, PlaceBasis
from fogline.grounding.main_country import country_place, dominant_country
from fogline.grounding.named_as import is_of_a_street
from fogline.grounding.passing_names import is_told_in_passing
from fogline.grounding.place_as_state import (
    acts_as_state,
    is_a_mission,
    is_an_outlets,
    is_anothers,
    is_where_it_was_fired_from,
    is_where_it_was_said,
    is_whose_mission_it_is,
    lies_across,
    names_an_accord,
)
from fogline.grounding.place_choice import Choice, Choices, Options, best, by_place, trained
from fogline.grounding.place_country import country_beside, is_on_the_ground
from fogline.grounding.place_named import Named
from fogline.grounding.place_phrase import place_of_phrase, with_what_lies_there
from fogline.grounding.printed_points import Points, at_printed_point
from fogline.grounding.regions import COMMON_NAMES, capitals_by_country
from fogline.grounding.span_index import SpanIndex
from fogline.grounding.teller_places import place_of_its_teller
from fogline.intake.report import PartKind, Report
from fogline.reading.reading import Argument, EventMention, Reading, Role
from fogline.reading.types import TYPES, Family
from fogline.span import Span


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
    missions = {s for s, place in places.items() if is_whose_mission_it_is(report.text, s, place)}
    told = Counter(place.country for s, place in places.items() if place.country and s not in missions)
    home = max(told, key=lambda country: told[country], default=None)
    elsewhere = SpanIndex(
        s
        for s, place in places.items()
        if is_where_it_was_said(report.text, s)
        or is_an_outlets(report.text, s, place)
        or names_an_accord(report.text, s, place, home)
    )
    reading = _not_elsewhere(reading, elsewhere, SpanIndex(places))
    places = {
        s: place
        for s, place in places.items()
        if s not in peoples
        and not elsewhere.touches(s)
        and not acts_as_state(report.text, s, place)
        and not lies_across(report.text, s, place)
        and (place.country == home or not (s in missions or is_anothers(report.text, s, place)))
    }
    choices, chooser = choices_of(report, reading, places), trained()
    marked = SpanIndex(a.span for e in reading.events for a in e.having(Role.PLACE))
    named, sentences = Named(report, places, war_country, marked), SpanIndex(reading.sentences)
    printed = Points(coordinates_in(report.text))
    found: list[Found] = []
    for event in reading.events:
        option = choices.of(event, named.antecedent_of(event))
        shares = chooser.shares(option)
        shares = _not_where_it_came_from(event, option, shares, sentences, named)
        chosen, share = _or_village_in_it(event, option, shares, sentences, named, *best(option, shares))
        place = _stands_for(event, option.choices[chosen], sentences, named)
        if place is not None and option.choices[chosen].kind == "description" and _somewhere_at_home(place[0], named):
            place = _next_best(option, shares, place, named)
        if (there := _of_its_teller(event, option.choices[chosen], named, sentences)) is not None:
            found.append(there)
            continue
        if (head := _of_its_heading(event, option.choices[chosen], place, named)) is not None:
            place = head
        elif event.type in _OF_A_WAR and (whole := _of_the_war(event, option.choices[chosen], sentences, named, war_country)):
            place = whole, None
        if place is not None:
            place = weighed_reason(place[0], share, option, shares, chosen, places), place[1]
        found.append(at_printed_point(report.text, event, sentences, place, printed))
    return _as_placed_once(found, named)


def _not_elsewhere(reading: Reading, elsewhere: SpanIndex, names: SpanIndex) -> Reading:
    """Return a reading of whose events none is only where somebody spoke of it, or at what an accord or an outlet is called after."""

    def stays(argument: Argument) -> bool:
        inside = names.overlapping(argument.span)
        return argument.role is not Role.PLACE or not inside or not all(elsewhere.touches(s) for s in inside)

    events = tuple(replace(e, arguments=tuple(a for a in e.arguments if stays(a))) for e in reading.events)
    return replace(reading, events=events)


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


def as_placed_before(place: GroundedPlace, span: Span | None, put: Mapping[str, GroundedPlace], named: Named) -> GroundedPlace:
    """Return a place that is on no map where the report has put that name, else in the country that most of its places are in."""
    if place.latitude is not None or span is None:
        return place
    if not (named.index.touches(span) or named.is_unlisted(place)):
        return _in_its_country(place, span, named, described=True) if is_on_the_ground(place.name) else place
    if place.name in put:
        how = f"as where the report first says where '{place.name}' is"
        return with_reason(replace(put[place.name], basis=PlaceBasis.INHERITED), how)
    return _in_its_country(place, span, named)


def _in_its_country(place: GroundedPlace, span: Span, named: Named, *, described: bool = False) -> GroundedPlace:
    """Return a place on no map with the country that it is in, if the report tells of one.

    A country of English speech may be only where the report was written: "a camp" is not there if the war is elsewhere.
    """
    told = named.dominant
    elsewhere = named.war is not None or (told is not None and told[0].country in COMMON_NAMES)
    if told is not None and described and elsewhere and told[0].country != named.war:
        told = None
    within = {named.places[s].country for s in named.index.overlapping(span)} - {None}
    if described and told is not None and within and told[0].country not in within:
        told = None  # "the nearby Turkish hospitals"
    if place.country is None and told is not None:
        country, count, total = told
        how = f"in {country.name}, as {count} of the report's {total} placed names are"
        return with_reason(replace(place, country=country.country), how)
    if place.country is None and (beside := country_beside(span, named)) is not None:
        return with_reason(replace(place, country=beside[0]), beside[1])
    return place


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
    return [None if f is None else (as_placed_before(f[0], f[1], put, named), f[1]) for f in found]


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
    return with_reason(whole, f"the sentence names no place, and {place.name} is named in another")


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
        behind = named_behind(span, named)
        if behind is None:
            return refers_back(span, sentences.first(span) or span, named)
        place, taken = place_of_phrase(text, span.cover(behind), [behind], places)
        return with_reason(place, f"named behind '{' '.join(span.of(text).split())}'"), taken
    if marked is not None and marked.overlap(span):
        phrase, inside = with_what_lies_there(text, marked, named.index.overlapping(marked), places, named.index)
        place, taken = place_of_phrase(text, phrase, inside, places)
        return place, marked if len(marked) <= _LONGEST_PHRASE and marked.overlap(taken) else taken
    sentence = sentences.first(span) or span
    phrase, inside = with_what_lies_there(text, Span(max(sentence.start, span.start - 25), span.end), [span], places, named.index)
    place, taken = place_of_phrase(text, phrase, inside, places)
    if sentence.overlap(event.trigger):
        return with_reason(place, "named in the same sentence"), taken
    return replace(with_reason(place, "named elsewhere in the report"), basis=PlaceBasis.INHERITED), taken


def _of_its_teller(event: EventMention, choice: Choice, named: Named, sentences: SpanIndex) -> Found:
    """Return where whoever tells of an event is, if it was put at a place that another sentence names."""
    sentence = sentences.first(event.trigger)
    if sentence is None or choice.kind != "name" or choice.span is None or sentence.overlap(choice.span):
        return None
    if TYPES[event.type].family not in _DONE_SOMEWHERE:
        return None
    return place_of_its_teller(event, named, sentence)


def _of_its_heading(event: EventMention, choice: Choice, found: Found, named: Named) -> tuple[GroundedPlace, None] | None:
    """Return the place that heads an event's item in a digest, where the event was only put at a place outside of the item.

    "Clashes around the headquarters" under "Khartoum" are there, and not at the town of the section before.
    """
    over = named.headings.over(event.trigger)
    if over is None or (found is None and choice.kind == "none"):
        return None
    span = choice.span if choice.kind == "name" else None
    if span is not None and over.scope.contains(span):
        return None
    if choice.kind == "description" and found is not None and named.fits_under(over, found[0]):
        return None
    place = with_reason(named.places[over.span], "it heads the item that tells of the event")
    return replace(place, basis=PlaceBasis.INHERITED, precision=max(place.precision or 2, 2)), None


def _not_where_it_came_from(
    event: EventMention, option: Options, shares: NDArray[np.float64], sentences: SpanIndex, named: Named
) -> NDArray[np.float64]:
    """Return the weights of an event's places without the one that was only fired from, if its sentence has another.

    "They fired on the stop from the direction of X" tells of the stop.
    """
    choice = option.choices[n := best(option, shares)[0]]
    if event.type not in _FIRE or choice.kind != "name" or choice.span is None:
        return shares
    if not is_where_it_was_fired_from(named.text, choice.span):
        return shares
    others = np.where([key == option.keys[n] for key in option.keys], 0.0, shares)
    next_best = option.choices[best(option, others)[0]].span
    sentence = sentences.first(event.trigger)
    return others if next_best is not None and sentence is not None and sentence.overlap(next_best) else shares


_FIRE = frozenset(["shelling", "air-strike", "armed-clash", "attack"])


def _or_village_in_it(
    event: EventMention,
    option: Options,
    shares: NDArray[np.float64],
    sentences: SpanIndex,
    named: Named,
    chosen: int,
    share: float,
) -> tuple[int, float]:
    """Return the likeliest place of an event, or a village on no map in it where the event's sentence names neither.

    "In Ethiopia's Tigray region" says where the village of the story lies, and is no place of what is told of it later. A
    listed town is weighed well enough: with those too, two places of twelve held-back articles came out worse and one better.
    """
    span = option.choices[chosen].span if option.choices[chosen].kind == "name" else None
    if span is None or named.places[span].feature not in ("country", "adm1"):
        return chosen, share
    if event.type in _OF_A_WAR or TYPES[event.type].family not in _DONE_SOMEWHERE:
        return chosen, share
    sentence = sentences.first(event.trigger) or event.trigger
    if event.quote.overlap(span) or any(named.places[s].country for s in named.index.overlapping(sentence)):
        return chosen, share
    by_key = by_place(option, shares)
    finer = [
        n
        for n, (key, c) in enumerate(zip(option.keys, option.choices, strict=True))
        if c.kind == "name" and c.span is not None and 2 * by_key[key] >= share and named.is_unlisted(named.places[c.span])
    ]
    if not finer:
        return chosen, share
    found = max(finer, key=lambda n: (by_key[option.keys[n]], shares[n], -n))
    return found, by_key[option.keys[found]]


# What is done in a place; what is said and agreed has none, or a whole country.
_DONE_SOMEWHERE = frozenset([Family.VIOLENCE, Family.TERRITORY, Family.COERCION])


def _somewhere_at_home(described: GroundedPlace, named: Named) -> bool:
    """Tell whether a description that refers to no name is of something where the report's places are.

    Something told for the first time ("a consulate"), a border and what a name says of it may be anywhere.
    """
    # "THE RAILWAY STATION" of a text in capitals holds no name by its letters, and an embassy's only says whose it is.
    shouted = described.name.isupper() and " " in described.name
    words = described.name.lower() if shouted or is_a_mission(described.name) else described.name
    return described.basis is PlaceBasis.UNKNOWN and not named.is_unlisted(described) and _ANYWHERE.search(words) is None


_ANYWHERE = re.compile(
    r"^(?i:an?|another|one|other|nearby|it)\b|\b(?i:borders?|frontiers?|abroad|overseas|elsewhere|places|other side|neighbou?ring|nearby|there|states|countries)\b|"
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
    country = named.dominant[0].country if named.dominant else named.war
    at_home = {
        k: n
        for k, n in located.items()
        if (place := named.places[spans[k]]).country == country is not None
        # Where only the war tells the country, this and its capital may stand for those who govern it.
        and (named.dominant is not None or (place.feature != "country" and place.name != capitals_by_country().get(country)))
    }
    if words is not None and not _WIDE.search(surface):
        at_home = {k: n for k, n in at_home.items() if k not in named.only_holding} or at_home
    if at_home:
        so_called = {k: n for k, n in at_home.items() if _is_called_so(surface, spans[k].of(named.text))}
        at_home = {k: n for k, n in at_home.items() if not is_told_in_passing(named.text, spans[k])} or at_home
        at_home = {k: n for k, n in at_home.items() if not is_of_a_street(named.places[spans[k]].name)} or at_home
        at_home = so_called or at_home
        likeliest = spans[max(at_home, key=lambda k: (at_home[k], str(k)))]
        # "The region" of no province is not the town.
        main = None if words is None or _WIDE.search(surface) else named.main_town_before(words.start, likeliest)
        if main is not None and (named.places[main].country != country or so_called):
            main = None
        place = named.places[main or likeliest]
        place = with_reason(place, f"'{surface}' is no name; this is the likeliest of the report's places")
        precision = max(place.precision or 2, 2)
        return replace(place, basis=PlaceBasis.INHERITED, precision=precision), words
    if named.dominant is None:
        return described if any(c.isalpha() for c in surface) else None
    how = f"'{surface}' is no name, and the report names most places there"
    return replace(with_reason(named.dominant[0], how), basis=PlaceBasis.COUNTRY_ONLY, precision=6), words


def _is_called_so(surface: str, name: str) -> bool:
    """Tell whether a description has a word of a name: "the road" of "Lantern Road"."""
    return not set(re.findall(r"[a-z]{4,}", surface.casefold())).isdisjoint(re.findall(r"[a-z]{4,}", name.casefold()))


_WIDE = re.compile(r"\b(?:regions?|provinces?|countr(?:y|ies)|territor(?:y|ies)|borders?|frontiers?)\b", re.IGNORECASE)
# A longer phrase is the reader's slip; then the name alone is shown.
_LONGEST_PHRASE = 90
