"""What reviewers decided about actors: as judgements in a ledger, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from fogline.claims.renaming import Decisions, Naming
from fogline.errors import LedgerError
from fogline.grounding.grounding import Actor, ActorKind
from fogline.ledger.judgement import Judgement, JudgementKind, in_force

WORDS = "words:"
ADDED = "actor:"

_FIELDS = ("name", "kind", "country", "aliases", "inter", "parent", "since", "until", "party_in")


def naming(words: Iterable[str], name: str, reason: str, reviewer: str, claim_ids: Iterable[str] = ()) -> Judgement:
    """Return the judgement that words, in all claims or in some, stand for an actor."""
    return Judgement(JudgementKind.NAME_ACTOR, (*(WORDS + w for w in words), *claim_ids), reason, reviewer, name)


def adding(actor: Actor, reason: str, reviewer: str) -> Judgement:
    """Return the judgement that adds an actor to a ledger's own registry."""
    entry = {name: getattr(actor, name) for name in _FIELDS if getattr(actor, name) not in (None, ())}
    value = json.dumps({**entry, "kind": actor.kind.value}, ensure_ascii=False, sort_keys=True)
    return Judgement(JudgementKind.ADD_ACTOR, (ADDED + actor.id,), reason, reviewer, value)


def decisions_of(judgements: Iterable[Judgement]) -> Decisions:
    """Return the decisions about actors that are in force, the earliest first.

    :raises LedgerError: if an added actor is not described as this version describes one.
    """
    namings, added = [], []
    for judgement in in_force(judgements):
        if judgement.kind is JudgementKind.NAME_ACTOR:
            words = tuple(s.removeprefix(WORDS) for s in judgement.subjects if s.startswith(WORDS))
            claims = frozenset(s for s in judgement.subjects if not s.startswith(WORDS))
            by = f"{judgement.reviewer}: {judgement.reason}"
            namings.append(Naming(words, judgement.value or "", claims, by, judgement.id))
        elif judgement.kind is JudgementKind.ADD_ACTOR:
            added.append(_actor(judgement))
    return Decisions(tuple(namings), tuple(added))


def _actor(judgement: Judgement) -> Actor:
    try:
        entry: dict[str, Any] = json.loads(judgement.value or "")
        kind = ActorKind(entry.pop("kind"))
        aliases, party_in = tuple(entry.pop("aliases", ())), tuple(entry.pop("party_in", ()))
        return Actor(
            id=judgement.subjects[0].removeprefix(ADDED), kind=kind, aliases=aliases, party_in=party_in, region="ledger", **entry
        )
    except (ValueError, KeyError, TypeError) as error:
        raise LedgerError(f"The judgement {judgement.id} adds an actor that cannot be read: {error!r}.") from error
