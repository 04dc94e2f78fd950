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

# A guess against English must be this much likelier, in nats a character.
# Lists of English words and names lose by 0.1 or less, a table of French
# lines by 0.6, French prose by 1.4.
_MARGIN = 0.3

# Letters of one script are no evidence of one language, but Han, Arabic or
# Cyrillic letters are evidence enough that the text is not English.
_LATIN_END = "\u024f"
# A text with letters of another script is read for its English unless they
# are most of it; from a tenth on, more than a few names, this is said.
_SOME_SCRIPT, _MOST_SCRIPT = 0.1, 0.75

# No word of an alphabet is longer; what is, is no evidence of a language.
_LONGEST_WORD = 40


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, or None if it is too short to tell.

    A word that comes again says nothing new: what the thirty rows of a table
    repeat is no more English or French for it. Capitals are lowered first:
    to a language guesser a wire text in capitals is no English at all. In
    doubt a text is English, for a text called anything else is not read.
    """
    words = [w for w in text[:SAMPLE].split() if len(w) <= _LONGEST_WORD or w[0] > _LATIN_END]
    letters = [c for w in words for c in w if c.isalpha()]
    foreign = sum(c > _LATIN_END for c in letters)
    # A script of its own tells earlier than statistics over Latin letters.
    if len(letters) < (FEWEST_LETTERS if foreign < 0.5 * len(letters) else 20):
        return None
    sample = " ".join(dict.fromkeys(words))
    if sum(c.isupper() for c in letters) > 0.6 * len(letters):
        sample = sample.lower()
    import py3langid

    ranked = py3langid.rank(sample)
    code = str(ranked[0][0])
    if code in READABLE_LANGUAGES:
        return code
    prose = text[:SAMPLE].lower()
    latin = sum(w[0] <= _LATIN_END for w in _WORD.findall(prose))
    if foreign < _MOST_SCRIPT * len(letters) and len(_ENGLISH.findall(prose)) > _ENGLISH_SHARE * latin:
        return "en"
    behind = float(ranked[0][1]) - float(dict(ranked)["en"])
    return "en" if foreign < 0.2 * len(letters) and behind < _MARGIN * len(sample) else code


def other_script(text: str) -> float:
    """Return which part of a text's letters is of another script than the reader's; nought for a name or two."""
    letters = [c for c in text[:SAMPLE] if c.isalpha()]
    share = sum(c > _LATIN_END for c in letters) / len(letters) if letters else 0.0
    return share if share >= _SOME_SCRIPT else 0.0


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
