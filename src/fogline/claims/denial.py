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
# "Contradicted reports that the town had been taken", "dismissed claims by rebels that it had fled".
_CONTRADICTS = re.compile(
    r"\b(?P<verb>contradict(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)|disput(?:es?|ed|ing)|rebut(?:s|ted)?)\s+"
    r"(?:\w+\s+){0,2}?(?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs?|statements?|news)\s+"
    r"(?:(?:by|from|in|of|on)\s+(?:\w+\s+){1,3}?)?that\s",
    re.IGNORECASE,
)
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
    if found is None or _ELSEWHERE.search(text[found.end() : event.trigger.start]):
        return None
    return Span(*found.span("verb"))


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
