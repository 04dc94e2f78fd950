"""Takes one URL from the network, within limits, and never from the analyst's own."""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Iterable
from functools import cache
from ssl import SSLContext
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

from fogline import __version__
from fogline.intake.address import without_credentials
from fogline.intake.capture import Capture, Hints
from fogline.issue import Issue, Severity
from fogline.settings import Settings

MOST_REDIRECTS = 5

# Addresses that carry an IPv4 address inside them: a gateway would send
# what is asked of 64:ff9b::10.0.0.7 to 10.0.0.7.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def fetch(url: str, settings: Settings, hints: Hints | None = None) -> Capture | Issue:
    """Return the bytes at a URL, or an issue that says why not.

    Every address that a name resolves to is checked before it is
    connected to, at each redirect anew, and the connection is made to the
    checked address: a feed or page must not make this machine ask its own
    network. Proxies of the environment are not used, for through one that
    could not be promised. Time and size are limited in total, also for a
    server that sends a byte a minute. A user and password in the URL are
    sent to its server and stand nowhere else.
    """
    deadline = time.monotonic() + settings.fetch_timeout_s
    current = url
    url = without_credentials(url)
    for _ in range(MOST_REDIRECTS + 1):
        shown = without_credentials(current)
        try:
            parts = urlsplit(current)
            port = parts.port or (443 if parts.scheme == "https" else 80)
        except ValueError as error:
            return _issue("fetch-failed", f"{shown} is no address: {error}.", url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return _issue("fetch-failed", f"{shown} is no http or https address.", url)
        address = _in_time(parts.hostname, port, settings, deadline)
        if address is None:
            return _late(url, settings)
        if address.startswith("!"):
            code = "fetch-private-address" if address.startswith("!private") else "fetch-failed"
            tail = " Set FOGLINE_ALLOW_PRIVATE=1 if you mean it." if code == "fetch-private-address" else ""
            return _issue(code, f"{shown}: {address.split(' ', 1)[1]}.{tail}", url)
        try:
            found = _taken(current, address, settings, deadline)
        except (httpx.TimeoutException, httpcore.TimeoutException):
            return _late(url, settings)
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, OSError) as error:
            return _issue("fetch-failed", f"{url} could not be fetched: {error or type(error).__name__}.", url)
        if isinstance(found, bytes):
            return _issue("fetch-failed", f"{url} answered {found.decode('ascii', 'replace')}.", url)
        if isinstance(found, str):
            try:
                current = urljoin(current, found)
            except ValueError as error:
                message = f"{shown} leads to {without_credentials(found)[:200]!r}, which is no address: {error}."
                return _issue("fetch-failed", message, url)
            continue
        data, media_type = found
        if data is None:
            message = f"{url} is larger than {settings.max_item_bytes:,} bytes; nothing of it was kept. FOGLINE_MAX_ITEM_BYTES raises the limit."
            return _issue("fetch-too-large", message, url)
        return Capture(data, shown, media_type, hints=hints or Hints())
    return _issue("fetch-redirects", f"{url} redirects more than {MOST_REDIRECTS} times.", url)


def _taken(url: str, address: str, settings: Settings, deadline: float) -> tuple[bytes | None, str | None] | str | bytes:
    """Return data (None if too much) and media type, or the address that it redirects to, or the status line of a failure."""
    headers = {
        "User-Agent": f"Fogline/{__version__}",
        "Accept": "text/html,application/xhtml+xml,application/xml,text/plain;q=0.9,*/*;q=0.5",
    }
    with (
        httpx.Client(transport=_Pinned(address, deadline), timeout=settings.fetch_timeout_s, trust_env=False) as client,
        client.stream("GET", url, headers=headers, follow_redirects=False) as response,
    ):
        if response.is_redirect:
            return str(response.headers.get("location", ""))
        if response.status_code != 200:
            return f"{response.status_code} {response.reason_phrase}".strip().encode("ascii", "replace")
        data = bytearray()
        for chunk in response.iter_bytes():
            data += chunk
            if len(data) > settings.max_item_bytes:
                return None, None
        return bytes(data), response.headers.get("content-type")


class _Pinned(httpx.HTTPTransport):
    """A transport that connects to one checked address, whatever the name would resolve to by then."""

    def __init__(self, address: str, deadline: float) -> None:
        super().__init__(verify=_certificates(), trust_env=False)
        # httpx has no argument for this; the pool is what it hands requests to.
        self._pool = httpcore.ConnectionPool(
            ssl_context=_certificates(), max_connections=1, network_backend=_Backend(address, deadline)
        )


@cache
def _certificates() -> SSLContext:
    """Return the trusted authorities, read once: reading them takes a tenth of a second."""
    return httpx.create_ssl_context(trust_env=False)


class _Backend(httpcore.NetworkBackend):
    def __init__(self, address: str, deadline: float) -> None:
        self._address = address
        self._deadline = deadline
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        left = _left(self._deadline)
        return _Stream(self._sockets.connect_tcp(self._address, port, left, local_address, socket_options), self._deadline)


class _Stream(httpcore.NetworkStream):
    """A connection of which every step gets only the time that is left in all.

    The limits of httpx are for one read each: a server that sends a byte
    of its headers just in time would hold us for ever.
    """

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._deadline))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, _left(self._deadline)), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time for this address is over")
    return left


def _in_time(host: str, port: int, settings: Settings, deadline: float) -> str | None:
    """Return what ``_checked_address`` returns, or None if resolving the name takes too long; it cannot be interrupted."""
    found: list[str] = []
    asking = threading.Thread(target=lambda: found.append(_checked_address(host, port, settings)), daemon=True)
    asking.start()
    asking.join(max(0.0, deadline - time.monotonic()))
    return found[0] if found else None


def _checked_address(host: str, port: int, settings: Settings) -> str:
    """Return the address to connect to, or "!private …" or "!unknown …" with the reason."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = [ipaddress.ip_address(str(sockaddr[0]).split("%")[0]) for *_, sockaddr in found]
    except (OSError, ValueError) as error:
        return f"!unknown {host} cannot be resolved ({error})"
    for address in addresses:
        if not settings.allow_private_addresses and not _is_public(address):
            return f"!private {host} is at {address}, an address of a private network"
    return str(found[0][4][0])


def _is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Return whether an address, and any IPv4 address inside it, belongs to the public internet."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _NAT64:
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if any(i is not None and not _is_public(i) for i in inner):
            return False
        if address.ipv4_mapped is not None:
            return True
    return address.is_global and not address.is_multicast


def _late(url: str, settings: Settings) -> Issue:
    message = f"{url} did not finish within {settings.fetch_timeout_s:g} seconds; nothing of it was kept."
    return _issue("fetch-timeout", message, url)


def _issue(code: str, message: str, url: str) -> Issue:
    return Issue(code, message, "intake", Severity.ERROR, location=url)
