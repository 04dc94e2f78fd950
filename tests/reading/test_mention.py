"""Where a mention begins and ends, from the tagger's words."""

import re

import pytest

from fogline.reading.event import without_accuser
from fogline.reading.mention import in_one_sentence, somebody, tidy, unbroken
from fogline.reading.reading import Argument, Role
from fogline.span import Span


class Window:
    """Words of a text with what stands between them: as much of a window as a mention's ends are judged by."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words = [(m.start(), m.end()) for m in re.finditer(r"\w+|[^\w\s]", text)]
        self.strings = [text[start:end] for start, end in self._words]

    def gap(self, word: int) -> str:
        return self.between(word + 1, word + 1)

    def between(self, end: int, begin: int) -> str:
        return self.text[self._words[end - 1][1] : self._words[begin][0]]

    def sentence_of(self, word: int) -> tuple[int, int]:
        lines = [self.text.count("\n", 0, start) for start, _ in self._words]
        return lines.index(lines[word]), len(lines) - lines[::-1].index(lines[word])

    def words(self, begin: int, end: int) -> str:
        return self.text[self._words[begin][0] : self._words[end - 1][1]]


@pytest.mark.parametrize(
    ("text", "begin", "end", "whole"),
    [
        ("an air campaign against Kurdish-held Afrin, it said", 4, 7, "Kurdish-held Afrin"),
        ("they shelled the rebel-held town of Douma again", 2, 6, "the rebel-held town of Douma"),
        ("the UK-based Lantern Observatory said so", 0, 2, "the UK-based Lantern Observatory"),
        # Nothing that is a name follows: it stays as it was marked.
        ("a raid on rebel-held areas yesterday", 3, 6, "rebel-held"),
        ("the US-led coalition flew", 0, 2, "the US"),
    ],
)
def test_a_compound_takes_the_name_that_it_belongs_to(text: str, begin: int, end: int, whole: str) -> None:
    window = Window(text)
    assert window.words(*tidy(window, begin, end, named=True)) == whole  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "begin", "end", "whole"),
    [
        ("as the PKK's military wing said", 4, 7, "PKK's military wing"),
        ("as the so-called council said", 4, 6, "so-called council"),
        ("an anti-Boko Haram force came", 3, 5, "Boko Haram"),
        ("they left Turkey's army there", 5, 6, "army"),
    ],
)
def test_a_mention_begins_with_a_whole_word(text: str, begin: int, end: int, whole: str) -> None:
    window = Window(text)
    assert window.words(*tidy(window, begin, end, named=True)) == whole  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "found", "joined"),
    [
        ("An estimated 300 people fled", [(0, 2), (2, 4)], ["An estimated 300 people"]),
        ("15,000 fled", [(0, 1), (2, 3)], ["15,000"]),
        ("the army 300 rebels", [(0, 2), (2, 4)], ["the army", "300 rebels"]),
        ("an estimated dozen rebels", [(0, 2), (2, 4)], ["an estimated", "dozen rebels"]),
        ("12 people—five of them children—fled", [(0, 2), (3, 7)], ["12 people", "five of them children"]),
        ("soldiers/police fled", [(0, 1), (2, 3)], ["soldiers", "police"]),
        ("10–15 people fled", [(0, 1), (2, 4)], ["10–15 people"]),
    ],
)
def test_what_leads_to_a_number_is_joined_with_it(text: str, found: list[tuple[int, int]], joined: list[str]) -> None:
    window = Window(text)
    whole = unbroken(window, [(begin, end, 0.5) for begin, end in found])  # type: ignore[arg-type]
    assert [window.words(begin, end) for begin, end, _ in whole] == joined


@pytest.mark.parametrize(
    ("begin", "end", "kept"), [(4, 8, "Soldiers of Eastland"), (3, 6, "says force"), (5, 8, "Soldiers of Eastland")]
)
def test_the_last_word_of_a_headline_is_no_part_of_the_next_name(begin: int, end: int, kept: str) -> None:
    window = Window("Town falls, says force\nSoldiers of Eastland are in it")
    begin, end, _ = in_one_sentence(window, (begin, end, 0.9))  # type: ignore[arg-type]
    assert window.words(begin, end) == kept


def test_the_hour_of_an_entry_is_no_part_of_a_name() -> None:
    window = Window("Live: raids\n18:42 - Nasser hospital says nine died")
    assert window.words(*tidy(window, 5, 9, named=True)) == "Nasser hospital"  # type: ignore[arg-type]
    begin, end = tidy(window, 5, 6, named=True)  # type: ignore[arg-type]
    assert begin == end
    inside = Window("the shells fell at 18:42 - they said")
    assert tidy(inside, 6, 9, named=True) == (6, 9)  # type: ignore[arg-type]


def test_whoever_accuses_did_not_do_it() -> None:
    text = "Uganda has accused Rwanda of arming rebels"

    def named(role: Role, words: str) -> Argument:
        start = text.index(words)
        return Argument(role, Span(start, start + len(words)), 0.9)

    told = [named(Role.ORIGIN, "Uganda"), named(Role.ACTOR, "Uganda"), named(Role.ACTOR, "Rwanda"), named(Role.TARGET, "rebels")]
    assert without_accuser(told, text) == [told[0], *told[2:]]
    # Whoever says what both do is one of both.
    assert without_accuser(told, text.replace("has accused Rwanda", "said it and Rwanda")) == told


@pytest.mark.parametrize(
    ("mention", "kept"),
    [
        ("had been thought to be beaten", ""),
        ("under the banner", ""),
        ("we call", "we"),
        ("they all", "they all"),
        ("remotely", ""),
        ("wounded", "wounded"),
        ("family", "family"),
        ("rally", "rally"),
        ("against the rebels", "the rebels"),
        ("at least 20 soldiers", "at least 20 soldiers"),
        ("under 200 men", "under 200 men"),
        ("in-laws of the mayor", "in-laws of the mayor"),
        ("s", ""),
        ("a few stragglers", "a few stragglers"),
    ],
)
def test_a_piece_of_a_clause_is_nobody(mention: str, kept: str) -> None:
    window = Window(f"yesterday {mention} there")
    begin, end = somebody(window, 1, len(window.strings) - 1)  # type: ignore[arg-type]
    assert (window.words(begin, end) if begin < end else "") == kept


def test_a_first_name_that_is_a_verb_too_names_somebody() -> None:
    for mention, kept in (("Said Hassan", "Said Hassan"), ("Said the mayor", "")):
        window = Window(f"{mention} fled")
        begin, end = somebody(window, 0, len(window.strings) - 1)  # type: ignore[arg-type]
        assert (window.words(begin, end) if begin < end else "") == kept


def test_names_that_look_like_small_words_are_kept() -> None:
    for name in ("IS", "I", "Italy", "Had"):
        window = Window(f"{name} fled")
        assert somebody(window, 0, 1) == ((0, 0) if name == "Had" else (0, 1))  # type: ignore[arg-type]
