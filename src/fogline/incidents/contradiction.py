"""Where claims of one incident cannot all be right, and where they only follow each other. Nobody is declared the winner."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fogline.claims.claim import ActorMention, Claim, Count
from fogline.grounding.grounding import ActorKind
from fogline.incidents.accounts import claim_order, sentence_around
from fogline.incidents.affiliation import CIVILIANS, WHOSE_UNSAID, allied, is_side, key_of, lineage_of, related
from fogline.incidents.figures import Said, current, is_vague, said_of
from fogline.incidents.forms import SAME_FORM, is_physical, type_bits
from fogline.incidents.incident import Contradiction, ContradictionKind
from fogline.incidents.lineage import RETRACTED, Standing, origin_keys, sources_of
from fogline.incidents.people import count_others, kind_of
from fogline.incidents.signals import is_fine
from fogline.incidents.words import content_words, place_words
from fogline.intake.report import Report
from fogline.reading.reading import Modality

# First tolls are noisy: 5 and 8 dead of one raid is no dispute. Exact figures
# are in dispute if the higher is half again the lower and five more, minimums
# if it is twice and ten more ("at least 10" and "at least 75" could both be
# true, and yet nobody would call it one account).
EXACT_APART, EXACT_MORE = 1.5, 5
MINIMUMS_APART, MINIMUMS_MORE = 2.0, 10


# What is counted of people harmed; figures of fighters or of people in flight are estimates that nobody reconciles.
_HARMED = frozenset({"killed", "injured", "detained", "missing"})

# "No casualties", "nobody was hurt": what is said not to have befallen anybody, by the words for it.
_UNHURT = {
    "killed": re.compile(r"\b(?:casualt\w+|victims?|fatal\w*|dead|deaths?|died?|killed|hurt|harmed)\b", re.IGNORECASE),
    "injured": re.compile(r"\b(?:casualt\w+|victims?|hurt|harmed|injur\w+|wounded)\b", re.IGNORECASE),
}
# "The army had not killed them" denies the deed, "nobody was killed" does not.
_KILLING = re.compile(r"\b(?:killed|harmed|hurt|wounded|injured)\b", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:no|nobody|none|neither)\b", re.IGNORECASE)
# "No immediate reports of casualties": not known yet.
_NOT_HEARD_OF = re.compile(r"\b(?:no|without|any|nor)\s+(?:\w+\s+){0,2}?(?:reports?|word|news|information|details|indications?|signs?)\s+(?:of|on|about|that)\b", re.IGNORECASE)  # fmt: skip

# A higher figure published later may simply know more, up to so many times the lower.
GROWTH = 4.0

# Words that leave open which of two did it: "unclear whether Syrian or Russian planes", "could not say whose aircraft".
_OPEN = r"(?:(?:un|not (?:immediately |yet )?)clear|not (?:immediately |yet )?known|unknown|could not (?:determine|say|tell)|unable to (?:determine|say|tell))"
_OPEN_WHO = re.compile(
    rf"\b{_OPEN}\s+(?:(?:\w+\s+){{0,2}}(?:whose|which (?:side|planes|aircraft|forces|country))\b"
    r"|(?:if|whether)\b[^.]{0,90}\b(?:planes?|aircraft|warplanes?|jets?|helicopters?|forces|army|carried out|behind|responsible|fired)\b[^.]{0,60}\bor\b"
    r"|(?:if|whether)\b[^.]{0,60}\bor\b[^.]{0,60}\b(?:planes?|aircraft|warplanes?|jets?|helicopters?|forces|army|carried out|behind|responsible|fired)\b)",
    re.IGNORECASE,
)


# Of what the codebook calls a refusal only this disputes what happened: a road that is blocked or an offer that is turned down does not.
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|disput\w*|reject\w*|dismiss\w*|refut\w*|disown\w*|disavow\w*|contradict\w*"
    r"|no (?:role|part|hand|involvement)|not (?:responsible|involved|behind)|false|untrue|incorrect|unfounded|baseless)\b",
    re.IGNORECASE,
)

_OR = re.compile(r"\bor\b", re.IGNORECASE)

# "Syrian or Russian warplanes", "army or rebel shelling": the teller leaves open whose it was.
_WHOSE = r"(?:[A-Z][\w'-]+|regime|government|army|rebel|coalition|allied)"
_EITHER = re.compile(
    rf"\b{_WHOSE}\s+or\s+(?:[a-z]+\s+)?{_WHOSE}\s+(?:\w+\s+){{0,2}}?"
    r"(?:planes?|war ?planes?|aircraft|jets?|helicopters?|drones?|air ?strikes?|strikes?|air raids?|raids?|bombing|bombardment|shelling|shells|rockets?|missiles?)\b"
)

# "Planes believed to be Russian or Syrian", "jets of either Syria or Russia".
_WINGS = r"(?:planes?|war ?planes?|aircraft|jets?|helicopters?|drones?)"
_EITHER_AFTER = re.compile(
    rf"\b(?i:{_WINGS})\b[^.;]{{0,20}}\b(?:believed|thought|suspected|presumed|said) to be (?:either )?(?:from |of )?{_WHOSE}\s+or\s+(?:of |from )?{_WHOSE}\b"
)

# "The shelling had not stopped", "they have not advanced", "the assault will fail": what does not end, gains nothing or is
# foretold is not denied.
_GOES_ON = re.compile(
    r"\b(?:stop\w*|ceas\w*|end(?:ed|s)?|halt\w*|let up|subsid\w*|abat\w*|paus\w*|slow\w*|advanc\w*|progress\w*|will)\b",
    re.IGNORECASE,
)

# Ground of which only a part is named, and ground that changed hands again: two takers of it are no dispute.
_PART_OF_IT = re.compile(
    r"\b(?:parts?|neighbou?rhoods?|districts?|quarters?|villages|towns|areas?|outskirts|edges?|roads?|routes?|countryside|several|some|half)\b",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\b(?:re-?captur\w*|re-?tak\w*|retook|regain\w*|re-?conquer\w*|(?:won|took|taken|win|take) back)\b", re.IGNORECASE
)

# "Repelled the assault", "the attack was foiled".
_REPELLED = re.compile(
    r"\b(?:repel\w*|repuls\w*|foil\w*|thwart\w*|fend\w* off|beat\w* (?:back|off)|fail(?:ed|s) (?:to|bid|attempt|assault|attack|offensive|push)|driv\w+ back|drove back)\b",
    re.IGNORECASE,
)

# What a side does that gives way. The type alone is no witness: advances and roads that are closed are read as withdrawals too.
_GAVE_WAY = re.compile(
    r"\b(?:with ?dr[ae]w\w*|retreat\w*|pull\w* (?:back|out)|f(?:led|lee\w*)|left|leav\w+|abandon\w*|g[ai]ve\w* (?:up|way)|los(?:t|es?|ing)"
    r"|surrender\w*|lay\w* down|laid down|evacuat\w*|forced (?:out|back|from)|driven (?:out|back|from))\b",
    re.IGNORECASE,
)

# Doers that are descriptions: whose they are is what the dispute would be about.
_NO_SIDE = WHOSE_UNSAID | {"militants", "gunmen", "attackers", "terrorists", "civilians", "insurgents"}


def contradictions(claims: Sequence[Claim], reports: Mapping[str, Report]) -> tuple[Contradiction, ...]:
    """Return the contradictions and updates among an incident's claims, at most one of a kind for any two origins."""
    live = [c for c in sorted(claims, key=claim_order) if RETRACTED not in c.flags]
    out = [
        *_denials(live, reports),
        *(_undecided(live, reports) or _cause_left_open(live, reports)),
        *_responsibility(live, reports),
        *_form(live, reports),
        *_control(live, reports),
        *_outcome(live, reports),
    ]
    for what, said in sorted(said_of(live, reports).items()):
        out += _updates(what, said)
        if what in _HARMED:
            out += _figures(what, [*said, *_none(live, reports, what)])
    return tuple(out)


def is_dispute(contradiction: Contradiction) -> bool:
    return contradiction.kind is not ContradictionKind.UPDATE


def _figures(what: str, said: Sequence[Said]) -> list[Contradiction]:
    found = []
    now = [s for s in current(said) if s.source.standing is not Standing.UNSOURCED and not is_vague(s.count)]
    for n, one in enumerate(now):
        for other in now[n + 1 :]:
            small, large = (one, other) if one.size <= other.size else (other, one)
            if count_others(small.count.who, large.count.who) or _own_losses(small, large) or _own_losses(large, small):
                continue
            if not _apart(small, large) or _may_have_grown(small, large):
                continue
            explanation = f"{what}: {small.source.name} says {small.count.text!r}, {large.source.name} {large.count.text!r}"
            found.append(Contradiction(ContradictionKind.FIGURE, small.claim.id, large.claim.id, explanation))
    return found


def _none(claims: Sequence[Claim], reports: Mapping[str, Report], what: str) -> list[Said]:
    """Return who says that nobody was killed or injured, as a figure of none."""
    return [
        Said(claim, count, source)
        for claim in claims
        if _spares(claim) and _NOT_HEARD_OF.search(claim.quote) is None
        for count in _nobody(claim)
        if count.what == what
        for source in sources_of(claim, reports.get(claim.report_id))
    ]


def _spares(claim: Claim) -> bool:
    """Return whether a negation says that nobody was hurt: that it happened at all, "no casualties" leaves standing.

    A doer who "did not kill" denies the deed.
    """
    return claim.modality is Modality.NEGATED and bool(_nobody(claim))


def _nobody(claim: Claim) -> list[Count]:
    """Return the figures of none that a negation gives: by its counts, else by its words for harm; [] if it gives others or none."""
    harm = [c for c in claim.counts if c.what in _UNHURT]
    if harm:
        return harm if all(c.high == 0 for c in harm) else []
    if _KILLING.search(claim.trigger) and any(map(is_side, claim.actor)) and _NOBODY.search(claim.quote) is None:
        return []
    who = next((t.text for t in claim.target if t.text), None)
    return [
        Count(what, who, 0, 0, claim.trigger, claim.trigger_span) for what, word in _UNHURT.items() if word.search(claim.trigger)
    ]


def _own_losses(said: Said, other: Said) -> bool:
    """Return whether a side counts its own dead, and the other figure others too: "two of our soldiers" disputes no toll of 19 people."""
    its_own = any(related(said.source.name, t.name) for t in said.claim.target)
    return its_own and kind_of(said.count.who) != kind_of(other.count.who)


def _may_have_grown(small: Said, large: Said) -> bool:
    """Return whether the lower figure can be an earlier state of the higher one."""
    known = small.claim.published_on is not None and large.claim.published_on is not None
    return known and small.day < large.day and large.size <= GROWTH * max(1, small.size)


def _apart(small: Said, large: Said) -> bool:
    if small.high is not None and large.low is not None:
        return small.high < large.low and large.low >= EXACT_APART * small.high and large.low - small.high >= EXACT_MORE
    return large.size >= MINIMUMS_APART * small.size and large.size - small.size >= MINIMUMS_MORE


def _updates(what: str, said: Sequence[Said]) -> list[Contradiction]:
    found = []
    last: dict[str, Said] = {}
    for s in said:
        if s.source.standing is Standing.UNNAMED:
            continue
        before = last.get(s.source.key)
        if before is not None and s.day > before.day and s.size != before.size:
            word = "grew" if s.size > before.size else "was lowered"
            explanation = (
                f"{what}: {s.source.name}'s figure {word} from {before.count.text!r} ({before.day}) to {s.count.text!r} ({s.day})"
            )
            found.append(Contradiction(ContradictionKind.UPDATE, before.claim.id, s.claim.id, explanation))
        if before is None or (s.day, s.size) >= (before.day, before.size):
            last[s.source.key] = s
    return found


def _denials(claims: Sequence[Claim], reports: Mapping[str, Report]) -> list[Contradiction]:
    """One says it did not happen, or denies having done it; another says it did."""
    asserted = [c for c in claims if c.modality is Modality.ACTUAL and _deniable(c)]
    found: dict[frozenset[str], Contradiction] = {}
    for claim in claims:
        negated = (
            claim.modality is Modality.NEGATED
            and _deniable(claim)
            and not _spares(claim)
            and _GOES_ON.search(claim.quote) is None
        )
        refused = claim.type == "reject" and claim.modality is Modality.ACTUAL and _DENIES.search(claim.trigger) is not None
        if not negated and not refused:
            continue
        who = frozenset(key_of(a.name) for a in claim.actor) if refused else origin_keys(claim, reports.get(claim.report_id))
        against = next(
            (
                c
                for c in asserted
                if not (origin_keys(c, reports.get(c.report_id)) & who)
                # A report does not take back in its own voice what it has just told.
                and not (negated and not claim.origin and c.report_id == claim.report_id)
                and (_answers(claim, c) if refused else _same_matter(c, claim))
            ),
            None,
        )
        if against is None or who in found:
            continue
        names = (
            ", ".join(a.name for a in claim.actor)
            if refused and claim.actor
            else ", ".join(s.name for s in sources_of(claim, reports.get(claim.report_id)))
        )
        said_by = ", ".join(s.name for s in sources_of(against, reports.get(against.report_id)))
        verb = "denies it" if refused else "says that it did not happen"
        found[who] = Contradiction(
            ContradictionKind.DENIAL,
            against.id,
            claim.id,
            f"{said_by} says “{against.quote}”; {names or 'someone'} {verb}: “{claim.quote}”",
        )
    return list(found.values())


def _deniable(claim: Claim) -> bool:
    """Return whether a claim tells of something on the ground, the movement of troops included."""
    return is_physical(claim.type) or claim.type == "mobilize"


def _same_matter(claim: Claim, negated: Claim) -> bool:
    """Return whether a negation weighs against a claim: one of its own type that shares its doer or telling words."""
    if claim.type != negated.type:
        return False
    if {key_of(a.name) for a in negated.actor if is_side(a)} & {key_of(a.name) for a in claim.actor}:
        return True
    places = {w for c in (claim, negated) if c.place for n in (c.place.name, c.place.text) if n for w in place_words(n)}
    return bool((content_words(negated.quote) & content_words(claim.quote)) - places)


def _answers(refusal: Claim, claim: Claim) -> bool:
    """Return whether a refusal speaks of what a claim asserts: the doer refuses, or place or telling words are shared."""
    if {key_of(a.name) for a in refusal.actor} & {key_of(a.name) for a in claim.actor}:
        return True
    same_place = refusal.place is not None and claim.place is not None and refusal.place.name == claim.place.name
    return same_place or bool(content_words(refusal.quote) & content_words(claim.quote))


def _undecided(claims: Sequence[Claim], reports: Mapping[str, Report]) -> list[Contradiction]:
    """One origin itself leaves open which of two did it: "Syrian or Russian aircraft", "it was not clear whose"."""
    for claim in claims:
        if claim.modality not in (Modality.ACTUAL, Modality.POSSIBLE):
            continue
        if claim.type in ("accuse", "reject") or is_physical(claim.type):
            own = _words_around(claim, reports.get(claim.report_id), 0)
            if _EACH_OTHER.search(own):
                return [
                    Contradiction(
                        ContradictionKind.RESPONSIBILITY,
                        claim.id,
                        claim.id,
                        f"the sides blame each other for it: “{own.strip()}”",
                    )
                ]
        if not is_physical(claim.type):
            continue
        words = _words_around(claim, reports.get(claim.report_id))
        texts = [a.text for a in claim.actor if a.text]
        either = _OR.search(words) is not None and any(
            re.search(rf"{re.escape(a)}\W+(?:\w+\W+){{0,2}}or\W+(?:\w+\W+){{0,2}}{re.escape(b)}", words, re.IGNORECASE)
            for a in texts
            for b in texts
            if a != b
        )
        if either or _EITHER.search(claim.quote) or _EITHER_AFTER.search(claim.quote) or _OPEN_WHO.search(words):
            said_by = ", ".join(s.name for s in sources_of(claim, reports.get(claim.report_id)))
            return [
                Contradiction(
                    ContradictionKind.RESPONSIBILITY, claim.id, claim.id, f"{said_by} leaves open who did it: “{claim.quote}”"
                )
            ]
    return []


_CAUSE_OPEN = re.compile(rf"\b{_OPEN} (?:exactly )?what (?:had |has )?caused\b|\bcause of the (?:blast|explosion|crash|fire)s? (?:was|is|remain\w*) (?:un(?:clear|known)|not (?:clear|known))", re.IGNORECASE)  # fmt: skip


def _cause_left_open(claims: Sequence[Claim], reports: Mapping[str, Report]) -> list[Contradiction]:
    """One origin says that what caused a blast is not known, another names a suicide bomber, or a side that did it."""
    for claim in claims:
        if not is_physical(claim.type) or not claim.origin:
            continue
        if _CAUSE_OPEN.search(_words_around(claim, reports.get(claim.report_id), 0)) is None:
            continue
        mine = origin_keys(claim, reports.get(claim.report_id))
        for other in claims:
            names = other.type == "suicide-bomb" or (other.type == "explosive" and _sides_of(other.actor))
            if not names or not other.origin or other.modality is not Modality.ACTUAL:
                continue
            if mine & origin_keys(other, reports.get(other.report_id)):
                continue
            one = ", ".join(s.name for s in sources_of(claim, reports.get(claim.report_id)))
            two = ", ".join(s.name for s in sources_of(other, reports.get(other.report_id)))
            explanation = f"{one} leaves open what caused it (“{claim.quote}”); {two} says “{other.quote}”"
            return [Contradiction(ContradictionKind.RESPONSIBILITY, claim.id, other.id, explanation)]
    return []


_SUICIDE = re.compile(
    r"\bsuicide\b|\bkamikaze\b|\bmartyrdom operation\b|\b(?:blew|blow\w*) (?:him|her|them)sel(?:f|ves) up\b", re.IGNORECASE
)
_LEFT_BEHIND = re.compile(
    r"\b(?:planted|hidden|concealed|roadside|parked|timed|remote[- ]?controlled|remotely detonated) (?:\w+ ){0,2}?(?:bombs?|devices?|explosives?|mines?|ied)\b"
    r"|\b(?:bombs?|devices?|explosives?|mines?) (?:(?:was|were|had been|that was|that were) )?(?:placed|left|laid|planted|hidden|concealed)\b"
    r"|\bplant(?:ed|ing) (?:\w+ ){0,2}?(?:bombs?|devices?|explosives?|mines?)\b|\btime[- ]bombs?\b|\bbooby[- ]trap\w*",
    re.IGNORECASE,
)
_TWO_BOMBS = re.compile(
    r"\b(?:two|twin|double|a pair of)[ -](?:(?:suicide|car|truck|lorry|roadside|near|simultaneous|powerful|large|huge|vehicle)[ -]){0,3}(?:bomb(?:s|ings?|ers?)?|blasts?|explosions?)\b",
    re.IGNORECASE,
)
_ONE_BOMB = re.compile(
    r"\b(?:a|one|a single|only one) (?:(?:suicide|truck|car|lorry|vehicle|large|huge|massive|powerful|vehicle-borne|motorcycle)[ -]){0,3}(?:bomb|bomber|bombing|blast|explosion)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Bombing:
    """What one claim of a bombing says of its form; ``suicide_told`` and ``two_told`` are of its report as a whole."""

    claim: Claim
    origins: frozenset[str]
    died: bool
    left_behind: bool
    two: bool
    one: bool
    suicide_told: bool
    two_told: bool


def _bombings(claims: Sequence[Claim], reports: Mapping[str, Report]) -> list[_Bombing]:
    of_report: dict[str, tuple[bool, bool]] = {}  # one look through a report, however many bombings it tells
    out = []
    for claim in claims:
        report = reports.get(claim.report_id)
        words = _words_around(claim, report, 0)
        if claim.report_id not in of_report:
            whole = report.text if report is not None else words
            of_report[claim.report_id] = _SUICIDE.search(whole) is not None, _TWO_BOMBS.search(whole) is not None
        suicide_told, two_told = of_report[claim.report_id]
        bombing = _Bombing(
            claim,
            origin_keys(claim, report),
            died=_SUICIDE.search(words) is not None,
            left_behind=_LEFT_BEHIND.search(words) is not None,
            two=_TWO_BOMBS.search(words) is not None,
            one=_ONE_BOMB.search(words) is not None,
            suicide_told=suicide_told,
            two_told=two_told,
        )
        out.append(bombing)
    return out


def _form(claims: Sequence[Claim], reports: Mapping[str, Report]) -> list[Contradiction]:
    """Different origins tell of one bombing in two forms: a bomber who died in it or a bomb left behind; one bomb or two.

    Who tells of one bomb disputes two only if the report speaks of two nowhere: an attack is often told bomb by bomb.
    """
    told = [c for c in claims if c.type in ("explosive", "suicide-bomb") and c.modality is Modality.ACTUAL]
    bombings = _bombings(told, reports)
    died = [b for b in bombings if b.died and not b.left_behind]
    left_behind = [b for b in bombings if b.left_behind and not b.suicide_told]
    two = [b for b in bombings if b.two]
    one = [b for b in bombings if b.one and not b.two_told]
    forms = (
        (died, left_behind, "a bomber who died in it (“{}”) or a bomb left behind (“{}”)"),
        (two, one, "two bombs (“{}”) or one (“{}”)"),
    )
    for some, others, words in forms:
        for mine, theirs in itertools.product(some, others):
            if mine.claim.report_id != theirs.claim.report_id and not mine.origins & theirs.origins:
                explanation = words.format(mine.claim.quote, theirs.claim.quote)
                return [Contradiction(ContradictionKind.FORM, mine.claim.id, theirs.claim.id, explanation)]
    return []


_EACH_OTHER = re.compile(
    r"\b(?:blam\w*|accus\w*|point\w* (?:the |a )?fingers? at) (?:each other|one another)\b|\b(?:trad\w*|exchang\w*|swap\w*) (?:the )?(?:blame|accusations)\b",
    re.IGNORECASE,
)


_NO_BLANK = re.compile(r"\S")


def _words_around(claim: Claim, report: Report | None, further: int = 2) -> str:
    """Return the sentence of a claim and the two after it, where doubt about the doer is usually told."""
    if report is None or not report.text:
        return claim.quote
    text = report.text
    start, end = sentence_around(text, claim.quote_span.start, claim.quote_span.end)
    for _ in range(further):
        following = _NO_BLANK.search(text, end)
        if following is None:
            break
        _, end = sentence_around(text, following.start(), following.end())
    return text[start:end]


def _responsibility(claims: Sequence[Claim], reports: Mapping[str, Report]) -> list[Contradiction]:
    """Different origins name different doers of the same violence, told as one kind of attack.

    Only who is known as a side counts as a doer, and not who is also named as
    the target: sentences turn roles round. Of one report, two named speakers
    can disagree; its own telling of a strike and an answer to it does not.
    """
    named = [
        (
            c,
            frozenset(key_of(a.name) for a in c.actor if is_side(a) and _can_have_done(a, c.type) and not _is_hit(a, c))
            - _NO_SIDE
            - _tellers(c),
            frozenset(key_of(t.name) for t in c.target),
        )
        for c in claims
        if is_physical(c.type)
        and c.type not in ("armed-clash", "territory-gained", "withdrawal", "surrender")
        and c.modality in (Modality.ACTUAL, Modality.POSSIBLE)
    ]
    # Whom anybody names as the one that was hit is not a rival doer: "fourteen fighters of the group" reads as one.
    hit = frozenset(t for _, _, targets in named for t in targets)
    named = [(c, doers - hit, targets) for c, doers, targets in named if doers - hit]
    armed = frozenset(key_of(a.name) for c, _, _ in named for a in c.actor if a.inter in _WITHOUT_AIRCRAFT)
    found: dict[tuple[frozenset[str], frozenset[str]], Contradiction] = {}
    for n, (one, all_mine, harmed) in enumerate(named[:60]):
        for other, all_theirs, also_harmed in named[n + 1 : 60]:
            if all_mine & all_theirs or type_bits(one.type, other.type) < SAME_FORM:
                continue
            mine, theirs = all_mine - harmed, all_theirs - also_harmed
            if any(related(a, b) or allied(a, b) for a in mine for b in theirs):
                continue
            # "Rebels" may be any of the armed groups: the one word does not dispute the other.
            if any(some <= _ANY_GROUP and others <= armed for some, others in ((mine, theirs), (theirs, mine))):
                continue
            if one.report_id == other.report_id and not (one.origin and other.origin):
                continue
            if origin_keys(one, reports.get(one.report_id)) & origin_keys(other, reports.get(other.report_id)):
                continue
            key = (min(mine, theirs, key=sorted), max(mine, theirs, key=sorted))
            if key not in found:
                explanation = f"done by {', '.join(a.name for a in one.actor)} or by {', '.join(a.name for a in other.actor)}"
                found[key] = Contradiction(ContradictionKind.RESPONSIBILITY, one.id, other.id, explanation)
    return list(found.values()) or _accused(claims, [(c, doers) for c, doers, _ in named], reports)


_OF_VIOLENCE = re.compile(
    r"\b(?:shell\w*|bomb\w*|attack\w*|str(?:ike|ikes|iking|uck)|kill\w*|fir(?:ed|ing)|raid\w*|massacr\w*|murder\w*|execut\w*|hit|blast|explosion"
    r"|assault\w*|behind|responsib\w*|carr(?:ied|ying) out)\b",
    re.IGNORECASE,
)


def _accused(
    claims: Sequence[Claim], named: Sequence[tuple[Claim, frozenset[str]]], reports: Mapping[str, Report]
) -> list[Contradiction]:
    """One side accuses another of what somebody else tells of it or a third: "M23 accused the army of shelling the town"."""
    for claim in claims:
        if claim.type != "accuse" or claim.modality is not Modality.ACTUAL or _OF_VIOLENCE.search(claim.quote) is None:
            continue
        accusers, accused = _sides_of(claim.actor), _sides_of(claim.target)
        for other, doers in named:
            told_by = origin_keys(other, reports.get(other.report_id))
            rivals = doers - _ANY_GROUP
            if not accusers or not accused or not rivals or accusers & told_by or not other.origin:
                continue
            if any(related(a, b) or allied(a, b) for a in accused for b in rivals):
                continue
            accuser = ", ".join(a.name for a in claim.actor)
            told = f"{accuser} accuses {', '.join(a.name for a in claim.target)} (“{claim.quote}”)"
            explanation = f"done by {', '.join(a.name for a in other.actor)}, or as {told}"
            return [Contradiction(ContradictionKind.RESPONSIBILITY, other.id, claim.id, explanation)]
    return []


_ANY_GROUP = frozenset({"rebels", "opposition", "opposition fighters", "insurgents", "armed groups", "armed opposition"})

# What before a name makes its bearer one who was hit, or who holds the place that was.
_HIT_BEFORE = re.compile(
    r"\b(?:(?:casualties|dead|victims|wounded|injured|killed)\b[^.;]{0,60}\b(?:includ\w+|w(?:as|ere)(?: \w+)?(?: from| of)?|from|belong\w* to|among)"
    r"|(?:manned|held|run|controlled|operated|guarded|used|occupied) by)\b[^.;,]{0,25}$",
    re.IGNORECASE,
)


def _is_hit(actor: ActorMention, claim: Claim) -> bool:
    """Return whether a claim's words tell of its doer as one who was hit: "most of the dead were from the group", "a checkpoint manned by it"."""
    if actor.span is None or not claim.quote_span.contains(actor.span):
        return False
    return _HIT_BEFORE.search(claim.quote[: actor.span.start - claim.quote_span.start]) is not None


def _tellers(claim: Claim) -> frozenset[str]:
    """Return who tells a claim and bears no arms: a monitor that stands as doer was read into the wrong place."""
    return frozenset(key_of(v.name) for v in claim.origin if v.kind in _UNARMED)


_UNARMED = frozenset({ActorKind.MONITOR, ActorKind.UN, ActorKind.AID, ActorKind.MEDIA, ActorKind.WITNESS})


# Bodies that ACLED codes among outside forces and that bear no arms; missions with troops are not among them.
_UNARMED_BODIES = frozenset(
    {
        *(
            "un",
            "unicef",
            "unhcr",
            "ocha",
            "wfp",
            "who",
            "ohchr",
            "un-coi",
            "unrwa",
            "unesco",
            "unodc",
            "iom",
            "undp",
            "fao",
            "iaea",
            "icj",
        ),
        *("opcw", "osce", "icc", "sohr", "snhr", "hrw", "amnesty", "msf", "white-helmets", "icrc"),
    }
)

# ACLED's codes of those who have no air force: rebels, political and identity militias.
_WITHOUT_AIRCRAFT = frozenset((2, 3, 4))


def _can_have_done(actor: ActorMention, type_code: str) -> bool:
    """Return whether such an actor does such things: "a week of fighting and air strikes" on a militia's town was not flown by it."""
    if actor.actor_id in _UNARMED_BODIES:
        return False
    return not (type_code == "air-strike" and actor.inter in _WITHOUT_AIRCRAFT)


def _control(claims: Sequence[Claim], reports: Mapping[str, Report]) -> list[Contradiction]:
    """Different origins name different takers or holders of one place."""
    takers = [
        # "Hospital in Hajin captured": what is civilians' holds no town.
        (c, frozenset(key_of(a.name) for a in c.actor if is_side(a) and a.inter != CIVILIANS))
        for c in claims
        # That a town is "rebel-held" is said in passing, and of half a city; whoever disputes it says it under a name.
        if (c.type == "territory-gained" or (c.type == "control" and c.origin))
        and c.modality is Modality.ACTUAL
        and c.place is not None
        and is_fine(c.place)
    ]
    takers = [
        (c, sides)
        for c, sides in takers
        if sides
        and not (c.type == "territory-gained" and (_TAKEN_BACK.search(c.quote) or _only_came(c)))
        and not (c.place is not None and c.place.text and _PART_OF_IT.search(c.place.text))
    ]
    for n, (one, mine) in enumerate(takers[:40]):
        for other, theirs in takers[n + 1 : 40]:
            assert one.place is not None and other.place is not None
            if (
                one.type != other.type
                or one.place.name != other.place.name
                or mine & theirs
                or any(related(a, b) or set(lineage_of(a)) & set(lineage_of(b)) for a in mine for b in theirs)
            ):
                continue
            if one.report_id == other.report_id and not (one.origin and other.origin):
                continue
            if origin_keys(one, reports.get(one.report_id)) & origin_keys(other, reports.get(other.report_id)):
                continue
            if _may_be_meant(one, other) or _may_be_meant(other, one):
                continue
            did = "held" if one.type == "control" else "taken"
            by, others = (" and ".join(a.name for a in c.actor) for c in (one, other))
            explanation = f"{one.place.name} is said to be {did} by {by}, and by {others}"
            return [Contradiction(ContradictionKind.CONTROL, one.id, other.id, explanation)]
    return []


# ACLED's codes of rebels and political militias: whom "the rebels" may mean.
_REBEL_CODES = frozenset((2, 3))


def _may_be_meant(bare: Claim, named: Claim) -> bool:
    """Return whether a claim of "rebels" may speak of the armed group that another names: the two dispute nothing."""
    sides = [a for a in bare.actor if is_side(a)]
    return all(key_of(a.name) in _ANY_GROUP for a in sides) and all(a.inter in _REBEL_CODES for a in named.actor if is_side(a))


_CAME = re.compile(
    r"\b(?:advanc\w*|enter\w*|push\w*|mov(?:ed|ing)|approach\w*|reach\w*|storm\w*|close[sd]? in|inched|gains?|gaining|progress\w*)\b",
    re.IGNORECASE,
)


def _only_came(claim: Claim) -> bool:
    """Return whether a side is told to have come or advanced: that it did, and that another holds the town, can both be true."""
    return _CAME.search(claim.trigger) is not None


def _outcome(claims: Sequence[Claim], reports: Mapping[str, Report]) -> list[Contradiction]:
    """One origin tells that a side took ground in a battle, another that it was thrown back, gave way or took nothing."""
    told = [c for c in claims if c.type in ("territory-gained", "armed-clash", "withdrawal", "surrender")][:60]
    won = [
        (c, _sides_of(c.actor))
        for c in told
        if c.type == "territory-gained" and c.modality is Modality.ACTUAL and not _REPELLED.search(c.quote)
    ]
    lost = []
    for claim in told:
        if (claim.modality is Modality.NEGATED and claim.type == "territory-gained") or (
            claim.modality is Modality.ACTUAL and claim.type in ("withdrawal", "surrender") and _GAVE_WAY.search(claim.quote)
        ):
            lost.append((claim, _sides_of(claim.actor)))
        elif claim.modality is Modality.ACTUAL and _REPELLED.search(claim.quote):
            lost.append((claim, _sides_of(claim.target)))
    for one, winners in won:
        for other, losers in lost:
            if not any(related(a, b) for a in winners for b in losers):
                continue
            if origin_keys(one, reports.get(one.report_id)) & origin_keys(other, reports.get(other.report_id)):
                continue
            # A report's own telling of a day's back and forth is one account of it.
            if one.report_id == other.report_id and not (one.origin and other.origin):
                continue
            who = ", ".join(a.name for a in one.actor)
            return [
                Contradiction(
                    ContradictionKind.CONTROL,
                    one.id,
                    other.id,
                    f"{who} is said to have taken ground (“{one.quote}”) and to have been stopped or driven off (“{other.quote}”)",
                )
            ]
    return []


def _sides_of(mentions: Sequence[ActorMention]) -> frozenset[str]:
    return frozenset(key_of(a.name) for a in mentions if is_side(a)) - _NO_SIDE
