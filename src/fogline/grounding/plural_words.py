"""Words for so many who were named before: "both men", "the two countries", "the pair", "the warring parties"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.grounding import actor_words as lexicon
from fogline.grounding.grounding import GroundedActor
from fogline.grounding.prose import Prose
from fogline.grounding.registry import Word
from fogline.grounding.word_lists import word_set

__all__ = ["ARMY_NOUNS", "BODY_NOUNS", "PERSON_NOUNS", "SIDE_NOUNS", "STATE_NOUNS", "how_many", "many_meant", "of_what"]

# "Both sides", "the two countries", "the pair": how many, and of what kind.
_HOW_MANY = {
    "both": 2,
    "two": 2,
    "pair": 2,
    "duo": 2,
    "couple": 2,
    "neither": 2,
    "either": 2,
    "three": 3,
    "trio": 3,
    "four": 4,
    "each": 2,
}
SIDE_NOUNS = frozenset(["sides", "side", "parties", "camps", "belligerents", "leaderships", "signatories", "delegations"])
STATE_NOUNS = word_set("countries nations states governments leaders presidents powers capitals neighbours neighbors")
PERSON_NOUNS = word_set(
    "men women brothers sisters fighters militants britons jihadis suspects journalists pair duo trio boys girls soldiers members"
)
# States and armed groups have them alike.
ARMY_NOUNS = word_set("armies militaries forces")
# "Neither army", "either country".
_ONE_OF_TWO = {
    "side": "sides",
    "army": "armies",
    "country": "countries",
    "state": "states",
    "government": "governments",
    "camp": "camps",
}
# Two unless a number is said: "the warring parties", "the rival armies".
_OF_TWO = frozenset(["warring", "rival", "opposing"])
BODY_NOUNS = word_set("groups organisations organizations factions forces militias armies agencies outlets")
# Of these sides speak, and of the next parties that run for office.
_TALKS = re.compile(r"\b(?:truce|cease-?fires?|talks|negotiat\w+|armistice|peace|hostilities|fighting)\b", re.IGNORECASE)
_POLITICS = re.compile(
    r"\b(?:elections?|ballots?|polls|parliament\w*|coalition|(?:political|opposition|ruling) part(?:y|ies))\b", re.IGNORECASE
)
_OF_MANY = word_set("warring rival opposing other remaining surviving former british foreign western armed rebel insurgent main")


def many_meant(prose: Prose, found: Sequence[Word], own: GroundedActor) -> bool:
    """Tell whether words speak of so and so many who were named before: "both men", "the two countries", "the pair"."""
    if _sides_of_the_war(prose, found):
        return True
    # "Both armies" are not that of the state at war alone.
    if len(found) > 5 or (own.actor_id is not None and (own.basis != "description" or prose.matches(found))):
        return False
    keys = [w.key for w in found]
    lead = keys[0] in ("the", "these", "those") and len(keys) > 1
    two = lead and keys[1] in _OF_TWO and keys[-1] in SIDE_NOUNS | ARMY_NOUNS | {"factions", "governments"}
    count = 2 if two else _HOW_MANY.get(keys[1] if lead else keys[0])
    if count is None or not (lead or two or keys[0] in ("both", "each", "neither", "either")):
        return False
    rest = keys[2 if lead else 1 :]
    if keys[0] in ("neither", "either"):
        return len(rest) == 1 and rest[0] in _ONE_OF_TWO
    nouns = SIDE_NOUNS | STATE_NOUNS | PERSON_NOUNS | BODY_NOUNS | ARMY_NOUNS
    return not rest or (rest[-1] in nouns and all(k in nouns | _OF_MANY for k in rest))


def _sides_of_the_war(prose: Prose, found: Sequence[Word]) -> bool:
    """Tell whether words speak of the sides of a war without a number: "the sides", "neither side", "Yemen's warring parties".

    "The parties" run in elections as well: they are sides where talks or a truce are told of.
    """
    keys = [w.key for w in found]
    if keys in (["the", "sides"], ["the", "belligerents"], ["neither", "side"], ["either", "side"]):
        return True
    if keys[0] in lexicon.POSTS and keys[1:3] == ["of", "both"] and keys[3:] in (["sides"], ["parties"], ["camps"]):
        return True  # "officials of both sides"
    if keys == ["the", "parties"]:
        around = [0, *prose.starts, len(prose.text)]
        here = prose.sentence(found[0].start)
        sentence = prose.text[around[here] : around[here + 1]]
        return _TALKS.search(sentence) is not None and _POLITICS.search(prose.text) is None
    if len(found) < 3 or keys[-1] not in SIDE_NOUNS or keys[-2] not in _OF_TWO:
        return False
    owner = next(iter(prose.matches(found)), None)
    return owner is not None and owner.first == 0 and owner.last == len(found) - 2 and owner.name.actor.region == "states"


def of_what(keys: Sequence[str]) -> str:
    """Return the noun of which so many are meant, in the plural: "armies" of "neither army"; the last word where no noun is said."""
    return _ONE_OF_TWO.get(keys[-1], keys[-1]) if keys[0] in ("neither", "either") else keys[-1]


def how_many(keys: Sequence[str]) -> int:
    """Return how many the words of a mention speak of, two if they do not say."""
    return next((_HOW_MANY[k] for k in keys if k in _HOW_MANY), 2)
