"""``fogline demo``: what it says of the ledger it made."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_command_line import TEXT, Shell

from fogline.intake.capture import Hints


def test_demo_names_its_ledger_without_what_the_url_carries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shell = Shell(tmp_path, monkeypatch, capsys)
    for name, lead in (("herald.txt", ""), ("courier.txt", "From our correspondent: ")):
        (tmp_path / name).write_text(lead + TEXT, encoding="utf-8")
    monkeypatch.setattr(
        "fogline.cli.demo_command.samples",
        lambda: {name: Hints(outlet=name) for name in ("herald.txt", "courier.txt")},
    )
    code, out, err = shell.run("demo", "--no-serve", "--ledger", "sqlite:///fog.db?user=lena&password=s3cret")
    assert code == 0, err
    assert "The ledger fog.db has" in out and "--ledger fog.db" in out
    assert "s3cret" not in out + err
