"""Rules for years: as figures, as words and as decades and centuries, before Christ too."""

from __future__ import annotations

from fogline.grounding import timex_words as lexicon
from fogline.grounding.number import CARDINALS, ORDINALS, core
from fogline.grounding.timex_calendar import day_or_none
from fogline.grounding.timex_reader import Found, Reader
from fogline.grounding.word_lists import word_set


def year(r: Reader, i: int) -> Found | None:
    """Read a year that stands as one: "1989", "'89", "1980-88" is two."""
    found = r.year(i)
    if found is None:
        if r.word(i) in ("'", "’", "‘") and r.glued(i + 1) and not r.glued(i) and r.is_number(i + 1, 0, 99, 2) is not None:
            if r.word(i + 2) == "s" and r.glued(i + 2):
                short = r.short_year(i + 1) or 0
                return Found(i + 3, "DATE", f"{short // 10:03d}", day=day_or_none(short // 10 * 10, 1, 1), unit="decade")
            short = r.short_year(i + 1) or 0
            return Found(i + 2, "DATE", f"{short:04d}", day=day_or_none(short, 1, 1), unit="year")
        return None
    if (r.word(i + 1) == "s" and r.glued(i + 1)) or (
        r.word(i + 1) in ("'", "’") and r.word(i + 2) == "s" and r.glued(i + 2) and found % 10 == 0
    ):
        unit = "century" if found % 100 == 0 and not r.narrative and found < 1900 else "decade"
        value = f"{found // 100:02d}" if unit == "century" else f"{found // 10:03d}"
        return Found(i + 2 if r.word(i + 1) == "s" else i + 3, "DATE", value, day=day_or_none(found, 1, 1), unit=unit)
    if not _is_year(r, i, found):
        return None
    return Found(i + 1, "DATE", f"{found:04d}", day=day_or_none(found, 1, 1), unit="year")


def spelled_year(r: Reader, i: int) -> Found | None:
    """Read "nineteen ninety-six", "the year two thousand"."""
    if r.word(i) in ("eighteen", "nineteen", "twenty"):
        number = core(r.words, i + 1) if i + 1 < len(r.words) and r.near(i + 1) else None
        first = CARDINALS[r.word(i)]
        if (
            number
            and number.low
            and 10 <= number.low <= 99
            and r.word(i + 1) in CARDINALS
            and not (first == 20 and number.low < 10)
        ):
            year = first * 100 + number.low
            return Found(number.last, "DATE", f"{year:04d}", day=day_or_none(year, 1, 1), unit="year")
    if r.word(i) == "two" and r.word(i + 1) == "thousand" and r.word(i - 1) == "year":
        return Found(i + 2, "DATE", "2000", day=day_or_none(2000, 1, 1), unit="year")
    return None


def decade(r: Reader, i: int) -> Found | None:
    """Read "the eighties", "the 80s", "the nineteen-sixties"."""
    words = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}
    if r.word(i) in words and r.word(i - 1) not in ("his", "her", "their", "my", "early", "mid", "late", "-"):
        start = r.full_year(words[r.word(i)] * 10)
        return Found(i + 1, "DATE", f"{start // 10:03d}", day=day_or_none(start, 1, 1), unit="decade")
    number = r.is_number(i, 10, 90, 2)
    if (
        number is not None
        and number % 10 == 0
        and r.word(i + 1) == "s"
        and r.glued(i + 1)
        and r.word(i - 1) not in ("his", "her", "their")
    ):
        start = r.full_year(number)
        return Found(i + 2, "DATE", f"{start // 10:03d}", day=day_or_none(start, 1, 1), unit="decade")
    return None


def century(r: Reader, i: int) -> Found | None:
    """Read "19th century", "the twentieth century", "third century BC"."""
    ordinal, j = None, i
    if r.is_number(i, 1, 30) and r.ordinal(i + 1):
        ordinal, j = r.ordinal(i + 1), i + 2
    elif r.word(i) in ORDINALS:
        ordinal, j = ORDINALS[r.word(i)], i + 1
    if ordinal is None:
        return None
    j += r.word(j) == "-"
    if r.word(j) not in ("century", "centuries"):
        return None
    j += 1
    era = _era(r, j)
    if era:
        return Found(era[1], "DATE", f"BC{ordinal - 1:02d}" if era[0] else f"{ordinal - 1:02d}")
    when = day_or_none((ordinal - 1) * 100 or 1, 1, 1)
    return Found(j, "DATE", f"{ordinal - 1:02d}", day=when, unit="century")


def era_year(r: Reader, i: int) -> Found | None:
    """Read "241 BC", "AD 70"."""
    lead = _era(r, i)
    if lead and r.word(i) in ("ad", "a"):
        number = r.is_number(lead[1], 1, 2100)
        if number:
            return Found(lead[1] + 1, "DATE", f"{number:04d}", day=day_or_none(number, 1, 1), unit="year")
    number = r.is_number(i, 1, 9999)
    if number is None:
        return None
    era = _era(r, i + 1)
    if era is None or not r.near(i + 1):
        return None
    if era[0]:
        return Found(era[1], "DATE", f"BC{number:04d}")
    return Found(era[1], "DATE", f"{number:04d}", day=day_or_none(number, 1, 1), unit="year")


def relative_year(r: Reader, j: int) -> tuple[int, int] | None:
    """Read the "last year" of "August last year", "of that year", "the following year"."""
    ago = r.amount(j) if r.near(j) and r.anchor is not None else None
    if ago is not None and r.word(ago[1]) in ("year", "years") and r.word(ago[1] + 1) == "ago" and r.anchor is not None:
        n = ago[0]
        return (r.anchor.year - int(n), ago[1] + 2) if n is not None and n == int(n) and 0 < n < r.anchor.year else None
    j += r.word(j) == "of"
    j += r.word(j) == "the"
    word = r.word(j)
    if r.word(j + 1) != "year" or not r.near(j):
        return None
    leaning = word in ("that", "same", "following", "previous", "preceding")
    anchor = (r.reference or r.anchor) if leaning or r.narrative else r.anchor
    step = {"last": -1, "this": 0, "next": 1, "that": 0, "same": 0, "following": 1, "previous": -1, "preceding": -1}.get(word)
    if anchor is None or step is None or not 1 <= anchor.year + step <= 9999:
        return None
    return anchor.year + step, j + 2


def _is_year(r: Reader, i: int, found: int) -> bool:
    before, after = r.word(i - 1), r.word(i + 1)
    if r.glued(i) and before in ("$", "£", "€", "#", ":", ".", "_", "/", "@"):
        return False
    if (
        r.glued(i)
        and before in ("-", "–")
        and r.word(i - 2)
        and r.glued(i - 1)
        and not r.word(i - 2)[:1].isdigit()
        and r.word(i - 2) not in ("mid", "pre", "post", "early", "late", "may", "september", "october", "february")
    ):
        return False
    if (
        r.glued(i + 1)
        and after
        and after not in (",", ".", ";", ")", "]", "-", "–", "'", "’", "?", "!", '"', "”", "/", ":", "—", "(")
    ):
        return False
    if (
        after in ("-", "–")
        and r.glued(i + 1)
        and r.glued(i + 2)
        and r.word(i + 2) in ("strong", "km", "mile", "foot", "pound", "square")
    ):
        return False
    if before in ("$", "£", "€", "us$") or after in (
        "gmt",
        "hours",
        "%",
        "percent",
    ):
        return False
    if _bears_a_number(r, i - 1) or (r.near(i + 1) and _counts(r, i, found)):
        return False
    if before == "at" and not r.narrative:
        return False
    if (
        after
        and after[0].isalpha()
        and r.near(i + 1)
        and before in _COUNT_LEADS
        and before not in ("of", "to")
        and not r.capital(i + 1)
    ):
        return False
    far = r.anchor is not None and not r.narrative and not r.anchor.year - 150 <= found <= r.anchor.year + 60
    if far and before not in ("in", "since", "until", "year", "from", "by"):
        return False
    plural_noun = (
        after.endswith("s")
        and after.isalpha()
        and len(after) > 3
        and after not in ("was", "this", "his", "has", "elections", "olympics", "always")
        and r.near(i + 1)
    )
    return not (plural_noun and not r.capital(i + 1) and before not in _YEAR_LEADS and not r.all_caps)


_COUNT_LEADS = word_set(
    "of some about around approximately nearly almost over than least most roughly only another estimated total killing "
    "killed wounding wounded injured injuring least no $ £ € # to"
)
_YEAR_LEADS = word_set(
    "in since until till by during before after from early late mid of between through year for the , ( - and to"
)


def _bears_a_number(r: Reader, k: int) -> bool:
    """Tell whether token ``k`` is what the number behind it belongs to: "Resolution 1973", "resolutions 1970 and 1973", "No. 1990"."""
    if r.word(k) == "." and r.glued(k):
        return r.word(k - 1) in ("no", "nos", "nr")
    while r.word(k) in ("and", ",", "or") and r.year(k - 1) is not None:
        k -= 2
    k -= r.word(k) in ("no", "nos", "nr") and r.word(k - 1) in lexicon.NUMBERED
    return r.word(k) in lexicon.NUMBERED


def _counts(r: Reader, i: int, found: int) -> bool:
    """Tell whether a number of four figures at ``i`` counts people or measures: "lost 2000 men", not "in 2016 men left", "the 2015 attackers"."""
    if r.word(i + 1) in lexicon.MEASURES:
        return not r.capital(i + 1)
    if r.word(i + 1) not in lexicon.COUNTED:
        return False
    # Behind an article counts of people are round.
    return r.word(i - 1) not in _OPENS_A_CLAUSE and not (r.word(i - 1) == "the" and found % 50)


_OPENS_A_CLAUSE = word_set("in since during until")


def _era(r: Reader, i: int) -> tuple[bool, int] | None:
    """Return (before Christ, next token) of "BC", "B.C.", "AD", "CE"."""
    word = r.word(i)
    if word in ("bc", "bce", "ad", "ce") and (r.raw(i).isupper()):
        return word.startswith("bc") or word == "bce", i + 1
    if word in ("b", "a") and r.word(i + 1) == "." and r.word(i + 2) in ("c", "d") and r.glued(i + 2) and r.raw(i).isupper():
        j = i + 3
        j += r.word(j) == "."
        return word == "b", j
    return None
