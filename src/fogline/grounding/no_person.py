"""Capitals that are nobody's name: letters for many, bodies, numbers, and plain nouns with which a sentence begins."""

from __future__ import annotations

import re

from fogline.grounding import actor_words as lexicon
from fogline.grounding.registry import Word
from fogline.grounding.word_lists import word_set

__all__ = ["BODIES", "names_nobody", "only_opens", "opens"]

# Behind an own name they say that a body and no person bears it: "the Harbour Ministry", "Lantern Bureau".
BODIES = (
    lexicon.BODY_NOUNS
    | lexicon.OUTLETS
    | lexicon.COUNCILS
    | word_set(
        "ministry bureau headquarters office mission agency service authority department secretariat staff parliament government"
    )
)
# "POWs", "UAVs": letters for things or people, of which there are several.
_LETTERS = re.compile(r"[A-Z]{2,}s")
# "Frenchmen", "Herdsmen"; names such as "Carmen" are shorter.
_MEN = re.compile(r"\w{4,}men")
# Numbers, fighters, friends and foes, and peoples or creeds at large: "Hundreds", "Gunmen", "Muslims".
_NOT_ALONE = (
    lexicon.QUANTIFIERS
    | lexicon.NUMBER_WORDS
    | lexicon.FIGHTERS
    | lexicon.RELATED
    | frozenset(k for k in lexicon.NO_GROUP if k.endswith("s"))
    | lexicon.WITNESSES
    | lexicon.ACTIVISTS
    | lexicon.DOCTORS
    | frozenset(f"{k}s" for k in lexicon.WITNESS_TRADES | lexicon.PRIVATE_POSTS)
    | word_set(
        "elders parents pupils staff charities rescuers supporters protesters demonstrators investigators detectives traders"
    )
)
_OPENING = re.compile(r"(?:^|[.!?:\n”\"•])[\s“\"‘(]*$")


def names_nobody(word: Word, *, alone: bool) -> bool:
    """Tell whether a capital is the first letter of no person's name: "POWs"; of a word that stands ``alone`` "Gunmen", "Hundreds", "Frenchmen"."""
    if _LETTERS.fullmatch(word.text):
        return True
    return alone and (word.key in _NOT_ALONE or _MEN.fullmatch(word.key) is not None)


def only_opens(text: str, word: Word) -> bool:
    """Tell whether a word has its capital only because a sentence begins with it: the text has it in small letters too."""
    return opens(text, word) and re.search(rf"\b{re.escape(word.text[:1].lower() + word.text[1:])}\b", text) is not None


def opens(text: str, word: Word) -> bool:
    """Tell whether a sentence, a line or a quotation begins with a word."""
    return _OPENING.search(text, max(0, word.start - 20), word.start) is not None
