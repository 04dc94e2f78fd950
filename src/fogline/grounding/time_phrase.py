"""A time phrase: the words that tell when, with the expressions in them and what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from fogline.grounding.grounding import DateBasis
from fogline.grounding.happenings import HAPPENING
from fogline.grounding.stretch import Stretch, stretch_of
from fogline.grounding.timex import Timex
from fogline.grounding.timex_calendar import WEEKDAYS
from fogline.reading.reading import Modality
from fogline.span import Span

# The first and the last day, how surely they are known, and how they were worked out.
Days = tuple[date | None, date | None, DateBasis, str]
# A time phrase holds two or three expressions; the cap keeps a phrase that runs over pages linear.
FEW_EXPRESSIONS = 12
# How far back a day may stand that "at dawn" or "since then" leans on, in characters.
LEAN_CHARACTERS = 300
# How a time was worked out that is counted from something without a day.
NOT_DATED_HERE = "counted from an event that is not dated here, so some time up to the report"
# How far back in the same paragraph an hour goes on about a day: "on 5 December … By 9 a.m. … Around noon …".
_HOURS_OF_A_PARAGRAPH = 600
# How far around a length or a month the words stand that say of what it is a part.
PART_CHARACTERS = 60
# An hour with no day of its own: "at dawn", "9.30 a.m.".
CLOCK_ONLY = re.compile(
    r"(?:midnight|noon|dawn|dusk|midday|nightfall|daybreak|sunset|sunrise|midmorning|midafternoon)"
    r"|\d{1,4}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?| ?h| ?hrs| ?hours)?(?: (?:gmt|utc|local(?: time)?|in the (?:morning|afternoon|evening)))?"
)
HOUR = re.compile(rf"overnight|{CLOCK_ONLY.pattern}")
# A weekday alone, or a part of it: "Monday", "late Monday", "Monday night".
WEEKDAY = re.compile(rf"(?:(?:early|late) )?(?:{'|'.join(WEEKDAYS)})(?: (?:morning|afternoon|evening|night))?")
# So long after something: "two days later", "the next morning".
LATER_ON = re.compile(
    r"\b(?:later|after|afterwards?)$|^the (?:next|following) (?:day|morning|night|evening|afternoon|week|month)$"
)
# "7 October", "October 7, 2023".
DAY_AND_MONTH = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?([a-z]{3,9})\.?,? ?(\d{4})?|\b([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?\b(?:,? (\d{4}))?"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that tell when, the expressions in them, and the report's date they are resolved against.

    ``told_before`` is the last day the text named before them: what "two
    days later" counts from. ``following`` are expressions right behind
    them: "two days after" leans on the Sunday of "Sunday's raid".
    """

    text: str
    span: Span
    timexes: tuple[Timex, ...]
    published_on: date | None
    modality: Modality
    told_before: Timex | None = None
    following: tuple[Timex, ...] = ()
    # The last stretch of the calendar named before them, be it a day, a month or a year.
    dated_before: Timex | None = None
    # What happened "when …" behind "since early 2014" happened then, and not ever since.
    at_the_moment: bool = False
    # "In January officials said troops would stay": the time is the saying's, and does not lie ahead.
    of_the_saying: bool = False
    claim_type: str = ""

    @property
    def words(self) -> str:
        """The phrase itself, in small letters."""
        return self.text[self.span.start : self.span.end].lower()

    def lead(self, timex: Timex) -> str:
        """Return the words before an expression; outside the phrase only a preposition right before it counts."""
        begin = max(0, self.span.start - 14)
        if self.text[timex.span.end : timex.span.end + 2] in ("'s", "’s"):
            # "by Saturday's attack": the preposition belongs to the attack.
            begin = self.span.start
        outside = re.search(
            r"\b(since|until|till|by|before|within|for)\s+(?:the\s+)?$", self.text[begin : self.span.start].lower()
        )
        inside = self.text[max(min(self.span.start, timex.span.start), timex.span.start - 200) : timex.span.start].lower()
        return f"{outside[1] if outside else ''} {inside}".strip()

    @property
    def ahead(self) -> bool:
        """Whether the claim is of what is planned or only possible."""
        return self.modality in (Modality.PLANNED, Modality.POSSIBLE)

    def sets_a_term(self) -> bool:
        """Tell whether the claim is of what shall be done: what is demanded or threatened "within 20 days" lies ahead, though it was said."""
        return self.ahead or self.claim_type in _SETS_A_TERM


_SETS_A_TERM = frozenset({"threaten", "request", "agree"})


def names_its_year(phrase: Phrase, timex: Timex) -> bool:
    """Tell whether an expression names its year itself."""
    return _YEAR_TOLD.search(timex.span.of(phrase.text).lower()) is not None


# Four figures are a year unless they are an hour; two are one in "3.5.18", "3 Jan 90" and "May '89", not in "December 20".
_YEAR_TOLD = re.compile(
    r"\b(?:1[0-9]|20)\d\d\b(?! ?(?:z|h|hrs?|hours|local|[a-z]{1,3}t|utc|msk)\b)|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)?[ -][a-z]{3,9}\.?,?[ -]\d\d$|\b[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? ['’‘]?\d\d$|['’‘]\d\d$"
)


def counted_by(phrase: Phrase, timex: Timex) -> str | None:
    """Return the "after" or "before" by which a length is counted from something else."""
    match = _RELATION.match(phrase.text, timex.span.end, timex.span.end + 12)
    return match[1].lower() if match and not _LASTING.search(phrase.lead(timex)) else None


# "For six months before escaping" is how long it went on, not how far off it lies.
_LASTING = re.compile(r"\b(?:for|in|over|during|within|throughout)(?: the| about| almost| nearly| some| at least)*$")
_RELATION = re.compile(r"\s*(after|later|before|earlier|following|prior to)\b", re.IGNORECASE)


def told_nearby(phrase: Phrase) -> Stretch | None:
    """Return the day told last before a phrase, if it stands near: what "the third day of the offensive" counts from."""
    told = phrase.told_before
    if told is None or phrase.span.start - told.span.end > LEAN_CHARACTERS:
        return None
    return stretch_of(told, told.span.of(phrase.text).lower())


def day_told_before(phrase: Phrase) -> date | None:
    """Return the day told last for an hour that has none of its own: "On Sunday … At dawn …".

    In the same paragraph, or the one before if this one goes on about what happened there: "The strike hit at 9 a.m.".
    """
    told = phrase.told_before
    if told is None or phrase.span.start - told.span.end > _HOURS_OF_A_PARAGRAPH:
        return None
    between = re.split(r"\n\s*", phrase.text[told.span.end : phrase.span.start])
    if len(between) > 1 and phrase.span.start - told.span.end > LEAN_CHARACTERS:
        return None
    if len(between) > 2 or (len(between) == 2 and not _SAME_EVENT.match(between[1])):
        return None
    words = told.span.of(phrase.text).lower()
    found = stretch_of(told, words) if told.type == "DATE" or not HOUR.fullmatch(words) else None
    return (
        found.start
        if found is not None and (phrase.published_on is None or (found.start or date.max) <= phrase.published_on)
        else None
    )


_SAME_EVENT = re.compile(
    rf"(?:the|that|this|those|these) (?:(?:air|drone|missile|rocket|suicide|car) )?{HAPPENING}\b"
    r"|(?:they|he|she)\b|(?:the|those) (?:gunmen|attackers?|assailants?|raiders?|bombers?|gunman|victims?|dead|wounded|militants|insurgents|men)\b",
    re.IGNORECASE,
)
