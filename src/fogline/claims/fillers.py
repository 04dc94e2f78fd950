"""From the words that may fill a template's slots to the people, groups, things and weapons they stand for.

The reader marks every mention by itself: "FMLN", "the Farabundo Marti
National Liberation Front", "rebels". Here mentions become entities, each
with the one mention that names it best and a score that ranks it.
"""

from __future__ import annotations

import json
import math
import re
import string
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from fogline.grounding.word_lists import word_set
from fogline.reading.labels import FILLERS
from fogline.reading.reading import Filler, Reading
from fogline.span import Span

_PUNCTUATION = str.maketrans("", "", string.punctuation)
_ARTICLES = word_set("a an the")
# Words that may open or close what was marked and belong to no name.
_LOOSE = word_set("a an the of in at by on and or to for with from his her their its this that these those was were who")
# What stands before a person's name and is no part of it.
_TITLES = word_set(
    """mr mrs ms miss dr gen general col colonel lt lieutenant capt captain maj major sgt sergeant cpl corporal cmdr commander
    adm admiral sen senator rep deputy president minister judge mayor governor ambassador councilman professor prof engineer
    attorney lawyer father fr rev reverend priest bishop archbishop monsignor sister brother former retired police army navy
    private agent officer leader candidate don dona commissioner inspector detective guard soldier policeman journalist"""
)
_HEAD_ENDS = re.compile(
    r"\s(?:of|in|at|on|for|from|to|by|with|near|who|which|that|belonging|between|against|under|without|inside|outside|during|and)\s"
    r"|[,(\[]",
    re.IGNORECASE,
)


def plain(words: str) -> str:
    """Return words as they are compared: lower case, without punctuation and articles."""
    return " ".join(w for w in words.casefold().translate(_PUNCTUATION).split() if w not in _ARTICLES)


def head_of(words: str) -> str:
    """Return the noun that a description is about: the last word before its first preposition or bracket."""
    words = words.strip()
    end = _HEAD_ENDS.search(words, 1)
    kept = plain(words[: end.start()] if end else words).split() or plain(words).split()
    return kept[-1] if kept else ""


def singular(word: str) -> str:
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a candidate stands in the text, with the reader's score for it there; 0 where the reader did not mark it."""

    span: Span
    score: float
    incidents: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may fill one slot, with all their mentions; ``key`` is what they are compared by."""

    slot: str
    key: str
    words: str
    mentions: tuple[Mention, ...]

    @property
    def marked(self) -> tuple[Mention, ...]:
        return tuple(m for m in self.mentions if m.score > 0)


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, group, thing or weapon that fills a slot.

    ``words`` are the mention that names it best; ``probability`` says how
    likely it is that an incident's record should hold it; ``incidents``, of
    which types of incident.
    """

    slot: str
    words: str
    probability: float
    mentions: tuple[Mention, ...]
    incidents: Mapping[str, float]


class Tokens:
    """The words of a text as they are compared, so that a phrase is found however it is spaced and punctuated."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.spans: list[Span] = []
        for match in re.finditer(r"[^\W_](?:[^\s\[\]()]*[^\W_])?", text):
            word = plain(match.group())
            if word:
                self.words.append(word)
                self.spans.append(Span(*match.span()))
        self.at: dict[str, list[int]] = {}
        for n, word in enumerate(self.words):
            self.at.setdefault(word, []).append(n)

    def find(self, key: str) -> list[Span]:
        """Return where a phrase stands."""
        phrase = key.split()
        out = []
        for n in self.at.get(phrase[0], []) if phrase else []:
            if self.words[n : n + len(phrase)] == phrase:
                out.append(Span(self.spans[n].start, self.spans[n + len(phrase) - 1].end))
        return out


def whole(text: str, span: Span) -> Span:
    """Return a span grown to whole words: the reader parts "O'Higgins" and "U.S." at their marks."""
    start, end = span.start, span.end
    while start > 0 and text[start - 1] not in _BREAKS and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end] not in _BREAKS and not text[end].isspace():
        end += 1
    return Span(start, end)


_BREAKS = frozenset('[](),;:"“”/')


def tidied(text: str, span: Span, slot: str) -> str:
    """Return the marked words without what belongs to no name: articles, loose words, punctuation, a person's titles."""
    words = whole(text, span).of(text).split()
    while words and (not plain(words[0]) or words[0].casefold() in _LOOSE):
        words.pop(0)
    while words and (not plain(words[-1]) or words[-1].casefold() in _LOOSE):
        words.pop()
    if slot == "victim":
        while len(words) > 1 and words[0].casefold().strip(".,") in _TITLES:
            words.pop(0)
    if not words:
        return ""
    words[-1] = re.sub(r"['’]s?$", "", words[-1], flags=re.IGNORECASE)
    if words[-1].count(".") == 1:
        words[-1] = words[-1].removesuffix(".")  # a sentence's, where "U.S." has two of its own
    return " ".join(words).strip(",;:!?-\"'“”‘’()[] ")


_JOINTS = re.compile(r"\s+|\s+of\s+(?:the\s+)?|\s*\"\s*", re.IGNORECASE)


def _spans_of(text: str, reading: Reading) -> list[tuple[str, Span]]:
    """Return what the reader marked, and neighbours of one slot taken together: "Maria" + "Elena Diaz" is one name."""
    out: list[tuple[str, Span]] = []
    last: dict[str, Span] = {}
    for filler in reading.fillers:
        out.append((filler.slot, filler.span))
        before = last.get(filler.slot)
        if before is not None and before.end < filler.span.start and _JOINTS.fullmatch(text[before.end : filler.span.start]):
            out.append((filler.slot, before.cover(filler.span)))
        last[filler.slot] = filler.span
    return out


def candidates_of(text: str, reading: Reading, lexicon: Lexicon) -> list[Candidate]:
    """Return everything that may fill a slot: what the reader marked anywhere, and words that often fill it.

    A mention that the reader passed over counts too: a group is named ten
    times and marked three. A mention that it marked in part has part of the
    score.
    """
    tokens = Tokens(text)
    shown: dict[tuple[str, str], Counter[str]] = {}
    for slot, span in _spans_of(text, reading):
        words = tidied(text, span, slot)
        if plain(words):
            shown.setdefault((slot, plain(words)), Counter())[words] += 1
    for slot in FILLERS:
        for key in lexicon.frequent(slot):
            if (slot, key) not in shown and (found := tokens.find(key)):
                shown[slot, key] = Counter([found[0].of(text).strip(",;:!?-\"'()[] ")])
    marked: dict[str, list[Filler]] = {slot: [f for f in reading.fillers if f.slot == slot] for slot in FILLERS}
    starts = {slot: [f.span.start for f in own] for slot, own in marked.items()}
    out = []
    for (slot, key), surfaces in shown.items():
        mentions = tuple(_mention(s, marked[slot], starts[slot]) for s in tokens.find(key))
        if mentions:
            words = max(surfaces, key=lambda w: (surfaces[w], w))
            out.append(Candidate(slot, key, words, mentions))
    return sorted(out, key=lambda c: (c.slot, c.mentions[0].span, c.key))


def _mention(span: Span, fillers: Sequence[Filler], starts: Sequence[int]) -> Mention:
    """Return a mention with what the reader says of it: the score of what it marked there, less for what is not shared."""
    at = max(0, bisect_left(starts, span.start) - 2)
    touching: list[Filler] = []
    while at < len(fillers) and fillers[at].span.start < span.end:
        if fillers[at].span.overlap(span):
            touching.append(fillers[at])
        at += 1
    if not touching:
        return Mention(span, 0.0)
    shared = sum(f.score * f.span.overlap(span) for f in touching)
    score = 2 * shared / (len(span) + sum(len(f.span) for f in touching))
    return Mention(span, round(score, 4), dict(max(touching, key=lambda f: f.score).incidents))


@dataclass(frozen=True)
class Lexicon:
    """How often a phrase, and how often a head noun, filled a slot where it stood in an annotated text.

    Log-odds against the slot's average, shrunk where few texts have the
    word; what is not listed says nothing.
    """

    phrases: Mapping[str, Mapping[str, float]]
    heads: Mapping[str, Mapping[str, float]]

    def phrase(self, slot: str, key: str) -> float:
        return self.phrases.get(slot, {}).get(key, 0.0)

    def head(self, slot: str, words: str) -> float:
        return self.heads.get(slot, {}).get(singular(head_of(words)), 0.0)

    def frequent(self, slot: str) -> Iterable[str]:
        return (key for key, weight in self.phrases.get(slot, {}).items() if weight > 0)


FEATURES = (
    "surest mention",
    "mean of all mentions",
    "marked mentions",
    "mentions",
    "never marked",
    "below the slot's surest",
    "in the first sentences",
    "how late",
    "incident of the text",
    "incident in common",
    "phrase",
    "head",
    "words",
    "a number",
    "other slot",
    "part of a longer one",
    "longer than another",
    "others in the slot",
)
_UNMARKED = 0.08


def _logit(p: float) -> float:
    p = min(max(p, 0.01), 0.99)
    return math.log(p / (1 - p))


def features(reading: Reading, candidates: Sequence[Candidate], lexicon: Lexicon) -> list[list[float]]:
    """Return what speaks for and against each of a report's candidates, in the order of ``FEATURES``."""
    document = dict(reading.incidents)
    likeliest = _logit(max(document.values(), default=0.0))
    by_slot: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.marked:
            by_slot.setdefault(candidate.slot, []).append(candidate)
    parts = {slot: Counter(p for c in own for p in _parts(c.key)) for slot, own in by_slot.items()}
    keys = {slot: {c.key for c in own} for slot, own in by_slot.items()}
    tops = {slot: sorted((max(m.score for m in c.marked) for c in own), reverse=True)[:2] for slot, own in by_slot.items()}
    starts = sorted((f.span.start, f.span.end, f.slot, f.score) for f in reading.fillers)
    out = []
    for candidate in candidates:
        scores = [m.score or _UNMARKED for m in candidate.mentions]
        marked = candidate.marked
        surest = max(scores)
        slot_tops = tops.get(candidate.slot, [])
        rival = next((t for n, t in enumerate(slot_tops) if n or t != surest), _UNMARKED)
        first = (marked or candidate.mentions)[0].span.start
        common = max((p * document.get(t, 0.0) for m in marked for t, p in m.incidents.items()), default=0.0)
        other = max((_other_slot(starts, m.span, candidate.slot) for m in (marked or candidate.mentions)[:20]), default=_UNMARKED)
        own_keys = keys.get(candidate.slot, set())
        out.append(
            [
                _logit(surest),
                _logit(sum(scores) / len(scores)),
                math.log1p(len(marked)),
                math.log1p(len(scores)),
                float(not marked),
                min(0.0, _logit(surest) - _logit(rival)),
                float(first < 500),
                math.log1p(first / 300),
                likeliest,
                _logit(common),
                lexicon.phrase(candidate.slot, candidate.key),
                lexicon.head(candidate.slot, candidate.words),
                math.log(len(candidate.key.split())),
                float(any(ch.isdigit() for ch in candidate.key)),
                _logit(other),
                float(parts.get(candidate.slot, Counter())[candidate.key] > 0),
                float(any(p in own_keys for p in _parts(candidate.key))),
                math.log1p(len(own_keys)),
            ]
        )
    return out


def _parts(key: str) -> set[str]:
    """Return the shorter phrases inside a phrase."""
    words = key.split()[:12]
    n = len(words)
    return {" ".join(words[i:j]) for i in range(n) for j in range(i + 1, n + 1) if j - i < n}


def _other_slot(fillers: Sequence[tuple[int, int, str, float]], span: Span, slot: str) -> float:
    """Return the best score of a filler of another slot on the same words."""
    at = bisect_left(fillers, (span.start - 80,))
    best = _UNMARKED
    while at < len(fillers) and fillers[at][0] < span.end:
        _, end, other, score = fillers[at]
        if end > span.start and other != slot:
            best = max(best, score)
        at += 1
    return best


TYPE_FEATURES = ("incident of the text", "surest filler of it", "fillers of it", "less than another")


def type_features(reading: Reading, entities: Sequence[Entity], type_: str) -> list[float]:
    """Return what speaks for a text's telling of an incident of a type, in the order of ``TYPE_FEATURES``."""
    document = dict(reading.incidents)
    of_it = [e.probability * e.incidents.get(type_, 0.0) for e in entities if e.incidents]
    none = math.prod(1 - min(p, 0.99) for p in of_it)
    others = max((p for t, p in document.items() if t != type_), default=0.0)
    own = document.get(type_, 0.0)
    return [_logit(own), _logit(max(of_it, default=0.0)), _logit(1 - none), min(0.0, _logit(own) - _logit(others))]


# A question of one feature (its number, a bound, the tree below it, the tree above it), or an answer.
Tree = float | tuple[int, float, "Tree", "Tree"]


@dataclass(frozen=True, slots=True)
class Model:
    """Weighs features: a linear part, its first weight alone, and small trees for what comes of features together."""

    linear: tuple[float, ...]
    trees: tuple[Tree, ...] = ()

    def probability(self, given: Sequence[float]) -> float:
        z = self.linear[0] + sum(w * x for w, x in zip(self.linear[1:], given, strict=True))
        z += sum(_answer(tree, given) for tree in self.trees)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))

    @staticmethod
    def of(stored: Mapping[str, Any]) -> Model:
        return Model(tuple(stored["linear"]), tuple(_tree(t) for t in stored["trees"]))


def _tree(stored: Any) -> Tree:
    return (int(stored[0]), float(stored[1]), _tree(stored[2]), _tree(stored[3])) if isinstance(stored, list) else float(stored)


def _answer(tree: Tree, given: Sequence[float]) -> float:
    while isinstance(tree, tuple):
        tree = tree[2] if given[tree[0]] <= tree[1] else tree[3]
    return tree


@dataclass(frozen=True)
class Weights:
    """What was learnt of which candidates fill a slot and which types of incident a text tells of."""

    lexicon: Lexicon
    slots: Mapping[str, Model]
    types: Model
    thresholds: Mapping[str, float]

    @staticmethod
    def of(stored: Mapping[str, Any]) -> Weights:
        return Weights(
            Lexicon(stored["phrases"], stored["heads"]),
            {slot: Model.of(m) for slot, m in stored["slots"].items()},
            Model.of(stored["types"]),
            stored["thresholds"],
        )


@cache
def shipped_weights() -> Weights:
    """Return the weights that come with the package; ``models/template_ranker.py`` makes them."""
    return Weights.of(json.loads(files("fogline").joinpath("data/templates/weights.json").read_text("utf-8")))


def entities_of(text: str, reading: Reading, weights: Weights) -> list[Entity]:
    """Return whom and what a report's incidents involve, the likeliest first, each once and with its best name."""
    candidates = candidates_of(text, reading, weights.lexicon)
    given = features(reading, candidates, weights.lexicon)
    return joined(text, [(weights.slots[c.slot].probability(x), c) for c, x in zip(candidates, given, strict=True)])


# Less likely candidates are not looked at again: comparing all with all would cost a long text dear.
_HOPELESS = 0.05


def joined(text: str, judged: Sequence[tuple[float, Candidate]]) -> list[Entity]:
    """Put candidates that name the same together; the likeliest is the name, and its probability the entity's."""
    groups: list[tuple[float, list[Candidate]]] = []
    hopeful = (j for j in judged if j[0] >= _HOPELESS)
    for p, candidate in sorted(hopeful, key=lambda j: (-j[0], j[1].mentions[0].span, j[1].key)):
        for _, group in groups:
            if group[0].slot == candidate.slot and same(text, group[0], candidate):
                group.append(candidate)
                break
        else:
            groups.append((p, [candidate]))
    out = []
    for p, group in groups:
        mentions = tuple(sorted((m for c in group for m in c.mentions), key=lambda m: m.span))
        marked = [m for m in mentions if m.incidents]
        total = sum(m.score for m in marked)
        types = {t for m in marked for t in m.incidents}
        incidents = {t: sum(m.score * m.incidents.get(t, 0.0) for m in marked) / total for t in sorted(types)}
        out.append(Entity(group[0].slot, group[0].words, p, mentions, incidents))
    return out


def same(text: str, left: Candidate, right: Candidate) -> bool:
    """Return whether two candidates for one slot name the same.

    A name and its short form, an organisation and its initials, a thing with
    and without what describes it. Two people of one surname are rarer in a
    report than one person named twice.
    """
    a, b = left.key.split(), right.key.split()
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if left.slot in ("victim", "perp-org"):
        return set(short) <= set(long) or abbreviates(text, left, right) or abbreviates(text, right, left)
    if left.slot == "perp-ind" and {singular(w) for w in short} <= {singular(w) for w in long}:
        return True  # "guerrillas" and "a guerrilla column": a report seldom has two sorts of them
    heads = [singular(head_of(c.words)) for c in (left, right)]
    if heads[0] != heads[1]:
        return set(short) <= set(long) and len(short) > 1
    rest = [{singular(w) for w in c.key.split()} - {heads[0]} for c in (left, right)]
    return rest[0] <= rest[1] or rest[1] <= rest[0]


def abbreviates(text: str, initials: Candidate, name: Candidate) -> bool:
    """Return whether the one is made of the other's initials, or stands in brackets behind it or before it."""
    if " " in initials.key or len(initials.key) > 8 or " " not in name.key:
        return False
    if initials.key == "".join(w[0] for w in name.key.split() if w not in ("of", "and", "for")):
        return True
    return _in_brackets_behind(text, name, initials) or _in_brackets_behind(text, initials, name)


def _in_brackets_behind(text: str, first: Candidate, second: Candidate) -> bool:
    """Return whether a mention of the second stands in brackets right behind one of the first."""
    for mention in second.mentions:
        start = mention.span.start
        if start and text[start - 1] in "[(":
            before = plain(text[max(0, start - 1 - 2 * len(first.words) - 8) : start - 1])
            if before == first.key or before.endswith(f" {first.key}"):
                return True
    return False
