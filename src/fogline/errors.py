"""Errors that a caller made, or that we made. What a report lacks is an ``Issue``."""

from __future__ import annotations


class FoglineError(Exception):
    """Base of every error that Fogline raises on purpose; its text is for people.

    ``exit_code`` is what the command line ends with: 2 for a caller's
    mistake, 1 for a job that could not be done.
    """

    exit_code = 1


class UsageError(FoglineError):
    """The caller asked for something that does not exist or contradicts itself."""

    exit_code = 2


class LedgerError(FoglineError):
    """The ledger could not be opened, read or written."""


class LedgerLocked(LedgerError):
    """Another process holds the ledger."""


class LedgerReadOnly(LedgerError):
    """The ledger may be read and not written."""


class NotALedger(LedgerError):
    """The file or database holds something, but not a Fogline ledger."""


class LedgerDamaged(LedgerError):
    """The hash chain does not hold, or the file is corrupt."""


class ModelError(FoglineError):
    """The reader's weights are missing or do not fit this version."""
