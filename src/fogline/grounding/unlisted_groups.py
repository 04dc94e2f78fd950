"""Bodies that no registry lists, under their printed names: "Lantern rebels", "fighters of the Red Lantern Front", a relief committee."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import PARTICLES, plain_name
from fogline.grounding.callings import kind_by_noun
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.known_actor import known
from fogline.grounding.naming import Naming
from fogline.grounding.noun_phrase import NounPhrase
from fogline.grounding.registry import Match, Sense, Word, words
from fogline.grounding.report_context import ReportContext
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role

__all__ = [
    "UNLISTED",
    "branch_in_a_country",
    "men_of_an_unlisted_body",
    "national_body",
    "rebel_army",
    "unlisted_body",
    "unlisted_group",
]

# Why a group keeps its printed name: no word of the text may then take it for another.
UNLISTED = "a group that no registry lists"
_BODIES = word_set(
    """group groups faction factions organisation organisations organization organizations alliance element elements cell cells column columns
    front army brigade battalion forces coalition militia party"""
)
# With one of these at its end, a name is that of an armed body.
_ARMED_BODIES = word_set(
    "front army brigade brigades battalion forces force militia movement bloc column guard guards tigers resistance faction commandos fighters"
)
# A small word for one behind a name tells the same: "men from the Harbour gang".
_GANGS = word_set("gang cartel militia clan")
# Of this each state has its own, and the United Nations theirs.
_STATES_COUNCIL = ["security", "council"]
# Letters that are no armed body's.
_NO_BODIES = word_set("un eu ngo ngos tv hiv lgbt lgbtq it cctv vip id pr uk us uae")
# What bodies call themselves behind the name of their country.
_NATIONAL_BODIES = (
    lexicon.BODY_NOUNS - {"corps", "brigade", "battalion"}
    | lexicon.MONITORS
    | word_set("commission congress confederation assembly board chamber forum syndicate crescent service services corporation")
)
# Of these a state has its own, if no word says whose else they are: "Kenya Police Service", not "Kenya Wildlife Service".
_STATE_BODIES = word_set("congress council assembly service services")
_OF_THE_STATE = (
    lexicon.STATE_MODIFIERS - {"human", "rights"}
    | lexicon.STATE_BUSINESS
    | word_set("transitional transition constitutional legislative leadership ruling sovereign governing shura upper lower")
)
_RULE = lexicon.POSTS | lexicon.FORCES | {"deputies"}
_FIGHTING = lexicon.MILITIA | {"fighter", "fighters", "combatants", "gang", "gangs", "cartel", "guerrilla", "commandos"}


def unlisted_group(naming: Naming) -> GroundedActor | None:
    """Return an armed group that no registry lists, under its printed name: "Lantern rebels", "fighters of the Red Lantern Front"."""
    text, phrase, role, context = naming.text, naming.phrase, naming.role, naming.context
    if phrase.head_key not in lexicon.ARMED_NOUNS | lexicon.MEN:
        return None
    if any(m.name.actor.region != "states" and m.name.actor.kind is not ActorKind.MEDIA for m in phrase.before):
        return None
    name = _own_group_name(text, phrase, context)
    if name is None and phrase.link in ("of", "from") and phrase.head_key in lexicon.ARMED_NOUNS - _BODIES | lexicon.MEN:
        name = _group_behind(naming)
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


def men_of_an_unlisted_body(naming: Naming) -> GroundedActor | None:
    """Return the armed body that no registry lists and whose men are told of: "63 Lantern Front men", "40 XRB men", "men of the Harbour Bloc"."""
    phrase = naming.phrase
    if phrase.head_key not in lexicon.MEN or (found := unlisted_group(naming)) is None:
        return None
    name = words(found.name)
    letters = len(name) == 1 and name[0].text.isupper() and 2 < len(name[0].text) <= 6 and name[0].key not in _NO_BODIES
    named = any(m.name.actor.kind is ActorKind.MEDIA for m in phrase.matches)  # "three BBC men"
    gang = phrase.link in ("of", "from") and not {w.key for w in phrase.words[phrase.end :]}.isdisjoint(_GANGS)
    armed = letters or gang or (len(name) > 1 and name[-1].key in _ARMED_BODIES)
    return replace(found, kind=ActorKind.PARTY, inter=found.inter or 3) if armed and not named else None


def rebel_army(naming: Naming) -> GroundedActor | None:
    """Return a rebel army whose own name says what it is and goes on behind "of": "the Guerrilla Army of the Coast"; not the war's rebels."""
    text, phrase = naming.text, naming.phrase
    found, head = phrase.words, phrase.words[phrase.head]
    if phrase.link != "of" or naming.context.all_caps or not head.capital or head.key not in _ARMED_BODIES or phrase.before:
        return None
    first = phrase.head
    while first > phrase.start and found[first - 1].capital and found[first - 1].key not in lexicon.DETERMINERS:
        first -= 1
    behind = phrase.end + 1 + (found[phrase.end + 1].key == "the") if phrase.end + 1 < len(found) else len(found)
    last = behind
    while last < len(found) and found[last].capital and (last == behind or _joined(text, found, last)):
        last += 1
    said = {w.key for w in found[first : phrase.head]} & (lexicon.REBELS | lexicon.MILITANTS)
    if not said or last == behind or any(m.first < last and behind < m.last for m in phrase.matches):
        return None
    printed = plain_name(text[found[first].start : found[last - 1].end], False)
    return GroundedActor(printed, ActorKind.PARTY, None, 2, "unknown", f"{printed}: {UNLISTED}")


def _own_group_name(text: str, phrase: NounPhrase, context: ReportContext, nouns: frozenset[str] = frozenset()) -> str | None:
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
    while first > phrase.start and (found[first - 1].capital or found[first - 1].key in PARTICLES) and first - 1 not in taken:
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
    if len(run) == 1 and not letters and not _proper(run[0], found[stop + 1 : phrase.head + 1], context):
        return None
    if len(run) == 1 and not letters and _opens(text, run[0].start) and not _elsewhere(context.text, printed):
        return None
    if letters or len(run) > 1 or _stands_alone(context.text, printed):
        return printed
    last = stop + 1 if phrase.head_key in lexicon.MEN else phrase.head
    return text[run[0].start : found[last].end]


def _proper(word: Word, nouns: Sequence[Word], context: ReportContext) -> bool:
    """Tell whether one word with a capital is a name: it is not printed small elsewhere and a word for fighters follows."""
    known = lexicon.PLAIN_NOUNS | lexicon.STATE_MODIFIERS | lexicon.WESTERN
    fighting = any(w.key in lexicon.ARMED_NOUNS - _BODIES | {"militia", "rebel"} for w in nouns)
    return fighting and word.key not in known and not re.search(rf"\b{re.escape(word.text.lower())}\b", context.text)


def _group_behind(naming: Naming) -> str | None:
    """Return the body that fighters are of, if its name says that it is one: "of the Red Lantern Front", "from the Lantern militia"."""
    text, context = naming.text, naming.context
    behind = naming.starting_at(naming.phrase.end + 1)
    inner = behind.phrase if behind is not None else None
    if inner is None or context.all_caps or any(m.name.actor.kind is not ActorKind.MEDIA for m in inner.owners):
        return None
    if not inner.words[inner.head].capital:
        return _own_group_name(text, inner, context, _BODIES)
    first = inner.head
    while first > inner.start and inner.words[first - 1].capital and inner.words[first - 1].key not in lexicon.DETERMINERS:
        first -= 1
    printed = text[inner.words[first].start : inner.words[inner.head].end]
    body = inner.words[inner.head].key in lexicon.BODY_NOUNS | _BODIES | _ARMED_BODIES and first < inner.head
    return plain_name(printed, False) if body or (printed.isupper() and len(printed) > 2) else None


def national_body(naming: Naming) -> GroundedActor | None:
    """Return a body whose name begins with a country: "Sudan Doctors Network"; the state where the rest of the name says that it is the state's."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    country = _country_of_the_name(naming)
    if country is None:
        return None
    head, between = phrase.words[phrase.head], {w.key for w in phrase.words[country.last : phrase.head]}
    behind = _of_whom(naming)
    state = country.name.actor
    if head.key in _STATE_BODIES and between <= _OF_THE_STATE and {w.key for w in behind} <= _RULE:
        return known(state, context, "alias", f"{head.text} of {state.name}")
    if not between and not behind:
        return None  # "the Syrian Network": which, these words do not say
    body = plain_name(text[phrase.words[country.first].start : (behind or [head])[-1].end], False)
    kind = kind_by_noun(head.key, between) or ActorKind.OTHER
    return GroundedActor(body, kind, None, None, "unknown", f"{body} is a body by its own name")


def branch_in_a_country(naming: Naming) -> GroundedActor | None:
    """Return a body whose own name ends with a country: "Lantern Workers Party Pakistan", "Human Rights Watch Syria"; it is not the state."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    country = phrase.head_match
    if country is None or country.name.sense is not Sense.NAME or country.name.actor.region != "states" or context.all_caps:
        return None
    if country.last - 1 != phrase.head or text[phrase.words[country.first].start : phrase.words[phrase.head].end].isupper():
        return None
    first = country.first
    while first > phrase.start and _part_of_the_name(naming, first - 1):
        first -= 1
    run = phrase.words[first : country.first]
    listed = next((m.name.actor for m in phrase.before if m.last == country.first), None)
    if listed is not None:
        there = listed.country in (None, country.name.actor.id) or country.name.actor.id in listed.party_in
        if there and listed.region != "states":
            return known(listed, context, "alias", f"{listed.name} in {country.name.actor.name}")
    tied = any("-" in text[a.end : b.start] for a, b in pairwise(run))
    if sum(w.capital for w in run) < 2 or not (tied or run[-1].key in _NATIONAL_BODIES):
        return None
    body = plain_name(text[run[0].start : phrase.words[phrase.head].end], False)
    return GroundedActor(body, ActorKind.OTHER, None, None, "unknown", f"{body} is a body by its own name")


def _part_of_the_name(naming: Naming, at: int) -> bool:
    """Tell whether a word is part of the name that goes on behind it: a capital of no state, no post and no article, or a tie."""
    phrase, word = naming.phrase, naming.phrase.words[at]
    if naming.text[word.end : phrase.words[at + 1].start] not in (" ", "-") or word.text.endswith(("'s", "’s")):
        return False
    state = any(m.first <= at < m.last and m.name.actor.region == "states" for m in phrase.matches)
    leads = lexicon.POSTS | lexicon.DETERMINERS | lexicon.HONORIFICS | lexicon.PLACE_WORDS | lexicon.SENTENCE_OPENERS
    return (word.capital or word.key in PARTICLES) and not state and word.key not in leads


def _country_of_the_name(naming: Naming) -> Match | None:
    """Return the country with which a body's own name begins, None if the phrase is no such name: capitals up to the word for the body."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    head = phrase.words[phrase.head]
    if context.all_caps or not head.capital or head.key not in _NATIONAL_BODIES:
        return None
    country = next((m for m in phrase.owners if m.name.actor.region == "states" and m.last <= phrase.head), None)
    if country is None or not phrase.words[country.first].capital:
        return None
    run = phrase.words[country.last - 1 : phrase.head + 1]
    joined = all(text[a.end : b.start] in (" ", "-") and b.capital for a, b in pairwise(run))
    # Of "Kenya Red Cross" the registry keeps the last two words, of "Labour Congress" the last for another body.
    others = [m for m in phrase.owners if country.last <= m.first]
    known_by_more = any(m.last - m.first > 1 or m.name.actor.region != "states" for m in others)
    return country if joined and not known_by_more and not run[0].text.endswith(("'s", "’s", "s'", "s’")) else None


def _of_whom(naming: Naming) -> Sequence[Word]:
    """Return the words with which a body's own name goes on behind "of": "Council of *Churches*"; () if it does not."""
    text, phrase = naming.text, naming.phrase
    if phrase.link not in ("of", "for"):
        return ()
    last = phrase.end + 1
    while last < len(phrase.words) and phrase.words[last].capital and _joined(text, phrase.words, last):
        last += 1
    found = phrase.words[phrase.end + 1 : last]
    owner = any(m.first == phrase.end + 1 for m in phrase.matches)
    return found if found and found[-1].key.endswith(("s", "state")) and not owner else ()


def unlisted_body(text: str, phrase: NounPhrase, post_at: int | None, name_from: int) -> str | None:
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
            while last < len(found) and found[last].capital and (last == first or _joined(text, found, last)):
                last += 1
            run = found[first:last]
            if len(run) < 2 or run[-1].key not in lexicon.BODY_NOUNS:
                continue
            if run[-1].key in lexicon.LEARNED_BODIES and lexicon.NEWS.isdisjoint(w.key for w in run):
                continue
            if any(m.first <= first and m.last >= last for m in phrase.matches) or [w.key for w in run[-2:]] == _STATES_COUNCIL:
                continue
            return plain_name(text[run[0].start : run[-1].end], False)
    return None


def _joined(text: str, found: Sequence[Word], at: int) -> bool:
    return text[found[at - 1].end : found[at].start] in (" ", "-")


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
