"""For whom somebody claims to speak, whoever they are: "a caller who said he spoke for the front", "a leaflet signed by the front"."""

from __future__ import annotations

import re

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import plain_name
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.naming import Naming
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role

__all__ = ["spoken_for_by_claim"]

# A body so called that nobody knows fights for something, if somebody calls for it.
_ARMED = lexicon.ARMED_NOUNS | word_set("front army movement brigade brigades battalion battalions")
_SAYS_SO = re.compile(
    r"\b(?:(?:claim(?:ing|ed|s)|purport(?:ing|ed|s)|saying|said|says)(?: that)?(?: (?:he|she|they))? (?:to )?"
    r"(?:(?:have )?(?:be(?:en)?|was|were) )?(?:(?:speak|spoke|speaking|call|calling|called|act|acting) (?:for|on behalf of)"
    r"|represent(?:s|ed|ing)?|(?:be(?:ing)?|is|was|were) (?=an? |the |from |with |of )(?:from |with |of )?)"
    r"|(?:identif(?:ied|ying)|introduc(?:ed|ing)|presented|presenting|describ(?:ed|ing)) (?:him|her|them)sel(?:f|ves) as (?:an? |the )?"
    r"(?:spokes\w+|members?|representatives?|commanders?|leaders?|envoys?) (?:for|of|from)|signed by|belong(?:s|ed|ing)? to) *(?:an? |the )?",
    re.IGNORECASE,
)


def spoken_for_by_claim(naming: Naming) -> GroundedActor | None:
    """Return the body for which an unknown caller, letter or person claims to speak, None where the words claim nothing.

    What is claimed is the body's word as far as anybody can tell; the claim
    of a person who is named stays that person's.
    """
    phrase = naming.phrase
    if phrase.words[phrase.head].capital and not naming.context.all_caps:
        return None
    start, end = phrase.words[phrase.start].start, phrase.words[-1].end
    said = _SAYS_SO.search(naming.text, start, end)
    if said is not None and said[0].startswith("belong") and naming.role is not Role.ORIGIN:
        return None  # whose a school is says nothing of who was in it
    at = next((n for n, w in enumerate(phrase.words) if said is not None and w.start >= said.end()), None)
    if at is None:
        return None
    inner = naming.rest(at)
    if inner is not None and inner.kind is ActorKind.PARTY and not inner.name.islower():
        reason = f"who claims to speak for {inner.name}"
        return GroundedActor(inner.name, inner.kind, inner.actor_id, inner.inter, "role-of", reason, inner.candidates)
    last = at
    while last < len(phrase.words) and phrase.words[last].capital:
        last += 1
    if naming.context.all_caps or last - at < 2 or phrase.words[last - 1].key not in _ARMED:
        return None
    name = plain_name(naming.text[phrase.words[at].start : phrase.words[last - 1].end], False)
    return GroundedActor(name, ActorKind.PARTY, None, None, "role-of", f"who claims to speak for {name}, not in the registry")
