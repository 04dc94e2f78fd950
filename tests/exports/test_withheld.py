"""Withheld words are taken out of a text, and no others."""

from __future__ import annotations

from fogline.exports.withheld import Cleaner, index_by_first_word


def test_cleaner_takes_whole_words_the_longest_first() -> None:
    cleaner = Cleaner(index_by_first_word({"Samir Haddad": "X", "Samir": "Y"}), index_by_first_word({"Haddad": "Z"}))
    assert cleaner.clean("Samir Haddad, SAMIR, Haddad's and Haddadin") == "X, Y, Z's and Haddadin"


def test_single_word_needs_its_capitals() -> None:
    cleaner = Cleaner({}, index_by_first_word({"Brown": "X"}))
    assert cleaner.clean("Brown saw BROWN in a brown coat") == "X saw X in a brown coat"
