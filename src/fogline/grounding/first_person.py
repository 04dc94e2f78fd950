"""Who is meant by what speakers call theirs: "our guys" fight for whoever says so, "our town" and "my brother" do not."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.grounding import actor_words as lexicon
from fogline.grounding.prose import head_key
from fogline.grounding.registry import Word
from fogline.grounding.word_lists import word_set

__all__ = ["says_our_own"]

_PLACES = word_set("""city town village district neighbourhood neighborhood area region province country land lands territory soil borders border
    street streets building camp hospital school mosque church farm shop car""")
_OTHERS = lexicon.KINSHIP | lexicon.RELATED | lexicon.HELD | lexicon.CIVILIANS - {"men"} | _PLACES


def says_our_own(found: Sequence[Word]) -> bool:
    """Tell whether words stand for whoever speaks them: "our guys", "my men"; not kin, friends, foes, people at large and places."""
    return len(found) > 1 and found[0].key in ("our", "my") and head_key(found) not in _OTHERS
