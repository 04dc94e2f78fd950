"""How armies tell of the dead without a word of death: "destroyed 40 fighters", "cost both sides 90 men", "were wiped out"."""

from __future__ import annotations

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.number import Token
from fogline.grounding.phrase_words import SENTENCE_ENDS
from fogline.grounding.word_lists import word_set

__all__ = ["wiped_out"]

# What opens another sentence within the sentence: a verb behind it is said of somebody else.
OTHER_CLAUSE = word_set("where when while as after before because although though which that whose since until but")


def wiped_out(words: list[Token], first: int, last: int) -> str | None:
    """Read how armies tell of men lost: "destroyed 40 fighters", "losses amounted to 65 men" are killed, "put out of action" leaves it open."""
    if not any(w.word in lexicon.FIGHTERS for w in words[first:last]):
        return None
    if first and (words[first - 1].word in _DESTROYED or _are_losses(words, first) or _are_the_cost(words, first, last)):
        return "killed"
    behind = [w.word for w in words[last : last + 8] if w.word not in _QUOTES]
    if behind[:1] not in (["was"], ["were"], ["have"], ["had"]):
        return None
    told = behind[1:] if behind[1:2] != ["been"] else behind[2:]
    if (told[:1] != [] and told[0] in _DESTROYED) or told[:2] == ["wiped", "out"]:
        return "killed"
    return "other" if told[:4] == ["put", "out", "of", "action"] else None


def _are_losses(words: list[Token], first: int) -> bool:
    """Tell whether a number is what losses come to: "put its losses on Sunday at 560 men"."""
    before = [w.word for w in words[max(0, first - 9) : first]]
    clause = before[
        max((k + 1 for k, w in enumerate(before) if not (w.isalpha() or w in _MARKS) or w in OTHER_CLAUSE), default=0) :
    ]
    return "losses" in clause and clause[-1] in ("to", "at") and any(w in _COMES_TO for w in clause)


def _are_the_cost(words: list[Token], first: int, last: int) -> bool:
    """Tell whether men are what fighting cost a side: "cost both sides 90 men", but not "cost 90 men their posts"."""
    if last < len(words) and words[last].word in ("their", "a", "the"):
        return False
    for i in range(first - 1, max(-1, first - 6), -1):
        if words[i].word in SENTENCE_ENDS or words[i].word == ",":
            return False
        if words[i].word in ("cost", "costs", "costing"):
            return words[i - 1].word != "the" if i else True
    return False


_COMES_TO = word_set(
    "amount amounts amounted amounting bring brings brought bringing raised raising came rose risen stand stands stood put puts putting estimated"
)
_MARKS = frozenset("'’")
_QUOTES = frozenset("'\"‘’“”")
_DESTROYED = word_set("destroyed destroying annihilated annihilating obliterated")
