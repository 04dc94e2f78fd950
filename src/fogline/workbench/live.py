"""A ledger as the workbench sees it: rebuilt when something was added, kept otherwise."""

from __future__ import annotations

import threading
from datetime import date

from fogline.incidents.memory import Memory
from fogline.ledger.judgement import Judgement
from fogline.ledger.ledger import Ledger
from fogline.ledger.reviews import reviews_of
from fogline.pipeline import derive
from fogline.workbench.source import MemorySource, Review

# An analyst compares a few days; each is a whole derived ledger in memory.
MOST_DAYS_KEPT = 3


class LiveSource:
    """Serves the newest state of a ledger; satisfies ``WorkbenchSource`` by delegation.

    Before each look the ledger's head is compared (one row); incidents and
    control are derived anew only when it moved, and only what is new is
    linked.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger_name = ledger.place
        self._ledger = ledger
        self._lock = threading.Lock()
        self._head: tuple[int, str] | None = None
        self._memory = MemorySource(self.ledger_name)
        self._linked = Memory()
        self._then: dict[date, MemorySource] = {}

    @property
    def current(self) -> MemorySource:
        """The state as of now."""
        with self._lock:
            head = self._ledger.head()
            if head != self._head:
                self._memory, self._head, self._then = self._derived(None), head, {}
            return self._memory

    def as_known_on(self, day: date) -> MemorySource:
        """The state as it could have been known on a day; the last few days asked for are kept."""
        self.current  # noqa: B018 - forgets the days if the ledger grew
        with self._lock:
            if day not in self._then:
                while len(self._then) >= MOST_DAYS_KEPT:
                    self._then.pop(next(iter(self._then)))
                self._then[day] = self._derived(day)
            return self._then[day]

    def _derived(self, day: date | None) -> MemorySource:
        # Earlier days are asked for now and then; the memory is that of today.
        derived = derive(self._ledger, as_known_on=day, memory=self._linked if day is None else None)
        reviews = {
            subject: Review(by=j.reviewer, at=self._made(j), note=j.reason)
            for subject, j in reviews_of(self._ledger.judgements(as_known_on=day), derived.incidents).items()
        }
        issues = tuple(dict.fromkeys(self._ledger.issues(as_known_on=day) + derived.issues))
        return MemorySource(
            self.ledger_name,
            derived.reports,
            derived.claims,
            derived.incidents,
            derived.control,
            issues,
            reviews,
            derived.claimed_control,
        )

    def _made(self, judgement: Judgement) -> str:
        """Return the day on which a judgement was recorded."""
        history = self._ledger.history(judgement.id)
        return history[0].recorded_at[:10] if history else ""

    def __getattr__(self, name: str) -> object:
        return getattr(self.current, name)
