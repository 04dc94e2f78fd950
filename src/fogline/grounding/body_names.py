"""Bodies whose own names go on behind "of" or "for": "the National Current for Dignity", and the organs that speak for them."""

from __future__ import annotations

from dataclasses import replace

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import plain_name
from fogline.grounding.callings import kind_by_noun
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.naming import Naming
from fogline.grounding.word_lists import word_set

__all__ = ["named_body", "organ_of_a_body"]

_BODIES = (lexicon.BODY_NOUNS - lexicon.LEARNED_BODIES - {"campaign", "corps", "brigade", "battalion"}) | word_set(
    "current gathering rally assembly bloc alliance commission union league coordination forum"
)
_UN_BODIES = _BODIES | word_set("service programme program agency office fund mission panel")
# What goes on inside a name, if a capital follows. It ends before "in": "the Party of Free Harbours in Orvat" is not called after Orvat.
_TIES = frozenset(["of", "for", "and", "the"])
_CALLED_ON = word_set("commission committee alliance coalition movement campaign institute")
_AIMS = word_set("support protect defend restore save end free stop prevent combat fight")
_ORGANS = word_set("secretariat committee bureau council office board")
_OF_ORGANS = word_set(
    "general executive central political press media information standing supreme permanent national leadership joint"
)


def named_body(naming: Naming) -> GroundedActor | None:
    """Return a body that no registry lists, under its whole name: "the Party of Free Harbours", "the UN Harbour Service"."""
    phrase = naming.phrase
    head = phrase.words[phrase.head]
    if naming.context.all_caps or not head.capital:
        return None
    if (of_the_un := _of_the_un(naming)) is not None:
        return of_the_un
    if (
        head.key not in _BODIES - lexicon.FORCES
        or not (phrase.link in ("of", "for") or _goes_on(naming))
        or phrase.before
        or phrase.head_match is not None
    ):
        return None
    first = phrase.head
    while first > phrase.start and _in_the_name(naming, first - 1):
        first -= 1
    last = _end_of_the_name(naming, phrase.end + 1)
    if last is None:
        return None
    name = plain_name(naming.text[phrase.words[first].start : phrase.words[last - 1].end], False)
    name = name.removesuffix("'s").removesuffix("’s")
    kind = kind_by_noun(head.key, {w.key for w in phrase.words[first:last]}) or ActorKind.OTHER
    return GroundedActor(name, kind, None, None, "unknown", f"{name} is a body by its own name")


def organ_of_a_body(naming: Naming) -> GroundedActor | None:
    """Return the body for which an organ in small letters speaks: "the executive committee of the Party of Free Harbours"."""
    phrase = naming.phrase
    head = phrase.words[phrase.head]
    if head.capital or head.key not in _ORGANS or phrase.link != "of" or _OF_ORGANS.isdisjoint(phrase.modifiers) or phrase.before:
        return None
    inner = naming.starting_at(phrase.end + 1)
    body = named_body(inner) if inner is not None else None
    return replace(body, basis="role-of", reason=f"{head.key} of {body.name}") if body is not None else None


def _of_the_un(naming: Naming) -> GroundedActor | None:
    """Return a body of the United Nations that no registry lists, with the letters before its name."""
    phrase = naming.phrase
    owner = phrase.before[-1] if phrase.before else None
    if owner is None or owner.name.actor.id != "un" or phrase.head_key not in _UN_BODIES or owner.last >= phrase.head:
        return None
    run = phrase.words[owner.first : phrase.head + 1]
    if not all(w.capital for w in run) or phrase.words[owner.last - 1].text.endswith(("'s", "’s")):
        return None
    name = plain_name(naming.text[run[0].start : run[-1].end], False)
    return GroundedActor(name, ActorKind.UN, None, 8, "description", f"{name} is of the United Nations")


def _in_the_name(naming: Naming, at: int) -> bool:
    phrase, word = naming.phrase, naming.phrase.words[at]
    joined = naming.text[word.end : phrase.words[at + 1].start] in (" ", "-")
    return joined and word.capital and word.key not in lexicon.DETERMINERS | lexicon.POSTS | lexicon.SENTENCE_OPENERS


def _goes_on(naming: Naming) -> bool:
    """Tell whether a name goes on behind "on" or "to": "the Commission on Harbour Rights", "the Alliance to Support Orvat".

    Behind "on" stand days and what is talked of too, behind "to" where somebody goes: only bodies that are called so count.
    """
    phrase = naming.phrase
    row = phrase.words[phrase.end + 1 : phrase.end + 3]
    if phrase.head_key not in _CALLED_ON or len(row) < 2 or not all(w.capital for w in row):
        return False
    own = all(not m.first <= phrase.end + 1 < m.last for m in phrase.matches) and row[0].key not in naming.context.places
    if phrase.link == "on":
        return own and row[0].key not in lexicon.NO_GROUP - {"foreign", "ethnic", "muslim", "arab"}
    return phrase.link == "to" and row[0].key in _AIMS


def _end_of_the_name(naming: Naming, at: int) -> int | None:
    """Return the word behind the name that goes on at ``at``; None if it goes on with none, or with somebody else's."""
    found = naming.phrase.words
    last = end = at
    while last < len(found) and naming.text[found[last - 1].end : found[last].start] in (" ", "-"):
        if found[last].capital:
            end = last + 1
        elif found[last].key not in _TIES:
            break
        last += 1
    others = [m for m in naming.phrase.matches if at <= m.first < end and m.name.actor.region != "states"]
    return end if end > at and not others else None
