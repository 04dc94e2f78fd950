"""Days and lengths that a demand, a promise or a fear sets ahead, though it was told as done: "gave them ten days to leave", "must go by Friday"."""

from __future__ import annotations

import re

from fogline.grounding.stretch import Length
from fogline.grounding.time_phrase import CLOCK_ONLY, WEEKDAY, Phrase
from fogline.grounding.timex import Timex
from fogline.grounding.timex_calendar import WEEKDAYS
from fogline.reading.reading import Modality

__all__ = ["HOUR_OF_A_WEEKDAY", "day_is_set_ahead", "length_is_set_ahead"]

# "Friday", "noon on Friday".
HOUR_OF_A_WEEKDAY = re.compile(rf"(?:(?:{CLOCK_ONLY.pattern}) (?:on )?)?(?:{WEEKDAY.pattern})")


def day_is_set_ahead(phrase: Phrase, timex: Timex) -> bool:
    """Tell whether the words before a day set it for what shall be: "gave him until Sunday", "must go by Friday", "called a strike for Monday".

    A weekday that was yesterday or the day before, or is the report's own, is no such day any more.
    """
    words, published = timex.span.of(phrase.text).lower(), phrase.published_on
    named = next((n for name, n in WEEKDAYS.items() if name in words), None) if HOUR_OF_A_WEEKDAY.fullmatch(words) else None
    if named is not None and published is not None and (published.weekday() - named) % 7 < _JUST_OVER:
        return False
    before = phrase.text[max(0, timex.span.start - _REACH) : timex.span.start].rstrip()
    if any(found.search(before) is not None for found in (_UNTIL, _MUST, _IS_TO)):
        return True
    if named is not None and (_CALLED_FOR.search(before) or (CLOCK_ONLY.match(words) and _TO_STOP.search(before))):
        return True
    return phrase.modality is Modality.POSSIBLE and _MAY.search(before) is not None and _BY.search(before) is not None


def length_is_set_ahead(phrase: Phrase, timex: Timex, length: Length) -> bool:
    """Tell whether a length runs from the report on: "gave them ten days to leave", "could hold out for 90 days", "will last a week"."""
    before = phrase.text[max(0, timex.span.start - _REACH) : timex.span.start]
    if _PAST_ONE.match(timex.span.of(phrase.text)) is not None:
        return False
    given = _GIVEN.search(before)
    if given is not None:
        # "Gave him ten years", a sentence, has nothing to do behind it.
        if _TO_DO.match(phrase.text, timex.span.end) is not None:
            return True
        if length.unit in ("hour", "day", "week") and _ENDS.match(phrase.text, timex.span.end) is not None:
            return True
    if _HAS.search(before) is not None and _TO_DO.match(phrase.text, timex.span.end) is not None:
        return True
    if phrase.modality is Modality.POSSIBLE:
        return _MAY_IN.search(before) is not None and _FIRST_SINCE.search(before) is None
    return phrase.modality is not Modality.NEGATED and _WILL_LAST.search(before) is not None


# "Could be the deadliest attack in ten years" looks back.
_FIRST_SINCE = re.compile(r"\b(?:be|been) (?:the|one of|those|behind)\b", re.IGNORECASE)
_JUST_OVER, _REACH = 3, 80  # days, characters
_GIVE = r"\b(?:gave|gives?|given|giving|grant(?:s|ed|ing)?)\b"
# What is given for a time is no term: shelter, food, a speech. "Gave up", "gave way".
_NO_TERM = r"(?:up|in|way|out|off|to|shelter|refuge|cover|food|water|help|aid|evidence|birth|chase|fire|orders?|for|after|within|over|during|of|at|on|from|with)"
_UNTIL = re.compile(rf"{_GIVE}(?: (?!{_NO_TERM}\b)[\w’'-]+){{1,5}} (?:until|till)(?: the)?\Z", re.IGNORECASE)
_GIVEN = re.compile(rf"{_GIVE}(?: (?!{_NO_TERM}\b)[\w’'-]+){{0,5}}\s+\Z", re.IGNORECASE)
_MUST = re.compile(
    r"\b(?:must|ha(?:ve|s) to)\b(?! have\b)[^.;:!?,\n]{1,60} (?:by|before|until|till|no later than)(?: the)?\Z", re.IGNORECASE
)
_IS_TO = re.compile(
    r"\b(?:is|are) to (?!have\b|blame\b)(?![^.;:!?,\n]* (?:over|for|killed|wounded|died|attacks?|shelling|killings?|deaths?|bombing|raids?|shooting)\b)[a-z][^.;:!?,\n]{1,50} (?:by|before|until|till|on)(?: the)?\Z",
    re.IGNORECASE,
)
_CALLED_FOR = re.compile(
    r"\b(?:call(?:s|ed|ing)?|summon(?:s|ed)|decree[sd]|proclaim(?:s|ed)|announc(?:es|ed)|conven(?:es|ed))\b"
    r"(?: (?!for\b|responsib|to\b|arrests?\b|claim)[\w’'“”\"-]+){1,9} for(?: the)?\Z"
    r"|\binvit(?:es?|ed|ing)\b[^.;:!?,\n]{1,50} to (?:an?|the|its|their) (?:[\w-]+ )?(?:meeting|talks|conference|summit|session|parley)(?: in [\w’'-]+)? on\Z",
    re.IGNORECASE,
)
_TO_STOP = re.compile(
    r"\bcall(?:s|ed|ing)? (?:for|on)\b[^.;:!?,\n]{1,40} to [^.;:!?,\n]{1,40} (?:at|by|from|before)\Z", re.IGNORECASE
)
_MAY = re.compile(
    r"\b(?:could|may|might|can|would|will)\b(?! have\b)(?! be(?:en)? (?:the|behind)\b)[^.;:!?,\n]{1,70}\Z", re.IGNORECASE
)
_BY = re.compile(r"\b(?:by|before)(?: the)?\Z", re.IGNORECASE)
_ABOUT = r"(?: (?:about|around|some|only|just|another|a further|at least|up to|more than|less than|as little as|the next))*"
_MAY_IN = re.compile(
    rf"\b(?:could|may|might|can|would)\b(?! have\b)[^.;:!?,\n]{{1,70}}\b(?:in|for|within){_ABOUT}\s+\Z", re.IGNORECASE
)
_WILL_LAST = re.compile(rf"\b(?:will|shall)(?: \w+ly| only)? (?:last|hold out|do)(?: them| us| for)?{_ABOUT}\s+\Z", re.IGNORECASE)
_HAS = re.compile(rf"\b(?:has|have){_ABOUT}\s+\Z", re.IGNORECASE)
_TO_DO = re.compile(r"\s+(?:to (?!(?:the|a|an|its|his|her|their)\b)[a-z]|in which to\b|(?:of|['’]) notice\b)", re.IGNORECASE)
# The clause is over.
_ENDS = re.compile(r"\s*(?:[.;:!?,”\"]|and\b|or\b|to\b|but\b|\Z)", re.IGNORECASE)
_PAST_ONE = re.compile(r"(?:the |these )?(?:past|last|previous|recent)\b", re.IGNORECASE)
