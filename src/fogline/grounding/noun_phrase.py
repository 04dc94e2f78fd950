"""The words that name somebody, taken apart: head noun, what stands before it, what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogline.grounding import actor_words as lexicon
from fogline.grounding.registry import Match, Sense, Word, YamlRegistry, words

_STOP = re.compile(r"[,(\[;:]|\s[-–—]{1,2}\s|\.\s")
_HYPHEN = re.compile(r"[-‐‑–]")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase over the words of a span.

    ``head`` counts words from the start of the span; it is the last word of
    the phrase before whatever qualifies it from behind ("members *of* …",
    "a spokesman, *who* …"). ``end`` is where the phrase proper ends.
    ``owners`` are names within it that are no part of a compound such as
    "US-backed" or "anti-Isis"; ``compounds`` are those that are.
    """

    words: tuple[Word, ...]
    matches: tuple[Match, ...]
    start: int
    head: int
    end: int
    link: str
    owners: tuple[Match, ...]
    compounds: tuple[tuple[Match, str], ...]

    @property
    def head_key(self) -> str:
        return self.words[self.head].key

    @property
    def head_match(self) -> Match | None:
        return next((m for m in self.owners if m.first <= self.head < m.last), None)

    @property
    def modifiers(self) -> tuple[str, ...]:
        """The words before the head that belong to no name."""
        taken = {n for m in (*self.owners, *(c for c, _ in self.compounds)) for n in range(m.first, m.last)}
        return tuple(w.key for n, w in enumerate(self.words[self.start : self.head], self.start) if n not in taken)

    @property
    def before(self) -> tuple[Match, ...]:
        """Names before the head, the nearest last."""
        return tuple(m for m in self.owners if self.start <= m.first and m.last <= self.head)

    @property
    def after(self) -> int | None:
        """The first word behind the phrase, None if nothing follows."""
        return self.end if self.end < len(self.words) else None


# Behind these and "to" or "with" stands whose they are.
_TIES = frozenset(["belonging", "tied", "linked", "loyal", "allied", "affiliated"])


def is_where_based(phrase: NounPhrase, match: Match) -> bool:
    """Tell whether a name only says where a body has its seat: "the Britain-based group"."""
    return match.last < len(phrase.words) and phrase.words[match.last].key == "based"


def noun_phrase(
    text: str,
    found: list[Word],
    registry: YamlRegistry,
    *,
    all_caps: bool,
    year: int | None,
    home: frozenset[str] | None = None,
    first: int = 0,
) -> NounPhrase | None:
    """Return the noun phrase that begins with word ``first``, None if there is no word."""
    if first >= len(found):
        return None
    matches = registry.matches(found, all_caps, year, home)
    covered = {n: m for m in matches for n in range(m.first, m.last)}
    end, link = len(found), ""
    at = first
    while at < len(found):
        match = covered.get(at)
        word = found[at]
        if at > first:
            gap = text[found[at - 1].end : word.start]
            inside = match is not None and match.first < at
            if gap == "," and found[at - 1].key.isdigit() and word.key.isdigit():
                at += 1  # 2,000
                continue
            abbreviated = gap.startswith(". ") and len(found[at - 1].text) <= 4
            if not inside and not abbreviated and _STOP.search(gap) and not _filled_in(text, found, covered, first, at):
                end, link = at, gap.strip()[:1]
                break
            breaks = word.key in lexicon.BREAKS and not _goes_on(found, at, gap)
            if not inside and match is None and breaks and not (_HYPHEN.fullmatch(gap)):
                end, link = at, word.key
                break
            if not inside and match is None and gap == " " and _only_says_more(found, first, at, all_caps=all_caps):
                end, link = at, word.key
                break
            if (
                not inside
                and match is None
                and word.key in lexicon.PARTICIPLES
                and gap == " "
                and (all_caps or not word.capital)  # "the Defence Armed Forces"
                and not _HYPHEN.fullmatch(
                    text[found[at - 2].end : found[at - 1].start] if at - 2 >= first else ""
                )  # "non-state armed groups"
                and _complete(found, covered, first, at)
            ):
                end, link = at, word.key
                break
            if (
                not inside
                and match is None
                and gap == " "
                and word.key in _TIES
                and text.startswith((" to ", " with "), word.end)
            ):
                end, link = at, word.key  # "a convoy belonging to the force", whatever the noun
                break
            if not inside and match is None and gap == " " and _says_what_was_done(text, word):
                end, link = at, word.key
                break
            if not inside and word.key in ("a", "an", "the") and gap == " " and at - first >= 2 and _two_capitals(found, at):
                end, link = at, ","  # agencies' copies lose commas: "Ada Byrne a local doctor"
                break
            if not inside and match is None and gap == " " and _says_what_they_do(found, covered, first, at):
                end, link = at, word.key
                break
            if not inside and word.key in ("and", "or") and _complete(found, covered, first, at):
                end, link = at, word.key
                break
        at += 1
    owners, compounds = [], []
    for m in matches:
        if not first <= m.first < end:
            continue
        role = _compound(text, found, m)
        if role:
            compounds.append((m, role))
        else:
            owners.append(m)
    return NounPhrase(tuple(found), tuple(matches), first, end - 1, end, link, tuple(owners), tuple(compounds))


def _filled_in(text: str, found: list[Word], covered: dict[int, Match], first: int, at: int) -> bool:
    """Tell whether a bracket is an editor's word inside the phrase: "the [Assad] regime", and no short form behind a name."""
    if text[found[at - 1].end : found[at].start].strip() not in ("[", "‘", "“["):
        return False
    if covered.get(at - 1) is not None or any(w.capital and n > first for n, w in enumerate(found[first:at], first)):
        return False
    close = next((n for n in range(at, min(at + 3, len(found))) if "]" in text[found[n].end : found[n].end + 1]), None)
    return close is not None and close + 1 < len(found) and text[found[close].end : found[close + 1].start] == "] "


def _complete(found: list[Word], covered: dict[int, Match], first: int, at: int) -> bool:
    """Tell whether the words before "and" are a noun phrase already: "women and …", not "current and former …"."""
    previous = covered.get(at - 1)
    if previous is not None:
        following = covered.get(at + 1)
        both_adjectives = previous.name.sense is Sense.ADJECTIVE and following is not None
        return not both_adjectives or found[at - 1].key.endswith("s")
    key = found[at - 1].key
    groups = (
        lexicon.FORCES,
        lexicon.CIVILIANS,
        lexicon.REBELS,
        lexicon.MILITANTS,
        lexicon.FIGHTERS,
        lexicon.POSTS,
        lexicon.WITNESSES,
    )
    return any(key in g for g in groups) or (found[at - 1].capital and at - 1 > first)


def _two_capitals(found: list[Word], at: int) -> bool:
    return found[at - 1].capital and found[at - 2].capital and not found[at].capital


# Across or against what helpers work, in the name of their body.
_IN_NAMES = frozenset(["across", "against"])
_WHERE = frozenset(["here", "there"])
# Those of whom this is said are so many wounded: "the army wounded".
_ARE_THE_HURT = frozenset(
    ["wounded", "injured", "displaced", "disabled", "armed", "deceased", "unemployed", "uprooted", "starved"]
)


def _goes_on(found: list[Word], at: int, gap: str) -> bool:
    """Tell whether a name or post goes on with a word that begins a clause elsewhere: "Doctors Across Borders", "trade under secretary"."""
    row = found[at - 1 : at + 2]
    if found[at].key == "under" and found[at + 1 : at + 2] and found[at + 1].key == "secretary":
        return True
    helpers = found[at - 1].key in lexicon.DOCTORS | lexicon.CIVILIANS
    return gap == " " and found[at].key in _IN_NAMES and helpers and len(row) == 3 and all(w.capital for w in row)


def _only_says_more(found: list[Word], first: int, at: int, *, all_caps: bool) -> bool:
    """Tell whether the last word only says where people are or what was done with them: "a doctor *there*", "refugees *interviewed*"."""
    word, before = found[at], found[at - 1].key
    if at + 1 < len(found) or (word.capital and not all_caps):
        return False
    if word.key in _WHERE:
        return at > first
    done = word.key.endswith("ed") and len(word.key) > 4 and word.key not in _ARE_THE_HURT
    return done and before in lexicon.PLAIN_NOUNS


def _says_what_they_do(found: list[Word], covered: dict[int, Match], first: int, at: int) -> bool:
    """Tell whether a clause begins that says what they do: "fighters *besieging* the town", "a doctor *receiving* the wounded".

    A noun stands before it and something behind it: in "the fighting forces" and "a training camp" it is part of the name.
    """
    word, before = found[at], found[at - 1].key
    if len(word.key) < 6 or not word.key.endswith("ing") or word.capital or at + 1 >= len(found):
        return False
    if word.key in lexicon.NOUNS_IN_ING or covered.get(at - 1) is not None:
        return False
    return before in lexicon.PLAIN_NOUNS or _complete(found, covered, first, at)


def _says_what_was_done(text: str, word: Word) -> bool:
    """Tell whether a clause begins that says what somebody did with them: "a depot *used* by the army", "residents *reached* by phone"."""
    if not text.startswith(" by ", word.end) or word.capital:
        return False
    return (len(word.key) > 4 and word.key.endswith("ed")) or word.key in lexicon.STRONG_PARTICIPLES


def _compound(text: str, found: list[Word], match: Match) -> str:
    """Return the second half of a compound adjective that a name is the first half of ("backed"), or "anti", else ""."""
    if match.last < len(found):
        gap = text[found[match.last - 1].end : found[match.last].start]
        key = found[match.last].key
        if key in lexicon.COMPOUND and (
            _HYPHEN.fullmatch(gap)
            or (key in ("backed", "held", "led", "controlled", "linked", "allied") and gap == " " and match.last + 1 < len(found))
        ):
            return key
    if match.first > 0:
        gap = text[found[match.first - 1].end : found[match.first].start]
        if found[match.first - 1].key in lexicon.NEGATING and _HYPHEN.fullmatch(gap):
            return found[match.first - 1].key
    return ""


def words_of(text: str, start: int, end: int) -> list[Word]:
    return words(text, start, end)
