"""Word lists written as plain text, a blank between words."""

from __future__ import annotations


def word_list(words: str) -> list[str]:
    return words.split()


def word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())
