"""Which language a report is in, and whether the reader knows it."""

from __future__ import annotations

# The encoder was trained on English only.
READABLE_LANGUAGES = frozenset({"en"})

# Below this many letters a guess is worth nothing: headlines of English
# papers come out as Norwegian.
FEWEST_LETTERS = 80

# Guessing looks at this much of a text, no more: the language of a 50 MB
# file shows in its first pages.
SAMPLE = 6000


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, or None if it is too short to tell.

    Capitals are lowered first: to a language guesser a wire text in
    capitals is no English at all. Scripts decide before statistics do.
    """
    import py3langid

    sample = text[:SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    if len(letters) < FEWEST_LETTERS:
        return None
    if sum(c.isupper() for c in letters) > 0.6 * len(letters):
        sample = sample.lower()
    code, _ = py3langid.classify(sample)
    return str(code)
