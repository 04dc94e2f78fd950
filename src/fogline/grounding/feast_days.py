"""The days of feasts and fasts: "during Ramadan", "on Eid al-Adha"."""

from __future__ import annotations

import re

from fogline.grounding.grounding import DateBasis
from fogline.grounding.time_phrase import Days, Phrase
from fogline.grounding.timex_calendar import ISLAMIC, feast_near, plus_days
from fogline.reading.reading import Modality


def feast_days(phrase: Phrase) -> Days | None:
    """Read "during Ramadan", "on Eid al-Adha", "since Ashura" by the tabular calendar; the moon as sighted may differ by a day."""
    match, published = _FEAST.search(phrase.words), phrase.published_on
    if match is None or published is None or any(c.isdigit() for c in phrase.words):
        return None
    name = {"ramzan": "ramadan", "eid": f"eid al {match[2] or ''}".strip()}.get(match[1], match[1])
    tense = 1 if phrase.modality is Modality.PLANNED else -1 if phrase.modality is Modality.ACTUAL else 0
    options = [f for n in ISLAMIC if n.startswith(name) and (f := feast_near(published, n, tense)) is not None]
    if not options:
        return None
    first, last = min(options, key=lambda f: abs((published - f[0]).days))
    how = "by the tabular calendar, from which the moon as sighted may differ by a day"
    lead = phrase.lead(phrase.timexes[0]) if phrase.timexes else phrase.words[: match.start()]
    lead = f"{lead} {phrase.words[: match.start()]}"
    part = re.search(
        r"\b(first|last) (day|week)s? of (?:the )?(?:holy month of |month of |holiday of )?$", phrase.words[: match.start()]
    )
    if part is not None:
        size = (
            plus_days(first, 6 if part[2] == "week" else 0)
            if part[1] == "first"
            else plus_days(last, -6 if part[2] == "week" else 0)
        )
        first, last = (first, size) if part[1] == "first" else (size, last)
    if re.search(r"\b(?:since|from)\b", lead):
        return first, None if phrase.ahead else published, DateBasis.RESOLVED, how
    if re.search(r"\b(?:before|until|till|ahead of|prior to|by)\b", lead):
        return published if phrase.ahead else None, plus_days(first, -1), DateBasis.RESOLVED, how
    if re.search(r"\bafter\b", lead):
        return plus_days(last, 1), None if phrase.ahead else published, DateBasis.RESOLVED, how
    if first <= published < last and phrase.modality is Modality.ACTUAL:
        last = published
    return first, last, DateBasis.RESOLVED, how


_FEAST = re.compile(r"\b(ramadan|ramzan|eid|ashura|muharram)\b(?:[ -](?:al|ul)[ -](fitr|adha))?")
