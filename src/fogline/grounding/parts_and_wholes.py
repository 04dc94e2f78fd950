"""Parts and the wholes they are of: "six of the 40 on board", "all but two", "most of the 50", "a third of the residents"."""

from __future__ import annotations

from dataclasses import replace

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.number import CARDINALS, Number, Token, core
from fogline.grounding.phrase_words import ENDS_A_PHRASE, OWNERS, ROUGHLY
from fogline.grounding.quantity_evidence import event_of
from fogline.grounding.word_lists import word_set


def whole_of(words: list[Token], i: int) -> Number | None:
    """Return the number that the one before token ``i`` is a part of: the 40 of "six of the 40 on board", the 12 million of "of the country's 12 million"."""
    if words[i : i + 1] == [] or words[i].word != "of":
        return None
    for k in range(i + 1, min(len(words), i + 9)):
        number = core(words, k)
        if number is not None:
            told = [w.word for w in words[i + 1 : k] if w.word not in _ROUGHLY]
            owned = (
                told == [] or (len(told) == 1 and told[0] in OWNERS) or told[-1] in ("'", "’") or told[-2:-1] in (["'"], ["’"])
            )
            return number if owned and number.low == number.high and (number.low or 0) > 1 else None
        if not (words[k].word.isalpha() or words[k].word in ("'", "’", "-")) or words[k].word in ENDS_A_PHRASE:
            return None
    return None


_ROUGHLY = ROUGHLY | {"estimated", "original"}


def part_of(words: list[Token], number: Number, found: list[Number]) -> Number | None:
    """Return the number that is told as a part of this one: the six of "six of the 40 on board" and of "of the 40 on board, six died"."""
    of = number.first - 1 - (number.first > 1 and words[number.first - 1].word in OWNERS)
    if of >= 0 and words[of].word == "of" and (of == 0 or not words[of - 1].word[0].isalnum()):
        behind = (n for n in found if number.last < n.first < number.last + 12)
        return next((n for n in behind if words[n.first - 1].word == "," and (n.low or n.high or 0) < (number.high or 0)), None)
    for part in found:
        if part.first >= number.first:
            break
        whole = whole_of(words, part.last) if number.first - part.last < 9 else None
        if whole is not None and number.first <= whole.first < number.last:
            return part
    return None


def of_the_whole(words: list[Token], whole: Number, last: int) -> str | None:
    """Return what the words right at a whole say of it, not of its part: "two of the three wounded", "one of 12 people killed in the raid"."""
    told = next((what for w in words[whole.last : last] if (what := event_of(w.word)) is not None), None)
    if told is not None or last >= len(words):
        return told
    behind = words[last].word
    follows = words[last + 1].word if last + 1 < len(words) else ""
    if behind == "who" and follows in ("were", "have", "had"):
        return next((what for w in words[last + 2 : last + 4] if (what := event_of(w.word)) is not None), None)
    return event_of(behind) if behind in _PARTICIPLES and not (follows[:1].isdigit() or follows in CARDINALS) else None


_PARTICIPLES = word_set(
    "killed murdered executed slain injured wounded hurt arrested detained captured kidnapped abducted held missing trapped displaced"
)


def is_exception(words: list[Token], number: Number) -> bool:
    """Tell whether a number is the exception: the two of "all but two of the 40 passengers were killed"."""
    two = [w.word for w in words[max(0, number.first - 2) : number.first]]
    return two in (["all", "but"], ["all", "except"])


def all_but(words: list[Token], number: Number) -> Number | None:
    """Return "all but two of the 40 passengers" as 38; None if it is no exception, or if nobody says of how many."""
    whole = whole_of(words, number.last) if is_exception(words, number) else None
    if whole is None or whole.low is None or number.low is None or number.low != number.high or number.low >= whole.low:
        return None
    rest = whole.low - number.low
    return replace(number, first=number.first - 2, low=rest, high=rest)


def most_of(words: list[Token], number: Number) -> Number:
    """Return "most of the 40 hostages" as 21 to 40: more than half, and at most all."""
    k = number.first - 1
    if k < 1 or words[k].word not in ("the", "its", "their", "some", "about") or number.low is None or number.low != number.high:
        return number
    before = [w.word for w in words[max(0, k - 4) : k]]
    if before[-1:] != ["of"] or not (before[-2:-1] in (["most"], ["majority"]) or before[-4:-1] == ["more", "than", "half"]):
        return number
    size = {"most": 1, "majority": 1}.get(before[-2], 3)
    first = k - 1 - size - (before[-3:-2] in (["the"], ["a"]))
    return replace(number, first=first, low=number.low // 2 + 1, how="range", bounded=True)


def is_one_body(words: list[Token], number: Number) -> bool:
    """Tell whether a "one" is the body that others are of: "nine members of one family"."""
    return number.first > 0 and number.low == number.high == 1 and words[number.first - 1].word == "of"


def fraction_before(words: list[Token], first: int) -> bool:
    """Tell whether a number is what a fraction is of: "a third of the 900,000 residents", "80% of 200 families"."""
    k = first - 1
    if k > 3 and words[k].word == "s" and words[k - 1].word in ("'", "’"):
        k -= 3  # "of the town's 30,000 residents"
    while k > 0 and words[k].word in ("the", "its", "their", "some", "about", "around"):
        k -= 1
    return k > 0 and words[k].word == "of" and words[k - 1].word in _PARTS


_PARTS = word_set(
    "third thirds half quarter quarters fifth fifths tenth tenths percent cent % pc fraction part portion percentage"
)


def verb_follows(words: list[Token], last: int) -> bool:
    """Tell whether a verb of harm or flight follows a phrase at once: it says what befell the fraction, not the whole."""
    for token in words[last : last + 4]:
        if token.word in _HELPS:
            continue
        return event_of(token.word) is not None
    return False


_HELPS = word_set("have has had were was are been be also already now since reportedly")


def is_half_of_a_fraction(words: list[Token], number: Number) -> bool:
    """Tell whether a number is half of a fraction: "one in four soldiers", "two out of three"."""
    before = [w.word for w in words[max(0, number.first - 3) : number.first]]
    if before[-2:] in (["out", "of"], ["in", "every"]):
        before[-2:] = ["in"]
    if before[-1:] == ["in"] and len(before) >= 2 and (before[-2] in _FEW or before[-2] == "1"):
        return True
    if before[-1:] == ["in"] and len(before) >= 2 and before[-2] in _OF_TEN and words[number.first].word in ("ten", "10"):
        return True
    behind = [w.word for w in words[number.last : number.last + 3]]
    if behind[:2] in (["out", "of"], ["in", "every"]):
        behind[:2] = ["in"]
    if behind[:1] == ["in"] and behind[1:2] in (["ten"], ["10"]) and words[number.last - 1].word in _OF_TEN:
        return True  # "nine out of ten residents"
    if words[number.last - 1].word == "1" and behind[:1] == ["in"] and len(behind) == 3 and behind[1] in _ODDS:
        return behind[2] not in lexicon.THINGS  # "1 in 5 residents", but "killed 1 in 5 days"
    return words[number.last - 1].word in _FEW and behind[:1] == ["in"] and behind[1:2] != [] and behind[1] in CARDINALS


_OF_TEN = word_set("four six seven eight nine 4 6 7 8 9")
_FEW = word_set("one two three")
_ODDS = word_set("2 3 4 5 6 7 8 9 10 20")
