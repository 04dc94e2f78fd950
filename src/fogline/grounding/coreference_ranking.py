"""Which earlier mention a pronoun or bare description most likely refers to: a small trained ranker, one weight per reason.

Every reason is a word that a person can read ("person:same-sentence"); its weight was learned from annotated articles
(``models/antecedent_ranker.py``). The candidate with the greatest sum wins, and may be none at all.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fogline.grounding import actor_words as lexicon
from fogline.grounding.grounding import GroundedActor
from fogline.reading.reading import Role
from fogline.span import Span

__all__ = ["Asked", "Candidate", "Weights", "choose", "gender_of", "load_weights", "reasons"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom the text has named: where, who, in what role, and what kind of word may refer back to it.

    ``said`` tells that a verb of saying follows; ``gender`` is ``f``, ``m`` or empty; ``apart``, that the same event has
    them in another role.
    """

    span: Span
    grounded: GroundedActor
    sentence: int
    person: bool
    role: Role | None
    head: str
    named: bool
    state: bool = False
    of_the_war: bool = False
    said: bool = False
    gender: str = ""
    quote: int = -1
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """The mention that refers to somebody: what sort of word it is (``sort``) and which (``key``), ``quote`` the quotation it is in."""

    span: Span
    sort: str
    key: str
    role: Role
    sentence: int
    quote: int = -1


@dataclass(frozen=True, slots=True)
class Weights:
    """Learned weights of reasons; a reason never seen weighs nothing."""

    of: Mapping[str, float]

    def score(self, why: Sequence[str]) -> float:
        return sum(self.of.get(reason, 0.0) for reason in why)


def reasons(asked: Asked, candidate: Candidate | None, rank: int, count: int, first: bool) -> list[str]:
    """Return what speaks for or against a candidate; None is "nobody whom the text names".

    ``rank`` counts candidates from the nearest, ``count`` says how often the same actor was named before, ``first``
    whether it stands first in its sentence.
    """
    sort, role = asked.sort, asked.role.value
    if candidate is None:
        return [f"{sort}:none", f"{sort}:none:{role}"]
    distance = asked.sentence - candidate.sentence
    far = "after" if candidate.span.start > asked.span.start else str(distance) if distance < 3 else "3" if distance < 6 else "6"
    is_role = candidate.role.value if candidate.role else "none"
    known = candidate.grounded
    kind = "state" if candidate.state else known.kind.value
    plural = candidate.head.endswith("s") and not candidate.head.endswith("ss")
    out = [
        f"{sort}:distance:{far}",
        f"{sort}:rank:{min(rank, 5)}",
        f"{sort}:role:{is_role}",
        f"{sort}:roles:{role}:{is_role}",
        f"{sort}:person:{candidate.person}",
        f"{sort}:kind:{kind}",
        f"{sort}:kinds:{role}:{kind}",
        f"{sort}:known:{known.actor_id is not None}",
        f"{sort}:inter:{known.inter}",
        f"{sort}:plural:{plural}",
        f"{sort}:named:{candidate.named}",
        f"{sort}:count:{min(count.bit_length(), 4)}",
        f"{sort}:far-plural:{far}:{plural}",
        f"{sort}:far-role:{far}:{is_role}",
        f"{sort}:far-person:{far}:{candidate.person}",
    ]
    if first:
        out += [f"{sort}:first", f"{sort}:first:{far}"]
    if candidate.of_the_war:
        out.append(f"{sort}:of-the-war")
    if candidate.apart:
        out.append(f"{sort}:other-side-of-the-event")
    if candidate.said:
        out += [f"{sort}:said", f"{sort}:said:{role}"]
    if candidate.head == asked.key:
        out.append(f"{sort}:same-word")
    if asked.quote >= 0:
        inside = "same" if candidate.quote == asked.quote else "other" if candidate.quote >= 0 else "outside"
        out += [f"{sort}:quote:{inside}", f"{sort}:quote:{inside}:{is_role}"]
    elif candidate.quote >= 0:
        out.append(f"{sort}:candidate-quoted")
    gender = {"she": "f", "her": "f", "hers": "f", "herself": "f"}.get(asked.key, "m" if asked.sort == "person" else "")
    if gender and candidate.gender:
        out.append(f"{sort}:gender:{'same' if gender == candidate.gender else 'other'}")
    return out


def choose(
    asked: Asked, candidates: Sequence[Candidate], weights: Weights, impossible: Collection[Span] = ()
) -> Candidate | None:
    """Return the likeliest candidate, None if nobody fits better than somebody. Ties go to the nearest.

    Whoever is ``impossible`` is not chosen, but stands in the row that the others are counted in.
    """
    best, score = None, weights.score(reasons(asked, None, 0, 0, False))
    for candidate, why in explained(asked, candidates):
        if candidate.span in impossible:
            continue
        value = weights.score(why)
        if best is None or value > score:
            if best is None and value <= score:
                continue
            best, score = candidate, value
    return best


def explained(asked: Asked, candidates: Sequence[Candidate]) -> list[tuple[Candidate, list[str]]]:
    """Return candidates (the nearest first) with the reasons that speak for and against each."""
    counts: dict[str, int] = {}
    firsts: dict[int, int] = {}
    for c in candidates:
        counts[c.grounded.name] = counts.get(c.grounded.name, 0) + 1
        firsts[c.sentence] = min(firsts.get(c.sentence, c.span.start), c.span.start)
    return [
        (c, reasons(asked, c, rank, counts[c.grounded.name] - 1, firsts[c.sentence] == c.span.start))
        for rank, c in enumerate(candidates)
    ]


def gender_of(words: Sequence[str]) -> str:
    """Return ``f`` or ``m`` where titles, kinship, trades or first names tell, else an empty string."""
    for word in words:
        if word in lexicon.FEMALE:
            return "f"
        if word in lexicon.MALE:
            return "m"
    return ""


@cache
def load_weights() -> Weights:
    """Return the weights that come with Fogline, read once."""
    text = (files("fogline") / "data" / "actors" / "antecedents.json").read_text("utf-8")
    return Weights(json.loads(text)["weights"])
