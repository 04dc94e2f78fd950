"""Names for records that say what they hold: a digest of the content.

Python's ``hash`` of a string differs from process to process; these do not.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

# Twenty base-16 digits are 80 bits: among 100 million records the chance of
# any two sharing a name is under one in a hundred million.
SHORT = 20


def sha256(data: bytes) -> str:
    """Return the full SHA-256 of bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def canonical_json(value: Any) -> str:
    """Return the one JSON spelling of a value that its digest is taken of.

    Keys are sorted, no blanks, no escapes of non-ASCII; lone surrogates,
    which UTF-8 cannot carry, are escaped by the encoder below.
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(kind: str, *parts: Any) -> str:
    """Return a short, stable id such as ``claim-3f…`` for what ``parts`` say."""
    encoded = canonical_json(list(parts)).encode("utf-8", "surrogatepass")
    return f"{kind}-{hashlib.sha256(encoded).hexdigest()[:SHORT]}"
