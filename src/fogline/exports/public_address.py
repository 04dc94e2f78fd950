"""Addresses of reports without what lets their bearer in: passwords, keys and tokens."""

from __future__ import annotations

import re
from urllib.parse import unquote_plus

from fogline.intake.address import without_credentials

# What stands in an address for a key, a token or a signature; the names of the parameters that hold one, in whole words.
ADDRESS_WITHHELD = "withheld"
_LETTING_IN_WORDS = """
    accesskey accesstoken apikey auth authentication authkey authorisation authorization authtoken bearer credential credentials
    hmac jsessionid jwt key otp pass passcode passphrase passwd password phpsessid pwd secret sess sessid session sessionid sig
    signature ticket token
"""
_LETTING_IN = frozenset(_LETTING_IN_WORDS.split())
_KEY_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_FILE = re.compile(r"\s*(?:file:|/(?!/)|\\|[a-z]:[\\/])", re.IGNORECASE)
_PARAMETER = re.compile(r"([?&;#])([^=?&;#/]+)=([^&;#]*)")


def public_address(url: str | None) -> str | None:
    """Return a report's address without what lets its bearer in: user and password, the values of keys and tokens.

    None for the path of a file, which is an address on one machine alone and tells whose.
    """
    if url is None or _FILE.match(url):
        return None
    return _PARAMETER.sub(
        lambda m: f"{m[1]}{m[2]}={ADDRESS_WITHHELD}" if _lets_in(unquote_plus(m[2])) else m[0], without_credentials(url)
    )


def _lets_in(key: str) -> bool:
    """Return whether a parameter of an address is a key or a token by its name: "token", "api_key", "X-Amz-Signature", "sessionId"."""
    words = [w.lower() for w in _KEY_WORD.findall(key)]
    return any(w in _LETTING_IN for w in (*words, "".join(words)))
