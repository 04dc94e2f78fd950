"""Ranks of the police, whose holders speak for the state: "Inspector General Ada Byrne", "Superintendent of Police Ada Byrne"."""

from __future__ import annotations

import re

from fogline.grounding.naming import Naming
from fogline.grounding.word_lists import word_set

__all__ = ["is_of_the_police"]

_RANKS = word_set("inspector superintendent commissioner constable")
# Where police are told of near by, these are theirs; schools, hospitals and treaties have such too.
_NEAR = 400
_POLICE = re.compile(r"\bpolice(?:m[ae]n)?\b|\bdetectives?\b", re.IGNORECASE)
_OTHERS = word_set(
    "school schools hospital prison prisons tax customs weapons nuclear arms food factory health building housing un special reconstruction pentagon"
)
# "Superintendent of Police", "Inspector General of Police".
_OF_POLICE = (["of", "police"], ["of", "the", "police"], ["general", "of", "police"])


def is_of_the_police(naming: Naming, post_at: int) -> bool:
    """Tell whether a rank is one of the police: they stand beside it, or the report tells of them near by and of no other inspectors.

    A bare "commissioner" may be of a refugee agency or a county, and is the police's only beside the word.
    """
    phrase, context = naming.phrase, naming.context
    row = [w.key for w in phrase.words]
    key, behind, before = row[post_at], row[post_at + 1 : post_at + 4], row[max(0, post_at - 4) : post_at]
    if key not in _RANKS or not _OTHERS.isdisjoint((*before, *behind)):
        return False
    if any(behind[: len(words)] == words for words in _OF_POLICE) or not {"police", "detective"}.isdisjoint(before[-2:]):
        return True
    if key == "commissioner" or phrase.before or not phrase.words[post_at].capital:
        return False
    at = phrase.words[post_at].start
    near = context.text[max(0, at - _NEAR) : at + _NEAR]
    return bool(_POLICE.search(near)) and _OTHERS.isdisjoint(re.findall(r"\w+", near.casefold()))
