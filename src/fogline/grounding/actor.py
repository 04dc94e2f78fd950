"""Who is meant by the words that name an actor: the organisation or state behind a name, an office or a description.

A name of the registry comes first, by the head of the phrase: "Isis
fighters" are Islamic State, "families of Isis fighters" are not. Then
come posts ("a spokesman for the SDF"), then descriptions that the war
decides ("the army", "the rebels", "the coalition"), then kinds of people.
In doubt the words themselves are kept and the basis says ``unknown``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from fogline.grounding import actor_people as people
from fogline.grounding import actor_words as lexicon
from fogline.grounding.grounding import Actor, ActorKind, GroundedActor, GroundedPlace
from fogline.grounding.noun_phrase import NounPhrase, noun_phrase
from fogline.grounding.registry import Match, Name, Sense, Word, YamlRegistry, load_registry, words
from fogline.grounding.wars import War, war_of, wars
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role
from fogline.span import Span

__all__ = ["ActorResolver", "ReportContext", "YamlRegistry", "country_weights", "load_registry", "report_context"]

_LEADING = re.compile(
    r"^(?:the|an?|some|several|many|more than|at least|about|around|up to|nearly|almost|dozens of|hundreds of|thousands of|scores of|\d[\d,.]*)\s+",
    re.IGNORECASE,
)


# How a state stands to the force that fights for it: "Rwandan-backed rebels".
_BACKED = frozenset({"backed", "supported", "allied", "aligned", "sponsored", "controlled"})

# "The organisation known as X" is X.
_CALLED = re.compile(
    r"\b(?:(?:also |better |formerly )?known as|(?:that|which) calls itself|calling (?:itself|themselves)) (?:the )?"
)


@dataclass(frozen=True, slots=True)
class ReportContext:
    """What the whole report says that decides its descriptions.

    ``war_country`` is the country whose war it tells of, None if none
    stands out; ``all_caps`` marks agency copy printed in capitals. ``home`` are
    that country and the actors named in full: there ambiguous letters are theirs.
    ``places`` are the report's place names in lower case: "Lantern rebels" may be a
    group's name, "Goma rebels" are rebels somewhere.
    """

    text: str
    published_on: date | None = None
    war_country: str | None = None
    all_caps: bool = False
    home: frozenset[str] | None = None
    places: frozenset[str] = frozenset()

    @property
    def year(self) -> int | None:
        return self.published_on.year if self.published_on else None

    @property
    def war(self) -> War | None:
        return war_of(self.war_country, self.year)


# An adjective tells of an actor more often than of where the war is: "Russian instructors", "a Turkish convoy".
_ADJECTIVE_WEIGHT = 0.34
# A state that fights in another's war is named more often than that country; it still is the other's war from this share on.
_INTERVENED_SHARE = 0.2
# A group at home in a war, or a mission named after a country, tells as much as three places; a state that is named where none of
# its places is known tells as little as an adjective. With these 295 of 357 reports of 60 wars get the right war, with 2 and 0 290.
_GROUP_WEIGHT = 3.0
_ABSENT = 0.34


def country_weights(places: Iterable[GroundedPlace]) -> dict[str, float]:
    """Return how much a report's places speak for each country; an adjective counts a third of a place."""
    out: dict[str, float] = {}
    for place in places:
        if place.country:
            out[place.country] = out.get(place.country, 0) + (_ADJECTIVE_WEIGHT if place.adjective else 1)
    return out


def report_context(
    text: str, published_on: date | None, countries: Mapping[str, float], places: Iterable[str] = ()
) -> ReportContext:
    """Return the context of a report: its war is where most of its places are, or where the groups it names fight."""
    letters = sum(c.isalpha() for c in text)
    all_caps = letters > 0 and sum(c.isupper() for c in text) > 0.8 * letters
    year = published_on.year if published_on else None
    registry = load_registry()
    weight: dict[str, float] = defaultdict(float)
    for country, n in countries.items():
        weight[country] += n * (3 if war_of(country, year) else 1)
    in_full = frozenset(a.id for a in named_actors(registry, text, all_caps, year, frozenset()))
    for actor, n in named_actors(registry, text, all_caps, year, in_full.union(countries)).items():
        if actor.kind is ActorKind.PARTY and actor.country and actor.region != "states":
            if not actor.party_in or actor.country in actor.party_in:  # Wagner fights anywhere but at home
                weight[actor.country] += _GROUP_WEIGHT * n
        elif actor.kind is ActorKind.UN and actor.country:
            weight[actor.country] += _GROUP_WEIGHT * n  # a mission is named after where it is
        elif actor.region == "states" and actor.id not in countries:
            weight[actor.id] += (_ABSENT if countries else 1) * n * (3 if war_of(actor.id, year) else 1)
    top = max(weight, key=lambda c: weight[c], default=None)
    war = _where_it_fights(top, weight, year) if top is not None else None
    home = in_full | {war} if war else in_full
    return ReportContext(text, published_on, war, all_caps, home, frozenset(p.casefold() for p in places))


def _where_it_fights(state: str, weight: Mapping[str, float], year: int | None) -> str | None:
    """Return the country whose war a report tells of if the state it names most is an outsider there."""
    if weight[state] <= 0:
        return None
    at_home = war_of(state, year)
    if at_home is None and weight[state] < 1 and (invaded := _invaded_by(state, year)) is not None:
        return invaded  # "a Russian missile": the towns it hits are in no gazetteer
    for country in sorted(weight, key=lambda c: -weight[c]):
        war = war_of(country, year)
        if country == state or war is None or state not in war.parties or (year or 9999) < (war.foreign_since or war.since):
            continue
        if (at_home is None or war.invaded) and weight[country] >= _INTERVENED_SHARE * weight[state]:
            return country
    return state


def _invaded_by(state: str, year: int | None) -> str | None:
    """Return the one country that a state has invaded and fights in a year, None if there is none or several."""
    found = [w.country for w in wars().values() if w.invaded and w.occupier == state and w.going_on(year) and year is not None]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=16)
def named_actors(
    registry: YamlRegistry, text: str, all_caps: bool, year: int | None, home: frozenset[str] | None
) -> Counter[Actor]:
    """Return the registry's actors that a text names, with how often."""
    return Counter(m.name.actor for m in registry.matches(words(text), all_caps, year, home))


class ActorResolver:
    """Resolves actor mentions against a registry; holds no state of any report."""

    def __init__(self, registry: YamlRegistry) -> None:
        self.registry = registry

    def resolve(self, text: str, span: Span, *, role: Role, context: ReportContext) -> GroundedActor:
        """Return who the words of a span stand for, without looking at what other mentions say."""
        found = words(text, span.start, span.end)
        phrase = noun_phrase(text, found, self.registry, all_caps=context.all_caps, year=context.year, home=context.home)
        if phrase is None:
            return GroundedActor(span.of(text).strip(), ActorKind.OTHER, reason="no word to look up")
        found_here = self._resolve_phrase(text, phrase, role, context)
        if (called := _CALLED.search(text, span.start, span.end)) is not None and called.end() < span.end:
            named = self.resolve(text, Span(called.end(), span.end), role=role, context=context)
            nickname = phrase.words[phrase.head].capital and phrase.head_match is None and not context.all_caps
            unknown = found_here is None or found_here.actor_id is None
            if not nickname and (named.actor_id is not None or (unknown and text[called.end()].isupper())):
                return named
        if found_here is not None and found_here.actor_id is not None:
            if found_here.basis in ("role-of", "description"):
                found_here = replace(found_here, person=self._bearer(text, phrase, context))
            others = self._listed(text, phrase, role, context, found_here)
            return replace(found_here, also=others) if others else found_here
        introduced = self._group_in_apposition(text, phrase, role, context) or self._name_behind(text, phrase, context)
        return (
            introduced
            or found_here
            or self._in_apposition(text, span, role, context)
            or self._unknown(text, span, phrase, context)
        )

    def _listed(
        self, text: str, phrase: NounPhrase, role: Role, context: ReportContext, first: GroundedActor
    ) -> tuple[GroundedActor, ...]:
        """Return the other actors of a list that a mention names: "Russia, Iran and Turkey", "the Iraqi and Syrian armies".

        Everyone in the list has to be known by name, and the last has to follow "and": what stands behind a comma may
        also say who the first is.
        """
        others = {m.name.actor for m in self._shared(text, phrase)} if first.basis != "role-of" or phrase.before else set()
        out = [self.known(a, context, "alias", f"named beside {first.name}") for a in others if a.id != first.actor_id]
        at, link, joined = phrase.end, phrase.link, False
        while link in (",", "and") and at < len(phrase.words):
            joined = joined or link != ","
            start = at + 1 if phrase.words[at].key == "and" else at
            joined = joined or start > at
            following = self._phrase_from(text, phrase, start, context)
            found = self._resolve_phrase(text, following, role, context) if following else None
            if following is None or found is None or found.actor_id is None or found.basis != "alias":
                return tuple(out)
            out.append(found)
            at, link = following.end, following.link
        unique = {a.actor_id: a for a in out if a.actor_id != first.actor_id}
        return tuple(unique.values()) if joined or others else ()

    def _shared(self, text: str, phrase: NounPhrase) -> list[Match]:
        """Return names that share one head noun: "the Iraqi and Syrian armies", "Russian, Iranian and Turkish ministers"."""
        before = [m for m in phrase.before if m.name.actor.region == "states"]
        if len(before) < 2:
            return []
        gaps = [text[phrase.words[a.last - 1].end : phrase.words[b.first].start] for a, b in pairwise(before)]
        return before if all(re.fullmatch(r",? (?:and|or|&) |, ", g) for g in gaps) else []

    def _group_in_apposition(self, text: str, phrase: NounPhrase, role: Role, context: ReportContext) -> GroundedActor | None:
        """Return the group that is told by its kind and named behind a comma: "an extremist alliance, Tahrir al-Sham"."""
        if phrase.link != "," or phrase.end >= len(phrase.words) or phrase.words[phrase.head].capital:
            return None
        following = self._phrase_from(text, phrase, phrase.end, context)
        found = self._resolve_phrase(text, following, role, context) if following else None
        if following is None or following.link in (",", "and") or found is None or found.basis != "alias":
            return None
        actor = self.registry.get(found.actor_id) if found.actor_id else None
        return found if actor is not None and actor.region != "states" and actor.kind is ActorKind.PARTY else None

    def _name_behind(self, text: str, phrase: NounPhrase, context: ReportContext) -> GroundedActor | None:
        """Return who is described by kin or trade and named behind a comma: "her father, Ada Byrne"."""
        if (
            phrase.link != ","
            or context.all_caps
            or phrase.words[phrase.head].capital
            or (phrase.head_key in lexicon.POSTS - {"lawyer"} and self._somebodys(text, phrase))
        ):
            return None
        rest = phrase.words[phrase.end : phrase.end + 4]
        name = self.person_named(text, rest, context)
        if name is None or not rest or text[rest[0].start : rest[0].start + len(name)] != name:
            return None
        kind = ActorKind.WITNESS if phrase.head_key in lexicon.WITNESS_TRADES | lexicon.CIVILIANS else ActorKind.OTHER
        return GroundedActor(name, kind, None, None, "description", f"{name}, named behind {phrase.head_key!r}")

    def _somebodys(self, text: str, phrase: NounPhrase) -> bool:
        """Tell whether a post is somebody's, or may be that of a body told of before: "the group's leader", "the spokesman"."""
        said = text[phrase.words[phrase.start].start : phrase.words[phrase.head].start]
        return bool(phrase.before or phrase.owners) or "'" in said or "’" in said or phrase.head_key in lexicon.LOOSE_POSTS

    def _own_name(self, text: str, phrase: NounPhrase, context: ReportContext) -> GroundedActor | None:
        """Return a person named in full who speaks for no body, under their own name: a shadow minister, a member of parliament."""
        name = self.person_named(text, phrase.words, context)
        if name is None:
            return None
        return GroundedActor(name, ActorKind.OTHER, None, None, "description", f"{name} speaks for themself")

    def _bearer(self, text: str, phrase: NounPhrase, context: ReportContext) -> str | None:
        """Return who holds the post that a phrase tells of, if the phrase names them in full."""
        found = phrase.words
        # A head of state stands for the state: whoever fights "Assad" fights Syria.
        if any(m.name.sense is Sense.LEADER and m.name.actor.region == "states" for m in phrase.matches):
            return None
        if phrase.head_key in lexicon.FORCES | lexicon.FIGHTERS | lexicon.POSSESSIONS | lexicon.CIVILIANS | lexicon.REBELS:
            return None
        if not context.all_caps:
            return self.person_named(text, found, context)
        # In capitals a name is what stands behind the last title, or before the comma behind which the post stands.
        titles = [n for n in range(phrase.start, phrase.head) if found[n].key in _TITLES]
        behind = phrase.link == "," and any(w.key in lexicon.POSTS for w in found[phrase.end :])
        first = titles[-1] + 1 if titles else phrase.start
        if (not titles and not behind) or not 2 <= phrase.end - first <= 4:
            return None
        if any(first <= m.first and m.last <= phrase.end for m in phrase.matches if m.name.sense is not Sense.LEADER):
            return None
        return plain_name(text[found[first].start : found[phrase.head].end], True)

    def person_named(self, text: str, found: Sequence[Word], context: ReportContext) -> str | None:
        """Return the name of a person among the words: two capitals and more in a row that are nobody else's name or a post."""
        if context.all_caps:
            return None
        taken = {
            n
            for m in self.registry.matches(found, False, context.year, context.home)
            if m.name.sense is not Sense.LEADER
            for n in range(m.first, m.last)
        }
        run: list[Word] = []
        best: list[Word] = []
        for n, word in enumerate(found):
            joined = bool(run) and text[run[-1].end : word.start] in (" ", "-", ". ")
            small = word.key in _PARTICLES and n + 1 < len(found) and found[n + 1].capital
            part = (word.capital or (small and joined)) and n not in taken and word.key not in _NOT_IN_NAMES
            run = [*run, word] if part and joined else [word] if part and word.capital else []
            if len(run) > len(best):
                best = run
        if len(best) < 2 or best[-1].text.endswith(("'s", "’s")):
            return None  # "Bashar al-Assad's war machine" is no person
        return plain_name(text[best[0].start : best[-1].end], False)

    def _in_apposition(self, text: str, span: Span, role: Role, context: ReportContext) -> GroundedActor | None:
        """Return who the part behind the comma is: "its director, Rami Abdel Rahman" is known by the name."""
        comma = span.of(text).find(", ")
        short = span.of(text).find(" (")
        if short > 0 and span.start + short + 2 < span.end and (comma < 0 or short < comma):
            # "the workers' party (PKK", its bracket cut off: the letters tell who it is.
            letters = self.resolve(text, Span(span.start + short + 2, span.end), role=role, context=context)
            if letters.actor_id is not None and letters.basis == "alias":
                return letters
        if comma < 1 or span.start + comma + 2 >= span.end:
            return None
        rest = self.resolve(text, Span(span.start + comma + 2, span.end), role=role, context=context)
        return rest if rest.actor_id is not None and rest.basis == "alias" else None

    def kind_of(self, actor: Actor, context: ReportContext) -> ActorKind:
        """Return what kind of voice a registry actor is in the war that the report tells of."""
        if actor.region == "states" or actor.kind in (ActorKind.GOVERNMENT, ActorKind.PARTY):
            if actor.kind is ActorKind.PARTY or actor.id == context.war_country:
                return ActorKind.PARTY
            war = context.war
            return ActorKind.PARTY if war and war.has_party(actor, context.year) else ActorKind.GOVERNMENT
        return actor.kind

    def voice_kind(self, grounded: GroundedActor, context: ReportContext) -> ActorKind:
        """Return what kind of voice a resolved mention is in the war that the report tells of."""
        actor = self.registry.get(grounded.actor_id) if grounded.actor_id else None
        return self.kind_of(actor, context) if actor else grounded.kind

    def known(self, actor: Actor, context: ReportContext, basis: str, reason: str, others: tuple[str, ...] = ()) -> GroundedActor:
        return GroundedActor(actor.name, self.kind_of(actor, context), actor.id, actor.inter, basis, reason, others)

    # -- the order of the rules ------------------------------------------------

    def _resolve_phrase(self, text: str, phrase: NounPhrase, role: Role, context: ReportContext) -> GroundedActor | None:
        key = phrase.head_key
        match = phrase.head_match
        if "shadow" in {w.key for w in phrase.words} or phrase.words[phrase.head].key in lexicon.LAWMAKERS:
            own = self._own_name(text, phrase, context)
            if own is not None:
                return own
        if match is not None:
            return self._by_name(text, phrase, match, role, context)
        if key in lexicon.EXPERTS and not phrase.before:
            return self._described(text, phrase, "expert", ActorKind.EXPERT, "an expert who is not named")
        for rule in (
            self._partitive,
            self._special,
            self._sides,
            self._person,
            self._post,
            self._militia_men,
            self._people,
            self._unlisted,
            self._fighters,
            self._force,
            self._owned,
        ):
            found = rule(text, phrase, role, context)
            if found is not None:
                return found
        return None

    def _by_name(self, text: str, phrase: NounPhrase, match: Match, role: Role, context: ReportContext) -> GroundedActor | None:
        name = self._choose(match, context)
        if phrase.head_key in lexicon.LAWMAKERS and {"opposition", "ruling"} & set(phrase.modifiers):
            return None  # whose parliament is not said
        if name is None or (context.all_caps and name.surname_only and self._namesake(phrase, match, name)):
            return None
        actor = name.actor
        printed = text[phrase.words[match.first].start : phrase.words[match.last - 1].end]
        others = tuple(n.actor.name for n in match.names if n.actor is not actor)
        if name.sense is Sense.OFFICE and (owner := self._other_state(phrase, actor, match)) is not None:
            return self.known(owner, context, "alias", f"{printed} of {owner.name}")
        if name.sense is Sense.LEADER:
            left = context.year is not None and name.until is not None and context.year > name.until
            if any(m in lexicon.FORMER for m in phrase.modifiers) or (left and role is Role.ORIGIN):
                return GroundedActor(
                    name.full, ActorKind.EXPERT, None, None, "description", f"{printed} no longer speaks for {actor.name}"
                )
            return self.known(actor, context, "role-of", f"{name.full} speaks for {actor.name}", others)
        if actor.id == "kurdish-forces" and phrase.head == match.last - 1:
            return self._kurds(phrase, actor, role, context)
        if (
            name.sense is Sense.ADJECTIVE
            and printed.rstrip("'’").lower().endswith("s")
            and not name.text.lower().endswith(("ese", "ss"))
        ):
            definite = phrase.words[phrase.start].key == "the" or role is Role.ORIGIN
            if (actor.id == context.war_country or actor.id == "PS") and not definite:
                return GroundedActor("civilians", ActorKind.WITNESS, None, 7, "description", f"{printed}: people of {actor.name}")
        if actor.kind is ActorKind.MEDIA and phrase.link == "for":
            return self.known(actor, context, "alias", f"{printed!r} is a name of {actor.name}", others)
        return self.known(actor, context, "alias", f"{printed!r} is a name of {actor.name}", others)

    def _other_state(self, phrase: NounPhrase, actor: Actor, match: Match) -> Actor | None:
        """Return the state whose office it is, if another than the best known of that name: "the Colombian Congress"."""
        before = [m.name.actor for m in phrase.before if m.last <= match.first]
        behind = [m.name.actor for m in phrase.matches if phrase.link == "of" and m.first in (phrase.end + 1, phrase.end + 2)]
        return next((a for a in (*reversed(before), *behind[:1]) if a.region == "states" and a.id != actor.id), None)

    def _namesake(self, phrase: NounPhrase, match: Match, name: Name) -> bool:
        """Tell whether another first name stands before an office holder's surname in a text in capitals."""
        before = phrase.words[match.first - 1] if match.first > phrase.start else None
        if before is None or any(m.last == match.first for m in phrase.matches):
            return False
        known = lexicon.POSTS | lexicon.MILITARY_TITLES | lexicon.DETERMINERS | lexicon.FORMER | lexicon.HONORIFICS
        return before.key not in known and before.key not in {w.key for w in words(name.full)}

    def _kurds(self, phrase: NounPhrase, actor: Actor, role: Role, context: ReportContext) -> GroundedActor:
        arab = phrase.link == "and" and any(w.key == "arab" for w in phrase.words[phrase.end : phrase.end + 3])
        last = phrase.words[-1].key
        armed = lexicon.FORCES | lexicon.FIGHTERS | lexicon.COALITION
        if arab and last in armed and context.war_country == "SY" and (context.year or 9999) >= 2015:
            return self._id("sdf", context, "the Kurdish and Arab alliance in Syria") or self.known(actor, context, "alias", "")
        return self.known(actor, context, "alias", "Kurdish forces, no organisation named")

    def _choose(self, match: Match, context: ReportContext) -> Name | None:
        """Return the name that fits the report best: by the war's country, then by what else the report names."""
        names = list(match.names)
        for name in names:
            if name.sense is Sense.LEADER and name.surname_only and _another_person(context.text, name):
                names = [n for n in names if n is not name]
        if len(names) > 1:
            country = context.war_country
            names.sort(key=lambda n: n.actor.country != country and country not in n.actor.party_in)
        return names[0] if names else None

    # -- rules -----------------------------------------------------------------

    def _partitive(self, text: str, phrase: NounPhrase, role: Role, context: ReportContext) -> GroundedActor | None:
        """ "members of the SDF", "hundreds of Isis fighters", "one of the rebels": whoever follows."""
        if phrase.link not in ("of", "from") or phrase.head_key not in lexicon.PARTITIVES or phrase.before:
            return None
        return self._rest(text, phrase, phrase.end + 1, role, context)

    def _rest(self, text: str, phrase: NounPhrase, first: int, role: Role, context: ReportContext) -> GroundedActor | None:
        inner = self._phrase_from(text, phrase, first, context)
        return self._resolve_phrase(text, inner, role, context) if inner else None

    def _phrase_from(self, text: str, phrase: NounPhrase, first: int, context: ReportContext) -> NounPhrase | None:
        """Return the phrase that begins at a later word of a phrase: what stands behind "of", or "and"."""
        return noun_phrase(
            text, list(phrase.words), self.registry, all_caps=context.all_caps, year=context.year, home=context.home, first=first
        )

    def _special(self, text: str, phrase: NounPhrase, role: Role, context: ReportContext) -> GroundedActor | None:
        """Coalitions and forces called after who stands behind them."""
        key, year = phrase.head_key, context.year or 9999
        backing = {(m.name.actor.id, how) for m, how in phrase.compounds}
        syria = context.war_country == "SY"
        if (context.war_country, "allied") in backing and key in lexicon.FORCES | lexicon.FIGHTERS and not phrase.before:
            return self._state(context, "the state at war and its allied forces")
        if any(m.name.actor.region != "states" and m.name.actor.id != "kurdish-forces" for m in phrase.before):
            return None
        if (war := context.war) is not None and not phrase.before and not phrase.compounds:
            said = {key, *phrase.modifiers}
            since = war.paramilitaries_since or 0
            if war.paramilitaries and said & {"paramilitary", "paramilitaries"} and year >= since:
                return self._id(war.paramilitaries, context, f"the paramilitaries in the war of {war.country}")
            if war.occupier and (
                key in ("occupation", "occupier", "occupiers") or ("occupation" in said and key in lexicon.FORCES)
            ):
                return self._id(war.occupier, context, f"the occupying power in the war of {war.country}")
        if key == "community" and "international" in phrase.modifiers:
            return GroundedActor("international community", ActorKind.OTHER, None, 8, "description", "states at large")
        if key == "europe" and len(phrase.words) == 1:
            return self._id("eu", context, "Europe as an actor")
        if key == "staff" and "general" in phrase.modifiers and not phrase.before:
            return self._state(context, "the general staff of the state at war")
        if (
            key == "council"
            and "security" in phrase.modifiers
            and not phrase.before
            and not {"national", "supreme"} & set(phrase.modifiers)
        ):
            return self._id("un", context, "the Security Council is the United Nations'")
        if key in lexicon.CLERGY and lexicon.OTHER_CHURCHES.isdisjoint(phrase.modifiers):
            return self._id("catholic-church", context, f"{key} of the church")
        if (
            syria
            and "arab" in phrase.modifiers
            and any(m.name.actor.id == "kurdish-forces" for m in phrase.before)
            and (key in lexicon.COALITION | lexicon.FORCES | lexicon.FIGHTERS or lexicon.COALITION & set(phrase.modifiers))
            and year >= 2015
        ):
            return self._id("sdf", context, "the Kurdish and Arab alliance in Syria")
        if ("kurdish-forces", "led") in backing and (
            key in lexicon.FORCES or key in lexicon.FIGHTERS or key in lexicon.COALITION or key == "militia"
        ):
            sdf = self.registry.get("sdf")
            if sdf and year >= 2015:
                return self.known(sdf, context, "description", "the Kurdish-led force in Syria from October 2015")
        own_ground = all(m.name.actor.id == context.war_country for m in phrase.before)  # "US-backed Syrian fighters"
        if backing & {("US", "led"), ("US", "backed")} and own_ground:
            if ("US", "led") in backing and (
                (year >= 2014 and context.war_country in ("SY", "IQ", None)) or key in lexicon.COALITION
            ):
                return self._id("us-coalition", context, "the coalition that the United States lead")
            if syria and year >= 2016 and key in lexicon.FORCES | lexicon.FIGHTERS | lexicon.COALITION:
                return self._id("sdf", context, "the force that the United States back in Syria")
        turkish = {("TR", how) for how in ("backed", "allied", "aligned", "supported", "sponsored", "armed", "funded", "pro")}
        if (
            syria
            and (turkish & backing or self._tied_to("TR", phrase))
            and key in lexicon.FORCES | lexicon.FIGHTERS | lexicon.REBELS | lexicon.MILITANTS
        ):
            return self._id("fsa", context, "Syrian rebels whom Turkey backs")
        if ("SA", "led") in backing and (key in lexicon.COALITION or key in lexicon.FORCES):
            return self._id("saudi-coalition", context, "the coalition that Saudi Arabia lead")
        if (
            ("RU", "backed") in backing
            and context.war_country == "UA"
            and key in lexicon.REBELS | lexicon.FIGHTERS | lexicon.FORCES
        ):
            return self._id("donbas-separatists", context, "separatists whom Russia backs")
        if key in lexicon.FORCES | lexicon.FIGHTERS | lexicon.REBELS | lexicon.MILITANTS | lexicon.MILITIA and own_ground:
            for state, how in sorted(backing):
                if how in _BACKED and (allied := self.allies_of(state, context)) is not None:
                    return allied
        if key == "coalition" or (
            "coalition" in phrase.modifiers and key in lexicon.FORCES | lexicon.POSTS | lexicon.POSSESSIONS
        ):
            return self._coalition(context)
        if (
            (key in lexicon.MONITORS and role is Role.ORIGIN)
            or key == "observatory"
            or (key in ("group", "organisation") and "monitoring" in phrase.modifiers)
        ):
            return self._monitor(context)
        return None

    def _sides(self, text: str, phrase: NounPhrase, role: Role, context: ReportContext) -> GroundedActor | None:
        """Those who are for or against somebody, and those who are known by what they do."""
        if people.against_the_state(phrase, context.war_country):
            return (
                self._rebels(context)
                if context.war
                else GroundedActor("rebels", ActorKind.PARTY, None, 2, "description", "against the state, no group named")
            )
        if (
            context.war_country
            and people.regular_unit(phrase, text, context.all_caps)
            and not any(m.name.actor.region != "states" for m in phrase.before)
        ):
            state = next((m.name.actor for m in reversed(phrase.before) if m.name.actor.region == "states"), None)
            return (
                self.known(state, context, "alias", "a unit of its army") if state else self._state(context, "a unit of the army")
            )
        if not phrase.before and (owner := self._loyal(phrase, context)) is not None:
            return owner
        return people.for_the_state(phrase, context.war_country) or people.suicide_attackers(phrase, context.text)

    def _tied_to(self, state: str, phrase: NounPhrase) -> bool:
        """Tell whether the words behind a phrase say that a state stands by them: "rebels backed by Ankara"."""
        behind = [m for m in phrase.matches if m.first >= phrase.end and m.name.actor.id == state]
        ties = {w.key for w in phrase.words[phrase.end : behind[0].first]} if behind else set()
        return bool(
            ties & {"backed", "supported", "allied", "affiliated", "alongside", "armed", "trained", "funded", "loyal", "under"}
        )

    def _loyal(self, phrase: NounPhrase, context: ReportContext) -> GroundedActor | None:
        """Return whose side "forces loyal to …" and "fighters allied to …" are on."""
        if phrase.link not in ("loyal", "allied", "belonging", "affiliated", "linked"):
            return None
        if phrase.head_key not in lexicon.FORCES | lexicon.FIGHTERS | lexicon.MILITANTS | lexicon.MILITIA:
            return None
        behind = next((m for m in phrase.matches if m.first > phrase.end), None)
        to = {w.key for w in phrase.words[phrase.end : behind.first]} if behind else set()
        name = self._choose(behind, context) if behind is not None and to & {"to", "with"} else None
        return self.known(name.actor, context, "description", f"{phrase.link} to {name.actor.name}") if name else None

    def _id(self, actor_id: str, context: ReportContext, reason: str) -> GroundedActor | None:
        actor = self.registry.get(actor_id)
        return self.known(actor, context, "description", reason) if actor else None

    def _coalition(self, context: ReportContext) -> GroundedActor | None:
        named = [(n, a) for a, n in self._named(context).items() if "coalition" in a.name.casefold()]
        if named:
            actor = max(named, key=lambda pair: pair[0])[1]
            return self.known(actor, context, "description", f"the coalition that the report names, {actor.name}")
        war = context.war
        if war and war.coalition and (context.year is None or context.year >= (war.coalition_since or 0)):
            return self._id(war.coalition, context, f"the coalition in the war of {war.country}")
        return None

    def _monitor(self, context: ReportContext) -> GroundedActor | None:
        named = [(n, a) for a, n in self._named(context).items() if a.kind is ActorKind.MONITOR]
        if named:
            actor = max(named, key=lambda pair: pair[0])[1]
            return self.known(actor, context, "description", f"the monitor that the report names, {actor.name}")
        return self._id("sohr", context, "the monitor of Syria's war") if context.war_country == "SY" else None

    def _named(self, context: ReportContext) -> Counter[Actor]:
        return named_actors(self.registry, context.text, context.all_caps, context.year, context.home)

    def _person(self, text: str, phrase: NounPhrase, role: Role, context: ReportContext) -> GroundedActor | None:
        """A person named with a post speaks for the body that the post belongs to; one named with a trade for themself."""
        head = phrase.words[phrase.head]
        if (
            context.all_caps
            or not head.capital
            or head.key in lexicon.POSTS | lexicon.FORCES | lexicon.REBELS | lexicon.MILITANTS | lexicon.CIVILIANS
            or (head.key in lexicon.FIGHTERS and phrase.link in ("of", "from"))  # "Militiamen of the Lantern Front"
        ):
            return self._person_in_caps(text, phrase, role, context) if context.all_caps else None
        name_from = phrase.head
        while name_from > phrase.start and _name_part(phrase, name_from - 1):
            name_from -= 1
        named = plain_name(text[phrase.words[name_from].start : head.end], False)
        if (body := self._body_of_a_country(text, phrase, name_from)) is not None:
            return GroundedActor(body, ActorKind.OTHER, None, None, "unknown", f"{body} is a body by its own name")
        before = range(phrase.start, name_from)
        rest = range(phrase.end, len(phrase.words))
        keys = [phrase.words[n].key for n in (*before, *rest)]
        if not keys:
            return None
        posts = [n for n in (*before, *rest) if phrase.words[n].key in lexicon.POSTS]
        # "the deputy prime minister": the post that tells of a state outranks the word for its rank.
        post_at = next(
            (n for n in posts if n > name_from and phrase.words[n].key in lexicon.STATE_POSTS), next(iter(posts), None)
        )
        if any(k in lexicon.FORMER for k in keys[:6]):
            # "a former soldier and director of …": what stands behind "and" is held today.
            joint = next((n for n in rest if phrase.words[n].key in ("and", "now")), None)
            post_at = next((n for n in rest if joint is not None and n > joint and phrase.words[n].key in lexicon.POSTS), None)
            owner = self._owner_of_post(text, phrase, post_at, name_from, role, context) if post_at is not None else None
            if owner is not None and owner.kind in (ActorKind.AID, ActorKind.MONITOR, ActorKind.UN):
                return owner
            return GroundedActor(named, ActorKind.EXPERT, None, None, "description", f"{named} holds the post no longer")
        body = self._unlisted_body(text, phrase, post_at, name_from)
        if body is not None and not any(k in lexicon.EXPERTS for k in keys):
            return GroundedActor(body, ActorKind.OTHER, None, None, "role-of", f"{named} speaks for {body}", person=named)
        if any(k in lexicon.EXPERTS for k in keys):
            return GroundedActor(named, ActorKind.EXPERT, None, None, "description", f"{named} is called an expert")
        owner = self._owner_of_post(text, phrase, post_at, name_from, role, context) if post_at is not None else None
        if owner is not None and owner.kind is ActorKind.EXPERT:
            return GroundedActor(named, ActorKind.EXPERT, None, None, "description", f"{named} of {owner.name}")
        if owner is not None:
            return owner
        trades = any(k in lexicon.WITNESS_TRADES or k in lexicon.RESIDENTS or k in lexicon.ACTIVISTS for k in keys) or any(
            k.isdigit() for k in keys
        )
        kind = ActorKind.WITNESS if trades else ActorKind.OTHER
        return GroundedActor(named, kind, None, None, "description" if trades else "unknown", f"{named} is named in person")

    def _body_of_a_country(self, text: str, phrase: NounPhrase, name_from: int) -> str | None:
        """Return a body's name that begins with a country: "Sudan Doctors Network"; None if the words are no such name."""
        head, first = phrase.words[phrase.head], name_from - 1
        if head.key not in lexicon.BODY_NOUNS | lexicon.MONITORS or not phrase.start <= first or phrase.head - name_from < 1:
            return None
        country = phrase.words[first]
        owner = any(m.first <= first < m.last and m.name.actor.region == "states" for m in phrase.matches)
        joined = text[country.end : phrase.words[name_from].start] == " " and country.capital
        return plain_name(text[country.start : head.end], False) if owner and joined else None

    def _unlisted_body(self, text: str, phrase: NounPhrase, post_at: int | None, name_from: int) -> str | None:
        """Return a body that no registry lists and somebody speaks for: "of the Harbour Relief Committee", printed in capitals."""
        found = phrase.words
        begin = post_at + 1 if post_at is not None and post_at >= name_from else phrase.end
        if post_at is None and phrase.link not in ("of", "from"):
            return None
        if post_at is not None and post_at < name_from:
            return None
        for n in range(begin, len(found) - 1):
            if found[n].key in ("of", "for", "at", "with", "from") and not found[n].capital:
                first = n + 2 if found[n + 1].key == "the" else n + 1
                last = first
                while last < len(found) and found[last].capital and (last == first or self._joined(text, found, last)):
                    last += 1
                run = found[first:last]
                if len(run) < 2 or run[-1].key not in lexicon.BODY_NOUNS or run[-1].key in lexicon.LEARNED_BODIES:
                    continue
                if any(m.first == first and m.last == last for m in phrase.matches):
                    continue
                return plain_name(text[run[0].start : run[-1].end], False)
        return None

    def _joined(self, text: str, found: Sequence[Word], at: int) -> bool:
        return text[found[at - 1].end : found[at].start] in (" ", "-")

    def _person_in_caps(self, text: str, phrase: NounPhrase, role: Role, context: ReportContext) -> GroundedActor | None:
        """In capitals no name shows itself; a title or trade before the last words of a phrase does."""
        if phrase.head_key in lexicon.POSTS | lexicon.FORCES | lexicon.REBELS | lexicon.MILITANTS | lexicon.CIVILIANS:
            return None
        post_at = next(
            (n for n in range(phrase.start, phrase.head) if phrase.words[n].key in lexicon.POSTS | lexicon.MILITARY_TITLES), None
        )
        if post_at is not None and phrase.words[post_at].key not in lexicon.PRIVATE_POSTS:
            return self._owner_of_post(text, phrase, post_at, phrase.head, role, context)
        behind = next(
            (n for n in range(phrase.end, len(phrase.words)) if phrase.words[n].key in lexicon.POSTS - lexicon.PRIVATE_POSTS),
            None,
        )
        if behind is not None and phrase.link == ",":
            return self._owner_of_post(text, phrase, behind, phrase.start, role, context)
        trade = next(
            (n for n in range(phrase.head - 1, phrase.start - 1, -1) if phrase.words[n].key in lexicon.TITLES_OF_PERSONS), None
        )
        if trade is not None and phrase.head - trade <= 4:
            other = not lexicon.OTHER_CHURCHES.isdisjoint(phrase.modifiers)
            if phrase.words[trade].key in lexicon.CLERGY and role is not Role.TARGET and not other:
                return self._id("catholic-church", context, f"{phrase.words[trade].key} of the church")
            name = text[phrase.words[trade + 1].start : phrase.words[phrase.head].end]
            return GroundedActor(plain_name(name, True), ActorKind.WITNESS, None, None, "unknown", "a person by name")
        return None

    def _owner_of_post(
        self, text: str, phrase: NounPhrase, post_at: int, name_from: int, role: Role, context: ReportContext
    ) -> GroundedActor | None:
        """Return whom the holder of a post speaks for: the name before the post, or behind "for", "of", "in", "at"."""
        post = phrase.words[post_at].key
        if post in lexicon.PRIVATE_POSTS:
            media = next((m.name.actor for m in phrase.matches if m.name.actor.kind is ActorKind.MEDIA), None)
            return self.known(media, context, "role-of", f"{post} of {media.name}") if media else None
        boundary = 0 if post_at < name_from else phrase.end
        before = [m for m in phrase.matches if boundary <= m.first and m.last <= post_at]
        # "Australia director at Human Rights Watch": the body behind the post outranks the country before it.
        behind = next(
            (
                m
                for m in phrase.matches
                if m.first > post_at and m.name.actor.kind in (ActorKind.AID, ActorKind.MONITOR, ActorKind.UN)
            ),
            None,
        )
        if (
            before
            and behind is not None
            and before[-1].name.actor.region == "states"
            and phrase.words[behind.first - 1].key in ("at", "of", "for", "with", "the")
        ):
            before = []
        if before:
            name = self._choose(
                before[0] if len(before) > 1 and before[0].name.sense is not Sense.ADJECTIVE else before[-1], context
            )
            if name:
                return self.known(name.actor, context, "role-of", f"{post} of {name.actor.name}")
        after = [m for m in phrase.matches if m.first > post_at and (post_at >= name_from or m.last <= name_from)]
        if after:
            linked = {w.key for w in phrase.words[post_at + 1 : after[0].first]}
            proper = next(
                (m for m in after if m.name.sense is not Sense.ADJECTIVE and m.name.actor.id != "kurdish-forces"), after[0]
            )
            if linked & lexicon.FOLLOW and (name := self._choose(proper, context)):
                return self.known(name.actor, context, "role-of", f"{post} of {name.actor.name}")
        if post_at < name_from and (owner := self._behind_the_name(phrase, context)) is not None:
            return owner
        mods = {w.key for w in phrase.words[max(0, post_at - 4) : post_at]}
        if "civil" in mods and mods & {"defence", "defense"} and context.war_country == "SY":
            return self._id("white-helmets", context, "Syria's civil defence")
        behind_post = {w.key for w in phrase.words[post_at:]} & {"rebel", "rebels", "opposition"}
        if mods & (lexicon.REBELS | {"faction"}) or behind_post:
            return None if self._civil_opposition(mods | behind_post | {post}, context) else self._rebels(context)
        if context.war_country and (
            post in lexicon.STATE_POSTS
            or post in lexicon.MILITARY_TITLES
            or mods & {"army", "military", "police", "government", "junta", "regime", "defence", "defense", "interior", "foreign"}
        ):
            return self._office(phrase, post, post_at, context)
        return None

    def _behind_the_name(self, phrase: NounPhrase, context: ReportContext) -> GroundedActor | None:
        """Return whose officer somebody is by the words behind the name: "General Ada Byrne of the US army", "…, the top US commander"."""
        behind = [m for m in phrase.matches if m.first >= phrase.end]
        if not behind:
            return None
        between = {w.key for w in phrase.words[phrase.end : behind[0].first]}
        own = phrase.link in ("of", "from", "with") and behind[0].first - phrase.end <= 3
        post = phrase.link == "," and any(w.key in lexicon.POSTS for w in phrase.words[phrase.end : behind[0].last + 4])
        if not own and not (
            post and between <= lexicon.DETERMINERS | lexicon.POSTS | lexicon.FOLLOW | {"top", "senior", "deputy", "chief"}
        ):
            return None
        name = self._choose(behind[0], context)
        return self.known(name.actor, context, "role-of", f"behind the name: {name.actor.name}") if name is not None else None

    def _office(self, phrase: NounPhrase, post: str, post_at: int, context: ReportContext) -> GroundedActor | None:
        """Return the state whose office a bare title is: that in whose capital the sentence opens, that which alone has such, that at war."""
        before = phrase.words[post_at - 1].key if post_at else ""
        if (seat := self._seat_before(phrase.words[0].start, context)) is not None and post != "ambassador":
            return self.known(seat, context, "description", f"{post}, told of in the capital of {seat.name}")
        if post == "secretary" and before in _SECRETARIES and context.war_country not in _HAVE_SECRETARIES:
            return self._id(_SECRETARIES[before], context, f"{before} secretary: other states have ministers")
        return self._state(context, f"{post} of the state at war")

    def _seat_before(self, at: int, context: ReportContext) -> Actor | None:
        """Return the state in whose capital a sentence opens, if it names no other: "In London the prime minister …".

        Not where a visit or talks are told of: whoever is a guest there holds office elsewhere.
        """
        opening = re.search(r"(?:^|[.!?”\"\n])\s*In ([^.!?\n]{3,40}?)$", context.text[max(0, at - 60) : at])
        end = re.search(r"[.!?\n]", context.text[at:])
        sentence = context.text[at : at + (end.start() if end else 300)]
        if opening is None or _GUESTS.search(sentence):
            return None
        found = self.registry.matches(words(opening.group(1)), context.all_caps, context.year, context.home)
        seats = [m.name.actor for m in found if m.name.sense is Sense.SEAT]
        others = self.registry.matches(words(sentence), context.all_caps, context.year, context.home)
        told = {m.name.actor.id for m in others if m.name.actor.region == "states" and m.name.sense in (Sense.SEAT, Sense.NAME)}
        return seats[0] if len(seats) == 1 and told <= {seats[0].id} else None

    def _post(self, text: str, phrase: NounPhrase, role: Role, context: ReportContext) -> GroundedActor | None:
        """ "Pentagon spokesman", "a spokesman for the SDF", "the head of the Observatory"; unnamed officials of no known state."""
        key = phrase.head_key
        if key not in lexicon.POSTS:
            return None
        if key in lexicon.PRIVATE_POSTS and not any(m.name.actor.kind is ActorKind.MEDIA for m in phrase.matches):
            return None
        if phrase.before:
            name = self._choose(phrase.before[0] if key in ("source", "sources") else phrase.before[-1], context)
            if name is not None:
                return self.known(name.actor, context, "role-of", f"{key} of {name.actor.name}")
        mods = set(phrase.modifiers)
        if "civil" in mods and mods & {"defence", "defense"} and context.war_country == "SY":
            return self._id("white-helmets", context, "Syria's civil defence")
        # A counter-terrorism official is no terrorist.
        if (mods & lexicon.REBELS or mods & lexicon.MILITANTS) and mods.isdisjoint({"counter", "anti"}):
            return self._fighters(text, phrase, role, context)
        if phrase.link in lexicon.FOLLOW:
            inner = self._rest(text, phrase, phrase.end + 1, role, context)
            if inner is not None and (inner.actor_id or inner.name in ("rebels", "militants")):
                return GroundedActor(
                    inner.name, inner.kind, inner.actor_id, inner.inter, "role-of", f"{key} of {inner.name}", inner.candidates
                )
            # "Member of the National Coalition Ada Ito": the body stands between the post and the name.
            body = next((m for m in phrase.matches if m.first in (phrase.end + 1, phrase.end + 2)), None)
            chosen = self._choose(body, context) if body is not None else None
            if chosen is not None and chosen.sense in (Sense.NAME, Sense.OFFICE) and phrase.link in ("of", "for", "with"):
                return self.known(chosen.actor, context, "role-of", f"{key} of {chosen.actor.name}")
        if key in ("statement", "communique"):
            return None
        vague = mods & lexicon.WESTERN
        stately = (
            key in lexicon.STATE_POSTS
            or mods
            & {
                "military",
                "army",
                "police",
                "government",
                "regime",
                "defence",
                "defense",
                "ministry",
                "prime",
                "interior",
                "official",
                "state",
            }
            or key in lexicon.MILITARY_TITLES
        )
        if (behind := self._named_holder(phrase, context)) is not None:
            return behind
        if stately and not vague and context.war_country:
            return self._office(phrase, key, phrase.head, context)
        if key in ("official", "officials", "diplomat", "diplomats", "source", "sources"):
            return GroundedActor(
                self._words(text, phrase, context),
                ActorKind.OFFICIAL_ANONYMOUS,
                None,
                None,
                "description",
                "nobody named, no state known",
            )
        return None

    def _named_holder(self, phrase: NounPhrase, context: ReportContext) -> GroundedActor | None:
        """Return whom the office holder behind a comma speaks for: "the defence secretary, James Mattis"."""
        if phrase.link != ",":
            return None
        for match in phrase.matches:
            name = self._choose(match, context) if match.first >= phrase.end else None
            if name is not None and name.sense is Sense.LEADER:
                return self.known(name.actor, context, "role-of", f"{name.full} speaks for {name.actor.name}")
        return None

    def _people(self, text: str, phrase: NounPhrase, role: Role, context: ReportContext) -> GroundedActor | None:
        key = phrase.head_key
        if key in lexicon.MEDIA and "state" in phrase.modifiers:
            return self._state_media(text, phrase, context)
        if role is Role.ORIGIN:
            for group, name, kind in (
                (lexicon.WITNESSES, "witness", ActorKind.WITNESS),
                (lexicon.RESIDENTS, "residents", ActorKind.WITNESS),
                (lexicon.ACTIVISTS, "activists", ActorKind.WITNESS),
                (lexicon.DOCTORS, "doctors", ActorKind.WITNESS),
                (lexicon.EXPERTS, "expert", ActorKind.EXPERT),
            ):
                if key in group and key != "hospital":
                    return self._described(text, phrase, name, kind, f"{key}, nobody named")
            if key in ("diplomat", "diplomats") and not phrase.before:
                name = self._words(text, phrase, context)
                return self._described(text, phrase, name, ActorKind.OFFICIAL_ANONYMOUS, "diplomats of no named state")
            if key in lexicon.MEDIA and not phrase.before:
                return GroundedActor(
                    self._words(text, phrase, context), ActorKind.MEDIA, None, None, "description", "media, none named"
                )
            reports = key in ("reports", "report", "footage", "images", "documents", "document", "videos", "video", "rumours")
            if reports and not phrase.before:
                kind = ActorKind.MEDIA if "media" in phrase.modifiers or "news" in phrase.modifiers else ActorKind.OTHER
                return GroundedActor(self._words(text, phrase, context), kind, None, None, "description", "no author named")
            return people.called(phrase)
        if (armed := people.armed_strangers(phrase, role)) is not None:
            return armed
        if (dressed := people.in_uniform(phrase)) is not None:
            return dressed
        if people.lived_in(phrase):
            return self._described(text, phrase, "civilians", ActorKind.WITNESS, f"{key} where people live", inter=7)
        if people.men_of_a_group(phrase):
            return self.known(
                phrase.before[-1].name.actor, context, "description", f"{key} of {phrase.before[-1].name.actor.name}"
            )
        if (found := people.called(phrase)) is not None:
            return found
        if (key in lexicon.CIVILIANS and key not in ("homes", "houses", "house", "home")) or (
            key in lexicon.CIVILIANS and not phrase.before
        ):
            held = next((m for m in phrase.owners if m.name.actor.id == "islamic-state"), None)
            if key in lexicon.KIN and held is not None:
                return GroundedActor(
                    "Islamic State families", ActorKind.OTHER, None, 7, "description", "families of Islamic State members"
                )
            return self._described(text, phrase, "civilians", ActorKind.WITNESS, f"{key}: unarmed people", inter=7)
        return None

    def _state_media(self, text: str, phrase: NounPhrase, context: ReportContext) -> GroundedActor:
        """Return a state's media under its name: "state television" is that of the state at war if no other is named."""
        own = next((m.name.actor for m in reversed(phrase.before) if m.name.actor.region == "states"), None)
        state = own or (self.registry.get(context.war_country) if context.war_country else None)
        at = next(n for n in range(phrase.head, -1, -1) if phrase.words[n].key == "state")
        printed = text[phrase.words[at].start : phrase.words[phrase.head].end]
        name = f"{self.registry.adjective(state)} {printed}" if state is not None else printed
        return GroundedActor(plain_name(name, context.all_caps), ActorKind.MEDIA, None, None, "description", "media of a state")

    def _fighters(self, text: str, phrase: NounPhrase, role: Role, context: ReportContext) -> GroundedActor | None:
        key = phrase.head_key
        mods = set(phrase.modifiers)
        rebels = key in lexicon.REBELS or bool(mods & lexicon.REBELS)
        militants = key in lexicon.MILITANTS or bool(mods & lexicon.MILITANTS)
        if not (rebels or militants or key in lexicon.FIGHTERS):
            return None
        group = next((m.name for m in reversed(phrase.before) if m.name.actor.region != "states"), None)
        state = next((m.name.actor for m in reversed(phrase.before) if m.name.actor.region == "states"), None)
        if group is not None:
            if group.actor.id == "kurdish-forces" and context.war_country in ("TR", "IQ") and (rebels or militants):
                return self._id("pkk", context, "Kurdish insurgents in Turkey and Iraq")
            if group.actor.id == "kurdish-forces" and context.war_country == "SY" and key in lexicon.MILITIA:
                named = any(a.id == "ypg" for a in self._named(context))
                if not named and key != "militia":
                    return self.known(group.actor, context, "alias", f"{key} of Kurds, no organisation named")
                return self._id("ypg", context, "the Kurdish militia in Syria")
            return self.known(group.actor, context, "alias", f"{key} of {group.actor.name}")
        if phrase.link in ("of", "from", "in", "to", "with") and key in lexicon.FIGHTERS | lexicon.MILITANTS | lexicon.POSTS:
            inner = self._rest(text, phrase, phrase.end + 1, role, context)
            body = self.registry.get(inner.actor_id) if inner is not None and inner.actor_id else None
            if body is not None and body.kind is ActorKind.PARTY:
                return inner
        if (
            any(
                how in ("linked", "affiliated", "inspired", "aligned") and m.name.actor.region != "states"
                for m, how in phrase.compounds
            )
            and militants
        ):
            linked = next(m.name.actor for m, how in phrase.compounds if m.name.actor.region != "states")
            return self.known(linked, context, "description", f"{key} tied to {linked.name}")
        if rebels and phrase.words[0].key in ("a", "another") and key in _NEW_BODIES:
            return None  # "a rebel coalition" is one that the text has not named
        if rebels and not self._civil_opposition({key, *(w.key for w in phrase.words[phrase.start : phrase.end])}, context):
            return self._rebels(context)
        if militants:
            return self._militants(phrase, context)
        if key in (
            "group",
            "groups",
            "faction",
            "factions",
            "organisation",
            "organization",
            "alliance",
            "elements",
            "element",
            "cell",
            "column",
            "columns",
            "cells",
            "organisations",
            "organizations",
        ):
            return None
        if key in ("fighter", "fighters", "gunmen", "gunman") and not mods - lexicon.STATE_MODIFIERS and not state:
            return None
        if state is not None and key in ("militia", "militias", "militiamen") and not mods & lexicon.WESTERN:
            return (
                self.known(state, context, "description", f"{key} of {state.name}") if state.id != context.war_country else None
            )
        return None

    def _militia_men(self, text: str, phrase: NounPhrase, role: Role, context: ReportContext) -> GroundedActor | None:
        """Men of an armed body: "men of the Wagner group"; of one that is not named: "militia boys", "rebel members"."""
        if phrase.head_key in lexicon.MEN and phrase.link == "of" and not phrase.before:
            body = self._rest(text, phrase, phrase.end + 1, role, context)
            if body is not None and body.actor_id is not None and body.inter in (2, 3, 8) and body.basis in ("alias", "role-of"):
                return replace(body, basis="role-of", reason=f"{phrase.head_key} of {body.name}")
        if phrase.head_key not in lexicon.MEN or not set(phrase.modifiers) & (
            lexicon.MILITIA | {"rebel", "insurgent", "guerrilla"}
        ):
            return None
        return self._unlisted(text, phrase, role, context) or self._fighters(text, phrase, role, context)

    def _unlisted(self, text: str, phrase: NounPhrase, role: Role, context: ReportContext) -> GroundedActor | None:
        """An armed group that no registry lists, under its printed name: "Lantern rebels", "fighters of the Red Lantern Front"."""
        if phrase.head_key not in lexicon.ARMED_NOUNS | lexicon.MEN:
            return None
        if any(m.name.actor.region != "states" and m.name.actor.kind is not ActorKind.MEDIA for m in phrase.before):
            return None
        name = self._own_group_name(text, phrase, context)
        if name is None and phrase.link in ("of", "from") and phrase.head_key in lexicon.ARMED_NOUNS - _BODIES | lexicon.MEN:
            name = self._group_behind(text, phrase, context)
        if name is None:
            return None
        said = {phrase.head_key, *phrase.modifiers}
        inter = 2 if said & (lexicon.REBELS | lexicon.MILITANTS) else 3
        kind = (
            ActorKind.OTHER
            if role is Role.ORIGIN and said.isdisjoint(lexicon.REBELS | lexicon.MILITANTS | _FIGHTING)
            else ActorKind.PARTY
        )
        return GroundedActor(name, kind, None, inter if kind is ActorKind.PARTY else None, "unknown", f"{name}: {UNLISTED}")

    def _own_group_name(
        self, text: str, phrase: NounPhrase, context: ReportContext, nouns: frozenset[str] = frozenset()
    ) -> str | None:
        """Return the capitals before the words for an armed group, if they are nobody's and no place's name."""
        found = phrase.words
        if context.all_caps or phrase.compounds:
            return None
        stop = phrase.head
        armed = nouns | lexicon.ARMED_NOUNS | lexicon.MEN | {"rebel", "armed", "splinter", "breakaway"}
        while stop >= phrase.start and not found[stop].capital and found[stop].key in armed:
            stop -= 1
        if stop == phrase.head:
            return None
        first = stop + 1
        # "Dawn" of "the Red Dawn rebels" is no newspaper.
        taken = {n for m in phrase.matches if m.name.actor.kind is not ActorKind.MEDIA for n in range(m.first, m.last)}
        while (
            first > phrase.start and (found[first - 1].capital or found[first - 1].key in _PARTICLES) and first - 1 not in taken
        ):
            if found[first - 1].key in lexicon.DETERMINERS | lexicon.NO_GROUP or text[
                found[first - 1].end : found[first].start
            ] not in (" ", "-"):
                break
            first -= 1
        while first <= stop and not found[first].capital:
            first += 1
        run = found[first : stop + 1]
        if not run or any(w.text.endswith(("'s", "’s")) or w.key in lexicon.HONORIFICS for w in run):
            return None
        if text[run[-1].end : found[stop + 1].start] != " ":
            return None  # "Lantern-led rebels"
        printed = text[run[0].start : run[-1].end]
        letters = printed.isupper() and len(printed) > 1
        if not letters and (printed.casefold() in context.places or all(w.key in context.places for w in run)):
            return None
        if len(run) == 1 and not letters and not self._proper(run[0], found[stop + 1 : phrase.head + 1], context):
            return None
        if len(run) == 1 and not letters and _opens(text, run[0].start) and not _elsewhere(context.text, printed):
            return None
        if letters or len(run) > 1 or _stands_alone(context.text, printed):
            return printed
        last = stop + 1 if phrase.head_key in lexicon.MEN else phrase.head
        return text[run[0].start : found[last].end]

    def _proper(self, word: Word, nouns: Sequence[Word], context: ReportContext) -> bool:
        """Tell whether one word with a capital is a name: it is not printed small elsewhere and a word for fighters follows."""
        known = lexicon.PLAIN_NOUNS | lexicon.STATE_MODIFIERS | lexicon.WESTERN
        fighting = any(w.key in lexicon.ARMED_NOUNS - _BODIES | {"militia", "rebel"} for w in nouns)
        return fighting and word.key not in known and not re.search(rf"\b{re.escape(word.text.lower())}\b", context.text)

    def _group_behind(self, text: str, phrase: NounPhrase, context: ReportContext) -> str | None:
        """Return the body that fighters are of, if its name says that it is one: "of the Red Lantern Front", "from the Lantern militia"."""
        inner = self._phrase_from(text, phrase, phrase.end + 1, context)
        if inner is None or context.all_caps or any(m.name.actor.kind is not ActorKind.MEDIA for m in inner.owners):
            return None
        if not inner.words[inner.head].capital:
            return self._own_group_name(text, inner, context, _BODIES)
        first = inner.head
        while first > inner.start and inner.words[first - 1].capital and inner.words[first - 1].key not in lexicon.DETERMINERS:
            first -= 1
        printed = text[inner.words[first].start : inner.words[inner.head].end]
        body = inner.words[inner.head].key in lexicon.BODY_NOUNS | _BODIES and first < inner.head
        return plain_name(printed, False) if body or (printed.isupper() and len(printed) > 2) else None

    def _civil_opposition(self, said: Set[str], context: ReportContext) -> bool:
        """Tell whether "the opposition" are politicians: wherever it is not what a war's rebels are called, or no arms are told of.

        In Syria from 2011 on "the opposition" fights; in most countries it sits in parliament or in prison.
        """
        if said & (lexicon.REBELS - {"opposition", "oppositionists"}) or not said & {"opposition", "oppositionists"}:
            return False
        if context.war is not None and context.war.rebels == "rebels":
            return False
        return not said & (
            lexicon.MILITIA | {"fighter", "fighters", "forces", "force", "armed", "troops", "commander", "soldiers", "combatants"}
        )

    def _rebels(self, context: ReportContext) -> GroundedActor | None:
        war = context.war
        if war is None or war.rebels == "rebels":
            return GroundedActor("rebels", ActorKind.PARTY, None, 2, "description", "opposition fighters, no group named")
        leading = self._leading_group(context)
        if leading is not None:
            return self.known(leading, context, "description", f"the insurgent group that the report names, {leading.name}")
        if war.rebels and self._alive(war.rebels, context):
            return self._id(war.rebels, context, f"the insurgents in the war of {war.country}")
        return GroundedActor("rebels", ActorKind.PARTY, None, 2, "description", "insurgents, no group named")

    def rebels(self, context: ReportContext) -> GroundedActor | None:
        """Return the insurgents in the war that a report tells of, None without a war."""
        return self._rebels(context) if context.war is not None else None

    def _alive(self, actor_id: str, context: ReportContext) -> bool:
        """Tell whether a group was there in the year of the report."""
        actor, year = self.registry.get(actor_id), context.year
        return actor is not None and (year is None or (actor.since or 0) <= year <= (actor.until or 9999))

    def allies_of(self, actor_id: str, context: ReportContext) -> GroundedActor | None:
        """Return the forces that fight beside a state in the war, for a bare "its allies" or "its proxies"."""
        war = context.war
        allied = dict(war.allies).get(actor_id) if war is not None else None
        return self._id(allied, context, f"allies in the war of {context.war_country}") if allied is not None else None

    def _leading_group(self, context: ReportContext) -> Actor | None:
        """Return the insurgent group of the war's country that the report names most."""
        here = [
            (n, a.name, a)
            for a, n in self._named(context).items()
            if a.kind is ActorKind.PARTY
            and a.region != "states"
            and a.inter == 2
            and context.war_country in (a.country, *a.party_in)
        ]
        return max(here, key=lambda e: e[:2])[2] if here else None

    def _militants(self, phrase: NounPhrase, context: ReportContext) -> GroundedActor | None:
        war = context.war
        counts = self._named(context)
        definite = phrase.words[phrase.start].key in ("the", "these", "those") or phrase.head_key.startswith(
            ("jihad", "extremist")
        )
        if war and war.country in ("SY", "IQ"):
            held = self.registry.get("islamic-state")
            rivals = max(
                (n for a, n in counts.items() if a.id in ("hts", "al-qaida", "ahrar-al-sham", "jaish-al-fatah")), default=0
            )
            if held and definite and counts[held] >= 2 and counts[held] > rivals and (context.year or 9999) >= 2014:
                return self.known(held, context, "description", "the militants that the report names")
        elif war:
            leading = self._leading_group(context)
            if leading is not None and (definite or counts[leading] >= 2):
                return self.known(leading, context, "description", f"the militants that the report names, {leading.name}")
        return GroundedActor("militants", ActorKind.PARTY, None, 2, "description", "armed militants, no group named")

    def _force(self, text: str, phrase: NounPhrase, role: Role, context: ReportContext) -> GroundedActor | None:
        """Arms and seats of a state or group: the name before them, or behind "of"; else the state at war."""
        key = phrase.head_key
        plain = lexicon.DETERMINERS | lexicon.QUANTIFIERS | lexicon.NUMBER_WORDS
        if key == "governments" and not phrase.before and all(m in plain or m.isdigit() for m in phrase.modifiers):
            # "Some thirty governments": whose, nothing says, and not that of the state at war alone.
            return self._described(text, phrase, "governments", ActorKind.GOVERNMENT, "governments that are not named")
        if key not in lexicon.FORCES:
            return None
        if phrase.before:
            name = self._choose(phrase.before[-1], context)
            if name is not None:
                return self.known(name.actor, context, "alias", f"{key} of {name.actor.name}")
        mods = set(phrase.modifiers)
        if phrase.link in ("of", "in", "to", "from", "at", "for"):
            inner = self._rest(text, phrase, phrase.end + 1, role, context)
            if (
                inner is not None
                and inner.actor_id
                and (phrase.link in ("of", "to") or (phrase.link == "from" and inner.kind is ActorKind.PARTY) or key in _SEATED)
            ):
                return inner
        own = bool(mods & {"our", "its", "their", "his", "her"})
        extra = {m for m in mods - lexicon.STATE_MODIFIERS - lexicon.FORCES - lexicon.DETERMINERS if not m.isdigit()}
        if phrase.compounds or own or any(m in lexicon.WESTERN for m in extra) or len(extra) > 1:
            return None
        weak = _weak(key)
        if (
            weak
            and not mods
            & {
                "government",
                "regime",
                "army",
                "military",
                "state",
                "security",
                "police",
                "armed",
                "loyalist",
                "uniformed",
            }
            and not (mods & {"air", "navy", "naval"} and key in ("force", "forces"))
        ):
            return None
        if context.war is not None and context.war.army and ({key, *mods} & _SOLDIERLY):
            return self._id(
                context.war.army, context, f"the {key} in the war of {context.war.country}, which has no army of its own"
            )
        return self._state(context, f"the {key} of the state at war")

    def _state(self, context: ReportContext, reason: str) -> GroundedActor | None:
        state = self.registry.get(context.war_country) if context.war_country else None
        return self.known(state, context, "description", reason) if state else None

    def _owned(self, text: str, phrase: NounPhrase, role: Role, context: ReportContext) -> GroundedActor | None:
        """Whatever belongs to a name stands for it: "Isis targets", "the Observatory's report", "the Kurdish leadership"."""
        mods = set(phrase.modifiers)
        if phrase.before:
            head = phrase.words[phrase.head]
            name = self._choose(phrase.before[-1], context)
            if name is not None and (not head.capital or context.all_caps):
                if (
                    name.sense is Sense.ADJECTIVE
                    and name.actor.region == "states"
                    and phrase.head_key not in lexicon.POSSESSIONS | {"side", "leadership", "report", "people"}
                ):
                    return None
                return self.known(name.actor, context, "role-of", f"{phrase.head_key} of {name.actor.name}")
        if phrase.head_key in lexicon.POSSESSIONS:
            if mods & lexicon.REBELS:
                civil = phrase.head_key in ("movement", "network", "organisation", "organization", "victory")
                return None if civil and self._civil_opposition(mods, context) else self._rebels(context)
            if mods & lexicon.MILITANTS:
                return self._militants(phrase, context)
            if mods & {"government", "regime", "army", "military", "police"}:
                return self._state(context, f"{phrase.head_key} of the state at war")
            if phrase.link == "of":
                inner = self._rest(text, phrase, phrase.end + 1, role, context)
                return inner if inner is not None and inner.actor_id else None
        return None

    def _described(
        self, text: str, phrase: NounPhrase, name: str, kind: ActorKind, reason: str, inter: int | None = None
    ) -> GroundedActor:
        return GroundedActor(name, kind, None, inter, "description", reason)

    def _words(self, text: str, phrase: NounPhrase, context: ReportContext, last: int | None = None) -> str:
        """Return the words of a phrase without articles, numbers and "senior" before them and clauses behind."""
        first, stop = phrase.start, phrase.head if last is None else last
        while first < stop and phrase.words[first].key in lexicon.LOOSE_LEADS:
            # "other countries", "all sides": without the word before it the noun says nothing.
            if first + 1 == stop and phrase.words[first].key in ("other", "all"):
                break
            first += 1
        return plain_name(text[phrase.words[first].start : phrase.words[stop].end], context.all_caps)

    def _unknown(self, text: str, span: Span, phrase: NounPhrase, context: ReportContext) -> GroundedActor:
        """Return the words themselves: the noun and what stands before it, with "of …" if a name needs it."""
        last = phrase.head
        proper = phrase.link == "for" and phrase.words[phrase.head].capital and phrase.end + 1 < len(phrase.words)
        if phrase.link == "of" or (proper and phrase.words[phrase.end + 1].capital):
            inner = self._phrase_from(text, phrase, phrase.end + 1, context)
            last = inner.head if inner is not None else last
        name = self._words(text, phrase, context, last)
        whole = plain_name(span.of(text), context.all_caps)
        if len(words(name)) <= 1 and not name[:1].isupper() and phrase.link in (",", "("):
            name = whole
        return GroundedActor(name or whole, ActorKind.OTHER, reason="not in the registry; the words are kept")


# A title before a first and a last name; "Private" and "Major" stand before names of companies too, and ranks of two words stay.
_RANK = re.compile(
    r"^(?:Father|Fr|Rev|Reverend|Prof|Professor|Sergeant|Sgt|Corporal|Cpl|Captain|Capt|Lieutenant|Lt|Colonel|Col)\.? (?=[A-Z][\w’'-]+ [A-Z])"
)


def plain_name(words_printed: str, all_caps: bool) -> str:
    """Return a mention as a name: without article or number before it; capitals only where they mean something."""
    name = " ".join(words_printed.split()).strip(" ,.;:\"'“”‘’")
    name = re.sub(r"^(?:(?:Dr|Mr|Mrs|Ms|Sir|DR|MR|MRS)\.? )", "", name)
    name = _RANK.sub("", re.sub(r" (?:him|her|it|them)sel(?:f|ves)$", "", name))
    name = re.sub(r"^[A-Z][\w-]+-based (?=\w)", "", name)
    while (cut := _LEADING.sub("", name, count=1)) != name and cut:
        name = cut
    return name.title() if all_caps and name.isupper() and len(name.split()) <= 6 and len(name) > 5 else name


def _name_part(phrase: NounPhrase, at: int) -> bool:
    word = phrase.words[at]
    joined = at + 1 < len(phrase.words)
    small = word.key in ("al", "el", "de", "bin", "ibn", "ben", "abu", "van", "von", "la", "ul", "da", "di", "du")
    if not joined or not (word.capital or small):
        return False
    owned = any(m.first <= at < m.last for m in phrase.owners)
    return not owned and word.key not in lexicon.POSTS | lexicon.MILITARY_TITLES | lexicon.DETERMINERS | lexicon.FORMER


def _weak(key: str) -> bool:
    """Tell whether a force's name says nothing of whose it is: anyone has drones and a command, an army is the state's."""
    return key in lexicon.WEAK_FORCES


@lru_cache(maxsize=512)
def _other_bearers(text: str, surname: str) -> frozenset[str]:
    return frozenset(m.group(1) for m in re.finditer(rf"\b([^\W\d_][\w'’-]*\.?)\s+{re.escape(surname)}\b", text))


@lru_cache(maxsize=512)
def _another_person(text: str, name: Name) -> bool:
    """Tell whether the text introduces somebody else of the same surname and never the office holder: "Mary Johnson"."""
    if name.full.casefold() in text.casefold():
        return False
    own = {w.key for w in words(name.full)}
    if any(first.casefold() in lexicon.STATE_POSTS for first in _other_bearers(text, name.text)):
        return False  # "President Trump": the office holder, whoever else of the name there is
    titles = lexicon.POSTS | lexicon.MILITARY_TITLES | {"mr", "mrs", "ms", "dr", "al", "de", "von"}
    for first in _other_bearers(text, name.text):
        key = first.casefold().strip(".")
        if (
            first[:1].isupper()
            and not first.isupper()
            and key not in own
            and key not in titles
            and words(first)[0].key not in lexicon.DETERMINERS
            and key not in lexicon.BREAKS
        ):
            # "When Trump", "Turkish Erdogan": a sentence's first word or an adjective is no first name.
            found = load_registry().matches(words(first))
            if not found and key not in _SENTENCE_OPENERS:
                return True
    return False


# Why a group keeps its printed name: no word of the text may then take it for another.
UNLISTED = "a group that no registry lists"
_BODIES = word_set(
    """group groups faction factions organisation organisations organization organizations alliance element elements cell cells column columns
    front army brigade battalion forces coalition militia party"""
)
# Titles by which few states call whom others call ministers. Bare, in a war elsewhere, they are the best known state's.
_SECRETARIES = {"defence": "GB", "defense": "US", "home": "GB"}
_HAVE_SECRETARIES = frozenset(["GB", "US", "PH", "MX", "HN", "KE", "PK", "IN", "LK", "BD", "NP", "ZA", "AU", "PG"])
_GUESTS = re.compile(
    r"\b(?:visit\w*|talks|met|meets|meeting|summit|trip|tour|counterpart|conference|arriv\w+|hosted|guest)\b", re.IGNORECASE
)
_SOLDIERLY = word_set("army military soldiers soldier troops warplanes jets tanks tank artillery navy airforce helicopters air")
_FIGHTING = lexicon.MILITIA | {"fighter", "fighters", "combatants", "gang", "gangs", "cartel", "guerrilla", "commandos"}


def _opens(text: str, at: int) -> bool:
    """Tell whether a sentence begins at a word, or an article before it does: its capital says nothing there."""
    before = text[max(0, at - 40) : at].rstrip(" \t\"“‘'([")
    return not before or before[-1] in ".?!:\n"


def _elsewhere(text: str, name: str) -> bool:
    """Tell whether a word has its capital within a sentence too."""
    return any(not _opens(text, m.start()) for m in re.finditer(rf"\b{re.escape(name)}\b", text))


@lru_cache(maxsize=512)
def _stands_alone(text: str, name: str) -> bool:
    """Tell whether a name stands without a noun behind it somewhere: "the Lantern said", "Lantern, which …"."""
    return bool(
        re.search(
            rf"\b{re.escape(name)}(?:[,.;:)”\"]|['’]s\b| (?:and|has|have|had|is|was|were|said|says|which|who|denied)\b)", text
        )
    )


_NEW_BODIES = frozenset(["coalition", "alliance", "group", "faction", "movement", "front", "organisation", "organization"])
_SEATED = frozenset(["government", "authorities", "regime", "embassy", "ministry", "cabinet", "parliament", "junta", "rulers"])
_PARTICLES = frozenset(["al", "el", "de", "bin", "ibn", "ben", "abu", "van", "von", "la", "ul", "da", "di", "du", "del", "y"])
_TITLES = lexicon.POSTS | lexicon.MILITARY_TITLES | lexicon.HONORIFICS | lexicon.TITLES_OF_PERSONS
_NOT_IN_NAMES = (
    lexicon.POSTS | lexicon.MILITARY_TITLES | lexicon.DETERMINERS | lexicon.FORMER | lexicon.HONORIFICS | lexicon.LAWMAKERS
)


_SENTENCE_OPENERS = frozenset(
    {
        "when",
        "but",
        "and",
        "as",
        "if",
        "while",
        "that",
        "then",
        "yet",
        "so",
        "because",
        "although",
        "though",
        "has",
        "did",
        "does",
        "is",
        "was",
        "will",
        "would",
        "what",
        "why",
        "how",
        "where",
        "even",
        "only",
        "like",
        "unlike",
        "despite",
        "since",
        "meanwhile",
        "president",
        "administration",
        "mr.",
        "not",
    }
)
