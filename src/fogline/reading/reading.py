"""What a report's text says and whose words they are, before anything is looked up.

A ``Reading`` holds spans and labels only. Which actor "the monitor" is, when
"Wednesday" was and where the town lies is decided in ``grounding``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from fogline.issue import Issue
from fogline.span import Span


class Role(StrEnum):
    """What a span is to the event or state that a claim is about (see docs/codebook)."""

    QUOTE = "quote"
    ACTOR = "actor"
    TARGET = "target"
    PLACE = "place"
    TIME = "time"
    COUNT = "count"
    ORIGIN = "origin"
    HEDGE = "hedge"
    MEDIUM = "medium"
    EVIDENCE = "evidence"


class Modality(StrEnum):
    """How the claim stands to the world, as its speaker puts it."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True)
class Argument:
    """A span that fills a role of an event; ``score`` only ranks, ``probability`` (if known) is how likely the span is right.

    ``label`` says of a count what is counted (killed, injured …); None for other roles.
    """

    role: Role
    span: Span
    score: float = 1.0
    label: str | None = None
    probability: float | None = None


@dataclass(frozen=True, slots=True)
class Probabilities:
    """How likely a mention is a claim at all, and if it is one, has this type, this modality, and a speaker other than the outlet.

    From scores by curves fitted on articles held back from training; None where there is no curve.
    """

    claim: float | None = None
    type: float | None = None
    modality: float | None = None
    attributed: float | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event or state the text speaks of.

    ``trigger`` is the word that names it, ``quote`` the shortest stretch that
    carries its content without the attribution, ``type`` a code of
    ``fogline.reading.types``. Of ``arguments`` several may have one role.
    ``verification`` is ``verified`` or ``unverified`` if the report says so
    of the claim; ``attributed`` scores that somebody other than the outlet
    speaks. Scores only rank; ``probabilities`` are there if the reader's
    weights came with curves for them.
    """

    trigger: Span
    quote: Span
    type: str
    modality: Modality
    arguments: tuple[Argument, ...] = ()
    score: float = 1.0
    verification: str | None = None
    attributed: float = 0.0
    type_score: float = 1.0
    modality_score: float = 1.0
    probabilities: Probabilities | None = None

    def having(self, role: Role) -> tuple[Argument, ...]:
        """Return the arguments of one role, in text order."""
        return tuple(sorted((a for a in self.arguments if a.role is role), key=lambda a: a.span))


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that the text gives to someone (PolNeAR): source, cue, content, each in one or more fragments."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in the text, not yet resolved; ``score`` as in ``Argument``."""

    span: Span
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Filler:
    """Words that fill a slot of a MUC-4 template ("perp-org", "victim" …).

    ``incidents``: for each type of incident how likely these words belong to
    one of it; the types are those of ``Reading.incidents``.
    """

    slot: str
    span: Span
    score: float
    incidents: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the reader found in one report, in text order.

    ``model`` names the weights and code that read it. ``sentences`` cover
    what was read; ``plover`` are the PLOVER event types of the text as a
    whole with their scores, best first, and ``incidents`` the types of
    terrorist incident (MUC-4) with theirs; ``fillers`` are what MUC-4's
    templates ask for. ``issues`` say what was not read.
    """

    report_id: str
    model: str
    sentences: tuple[Span, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[EventMention, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    plover: tuple[tuple[str, float], ...] = ()
    incidents: tuple[tuple[str, float], ...] = ()
    fillers: tuple[Filler, ...] = ()
    issues: tuple[Issue, ...] = field(default=())
