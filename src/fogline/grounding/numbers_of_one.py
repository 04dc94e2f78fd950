"""Numbers told beside people that count none of them: "a father of two", "lost two fingers", "one citizen in seven", "by one count"."""

from __future__ import annotations

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.number import CARDINALS, Number, Token
from fogline.grounding.phrase_words import ENDS_A_PHRASE, HELPING
from fogline.grounding.quantity_evidence import event_of
from fogline.grounding.word_lists import word_set

__all__ = ["counts_none", "they_number"]


def counts_none(words: list[Token], number: Number) -> bool:
    """Tell whether a number is of somebody's children or limbs, of a share or a unit's name, or was put right: it adds nobody."""
    return (
        _are_somebodys_children(words, number)
        or _are_limbs(words, number)
        or _is_share(words, number)
        or _is_to_each(words, number)
        or _names_a_unit(words, number)
        or _was_put_right(words, number)
        or _is_one_of_no_people(words, number)
    )


_PARENTS = word_set("mother father mothers fathers parent parents grandmother grandfather widow widower")
_CHILDREN = word_set("child children kid kids boy boys girl girls son sons daughter daughters young small little grown")


def _are_somebodys_children(words: list[Token], number: Number) -> bool:
    """Tell whether a number says how many children somebody has: "a mother of two was killed", not "the mother of two soldiers"."""
    if number.first < 2 or words[number.first - 1].word != "of" or words[number.first - 2].word not in _PARENTS:
        return False
    behind = next(
        (k for k in range(number.last, min(len(words), number.last + 4)) if words[k].word not in _CHILDREN), len(words) - 1
    )
    done = (
        event_of(words[behind].word) is not None
        and behind + 1 < len(words)
        and words[behind + 1].word in lexicon.PEOPLE | _CHILDREN | {"students", "teenagers"}
    )
    return not done and words[behind].word not in lexicon.PEOPLE


_PARTS_OF_A_BODY = word_set(
    "finger fingers toe toes leg legs arm arms hand hands eye eyes ear ears tooth teeth rib ribs bone bones limb limbs"
)


def _is_half_a_noun(words: list[Token], i: int) -> bool:
    """Tell whether a word for a limb is the first half of another noun: "two arms smugglers", "two hand-picked guards"."""
    if words[i].word not in ("arms", "hand", "finger") or i + 1 >= len(words):
        return False
    behind = words[i + 1].word
    return behind not in ENDS_A_PHRASE | HELPING and (behind.isalpha() or behind == "-")


def _are_limbs(words: list[Token], number: Number) -> bool:
    """Tell whether a number counts what a body has several of: "lost two fingers", "four broken ribs"."""
    for i in range(number.last, min(len(words), number.last + 2)):
        if words[i].word in lexicon.PEOPLE | ENDS_A_PHRASE or not words[i].word.isalpha() or _is_half_a_noun(words, i):
            return False
        if words[i].word in _PARTS_OF_A_BODY:
            behind = words[i + 1].word if i + 1 < len(words) else "."
            return behind not in lexicon.PEOPLE | lexicon.THINGS
    return False


def _is_share(words: list[Token], number: Number) -> bool:
    """Tell whether a number is half of a share: both of "one citizen in seven", but none of "one was killed in two villages"."""
    first, last = number.first, number.last
    for into in (last, last + 1):
        if words[last - 1].word == "one" and into + 1 < len(words) and words[into].word == "in":
            return _is_measure(words, into + 1) and (into == last or event_of(words[last].word) is None)
    if first < 2 or words[first - 1].word != "in":
        return False
    one = next((k for k in (first - 2, first - 3) if k >= 0 and words[k].word == "one"), None)
    return one is not None and (one == first - 2 or event_of(words[first - 2].word) is None) and _is_measure(words, first)


def _is_measure(words: list[Token], i: int) -> bool:
    """Tell whether a bare number stands at ``i`` that no noun of things follows."""
    if words[i].word not in CARDINALS and not (words[i].word.isdigit() and int(words[i].word) <= 1000):
        return False
    behind = words[i + 1].word if i + 1 < len(words) else "."
    return not behind.isalpha() or behind in ENDS_A_PHRASE | HELPING | lexicon.PEOPLE | {"and", "or"}


_BEDS = word_set("bed beds mattress cot stretcher room cell tent blanket desk family tap")


def _is_to_each(words: list[Token], number: Number) -> bool:
    """Tell whether a number measures want: "two to a mattress", "two children to a bed", "one tap to 1,800 of them"."""
    for i in range(number.last, min(len(words) - 2, number.last + 2)):
        if (
            words[i].word in ("to", "in")
            and words[i + 1].word in ("a", "each")
            and words[i + 2].word in _BEDS - {"family", "tap"}
            and not (words[i].word == "to" and words[i + 2].word in ("room", "cell", "tent", "desk") and number.last < i)
        ):
            return words[i].word == "to" or words[i + 1].word == "each"
    one = number.first >= 3 and words[number.first - 1].word in ("to", "for") and words[number.first - 3].word == "one"
    return (
        one
        and words[number.first - 2].word not in lexicon.PEOPLE
        and event_of(words[number.first - 2].word) is None
        and words[number.first - 2].word not in HELPING
    )


_UNITS = word_set("brigade battalion division regiment")


def _names_a_unit(words: list[Token], number: Number) -> bool:
    """Tell whether a figure is a unit's name: "the 412 Brigade", not "12 brigade commanders"."""
    if number.last - number.first != 1 or not words[number.first].word.isdigit() or number.last >= len(words):
        return False
    behind = words[number.last + 1].word if number.last + 1 < len(words) else "."
    return words[number.last].word in _UNITS and behind not in lexicon.PEOPLE


def _was_put_right(words: list[Token], number: Number) -> bool:
    """Tell whether a figure is the one that was corrected: the five of "13 were hurt, not five"."""
    if number.first < 2 or words[number.first - 1].word != "not" or words[number.first].word in ("one", "a"):
        return False
    return words[number.first - 2].word in (",", "and", "but", "(", "–", "—")


_HOUSES = word_set("family household clan")
_TOLD_BY = word_set("count estimate account tally reckoning version")
_CLAUSE_OF_IT = word_set("it he she they we you i that which")


def _is_one_of_no_people(words: list[Token], number: Number) -> bool:
    """Tell whether "one" is a house, a count or a thing: "eight from one family", "by one count", "missed the one it sought", "one a captain"."""
    if number.last - number.first != 1 or words[number.first].word != "one" or number.first == 0:
        return False
    before = words[number.first - 1].word
    behind = words[number.last].word if number.last < len(words) else "."
    if before in ("from", "of", "in") and behind in _HOUSES:
        return True
    if (before == "by" and behind in _TOLD_BY) or (before == "the" and behind in _CLAUSE_OF_IT):
        return True
    return before == "," and behind in ("a", "an")


_WHO = word_set("who they we which that men people women children troops police")


def they_number(words: list[Token], number: Number) -> bool:
    """Tell whether "number" before a figure is a verb: "they number some 300", "its fighters number 4,000", not "prisoner number 12"."""
    k = number.first - 1
    if k < 1 or words[k].word != "number":
        return False
    before = words[k - 1].word
    return before in _WHO or (before in lexicon.PEOPLE and before.endswith("s"))
