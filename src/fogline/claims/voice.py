"""Whose claim it is: from the spans that name a source to an origin chain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from fogline.claims.claim import Voice
from fogline.claims.speakers import CITES, speakers_of
from fogline.grounding.ground import Grounding
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.span_index import SpanIndex
from fogline.grounding.told_callings import kind_of_speaker
from fogline.reading.reading import Attribution, EventMention, Role
from fogline.span import Span

# Below this the reader holds that the outlet speaks for itself; where the
# trigger lies in words that an attribution gives to a source, only below the
# second. Chosen on the held-back claims articles, 2026-11.
ATTRIBUTED = 0.45
ATTRIBUTED_IN_SPEECH = 0.25


def origin_of(event: EventMention, speech: Speech, grounding: Grounding, text: str) -> tuple[Voice, ...]:
    """Return the origin chain of an event mention, the voice nearest the reader first; empty for the outlet's own.

    A doer who "claims to have" done it speaks for himself. Else
    ``speakers_of`` tells whose words speak.
    """
    attribution = speech.around(event.trigger)
    own = _claiming_to_have(event, text)
    if own is None and event.attributed < (ATTRIBUTED if attribution is None else ATTRIBUTED_IN_SPEECH):
        return ()
    spans = [own] if own is not None else speakers_of(event, attribution, grounding.actors, text)
    spans = _without_descriptions(spans, grounding, text)
    voices: list[Voice] = []
    for at, span in enumerate(spans):
        cited = bool(voices) and not _side_by_side(spans[at - 1], span, text)
        for voice in voices_of(span, grounding, text):
            if all(v.name != voice.name for v in voices):
                voices.append(replace(voice, joint=voice.joint or (bool(voices) and not cited)))
    return tuple(voices)


# A sentence ends here, and no "Gen." or initial.
_ENDS = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Dr|St|Lt))(?<!\b(?:Gen|Col|Maj|Sgt|Mrs))[.!?…][\"'”’)\]]*\s+(?=[^a-z\s])|\n\s*\n",
)
_SAYS = re.compile(
    r"\b(?:said|says|saying|reported|reports|wrote|writes|stated|states|points?\s+out|pointed\s+out|noted|added|claimed|announced|insisted)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:\band|\bas\s+well\s+as|&)\s+(?:[\w’'-]+\s+){0,3}\Z", re.IGNORECASE)


def _side_by_side(first: Span, second: Span, text: str) -> bool:
    """Tell whether a second speaker speaks beside the first ("doctors and police"), and is not cited by them.

    Whoever is named in another sentence, behind the first one's verb of
    saying or behind the label of who speaks ("[BYRNE] THE COUNCIL SAYS") is told of by the first.
    """
    between = text[first.end : second.start]
    labelled = text[max(0, first.start - 1) : first.start] == "[" and between.startswith("]")
    if labelled or CITES.search(between) is not None or _ENDS.search(text, first.end, second.start) is not None:
        return False
    return _SAYS.search(between) is None or _LISTED.search(between) is not None


def voices_of(span: Span, grounding: Grounding, text: str) -> tuple[Voice, ...]:
    """Return all whom one mention names as speakers: "the army and the M23" are two, the second joint with the first."""
    held = grounding.actors.get(span)
    first = voice_of(span, grounding, text)
    if held is None or not held.also:
        return (first,)
    others = [Voice(a.name, a.kind, span.of(text), span, a.actor_id, True, a.basis, a.reason) for a in held.also]
    return _each_with_own_words((first, *others), span, text)


_BESIDE = re.compile(r",?\s+(?:and|or|&)\s+|,\s+", re.IGNORECASE)


def _each_with_own_words(voices: tuple[Voice, ...], span: Span, text: str) -> tuple[Voice, ...]:
    """Return joint speakers each with their part of the words; with the whole where one noun is of all ("Iraqi and Syrian police")."""
    cuts = list(_BESIDE.finditer(text, span.start, span.end))
    starts, ends = [span.start, *(c.end() for c in cuts)], [*(c.start() for c in cuts), span.end]
    parts = [Span(a, b) for a, b in zip(starts, ends, strict=True)]
    letters = [v.name[:4].casefold() for v in voices]
    told = [[n for n, p in enumerate(parts) if key in p.of(text).casefold()] for key in letters]
    if len(parts) != len(voices) or any(at and n not in at for n, at in enumerate(told)):
        return voices
    return tuple(replace(v, span=p, text=p.of(text)) for v, p in zip(voices, parts, strict=True))


def voice_of(span: Span, grounding: Grounding, text: str) -> Voice:
    """Return whoever a report's words name as a speaker."""
    actor = grounding.actors.get(span) or GroundedActor(span.of(text), ActorKind.OTHER, reason="not looked up")
    kind = kind_of_speaker(actor, grounding.kinds.get(span, actor.kind), text)
    return Voice(actor.name, kind, span.of(text), span, actor.actor_id, False, actor.basis, actor.reason)


_DETERMINER = re.compile(r"(?:an?|the|his|her|its|their)\s+", re.IGNORECASE)
_THEY = frozenset(["they", "both", "the two", "the two sides", "both sides"])


def _without_descriptions(spans: list[Span], grounding: Grounding, text: str) -> list[Span]:
    """Drop what only says who another speaker is, right beside it behind a comma: "his party, the Lantern Front".

    Where a list goes on ("police, the army and residents") nobody says who another is.
    """
    out = list(spans)
    for first, second in pairwise(sorted(spans)):
        between = text[first.end : second.start]
        if between.strip() != "," or _LIST_GOES_ON.match(text, second.end) is not None:
            continue
        told = [s for s in (first, second) if _DETERMINER.match(text, s.start) is not None]
        named = [s for s in (first, second) if _named(s, grounding, text)]
        if len(named) == 1:
            description = second if named[0] == first else first
        elif len(told) == 1:
            description = told[0]
        else:
            continue
        if description in told and description in out and len(out) > 1:
            out.remove(description)
    return out


_LIST_GOES_ON = re.compile(r",?\s+(?:and|or)\s")


def _named(span: Span, grounding: Grounding, text: str) -> bool:
    """Tell whether words name a speaker and do not only describe one; in capitals only a name on file shows."""
    held = grounding.actors.get(span)
    if held is not None and held.actor_id is not None and held.basis == "alias":
        return True
    words = _DETERMINER.sub("", span.of(text))
    return not words.isupper() and re.search(r"\b[A-Z]", words) is not None


def speaking_along(words: str, meant: GroundedActor, origin: tuple[Voice, ...]) -> tuple[GroundedActor, ...]:
    """Return the other joint speakers whom "they" means beside one of them: "India and Pakistan said that they had agreed"."""
    together = origin[:1] + tuple(v for v in origin[1:] if v.joint) if origin else ()
    if words.casefold() not in _THEY or len(together) < 2 or all(v.name != meant.name for v in together):
        return ()
    reason = f"{words!r} are the speakers, {' and '.join(v.name for v in together)}"
    known = {meant.name, *(a.name for a in meant.also)}
    return tuple(GroundedActor(v.name, v.kind, v.actor_id, None, "coreference", reason) for v in together if v.name not in known)


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
