"""Numbers that are somebody's age: "Haddad, 34, was", "boys aged 6 and 11", "her two sons, 4 and 6,", "under 18"."""

from __future__ import annotations

import re

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.number import CARDINALS, Number, Token
from fogline.grounding.phrase_words import OWNERS, SENTENCE_ENDS
from fogline.grounding.timex_calendar import MONTHS
from fogline.grounding.tolls import FIGURES, PUT_AT
from fogline.grounding.word_lists import word_set


def is_age(words: list[Token], number: Number) -> bool:
    """Tell whether a number is somebody's age: "Haddad, 34, was", "(34)", "under the age of 18"."""
    first, last = number.first, number.last
    if last - first != 1:
        return False
    before = [w.word for w in words[max(0, first - 2) : first]]
    if (
        before[-1:] == ["of"]
        and before[0] in _ONE_CHILD
        and any(w.word in ("a", "an") for w in words[max(0, first - 5) : first - 2])
    ):
        return True  # "a girl of 7", "an Orvat boy of nine"
    after = words[last].word if last < len(words) else ""
    if before[-1:] == ["of"] and 10 <= (number.low or 0) < 100 and _is_one_person(words, first - 2):
        return after not in lexicon.PEOPLE | lexicon.THINGS  # "a porter of 68", "an Orvati of 33", not "a guard of 40 men"
    if (
        before in _HE_WAS
        and (before[0] != "who" or may_be_age(words, first))
        and (not after.isalnum() or after in ("when", "and", "but"))
    ):
        return True  # "she was nine when they came"
    if not words[first].word.isdigit() or not 0 < int(words[first].word) < 110:
        return False
    if before == ["age", "of"] or before[-1:] in (["aged"], ["both"]) or _listed_age(words, first, last):
        return True
    if before[-1:] == ["at"] and _died_at(words, first) and not after.isalnum():
        return True  # "died in April at 91, with her sons beside her"
    named = len(before) == 2 and before[0].isalpha() and before[0] not in lexicon.PEOPLE | MONTHS.keys()
    return named and (before[1], after) in ((",", ","), ("(", ")"))


def _is_one_person(words: list[Token], noun: int) -> bool:
    """Tell whether a noun behind "a" or "an" is one person who leads and holds no others: a trade, kin, somebody of a country."""
    word = words[noun].word if noun > 0 else ""
    if word.endswith(_OF_A_COUNTRY) and len(word) > 4 and words[noun - 1].word in ("a", "an") and word not in lexicon.THINGS:
        return word not in _MANY
    known = word in _ONE_OF_A_TRADE or (word in lexicon.PEOPLE and not word.endswith("s") and word not in _MANY)
    return known and any(w.word in ("a", "an") for w in words[max(0, noun - 3) : noun])


_OF_A_COUNTRY = ("i", "ian", "ean", "ese")
_ONE_OF_A_TRADE = word_set(
    "cousin aunt uncle grandmother grandfather grandson granddaughter nephew niece deacon porter tailor baker trader butcher clerk shepherd"
)
# Of these the number says how many there are, or whom they lead.
_MANY = word_set(
    "people men women children police staff crew army force forces brigade battalion personnel dead population aid troop troops militia family "
    "elderly cadre guard infantry generation leader commander captain minister mayor mother father parent strong humanitarian peloton safari"
)


def _died_at(words: list[Token], first: int) -> bool:
    """Tell whether a verb of dying stands before "at" and a number in its sentence, and no toll is put "at" so many."""
    begin = next((k + 1 for k in range(first - 1, max(-1, first - 9), -1) if words[k].word in SENTENCE_ENDS), max(0, first - 8))
    before = {w.word for w in words[begin:first]}
    return bool(before & _DYING) and not before & (FIGURES | PUT_AT)


_DYING = word_set("died dies killed")


def is_age_of_a_name(text: str, words: list[Token], number: Number) -> bool:
    """Tell whether a number ends the mention of a named person: "was Omar Haddad, 25.", "her son Ali, 9", but not "in Deir Ezzor, 13"."""
    first, last = number.first, number.last
    if last - first != 1 or first < 2 or words[first - 1].word != "," or not may_be_age(words, first):
        return False
    behind = words[last].word if last < len(words) else "."
    if behind[0].isalnum() and behind not in _BEHIND_AN_AGE:
        return False
    begin = first - 1
    while begin > 0 and words[begin - 1].word.isalpha() and text[words[begin - 1].start].isupper() and first - begin < 6:
        begin -= 1
    before = words[begin - 1].word if begin else ""
    names = first - 1 - begin
    if text[words[begin].start : words[first - 1].start].isupper():
        return False  # in capitals every word looks like a name
    return (names > 1 and before not in _WHERE) or (names == 1 and (before in _BEFORE_A_NAME or before in _CHILDREN))


_BEHIND_AN_AGE = word_set("and who from was is had has")
_WHERE = word_set("in at near around from to of outside into across on") | MONTHS.keys()
_BEFORE_A_NAME = word_set("was named called mr mrs ms dr mother father wife husband grandson granddaughter cousin nephew niece")


_HE_WAS = [[who, was] for who in ("he", "she", "who") for was in ("was", "is", "turned")]
_ONE_CHILD = word_set("girl boy man woman child youth teenager lad baby toddler")


def is_age_limit(words: list[Token], number: Number) -> bool:
    """Tell whether "under 18" is an age: "20 of whom are under 18", "children over 12"."""
    if words[number.first].word not in ("under", "over", "below", "above") or not 0 < (number.low or number.high or 0) <= 80:
        return False
    before = words[number.first - 1].word if number.first else ""
    behind = words[number.last].word if number.last < len(words) else "."
    return (before in _AGED or before in lexicon.CIVILIANS) and (
        not behind[0].isalnum() or behind in ("and", "or", "were", "are", "have", "years")
    )


_AGED = word_set("are is were was those all aged anyone everyone")


def ends_ages(words: list[Token], first: int) -> bool:
    """Tell whether a number ends a list of ages: the 11 of "boys aged 6 and 11"."""
    k = first - 1
    while (
        k > 0
        and first - k < 10
        and (words[k].word in ("and", ",", "to", "-", "–") or words[k].word.isdigit() or words[k].word in CARDINALS)
    ):
        k -= 1
    if k > 0 and words[k].word == "of" and words[k - 1].word == "ages" and k < first - 1:
        return True  # the 30 of "the ages of 20 and 30"
    return k >= 0 and k < first - 1 and words[k].word in ("aged", "ages") and words[k + 1].word not in (",", "and")


def may_be_age(words: list[Token], i: int) -> bool:
    """Tell whether a token is a bare number of years that somebody can have lived."""
    return i < len(words) and re.fullmatch(r"[1-9]\d?|10\d", words[i].word) is not None


def _listed_age(words: list[Token], first: int, last: int) -> bool:
    """Tell whether a bare number right behind people is their age: "her two sons, 4 and 6,", "a woman, 62,", "a man (70)"."""
    k = first - 1
    while k > 1 and words[k].word in ("and", ",") and (may_be_age(words, k - 1) or words[k - 1].word == ","):
        k -= 1 if words[k - 1].word == "," else 2
    opener = words[k].word if k > 0 else ""
    if opener not in (",", "(") or not _people_of_an_age(words, k):
        return False
    end = last
    while end + 1 < len(words) and words[end].word in ("and", ",") and may_be_age(words, end + 1):
        end += 2
    closing = {words[e].word if e < len(words) else "." for e in (last, end)}
    return bool(closing & ({")"} if opener == "(" else {",", ".", ";"}))


def _people_of_an_age(words: list[Token], mark: int) -> bool:
    """Tell whether the noun before a mark is one person, or people that are counted or somebody's: "a man", "two women", "her sons"."""
    noun = words[mark - 1].word
    if noun in _CHILDREN:
        return True
    if noun not in lexicon.PEOPLE:
        return False
    before = {w.word for w in words[max(0, mark - 5) : mark - 1]}
    several = noun.endswith("s") or noun in ("men", "women", "people", "children")
    return any(w in CARDINALS or w in _SOME for w in before) or bool(before & (_WHOSE if several else OWNERS | {"another"}))


_SOME = word_set("2 3 4 5 6 7 8 9")
_WHOSE = word_set("my his her its our their both")
_CHILDREN = word_set("sons daughters brothers sisters siblings boys girls children twins son daughter brother sister")
