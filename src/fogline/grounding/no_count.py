"""Numbers that count nobody: dates, years, ages, times of day, fractions, names and the makes of weapons."""

from __future__ import annotations

import re

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.ages import ends_ages, is_age, is_age_limit, may_be_age
from fogline.grounding.counted_noun import noun_behind
from fogline.grounding.number import SCALES, Number, Token
from fogline.grounding.parts_and_wholes import is_half_of_a_fraction
from fogline.grounding.phrase_words import ENDS_A_PHRASE
from fogline.grounding.quantity_evidence import event_of
from fogline.grounding.timex_calendar import MONTHS
from fogline.grounding.timex_words import WARS
from fogline.grounding.word_lists import word_set

_NO_COUNT_BEFORE = word_set(
    "no resolution article articles chapter page pages aged age route highway channel number nos phase unit brigade "
    "battalion division mig mi su il ak m sa f t b c boeing jan january feb february mar march apr april may jun june jul "
    "july aug august sep sept september oct october nov november dec december $ £ € ¥ us$ usd gulf day hotel room flight "
    "protocol geneva astana sochi level grade top group form class ward block sector zone gate cell"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_QUOTES = frozenset("'\"‘’“”")


def is_no_count(words: list[Token], number: Number) -> bool:
    """Tell whether a number is a date, an age, a time, a name or the like."""
    plain = next((w for w in words[number.first : number.last] if w.word[:1].isdigit()), None)
    if is_age(words, number):
        return True
    if is_age_limit(words, number) or ends_ages(words, number.first):
        return True
    two = [w.word for w in words[max(0, number.first - 2) : number.first]]
    if "aged" in two or two in (["age", "of"], ["ages", "of"]):
        return True  # "aged from four to ten", "between the ages of 20 and 30"
    if words[number.first].word == "both" and may_be_age(words, number.last):
        return True  # "two women, both 70"
    if is_half_of_a_fraction(words, number) or _years_of_a_war(words, number):
        return True
    if two == ["between", "the"] and noun_behind(words, number)[0] == "unknown":
        return True  # "the war between the two has killed thousands"
    before = words[number.first - 1] if number.first else None
    after = words[number.last] if number.last < len(words) else None
    if after is not None:
        if after.word in lexicon.THINGS and after.word in ("%", "percent", "per", "pc"):
            return True
        if after.word in ("-", "–") and number.last + 1 < len(words) and words[number.last + 1].word in lexicon.THINGS:
            return True
        if (
            plain is not None
            and after.start == words[number.last - 1].end
            and after.word in ("th", "st", "nd", "rd", "s", "mm", "cm", ":")
        ):
            return True
        if after.word in MONTHS:
            return True
        if (
            plain is not None
            and after.word in ("-", "–")
            and number.last + 1 < len(words)
            and words[number.last + 1].word[0].isdigit()
            and words[number.last - 1].end == after.start
            and after.end == words[number.last + 1].start
        ):
            return True  # "27-07-2015", "a 2-1 defeat"
        behind = [w.word for w in words[number.last : number.last + 4]]
        if behind[:3] == ["and", "a", "half"] and behind[3:] and behind[3] in lexicon.THINGS:
            return True  # "seven and a half years"
    if (
        before is not None
        and before.word in MONTHS
        and number.first >= 2
        and words[number.first - 2].word.isdigit()
        and not (plain is not None and _YEAR.fullmatch(plain.word) and number.last - number.first == 1)
    ):
        return False  # "on 23 September 28 bodies were found"
    if before is not None and before.word == ":" and plain is not None and before.end == plain.start:
        return True
    if plain is None:
        return before is not None and before.word in ("no", "aged", "age", "phase", "level") and words[number.first].word != "one"
    if before is not None:
        if before.end == plain.start and before.word[-1].isalpha():
            return True  # "MH17"
        if before.word in ("-", "/", ".", ":", "'", "’") and before.end == plain.start and number.first >= 2:
            return words[number.first - 2].end == before.start
        if before.word in _NO_COUNT_BEFORE and not number.bounded:
            return True
        hour = number.first >= 4 and [w.word for w in words[number.first - 3 : number.first]] == [".", "m", "."]
        if before.word == "." and number.first >= 2 and words[number.first - 2].word in _NO_COUNT_BEFORE and not hour:
            return True
    if (
        after is not None
        and after.word == "/"
        and after.start == words[number.last - 1].end
        and words[number.first].word == plain.word
    ):
        return True  # "9/11"
    figure = plain.word
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", figure) and number.last - number.first == 1:
        head = noun_behind(words, number)[0]
        nxt = after.word if after else ""
        return head != "people" or nxt not in lexicon.PEOPLE
    return _is_decimal(words, number)


def in_a_name(text: str, words: list[Token], number: Number) -> bool:
    """Tell whether a number word is part of a name: the ten of "Commander 'Ten Kobo'", the three of "Three Rivers State"."""
    first, last = number.first, number.last
    if number.vague or any(not w.word.isalpha() for w in words[first:last]) or last >= len(words) or first == 0:
        return False
    capitals = text[words[first].start].isupper() and text[words[last].start].isupper()
    if not capitals or text[words[first].start : words[last].end].isupper() or words[last].start - words[last - 1].end != 1:
        return False
    named = words[last].word
    if named in ENDS_A_PHRASE or event_of(named) is not None or noun_behind(words, number)[0] != "unknown":
        return False  # a headline: "Blast Leaves Ten Hurt", "At Least Ten Syrian Soldiers Dead"
    before = words[first - 1].word
    if before in _QUOTES and first > 1:
        closes = next((k for k in range(last, min(len(words), last + 4)) if words[k].word in _QUOTES), None)
        return closes is not None and all(text[w.start].isupper() for w in words[first:closes])
    return before[0].isalpha() and words[first - 1].end + 1 == words[first].start


def _years_of_a_war(words: list[Token], number: Number) -> bool:
    """Tell whether two numbers with a dash between them are the years of what is named behind: "the 2020-2022 war"."""
    spelled = [w.word for w in words[number.first : number.last]]
    if (
        len(spelled) != 3
        or spelled[1] not in ("-", "–", "—")
        or not (_YEAR.fullmatch(spelled[0]) and _YEAR.fullmatch(spelled[2]))
    ):
        return False
    return any(w.word in WARS for w in words[number.last : number.last + 3])


def _is_decimal(words: list[Token], number: Number) -> bool:
    """Tell whether a number is a fraction of nobody: "36.2021", "999.99", but not "1.5 million" or "12.500"."""
    inside = words[number.first : number.last]
    if any(w.word in SCALES or w.word == "dozen" for w in inside):
        return False
    return any(re.fullmatch(r"\d+[.,]\d+", w.word) and not re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", w.word) for w in inside)
