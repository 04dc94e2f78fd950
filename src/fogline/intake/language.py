"""Which language a report is in, and whether the reader knows it."""

from __future__ import annotations

import re

# The encoder was trained on English only.
READABLE_LANGUAGES = frozenset({"en"})

# Below this many letters a guess is worth nothing: headlines of English
# papers come out as Norwegian.
FEWEST_LETTERS = 80

# Guessing looks at this much of a text, no more: the language of a 50 MB
# file shows in its first pages.
SAMPLE = 6000

# Not one of its words is English, and these are in nearly every English
# sentence: a guess against English needs them to be rare. Names and figures
# of a casualty list otherwise pass for Maltese or Latin.
_ENGLISH = re.compile(r"\b(?:the|of|and|in|to|said|was|were|that|for|from|with|by|on)\b")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH_SHARE = 0.15

# Letters of one script are no evidence of one language, but Han, Arabic or
# Cyrillic letters are evidence enough that the text is not English.
_LATIN_END = "\u024f"


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, or None if it is too short to tell.

    Capitals are lowered first: to a language guesser a wire text in
    capitals is no English at all. In doubt a text is English, for a text
    called anything else is not read.
    """
    sample = text[:SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    foreign = sum(c > _LATIN_END for c in letters)
    # A script of its own tells earlier than statistics over Latin letters.
    if len(letters) < (FEWEST_LETTERS if foreign < 0.5 * len(letters) else 20):
        return None
    if sum(c.isupper() for c in letters) > 0.6 * len(letters):
        sample = sample.lower()
    import py3langid

    code = str(py3langid.classify(sample)[0])
    if code not in READABLE_LANGUAGES and foreign < 0.2 * len(letters):
        words = len(_WORD.findall(sample))
        if len(_ENGLISH.findall(sample.lower())) > _ENGLISH_SHARE * words:
            return "en"
    return code


def language_code(said: str | None) -> str | None:
    """Return the ISO 639-1 code of what a record or page says of its language ("English", "eng", "en-GB"); None if unclear."""
    if not said or not (word := re.split(r"[-_,; ]", said.strip().lower())[0]):
        return None
    import pycountry

    languages = pycountry.languages
    # By code before by name: there is a language whose name is "En".
    found = languages.get(alpha_2=word) or languages.get(alpha_3=word) or languages.get(name=word.capitalize())
    if found is None:
        return None
    return getattr(found, "alpha_2", None) or str(found.alpha_3)
