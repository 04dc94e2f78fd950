"""Who a pronoun, a bare description or a surname refers to: the nearest earlier mention that fits.

A mention's own words are looked up first. Only where they say nothing
("it", "the group", "Bali") does the text before decide; the speaker of a
quotation decides "we". In doubt the words are kept as they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor import ActorResolver
from fogline.grounding.actor_name import plain_name
from fogline.grounding.antecedent import ARMED_DEEDS, UNARMED_BODIES, Antecedents
from fogline.grounding.by_their_part import ByTheirPart, told_by_their_part
from fogline.grounding.deeds import as_they_do
from fogline.grounding.entity import Entities, Entity
from fogline.grounding.first_person import OUR_PEOPLE, tells_of_our_people
from fogline.grounding.full_names import FullNames
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.introductions import Introductions
from fogline.grounding.mention_extent import HYPHENS, head_of, issuer_of, of_whom, whole_mention
from fogline.grounding.named_in_text import note_names, note_pairs, note_people
from fogline.grounding.named_people import NamedPeople
from fogline.grounding.prose import Prose
from fogline.grounding.reference_kind import OWN_MEN, OWNERS, PRONOUNS, reference_kind
from fogline.grounding.referent_reasons import number_of
from fogline.grounding.report_context import ReportContext
from fogline.grounding.saying import SAYS_THAT
from fogline.grounding.several import SEVERAL, Several, holders_of_posts
from fogline.grounding.span_index import SpanIndex
from fogline.grounding.state_offices import StateOffices
from fogline.grounding.state_references import StateReferences
from fogline.grounding.told_people import told_bodies, told_people
from fogline.reading.reading import Role
from fogline.span import Span

__all__ = ["References"]

_GROUPS = frozenset(["group", "movement", "organisation", "organization"])
# "His army" and "her men", of which a speaker tells.
_OWN_FORCES = lexicon.FORCES | lexicon.FIGHTERS | OWN_MEN | _GROUPS
_LEADING = lexicon.POSTS | lexicon.MILITARY_TITLES | {"warlord", "rebel"}
# States and armed groups have them, and neither people nor relief bodies do.
_GOVERNMENTS = frozenset(["government", "governments"])
# Whoever does these has them done to him.
_SUFFERED = frozenset(["displacement", "hardship"])
_DRIVEN_OUT = frozenset(["displacement"])
# Of "he" the one person is known, of "we" only whom they speak for.
_MANY_SPEAKERS = frozenset(["we", "us", "our", "ours", "ourselves"])


class References:
    """Who each mention of one report stands for, resolved in text order; ``unknown`` where the text does not say.

    ``apart`` are, by mention, others who cannot be meant by it: whoever is
    struck is not who strikes; ``deeds``, by mention, the types of what it is the
    doer of. ``kinds`` says of those that were looked up as what they were, and
    ``own`` what their own words say; ``settled`` are told by what they do, or are what a speaker calls their own. ``watch`` is told of each that is looked
    up: training looks on.
    """

    def __init__(
        self,
        text: str,
        mentions: Mapping[Span, Role],
        sentences: Sequence[Span],
        resolver: ActorResolver,
        context: ReportContext,
        apart: Mapping[Span, frozenset[Span]] | None = None,
        deeds: Mapping[Span, frozenset[str]] | None = None,
    ) -> None:
        self.mentions = mentions
        self.deeds = deeds or {}
        self.out: dict[Span, GroundedActor] = {}
        self.kinds: dict[Span, str] = {}
        self.own: dict[Span, GroundedActor] = {}
        self.settled: set[Span] = set()
        self.watch: Callable[[References, Span, Role, str], None] | None = None
        self.prose = Prose(text, sentences, resolver, context)
        self.entities = Entities(self.prose, NamedPeople(self.prose))
        offices = StateOffices(self.prose)
        self.introductions = Introductions(
            self.prose, lambda: offices.governing.grounded if offices.governing is not None else None
        )
        self.states = StateReferences(self.prose, self.entities, offices, self.introductions, self.deeds)
        self.antecedents = Antecedents(self.prose, self.entities, self.states, apart or {}, self.out)
        self.several = Several(self.prose, self.entities, self.states, self.antecedents)
        self.full_names = FullNames(self.prose, self.out)
        self.parts = ByTheirPart(self.prose, self.antecedents.exclusions, self.deeds, self.out)

    def resolved(self) -> dict[Span, GroundedActor]:
        """Return who every mention stands for."""
        later: list[tuple[Span, Role, str]] = []
        told, bodies = self._told()
        for span, role in sorted([*self.mentions.items(), *((s, Role.ORIGIN) for s in told | bodies)]):
            whole, own = self._by_its_words(span, role)
            each_other = self.several.reciprocal(span)
            reference = "each other" if each_other else reference_kind(self.prose, self.states, whole, own)
            if reference in ("", "surname", "acronym"):
                grounded = own
                if reference == "surname":
                    grounded = self.introductions.surname(span, own, role)
                elif reference == "acronym":
                    grounded = self.introductions.acronym(span, own)
                self.out[span] = grounded = self._as_they_do(span, grounded)
                self._note_own(span, grounded, told)
                if (reference == "surname" and grounded.actor_id is None) or self.full_names.titled(span, grounded):
                    later.append((span, role, "named"))
                elif told_by_their_part(self.prose.words_in(span), grounded):
                    later.append((span, role, "doers"))
            else:
                self.out[span] = self.own[span] = own
                self.kinds[span] = reference
                later.append((span, role, reference))
        note_names(self.entities, self.mentions)
        note_people(self.entities, self.introductions, self.out)
        note_pairs(self.entities)
        for span, role, reference in later:
            if reference == "named":
                self._as_introduced(span)
                continue
            if reference == "doers":
                self._as_told_of_doing(span)
                continue
            if self.watch is not None and span in self.mentions:
                self.watch(self, span, role, reference)
            if reference in SEVERAL:
                self._refer_to_several(span, reference)
            elif (found := self._antecedent(span, role, reference)) is not None:
                self._refer(span, reference, found, told)
            else:
                if reference == "shortened":
                    del self.kinds[span]  # no name ends so: it is weighed by its own words
                self._refer_to_nobody(span, role, reference, told)
        return {span: self.out[span] for span in self.mentions}

    def _as_introduced(self, span: Span) -> None:
        """Take a surname for whom its bearer speaks by a fuller mention, where the text before had to say whom that is."""
        introduced = self.full_names.of(span)
        if introduced is None:
            return
        whole, body = introduced
        held = self.out[span]
        reason = f"{span.of(self.prose.text)!r} is {' '.join(whole.of(self.prose.text).split())!r}"
        person = body.person or held.person or held.name
        self.out[span] = replace(body, person=person, basis="coreference", reason=reason, also=())
        self.entities.ground_anew(span, self.out[span])

    def _as_told_of_doing(self, span: Span) -> None:
        """Take "the attackers" for whoever attacked last, where that is somebody on file."""
        found = self.parts.of(span)
        if found is None:
            return
        doer, held = found
        reason = f"{span.of(self.prose.text)!r}: what {' '.join(doer.of(self.prose.text).split())!r} did"
        self.out[span] = replace(held, person=None, basis="coreference", reason=reason)
        self.settled.add(span)
        self.entities.ground_anew(span, self.out[span])

    def _by_its_words(self, span: Span, role: Role) -> tuple[Span, GroundedActor]:
        """Return a mention as far as it goes, and who its own words say it is."""
        prose = self.prose
        whole, own = span, prose.resolve(span, role)
        nobody = own.actor_id is None and own.basis in ("unknown", "description")
        if nobody and (inner := of_whom(prose, span)) is not None:
            whole, own = inner, prose.resolve(inner, role)
        elif own.basis != "alias" or prose.text[span.end : span.end + 1] in HYPHENS:
            whole = whole_mention(prose, span, own)
            own = own if whole == span else prose.resolve(whole, role)
        if role is not Role.ORIGIN and own.actor_id is None and tells_of_our_people(prose.words_in(whole), role is Role.TARGET):
            self.settled.add(span)
            own = GroundedActor("civilians", ActorKind.WITNESS, None, 7, "description", OUR_PEOPLE)
        nobody = own.actor_id is None and own.basis in ("unknown", "description")
        if nobody and (inner := issuer_of(prose, whole)) is not None:
            issuer = prose.resolve(inner, role)
            if issuer.basis != "unknown":
                whole, own = inner, issuer
        return whole, holders_of_posts(prose, span, own)

    def _as_they_do(self, span: Span, held: GroundedActor) -> GroundedActor:
        head = head_of(self.prose, span) if self.prose.words_in(span) else ""
        found = as_they_do(span, head, held, self.deeds)
        if found is not held:
            self.settled.add(span)
        return found

    def _refer_to_several(self, span: Span, reference: str) -> None:
        """Note several who are meant at once, or a side of the war; of nobody clear the words are kept."""
        meant = self.several.meant(span, reference)
        if meant is not None:
            self.out[span] = meant
            self.entities.note(span, meant, self.mentions.get(span), named=False)
        elif reference in ("several", "sides") and self.out[span].actor_id is not None:
            printed = plain_name(span.of(self.prose.text), self.prose.context.all_caps)
            self.out[span] = GroundedActor(printed, ActorKind.OTHER, reason="several, and who they are is not clear")

    def _antecedent(self, span: Span, role: Role, reference: str) -> Entity | None:
        """Return whom a mention refers to, None for nobody named."""
        if reference == "speaker" and (quoted := self._whose_quotation(span)) is not None:
            return quoted
        if (
            reference in OWNERS.values()
            and (speaker := self._says_of_his_own(span) or self._says_of_itself(span, role)) is not None
        ):
            self.settled.add(span)
            return speaker
        found = self.antecedents.find(span, role, reference)
        if found is not None and (reference == "shortened" or self.antecedents.named_so(span, found)):
            self.settled.add(span)  # its full name stands in the text
        if found is not None and reference == "body" and self._among_victims(span, found):
            return None
        if found is not None and reference == "uncounted" and role is Role.ORIGIN and found.role is Role.ORIGIN:
            self.settled.add(span)  # one of those who spoke
        if found is not None and reference == "uncounted" and found.grounded.inter != 7 and self._flee(span):
            return None
        owner = reference in OWNERS.values() and len(self.prose.words_in(span)) > 1
        return None if found is not None and owner and not self._has_such(span, found) else found

    def _flee(self, span: Span) -> bool:
        """Tell whether a number is of people who are driven out, and of none who were named: "sixty thousand have fled"."""
        pointing = any(w.key in ("them", "those", "whom", "these") for w in self.prose.words_in(span))
        return not pointing and self.deeds.get(span) == _DRIVEN_OUT

    def _has_such(self, span: Span, owner: Entity) -> bool:
        """Tell whether somebody has what is told of as theirs: no nameless commander is his men, no prisoner his guards.

        Whoever leads men may be told of for them ("his fighters"), and only bodies have governments.
        """
        known = owner.grounded.actor_id is not None
        if head_of(self.prose, span) in _GOVERNMENTS:
            return known and owner.grounded.kind in (ActorKind.PARTY, ActorKind.GOVERNMENT)
        if known or not owner.named:
            return known
        if owner.person and owner.grounded.name[:1].islower():
            return False
        leads = owner.grounded.kind is ActorKind.PARTY or any(w.key in _LEADING for w in self.prose.words_in(owner.span))
        return not owner.person or leads

    def _says_of_his_own(self, span: Span) -> Entity | None:
        """Return who says something of forces of their own right before them: "the leader said his army had fled"."""
        found = self.prose.words_in(span)
        if len(found) < 2 or found[0].key not in ("his", "her", "their") or _OWN_FORCES.isdisjoint(w.key for w in found[1:4]):
            return None
        speakers = [e for e in self.entities.earlier(span, 0) if e.role is Role.ORIGIN]
        speaker = next((e for e in speakers if SAYS_THAT.fullmatch(self.prose.text, e.span.end, span.start)), None)
        # A caller of whom no more is known is no group.
        groupless = speaker is not None and speaker.grounded.actor_id is None and found[-1].key in _GROUPS
        return None if groupless else speaker

    def _says_of_itself(self, span: Span, role: Role) -> Entity | None:
        """Return the body that says what "it" did right before: "the army said *it* had withdrawn", "the Kurds said *they* would stay".

        Residents who say that "they" came tell of others, and so does an army of which "they" is said.
        """
        key = span.of(self.prose.text).casefold()
        if role is not Role.ACTOR or key not in ("it", "they"):
            return None
        speakers = [e for e in self.entities.earlier(span, 0) if e.role is Role.ORIGIN]
        speaker = next((e for e in speakers if SAYS_THAT.fullmatch(self.prose.text, e.span.end, span.start)), None)
        if speaker is None or speaker.person or speaker.grounded.actor_id is None or speaker.grounded.also:
            return None
        many = number_of(speaker.head) == "many"
        apart = self.antecedents.exclusions.other_side(span, speaker)
        unarmed = speaker.grounded.kind in UNARMED_BODIES and not ARMED_DEEDS.isdisjoint(self.deeds.get(span, ()))
        return None if apart or unarmed or many != (key == "they") else speaker

    def _among_victims(self, span: Span, found: Entity) -> bool:
        """Tell whether "a commander" would be of those to whom something was done and of whom no name is told: "14 servicemen died"."""
        found_words = self.prose.words_in(span)
        if found_words[-1].key.startswith("spokes") and self.entities.is_state(found):
            return False  # of soldiers who were killed the spokesman of their army tells
        indefinite = found_words[0].key in ("a", "an", "one", "another")
        return indefinite and found.role is Role.TARGET and found.grounded.basis != "alias"

    def _whose_quotation(self, span: Span) -> Entity | None:
        """Return whose quotation "our guys" and "our house" stand in, if a speaker is named beside it: nobody told of before is meant."""
        return self.antecedents.quotations.speaker(span.start) if len(self.prose.words_in(span)) > 1 else None

    def _refer(self, span: Span, reference: str, found: Entity, told: Set[Span]) -> None:
        """Note that a mention refers to somebody named before it."""
        said = self.prose.words_in(span)
        printed = found.span.of(self.prose.text)
        alone = reference in ("person", "speaker") and len(said) == 1
        himself = alone and said[0].key not in _MANY_SPEAKERS
        self.out[span] = replace(
            found.grounded,
            person=found.grounded.person if himself else None,
            basis="coreference",
            reason=f"{span.of(self.prose.text)!r} refers to {printed!r}, named {self.entities.where(found, span)}",
        )
        self.out[span] = self._as_they_do(span, self.out[span])
        person = reference == "person" or found.person or span in told or self._tells_of_one(span)
        self.entities.note(span, self.out[span], self.mentions.get(span), person=person, named=False)

    def _refer_to_nobody(self, span: Span, role: Role, reference: str, told: Set[Span]) -> None:
        """Note what the words of a mention still say where nobody whom the text names is meant."""
        said = self.prose.words_in(span)
        if reference == "speaker" and said[0].key in ("i", "me", "my"):
            reason = f"{span.of(self.prose.text)!r}: somebody who tells what they saw, not named"
            self.out[span] = GroundedActor("witness", ActorKind.WITNESS, None, 7, "description", reason)
        elif reference == "person" and len(said) == 1 and (role is Role.TARGET or self.deeds.get(span, frozenset()) & _SUFFERED):
            # Somebody on the side of nobody, as far as the text tells.
            reason = f"{span.of(self.prose.text)!r}: somebody who is not named"
            self.out[span] = GroundedActor("civilians", ActorKind.WITNESS, None, 7, "description", reason)
        elif reference in OWNERS.values() and self.out[span].inter == 7 and head_of(self.prose, span) in OWN_MEN:
            # Whose men they are is not said; that they are somebody's men makes them no civilians.
            printed = " ".join(span.of(self.prose.text).split())
            self.out[span] = GroundedActor(printed, ActorKind.PARTY, reason="somebody's men, and whose is not said")
        elif reference == "uncounted" and role is not Role.ORIGIN:
            reason = f"{span.of(self.prose.text)!r}: people of whom nothing more is said"
            self.out[span] = self._as_they_do(span, GroundedActor("civilians", ActorKind.WITNESS, None, 7, "description", reason))
            self.entities.note(span, self.out[span], self.mentions.get(span), named=False)
        elif reference not in PRONOUNS or len(said) > 1:
            # Nobody before them is meant: they are somebody themselves.
            self._note_own(span, self.out[span], told)

    def _note_own(self, span: Span, grounded: GroundedActor, told: Set[Span]) -> None:
        """Note whom a mention's own words say; one told of outside the mentions is somebody, and named if a name is among the words."""
        if span in told:
            named = any(w.capital for w in self.prose.words_in(span)[1:])
            self.entities.note(span, grounded, None, person=True, named=named)
        else:
            self.entities.note(span, grounded, self.mentions.get(span))

    def _told(self) -> tuple[frozenset[Span], frozenset[Span]]:
        """Return the single people and the bodies whom the text tells of outside the mentions: "he" and "it" may mean them."""
        taken = SpanIndex(self.mentions)
        people = frozenset(s for s in told_people(self.prose.text, self.prose.words) if not taken.touches(s))
        known = SpanIndex([*self.mentions, *people])
        return people, frozenset(s for s in told_bodies(self.prose.text, self.prose.words) if not known.touches(s))

    def _tells_of_one(self, span: Span) -> bool:
        """Tell whether a mention of several words is one holder of a post: "its prime minister", "its envoy, Ada Ito", not "his army"."""
        found = self.prose.words_in(span)
        heads = [head_of(self.prose, span), *(w.key for w in found if found[-1].capital)]
        return len(found) > 1 and any(h in lexicon.POSTS and not h.endswith(("s", "men")) for h in heads)
