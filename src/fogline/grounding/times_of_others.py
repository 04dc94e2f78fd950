"""Times of a sentence that are of something else than its event: a former figure, a clause of its own, a death in hospital, the saying."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.grounding import timex_words as lexicon
from fogline.grounding.happenings import HAPPENING
from fogline.grounding.number import CARDINALS
from fogline.grounding.timex import Timex
from fogline.span import Span

__all__ = [
    "in_an_aside",
    "in_an_insertion",
    "is_of_a_former_figure",
    "is_of_a_later_death",
    "is_of_another_noun",
    "is_of_what_was_said",
    "is_that_moment",
    "is_the_sayings",
    "is_when_it_was_said",
    "names_a_paper",
    "stands_behind_a_saying",
]


def is_of_a_former_figure(text: str, span: Span, within: Sequence[Timex], trigger: Span) -> bool:
    """Tell whether a time says when another figure stood: "risen to 80, up from 74 on Friday", "fewer than on Monday", "against 12 the day before".

    ``within`` are the expressions in the words of the time: "more than a week" is a length and compares nothing.
    """
    if _UP_FROM_SO_MANY.search(text, max(0, span.start - _FIGURE_WIDTH), span.start) is not None:
        return True
    if is_that_moment(text, span, trigger):
        return False  # "fewer than in May, when shells killed nine" dates the nine
    return (
        any(t.type in ("DATE", "TIME") for t in within)
        and _COMPARED_WITH.search(text, max(0, span.start - _FIGURE_WIDTH), span.start) is not None
    )


def is_that_moment(text: str, span: Span, trigger: Span) -> bool:
    """Tell whether what happened is told behind "when" as of a time: "since May, when shells *killed* nine"."""
    when = _WHEN.match(text, span.end, trigger.start) if trigger.start >= span.end else None
    return when is not None and _CLOSES.search(text, when.end(), trigger.start) is None


# "Since 6 March, when guards fired on a march, nine have died": the clause is over, and what is told is all that came since.
_CLOSES = re.compile(r",\s(?!(?:and|or|but|who|which|where|whose|[\w’'-]+(?:ing|ed))\b)(?![\w’'-]+,)", re.IGNORECASE)


_WHEN = re.compile(r"\s*,?\s*when\b", re.IGNORECASE)
_FIGURE_WIDTH = 60  # characters
# "Down from 74 on Friday", not "came down from the hill on Friday".
_UP_FROM_SO_MANY = re.compile(
    rf"\b(?:up|down) from (?:(?:about|some|around|nearly|almost|just|only|over|more than|at least|an? \w+ of|the) )*"
    rf"(?:\d|(?:{'|'.join(CARDINALS)}|dozens|hundreds|thousands|none|zero|nil)\b)(?:[\w,.-]* ){{1,6}}\Z",
    re.IGNORECASE,
)
_COMPARED_WITH = re.compile(
    r"\b(?:(?:fewer|less|more|(?!later|earlier|sooner|longer|rather|other)[a-z]{3,}er)(?: [\w’'-]+){0,3} than"
    r"|compared (?:with|to)(?: [\w,.-]+){0,4}|(?:against|versus) \d[\d,.]*(?: [a-z]+)?|as (?:many|much|few) as)"
    r"(?: those| that)?(?: on| in| during| of)?(?: the)?\s+\Z",
    re.IGNORECASE,
)


def in_an_aside(text: str, span: Span, trigger: Span) -> bool:
    """Tell whether a time stands in another clause than the trigger before it: "ordered them to leave the town, where bandits last month …"."""
    begin = max(trigger.end, span.start - _ASIDE_WIDTH)
    return trigger.end < span.start and _ASIDE.search(text, begin, span.start) is not None


def in_an_insertion(text: str, span: Span, trigger: Span) -> bool:
    """Tell whether a time stands in a clause that is closed before the trigger: "the militia, who lost the valley in 2016, condemned the raid".

    Not where the clause tells when the event itself was: "the raid, which began on Monday, killed six".
    """
    if span.end >= trigger.start:
        return False
    begin = max(0, span.start - _ASIDE_WIDTH)
    found = _ASIDE.search(text, begin, span.start) or _DONE_TO.search(text, begin, span.start)
    if found is None or _CLOSED.fullmatch(text, span.end, trigger.start) is None:
        return False
    if found["which"].lower() in ("who", "whose", "whom"):
        return True
    noun = text[max(0, found.start() - 40) : found.start()].split()[-1:]
    if not noun:
        return False
    name = noun[0][0].isupper() and not noun[0].isupper()
    # "The district, which they have ruled since May, may spread the fever": but "which has had a truce since May" may be the event's.
    clause = (_HELPING if name else _HAS_DONE).sub("", found[0])
    return _HAPPENING.search(clause) is None and _EVENT.fullmatch(noun[0]) is None


_HAS_DONE = re.compile(r"\b(?:has|have|had)(?= (?:\w+ly )?(?!had\b|been\b)(?:\w+ed|held|run|led|kept)\b)", re.IGNORECASE)
# What a name "has" or "had" is nothing that happened on the day: "the Lantern Front, which has had a truce since May, …".
_HELPING = re.compile(r"\b(?:has|have|had)\b", re.IGNORECASE)


def is_of_another_noun(text: str, span: Span, trigger: Span) -> bool:
    """Tell whether a time says which thing is meant, behind the trigger: "accused them of breaking the truce of May", "men who were freed in May"."""
    if span.start <= trigger.end:
        return False
    begin = max(trigger.end, span.start - _ASIDE_WIDTH)
    if _WHICH_IT_IS.search(text, begin, span.start) is not None:
        return True
    found = _OF_A_NOUN.search(text, begin, span.start)
    return found is not None and _PART_OF_TIME.search(found[0]) is None


# What had been done before: of "clashes which broke out on Monday" and "farmers who were harvesting on Monday" the day is the event's.
_WHICH_IT_IS = re.compile(
    r"\s(?:who|which|that) (?:(?:had|(?:was|were|has been|have been) (?!\w+ing\b))\b[^,.;:!?\n]*|(?:has|have) [^,.;:!?\n]*\bsince\s+)\Z",
    re.IGNORECASE,
)
# Papers and turns that bear the day on which they came about.
_DATED_NOUN = (
    r"(?:truces?|ceasefires?|cease-fires?|armistice|deals?|agreements?|accords?|pacts?|treaty|treaties|decisions?|resolutions?|laws?|decrees?"
    r"|referendums?|elections?|coups?|revolution|verdicts?|rulings?|plans?|promises?|pledges?|statements?|reports?|letters?|messages?|notes?)"
)
_OF_A_NOUN = re.compile(
    r"\s(?:a|an|the|its|their|his|her)\s(?:[\w’'-]+ ){0,2}"
    + _DATED_NOUN
    + r" (?:of|reached in|signed in|signed on|reached on|made in|made on|agreed in)(?: the)?\s+\Z|\s"
    + _DATED_NOUN
    + r" (?:reached|signed|made|struck) (?:(?:in|at|on) [^,.;:!?\n]{1,30} )?(?:in|on)\s+\Z",
    re.IGNORECASE,
)
_PART_OF_TIME = re.compile(
    r"\b(?:end|beginning|start|middle|night|morning|evening|afternoon|eve|day|days|week|weeks|month|months|half|summer|spring|winter|autumn)\b",
    re.IGNORECASE,
)


# A comma, and a clause about what was named last: its times are not of what stands before the comma.
_ASIDE = re.compile(r",\s+(?P<which>where|which|who|whose|whom)\b[^,.;:!?]*\Z", re.IGNORECASE)
# "The former premier, jailed since August, …": what had become of somebody or something before.
_DONE_TO = re.compile(
    r",\s+(?:\w+ly )?(?P<which>jailed|seized|abducted|kidnapped|captured|picked up|dissolved|detained|imprisoned|arrested|exiled|convicted|sentenced|indicted|freed|released|ousted|deposed|toppled|sacked|appointed"
    r"|elected|founded|formed|signed|brokered|adopted|outlawed|banned|built)\b[^,.;:!?]*\Z",
    re.IGNORECASE,
)
# The verb follows the comma, but for an adverb or an auxiliary: what "when" or "following" opens is another clause again.
_CLOSED = re.compile(
    r"[^,.;:!?\n–—]{0,12},\s(?!(?:when|where|which|who|while|after|before|following|since|and|but|or)\b)(?!\w+ing\b)(?:[\w’'-]+ ){0,4}",
    re.IGNORECASE,
)
_ASIDE_WIDTH = 200  # characters
_HAPPENING = re.compile(
    r"\b(?:happen|occur|took place|takes? place|came|comes|follow|hit|struck|landed|fell|began|begun|begins|start|broke out|erupt|launch|last|end|is|are|was|were|has|have|had)",
    re.IGNORECASE,
)
_EVENT = re.compile(
    rf"(?:{HAPPENING}|offensives?|operations?|campaigns?|fighting|battles?|siege|war|conflict|uprising|insurgency|violence"
    r"|protests?|rall(?:y|ies)|missiles?|rockets?|drones?|truces?|ceasefires?|curfew|blockade|ramadan|eid)",
    re.IGNORECASE,
)


def is_of_a_later_death(text: str, span: Span, trigger: Span) -> bool:
    """Tell whether a time says when somebody died of what had befallen them: "the toll stands at 14 after a boy died of his burns on Sunday".

    The day is the death's, and the last on which what did it can have been.
    """
    died = _DIED.search(text, max(0, span.start - _DEATH_WIDTH), span.start)
    if died is not None:
        return not died.start() <= trigger.start < span.end
    behind = _DIED_BEHIND.match(text, span.end, min(len(text), span.end + _DEATH_WIDTH))
    return behind is not None and trigger.start >= behind.end()


_DEATH_WIDTH = 110  # characters
_DYING = (
    r"\b(?:died|dies|succumb(?:ed|s))\b[^.;:!?\n,]{0,30}?"
    r"\b(?:(?:his|her|their|the) (?:\w+ )?(?:wounds?|injur(?:y|ies)|burns)|(?:in|at) (?:a |the |an )?(?:\w+ )?hospital)\b"
)
_DIED = re.compile(_DYING + r"[^.;:!?\n,]{0,20}\Z", re.IGNORECASE)
_DIED_BEHIND = re.compile(r"[^.;:!?\n]{0,60}?" + _DYING, re.IGNORECASE)


def is_the_sayings(text: str, timex: Span, cue: Span, trigger: Span) -> bool:
    """Tell whether a time stands with a cue: "said on Tuesday", "on Tuesday said"; not "killed on Monday, according to", "said Monday's raid"."""
    if timex.end <= cue.start and text[timex.end : cue.start].lstrip().startswith(","):
        return False
    if cue.end <= timex.start and _OWNS.match(text, max(timex.start, timex.end - 2)):
        return False
    gap = text[min(cue.end, timex.end) : max(cue.start, timex.start)].strip().lower()
    return gap in ("", "on", "in", "late", "early", "late on", "early on", ",", "earlier") and cue.distance(
        timex
    ) < trigger.distance(timex)


_OWNS = re.compile(r"(?:\w\w)?['’]s \w")


def is_of_what_was_said(text: str, words: Span, trigger: Span) -> bool:
    """Tell whether a time stands between a verb of saying and what was said: "concluded in 1999 that", "told parliament on 3 May that"."""
    that = _THAT.match(text, words.end)
    return (
        that is not None
        and trigger.start >= that.end()
        and _TOLD_THEN.search(text, max(0, words.start - 60), words.start) is not None
    )


_SAYING = "|".join(sorted(lexicon.SAYING - {"told"} | lexicon.STATING | {"declared", "warned"}))
# Between a verb and the time of what it tells.
_ON = r"(?: late| early)?(?: on| in)?\s*\Z"
_THAT = re.compile(r"\s*,?\s*that\b(?! (?:day|night|morning|evening|month|week|year)\b)", re.IGNORECASE)
_TOLD_THEN = re.compile(
    rf"\b(?:{_SAYING}|told|reckoned|ruled|found|estimated|alleged|claimed|determined|admitted|revealed|recalled|insisted|established)"
    rf"(?: [\w’'-]+){{0,3}}?{_ON}",
    re.IGNORECASE,
)


def is_when_it_was_said(text: str, words: Span, trigger: Span) -> bool:
    """Tell whether a time is that of the words or the vote by which something was announced: "said in a note on Monday that they would".

    "Voted on Saturday to release the money" as well, but not "vowed to march on Saturday to free him".
    """
    if _IS_WHAT_WAS_SAID.match(text, words.end) is not None:
        return False
    if trigger.start >= words.end and stands_behind_a_saying(text, words):
        return True
    decided = _DECIDED.search(text, max(0, words.start - _SAYING_WIDTH), words.start)
    if decided is None or (trigger.start < words.end and trigger.start > decided.start()):
        return False
    promised = decided["promised"] is not None and _THAT.match(text, words.end) is not None
    return promised or _TO_DO.match(text, words.end) is not None


def stands_behind_a_saying(text: str, day: Span) -> bool:
    """Tell whether a verb of saying stands before a time, with nothing but where or to whom between them: "told reporters on Monday"."""
    return _SAID_THEN.search(text, max(0, day.start - _SAYING_WIDTH), day.start) is not None


_SAYING_WIDTH = 90  # characters
_IS_WHAT_WAS_SAID = re.compile(r"['’]s\b|\s+(?:would|will|was|were|is|has|had|could|may|might|should|and|or|to (?=[A-Z\d]))\b")
_SAID_THEN = re.compile(
    rf"\b(?:(?:{_SAYING}|pledged|vowed|promised)"
    r"(?: (?:in|at|during|via|through|to)(?: (?:an?|the|its|his|her|their)(?: [\w’'-]+){1,4}?| (?-i:[A-Z])[\w’'-]+"
    r"| (?:parliament|reporters|journalists|lawmakers|court|public)))?"
    r"|told(?: (?!(?:to|of|about)\b)[\w’'-]+){1,5}?)" + _ON,
    re.IGNORECASE,
)
_TO_DO = re.compile(
    r"\s+to (?!(?:the|a|an|its|his|her|their|both|all)\b)[a-z]|\s+TO (?!(?:THE|A|AN|ITS|HIS|HER|THEIR|BOTH|ALL)\b)[A-Z]"
)
_DECIDED = re.compile(
    r"\b(?:(?P<promised>voted|agreed|decided|resolved|promised|pledged|vowed|threatened|offered)"
    r"(?: with(?: [\w’'-]+){1,4}?| (?:by )?\d+ to \d+| \w+ly| (?:Mr|Mrs|Ms|Dr|Gen|Col)\. [\w’'-]+| (?!to\b|for\b)[\w’'-]+)?"
    r"|(?:ordered|urged|asked|instructed|told|warned)(?: (?!to\b)[\w’'-]+){1,5}?)" + _ON,
    re.IGNORECASE,
)


def names_a_paper(text: str, within: Sequence[Timex], trigger: Span) -> bool:
    """Tell whether a time is the year by which a treaty or law is called: "arms kept in breach of the 1994 Port Alba accord".

    Not for what made it ("signed the 2013 accord"), nor where the words say in, under or since when: "since the 2015 deal".
    ``within`` are the expressions in the words of the time.
    """
    if len(within) != 1 or not _YEAR.fullmatch(within[0].span.of(text)):
        return False
    year = within[0].span
    paper = _PAPER.match(text, year.end)
    if paper is None or _OF_A_PAPER.search(text, max(0, year.start - 40), year.start) is None:
        return False
    return not Span(year.end, paper.end()).overlap(trigger) and _MADE.match(text, trigger.start) is None


_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_PAPER = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,2}?(?:accords?|agreements?|deal|treaty|treaties|act|laws?|resolutions?|constitution|pact|protocol|convention|memorandum"
    r"|charter|declaration)\b",
    re.IGNORECASE,
)
_OF_A_PAPER = re.compile(
    r"(?<!since )(?<!after )(?<!before )(?<!until )(?<!in )(?<!following )\b(?:the|a|its|their|that|this)\s+\Z", re.IGNORECASE
)
_MADE = re.compile(
    r"(?:sign|reach|conclud|struck|strike|broker|agree|adopt|pass|negotiat|ratif|enact|approv|drawn|drew|clinch|seal)",
    re.IGNORECASE,
)
