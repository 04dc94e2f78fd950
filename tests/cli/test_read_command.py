"""``fogline read`` with place names that were given instead of found."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from test_command_line import Shell

TEXT = "Rebels captured the town of Hajin on Monday, activists said."
AT = TEXT.index("Hajin")


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path, monkeypatch, capsys)


def resolved(shell: Shell, text: str, *gold: object) -> tuple[int, str, str]:
    """Read one record, with the lines of a file of given names."""
    record = {"id": "one", "date": "2016-07-01", "text": text}
    (shell.folder / "r.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    (shell.folder / "gold.jsonl").write_text("".join(json.dumps(g) + "\n" for g in gold), encoding="utf-8")
    return shell.run("read", "r.jsonl", "--as", "toponyms", "--gold-mentions", "gold.jsonl")


def names(start: Any, end: Any) -> dict[str, object]:
    return {"id": "one", "toponyms": [{"start": start, "end": end}]}


def test_given_names_are_resolved_where_they_stand(shell: Shell) -> None:
    code, out, err = resolved(shell, TEXT, names(AT, AT + 5))
    assert code == 0, err
    (found,) = json.loads(out)["toponyms"]
    assert (found["start"], found["end"], found["name"]) == (AT, AT + 5, "Hajin")


def test_a_given_name_that_ends_with_a_composed_letter_is_the_name_and_no_more(shell: Shell) -> None:
    text = unicodedata.normalize("NFD", "Rédigé à Genève, révisé à Besançon: shells fell on Gaó on Monday.")
    start, end = text.index("Gao"), text.index(" on Monday")
    code, out, err = resolved(shell, text, names(start, end))
    assert code == 0, err
    (found,) = json.loads(out)["toponyms"]
    assert (found["start"], found["name"]) == (start, "Gao")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ({"id": "one", "toponyms": [{"end": 33}]}, 'line 2: {"end": 33} has no start and end in whole characters.'),
        (names("28", 33), "has no start and end in whole characters."),
        (names(33, 28), "line 2: A span needs 0 <= start < end, got 33..28."),
        ({"id": "one"}, "line 2: it lacks an id or a list of toponyms."),
        (["one"], "line 2: it lacks an id or a list of toponyms."),
    ],
    ids=["no start", "a word for a number", "reversed", "no toponyms", "a list"],
)
def test_a_line_that_gives_no_name_is_refused_with_its_number(shell: Shell, line: object, says: str) -> None:
    code, out, err = resolved(shell, TEXT, {"id": "other", "toponyms": []}, line)
    assert (code, out) == (2, "")
    assert says in err and 'Each line needs {"id", "toponyms": [{"start", "end"}]}.' in err


def test_a_given_name_outside_the_text_is_refused_with_its_report(shell: Shell) -> None:
    code, _, err = resolved(shell, TEXT, names(900, 905))
    assert code == 2
    assert "900 to 905 of 'one', but no text stands there: it is 60 characters long." in err


def test_given_names_without_anything_to_resolve_them_for_are_refused(shell: Shell) -> None:
    (shell.folder / "gold.jsonl").write_text("", encoding="utf-8")
    code, _, err = shell.run("read", "r.jsonl", "--gold-mentions", "gold.jsonl")
    assert code == 2 and "add --as toponyms" in err
