"""Whom a text tells of by post, trade or kinship, or as the body it named before, in a claim or not: "a colonel in Zintan", "the alliance".

"He" often means somebody who does nothing that is a claim, and "it" a body
that only declines to comment. Whoever looks for whom they mean has to know
of them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fogline.grounding import actor_words as lexicon
from fogline.grounding.named_kin import ONE_OF_KIN
from fogline.grounding.registry import Word
from fogline.grounding.word_lists import word_set
from fogline.span import Span

SOMEBODY = word_set(
    """man woman boy girl child resident witness activist doctor nurse medic teenager fighter soldier officer gunman attacker bomber driver farmer
    shopkeeper teacher student journalist reporter lawyer mother father brother sister wife husband son daughter widow refugee worker trader
    pilot prisoner detainee hostage survivor"""
)
_NO_PERSON = word_set(
    "statement communique delegation member head source delegate observer chair general major hospital staff think-tank thinktank"
)
ONE_PERSON = (
    frozenset(
        word
        for word in lexicon.POSTS | lexicon.MILITARY_TITLES | lexicon.WITNESS_TRADES | lexicon.EXPERTS | SOMEBODY
        if not word.endswith(("s", "men")) or word == "witness"
    )
    | word_set("speaker priest monk nun bishop archbishop imam ruler negotiator mediator diplomat senator")
) - _NO_PERSON
# Persons only where more is said of them: "the head of", "a general in Zintan".
_ONE_BEFORE_OF = word_set("head member source general major")
_LEADS = word_set("the a an its his her their whose one another our my")
_SPEAKERS = frozenset(["my", "our"])
# How many words may stand between "the" and whoever it is, and behind "of".
_MODIFIERS = 4
_BEHIND = 6
_NOT_OF_IT = lexicon.BREAKS | word_set("and or but said says told was were is are has had have will would not he she they it")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_BODIES = word_set("alliance group movement organisation organization militia coalition faction")
_NAMED = re.compile(r", (?=[A-Z])")
# What makes the word before it a modifier: "the driver shortage", "a pilot project".
_THINGS = word_set(
    """shortage shortages union unions project projects centre center stand stands training programme program scheme strike school college
    corps statement statements report reports level house residence office post salary murder trial case vote clock clocks"""
)
# Behind these it is said what somebody is, who has been told of: "he was a teacher", "she became the mayor".
_IS = word_set("is was are were be been being became become becomes remains remained")
# Behind a name and a comma: "Ada Byrne, a water engineer,". An insertion goes on with a verb: "Ada Byrne, a minister said, ...".
_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]+ (?:(?:al|de|bin|van|von|der)[ -])*[A-Z][\w’'-]+,(?: (?:aged )?\d+,)? $")
_CLOSED = re.compile(r"[,.;]| (?:who|from|of|at|in|with|and)\b")
_IN_LAW = ["in", "law"]


def told_people(text: str, words: Sequence[Word]) -> Iterator[Span]:
    """Yield the phrases of a text that tell of one person each, in order, with a name that stands behind a comma.

    Texts in capitals have no names to be told from words; of them the posts are found all the same.
    """
    at = 0
    while at < len(words):
        end = _phrase(text, words, at) if words[at].key in _LEADS or words[at].text.endswith(_POSSESSIVE) else at
        if end == at:
            at += 1
            continue
        first = at if words[at].key in _LEADS else _owner(text, words, at)
        # "My husband, Tomas" is told by whoever speaks, and known by the word for kin.
        end = end if words[at].key in _SPEAKERS else _with_name(text, words, _with_body(text, words, end))
        if words[at].key in _SPEAKERS or not _says_who(text, words, first, end):
            yield Span(words[first].start, words[end - 1].end)
        at = end


def _says_who(text: str, words: Sequence[Word], first: int, end: int) -> bool:
    """Tell whether a phrase says what somebody is whom the text names or tells of beside it, and tells of nobody new."""
    if first and words[first - 1].key in _IS and _gap(text, words, first) == " ":
        return True
    if not _NAME_BEFORE.search(text, max(0, words[first].start - 60), words[first].start):
        return False
    return _CLOSED.match(text, words[end - 1].end) is not None


def told_bodies(text: str, words: Sequence[Word]) -> Iterator[Span]:
    """Yield where a text speaks of a body that it has named before as a whole: "the alliance", "the group" of "the group's leaders"."""
    for n, word in enumerate(words[:-1]):
        if word.key == "the" and words[n + 1].key in _BODIES and _gap(text, words, n + 1) == " ":
            followed = n + 2 < len(words) and _gap(text, words, n + 2) == " " and words[n + 2].key in lexicon.PLAIN_NOUNS
            if not followed:
                yield Span(word.start, words[n + 1].end - (2 if words[n + 1].text.endswith(_POSSESSIVE) else 0))


def _phrase(text: str, words: Sequence[Word], at: int) -> int:
    """Return the word behind a phrase that begins at ``at`` and names one person; ``at`` itself if none does."""
    end = at
    for n in range(at + 1, min(at + _MODIFIERS + 2, len(words))):
        if _gap(text, words, n) not in (" ", "-") or words[n].key in _NOT_OF_IT:
            break
        one = words[n].key in ONE_PERSON or (
            words[n].key in _ONE_BEFORE_OF and n + 1 < len(words) and words[n + 1].key in ("of", "in", "at", "from", "who")
        )
        if one and not words[n].text.endswith(_POSSESSIVE):
            end = n + 1
        elif end > at:
            break
    if end > at and [w.key for w in words[end : end + 2]] == _IN_LAW:
        return end + 2
    # "The general staff", "the president's men" and "the minister told": the phrase ends at its last noun.
    behind = words[end] if at < end < len(words) and _gap(text, words, end) == " " else None
    return at if behind is not None and behind.key in lexicon.PLAIN_NOUNS | _THINGS | {"staff"} else end


def _owner(text: str, words: Sequence[Word], at: int) -> int:
    """Return where the owner begins that ends at ``at``: "the army" of "the army's leader"."""
    first = at
    while first and at - first < _MODIFIERS and _gap(text, words, first) in (" ", "-"):
        before = words[first - 1]
        if before.key in lexicon.DEFINITE:
            return first - 1
        if not before.capital or before.key in _NOT_OF_IT | lexicon.SENTENCE_OPENERS:
            break
        first -= 1
    return first


def _with_body(text: str, words: Sequence[Word], end: int) -> int:
    """Return the end of a phrase with the body that it names: "of Israel's general staff", "for the alliance"."""
    if end >= len(words) or words[end].key not in ("of", "for", "at", "in") or _gap(text, words, end) != " ":
        return end
    last = end
    for n in range(end + 1, min(end + 1 + _BEHIND, len(words))):
        if _gap(text, words, n) not in (" ", "-"):
            break
        key = words[n].key
        if words[n].capital or key in lexicon.PLAIN_NOUNS or key == "staff":
            last = n + 1
        elif not (key in lexicon.DETERMINERS or key in lexicon.STATE_MODIFIERS or key == "of"):
            break
    return last if last > end else end


def _with_name(text: str, words: Sequence[Word], end: int) -> int:
    """Return the end of a phrase with the name of two to four words in apposition: ", Ada Byrne,"; "X, the paper said, was" has none.

    Of kin a first name is enough: "her brother, Tomas,".
    """
    if end >= len(words) or not _NAMED.match(text, words[end - 1].end):
        return end
    last = end
    while last < len(words) and last - end < 4 and words[last].capital and (last == end or _gap(text, words, last) in (" ", "-")):
        last += 1
    closed = last == len(words) or _gap(text, words, last)[:1] in (",", ".", ";", ")", "\n")
    fewest = 1 if words[end - 1].key in ONE_OF_KIN else 2
    return last if last - end >= fewest and closed else end


def _gap(text: str, words: Sequence[Word], at: int) -> str:
    """Return what stands between a word and the one before it."""
    return text[words[at - 1].end : words[at].start]
