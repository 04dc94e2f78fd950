"""Who speaks for a country's opposition: "a Syrian opposition spokesman" is not the state's."""

from __future__ import annotations

from dataclasses import replace

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import plain_name
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.naming import Naming
from fogline.grounding.war_sides import civil_opposition, rebels

__all__ = ["of_the_opposition"]

_OPPOSITION = frozenset(["opposition", "oppositionist"])
_OFFICES = lexicon.POSTS | frozenset(
    ["figure", "figures", "politician", "politicians", "delegation", "negotiators", "groups", "parties"]
)


def of_the_opposition(naming: Naming) -> GroundedActor | None:
    """Return the opposition of a country for whoever has a post in it, None where the words tell of no such post.

    Where the opposition fights they are the war's rebels, elsewhere the
    words themselves: "Orvan opposition".
    """
    phrase, context = naming.phrase, naming.context
    at = next((n for n in range(phrase.start, phrase.head) if phrase.words[n].key in _OPPOSITION), None)
    state = next((m for m in phrase.before if m.name.actor.region == "states"), None)
    if at is None or state is None or state.last > at or any(m.name.actor.region != "states" for m in phrase.before):
        return None
    if phrase.words[at + 1].key not in _OFFICES:
        return None
    post = phrase.words[at + 1].key
    theirs = state.name.actor.id == context.war_country and not civil_opposition({"opposition", post}, context)
    if theirs and (fighting := rebels(naming.registry, context)) is not None:
        return replace(fighting, basis="role-of", reason=f"{post} of the opposition of {state.name.actor.name}")
    printed = plain_name(naming.text[phrase.words[state.first].start : phrase.words[at].end], context.all_caps)
    return GroundedActor(printed, ActorKind.OTHER, None, None, "role-of", f"{post} of the opposition of {state.name.actor.name}")
