"""Content words of what a claim says, and how rare each is among all that is being linked."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from sys import intern

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_ARTICLE = re.compile(r"\b(?:al|ar|as|ash|at|ad|an|el|ul)[-\s’'](?=\w)", re.IGNORECASE)

# Words that nearly every report of a war contains, beside the grammar of
# English. Short on purpose: rarity does the rest.
STOPWORDS = frozenset(
    [
        "a",
        "about",
        "above",
        "after",
        "again",
        "against",
        "ago",
        "all",
        "also",
        "am",
        "among",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "away",
        "back",
        "be",
        "because",
        "been",
        "before",
        "being",
        "between",
        "both",
        "but",
        "by",
        "can",
        "could",
        "day",
        "days",
        "did",
        "do",
        "does",
        "doing",
        "down",
        "during",
        "each",
        "few",
        "for",
        "from",
        "further",
        "had",
        "has",
        "have",
        "having",
        "he",
        "her",
        "here",
        "hers",
        "him",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "itself",
        "just",
        "last",
        "later",
        "least",
        "less",
        "like",
        "made",
        "many",
        "may",
        "me",
        "might",
        "more",
        "most",
        "much",
        "must",
        "my",
        "near",
        "new",
        "no",
        "nor",
        "not",
        "now",
        "of",
        "off",
        "on",
        "once",
        "one",
        "only",
        "or",
        "other",
        "our",
        "out",
        "over",
        "own",
        "part",
        "per",
        "people",
        "quoted",
        "reported",
        "reportedly",
        "reports",
        "said",
        "same",
        "say",
        "saying",
        "says",
        "several",
        "she",
        "since",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "to",
        "today",
        "told",
        "too",
        "two",
        "under",
        "until",
        "up",
        "us",
        "very",
        "was",
        "we",
        "week",
        "weeks",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whom",
        "why",
        "will",
        "with",
        "within",
        "would",
        "yesterday",
        "year",
        "years",
        "you",
        "your",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "area",
        "areas",
        "city",
        "town",
        "village",
        "province",
        "including",
        "according",
        "another",
        "three",
        "four",
        "five",
        "statement",
        "source",
        "sources",
        "group",
        "earlier",
    ]
)

# Parts of place names that say nothing about which place it is.
PLACE_GENERIC = frozenset(
    [
        "al",
        "ar",
        "as",
        "ash",
        "at",
        "ad",
        "a",
        "an",
        "el",
        "of",
        "the",
        "and",
        "in",
        "near",
        "city",
        "town",
        "village",
        "villages",
        "province",
        "governorate",
        "district",
        "region",
        "area",
        "areas",
        "countryside",
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "central",
        "outskirts",
        "outside",
        "around",
        "neighbourhood",
        "neighborhood",
        "neighbourhoods",
        "neighborhoods",
        "districts",
        "towns",
        "cities",
        "provinces",
        "rebel",
        "opposition",
        "government",
        "regime",
        "residential",
        "nearby",
        "besieged",
        "suburb",
        "suburbs",
        "old",
        "rural",
        "held",
        "parts",
        "part",
        "coast",
        "border",
        "crossing",
        "road",
        "highway",
        "camp",
        "hospital",
        "school",
        "market",
        "mosque",
        "church",
        "base",
        "airport",
        "airbase",
        "building",
        "street",
        "square",
        "centre",
        "center",
        "state",
        "county",
        "department",
        "municipality",
        "oblast",
    ]
)

# A corpus of two reports knows nothing about rarity. So many unseen accounts
# are assumed beside it that a shared village counts from the first pair on;
# in a corpus of thousands they no longer matter.
ASSUMED_UNSEEN = 200


@lru_cache(maxsize=200_000)
def folded(text: str) -> str:
    """Return a name or word without case and accents."""
    return _without_accents(text).casefold()


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join([c for c in decomposed if not unicodedata.combining(c)])


@lru_cache(maxsize=100_000)
def place_words(name: str) -> frozenset[str]:
    """Return the words of a place name that tell it from other places, articles dropped ("al-Bab" is "bab").

    Of a phrase with names in it only they count: "rebel-held districts of Aleppo" is "aleppo". Where it has none, all its words do.
    """
    found = _WORD.findall(_ARTICLE.sub("", name.replace("-", " ")))
    titled = frozenset(folded(w) for w in found if not w[0].islower()) - PLACE_GENERIC
    words = frozenset(map(folded, found))
    return titled or (words - PLACE_GENERIC) or (words - {"the", "a", "an"}) or words


# Words for violence done to somebody: what is denied, and what somebody is accused of.
OF_VIOLENCE = re.compile(
    r"\b(?:shell\w*|bomb\w*|attack\w*|str(?:ike|ikes|iking|uck)|kill\w*|fir(?:ed|ing)|raid\w*|massacr\w*|murder\w*|execut\w*|hit|blast|explosion"
    r"|assault\w*|behind|responsib\w*|carr(?:ied|ying) out)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=5_000)
def content_words(text: str) -> frozenset[str]:
    """Return the content words of a sentence, lightly stemmed so that "bombings" meets "bombing"."""
    # Sentences are many and seldom the same: not for the shelf of ``folded``.
    folded_text = _without_accents(text).casefold()
    return frozenset([_stem(w) for w in _WORD.findall(folded_text) if w not in STOPWORDS and len(w) > 1])


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    if not word.isdigit():
        for ending in ("ings", "ing", "ers", "ed", "es", "s"):
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                return intern(word[: -len(ending)])
    return intern(word)


@dataclass(frozen=True)
class Rarity:
    """How often each word stands among the accounts that are being linked."""

    total: int
    counts: Mapping[str, int]

    @classmethod
    def of(cls, collections: Iterable[Iterable[str]]) -> Rarity:
        counts: Counter[str] = Counter()
        total = 0
        for collection in collections:
            counts.update(set(collection))
            total += 1
        return cls(total, counts)

    def bits(self, word: str) -> float:
        """Return log2 of one over the share of accounts that have a word: 1 bit if half of them do.

        In steps (``stepped``), so that a report more does not move every
        weight of a ledger by a hair, but only those of words that it makes
        less rare.
        """
        known = self._bits.get(word)
        if known is None:
            known = self._bits[word] = math.log2(self._whole / stepped(self.counts.get(word, 0) + 1))
        return known

    def most_bits(self, words: Iterable[str]) -> float:
        return max([self.bits(w) for w in words])

    def rarest(self, words: Iterable[str]) -> str:
        """Return the word of the most bits, the first of equals."""
        return max(sorted(words), key=self.bits)

    @cached_property
    def _bits(self) -> dict[str, float]:
        return {}

    @cached_property
    def _whole(self) -> int:
        return stepped(self.total + ASSUMED_UNSEEN)


def stepped(count: int) -> int:
    """Round a count down to its first five binary digits: exact below 32, within a sixteenth of its size above."""
    spare = max(0, count.bit_length() - 5)
    return count >> spare << spare


@dataclass(frozen=True)
class WordVector:
    """Words with their weights, scaled to length one; ``dot`` of two is the cosine of their angle."""

    weights: Mapping[str, float]

    @classmethod
    def of(cls, words: Iterable[str], rarity: Rarity) -> WordVector:
        weights = {w: rarity.bits(w) for w in sorted(words)}
        length = math.sqrt(sum(v * v for v in weights.values()))
        return cls({w: v / length for w, v in weights.items()} if length else {})

    def dot(self, other: WordVector) -> float:
        small, large = (self.weights, other.weights) if len(self.weights) <= len(other.weights) else (other.weights, self.weights)
        return sum([v * large[w] for w, v in small.items() if w in large])

    def shared(self, other: WordVector, limit: int = 4) -> tuple[str, ...]:
        """Return the shared words that weigh most."""
        common = self.weights.keys() & other.weights.keys()
        return tuple(sorted(common, key=lambda w: (-self.weights[w] * other.weights[w], w))[:limit])
