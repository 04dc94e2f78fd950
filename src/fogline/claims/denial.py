"""What is denied: the deed in the words behind "denied that" did not happen, says whoever denies.

The reader takes a denial for a refusal and, beside it, the deed in its
words for one that its speaker asserts. "The army denied that its troops had
fled" would have the army say that somebody's troops fled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from fogline.grounding.word_lists import word_set
from fogline.reading.reading import EventMention, Role
from fogline.span import Span

# "Denied that …", "denied having shelled", "denies its men took part"; "denied involvement in the raid" leaves the raid standing.
_DENIES = re.compile(
    r"\b(?P<verb>den(?:y|ies|ied|ying))\s+"
    r"(?=(?P<clause>that|having|they|he|she|we)\b|(?P<whose>its|it|their|his|her|our)\b|(?!(?:any|every|some|no)thing|killing of)\w+ing\b)",
    re.IGNORECASE,
)
_SAID = r"(?:reports?|claims?|charges?|allegations?|assertions?|accusations?|suggestions?|rumou?rs?|statements?|news)"
# Words that tell what is denied more closely ("the rebels' latest"); behind "after" and the like another phrase begins.
_MORE = r"(?:(?!(?:after|amid|over|despite|following|on|in|by|for|to|from|at|with|as|but|and|or|because|when|while|citing)\b)[\w’'-]+\s+){0,5}?"
# "Contradicted reports that the town had been taken", "dismissed the rebels' claim that it had fled", "denied a report of looting".
_CONTRADICTS = re.compile(
    r"\b(?P<verb>contradict(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)|disput(?:es?|ed|ing)|rebut(?:s|ted)?"
    rf"|den(?:y|ies|ied|ying))\s+{_MORE}(?P<said>{_SAID}\s+(?:(?:by|from|in|on|of)\s+(?:\w+\s+){{1,3}}?)?(?:that|of)\s)",
    re.IGNORECASE,
)
# "A claim by Kyiv that its troops had retaken the village", in front of the deed, and "was false" behind it.
_TOLD = re.compile(rf"\b(?P<said>{_SAID}\s+(?:(?:by|from|in|on|of)\s+(?:\w+\s+){{1,3}}?)?(?:that|of)\s)", re.IGNORECASE)
_FALSE = re.compile(
    r"\b(?:is|are|was|were)\s+(?:\w+ly\s+)?(?P<verb>false|untrue|incorrect|inaccurate|unfounded|baseless|groundless|fabricated|invented|not true|a lie|lies)\b",
    re.IGNORECASE,
)
_OTHER_VERB = re.compile(r",|\b(?:is|are|was|were|and|or)\b", re.IGNORECASE)
# "Did not deny", "no longer denies", "stopped short of denying", "declined to confirm or deny": nothing is denied.
_NOT = re.compile(
    r"(?:\b(?:not|never|no|no longer|nor|without|cannot|nobody|hardly(?: anyone)?|short of|far from|instead of|rather than|so far as to|stop(?:s|ped)"
    r"|(?:yet|refus(?:es?|ed|ing)|declin(?:es?|ed|ing)|fail(?:s|ed|ing)?|unable|impossible|hard|difficult) to"
    r"|(?:confirm|acknowledg|admit|prov)\w*,? (?:or|nor))|n['’]t)\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
# Behind these somebody says something else again.
_ELSEWHERE = re.compile(
    r"[;:]|\b(?:but|where|which|who|after|when|while|as|because|since|although|though)\b"
    r"|\band\s+(?:\w+ly\s+)?(?:said|says|accused|blamed|claimed|vowed|called|insisted|added|told|urged|demanded|put)\b",
    re.IGNORECASE,
)
# Words that make a clause of "its troops …". Past forms without -ed are those of war reporting; what is armed or allied does nothing by that.
_AUXILIARY = r"(?:ha[sd]|have|was|were|is|are|did|does|do|would|will|could|can|might|may|must)"
_PAST = (
    r"(?:(?!(?:arm|alli|unit|mask|uniform|wound|displac|injur|occupi|besieg|detain|crowd)ed\b)\w{2,}ed"
    r"|began|beat|broke|burnt|cut|drove|fled|fought|gave|held|hit|kept|laid|led|left|made|put|ran|sent|set|shot|struck|threw|took|tore|went|withdrew)"
)
# "It fled", "its troops had …": behind "its" and the like one word at least comes before the verb.
_CLAUSE = re.compile(rf"(?:it|\w+\s+[\w'’-]+)\b(?:(?!\bthat\b).)*?\s(?:{_AUXILIARY}|{_PAST})\b", re.IGNORECASE | re.DOTALL)
# "… and beat her", "… and then shot two men": a deed beside the denial, not in it.
AND_DEED = re.compile(rf"\band\s+(?:(?:then|later|also|even|\w+ly)\s+)*(?:{_AUXILIARY}|{_PAST})\b", re.IGNORECASE)
# Acts of speech beside a denial are its speaker's own ("denied it and blamed the rebels").
_OWN_ACTS = word_set("accuse reject request threaten support consult concede")
OWN = word_set("its their his her our it they he she we")
_VERB = re.compile(r"den(?:y|ies|ied|ying)\b", re.IGNORECASE)


def denial_over(event: EventMention, sentence: Span, text: str) -> Span | None:
    """Return the verb that denies an event, None if none does."""
    if event.type in _OWN_ACTS:
        return None
    found = None
    # A denied deed may stand right behind the verb: "denied shelling the town".
    told = [m for form in (_DENIES, _CONTRADICTS) for m in form.finditer(text, sentence.start, event.trigger.end)]
    for match in sorted(told, key=lambda m: m.start()):
        if match.end() <= event.trigger.start and not _NOT.search(text[sentence.start : match.start()]):
            found = match
    if found is None or not _reaches(found, event, text):
        return _called_false(event, sentence, text)
    return Span(*found.span("verb"))


def _reaches(denial: re.Match[str], event: EventMention, text: str) -> bool:
    """Tell whether a denial still speaks of an event behind it.

    Behind "denied reports of" it ends with the noun. "Denied her care and
    beat her" withholds and denies no deed: behind "its", "her" and the like a
    clause must follow, before any "and" that goes on with another deed.
    """
    between = text[denial.end() : event.trigger.start]
    if _ELSEWHERE.search(between):
        return False
    if denial.re is _CONTRADICTS:
        return denial.group().split()[-1].casefold() != "of" or not _OTHER_VERB.search(between)
    if denial["clause"]:
        return True
    words = between + event.trigger.of(text)
    beside = AND_DEED.search(words)
    if denial["whose"]:
        return _CLAUSE.match(words, 0, beside.start() if beside else len(words)) is not None
    return beside is None


def _called_false(event: EventMention, sentence: Span, text: str) -> Span | None:
    """Return the word by which the rest of a sentence calls untrue what is told: "reports of a raid on the town were false"."""
    told = _last_told(event, sentence, text)
    behind = _FALSE.search(text, event.trigger.end, sentence.end)
    if told is None or behind is None or _ELSEWHERE.search(text[told.end : event.trigger.start]):
        return None
    between = text[event.trigger.end : behind.start()]
    return None if _ELSEWHERE.search(between) or _OTHER_VERB.search(between) else Span(*behind.span("verb"))


def _last_told(event: EventMention, sentence: Span, text: str) -> Span | None:
    told = [m for m in _TOLD.finditer(text, sentence.start, event.trigger.start)]
    return Span(*told[-1].span("said")) if told else None


# Between who reports and the report: "Kyiv's latest claim", "rebel claims".
_ITS_REPORT = re.compile(r"(?:[’']s?\s+(?:[\w-]+\s+){0,2}|\s+)")


def refuted(words: Span, event: EventMention, sentence: Span, text: str) -> bool:
    """Tell whether words name whose report is denied, and not who denies it: "Kyiv" of "a claim by Kyiv that … was false"."""
    told = _last_told(event, sentence, text)
    return told is not None and _whose_report(words, told, text)


def _whose_report(words: Span, told: Span, text: str) -> bool:
    return told.contains(words) or (words.end < told.start and _ITS_REPORT.fullmatch(text, words.end, told.start) is not None)


# What is claimed of one's own side; of a shelling or a flight it is the denier's side of which it is told.
_SUCCESSES = frozenset({"territory-gained", "control"})


def claimed_by(event: EventMention, verb: Span, sentence: Span, mentions: Iterable[Span], text: str) -> Span | None:
    """Return whose success is denied: "Kyiv" of "denied Kyiv's claim that its troops had retaken the village"."""
    told = _last_told(event, sentence, text) if event.type in _SUCCESSES else None
    if told is None:
        return None
    return next((s for s in mentions if verb.end <= s.start < told.end and _whose_report(s, told, text)), None)


def denier_of(verb: Span, refusals: Iterable[EventMention]) -> Span | None:
    """Return the words for whoever denies, by the refusal that the reader found at the verb; None if it found none."""
    for event in refusals:
        if event.trigger.overlap(verb):
            doers = [a.span for a in event.having(Role.ACTOR) if a.span.start < verb.start]
            if doers:
                return doers[-1]
    return None


def own_of(words: Span, verb: Span, text: str) -> bool:
    """Tell whether words behind a denial stand for the denier or what is theirs: "its troops", "it"."""
    return words.start >= verb.end and words.of(text).split(maxsplit=1)[0].casefold() in OWN


def denies(event: EventMention, text: str) -> Span | None:
    """Return the verb of a refusal that is a denial: "denied", "dismissed the charge that …"."""
    if event.type != "reject":
        return None
    if match := _VERB.search(text, event.trigger.start, event.trigger.end):
        return Span(*match.span())
    match = _CONTRADICTS.search(text, event.trigger.start, max(event.trigger.end, event.quote.end))
    return Span(*match.span("verb")) if match and match.start() < event.trigger.end else None
