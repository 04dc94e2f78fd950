"""Bodies that no registry lists, under their printed names: "Lantern rebels", "fighters of the Red Lantern Front", a relief committee."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import PARTICLES, plain_name
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.naming import Naming
from fogline.grounding.noun_phrase import NounPhrase
from fogline.grounding.registry import Word
from fogline.grounding.report_context import ReportContext
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role

__all__ = ["UNLISTED", "body_of_a_country", "unlisted_body", "unlisted_group"]

# Why a group keeps its printed name: no word of the text may then take it for another.
UNLISTED = "a group that no registry lists"
_BODIES = word_set(
    """group groups faction factions organisation organisations organization organizations alliance element elements cell cells column columns
    front army brigade battalion forces coalition militia party"""
)
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
    body = inner.words[inner.head].key in lexicon.BODY_NOUNS | _BODIES and first < inner.head
    return plain_name(printed, False) if body or (printed.isupper() and len(printed) > 2) else None


def body_of_a_country(text: str, phrase: NounPhrase, name_from: int) -> str | None:
    """Return a body's name that begins with a country: "Sudan Doctors Network"; None if the words are no such name."""
    head, first = phrase.words[phrase.head], name_from - 1
    if head.key not in lexicon.BODY_NOUNS | lexicon.MONITORS or not phrase.start <= first or phrase.head - name_from < 1:
        return None
    country = phrase.words[first]
    owner = any(m.first <= first < m.last and m.name.actor.region == "states" for m in phrase.matches)
    joined = text[country.end : phrase.words[name_from].start] == " " and country.capital
    return plain_name(text[country.start : head.end], False) if owner and joined else None


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
            if len(run) < 2 or run[-1].key not in lexicon.BODY_NOUNS or run[-1].key in lexicon.LEARNED_BODIES:
                continue
            if any(m.first == first and m.last == last for m in phrase.matches):
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
