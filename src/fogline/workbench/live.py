"""A ledger as the workbench sees it: rebuilt when something was added, kept otherwise."""

from __future__ import annotations

import threading

from fogline.ledger.judgement import Judgement, JudgementKind, in_force
from fogline.ledger.ledger import Ledger
from fogline.pipeline import derive
from fogline.workbench.source import MemorySource, Review


class LiveSource:
    """Serves the newest state of a ledger; satisfies ``WorkbenchSource`` by delegation.

    Before each look the ledger's head is compared (one row); incidents and
    control are derived anew only when it moved.
    """

    def __init__(self, ledger: Ledger, name: str) -> None:
        self._ledger = ledger
        self._name = name
        self._lock = threading.Lock()
        self._head: tuple[int, str] | None = None
        self._memory = MemorySource(name)

    @property
    def current(self) -> MemorySource:
        """The state as of now."""
        with self._lock:
            head = self._ledger.head()
            if head != self._head:
                derived = derive(self._ledger)
                reviews = {
                    subject: Review(by=j.reviewer, at=self._made(j), note=j.reason)
                    for j in in_force(self._ledger.judgements())
                    if j.kind in (JudgementKind.REVIEWED, JudgementKind.STATUS)
                    for subject in j.subjects
                }
                issues = tuple(dict.fromkeys(self._ledger.issues() + derived.issues))
                self._memory = MemorySource(
                    self._name, derived.reports, derived.claims, derived.incidents, derived.control, issues, reviews
                )
                self._head = head
            return self._memory

    def _made(self, judgement: Judgement) -> str:
        """Return the day on which a judgement was recorded."""
        history = self._ledger.history(judgement.id)
        return history[0].recorded_at[:10] if history else ""

    def __getattr__(self, name: str) -> object:
        return getattr(self.current, name)
