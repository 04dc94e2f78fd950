"""Times that say how long something shall last, by how much it moved, or what was called off: no day of the deed itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from fogline.grounding.timex import Timex
from fogline.grounding.timex_calendar import WEEKDAYS, plus_days
from fogline.span import Span

# Verbs that set how long something lasts from then on. Of those that describe a state as well ("has been closed for three
# days") the perfect passive tells how long it has lasted.
_TERM = re.compile(
    r"\b(?:(?P<state>bann(?:ed|ing)|bans?|suspend(?:s|ed|ing)?|clos(?:es|ed|ing)(?! in\b)|shut(?:s|ting)?(?! in\b)|barr(?:ed|ing)|paus(?:e|es|ed|ing)|exclud(?:e|es|ed|ing))"
    r"|impos(?:e|es|ed|ing)|extend(?:s|ed|ing)?(?! famil)|extensions?|prolong(?:s|ed|ing)?|renew(?:s|ing|ed (?:the|a|its|their|his|her)|ed(?= for))?|declar(?:e|es|ed|ing)|jail(?:s|ed|ing)?"
    r"|imprison(?:s|ed|ing)?|sentenc(?:e|es|ed|ing)|remand(?:s|ed|ing)?|order(?:s|ed|ing)|agree(?:s|d|ing)?"
    r"|(?<!under )(?<!under a )(?<!under the )(?:curfews?|martial law)|truces?|cease-?fires?|moratoriums?|state of emergency)\b(?P<between>[^.;:!?\n]{0,60}?)"
    r"\b(?:for|(?P<to>to))(?: (?:at least|up to|about|around|some|another|a further|an additional|a total of|more than|the next|an initial))*\Z",
    re.IGNORECASE,
)
_PERFECT = re.compile(r"\b(?:has|have|had) (?:now |already |also )?been (?:\w+ly )?\Z", re.IGNORECASE)
# A truce that has held for three days, a road that stayed closed for a week.
_LASTED = re.compile(
    r"\b(?:held|holds?|holding|last(?:s|ed|ing)?|in (?:force|place|effect)|been|remain\w*|stay\w*|stood|endur\w+|observ\w+|kept|violat\w+|"
    r"broke\w*|collaps\w+|raged?|fought|shell\w+|bomb\w+|attack\w+|after|when|while|who|which|and|but)\b",
    re.IGNORECASE,
)
_SENTENCED = re.compile(r"(?:sentenc|jail|imprison|remand|extend)", re.IGNORECASE)
# "Extended by four months", but not "worn down by six years of raids".
_BY = re.compile(
    r"\bby(?: (?:about|around|some|another|a further|an additional|up to|at least|more than|nearly|almost|several))*\s+\Z",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+of\b", re.IGNORECASE)
_AS_MANY, _AS_IT_TAKES = re.compile(r"\bas (?:many )?\Z", re.IGNORECASE), re.compile(r"\s+as\b", re.IGNORECASE)
_AS_LONG_AS = re.compile(r"\bas (?:long|many \w+) as\b", re.IGNORECASE)
# How far before a length the verb that sets it may stand, in characters.
_REACH = 110


def names_no_day(text: str, words: Span, timexes: Sequence[Timex], *, planned: bool) -> bool:
    """Tell whether the words of a time measure what comes of a deed, and say nothing of its own day.

    "Banned rallies for 15 days", "sentenced to nine years", "set back by
    months", "as many days as it takes". A plan's "for 15 days" runs from
    the report. ``timexes`` are the expressions in the words.
    """
    if not timexes:
        return _AS_LONG_AS.search(words.of(text)) is not None
    return all(t.type == "DURATION" and _is_measure(text, t, planned) for t in timexes)


def _is_measure(text: str, length: Timex, planned: bool) -> bool:
    before = text[max(0, length.span.start - _REACH) : length.span.start]
    if _BY.search(before) is not None and _OF.match(text, length.span.end) is None:
        return True
    if _AS_MANY.search(before) is not None and _AS_IT_TAKES.match(text, length.span.end) is not None:
        return True
    if _LASTS_FOR.search(before) is not None or (not planned and _SERVES.search(before) is not None):
        return True
    if not planned and _AS_MUCH_MORE.search(before) is not None and _LASTED.search(before, max(0, len(before) - _NEAR)) is None:
        return True
    return not planned and _term_before(before.rstrip())


# "Ended its ten-week ceasefire".
_OF_A_TERM = re.compile(
    r"\s+(?:[\w-]+ ){0,2}?(?:ceasefires?|cease-fires?|truces?|lull|pause|ban|curfew|embargo|mandate|sentence|term|deadline|ultimatum|contract|visa)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:during|in|throughout|amid|after) (?:(?:the|a|an|its|their|this|that) )?\Z", re.IGNORECASE)
_AS_MUCH_MORE = re.compile(r"\bfor (?:another|a further|an additional|an extra) \Z", re.IGNORECASE)
_NEAR = 60  # characters
# "Food enough for ten days".
_LASTS_FOR = re.compile(
    r"\b(?:enough|sufficient)(?: [\w’'-]+){0,5} (?:for|to last)(?: [\w’'-]+){0,3} +\Z"
    r"|\b(?:have|has|had|with|holds?|stor(?:es|ed)|hoarded|stockpiled)(?: only| about)? (?:food|rice|flour|bread|grain|fuel|water|supplies|stocks"
    r"|rations|ammunition|provisions|medicines?)(?: and \w+)? for(?: only| about| the| another)* +\Z",
    re.IGNORECASE,
)
# "Is serving nine years".
_SERVES = re.compile(
    r"\b(?:(?:is|are|was|were) (?:now )?serving|serves)(?: a| up to| at least| about| more than| out| (?:sentences?|terms?) of)* +\Z",
    re.IGNORECASE,
)


def _term_before(before: str) -> bool:
    """Tell whether words that set a term stand before a length: "imposed a curfew for", "sentenced him to"."""
    match = next((m for start in _starts(before) if (m := _TERM.match(before, start)) is not None), None)
    if match is None or _LASTED.search(match["between"]) is not None:
        return False
    if match["to"] is not None:
        return _SENTENCED.match(match[0]) is not None
    if _PERFECT.search(before, 0, match.start()) is not None:
        # "Has been jailed for nine years" tells the sentence, "has been jailed in a fort for nine years" how long it has lasted.
        return match["state"] is None and not match["between"].strip()
    return True


def _starts(before: str) -> list[int]:
    """Return where words begin, the last first: the verb nearest to the length decides."""
    return [m.start() for m in re.finditer(r"\b\w", before)][::-1]


_PUT_OFF = re.compile(
    r"\b(?:pull(?:s|ed|ing)? out of|withdr[ae]w(?:s|n|ing)? from|skip(?:s|ped|ping)?|boycott(?:s|ed|ing)?|cancel(?:s|led|ed|ling|ing)?"
    r"|call(?:s|ed|ing)? off|postpon(?:e|es|ed|ing)|put(?:s|ting)? off|shelv(?:e|es|ed|ing)|(?P<ahead>ahead of(?:[\w -]{1,30} on)?|in the run-up to))"
    r"(?: (?:the|its|their|this|planned))*\s+\Z",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"['’]s\b|\s+(?:[\w-]+ )?(?:talks?|meetings?|summits?|votes?|elections?|sessions?|rounds?|marches|march|rally|match|visit)\b",
    re.IGNORECASE,
)


def is_put_off(text: str, day: Span, published: date | None) -> bool:
    """Tell whether a weekday is that of something that lay ahead and was called off or awaited: "pulled out of Sunday's talks".

    Of the report's own weekday and the one before it, what is meant has
    mostly been: on a Monday "Sunday's talks" are yesterday's.
    """
    named = WEEKDAYS.get(day.of(text).lower().removesuffix("'s").removesuffix("’s"))
    if named is None or published is None or named in (published.weekday(), plus_days(published, -1).weekday()):
        return False
    found = _PUT_OFF.search(text, max(0, day.start - 60), day.start)
    possessive = day.of(text).lower().endswith(("'s", "’s")) or _ATTRIBUTE.match(text, day.end) is not None
    return found is not None and (found["ahead"] is not None or possessive)


def is_length_of_a_term(text: str, length: Timex, trigger: Span) -> bool:
    """Tell whether a length is how long something else was agreed or set for: "ended its ten-week ceasefire with a lorry bomb".

    Not of what happened "during the three-day truce", nor of the truce itself.
    """
    noun = _OF_A_TERM.match(text, length.span.end) if length.type == "DURATION" and "-" in length.span.of(text) else None
    if noun is None or Span(length.span.end, noun.end()).overlap(trigger):
        return False
    return _WITHIN.search(text, max(0, length.span.start - 20), length.span.start) is None


def is_new_day(text: str, day: Span) -> bool:
    """Tell whether a day is the one that something was put off to: "adjourned the hearing until 10 May"."""
    return _PUT_OFF_TO.search(text, max(0, day.start - 100), day.start) is not None


_PUT_OFF_TO = re.compile(
    r"\b(?:put(?:s|ting)? off|postpon(?:e|es|ed|ing)|adjourn(?:s|ed|ing)?|delay(?:s|ed|ing)?|defer(?:s|red|ring)?|reschedul(?:e|es|ed|ing)"
    r"|remand(?:s|ed|ing)?|suspend(?:s|ed|ing)?|push(?:es|ed|ing)? back)\b[^.;:!?,\n]{0,60}\b(?:until|till|to)\s+(?:the\s+|(?:early|late|mid)[\s-])?\Z",
    re.IGNORECASE,
)
