"""For whom somebody named in person speaks without a post: "Ada Byrne of the front", "who speaks for the front", "Norway's Ada Byrne"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import choose, plain_name
from fogline.grounding.actor_people import brings_news
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.known_actor import known
from fogline.grounding.naming import Naming
from fogline.grounding.no_person import BODIES
from fogline.grounding.registry import Sense
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role

__all__ = ["WHO_SPEAKS_FOR", "body_of_that_name", "outlet_of_a_place", "speaks_for_a_side", "spoken_for_without_post"]

# Whose head or voice somebody is by the clause behind the name.
WHO_SPEAKS_FOR = re.compile(
    r",? (?:who (?:heads|leads|runs|directs|chairs|represents|commands|works for|works with|speaks for|spoke for|serves with|volunteers with"
    r"|negotiates for|mediates for|sits on)|speaking for|speaking on behalf of)"
    r" (?:the )?([^,.;:“”\"\n]{3,80}?)(?=[,.;:\n]| (?:in|near|said|told|says|has)\b|$)"
)
_SPEAKING_FOR = re.compile(r",? (?:(?:who )?(?:speaks|spoke)|speaking) (?:for|on behalf of) (?:the )?(?=\w)")
_WHOSE = re.compile(r",? whose (?=[A-Z])")
# Men of a side, by what the side is called: "of the coalition", "for the insurgents".
_SIDES = lexicon.COALITION | lexicon.REBELS - {"opposition", "insurgency"}
_FOLLOWING = lexicon.REBELS | lexicon.MILITANTS | lexicon.MILITIA | word_set("fighters forces men troops movement party")
# They end the name of a body that has members who speak: "the Harbour Party's Ada Byrne".
_HAVE_MEMBERS = word_set("party front movement alliance")
# Behind a possessive these are no surnames: "Orvat's Daily Sun", "Orvat's Harbour Front".
_NO_SURNAMES = (
    BODIES
    | lexicon.PLAIN_NOUNS
    | lexicon.MEDIA_NOUNS
    | word_set(
        """daily times post news today tribune sun star herald gazette mail voice nation press channel online weekly mirror observer monitor
        bank airport island city"""
    )
)
_OUTSIDERS = (
    "opposition|dissident|exiled|jailed|imprisoned|arrested|former|ex|activist|protester|singer|musician|writer|author|novelist|poet|footballer"
    "|coach|player|striker|runner|actor|actress|director|artist|journalist|reporter|editor|lawyer|analyst|professor|student|rebel|doctor|bishop|priest"
)
_SAYS_WHO = re.compile(r", (?:aged )?\d|,? (?:an?|another|one) ")


def spoken_for_without_post(naming: Naming, post_at: int | None, name_from: int) -> GroundedActor | None:
    """Return the body that somebody without a post speaks for: "Ada Byrne of the front", "who speaks for the front", "Norway's Ada Byrne"."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    if post_at is not None:
        return None
    behind = phrase.words[phrase.end].key if phrase.end < len(phrase.words) else ""
    if (side := speaks_for_a_side(naming) or _whose_men(naming)) is not None:
        return side
    if behind in ("of", "from", "for", "with") and phrase.link in (behind, ","):
        inner = naming.starting_at(phrase.end + 1)
        match = inner.phrase.head_match if inner is not None else None
        name = choose(match, context) if match is not None else None
        if name is not None and name.actor.region != "states" and name.sense is Sense.NAME:
            return known(name.actor, context, "role-of", f"of {name.actor.name}")
    clause = WHO_SPEAKS_FOR.match(text, phrase.words[phrase.head].end, phrase.words[-1].end)
    if clause is not None:
        at = next((n for n, w in enumerate(phrase.words) if w.start >= clause.start(1)), None)
        led = naming.rest(at) if at is not None else None
        return replace(led, basis="role-of") if led is not None and led.actor_id is not None else None
    return _owner_before_the_name(naming, name_from)


def speaks_for_a_side(naming: Naming) -> GroundedActor | None:
    """Return for whom the words behind a name or rank say that somebody speaks: "speaking for the UN force", "of the coalition", "for the insurgents"."""
    text, phrase = naming.text, naming.phrase
    said = _SPEAKING_FOR.match(text, phrase.words[phrase.head].end, phrase.words[-1].end)
    if said is not None:
        at = next((n for n, w in enumerate(phrase.words) if w.start >= said.end()), None)
        body = naming.rest(at) if at is not None else None
        return replace(body, basis="role-of") if body is not None and body.actor_id is not None else None
    behind = phrase.words[phrase.end].key if phrase.end < len(phrase.words) else ""
    inner = naming.starting_at(phrase.end + 1) if behind in ("of", "for") and phrase.link in (behind, ",") else None
    if inner is None or inner.phrase.head_key not in _SIDES or inner.phrase.link in lexicon.FOLLOW:
        return None
    side = naming.look_up(inner)
    told = side is not None and (side.actor_id is not None or side.name == "rebels")
    return replace(side, basis="role-of", reason=f"of {side.name}") if side is not None and told else None


def _whose_men(naming: Naming) -> GroundedActor | None:
    """Return the group whose men are somebody's by the clause behind the name: "Ada Byrne, whose Lantern rebels hold the pass"."""
    phrase = naming.phrase
    whose = _WHOSE.match(naming.text, phrase.words[phrase.head].end, phrase.words[-1].end)
    group = next((m for m in phrase.matches if whose is not None and phrase.words[m.first].start == whose.end()), None)
    name = choose(group, naming.context) if group is not None else None
    if group is None or name is None or name.actor.region == "states" or name.actor.kind is not ActorKind.PARTY:
        return None
    men = group.last < len(phrase.words) and phrase.words[group.last].key in _FOLLOWING
    return known(name.actor, naming.context, "role-of", f"whose men are {name.actor.name}") if men else None


def body_of_that_name(naming: Naming, name_from: int) -> GroundedActor | None:
    """Return a party that no registry lists, before the name of its member who speaks: "the Harbour Party's Ada Byrne"."""
    text, phrase = naming.text, naming.phrase
    run = phrase.words[name_from : phrase.head + 1]
    at = next((n for n, w in enumerate(run) if w.text.endswith(("'s", "’s"))), 0)
    if naming.role is not Role.ORIGIN or not at or run[at].key not in _HAVE_MEMBERS or len(run) - at != 3:
        return None
    if any(w.key in _NO_SURNAMES for w in run[at + 1 :]):
        return None
    body = plain_name(text[run[0].start : run[at].end - 2], False)
    person = plain_name(text[run[at + 1].start : run[-1].end], False)
    return GroundedActor(body, ActorKind.OTHER, None, None, "role-of", f"{person} speaks for {body}", person=person)


def _owner_before_the_name(naming: Naming, name_from: int) -> GroundedActor | None:
    """Return the state or body for which somebody named in full behind it speaks: "Norway's Ada Byrne"; with a trade or age it is a person."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    owner = phrase.before[-1] if phrase.before else None
    if owner is None and naming.role is Role.ORIGIN and phrase.head > name_from and (rebel := _of_rebels(naming, name_from)):
        return rebel
    if naming.role is not Role.ORIGIN or owner is None or owner.last != name_from or phrase.head == name_from:
        return None
    own = phrase.words[name_from : phrase.head + 1]
    if not phrase.words[name_from - 1].text.endswith(("'s", "’s", "s'", "s’")) or any(w.key in _NO_SURNAMES for w in own):
        return None
    if any(w.isupper() and len(w) > 1 for w in (word.text for word in own)) or _SAYS_WHO.match(
        text, phrase.words[phrase.head].end
    ):
        return None
    if _holds_no_office(context.text, own[-1].text):
        return None
    name = choose(owner, context)
    bodies = (ActorKind.GOVERNMENT, ActorKind.PARTY, ActorKind.OTHER)  # the last are mostly political parties
    speaks = name is not None and name.sense is not Sense.LEADER and name.actor.kind in bodies
    return known(name.actor, context, "role-of", f"who is {name.actor.name}'s") if name is not None and speaks else None


def _of_rebels(naming: Naming, name_from: int) -> GroundedActor | None:
    """Return the rebels before the name of one of them: "the Orvan rebels' Ada Byrne"."""
    phrase = naming.phrase
    before = phrase.words[name_from - 1] if name_from > phrase.start else None
    if before is None or before.key not in lexicon.REBELS - {"opposition"} or not before.text.endswith(("s'", "s’")):
        return None
    side = naming.look_up(replace(naming, phrase=replace(phrase, head=name_from - 1, end=name_from, link="")))
    told = side is not None and (side.actor_id is not None or side.name == "rebels")
    return replace(side, basis="role-of") if side is not None and told else None


@lru_cache(maxsize=256)
def _holds_no_office(text: str, surname: str) -> bool:
    """Tell whether a report says of somebody what nobody is who speaks for a state: "the opposition leader Ada Byrne", "Byrne, a singer"."""
    return (
        re.search(
            rf"\b(?:{_OUTSIDERS})\b[^.;\n]{{0,40}}?\b{re.escape(surname)}\b|\b{re.escape(surname)},? [^.;,\n]{{0,40}}?\b(?:{_OUTSIDERS})\b",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def outlet_of_a_place(naming: Naming) -> GroundedActor | None:
    """Return an outlet that is called after a place or state: "Orvat Radio", "Voice of Orvat"; state television is found by other rules."""
    text, phrase = naming.text, naming.phrase
    if phrase.head_key == "voice" and phrase.link == "of" and phrase.end + 1 < len(phrase.words):
        first, last = phrase.head, phrase.end + 1
        called = phrase.words[last].capital and not phrase.before
    else:
        first, last = phrase.before[-1].first if phrase.before else phrase.head, phrase.head
        called = bool(phrase.before) and phrase.before[-1].last == last and phrase.head_key in lexicon.OUTLETS
        called = called and brings_news(phrase.head_key, phrase.modifiers) and "state" not in phrase.modifiers
    if not called:
        return None
    printed = plain_name(text[phrase.words[first].start : phrase.words[last].end], False)
    return GroundedActor(printed, ActorKind.MEDIA, None, None, "description", f"{printed} is called a {phrase.head_key}")
