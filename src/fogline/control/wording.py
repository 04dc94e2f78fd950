"""What one claim says of who holds a place: held, entered, besieged, left, or nothing.

The words decide, and in doubt the weaker reading is taken: "entered" is not
"captured", "captured all but two streets" is not "captured", and what is
planned, denied or merely possible says nothing about the ground.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fogline.claims.claim import ActorMention, Claim, ClaimPlace
from fogline.grounding.grounding import PlaceBasis
from fogline.incidents.affiliation import CIVILIANS, WHOSE_UNSAID
from fogline.incidents.lineage import RETRACTED
from fogline.incidents.signals import is_fine
from fogline.reading.reading import Modality

NEAR = 2  # UCDP where_prec of "near the town", "around the town"


class Effect(StrEnum):
    """What a claim says happened to a place, the strongest last."""

    SAID_HELD = "said to be held"  # a state, often a mere description
    PRESENT = "still present"  # tunnels, holdouts, a pocket
    FOUGHT_INSIDE = "fought over inside"
    ENTERED = "entered or taken in part"
    BESIEGED = "besieged"
    RELIEVED = "siege broken"
    LEFT = "left"
    TAKEN = "taken"


@dataclass(frozen=True)
class Evidence:
    """One claim's word on a place: the effect, the sides it names, and the day it is for.

    A slip that dates it after its report (``after_report``) puts it on the report's own day: nobody reports what is to come as past.
    """

    claim: Claim
    effect: Effect
    sides: tuple[str, ...]
    others: tuple[str, ...]
    day: date
    day_assumed: bool
    after_report: bool = False


_PARTLY = re.compile(
    r"\d\s*%|\b(?:all but|most of|much of|parts? of|half (?:of )?|large swathes? of|nearly|almost|virtually|about to|on the verge|close to (?:captur|tak|seiz|fall|control|hold)\w*|on the edge of|outskirts of|outlying|"
    r"\d+(?:\.\d+)?\s*per ?cent|several (?:districts|neighbou?rhoods|streets|buildings|positions)|(?:two|three|four|five|some) (?:districts|neighbou?rhoods)|"
    r"(?:a|the|one) (?:district|neighbou?rhood|quarter) (?:of|in)|foothold|advanc\w*|positions? (?:in|inside|around|near))\b",
    re.IGNORECASE,
)
_ENTER = re.compile(
    r"\b(?:enter\w*|cross(?:ed|es|ing)? (?:the border )?into|storm\w*|push\w* into|break\w* into|broke into|broken into|mov\w+ into|reach\w*|advanc\w+|penetrat\w+|infiltrat\w+|thrust\w*)\b",
    re.IGNORECASE,
)
_TAKE = re.compile(
    r"\b(?:(?:re)?captur\w+|seiz\w+|(?:re)?tak(?:e|es|en|ing)|took|retook|overr[au]n\w*|overran|liberat\w+|conquer\w+|fall|falls|fell|fallen|(?:gain|regain|win|establish)\w*(?: full| complete)? control|"
    r"secur\w+|expel\w*|driv\w+ out|drove\b.{0,40}\bout|oust\w+|clear\w+|cleans\w+|wrest\w+|lost|los(?:e|es|ing)|held|hold\w*|control\w*)\b",
    re.IGNORECASE,
)
_BESIEGE = re.compile(r"\b(?:besieg\w*|siege|encircl\w*|surround\w*|blockad\w*)\b", re.IGNORECASE)
_RELIEVE = re.compile(
    r"\b(?:lift\w*|broke\w*|break\w*|end\w*|reliev\w*)\b.{0,30}\b(?:siege|blockade|encirclement)\b", re.IGNORECASE
)
_CONTEST = re.compile(r"\b(?:contest\w*|disput\w*|divid\w*|split|frontline|front line)\b", re.IGNORECASE)
_REMAIN = re.compile(
    r"\b(?:tunnels?|hold(?:-| )?outs?|holed up|hid(?:e|ing)|sleeper|pockets? of|remain\w*|still (?:inside|present|in))\b",
    re.IGNORECASE,
)
_LEAVE = re.compile(
    r"\b(?:withdr[ae]w\w*|withdrawn|pull\w* (?:out|back)|retreat\w*|le(?:ave|aves|aving|ft)|evacuat\w*|abandon\w*|vacat\w*|flee\w*|fled|quit)\b",
    re.IGNORECASE,
)
_LOSE = re.compile(r"\b(?:los(?:t|e|es|ing)|no longer (?:hold|control)\w*)\b", re.IGNORECASE)
_INSIDE = re.compile(
    r"\b(?:inside|street (?:battles?|fight\w*|clash\w*)|house[- ]to[- ]house|(?:in|into) the (?:cent(?:re|er)|streets|heart) of|within the (?:town|city|village))\b",
    re.IGNORECASE,
)

# An attempt, or a wish, says nothing of the ground, however the event was coded.
_ATTEMPT = re.compile(
    r"\b(?:fail(?:ed|s|ing)?|tr(?:y|ies|ied|ying)|attempt\w*|bid|battl\w+|fight(?:s|ing)?|fought|struggl\w+|aim\w*|want\w*|seek\w*|sought|vow\w*|hop(?:e|es|ed|ing)|"
    r"prepar\w+|threaten\w*|plan\w*|unable|offensive|operation|campaign|effort\w*|push|drive|race|racing)\s+(?:\w+\s+){0,2}?to\s+(?:\w+\s+){0,1}?\Z|"
    r"\b(?:repel\w*|repuls\w*|thwart\w*|foil\w*|beat\w* back)\b.{0,60}\Z|\b(?:without|before|instead of|short of) (?:\w+\s+){0,2}?\Z",
    re.IGNORECASE,
)

# Who can leave a place without its changing hands.
_UNARMED = re.compile(
    r"\b(?:aid|civilians?|residents?|people|families|refugees?|workers?|staff|doctors?|observers?|inspectors?|diplomats?|journalists?|United Nations|Red Cross|"
    r"suicide bombers?)\b",
    re.IGNORECASE,
)


def evidence_of(claim: Claim) -> Evidence | None:
    """Return what a claim says about who holds its place, None if nothing."""
    if claim.modality is not Modality.ACTUAL or RETRACTED in claim.flags or claim.place is None or not claim.place.name:
        return None
    effect = _effect(claim)
    if effect is None:
        return None
    # "Hospital in the town captured": civilians and what is theirs take no ground, whoever is coded as doer.
    sides = tuple(dict.fromkeys(a.name for a in claim.actor if _is_a_side(a)))
    others = tuple(dict.fromkeys(a.name for a in claim.target if a.name not in sides))
    if effect is Effect.LEFT and not claim.actor:
        # "It had lost the town", and to whom is not said: the loser is the target.
        sides, others = tuple(dict.fromkeys(a.name for a in claim.target if _is_a_side(a))), ()
    if not sides and effect not in (Effect.BESIEGED, Effect.FOUGHT_INSIDE, Effect.ENTERED):
        return None
    if claim.place is None or not _place_itself(claim.place):
        return None
    if effect is Effect.LEFT and (not is_fine(claim.place) or not any(armed(s) for s in sides)):
        return None
    if effect is Effect.BESIEGED:
        sides, others = _besiegers(claim, sides, others)
    time = claim.time
    stated = (time.end or time.start) if time is not None else None
    day = stated or claim.published_on
    if day is None:
        return None
    late = claim.published_on is not None and day > claim.published_on
    return Evidence(
        claim, effect, sides, others, claim.published_on if late and claim.published_on else day, stated is None, late
    )


_UNDER_SIEGE = re.compile(
    r"\b(?:under (?:\w+ )?siege|(?:is|are|was|were|been|remains?|remained) (?:besieged|surrounded|encircled))\b", re.IGNORECASE
)


def _besiegers(claim: Claim, sides: tuple[str, ...], others: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who besieges and who is inside: of "rebels are besieged in the town" the rebels are inside, whoever was coded as doer."""
    match = _UNDER_SIEGE.search(claim.quote)
    if match is None:
        return sides, others
    inside = tuple(a.name for a in claim.actor if a.text and -1 < claim.quote.find(a.text) < match.start())
    return tuple(s for s in sides if s not in inside), tuple(dict.fromkeys((*inside, *others)))


# What can be said for a place's name when it is the place itself that is
# meant. "The villages south of the town" is not the town.
_ITSELF = re.compile(
    r"(?:the |this |that |its )?(?:whole |entire |rest of the )?(?:town|city|village|camp|enclave|pocket|base|airport|district|suburb)\Z",
    re.IGNORECASE,
)


def _is_a_side(mention: ActorMention) -> bool:
    # "Fighters reach the middle of the town" says of nobody that he holds it.
    return mention.inter != CIVILIANS and armed(mention.name) and mention.name.casefold() not in WHOSE_UNSAID


def armed(side: str) -> bool:
    """Return whether a side can hold ground; civilians and aid workers who leave or stay do not, nor whoever comes to die."""
    return _UNARMED.search(side) is None


def _place_itself(place: ClaimPlace) -> bool:
    """Return whether a claim is about the place it was resolved to, and not about something near it."""
    if place.basis is PlaceBasis.INHERITED and place.text and not _ITSELF.match(place.text.strip()):
        return place.text.strip().casefold() == place.name.casefold()
    # A river or a sea is held by nobody; its banks are near it.
    return place.feature != "water" and place.precision != NEAR


# What stands in a town and is not the town.
_BUILDING = (
    r"(?:hospitals?|clinics?|airports?|airbases?|air bases?|airfields?|bases?|barracks|stations?|schools?|universit(?:y|ies)|bridges?|markets?|"
    r"ports?|harbou?rs?|mosques?|churches|courts?|prisons?|jails?|bakery|mills?|silos|stadium|dams?|power plants?|refiner(?:y|ies)|checkpoints?|roundabout)"
)
# "Entered and was driven off", "pushed back the next day": the ground is as it was.
_DRIVEN_OFF = re.compile(
    r"\b(?:and|but|before|only to) (?:\w+ly |then |later |soon )?(?:was|were|be|been|being) (?:driven|beaten|fought|thrown|forced|pushed) (?:off|back)\b",
    re.IGNORECASE,
)
_BREAKS_OUT = re.compile(r"\b(?:broke|break\w*|broken) out (?:of|from)\b", re.IGNORECASE)
_LETS = re.compile(
    r"\b(?:let|lets|letting|allow\w*|permit\w*|enabl\w*|help\w*|ask\w*|urg\w*|told|order\w*)\b[^.;]{0,60}\Z", re.IGNORECASE
)


def _a_building_of(claim: Claim) -> bool:
    """Return whether a claim names its place only for what stands in it: "captured the hospital of Hajin", not "Hajin and its airport"."""
    if claim.place is None or _BUILDINGS.search(claim.quote) is None:
        return False
    # The town's own name first: the words of the place may be "the hospital of Hajin" as a whole.
    for name in filter(None, (claim.place.name, claim.place.text)):
        named = [m.span() for m in re.finditer(rf"\b{re.escape(name)}\b", claim.quote)]
        if named:
            return all(_BEFORE_IT.search(claim.quote, 0, start) or _BEHIND_IT.match(claim.quote, end) for start, end in named)
    return False


_BUILDINGS = re.compile(rf"\b{_BUILDING}\b")
_BEFORE_IT = re.compile(rf"\b{_BUILDING} (?:of|in|at|outside|near|around|inside) (?:the )?(?:(?:town|city|village) of )?\Z")
_BEHIND_IT = re.compile(rf"(?:['’]s)? (?:(?:international|military|main|central|civil) )?{_BUILDING}\b")


def _effect(claim: Claim) -> Effect | None:
    said = f"{claim.trigger} {claim.quote}"
    at = claim.quote.find(claim.trigger)
    if claim.type in ("territory-gained", "withdrawal") and at > 0 and _ATTEMPT.search(claim.quote[:at]):
        return None
    if claim.type == "territory-gained" and (_BREAKS_OUT.search(said) or (at >= 0 and _DRIVEN_OFF.search(claim.quote, at))):
        return None
    if claim.type in ("territory-gained", "control") and _a_building_of(claim):
        return Effect.ENTERED if claim.type == "territory-gained" else None
    if claim.type == "territory-gained":
        if _BESIEGE.search(claim.trigger):
            return Effect.BESIEGED
        # "The rebels lost the town": who is named before the verb is not the one who gained.
        if _LOSE.search(claim.trigger) and (
            not claim.actor or any(a.text and -1 < claim.quote.find(a.text) < at for a in claim.actor)
        ):
            return Effect.LEFT
        if _PARTLY.search(said):
            return Effect.ENTERED
        if _TAKE.search(claim.trigger):
            return Effect.TAKEN
        # "Pushed them out of" and the like stand in the quote; "entered" anywhere keeps it the weaker.
        if _ENTER.search(claim.trigger) or _ENTER.search(claim.quote):
            return Effect.ENTERED
        return Effect.TAKEN if _TAKE.search(claim.quote) or re.search(r"\bout of\b", claim.quote) else Effect.ENTERED
    if claim.type == "control":
        if _RELIEVE.search(said):
            return Effect.RELIEVED
        if _BESIEGE.search(claim.trigger) or (_BESIEGE.search(said) and not _TAKE.search(claim.trigger)):
            return Effect.BESIEGED
        if _LOSE.search(claim.trigger):
            return Effect.LEFT
        if _CONTEST.search(said):
            return Effect.FOUGHT_INSIDE
        if _REMAIN.search(said):
            return Effect.PRESENT
        return Effect.ENTERED if _PARTLY.search(said) else Effect.SAID_HELD
    if claim.type == "withdrawal":
        # "Had withdrawn to Susah": where they went they did not leave.
        if claim.place is not None and re.search(
            rf"\b(?:to|towards?|into) (?:the )?(?:[\w-]+ of )?(?:[A-Z][\w'’-]* and )?{re.escape(claim.place.text or claim.place.name)}",
            said,
        ):
            return None
        if _PARTLY.search(said):
            return None
        # "Paused the assault to let people leave": it is others who leave.
        gone = _LEAVE.search(claim.trigger) or next(
            (m for m in _LEAVE.finditer(claim.quote) if not _LETS.search(claim.quote[: m.start()])), None
        )
        return Effect.LEFT if gone else None
    if claim.type == "armed-clash":
        return Effect.FOUGHT_INSIDE if _INSIDE.search(said) else None
    if claim.type in ("strength", "hardship", "mobilize") and re.search(r"\btunnels?\b", said, re.IGNORECASE) and claim.actor:
        return Effect.PRESENT
    return None
