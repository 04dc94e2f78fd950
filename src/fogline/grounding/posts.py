"""Whom the holder of a post speaks for: "Pentagon spokesman", "the head of the Observatory, Ada Byrne"; and people named for themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import bearer, choose, left_office, name_part, plain_name, printed_words
from fogline.grounding.callings import kind_told, speaks_of_care
from fogline.grounding.caps_people import behind_a_comma_in_caps, behind_a_trade
from fogline.grounding.claimed_voices import spoken_for_by_claim
from fogline.grounding.fighters import fighters
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.known_actor import known
from fogline.grounding.named_kin import named_kin
from fogline.grounding.naming import Naming
from fogline.grounding.no_person import names_nobody, only_opens
from fogline.grounding.noun_phrase import NounPhrase, is_where_based
from fogline.grounding.police_ranks import is_of_the_police
from fogline.grounding.post_owners import (
    is_a_states,
    of_another_state,
    of_unlisted,
    owner_of_post,
    presides,
    presides_over_parliament,
)
from fogline.grounding.registry import Match, Sense
from fogline.grounding.report_context import ReportContext
from fogline.grounding.secretaries_general import secretary_general
from fogline.grounding.spoken_for import body_of_that_name, outlet_of_a_place, spoken_for_without_post
from fogline.grounding.state_forces import office
from fogline.grounding.unlisted_groups import unlisted_body
from fogline.grounding.unlisted_owners import Owner, owner_not_on_file
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role

__all__ = ["named_person", "post_holder"]

_STATELY = lexicon.STATE_POSTS | lexicon.LOCAL_POSTS
# What somebody was, behind the name or before the post: of the last, only "once *a* general" and "the then minister".
_NO_LONGER = lexicon.FORMER | word_set("erstwhile sometime formerly")
_ONCE = word_set("once then")
# Sources of these in a capital are no state's.
_PRIVATE_SOURCES = word_set(
    """shipping diplomatic medical hospital morgue ambulance tribal business industry trade oil market banking airport opposition church clerical
    family legal academic"""
)
# Behind a post: whoever is led.
_COMMANDING = frozenset(["commanding", "leading", "heading"])
_THEIRS = frozenset(["its", "their", "his", "her"])
# Trades of which whoever has left them tells what they saw.
_NO_EXPERTS = (
    lexicon.CIVILIANS
    | lexicon.REBELS
    | frozenset(lexicon.CALLED)
    | word_set(
        "chemist clerk butcher electrician miner railwayman plumber seamstress cook gardener smuggler convict fighter militiaman janitor priest nun monk"
    )
)
_TRADES = (lexicon.WITNESS_TRADES | lexicon.RESIDENTS | lexicon.ACTIVISTS) - {"local", "people"}


def named_person(naming: Naming) -> GroundedActor | None:
    """Return for whom a named person speaks: with a post the body that it belongs to, with a trade themself."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    if (claimed := spoken_for_by_claim(naming) or named_kin(naming)) is not None:
        return claimed
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
    # "Two of them" keep the number before whatever they are.
    alone = name_from == phrase.head and not phrase.before and not (phrase.link == "of" and head.key in lexicon.NUMBER_WORDS)
    if names_nobody(head, alone=alone) or (alone and only_opens(text, head)):
        return None
    if (outlet := outlet_of_a_place(naming)) is not None:
        return outlet
    if name_from > phrase.start and phrase.words[name_from - 1].key.isdigit() and text[phrase.words[name_from].start - 1] == "-":
        name_from -= 1  # "the 32-County Committee"
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
    posts = posts[_only_ranks(phrase, posts) :]
    # A soldier to whom something is done stays a person by "Sgt" alone.
    speaks = naming.role is Role.ORIGIN
    ranks = [n for n in (*before, *rest) if speaks and phrase.words[n].key in lexicon.MILITARY_TITLES]
    # "the deputy prime minister": the post that tells of a state outranks the word for its rank, and any post a bare "Gen".
    post_at = next((n for n in posts if n > name_from and phrase.words[n].key in _STATELY), next(iter((*posts, *ranks)), None))
    if _holds_no_more(keys[:6]) and not _holds_one_too(naming):
        # "a former soldier and director of …": what stands behind "and" is held today.
        joint = next((n for n in rest if phrase.words[n].key in ("and", "now")), None)
        post_at = next((n for n in rest if joint is not None and n > joint and phrase.words[n].key in lexicon.POSTS), None)
        owner = owner_of_post(naming, post_at, name_from) if post_at is not None else None
        if owner is not None and owner.kind in (ActorKind.AID, ActorKind.MONITOR, ActorKind.UN):
            return owner
        speaks_now = ActorKind.WITNESS if _was_no_official(keys) else ActorKind.EXPERT
        return GroundedActor(named, speaks_now, None, None, "description", f"{named} holds the post no longer")
    body = unlisted_body(text, phrase, post_at, name_from)
    if body is not None and not any(k in lexicon.EXPERTS for k in keys):
        return GroundedActor(body, ActorKind.OTHER, None, None, "role-of", f"{named} speaks for {body}", person=named)
    if any(k in lexicon.EXPERTS for k in keys):
        return GroundedActor(named, ActorKind.EXPERT, None, None, "description", f"{named} is called an expert")
    owner = owner_of_post(naming, post_at, name_from) if post_at is not None else None
    if owner is None and any(is_of_the_police(naming, n) for n in posts) and context.war_country:
        owner = office(naming, "inspector", posts[0])
    # "The alliance's spokesman Col Byrne" is whoever's the spokesman is; "Col Byrne, the spokesman" is first an officer.
    if owner is None and post_at is not None and any(n < post_at for n in ranks):
        owner = owner_of_post(naming, ranks[0], name_from)
    owner = owner or _of_a_body_told_of(naming, post_at, name_from) or spoken_for_without_post(naming, post_at, name_from)
    if owner is not None and owner.kind is ActorKind.EXPERT:
        return GroundedActor(named, ActorKind.EXPERT, None, None, "description", f"{named} of {owner.name}")
    if owner is not None:
        return replace(owner, person=owner.person or (named if owner.actor_id is None and owner.name != named else None))
    if (party := body_of_that_name(naming, name_from)) is not None:
        return party
    kind = kind_told(naming, name_from)
    if kind is None and any(k in _TRADES or k.isdigit() for k in keys):
        kind = ActorKind.WITNESS
    basis = "unknown" if kind is None else "description"
    return GroundedActor(named, kind or ActorKind.OTHER, None, None, basis, f"{named} is named in person")


def _only_ranks(phrase: NounPhrase, posts: Sequence[int]) -> int:
    """Return 1 if the first of somebody's posts only tells the rank of the next: "the deputy defence minister", "the chief minister"."""
    if len(posts) < 2:
        return 0
    rank, post = phrase.words[posts[0]].key, phrase.words[posts[1]].key
    between = {w.key for w in phrase.words[posts[0] + 1 : posts[1]]}
    if rank == "deputy":
        # "The deputy governor" is as much the state's as the governor.
        return int(between <= lexicon.STATE_MODIFIERS - lexicon.DETERMINERS)
    return int(rank == "chief" and post in lexicon.STATE_POSTS and not between)


def _holds_no_more(keys: Sequence[str]) -> bool:
    """Tell whether the words beside a name say that a post is held no longer: "a former minister", "once a general"."""
    held = {"a", "an", "the"} | lexicon.POSTS
    return any(k in _NO_LONGER or (k in _ONCE and following in held) for k, following in zip(keys, [*keys[1:], ""], strict=True))


def _holds_one_too(naming: Naming) -> bool:
    """Tell whether a post of today stands before the one that is held no longer: "Ada Byrne, the president and former mayor"."""
    phrase = naming.phrase
    row = [w.key for w in phrase.words[phrase.end : phrase.end + 8]]
    at = next((n for n, k in enumerate(row) if k in _NO_LONGER), 0)
    joined = at > 1 and row[at - 1] in ("and", "a", "the") and "and" in row[at - 2 : at]
    return phrase.link == "," and joined and not lexicon.POSTS.isdisjoint(row[: at - 1])


def _was_no_official(keys: Sequence[str]) -> bool:
    """Tell whether somebody was what makes nobody an expert: "a retired baker", "a former rebel", "a former resident"."""
    at = next((n for n, k in enumerate(keys) if k in _NO_LONGER), len(keys))
    was = keys[at + 1 : at + 5]
    officials = lexicon.POSTS | lexicon.MILITARY_TITLES | lexicon.EXPERTS | lexicon.LAWMAKERS
    plain = _TRADES | _NO_EXPERTS
    return next((k in plain for k in was if k in plain | officials), False)


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
        owner = owner_of_post(naming, post_at, phrase.head)
        if owner is not None or phrase.words[post_at].key not in lexicon.TITLES_OF_PERSONS:
            return owner
    behind = next(
        (n for n in range(phrase.end, len(phrase.words)) if phrase.words[n].key in lexicon.POSTS - lexicon.PRIVATE_POSTS),
        None,
    )
    if behind is not None and phrase.link == ",":
        return owner_of_post(naming, behind, phrase.start)
    trade = next(
        (n for n in range(phrase.head - 1, phrase.start - 1, -1) if phrase.words[n].key in lexicon.TITLES_OF_PERSONS), None
    )
    if trade is not None and phrase.head - trade <= 4:
        other = not lexicon.OTHER_CHURCHES.isdisjoint(phrase.modifiers)
        if phrase.words[trade].key in lexicon.CLERGY and role is not Role.TARGET and not other:
            return naming.by_id("catholic-church", f"{phrase.words[trade].key} of the church")
        name = text[phrase.words[trade + 1].start : phrase.words[phrase.head].end]
        # A deputy or mayor speaks of what they do, and not of what they saw.
        kind = ActorKind.OTHER if phrase.words[trade].key in lexicon.POSTS else ActorKind.WITNESS
        return GroundedActor(plain_name(name, True), kind, None, None, "unknown", "a person by name")
    return behind_a_trade(naming) or behind_a_comma_in_caps(naming)


def post_holder(naming: Naming) -> GroundedActor | None:
    """Return for whom an unnamed holder of a post speaks: "Pentagon spokesman", "the head of the Observatory", "western officials"."""
    text, phrase, context = naming.text, naming.phrase, naming.context
    key = phrase.head_key
    if key == "number" and "opposite" in phrase.modifiers and phrase.before:
        return _of_a_named_body(naming)  # "her Ugandan opposite number, Ada Byrne"
    if key not in lexicon.POSTS or (key == "speaker" and not presides_over_parliament(phrase, phrase.head)):
        return None
    if key in lexicon.PRIVATE_POSTS and not any(m.name.actor.kind is ActorKind.MEDIA for m in phrase.matches):
        if key in ("inspector", "inspectors") and is_of_the_police(naming, phrase.head) and context.war_country:
            return office(naming, key, phrase.head)
        return _founder(naming) if key == "founder" else _sent_to_observe(naming)
    if (once := _no_longer_in_office(naming)) is not None:
        return once
    if (led := _leads_a_group(naming)) is not None:
        return led
    if (
        not phrase.before
        and phrase.link in _COMMANDING
        and (led := naming.rest(phrase.end + 1)) is not None
        and led.actor_id is not None
    ):
        return replace(led, basis="role-of", reason=f"{key} {phrase.link} {led.name}")
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
    if (presiding := presides(naming, phrase.head)) is not None:
        return presiding
    master = phrase.words[phrase.head - 1] if phrase.head > phrase.start else None
    if master is not None and master.key in _STATELY and master.text.endswith(("'s", "’s")) and context.war_country:
        return office(naming, master.key, phrase.head - 1)  # "the governor's spokesman"
    theirs = phrase.words[phrase.start].key in _THEIRS  # "their secretary-general": of a body told of before
    private = key in ("source", "sources") and not _PRIVATE_SOURCES.isdisjoint(mods)
    if phrase.link in lexicon.FOLLOW and not (private and phrase.link in ("in", "at")):
        inner = _employer(naming) or _of_a_states_staff(naming) or naming.rest(phrase.end + 1)
        if theirs and phrase.link in ("at", "in", "to"):
            return None  # "its envoy in Orvat" is sent there by whom the text names before
        if inner is not None and (inner.actor_id or inner.name in ("rebels", "militants")):
            return GroundedActor(
                inner.name, inner.kind, inner.actor_id, inner.inter, "role-of", f"{key} of {inner.name}", inner.candidates
            )
        if (body_told_of := _speaking_for(naming, phrase.end + 1)) is not None:
            return body_told_of
        # "Member of the National Coalition Ada Ito": the body stands between the post and the name.
        body = next(
            (m for m in phrase.matches if m.first in (phrase.end + 1, phrase.end + 2) and not _only_tells_how(phrase, m)), None
        )
        chosen = choose(body, context) if body is not None else None
        if chosen is not None and chosen.sense in (Sense.NAME, Sense.OFFICE) and phrase.link in ("of", "for", "with"):
            return known(chosen.actor, context, "role-of", f"{key} of {chosen.actor.name}")
    if key in ("statement", "communique"):
        return None
    if not theirs and (general := secretary_general(naming, phrase.head)) is not None:
        return general
    if (behind := _named_holder(phrase, context)) is not None:
        return behind
    if context.war_country and is_a_states(naming) and mods.isdisjoint(lexicon.FORMER):
        if (unlisted := owner_not_on_file(naming, phrase.head)) is not None:
            return _told_by_unlisted(naming, unlisted)
        # In "an adviser to the president, Ada Byrne" she is the adviser.
        named = bearer(naming.registry, text, phrase, context) if phrase.link == "," and not phrase.start else None
        return of_another_state(naming, phrase.head, named) or office(naming, key, phrase.head)
    if key in ("official", "officials", "diplomat", "diplomats", "source", "sources"):
        return GroundedActor(
            printed_words(text, phrase, context),
            ActorKind.WITNESS if speaks_of_care(mods) else ActorKind.OFFICIAL_ANONYMOUS,
            None,
            None,
            "description",
            "nobody named, no state known",
        )
    return None


def _only_tells_how(phrase: NounPhrase, match: Match) -> bool:
    """Tell whether a name is part of a compound and nobody's who has the post: "head of the UN-recognised government"."""
    behind = phrase.words[match.last : match.last + 1]
    return is_where_based(phrase, match) or bool(
        behind and behind[0].key in lexicon.COMPOUND and behind[0].start == phrase.words[match.last - 1].end + 1
    )


def _no_longer_in_office(naming: Naming) -> GroundedActor | None:
    """Return whoever speaks and was somebody's officer or official once, as nobody's now: "a former Orvan general", "a retired general, Ada Byrne"."""
    phrase, key = naming.phrase, naming.phrase.head_key
    row = [w for w in phrase.words[phrase.start : phrase.head] if w.key not in lexicon.DETERMINERS]
    if naming.role is not Role.ORIGIN or not row or row[0].key not in ("former", "retired", "ex"):
        return None
    fighting = lexicon.REBELS | lexicon.MILITANTS | lexicon.MILITIA
    if any(w.text.endswith(("'s", "’s", "s'", "s’")) or w.key in fighting for w in row) or key in ("source", "sources"):
        return None
    if any(m.name.actor.kind is ActorKind.PARTY and m.name.actor.region != "states" for m in phrase.before):
        return None  # a former commander of a group tells of it
    named = bearer(naming.registry, naming.text, phrase, naming.context)
    if named is None and not phrase.before:
        return None  # "the former head of the service" is told by where he served
    unnamed = ActorKind.OFFICIAL_ANONYMOUS if key in ("official", "officials", "diplomat", "diplomats") else ActorKind.EXPERT
    name = named or printed_words(naming.text, phrase, naming.context)
    return GroundedActor(
        name, ActorKind.EXPERT if named else unnamed, None, None, "description", f"{name} holds the post no longer"
    )


def _leads_a_group(naming: Naming) -> GroundedActor | None:
    """Return the group that somebody leads whose state stands before the post: "the Orvan leader of the Lantern Front"."""
    phrase = naming.phrase
    owner = choose(phrase.before[-1], naming.context) if phrase.before else None
    leads = phrase.head_key in ("leader", "leaders", "commander", "commanders", "emir", "head", "chief", "founder")
    if not leads or phrase.link != "of" or owner is None or owner.sense is not Sense.ADJECTIVE or owner.actor.region != "states":
        return None
    behind = next((m for m in phrase.matches if m.first in (phrase.end + 1, phrase.end + 2)), None)
    name = choose(behind, naming.context) if behind is not None and not _only_tells_how(phrase, behind) else None
    if name is None or name.sense is not Sense.NAME or name.actor.region == "states" or name.actor.kind is not ActorKind.PARTY:
        return None
    return known(name.actor, naming.context, "role-of", f"{phrase.head_key} of {name.actor.name}")


def _sent_to_observe(naming: Naming) -> GroundedActor | None:
    """Return the body of states whose observers are told of: "observers of the OSCE"; those of nobody are on their own."""
    phrase = naming.phrase
    if phrase.head_key not in ("observer", "observers") or phrase.link not in ("of", "from"):
        return None
    inner = naming.starting_at(phrase.end + 1)
    name = choose(inner.phrase.head_match, naming.context) if inner is not None and inner.phrase.head_match is not None else None
    body = name is not None and name.actor.region != "states" and name.actor.kind in (ActorKind.UN, ActorKind.MONITOR)
    return known(name.actor, naming.context, "role-of", f"observers of {name.actor.name}") if name is not None and body else None


def _founder(naming: Naming) -> GroundedActor | None:
    """Return the armed group that somebody founded: "the founder of the Lantern Front"; of other bodies it says little who did."""
    phrase = naming.phrase
    inner = naming.rest(phrase.end + 1) if phrase.link == "of" else None
    group = naming.registry.get(inner.actor_id) if inner is not None and inner.actor_id else None
    if inner is None or group is None or group.kind is not ActorKind.PARTY or group.region == "states":
        group = next((m.name.actor for m in phrase.matches if phrase.end + 1 <= m.first <= phrase.end + 2), None)
        if phrase.link != "of" or group is None or group.kind is not ActorKind.PARTY or group.region == "states":
            return None
    return known(group, naming.context, "role-of", f"founder of {group.name}")


def _of_a_states_staff(naming: Naming) -> GroundedActor | None:
    """Return the state whose staff or team is named behind "of": "the deputy chief of the Orvan general staff"."""
    staff = naming.starting_at(naming.phrase.end + 1) if naming.phrase.link == "of" else None
    if staff is None or staff.phrase.head_key not in ("staff", "team", "delegation") or not staff.phrase.before:
        return None
    name = choose(staff.phrase.before[-1], naming.context)
    state = name is not None and name.actor.region == "states" and name.sense is Sense.ADJECTIVE
    return known(name.actor, naming.context, "role-of", f"staff of {name.actor.name}") if name is not None and state else None


def _employer(naming: Naming) -> GroundedActor | None:
    """Return where somebody works against what stands behind "of": "the head of counter-terrorism at the Lantern Office"."""
    phrase = naming.phrase
    row = phrase.words[phrase.end + 1 : phrase.end + 3]
    if (
        phrase.link not in ("of", "for")
        or not row
        or row[0].key not in ("counter", "anti", "counterterrorism", "counterinsurgency")
    ):
        return None
    at = next((n for n in range(phrase.end + 2, len(phrase.words)) if phrase.words[n].key in ("at", "in", "with")), None)
    return naming.rest(at + 1) if at is not None and at + 1 < len(phrase.words) else None


def _of_a_named_body(naming: Naming) -> GroundedActor | None:
    """Return the body whose name stands before a post as the one spoken for."""
    name = choose(naming.phrase.before[-1], naming.context)
    return known(name.actor, naming.context, "role-of", f"somebody of {name.actor.name}") if name is not None else None


def _told_by_unlisted(naming: Naming, owner: Owner) -> GroundedActor | None:
    """Return for whom the holder of a post speaks that is of somebody not on file; of "the party's head, Ada Byrne" only she is known."""
    key, named = naming.phrase.head_key, bearer(naming.registry, naming.text, naming.phrase, naming.context)
    if (body := of_unlisted(naming, owner, key)) is not None:
        return replace(body, person=named)
    if named is None:
        return None
    return GroundedActor(named, ActorKind.OTHER, None, None, "unknown", f"{named}, {key} of a body that is named elsewhere")


def _named_holder(phrase: NounPhrase, context: ReportContext) -> GroundedActor | None:
    """Return whom the office holder behind a comma speaks for: "the defence secretary, James Mattis"."""
    if phrase.link != ",":
        return None
    for match in phrase.matches:
        name = choose(match, context) if match.first >= phrase.end else None
        if name is not None and name.sense is Sense.LEADER and not left_office(name, context):
            return known(name.actor, context, "role-of", f"{name.full} speaks for {name.actor.name}")
    return None
