"""Where different origins name different doers of the same violence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from fogline.claims.claim import ActorMention, Claim
from fogline.grounding.actor_words import FLYING
from fogline.grounding.grounding import ActorKind
from fogline.grounding.word_lists import word_set
from fogline.incidents.affiliation import WHOSE_UNSAID, allied, is_side, key_of, related
from fogline.incidents.forms import SAME_FORM, is_physical, type_bits
from fogline.incidents.incident import Contradiction, ContradictionKind
from fogline.incidents.lineage import origin_keys
from fogline.incidents.words import OF_VIOLENCE
from fogline.intake.report import Report
from fogline.reading.reading import Modality

# Words that may mean any of the armed groups.
ANY_GROUP = frozenset({"rebels", "opposition", "opposition fighters", "insurgents", "armed groups", "armed opposition"})


def rival_doers(claims: Sequence[Claim], reports: Mapping[str, Report]) -> list[Contradiction]:
    """Different origins name different doers of the same violence, told as one kind of attack.

    Only who is known as a side counts as a doer, and not who is also named as
    the target: sentences turn roles round. Of one report, two named speakers
    can disagree; its own telling of a strike and an answer to it does not.
    """
    named = [
        (
            c,
            frozenset(
                key_of(a.name)
                for a in c.actor
                if is_side(a) and _can_have_done(a, c.type) and not _is_hit(a, c) and not _is_a_guess(a)
            )
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
            if any(some <= ANY_GROUP and others <= armed for some, others in ((mine, theirs), (theirs, mine))):
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


def sides_of(mentions: Sequence[ActorMention]) -> frozenset[str]:
    """Return the sides among the actors of a claim whose name says whose they are."""
    return frozenset(key_of(a.name) for a in mentions if is_side(a)) - _NO_SIDE


# Doers that are descriptions: whose they are is what the dispute would be about.
_NO_SIDE = WHOSE_UNSAID | {"militants", "gunmen", "attackers", "terrorists", "civilians", "insurgents"}


def _accused(
    claims: Sequence[Claim], named: Sequence[tuple[Claim, frozenset[str]]], reports: Mapping[str, Report]
) -> list[Contradiction]:
    """One side accuses another of what somebody else tells of it or a third: "M23 accused the army of shelling the town"."""
    for claim in claims:
        if claim.type != "accuse" or claim.modality is not Modality.ACTUAL or OF_VIOLENCE.search(claim.quote) is None:
            continue
        accusers, accused = sides_of(claim.actor), sides_of(claim.target)
        for other, doers in named:
            told_by = origin_keys(other, reports.get(other.report_id))
            rivals = doers - ANY_GROUP
            if not accusers or not accused or not rivals or accusers & told_by or not other.origin:
                continue
            if any(related(a, b) or allied(a, b) for a in accused for b in rivals):
                continue
            accuser = ", ".join(a.name for a in claim.actor)
            told = f"{accuser} accuses {', '.join(a.name for a in claim.target)} (“{claim.quote}”)"
            explanation = f"done by {', '.join(a.name for a in other.actor)}, or as {told}"
            return [Contradiction(ContradictionKind.RESPONSIBILITY, other.id, claim.id, explanation)]
    return []


# "Warplanes" and nothing more: grounding holds them to be the state's, which in a war where others fly is a guess.
_AIRCRAFT = (FLYING - {"airforce", "airstrikes"}) | word_set(
    "airplane airplanes bomber copter copters drone drones gunship helicopter"
)
# "Fighter jets" fly; "fighters" by themselves are mostly men.
_NOBODYS = _AIRCRAFT | word_set("a an the one two three four several some unidentified unknown low flying war fighter")


def _is_a_guess(actor: ActorMention) -> bool:
    """Return whether a doer is only aircraft of which the words say not whose they are."""
    words = frozenset(re.findall(r"[^\W\d_]+", (actor.text or "").casefold()))
    return actor.basis == "description" and bool(words & _AIRCRAFT) and words <= _NOBODYS


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
