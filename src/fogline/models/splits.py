"""Which annotated documents are kept from training, so that figures mean something."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any


def held_back(name: str, share: int = 15) -> bool:
    """Return whether a document is for validation: by a digest of its name, so that it never moves."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 100 < share


def validation_key(row: Mapping[str, Any]) -> str:
    """Return what a claims article is split by: reprints of one month of short reports stay on one side."""
    identity = str(row["id"])
    return f"fakes-{str(row.get('date'))[:7]}" if identity.startswith("fakes") else identity
