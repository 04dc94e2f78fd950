"""Names of places that are somebody's name in a report: "Islamic State", "the AFU", "the Elysee", "Aung San Suu Kyi" and "Ruta Maro, 46" are nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from fogline.grounding.actor_words import COMMUNITIES
from fogline.grounding.grounding import Actor, ActorKind, GroundedPlace, PlaceBasis
from fogline.grounding.place_choice import key_of
from fogline.grounding.place_ships import is_only_a_ship
from fogline.grounding.regions import words as word_list
from fogline.grounding.registry import Sense, YamlRegistry, names_in_text, text_words
from fogline.grounding.report_context import ReportContext
from fogline.grounding.span_index import SpanIndex
from fogline.grounding.surnames import surnames
from fogline.reading.reading import Argument, Reading, Role
from fogline.reading.types import TYPES, Family
from fogline.span import Span

__all__ = ["Owners"]


class Owners:
    """The people, forces and groups that one report names, as its place names may be theirs."""

    def __init__(self, text: str, reading: Reading, registry: YamlRegistry, context: ReportContext) -> None:
        self.text = text
        self._reading = reading
        found = text_words(text)
        matches = names_in_text(registry, text, context.all_caps, context.year, context.home)
        named = [(Span(found[m.first].start, found[m.last - 1].end), m.name) for m in matches]
        self._groups = {s: n.actor for s, n in named if n.actor.region != "states"}
        self._of_groups = SpanIndex(self._groups)
        # What no place is called, whatever the reader takes it for: who rules, and the letters of a state's forces.
        self._in_full = SpanIndex(s for s, n in named if n.sense is Sense.LEADER and not n.surname_only)
        # "The Elysee", where a government is and from where it speaks.
        self._offices = SpanIndex(s for s, n in named if n.sense is Sense.OFFICE and not _LETTERS.fullmatch(s.of(text)))
        letters = (s for s, n in named if n.sense is Sense.OFFICE and _LETTERS.fullmatch(s.of(text)))
        self._by_letters = SpanIndex([*letters, *(s for s, n in named if n.sense is Sense.LEADER and n.surname_only)])

    @cached_property
    def _surnames(self) -> frozenset[str]:
        return surnames(self.text)

    @cached_property
    def _told_of(self) -> frozenset[str]:
        """The names of those who, as the reader marked them, do, say or are told something, unless the text puts something in them.

        Of who is only struck or lost it cannot be known: a town is so too.
        """
        found = (_ENDS_IN_A_NAME.fullmatch(self.text, s.start, s.end) for s in _of_people(self._reading))
        names = frozenset(_without_titles(m[1]) for m in found if m is not None)
        return names - frozenset(m[1] for m in _SOMETHING_IN.finditer(self.text)) if names else names

    def without_their_names(self, places: Mapping[Span, GroundedPlace]) -> dict[Span, GroundedPlace]:
        """Return places without those that are a group's name or part of it, or a person's: "the Tamil Tigers", "Fano".

        A country and a division of the group's own country stay: "the Kachin Independence Army" tells where the war is.
        """
        # A town that the text names by itself too: that of its military council.
        alone = {key_of(p) for s, p in places.items() if not any(g.contains(s) for g in self._of_groups.overlapping(s))}
        return {s: p for s, p in places.items() if not (self._of_a_person(s, p) or self._of_a_group(s, p, key_of(p) in alone))}

    def _of_a_person(self, span: Span, place: GroundedPlace) -> bool:
        """Tell whether a name is a ruler's in full, or one that is on no map and that an age or an office gives to somebody."""
        if any(person.contains(span) for person in self._in_full.overlapping(span)):
            return True
        return place.basis is PlaceBasis.UNKNOWN and (_AGE.match(self.text, span.end) is not None or self._is_somebody(span))

    def _is_somebody(self, span: Span) -> bool:
        held = [*self._in_full.overlapping(span), *self._by_letters.overlapping(span)]
        if any(2 * span.overlap(owner) >= len(span) for owner in held):
            return True
        words = span.of(self.text)
        return (
            _without_titles(words) in self._told_of
            or words.casefold().removeprefix("the ") in COMMUNITIES
            or self._is_an_office(span)
        )

    def _is_an_office(self, span: Span) -> bool:
        """Tell whether words name a building that stands for its government, and nothing is done there: "at the Elysee"."""
        bare = Span(span.start + 4, span.end) if span.of(self.text).casefold().startswith("the ") else span
        named = any(2 * bare.overlap(o) > max(len(bare), len(o)) for o in self._offices.overlapping(bare))
        return named and _AT_THE_BUILDING.search(self.text, max(0, bare.start - 24), bare.start) is None

    def _of_a_group(self, span: Span, place: GroundedPlace, alone: bool) -> bool:
        held = self._of_groups.overlapping(span)
        if place.basis is PlaceBasis.UNKNOWN:
            # Three letters of "Let Yet Kone" are an acronym too.
            return any(2 * span.overlap(g) >= len(span) for g in held)
        return any(g.contains(span) and self._stands_for(g, span, place, alone) for g in held)

    def _stands_for(self, group: Span, span: Span, place: GroundedPlace, alone: bool) -> bool:
        """Tell whether a known place's name, inside a group's, stands for the group and not for where something is."""
        actor: Actor = self._groups[group]
        if (
            actor.kind is not ActorKind.PARTY
            or place.feature == "country"
            or _WITHIN.search(self.text, max(0, group.start - 20), group.start)
        ):
            return False
        at_home = place.country in (actor.country, *actor.party_in)
        of_its_place = alone or _SEATED.match(self.text, span.end) is not None or place.feature == "adm1"
        return place.adjective or not at_home or (group != span and not of_its_place)

    def with_no_event_at_them(self, places: Mapping[Span, GroundedPlace]) -> Reading:
        """Return the reading, none of its events at a person, a force or a ship: "Kirune has been in hiding", "the AFU lost 30"."""
        known = SpanIndex(places)

        def at_somebody(argument: Argument) -> bool:
            span = argument.span
            if argument.role is not Role.PLACE or known.touches(span):
                return False
            if is_only_a_ship(self.text, span):
                return True
            is_person = span.of(self.text) in self._surnames or self._is_somebody(span)
            return is_person or (_NAMES.fullmatch(span.of(self.text)) and _AGE.match(self.text, span.end)) is not None

        events = tuple(replace(e, arguments=tuple(a for a in e.arguments if not at_somebody(a))) for e in self._reading.events)
        return replace(self._reading, events=events)


def _of_people(reading: Reading) -> Iterator[Span]:
    """Yield the spans of those who do or say something, and of those to whom something is said or done that no place is."""
    for event in reading.events:
        personal = TYPES[event.type].family is Family.POLITICS or event.type in ("abduction", "arrest")
        for argument in event.arguments:
            if argument.role in (Role.ACTOR, Role.ORIGIN) or (personal and argument.role is Role.TARGET):
                yield argument.span
    for attribution in reading.attributions:
        yield from attribution.source


# The name of a person, who is of no place, with what they are before it.
_ENDS_IN_A_NAME = re.compile(
    r"(?:(?:the )?(?:(?!(?:of|in|at|from|near|to|town|village|city|district)\b)[a-z-]+ ){0,3})?((?!The )[A-Z][\w’'-]+(?: (?:al-)?[A-Z][\w’'-]+){0,3})"
)
# What stands before a place's name and before nobody's, as long as no possessive stands behind it.
_SOMETHING_IN = re.compile(
    r"\b(?:in|at|near|into|outside|inside|around|towards?|(?:village|town|city|district|camp|area|part|north|south|east|west)s? of) (?:the )?"
    r"([A-Z][\w’'-]*(?: (?:al-)?[A-Z][\w’'-]*)*)"
)
# Where something is done at the building itself.
_AT_THE_BUILDING = re.compile(
    r"\b(?:outside|near|around|inside|stormed|storming|attacked|attacking|hit|struck|bombed|shelled|entered|entering|surrounded|burned|in front of) (?:the )?\Z"
)
_TITLES = word_list("titles")


def _without_titles(name: str) -> str:
    """Return a name without the ranks before it: of "General Tolom Rasan" who it is."""
    words = name.split()
    while len(words) > 1 and words[0].rstrip(".").casefold() in _TITLES:
        del words[0]
    return " ".join(words)


_LETTERS = re.compile(r"(?:the )?[A-Z]{2,5}[a-z]?")
# "Ruta Maro, 46," and "Ruta Maro, aged 46": behind a town stands a number with its noun.
_AGE = re.compile(r", (?:aged )?[1-9]\d?(?=[,.;)]| and\b)(?!,\d)")
_NAMES = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}")
# What a group is called that sits in the place it bears the name of.
_SEATED = re.compile(
    r" (?:Military|Civil|Local|Provincial|Tribal|Defence|Defense|Shura)? ?(?:Council|Administration|Authority|Brigades?|Battalion)\b"
)
_WITHIN = re.compile(r"\b(?:in|at|near|inside|outside|around) (?:the )?\Z", re.IGNORECASE)
