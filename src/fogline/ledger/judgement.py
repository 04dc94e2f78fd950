"""What a person decided, and why: a record like any other, corrected by a later one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from fogline.errors import UsageError
from fogline.ids import digest


class JudgementKind(StrEnum):
    """What is decided about the subjects."""

    MERGE = "merge"  # these claims describe one happening
    SPLIT = "split"  # no two of these claims describe one happening
    STATUS = "status"  # the incident's status is ``value``
    NAME_ACTOR = "name-actor"  # ``value`` is who is meant by these words (``words:…``), in all claims or in those named
    ADD_ACTOR = "add-actor"  # ``value`` describes an actor that the registry lacks, as JSON
    REJECT_CLAIM = "reject-claim"  # the text does not say this: the machine misread it
    RETRACT_REPORT = "retract-report"  # the outlet took it back, or it is not what it seemed
    REVIEWED = "reviewed"  # a person looked and let it stand
    NOTE = "note"  # a remark that decides nothing
    WITHDRAW = "withdraw"  # takes back the judgement it supersedes, with nothing in its place


_NEEDS_VALUE = {JudgementKind.STATUS, JudgementKind.NAME_ACTOR, JudgementKind.ADD_ACTOR}
_NEEDS_TWO = {JudgementKind.MERGE, JudgementKind.SPLIT}


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision by one reviewer about claims, incidents or reports.

    ``subjects`` are ids, kept sorted: their order says nothing. ``reason`` and
    ``reviewer`` are never empty: a judgement that cannot be defended by name
    is none. ``supersedes`` is the id of the judgement that this one corrects,
    which stays in the ledger. When it was made is the ledger's to say.

    :raises UsageError: if something is missing for its kind.
    """

    kind: JudgementKind
    subjects: tuple[str, ...]
    reason: str
    reviewer: str
    value: str | None = None
    supersedes: str | None = None

    def __post_init__(self) -> None:
        kind = JudgementKind(self.kind)
        object.__setattr__(self, "kind", kind)
        object.__setattr__(self, "subjects", tuple(sorted(set(self.subjects))))
        if not self.reviewer.strip():
            raise UsageError(f"A {kind} judgement needs the name of its reviewer.")
        if not self.reason.strip():
            raise UsageError(f"A {kind} judgement needs a reason that another reviewer can check.")
        if kind is JudgementKind.WITHDRAW and self.supersedes is None:
            raise UsageError("A withdraw judgement names the judgement it takes back in 'supersedes'.")
        if not self.subjects and kind is not JudgementKind.WITHDRAW:
            raise UsageError(f"A {kind} judgement needs the ids it is about.")
        if kind in _NEEDS_TWO and len(self.subjects) < 2:
            raise UsageError(f"A {kind} judgement needs two different ids or more, got {', '.join(self.subjects)}.")
        if kind in _NEEDS_VALUE and not (self.value or "").strip():
            raise UsageError(f"A {kind} judgement needs a value: the status, who is meant, or the actor.")

    @property
    def id(self) -> str:
        """A digest of the whole judgement: the same words by the same reviewer are one."""
        return digest("judgement", self.kind.value, self.subjects, self.reason, self.reviewer, self.value, self.supersedes)


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that hold: not superseded, and not mere withdrawals."""
    given = tuple(judgements)
    gone = {judgement.supersedes for judgement in given}
    return tuple(j for j in given if j.id not in gone and j.kind is not JudgementKind.WITHDRAW)


def retracted_reports(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Return the reports that a judgement in force takes out of the account."""
    return frozenset(s for j in in_force(judgements) if j.kind is JudgementKind.RETRACT_REPORT for s in j.subjects)
