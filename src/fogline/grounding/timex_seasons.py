"""Rules for parts of a year and for years of account: seasons, quarters, halves, "fiscal 1989"."""

from __future__ import annotations

from datetime import date

from fogline.grounding.number import ORDINALS
from fogline.grounding.timex_calendar import SEASONS, day_or_none, month_near
from fogline.grounding.timex_reader import Found, Reader
from fogline.grounding.timex_years import relative_year, spelled_year


def season(r: Reader, i: int) -> Found | None:
    """Read "summer", "the autumn of 2014", "winter 1917-18"."""
    word = r.word(i)
    code = SEASONS.get(word)
    if code is None:
        return None
    j = i + 1
    k = j + (r.word(j) in ("of", ","))
    stated, last = r.year(k), k + 1
    if stated is None and (spelled := spelled_year(r, k)) is not None and spelled.day is not None:
        stated, last = spelled.day.year, spelled.last
    if stated:
        return Found(
            last,
            "DATE",
            f"{stated:04d}-{code}",
            day=day_or_none(stated, {"SP": 4, "SU": 7, "FA": 10, "WI": 12}[code], 1),
            unit="season",
        )
    relative = relative_year(r, j)
    if relative is not None:
        of_year, last = relative
        when = day_or_none(of_year, {"SP": 4, "SU": 7, "FA": 10, "WI": 12}[code], 1)
        return Found(last, "DATE", f"{of_year:04d}-{code}", day=when, unit="season")
    led = (r.narrative and word in ("winter", "summer", "autumn")) or r.word(i - 1) in (
        "in",
        "the",
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
        "-",
        "since",
        "by",
        "until",
        "following",
        "that",
        "during",
        "previous",
    )
    fallen = word == "fall" and (r.word(j) == "of" or not r.narrative or r.word(i - 1) != "the")
    if not led or (fallen and r.word(i - 1) in ("the", "in", "this", "-", "that")) or (word == "spring" and r.word(i - 1) == "-"):
        return None
    if (r.word(j) == "offensive" and not r.narrative) or (
        word == "spring" and r.word(i - 1) == "the" and r.word(i - 2) == "arab"
    ):
        return None
    anchor = r.reference if r.narrative and r.reference else r.anchor
    if anchor is None:
        return Found(j, "DATE", f"XXXX-{code}")
    when = _season_near(anchor, code, r.tense(i, j) > 0 and not r.narrative, r.narrative)
    return Found(j, "DATE", f"{when.year:04d}-{code}", day=when, unit="season")


def quarter(r: Reader, i: int) -> Found | None:
    """Read "third quarter", "the first half of 1989", "third-quarter"."""
    if r.word(i) == "fiscal":
        return quarter(r, i + 1 + (r.word(i + 1) == "-"))
    number = ORDINALS.get(r.word(i)) or (r.ordinal(i + 1) if r.is_number(i, 1, 4) else None)
    if number is None or number > 4:
        return None
    j = i + 1 if r.word(i) in ORDINALS else i + 2
    j += r.word(j) == "-"
    if r.word(j) in ("and", "or", "to") and r.word(j + 1) in ORDINALS and r.word(j + 2) in ("quarter", "quarters") and r.anchor:
        when = day_or_none(r.anchor.year, 3 * number - 2, 1)
        return Found(j, "DATE", f"{r.anchor.year:04d}-Q{number}", day=when, unit="quarter")
    if r.word(j) not in ("quarter", "half", "quarters") or (r.word(j) == "half" and number > 2):
        return None
    if r.word(j) == "quarters" and r.word(i - 1) not in ("and", "or", "to"):
        return None
    code = ("H" if r.word(j) == "half" else "Q") + str(number)
    j += 1
    k = j + (r.word(j) in ("of", ","))
    k += r.word(k) == "fiscal"
    stated = r.year(k)
    if (
        stated is None
        and r.word(j) in ("of",)
        and r.word(j + 1) in ("this", "last", "next")
        and r.word(j + 2) == "year"
        and r.anchor
    ):
        stated = r.anchor.year + {"this": 0, "last": -1, "next": 1}[r.word(j + 1)]
        k = j + 2
    if stated is None:
        if code[0] == "H":
            return None
        if r.anchor is None:
            return Found(j, "DATE", f"XXXX-{code}")
        stated = r.anchor.year - (r.anchor.month < 3 * number - 2 and r.tense(i, j) <= 0)
        k = j - 1
    month = 3 * number - 2 if code[0] == "Q" else 6 * number - 5
    return Found(k + 1, "DATE", f"{stated:04d}-{code}", day=day_or_none(stated, month, 1), unit="quarter")


def fiscal(r: Reader, i: int) -> Found | None:
    """Read "fiscal 1989", "the 1990 fiscal year", "FY 1989"."""
    if r.word(i) in ("fiscal", "fy"):
        j = i + 1 + (r.word(i + 1) == "year")
        stated = r.year(j)
        if stated:
            part = ORDINALS.get(r.word(j + 1), 0)
            if 1 <= part <= 4 and r.word(j + 2) == "quarter":
                when = day_or_none(stated, 3 * part - 2, 1)
                return Found(j + 3, "DATE", f"{stated:04d}-Q{part}", day=when, unit="quarter")
            return Found(j + 1, "DATE", f"{stated:04d}", day=day_or_none(stated, 1, 1), unit="year")
        if r.word(i + 1) == "year" and r.word(i - 1) in ("this", "the") and r.anchor:
            return Found(i + 2, "DATE", f"{r.anchor.year:04d}", day=r.anchor, unit="year")
    stated = r.year(i)
    if stated and r.word(i + 1) in ("fiscal", "financial") and r.word(i + 2) == "year":
        return Found(i + 3, "DATE", f"{stated:04d}", day=day_or_none(stated, 1, 1), unit="year")
    return None


def _season_near(anchor: date, code: str, future: bool, same_year: bool) -> date:
    month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    found = anchor.year if same_year else month_near(anchor, month, future)
    return date(max(found, 1), month, 1)
