"""Ships, which bear the names of people and are none: "the ferry Lady Mary", "HMS Resolute"."""

from __future__ import annotations

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.number import Token
from fogline.grounding.word_lists import word_set

__all__ = ["SHIPS", "names_a_ship", "on_board"]

SHIPS = word_set(
    "ship warship battleship flagship cruiser frigate destroyer corvette minesweeper minelayer submarine gunboat boat speedboat "
    "carrier ferry tanker supertanker trawler freighter liner steamer vessel yacht schooner dhow barge tug tugboat lifeboat"
)
_QUOTES = frozenset("'\"‘“")
_PREFIXES = word_set("hms hmas hmcs uss usns rfa mv mt ins ara rms")
# Behind these stands what a phrase is of or on, and no more what it names.
_OF = word_set("of from on in at aboard off by near with")


def names_a_ship(text: str, words: list[Token], first: int, last: int) -> bool:
    """Tell whether ``words[first:last]`` name or mean a ship: "the cruiser General Alba", "a trawler", but not "the trawler's captain".

    A ship's noun must end the phrase or stand right before a name in
    capitals: of "the tanker driver Omar Haddad" somebody is meant.
    """
    for k in range(first, last):
        if words[k].word in _OF:
            return False
        if words[k].word in _PREFIXES and text[words[k].start : words[k].end].isupper():
            return True
        if words[k].word in SHIPS:
            if k + 1 == last:
                return text[words[k].start].islower()  # "Mary Carrier" is somebody
            name = words[min(k + 1 + (words[k + 1].word in _QUOTES), last - 1)]
            if name.word not in lexicon.PEOPLE | _ON_BOARD and text[name.start].isupper():
                return True
    return False


_ON_BOARD = word_set("captain capt skipper master mate owner engineer")


def on_board(words: list[Token], ship: int) -> int | None:
    """Return the preposition before a ship's name whose noun is at ``ship``: the "on" of "a nurse on the ferry Lady Mary"."""
    return next((k for k in range(ship - 1, max(-1, ship - 4), -1) if words[k].word in _OF), None)
