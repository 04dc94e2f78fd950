"""Outlets that a report tells of: a state's media, and those whose own name stands behind the word for what they are."""

from __future__ import annotations

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import plain_name
from fogline.grounding.actor_people import brings_news
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.naming import Naming

__all__ = ["named_outlet", "state_media"]


def state_media(naming: Naming) -> GroundedActor | None:
    """Return a state's media under its name: "state television" is that of the state at war if no other is named."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    if not brings_news(phrase.head_key, phrase.modifiers) or "state" not in phrase.modifiers:
        return None
    own = next((m.name.actor for m in reversed(phrase.before) if m.name.actor.region == "states"), None)
    state = own or (naming.registry.get(context.war_country) if context.war_country else None)
    at = next(n for n in range(phrase.head, -1, -1) if phrase.words[n].key == "state")
    printed = text[phrase.words[at].start : phrase.words[phrase.head].end]
    name = f"{naming.registry.adjective(state)} {printed}" if state is not None else printed
    return GroundedActor(plain_name(name, context.all_caps), ActorKind.MEDIA, None, None, "description", "media of a state")


def named_outlet(naming: Naming) -> GroundedActor | None:
    """Return an outlet by the name behind a word for what it is: "state television MRTV", "news agency Lantern"."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    first = phrase.head
    while (
        first > phrase.start
        and phrase.words[first].capital
        and text[phrase.words[first - 1].end : phrase.words[first].start] == " "
    ):
        first -= 1
    outlet, name = phrase.words[first], phrase.words[first + 1 : phrase.head + 1]
    if context.all_caps or not name or not name[0].capital or outlet.key not in lexicon.OUTLETS:
        return None
    if not brings_news(outlet.key, [w.key for w in phrase.words[phrase.start : first]]):
        return None
    printed = plain_name(text[name[0].start : name[-1].end], False)
    return GroundedActor(printed, ActorKind.MEDIA, None, None, "description", f"{printed} is called a {outlet.key}")
