"""Weighing what a report's names could mean, all names together.

A ``Scene`` holds the names with their candidates as arrays; a small trained ``Ranker`` looks at it twice: first at each
name alone, then in the light of what the others probably mean. Training: ``models/place_ranker.py``.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fogline.grounding.gazetteer import fold
from fogline.grounding.grounding import Gazetteer, PlaceCandidate
from fogline.grounding.placename import COUNTY_WORDS, DIVISION_WORDS, POSSESSIVE, TOWN_WORDS, Lookup, look_up
from fogline.span import Span

Floats = NDArray[np.float64]

EARTH_KM = 6371.0088

_BETWEEN_COMMA = re.compile(r"^\s*[,(]\s*(?:in\s+|the\s+|[a-z]+ern\s+|central\s+)*$")
_BETWEEN_IN = re.compile(
    r"^(?:\s+(?:city|town|village|district|camp|area|region|province|governorate|county))?\s*[,(]?\s*"
    r"(?:a|an|the)?(?:\s*[a-z-]+){0,6}\s*\b(?:in|of|part of)\s+(?:the\s+)?(?:[a-z-]+\s+){0,4}$"
)
# One scene holds at most about this many candidates: its arrays grow with their square. News seldom reaches it; a book does,
# and is then weighed in stretches, each name where it first stands.
SCENE_CANDIDATES = 2500

# Stands in every name's list for "none of these": a place that the gazetteer lacks, near the report's other places.
NOWHERE = PlaceCandidate("", None, None, 0.0, 0.0, 0, "nowhere")


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a report with all its mentions."""

    key: str
    spans: tuple[Span, ...]
    lookup: Lookup


FEATURE_NAMES = (
    "people",
    "most people of the name",
    "people below the most",
    "country",
    "first-level division",
    "second-level division",
    "town",
    "region",
    "water",
    "site",
    "capital",
    "other name",
    "people's adjective",
    "abbreviation",
    "loose spelling",
    "number of candidates",
    "kind asked for by its words",
    "another kind asked for",
    "kind asked for by words beside",
    "its country is named",
    "its country is named often",
    "its division is named",
    "other countries are named, its not",
    "outlet's country",
    "an actor's country",
    "container after a comma",
    "container in the phrase",
    "container somewhere",
    "contains the name before",
    "near 30 km",
    "near 150 km",
    "near 600 km",
    "near 150 km, beside in the text",
    "share near 150 km",
    "country's share",
    "country's share beside in the text",
    "division's share",
    "division's share beside in the text",
    "alone in the report",
    "none of these",
    "none: most people of the name",
    "none: a facility's words",
    "none: several words",
    "none: only loose spellings",
    "none: number of candidates",
    "none: named once",
)
STATIC = 25  # features before this one do not depend on what the other names mean


def km_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return how far two points (latitude, longitude) are from each other over the ground."""
    units = _unit(np.array([one[0], other[0]]), np.array([one[1], other[1]]))
    return EARTH_KM * float(np.arccos(np.clip(units[0] @ units[1], -1.0, 1.0)))


def _unit(latitudes: Floats, longitudes: Floats) -> Floats:
    p, q = np.radians(latitudes), np.radians(longitudes)
    return np.stack([np.cos(p) * np.cos(q), np.cos(p) * np.sin(q), np.sin(p)], axis=1)


class Scene:
    """A report's names with their candidates, as arrays; ``features`` is what the ranker sees.

    ``starts`` are the first candidates of each name, so that sums over a name are ``np.add.reduceat``.
    """

    def __init__(
        self,
        text: str,
        names: Sequence[Name],
        outlet_country: str | None = None,
        actor_countries: Sequence[str] = (),
    ) -> None:
        self.names = names
        self.candidates = [c for name in names for c in name.lookup.candidates]
        sizes = [len(name.lookup.candidates) for name in names]
        self.starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64) if names else np.zeros(0, np.int64)
        self.group = np.repeat(np.arange(len(names)), sizes)
        self.mentions = np.array([len(name.spans) for name in names], float)
        n = len(self.candidates)
        self.units = _unit(np.array([c.latitude for c in self.candidates]), np.array([c.longitude for c in self.candidates]))
        codes: dict[str, int] = {}
        self.country = np.array([codes.setdefault(c.country or f"?{i}", len(codes)) for i, c in enumerate(self.candidates)])
        divisions: dict[str, int] = {}
        self.division = np.array(
            [
                divisions.setdefault(f"{c.country}.{c.admin1_code}" if c.admin1_code else f"?{i}", len(divisions))
                for i, c in enumerate(self.candidates)
            ]
        )
        self.real = np.array([c.feature != "nowhere" for c in self.candidates], bool)
        self.is_country = np.array([c.feature == "country" for c in self.candidates], bool)
        self.is_adm1 = np.array([c.feature == "adm1" for c in self.candidates], bool)
        self.static = np.zeros((n, len(FEATURE_NAMES)))
        if n:
            self._fill_static(text, outlet_country, frozenset(actor_countries))
            self._relations(text)

    def _fill_static(self, text: str, outlet_country: str | None, actor_countries: frozenset[str]) -> None:
        x = self.static
        log_people = np.log10(np.array([c.population for c in self.candidates], float) + 1) / 8
        top = np.maximum.reduceat(log_people, self.starts)
        named: dict[str, float] = defaultdict(float)
        named_divisions: dict[int, float] = defaultdict(float)
        for g, name in enumerate(self.names):
            start = self.starts[g]
            first = name.lookup.candidates[0]
            if first.feature == "country":
                named[first.country or ""] += len(name.spans)
            for offset, c in enumerate(name.lookup.candidates[:3]):
                if c.feature == "adm1":
                    named_divisions[int(self.division[start + offset])] += len(name.spans)
        beside = [_words_beside(text, name.spans) for name in self.names]
        anywhere = bool(named)
        for i, c in enumerate(self.candidates):
            g = self.group[i]
            name = self.names[g]
            row = x[i]
            row[0] = log_people[i]
            row[1] = log_people[i] >= top[g]
            row[2] = log_people[i] - top[g]
            kind = {"country": 3, "adm1": 4, "adm2": 5, "adm3": 5, "city": 6, "region": 7, "water": 8, "site": 9}.get(c.feature)
            if kind is None:  # none of these
                row[:3] = 0
                real = name.lookup.candidates[:-1]
                row[39:46] = (
                    1,
                    top[g],
                    name.lookup.site,
                    " " in name.key,
                    all(r.match == "loose" for r in real),
                    np.log1p(len(real)) / 4,
                    len(name.spans) == 1,
                )
                row[38] = len(self.names) == 1
                continue
            row[kind] = 1
            row[10] = c.code == "PPLC"
            if c.match != "name":
                row[{"alias": 11, "demonym": 12, "abbreviation": 13, "loose": 14}[c.match]] = 1
            row[15] = np.log1p(len(name.lookup.candidates)) / 4
            if name.lookup.hint:
                row[16] = c.feature == name.lookup.hint
                row[17] = c.feature != name.lookup.hint
            row[18] = c.feature in beside[g]
            if c.feature != "country":
                count = named.get(c.country or "", 0.0)
                row[19] = count > 0
                row[20] = np.log1p(count) / 3
                row[22] = anywhere and count == 0
            if c.feature not in ("country", "adm1"):
                row[21] = named_divisions.get(int(self.division[i]), 0) > 0
            row[23] = outlet_country is not None and c.country == outlet_country
            row[24] = c.country in actor_countries
            row[38] = len(self.names) == 1

    def _relations(self, text: str) -> None:
        """Find which name follows which after a comma or in the phrase, and how far names stand apart in the text."""
        order = sorted((span, g) for g, name in enumerate(self.names) for span in name.spans)
        comma: set[tuple[int, int]] = set()
        phrase: set[tuple[int, int]] = set()
        apart = np.full((len(self.names), len(self.names)), 1e6)
        for at, (span, g) in enumerate(order):
            for ahead in range(at + 1, min(at + 9, len(order))):
                other, h = order[ahead]
                if g == h:
                    continue
                distance = max(0, other.start - span.end)
                apart[g, h] = apart[h, g] = min(apart[g, h], distance)
                if ahead <= at + 2 and distance <= 60:
                    between = text[span.end : other.start]
                    if distance <= 30 and _BETWEEN_COMMA.match(between):
                        comma.add((g, h))
                    elif _BETWEEN_IN.match(between):
                        phrase.add((g, h))
                    elif re.match(r"^['’]s?\s+(?:[a-z-]+\s+){0,3}$", between):
                        phrase.add((h, g))
        self.comma, self.phrase = comma, phrase
        self.near_in_text = np.exp(-apart / 150.0)

    def features(self, probabilities: Floats) -> Floats:
        """Return the features, given what the names are thought to mean so far."""
        x = self.static.copy()
        if len(self.names) < 2:
            return x
        strong = np.flatnonzero((probabilities > 0.03) & self.real)
        if not len(strong):
            return x
        # Mentions count, but ten of one name do not outvote five names.
        weight = probabilities[strong] * np.sqrt(self.mentions[self.group[strong]])
        other = self.group[:, None] != self.group[strong][None, :]
        mass = other * weight[None, :]
        cosine = np.clip(self.units @ self.units[strong].T, -1, 1)
        km = EARTH_KM * np.arccos(cosine)
        # A country's or division's point says little about distance.
        pointed = np.where(self.is_country[strong], 0.0, 1.0)[None, :] * mass
        local = self.near_in_text[self.group[:, None], self.group[strong][None, :]]
        total = mass.sum(1) + 1e-9
        same_country = self.country[:, None] == self.country[strong][None, :]
        same_division = self.division[:, None] == self.division[strong][None, :]
        near = np.exp(-km / 150)
        x[:, 29] = np.log1p((pointed * np.exp(-km / 30)).sum(1))
        x[:, 30] = np.log1p((pointed * near).sum(1))
        x[:, 31] = np.log1p((pointed * np.exp(-km / 600)).sum(1))
        x[:, 32] = np.log1p((pointed * near * local).sum(1))
        x[:, 33] = (pointed * near).sum(1) / (pointed.sum(1) + 0.5)
        x[:, 34] = (mass * same_country).sum(1) / total
        x[:, 35] = (mass * same_country * local).sum(1) / ((mass * local).sum(1) + 0.2)
        x[:, 36] = (mass * same_division).sum(1) / total
        x[:, 37] = (mass * same_division * local).sum(1) / ((mass * local).sum(1) + 0.2)
        # Does strong candidate j hold candidate i? A country its places, a division its towns, a town what is within 60 km.
        holds = np.where(
            self.is_country[strong][None, :],
            same_country & ~self.is_country[:, None],
            np.where(
                self.is_adm1[strong][None, :], same_division & ~self.is_adm1[:, None], (km < 60) & ~self.is_country[:, None]
            ),
        )
        held = holds * probabilities[strong][None, :]
        for column, pairs in ((25, self.comma), (26, self.phrase)):
            for g, h in pairs:
                inner, outer = self.members(g), np.flatnonzero(self.group[strong] == h)
                if len(outer):
                    x[inner, column] = np.maximum(x[inner, column], held[inner][:, outer].sum(1))
        x[:, 27] = (held * other).max(1)
        for g, h in self.comma:
            outer = self.members(h)
            inside = np.flatnonzero(self.group[strong] == g)
            if len(inside):
                same = np.where(
                    self.is_country[outer][:, None],
                    self.country[outer][:, None] == self.country[strong[inside]][None, :],
                    self.division[outer][:, None] == self.division[strong[inside]][None, :],
                )
                x[outer, 28] = np.maximum(x[outer, 28], (same * probabilities[strong[inside]][None, :]).sum(1))
        x[~self.real, 25:38] = 0
        return x

    def members(self, g: int) -> NDArray[np.int64]:
        start = self.starts[g]
        return np.arange(start, start + len(self.names[g].lookup.candidates))

    def softmax(self, scores: Floats) -> Floats:
        """Return the scores of each name's candidates as shares of one."""
        top = np.maximum.reduceat(scores, self.starts)
        e = np.exp(scores - top[self.group])
        shares: Floats = e / np.add.reduceat(e, self.starts)[self.group]
        return shares


_BESIDE = {
    **dict.fromkeys(DIVISION_WORDS, "adm1"),
    **dict.fromkeys(COUNTY_WORDS, "adm2"),
    **dict.fromkeys(TOWN_WORDS, "city"),
    "capital": "city",
    "country": "country",
    "government": "country",
    "president": "country",
    "mayor": "city",
    "governor": "adm1",
    "gov": "adm1",
    "sheriff": "adm2",
    "sen": "adm1",
    "legislature": "adm1",
    "police": "city",
}


def _words_beside(text: str, spans: Sequence[Span]) -> frozenset[str]:
    """Return the kinds that the words next to a name ask for: "the city of X", "X province", "the X governor"."""
    kinds: set[str] = set()
    for span in spans[:6]:
        before = re.findall(r"\w+", text[max(0, span.start - 25) : span.start].casefold())[-2:]
        after = re.findall(r"\w+", text[span.end : span.end + 20].casefold())[:1]
        for word in (*before, *after):
            if kind := _BESIDE.get(word):
                kinds.add(kind)
    return frozenset(kinds)


@dataclass(frozen=True, slots=True)
class Layer:
    """Weights of one look: a linear score plus one hidden layer of tanh units."""

    linear: Floats
    hidden: Floats
    bias: Floats
    out: Floats

    def score(self, x: Floats) -> Floats:
        scores: Floats = x @ self.linear + np.tanh(x @ self.hidden + self.bias) @ self.out
        return scores


@dataclass(frozen=True, slots=True)
class Ranker:
    """First look (names alone), second look (in the light of the first), done twice."""

    first: Layer
    second: Layer

    def probabilities(self, scene: Scene) -> Floats:
        if not scene.candidates:
            return np.zeros(0)
        shares = scene.softmax(self.first.score(scene.static))
        if len(scene.names) > 1:
            for _ in range(2):
                shares = scene.softmax(self.second.score(scene.features(shares)))
        return shares


def as_layer(weights: Mapping[str, Any]) -> Layer:
    return Layer(*(np.array(weights[k], float) for k in ("linear", "hidden", "bias", "out")))


@cache
def trained_ranker() -> Ranker:
    """Return the ranker that the package carries; its file says on what it was trained and how well it did."""
    stored = json.loads(files("fogline").joinpath("data/places/ranker.json").read_text("utf-8"))
    return Ranker(as_layer(stored["first"]), as_layer(stored["second"]))


def look_up_names(text: str, spans: Sequence[Span], gazetteer: Gazetteer) -> list[Name]:
    """Group spans by name, in the order of their first mention, and look each name up."""
    grouped: dict[str, list[Span]] = defaultdict(list)
    for span in sorted(set(spans)):
        grouped[name_key(span.of(text))].append(span)
    names: list[Name] = []
    for key, group in grouped.items():
        lookup = look_up(group[0].of(text), gazetteer)
        if lookup.candidates:
            # Once in each name's list; identity marks it.
            lookup = replace(lookup, candidates=(*lookup.candidates, NOWHERE))
        names.append(Name(key, tuple(group), lookup))
    return names


def make_scenes(
    text: str,
    names: Sequence[Name],
    outlet_country: str | None = None,
    actor_countries: Sequence[str] = (),
) -> list[Scene]:
    """Return the scene of all names that have candidates; several scenes only for a text of book length."""
    stretches: list[list[Name]] = [[]]
    held = 0
    for name in names:
        size = len(name.lookup.candidates)
        if not size:
            continue
        if stretches[-1] and held + size > SCENE_CANDIDATES:
            stretches.append([])
            held = 0
        stretches[-1].append(name)
        held += size
    return [Scene(text, stretch, outlet_country, actor_countries) for stretch in stretches if stretch]


def name_key(surface: str) -> str:
    return re.sub(r"^the ", "", fold(POSSESSIVE.sub("", surface.strip())))
