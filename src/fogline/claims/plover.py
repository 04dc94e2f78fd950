"""Claims in the terms of PLOVER: which of its sixteen kinds of event a text tells of, who did it, to whom."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fogline.claims.claim import Claim
from fogline.reading.reading import Modality, Reading
from fogline.reading.types import TYPES

# The reader's own answer for the text as a whole counts from this probability, beside the likeliest one.
FURTHER_TYPE = 0.5
# What a claim's score and the words of a text weigh beside the probability of the type in the text as a whole. With
# these, type F1 on the 24 held-back sentences of PLOVER's records was .79 with a half-trained reader and with the whole
# one; with the whole one's probability alone .63, with words alone .64 (2026-11).
CLAIM_WEIGHT = 0.1
CUE_WEIGHT = 0.1  # the first in a text; later ones half

# PLOVER has no modality, but kinds of event for words about deeds: who promises to help agrees, who announces
# force threatens, who will not help refuses (CAMEO 03, 12 and 13).
_HELPFUL = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE"})
_HARMFUL = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST"})
# Speech is done by whoever speaks, where no doer is named.
# Words that name a kind of event outright, by the examples that CAMEO's and PLOVER's manuals give of each kind.
_CUES: Mapping[str, re.Pattern[str]] = {
    type_: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for type_, words in {
        "AGREE": r"agree[ds]?(?: to| on)?|agreements?|sign(?:s|ed) (?:a|an|the)|treaty|accord|pledge[sd]?|promise[sd]?|vow(?:s|ed) to help|"
        r"(?:is|are|was|were) (?:ready|willing|prepared) to|offer(?:s|ed)? to|express(?:es|ed)? (?:interest|readiness|willingness)",
        "CONSULT": r"meets?|met|talks|talked|visit(?:s|ed)?|phoned|telephoned|discuss(?:es|ed)?|"
        r"negotiat(?:e|es|ed|ions)|summit|mediat(?:e|es|ed|ion)|host(?:s|ed)|consultations?",
        "SUPPORT": r"prais(?:e|es|ed)|endors(?:e|es|ed)|congratulat(?:e|es|ed)|welcom(?:e|es|ed)|back(?:s|ed)|apologi[sz](?:e|es|ed)|"
        r"recogni[sz](?:e|es|ed)|support(?:s|ed)|hail(?:s|ed)|expressed (?:support|sympathy|regret|condolences)|defend(?:s|ed)",
        "CONCEDE": r"eas(?:e|es|ed|ing)|lift(?:s|ed)|releas(?:e|es|ed)|freed|frees|pardon(?:s|ed)|resign(?:s|ed)|amnesty|"
        r"conced(?:e|es|ed)|yield(?:s|ed)|bow(?:s|ed) to|return(?:s|ed) (?:the )?(?:bodies|prisoners|property)",
        "COOPERATE": r"co-?operat(?:e|es|ed|ion)|shar(?:e|es|ed|ing) (?:intelligence|information)|joint (?:exercises?|manoeuvres|maneuvers|patrols)|"
        r"joint military|exchang(?:e|es|ed) (?:information|prisoners)|extradit(?:e|es|ed)",
        "AID": r"aid|donat(?:e|es|ed|ions?)|deliver(?:s|ed)|humanitarian|relief|shelter(?:s|ed)|refuge|asylum|evacuat(?:e|es|ed)|"
        r"provid(?:e|es|ed)|suppl(?:y|ies|ied)|sent (?:food|medicine|doctors|blankets)|loans?|grant(?:s|ed)? (?:asylum|aid)",
        "RETREAT": r"withdr(?:aw|aws|ew|awn|awal)|retreat(?:s|ed)?|pull(?:s|ed)? (?:out|back)|surrender(?:s|ed)?|cease-?fire|truce|"
        r"la(?:y|id|ys) down (?:their|its) (?:arms|weapons)|demobili[sz](?:e|es|ed)|disarm(?:s|ed)?",
        "REQUEST": r"demand(?:s|ed)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:for|on|upon)|appeal(?:s|ed)|ask(?:s|ed)|request(?:s|ed)?|plead(?:s|ed)|"
        r"press(?:es|ed|ing) (?:for|hard)|lobb(?:y|ies|ied)|insist(?:s|ed)|seek(?:s|ing)?|sought",
        "ACCUSE": r"accus(?:e|es|ed|ing|ations?)|condemn(?:s|ed|ation)?|denounc(?:e|es|ed)|critici[sz](?:e|es|ed|ing)|criticism|blam(?:e|es|ed)|"
        r"investigat(?:e|es|ed|ion|ions)|complain(?:s|ed)|deplor(?:e|es|ed)|charg(?:es|ed) (?:that|with)|su(?:es|ed)|prob(?:e|es|ed)|"
        r"under investigation|hearings?|lawsuits?|trial",
        "REJECT": r"reject(?:s|ed|ing|ion)?|refus(?:e|es|ed|al|ing)|den(?:y|ies|ied)|declin(?:e|es|ed)|veto(?:es|ed)?|turn(?:s|ed) down|"
        r"rul(?:es|ed) out|dismiss(?:es|ed)|defi(?:es|ed)|block(?:s|ed)|boycott(?:s|ed)?|will not|would not|ignor(?:e|es|ed)",
        "THREATEN": r"threat(?:en|ens|ened|ening|s)?|warn(?:s|ed|ing)?|ultimatum|vow(?:s|ed)? (?:revenge|retaliation|to (?!help)\w+)|"
        r"(?:would|will) (?:retaliate|attack|strike|use force|blockade)",
        "PROTEST": r"protest(?:s|ed|ers|ing)?|demonstrat(?:e|es|ed|ors?|ions?)|ral(?:ly|lies|lied)|riot(?:s|ed|ers|ing)?|hunger strike|"
        r"on strike|march(?:es|ed|ers)|sit-in|strikers|went on (?:a )?strike|walked out",
        "SANCTION": r"(?:impos(?:e|es|ed) )?sanctions|embargo(?:es)?|expel(?:s|led)?|recall(?:s|ed) (?:its|the|his)|sever(?:s|ed)|br(?:eak|eaks|oke) off|"
        r"suspend(?:s|ed)|cut(?:s)? (?:off|ties|aid)|halt(?:s|ed)|freez(?:e|es)|froze|cancel(?:s|led|ed)|clos(?:es|ed) (?:its|the|their)",
        "MOBILIZE": r"mobili[sz](?:e|es|ed|ation)|deploy(?:s|ed|ment)?|on (?:high |full )?alert|amass(?:es|ed)|mass(?:es|ed|ing) (?:troops|forces)|"
        r"reinforc(?:e|es|ed|ements)|military exercises?|test(?:s|ed) (?:a |its )?(?:missiles?|nuclear)|sen(?:ds|t) (?:troops|warships|soldiers|tanks)",
        "COERCE": r"arrest(?:s|ed)?|detain(?:s|ed)?|seiz(?:e|es|ed)|confiscat(?:e|es|ed)|ban(?:s|ned)?|outlaw(?:s|ed)?|curfew|censor(?:s|ed)?|"
        r"deport(?:s|ed)?|jail(?:s|ed)?|impris(?:on|ons|oned)|sentenc(?:e|es|ed)|raid(?:s|ed)|martial law|crack(?:s|ed)? down|crackdown|"
        r"state of emergency|kidnap(?:s|ped)?|abduct(?:s|ed)?|hack(?:s|ed)|tortur(?:e|es|ed)|tear gas|occup(?:y|ies|ied)",
        "ASSAULT": r"kill(?:s|ed|ing)?|bomb(?:s|ed|ers?|ing|ings)?|attack(?:s|ed)?|shot|shoot(?:s|ing)?|shell(?:s|ed|ing)|clash(?:es|ed)|"
        r"fought|fighting|assassinat(?:e|es|ed|ion)|murder(?:s|ed)?|explo(?:de|des|ded|sion)|ambush(?:es|ed)?|massacr(?:e|es|ed)|"
        r"wounded|injured|fir(?:ed|ing) (?:on|at)|air ?strikes?|rap(?:e|es|ed)|stabb(?:ed|ing)|beheaded|executed",
    }.items()
}
# A text's event is told in its opening; this many characters are looked at.
_OPENING = 400
_SPEECH = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE"})


@dataclass(frozen=True, slots=True)
class PloverEvent:
    """One kind of event that a text tells of, with the words that name its doers and its targets."""

    type: str
    source: tuple[str, ...]
    target: tuple[str, ...]


def plover_of(claim: Claim) -> str | None:
    """Return the PLOVER type of a claim; None for states, which PLOVER does not code."""
    type_ = TYPES[claim.type].plover
    if type_ in _HELPFUL:
        if claim.modality is Modality.PLANNED:
            return "AGREE"
        if claim.modality is Modality.NEGATED:
            return "REJECT"
    if type_ in _HARMFUL and claim.modality is Modality.PLANNED:
        return "THREATEN"
    return type_


def cued(text: str) -> dict[str, float]:
    """Return the types whose words stand in a text's first sentences, the first one 1, others one half."""
    first = {t: m.start() for t, pattern in _CUES.items() if (m := pattern.search(text[:_OPENING]))}
    return {t: 1.0 if at == min(first.values()) else 0.5 for t, at in first.items()}


def plover_events(text: str, reading: Reading, claims: Sequence[Claim]) -> tuple[PloverEvent, ...]:
    """Return the PLOVER events of a text, the likeliest first; at least one if anything was read.

    The likeliest type by the text as a whole, its claims and its words
    together is always told; further ones where the reader is sure by itself.
    """
    words = cued(text)
    of_text = dict(reading.plover)
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        if (type_ := plover_of(claim)) is not None:
            told.setdefault(type_, []).append(claim)
    joint = {
        t: of_text.get(t, 0.0)
        + CLAIM_WEIGHT * max((c.score for c in told.get(t, ())), default=0.0)
        + CUE_WEIGHT * words.get(t, 0.0)
        for t in {*of_text, *told, *words}
    }
    ranked = sorted(joint, key=lambda t: (-joint[t], t))
    types = [t for n, t in enumerate(ranked) if (n == 0 and joint[t] > 0) or of_text.get(t, 0.0) >= FURTHER_TYPE]
    return tuple(_event(t, told.get(t) or list(claims)) for t in types)


def _event(type_: str, claims: Sequence[Claim]) -> PloverEvent:
    source = [m.text for c in claims for m in c.actor if m.text]
    if not source and type_ in _SPEECH:
        source = [v.text for c in claims for v in c.origin[:1] if v.text]
    target = [m.text for c in claims for m in c.target if m.text]
    return PloverEvent(type_, tuple(dict.fromkeys(source)), tuple(dict.fromkeys(target)))
