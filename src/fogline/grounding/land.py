"""How much land a number states, in square kilometres."""

from __future__ import annotations

import re

from fogline.grounding.number import Number, Token

SQUARE_MILE_KM2 = 2.589988


def area_km2(words: list[Token], number: Number) -> tuple[int | None, int | None, int, str] | None:
    """Return an area in km², the token after it and how it came about, if the number states one."""
    rest = [w.word for w in words[number.last : number.last + 4]]
    factor, length = 0.0, 0
    if rest[:1] == ["-"]:
        rest, length = rest[1:], 1
    if len(rest) >= 2 and rest[0] in ("square", "sq"):
        skip = 2 if rest[1] == "." and len(rest) > 2 else 1
        unit = rest[skip]
        factor = {"k": 1.0, "m": SQUARE_MILE_KM2}.get(unit[:1], 0.0) if unit.startswith(("kilom", "km", "mile", "mi")) else 0.0
        length += skip + 1
    elif rest[:1] and rest[0] in ("km2", "km²"):
        factor, length = 1.0, length + 1
    elif len(rest) >= 2 and rest[0] == "km" and rest[1] in ("2", "²"):
        factor, length = 1.0, length + 2
    if not factor:
        return None
    decimal = _decimal(words, number)
    low = None if number.low is None else round((decimal or number.low) * factor)
    high = None if number.high is None else round((decimal or number.high) * factor)
    return low, high, min(number.last + length, len(words)), number.how if factor == 1.0 else "converted"


def _decimal(words: list[Token], number: Number) -> float | None:
    plain = words[number.last - 1].word
    return float(plain) if re.fullmatch(r"\d+\.\d+", plain) and plain.isascii() else None
