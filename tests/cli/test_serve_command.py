"""``fogline serve``: which ledger it opens, and what it says of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from test_command_line import Shell

from fogline.ledger.ledger import Ledger


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path, monkeypatch, capsys)


def test_pages_name_the_ledger_without_what_its_url_carries(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    Ledger.open("sqlite:///fog.db", create=True).close()
    shown: list[str] = []

    def look(app: FastAPI, **_: object) -> None:
        shown.extend(TestClient(app, base_url="http://127.0.0.1").get(page).text for page in ("/", "/about"))

    monkeypatch.setattr("uvicorn.run", look)
    monkeypatch.setattr("fogline.workbench.assets.ensure_assets", lambda say: None)
    code, out, err = shell.run("serve", "--ledger", "sqlite:///fog.db?user=lena&password=s3cret")
    assert code == 0, err
    assert len(shown) == 2 and all(">fog.db</p>" in page for page in shown)
    assert not any("s3cret" in text for text in (*shown, out, err))


def test_nothing_is_built_for_a_ledger_that_is_not_there(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[str] = []
    monkeypatch.setattr("fogline.workbench.assets.ensure_assets", lambda say: built.append("build"))
    code, _, err = shell.run("serve", "--ledger", "gone.db")
    assert code == 1 and "There is no ledger at 'gone.db'" in err
    assert built == []
