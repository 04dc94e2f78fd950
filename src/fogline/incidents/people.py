"""Whom a number of dead counts: civilians, armed men, or people of whom nothing is said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from fogline.claims.claim import Count
from fogline.grounding.word_lists import word_set

CIVILIAN_WORDS = word_set(
    """civilian civilians resident residents villager villagers child children kid kids baby babies infant infants boy boys girl girls
    woman women family families refugee refugees worshipper worshippers patient patients student students pupil pupils teacher teachers
    journalist journalists reporter reporters doctor doctors medic medics paramedic paramedics nurse nurses rescuer rescuers worker workers
    protester protesters demonstrator demonstrators shopper shoppers farmer farmers fisherman fishermen passenger passengers bystander bystanders
    mourner mourners priest priests hostage hostages prisoner prisoners detainee detainees helmets"""
)
ARMED_WORDS = word_set(
    """fighter fighters militant militants soldier soldiers troop troops rebel rebels insurgent insurgents guerrilla guerrillas gunman gunmen
    jihadist jihadists jihadi jihadis terrorist terrorists commander commanders officer officers policeman policemen police militiaman
    militiamen militia militias guard guards mercenary mercenaries conscript conscripts recruit recruits serviceman servicemen attacker attackers bomber bombers
    combatant combatants sniper snipers army forces personnel pilot pilots crew men members"""
)

CIVILIANS, ARMED, PEOPLE = "civilians", "armed", "people"


def words_of(who: str | None) -> frozenset[str]:
    """Return the words of a number's "who", in lower case."""
    return frozenset(re.findall(r"[^\W\d_]+", (who or "").casefold()))


@lru_cache(maxsize=10_000)
def kind_of(who: str | None) -> str:
    """Return whom the words of a number name; "people" where they leave it open."""
    words = words_of(who)
    if words & CIVILIAN_WORDS:
        return CIVILIANS
    return ARMED if words & ARMED_WORDS else PEOPLE


def count_others(left: str | None, right: str | None) -> bool:
    """Return whether two numbers count different people: civilians the one, armed men the other."""
    return kinds_differ(kind_of(left), kind_of(right))


def kinds_differ(left: str, right: str) -> bool:
    """Return whether of two kinds the one is civilians and the other armed men; what is left open may be either."""
    return {left, right} == {CIVILIANS, ARMED}


def kind_counted(counts: Iterable[Count], what: str) -> str:
    """Return whom the numbers of one thing count; "people" where they count more than one kind or leave it open."""
    kinds = {kind_of(c.who) for c in counts if c.what == what}
    return next(iter(kinds)) if len(kinds) == 1 else PEOPLE
