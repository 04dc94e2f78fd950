"""Who a pronoun, a bare description or a surname refers to: the nearest earlier mention that fits.

A mention's own words are looked up first. Only where they say nothing
("it", "the group", "Bali") does the text before decide; the speaker of a
quotation decides "we". In doubt the words are kept as they stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor import ActorResolver, ReportContext, plain_name
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.registry import Sense, Word, words
from fogline.reading.reading import Role
from fogline.span import Span

# How many sentences back a pronoun and a description may point.
_PRONOUN_REACH = 3
_DESCRIPTION_REACH = 12
# How many characters around a quotation its speaker is looked for.
_SPEAKER_REACH = 1500


# What alliances call themselves; "the alliance" is none of the others.
_ALLIED = re.compile(r"\b(?:Forces|Coalition|Alliance|Front|Council|Joint|Movement|Union)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Entity:
    """Somebody the text has named: where, who, and what kind of word may refer back to it."""

    span: Span
    grounded: GroundedActor
    sentence: int
    person: bool
    role: Role | None
    head: str
    named: bool


def resolve_references(
    text: str, mentions: Mapping[Span, Role], sentences: Sequence[Span], resolver: ActorResolver, context: ReportContext
) -> dict[Span, GroundedActor]:
    """Return who each mention stands for; every mention gets an entry, ``unknown`` where the text does not say."""
    return _References(text, mentions, sentences, resolver, context).resolved()


class _References:
    """One report's mentions, resolved in text order."""

    def __init__(
        self, text: str, mentions: Mapping[Span, Role], sentences: Sequence[Span], resolver: ActorResolver, context: ReportContext
    ) -> None:
        self.text, self.mentions, self.resolver, self.context = text, mentions, resolver, context
        self.starts = [s.start for s in sorted(sentences)]
        self.words = words(text)
        self.lower = frozenset(w.text for w in self.words if w.text.islower())
        self.word_starts = [w.start for w in self.words]
        self.entities: list[_Entity] = []
        self.entity_starts: list[int] = []
        self.introduced: dict[str, tuple[GroundedActor | None, str, ActorKind]] = {}
        self.out: dict[Span, GroundedActor] = {}

    def resolved(self) -> dict[Span, GroundedActor]:
        later: list[tuple[Span, Role, str]] = []
        for span, role in sorted(self.mentions.items()):
            own = self.resolver.resolve(self.text, span, role=role, context=self.context)
            reference = self._reference(span, own)
            if reference in ("", "surname", "acronym"):
                grounded = own
                if reference == "surname":
                    grounded = self._surname(span, role, own)
                elif reference == "acronym":
                    grounded = self._acronym(span, own)
                self.out[span] = grounded
                self._note(span, grounded, role)
            else:
                self.out[span] = own
                later.append((span, role, reference))
        self._note_names()
        for span, role, reference in later:
            found = self._antecedent(span, role, reference)
            if found is not None:
                kind = found.grounded.kind
                printed = found.span.of(self.text)
                self.out[span] = replace(
                    found.grounded,
                    kind=kind,
                    basis="coreference",
                    reason=f"{span.of(self.text)!r} refers to {printed!r}, named {self._where(found, span)}",
                )
                self._note(span, self.out[span], role, person=reference == "person" or found.person, named=False)
        return self.out

    def _where(self, found: _Entity, span: Span) -> str:
        distance = self._sentence(span.start) - found.sentence
        return "in the same sentence" if distance == 0 else f"{abs(distance)} sentence(s) {'before' if distance > 0 else 'after'}"

    def _sentence(self, at: int) -> int:
        return bisect_right(self.starts, at)

    # -- what there is to refer to ----------------------------------------------

    def _note(
        self, span: Span, grounded: GroundedActor, role: Role | None, *, person: bool | None = None, named: bool = True
    ) -> None:
        found = words(self.text, span.start, span.end)
        if not found:
            return
        head = self._head(found)
        if person is None:
            person = self._is_person(found, grounded, head)
        entity = _Entity(span, grounded, self._sentence(span.start), person, role, head, named)
        self._insert(entity)

    def _insert(self, entity: _Entity) -> None:
        at = bisect_right(self.entity_starts, entity.span.start)
        self.entities.insert(at, entity)
        self.entity_starts.insert(at, entity.span.start)

    def _head(self, found: list[Word]) -> str:
        head = found[0].key
        for word in found:
            if word.key in lexicon.BREAKS:
                break
            head = word.key
        return head

    def _is_person(self, found: list[Word], grounded: GroundedActor, head: str) -> bool:
        if head in lexicon.POSTS and not head.endswith("s"):
            return True
        matches = self.resolver.registry.matches(found, self.context.all_caps, self.context.year)
        if any(m.name.sense is Sense.LEADER for m in matches):
            return True
        if any(w.key in lexicon.POSTS and not w.key.endswith("s") for w in found):
            return True
        if head in ("man", "woman", "boy", "girl", "child", "resident", "witness", "activist", "doctor", "teenager", "fighter"):
            return True
        covered = {n for m in matches for n in range(m.first, m.last)}
        return (
            bool(found) and found[0].capital and not covered and len(found) <= 5 and found[-1].capital and not head.endswith("s")
        )

    def _note_names(self) -> None:
        """Add the registry names that stand in the text outside the mentions."""
        taken = sorted(self.mentions)
        matches = self.resolver.registry.matches(self.words, self.context.all_caps, self.context.year)
        for m in matches:
            span = Span(self.words[m.first].start, self.words[m.last - 1].end)
            at = bisect_right(taken, span)
            if any(s.overlap(span) for s in taken[max(0, at - 3) : at + 2]):
                continue
            name = m.name
            following = self.words[m.last].key if m.last < len(self.words) else ""
            if (name.sense is Sense.ADJECTIVE and following not in lexicon.FORCES | lexicon.POSTS) or name.sense is Sense.SEAT:
                continue
            preceding = self.words[m.first - 1].key if m.first else ""
            if (
                name.actor.region == "states"
                and name.sense is Sense.NAME
                and preceding in lexicon.PLACE_WORDS
                and following not in lexicon.FORCES
            ):
                continue  # "in Syria" is where, not who
            grounded = self.resolver.known(name.actor, self.context, "alias", "named in the text")
            person = name.sense is Sense.LEADER
            self._insert(_Entity(span, grounded, self._sentence(span.start), person, None, following, True))

    # -- what a mention is -------------------------------------------------------

    def _reference(self, span: Span, own: GroundedActor) -> str:
        """Return how a mention must be looked up in the text, "" if its own words suffice."""
        found = words(self.text, span.start, span.end)
        if not found:
            return ""
        key, first = found[-1].key, found[0].key
        if len(found) == 1:
            if key in lexicon.PERSONAL_PRONOUNS:
                return "person"
            if key in lexicon.NEUTRAL_PRONOUNS:
                return "thing"
            if key in lexicon.PLURAL_PRONOUNS:
                return "plural"
            if key in lexicon.SPEAKER_PRONOUNS and not (key == "us" and found[0].text.isupper() and not self.context.all_caps):
                return "speaker"
        head = self._head(found)
        if first in ("our", "my") and own.actor_id is None:
            return "speaker"
        if own.actor_id is None and own.basis in ("unknown", "description"):
            if first in lexicon.DEFINITE and len(found) <= 5:
                if head in lexicon.GROUP_NOUNS:
                    return "group"
                if head in lexicon.MEDIA_NOUNS:
                    return "media"
                if (head in lexicon.SPEAKING_NOUNS and own.basis == "unknown") or head in ("source", "official", "statement"):
                    return "source"
                if head in ("ministry", "department", "embassy", "administration", "council", "court"):
                    return "state"
            if own.basis == "unknown" and head in ("fighters", "militants", "commanders", "leaders") and len(found) == 1:
                return "group"
        of_the_war = own.basis == "description" and own.actor_id is not None and own.actor_id == self.context.war_country
        if of_the_war and head in lexicon.FORCES | lexicon.POSTS and "regime" not in {w.key for w in found}:
            return "force"
        if (
            own.basis == "unknown"
            and own.actor_id is None
            and any(w.key in lexicon.LOOSE_POSTS for w in found)
            and len(found) <= 7
        ):
            return "body"
        if own.basis == "unknown":
            plain = [w for w in found if w.key not in lexicon.HONORIFICS]
            if len(plain) == 1 and plain[0].text.isupper() and len(plain[0].text) >= 3 and not self.context.all_caps:
                return "acronym"
            if 1 <= len(plain) <= 2 and all(w.capital for w in plain) and plain[0].key not in lexicon.DETERMINERS:
                return "surname"
        return ""

    # -- lookups -----------------------------------------------------------------

    def _antecedent(self, span: Span, role: Role, reference: str) -> _Entity | None:
        look: dict[str, Callable[[Span, Role], _Entity | None]] = {
            "person": self._person,
            "thing": self._thing,
            "plural": self._plural,
            "speaker": self._speaker,
            "group": self._group,
            "media": self._media,
            "source": self._source,
            "state": self._state,
            "body": self._any_body,
            "force": self._force,
        }
        return look[reference](span, role)

    def _earlier(self, span: Span, reach: int) -> list[_Entity]:
        """Return what was named before a mention and near enough, the nearest first."""
        here = self._sentence(span.start)
        found = []
        for at in range(bisect_right(self.entity_starts, span.start) - 1, -1, -1):
            entity = self.entities[at]
            if here - entity.sentence > reach:
                break
            if entity.span.end <= span.start:
                found.append(entity)
        return found

    def _person(self, span: Span, role: Role) -> _Entity | None:
        persons = [e for e in self._earlier(span, _PRONOUN_REACH + 1) if e.person]
        return self._subject_first(persons, span)

    def _subject_first(self, fitting: list[_Entity], span: Span) -> _Entity | None:
        """Return the first fitting entity of the nearest sentence that has one: subjects stand in front."""
        if not fitting:
            return None
        nearest = fitting[0].sentence
        return min((e for e in fitting if e.sentence == nearest), key=lambda e: (e.role is None, e.span.start))

    def _thing(self, span: Span, role: Role) -> _Entity | None:
        fitting = [
            e for e in self._earlier(span, _PRONOUN_REACH) if not e.person and e.grounded.actor_id and e.head not in lexicon.POSTS
        ]
        # "It said": who spoke in the sentence before speaks on.
        if role is Role.ORIGIN and (speaking := [e for e in fitting if e.role is Role.ORIGIN]):
            return speaking[0]
        return self._subject_first(fitting, span)

    def _plural(self, span: Span, role: Role) -> _Entity | None:
        fitting = [
            e for e in self._earlier(span, _PRONOUN_REACH) if not e.person and (e.role is not None or e.grounded.inter in (2, 3))
        ]
        return self._subject_first(fitting, span)

    def _speaker(self, span: Span, role: Role) -> _Entity | None:
        """Return the speaker of the quotation: the source nearest before or just behind."""
        here = self._sentence(span.start)
        first = bisect_left(self.entity_starts, span.start - _SPEAKER_REACH)
        last = bisect_right(self.entity_starts, span.end + _SPEAKER_REACH)
        speakers = [
            e
            for e in self.entities[first:last]
            if e.role is Role.ORIGIN and e.span != span and -1 <= here - e.sentence <= _PRONOUN_REACH
        ]
        speakers = [e for e in speakers if not {w.key for w in words(e.span.of(self.text))} <= lexicon.SPEAKER_PRONOUNS]
        if not speakers:
            speakers = [e for e in self.entities[:last] if e.role is Role.ORIGIN and e.span.end <= span.start][-1:]
        return min(speakers, key=lambda e: (abs(here - e.sentence), e.span.distance(span)), default=None)

    def _group(self, span: Span, role: Role) -> _Entity | None:
        bodies = (
            [ActorKind.PARTY]
            if role is not Role.ORIGIN
            else [ActorKind.PARTY, ActorKind.MONITOR, ActorKind.AID, ActorKind.EXPERT]
        )
        fitting = [e for e in self._earlier(span, _DESCRIPTION_REACH) if self._body(e, bodies)]
        if self._head(words(self.text, span.start, span.end)) in ("alliance", "coalition"):
            fitting = [e for e in fitting if _ALLIED.search(e.grounded.name)]
        return fitting[0] if fitting else None

    def _body(self, entity: _Entity, kinds: list[ActorKind]) -> bool:
        actor = self.resolver.registry.get(entity.grounded.actor_id) if entity.grounded.actor_id else None
        return actor is not None and actor.region != "states" and actor.kind in kinds and not entity.person

    def _media(self, span: Span, role: Role) -> _Entity | None:
        fitting = [
            e
            for e in self._earlier(span, _DESCRIPTION_REACH)
            if e.grounded.kind in (ActorKind.MEDIA, ActorKind.UN, ActorKind.AID)
        ]
        return next((e for e in fitting if e.grounded.kind is ActorKind.MEDIA), fitting[0] if fitting else None)

    def _source(self, span: Span, role: Role) -> _Entity | None:
        fitting = [e for e in self._earlier(span, _PRONOUN_REACH + 2) if e.role is Role.ORIGIN]
        return fitting[0] if fitting else None

    def _any_body(self, span: Span, role: Role) -> _Entity | None:
        """Return the organisation just spoken of, for a spokesman or commander whose own is not said."""
        kinds = [ActorKind.PARTY, ActorKind.AID, ActorKind.UN, ActorKind.MONITOR]
        fitting = [e for e in self._earlier(span, 2) if self._body(e, kinds)]
        return self._subject_first(fitting, span)

    def _state(self, span: Span, role: Role) -> _Entity | None:
        fitting = [e for e in self._earlier(span, _PRONOUN_REACH + 2) if self._is_state(e)]
        return fitting[0] if fitting else None

    def _is_state(self, entity: _Entity) -> bool:
        actor = self.resolver.registry.get(entity.grounded.actor_id) if entity.grounded.actor_id else None
        return actor is not None and actor.region == "states"

    def _force(self, span: Span, role: Role) -> _Entity | None:
        """Return another state's force if the text has just spoken of one: "Honduran troops … the troops"."""
        head = self._head(words(self.text, span.start, span.end))
        war = self.context.war_country
        near = [e for e in self._earlier(span, _PRONOUN_REACH) if self._is_state(e)]
        if any(e.grounded.actor_id == war for e in near):
            same = [e for e in near if e.head == head]
            return same[0] if same and same[0].named and same[0].grounded.actor_id != war else None
        return near[0] if near else None

    # -- names -------------------------------------------------------------------

    def _surname(self, span: Span, role: Role, own: GroundedActor) -> GroundedActor:
        """Return whom a person known only by surname speaks for, from where the text introduces them in full."""
        found = [w for w in words(self.text, span.start, span.end) if w.key not in lexicon.HONORIFICS]
        printed = self.text[found[0].start : found[-1].end]
        bare = printed.removesuffix("'s").removesuffix("’s")
        if bare not in self.introduced:
            self.introduced[bare] = self._introduced_as(bare)
        body, full, kind = self.introduced[bare]
        if body is not None:
            return body
        name = full or plain_name(bare, self.context.all_caps)
        return replace(
            own,
            name=name,
            kind=kind,
            basis="coreference" if full else own.basis,
            reason=f"named in full as {full}" if full else own.reason,
        )

    def _introduced_as(self, bare: str) -> tuple[GroundedActor | None, str, ActorKind]:
        """Return the body that the bearer of a surname is introduced with, or the full name and the kind of voice."""
        full = ""
        kind = ActorKind.OTHER
        for at in re.finditer(
            rf"(?<!\w)(?:(?:al|el|as|ash|ad|an|ar)-)?{re.escape(bare)}(?!\w)",
            self.text,
            re.IGNORECASE if self.context.all_caps else 0,
        ):
            window = self._introduction(at.start(), at.end())
            if window is None:
                continue
            post = self._post_before(at.start())
            if post is not None:
                holder = self.resolver.resolve(self.text, post, role=Role.ORIGIN, context=self.context)
                if holder.actor_id is not None:
                    reason = f"{bare} is introduced as {' '.join(post.of(self.text).split())!r}"
                    return replace(holder, basis="coreference", reason=reason), "", kind
            introduced = self.resolver.resolve(self.text, window, role=Role.ORIGIN, context=self.context)
            if introduced.actor_id is not None and introduced.basis in ("role-of", "description"):
                reason = f"{bare} is introduced as {' '.join(window.of(self.text).split())!r}"
                return replace(introduced, basis="coreference", reason=reason), "", kind
            if (
                not full
                and introduced.actor_id is None
                and introduced.name.casefold().endswith(bare.casefold())
                and len(introduced.name) > len(bare)
            ):
                full, kind = introduced.name, introduced.kind
            elif introduced.kind is not ActorKind.OTHER and kind is ActorKind.OTHER and introduced.actor_id is None:
                kind = introduced.kind
        return None, full, kind

    def _introduction(self, start: int, end: int) -> Span | None:
        """Return the stretch in which a name is introduced: posts and first names before it, an apposition behind it."""
        at = bisect_right(self.word_starts, start) - 1
        first = at
        while first > 0 and at - first < 8:
            before = self.words[first - 1]
            gap = self.text[before.end : self.words[first].start]
            if not re.fullmatch(r"[ -]|\. ?", gap) or (gap.startswith(".") and len(before.text) > 4):
                break
            allowed = (
                lexicon.POSTS
                | lexicon.MILITARY_TITLES
                | lexicon.EXPERTS
                | lexicon.WITNESS_TRADES
                | lexicon.FORMER
                | {"al", "el", "de", "bin", "ibn", "y", "del", "la"}
            )
            if before.key in lexicon.BREAKS or before.key in ("and", "that", "said", "told", "but"):
                break
            if (
                self.context.all_caps
                or before.capital
                or before.key in allowed
                or before.key
                in (
                    "human",
                    "rights",
                    "humanitarian",
                    "foreign",
                    "defence",
                    "defense",
                    "interior",
                    "state",
                    "chief",
                    "military",
                    "army",
                    "prime",
                )
            ):
                first -= 1
            else:
                break
        stop = end
        apposition = re.match(r"(?:,? (?:who is )?| \()(?:\d+, )?(?=[a-zA-Z])", self.text[end:])
        if re.match(r",|\s\(| (?:is|of|from) ", self.text[end:]) and apposition:
            clause = re.match(
                r"(?:, \d+(?=,))?(?:,(?! who| which| and| but| said| told| has| was)|\s\(| is| of| from)[^.;:“”\"\n]{3,160}?(?=, (?:said|told|who|has|was|which|and|whose)|[.;:“”\"\n)]|,? (?:said|told|says)\b|$)",
                self.text[end:],
            )
            if clause:
                stop = end + clause.end()
        # A sentence's first word stands in capitals without being a name: "Did Bali …", "Describing Bali …".
        while first < at and self.words[first].capital and not self.context.all_caps and self._opens_sentence(first):
            first += 1
        begin = self.words[first].start
        if begin == start and stop == end:
            return None
        return Span(begin, stop)

    def _opens_sentence(self, at: int) -> bool:
        word = self.words[at]
        before = self.text[max(0, word.start - 20) : word.start].rstrip("“\"'‘ \n")
        if before and before[-1] not in '.?!:”"' and self.text[word.start - 1 : word.start] not in ("\n", "“"):
            return False
        return (
            word.text.lower() in self.lower
            or word.key.endswith("ing")
            or word.key in lexicon.BREAKS
            or word.key in lexicon.SENTENCE_OPENERS
        )

    def _post_before(self, start: int) -> Span | None:
        """Return a post of some body that stands before a name: "member of the council's committee Jane Doe"."""
        clause = re.search(r"[^.,;:“”\"\n]{3,110}$", self.text[max(0, start - 111) : start])
        if clause is None:
            return None
        begin = start - len(clause.group())
        found = words(self.text, begin, start)
        for n in range(len(found) - 1, -1, -1):
            if found[n].key in lexicon.POSTS and n + 1 < len(found) and found[n + 1].key in ("of", "for", "at", "in"):
                named = self.resolver.registry.matches(found[n:], self.context.all_caps, self.context.year)
                return Span(found[n].start, found[n + named[-1].last - 1].end) if named else None
        return None

    def _acronym(self, span: Span, own: GroundedActor) -> GroundedActor:
        """Return the long name that the text gives for letters: "Movement for X and Y (MXY)"."""
        letters = span.of(self.text).split()[-1].strip("()[]'’")
        for at in re.finditer(rf"[(\[]{re.escape(letters)}[)\]]", self.text):
            upto = bisect_right(self.word_starts, at.start())
            before = self.words[max(0, upto - len(letters) - 4) : upto]
            for n in range(len(before)):
                initials = "".join(w.text[0] for w in before[n:] if w.capital)
                if initials.casefold() == letters.casefold() and before[n].capital:
                    long = Span(before[n].start, before[-1].end)
                    grounded = self.resolver.resolve(self.text, long, role=Role.ACTOR, context=self.context)
                    return replace(grounded, basis="coreference", reason=f"{letters} is short for {long.of(self.text)!r}")
        return own
