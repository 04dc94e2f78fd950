"""Who claims a deed: whoever claims responsibility has done it by their own word, whoever else tells of it."""

from __future__ import annotations

import re

from fogline.claims.claim import ActorMention, Voice
from fogline.claims.voice import voice_of
from fogline.grounding.ground import Grounding
from fogline.reading.reading import EventMention
from fogline.reading.types import TYPES, Family

__all__ = ["claims_it", "nobody_claims", "with_claimant"]

# "Claimed responsibility for an ambush", "claimed the bombing": whoever claims it has done it.
_CLAIMS_IT = re.compile(
    r"\bclaim(?:ed|s|ing)\s+(?:(?:full\s+)?(?:responsibility|credit)\s+for\s+)?(?:(?:the|a|an|its|this|that|two|both|last)\s+(?:[\w-]+\s+){0,3})?\Z",
    re.IGNORECASE,
)
_DONE = frozenset({Family.VIOLENCE})


def claims_it(event: EventMention, text: str) -> bool:
    """Tell whether an event is one whose doing its speaker claims."""
    if TYPES[event.type].family not in _DONE:
        return False
    before = text[max(0, event.trigger.start - 90) : event.trigger.start]
    return _CLAIMS_IT.search(before) is not None and not re.search(
        r"\b(?:no ?body|no one|no group|not|never|none)\b[^.;]*\Z", before, re.IGNORECASE
    )


_NOBODY_CLAIMS = re.compile(r"\b(?:no ?body|no one|no (?:armed )?groups?|none)(?: \w+){0,4} claimed\b", re.IGNORECASE)


def nobody_claims(event: EventMention, text: str) -> bool:
    """Tell whether it is only said that nobody claims a deed: the deed is told elsewhere, and this does not deny it."""
    if TYPES[event.type].family is not Family.VIOLENCE or not event.trigger.of(text).casefold().startswith(
        ("claim", "has claim", "have claim")
    ):
        return False
    return _NOBODY_CLAIMS.search(text[max(0, event.trigger.start - 60) : event.trigger.end]) is not None


# Behind who claims a deed; "has not claimed", "denied that it had claimed" are no claims.
_TAKES_IT_ON = re.compile(
    r"(?:(?!\b(?:and|but|after|while|who|which|when|as)\b)[^.;:\n“”\"]){0,90}?\b(?:ha(?:s|ve|d)\s+(?:since\s+|already\s+|also\s+)?)?(?:claim(?:ed|s|ing)?|taken|took|takes|accepted|admitted)\s+(?:full\s+|joint\s+)?"
    r"(?:responsibility|credit)\b",
    re.IGNORECASE,
)
_DOES_NOT = re.compile(
    r"\b(?:not|never|no|nor|nobody|none|without|den(?:y|ies|ied)|if|whether|falsely)\b|n['’]t\b", re.IGNORECASE
)


def with_claimant(
    origin: tuple[Voice, ...], actors: tuple[ActorMention, ...], event: EventMention, grounding: Grounding, text: str
) -> tuple[Voice, ...]:
    """Return the voices of a deed with whoever claims responsibility for it as the last of the chain, unless they are in it.

    "The police said the movement had claimed responsibility" is the word of
    the police, who cite the movement.
    """
    if TYPES[event.type].family not in _DONE:
        return origin
    for actor in actors:
        if actor.span is None or any(v.name == actor.name for v in origin):
            continue
        claimed = _TAKES_IT_ON.match(text, actor.span.end)
        reach = max(event.trigger.end, event.quote.end)
        if claimed is None or claimed.start() > reach or claimed.end() < event.quote.start - 60 or claimed.end() > reach + 5:
            continue
        if _DOES_NOT.search(claimed[0]) is None:
            return (*origin, voice_of(actor.span, grounding, text))
    return origin
