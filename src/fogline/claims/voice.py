"""Whose claim it is: from the spans that name a source to an origin chain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.claim import Voice
from fogline.grounding.ground import Grounding
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.span_index import SpanIndex
from fogline.reading.reading import Attribution, EventMention, Role
from fogline.span import Span

# Below this the reader holds that the outlet speaks for itself; where the
# trigger lies in words that an attribution gives to a source, only below the
# second. Chosen on the held-back claims articles, 2026-11.
ATTRIBUTED = 0.45
ATTRIBUTED_IN_SPEECH = 0.25

# A second voice beside the surest has to be this sure: an origin too many
# is a witness too many.
SECOND_VOICE = 0.6

# What stands between two sources when the first cites the second; anything
# else ("officials and witnesses") makes them joint speakers.
_CITES = re.compile(
    r"\b(?:citing|quot\w+|cit\w+|according to|told|relay\w*|on the authority of|based on|reported by)\b", re.IGNORECASE
)
_PRESS = ("told", "TOLD")


# How somebody wants to be called, behind their office: nobody by itself.
_UNNAMED = re.compile(
    r"(?:who |speaking |asking |asked |requesting |requested |wishing |declining )*"
    r"(?:(?:on|under) (?:the )?condition of anonymity|not to be (?:named|identified)|anonymity|to remain (?:anonymous|unnamed))\W*$",
    re.IGNORECASE,
)

# "No group has claimed the attack, which Ada Byrne believes …": nobody has spoken there.
_NOBODY = re.compile(r"(?:no|nobody|none|neither)\b", re.IGNORECASE)


def origin_of(event: EventMention, speech: Speech, grounding: Grounding, text: str) -> tuple[Voice, ...]:
    """Return the origin chain of an event mention, the voice nearest the reader first; empty for the outlet's own.

    A doer who "claims to have" done it speaks for himself. Else the
    reader's own answer (the origin spans of the event) comes first. If
    it says that somebody speaks without saying who, the attribution whose
    content holds the trigger answers. Where a medium was told ("X told
    AFP"), the one told is no voice.
    """
    found = event.having(Role.ORIGIN)
    surest = max((a.score for a in found), default=0.0)
    spans = [a.span for a in found if a.score == surest or a.score >= SECOND_VOICE]
    attribution = speech.around(event.trigger)
    own = _claiming_to_have(event, text)
    if own is None and event.attributed < (ATTRIBUTED if attribution is None else ATTRIBUTED_IN_SPEECH):
        return ()
    if not spans and attribution is not None:
        spans = list(attribution.source[:1])
    spans = _without_told(spans, text)
    spans = [s for s in spans if not _refuses(s, event, text)]
    spans = _speaking_together(spans, event, text)
    if not spans and attribution is not None:
        spans = [s for s in attribution.source[:1] if not _refuses(s, event, text)]
    spans = [s for s in spans if not _UNNAMED.match(s.of(text))] or spans
    spans = [s for s in spans if not _NOBODY.match(s.of(text))]
    if own is not None:
        spans = [own]
    voices: list[Voice] = []
    for at, span in enumerate(spans):
        voice = voice_of(span, grounding, text)
        if any(v.name == voice.name for v in voices):
            continue
        between = text[spans[at - 1].end : span.start] if at else ""
        voices.append(replace(voice, joint=bool(voices) and not _CITES.search(between)))
    return tuple(voices)


def voice_of(span: Span, grounding: Grounding, text: str) -> Voice:
    """Return whoever a report's words name as a speaker."""
    actor = grounding.actors.get(span) or GroundedActor(span.of(text), ActorKind.OTHER, reason="not looked up")
    kind = grounding.kinds.get(span, actor.kind)
    return Voice(actor.name, kind, span.of(text), span, actor.actor_id, False, actor.basis, actor.reason)


# "Though the army claims to have retaken the town": its own word, whoever speaks around it.
_CLAIMS_TO_HAVE = re.compile(
    r"\s+(?:also |now |later )?(?:claims|claimed|says|said) (?:to have|it ha[sd]|they ha(?:ve|d))\s+(?:\w+ly\s+)?\Z",
    re.IGNORECASE,
)


def _claiming_to_have(event: EventMention, text: str) -> Span | None:
    """Return the doer of an event who says that they did it in the words right before it."""
    doers = (a.span for a in event.having(Role.ACTOR) if a.span.end < event.trigger.start)
    return next((s for s in doers if _CLAIMS_TO_HAVE.fullmatch(text[s.end : event.trigger.start])), None)


class Speech:
    """What is said in a report and by whom, so that an event's speaker is found without looking at all that is said."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._by: dict[Span, list[tuple[int, int, Attribution]]] = {}
        for n, said in enumerate(attributions):
            for content in said.content if said.source else ():
                self._by.setdefault(content, []).append((sum(len(c) for c in said.content), n, said))
        self._contents = SpanIndex(self._by)

    def around(self, trigger: Span) -> Attribution | None:
        """Return the attribution whose content holds an event's trigger and that names a source, the tightest one."""
        holding = [found for c in self._contents.overlapping(trigger) if c.contains(trigger) for found in self._by[c]]
        return min(holding, key=lambda found: found[:2])[2] if holding else None


# "… which Islamabad denied", "a claim that the government disputed": who refuses what was said before is no voice of it.
_REFUSES = re.compile(
    r"['’]?s?\s+(?:(?:has|have|had|later|swiftly|promptly|immediately|also)\s+)*(?:denie[ds]|disputed?s?|rejected|rejects|dismissed|dismisses|refuted|contested)\b",
    re.IGNORECASE,
)


def _refuses(source: Span, event: EventMention, text: str) -> bool:
    return event.type != "reject" and event.trigger.end <= source.start and _REFUSES.match(text, source.end) is not None


# Joint speakers stand side by side; whoever speaks in another clause says something else.
_ANOTHER_CLAUSE = re.compile(r";")


def _speaking_together(spans: list[Span], event: EventMention, text: str) -> list[Span]:
    """Drop a speaker of another clause: "a doctor said 60 had died; the Taliban said 28 were theirs"."""
    if len(spans) < 2:
        return spans
    first, *rest = sorted(spans)
    apart = [
        s for s in rest if _ANOTHER_CLAUSE.search(text[first.end : s.start]) and not _CITES.search(text[first.end : s.start])
    ]
    if not apart:
        return spans
    own = min(
        spans, key=lambda s: (_ANOTHER_CLAUSE.search(_between(s, event.trigger, text)) is not None, s.distance(event.trigger))
    )
    return [s for s in spans if s == own or (s in apart) == (own in apart)]


def _between(source: Span, trigger: Span, text: str) -> str:
    return text[min(source.end, trigger.end) : max(source.start, trigger.start)]


def _without_told(spans: list[Span], text: str) -> list[Span]:
    """Drop the outlet that a source spoke to: "the commander told AFP" has one voice."""
    return [s for n, s in enumerate(spans) if not (n and text[spans[n - 1].end : s.start].strip() in _PRESS)] or spans
