"""Two spellings of one place name: what different hands make of the same Arabic letters."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz


# Towns of one day are held against each other again and again.
@lru_cache(maxsize=50_000)
def alike(left: frozenset[str], right: frozenset[str]) -> tuple[str, str] | None:
    """Return two words that are transliterations of one name ("Sheikhun" and "Sheikhoun"), if there are any."""
    best: tuple[float, str, str] | None = None
    for a in sorted(left):
        for b in sorted(right):
            if len(a) >= 5 and len(b) >= 5 and a[0] == b[0]:
                ratio = fuzz.ratio(a, b)
                if (ratio >= 84 or (ratio >= 70 and _same_consonants(a, b))) and (best is None or ratio > best[0]):
                    best = (ratio, a, b)
    return (best[1], best[2]) if best else None


# What one Arabic letter becomes in different hands.
_LETTERS = (("dj", "j"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("q", "k"), ("ph", "f"))
_FEWEST_CONSONANTS = 4


@lru_cache(maxsize=50_000)
def _consonants(word: str) -> str:
    """Return a word's consonants, doubled ones once: what two transliterations of one name share ("hassajik", "hassadjek")."""
    for printed, letter in _LETTERS:
        word = word.replace(printed, letter)
    bare = [c for c in word if c not in "aeiouy'’-"]
    return "".join(c for n, c in enumerate(bare) if n == 0 or bare[n - 1] != c)


def _same_consonants(one: str, other: str) -> bool:
    bare = _consonants(one)
    return len(bare) >= _FEWEST_CONSONANTS and bare == _consonants(other)
