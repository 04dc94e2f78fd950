"""The wars that reports are about: whose war it is, who fights in it, and what "the rebels" or "the coalition" mean there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from fogline.grounding.grounding import Actor


@dataclass(frozen=True, slots=True)
class War:
    """A war by the country it is fought in, of which a country may have had several. Years are inclusive; None is open.

    ``parties`` are registry ids of outside states and bodies that fight in
    it, from ``foreign_since`` on. ``rebels``, ``militants`` and
    ``coalition`` are registry ids (or the plain word ``rebels``) that the
    bare words stand for there; so do ``paramilitaries`` and ``occupier``,
    the state that "the occupation" is said of, and ``army``, the state whose
    soldiers "the army" is where the country has none, and ``government`` the
    one whose police, ministries and officials the bare words are: a country that
    another rules. ``loyalists`` are whom the word means where they are no soldiers
    of the state. ``federal`` is the federation whose army "the federal army" is where
    the country broke away from it, ``separatists`` are whom the word means where the
    war's "rebels" are others. ``air`` is who flies there from ``air_since`` on where the state has no aircraft. ``invaded``: who strikes
    back at the invader's home fights the same war. ``allies`` pair a state with
    the force that fights for it there: "its allies", "its proxies".
    """

    country: str
    since: int
    until: int | None = None
    parties: tuple[str, ...] = ()
    foreign_since: int | None = None
    rebels: str | None = None
    militants: str | None = None
    militants_since: int | None = None
    coalition: str | None = None
    coalition_since: int | None = None
    paramilitaries: str | None = None
    paramilitaries_since: int | None = None
    occupier: str | None = None
    invaded: bool = False
    allies: tuple[tuple[str, str], ...] = ()
    army: str | None = None
    government: str | None = None
    loyalists: str | None = None
    air: str | None = None
    federal: str | None = None
    separatists: str | None = None
    air_since: int | None = None

    def going_on(self, year: int | None) -> bool:
        return year is None or self.since <= year <= (self.until or 9999)

    def flies_for_it(self, year: int | None) -> bool:
        """Tell whether planes of nobody are those of another side, as the state has none."""
        return self.air is not None and (year is None or year >= (self.air_since or self.since))

    def has_party(self, actor: Actor, year: int | None) -> bool:
        """Tell whether an actor is a side: the state itself, a group at home in the war, or a state with forces in it."""
        if actor.id == self.country or (actor.country == self.country and actor.kind == "party"):
            return True
        if actor.id in self.parties:
            return year is None or year >= (self.foreign_since or self.since)
        return actor.kind == "party" and self.country in actor.party_in


@cache
def wars_on_file() -> tuple[War, ...]:
    """Return all wars on file; of one country's they stand in the order of their years."""
    text = (files("fogline") / "data" / "actors" / "wars.yaml").read_text("utf-8")
    entries = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))["wars"]
    pairs = [tuple(dict(e.get("allies", {})).items()) for e in entries]
    return tuple(
        War(**{**e, "parties": tuple(e.get("parties", ())), "allies": allies}) for e, allies in zip(entries, pairs, strict=True)
    )


@cache
def wars() -> dict[str, War]:
    """Return the wars on file by the country they are fought in: of several the last."""
    return {war.country: war for war in wars_on_file()}


def war_of(country: str | None, year: int | None) -> War | None:
    """Return the war that a country has in a year, the last one without a year; None if none is on file."""
    if country is None or year is None:
        return wars().get(country or "")
    return next((war for war in reversed(wars_on_file()) if war.country == country and war.going_on(year)), None)
