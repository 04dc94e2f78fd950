"""Whom the holder of a post speaks for: "Pentagon spokesman", "the head of the Observatory, Ada Byrne"; and people named for themselves."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import choose, name_part, plain_name, printed_words
from fogline.grounding.actor_people import regular_unit
from fogline.grounding.callings import kind_told
from fogline.grounding.fighters import fighters
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.known_actor import known
from fogline.grounding.naming import Naming
from fogline.grounding.noun_phrase import NounPhrase
from fogline.grounding.registry import Sense
from fogline.grounding.report_context import ReportContext
from fogline.grounding.state_forces import office
from fogline.grounding.unlisted_groups import unlisted_body
from fogline.grounding.war_sides import civil_opposition, rebels
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role

__all__ = ["named_person", "post_holder"]

_STATELY = lexicon.STATE_POSTS | lexicon.LOCAL_POSTS
_OF_THE_STATE = word_set("army military police government junta regime defence defense interior foreign")
_TRADES = (lexicon.WITNESS_TRADES | lexicon.RESIDENTS | lexicon.ACTIVISTS) - {"local", "people"}
# Councils of these sit for the state in a place.
_LEVELS = lexicon.OF_A_PLACE - {"health", "security"} | {"county", "town", "governorate", "state"}
_OTHERS_COUNCILS = word_set("civil civilian military local revolutionary opposition rebel tribal")
# Bodies of these are of people of one place.
_NEIGHBOURS = word_set("civil local village residents neighbourhood neighborhood community")
# A general behind whose name one of these stands need not be the state's.
_OTHERS_ARMS = lexicon.REBELS | lexicon.MILITANTS | lexicon.MILITIA | {"group", "faction", "front", "gang", "cartel", "movement"}


def named_person(naming: Naming) -> GroundedActor | None:
    """Return for whom a named person speaks: with a post the body that it belongs to, with a trade themself."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    head = phrase.words[phrase.head]
    if (
        context.all_caps
        or not head.capital
        or head.key in lexicon.POSTS | lexicon.FORCES | lexicon.REBELS | lexicon.MILITANTS | lexicon.CIVILIANS
        or (head.key in lexicon.FIGHTERS and phrase.link in ("of", "from"))  # "Militiamen of the Lantern Front"
    ):
        return _person_in_caps(naming) if context.all_caps else None
    name_from = phrase.head
    while name_from > phrase.start and name_part(phrase, name_from - 1):
        name_from -= 1
    named = plain_name(text[phrase.words[name_from].start : head.end], False)
    if head.key == "province" and (group := next((m for m in phrase.before if m.name.actor.id == "islamic-state"), None)):
        # It calls its branches so: "the Islamic State Lantern Province".
        return known(group.name.actor, context, "alias", f"{named} of {group.name.actor.name}")
    before = range(phrase.start, name_from)
    rest = range(phrase.end, len(phrase.words))
    keys = [phrase.words[n].key for n in (*before, *rest)]
    if not keys:
        return None
    posts = [n for n in (*before, *rest) if phrase.words[n].key in lexicon.POSTS]
    if len(posts) > 1 and phrase.words[posts[0]].key == "deputy" and posts[1] == posts[0] + 1:
        posts = posts[1:]  # "the deputy governor" is as much the state's as the governor
    # A soldier to whom something is done stays a person by "Sgt" alone.
    speaks = naming.role is Role.ORIGIN
    ranks = [n for n in (*before, *rest) if speaks and phrase.words[n].key in lexicon.MILITARY_TITLES]
    # "the deputy prime minister": the post that tells of a state outranks the word for its rank, and any post a bare "Gen".
    post_at = next((n for n in posts if n > name_from and phrase.words[n].key in _STATELY), next(iter((*posts, *ranks)), None))
    if any(k in lexicon.FORMER for k in keys[:6]):
        # "a former soldier and director of …": what stands behind "and" is held today.
        joint = next((n for n in rest if phrase.words[n].key in ("and", "now")), None)
        post_at = next((n for n in rest if joint is not None and n > joint and phrase.words[n].key in lexicon.POSTS), None)
        owner = _owner_of_post(naming, post_at, name_from) if post_at is not None else None
        if owner is not None and owner.kind in (ActorKind.AID, ActorKind.MONITOR, ActorKind.UN):
            return owner
        return GroundedActor(named, ActorKind.EXPERT, None, None, "description", f"{named} holds the post no longer")
    body = unlisted_body(text, phrase, post_at, name_from)
    if body is not None and not any(k in lexicon.EXPERTS for k in keys):
        return GroundedActor(body, ActorKind.OTHER, None, None, "role-of", f"{named} speaks for {body}", person=named)
    if any(k in lexicon.EXPERTS for k in keys):
        return GroundedActor(named, ActorKind.EXPERT, None, None, "description", f"{named} is called an expert")
    owner = _owner_of_post(naming, post_at, name_from) if post_at is not None else None
    # "The alliance's spokesman Col Byrne" is whoever's the spokesman is; "Col Byrne, the spokesman" is first an officer.
    if owner is None and post_at is not None and any(n < post_at for n in ranks):
        owner = _owner_of_post(naming, ranks[0], name_from)
    owner = owner or _of_a_body_told_of(naming, post_at, name_from)
    if owner is not None and owner.kind is ActorKind.EXPERT:
        return GroundedActor(named, ActorKind.EXPERT, None, None, "description", f"{named} of {owner.name}")
    if owner is not None:
        return owner if owner.actor_id is not None else replace(owner, person=named)
    kind = kind_told(naming, name_from)
    if kind is None and any(k in _TRADES or k.isdigit() for k in keys):
        kind = ActorKind.WITNESS
    basis = "unknown" if kind is None else "description"
    return GroundedActor(named, kind or ActorKind.OTHER, None, None, basis, f"{named} is named in person")


def _of_a_body_told_of(naming: Naming, post_at: int | None, name_from: int) -> GroundedActor | None:
    """Return the body of whose kind the words tell and for which somebody speaks: "the country director of the Italian charity X"."""
    phrase = naming.phrase
    at = post_at + 1 if post_at is not None and post_at >= name_from else phrase.end
    if at + 1 >= len(phrase.words) or phrase.words[at].key not in ("of", "for", "at", "from", "with"):
        return None
    return _speaking_for(naming, at + 1)


def _speaking_for(naming: Naming, first: int) -> GroundedActor | None:
    """Return a monitor or relief body that no registry lists and that is named from a word on, as the one spoken for."""
    inner = naming.rest(first)
    if (
        inner is None
        or inner.actor_id is not None
        or inner.kind not in (ActorKind.MONITOR, ActorKind.AID)
        or inner.name.islower()
    ):
        return None
    return replace(inner, basis="role-of", reason=f"somebody of {inner.name}")


def _person_in_caps(naming: Naming) -> GroundedActor | None:
    """Return for whom a person named in capitals speaks. No name shows itself there; a title or trade before the last words does."""
    text, phrase, role = naming.text, naming.phrase, naming.role
    if phrase.head_key in lexicon.POSTS | lexicon.FORCES | lexicon.REBELS | lexicon.MILITANTS | lexicon.CIVILIANS:
        return None
    post_at = next(
        (n for n in range(phrase.start, phrase.head) if phrase.words[n].key in lexicon.POSTS | lexicon.MILITARY_TITLES), None
    )
    if post_at is not None and phrase.words[post_at].key not in lexicon.PRIVATE_POSTS:
        return _owner_of_post(naming, post_at, phrase.head)
    behind = next(
        (n for n in range(phrase.end, len(phrase.words)) if phrase.words[n].key in lexicon.POSTS - lexicon.PRIVATE_POSTS),
        None,
    )
    if behind is not None and phrase.link == ",":
        return _owner_of_post(naming, behind, phrase.start)
    trade = next(
        (n for n in range(phrase.head - 1, phrase.start - 1, -1) if phrase.words[n].key in lexicon.TITLES_OF_PERSONS), None
    )
    if trade is not None and phrase.head - trade <= 4:
        other = not lexicon.OTHER_CHURCHES.isdisjoint(phrase.modifiers)
        if phrase.words[trade].key in lexicon.CLERGY and role is not Role.TARGET and not other:
            return naming.by_id("catholic-church", f"{phrase.words[trade].key} of the church")
        name = text[phrase.words[trade + 1].start : phrase.words[phrase.head].end]
        return GroundedActor(plain_name(name, True), ActorKind.WITNESS, None, None, "unknown", "a person by name")
    return None


def _owner_of_post(naming: Naming, post_at: int, name_from: int) -> GroundedActor | None:
    """Return whom the holder of a post speaks for: the name before the post, or behind "for", "of", "in", "at"."""
    phrase, context = naming.phrase, naming.context
    post = phrase.words[post_at].key
    if post in lexicon.PRIVATE_POSTS and not (post == "inspector" and "police" in {w.key for w in phrase.words[:post_at]}):
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
    if (presiding := _presides(naming, post_at)) is not None:
        return presiding
    after = [m for m in phrase.matches if m.first > post_at and (post_at >= name_from or m.last <= name_from)]
    if after:
        linked = {w.key for w in phrase.words[post_at + 1 : after[0].first]}
        proper = next((m for m in after if m.name.sense is not Sense.ADJECTIVE and m.name.actor.id != "kurdish-forces"), after[0])
        if linked & lexicon.FOLLOW and (name := choose(proper, context)):
            return known(name.actor, context, "role-of", f"{post} of {name.actor.name}")
    if post_at < name_from and (owner := _behind_the_name(phrase, context)) is not None:
        return owner
    mods = {w.key for w in phrase.words[max(0, post_at - 4) : post_at]}
    if "civil" in mods and mods & {"defence", "defense"} and context.war_country == "SY":
        return naming.by_id("white-helmets", "Syria's civil defence")
    behind_post = {w.key for w in phrase.words[post_at:]} & {"rebel", "rebels", "opposition"}
    if mods & (lexicon.REBELS | {"faction"}) or behind_post:
        return None if civil_opposition(mods | behind_post | {post}, context) else rebels(naming.registry, context, named=True)
    stately = post in lexicon.STATE_POSTS or mods & _OF_THE_STATE or _of_its_place(naming, post_at)
    if context.war_country and (stately or (post in lexicon.MILITARY_TITLES and _arms_of_nobody_else(phrase, post_at))):
        return office(naming, post, post_at)
    return None


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
    if inner.phrase.head_key in ("council", "assembly", "police"):
        # A town's civil council sits for whoever holds the town.
        others = _OTHERS_COUNCILS.isdisjoint(inner.phrase.modifiers)
        return inner.phrase.head_key == "police" or (others and not _LEVELS.isdisjoint(inner.phrase.modifiers))
    return regular_unit(inner.phrase, naming.text, naming.context.all_caps) and not inner.phrase.words[
        inner.phrase.head
    ].key.endswith("s")


def _presides(naming: Naming, post_at: int) -> GroundedActor | None:
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


def post_holder(naming: Naming) -> GroundedActor | None:
    """Return for whom an unnamed holder of a post speaks: "Pentagon spokesman", "the head of the Observatory", "western officials"."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    key = phrase.head_key
    if key not in lexicon.POSTS:
        return None
    if key in lexicon.PRIVATE_POSTS and not any(m.name.actor.kind is ActorKind.MEDIA for m in phrase.matches):
        return None
    if phrase.before:
        name = choose(phrase.before[0] if key in ("source", "sources") else phrase.before[-1], context)
        if name is not None:
            return known(name.actor, context, "role-of", f"{key} of {name.actor.name}")
    mods = set(phrase.modifiers)
    if "civil" in mods and mods & {"defence", "defense"} and context.war_country == "SY":
        return naming.by_id("white-helmets", "Syria's civil defence")
    # A counter-terrorism official is no terrorist.
    if (mods & lexicon.REBELS or mods & lexicon.MILITANTS) and mods.isdisjoint({"counter", "anti"}):
        return fighters(naming)
    if (presiding := _presides(naming, phrase.head)) is not None:
        return presiding
    master = phrase.words[phrase.head - 1] if phrase.head > phrase.start else None
    if master is not None and master.key in _STATELY and master.text.endswith(("'s", "’s")) and context.war_country:
        return office(naming, master.key, phrase.head - 1)  # "the governor's spokesman"
    if phrase.link in lexicon.FOLLOW:
        inner = naming.rest(phrase.end + 1)
        if inner is not None and (inner.actor_id or inner.name in ("rebels", "militants")):
            return GroundedActor(
                inner.name, inner.kind, inner.actor_id, inner.inter, "role-of", f"{key} of {inner.name}", inner.candidates
            )
        if (body_told_of := _speaking_for(naming, phrase.end + 1)) is not None:
            return body_told_of
        # "Member of the National Coalition Ada Ito": the body stands between the post and the name.
        body = next((m for m in phrase.matches if m.first in (phrase.end + 1, phrase.end + 2)), None)
        chosen = choose(body, context) if body is not None else None
        if chosen is not None and chosen.sense in (Sense.NAME, Sense.OFFICE) and phrase.link in ("of", "for", "with"):
            return known(chosen.actor, context, "role-of", f"{key} of {chosen.actor.name}")
    if key in ("statement", "communique"):
        return None
    # "Regional officials" may be of any country around, the regional governor is of one.
    vague = mods & lexicon.WESTERN - ({"regional", "local"} if key in ("governor", "administrator") else set())
    stately = (
        key in lexicon.STATE_POSTS
        or (key not in ("official", "officials", "administrator") and _of_its_place(naming, phrase.head))
        or mods
        & {
            "military",
            "army",
            "police",
            "government",
            "regime",
            "defence",
            "defense",
            "ministry",
            "prime",
            "interior",
            "official",
            "state",
        }
        or key in lexicon.MILITARY_TITLES
        or (key == "administrator" and mods & {"district", "provincial", "regional", "county", "municipal"})
    )
    if (behind := _named_holder(phrase, context)) is not None:
        return behind
    if stately and not vague and context.war_country:
        return office(naming, key, phrase.head)
    if key in ("official", "officials", "diplomat", "diplomats", "source", "sources"):
        return GroundedActor(
            printed_words(text, phrase, context),
            ActorKind.OFFICIAL_ANONYMOUS,
            None,
            None,
            "description",
            "nobody named, no state known",
        )
    return None


def _named_holder(phrase: NounPhrase, context: ReportContext) -> GroundedActor | None:
    """Return whom the office holder behind a comma speaks for: "the defence secretary, James Mattis"."""
    if phrase.link != ",":
        return None
    for match in phrase.matches:
        name = choose(match, context) if match.first >= phrase.end else None
        if name is not None and name.sense is Sense.LEADER:
            return known(name.actor, context, "role-of", f"{name.full} speaks for {name.actor.name}")
    return None
