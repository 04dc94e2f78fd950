"""Mentions that are not weighed a second time: names, groups on no list, things of nobody, people of a town, others beside a victim."""

from __future__ import annotations

import re

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import PARTICLES
from fogline.grounding.coreference import References
from fogline.grounding.mention_extent import head_of
from fogline.grounding.prose import head_key
from fogline.grounding.unlisted_groups import UNLISTED
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role
from fogline.span import Span

__all__ = ["keeps_its_words"]

# Whose they are the words around them tell, or nothing does.
_THINGS = word_set(
    """rocket rockets missile missiles shell shells mortar mortars bomb bombs bullet bullets grenade grenades round rounds shrapnel gunfire fire
    explosion explosions blast blasts truck trucks car cars lorry lorries bus buses"""
)
_WHO_LIVE = frozenset(["men", "women", "people", "families", "children", "inhabitants", "residents"])
_ALONG = re.compile(
    r"(?:, (?:aged )?\d{1,3})?,? (?:and|along with|together with|as well as|plus|with) (?:at least |about |some |up to )?"
)


def keeps_its_words(references: References, span: Span) -> bool:
    """Tell whether a mention stands for what it was held for, whoever else the report names."""
    if not references.prose.words_in(span):
        return True
    named = references.out[span].reason.endswith(UNLISTED) or (span not in references.kinds and _full_name(references, span))
    return named or _thing(references, span) or _of_a_town(references, span) or _beside_a_victim(references, span)


def _full_name(references: References, span: Span) -> bool:
    """Tell whether a mention is somebody's whole name, of which nobody else is meant: "Ada Byrne", no title and no article."""
    found = references.prose.words_in(span)
    if references.prose.context.all_caps or references.prose.matches(found):
        return False
    said = lexicon.PLAIN_NOUNS | lexicon.DETERMINERS | lexicon.QUANTIFIERS | lexicon.HONORIFICS | lexicon.NO_GROUP
    printed = span.of(references.prose.text).split()
    return len(printed) > 1 and all(w.capital or w.key in PARTICLES for w in found) and not any(w.key in said for w in found)


def _thing(references: References, span: Span) -> bool:
    """Tell whether a mention is of things of which nobody says whose they are: "rockets", "three trucks", not "a missile of Iranian make"."""
    named = any(w.capital for w in references.prose.words_in(span)[1:])
    return not named and references.out[span].basis == "unknown" and head_of(references.prose, span) in _THINGS


def _of_a_town(references: References, span: Span) -> bool:
    """Tell whether a mention is of those who live in a place: "the men of Adwa" are not who besieges it."""
    found = references.prose.words_in(span)
    at = next((n for n, w in enumerate(found) if w.key == "of"), 0)
    if not at or found[at - 1].key not in _WHO_LIVE:
        return False
    behind = references.prose.text[found[at].end : found[-1].end].strip().removeprefix("the ").casefold()
    return behind in references.antecedents.exclusions.places


def _beside_a_victim(references: References, span: Span) -> bool:
    """Tell whether a mention is of others joined to a victim who bears no arms: "her nephew, 9, along with thirteen others"."""
    prose = references.prose
    if references.mentions[span] is not Role.TARGET or head_key(prose.words_in(span)) not in ("others", "more"):
        return False
    before = next((e for e in references.entities.earlier(span, 0) if e.role is Role.TARGET), None)
    if before is None or not _ALONG.fullmatch(prose.text, before.span.end, span.start):
        return False
    unarmed = before.grounded.inter == 7
    return unarmed or (before.grounded.actor_id is None and references.antecedents.exclusions.one_person(before))
