"""``--limit`` means the same to every list: a screenful for people, the whole for a script, and what was asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_command_line import Shell

from builders import a_claim, a_report
from fogline.cli.limits import at_most
from fogline.intake.capture import Capture
from fogline.issue import Issue
from fogline.ledger.ledger import Ledger

# More than any list shows to a person.
MANY = 60
GROUPS = [f"Lantern {chr(65 + n // 26)}{chr(97 + n % 26)}" for n in range(MANY)]
ABDUCTION = f"Gunmen of {GROUPS[0]} kidnapped a doctor"
TEXT = " ".join(f"Gunmen of {group} shelled the mill." for group in GROUPS) + f" {ABDUCTION}."


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("long")
    report = a_report(TEXT)
    claims = [
        a_claim(report, f"Gunmen of {g} shelled the mill", "shelling", trigger="shelled", actor=g, place="Hajin") for g in GROUPS
    ]
    claims.append(a_claim(report, ABDUCTION, "abduction", trigger="kidnapped", actor=GROUPS[0], place="Hajin", on="2018-11-02"))
    issues = [Issue("no-place", f"Mill {n} is not found.", "grounding", report_id=report.id) for n in range(MANY)]
    with Ledger.open(f"sqlite:///{folder / 'fogline.db'}", create=True) as book:
        book.add_report(report, Capture(TEXT.encode(), "mill.txt"))
        book.add_reading(report.id, "hand", claims, issues)
    return folder


@pytest.fixture
def shell(ledger: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(ledger, monkeypatch, capsys)


LISTS = pytest.mark.parametrize(
    ("command", "shown"),
    [
        (("issues", "--code", "no-place"), 50),
        (("actors", "list"), 40),
        (("actors", "list", "--registry"), 40),
        (("gazetteer", "look", "San Jose"), 10),
    ],
    ids=["issues", "actors", "registry", "gazetteer"],
)


def rows(shell: Shell, *arguments: str) -> int:
    """Return how many records a list gives as JSON, be it one array or a line each."""
    code, out, err = shell.run(*arguments, "--json")
    assert code == 0, err
    return len(json.loads(out)) if out.startswith("[") else len(out.splitlines())


@LISTS
def test_json_is_the_whole_list(shell: Shell, command: tuple[str, ...], shown: int) -> None:
    assert rows(shell, *command) == rows(shell, *command, "--limit", "0") > shown


@LISTS
def test_json_is_cut_where_the_caller_said_so(shell: Shell, command: tuple[str, ...], shown: int) -> None:
    assert rows(shell, *command, "--limit", "3") == 3


@LISTS
def test_a_person_is_told_how_many_are_not_shown(shell: Shell, command: tuple[str, ...], shown: int) -> None:
    _, out, _ = shell.run(*command)
    assert f"{rows(shell, *command) - shown:,} more" in out and "--limit 0 prints all" in out
    assert "--limit 0 prints all" not in shell.run(*command, "--limit", "0")[1]


@LISTS
def test_a_limit_below_nought_is_refused(shell: Shell, command: tuple[str, ...], shown: int) -> None:
    code, _, err = shell.run(*command, "--limit", "-1")
    assert code == 2 and "not in the range" in err


def test_decisions_are_few_and_all_shown_unless_a_limit_is_given(shell: Shell, tmp_path: Path) -> None:
    shell.monkeypatch.setenv("FOGLINE_LEDGER", f"sqlite:///{tmp_path / 'decided.db'}")
    report = a_report("Gunmen of the Red Lantern shelled the mill.")
    with Ledger.open(f"sqlite:///{tmp_path / 'decided.db'}", create=True) as book:
        book.add_report(report, Capture(report.text.encode(), "mill.txt"))
    for n in range(3):
        shell.run("actors", "add", f"Lantern {n}", "--kind", "party", "--reason", "a leaflet", "--reviewer", "Ada")
    assert rows(shell, "actors", "list", "--decisions") == 3
    assert rows(shell, "actors", "list", "--decisions", "--limit", "1") == 1


def test_nought_is_all_and_nothing_said_is_a_screenful_for_people_alone() -> None:
    assert at_most(None, 40, as_json=False) == 40
    assert at_most(None, 40, as_json=True) is None
    assert at_most(0, 40, as_json=False) is None
    assert at_most(5, 40, as_json=True) == 5


def test_incidents_as_json_are_all_unless_a_limit_is_given(shell: Shell) -> None:
    assert rows(shell, "incidents", "--limit", "1") == 1 < rows(shell, "incidents") == rows(shell, "incidents", "--limit", "0")
