"""Which whole reports tell of one event, before anything in them is read as a claim.

A collection of texts is sorted twice. First by what they have in common
among all texts (their rare words, names, numbers and days); that finds the
subject: rehab, a quake on one island, a club's dismissed coaches. Reports of
another event of the same kind share all of it, so each group is looked at
again by itself: words that all its reports have no longer count, and if the
rest falls into two parts that have little to say to each other, they are two
events. Nothing is learnt from answers while it runs, but the constants below
were set with the development topics of ECB+ in view, so that its figures there
are optimistic (docs/linking-documents.md).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from fogline.grounding.timex import find_timexes
from fogline.incidents.words import STOPWORDS
from fogline.intake.report import Report
from fogline.issue import Issue, Severity

# Mean likeness (cosine) from which reports are of one subject. Low on purpose,
# the second look parts them again: between 0.06 and 0.12 nothing changed on
# ECB+, 2026-11. Set with all development topics in view, like all below.
SUBJECT = 0.08

# The best cut of n reports that only chance divides leaves about 2 / sqrt(n)
# of the likeness on either side (the edge of a random graph's spectrum); a
# group is parted where its best normalised cut lies below 1 - CHANCE / sqrt(n).
# A little less than 2, for words are no independent draws: picked looking at
# all development topics of ECB+, 2026-11, where 1.7 to 2.1 give the same within
# a hundredth. In the tests by halves of the topics only this one was chosen
# again, not the other constants.
CHANCE = 1.8

# So few reports cannot show two parts. They have to be alike in themselves.
FEW = 5
FEW_ALIKE = 0.20

# In the second look rarity in the group counts, and this much of it: a word
# that half the group has is worth more than one that two reports share.
LOCAL_POWER = 0.7

# Names, numbers and days tell events of one kind apart; the head of a report
# says what it is about.
TELLING = 1.5
HEAD_SENTENCES = 3
HEAD = 2.0

# A subject with more reports than this is first cut at a higher likeness:
# the work grows with the square of a subject's reports. What is still as
# large where likeness is that of copies is one story.
MOST = 1500
_STEP = 0.04
_COPIES = 0.9

# Below so many reports it is hardly known which words are rare.
FEWEST_FOR_RARITY = 30

_TOKEN = re.compile(r"\$?\d+(?:[.,:/-]\d+)*|[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"\n|[.!?][\"'”’)]*\s")
_WEEKDAYS_MONTHS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Story:
    """Reports that tell of one event; ``words`` are those that hold them together, the most telling first."""

    report_ids: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class _Text:
    """A report as a bag of words: how often each stands in it, and which stand in its first sentences."""

    counts: Mapping[str, int]
    head: frozenset[str]


def stories(reports: Sequence[Report]) -> tuple[tuple[Story, ...], tuple[Issue, ...]]:
    """Return the events that reports tell of, each report in one; the same for any order of the reports.

    In doubt about two or three reports it keeps them apart; in doubt about
    many it keeps together what shares a subject.
    """
    ordered = sorted({r.id: r for r in reports}.values(), key=lambda r: (str(r.published_on or "9999"), r.id))
    texts, telling = _read(ordered)
    spread = Counter(word for text in texts for word in text.counts)
    total = len(texts)
    weight = {w: log((total + 1) / n) * (TELLING if w in telling else 1.0) for w, n in spread.items()}
    vectors = [_unit({w: _damped(n) * weight[w] for w, n in text.counts.items()}) for text in texts]
    issues: list[Issue] = []
    if 1 < total < FEWEST_FOR_RARITY:
        message = f"{total} reports are few to tell rare words from common ones; look over what was put together."
        issues.append(Issue("few-reports", message, "incidents", Severity.NOTE))
    found: list[Story] = []
    for subject in _subjects(vectors, issues):
        for group in _events(subject, texts, weight, vectors):
            words = _words_of([vectors[n] for n in group])
            found.append(Story(tuple(ordered[n].id for n in group), words))
    return tuple(found), tuple(issues)


def _read(reports: Sequence[Report]) -> tuple[list[_Text], frozenset[str]]:
    """Return the words of each report, and which of all words are names, numbers or days.

    A word is a name if, inside sentences, the collection mostly writes it
    with a capital.
    """
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    telling: set[str] = set()
    texts = []
    for report in reports:
        counts: Counter[str] = Counter()
        head: set[str] = set()
        ends = [m.end() for m in _SENTENCE_END.finditer(report.text)]
        sentence, begins = 0, True
        for match in _TOKEN.finditer(report.text):
            while sentence < len(ends) and ends[sentence] <= match.start():
                sentence, begins = sentence + 1, True
            raw = match.group()
            word = raw.casefold().replace("’", "'")
            if raw[0].isdigit() or raw[0] == "$":
                word = word.replace(",", "")
                telling.add(word)
            elif word in _WEEKDAYS_MONTHS:
                telling.add(word)
            else:
                word = word if word in STOPWORDS else _stem(word)
                if not begins:
                    (capital if raw[0].isupper() else small)[word] += 1
            begins = False
            if len(word) > 1 and word not in STOPWORDS:
                counts[word] += 1
                if sentence < HEAD_SENTENCES:
                    head.add(word)
        days = _days(report)
        counts.update(days)
        telling.update(days)
        texts.append(_Text(counts, frozenset(head)))
    telling.update(w for w, n in capital.items() if n > small[w])
    return texts, frozenset(telling)


def _days(report: Report) -> Counter[str]:
    """Return the days, months and years that a report names or was published on, however it writes them."""
    values = [t.value for t in find_timexes(report.text, report.published_on) if t.type in ("DATE", "TIME") and t.value]
    if report.published_on is not None:
        values.append(report.published_on.isoformat())
    out: Counter[str] = Counter()
    for value in values:
        match = re.match(r"(\d{4})(-\d\d)?(-\d\d)?", value)
        if match is None:
            continue
        year, month, day = match.groups()
        out[f"year {year}"] += 1
        if month:
            out[f"month {year}{month}"] += 1
        if month and day:
            out[f"day {year}{month}{day}"] += 1
    return out


def _stem(word: str) -> str:
    """Return a word without its commonest endings, so that "quakes" and "quake" are one."""
    word = word.removesuffix("'s")
    if len(word) > 5 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if len(word) > 6 and word.endswith("ing"):
        word = word[:-3]
    elif len(word) > 5 and word.endswith("ed"):
        word = word[:-2]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def _damped(count: int) -> float:
    return 1.0 + log(count)


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = sum(v * v for v in vector.values()) ** 0.5
    return {w: v / length for w, v in vector.items() if v} if length else {}


def _postings(vectors: Sequence[Mapping[str, float]]) -> dict[str, tuple[NDArray[np.int64], Floats]]:
    holders: dict[str, list[int]] = {}
    for n, vector in enumerate(vectors):
        for word in vector:
            holders.setdefault(word, []).append(n)
    return {
        word: (np.array(at, dtype=np.int64), np.array([vectors[n][word] for n in at]))
        for word, at in holders.items()
        if len(at) > 1
    }


def _row(vector: Mapping[str, float], postings: Mapping[str, tuple[NDArray[np.int64], Floats]], total: int) -> Floats:
    row = np.zeros(total)
    for word in sorted(vector):
        if word in postings:
            at, values = postings[word]
            row[at] += vector[word] * values
    return row


def _likeness(vectors: Sequence[Mapping[str, float]]) -> Floats:
    """Return the cosine of every two vectors; every one is unlike itself, so that nobody is his own neighbour."""
    postings = _postings(vectors)
    out = np.array([_row(v, postings, len(vectors)) for v in vectors])
    np.fill_diagonal(out, 0.0)
    both: Floats = (out + out.T) / 2
    return both


def _subjects(vectors: Sequence[Mapping[str, float]], issues: list[Issue]) -> list[list[int]]:
    """Return groups of positions whose mean likeness reaches ``SUBJECT``."""
    postings = _postings(vectors)
    near: list[list[tuple[int, float]]] = []
    for n, vector in enumerate(vectors):
        row = _row(vector, postings, len(vectors))
        near.append([(int(m), float(row[m])) for m in np.flatnonzero(row >= SUBJECT) if m > n])
    out: list[list[int]] = []
    # Groups by mean likeness never leave a run of neighbours at the same bar,
    # so that only inside such a run all pairs have to be known.
    waiting = [(group, SUBJECT) for group in _runs(range(len(vectors)), near, SUBJECT)]
    while waiting:
        group, bar = waiting.pop()
        if len(group) > MOST and bar >= _COPIES:
            out.append(group)
            continue
        if len(group) > MOST:
            message = f"{len(group)} reports are of one subject at a likeness of {bar:.2f}, more than {MOST}; they were parted at {bar + _STEP:.2f}. Reports of one event in very different words may stand apart."
            issues.append(Issue("crowded-subject", message, "incidents", Severity.NOTE))
            waiting += [(part, bar + _STEP) for part in _runs(group, near, bar + _STEP)]
            continue
        out += _by_mean(group, vectors, bar)
    return sorted(out)


def _runs(group: Sequence[int], near: Sequence[Sequence[tuple[int, float]]], bar: float) -> list[list[int]]:
    """Return the connected parts of a group, where neighbours are alike at the bar."""
    parent = {n: n for n in group}

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for n in group:
        for m, likeness in near[n]:
            if likeness >= bar and m in parent:
                a, b = sorted((root(n), root(m)))
                parent[b] = a
    parts: dict[int, list[int]] = {}
    for n in group:
        parts.setdefault(root(n), []).append(n)
    return list(parts.values())


def _by_mean(group: Sequence[int], vectors: Sequence[Mapping[str, float]], bar: float) -> list[list[int]]:
    """Merge the two parts of the highest mean likeness until none reaches the bar."""
    parts = [[n] for n in group]
    if len(parts) < 2:
        return parts
    alike = _likeness([vectors[n] for n in group])
    np.fill_diagonal(alike, -1.0)
    sizes = np.ones(len(parts))
    while True:
        at = int(alike.argmax())
        a, b = sorted(divmod(at, len(parts)))
        if alike[a, b] < bar:
            return [sorted(p) for p in parts if p]
        joined = (sizes[a] * alike[a] + sizes[b] * alike[b]) / (sizes[a] + sizes[b])
        alike[a], alike[:, a] = joined, joined
        alike[b], alike[:, b] = -1.0, -1.0
        alike[a, a] = -1.0
        sizes[a] += sizes[b]
        parts[a] += parts[b]
        parts[b] = []


def _events(
    subject: Sequence[int], texts: Sequence[_Text], weight: Mapping[str, float], vectors: Sequence[Mapping[str, float]]
) -> list[list[int]]:
    """Part the reports of one subject into events."""
    out: list[list[int]] = []
    waiting = [list(subject)]
    while waiting:
        group = waiting.pop()
        if 3 <= len(group) <= MOST:
            cut, side = _best_cut(_likeness(_second_look([texts[n] for n in group], weight)))
            if cut < 1 - CHANCE / len(group) ** 0.5:
                waiting += [
                    [n for n, s in zip(group, side, strict=True) if s],
                    [n for n, s in zip(group, side, strict=True) if not s],
                ]
                continue
        out += _by_mean(group, vectors, FEW_ALIKE) if len(group) <= FEW else [group]
    return sorted(out)


def _second_look(texts: Sequence[_Text], weight: Mapping[str, float]) -> list[dict[str, float]]:
    """Return the reports' words as they tell these reports apart: what all or only one of them has counts nothing."""
    spread = Counter(word for text in texts for word in text.counts)
    here = {w: log(len(texts) / n) ** LOCAL_POWER * weight[w] for w, n in spread.items() if 1 < n < len(texts)}
    return [
        _unit({w: _damped(n) * here[w] * (HEAD if w in text.head else 1.0) for w, n in text.counts.items() if w in here})
        for text in texts
    ]


def _best_cut(alike: Floats) -> tuple[float, NDArray[np.bool_]]:
    """Return the least normalised cut of a graph along its second and third eigenvector (Shi and Malik 2000), and its sides."""
    graph = alike + 1e-6
    np.fill_diagonal(graph, 0.0)
    degree = graph.sum(axis=1)
    _, vectors = np.linalg.eigh(graph / np.sqrt(degree[:, None] * degree[None]))
    total = degree.sum()
    best, side = 2.0, np.zeros(len(graph), dtype=bool)
    for column in range(2, min(3, len(graph)) + 1):
        # Signs of eigenvectors and the last bits of their numbers differ
        # between machines; the cut itself does not depend on the sign.
        order = np.argsort(np.round(vectors[:, -column] / np.sqrt(degree), 9), kind="stable")
        volume = np.cumsum(degree[order])[:-1]
        within = np.diagonal(np.cumsum(np.cumsum(graph[order][:, order], axis=0), axis=1))[:-1]
        crossing = volume - within
        cuts = crossing / volume + crossing / (total - volume)
        at = int(cuts.argmin())
        if cuts[at] < best - 1e-9:
            best, side = float(cuts[at]), np.zeros(len(graph), dtype=bool)
            side[order[: at + 1]] = True
    return best, side


def _words_of(vectors: Sequence[Mapping[str, float]]) -> tuple[str, ...]:
    """Return the eight words that add most to the likeness of a group's reports."""
    if len(vectors) < 2:
        return ()
    sums: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(float)
    for vector in vectors:
        for word, value in vector.items():
            sums[word] += value
            squares[word] += value * value
    shared = {w: sums[w] ** 2 - squares[w] for w in sums}
    return tuple(sorted((w for w in shared if shared[w] > 1e-12), key=lambda w: (-shared[w], w))[:8])
