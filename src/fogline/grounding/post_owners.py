"""Whose a post is: of a body named beside it, of one that is not on file, else of the state at war if states have such posts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import takewhile

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import choose, plain_name, printed_words
from fogline.grounding.actor_people import regular_unit
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.known_actor import known
from fogline.grounding.naming import Naming
from fogline.grounding.noun_phrase import NounPhrase, is_where_based
from fogline.grounding.office_holders import held_by_somebody_else, office_told
from fogline.grounding.police_ranks import is_of_the_police
from fogline.grounding.registry import Sense, Word, words
from fogline.grounding.report_context import ReportContext
from fogline.grounding.secretaries_general import secretary_general
from fogline.grounding.spoken_for import speaks_for_a_side
from fogline.grounding.state_forces import HAVE_SECRETARIES, office
from fogline.grounding.unlisted_owners import Owner, owner_not_on_file
from fogline.grounding.war_sides import civil_opposition, rebels
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role

__all__ = ["is_a_states", "of_another_state", "of_unlisted", "owner_of_post", "presides", "presides_over_parliament"]

_OF_THE_STATE = word_set("army military police government junta regime navy naval defence defense interior foreign presidential")
_OF_ITS_OFFICES = _OF_THE_STATE | word_set("ministry prime official state")
_OF_TWO_WORDS = (frozenset(["air", "force"]), frozenset(["armed", "forces"]), frozenset(["general", "staff"]))
# "A wing commander" flies for a state; "the commander of the armed wing" does not.
_FLYING = word_set("wing squadron")
_HEAD_BODIES = {
    ("director", "general"),
    ("secretary", "general"),
    ("vicar", "general"),
    ("superior", "general"),
}
_WOULD_BE = word_set("candidate candidates hopeful hopefuls campaign contender contenders")
_PUT_IN = word_set("installed appointed named imposed picked chosen nominated")
# Ministers of any name are told of everywhere.
_CALLED_SO_BY_FEW = frozenset(["secretary", "taoiseach"])
_PARLIAMENTS = word_set("parliament parliamentary assembly knesset majlis")
_LED = re.compile(r", who (?:\w+ )?(commanded|led|headed|commands|leads|heads) ")
# Whoever leads one of these leads nobody of the state.
_RISING = re.compile(r"(?:the|a|an|this) (?:[a-z]+ )?(?:mutiny|rebellion|uprising|insurgency|revolt)\b")
_APPOSITION_BEFORE = re.compile(r"\b([Tt]he [^.,;:“”\"\n]{3,60}), $")
# Councils of these sit for the state in a place.
_LEVELS = lexicon.OF_A_PLACE - {"health", "security"} | {"county", "town", "governorate", "state"}
_OTHERS_COUNCILS = word_set("civil civilian military local revolutionary opposition rebel tribal")
# Bodies of these are of people of one place.
_NEIGHBOURS = word_set("civil local village residents neighbourhood neighborhood community")
# A general behind whose name one of these stands need not be the state's.
_OTHERS_ARMS = lexicon.REBELS | lexicon.MILITANTS | lexicon.MILITIA | {"group", "faction", "front", "gang", "cartel", "movement"}


def owner_of_post(naming: Naming, post_at: int, name_from: int) -> GroundedActor | None:
    """Return whom the holder of a post speaks for: the name before the post, or behind "for", "of", "in", "at"."""
    phrase, context = naming.phrase, naming.context
    post = phrase.words[post_at].key
    if post in lexicon.PRIVATE_POSTS and not (post == "inspector" and is_of_the_police(naming, post_at)):
        media = next((m.name.actor for m in phrase.matches if m.name.actor.kind is ActorKind.MEDIA), None)
        return known(media, context, "role-of", f"{post} of {media.name}") if media else None
    boundary = 0 if post_at < name_from else phrase.end
    before = [m for m in phrase.matches if boundary <= m.first and m.last <= post_at]
    # "Australia director at Human Rights Watch": the body behind the post outranks the country before it.
    behind = next(
        (
            m
            for m in phrase.matches
            if m.first > post_at and m.name.actor.kind in (ActorKind.AID, ActorKind.MONITOR, ActorKind.UN)
        ),
        None,
    )
    if (
        before
        and behind is not None
        and before[-1].name.actor.region == "states"
        and phrase.words[behind.first - 1].key in ("at", "of", "for", "with", "the")
    ):
        before = []
    if before:
        name = choose(before[0] if len(before) > 1 and before[0].name.sense is not Sense.ADJECTIVE else before[-1], context)
        if name:
            return known(name.actor, context, "role-of", f"{post} of {name.actor.name}")
    if (office_named := _office_by_name(naming, post_at)) is not None:
        return office_named
    if (presiding := presides(naming, post_at)) is not None:
        return presiding
    if (council := _of_a_security_council(naming, post_at)) is not None:
        return council
    after = [m for m in phrase.matches if m.first > post_at and (post_at >= name_from or m.last <= name_from)]
    after = [m for m in after if not is_where_based(phrase, m)]
    if after:
        linked = {w.key for w in phrase.words[post_at + 1 : after[0].first]}
        proper = next((m for m in after if m.name.sense is not Sense.ADJECTIVE and m.name.actor.id != "kurdish-forces"), after[0])
        if not {"in", "at"}.isdisjoint(w.key for w in phrase.words[after[0].last : proper.first]):
            proper = after[0]  # "the head of the Orvan team in Cairo"
        if linked & lexicon.FOLLOW and (name := choose(proper, context)):
            return known(name.actor, context, "role-of", f"{post} of {name.actor.name}")
    if post_at < name_from and (owner := _behind_the_name(phrase, context)) is not None:
        return owner
    if post_at < name_from and (side := speaks_for_a_side(naming)) is not None:
        return side
    if (by := next((n for n in range(phrase.end, post_at) if _puts_in(phrase.words, n)), None)) is not None:
        return naming.rest(by + 2)
    if (led := _led_others(naming)) is not None:
        return led if led.name else None
    if (general := secretary_general(naming, post_at)) is not None:
        return general
    if (unlisted := owner_not_on_file(naming, post_at)) is not None:
        return of_unlisted(naming, unlisted, post)
    mods = {w.key for w in phrase.words[max(0, post_at - 4) : post_at]}
    if _of_a_high_commission(phrase, post_at):
        return None
    if "civil" in mods and mods & {"defence", "defense"} and context.war_country == "SY":
        return naming.by_id("white-helmets", "Syria's civil defence")
    behind_post = {w.key for w in phrase.words[post_at:]} & {"rebel", "rebels", "opposition"}
    if mods & (lexicon.REBELS | {"faction"}) or behind_post:
        return None if civil_opposition(mods | behind_post | {post}, context) else rebels(naming.registry, context, named=True)
    stately = post in lexicon.STATE_POSTS or _serves(mods, _OF_THE_STATE) or _of_its_place(naming, post_at)
    stately = stately or _commands_the_arms(phrase, post_at) or presides_over_parliament(phrase, post_at)
    stately = stately or _is_under_a_minister(phrase, post_at) or is_of_the_police(naming, post_at)
    if not context.war_country or not (stately or (post in lexicon.MILITARY_TITLES and _arms_of_nobody_else(phrase, post_at))):
        return None
    # "Opponents of President Byrne" are not the president.
    holds_it = post_at < name_from or phrase.link == ","
    named = plain_name(naming.text[phrase.words[name_from].start : phrase.words[phrase.head].end], False) if holds_it else None
    return of_another_state(naming, post_at, named) or _before_the_comma(naming) or office(naming, post, post_at)


def _office_by_name(naming: Naming, post_at: int) -> GroundedActor | None:
    """Return the state that calls an office as it is called before a name: "Secretary of State Ada Byrne".

    In wars of states that have such secretaries themselves it is not said whose that is.
    """
    phrase, context = naming.phrase, naming.context
    held = next((m for m in phrase.matches if m.first <= post_at < m.last and m.name.sense is Sense.OFFICE), None)
    name = choose(held, context) if held is not None else None
    behind = phrase.words[held.last].key if held is not None and held.last < len(phrase.words) else ""
    if (
        name is None
        or phrase.words[post_at].key not in _CALLED_SO_BY_FEW
        or behind == "for"
        or context.war_country in HAVE_SECRETARIES - {name.actor.id}
    ):
        return None
    return known(name.actor, context, "role-of", f"{name.text} of {name.actor.name}")


def presides_over_parliament(phrase: NounPhrase, post_at: int) -> bool:
    """Tell whether a speaker is that of a parliament: not one of a language, or at a rally."""
    found = phrase.words
    if found[post_at].key != "speaker":
        return False
    around = {w.key for w in (*found[max(0, post_at - 2) : post_at], *found[post_at + 1 : post_at + 6])}
    named = found[post_at].capital and post_at + 1 < len(found) and found[post_at + 1].capital
    return named or not _PARLIAMENTS.isdisjoint(around)


def _before_the_comma(naming: Naming) -> GroundedActor | None:
    """Return the body whose post stands before a comma and an officer's name: "The UN commander at the time, General Ada Byrne"."""
    context, start = naming.context, naming.phrase.words[0].start
    told = _APPOSITION_BEFORE.search(context.text, max(0, start - 70), start)
    if told is None:
        return None
    row = words(context.text, told.start(1), told.end(1))
    post = next((n for n, w in enumerate(row) if w.key in lexicon.POSTS and not w.key.endswith("s")), None)
    owners = naming.registry.matches(row[:post], context.all_caps, context.year, context.home) if post else []
    name = choose(owners[-1], context) if owners and owners[-1].last == post else None
    return known(name.actor, context, "role-of", f"{row[post].key} of {name.actor.name}") if name is not None and post else None


def is_a_states(naming: Naming) -> bool:
    """Tell whether a post that no name owns is one that a state has, and of no region or group of states: "the foreign minister"."""
    phrase = naming.phrase
    key, mods = phrase.head_key, set(phrase.modifiers)
    before = phrase.words[phrase.head - 1].key if phrase.head > phrase.start else ""
    if (
        (before, key) in _HEAD_BODIES
        or _of_a_high_commission(phrase, phrase.head)
        or (key == "emir" and phrase.link == "of" and _of_a_town(naming))
    ):
        return False  # those head bodies, and an emir of a town its notables
    # "Regional officials" may be of any country around, the regional governor is of one, and "foreign ministers" are of several.
    own = (
        {"regional", "local"}
        if key in ("governor", "administrator", "prosecutor", "prosecutors")
        else {"foreign"} & ({before} if key == "minister" else set())
    )
    if mods & lexicon.WESTERN - own:
        return False
    return (
        key in lexicon.STATE_POSTS | lexicon.MILITARY_TITLES
        or _serves(mods, _OF_ITS_OFFICES)
        or _commands_the_arms(phrase, phrase.head)
        or presides_over_parliament(phrase, phrase.head)
        or (key == "administrator" and (bool(mods & _LEVELS) or _of_a_town(naming)))
        or is_of_the_police(naming, phrase.head)
        or (key not in ("official", "officials", "administrator") and _of_its_place(naming, phrase.head))
    )


def of_another_state(naming: Naming, post_at: int, named: str | None) -> GroundedActor | None:
    """Return a president or prime minister by their own name where somebody else held that office of the state at war.

    Of which state they are the words do not say. None if they may be the state's.
    """
    told, state = office_told(naming.phrase, post_at), naming.context.war_country
    if named is None or told is None or state is None or not held_by_somebody_else(state, naming.context.year, told, named):
        return None
    return GroundedActor(named, ActorKind.GOVERNMENT, None, None, "description", f"{told} of a state that is not named here")


def of_unlisted(naming: Naming, owner: Owner, post: str) -> GroundedActor | None:
    """Return the owner of a post that is told of by words of its own; None if these only point to a body named before."""
    if owner.actor is not None:
        return known(owner.actor, naming.context, "role-of", f"{post} of {owner.actor.name}")
    if not owner.name:
        return None
    return GroundedActor(owner.name, ActorKind.OTHER, None, None, "role-of", f"{post} of {owner.name}, not in the registry")


def presides(naming: Naming, post_at: int) -> GroundedActor | None:
    """Return the body that a president or governor is of where it is no state: "president of the traders' union"."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    if (
        phrase.words[post_at].key not in lexicon.STATE_POSTS
        or post_at + 2 >= len(phrase.words)
        or phrase.words[post_at + 1].key != "of"
    ):
        return None
    inner = naming.starting_at(post_at + 2)
    body = inner.phrase if inner is not None else None
    if body is None or any(m.name.actor.region != "states" for m in body.owners):
        return None
    mods = frozenset(body.modifiers)
    if body.head_key not in lexicon.OTHER_BODIES and not (body.head_key in lexicon.COUNCILS and mods & lexicon.CIVIL_BODIES):
        return None
    behind = naming.starting_at(body.end + 1) if body.link == "of" else None
    name = printed_words(text, body, context, behind.phrase.head if behind is not None else None)
    kind = ActorKind.WITNESS if mods & _NEIGHBOURS or body.head_key == "community" else ActorKind.OTHER
    return GroundedActor(name, kind, None, None, "role-of", f"{phrase.words[post_at].key} of {name}, which is no state")


def _serves(mods: AbstractSet[str], arms: AbstractSet[str]) -> bool:
    """Tell whether the words before a post say that it is of a state's arms or offices: "the air force spokesman"."""
    if not _WOULD_BE.isdisjoint(mods):
        return False  # "the presidential candidate's spokesman"
    return not arms.isdisjoint(mods) or any(both <= mods for both in _OF_TWO_WORDS)


def _commands_the_arms(phrase: NounPhrase, post_at: int) -> bool:
    """Tell whether a post is the highest of a state's armed forces, or one of its air force: "chief of the general staff", "Wing Commander"."""
    found = phrase.words
    if found[post_at].key == "commander" and post_at and found[post_at].capital and found[post_at - 1].key in _FLYING:
        return True
    if found[post_at].key != "chief":
        return False
    behind = [w.key for w in found[post_at + 1 : post_at + 6]]
    if [w.key for w in found[max(0, post_at - 2) : post_at]] == ["commander", "in"]:
        return True
    staff = behind.index("staff") if behind[:1] == ["of"] and "staff" in behind else None
    owned = (
        post_at > 0
        and found[post_at - 1].text.endswith(("'s", "’s", "s'", "s’"))
        and found[post_at - 1].key not in lexicon.FORCES
    )
    return staff is not None and not owned and behind[staff + 1 : staff + 2] not in (["to"], ["for"], ["at"])


def _of_a_high_commission(phrase: NounPhrase, post_at: int) -> bool:
    """Tell whether a commissioner is a body's, or somebody's that is not told: "the high commissioner", not "… for peace"."""
    found = phrase.words
    if found[post_at].key != "commissioner" or not post_at or found[post_at - 1].key != "high":
        return False
    behind = [w.key for w in found[post_at + 1 : post_at + 3]]
    return behind[:1] != ["for"] or behind[-1] in ("human", "refugees", "national")


def _is_under_a_minister(phrase: NounPhrase, post_at: int) -> bool:
    """Tell whether a post is that of an under secretary, and not of the under secretary general that a body has."""
    found = phrase.words
    parted = found[post_at].key == "secretary" and post_at > 0 and found[post_at - 1].key == "under"
    behind = found[post_at + 1].key if post_at + 1 < len(found) else ""
    return (parted or found[post_at].key == "undersecretary") and behind != "general"


def _puts_in(found: Sequence[Word], at: int) -> bool:
    """Tell whether somebody was put into a post by whoever is named two words on: "installed by the rebels as mayor"."""
    return found[at].key in _PUT_IN and at + 2 < len(found) and found[at + 1].key == "by"


def _of_a_security_council(naming: Naming, post_at: int) -> GroundedActor | None:
    """Return the state of whose security council somebody is the secretary: that of the United Nations has a president."""
    phrase, context = naming.phrase, naming.context
    row = [w.key for w in phrase.words[post_at + 1 : post_at + 8] if w.key not in ("the", "national", "supreme")]
    if phrase.words[post_at].key != "secretary" or row[:1] != ["of"] or "council" not in row:
        return None
    at = row.index("council")
    if row[at - 1] != "security" or at > 3:
        return None
    named = (m.name for m in phrase.matches if post_at < m.first <= post_at + 3 and m.name.sense is Sense.ADJECTIVE)
    own = next((n.actor for n in named if n.actor.region == "states"), None)
    if own is not None:
        return known(own, context, "role-of", f"secretary of the security council of {own.name}")
    plain = at == 2 and context.war_country
    return office(naming, "secretary", post_at) if plain else None


_NOBODYS = GroundedActor("", ActorKind.OTHER)


def _led_others(naming: Naming) -> GroundedActor | None:
    """Return the others than the state at war whom somebody leads: "General Ada Byrne, who commands the UN mission".

    Whoever led them once speaks for nobody now, and has no name here.
    """
    phrase = naming.phrase
    led = _LED.match(naming.text, phrase.words[phrase.head].end, phrase.words[-1].end)
    at = next((n for n, w in enumerate(phrase.words) if led is not None and w.start >= led.end()), None)
    inner = naming.rest(at) if at is not None else None
    if led is not None and _RISING.match(naming.text, led.end()):
        return rebels(naming.registry, naming.context, named=True)
    if led is None or inner is None or inner.actor_id is None or inner.actor_id == naming.context.war_country:
        return None
    return replace(inner, basis="role-of") if led[1].endswith("s") else _NOBODYS


def _arms_of_nobody_else(phrase: NounPhrase, post_at: int) -> bool:
    """Tell whether no word behind a rank says that its bearer leads others than the state's soldiers."""
    behind = (w.key for w in takewhile(lambda w: w.key not in ("who", "which", "that"), phrase.words[post_at:]))
    return _OTHERS_ARMS.isdisjoint(behind)


def _of_its_place(naming: Naming, post_at: int) -> bool:
    """Tell whether whoever speaks holds a post of the state in a place: "the mayor", "a district official", "chief of Rueso police"."""
    phrase = naming.phrase
    post = phrase.words[post_at].key
    if naming.role is not Role.ORIGIN:
        return False  # a mayor who is met or shot is a person
    if post in lexicon.LOCAL_POSTS:
        return True
    before = phrase.words[max(0, post_at - 2) : post_at]
    # "Regional officials" may be of any state around.
    if post in ("official", "officials"):
        return any(w.key in lexicon.OF_A_PLACE - {"regional"} for w in before)
    if post_at + 2 >= len(phrase.words) or phrase.words[post_at + 1].key not in ("of", "in", "at", "with", "for"):
        return bool(before) and before[-1].key == "council" and before[0].key in _LEVELS
    inner = naming.starting_at(post_at + 2)
    if inner is None or any(m.name.actor.region != "states" for m in inner.phrase.owners):
        return False
    if inner.phrase.head_key == "administration":
        return not (_LEVELS | {"military", "presidential"}).isdisjoint(inner.phrase.modifiers)
    if inner.phrase.head_key in ("council", "assembly", "police"):
        # A town's civil council sits for whoever holds the town.
        others = _OTHERS_COUNCILS.isdisjoint(inner.phrase.modifiers)
        return inner.phrase.head_key == "police" or (others and not _LEVELS.isdisjoint(inner.phrase.modifiers))
    return regular_unit(inner.phrase, naming.text, naming.context.all_caps) and not inner.phrase.words[
        inner.phrase.head
    ].key.endswith("s")


def _of_a_town(naming: Naming) -> bool:
    """Tell whether an administrator is of a place by its name: "Orvat's administrator", "the administrator of Orvat"."""
    phrase = naming.phrase
    at = phrase.end + 1 if phrase.link in ("of", "in") else phrase.head - 1
    if naming.context.all_caps or not 0 <= at < len(phrase.words) or any(m.first <= at < m.last for m in phrase.matches):
        return False
    place = phrase.words[at]
    owns = at > phrase.head or place.text.endswith(("'s", "’s"))
    return owns and place.capital and not place.text.isupper()


def _behind_the_name(phrase: NounPhrase, context: ReportContext) -> GroundedActor | None:
    """Return whose officer somebody is by the words behind the name: "General Ada Byrne of the US army", "…, the top US commander"."""
    behind = [m for m in phrase.matches if m.first >= phrase.end]
    if not behind:
        return None
    between = {w.key for w in phrase.words[phrase.end : behind[0].first]}
    own = phrase.link in ("of", "from", "with") and behind[0].first - phrase.end <= 3
    post = phrase.link == "," and any(w.key in lexicon.POSTS for w in phrase.words[phrase.end : behind[0].last + 4])
    if not own and not (
        post and between <= lexicon.DETERMINERS | lexicon.POSTS | lexicon.FOLLOW | {"top", "senior", "deputy", "chief"}
    ):
        return None
    name = choose(behind[0], context)
    return known(name.actor, context, "role-of", f"behind the name: {name.actor.name}") if name is not None else None
