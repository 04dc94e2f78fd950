"""Outlets that a report tells of: a state's media, and those whose own name stands behind the word for what they are."""

from __future__ import annotations

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import plain_name
from fogline.grounding.actor_people import brings_news
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.naming import Naming
from fogline.grounding.no_person import opens

__all__ = ["named_outlet", "state_media"]

_SIDES = frozenset(["opposition", "rebel", "dissident"])
_OF_MANY_HANDS = frozenset(
    ["media", "website", "websites", "site", "sites", "newspaper", "newspapers", "outlet", "outlets", "channels", "networks"]
)
_ENDS_NAMES = frozenset(["tv", "television", "radio", "news"])


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
    """Return an outlet by the name behind a word for what it is, or that ends with one: "state television MRTV", "the Orvat Today TV".

    Papers and sites that side with the opposition are outlets, and not the opposition.
    """
    text, phrase, context = naming.text, naming.phrase, naming.context
    if phrase.head_key in _OF_MANY_HANDS and _SIDES & set(phrase.modifiers):
        first = next(n for n in range(phrase.start, phrase.head) if phrase.words[n].key in _SIDES)
        printed = plain_name(text[phrase.words[first].start : phrase.words[phrase.head].end], context.all_caps)
        return GroundedActor(printed, ActorKind.MEDIA, None, None, "description", "media on a side, none named")
    if (ending := _ends_as_an_outlet(naming) or _channel(naming) or _named_before(naming)) is not None:
        return ending
    first = phrase.head
    while (
        first > phrase.start
        and phrase.words[first].capital
        and text[phrase.words[first - 1].end : phrase.words[first].start] in (" ", "-")
    ):
        first -= 1
    outlet, name = phrase.words[first], phrase.words[first + 1 : phrase.head + 1]
    if context.all_caps or not name or not name[0].capital or outlet.key not in lexicon.OUTLETS:
        return None
    if not brings_news(outlet.key, [w.key for w in phrase.words[phrase.start : first]]):
        return None
    # "Radio Free Orvat" bears the word in its name.
    own = outlet if outlet.capital and (outlet.key == "radio" or not opens(text, outlet)) else name[0]
    printed = plain_name(text[own.start : name[-1].end], False)
    return GroundedActor(printed, ActorKind.MEDIA, None, None, "description", f"{printed} is called a {outlet.key}")


def _ends_as_an_outlet(naming: Naming) -> GroundedActor | None:
    """Return an outlet whose own name of two words and more ends by saying so: "the Orvat Today TV"."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    if context.all_caps or phrase.head_key not in _ENDS_NAMES or phrase.link in ("of", "for") or phrase.before:
        return None
    first = phrase.head
    while (
        first > phrase.start
        and phrase.words[first - 1].capital
        and phrase.words[first - 1].key not in lexicon.LOOSE_LEADS | lexicon.DETERMINERS | lexicon.OWNED_BY_A_STATE
        and text[phrase.words[first - 1].end : phrase.words[first].start] in (" ", "-")
    ):
        first -= 1
    if not phrase.words[phrase.head].capital or phrase.head - first < 1:
        return None
    printed = plain_name(text[phrase.words[first].start : phrase.words[phrase.head].end], False)
    return GroundedActor(
        printed, ActorKind.MEDIA, None, None, "description", f"{printed} by the name before the word {phrase.head_key!r}"
    )


def _channel(naming: Naming) -> GroundedActor | None:
    """Return a broadcaster that is called by its number: "Orvat's Channel 12"."""
    phrase = naming.phrase
    at = next((n for n in range(phrase.start, len(phrase.words) - 1) if phrase.words[n].key == "channel"), None)
    if (
        at is None
        or at < phrase.head - 1
        or at > phrase.head
        or not phrase.words[at].capital
        or not phrase.words[at + 1].key.isdigit()
    ):
        return None
    printed = naming.text[phrase.words[at].start : phrase.words[at + 1].end]
    return GroundedActor(
        plain_name(printed, naming.context.all_caps), ActorKind.MEDIA, None, None, "description", "a channel by its number"
    )


def _named_before(naming: Naming) -> GroundedActor | None:
    """Return an outlet by the name before the word for what it is: "the pro-government Al-Orvat newspaper"."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    if context.all_caps or phrase.words[phrase.head].capital or not brings_news(phrase.head_key, phrase.modifiers):
        return None
    last = phrase.head - 1
    while (
        last > phrase.start and phrase.words[last].key in lexicon.NEWS | lexicon.BROADCASTING and not phrase.words[last].capital
    ):
        last -= 1
    taken = {n for m in phrase.matches for n in range(m.first, m.last)}
    first = last + 1
    while (
        first > phrase.start
        and phrase.words[first - 1].capital
        and first - 1 not in taken
        and phrase.words[first - 1].key not in _NO_OUTLETS
        and (first > last or text[phrase.words[first - 1].end : phrase.words[first].start] in (" ", "-"))
    ):
        first -= 1
    keys = {w.key for w in phrase.words[first : last + 1]}
    name = text[phrase.words[first].start : phrase.words[last].end] if first <= last else ""
    if first > last or opens(text, phrase.words[first]) or name.casefold() in context.places or keys <= _PLATFORMS:
        return None
    printed = plain_name(text[phrase.words[first].start : phrase.words[last].end], False)
    return GroundedActor(
        printed, ActorKind.MEDIA, None, None, "description", f"{printed} by the name before the word {phrase.head_key!r}"
    )


# "A Telegram channel" is whoever's, "the local TV station" of no name.
_PLATFORMS = lexicon.BROADCASTING | {"telegram", "twitter", "youtube", "facebook", "whatsapp", "instagram", "internet"}
_NO_OUTLETS = (
    lexicon.NO_GROUP | lexicon.DETERMINERS | lexicon.LOOSE_LEADS | lexicon.OWNED_BY_A_STATE | lexicon.NEWS | lexicon.WESTERN
)
