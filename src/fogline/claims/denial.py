"""What is denied: the deed in the words behind "denied that" did not happen, says whoever denies.

The reader takes a denial for a refusal and, beside it, the deed in its
words for one that its speaker asserts. "The army denied that its troops had
fled" would have the army say that somebody's troops fled.
"""

from __future__ import annotations

import re

from fogline.grounding.word_lists import word_set
from fogline.reading.reading import EventMention, Reading, Role
from fogline.span import Span

# "Denied that …", "denied having shelled", "denies its men took part"; "denied involvement in the raid" leaves the raid standing.
_DENIES = re.compile(
    r"\b(?P<verb>den(?:y|ies|ied|ying))\s+(?=(?:that|having|its|it|they|their|he|she|his|her|we|our)\b|(?!anything|everything|killing of)\w+ing\b)",
    re.IGNORECASE,
)
_SAID = r"(?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs?|statements?|news)"
# "Contradicted reports that the town had been taken", "dismissed claims by rebels that it had fled", "denied a report of looting".
_CONTRADICTS = re.compile(
    r"\b(?P<verb>contradict(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)|disput(?:es?|ed|ing)|rebut(?:s|ted)?"
    rf"|den(?:y|ies|ied|ying))\s+(?:\w+\s+){{0,2}}?(?P<said>{_SAID}\s+(?:(?:by|from|in|on|of)\s+(?:\w+\s+){{1,3}}?)?(?:that|of)\s)",
    re.IGNORECASE,
)
# "A claim by Kyiv that its troops had retaken the village", in front of the deed, and "was false" behind it.
_TOLD = re.compile(rf"\b(?P<said>{_SAID}\s+(?:(?:by|from|in|on|of)\s+(?:\w+\s+){{1,3}}?)?(?:that|of)\s)", re.IGNORECASE)
_FALSE = re.compile(
    r"\b(?:is|are|was|were)\s+(?:\w+ly\s+)?(?P<verb>false|untrue|incorrect|inaccurate|unfounded|baseless|groundless|fabricated|invented|not true|a lie|lies)\b",
    re.IGNORECASE,
)
_OTHER_VERB = re.compile(r",|\b(?:is|are|was|were|and|or)\b", re.IGNORECASE)
_NOT = re.compile(r"(?:\b(?:not|never|nor|without|cannot|nobody|hardly)|n['’]t)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
# Behind these somebody says something else again.
_ELSEWHERE = re.compile(
    r"[;:]|\b(?:but|where|which|who|after|when|while|as|because|since|although|though)\b"
    r"|\band\s+(?:\w+ly\s+)?(?:said|says|accused|blamed|claimed|vowed|called|insisted|added|told|urged|demanded|put)\b",
    re.IGNORECASE,
)
# Acts of speech beside a denial are its speaker's own ("denied it and blamed the rebels").
_OWN_ACTS = word_set("accuse reject request threaten support consult concede")
OWN = word_set("its their his her our it they he she we")
_VERB = re.compile(r"den(?:y|ies|ied|ying)\b", re.IGNORECASE)


def denial_over(event: EventMention, sentence: Span, text: str) -> Span | None:
    """Return the verb that denies an event, None if none does."""
    if event.type in _OWN_ACTS:
        return None
    found = None
    told = (m for form in (_DENIES, _CONTRADICTS) for m in form.finditer(text, sentence.start, event.trigger.start))
    for match in sorted(told, key=lambda m: m.start()):
        if not _NOT.search(text[sentence.start : match.start()]):
            found = match
    if found is None or not _reaches(found, text[found.end() : event.trigger.start]):
        return _called_false(event, sentence, text)
    return Span(*found.span("verb"))


def _reaches(denial: re.Match[str], between: str) -> bool:
    """Tell whether a denial still speaks of what stands behind ``between``; behind "denied reports of" it ends with the noun."""
    return not _ELSEWHERE.search(between) and not (denial.group().split()[-1].casefold() == "of" and _OTHER_VERB.search(between))


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


def refuted(words: Span, event: EventMention, sentence: Span, text: str) -> bool:
    """Tell whether words name whose report is denied, and not who denies it: "Kyiv" of "a claim by Kyiv that … was false"."""
    told = _last_told(event, sentence, text)
    return told is not None and told.contains(words)


def denier_of(verb: Span, reading: Reading) -> Span | None:
    """Return the words for whoever denies, by the refusal that the reader found at the verb; None if it found none."""
    for event in reading.events:
        if event.type == "reject" and event.trigger.overlap(verb):
            doers = [a.span for a in event.having(Role.ACTOR) if a.span.start < verb.start]
            if doers:
                return doers[-1]
    return None


def own_of(words: Span, verb: Span, text: str) -> bool:
    """Tell whether words behind a denial stand for the denier or what is theirs: "its troops", "it"."""
    return words.start >= verb.end and words.of(text).split(maxsplit=1)[0].casefold() in OWN


def denies(event: EventMention, text: str) -> Span | None:
    """Return the verb of a refusal that is a denial."""
    match = _VERB.search(event.trigger.of(text)) if event.type == "reject" else None
    return Span(event.trigger.start + match.start(), event.trigger.start + match.end()) if match else None
