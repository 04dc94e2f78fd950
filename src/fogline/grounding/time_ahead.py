"""Whether a date told without its year lies behind the report or ahead of it: "the elections of 12 November will be held"."""

from __future__ import annotations

import re
from datetime import date

from fogline.grounding.terms_set import day_is_set_ahead
from fogline.grounding.time_phrase import DAY_AND_MONTH, FEW_EXPRESSIONS, WEEKDAY, Phrase, names_its_year
from fogline.grounding.time_terms import is_put_off
from fogline.grounding.times_of_others import stands_behind_a_saying
from fogline.grounding.timex import Timex
from fogline.grounding.timex_calendar import DAYS_EARLY, DAYS_LATE, MONTHS, WEEKDAYS, plus_days
from fogline.reading.reading import Modality


def will_be(phrase: Phrase) -> bool:
    """Tell whether the words around any date of a phrase say that it lies ahead."""
    return any(lies_ahead(phrase, t) for t in phrase.timexes[:FEW_EXPRESSIONS])


def lies_ahead(phrase: Phrase, timex: Timex) -> bool:
    """Tell whether the words around a date say that it lies ahead, whatever the claim is taken to be."""
    before = phrase.text[max(0, timex.span.start - 70) : timex.span.start].rstrip()
    due = _DUE.search(before) is not None and not _is_behind(phrase, timex)
    if (
        due
        or _CALLED_FOR.search(before) is not None
        or _is_fixed_for(phrase, before)
        or day_is_set_ahead(phrase, timex)
        or is_put_off(phrase.text, timex.span, phrase.published_on)
    ):
        return True
    found = _WILL.match(phrase.text, timex.span.end, timex.span.end + 90)
    told_then = phrase.of_the_saying or _HAPPENED_ON.search(before) is not None or stands_behind_a_saying(phrase.text, timex.span)
    return found is not None and _SAYS.search(found["between"]) is None and not told_then


def _is_fixed_for(phrase: Phrase, before: str) -> bool:
    """Tell whether what is only possible is called or planned "for" a day: "the strike called for Wednesday may be small"."""
    return phrase.modality is Modality.POSSIBLE and _FIXED_FOR.search(before) is not None


_FIXED_FOR = re.compile(r"\b(?:called|set|scheduled|planned|announced|convened|fixed) for(?: the| next)?\Z", re.IGNORECASE)


def _is_behind(phrase: Phrase, timex: Timex) -> bool:
    """Tell whether a weekday that something was due on is rather the last than the next: one of the next two days lies ahead."""
    words = timex.span.of(phrase.text).lower()
    named = next((n for name, n in WEEKDAYS.items() if name in words), None) if WEEKDAY.fullmatch(words) else None
    published = phrase.published_on
    return named is not None and (published is None or (named - published.weekday()) % 7 not in (1, 2))


def is_of_the_plan(phrase: Phrase, timex: Timex) -> bool:
    """Tell whether a date in the words of a plan is the day it is for, and not that of the saying, of the order, or of the paper it rests on.

    What has been planned "since January" goes back to the January that was.
    """
    if phrase.modality is not Modality.PLANNED or phrase.of_the_saying or was_ordered(phrase, timex):
        return False
    before = phrase.text[max(0, timex.span.start - 40) : timex.span.start]
    return _SINCE.search(before) is None and _OF_A_PAPER.search(before) is None


_SINCE = re.compile(r"\bsince(?: the| early| late| mid-?| at least)*\s*\Z", re.IGNORECASE)
# "The decision of 15 April orders them to leave": papers are dated by the day that they were written.
_OF_A_PAPER = re.compile(
    r"\b(?:decisions?|orders?|decrees?|laws?|letters?|resolutions?|rulings?|verdicts?|statements?|memorand(?:um|a)|warrants?) of(?: the)?\s*\Z",
    re.IGNORECASE,
)


def runs_on(phrase: Phrase, timex: Timex) -> bool:
    """Tell whether a date ends what runs on to it, and so may lie ahead of what is told: "extended until 7 October", "demanded it by May"."""
    lead = phrase.lead(timex)
    return _RUNS_ON.search(lead) is not None or (phrase.sets_a_term() and _BY.search(lead) is not None)


_BY = re.compile(r"\b(?:by|no later than)(?: the)?$")


def was_ordered(phrase: Phrase, timex: Timex) -> bool:
    """Tell whether a verb of ordering in the past, with what it ordered, stands right before a date: the date is the order's.

    So is that of what somebody "is understood to have" done.
    """
    before = phrase.text[max(0, timex.span.start - 90) : timex.span.start].rstrip()
    return any(found.search(before) is not None for found in (_ORDERED, _MADE_THEN, _HAS_DONE))


def may_come(phrase: Phrase, end: date, published: date) -> bool:
    """Tell whether what is only possible lies in the next month of a name, and not in the last: "may flee in February", told in December."""
    before = phrase.text[max(0, phrase.span.start - 80) : phrase.span.start]
    return (
        phrase.modality is Modality.POSSIBLE
        and not phrase.of_the_saying
        and (published - end).days > 183
        and re.search(r"\b(?:have|had|was|were)\b", before) is None
    )


def years_off(phrase: Phrase, timex: Timex, published: date) -> int:
    """Return by how many years a day named without one is moved: what has happened lies behind the report, what is planned ahead.

    All such days of a phrase are moved together, so that a range keeps its order.
    """
    if _yearless_day(phrase, timex) is None or any(names_its_year(phrase, t) for t in phrase.timexes[:FEW_EXPRESSIONS]):
        return 0
    days = [day for t in (timex, *phrase.timexes[:FEW_EXPRESSIONS]) if (day := _yearless_day(phrase, t)) is not None]
    early, late = min(days), max(days)
    told_ahead = lies_ahead(phrase, timex)
    happened = (phrase.modality is Modality.ACTUAL or phrase.of_the_saying) and not told_ahead
    if happened and early > plus_days(published, DAYS_EARLY) and not runs_on(phrase, timex):
        return -1
    if is_of_the_plan(phrase, timex) or told_ahead or may_come(phrase, late, published):
        return 1 if plus_days(published, -366) < late < plus_days(published, -DAYS_LATE) else 0
    return 0


# What still runs may end on a day to come: "the truce was extended until 7 October".
_RUNS_ON = re.compile(r"\b(?:until|till|through|up to|ahead of)(?: the)?$")


def _yearless_day(phrase: Phrase, timex: Timex) -> date | None:
    """Return the day of "October 7" whose year was worked out, and of the 3 of "3-5 March"; None of any other time.

    Where a weekday bears the year out it is none either.
    """
    words = timex.span.of(phrase.text).lower()
    value = re.match(r"\d{4}-\d\d-\d\d", timex.value or "")
    if value is None or "year" in words or names_its_year(phrase, timex):
        return None
    day = date.fromisoformat(value[0])
    if BARE_DAY.fullmatch(words):
        return day
    said = DAY_AND_MONTH.search(words)
    if said is None or day.month != MONTHS.get(said[2] or said[4]) or day.day != int(said[1] or said[5]):
        return None
    named = next((n for name, n in WEEKDAYS.items() if name in words), None)
    return None if named == day.weekday() else day


BARE_DAY = re.compile(r"(?:the )?\d{1,2}(?:st|nd|rd|th)?")
# Behind a date, in its own clause: "the elections of 12 November will be held".
_WILL = re.compile(
    r"(?P<between>[^.;:!?,\n]{0,60}?)(?:(?<!-)\b(?:will|shall|(?:is|are|was|were|still|now) (?:due|scheduled|slated|set|planned)(?: to| for))|,? to be held)\b",
    re.IGNORECASE,
)
# Right before it: "the vote due on 12 November", "scheduled for November". News of a Saturday tells of "a rally scheduled for
# Friday" that was, news of a Thursday of one that will be; with "called for protests from Friday" the day lies ahead.
_DUE = re.compile(
    r"\b(?:due|scheduled|slated)(?: to \w+(?: \w+)?)?(?: on| in| for| by)?(?: the)?\Z",
    re.IGNORECASE,
)
_CALLED_FOR = re.compile(r"\bcall(?:s|ed|ing)? for\b[^.;:!?,\n]{1,40} from\Z", re.IGNORECASE)
_HAPPENED_ON = re.compile(
    r"\b(?:\w{3,}ed|held|shot|hit|killed|fell|took|died|began|broke out|was|were|slain) (?:there |here )?(?:on|in)(?: the)?\Z",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:said|says?|saying|told|announced|that|who|which|whose|after|when|while|and|but)\b", re.IGNORECASE)
# "Ordered a mobilisation in February": the order was given then. What is announced, promised or ordered "to" be done may lie ahead.
_ORDERED = re.compile(
    r"\b(?:ordered|decreed|declared|approved|authori[sz]ed|signed|imposed|launched|began|started|issued|passed|adopted"
    r"|recogni[sz]ed|ended|freed|met|voted|pledged|promised|agreed|offered)\b"
    r"(?![^.;:!?,\n]* (?:to|for|from|until) )[^.;:!?,\n]{1,50} (?:in|on)\Z",
    re.IGNORECASE,
)
# "The order, issued on Wednesday", "a road map agreed in June", but not "to be signed on Wednesday".
_MADE_THEN = re.compile(
    r"(?<!\bbe )(?<!\bbeing )\b(?:issued|agreed|reached|signed|adopted|passed|approved|concluded|struck) (?:on|in)(?: the)?\Z",
    re.IGNORECASE,
)
_HAS_DONE = re.compile(
    r"\b(?:understood|believed|thought|said|reported|known|alleged) to have\b(?! (?:planned|prepared|scheduled|agreed|promised|been planning)\b)[^.;:!?,\n]{1,50}\Z",
    re.IGNORECASE,
)
