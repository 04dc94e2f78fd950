"""Soldiers, units and commands that are the state's by what they are called: "security men", "the Second Division", "the federal army"."""

from __future__ import annotations

import re

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import choose
from fogline.grounding.datelines import told_from
from fogline.grounding.grounding import GroundedActor
from fogline.grounding.known_actor import known
from fogline.grounding.naming import Naming
from fogline.grounding.report_context import named_in
from fogline.grounding.told_in import told_in
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role

__all__ = ["crew", "is_designation", "of_rank", "unit_of_the_state"]

# So many of these, and no more said, are of the state at war.
_RANKS = word_set("officers colonels corporals privates")
# One of them is too: who speaks as an officer if nobody is told of whose he is, a corporal in any role.
_RANK = frozenset(["officer", "corporal"])
_OF_SOMEBODY = frozenset(["of", "for", "with", "from"])
_OF_LAW = word_set("law enforcement")
_PLAIN = lexicon.DETERMINERS | lexicon.QUANTIFIERS | lexicon.NUMBER_WORDS
# Before "men" these say that they are a state's; whoever guards a shop is a security man too.
_SERVICES = word_set("security intelligence army military police")
_SNIPERS = frozenset(["sniper", "snipers"])
_OF_MEN = word_set("special forces plainclothes uniformed armed state government interior ministry national")
_UNITS = word_set("army division brigade corps regiment battalion")
_ORDINALS = word_set("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
_OF_UNITS = word_set(
    "infantry armoured armored mountain mechanised mechanized motorised motorized tank airborne army military artillery special"
)
# What a state's commands are called after; the Southern and the Central Command are American.
_SIDES = word_set("northern eastern western northeastern northwestern southeastern southwestern")
# Of these countries at war none has marines.
_WITHOUT_MARINES = word_set("IQ AF SY LB YE LY SO SD SS ML NE BF TD CF CD LR")
_FEDERAL = word_set(
    "army military troops forces soldiers soldier tanks artillery jets planes aircraft warplanes gunboats navy units airforce warships"
)


def unit_of_the_state(naming: Naming) -> GroundedActor | None:
    """Return the state whose men, unit or command is told of by a name that only a state's forces bear, None for others."""
    if naming.phrase.compounds:
        return None
    rules = (_men, _numbered, _command, _marines, _federal)
    return next((found for rule in rules if (found := rule(naming)) is not None), None)


def of_rank(naming: Naming) -> GroundedActor | None:
    """Return the state at war for soldiers of whom no more than a rank is told: "three officers", "a corporal", "an officer said"."""
    phrase, key = naming.phrase, naming.phrase.head_key
    if phrase.before or key not in _RANKS | _RANK or not all(m in _PLAIN | _OF_LAW or m.isdigit() for m in phrase.modifiers):
        return None
    if key == "officer" and not _some_officer(naming):
        return None
    if key != "officer" and (phrase.link in _OF_SOMEBODY or phrase.link == "in"):
        inner = naming.rest(phrase.end + 1)
        return inner if inner is not None and inner.actor_id is not None else None
    return _of_the_state(naming, key)


def _some_officer(naming: Naming) -> bool:
    """Tell whether an officer speaks who is told of for the first time, and of nobody; "the officer" is one told of before."""
    phrase = naming.phrase
    known_before = phrase.words[phrase.start].key in ("the", "that", "this")
    return naming.role is Role.ORIGIN and phrase.link not in _OF_SOMEBODY and not known_before


def crew(naming: Naming) -> GroundedActor | None:
    """Return whose a few soldiers are who are told by a state and what soldiers do: "a British special forces team", "a Russian column"."""
    phrase = naming.phrase
    mods = set(phrase.modifiers)
    if phrase.head_key not in lexicon.CREWS or not phrase.before or phrase.before[-1].name.actor.region != "states":
        return None
    if not mods & lexicon.OF_SOLDIERS and (mods - lexicon.DETERMINERS or not phrase.head_key.startswith("column")):
        return None  # "the Chadian football team", "death squads"
    name = choose(phrase.before[-1], naming.context)
    return known(name.actor, naming.context, "alias", f"{phrase.head_key} of {name.actor.name}") if name is not None else None


def is_designation(naming: Naming) -> bool:
    """Tell whether a phrase ends with what an arm is called by, and no word for it: "a Russian Kh-101", "Israeli F-16s"."""
    phrase = naming.phrase
    letters = phrase.words[phrase.head - 1] if phrase.head > phrase.start else None
    return (
        letters is not None
        and letters.text[:1].isupper()
        and len(letters.text) <= 4
        and re.fullmatch(r"\d{1,3}\w{0,2}", phrase.head_key) is not None
        and naming.text[letters.end : phrase.words[phrase.head].start] == "-"
    )


def _of_the_state(naming: Naming, what: str) -> GroundedActor | None:
    """Return the state in whose capital a sentence opens or from which an item is told, else the one at war or that rules there."""
    phrase, context = naming.phrase, naming.context
    at = phrase.words[0].start
    if (there := told_in(naming.registry, context, at) or told_from(naming.registry, context, at)) is not None:
        return known(there, context, "description", f"{what}, told of in {there.name}")
    war, reason = context.war, f"{what} of the state at war"
    rules = (war.army if {what, *phrase.modifiers} & {"army", "military"} else war.government) if war is not None else None
    return naming.by_id(rules, reason) if rules is not None else naming.state_at_war(reason)


def _men(naming: Naming) -> GroundedActor | None:
    """Return whose "security men", "two Orvat intelligence men" and "an army sniper" are; a single security man may guard a shop."""
    phrase = naming.phrase
    key, mods = phrase.head_key, set(phrase.modifiers)
    if key not in _SNIPERS | {"man", "men"} or phrase.link in _OF_SOMEBODY | {"at", "in"}:
        return None
    serving = mods & _SERVICES or {"special", "forces"} <= mods
    extra = {m for m in mods - _SERVICES - _OF_MEN - _PLAIN if not m.isdigit()}
    if not serving or extra or (key == "man" and mods & _SERVICES == {"security"}):
        return None
    if not phrase.before:
        return _of_the_state(naming, key)
    name = choose(phrase.before[-1], naming.context)
    return known(name.actor, naming.context, "alias", f"{key} of {name.actor.name}") if name is not None else None


def _numbered(naming: Naming) -> GroundedActor | None:
    """Return whose a unit is that bears a number in words and no owner: "the Second Division", "the Fourth Army"."""
    phrase, key = naming.phrase, naming.phrase.head_key
    mods = set(phrase.modifiers)
    numbered = mods & _ORDINALS or any(re.fullmatch(r"\d+(?:st|nd|rd|d|th)", m) for m in mods)
    extra = {m for m in mods - _ORDINALS - _OF_UNITS - lexicon.DETERMINERS if not m[:1].isdigit()}
    if key not in _UNITS or not numbered or extra or phrase.before or not phrase.words[phrase.head].capital:
        return None
    if phrase.link in ("of", "from"):
        inner = naming.rest(phrase.end + 1)
        return inner if inner is not None and inner.actor_id is not None else None
    return naming.state_at_war(f"the {key} of the state at war, by its number")


def _command(naming: Naming) -> GroundedActor | None:
    """Return the state at war for a command that is called after a side of its country: "the Eastern Orvat Command"."""
    phrase = naming.phrase
    if phrase.head_key != "command" or not phrase.words[phrase.head].capital or phrase.before or naming.context.all_caps:
        return None
    called = [w for w in phrase.words[phrase.start : phrase.head] if w.key not in lexicon.DETERMINERS]
    if not 1 <= len(called) <= 3 or not all(w.capital for w in called) or phrase.link == "of":
        return None
    by_side = not _SIDES.isdisjoint(w.key for w in called)
    joint = {"joint", "operations"} <= {w.key for w in called} and "special" not in {w.key for w in called}
    return naming.state_at_war("a command of the state at war") if by_side or joint else None


def _marines(naming: Naming) -> GroundedActor | None:
    """Return the United States for "the Marines" where the state at war has none and the report names the United States."""
    phrase, context = naming.phrase, naming.context
    head = phrase.words[phrase.head]
    bare = head.key in ("marine", "marines") and head.capital and not context.all_caps and phrase.head > phrase.start
    plain = all(m in _PLAIN | lexicon.PLAIN_TROOPS or m.isdigit() for m in phrase.modifiers)
    if not bare or phrase.before or not plain or context.war_country not in _WITHOUT_MARINES or phrase.link == "of":
        return None
    named = any(a.id == "US" for a in named_in(naming.registry, context))
    return naming.by_id("US", "the Marines: the state at war has none") if named else None


def _federal(naming: Naming) -> GroundedActor | None:
    """Return the federation that a country at war broke away from for "the federal army", None where none is on file."""
    phrase, war = naming.phrase, naming.context.war
    if (
        war is None
        or war.federal is None
        or phrase.before
        or phrase.head_key not in _FEDERAL
        or "federal" not in phrase.modifiers
        or (naming.context.year or 0) > 1992
    ):
        return None
    return naming.by_id(war.federal, f"federal forces in the war of {war.country}, which broke away")
