"""What a text tells of a person's sex beside the name: "Ada Byrne, a seamstress and mother of two", "Tom Ito, who lost his house"."""

from __future__ import annotations

import re
from functools import lru_cache

from fogline.grounding import actor_words as lexicon
from fogline.grounding.coreference_ranking import gender_of
from fogline.grounding.word_lists import word_set

__all__ = ["sex_told"]

# A word before a surname is a first name, a title or a word for kin.
_WORD_BEFORE = re.compile(r"\b([^\W\d_]+) $")
_WOMEN = word_set(
    """woman girl lady mother grandmother sister daughter wife widow aunt spokeswoman policewoman chairwoman congresswoman businesswoman actress
    seamstress nun midwife housewife schoolgirl stepmother"""
)
_MEN = word_set(
    """man boy father grandfather brother son husband uncle widower spokesman policeman chairman congressman businessman imam bishop archbishop monk
    priest fisherman schoolboy stepfather"""
)
# "…, 41, a widow with four children": the noun of what is said behind a name, before anything else begins.
_SAID_TO_BE = re.compile(r"['’]?(?:, \d{1,3})?, (?:a|an|the|his|her|their) ([\w-]+(?: [\w-]+){0,4})", re.IGNORECASE)
# "…, who lost her son": what is had by whoever the clause is of.
_WHO_HAS = re.compile(
    r"(?:, \d{1,3})?, who (?:\w+ ){1,3}?(his|her) (?!(?:and|or|to|in|at|for|that|if|the|a)\b)[a-z]", re.IGNORECASE
)
_ENDS = lexicon.BREAKS | word_set("and or of for in at who whose whom with to from on said says")


@lru_cache(maxsize=256)
def sex_told(text: str, surname: str) -> str:
    """Return ``f`` or ``m`` by the first names, titles and words for kin that a text puts beside a surname; empty where none tells."""
    standing = list(re.finditer(rf"(?<!\w){re.escape(surname)}\b", text))
    firsts = (_WORD_BEFORE.search(text[max(0, m.start() - 40) : m.start()]) for m in standing)
    told = gender_of([m.group(1).casefold() for m in firsts if m])
    return told or next((sex for m in standing if (sex := _behind(text, m.end()))), "")


def _behind(text: str, end: int) -> str:
    if (said := _SAID_TO_BE.match(text, end)) is not None:
        words = said.group(1).casefold().split()
        noun = next((words[n - 1] for n, w in enumerate(words) if w in _ENDS and n), words[-1])
        if noun in _WOMEN | _MEN:
            return "f" if noun in _WOMEN else "m"
    has = _WHO_HAS.match(text, end)
    return gender_of([has.group(1).casefold()]) if has is not None else ""
