"""A real server on loopback that misbehaves in every way that matters."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from fogline.intake.capture import Capture
from fogline.intake.fetch import fetch
from fogline.issue import Issue
from fogline.settings import Settings


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/page":
            self.answer(200, b"<html>fine</html>")
        elif self.path == "/loop":
            self.answer(302, b"", location="/loop")
        elif self.path == "/to-private":
            self.answer(302, b"", location="http://10.0.0.7/secret")
        elif self.path == "/file":
            self.answer(302, b"", location="file:///etc/passwd")
        elif self.path == "/to-nowhere":
            self.answer(302, b"", location="http://[bad/x")
        elif self.path == "/guarded":
            self.answer(200 if self.headers["Authorization"] else 401, b"<html>fine</html>")
        elif self.path == "/endless":
            self.drip(b"x" * 4096, 0.0)
        elif self.path == "/drip":
            self.drip(b"x", 0.05)
        else:
            self.answer(404, b"gone")

    def answer(self, status: int, body: bytes, location: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def drip(self, chunk: bytes, pause_s: float) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(20_000):
                self.wfile.write(chunk)
                time.sleep(pause_s)
        except OSError:
            pass  # the client has had enough, as it should

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


OPEN = Settings(allow_private_addresses=True, fetch_timeout_s=1.0, max_item_bytes=100_000)


def code_of(found: Capture | Issue) -> str:
    assert isinstance(found, Issue)
    return found.code


def test_page_is_fetched_with_its_media_type(address: str) -> None:
    found = fetch(f"{address}/page", OPEN)
    assert isinstance(found, Capture)
    assert (found.data, found.media_type) == (b"<html>fine</html>", "text/html")


def test_own_network_is_not_asked_unless_allowed(address: str) -> None:
    assert code_of(fetch(f"{address}/page", Settings())) == "fetch-private-address"


def test_redirect_to_a_private_address_is_not_followed(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import fogline.intake.fetch as module

    checked = module._checked_address
    loopback_allowed = lambda host, port, settings: host if host == "127.0.0.1" else checked(host, port, settings)  # noqa: E731
    monkeypatch.setattr(module, "_checked_address", loopback_allowed)
    found = fetch(f"{address}/to-private", Settings(fetch_timeout_s=1.0))
    assert code_of(found) == "fetch-private-address"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/loop", "fetch-redirects"),
        ("/file", "fetch-failed"),
        ("/to-nowhere", "fetch-failed"),
        ("/endless", "fetch-too-large"),
        ("/drip", "fetch-timeout"),
        ("/none", "fetch-failed"),
    ],
)
def test_a_server_that_misbehaves_gets_a_clear_answer(address: str, path: str, code: str) -> None:
    assert code_of(fetch(address + path, OPEN)) == code


def test_credentials_are_sent_and_never_printed(address: str) -> None:
    guarded = address.replace("//", "//ada:s3cret@")
    found = fetch(f"{guarded}/guarded", OPEN)
    assert isinstance(found, Capture) and found.location == f"{address}/guarded"
    for path in ("/none", "/loop", "/to-nowhere", "/endless"):
        issue = fetch(guarded + path, OPEN)
        assert isinstance(issue, Issue) and "s3cret" not in issue.message + str(issue.location)


def test_name_that_does_not_exist_is_an_issue() -> None:
    assert code_of(fetch("http://no-such-host.invalid/", OPEN)) == "fetch-failed"
