"""Who a surname, or letters, stand for: where the text introduces their bearer in full.

"Jane Doe, a spokeswoman for the Red Cross": from there on "Doe" speaks for
the Red Cross. Posts stand before a name, behind it, or before it and a
comma; who speaks for nobody keeps the full name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor_name import person_named, plain_name
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.prose import Prose
from fogline.grounding.registry import Sense, words
from fogline.grounding.spoken_for import WHO_SPEAKS_FOR
from fogline.grounding.unlisted_groups import UNLISTED
from fogline.reading.reading import Role
from fogline.span import Span

# A post behind a name without a comma, as some outlets print: "Ada Byrne the head of the mission said".
_POST_BEHIND = re.compile(
    r" (?:the |a |an |[A-Z][\w.]+ )[^.,;:“”\"\n]{3,100}?(?= (?:said|says|told|added|reportedly|warned|who|has|was)\b)"
)
# An apposition ends where the sentence goes on with a verb: "Ada Byrne, a grocer who knew them, *had* written"; not "…, *based* in Orvat".
_APPOSITION = re.compile(
    r"(?:, \d+(?=,))?(?:,(?! who| which| and| but| said| told| has| was)|\s\(| is| of| from)[^.;:“”\"\n]{3,160}?"
    r"(?=, (?:said|told|who|has|was|which|and|whose|had|have|were|is|are|will|would|can|could|may|might|did|does|wrote|went|came|left|took"
    r"|[a-z]+ed(?! (?:by|in|at|on|from|with|to|as|for|near)\b))\b"
    r"|[.;:“”\"\n)]|,? (?:said|told|says)\b|$)"
)
# In capitals no name shows itself, and a verb ends it: "SHELLED ORVAT".
_PAST = re.compile(r"[a-z]{2,}ed")
_NO_VERBS = frozenset(
    [
        "united",
        "allied",
        "armed",
        "retired",
        "ahmed",
        "mohammed",
        "mohamed",
        "hamed",
        "sayed",
        "saeed",
        "majed",
        "walid",
        "combined",
        "unified",
    ]
)
_VERBS_OF_SAYING = frozenset(["said", "says", "told", "added", "with", "to", "the", "a", "an", "is", "was"])


class Introductions:
    """Where one report introduces the people and letters that it names by a word.

    ``governing`` tells the state whose government the report is about, if
    that is not the one at war.
    """

    def __init__(self, prose: Prose, governing: Callable[[], GroundedActor | None]) -> None:
        self.prose, self.governing = prose, governing
        self.lower = frozenset(w.text for w in prose.words if w.text.islower())
        self._known: dict[tuple[str, Role], tuple[GroundedActor | None, str, ActorKind]] = {}

    def of(self, bare: str, role: Role = Role.ORIGIN) -> tuple[GroundedActor | None, str, ActorKind]:
        """Return the body that the bearer of a surname is introduced with, or the full name and the kind of voice.

        Some speak for a body, and are a person where something is done to them: a mayor does so.
        """
        if (bare, role) not in self._known:
            self._known[bare, role] = self._introduced_as(bare, role)
        return self._known[bare, role]

    def surname(self, span: Span, own: GroundedActor, role: Role) -> GroundedActor:
        """Return whom a person known only by surname speaks for, from where the text introduces them in full."""
        found = self.prose.words_in(span)
        first = next(w for w in found if w.key not in lexicon.HONORIFICS)
        printed = self.prose.text[first.start : found[-1].end]
        bare = printed.removesuffix("'s").removesuffix("’s")
        body, full, kind = self.of(bare, role)
        if body is not None:
            return replace(body, person=body.person or self._full_name(bare))
        if full and self._whole(bare):
            full = plain_name(bare, self.prose.context.all_caps)
        name = full or plain_name(bare, self.prose.context.all_caps)
        return replace(
            own,
            name=name,
            kind=kind,
            basis="coreference" if full else own.basis,
            reason=f"named in full as {full}" if full else own.reason,
        )

    def _whole(self, bare: str) -> bool:
        """Tell whether words are a first name and a surname: their last stands alone besides, as of "Thursday Ada Byrne" Byrne does."""
        given, _, surname = bare.rpartition(" ")
        alone = rf"(?<!{re.escape(given)} )(?<![\w-]){re.escape(surname)}(?!\w)"
        return bool(given) and re.search(alone, self.prose.text) is not None

    def _full_name(self, bare: str) -> str | None:
        """Return a surname with the first names that the text gives it, None if it stands nowhere in full."""
        if self.prose.context.all_caps:
            return None
        for at in re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", self.prose.text):
            window = self.introduction(at.start(), at.end())
            if window is not None:
                found = words(self.prose.text, window.start, at.end())
                named = person_named(self.prose.registry, self.prose.text, found, self.prose.context)
                if named is not None and named.endswith(bare):
                    return named
        return None

    def _introduced_as(self, bare: str, role: Role) -> tuple[GroundedActor | None, str, ActorKind]:
        """Return the body that the bearer of a surname is introduced with, or the full name and the kind of voice."""
        full = ""
        kind = ActorKind.OTHER
        plain = re.sub(r"^(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]d|[Aa]n|[Aa]r)-", "", bare)
        for at in re.finditer(
            rf"(?<!\w)(?:(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]d|[Aa]n|[Aa]r)-)?{re.escape(plain)}(?!\w)",
            self.prose.text,
            re.IGNORECASE if self.prose.context.all_caps else 0,
        ):
            window = self.introduction(at.start(), at.end())
            if window is None:
                if (led := self._led(bare, at.end())) is not None:
                    return led, "", kind
                continue
            post = self._post_before(at.start())
            if post is not None:
                holder = self.prose.resolve(post, role)
                if holder.actor_id is not None:
                    reason = f"{bare} is introduced as {' '.join(post.of(self.prose.text).split())!r}"
                    return replace(holder, basis="coreference", reason=reason), "", kind
            if (led := self._led(bare, max(window.end, at.end()))) is not None:
                return led, "", kind
            before = self._post_and_comma(window.start)
            if before is not None:
                holder = self.prose.resolve(before, role)
                if holder.actor_id is not None and holder.basis in ("role-of", "description", "alias"):
                    reason = f"{bare} is introduced as {' '.join(before.of(self.prose.text).split())!r}"
                    holder = self._at_home(holder)
                    return replace(holder, basis="coreference", reason=reason, also=()), "", kind
            introduced = self.prose.resolve(window, role)
            if introduced.actor_id is not None and introduced.basis in ("role-of", "description"):
                reason = f"{bare} is introduced as {' '.join(window.of(self.prose.text).split())!r}"
                introduced = self._at_home(introduced)
                return replace(introduced, basis="coreference", reason=reason), "", kind
            short = role is not Role.TARGET and introduced.actor_id is not None and introduced.basis == "alias"
            if short and self._is_short_for(bare, at.end()):
                return (
                    replace(introduced, basis="coreference", reason=f"{bare} is short for a name of {introduced.name}"),
                    "",
                    kind,
                )
            if (
                not full
                and introduced.actor_id is None
                and introduced.name.casefold().endswith(bare.casefold())
                and len(introduced.name) > len(bare)
            ):
                full, kind = introduced.name, introduced.kind
            elif introduced.kind is not ActorKind.OTHER and kind is ActorKind.OTHER and introduced.actor_id is None:
                kind = introduced.kind
        if (
            not full
            and not self.prose.context.all_caps
            and " " not in bare
            and (first := re.search(rf"(?<!\w){re.escape(bare)}(?: [A-Z][\w’'-]+){{1,2}}", self.prose.text))
        ):
            # A first name alone: "Ada" of "Ada Byrne".
            whole = re.sub(r"['’]s$", "", first.group())
            span = Span(first.start(), first.start() + len(whole))
            known = self.prose.resolve(span, Role.ACTOR)
            if known.actor_id is not None:
                return replace(known, basis="coreference", reason=f"{bare} is {whole}", also=()), "", kind
            full = whole
        return None, full, kind

    def _is_short_for(self, bare: str, end: int) -> bool:
        """Tell whether a group's name of several words ends with a word that stands under an article too: "the Herons" of "Orvat Herons"."""
        last = bisect_left(self.prose.word_starts, end)
        row = self.prose.words[max(0, last - 5) : last]
        ends = [m for m in self.prose.matches(row) if m.last == len(row) and m.last - m.first > 1]
        group = any(m.name.sense is Sense.NAME and m.name.actor.region != "states" for m in ends)
        return group and bare.endswith("s") and re.search(rf"\b[Tt]he {re.escape(bare)}(?!\w)", self.prose.text) is not None

    def _led(self, bare: str, end: int) -> GroundedActor | None:
        """Return the body that somebody leads by the clause behind the name: "Ada Byrne, who heads the council's mission"."""
        heads = WHO_SPEAKS_FOR.match(self.prose.text, end)
        led = self.prose.resolve(Span(heads.start(1), heads.end(1)), Role.ORIGIN) if heads is not None else None
        if heads is None or led is None or led.actor_id is None or led.basis not in ("alias", "role-of"):
            return None
        return replace(led, basis="coreference", reason=f"{bare}{heads.group()!r}", also=())

    def introduction(self, start: int, end: int) -> Span | None:
        """Return the stretch in which a name is introduced: posts and first names before it, an apposition behind it."""
        at = bisect_right(self.prose.word_starts, start) - 1
        first = at
        while first > 0 and at - first < 8:
            before = self.prose.words[first - 1]
            gap = self.prose.text[before.end : self.prose.words[first].start]
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
            if self.prose.context.all_caps and _PAST.fullmatch(before.key) and before.key not in _NO_VERBS:
                break
            if (
                self.prose.context.all_caps
                or before.capital
                or before.key in allowed
                or (self._a_post_follows(first) and before.key not in _VERBS_OF_SAYING and gap == " ")
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
            first = self._name_before(first)
        stop = end
        apposition = re.match(r"(?:,? (?:who is )?| \()(?:\d+, )?(?=[a-zA-Z])", self.prose.text[end:])
        if re.match(r",|\s\(| (?:is|of|from) ", self.prose.text[end:]) and apposition:
            clause = _APPOSITION.match(self.prose.text[end:])
            if clause:
                stop = end + clause.end()
        elif (bare_post := _POST_BEHIND.match(self.prose.text[end : end + 120])) and any(
            w.key in lexicon.POSTS for w in words(bare_post.group())
        ):
            stop = end + bare_post.end()
        # A sentence's first word stands in capitals without being a name: "Did Bali …", "Describing Bali …".
        while first < at and self.prose.words[first].capital and not self.prose.context.all_caps and self._opens_sentence(first):
            first += 1
        begin = self.prose.words[first].start
        if begin == start and stop == end:
            return None
        return Span(begin, stop)

    def _name_before(self, at: int) -> int:
        """Return where a name of several words begins that ends at a word, the word itself if none does."""
        row = self.prose.words[max(0, at - 4) : at + 1]
        for m in self.prose.matches(row):
            if m.last == len(row) and m.last - m.first > 1:
                return at + 1 - (m.last - m.first)
        return at

    def _a_post_follows(self, at: int) -> bool:
        """Tell whether a lower-case post stands at a word or just behind it: "*response* director Ada Byrne"."""
        return any(not w.capital and w.key in lexicon.POSTS for w in self.prose.words[at : at + 2])

    def _opens_sentence(self, at: int) -> bool:
        word = self.prose.words[at]
        before = self.prose.text[max(0, word.start - 20) : word.start].rstrip("“\"'‘ \n")
        if before and before[-1] not in '.?!:”"' and self.prose.text[word.start - 1 : word.start] not in ("\n", "“"):
            return False
        return (
            word.text.lower() in self.lower
            or word.key.endswith("ing")
            or word.key in lexicon.BREAKS
            or word.key in lexicon.SENTENCE_OPENERS
        )

    def _post_before(self, start: int) -> Span | None:
        """Return a post of some body that stands before a name: "member of the council's committee Jane Doe"."""
        clause = re.search(r"[^.,;:“”\"\n]{3,110}$", self.prose.text[max(0, start - 111) : start])
        if clause is None:
            return None
        begin = start - len(clause.group())
        found = words(self.prose.text, begin, start)
        for n in range(len(found) - 1, -1, -1):
            if found[n].key in lexicon.POSTS and n + 1 < len(found) and found[n + 1].key in ("of", "for", "at", "in"):
                named = self.prose.matches(found[n:])
                return Span(found[n].start, found[n + named[-1].last - 1].end) if named else None
        return None

    def _at_home(self, holder: GroundedActor) -> GroundedActor:
        """Return the state whose government the report is about where a post alone was held to be that of the state at war."""
        assumed = holder.basis == "description" and holder.actor_id == self.prose.context.war_country
        return (self.governing() if assumed else None) or holder

    def _post_and_comma(self, start: int) -> Span | None:
        """Return the post that stands before a name and a comma: "the Hungarian foreign minister, Jane Doe"."""
        last = bisect_left(self.prose.word_starts, start) - 1
        if last < 1 or self.prose.text[self.prose.words[last].end : start] != ", ":
            return None
        at = next((n for n in range(last, max(-1, last - 6), -1) if self.prose.words[n].key in lexicon.POSTS), None)
        if at is None or any(self.prose.gap(n) not in (" ", "-") for n in range(at + 1, last + 1)):
            return None
        first = at
        while first > 0 and at - first < 7 and self.prose.gap(first) in (" ", "-"):
            before = self.prose.words[first - 1]
            told = before.capital or before.key in lexicon.STATE_MODIFIERS or before.key in lexicon.POSTS | lexicon.FORMER
            if not told or before.key in lexicon.BREAKS:
                break
            first -= 1
        return Span(self.prose.words[first].start, self.prose.words[last].end)

    def acronym(self, span: Span, own: GroundedActor) -> GroundedActor:
        """Return the long name that the text gives for letters: "Movement for X and Y (MXY)"."""
        letters = own.name if own.reason.endswith(UNLISTED) else span.of(self.prose.text).split()[-1].strip("()[]'’")
        for at in re.finditer(rf"[(\[]{re.escape(letters)}[)\]]", self.prose.text):
            upto = bisect_right(self.prose.word_starts, at.start())
            before = self.prose.words[max(0, upto - len(letters) - 4) : upto]
            for n in range(len(before)):
                initials = "".join(w.text[0] for w in before[n:] if w.capital)
                if initials.casefold() == letters.casefold() and before[n].capital:
                    long = Span(before[n].start, before[-1].end)
                    grounded = self.prose.resolve(long, Role.ACTOR)
                    return replace(grounded, basis="coreference", reason=f"{letters} is short for {long.of(self.prose.text)!r}")
        return own
