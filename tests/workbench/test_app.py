"""What the workbench answers when it fails: the page or the JSON that says so, locked down as all others are."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from workbench_sample import sample

from fogline.errors import LedgerLocked
from fogline.workbench.app import create_app
from fogline.workbench.safety import HEADERS
from fogline.workbench.source import MemorySource


@dataclass(frozen=True)
class Failing(MemorySource):
    """A ledger that cannot be read any more."""

    error: Exception = field(default_factory=lambda: RuntimeError("a bug"))

    def now(self) -> MemorySource:
        raise self.error


def failing(folder: Path, error: Exception) -> TestClient:
    return TestClient(
        create_app(Failing("fog.db", error=error), build=folder), base_url="http://127.0.0.1:8765", raise_server_exceptions=False
    )


# A page, its JSON twin, and what is not there: to say so, the page's head is drawn from the ledger too.
@pytest.mark.parametrize("address", ["/", "/reports", "/api/incidents", "/no-such-page", "/api/no-such"])
def test_a_failure_is_said_in_the_form_that_was_asked_for(tmp_path: Path, address: str) -> None:
    answer = failing(tmp_path, RuntimeError("a bug")).get(address)
    assert answer.status_code == 500
    assert "a bug" not in answer.text
    if address.startswith("/api/"):
        assert answer.json() == {"error": "The workbench failed; the log of its terminal says how."}
    else:
        assert "That did not work" in answer.text and "the log of its terminal says how" in answer.text


@pytest.mark.parametrize("address", ["/", "/api/incidents"])
def test_a_failure_is_locked_down_and_kept_by_no_cache(tmp_path: Path, address: str) -> None:
    headers = failing(tmp_path, RuntimeError("a bug")).get(address).headers.multi_items()
    for name, value in HEADERS:
        assert headers.count((name.decode(), value.decode())) == 1, name
    assert ("cache-control", "no-store") in headers


def test_what_the_ledger_says_of_its_failure_is_passed_on(tmp_path: Path) -> None:
    said = "The ledger 'fog.db' is being written to by another program; waited 10 s. Try again when it is done."
    client = failing(tmp_path, LedgerLocked(said))
    assert client.get("/api/incidents").json() == {"error": said}
    assert "Try again when it is done." in client.get("/").text


def test_a_failure_still_reaches_the_terminals_log(tmp_path: Path) -> None:
    client = TestClient(create_app(Failing("fog.db"), build=tmp_path), base_url="http://127.0.0.1:8765")
    with pytest.raises(RuntimeError, match="a bug"):
        client.get("/")


def test_what_is_not_there_is_kept_by_no_cache_and_has_each_header_once(tmp_path: Path) -> None:
    client = TestClient(create_app(sample(), build=tmp_path), base_url="http://127.0.0.1:8765")
    for address in ("/incidents/nobody", "/api/incidents/nobody"):
        answer = client.get(address)
        headers = answer.headers.multi_items()
        assert answer.status_code == 404 and ("cache-control", "no-store") in headers
        assert all(headers.count((name.decode(), value.decode())) == 1 for name, value in HEADERS)
