"""Numbers that count nobody: dates, years, ages, times of day, fractions, names and the makes of weapons."""

from __future__ import annotations

import re

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.ages import ends_ages, is_age, is_age_limit, may_be_age
from fogline.grounding.clock_hours import is_hour
from fogline.grounding.counted_noun import noun_behind
from fogline.grounding.number import ORDINALS, SCALES, Number, Token
from fogline.grounding.numbers_of_one import counts_none, they_number
from fogline.grounding.parts_and_wholes import is_half_of_a_fraction
from fogline.grounding.phrase_words import ENDS_A_PHRASE, HELPING, OWNERS, TELLING
from fogline.grounding.quantity_evidence import event_of
from fogline.grounding.timex_calendar import MONTHS
from fogline.grounding.timex_words import WARS
from fogline.grounding.tolls import TOLLS
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
    if is_half_of_a_fraction(words, number) or _years_of_a_war(words, number) or _are_years(words, number):
        return True
    if _is_day(words, number) or is_hour(words, number) or _is_nobody(words, number) or _says_where(words, number):
        return True
    if _is_share(words, number) or _are_wounds(words, number) or counts_none(words, number):
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
        if _is_month(words, number.last):
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
        named = before.word in _NO_COUNT_BEFORE and not number.bounded and not they_number(words, number)
        if named and not _counts_in_a_month(words, number, number.first - 1):
            return True
        hour = number.first >= 4 and [w.word for w in words[number.first - 3 : number.first]] == [".", "m", "."]
        if before.word == "." and number.first >= 2 and words[number.first - 2].word in _NO_COUNT_BEFORE and not hour:
            return not _counts_in_a_month(words, number, number.first - 2)
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


def _is_share(words: list[Token], number: Number) -> bool:
    """Tell whether a number is the measure of a share: "one tap for every 900 people", "two in every three inhabitants"."""
    return number.first > 1 and words[number.first - 1].word == "every" and words[number.first - 2].word in ("for", "in", "to")


def _are_wounds(words: list[Token], number: Number) -> bool:
    """Tell whether a number counts the wounds of somebody, and nobody wounded: "died of four bullet wounds"."""
    behind = [w.word for w in words[number.last : number.last + 2]]
    return len(behind) == 2 and behind[0] in _MADE_BY and behind[1] in ("wound", "wounds", "injuries")


_MADE_BY = word_set("bullet gunshot stab knife shrapnel machete puncture head")


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


def _are_years(words: list[Token], number: Number) -> bool:
    """Tell whether a range is one of years: "between 2001 and 2005", "from 1999 to 2003"."""
    figures = [w.word for w in words[number.first : number.last] if w.word[0].isdigit()]
    if len(figures) != 2 or not all(_YEAR.fullmatch(f) for f in figures):
        return False
    return number.last >= len(words) or words[number.last].word not in lexicon.PEOPLE


def _is_day(words: list[Token], number: Number) -> bool:
    """Tell whether a number is one of several days of a month: the 6 of "on December 5 and 6", the 5 of "5 and 6 December".

    "On 12 May 7 people were killed" counts seven: whoever is counted has a
    noun or a verb behind, and days go up. Where a clause opens with "on May
    5 and 6" the next day is meant whatever follows.
    """
    figures = [w.word for w in words[number.first : number.last] if w.word[0].isdigit()]
    if not figures or words[number.first].word != figures[0] or not all(_DAY.fullmatch(f) for f in figures):
        return False
    k = number.last
    while k + 1 < len(words) and words[k].word in _TO_ANOTHER_DAY and _DAY.fullmatch(words[k + 1].word):
        k += 2
    if k > number.last and _is_month(words, k):
        return True
    behind = words[k].word if k < len(words) else "."
    if behind in HELPING | {"of", "on", "-"} or behind in lexicon.PEOPLE | lexicon.THINGS or event_of(behind) is not None:
        month = number.first - 1 if len(figures) == 2 else number.first - 3
        if month < 1 or words[month].word not in MONTHS or (len(figures) == 1 and words[month + 2].word != "and"):
            return False
        next_day = words[month + 1].word.isdigit() and int(figures[-1]) - int(words[month + 1].word) == 1
        opens = words[month - 1].word == "on" and (month == 1 or not words[month - 2].word[0].isalnum())
        return words[month - 1].word == "from" or (opens and next_day)
    k, day = number.first - 1, int(figures[0])
    if len(figures) == 2 and k >= 0 and words[k].word in MONTHS:
        return True  # "March 5 to 9"
    while k > 1 and words[k].word in _TO_ANOTHER_DAY and _DAY.fullmatch(words[k - 1].word) and int(words[k - 1].word) < day:
        k, day = k - 2, int(words[k - 1].word)
    return 0 < k < number.first - 1 and words[k].word in MONTHS


def _is_month(words: list[Token], i: int) -> bool:
    """Tell whether a word names a month: not the "may" of "15 may have died"."""
    if i >= len(words) or words[i].word not in MONTHS:
        return False
    return words[i].word != "may" or i + 1 >= len(words) or words[i + 1].word not in HELPING


def _counts_in_a_month(words: list[Token], number: Number, month: int) -> bool:
    """Tell whether a number behind a month is neither its day nor a year: "since April some 80,000", "in March 12 soldiers died".

    "On March 12 soldiers stormed it" names a day, and so does "on March 12
    300 people fled", in which the two figures look like one.
    """
    if month < 0 or words[month].word not in MONTHS:
        return False
    figure = words[number.first].word
    if not figure[0].isdigit():
        return True
    if number.last - number.first == 1 and _DAY_AND_YEAR.fullmatch(figure) is not None:
        return False
    size, opens = number.low or number.high or 0, month - 1
    opens -= opens > 0 and words[opens].word in ("early", "mid", "late", "last", "-")
    preposition = words[opens].word if opens >= 0 else ""
    if size >= 100:
        return _DAY_AND_HUNDREDS.fullmatch(figure) is None or preposition in _WITHIN | _UP_TO
    return noun_behind(words, number)[0] == "people" and (size > 31 or preposition in _WITHIN)


# "March 1998", and what is left of "Jul 28, 2016" where a copy lost its comma.
_DAY_AND_YEAR = re.compile(r"(?:[1-9]|[12]\d|3[01])?[12]\d{3}")
_DAY_AND_HUNDREDS = re.compile(r"(?:[1-9]|[12]\d|3[01]),\d00")
_WITHIN = word_set("in during throughout")
_UP_TO = word_set("since by until till from between and to")
_DAY = re.compile(r"[1-9]|[12]\d|3[01]")
_TO_ANOTHER_DAY = word_set("and or to , - –")


def _is_nobody(words: list[Token], number: Number) -> bool:
    """Tell whether a "one" is no number: "depending on whom one asks", "the first one they shot", "between one death and the next"."""
    if words[number.first].word != "one" or number.last - number.first != 1:
        return False
    before = [w.word for w in words[max(0, number.first - 2) : number.first]]
    behind = [w.word for w in words[number.last : number.last + 6]]
    if before == ["one", "by"] or behind[:2] in (["by", "one"], ["after", "another"]) or behind[:3] == ["after", "the", "other"]:
        return True
    if before[-1:] == [] or behind == [] or behind[0] in lexicon.PEOPLE:
        return bool(behind) and behind[0] in _ONE_DOES
    if behind[0] in _ONE_DOES or before[-1] in _WHICH_ONE or before[-1] in ORDINALS:
        return True
    to_another = any(behind[i : i + 2] in (["the", "next"], ["to", "another"], ["and", "another"]) for i in range(len(behind)))
    return before[-1] in ("between", "from") and to_another


_ONE_DOES = word_set("can cannot must should asks sees looks thinks believes knows considers hears counts wonders imagines")
_WHICH_ONE = word_set("last next whom whoever whomever")


def _says_where(words: list[Token], number: Number) -> bool:
    """Tell whether a number says in how many places or through how many things: "in two cantinas", "died in the two wars"."""
    k = number.first - 1
    k -= k > 0 and words[k].word in OWNERS
    if k < 0 or words[k].word not in _WHERE or number.last >= len(words):
        return False
    if words[k].word == "in" and k and words[k - 1].word in _TAKING:
        return False  # "took in 300 Saharans"
    if words[k].word == "at" and any(w.word in TOLLS for w in words[max(0, k - 9) : k]):
        return False  # "put its losses at 30 sappers"
    noun = words[number.last].word
    if not noun.isalpha() or noun in ENDS_A_PHRASE | HELPING | TELLING | lexicon.PEOPLE | _NO_NOUNS or event_of(noun) is not None:
        return False
    # "In two Mostar cantinas": a plural, perhaps behind one more word, or behind "one" any noun.
    plural = any(w.word.isalpha() and w.word.endswith("s") for w in words[number.last : number.last + 2])
    one = number.low == number.high == 1 and not noun.endswith("ly")
    return (plural or one) and noun_behind(words, number)[0] == "unknown"


_NO_NOUNS = word_set("and of or other others more earlier later then now not also still only")
_WHERE = word_set("in at on across through throughout into inside outside from")
_TAKING = word_set("take takes taking took taken let lets brought")


def _is_decimal(words: list[Token], number: Number) -> bool:
    """Tell whether a number is a fraction of nobody: "36.2021", "999.99", but not "1.5 million" or "12.500"."""
    inside = words[number.first : number.last]
    if any(w.word in SCALES or w.word == "dozen" for w in inside):
        return False
    return any(re.fullmatch(r"\d+[.,]\d+", w.word) and not re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", w.word) for w in inside)
