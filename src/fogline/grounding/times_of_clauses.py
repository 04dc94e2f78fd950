"""Times of a sentence that stand in another clause than its event: "men abducted in June were let go", "left on Monday and still holds it"."""

from __future__ import annotations

import re
from datetime import date

from fogline.grounding.grounding import GroundedTime
from fogline.grounding.happenings import HAPPENING
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Modality
from fogline.span import Span

__all__ = ["is_of_another_clause", "lies_ahead_of_a_deed"]

# Acts of speech: "condemned the October 7 raid" was no day of the raid's.
VERBAL = word_set("accuse reject request threaten concede consult support agree cooperate")


def is_of_another_clause(text: str, span: Span, trigger: Span, claim_type: str) -> bool:
    """Tell whether a time that nobody gave an event is told in another clause of its sentence.

    Those that share a day are joined by nothing but "and" in one tense:
    "attacked the town on Monday and burnt the mill".
    """
    if span.overlap(trigger):
        return False
    near = _NEAR_DAY.search(text, span.start, span.end) is not None
    if span.end <= trigger.start:
        between = text[span.end : trigger.start]
        if not near and ";" in between and _OPENS.search(text, max(0, span.start - 30), span.start) is None:
            return True
        return (not near and _is_closed_before(text, span, trigger)) or _goes_on_to_now(text, span, between)
    between = text[trigger.end : span.start]
    if not near and ";" in between:
        return True
    return (not near and _is_of_what_was_done(between)) or (claim_type in VERBAL and _is_of_what_it_speaks_of(text, span))


# Of the week of the report, a clause beside the deed tells the day of both.
_NEAR_DAY = re.compile(r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|overnight|tonight)\b", re.IGNORECASE)


def lies_ahead_of_a_deed(time: GroundedTime, modality: Modality, published: date | None) -> bool:
    """Tell whether a day that nobody gave a deed lies ahead of the report that tells the deed as done."""
    return modality is Modality.ACTUAL and published is not None and time.start is not None and time.start > published


# "On Monday, rebels shelled the port; the army fled": a day that opens the sentence is that of all that follows.
_OPENS = re.compile(r"(?:\A|[.!?;:\n”\"–—-])\s*(?:(?:on|in|late|early|at|by|since|during|around)\s+)*\Z", re.IGNORECASE)


def _is_closed_before(text: str, span: Span, trigger: Span) -> bool:
    """Tell whether a time is of a clause without commas about what the verb behind it is of: "hunters who fled in May *have returned*"."""
    begin = max(0, span.start - _WIDTH)
    helped = _HELPED.fullmatch(text, span.end, trigger.start) is not None
    found = _WHO.search(text, begin, span.start)
    if found is None and helped:
        found = _DONE_TO.search(text, begin, span.start)
    if found is None or not (helped or _BARE.fullmatch(text, span.end, trigger.start)):
        return False
    noun = text[max(0, found.start() - 40) : found.start()].split()[-1:]
    return noun != [] and _EVENT.fullmatch(noun[0]) is None


_WIDTH = 160  # characters
_PAST = (
    r"(?:[a-z]{2,}ed|had|held|shut|took|taken|fled|lost|broke|fell|began|came|went|left|led|fought|won|made|put|set|beat|beaten|cut|hit|shot|sold"
    r"|bought|built|brought|caught|drove|driven|found|gave|given|kept|met|sent|sunk|sank|swept|threw|thrown|ran|rose|seen|saw|signed)"
)
_WHO = re.compile(
    rf"(?<![,\s])\s(?P<which>who|which|whom)\b (?:[\w’'-]+ ){{0,5}}?{_PAST}\b[^,.;:!?\n]*\Z",
    re.IGNORECASE,
)
# "Three men abducted off the point in June *were let go*": only where another verb is the sentence's.
_DONE_TO = re.compile(
    r"(?<![,\s])(?<!\bwas)(?<!\bwere)(?<!\bbeen)(?<!\bhad)(?<!\bhave)(?<!\bhas)(?<!\bis)(?<!\bare)(?<!\bbe)(?<!\bthey)(?<!\bhe)(?<!\bit)"
    r"\s(?P<which>abducted|kidnapped|seized|captured|arrested|detained|jailed|taken|picked up|rounded up|displaced|freed|released|signed|agreed"
    r"|raised|founded|recruited|deported|evicted|driven out|taken prisoner|held)\b(?: (?!and\b|but\b|who\b|that\b)[\w’'-]+){0,6}? ?(?:in|on|since|at|last|from|during)?(?: the)? ?\Z",
    re.IGNORECASE,
)
_AUXILIARY = r"(?:are|were|was|is|have|has|had|will|would|could|may|might|must|cannot|can)"
_HELPED = re.compile(rf"\s+(?:[\w’'-]+ ){{0,3}}?{_AUXILIARY}(?: [\w’'-]+){{0,3}}\s+|\s+{_AUXILIARY}\s+", re.IGNORECASE)
_BARE = re.compile(r"\s+")
_EVENT = re.compile(
    rf"(?:{HAPPENING}|offensives?|operations?|campaigns?|fighting|battles?|siege|war|conflict|uprising|insurgency|violence|protests?"
    r"|rall(?:y|ies)|missiles?|rockets?|drones?|truces?|ceasefires?|curfew|blockade|gunmen|attackers?|raiders?|bombers?)",
    re.IGNORECASE,
)


def _goes_on_to_now(text: str, span: Span, between: str) -> bool:
    """Tell whether what stands behind a past day is told as it is by now: "on 3 May they took it, and they still hold it"."""
    since = _SINCE.search(text, max(0, span.start - 24), span.start) is not None
    return not since and _AND_NOW.search(between) is not None


_SINCE = re.compile(r"\bsince(?: the| early| late| mid-?| at least)*\s*\Z", re.IGNORECASE)
_AND_NOW = re.compile(
    r"(?:,|\band\b|\bbut\b)(?: (?:it|they|he|she|we|who|which))?(?: (?:has|have) (?:since|now|still)(?: then)?| (?:is|are) (?:now|still)| still| now)\b(?:[^,.;:!?\n]{0,40})\Z",
    re.IGNORECASE,
)


def _is_of_what_was_done(between: str) -> bool:
    """Tell whether a time behind an event is of what was done to a thing before: "the rights which it gave them in 1996", "as it had in May"."""
    if _AS_BEFORE.search(between) is not None:
        return True
    found = _WHICH_IT_DID.search(between)
    if found is None:
        return False
    noun = between[: found.start()].split()[-1:]
    return noun != [] and _EVENT.fullmatch(noun[0]) is None


_AS_BEFORE = re.compile(r"\bas (?:it|they|he|she|we) (?:had|did)\b[^,.;:!?\n]*\Z", re.IGNORECASE)
_WHICH_IT_DID = re.compile(
    rf"\s(?:(?:with |in |to |from )?(?:which|whom)(?: (?:it|they|he|she|we)| (?:the|its|their|his|her) (?:[\w’'-]+ ){{0,2}}?[\w’'-]+)"
    rf"|that (?:it|they|he|she|we))"
    rf"(?: (?:had|has|have|then|once|first|\w+ly))?"
    rf" {_PAST}\b[^,.;:!?\n]*\Z",
    re.IGNORECASE,
)


def _is_of_what_it_speaks_of(text: str, span: Span) -> bool:
    """Tell whether a day says which attack is spoken of: "condemned Sunday's raid", "knew nothing of the 7 October bombing"."""
    own = text[span.start : span.end].endswith(("'s", "’s")) or text[span.end : span.end + 2] in ("'s", "’s")
    led = _THE.search(text, max(0, span.start - 8), span.start) is not None
    return (own or led) and _OF_AN_EVENT.match(text, span.end) is not None


_THE = re.compile(r"\b(?:the|its|their|his|her|this)\s+\Z", re.IGNORECASE)
_OF_AN_EVENT = re.compile(
    rf"(?:['’]s)?\s+(?:[\w-]+ ){{0,2}}?(?:{HAPPENING}|operations?|offensives?|coups?|burning|fighting|march|protests?|vote|elections?|verdict|truce)\b",
    re.IGNORECASE,
)
