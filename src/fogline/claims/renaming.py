"""Who is meant, as a person decided it: applied to claims that were read before, with what the machine had read kept beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from fogline.claims.claim import ActorMention, Claim, Voice
from fogline.grounding.grounding import Actor, ActorKind
from fogline.grounding.registry import YamlRegistry, name_key
from fogline.grounding.wars import war_of

REVIEWED = "reviewed"

# Words that mean somebody else in each report: decided claim by claim, never for a whole ledger.
_POINTING = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "him",
        "her",
        "them",
        "us",
        "me",
        "his",
        "hers",
        "its",
        "their",
        "theirs",
        "our",
        "ours",
        "my",
        "mine",
        "this",
        "that",
        "these",
        "those",
        "who",
        "which",
        "both",
        "one",
        "ones",
        "others",
        "other",
        "some",
        "many",
        "most",
        "all",
        "none",
        "each",
        "either",
    ]
)
_COMMON = frozenset(
    [
        "group",
        "groups",
        "side",
        "sides",
        "man",
        "men",
        "woman",
        "women",
        "people",
        "spokesman",
        "spokeswoman",
        "official",
        "officials",
        "minister",
        "president",
        "government",
        "army",
        "military",
        "police",
        "authorities",
        "regime",
        "rebels",
        "militants",
        "fighters",
        "forces",
        "troops",
        "soldiers",
        "statement",
        "source",
        "sources",
    ]
)


@dataclass(frozen=True, slots=True)
class Naming:
    """One decision: these words, or this name, stand for ``name``; in all claims, or only in ``claim_ids``.

    ``words`` may be empty if claims are named: then their one actor is meant. ``by`` is who decided and why, and
    ``judgement`` the record that says so.
    """

    words: tuple[str, ...]
    name: str
    claim_ids: frozenset[str] = frozenset()
    by: str = ""
    judgement: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What reviewers decided about actors, in the order in which it was decided; ``added`` are actors of this ledger only."""

    namings: tuple[Naming, ...] = ()
    added: tuple[Actor, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.namings or self.added)


def key_of_name(name: str) -> tuple[str, ...]:
    """Return what two spellings of one name have in common: no case, accents, dots, or article."""
    key = name_key(name)
    return key[1:] if len(key) > 1 and key[0] in ("the", "a", "an") else key


def points_elsewhere(words: str) -> bool:
    """Tell whether words mean somebody else in each report, such as "they", "the group" or "the army"."""
    key = name_key(words)
    if not key or all(k in _POINTING for k in key):
        return True
    rest = key[1:] if key[0] in ("the", "a", "an", *_POINTING) else key
    return len(rest) == 1 and rest[0] in _COMMON


class Directory:
    """The registry with what a ledger's reviewers added to it: who bears a name."""

    def __init__(self, registry: YamlRegistry, added: Iterable[Actor] = ()) -> None:
        self.registry = registry
        self.added = {a.id: a for a in added}
        self._by_name: dict[tuple[str, ...], Actor] = {}
        for actor in self.added.values():
            for name in (actor.name, *actor.aliases):
                self._by_name.setdefault(key_of_name(name), actor)
        for actor in registry:
            self._by_name.setdefault(key_of_name(actor.name), actor)

    def get(self, name_or_id: str) -> Actor | None:
        """Return the actor of an id, a canonical name, or an added actor's other name."""
        found = self.added.get(name_or_id) or self.registry.get(name_or_id) or self._by_name.get(key_of_name(name_or_id))
        if found is None:
            bearing = self.registry.named(name_or_id)
            found = bearing[0] if len(bearing) == 1 else None
        return found

    def names(self) -> list[str]:
        """Return every canonical name and alias, for suggestions."""
        every = [*self.added.values(), *self.registry]
        return list(dict.fromkeys(n for a in every for n in (a.name, *a.aliases)))


def renamed(claims: Sequence[Claim], decisions: Decisions, directory: Directory) -> tuple[Claim, ...]:
    """Return the claims with every actor, target and voice under the name that reviewers decided.

    A claim keeps its id: the id says what was read, and where. A mention keeps what it was read as in ``read_as`` and
    ``read_basis``. A later decision outranks an earlier one; a name that was merged into another follows it further.
    """
    if not decisions:
        return tuple(claims)
    general, special = _tables(decisions)
    out = []
    for claim in claims:
        own = special.get(claim.id, [])
        actor = _mentions(claim, claim.actor, general, own, directory, alone=len(claim.actor) == 1)
        target = _mentions(claim, claim.target, general, own, directory)
        origin = _voices(claim, general, own, directory)
        changed = actor is not claim.actor or target is not claim.target or origin is not claim.origin
        out.append(replace(claim, actor=actor, target=target, origin=origin) if changed else claim)
    return tuple(out)


def _tables(decisions: Decisions) -> tuple[dict[tuple[str, ...], Naming], dict[str, list[Naming]]]:
    general: dict[tuple[str, ...], Naming] = {}
    special: dict[str, list[Naming]] = {}
    for actor in decisions.added:
        for alias in (actor.name, *actor.aliases):
            general[key_of_name(alias)] = Naming((alias,), actor.name, by=f"{actor.name} was added to this ledger")
    for naming in decisions.namings:
        if naming.claim_ids:
            for claim_id in naming.claim_ids:
                special.setdefault(claim_id, []).append(naming)
        else:
            for words in naming.words:
                general[key_of_name(words)] = naming
    return general, special


def _decided(
    name: str, text: str | None, general: Mapping[tuple[str, ...], Naming], own: Sequence[Naming], alone: bool
) -> Naming | None:
    """Return the decision about a mention: one about its claim first, then about its words as printed, then about its name."""
    keys = {key_of_name(name), key_of_name(text or "")} - {()}
    for naming in reversed(own):
        if not naming.words and alone:
            return naming
        if any(key_of_name(w) in keys for w in naming.words):
            return naming
    found = general.get(key_of_name(text or "")) or general.get(key_of_name(name))
    seen: set[tuple[str, ...]] = set()
    while found is not None and key_of_name(found.name) not in seen:
        seen.add(key_of_name(found.name))
        further = general.get(key_of_name(found.name))
        if further is None or further is found or key_of_name(further.name) == key_of_name(found.name):
            break
        found = further
    return found


def _mentions(
    claim: Claim,
    mentions: tuple[ActorMention, ...],
    general: Mapping[tuple[str, ...], Naming],
    own: Sequence[Naming],
    directory: Directory,
    alone: bool = False,
) -> tuple[ActorMention, ...]:
    out: dict[str, ActorMention] = {}
    touched = False
    for mention in mentions:
        naming = _decided(mention.name, mention.text, general, own, alone)
        if naming is not None:
            actor = directory.get(naming.name)
            name = actor.name if actor else naming.name
            if name != mention.name or (actor is not None and actor.id != mention.actor_id):
                touched = True
                mention = replace(
                    mention,
                    name=name,
                    actor_id=actor.id if actor else None,
                    inter=actor.inter if actor else mention.inter,
                    basis=REVIEWED,
                    reason=_said(naming, mention.name, mention.basis),
                    read_as=mention.read_as or mention.name,
                    read_basis=mention.read_basis or mention.basis,
                )
        out.setdefault(mention.name.casefold(), mention)
    return tuple(out.values()) if touched else mentions


def _voices(
    claim: Claim, general: Mapping[tuple[str, ...], Naming], own: Sequence[Naming], directory: Directory
) -> tuple[Voice, ...]:
    out: list[Voice] = []
    touched = False
    for voice in claim.origin:
        naming = _decided(voice.name, voice.text, general, own, False)
        if naming is not None:
            actor = directory.get(naming.name)
            name = actor.name if actor else naming.name
            if name != voice.name or (actor is not None and actor.id != voice.actor_id):
                touched = True
                voice = replace(
                    voice,
                    name=name,
                    kind=_kind_in_war(actor, claim) if actor else voice.kind,
                    actor_id=actor.id if actor else None,
                    basis=REVIEWED,
                    reason=_said(naming, voice.name, voice.basis),
                    read_as=voice.read_as or voice.name,
                    read_basis=voice.read_basis or voice.basis,
                )
        if all(v.name != voice.name for v in out):
            out.append(voice)
    return tuple(out) if touched else claim.origin


def _said(naming: Naming, name: str, basis: str) -> str:
    return f"{naming.by}; read as '{name}' ({basis})"


def _kind_in_war(actor: Actor, claim: Claim) -> ActorKind:
    """Return what kind of voice an actor is where the claim's event happened: a state with forces there is a party."""
    if actor.kind is not ActorKind.GOVERNMENT:
        return actor.kind
    year = claim.published_on.year if claim.published_on else None
    country = claim.place.country if claim.place else None
    war = war_of(country, year)
    return ActorKind.PARTY if war is not None and war.has_party(actor, year) else ActorKind.GOVERNMENT
