"""Who is meant by what speakers call theirs: "our guys" fight for whoever says so, "our town" and "my brother" do not."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.grounding import actor_words as lexicon
from fogline.grounding.prose import head_key
from fogline.grounding.registry import Word
from fogline.grounding.word_lists import word_set

__all__ = ["OUR_PEOPLE", "says_our_own", "tells_of_our_people"]

_PLACES = word_set("""city town village district neighbourhood neighborhood area region province country land lands territory soil borders border
    street streets building camp hospital school mosque church farm shop car""")
# The reason that goes with them.
OUR_PEOPLE = "people among whom the speaker lives"
# Who lives in a speaker's country, and bears no arms.
_COUNTRYMEN = word_set("compatriot compatriots countryman countrymen citizen citizens civilian civilians population")
_OTHERS = lexicon.KINSHIP | lexicon.RELATED | lexicon.HELD | lexicon.CIVILIANS - {"men"} | _COUNTRYMEN | _PLACES


# People too who have a part in what is done; those to whom it is done bear no arms.
_OUR_PEOPLE = word_set("people women children villagers townspeople families elders")


def says_our_own(found: Sequence[Word]) -> bool:
    """Tell whether words stand for whoever speaks them: "our guys", "my men"; not kin, friends, foes, people at large and places."""
    return len(found) > 1 and found[0].key in ("our", "my") and head_key(found) not in _OTHERS


def tells_of_our_people(found: Sequence[Word], suffering: bool = False) -> bool:
    """Tell whether words stand for the people among whom a speaker lives: "our citizens", "twelve of our compatriots".

    Of those to whom something is done, ``suffering``, "our people" and "our women" are such people too.
    """
    at = next((n for n, w in enumerate(found[:5]) if w.key in ("our", "my")), None)
    people = _COUNTRYMEN | _OUR_PEOPLE if suffering and at is not None and found[at].key == "our" else _COUNTRYMEN
    return at is not None and head_key(found[at:]) in people
