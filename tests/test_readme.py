"""The session in the README, run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from fogline.cli.main import main

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
SESSION = re.search(r"```console\n(.*?)```", README, re.DOTALL)

# What must be printed by each command, whatever the processor: int8
# arithmetic differs in the last bit between processor families, so ids and
# counts of claims are not compared.
SAID = {
    "demo": ("38 new reports", "1 kept but not read", "independent origin", "How do we know? fogline show"),
    "incidents": ("reports, origins", "territory-gained, Hajin"),
    "show": ("independent origin", "Why these claims are held to be one happening"),
    "control": ("Hajin", "on the word of"),
    "verify": ("The ledger holds:", "38 captures"),
}


def test_commands_of_the_readme_do_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert SESSION is not None
    monkeypatch.chdir(tmp_path)
    commands = [line[2:] for line in SESSION.group(1).split("\n") if line.startswith("$ ")]
    shown = ""
    for command in commands:
        words = shlex.split(command)
        if words[0] == "export":
            name, value = words[1].split("=", 1)
            monkeypatch.setenv(name, value)
            continue
        if words[1] == "show":
            words[2] = shown
        monkeypatch.setattr("sys.argv", words)
        try:
            main()
        except SystemExit as stop:
            assert not stop.code, command
        printed = " ".join(capsys.readouterr().out.split())
        for expected in SAID[words[1]]:
            assert expected in printed, f"{command} does not say {expected!r}"
        if found := re.search(r"fogline show ([0-9a-f]+)", printed):
            shown = found.group(1)
    assert {shlex.split(c)[1] for c in commands if not c.startswith("export")} == set(SAID)
