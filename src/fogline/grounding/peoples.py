"""Armed groups that are called after their people: "Chechen fighters", "Serb gunners", "the Serbs".

Which group of a people that is the registry tells, if a name of it says no
more than whose men they are ("Bosnian Serb forces", "Chechen rebels"). Of a
people with two such groups nobody is guessed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from fogline.grounding import actor_words as lexicon
from fogline.grounding.grounding import Actor, ActorKind, GroundedActor
from fogline.grounding.known_actor import known
from fogline.grounding.naming import Naming
from fogline.grounding.registry import Word, YamlRegistry, words
from fogline.grounding.report_context import ReportContext, named_in
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role

__all__ = ["of_a_people"]

# Whoever bears arms for a people.
_FIGHTING = (
    lexicon.ARMED_NOUNS
    - word_set("group groups organisation organisations organization organizations alliance element elements cell cells gang cartel clan")
    | word_set("sniper snipers gunman gunmen commander commanders warlord warlords irregulars")
)  # fmt: skip
# What an army has. Soldiers of a people may serve anybody: they are the group's if the report names it and it has an army.
_SOLDIERLY = word_set(
    """force forces troop troops soldier soldiers army armies artillery gunner gunners tank tanks battery batteries infantry unit units brigade
    brigades officer officers gunboats shelling shells bombardment positions lines guns roadblock roadblocks checkpoint checkpoints"""
)
# Words before the noun that leave the men with their people.
_LOOSE = (
    lexicon.DETERMINERS
    | lexicon.QUANTIFIERS
    | lexicon.NUMBER_WORDS
    | lexicon.PLAIN_TROOPS
    | lexicon.REBELS
    | lexicon.MILITANTS
    | word_set("ethnic armed heavily suspected alleged senior top local tank artillery infantry ground field")
)


@dataclass(frozen=True, slots=True)
class _Group:
    """A group that is called after a people; ``army``: a name of it speaks of an army or forces."""

    actor: Actor
    army: bool


def of_a_people(naming: Naming) -> GroundedActor | None:
    """Return the one group of the war's country that fights for the people after whom fighters are called, None for none or two."""
    phrase, context = naming.phrase, naming.context
    if phrase.before or phrase.compounds or context.war_country is None:
        return None
    head, found = phrase.words[phrase.head], phrase.words[phrase.start : phrase.head]
    if any(w.opens for w in (*found[1:], head)):
        return None  # a heading "Kachin" and the line below it
    peoples = _peoples(naming.registry)
    if head.key in _FIGHTING | _SOLDIERLY and (context.all_caps or not head.capital):
        called = [w for w in found if w.key in peoples and w.capital]
        loose = all(w in called or w.key in _LOOSE or w.key.isdigit() for w in found)
        if len(called) != 1 or not loose or _compound(naming, called[0]):
            return None
        soldierly = head.key in _SOLDIERLY
        group = _one_of(peoples[called[0].key], context, army=soldierly)
        unnamed = group is not None and soldierly and not named_in(naming.registry, context)[group]
        unnamed = unnamed and not _told_of_as_a_side(context.text, called[0].key)
        return None if unnamed else _known(group, naming, called[0])
    # "The Serbs shelled the town"; to whom it is done, and "thousands of Serbs", are people.
    plain = [w.key for w in found] == ["the"] and head.capital and naming.role is not Role.TARGET
    people = head.key.removesuffix("s")
    if not plain or people == head.key or people not in peoples:
        return None
    group = _one_of(peoples[people], context, army=False)
    return _known(group, naming, head) if group is not None and group.inter == 2 else None


@lru_cache(maxsize=256)
def _told_of_as_a_side(text: str, people: str) -> bool:
    """Tell whether a report speaks of a people as of a side at war: "the Serbs", "Serb fighters"."""
    name = re.escape(people)
    armed = rf"\bthe (?:rebel )?{name}s\b|\b{name} (?:fighters|rebels|militia\w*|gunmen|guerrillas|irregulars)\b"
    return re.search(armed, text, re.IGNORECASE) is not None


def _known(group: Actor | None, naming: Naming, called: Word) -> GroundedActor | None:
    if group is None:
        return None
    return known(group, naming.context, "description", f"{called.text}: called after the people for whom {group.name} fight")


def _compound(naming: Naming, word: Word) -> bool:
    """Tell whether a people's name is half of another word: "Serb-held", "anti-Serb", "Muslim/Croat"."""
    around = naming.text[max(0, word.start - 1) : word.start] + naming.text[word.end : word.end + 1]
    return bool(around.strip())


def _one_of(groups: tuple[_Group, ...], context: ReportContext, *, army: bool) -> Actor | None:
    """Return the one group of those called after a people that is at war there in the report's year; of several the one that holds ground.

    A people's militias (ACLED's code 3) stand beside its rebels and are seldom what its "forces" or "fighters" are.
    """
    year = context.year
    here = [
        g.actor
        for g in groups
        if context.war_country in (g.actor.country, *g.actor.party_in)
        and (g.army or not army)
        and (year is None or (g.actor.since or 0) <= year <= (g.actor.until or 9999))
    ]
    if len(here) > 1:
        here = [a for a in here if a.inter == 2]
    return here[0] if len(here) == 1 else None


@lru_cache(maxsize=4)
def _peoples(registry: YamlRegistry) -> Mapping[str, tuple[_Group, ...]]:
    """Return the groups of the registry that are called after a people, by the word for it."""
    out: dict[str, list[_Group]] = defaultdict(list)
    for actor in registry:
        if actor.region == "states" or actor.kind is not ActorKind.PARTY or actor.inter not in (2, 3):
            continue
        names = (actor.name, *actor.aliases)
        army = any(w.key in _SOLDIERLY for name in names for w in words(name))
        for people in {told for name in names if (told := _people_in(registry, name)) is not None}:
            out[people].append(_Group(actor, army))
    return {people: tuple(groups) for people, groups in out.items()}


def _people_in(registry: YamlRegistry, name: str) -> str | None:
    """Return the people of a group's name that says no more than whose men they are: "Bosnian Serb forces", "Chechen rebels", "Bosnian Croats"."""
    found = words(name)
    last = len(found) - 1
    while last > 0 and not found[last].capital and found[last].key in _FIGHTING | _SOLDIERLY:
        last -= 1
    if last < 0 or not name.replace(" ", "").isalpha():
        return None
    word, lead, noun = found[last], found[:last], last + 1 < len(found)
    if lead and not (len(lead) == 1 and _is_of_a_state(registry, lead[0].text)):
        return None
    people = word.key if noun else word.key.removesuffix("s")
    whose = noun or (lead and people != word.key)
    no_people = word.text.isupper() or not word.capital or people in lexicon.NO_GROUP | _FIGHTING | _SOLDIERLY
    return people if whose and not no_people and not _is_of_a_state(registry, word.text) else None


def _is_of_a_state(registry: YamlRegistry, word: str) -> bool:
    return any(a.region == "states" for a in registry.named(word))
