"""Counted people who are no victims: survivors, those who were only there, and those who did it."""

from __future__ import annotations

from fogline.grounding.number import CARDINALS, Number, Token
from fogline.grounding.phrase_words import HELPING, TELLING
from fogline.grounding.quantity_evidence import SURVIVORS, event_of
from fogline.grounding.word_lists import word_set


def are_survivors(words: list[Token], first: int, last: int) -> bool:
    """Tell whether the counted are survivors: the kind of happening says nothing of what befell them."""
    return any(w.word in SURVIVORS for w in words[first:last])


def were_saved(words: list[Token], last: int) -> bool:
    """Tell whether it is said that the counted came away: "five of the crew were rescued", "three others later escaped"."""
    behind = [w.word for w in words[last : last + 7] if w.word not in _LATER]
    helped = next((n for n, w in enumerate(behind) if w in ("was", "were", "been")), None)
    if helped is not None and helped + 1 < len(behind) and behind[helped + 1] in _SAFE:
        return True
    return behind[:1] != [] and behind[0] in _GOT_AWAY


_LATER = word_set("also later then who since had managed to")
_GOT_AWAY = word_set("survived escaped escape survive")


def gave_up(words: list[Token], last: int) -> bool:
    """Tell whether the counted are said to have given up the fight: "60 others surrendered", "30 deserted"."""
    behind = [w.word for w in words[last : last + 5] if w.word not in _LATER | {"have", "has"}]
    return behind[:1] != [] and behind[0] in _GIVING_UP


_GIVING_UP = word_set("surrendered deserted defected mutinied")


def tell_of_it(words: list[Token], first: int, noun: int, last: int) -> bool:
    """Tell whether the counted only speak of what happened: "four other women described similar killings".

    Those who say what befell themselves are among its victims: "20 men said
    they were beaten". ``first`` is where the number begins, ``noun`` where
    the words behind it begin, ``last`` where their phrase ends.
    """
    k = first - 1
    while k >= 0 and words[k].word.isalnum():
        if event_of(words[k].word) is not None:
            return False  # "the raid killed 12 people said the monitor"
        k -= 1
    if any(event_of(w.word) is not None for w in words[noun:last]):
        return False
    verb = next((k for k in range(noun, min(len(words), last + 2)) if words[k].word in TELLING), None)
    if verb is None or any(not w.word.isalpha() or w.word in HELPING | {"and", "or", "but"} for w in words[noun:verb]):
        return False
    behind = [w.word for w in words[verb + 1 : verb + 9] if w.word != "that"]
    if behind[:1] != [] and (behind[0] in ("as", "to", "by") or event_of(behind[0]) is not None):
        return False  # "40 people described as rebels", "12 people said to be dead"
    if behind[:1] not in (["they"], ["she"], ["he"]):
        return True
    passive = behind[1:2] in (["were"], ["was"]) or behind[1:3] in (["had", "been"], ["have", "been"])
    return not passive and all(event_of(w) is None for w in behind[1:])


_SAFE = word_set("rescued saved freed released unhurt unharmed evacuated safe spared unscathed")


def were_only_there(words: list[Token], first: int, last: int) -> bool:
    """Tell whether it is only said where the counted were: "another man was in the vehicle", "there were 200 people inside"."""
    behind = [w.word for w in words[last : last + 4] if w.word not in ("also", "still", "all", "both")]
    if behind[:1] in (["was"], ["were"]) and behind[1:2] != [] and behind[1] in _IN:
        return True
    before = tuple(w.word for w in words[max(0, first - 3) : first])
    return (before[-2:] in _EXIST or before in _EXIST) and behind[:1] != [] and behind[0] in _IN


def lose_something(words: list[Token], last: int) -> bool:
    """Tell whether it is said that the counted lost what is theirs, or somebody: "400 people lost their homes", "one woman lost a son"."""
    behind = [w.word for w in words[last : last + 6] if w.word not in _LATER | {"have", "has"}]
    return behind[:1] == ["lost"] and behind[1:2] != [] and behind[1] in _THEIRS and not {*behind[2:]} & {"life", "lives"}


_THEIRS = word_set("their his her its a an the all everything two three four")


_EXIST = frozenset({("there", "was"), ("there", "were"), ("there", "had", "been"), ("there", "have", "been")})
_IN = word_set("in inside aboard on at with near")


def were_spared(words: list[Token], number: Number) -> bool:
    """Tell whether it is said that nothing befell the counted: "no casualties among the 40 workers", "none of the 12 passengers", "not one"."""
    before = [w.word for w in words[max(0, number.first - 6) : number.first]]
    if before[-1:] == ["not"] and words[number.first].word == "one":
        return True
    if before[-1:] == ["the"]:
        before.pop()
    return before[-2:] in (["none", "of"], ["neither", "of"]) or (
        before[-1:] == ["among"] and bool({"no", "without", "nor"} & {*before})
    )


def do_it(words: list[Token], last: int) -> bool:
    """Tell whether the counted are those who do it: "three bombers killed at least two people", "two of its men threw a grenade"."""
    if last + 3 < len(words) and words[last].word == "of":
        last += 3 if words[last + 1].word in ("the", "its", "his", "their") else 2  # "two soldiers of the brigade stormed it"
    if last + 1 >= len(words):
        return False
    if words[last].word in _DEEDS:
        return True
    if are_at_war(words, last):
        return True
    if words[last].word == "had" and words[last + 1].word in _DEEDS:
        return True
    if last + 1 >= len(words) or words[last].word not in ("killed", "wounded", "injured", "attacked", "shot", "stormed"):
        return False
    following = words[last + 1].word
    return following in _OBJECTS or following[0].isdigit() or following in CARDINALS


_OBJECTS = word_set("at a an the more up some dozens scores hundreds several him her them people civilians soldiers")
_DEEDS = word_set(
    "threw hurled stormed attacked ambushed raided detonated opened blew besieged overran torched arrived surrounded perpetrated"
)


def are_at_war(words: list[Token], last: int) -> bool:
    """Tell whether the counted are said to fight: "hundreds of foreigners were fighting in the ranks"."""
    return last + 1 < len(words) and words[last].word in ("were", "are", "was", "is") and words[last + 1].word in _AT_WAR


_AT_WAR = word_set("fighting battling serving deployed stationed advancing defending manning patrolling besieging")


def deed_before(words: list[Token], by: int) -> bool:
    """Tell whether "by" names the doers of what was done: "was kidnapped on 14 July by four persons"."""
    return any(
        event_of(w.word) is not None or w.word in _DONE or (w.word.endswith("ed") and w.word not in ("followed", "accompanied"))
        for w in words[max(0, by - 10) : by]
    )


_DONE = word_set("attack attacks raid ambush assault shot bombing explosion rape robbery driven carried stopped")
