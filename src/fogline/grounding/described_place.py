"""What a description of a place refers to: "the town", "the province", "the east", "the airport"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from fogline.grounding.described_heads import COUNTRY, described_words, features_of, head_of
from fogline.grounding.found_place import with_reason
from fogline.grounding.grounding import GroundedPlace, PlaceBasis
from fogline.grounding.main_country import country_place
from fogline.grounding.place_as_state import is_a_mission, is_where_it_was_fired_from, may_be_its_government
from fogline.grounding.place_choice import key_of
from fogline.grounding.place_named import Named, antecedent, is_a_landmark, is_unnamed
from fogline.grounding.place_words import SITE_HEADS
from fogline.intake.report import Report
from fogline.reading.reading import EventMention
from fogline.span import Span

__all__ = ["antecedent_of", "named_behind", "refers_back"]


def antecedent_of(report: Report, event: EventMention, places: Mapping[Span, GroundedPlace]) -> Span | None:
    """Return the name that a description ("the town") in an event's place argument can mean: the last fitting one before."""
    return Named(report, places).antecedent_of(event)


def refers_back(place_span: Span, sentence: Span, named: Named) -> tuple[GroundedPlace, Span | None]:
    """Return what a description of a place means, with the words of the description."""
    surface = " ".join(place_span.of(named.text).split())
    head = head_of(described_words(surface))
    if _IN_THAT_PART.search(named.text, max(0, place_span.start - 24), place_span.start) is not None:
        part = _part_of_the_country(surface, place_span.start, named)
        if part is not None:
            return part, place_span
    if (
        head is not None
        and features_of(head) == COUNTRY
        and (own := _country_named_before(place_span, sentence, named)) is not None
    ):
        place = with_reason(named.places[own], f"'{surface}' is the country that its sentence names")
        return replace(place, basis=PlaceBasis.INHERITED), place_span
    other = head is not None and (_ANOTHER.match(surface) is not None or is_unnamed(place_span, named.text))
    found = None if other else antecedent(place_span, named)
    if found is None and not other and head is not None:
        features = features_of(head)
        # "Home soil" is that of whoever tells of it.
        country = named.home if head in ("soil", "homeland") else named.country_meant
        if features == COUNTRY and country is not None:
            how = f"'{surface}' is the country that the report names most places of"
            return replace(with_reason(country_place(country), how), basis=PlaceBasis.INHERITED), place_span
        found = next((s for s in named.of_the_headline if named.places[s].feature in features), None)
    if found is not None:
        place = with_reason(named.places[found], f"'{surface}' refers back to it")
        if place.latitude is not None:
            place = replace(place, basis=PlaceBasis.INHERITED)
        if head in SITE_HEADS and place.precision == 1:
            place = replace(place, precision=2)
        return place, place_span
    if not other and (beside := _named_in_its_sentence(sentence, head, named)) is not None:
        place = with_reason(named.places[beside], f"'{surface}' is no name; its sentence names this place")
        return replace(place, basis=PlaceBasis.INHERITED, precision=max(place.precision or 2, 2)), place_span
    if is_a_mission(surface) and (host := named.capital or named.last_before(place_span.start, "hospital")) is not None:
        place = with_reason(named.places[host], f"'{surface}' is in the capital, or in the town that the report is about")
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
            between = _BEHIND.fullmatch(text, place_span.end, span.start)
            # "To troops of the mission, Uruguay's army said": behind the comma somebody else begins.
            begins = (
                between is not None
                and between[0][0] == ","
                and (named.places[span].adjective or text.startswith(("'s", "’s"), span.end))
            )
            return None if between is None or begins else span
    return None


def _in_its_clause(country: Span, place_span: Span, named: Named) -> bool:
    """Tell whether a description stands in what is told of a country from abroad: "Turkey, which has soldiers in the country"."""
    if named.places[country].country == named.country_meant:
        return False
    clause = _WHICH.match(named.text, country.end)
    if clause is not None and place_span.start < clause.end():
        return True
    if _HAS_SOLDIERS.match(named.text, country.end, place_span.start) is not None:
        return True
    goes = _GOES.search(named.text, max(0, country.start - 60), place_span.start)
    return named.war is not None and goes is not None


_WHICH = re.compile(r",? (?:which|whose)\b[^,.;:]*")
# Whoever has soldiers "in the country" has them in another, and withdraws from it.
_HAS_SOLDIERS = re.compile(
    r"(?: (?:now|still|already|also|itself|had|has|have))* (?:has|had|have|keeps?|kept|sent|sends|deploy(?:s|ed)|maintain(?:s|ed)|stations?|stationed|landed)\b"
    r"[^.;:]*\b(?:soldiers|troops|men|forces|peacekeepers|marines|paratroopers|aircraft|bases?|police|advisers|contingent)\b"
)
_GOES = re.compile(
    r"\b(?:withdr(?:aw|ew|awn|awal|awing)|pull(?:s|ed|ing)? out|pull-?out|depart(?:s|ed|ing)?|intervened?|intervention|talks in|envoys? (?:to|for)"
    r"|military presence|air raids|foothold|leverage)\b",
    re.IGNORECASE,
)


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
_BARE_CENTRE = re.compile(r"the cent(?:re|er)", re.IGNORECASE)
# "A corridor to the north" leads there from where it is.
_IN_THAT_PART = re.compile(
    r"\b(?:in|across|throughout|over|of|from|into|(?<!corridor )(?<!road )(?<!route )(?<!way )(?<!highway )to"
    r"|took|takes?|left|holds?|held|controls?|controlled|captured|recaptured|retook|seized|lost|overran) \Z",
    re.IGNORECASE,
)


def _part_of_the_country(surface: str, start: int, named: Named) -> GroundedPlace | None:
    """Return what "the east" means with nothing behind it: the east of the country that the report is about.

    "The centre" is a town's, unless that country itself was named last.
    """
    bare = _BARE_COMPASS.fullmatch(surface)
    home = named.war or named.home
    if home is None:
        return None
    country = country_place(home)
    if bare is not None:
        name = f"{bare.group(1).casefold()}ern {country.name}"
    elif _BARE_CENTRE.fullmatch(surface) is not None and named.is_last_before(start, home):
        name = f"central {country.name}"
    else:
        return None
    part = replace(country, name=name, basis=PlaceBasis.INHERITED)
    return with_reason(part, f"'{surface}' is that part of the country that the report is about")


def _named_in_its_sentence(sentence: Span, head: str | None, named: Named) -> Span | None:
    """Return the place at home that a description's sentence names, if it names one: "In Taiz a shell hit the second floor"."""
    there = [
        s
        for s in named.index.overlapping(sentence)
        if (p := named.places[s]).latitude is not None
        and p.country == named.home
        and not p.adjective
        and (head is None or p.feature in features_of(head))
        and not may_be_its_government(named.text, s, p)
        and not is_a_landmark(named.text, s)
        and not is_where_it_was_fired_from(named.text, s)
    ]
    finest = min((named.places[s].precision or 9 for s in there), default=9)
    exact = [s for s in there if (named.places[s].precision or 9) == finest]
    return exact[-1] if len({key_of(named.places[s]) for s in exact}) == 1 else None
