"""What could not be read, placed or dated, said aloud.

An ``Issue`` is a record, not an exception: the item it speaks of was kept or
set aside, the rest of the batch went on, and the analyst can list it with
``fogline issues``. Exceptions (``errors.py``) are for callers' mistakes and
our own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fogline.span import Span


class Severity(StrEnum):
    """How much an issue costs the analyst."""

    NOTE = "note"  # read in full; something about it was assumed or is worth knowing
    WARNING = "warning"  # kept, but part of it was not read, placed or dated
    ERROR = "error"  # the item could not be taken in at all


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that went wrong or stayed open, with the item and words it concerns.

    ``code`` is a stable kebab-case name, such as ``no-date`` or
    ``unknown-language``; ``message`` names the thing, shows the value and
    offers the next step; ``stage`` is the stage of the way that noticed;
    ``location`` is the file, URL or feed entry; ``span`` marks the words in
    the report's text, where there are any.
    """

    code: str
    message: str
    stage: str
    severity: Severity = Severity.WARNING
    location: str | None = None
    report_id: str | None = None
    span: Span | None = None

    @property
    def brief(self) -> str:
        """The message with the file it concerns by its name alone, for lists that print ``location`` in full beside it."""
        path = self.location or ""
        name = path.rstrip("/").rsplit("/", 1)[-1]
        return self.message.replace(path, name) if name and "://" not in path else self.message
