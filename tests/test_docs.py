"""Every command, option and setting is documented, and no page points nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from fogline.cli.main import COMMANDS, cli

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def commands() -> list[tuple[str, click.Command]]:
    out: list[tuple[str, click.Command]] = []
    for name in COMMANDS:
        found = cli.get_command(click.Context(cli), name)
        assert found is not None
        if isinstance(found, click.Group):
            out += [(f"{name} {inner}", c) for inner, c in found.commands.items()]
        else:
            out.append((name, found))
    return out


@pytest.mark.parametrize(("name", "found"), commands(), ids=lambda v: v if isinstance(v, str) else "")
def test_command_and_its_options_are_documented(name: str, found: click.Command) -> None:
    row = next((line for line in PAGE.split("\n") if line.startswith(f"| `fogline {name}")), None)
    assert row is not None, f"docs/commands.md lacks `fogline {name}`"
    for parameter in found.params:
        if isinstance(parameter, click.Option):
            assert any(f"{o}" in row for o in parameter.opts if o.startswith("--")), f"{name} {parameter.opts}"


def test_settings_are_documented() -> None:
    sources = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "src").rglob("*.py"))
    used = set(re.findall(r"[\"'](FOGLINE_[A-Z_]+)[\"']", sources))
    assert used, "no settings found: the pattern is wrong"
    assert used <= set(re.findall(r"FOGLINE_[A-Z_]+", PAGE))


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} points to {target}"
