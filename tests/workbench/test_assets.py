from __future__ import annotations

from pathlib import Path

import pytest

from fogline.workbench import assets
from fogline.workbench.assets import built, ensure_assets, fingerprint


def frontend(root: Path) -> Path:
    folder = root / "frontend"
    (folder / "src").mkdir(parents=True)
    (folder / "package.json").write_text("{}")
    (folder / "src" / "workbench.ts").write_text("export {};")
    return folder


def make_build(folder: Path, mark: str) -> None:
    folder.mkdir()
    (folder / "workbench.js").write_text("")
    (folder / "fingerprint.txt").write_text(mark + "\n")


def test_fingerprint_follows_content_and_not_line_ends(tmp_path: Path) -> None:
    folder = frontend(tmp_path)
    before = fingerprint(folder)
    (folder / "src" / "workbench.ts").write_bytes(b"export {};")
    assert fingerprint(folder) == before
    (folder / "src" / "workbench.ts").write_text("export const a = 1;")
    assert fingerprint(folder) != before


def test_build_of_the_same_sources_is_left_alone(tmp_path: Path) -> None:
    folder = frontend(tmp_path)
    build = tmp_path / "build"
    make_build(build, fingerprint(folder))
    said: list[str] = []
    assert ensure_assets(said.append, checkout=tmp_path, build=build) == build
    assert said == []


def test_failed_build_is_said_and_leaves_the_plain_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frontend(tmp_path)
    monkeypatch.setattr(assets, "_node_tools", lambda home, log: "no Node.js from 20.19 on is installed")
    said: list[str] = []
    assert ensure_assets(said.append, checkout=tmp_path, build=tmp_path / "build") is None
    assert "no Node.js from 20.19 on" in said[-1] and "plain map" in said[-1]
    assert built(tmp_path / "build") is None


def test_old_build_is_used_where_a_new_one_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frontend(tmp_path)
    make_build(tmp_path / "build", "older")
    monkeypatch.setattr(assets, "_node_tools", lambda home, log: "the disk is full")
    said: list[str] = []
    assert ensure_assets(said.append, checkout=tmp_path, build=tmp_path / "build") == tmp_path / "build"
    assert "older than its sources" in said[-1]


def test_installed_package_without_sources_uses_what_it_carries(tmp_path: Path) -> None:
    said: list[str] = []
    assert ensure_assets(said.append, checkout=tmp_path, build=tmp_path / "build") is None
    assert "wheel" in said[-1]
    make_build(tmp_path / "build", "carried")
    assert ensure_assets(said.append, checkout=tmp_path, build=tmp_path / "build") == tmp_path / "build"


@pytest.mark.parametrize(
    ("version", "good"), [("v20.18.3", False), ("v20.19.0", True), ("v21.7.0", False), ("v22.11.0", False), ("v24.1.0", True)]
)
def test_node_must_be_one_that_the_builder_runs_on(tmp_path: Path, version: str, good: bool) -> None:
    node = tmp_path / "node"
    node.write_text(f"#!/bin/sh\necho {version}\n")
    node.chmod(0o755)
    assert assets._new_enough(str(node)) is good
