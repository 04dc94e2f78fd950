"""Whom the holder of a post speaks for: "Pentagon spokesman", "the head of the Observatory, Ada Byrne"; and people named for themselves."""

from __future__ import annotations

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import choose, name_part, plain_name, printed_words
from fogline.grounding.fighters import fighters
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.known_actor import known
from fogline.grounding.naming import Naming
from fogline.grounding.noun_phrase import NounPhrase
from fogline.grounding.registry import Sense
from fogline.grounding.report_context import ReportContext
from fogline.grounding.state_forces import office
from fogline.grounding.unlisted_groups import body_of_a_country, unlisted_body
from fogline.grounding.war_sides import civil_opposition, rebels
from fogline.reading.reading import Role

__all__ = ["named_person", "post_holder"]


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
    if (body := body_of_a_country(text, phrase, name_from)) is not None:
        return GroundedActor(body, ActorKind.OTHER, None, None, "unknown", f"{body} is a body by its own name")
    if head.key == "province" and (group := next((m for m in phrase.before if m.name.actor.id == "islamic-state"), None)):
        # It calls its branches so: "the Islamic State Lantern Province".
        return known(group.name.actor, context, "alias", f"{named} of {group.name.actor.name}")
    before = range(phrase.start, name_from)
    rest = range(phrase.end, len(phrase.words))
    keys = [phrase.words[n].key for n in (*before, *rest)]
    if not keys:
        return None
    posts = [n for n in (*before, *rest) if phrase.words[n].key in lexicon.POSTS]
    # "the deputy prime minister": the post that tells of a state outranks the word for its rank.
    post_at = next((n for n in posts if n > name_from and phrase.words[n].key in lexicon.STATE_POSTS), next(iter(posts), None))
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
    if owner is not None and owner.kind is ActorKind.EXPERT:
        return GroundedActor(named, ActorKind.EXPERT, None, None, "description", f"{named} of {owner.name}")
    if owner is not None:
        return owner
    trades = any(k in lexicon.WITNESS_TRADES or k in lexicon.RESIDENTS or k in lexicon.ACTIVISTS for k in keys) or any(
        k.isdigit() for k in keys
    )
    kind = ActorKind.WITNESS if trades else ActorKind.OTHER
    return GroundedActor(named, kind, None, None, "description" if trades else "unknown", f"{named} is named in person")


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
    if post in lexicon.PRIVATE_POSTS:
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
    if context.war_country and (
        post in lexicon.STATE_POSTS
        or post in lexicon.MILITARY_TITLES
        or mods & {"army", "military", "police", "government", "junta", "regime", "defence", "defense", "interior", "foreign"}
    ):
        return office(naming, post, post_at)
    return None


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
    if phrase.link in lexicon.FOLLOW:
        inner = naming.rest(phrase.end + 1)
        if inner is not None and (inner.actor_id or inner.name in ("rebels", "militants")):
            return GroundedActor(
                inner.name, inner.kind, inner.actor_id, inner.inter, "role-of", f"{key} of {inner.name}", inner.candidates
            )
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
