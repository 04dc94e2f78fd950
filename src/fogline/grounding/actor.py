"""Who is meant by the words that name an actor: the organisation or state behind a name, an office or a description.

A name of the registry comes first, by the head of the phrase: "Isis
fighters" are Islamic State, "families of Isis fighters" are not. Then
come posts ("a spokesman for the SDF"), then descriptions that the war
decides ("the army", "the rebels", "the coalition"), then kinds of people.
In doubt the words themselves are kept and the basis says ``unknown``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import bearer, choose, left_office, name_behind, own_name, plain_name, printed_words
from fogline.grounding.actor_people import body_of, people_of_a_kind
from fogline.grounding.body_names import named_body, organ_of_a_body
from fogline.grounding.branches import branch_of_a_group
from fogline.grounding.callings import kind_of_the_kept
from fogline.grounding.fighters import fighters, men_of_a_body, unit_of_a_group
from fogline.grounding.followers import called_after_leader
from fogline.grounding.grounding import Actor, ActorKind, GroundedActor
from fogline.grounding.joint_speakers import speaking_beside
from fogline.grounding.known_actor import described, known
from fogline.grounding.naming import Naming
from fogline.grounding.nationals import called_after, nationals, of_its_people
from fogline.grounding.noun_phrase import NounPhrase, noun_phrase
from fogline.grounding.opposition import of_the_opposition
from fogline.grounding.outlets_told import named_outlet, state_media
from fogline.grounding.peoples import of_a_people
from fogline.grounding.posts import named_person, post_holder
from fogline.grounding.registry import Match, Name, Sense, Word, YamlRegistry, words
from fogline.grounding.report_context import ReportContext
from fogline.grounding.state_forces import agency, force, owned, seat_of_holder
from fogline.grounding.states_at_large import states_at_large
from fogline.grounding.unlisted_groups import branch_in_a_country, national_body, rebel_army, unlisted_group
from fogline.grounding.war_sides import called_after_backers, for_or_against
from fogline.reading.reading import Role
from fogline.span import Span

__all__ = ["ActorResolver"]

# "The organisation known as X" is X.
_CALLED = re.compile(
    r"\b(?:(?:(?:also|better|formerly|\w+ly) )?known(?: \w+ly)? as|(?:that|which) calls itself|calling (?:itself|themselves)) (?:the )?"
)
# Kinds of bodies whose directors are nobody else's, by whatever name.
_NO_SIDES = frozenset([ActorKind.AID, ActorKind.MONITOR, ActorKind.MEDIA, ActorKind.UN])
_SENT = frozenset(["ambassador", "envoy", "representative", "delegate", "negotiator", "diplomat"])
_POLITE = frozenset(["mr", "mrs", "ms", "miss", "dr"])
_NO_FIRST_NAMES = (
    lexicon.POSTS
    | lexicon.MILITARY_TITLES
    | lexicon.EXPERTS
    | lexicon.NO_GROUP
    | lexicon.ARMED_NOUNS
    | lexicon.FORCES
    | lexicon.DETERMINERS
    | lexicon.HONORIFICS
    | {"private"}
)
_ONE = frozenset(["a", "an", "another", "one"])
# In their wars a Congress is their own, if the text tells of no other.
_HAVE_CONGRESSES = frozenset(["BO", "CO", "CL", "EC", "GT", "HN", "MX", "PE", "PH"])
_AMERICAN = re.compile(r"\b(?:(?:US|U\.S\.|American) [Cc]ongress|Capitol|Washington|White House|House of Representatives)\b")


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
        naming = Naming(text, phrase, role, context, self.registry, _look_up)
        found_here = _look_up(naming)
        if (called := _CALLED.search(text, span.start, span.end)) is not None and called.end() < span.end:
            named = self.resolve(text, Span(called.end(), span.end), role=role, context=context)
            nickname = phrase.words[phrase.head].capital and phrase.head_match is None and not context.all_caps
            unknown = found_here is None or found_here.actor_id is None
            if not nickname and (named.actor_id is not None or (unknown and text[called.end()].isupper())):
                return named
        if found_here is not None and (closer := self._by_its_own_name(naming, found_here, span)) is not None:
            return closer
        if found_here is not None and found_here.actor_id is not None:
            one_more = phrase.words[0].key in ("a", "an", "another") and phrase.head_key in lexicon.ARMED_NOUNS
            if found_here.basis == "description" and (phrase.head_key in lexicon.MILITIA or one_more):
                introduced = _group_in_apposition(naming) or _unlisted_in_apposition(naming)
                if introduced is not None:  # "an Iraqi militia, the Islamic Resistance in Iraq"
                    return introduced
            if found_here.basis in ("role-of", "description"):
                found_here = replace(found_here, person=bearer(self.registry, text, phrase, context))
            others = _listed(naming, found_here) or _speaking_along(naming, found_here)
            return replace(found_here, also=others) if others else found_here
        introduced = _group_in_apposition(naming) or _unlisted_in_apposition(naming)
        introduced = introduced or name_behind(naming)
        if introduced is not None:
            return introduced
        kept = found_here or self._in_apposition(naming, span) or _unknown(naming, span)
        others = _speaking_along(naming, kept)
        return replace(kept, also=others) if others else kept

    def _by_its_own_name(self, naming: Naming, found: GroundedActor, span: Span) -> GroundedActor | None:
        """Return the body whose own name stands behind words that tell less of it: "the UN mission, MONUSCO", a long name and "(ISPR)"."""
        text, phrase = naming.text, naming.phrase
        behind = re.search(r", (?:the )?|\((?=[^()]+\)?$)", text[phrase.words[phrase.head].end : span.end])
        if (
            behind is None
            or naming.context.all_caps
            or (found.actor_id is None and (found.basis != "unknown" or behind[0] != "("))
        ):
            return None
        rest = Span(phrase.words[phrase.head].end + behind.end(), span.end)
        named = self.resolve(text, rest, role=naming.role, context=naming.context) if rest.start < rest.end else None
        body = self.registry.get(named.actor_id) if named is not None and named.actor_id and named.basis == "alias" else None
        listed = behind[0] != "(" and (phrase.head_match is not None or " and " in rest.of(text))
        if named is None or body is None or body.id == found.actor_id or listed:
            return None  # "the UN, WHO and the Red Cross" are three
        closer = found.actor_id is None or found.actor_id == body.parent or (found.actor_id == "un" and body.kind is ActorKind.UN)
        return named if closer else None

    def _in_apposition(self, naming: Naming, span: Span) -> GroundedActor | None:
        """Return who the part behind the comma is: "its director, Rami Abdel Rahman" is known by the name, "the host, Kenyan President Ada Byrne" by the post."""
        text, role, context = naming.text, naming.role, naming.context
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
        if rest.actor_id is None or rest.basis not in ("alias", "role-of"):
            return None
        return rest if rest.basis == "alias" or _holds_an_office(naming, rest) else None


def _holds_an_office(naming: Naming, named: GroundedActor) -> bool:
    """Tell whether one of whom little is told is named behind a comma with an office: "the host, …"; not kin or a victim of theirs."""
    phrase = naming.phrase
    people = lexicon.CIVILIANS | lexicon.KINSHIP | lexicon.WITNESSES
    if phrase.words[phrase.start].key not in lexicon.DETERMINERS or phrase.head_key in people or phrase.link != ",":
        return False
    leads = any(m.name.sense is Sense.LEADER and m.first >= phrase.end for m in phrase.matches)
    return named.person is not None or leads


def _speaking_along(naming: Naming, first: GroundedActor) -> tuple[GroundedActor, ...]:
    return speaking_beside(naming, first) if naming.role is Role.ORIGIN else ()


def _listed(naming: Naming, first: GroundedActor) -> tuple[GroundedActor, ...]:
    """Return the other actors of a list that a mention names: "Russia, Iran and Turkey", "the Iraqi and Syrian armies".

    Everyone in the list has to be known by name, and the last has to follow "and": what stands behind a comma may
    also say who the first is.
    """
    behind = naming.starting_at(naming.phrase.end + 1) if naming.phrase.link in ("of", "from") else None
    if behind is not None and behind.phrase.head_match is not None and behind.phrase.head_match.name.actor.id == first.actor_id:
        naming = behind  # "soldiers from Kenya and Burundi"
    phrase, context = naming.phrase, naming.context
    shared = _shared(naming.text, phrase) if first.basis != "role-of" or phrase.before else []
    others = list(dict.fromkeys(m.name.actor for m in shared))
    out = [known(a, context, "alias", f"named beside {first.name}") for a in others if a.id != first.actor_id]
    at, link, joined = phrase.end, phrase.link, False
    while link in (",", "and") and at < len(phrase.words):
        joined = joined or link != ","
        start = at + 1 if phrase.words[at].key == "and" else at
        joined = joined or start > at
        following = naming.starting_at(start)
        found = _look_up(following) if following is not None else None
        if following is None or found is None or found.actor_id is None or found.basis != "alias":
            return tuple(out)
        out.append(found)
        at, link = following.phrase.end, following.phrase.link
    unique = {a.actor_id: a for a in out if a.actor_id != first.actor_id}
    return tuple(unique.values()) if joined or others else ()


def _shared(text: str, phrase: NounPhrase) -> list[Match]:
    """Return names that share one head noun: "the Iraqi and Syrian armies", "Russian, Iranian and Turkish ministers"."""
    before = [m for m in phrase.before if m.name.actor.region == "states"]
    if len(before) < 2:
        return []
    gaps = [text[phrase.words[a.last - 1].end : phrase.words[b.first].start] for a, b in pairwise(before)]
    return before if all(re.fullmatch(r",? (?:and|or|&) |, ", g) for g in gaps) else []


def _group_in_apposition(naming: Naming) -> GroundedActor | None:
    """Return the group that is told by its kind and named behind a comma: "an extremist alliance, Tahrir al-Sham"."""
    phrase = naming.phrase
    if phrase.link != "," or phrase.end >= len(phrase.words) or phrase.words[phrase.head].capital:
        return None
    following = naming.starting_at(phrase.end)
    found = _look_up(following) if following is not None else None
    if following is None or following.phrase.link in (",", "and") or found is None or found.basis != "alias":
        return None
    actor = naming.registry.get(found.actor_id) if found.actor_id else None
    return found if actor is not None and actor.region != "states" and actor.kind is ActorKind.PARTY else None


def _unlisted_in_apposition(naming: Naming) -> GroundedActor | None:
    """Return an armed group that no registry lists, named behind a comma: "a Lebanese militia, the Cedar Guards"."""
    text, phrase = naming.text, naming.phrase
    if (
        phrase.link != ","
        or naming.context.all_caps
        or phrase.head_key not in lexicon.ARMED_NOUNS
        or phrase.words[phrase.head].capital
    ):
        return None
    first = phrase.end + (phrase.words[phrase.end].key == "the")
    last = first
    while (
        last < len(phrase.words)
        and phrase.words[last].capital
        and (last == first or text[phrase.words[last - 1].end : phrase.words[last].start] in (" ", "-"))
    ):
        last += 1
    if first == phrase.end or last == first or any(m.first < last and first < m.last for m in phrase.matches):
        return None
    printed = plain_name(text[phrase.words[first].start : phrase.words[last - 1].end], False)
    return GroundedActor(printed, ActorKind.PARTY, None, None, "description", f"a {phrase.head_key} of that name")


def _unknown(naming: Naming, span: Span) -> GroundedActor:
    """Return the words themselves: the noun and what stands before it, with "of …" if a name needs it."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    last = phrase.head
    proper = phrase.link == "for" and phrase.words[phrase.head].capital and phrase.end + 1 < len(phrase.words)
    if phrase.link == "of" or (proper and phrase.words[phrase.end + 1].capital):
        inner = naming.starting_at(phrase.end + 1)
        last = inner.phrase.head if inner is not None else last
    name = printed_words(text, phrase, context, last)
    whole = plain_name(span.of(text), context.all_caps)
    if len(words(name)) <= 1 and not name[:1].isupper() and phrase.link in (",", "("):
        name = whole
    kind = kind_of_the_kept(naming) if naming.role is Role.ORIGIN else ActorKind.OTHER
    return GroundedActor(name or whole, kind, reason="not in the registry; the words are kept")


def _look_up(naming: Naming) -> GroundedActor | None:
    """Return whom the words of a phrase stand for, None if no rule says so; people of a state or group are not that body."""
    found = _by_the_rules(naming)
    if found is None or found.actor_id not in called_after(naming):
        return found
    printed = re.sub("^Ethnic ", "ethnic ", printed_words(naming.text, naming.phrase, naming.context))
    unarmed = naming.phrase.head_match is not None or naming.phrase.head_key in lexicon.CIVILIANS
    kind, inter = (ActorKind.WITNESS, 7) if unarmed else (ActorKind.OTHER, None)
    return described(printed, kind, f"called after a people, and not {found.name}", inter=inter)


def _by_the_rules(naming: Naming) -> GroundedActor | None:
    """Return whom the first rule that says anything holds for meant, None if none does."""
    phrase, context = naming.phrase, naming.context
    if "shadow" in {w.key for w in phrase.words} or phrase.words[phrase.head].key in lexicon.LAWMAKERS:
        own = own_name(naming.registry, naming.text, phrase, context)
        if own is not None:
            return own
    if (body := national_body(naming) or branch_in_a_country(naming)) is not None:
        return body
    if phrase.head_match is not None:
        by_name = None if _surname_of_somebody(naming, phrase.head_match) else _by_name(naming, phrase.head_match)
        if by_name is not None or (without := _without_the_namesake(naming, phrase.head_match)) is None:
            return by_name
        return _by_the_rules(without)
    if (called := _called_so_for_another_reason(naming)) is not None:
        return called
    if phrase.head_key in lexicon.EXPERTS and not phrase.before and (naming.role is not Role.ORIGIN or body_of(phrase) is None):
        return described("expert", ActorKind.EXPERT, "an expert who is not named")
    for rule in (
        branch_of_a_group,
        _partitive,
        called_after_leader,
        called_after_backers,
        for_or_against,
        of_a_people,
        unit_of_a_group,
        rebel_army,
        named_outlet,
        state_media,
        of_the_opposition,
        agency,
        organ_of_a_body,
        named_body,
        named_person,
        states_at_large,
        post_holder,
        men_of_a_body,
        people_of_a_kind,
        unlisted_group,
        fighters,
        seat_of_holder,
        force,
        owned,
    ):
        found = rule(naming)
        if found is not None:
            return found
    return None


def _called_so_for_another_reason(naming: Naming) -> GroundedActor | None:
    """Return whom a noun alone would mistake: a think tank is no armour, a fellow no scholar, "a seven-year-old" nothing old."""
    phrase, context = naming.phrase, naming.context
    before = phrase.words[phrase.head - 1].key if phrase.head > phrase.start else ""
    printed = printed_words(naming.text, phrase, context)
    if phrase.head_key in ("tank", "tanks") and before == "think":
        return described(printed, ActorKind.EXPERT, "a house of experts, and no state's")
    if phrase.head_key == "old" and before == "year" and phrase.words[phrase.start].key in _ONE and naming.role is Role.TARGET:
        return described("civilians", ActorKind.WITNESS, "told of by age alone", inter=7)
    scholarly = phrase.before or phrase.link in ("at", "with") or {"senior", "research", "visiting"} & set(phrase.modifiers)
    if phrase.head_key == "fellow" and not scholarly:
        return described(printed, ActorKind.WITNESS, "somebody, and no scholar")
    return None


def _without_the_namesake(naming: Naming, match: Match) -> Naming | None:
    """Return a phrase without the office holder's surname that somebody else bears, None if it holds no such: "Colonel Ada Putin"."""
    phrase = naming.phrase
    if naming.context.all_caps or (choose(match, naming.context) is not None and not _surname_of_somebody(naming, match)):
        return None
    owners = tuple(m for m in phrase.owners if m is not match)
    return replace(naming, phrase=replace(phrase, owners=owners, matches=tuple(m for m in phrase.matches if m is not match)))


def _surname_of_somebody(naming: Naming, match: Match) -> bool:
    """Tell whether a group's name of one word is a surname behind a post and a first name: "Finance minister Ada Wagner".

    The group's own men are named behind it, and words that tell of a body are no first name ("commander of PMC Wagner").
    """
    phrase, row = naming.phrase, naming.phrase.words
    if match.last - match.first != 1 or match.first - phrase.start < 1 or naming.context.all_caps:
        return False
    groups = all(n.sense is Sense.NAME and n.actor.kind is ActorKind.PARTY and n.actor.region != "states" for n in match.names)
    peoples = all(n.sense is Sense.ADJECTIVE for n in match.names)  # "human rights chief Ada Turk"
    covered = {n for m in phrase.matches for n in range(m.first, m.last)}
    first = match.first
    while first > phrase.start and row[first - 1].capital and _first_name(row[first - 1]) and first - 1 not in covered:
        first -= 1
    if not (groups or peoples) or match.first - first > 3 or any(w.opens for w in row[first + 1 : match.last]):
        return False
    title = row[first - 1].key if first > phrase.start else ""
    if first == match.first:
        return title in _POLITE
    return title in _POLITE | lexicon.POSTS | lexicon.MILITARY_TITLES | lexicon.EXPERTS


def _first_name(word: Word) -> bool:
    return not word.text.isupper() and word.key not in _NO_FIRST_NAMES


def _by_name(naming: Naming, match: Match) -> GroundedActor | None:
    """Return whom a name of the registry at the head of a phrase stands for in this report."""
    text, phrase, role, context = naming.text, naming.phrase, naming.role, naming.context
    name = choose(match, context)
    if (group := _called_so(naming, match)) is not None:
        return group
    if phrase.head_key in lexicon.LAWMAKERS and {"opposition", "ruling"} & set(phrase.modifiers):
        return None  # whose parliament is not said
    if name is None or (context.all_caps and name.surname_only and _namesake(phrase, match, name)):
        return None
    actor = name.actor
    printed = text[phrase.words[match.first].start : phrase.words[match.last - 1].end]
    others = tuple(n.actor.name for n in match.names if n.actor is not actor)
    if name.sense is Sense.OFFICE and (owner := _other_state(phrase, actor, match)) is not None:
        return known(owner, context, "alias", f"{printed} of {owner.name}")
    if printed == "Congress" and context.war_country in _HAVE_CONGRESSES and not _AMERICAN.search(context.text):
        return naming.state_at_war("the congress of the state at war")
    if name.sense is Sense.LEADER:
        if (body := _body_of_the_post(phrase, match)) is not None:
            return known(body, context, "role-of", f"{phrase.words[match.first - 1].key} of {body.name}")
        if any(m in lexicon.FORMER for m in phrase.modifiers) or (left_office(name, context) and role is Role.ORIGIN):
            return GroundedActor(
                name.full, ActorKind.EXPERT, None, None, "description", f"{printed} no longer speaks for {actor.name}"
            )
        return known(actor, context, "role-of", f"{name.full} speaks for {actor.name}", others)
    if (people := of_its_people(naming, match, name, printed) or nationals(naming, match, name, printed)) is not None:
        return people
    if actor.id == "kurdish-forces" and phrase.head == match.last - 1:
        return _kurds(naming, actor)
    if actor.kind is ActorKind.MEDIA and phrase.link == "for":
        return known(actor, context, "alias", f"{printed!r} is a name of {actor.name}", others)
    return known(actor, context, "alias", f"{printed!r} is a name of {actor.name}", others)


def _called_so(naming: Naming, match: Match) -> GroundedActor | None:
    """Return the group that is named before a common noun by which another is known: "Hezbollah bandits" are no bandits of Nigeria."""
    before = next((m for m in naming.phrase.before if m.last == match.first), None)
    name = choose(before, naming.context) if before is not None and match.name.text.islower() else None
    if name is None or name.sense is not Sense.NAME or name.actor.region == "states" or name.actor.kind is not ActorKind.PARTY:
        return None
    return known(name.actor, naming.context, "alias", f"{match.name.text} is what {name.actor.name} is called here")


def _other_state(phrase: NounPhrase, actor: Actor, match: Match) -> Actor | None:
    """Return the state whose office it is, if another than the best known of that name: "the Colombian Congress"."""
    before = [m.name.actor for m in phrase.before if m.last <= match.first]
    behind = [m.name.actor for m in phrase.matches if phrase.link == "of" and m.first in (phrase.end + 1, phrase.end + 2)]
    return next((a for a in (*reversed(before), *behind[:1]) if a.region == "states" and a.id != actor.id), None)


def _body_of_the_post(phrase: NounPhrase, match: Match) -> Actor | None:
    """Return the relief body, monitor or outlet whose post stands right before an office holder's name: "Red Cross director Ada Putin"."""
    before = next((m for m in reversed(phrase.before) if m.last <= match.first), None)
    if before is None or before.name.actor.kind not in _NO_SIDES or not 1 <= match.first - before.last <= 3:
        return None
    post = phrase.words[match.first - 1].key
    # "Russia's UN ambassador" is sent to that body.
    return before.name.actor if post in lexicon.POSTS and post not in _SENT else None


def _namesake(phrase: NounPhrase, match: Match, name: Name) -> bool:
    """Tell whether another first name stands before an office holder's surname in a text in capitals."""
    before = phrase.words[match.first - 1] if match.first > phrase.start else None
    if before is None or any(m.last == match.first for m in phrase.matches):
        return False
    no_name = lexicon.POSTS | lexicon.MILITARY_TITLES | lexicon.DETERMINERS | lexicon.FORMER | lexicon.HONORIFICS
    return before.key not in no_name and before.key not in {w.key for w in words(name.full)}


def _kurds(naming: Naming, actor: Actor) -> GroundedActor:
    """Return who "the Kurds" are: with Arabs in Syria the alliance of both, else Kurdish forces."""
    phrase, context = naming.phrase, naming.context
    arab = phrase.link == "and" and any(w.key == "arab" for w in phrase.words[phrase.end : phrase.end + 3])
    last = phrase.words[-1].key
    armed = lexicon.FORCES | lexicon.FIGHTERS | lexicon.COALITION
    if arab and last in armed and context.war_country == "SY" and (context.year or 9999) >= 2015:
        return naming.by_id("sdf", "the Kurdish and Arab alliance in Syria") or known(actor, context, "alias", "")
    return known(actor, context, "alias", "Kurdish forces, no organisation named")


def _partitive(naming: Naming) -> GroundedActor | None:
    """Return of whom a part is told: "members of the SDF", "hundreds of Isis fighters", "one of the rebels"."""
    phrase = naming.phrase
    if phrase.link not in ("of", "from") or phrase.head_key not in lexicon.PARTITIVES or phrase.before:
        return None
    if phrase.head_key in lexicon.MEN and (group := men_of_a_body(naming)) is not None:
        return group
    return naming.rest(phrase.end + 1)
