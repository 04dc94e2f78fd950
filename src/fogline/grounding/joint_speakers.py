"""Those who speak together under one mention: "residents and UN sources", "police, doctors and a rights group"."""

from __future__ import annotations

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import printed_words
from fogline.grounding.callings import kind_of_the_kept
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.naming import Naming
from fogline.grounding.noun_phrase import NounPhrase
from fogline.grounding.word_lists import word_set

__all__ = ["speaking_beside"]

# "Fighters and their families": these are told of as the first speakers' own.
_OWN = word_set("its his her their")
_ARTICLES = word_set("a an the")
_MANY = word_set("police people")


def speaking_beside(naming: Naming, first: GroundedActor) -> tuple[GroundedActor, ...]:
    """Return who else speaks, joined to the first by "and"; () where the words behind it may say more of the first.

    "A doctor and activist" is one person: whoever stands behind "and" has an
    article, a name or is several. Behind a comma it may be said who the
    first is, so lists with commas count only of several people without names.
    """
    phrase = naming.phrase
    if not _speaks(first):
        return ()
    out: list[GroundedActor] = []
    at, link, joined = phrase.end, phrase.link, False
    plain = _several(naming)
    while (link == "and" or (link == "," and plain)) and at < len(phrase.words):
        conjunction = phrase.words[at].key == "and"
        following = naming.starting_at(at + conjunction)
        speaker = _speaker(following) if following is not None and not _of_the_same(phrase, following.phrase) else None
        if following is None or speaker is None or (link == "," and not conjunction and not _several(following)):
            break
        joined = joined or conjunction
        out.append(speaker)
        at, link = following.phrase.end, following.phrase.link
    unique = {s.name: s for s in out if s.name != first.name and (s.actor_id is None or s.actor_id != first.actor_id)}
    return tuple(unique.values()) if joined else ()


def _speaks(actor: GroundedActor) -> bool:
    return actor.actor_id is not None or actor.kind is not ActorKind.OTHER


def _of_the_same(first: NounPhrase, second: NounPhrase) -> bool:
    """Tell whether a bare post behind "and" shares what stands before the first: "rebel commanders and officials"."""
    bare = second.start == second.head and second.head_key in lexicon.POSTS
    return bare and first.head_key in lexicon.POSTS and first.start < first.head


def _several(naming: Naming) -> bool:
    """Tell whether a phrase is of several people by their kind: "residents", "police"."""
    phrase = naming.phrase
    head = phrase.words[phrase.head]
    return (head.key.endswith("s") or head.key in _MANY) and (
        naming.context.all_caps or not head.capital or phrase.head == phrase.start
    )


def _speaker(naming: Naming) -> GroundedActor | None:
    """Return who is named behind "and", None if it is nobody who can speak for themselves."""
    phrase = naming.phrase
    lead, head = phrase.words[phrase.start].key, phrase.words[phrase.head]
    named = head.capital and head.key not in lexicon.POSTS  # "Resident and Humanitarian Coordinator"
    if lead in _OWN or not (lead in _ARTICLES or phrase.before or phrase.head_match or _several(naming) or named):
        return None
    found = naming.look_up(naming)
    if found is None:
        kind = kind_of_the_kept(naming)
        found = GroundedActor(
            printed_words(naming.text, phrase, naming.context), kind, reason="not in the registry; the words are kept"
        )
    return found if _speaks(found) else None
