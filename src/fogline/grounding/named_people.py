"""The people whom a text names: capitals in a row that a first name, a title or a verb of saying shows to be somebody's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from fogline.grounding import actor_words as lexicon
from fogline.grounding import coreference_ranking as ranking
from fogline.grounding.no_person import BODIES, names_nobody
from fogline.grounding.prose import Prose
from fogline.grounding.registry import Sense, Word
from fogline.grounding.saying import SAYING
from fogline.grounding.told_people import ONE_PERSON
from fogline.span import Span

__all__ = ["SMALL", "NamedPeople"]

# An age or a clause about somebody: of a person and of nothing else.
_OF_A_PERSON = re.compile(r", (?:aged )?[1-9]\d(?=[,.)])(?!,\d)|, who(?:se)?\b")
_ARTICLES = frozenset(["the", "a", "an"])
_KUNYA = frozenset(["umm", "abu", "um"])
_SAID_NAME = re.compile(r"\b(?:said|says|told|added|recalled)\s+$")
# A name that lies in a division, behind a word for what is done to a place or happens there.
_LIES_IN = re.compile(
    r",? (?:in|of) (?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)* (?:township|district|subdistrict|province|county|region|governorate|state|municipality|department|prefecture)\b"
)
_HIT = re.compile(
    r"\b(?:hit|hits|struck|bombed|shelled|pounded|raided|attacked|stormed|entered|captured|seized|targeted|left|reached|in|on|at|near|of|to|from|into|around|outside)"
    r" (?:the )?(?:(?:villages?|towns?|city|hamlet|camp|settlement)(?: of)? )?$"
)
SMALL = frozenset(["al", "el", "de", "bin", "ibn", "abu", "van", "von", "del", "da"])


class NamedPeople:
    """The people whom one report names, by the capitals in it."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last names of the people whom the text names in full."""
        full = ((first, last) for first, last in self.capitals if last - first > 1)
        return frozenset(self.bare(last - 1) for first, last in full if self.are_a_person(first, last))

    @cached_property
    def capitals(self) -> list[tuple[int, int]]:
        """Where up to four words in capitals stand in a row that no name on file covers: the first and the one behind."""
        covered = {n for m in self.prose.names for n in range(m.first, m.last)}
        found: list[tuple[int, int]] = []
        at = 0
        while at < len(self.prose.words):
            last = at
            while (
                last < len(self.prose.words)
                and last not in covered
                and (self.prose.words[last].capital or (last > at and self.prose.words[last].key in SMALL))
                and (last == at or self.prose.gap(last) in (" ", "-"))
            ):
                last += 1
            while last > at and not self.prose.words[last - 1].capital:
                last -= 1
            if 1 <= last - at <= 4:
                found.append((at, last))
            at = max(last, at + 1)
        return found

    def is_person(self, found: Sequence[Word], head: str) -> bool:
        """Tell whether the words of a mention are of one person: by name, by post, or by what somebody is."""
        if head == "staff":
            return False  # "the general staff" is no general
        if head in lexicon.POSTS and not head.endswith("s"):
            return True
        if found and found[0].capital and self._is_where(found):
            return False
        matches = self.prose.matches(found)
        if any(m.name.sense is Sense.LEADER for m in matches):
            return True
        if any(w.key in lexicon.POSTS and not w.key.endswith("s") for w in found):
            return True
        if head in ONE_PERSON:
            return True
        covered = {n for m in matches for n in range(m.first, m.last)}
        # "Jack Letts, 23, a convert": the name ends at the comma.
        name = found[
            : next((n for n in range(1, len(found)) if "," in self.prose.text[found[n - 1].end : found[n].start]), len(found))
        ]
        # "Norway's Ada Byrne": the name begins behind whom she speaks for.
        owner = next((m for m in matches if m.first == 0 and m.last < len(name)), None)
        if owner is not None and name[owner.last - 1].text.endswith(("'s", "’s", "s'", "s’")):
            covered, name = covered - set(range(owner.last)), name[owner.last :]
            covered = {n - owner.last for n in covered}
        if not name or self._of_a_body(name):
            return False
        return (
            name[0].capital and not covered.intersection(range(len(name))) and len(name) <= 5 and name[-1].capital
            and (not name[-1].key.endswith("s") or re.sub("['’]s$", "", name[-1].text) in self.surnames)
        )  # fmt: skip

    def _of_a_body(self, name: Sequence[Word]) -> bool:
        """Tell whether capitals are a body's or several people's: "The Interior Ministry" is as little a person as "the Interior Ministry"."""
        article = name[0].key in _ARTICLES and self.prose.text[name[0].end : name[0].end + 1] == " "
        last = name[-1]
        return article or last.key in BODIES or names_nobody(last, alone=len(name) == 1)

    def _is_where(self, found: Sequence[Word]) -> bool:
        """Tell whether a name is of a place by the words around it: "hit Oe Htein Kwin in Depayin township"."""
        text = self.prose.text
        return bool(_LIES_IN.match(text, found[-1].end)) and bool(_HIT.search(text[max(0, found[0].start - 40) : found[0].start]))

    def are_a_person(self, first: int, last: int) -> bool:
        """Tell whether capitals in a row are somebody's name: known first name, a title before, a verb of saying beside."""
        if self._of_a_body(self.prose.words[first:last]):
            return False
        if ranking.gender_of([self.prose.words[first].key]) or self.prose.words[first].key in lexicon.HONORIFICS | _KUNYA:
            return True
        end = self.prose.words[last - 1].end
        if _OF_A_PERSON.match(self.prose.text, end):
            return True
        return bool(SAYING.match(self.prose.text[end : end + 24])) or bool(
            _SAID_NAME.search(self.prose.text[max(0, self.prose.words[first].start - 10) : self.prose.words[first].start])
        )

    def bare(self, at: int) -> str:
        """Return a word without its possessive ending."""
        return self.prose.text[self.prose.words[at].start : self.bare_end(at)]

    def bare_end(self, at: int) -> int:
        """Return where a word ends without its possessive ending."""
        return self.prose.words[at].end - (2 if self.prose.words[at].text.endswith(("'s", "’s")) else 0)

    def without_title(self, first: int, span: Span) -> str:
        """Return a name without the title before it: "Ada Byrne" of "Dr Ada Byrne"."""
        titled = self.prose.words[first].key in lexicon.HONORIFICS and self.prose.words[first].end < span.end
        return Span(self.prose.words[first + 1].start if titled else span.start, span.end).of(self.prose.text)
