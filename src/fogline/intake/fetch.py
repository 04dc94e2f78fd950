"""Takes one URL from the network, within limits, and never from the analyst's own."""

from __future__ import annotations

import ipaddress
import socket
import time
from urllib.parse import urljoin, urlsplit

from fogline import __version__
from fogline.intake.capture import Capture, Hints
from fogline.issue import Issue, Severity
from fogline.settings import Settings

MOST_REDIRECTS = 5


def fetch(url: str, settings: Settings, hints: Hints | None = None) -> Capture | Issue:
    """Return the bytes at a URL, or an issue that says why not.

    Every address that a name resolves to is checked before it is
    connected to, at each redirect anew, and the connection is made to the
    checked address: a feed or page must not make this machine ask its own
    network. Time and size are limited in total, also for a server that
    sends a byte a minute.
    """
    import httpx

    deadline = time.monotonic() + settings.fetch_timeout_s
    current = url
    for _ in range(MOST_REDIRECTS + 1):
        parts = urlsplit(current)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return _issue("fetch-failed", f"{current} is no http or https address.", url)
        address = _checked_address(parts.hostname, parts.port or (443 if parts.scheme == "https" else 80), settings)
        if isinstance(address, str) and address.startswith("!"):
            code = "fetch-private-address" if address.startswith("!private") else "fetch-failed"
            tail = " Set FOGLINE_ALLOW_PRIVATE=1 if you mean it." if code == "fetch-private-address" else ""
            return _issue(code, f"{current}: {address.split(' ', 1)[1]}.{tail}", url)
        host = f"[{address}]" if ":" in address else address
        pinned = parts._replace(netloc=host + (f":{parts.port}" if parts.port else "")).geturl()
        headers = {"Host": parts.netloc.rsplit("@", 1)[-1], "User-Agent": f"Fogline/{__version__}", "Accept": "text/html,application/xhtml+xml,application/xml,text/plain;q=0.9,*/*;q=0.5"}
        left = deadline - time.monotonic()
        if left <= 0:
            return _late(url, settings)
        try:
            with (
                httpx.Client(timeout=left, follow_redirects=False, trust_env=False) as client,
                client.stream("GET", pinned, headers=headers, extensions={"sni_hostname": parts.hostname}) as response,
            ):
                if response.is_redirect:
                    current = urljoin(current, response.headers.get("location", ""))
                    continue
                if response.status_code != 200:
                    return _issue("fetch-failed", f"{url} answered {response.status_code} {response.reason_phrase}.", url)
                data = bytearray()
                for chunk in response.iter_bytes():
                    data += chunk
                    if len(data) > settings.max_item_bytes:
                        return _issue("fetch-too-large", f"{url} is larger than {settings.max_item_bytes:,} bytes; nothing of it was kept. FOGLINE_MAX_ITEM_BYTES raises the limit.", url)
                    if time.monotonic() > deadline:
                        return _late(url, settings)
                return Capture(bytes(data), current, response.headers.get("content-type"), hints=hints or Hints())
        except httpx.TimeoutException:
            return _late(url, settings)
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            return _issue("fetch-failed", f"{url} could not be fetched: {error or type(error).__name__}.", url)
    return _issue("fetch-redirects", f"{url} redirects more than {MOST_REDIRECTS} times.", url)


def _checked_address(host: str, port: int, settings: Settings) -> str:
    """Return the address to connect to, or "!private …" or "!unknown …" with the reason."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        return f"!unknown {host} cannot be resolved ({error})"
    for *_, sockaddr in found:
        address = ipaddress.ip_address(str(sockaddr[0]).split("%")[0])
        if not address.is_global and not settings.allow_private_addresses:
            return f"!private {host} is at {address}, an address of a private network"
    return str(found[0][4][0])


def _late(url: str, settings: Settings) -> Issue:
    return _issue("fetch-timeout", f"{url} did not finish within {settings.fetch_timeout_s:g} seconds; nothing of it was kept.", url)


def _issue(code: str, message: str, url: str) -> Issue:
    return Issue(code, message, "intake", Severity.ERROR, location=url)
