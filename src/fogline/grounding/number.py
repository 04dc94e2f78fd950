"""Numbers as news writes them: digits, words, "dozens", "at least", "between ten and fifteen", each as a range."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace

from fogline.grounding.quantity_words import PEOPLE
from fogline.grounding.word_lists import word_list

_UNITS = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = word_list("twenty thirty forty fifty sixty seventy eighty ninety")
CARDINALS: dict[str, int] = {w: n for n, w in enumerate(_UNITS)} | {w: 10 * n for n, w in enumerate(_TENS, 2)}
_ORDINAL_WORDS = word_list(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third"
)
ORDINALS: dict[str, int] = {w: n for n, w in enumerate(_ORDINAL_WORDS, 1)} | {"thirtieth": 30}
SCALES: dict[str, int] = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "mn": 10**6, "bn": 10**9, "mln": 10**6, "bln": 10**9, "m": 10**6, "k": 1000,
    "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7,
}  # fmt: skip
# The codebook's reading of round plurals.
VAGUE: dict[str, tuple[int, int | None]] = {
    "dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999), "thousands": (2000, 9999), "millions": (2_000_000, 9_999_999),
    "tens": (20, 99), "score": (20, 20), "dozen": (12, 12), "billions": (2 * 10**9, 10**10 - 1),
}  # fmt: skip
_SEVERAL_OF = {
    "dozen": (24, 99),
    "dozens": (24, 99),
    "hundred": (200, 999),
    "thousand": (2000, 9999),
    "million": (2_000_000, 9_999_999),
}

# Groups as South Asia writes them ("12,34,567") or as the rest of the world does. With spaces "200 000" is one number where its last group
# is a round one, and "12 345" before people or with spaces that do not break; "12 300 wounded" may be two.
_TOKEN = re.compile(
    r"(?<![\d,.])\d{1,2}(?:,\d\d)+,\d{3}(?![\d])|\d+(?:[,.’']\d{3})+(?![\d])"
    r"|(?<![\d.,-])\d{1,3}(?:[ \u00a0\u202f]\d{3})*[ \u00a0\u202f]\d00(?!\d|[,.]\d)|(?<![\d.,-])\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d|[,.]\d)"
    rf"|(?<![\d.,-])\d{{1,3}}(?: \d{{3}})+(?= (?i:{'|'.join(sorted(PEOPLE - {'wounded', 'injured', 'missing', 'dead'}))})\b)"
    r"|\d+(?:[.,]\d+)?|[^\W\d_]+|[^\w\s]|_",
    re.UNICODE,
)
# "3,5 million", "2,5 sq km": before a scale or an area one or two digits behind a comma are a fraction.
_COMMA_FRACTION = re.compile(r"\d+,\d\d?")
_MEASURED = re.compile(rf"[\s-]+(?i:{'|'.join(w for w in SCALES if len(w) > 1)}|sq|square|km2|km²)\b")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark, lower-cased, with its place in the text."""

    start: int
    end: int
    word: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return words, numbers and single marks of a stretch of text."""
    stop = len(text) if end is None else end
    return [Token(m.start(), m.end(), _word(text, m)) for m in _TOKEN.finditer(text, start, stop)]


def _word(text: str, match: re.Match[str]) -> str:
    """Return a token in small letters. "IS" before a word in small letters is the group and not the verb."""
    word = match.group()
    if word.isalpha() and word != "IS":
        return word.lower()
    if word == "IS" and re.match(r"[ -][a-z]", text[match.end() : match.end() + 2]):
        return "isis"
    if _COMMA_FRACTION.fullmatch(word) and _MEASURED.match(text, match.end()):
        return word.replace(",", ".")
    return re.sub(r"\s", ",", word.lower())


@dataclass(frozen=True, slots=True)
class Number:
    """A number phrase: where its first and last token stand (half-open), and its range; an open end is None.

    ``bounded`` tells that words such as "at least" set the range; ``vague``
    that the phrase names no figure ("dozens", "several"). ``how`` says how
    the range came about: ``figure``, ``about``, ``at-least``, ``at-most``,
    ``range`` (two figures) or ``round-plural`` (the codebook's reading).
    """

    first: int
    last: int
    low: int | None
    high: int | None
    bounded: bool = False
    vague: bool = False
    how: str = "figure"
    # "between 20 and 10": the range is said with its ends the wrong way round.
    reversed: bool = False


_LOWER = tuple(
    tuple(p.split())
    for p in (
        "at least", "as few as", "larger than", "greater than", "bigger than", "no fewer than", "no less than", "not less than", "not fewer than", "more than", "over", "upwards of",
        "in excess of", "exceeding", "a minimum of", "well over", "just over", "a little over", "at a minimum", "above", "beyond",
    )
)  # fmt: skip
_UPPER = tuple(
    tuple(p.split())
    for p in (
        "up to", "as many as", "as much as", "at most", "no more than", "not more than", "fewer than", "less than", "smaller than", "under", "below",
        "nearly", "almost", "close to", "a maximum of", "just under", "towards", "toward", "well under", "just below", "approaching",
        "just short of", "nearing", "a little under",
    )
)  # fmt: skip
_ABOUT = tuple(
    tuple(p.split())
    for p in (
        "about", "around", "some", "approximately", "roughly", "an estimated", "estimated", "a total of", "only", "just",
        "another", "an additional", "a further", "the other", "other", "circa", "perhaps", "maybe", "possibly",
    )
)  # fmt: skip


# Before a figure that is exact all the same.
_MERELY = frozenset(["a", "as", "only", "just", "another", "an", "the", "other"])
# The phrases that begin with a word, by the bound they set.
_HEADS = {
    head: tuple(
        (name, of_head)
        for name, phrases in (("low", _LOWER), ("high", _UPPER), ("", _ABOUT))
        if (of_head := tuple(p for p in phrases if p[0] == head))
    )
    for head in {p[0] for phrases in (_LOWER, _UPPER, _ABOUT) for p in phrases}
}
# Words with which a number phrase may begin; else it begins with a figure.
_BEGINS = (
    frozenset(
        {
            "between",
            "both",
            "a",
            "an",
            "several",
            "few",
            "many",
            "couple",
            "handful",
            "pair",
            "number",
            "half",
            "quarter",
            "dozen",
        }
    )
    | VAGUE.keys()
    | CARDINALS.keys()
    | _HEADS.keys()
)


def _phrase_at(words: list[Token], i: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """Return the length of the longest of ``phrases`` that begins at ``i``; 0 if none does."""
    best = 0
    for phrase in phrases:
        n = len(phrase)
        if n > best and i + n <= len(words) and all(words[i + k].word == phrase[k] for k in range(n)):
            best = n
    return best


# A longer run of digits is a serial number, not a count; beyond 300 digits a float would be infinite.
_LONGEST = 24


def _digits(word: str) -> float | None:
    if not word or not word[0].isdigit() or not word.isascii() or len(word) > _LONGEST:
        return None
    if re.fullmatch(r"0\d+", word):
        return None  # "at 0930": a time of day or a serial number
    if re.fullmatch(r"\d+(?:[,.’']\d{3})+", word) and not re.fullmatch(r"0\.\d{3}", word):
        return float(int(re.sub(r"\D", "", word)))
    try:
        return float(word.replace(",", ""))
    except ValueError:
        return None


def core(words: list[Token], i: int) -> Number | None:
    """Return the plain number that begins at token ``i``, without "at least" and the like before it."""
    found = _vague(words, i)
    if found is not None:
        return found
    got = _value(words, i)
    if got is None:
        return None
    j, value = got
    # "10,000 to 15,000", "between" is the caller's.
    return Number(i, j, value, value)


def _vague(words: list[Token], i: int) -> Number | None:
    n = len(words)
    word = words[i].word
    j = i + 1
    if word == "both":
        # "both the army and the rebels" counts sides, "both men" people.
        return None if j < n and words[j].word in ("the", "a", "an") else Number(i, j, 2, 2)
    if word in ("tens", "hundreds", "thousands", "millions", "dozens", "scores"):
        low, high = VAGUE[word]
        # "hundreds and hundreds", "scores and scores"
        while j < min(n - 1, i + 4) and words[j].word in ("and", "upon") and words[j + 1].word in VAGUE:
            j += 2
        if j + 1 < n and words[j].word == "of" and words[j + 1].word in ("thousands", "millions"):
            scale = 1000 if words[j + 1].word == "thousands" else 10**6
            base = {"tens": (20, 100), "hundreds": (200, 1000), "dozens": (24, 100), "scores": (40, 200)}.get(word)
            if base:
                return Number(i, j + 2, base[0] * scale, base[1] * scale - 1, vague=True)
        if word == "tens":
            return None if j < n and words[j].word != "of" else Number(i, j, low, high, vague=True)
        return Number(i, j, low, high, vague=True)
    if word == "a" and j < n and words[j].word in ("few", "couple", "handful", "pair", "number"):
        inner = _vague(words, j)
        return Number(i, inner.last, inner.low, inner.high, vague=True) if inner else None
    if word in ("several", "few", "many", "couple", "handful", "pair", "number"):
        after = j + (j < n and words[j].word == "of" and word in ("couple", "few", "handful"))
        if after < n and words[after].word in ("dozen", "dozens", "hundred", "thousand", "million", "score", "scores"):
            low, high = _SEVERAL_OF.get(words[after].word, (40, 199))
            if after + 1 < n and words[after].word == "hundred" and words[after + 1].word in ("thousand", "million"):
                scale = SCALES[words[after + 1].word]  # "several hundred thousand"
                return Number(i, after + 2, low * scale, (high + 1) * scale - 1, vague=True)
            return Number(i, after + 1, low, high, vague=True)
        if word in ("couple", "pair"):
            return Number(i, j, 2, 2)
        if word == "several":
            return Number(i, j, 3, 9, vague=True)
        return Number(i, j, None, None, vague=True)
    return None


def _value(words: list[Token], i: int) -> tuple[int, int] | None:
    """Return (next token, value) of an exact number in digits or words."""
    n = len(words)
    word = words[i].word
    if word == "half" and i + 4 < n and [w.word for w in words[i + 1 : i + 4]] == ["-", "a", "-"] and words[i + 4].word in SCALES:
        return i + 5, SCALES[words[i + 4].word] // 2
    if word == "half" and i + 2 < n and words[i + 1].word in ("a", "-") and words[i + 2].word in SCALES:
        return i + 3, SCALES[words[i + 2].word] // 2
    if word == "quarter" and i + 3 < n and [w.word for w in words[i + 1 : i + 3]] == ["of", "a"] and words[i + 3].word in SCALES:
        return i + 4, SCALES[words[i + 3].word] // 4
    if word in ("a", "one", "an") and i + 1 < n:
        nxt = words[i + 1].word
        if nxt == "quarter":
            return _value(words, i + 1)
        if nxt == "dozen":
            return i + 2, 12
        if nxt in SCALES and len(nxt) > 2:
            return _scaled(words, i + 1, 1.0)
        if nxt == "score":
            return i + 2, 20
        if nxt == "half" and i + 2 < n and words[i + 2].word in ("dozen", "million"):
            return i + 3, 6 if words[i + 2].word == "dozen" else 500_000
        if word != "one":
            return None
    if word == "half" and i + 2 < n and words[i + 1].word in ("a", "-") and words[i + 2].word == "dozen":
        return i + 3, 6
    if word == "dozen":
        return i + 1, 12  # "left dozen people dead", as news in translation has it
    value = _digits(word)
    j = i + 1
    if value is None:
        got = _spelled(words, i)
        if got is None:
            return None
        j, value = got
    return _scaled(words, j, value)


def _spelled(words: list[Token], i: int) -> tuple[int, float] | None:
    word = words[i].word
    if word not in CARDINALS:
        return None
    value = CARDINALS[word]
    j = i + 1
    if value >= 20:
        k = j + 1 if j < len(words) and words[j].word == "-" else j
        if j < k < len(words) and words[k].word in ORDINALS:
            return None  # "the sixty-first assault"
        if k < len(words) and 1 <= CARDINALS.get(words[k].word, 0) <= 9:
            value += CARDINALS[words[k].word]
            j = k + 1
    return j, float(value)


_FRACTIONS: dict[tuple[str, ...], float] = {
    ("and", "a", "half"): 0.5,
    ("1", "/", "2"): 0.5,
    ("1", "/", "4"): 0.25,
    ("3", "/", "4"): 0.75,
}


def _fraction_behind(words: list[Token], j: int) -> tuple[int, float]:
    """Read the fraction between a number and its scale, and return the scale's token: "two-and-a-half million", "2 1/2 million"."""
    bare = [k for k in range(j, min(len(words), j + 7)) if words[k].word != "-"]
    fraction = _FRACTIONS.get(tuple(words[k].word for k in bare[:3]))
    if fraction is not None and len(bare) > 3 and words[bare[3]].word in SCALES:
        return bare[3], fraction
    return j, 0.0


_HALVED = frozenset(["million", "billion"])


def _scaled(words: list[Token], j: int, value: float) -> tuple[int, int] | None:
    """Apply "hundred", "thousand", "million" and what follows them: "one hundred and twenty", "2 and a half million"."""
    n = len(words)
    j, fraction = _fraction_behind(words, j)
    value += fraction
    while j < n:
        word = words[j].word
        k = j + 1 if word == "-" and j + 1 < n and words[j + 1].word in ("hundred", "thousand", "million", "dozen") else j
        word = words[k].word
        if word == "dozen":
            return k + 1, int(value * 12)
        if word == "score" and value < 20:
            return k + 1, int(value * 20)
        if word not in SCALES or (len(word) <= 2 and words[k].start != words[k - 1].end and word in ("m", "k")):
            break
        if value > 10**15:
            return None
        value, j = value * SCALES[word], k + 1
        rest = j + 1 if j < n and words[j].word == "and" else j
        if rest < n and len(word) > 2:
            more = _spelled(words, rest)
            if more and more[1] < SCALES[word]:
                j2, extra = more
                if j2 < n and words[j2].word == "hundred" and extra < 10 and word != "hundred":
                    extra, j2 = extra * 100, j2 + 1
                    tail = j2 + 1 if j2 < n and words[j2].word == "and" else j2
                    last = _spelled(words, tail) if tail < n else None
                    if last:
                        j2, extra = last[0], extra + last[1]
                value, j = value + extra, j2
    if [w.word for w in words[j : j + 3]] == ["and", "a", "half"] and words[j - 1].word in _HALVED:
        value, j = value + SCALES[words[j - 1].word] / 2, j + 3  # "a million and a half"
    if value != int(value) and value >= 1000:
        value = float(round(value))
    return (j, int(value)) if value == int(value) or value > 0 else None


# Verbs and participles between which and "from 19 to 27" a number goes up or down: the second figure is the one that stands.
RISING = frozenset(
    word_list(
        "rose risen rises rise rising increased increase increases increasing climbed climb climbs grew grown jumped up raised raising raise "
        "revised updated soared swelled doubled tripled went gone down lowered fell fallen dropped reduced shrank shrunk cut"
    )
)


def _risen(words: list[Token], i: int) -> bool:
    """Tell whether the "from" at token ``i`` follows a verb of rising or falling."""
    return any(w.word in RISING for w in words[max(0, i - 6) : i])


def _second(words: list[Token], number: Number) -> int:
    """Return where the second number of a range begins."""
    return next((k + 1 for k in range(number.last - 2, number.first, -1) if words[k].word in ("to", "-", "–", "—")), number.first)


_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def phrase(words: list[Token], i: int) -> Number | None:
    """Return the number phrase that begins at token ``i``, with the words that bound it: "at least 20", "between 10 and 15"."""
    if words[i].word not in _BEGINS and not words[i].word[0].isdigit():
        return None
    n = len(words)
    if words[i].word == "between" and i + 1 < n:
        left = core(words, i + 1)
        if left and left.last + 1 < n and words[left.last].word == "and":
            right = core(words, left.last + 1)
            low = _low_end(words, left, right) if right else None
            if right and low is not None and right.high is not None and low <= right.high:
                return Number(i, right.last, low, right.high, bounded=True, how="range")
            if right and right.low is not None and left.high is not None and not _YEAR.fullmatch(words[i + 1].word):
                return Number(i, right.last, right.low, left.high, bounded=True, how="range", reversed=True)
        return None
    if words[i].word == "over" and i and words[i - 1].word in _OVER_TO:
        return None  # "handed over two brothers"
    k = i
    bound = ""
    about = False
    for _ in range(3):
        if k >= n or words[k].word not in _HEADS:
            break
        for name, phrases in _HEADS[words[k].word]:
            length = _phrase_at(words, k, phrases)
            if length:
                k += length
                bound = name or bound
                about = about or (not name and words[k - length].word not in _MERELY)
                break
        else:
            break
    if k >= n:
        return None
    if bound and words[k].word == "a" and k + 1 < n and words[k + 1].word[0].isdigit():
        k += 1  # "over a 100,000 civilians"
    number = core(words, k)
    if number is None and k > i and words[k].word in ("hundred", "thousand", "million"):
        number = Number(k, k + 1, SCALES[words[k].word], SCALES[words[k].word])  # "more than hundred wounded"
    if number is None:
        return None
    number = _in_figures_too(words, _to(words, number))
    if number.how == "range" and i > 0 and words[i - 1].word in ("from", "by") and k == i and _risen(words, i - 1):
        rest = core(words, _second(words, number))
        if rest is not None and rest.last == number.last:
            return Number(rest.first, rest.last, rest.low, rest.high)  # "rose from 19 to 27": it stands at 27
    if not bound and number.low is not None:
        bound, last = _bound_behind(words, number.last)
        number = replace(number, last=last)
    low, high = number.low, number.high
    how = number.how if number.how != "figure" else "round-plural" if number.vague else "about" if about else "figure"
    if bound == "low" and low is not None:
        high, how = None, "at-least"
    elif bound == "high" and high is not None:
        low, how = None, "at-most"
    return Number(i, number.last, low, high, bounded=bool(bound) or number.bounded, vague=number.vague, how=how)


# Behind these "over" is part of the verb.
_OVER_TO = frozenset(["hand", "hands", "handed", "handing", "turn", "turned", "turning", "ran", "run", "running"])
_OR_MORE: dict[tuple[str, ...], str] = {("or", "more"): "low", ("or", "fewer"): "high", ("or", "less"): "high"}


def _bound_behind(words: list[Token], j: int) -> tuple[str, int]:
    """Return the bound that words behind a number set, and the token after number and bound: "40 or more", "40-plus", "40+".

    Behind the noun they bound the number too, and are no part of it: "40 people or more".
    """
    behind = [w.word for w in words[j : j + 5]]
    if behind[:1] == ["+"] and words[j].start == words[j - 1].end:
        return "low", j + 1
    if behind[:2] == ["-", "plus"]:
        return "low", j + 2
    for noun in range(3):
        bound = _OR_MORE.get(tuple(behind[noun : noun + 2]))
        if bound is not None and behind[noun + 2 : noun + 3] != ["than"]:
            return bound, j + 2 if noun == 0 else j
        if noun < len(behind) and (not behind[noun].isalpha() or behind[noun] in ("and", "or", "to")):
            break
    return "", j


def _in_figures_too(words: list[Token], number: Number) -> Number:
    """Take in the figures behind a number in words: "fifteen (15) soldiers"."""
    j = number.last
    if j + 2 < len(words) and words[j].word == "(" and words[j + 2].word == ")" and number.low == number.high is not None:
        figure = _digits(words[j + 1].word)
        if figure is not None and figure == number.low:
            return replace(number, last=j + 3)
    return number


# "Hundreds, possibly thousands", "dozens if not hundreds": one range.
_HEDGES = frozenset(["possibly", "perhaps", "maybe", "or", "if", "probably"])
_EVEN_MORE = _HEDGES | frozenset([",", "and", "not", "even"])


def _to(words: list[Token], number: Number) -> Number:
    """Extend "10" to "10 to 15", "10-15", "three or four"."""
    j = number.last
    if number.vague and number.low is not None:
        k = j
        while k < min(len(words), j + 4) and words[k].word in _EVEN_MORE:
            k += 1
        more = _vague(words, k) if k < len(words) and {w.word for w in words[j:k]} & _HEDGES else None
        if more is not None and more.low is not None and more.low > number.low:
            return Number(number.first, more.last, number.low, more.high, bounded=True, vague=True, how="range")
    if j + 1 < len(words) and words[j].word in ("to", "-", "–", "—", "or") and number.low is not None:
        right = core(words, j + 1)
        if right and right.high is not None:
            low = _low_end(words, number, right)
            if low is not None and low < right.high:
                vague = number.vague or right.vague
                return Number(number.first, right.last, low, right.high, bounded=True, vague=vague, how="range")
    return number


_ROUND_THOUSANDS = re.compile(r"\d{1,3},000")


def _low_end(words: list[Token], left: Number, right: Number) -> int | None:
    """Return the low end of a range whose scale is told once, behind its high end: "between 1.5 and 2 million", "10-15,000"."""
    low, high = left.low, right.high
    if low is None or high is None or low >= 1000 or _scale_of(words, left.first, left.last) > 1:
        return low
    scale = _scale_of(words, right.first, right.last)
    if scale == 1:
        # "5 to 15,000" are thousands, "1 to 15,000" and "500 to 1,000" are not.
        shared = _ROUND_THOUSANDS.fullmatch(words[right.first].word) is not None and low * 1000 < high <= low * 10_000
        return low * 1000 if shared else low
    said = _digits(words[left.last - 1].word)
    scaled = round((low if said is None else said) * scale)
    return scaled if scaled <= high else low


def _scale_of(words: list[Token], first: int, last: int) -> int:
    return max((SCALES[w.word] for w in words[first:last] if w.word in SCALES), default=1)


def numbers(words: list[Token], accept: Callable[[Number], bool] | None = None) -> list[Number]:
    """Return the number phrases of a token list, left to right, without overlaps."""
    out, i = [], 0
    while i < len(words):
        found = phrase(words, i)
        if found is not None and (accept is None or accept(found)):
            out.append(found)
            i = max(found.last, i + 1)
        else:
            i += 1
    return out


def token_at(words: list[Token], position: int) -> int:
    """Return the index of the first token that ends after a character position."""
    return bisect_left(words, position + 1, key=lambda t: t.end)
