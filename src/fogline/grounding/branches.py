"""A group's arm in one country: "the Lantern Front's Orvan branch" is the group of that country, and never the country."""

from __future__ import annotations

from fogline.grounding.actor_name import choose, printed_words
from fogline.grounding.grounding import Actor, ActorKind, GroundedActor
from fogline.grounding.known_actor import known
from fogline.grounding.naming import Naming
from fogline.grounding.registry import YamlRegistry
from fogline.grounding.word_lists import word_set

__all__ = ["branch_of_a_group"]

_BRANCHES = word_set("branch branches affiliate affiliates offshoot offshoots franchise")
# Arms that broke with the group later, or are on file under it.
_KNOWN_AS = {
    ("al-qaida", "SY"): "hts",
    ("al-qaida", "IQ"): "islamic-state",
    ("islamic-state", "SY"): "islamic-state",
    ("islamic-state", "IQ"): "islamic-state",
}


def branch_of_a_group(naming: Naming) -> GroundedActor | None:
    """Return the arm that a group has in a country: of "its Syrian offshoot" whose it is the words do not say, but it is no state's.

    A group's "affiliate in Yemen" is found too. Where the registry keeps no
    arm of that country the group itself is meant.
    """
    phrase, context = naming.phrase, naming.context
    if phrase.head_key not in _BRANCHES:
        return None
    beside = [m for m in phrase.matches if m.first < phrase.head or phrase.link in ("of", "in")]
    names = [name for m in beside if (name := choose(m, context)) is not None]
    group = next((n.actor for n in names if n.actor.kind is ActorKind.PARTY and n.actor.region != "states"), None)
    state = next((n.actor for n in names if n.actor.region == "states"), None)
    if state is None:
        return None
    if group is not None:
        arm = _arm(naming.registry, group, state.id, context.year)
        return known(arm or group, context, "role-of", f"{phrase.head_key} of {group.name} in {state.name}")
    theirs = phrase.words[phrase.start].key in ("its", "their")
    if not theirs:
        return None
    printed = printed_words(naming.text, phrase, context)
    return GroundedActor(printed, ActorKind.PARTY, None, None, "unknown", "the arm of a group that is named elsewhere")


def _arm(registry: YamlRegistry, group: Actor, state: str, year: int | None) -> Actor | None:
    """Return the one group on file that belongs to another and fights in a country, None if there is none or more."""
    if (listed := _KNOWN_AS.get((group.id, state))) is not None:
        return registry.get(listed)
    arms = [a for a in registry if a.parent == group.id and a.country == state]
    living = [a for a in arms if year is None or (a.since or 0) <= year <= (a.until or 9999)]
    return living[0] if len(living) == 1 else None
