"""Who is meant by what speakers call theirs: "our guys" fight for whoever says so, "our town" and "my brother" do not."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.grounding import actor_words as lexicon
from fogline.grounding.prose import head_key
from fogline.grounding.registry import Word
from fogline.grounding.word_lists import word_set

__all__ = ["says_our_own", "tells_of_our_people"]

_PLACES = word_set("""city town village district neighbourhood neighborhood area region province country land lands territory soil borders border
    street streets building camp hospital school mosque church farm shop car""")
# Who lives in a speaker's country, and bears no arms.
_COUNTRYMEN = word_set("compatriot compatriots countryman countrymen citizen citizens civilian civilians population")
_OTHERS = lexicon.KINSHIP | lexicon.RELATED | lexicon.HELD | lexicon.CIVILIANS - {"men"} | _COUNTRYMEN | _PLACES


def says_our_own(found: Sequence[Word]) -> bool:
    """Tell whether words stand for whoever speaks them: "our guys", "my men"; not kin, friends, foes, people at large and places."""
    return len(found) > 1 and found[0].key in ("our", "my") and head_key(found) not in _OTHERS


def tells_of_our_people(found: Sequence[Word]) -> bool:
    """Tell whether words stand for the people among whom a speaker lives: "our citizens", "twelve of our compatriots"."""
    at = next((n for n, w in enumerate(found[:4]) if w.key in ("our", "my")), None)
    return at is not None and head_key(found[at:]) in _COUNTRYMEN
