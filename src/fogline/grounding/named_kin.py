"""Somebody told of as another's kin, or as a man or girl, and known by a first name alone: "her brother, Tomas, 14", "a girl, Ada"."""

from __future__ import annotations

from fogline.grounding import actor_words as lexicon
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.naming import Naming
from fogline.grounding.word_lists import word_set

__all__ = ["ONE_OF_KIN", "named_kin"]

_OTHERS = word_set("man woman boy girl child baby eldest youngest teenager colleague comrade")

_MANY = word_set("parents children grandparents grandchildren relatives")
ONE_OF_KIN = frozenset(k for k in lexicon.KINSHIP - _MANY if not k.endswith("s")) | word_set(
    "grandson granddaughter stepson stepdaughter godson widow widower"
)


def named_kin(naming: Naming) -> GroundedActor | None:
    """Return whom a first name behind a word for kin and a comma tells of; with a surname too they are named in full."""
    text, phrase = naming.text, naming.phrase
    if (
        phrase.link != ","
        or naming.context.all_caps
        or phrase.head_key not in ONE_OF_KIN | _OTHERS
        or phrase.end >= len(phrase.words)
    ):
        return None
    name = phrase.words[phrase.end]
    covered = any(m.first <= phrase.end < m.last for m in phrase.matches)
    # "Her brother, Amnesty said, was taken": whoever is named goes on without a comma.
    goes_on = text[name.end : name.end + 1] in (" ", "-") and phrase.end + 1 < len(phrase.words)
    if not name.capital or covered or goes_on or name.key in lexicon.NO_GROUP | lexicon.SENTENCE_OPENERS | lexicon.POSTS:
        return None
    printed = name.text.removesuffix("'s").removesuffix("’s")
    return GroundedActor(printed, ActorKind.WITNESS, None, None, "description", f"{printed}, named behind {phrase.head_key!r}")
