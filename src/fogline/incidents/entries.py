"""Which entries of registers are one incident: rows with a kind, days, places and names, from any number of hands.

Casualty registers, incident tables and hand-filled templates say of each
incident when, where, what and who, and spell all of it their own way. Two
entries are weighed field by field (Fellegi and Sunter 1969); how much an
agreement is worth is learnt from the entries themselves, without answers,
by expectation maximisation: in pairs that are one incident names agree, in
all others hardly ever, and that alone sets the weights and the threshold.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import isqrt, log2

from rapidfuzz import fuzz

from fogline.incidents.clustering import gather
from fogline.incidents.incident import Link

# Days that two exact dates of one incident may differ by: overnight, the day
# of death for the day of the attack, a slip of the pen.
SLIP_DAYS = 3

# An entry that only says "until then" is taken to reach back so far.
OPEN_DAYS = 60

# Pairs that share no word of a name and no day with place are not compared;
# a fixed sample of them stands for the rest when weights are learnt.
SAMPLE_PAIRS = 20_000

# A pair is linked only where one incident is ten times likelier than two: a
# wrong merger hides an incident, a missed one shows both to the reviewer.
SURE_BITS = log2(10)

# A key under which more entries meet than this pairs neighbours in time only.
MOST_UNDER_ONE_KEY = 60

_ROUNDS = 30

UNKNOWN = "unknown"  # a field that one of the two leaves empty

_WORD = re.compile(r"[^\W\d_]+")
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "don",
        "dona",
        "father",
        "monsignor",
        "bishop",
        "president",
        "minister",
        "senator",
        "deputy",
        "mayor",
        "judge",
        "general",
        "gen",
        "colonel",
        "col",
        "major",
        "maj",
        "captain",
        "capt",
        "lieutenant",
        "lt",
        "sergeant",
        "sgt",
        "lawyer",
        "engineer",
        "professor",
        "journalist",
        "ambassador",
        "former",
        "the",
        "of",
        "and",
        "de",
        "del",
        "la",
        "los",
        "las",
        "el",
        "y",
    ]
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that tells of one incident.

    ``source_id`` names the report or register page it stands in: whoever
    wrote two entries there meant two incidents. ``family`` gathers kinds
    that different hands give to one incident ("attack", "bombing"). An open
    ``start`` or ``end`` is None. ``places`` run from the largest to the
    finest. ``people`` are names of those harmed, each with its variants;
    ``things`` what was hit, in words; ``doers`` who is said to have done it.
    """

    id: str
    source_id: str
    kind: str
    family: str
    start: date | None
    end: date | None
    country: str | None
    places: tuple[str, ...] = ()
    people: tuple[tuple[str, ...], ...] = ()
    things: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()

    @property
    def exact(self) -> bool:
        return self.start is not None and self.start == self.end


@dataclass(frozen=True)
class Weights:
    """What each agreement is worth in bits, and from how many bits on a pair is likelier one incident than two."""

    bits: Mapping[str, Mapping[str, float]]
    threshold: float


@dataclass(frozen=True)
class _Known:
    """An entry with what comparing it needs."""

    entry: Entry
    start: date | None
    end: date | None
    names: tuple[frozenset[str], ...]
    words: frozenset[str]
    places: tuple[str, ...]
    things: frozenset[str]
    doers: frozenset[str]


def sound_of(word: str) -> str:
    """Return a word as it sounds: Velazquez and Velasquez, Ivan and Yvan, Wilson and Bilson, Mohammed and Muhamed are one.

    Letters that scribes and transliterators exchange fall together, vowels
    in long words too; too much for a dictionary, right for a name that
    another word of the name confirms.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    for old, new in (
        ("ph", "f"),
        ("qu", "k"),
        ("ck", "k"),
        ("h", ""),
        ("z", "s"),
        ("y", "i"),
        ("j", "i"),
        ("v", "b"),
        ("w", "b"),
        ("q", "k"),
    ):
        plain = plain.replace(old, new)
    plain = re.sub(r"(.)\1", r"\1", plain)
    return re.sub("[ou]", "u", re.sub("[ei]", "i", plain)) if len(plain) > 4 else plain


def name_words(name: str) -> frozenset[str]:
    """Return the words of a person's name as they sound, titles left out."""
    return frozenset(sound_of(w) for w in _WORD.findall(name) if len(w) > 1 and w.casefold() not in _TITLES)


def same_person(left: frozenset[str], right: frozenset[str]) -> bool:
    """Return whether two names can be one person's: the words of the shorter, two at least, are all in the longer."""
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) < 2:
        return False
    return all(w in longer or any(_alike(w, o) for o in longer) for w in shorter)


def _alike(left: str, right: str) -> bool:
    return min(len(left), len(right)) >= 5 and left[0] == right[0] and fuzz.ratio(left, right) >= 84


def _known(entry: Entry, rare: frozenset[str]) -> _Known:
    start, end = entry.start, entry.end
    if start is None and end is not None:
        start = end - timedelta(days=OPEN_DAYS)
    elif end is None and start is not None:
        end = start + timedelta(days=OPEN_DAYS)
    names = tuple(n for variants in entry.people for v in variants if (n := name_words(v)))
    return _Known(
        entry,
        start,
        end,
        names,
        frozenset(w for n in names for w in n),
        tuple(" ".join(sorted(sound_of(w) for w in re.findall(r"\w+", p))) for p in entry.places),
        frozenset(w for t in entry.things for w in name_words(t)) & rare,
        frozenset(w for d in entry.doers for w in name_words(d)) & rare,
    )


def _kind(one: _Known, other: _Known) -> str:
    if one.entry.kind == other.entry.kind:
        return "same"
    return "related" if one.entry.family == other.entry.family else "different"


def _days(one: _Known, other: _Known) -> str:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return UNKNOWN
    gap = max((other.start - one.end).days, (one.start - other.end).days, 0)
    if one.entry.exact and other.entry.exact:
        return "same day" if gap == 0 else "a few days apart" if gap <= SLIP_DAYS else "apart"
    if gap > 0:
        return "nearly overlap" if gap <= SLIP_DAYS else "apart"
    return "within the other's days" if one.entry.exact or other.entry.exact else "overlap"


def _place(one: _Known, other: _Known) -> str:
    if not one.places or not other.places:
        return UNKNOWN
    if one.places[-1] == other.places[-1]:
        return "same"
    return "one within the other" if set(one.places) & set(other.places) else "different"


def _people(one: _Known, other: _Known) -> str:
    if not one.names or not other.names:
        return UNKNOWN
    if any(same_person(a, b) for a in one.names for b in other.names):
        return "one named in both"
    if any(min(len(a), len(b)) == 1 and (a <= b or b <= a) for a in one.names for b in other.names):
        return "a surname shared"
    return "none shared"


def _things(one: _Known, other: _Known) -> str:
    if not one.things or not other.things:
        return UNKNOWN
    return "shared" if one.things & other.things else "none shared"


def _doers(one: _Known, other: _Known) -> str:
    if not one.doers or not other.doers:
        return UNKNOWN
    return "shared" if one.doers & other.doers else "none shared"


FIELDS = (("kind", _kind), ("days", _days), ("place", _place), ("people", _people), ("things", _things), ("doers", _doers))

Pattern = tuple[str, ...]

# What pairs that are one incident are like before any are seen, in pairs: with
# ten or twenty real ones among the entries these hardly count, and where
# there are next to none they keep learning from settling on something else.
PRIOR: Mapping[str, Mapping[str, float]] = {
    "kind": {"same": 16, "related": 3, "different": 1},
    "days": {
        "same day": 10,
        "within the other's days": 4,
        "overlap": 3,
        "a few days apart": 1.5,
        "nearly overlap": 1,
        "apart": 0.5,
    },
    "place": {"same": 10, "one within the other": 7, "different": 3},
    "people": {"one named in both": 15, "a surname shared": 2, "none shared": 3},
    "things": {"shared": 12, "none shared": 8},
    "doers": {"shared": 10, "none shared": 10},
}

# Where learning starts: levels that agreement in earnest reaches.
_AGREEMENT = frozenset({"same", "same day", "within the other's days", "overlap", "one named in both", "shared"})


def gather_entries(entries: Sequence[Entry]) -> tuple[tuple[tuple[str, ...], ...], tuple[Link, ...], Weights]:
    """Return the ids of the entries of each incident, the link that holds each to an earlier one, and the weights learnt.

    An incident has one entry of each source at most, and no exact days that
    lie more than ``SLIP_DAYS`` apart.
    """
    ordered = sorted(entries, key=lambda e: (e.end or e.start or date.max, e.id))
    known = _all_known(ordered)
    pairs = _candidates(known)
    patterns = {pair: _pattern(known[pair[0]], known[pair[1]]) for pair in pairs}
    weights = learn(_population(known, patterns))
    bits = {pair: _weigh(pattern, weights) for pair, pattern in patterns.items() if not _excluded(known[pair[0]], known[pair[1]])}

    def weigh(a: int, b: int) -> float:
        return _weigh(patterns.get((a, b)) or _pattern(known[a], known[b]), weights)

    def forbidden(left: Sequence[int], right: Sequence[int]) -> bool:
        return any(_excluded(known[a], known[b]) for a in left for b in right)

    groups = gather(
        len(known),
        bits,
        threshold=weights.threshold + SURE_BITS,
        floor=weights.threshold,
        weigh=weigh,
        forbidden=forbidden,
    )
    links = []
    for group in groups:
        for at, n in enumerate(group[1:], 1):
            m = max(group[:at], key=lambda k: (weigh(k, n), -k))
            pattern = patterns.get((m, n)) or _pattern(known[m], known[n])
            signals = tuple(
                (field, round(weights.bits[field].get(level, 0.0), 2), level)
                for (field, _), level in zip(FIELDS, pattern, strict=True)
            )
            links.append(Link(ordered[m].id, ordered[n].id, round(_weigh(pattern, weights), 2), signals))
    return tuple(tuple(ordered[n].id for n in group) for group in groups), tuple(links), weights


def _all_known(entries: Sequence[Entry]) -> list[_Known]:
    """Return entries ready to compare; of things and doers only words count that fewer than one entry in fifty has."""
    spread = Counter(w for e in entries for w in {w for t in (*e.things, *e.doers) for w in name_words(t)})
    rare = frozenset(w for w, n in spread.items() if n <= max(3, len(entries) / 50))
    return [_known(e, rare) for e in entries]


def _pattern(one: _Known, other: _Known) -> Pattern:
    return tuple(compare(one, other) for _, compare in FIELDS)


def _weigh(pattern: Pattern, weights: Weights) -> float:
    return sum(weights.bits[field].get(level, 0.0) for (field, _), level in zip(FIELDS, pattern, strict=True))


def _excluded(one: _Known, other: _Known) -> bool:
    if one.entry.source_id == other.entry.source_id:
        return True
    if one.entry.country and other.entry.country and one.entry.country != other.entry.country:
        return True
    return _days(one, other) == "apart"


def _candidates(known: Sequence[_Known]) -> list[tuple[int, int]]:
    """Return pairs that share a word of a name, or a month with a place or a thing."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, k in enumerate(known):
        for key in set(_keys(k)):
            blocks[key].append(n)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        reach = len(members) if len(members) <= MOST_UNDER_ONE_KEY else MOST_UNDER_ONE_KEY // 2
        for at, a in enumerate(members):
            pairs.update((a, b) for b in members[at + 1 : at + 1 + reach])
    return sorted(pairs)


def _keys(known: _Known) -> Iterator[tuple[str, ...]]:
    for word in known.words:
        yield "name", word
    day = known.entry.end or known.entry.start
    if day is not None:
        month = day.year * 12 + day.month
        for where in {known.entry.country or "", *known.places} | known.things:
            for near in (month, month + 1):
                yield "month", str(near), where


def _population(known: Sequence[_Known], candidates: Mapping[tuple[int, int], Pattern]) -> dict[Pattern, float]:
    """Return how often each pattern of agreement occurs among all pairs of different sources; pairs never compared from a sample."""
    counts: dict[Pattern, float] = defaultdict(float)
    for (a, b), pattern in candidates.items():
        if known[a].entry.source_id != known[b].entry.source_id:
            counts[pattern] += 1.0
    total = len(known) * (len(known) - 1) // 2
    others: Counter[Pattern] = Counter()
    for a, b in sample_pairs(len(known)):
        if (a, b) not in candidates and known[a].entry.source_id != known[b].entry.source_id:
            others[_pattern(known[a], known[b])] += 1
    seen = sum(others.values())
    for pattern, n in others.items():
        counts[pattern] += n * (total - len(candidates)) / seen
    return dict(counts)


def sample_pairs(count: int) -> Iterator[tuple[int, int]]:
    """Return pairs of ``count`` things at even steps: all of few, of many between ``SAMPLE_PAIRS`` and twice as many.

    Each is reckoned from its number: to walk all pairs of 50,000 entries took minutes.
    """
    total = count * (count - 1) // 2
    for at in range(0, total, max(1, total // SAMPLE_PAIRS)):
        # Counted from the last pair, an entry with so many behind it begins at the sum of all smaller numbers.
        left = total - 1 - at
        row = (isqrt(8 * left + 1) - 1) // 2
        yield count - 2 - row, count - 1 - (left - row * (row + 1) // 2)


def learn(population: Mapping[Pattern, float]) -> Weights:
    """Return weights learnt without answers: expectation maximisation over patterns of agreement.

    It starts from the pairs in which nearly everything that is known
    agrees, people among it, and ends where one more round changes nothing.
    """
    ordered = sorted(population)
    total = sum(population.values())
    chance = {p: 0.9 if _agrees(p) else 0.0001 for p in ordered}
    match: list[dict[str, float]] = []
    other: list[dict[str, float]] = []
    share = 0.01
    for _ in range(_ROUNDS):
        one = sum(population[p] * chance[p] for p in ordered)
        share = min(0.5, max(one / total, 1e-6)) if total else 0.01
        match, other = [], []
        for at in range(len(FIELDS)):
            m, u = dict(PRIOR[FIELDS[at][0]]), dict.fromkeys(PRIOR[FIELDS[at][0]], 0.5)
            for p in ordered:
                if p[at] != UNKNOWN:
                    m[p[at]] += population[p] * chance[p]
                    u[p[at]] += population[p] * (1 - chance[p])
            # What a field does not say tells for nothing and against nothing.
            match.append({v: n / sum(m.values()) for v, n in m.items()} | {UNKNOWN: 1.0})
            other.append({v: n / sum(u.values()) for v, n in u.items()} | {UNKNOWN: 1.0})
        for p in ordered:
            odds = share / (1 - share)
            for at, level in enumerate(p):
                odds *= match[at][level] / other[at][level]
            chance[p] = odds / (1 + odds)
    bits = {
        field: {v: log2(match[at][v] / other[at][v]) for v in match[at]} if match else {} for at, (field, _) in enumerate(FIELDS)
    }
    return Weights(bits, -log2(share / (1 - share)))


def _agrees(pattern: Pattern) -> bool:
    known = [level for level in pattern if level != UNKNOWN]
    return "one named in both" in known and sum(level in _AGREEMENT for level in known) >= len(known) - 1
