"""Those who are told by their leader: "forces led by Ada Byrne", "troops loyal to her", "Ada Byrne, who heads the Front"."""

from __future__ import annotations

from collections.abc import Set

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import choose, left_office, plain_name
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.known_actor import known
from fogline.grounding.naming import Naming
from fogline.grounding.registry import Name, Sense
from fogline.grounding.report_context import ReportContext
from fogline.grounding.unlisted_groups import UNLISTED

__all__ = ["called_after_leader"]

# Behind the words for a force and before "by" its leader follows.
_LED = frozenset({"led", "commanded", "headed"})
_LEADS = frozenset({"leads", "heads", "commands"})
_BACKING = frozenset({"backing", "supporting"})
# These are whoever's leads them; an army is the state's, whoever commands it.
_ANYBODYS_FORCES = lexicon.MILITIA | {"force", "forces", "troop", "troops", "fighter", "fighters", "combatants", "men", "faction"}
# A group that is led by somebody may also do research.
_ARMED = lexicon.REBELS | lexicon.MILITANTS | {"armed", "splinter", "breakaway"}


def called_after_leader(naming: Naming) -> GroundedActor | None:
    """Return who is told by their leader: "forces led by" a commander on file are that commander's group; "Ada Byrne, who heads the Front".

    Forces of a leader whom nobody knows, and those loyal to one, keep their words: they are not the state's, which they may be fighting.
    So do those loyal to somebody who held the office before the report's year, or came to it in that year.
    """
    text, phrase, context = naming.text, naming.phrase, naming.context
    behind = phrase.words[phrase.end : phrase.end + 2]
    if len(behind) < 2:
        return None
    if phrase.link == "," and behind[0].key == "who" and behind[1].key in _LEADS:
        return _body_led(naming)
    led = phrase.link in _LED and behind[1].key == "by"
    loyal = (phrase.link == "loyal" and behind[1].key == "to") or phrase.link in _BACKING
    of_the_state = (lexicon.PRO_STATE | {"government"}) - ({"army"} if loyal else set())
    if not (led or loyal) or set(phrase.modifiers) & of_the_state:
        return None
    nouns = lexicon.FORCES | lexicon.FIGHTERS | lexicon.MILITIA | lexicon.REBELS | lexicon.MILITANTS
    if phrase.head_key not in nouns or any(m.name.actor.region == "states" for m in phrase.before):
        return None
    leader = naming.starting_at(phrase.end + (1 if phrase.link in _BACKING else 2))
    if leader is None:
        return None
    match = leader.phrase.head_match
    name = choose(match, context) if match is not None else None
    said = {w.key for w in leader.phrase.words[leader.phrase.start :]}
    if loyal and (leader.phrase.before or (said & lexicon.STATE_POSTS and said.isdisjoint(lexicon.FORMER))):
        return None  # whoever is loyal to a president fights for the state
    if loyal and name is not None and _out_of_office(name, said, context):
        name = None
    elif phrase.link in _BACKING and name is not None:
        return None
    if name is not None and phrase.head_key not in lexicon.COALITION:
        return known(name.actor, context, "role-of", f"{phrase.head_key} led by {name.full or name.actor.name}")
    named = [n for n in leader.phrase.words[leader.phrase.start : leader.phrase.end] if n.capital]
    armed = (
        phrase.head_key in _ANYBODYS_FORCES or loyal or (phrase.head_key in lexicon.FIGHTERS and _ARMED & set(phrase.modifiers))
    )
    if name is not None or len(named) < 2 or not armed or context.all_caps:
        return None
    printed = plain_name(text[phrase.words[phrase.start].start : leader.phrase.words[leader.phrase.head].end], False)
    return GroundedActor(printed, ActorKind.PARTY, None, None, "unknown", f"{printed}: {UNLISTED}")


def _body_led(naming: Naming) -> GroundedActor | None:
    """Return the group on file that a named person leads: "Ada Byrne, who heads the Lantern Front"; they speak for it."""
    phrase, context = naming.phrase, naming.context
    body = naming.starting_at(phrase.end + 2)
    match = body.phrase.head_match if body is not None else None
    name = choose(match, context) if match is not None else None
    if name is None or name.actor.region == "states" or name.actor.kind is not ActorKind.PARTY or name.sense is Sense.LEADER:
        return None
    return known(name.actor, context, "role-of", f"{phrase.words[phrase.head].text} leads {name.actor.name}")


def _out_of_office(name: Name, said: Set[str], context: ReportContext) -> bool:
    """Tell whether somebody on file does not hold the office of a state, or not all through the year: a president overthrown, or new."""
    if name.actor.region != "states" or name.sense is not Sense.LEADER:
        return False
    new = context.year is not None and name.since == context.year
    return new or left_office(name, context) or not said.isdisjoint(lexicon.FORMER)
