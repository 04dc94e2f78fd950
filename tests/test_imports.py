"""Imports point upward, and the light install stays light."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import fogline

PACKAGE = Path(fogline.__file__).parent

# What may be imported by what stands further down, never the other way.
ORDER = [
    "span", "ids", "issue", "errors", "settings", "cycles",
    "intake", "reading", "grounding", "claims", "incidents", "control", "ledger", "pipeline",
    "exports", "workbench", "models", "cli",
]  # fmt: skip

MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p.parent != PACKAGE or p.stem in ORDER)


def place(module: str) -> int:
    return ORDER.index(module.split(".")[1])


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("fogline."):
            found.add(node.module or "")
        elif isinstance(node, ast.Import):
            found |= {a.name for a in node.names if a.name.startswith("fogline.")}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_upward(path: Path) -> None:
    mine = ORDER.index(path.relative_to(PACKAGE).parts[0].removesuffix(".py"))
    below = {m for m in imported(path) if place(m) > mine}
    assert not below, f"{path.relative_to(PACKAGE)} imports what stands below it"


def loaded_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sorted({{m.split('.')[0] for m in sys.modules}}))"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def test_stages_from_reading_to_control_know_no_database_and_no_network() -> None:
    stages = "import fogline.reading.read, fogline.claims.assemble, fogline.incidents.linking, fogline.control.evidence"
    assert not loaded_by(stages) & {"sqlalchemy", "httpx", "fastapi", "torch"}


def test_the_whole_pipeline_runs_without_pytorch() -> None:
    assert "torch" not in loaded_by(
        "import fogline.pipeline, fogline.workbench.app, fogline.cli.read_command, fogline.cli.evaluation"
    )


def test_help_loads_no_stage() -> None:
    assert not loaded_by("import fogline.cli.main") & {"numpy", "onnxruntime", "sqlalchemy", "lxml", "rich"}
