"""Which of the words that the reader took for speakers speak: not who was told, refuses, or cannot confirm what is claimed.

What stands around the words decides; whom they stand for is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from fogline.claims.clauses import in_one_sentence, tells_who, whom_it_follows
from fogline.grounding.quotations import quotation_at
from fogline.grounding.saying import SAYING, SAYS_THAT
from fogline.grounding.word_lists import word_set
from fogline.reading.reading import Argument, Attribution, EventMention, Role
from fogline.span import Span

# A second voice beside the surest has to be this sure: an origin too many
# is a witness too many.
SECOND_VOICE = 0.6

# What stands between two sources when the first cites the second; anything
# else ("officials and witnesses") makes them joint speakers.
CITES = re.compile(
    r"\b(?:citing|quot\w+|cit\w+|according to|told|relay\w*|on the authority of|based on|reported by)\b", re.IGNORECASE
)
_PRESS = ("told", "TOLD")

# How somebody wants to be called, behind their office: nobody by itself.
_UNNAMED = re.compile(
    r"(?:who |speaking |asking |asked |requesting |requested |wishing |declining )*"
    r"(?:(?:on|under) (?:the )?condition of anonymity|not to be (?:named|identified)|anonymity|to remain (?:anonymous|unnamed))\W*$",
    re.IGNORECASE,
)
# "No group has claimed the attack, which Ada Byrne believes …": nobody has spoken there; nor have the rites by which the dead are buried.
_NOBODY = re.compile(r"(?:no|nobody|none|neither)\b|.*\b(?:rites|customs?|traditions?)\W*\Z", re.IGNORECASE | re.DOTALL)
_SMALL = word_set("per by from of via according to as and or the a an in at on for with that than but")


def speakers_of(event: EventMention, attribution: Attribution | None, mentions: Iterable[Span], text: str) -> list[Span]:
    """Return who speaks of an event, in text order; nobody where the outlet tells of what its own people saw.

    The reader's own answer comes first. If it says that somebody speaks
    without saying who, the attribution whose content holds the trigger
    answers. ``mentions`` are all that name somebody: "who" stands for one.
    """
    spans = _surest(event.having(Role.ORIGIN), text)
    said = list(attribution.source[:1]) if attribution is not None else []
    if _the_outlets_own(event, spans + said, text):
        return []
    spans = _without_told(spans or said, text)
    spans = [s for s in spans if not _refuses(s, event, text)]
    spans = _speaking_together(spans, event, text) or [s for s in said if not _refuses(s, event, text)]
    spans = [s for s in spans if not _UNNAMED.match(s.of(text))] or spans
    spans = [s for s in spans if not _NOBODY.match(s.of(text)) and not _SMALL.issuperset(s.of(text).casefold().split())]
    spans = list(dict.fromkeys(whom_it_follows(s, mentions, text) or s for s in spans))
    return [s for s in spans if not any(_belongs_to(s, other, event, text) for other in spans if other != s)]


# The reader may mark but the end of the second: "the government and the Lantern [rebel alliance]".
_AND = re.compile(r"(?i:\s*,?\s+(?:and|as\s+well\s+as|&)\s+(?:also\s+)?(?:the\s+|an?\s+)?)(?:[A-Z][\w'’-]*\s+){0,2}")


def _surest(found: Sequence[Argument], text: str) -> list[Span]:
    """Return the surest speakers, with whoever stands right beside one of them: "the government and the rebels said" has two."""
    best = max((a.score for a in found), default=0.0)
    out = [a.span for a in found if a.score == best or a.score >= SECOND_VOICE]
    # Both ways, so that of three in a row the surest brings the one beside its neighbour too.
    for span in [*(a.span for a in found), *(a.span for a in reversed(found))]:
        if span not in out and any(_side_by_side(span, s, text) for s in out):
            out.append(span)
    return sorted(out)


# "Delmar met the Front and Arkona said …": where the first of two does not open a clause, it may be of the clause before.
_OPENS = re.compile(
    r"(?:\A|[\n.,;:!?“”\"(—–]|\b(?:said|says|added|reported|that|and|but|while|though|although|when|where|as|citing|according\s+to))\s*"
    r"(?:the\s+|an?\s+)?\Z",
    re.IGNORECASE,
)


def _side_by_side(one: Span, other: Span, text: str) -> bool:
    """Tell whether two speakers are joined by "and" where a clause begins or a verb of saying stands."""
    first, second = sorted((one, other))
    joined = first.end <= second.start and _AND.fullmatch(text, first.end, second.start) is not None
    return joined and _OPENS.search(text[max(0, first.start - 40) : first.start]) is not None


def _gap(first: Span, second: Span) -> tuple[int, int]:
    return min(first.end, second.end), max(first.start, second.start)


# "We counted eleven bodies": what reporters do, and no army.
_REPORTING = re.compile(
    r"\s+(?:also\s+|later\s+)?(?:saw|found|counted|visited|met|reached|heard|watched|asked|interviewed|verified|geolocated|reviewed|spoke\s+(?:to|with)"
    r"|were\s+(?:shown|told)|could\s+(?:not\s+)?(?:see|find|hear|count|verify|confirm))\b",
    re.IGNORECASE,
)


def _the_outlets_own(event: EventMention, speakers: Sequence[Span], text: str) -> bool:
    """Tell whether an outlet tells of what its own people saw: "we counted eleven bodies", outside quotations and with no other to say so."""
    ours = [
        a.span
        for a in event.arguments
        if a.role in (Role.ORIGIN, Role.ACTOR)
        and a.span.of(text).casefold() == "we"
        and in_one_sentence(a.span, event.trigger, text)
        and _REPORTING.match(text, a.span.end) is not None
        and quotation_at(text, a.span.start) < 0
    ]
    others = [s for s in speakers if s not in ours and in_one_sentence(s, event.trigger, text)]
    return bool(ours) and not others


# "… which Islamabad denied", "a claim that the government disputed": who refuses what was said before is no voice of it.
_REFUSES = re.compile(
    r"['’]?s?\s+(?:(?:has|have|had|later|swiftly|promptly|immediately|also)\s+)*(?:denie[ds]|disputed?s?|rejected|rejects|dismissed|dismisses|refuted|contested)\b",
    re.IGNORECASE,
)
_NOT_CONFIRM = re.compile(
    r"(?:\s+said\s+(?:that\s+)?(?:it|they|he|she))?(?:\s+(?:has|have|had|is|are|was|were|could|can|did|do|does|would|will|also))*"
    r"(?:\s+not|n['’]t|not|\s+(?:unable|yet|declined|declines|refused|failed)\s+to)(?:\s+(?:been\s+)?able\s+to)?"
    r"\s+(?:\w+ly\s+)?(?:confirm|verify|corroborate|substantiate)\b",
    re.IGNORECASE,
)
# What they could not confirm: "claims by the rebels that …", "that …".
_A_CLAIM = re.compile(
    r"\s+(?:that\b|(?:[\w'’-]+\s+){0,4}?(?:claims?|reports?|statements?|allegations?|accounts?|assertions?|suggestions?|news)\b)",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(r";|\b(?:but|though|although|while|said|told|added)\b", re.IGNORECASE)


def _refuses(source: Span, event: EventMention, text: str) -> bool:
    """Tell whether a source refuses or cannot confirm what is claimed, and so does not claim it."""
    if event.type == "reject":
        return False
    unsure = _NOT_CONFIRM.match(text, source.end)
    if event.trigger.end <= source.start:
        return unsure is not None or _REFUSES.match(text, source.end) is not None
    claim = _A_CLAIM.match(text, unsure.end()) if unsure is not None else None
    return (
        claim is not None and claim.end() <= event.trigger.start and not _SAYS_MORE.search(text, claim.end(), event.trigger.start)
    )


# Joint speakers stand side by side; whoever speaks in another clause says something else.
_TURN = r"though|although|but(?!\s+also\b)|while|whereas"
_ANOTHER_CLAUSE = re.compile(
    rf";|,\s+(?:{_TURN})\s|\b(?:said|says|told|put|described|reported|counted)\b[^;]*,\s+and\s",
    re.IGNORECASE,
)
_CLAUSE_BEGINS = re.compile(rf";|,\s+(?:{_TURN}|and)\s", re.IGNORECASE)


def _speaking_together(spans: list[Span], event: EventMention, text: str) -> list[Span]:
    """Drop a speaker of another clause: "a doctor said 60 had died; the Taliban said 28 were theirs"."""
    if len(spans) < 2:
        return spans
    first, *rest = sorted(spans)
    apart = [s for s in rest if _ANOTHER_CLAUSE.search(text, first.end, s.start) and not CITES.search(text[first.end : s.start])]
    if not apart:
        return spans
    own = min(spans, key=lambda s: (_CLAUSE_BEGINS.search(text, *_gap(s, event.trigger)) is not None, s.distance(event.trigger)))
    return [s for s in spans if s == own or (s in apart) == (own in apart)]


def _without_told(spans: list[Span], text: str) -> list[Span]:
    """Drop the outlet that a source spoke to: "the commander told AFP" has one voice."""
    return [s for n, s in enumerate(spans) if not (n and text[spans[n - 1].end : s.start].strip() in _PRESS)] or spans


# "Ada Byrne, who led the march from the port": where a speaker went, or whom they met, speaks not with them.
_WENT = re.compile(
    r",?\s+(?:who|which|whose|that)\b[^.;:“”\"\n]*\b(?:from|in|to|at|near|into|outside|through)\s+(?:the\s+)?", re.IGNORECASE
)
# "The Lantern Desk, a group that monitors flights": what a speaker does.
_DOES = re.compile(r",?\s+(?:an?\s[^,.;:“”\"\n]{1,40}\s)?(?:who|which|that)\s+", re.IGNORECASE)
_OWN = re.compile(r"(?:its|their|his|her)\s", re.IGNORECASE)
# "A statement from the presidency", "a tally by the Lantern Desk": the paper is whoever wrote it.
_PAPER = re.compile(
    r"(?:(?:an?|the|its|his|their|one|another)\s+)?(?:\w+\s+)?(?:statement|communiqu[eé]|message|letter|tally|count|report|database|list|note)s?",
    re.IGNORECASE,
)
_WRITTEN_BY = re.compile(
    r"\s+(?:(?:issued|released|published|compiled|posted|kept|made|signed)\s+)?(?:from|by|of)\s+(?:the\s+|an?\s+)?", re.IGNORECASE
)


def _belongs_to(span: Span, other: Span, event: EventMention, text: str) -> bool:
    """Tell whether a speaker is but a part of another: of its words, of what it is told by, of what it says or has written."""
    if span.overlap(other):
        return len(span) < len(other) and _AND.search(text, other.start, span.start) is None
    if other.of(text).casefold().startswith(span.of(text).casefold() + ","):
        return True
    if span.end <= other.start:
        return (
            _PAPER.fullmatch(text, span.start, span.end) is not None
            and _WRITTEN_BY.fullmatch(text, span.end, other.start) is not None
        )
    if _WENT.fullmatch(text, other.end, span.start) or tells_who(span, other, event.trigger, text):
        return True
    if not text.startswith(",", span.end) and SAYING.match(text, span.end):
        return False
    own = _OWN.match(text, span.start) is not None and SAYS_THAT.fullmatch(text, other.end, span.start) is not None
    return own or _DOES.fullmatch(text, other.end, span.start) is not None
