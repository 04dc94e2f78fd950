"""Addresses of reports: what of them is kept, and whether they are any."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Wherever an address begins, inside another one too: archives put the address of a page into theirs.
_CREDENTIALS = re.compile(r"(?:\A(?!\s*mailto:)[^/?#@:]+:|(?<=//))[^/?#@][^/?#]*@")


def without_credentials(address: str) -> str:
    """Return an address without the user and password that may stand before its host, otherwise as written.

    They open the page and do not tell which page it is; what is printed,
    exported and linked must not hand them on.
    """
    return _CREDENTIALS.sub("", address)


def can_be_taken_apart(address: str) -> bool:
    """Return whether an address has a host that can be told: "http://[bad/x" has none."""
    try:
        urlsplit(address)
    except ValueError:
        return False
    return True
