"""Who a pronoun, a bare description or a surname refers to: the nearest earlier mention that fits.

A mention's own words are looked up first. Only where they say nothing
("it", "the group", "Bali") does the text before decide; the speaker of a
quotation decides "we". In doubt the words are kept as they stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from fogline.grounding import actor_words as lexicon
from fogline.grounding import coreference_ranking as ranking
from fogline.grounding.actor import UNLISTED, ActorResolver, ReportContext, plain_name
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.introductions import Introductions
from fogline.grounding.registry import Match, Sense, Word, words
from fogline.grounding.span_index import SpanIndex
from fogline.grounding.told_people import SOMEBODY, told_bodies, told_people
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Role
from fogline.span import Span

# How many sentences back a pronoun and a description may point.
_PRONOUN_REACH = 3
_DESCRIPTION_REACH = 12
# How many characters around a quotation its speaker is looked for.
_SPEAKER_REACH = 1500
_WORD_BEFORE = re.compile(r"\b([^\W\d_]+) $")


_SIDES = frozenset({"rebels", "pro-government forces", "pro-government militias"})
_CIVIL = frozenset(
    [
        "government",
        "governments",
        "minister",
        "ministers",
        "secretary",
        "parliament",
        "officials",
        "official",
        "authorities",
        "ministry",
        "police",
        "court",
        "courts",
        "cabinet",
        "administration",
        "lawmakers",
        "citizenship",
        "prosecutors",
        "premier",
        "president",
        "ministers",
    ]
)
_OWNERS = {"its": "thing", "their": "plural", "his": "person", "her": "person", "whose": "thing"}
# "The alliance's press office", "one of the group's members": whose it is was said before.
_OWNING_BODIES = word_set("group groups organisation organization militia alliance coalition movement faction")
# What somebody has written, and who speaks through it.
_PAPERS = word_set(
    "statement statements communique communiqué communiques bulletin letter document memo note report reports estimate estimates tally count toll "
    "figures accounts position"
)
_ONE_PERSON = word_set("he she him her his hers himself herself")
_MANY_SPEAKERS = frozenset(["we", "us", "our", "ours", "ourselves"])
# Allies who fight: of "its European allies" nobody is named.
_FIGHTING_ALLIES = word_set("proxy proxies rebel rebels arab syrian kurdish local militia armed jihadist islamist ground")
# "Both sides", "the two countries", "the pair": how many, and of what kind.
_HOW_MANY = {"both": 2, "two": 2, "pair": 2, "duo": 2, "couple": 2, "three": 3, "trio": 3, "four": 4, "each": 2}
_SIDE_NOUNS = frozenset(["sides", "side", "parties", "camps"])
_STATE_NOUNS = word_set("countries nations states governments leaders presidents powers capitals neighbours neighbors")
_PERSON_NOUNS = word_set(
    "men women brothers sisters fighters militants britons jihadis suspects journalists pair duo trio boys girls soldiers members"
)
# States and armed groups have them alike.
_ARMY_NOUNS = word_set("armies militaries forces")
# Two unless a number is said: "the warring parties", "the rival armies".
_OF_TWO = frozenset(["warring", "rival", "opposing"])
_BODY_NOUNS = word_set("groups organisations organizations factions forces militias armies agencies outlets")
_OF_MANY = word_set("warring rival opposing other remaining surviving former british foreign western armed rebel insurgent main")
# "His country would not take part": the state that he speaks for.
_OWN_STATE = frozenset(["country", "nation", "homeland"])
# "Its men" fight for whoever has them.
_OWN_MEN = frozenset(["men"])
# "Some of them", "24 of whom", "at least 30": no word of these says who they are.
_THEMSELVES = frozenset(["of", "them", "these", "those", "us", "whom", "which", "to", "the"])
_COUNTING = (
    lexicon.QUANTIFIERS
    | lexicon.NUMBER_WORDS
    | lexicon.DETERMINERS
    | _THEMSELVES
    | {"at", "least", "up", "than", "less", "fewer"}
)
_ANYBODY = frozenset(["those", "all", "everyone", "everybody", "whoever", "anyone", "anybody"])
_WHOSE = lexicon.DEFINITE | {*_OWNERS, "our", "my"}
_BARE_FIGHTERS = frozenset(["fighter", "fighters", "militiamen", "holdouts"])

_BACKING = frozenset(["led", "backed", "supported", "allied", "aligned", "linked", "affiliated"])
# What belongs to a mention in front of its noun.
_OWN_WORDS = frozenset(["the", "this", "these", "those", "its", "his", "her", "their"])
_JOINS = ("-", "‐", "‑", "–")
_JOIN = re.compile(r"[-‐‑–]")
# What the ranker decides; the rest is decided by rule.
RANKED = frozenset({"person", "speaker", "group", "body", "plural"})
# Of one word these are pronouns.
_PRONOUNS = frozenset({"person", "thing", "plural", "speaker"})
# So many of the nearest are weighed.
_CANDIDATES = 24
# A quotation ends with its paragraph if nobody closed it.
_QUOTATION = re.compile(r"“[^”\n]*(?:”|$|\n)|\"[^\"\n]*(?:\"|$|\n)", re.MULTILINE)
_SAYING = re.compile(
    r"[,’'s]*\s*(?:also |later |has |had )?(?:said|says|told|added|warned|reported|insisted|stressed|announced|claimed)\b"
)
# Behind whoever speaks, denies, admits: "its troops" of the same clause are the speaker's.
_CLAIMING = re.compile(
    r"(?:[’']s (?:army|military|government|foreign ministry|defen[cs]e ministry))?\s+(?:also |later |has |had |have |again |repeatedly )*"
    r"(?:said|says|saying|told|denied|denies|rejects?|rejected|claimed|claims|admitted|admits|acknowledged|confirmed|insisted|insists|announced|"
    r"reported|stated|declared|vowed|warned|maintains|maintained|conceded|disputes|disputed|added|pledged|promised|ordered|accused|blamed)\b"
)
_ARMS = word_set("army military junta government regime staff ministry")
# An age or a clause about somebody: of a person and of nothing else.
_OF_A_PERSON = re.compile(r", (?:aged )?[1-9]\d(?=[,.)])(?!,\d)|, who(?:se)?\b")
_KUNYA = frozenset(["umm", "abu", "um"])
_SAID_NAME = re.compile(r"\b(?:said|says|told|added|recalled)\s+$")
_SMALL = frozenset(["al", "el", "de", "bin", "ibn", "abu", "van", "von", "del", "da"])
_SAID = re.compile(r"\b(?:said|says|added|told|to)\s+(?:the\s+)?$")


# Whoever does this with soldiers has them.
_SENDING = word_set(
    """send sends sent sending deploy deploys deployed deploying dispatch dispatched despatch despatched move moved moving mass massed massing withdraw
    withdrew withdrawn withdrawing pull pulled pulling land landed fly flew station stationed keep keeps kept contribute contributed commit committed
    pledged promised offered amassed"""
)
_OWN_ARMY = frozenset(["army", "military", "navy", "police"])
_BEFORE_TROOPS = word_set(
    "a an another some several many dozens hundreds thousands of about around up to more than nearly almost its in out back the all"
)
# Between names in a list, and before the last of it.
_JOINED = re.compile(r",? (?:and |or )?(?:the )?|, ")
_LAST_JOINT = re.compile(r"\band\b")
_NO_SUBJECT = word_set("at on by with for and or between against towards toward around outside near over above below the of")
_OF_A_TOWN = word_set(
    "suburbs talks streets districts neighbourhoods neighborhoods hotels hours accords notes times airports prices markets headquarters"
)
# Verbs as they are printed behind a subject; few nouns follow a capital's name in lower case.
_VERB = re.compile(
    r" (?:has|have|had|is|was|will|would|does|did|can|could|may|might|must|should|[a-z]+(?:ed|es|[^s\W]s))\b(?![’'])"
)
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


class References:
    """Who each mention of one report stands for, resolved in text order; ``unknown`` where the text does not say.

    ``apart`` are, by mention, others who cannot be meant by it: whoever is
    struck is not who strikes. ``watch`` is told of each that is looked up:
    training looks on.
    """

    def __init__(
        self,
        text: str,
        mentions: Mapping[Span, Role],
        sentences: Sequence[Span],
        resolver: ActorResolver,
        context: ReportContext,
        apart: Mapping[Span, frozenset[Span]] | None = None,
    ) -> None:
        self.text, self.mentions, self.resolver, self.context = text, mentions, resolver, context
        self.apart = apart or {}
        self.starts = [s.start for s in sorted(sentences)]
        self.words = words(text)
        self.word_starts = [w.start for w in self.words]
        self.entities: list[_Entity] = []
        self.entity_starts: list[int] = []
        self.introductions = Introductions(
            text, self.words, resolver, context, lambda: self.governing.grounded if self.governing is not None else None
        )
        self.out: dict[Span, GroundedActor] = {}
        self.watch: Callable[[References, Span, Role, str], None] | None = None
        self.rows: list[list[_Entity]] = []
        self.most_told: dict[int, list[_Entity] | None] = {}
        self.genders: dict[Span, str] = {}
        # By post and by name, looked for once: a long text says "the president" a thousand times.
        self.offices: dict[str, list[Match]] = {}
        self.officers: dict[str, list[_Entity]] = {}
        self.armies: dict[str, list[Match]] = {}
        self.surname_genders: dict[str, str] = {}
        self.quotes = [Span(m.start(), m.end()) for m in _QUOTATION.finditer(text)]
        self.quote_starts = [q.start for q in self.quotes]

    def resolved(self) -> dict[Span, GroundedActor]:
        """Return who every mention stands for."""
        later: list[tuple[Span, Role, str]] = []
        told, bodies = self._told()
        for span, role in sorted([*self.mentions.items(), *((s, Role.ORIGIN) for s in told | bodies)]):
            own = self.resolver.resolve(self.text, span, role=role, context=self.context)
            whole = span
            if own.actor_id is None and own.basis in ("unknown", "description") and (inner := self._of_whom(span)) is not None:
                whole, own = inner, self.resolver.resolve(self.text, inner, role=role, context=self.context)
            elif own.basis != "alias" or self.text[span.end : span.end + 1] in _JOINS:
                whole = self._whole(span, own)
                own = own if whole == span else self.resolver.resolve(self.text, whole, role=role, context=self.context)
            if own.actor_id is None and own.basis in ("unknown", "description") and (inner := self._issuer(whole)) is not None:
                issuer = self.resolver.resolve(self.text, inner, role=role, context=self.context)
                if issuer.basis != "unknown":
                    whole, own = inner, issuer
            reference = self._reference(whole, own)
            if reference in ("", "surname", "acronym"):
                grounded = own
                if reference == "surname":
                    grounded = self.introductions.surname(span, own)
                elif reference == "acronym":
                    grounded = self.introductions.acronym(span, own)
                self.out[span] = grounded
                self._note_own(span, grounded, told)
            else:
                self.out[span] = own
                later.append((span, role, reference))
        self._note_names()
        for span, role, reference in later:
            if self.watch is not None and span in self.mentions:
                self.watch(self, span, role, reference)
            if reference in ("several", "sides", "allies", "enemy"):
                meant = {"several": self._several, "sides": self._sides, "allies": self._allies, "enemy": self._enemy}[reference](
                    span
                )
                if meant is not None:
                    self.out[span] = meant
                    self._note(span, meant, self.mentions.get(span), named=False)
                elif reference in ("several", "sides") and self.out[span].actor_id is not None:
                    printed = plain_name(span.of(self.text), self.context.all_caps)
                    self.out[span] = GroundedActor(printed, ActorKind.OTHER, reason="several, and who they are is not clear")
                continue
            found = self._antecedent(span, role, reference)
            owner = reference in _OWNERS.values() and len(words(self.text, span.start, span.end)) > 1
            if found is not None and owner and found.grounded.actor_id is None and not found.named:
                found = None  # "a commander … his men": the men are not the commander
            if found is not None:
                kind = found.grounded.kind
                printed = found.span.of(self.text)
                alone = reference in ("person", "speaker") and len(words(self.text, span.start, span.end)) == 1
                himself = alone and words(self.text, span.start, span.end)[0].key not in _MANY_SPEAKERS
                self.out[span] = replace(
                    found.grounded,
                    person=found.grounded.person if himself else None,
                    kind=kind,
                    basis="coreference",
                    reason=f"{span.of(self.text)!r} refers to {printed!r}, named {self._where(found, span)}",
                )
                person = reference == "person" or found.person or span in told or self._tells_of_one(span)
                self._note(span, self.out[span], self.mentions.get(span), person=person, named=False)
            elif reference == "speaker" and words(self.text, span.start, span.end)[0].key in ("i", "me", "my"):
                reason = f"{span.of(self.text)!r}: somebody who tells what they saw, not named"
                self.out[span] = GroundedActor("witness", ActorKind.WITNESS, None, 7, "description", reason)
            elif reference in _OWNERS.values() and self.out[span].inter == 7 and self._head_of(span) in _OWN_MEN:
                # Whose men they are is not said; that they are somebody's men makes them no civilians.
                printed = " ".join(span.of(self.text).split())
                self.out[span] = GroundedActor(printed, ActorKind.PARTY, reason="somebody's men, and whose is not said")
            elif reference == "uncounted" and role is not Role.ORIGIN:
                reason = f"{span.of(self.text)!r}: people of whom nothing more is said"
                self.out[span] = GroundedActor("civilians", ActorKind.WITNESS, None, 7, "description", reason)
                self._note(span, self.out[span], self.mentions.get(span), named=False)
            elif reference not in _PRONOUNS or len(words(self.text, span.start, span.end)) > 1:
                # Nobody before them is meant: they are somebody themselves.
                self._note_own(span, self.out[span], told)
        return {span: self.out[span] for span in self.mentions}

    def _note_own(self, span: Span, grounded: GroundedActor, told: AbstractSet[Span]) -> None:
        """Note whom a mention's own words say; one told of outside the mentions is somebody, and named if a name is among the words."""
        if span in told:
            named = any(w.capital for w in words(self.text, span.start, span.end)[1:])
            self._note(span, grounded, None, person=True, named=named)
        else:
            self._note(span, grounded, self.mentions.get(span))

    def _told(self) -> tuple[frozenset[Span], frozenset[Span]]:
        """Return the single people and the bodies whom the text tells of outside the mentions: "he" and "it" may mean them."""
        taken = SpanIndex(self.mentions)
        people = frozenset(s for s in told_people(self.text, self.words) if not taken.touches(s))
        known = SpanIndex([*self.mentions, *people])
        return people, frozenset(s for s in told_bodies(self.text, self.words) if not known.touches(s))

    def _whole(self, span: Span, own: GroundedActor) -> Span:
        """Return a mention with the rest of a name or compound that was cut: "Democratic Forces", "US" of "US-led forces".

        A name that stands whole is left alone: "Isis" of "the Isis-held pocket", "US" of "the US-led fight".
        """
        first, last = bisect_left(self.word_starts, span.start), bisect_left(self.word_starts, span.end)
        if first >= last:
            return span
        begin, end, near = first, last, max(0, first - 6)
        found = self.words[near : last + 6]
        mine = self._matches(self.words[first:last])
        if not mine:
            for m in self._matches(found):
                if m.first + near < last and m.last + near > first:
                    begin, end = min(begin, m.first + near), max(end, m.last + near)
        if self.words[begin].key in lexicon.COMPOUND and begin and _JOIN.fullmatch(self._gap(begin)):
            begin -= 1
        if end + 1 < len(self.words) and _JOIN.fullmatch(self._gap(end)) and self.words[end].key in _BACKING:
            armed = lexicon.FORCES | lexicon.FIGHTERS | lexicon.COALITION | lexicon.REBELS | lexicon.MILITANTS
            for n in range(end + 1, min(end + 4, len(self.words))):
                if self._gap(n) != " " or self.words[n].key in lexicon.BREAKS:
                    break
                if self.words[n].key in armed:
                    end = n + 1
                    break
        begin, end = self._grown(begin, end, own.basis != "unknown" or bool(mine))
        if (begin, end) == (first, last):
            cut = self.text[span.end : self.words[last - 1].end]
            return Span(span.start, span.end + 1) if cut == "." else span  # "U.S" of "U.S."
        return Span(min(span.start, self.words[begin].start), max(span.end, self.words[end - 1].end))

    def _of_whom(self, span: Span) -> Span | None:
        """Return those of whom a number is told, without it: "its soldiers" of "177 of its soldiers"; None if there is no such number.

        Without that whoever is one of so many would be taken for the number: people of whom nothing is said.
        """
        found = words(self.text, span.start, span.end)
        at = next((n for n, w in enumerate(found[:6]) if w.key == "of"), 0)
        if at and at + 2 < len(found) and found[at + 1].key in _WHOSE and self._only_counts(found[:at]):
            return Span(found[at + 1].start, span.end)
        at = next((n for n, w in enumerate(found) if not (w.key in _COUNTING or w.key.isdigit())), 0)
        if not at:
            return None
        counted = any(w.key.isdigit() or w.key in lexicon.NUMBER_WORDS for w in found[:at])
        definite = found[0].key in lexicon.DEFINITE  # "the two parties" are so many who were named
        return Span(found[at].start, span.end) if at > 1 and counted and not definite else None

    def _issuer(self, span: Span) -> Span | None:
        """Return of a paper that speaks the words before it, which say whose it is: "the army" of "the army statement"."""
        found = words(self.text, span.start, span.end)
        if len(found) < 2 or found[-1].key not in _PAPERS or any(w.key in lexicon.BREAKS for w in found):
            return None
        if all(w.key in lexicon.DETERMINERS or not (w.capital or w.key in lexicon.PLAIN_NOUNS) for w in found[:-1]):
            return None
        return Span(span.start, found[-2].end)

    def _grown(self, begin: int, end: int, named: bool) -> tuple[int, int]:
        """Return a mention's first word and the one behind it, with what the reader cut off.

        "members" of "Isis members", "three suicide" of "three suicide bombers", "group" of "the group".
        """
        nouns = lexicon.PLAIN_NOUNS
        while end < len(self.words) and end - begin < 8 and self.words[end - 1].key not in nouns and not named:
            following = self.words[end]
            if self.words[end - 1].capital and not self.context.all_caps:
                break
            if (
                self._gap(end) not in (" ", "-")
                or following.key not in nouns
                or (following.capital and not self.context.all_caps)
            ):
                break
            end += 1
        plain = not self.words[begin].capital or self.context.all_caps
        if plain and begin and self._gap(begin) == " ":
            if self.words[begin].key in nouns and not named:
                row = self.words[max(0, begin - 4) : begin]
                for m in self._matches(row):
                    if m.last == len(row):
                        begin -= m.last - m.first
            elif self.words[begin].key not in _OWNERS and self.words[begin - 1].key in _OWN_WORDS and not self.context.all_caps:
                begin -= 1
        if begin and self.words[begin - 1].key in _OWN_WORDS and self._gap(begin) == " " and plain:
            begin -= 1
        return begin, end

    def _matches(self, found: Sequence[Word]) -> list[Match]:
        return self.resolver.registry.matches(found, self.context.all_caps, self.context.year, self.context.home)

    def _gap(self, at: int) -> str:
        """Return what stands between a word and the one before it."""
        return self.text[self.words[at - 1].end : self.words[at].start]

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

    def _head_of(self, span: Span) -> str:
        """Return the noun of a mention, or of those of whom it tells a number."""
        inner = self._of_whom(span) or span
        found = words(self.text, inner.start, inner.end)
        return self._head(found[1:] if found[1:] and found[0].key == "whose" else found)

    def _head(self, found: list[Word]) -> str:
        head = found[0].key
        for word in found:
            if word.key in lexicon.BREAKS:
                break
            head = word.key
        return head

    def _tells_of_one(self, span: Span) -> bool:
        """Tell whether a mention of several words is one holder of a post: "its prime minister", not "his army"."""
        head = self._head_of(span)
        return head in lexicon.POSTS and not head.endswith(("s", "men")) and len(words(self.text, span.start, span.end)) > 1

    def _is_person(self, found: list[Word], grounded: GroundedActor, head: str) -> bool:
        if head == "staff":
            return False  # "the general staff" is no general
        if head in lexicon.POSTS and not head.endswith("s"):
            return True
        matches = self._matches(found)
        if any(m.name.sense is Sense.LEADER for m in matches):
            return True
        if any(w.key in lexicon.POSTS and not w.key.endswith("s") for w in found):
            return True
        if head in SOMEBODY:
            return True
        covered = {n for m in matches for n in range(m.first, m.last)}
        # "Jack Letts, 23, a convert": the name ends at the comma.
        name = found[: next((n for n in range(1, len(found)) if "," in self.text[found[n - 1].end : found[n].start]), len(found))]
        return (
            bool(name) and name[0].capital and not covered.intersection(range(len(name))) and len(name) <= 5 and name[-1].capital
            and (not name[-1].key.endswith("s") or re.sub("['’]s$", "", name[-1].text) in self.surnames)
        )  # fmt: skip

    def _note_names(self) -> None:
        """Add the registry names that stand in the text outside the mentions."""
        taken = sorted(self.mentions)
        matches = self._matches(self.words)
        for m in matches:
            span = Span(self.words[m.first].start, self.words[m.last - 1].end)
            at = bisect_right(taken, span)
            if any(s.overlap(span) for s in taken[max(0, at - 3) : at + 2]):
                continue
            name = m.name
            following = self.words[m.last].key if m.last < len(self.words) else ""
            if name.sense is Sense.ADJECTIVE and following not in lexicon.FORCES | lexicon.POSTS:
                continue
            if name.sense is Sense.SEAT and not self._acts(m):
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
            # "Syria's president": somebody, and "he" from there on.
            person = name.sense is Sense.LEADER or self._post_follows(m.last)
            self._insert(_Entity(span, grounded, self._sentence(span.start), person, None, following, True))
        self._note_people(sorted(self.out))
        self._note_pairs()

    def _acts(self, seat: Match) -> bool:
        """Tell whether a capital is the subject of its clause, and stands for its government: "Kampala sent", "but Ankara does"."""
        before = self.words[seat.first - 1].key if seat.first and self._gap(seat.first) == " " else ""
        return (
            before not in lexicon.PLACE_WORDS | _NO_SUBJECT and _VERB.match(self.text, self.words[seat.last - 1].end) is not None
        )

    def _post_follows(self, at: int) -> bool:
        """Tell whether one holder of a post is named from a word on: "president", "foreign minister"."""
        behind = self.words[at : at + 3]
        post = next((n for n, w in enumerate(behind) if w.key in lexicon.POSTS and not w.key.endswith("s")), None)
        return post is not None and all(w.key in lexicon.STATE_MODIFIERS for w in behind[:post])

    def _note_people(self, taken: Sequence[Span]) -> None:
        """Add people named outside the mentions: by a first name that people bear, a title, or because they speak; then by surname."""
        if self.context.all_caps:
            return
        mentions = SpanIndex(taken)
        for first, last in self.capitals:
            bare = self._bare(last - 1)
            span = Span(self.words[first].start, self._bare_end(last - 1))
            known = bare in self.surnames if last - first == 1 else self._a_person(first, last)
            if not known or mentions.touches(span):
                continue
            body, name, kind = self.introductions.of(bare)
            printed = name if last - first == 1 and name else self._without_title(first, span)
            own = GroundedActor(printed, kind, None, None, "unknown", "named in the text")
            self._insert(_Entity(span, body or own, self._sentence(span.start), True, None, bare.casefold(), True))

    def _note_pairs(self) -> None:
        """Note those whom the text names together, "Ada Ito and Tom Byrne", as ``rows``; "they" may be both of two people."""
        named = [e for e in self.entities if e.named and not e.grounded.also and (e.person or e.grounded.actor_id is not None)]
        row: list[_Entity] = []
        for entity in [*named, None]:
            joint = (
                row
                and entity is not None
                and _JOINED.fullmatch(self.text, row[-1].span.end, max(row[-1].span.end, entity.span.start))
            )
            if not joint:
                if len(row) > 1 and _LAST_JOINT.search(self.text, row[-2].span.end, row[-1].span.start):
                    self.rows.append(row)
                row = []
            if entity is not None and all(e.grounded.name != entity.grounded.name for e in row):
                row.append(entity)
        for row in self.rows:
            if len(row) == 2 and all(e.person for e in row):
                both = replace(row[0].grounded, also=(row[1].grounded,), person=None)
                whole = row[0].span.cover(row[1].span)
                self._insert(_Entity(whole, both, row[0].sentence, False, row[0].role or row[1].role, "persons", True))

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last names of the people whom the text names in full."""
        full = ((first, last) for first, last in self.capitals if last - first > 1)
        return frozenset(self._bare(last - 1) for first, last in full if self._a_person(first, last))

    @cached_property
    def capitals(self) -> list[tuple[int, int]]:
        """Where up to four words in capitals stand in a row that no name on file covers: the first and the one behind."""
        covered = {n for m in self._matches(self.words) for n in range(m.first, m.last)}
        found: list[tuple[int, int]] = []
        at = 0
        while at < len(self.words):
            last = at
            while (
                last < len(self.words)
                and last not in covered
                and (self.words[last].capital or (last > at and self.words[last].key in _SMALL))
                and (last == at or self._gap(last) in (" ", "-"))
            ):
                last += 1
            while last > at and not self.words[last - 1].capital:
                last -= 1
            if 1 <= last - at <= 4:
                found.append((at, last))
            at = max(last, at + 1)
        return found

    def _bare(self, at: int) -> str:
        """Return a word without its possessive ending."""
        return self.text[self.words[at].start : self._bare_end(at)]

    def _without_title(self, first: int, span: Span) -> str:
        """Return a name without the title before it: "Ada Byrne" of "Dr Ada Byrne"."""
        titled = self.words[first].key in lexicon.HONORIFICS
        return Span(self.words[first + 1].start if titled else span.start, span.end).of(self.text)

    def _bare_end(self, at: int) -> int:
        """Return where a word ends without its possessive ending."""
        return self.words[at].end - (2 if self.words[at].text.endswith(("'s", "’s")) else 0)

    def _a_person(self, first: int, last: int) -> bool:
        """Tell whether capitals in a row are somebody's name: known first name, a title before, a verb of saying beside."""
        if ranking.gender_of([self.words[first].key]) or self.words[first].key in lexicon.HONORIFICS | _KUNYA:
            return True
        end = self.words[last - 1].end
        if _OF_A_PERSON.match(self.text, end):
            return True
        return bool(_SAYING.match(self.text[end : end + 24])) or bool(
            _SAID_NAME.search(self.text[max(0, self.words[first].start - 10) : self.words[first].start])
        )

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
        if own.reason.endswith(UNLISTED):
            return "acronym" if own.name.isupper() and len(own.name) >= 3 else ""
        if self._many_meant(found, own):
            return "sides" if head in _SIDE_NOUNS else "several"
        if "enemy" in (first, *(w.key for w in found[1:3])) and own.actor_id is None:
            return "enemy"
        if (
            first in _OWNERS
            and head in lexicon.ALLIES
            and own.actor_id is None
            and len(found) > 1
            and found[1].key not in lexicon.FORCES
        ):
            return "allies"
        if first in ("our", "my") and own.actor_id is None and head not in lexicon.KINSHIP:
            return "speaker"
        owned = lexicon.FORCES | lexicon.FIGHTERS | lexicon.POSTS | lexicon.POSSESSIONS | _OWN_MEN | _OWN_STATE
        # "Its foreign minister": held to be that of the state at war only because no other is named in these words.
        assumed = own.basis == "description" and own.actor_id is not None and own.actor_id == self.context.war_country
        if (
            (own.actor_id is None or assumed)
            and first in _OWNERS
            and any(w.key in owned for w in found[1:4])
            and found[1].key not in lexicon.ALLIES
        ):
            return _OWNERS[first]
        if own.basis == "unknown" and self._says_the_group(found):
            return "group"
        if own.basis == "unknown" and head in _BARE_FIGHTERS and self._plain_fighters(found):
            return "group"
        if own.basis == "unknown" and (self._only_counts(found) or self._those_who(found)):
            return "uncounted"
        if own.actor_id is None and own.basis in ("unknown", "description"):
            if first in lexicon.DEFINITE and len(found) <= 5 and not self._proper(found):
                if head in lexicon.GROUP_NOUNS and own.name not in _SIDES:
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
        if head in ("official", "officials", "authorities") and own.actor_id is None and self._bare_officials(found):
            return "officials"
        told = {head, *(w.key for w in found if w.key in lexicon.STATE_POSTS)}
        if of_the_war and told & (lexicon.FORCES | lexicon.POSTS) and "regime" not in {w.key for w in found}:
            return "force"
        ranked = any(w.key in lexicon.MILITARY_TITLES for w in found)
        if of_the_war and ranked and self._introduced_officer(span, found) is not None:
            return "force"
        if (
            own.basis == "unknown"
            and own.actor_id is None
            and any(w.key in lexicon.LOOSE_POSTS for w in found)
            and len(found) <= 7
        ):
            return "body"
        if own.basis == "unknown":
            plain = [w for w in found if w.key not in lexicon.HONORIFICS and (w.capital or w.key not in _SMALL)]
            if len(plain) == 1 and plain[0].text.isupper() and len(plain[0].text) >= 3 and not self.context.all_caps:
                return "acronym"
            if 1 <= len(plain) <= 2 and all(w.capital for w in plain) and plain[0].key not in lexicon.DETERMINERS:
                return "surname"
        return ""

    def _proper(self, found: Sequence[Word]) -> bool:
        """Tell whether words behind an article are somebody's own name, which refers to nobody else: "the Lantern Doctors Network"."""
        named = [w for w in found[1:] if w.capital]
        return not self.context.all_caps and len(named) > 1 and found[-1].capital

    @staticmethod
    def _only_counts(found: Sequence[Word]) -> bool:
        """Tell whether words say how many and not of whom: "at least 78", "the others", "some of them", "24 of whom"."""
        return all(w.key in _COUNTING or w.key.isdigit() for w in found) and any(w.key not in _THEMSELVES for w in found)

    @staticmethod
    def _those_who(found: Sequence[Word]) -> bool:
        """Tell whether words say what people did or where they are and not who they are: "those who left", "all on the mountain"."""
        return len(found) > 1 and found[0].key in _ANYBODY and found[1].key in lexicon.BREAKS | lexicon.PARTICIPLES

    def _many_meant(self, found: list[Word], own: GroundedActor) -> bool:
        """Tell whether words speak of so and so many who were named before: "both men", "the two countries", "the pair"."""
        # "Both armies" are not that of the state at war alone.
        if len(found) > 5 or (own.actor_id is not None and (own.basis != "description" or self._matches(found))):
            return False
        keys = [w.key for w in found]
        lead = keys[0] in ("the", "these", "those") and len(keys) > 1
        two = lead and keys[1] in _OF_TWO and keys[-1] in _SIDE_NOUNS | _ARMY_NOUNS | {"factions", "governments"}
        count = 2 if two else _HOW_MANY.get(keys[1] if lead else keys[0])
        if count is None or not (lead or two or keys[0] in ("both", "each")):
            return False
        rest = keys[2 if lead else 1 :]
        nouns = _SIDE_NOUNS | _STATE_NOUNS | _PERSON_NOUNS | _BODY_NOUNS | _ARMY_NOUNS
        return not rest or (rest[-1] in nouns and all(k in nouns | _OF_MANY for k in rest))

    def _several(self, span: Span) -> GroundedActor | None:
        """Return those of whom "both" or "the two" speak: so many of one kind, named in one sentence before, the nearest."""
        keys = [w.key for w in words(self.text, span.start, span.end)]
        count = next((_HOW_MANY[k] for k in keys if k in _HOW_MANY), 2)
        if keys[-1] in _ARMY_NOUNS | {"factions"} and (fighting := self._fighting(span, count)):
            return self._together(span, fighting)
        tests: list[Callable[[_Entity], bool]] = []
        if keys[-1] not in _STATE_NOUNS | _BODY_NOUNS:
            tests.append(lambda e: e.person and e.named)
        if keys[-1] not in _PERSON_NOUNS | _BODY_NOUNS:
            tests.append(self._is_state)
        if keys[-1] not in _PERSON_NOUNS | _STATE_NOUNS:
            tests.append(lambda e: self._body(e, [ActorKind.PARTY]))
        best: tuple[int, list[_Entity]] | None = None
        for test in tests:
            by_sentence: dict[int, dict[str, _Entity]] = {}
            for entity in self._earlier(span, _DESCRIPTION_REACH):
                if not test(entity):
                    continue
                listed = [replace(entity, grounded=a) for a in reversed(entity.grounded.also)]
                for one in (*listed, replace(entity, grounded=replace(entity.grounded, also=()))):
                    name = one.grounded.person or one.grounded.name
                    by_sentence.setdefault(entity.sentence, {}).setdefault(name, one)
            for sentence, meant in sorted(by_sentence.items(), reverse=True):
                if len(meant) == count:
                    if best is None or sentence > best[0]:
                        best = sentence, list(meant.values())
                    break
        before = self._listed_before(span, count, tests)
        if before is not None and (best is None or before[0].sentence >= best[0]):
            near = self._sentence(span.start) - before[0].sentence <= 1
            if near or not before[0].person:
                return self._together(span, before[::-1])
        if best is None and keys[-1] in _STATE_NOUNS - {"leaders", "presidents"}:
            fighting = self._fighting(span, count)
            best = (0, fighting) if fighting and all(map(self._is_state, fighting)) else None
        if (best is None or best[1][0].person) and keys[-1] not in _STATE_NOUNS | _BODY_NOUNS:
            people = self._most_told(count)
            best = (0, people[::-1]) if people is not None else best
        return self._together(span, best[1]) if best is not None else None

    def _listed_before(self, span: Span, count: int, tests: Sequence[Callable[[_Entity], bool]]) -> list[_Entity] | None:
        """Return the nearest list of so many of one kind before a mention, and near enough."""
        here = self._sentence(span.start)
        for n in range(bisect_left(self.rows, span.start, key=lambda row: row[-1].span.end) - 1, -1, -1):
            row = self.rows[n]
            if here - row[0].sentence > _DESCRIPTION_REACH:
                break
            if len(row) == count and any(all(map(test, row)) for test in tests):
                return row
        return None

    def _most_told(self, count: int) -> list[_Entity] | None:
        """Return so many people who are listed together, of whom the text tells most: "both men" of a headline too."""
        if count not in self.most_told:
            listed = (row for row in self.rows if len(row) == count and all(e.person for e in row))
            self.most_told[count] = max(listed, key=self._weight, default=None)
        return self.most_told[count]

    def _weight(self, row: Sequence[_Entity]) -> tuple[int, int]:
        """Return how often the people of a list are named in the whole text, and where they are listed."""
        return sum(self.people_told[e.grounded.person or e.grounded.name] for e in row), row[0].span.start

    @cached_property
    def people_told(self) -> Counter[str]:
        """How often the text names each person, before anybody is looked up."""
        return Counter(
            name for e in self.entities if e.person for name in {e.grounded.person or e.grounded.name, e.grounded.name}
        )

    def _together(self, span: Span, meant: Sequence[_Entity]) -> GroundedActor:
        """Return several at once, in the order in which they were named; ``meant`` has the nearest first."""
        people = [e.grounded for e in reversed(meant)]
        named = " and ".join(p.name for p in people)
        reason = f"{span.of(self.text)!r} refers to {named}, named {self._where(meant[0], span)}"
        return replace(people[0], basis="coreference", reason=reason, also=tuple(people[1:]))

    def _fighting(self, span: Span, count: int) -> list[_Entity]:
        """Return so many who fight and were named before, the nearest first: in one sentence, or as the only ones of the last few."""
        parties: dict[str, _Entity] = {}
        sentence = -1
        here: dict[str, _Entity] = {}
        for entity in self._with_arms(span, self._earlier(span, _PRONOUN_REACH)):
            grounded = entity.grounded
            if grounded.kind is not ActorKind.PARTY or not (grounded.actor_id or grounded.name in _SIDES) or grounded.also:
                continue
            if entity.sentence != sentence:
                if len(here) == count:
                    break
                sentence, here = entity.sentence, {}
            here.setdefault(grounded.name, entity)
            parties.setdefault(grounded.name, entity)
        for found in (here, parties):
            if len(found) == count:
                return list(found.values())
        return []

    def _sides(self, span: Span) -> GroundedActor | None:
        """Return both sides of the war: its state and the insurgents that the report names, or those of the war."""
        state = self._at_war()
        rebels = self.resolver.rebels(self.context)
        keys = [w.key for w in words(self.text, span.start, span.end)]
        count = next((_HOW_MANY[k] for k in keys if k in _HOW_MANY), 2)
        war = self.context.war
        # Syria's sides are the state and the opposition, whoever else fights there.
        two = war is not None and war.rebels == "rebels"
        told = two or (rebels is not None and (rebels.actor_id is not None or "rebel" in self.text.casefold()))
        if not two and (fighting := self._fighting(span, count)):
            return self._together(span, fighting)
        if state is None or rebels is None or not told or count != 2:
            return None
        reason = f"{span.of(self.text)!r}: the state at war and those who fight it"
        return replace(state.grounded, basis="coreference", reason=reason, also=(rebels,))

    def _allies(self, span: Span) -> GroundedActor | None:
        """Return who the allies or proxies of somebody are in this war, None if it is not on file."""
        said = words(self.text, span.start, span.end)
        owner, keys = said[0].key, {w.key for w in said}
        matches = self._matches(said)
        named = [
            self.resolver.known(m.name.actor, self.context, "alias", f"{span.of(self.text)!r}: named as allies")
            for m in matches
            if m.name.actor.region == "states" and m.name.actor.id != self.context.war_country
        ]
        if named:
            return replace(named[0], also=tuple(named[1:]))
        if not keys & _FIGHTING_ALLIES and len(keys) > 2:
            return None
        found = self._thing(span, Role.ACTOR) if owner in ("its", "whose", "their") else self._person(span, Role.ACTOR)
        if found is None or found.grounded.actor_id is None:
            return None
        return self.resolver.allies_of(found.grounded.actor_id, self.context)

    def _enemy(self, span: Span) -> GroundedActor | None:
        """Return whom a side calls the enemy: of a state at war the insurgents, of those the state. Who speaks decides."""
        speakers = [e for e in self._earlier(span, _DESCRIPTION_REACH) if e.role is not None and e.grounded.actor_id]
        war = self.context.war_country
        state, rebels = self._at_war(), self.resolver.rebels(self.context)
        for entity in speakers:
            if entity.grounded.actor_id == war:
                return replace(rebels, basis="coreference", reason="those who fight the state") if rebels else None
            if rebels is not None and entity.grounded.actor_id == rebels.actor_id and state is not None:
                return replace(state.grounded, basis="coreference", reason="the state that they fight", person=None, also=())
        return None

    def _says_the_group(self, found: list[Word]) -> bool:
        """Tell whether the words speak of "the group" as an owner: "one of the group's members", "the terror group's leaders"."""
        keys = [w.key for w in found[:8]]
        at = next((n for n, k in enumerate(keys) if k in _OWNING_BODIES), None)
        if at is None or at + 1 >= len(keys):
            return "group" in keys[-1:] and "of" in keys and "the" in keys
        owned = found[at].text.endswith(("'s", "’s", "s'", "s’")) or keys[at] == "groups"
        return owned and "the" in keys[:at]

    def _plain_fighters(self, found: list[Word]) -> bool:
        """Tell whether nothing in the words says whose fighters they are: "foreign fighters", "the remaining militants"."""
        matches = self._matches(found)
        named = (any(w.capital for w in found[1:]) and not self.context.all_caps) or found[0].key in lexicon.COMMUNITIES
        return (
            not matches
            and not named
            and not any(w.key in lexicon.PRO_STATE or w.key in ("pro", "anti", "proxy", "rebel") for w in found)
        )

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
            "uncounted": self._uncounted,
            "officials": self._officials,
        }
        if reference in RANKED:
            return self._ranked(span, role, reference)
        return look[reference](span, role)

    def _ranked(self, span: Span, role: Role, reference: str) -> _Entity | None:
        """Return whom the ranker holds likeliest among those named before, or around a quotation; None for nobody."""
        asked, candidates = self.question(span, role, reference)
        found = ranking.choose(asked, candidates, ranking.load_weights())
        return next((e for e in self.entities if found is not None and e.span == found.span), None)

    def question(self, span: Span, role: Role, reference: str) -> tuple[ranking.Asked, list[ranking.Candidate]]:
        """Return what the ranker is asked about a mention, and the candidates, the nearest first."""
        key = self._head(words(self.text, span.start, span.end))
        asked = ranking.Asked(span, reference, key, role, self._sentence(span.start), self._quote(span.start))
        reach = _PRONOUN_REACH + 2 if reference in ("person", "thing", "plural", "speaker") else _DESCRIPTION_REACH
        found = self._earlier(span, reach)[:_CANDIDATES]
        if reference == "speaker":
            last = bisect_right(self.entity_starts, span.end + _SPEAKER_REACH)
            first = bisect_right(self.entity_starts, span.start)
            behind = [e for e in self.entities[first:last] if e.role is Role.ORIGIN and e.sentence - asked.sentence <= 1]
            found = sorted([*found, *behind[:2]], key=lambda e: e.span.distance(span))
        if key in ("i", "me", "my", "myself"):
            found = [e for e in found if e.person or e.grounded.kind in (ActorKind.WITNESS, ActorKind.EXPERT)]
        elif reference == "group":
            # Mere people are no group, and a state is none.
            found = [e for e in found if e.grounded.inter != 7 and e.grounded.kind is not ActorKind.WITNESS] or found
            if any(w.key in ("alliance", "coalition") for w in words(self.text, span.start, span.end)):
                found = [e for e in found if _ALLIED.search(e.grounded.name)] or found
        elif reference == "person" and key in _ONE_PERSON:
            # A body is no "she", where anybody is named who may be.
            found = [e for e in found if e.person] or found
        others = self.apart.get(span, frozenset())
        names = {self.out[s].name for s in others if s in self.out}
        return asked, [
            self._candidate(e, e.span in others or e.grounded.name in names) for e in found if not e.span.overlap(span)
        ]

    def _candidate(self, entity: _Entity, apart: bool = False) -> ranking.Candidate:
        after = self.text[entity.span.end : entity.span.end + 40].casefold()
        before = self.text[max(0, entity.span.start - 12) : entity.span.start].casefold()
        return ranking.Candidate(
            entity.span,
            entity.grounded,
            entity.sentence,
            entity.person,
            entity.role,
            entity.head,
            entity.named,
            self._is_state(entity),
            entity.grounded.actor_id is not None and entity.grounded.actor_id == self.context.war_country,
            bool(_SAYING.match(after)) or bool(_SAID.search(before)),
            self._gender(entity),
            self._quote(entity.span.start),
            apart,
        )

    def _gender(self, entity: _Entity) -> str:
        """Return what the words of a mention say of a person's sex, or the first name that the text gives with a surname."""
        if not entity.person:
            return ""
        if entity.span in self.genders:
            return self.genders[entity.span]
        found = words(self.text, entity.span.start, entity.span.end)
        told = ranking.gender_of([w.key for w in found])
        if not told and found and found[-1].capital and not self.context.all_caps:
            told = self._gender_of_surname(re.sub("['’]s$", "", found[-1].text))
        self.genders[entity.span] = told
        return told

    def _gender_of_surname(self, surname: str) -> str:
        """Return what the first names that the text puts before a surname say of its bearer's sex."""
        if surname not in self.surname_genders:
            standing = (m.start() for m in re.finditer(rf"{re.escape(surname)}\b", self.text))
            firsts = (_WORD_BEFORE.search(self.text[max(0, at - 40) : at]) for at in standing)
            self.surname_genders[surname] = ranking.gender_of([m.group(1).casefold() for m in firsts if m])
        return self.surname_genders[surname]

    def _quote(self, at: int) -> int:
        """Return which quotation of the text an offset lies in, -1 if in none."""
        n = bisect_right(self.quote_starts, at) - 1
        return n if n >= 0 and at < self.quotes[n].end else -1

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
        if self._head_of(span) in lexicon.FORCES | lexicon.FIGHTERS:
            fitting = self._with_arms(span, fitting)
            fitting = [e for e in fitting if e.grounded.kind in (ActorKind.PARTY, ActorKind.GOVERNMENT)]
            return self._whose_men(span, fitting)
        # "It said": who spoke in the sentence before speaks on.
        alone = len(words(self.text, span.start, span.end)) == 1
        if alone and role is Role.ORIGIN and (speaking := [e for e in fitting if e.role is Role.ORIGIN or self._claims(e)]):
            return self._opens_sentence_before(span, speaking[0], fitting) or speaking[0]
        return self._subject_first(fitting, span)

    def _opens_sentence_before(self, span: Span, speaker: _Entity, fitting: Sequence[_Entity]) -> _Entity | None:
        """Return the body with which the sentence before begins, where whoever spoke last did so further back."""
        before = self._sentence(span.start) - 1
        if speaker.sentence >= before or not 0 < before <= len(self.starts):
            return None
        start = self.starts[before - 1]
        return next((e for e in fitting if e.sentence == before and not self.text[start : e.span.start].strip(' “"\n')), None)

    def _whose_men(self, span: Span, fitting: Sequence[_Entity]) -> _Entity | None:
        """Return whose "its troops" are: of whoever speaks or denies in the same clause, else of the nearest subject before.

        Whoever fights against them in the same event is not their master, though named nearer.
        """
        others = self.apart.get(span, frozenset())
        names = {self.out[s].name for s in others if s in self.out}
        own = [e for e in fitting if e.span not in others and e.grounded.name not in names]
        here = [e for e in own if e.sentence == self._sentence(span.start)]
        said = [e for e in self._earlier(span, 0) if e.role is Role.ORIGIN and e.grounded.actor_id and e.span not in others]
        if said and _SAYING.match(self.text, said[0].span.end):
            return said[0]  # "the M23 spokesman said its fighters"
        speaks = [e for e in here if self._claims(e)]
        if speaks and not any(e.span.start > speaks[0].span.start and e.role is not None for e in here):
            return speaks[0]
        return self._subject_first(own, span)

    def _with_arms(self, span: Span, named: Sequence[_Entity]) -> list[_Entity]:
        """Return who was named before a mention with the state's army and government where the text tells of them by no name."""
        if not named and not self.unnamed_arms:
            return []
        first = min((e.sentence for e in named), default=self._sentence(span.start) - 1)
        first = min(first, self._sentence(span.start) - 1)
        near = [e for e in self.unnamed_arms if e.span.end <= span.start and e.sentence >= first]
        return sorted([*named, *near], key=lambda e: -e.span.start)

    @cached_property
    def unnamed_arms(self) -> list[_Entity]:
        """The army, the government and the capital that the text tells of by no state's name: "the junta said", "Juba said"."""
        told: list[tuple[Span, str, GroundedActor]] = []
        found = self.words
        for n, word in enumerate(found):
            if word.key not in _ARMS or n < 1 or self._gap(n) != " ":
                continue
            followed = n + 1 < len(found) and found[n + 1].key in lexicon.PLAIN_NOUNS and self._gap(n + 1) == " "
            first = n - 1 if found[n - 1].key == "the" else n - 2
            plain = first == n - 1 or (found[n - 1].key in lexicon.STATE_MODIFIERS and self._gap(n - 1) == " ")
            if first >= 0 and found[first].key == "the" and plain and not followed:
                whole = Span(found[first].start, word.end)
                told.append((whole, word.key, self.resolver.resolve(self.text, whole, role=Role.ACTOR, context=self.context)))
        for m in self._matches(found):
            end = found[m.last - 1].end
            if m.name.sense is Sense.SEAT and _CLAIMING.match(self.text[end : end + 60]):
                state = self.resolver.known(m.name.actor, self.context, "alias", "a capital that speaks")
                told.append((Span(found[m.first].start, end), found[m.first].key, state))
        out = []
        for span, key, grounded in sorted(told, key=lambda t: t[0]):
            if grounded.actor_id is not None:
                out.append(_Entity(span, grounded, self._sentence(span.start), False, None, key, False))
        return out

    def _claims(self, entity: _Entity) -> bool:
        """Tell whether a verb of saying follows somebody who was marked as no source: "The army denied that …"."""
        return _CLAIMING.match(self.text, entity.span.end) is not None

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

    def _bare_officials(self, found: list[Word]) -> bool:
        plain = lexicon.DETERMINERS | lexicon.STATE_MODIFIERS | {"administration", "senior-level", "senior", "level", "counter"}
        return all(w.key in plain for w in found[:-1])

    def _officials(self, span: Span, role: Role) -> _Entity | None:
        """Return the state whose officials speak: the one whose government was spoken of just before, else that of the report."""
        told = lexicon.FORCES | lexicon.POSTS
        near = [e for e in self._earlier(span, 2) if self._is_state(e) and (e.role is not None or e.head in told)]
        return near[0] if near else self.governing or self._at_war()

    def _at_war(self) -> _Entity | None:
        war = self.context.war_country
        return next((e for e in self.entities if war is not None and e.grounded.actor_id == war), None)

    def _uncounted(self, span: Span, role: Role) -> _Entity | None:
        """Return the people whom "others", "most", "seven" are of; where none were named, civilians if it is done to them."""
        fitting = [e for e in self._earlier(span, 1) if not e.person and (e.grounded.inter in (2, 3, 7) or e.head.endswith("s"))]
        fitting = [e for e in fitting if e.role is not Role.ORIGIN and e.grounded.inter is not None]
        # "37 of them" points back to whoever was named last, armed or not; so does "another" who does something.
        pointing = any(w.key in ("them", "those", "whom", "these") for w in words(self.text, span.start, span.end))
        people = fitting if pointing or role is Role.ACTOR else [e for e in fitting if e.grounded.inter == 7]
        return people[0] if people else None

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
        printed = next((e for e in fitting if e.grounded.kind is ActorKind.MEDIA), fitting[0] if fitting else None)
        return printed or self._source(span, role)

    def _source(self, span: Span, role: Role) -> _Entity | None:
        fitting = [e for e in self._earlier(span, _DESCRIPTION_REACH) if e.role is Role.ORIGIN]
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
        found = words(self.text, span.start, span.end)
        head = self._head(found)
        war = self.context.war_country
        if self.governing is not None and any(w.key in _CIVIL for w in found):
            return self.governing
        if (officer := self._introduced_officer(span, found)) is not None:
            return officer
        if (sender := self._sender(span, found)) is not None:
            return sender
        if (
            found[0].key == "the"
            and len(found) <= 3
            and head in lexicon.STATE_POSTS
            and (office := self._office(span, head)) is not None
        ):
            return office
        told = lexicon.FORCES | lexicon.POSTS
        near = [e for e in self._earlier(span, _PRONOUN_REACH) if self._is_state(e) and (e.role is not None or e.head in told)]
        if any(e.grounded.actor_id == war for e in near):
            same = [e for e in near if e.head == head]
            return same[0] if same and same[0].named and same[0].grounded.actor_id != war else None
        same = [e for e in near if e.head == head]
        return same[0] if same else self._only_army(span, head)

    def _only_army(self, span: Span, head: str) -> _Entity | None:
        """Return the state of which alone the text names an army, at least twice before: "the Turkish army … the army said"."""
        if head not in _OWN_ARMY:
            return None
        if head not in self.armies:
            behind = (m for m in self.states_named if m.last < len(self.words))
            self.armies[head] = [m for m in behind if self.words[m.last].key == head]
        named = self.armies[head]
        if len({m.name.actor.id for m in named}) != 1 or named[0].name.actor.id == self.context.war_country:
            return None
        named = named[: bisect_left(named, span.start, key=lambda m: self.words[m.first].start)]
        if len(named) < 2:
            return None
        last = named[-1]
        where = Span(self.words[last.first].start, self.words[last.last].end)
        holder = self.resolver.known(last.name.actor, self.context, "alias", "whose army alone the text names")
        return _Entity(where, holder, self._sentence(where.start), False, None, head, True)

    def _sender(self, span: Span, found: Sequence[Word]) -> _Entity | None:
        """Return who sends or withdraws forces of which nothing says whose they are: "Uganda has sent 400 soldiers"."""
        if any(w.capital for w in found) and not self.context.all_caps:
            return None
        if not any(w.key in lexicon.FORCES | lexicon.FIGHTERS for w in found):
            return None
        at = bisect_left(self.word_starts, span.start) - 1
        while at >= 0 and self.words[at].key in _BEFORE_TROOPS and self._gap(at + 1) in (" ", "-"):
            at -= 1
        if at < 0 or self.words[at].key not in _SENDING or self.text[self.words[at].end : span.start].strip(" ,-").count(","):
            return None
        verb, start = self.words[at], self.starts[max(0, self._sentence(span.start) - 1)]
        before = [e for e in self._earlier(span, 0) if e.span.start >= start and e.span.end <= verb.start and not e.person]
        before = [e for e in before if e.grounded.actor_id is not None]
        return before[0] if before else None

    def _office(self, span: Span, post: str) -> _Entity | None:
        """Return the state whose post was named last with its state: "Ugandan president Ada Byrne … the president".

        None if no post of the kind was named with a state before, or that of
        the state at war was.
        """
        if post not in self.offices:
            self.offices[post] = [m for m in self.states_named if self._holds(m, post)]
        named = self.offices[post]
        at = bisect_left(named, span.start, key=lambda m: self.words[m.first].start)
        last = named[at - 1] if at else None
        if last is None or last.name.actor.id == self.context.war_country:
            return None
        where = Span(self.words[last.first].start, self.words[last.last - 1].end)
        holder = self.resolver.known(last.name.actor, self.context, "alias", "named with the post")
        return _Entity(where, holder, self._sentence(where.start), False, None, post, True)

    def _holds(self, state: Match, post: str) -> bool:
        """Tell whether a post is named with a state: "Ugandan president", "president of Uganda"."""
        behind = [w.key for w in self.words[state.last : state.last + 4] if w.key not in lexicon.BREAKS]
        before = [w.key for w in self.words[max(0, state.first - 3) : state.first]]
        return post in behind or before[-2:] == [post, "of"]

    @cached_property
    def states_named(self) -> list[Match]:
        """The names and adjectives of states in the text, in its order."""
        return [m for m in self._matches(self.words) if m.name.actor.region == "states"]

    def _introduced_officer(self, span: Span, found: Sequence[Word]) -> _Entity | None:
        """Return whose officer somebody with a bare title is, if the text introduces the name with a body: "US General Ada Byrne"."""
        bare = found[-1].text.removesuffix("'s").removesuffix("’s")
        if self.context.all_caps or not found[-1].capital or found[-1].key in lexicon.POSTS | lexicon.MILITARY_TITLES:
            return None
        if bare not in self.officers:
            self.officers[bare] = list(islice(self._officers(bare), 2))
        return next((officer for officer in self.officers[bare] if not officer.span.overlap(span)), None)

    def _officers(self, bare: str) -> Iterator[_Entity]:
        """Yield where a name is introduced with a body that its bearer is of."""
        for at in re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", self.text):
            window = self.introductions.introduction(at.start(), at.end())
            if window is None:
                continue
            holder = self.resolver.resolve(self.text, window, role=Role.ORIGIN, context=self.context)
            if holder.actor_id is not None and holder.basis == "role-of":
                yield _Entity(window, holder, self._sentence(window.start), False, None, bare.casefold(), True)

    @cached_property
    def governing(self) -> _Entity | None:
        """Return the state whose government a report is about, if that is plainly another than that of the war it mentions.

        A report on one country's citizens in another's war speaks of "the government" and "the minister" at home: some
        state's offices are named three times and more, and twice as often as those of the state at war.
        """
        told: Counter[str] = Counter()
        first: dict[str, Match] = {}
        for m in self._matches(self.words):
            following = self.words[m.last].key if m.last < len(self.words) else ""
            official = following in _CIVIL or m.name.sense in (Sense.OFFICE, Sense.LEADER)
            if m.name.actor.region == "states" and official:
                told[m.name.actor.id] += 1
                first.setdefault(m.name.actor.id, m)
        war = self.context.war_country or ""
        state, times = next(((s, n) for s, n in told.most_common() if s != war), ("", 0))
        if times < 3 or times < 2 * told[war]:
            return None
        match = first[state]
        span = Span(self.words[match.first].start, self.words[match.last - 1].end)
        grounded = self.resolver.known(match.name.actor, self.context, "alias", "whose government the report is about")
        return _Entity(span, grounded, self._sentence(span.start), False, None, "government", True)
