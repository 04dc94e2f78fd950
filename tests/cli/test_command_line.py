"""The command line as a person uses it, typing errors included."""

from __future__ import annotations

import errno
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

import fogline
from fogline.cli.issues_command import CODES
from fogline.cli.main import main
from fogline.issue import Issue

TEXT = (
    "Shells kill six in river town\n\n"
    "Published 13 December 2018\n\n"
    "Government artillery shelled the market of Hajin on Wednesday, killing at least six people, the Syrian Observatory for Human Rights said. "
    "The Syrian army denied that it had fired. Islamic State fighters captured the village of Susah on Tuesday, the monitor said."
)


class Shell:
    """Runs commands in one folder and remembers what they printed."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.monkeypatch, self.capsys = folder, monkeypatch, capsys
        monkeypatch.chdir(folder)

    def run(self, *arguments: str) -> tuple[int, str, str]:
        self.monkeypatch.setattr("sys.argv", ["fogline", *arguments])
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        printed = self.capsys.readouterr()
        return code, printed.out, printed.err


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    return Shell(tmp_path, monkeypatch, capsys)


def test_mistyped_command_is_guessed(shell: Shell) -> None:
    code, _, err = shell.run("colect", "report.txt")
    assert code == 2
    assert "Did you mean 'collect'?" in err


def test_mistyped_day_is_explained(shell: Shell) -> None:
    code, _, err = shell.run("read", "report.txt", "--date", "13.12.2018")
    assert code == 2
    assert "write it as 2018-12-13" in err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("incidents", "--since", "2019-04-01", "--until", "2019-03-01"), "--until 2019-03-01 is before --since 2019-04-01"),
        (("export", "control-geojson", "--since", "2019-04-01", "--until", "2019-03-01"), "no day lies between them"),
        (("issues", "--limit", "-5"), "not in the range"),
        (("collect", "report.txt", "--ledger", "sqlite:///"), "names no file"),
        (("collect", "report.txt", "--ledger", "sqlite+pysqlite:///:memory:"), "names no file"),
        (("collect", "report.txt", "--ledger", "sqlite://t9.db"), "'sqlite://t9.db' names no file; write sqlite:///t9.db."),
        (("collect", "report.txt", "--ledger", "sqlite:t.db"), "A file is written sqlite:///t.db."),
        (("serve", "--port", "99999"), "not in the range"),
    ],
    ids=["days", "days of an export", "limit", "ledger in memory", "driver named", "two slashes", "no slash", "port"],
)
def test_what_cannot_be_meant_is_refused(shell: Shell, arguments: tuple[str, ...], says: str) -> None:
    code, _, err = shell.run(*arguments)
    assert code == 2
    assert says in err
    assert [path.name for path in shell.folder.iterdir()] == ["report.txt"]


def test_ledger_without_reports_says_what_to_do(shell: Shell) -> None:
    shell.run("collect", "gone.txt")
    assert "fogline collect SOURCE" in shell.run("incidents")[1]
    assert shell.run("origins")[1].count("\n") == 1
    assert "Nor of any other place." in shell.run("control", "Hajin")[2]


def test_narrow_terminal_keeps_what_happened(shell: Shell) -> None:
    shell.run("collect", "report.txt")
    shell.monkeypatch.setenv("COLUMNS", "40")
    assert "Hajin" in shell.run("incidents")[1]


def test_the_list_says_who_asks_whom(shell: Shell, tmp_path: Path) -> None:
    text = "Uganda condemned Rwanda on Friday. The United Nations urged Rwanda to withdraw its troops from Goma."
    (tmp_path / "quarrel.txt").write_text(text, encoding="utf-8")
    shell.run("collect", "quarrel.txt", "--date", "2019-05-03")
    shell.monkeypatch.setenv("COLUMNS", "160")
    assert "request: United Nations → Rwanda, Goma" in shell.run("incidents")[1]


def test_full_disk_is_said_in_one_line(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.run("collect", "gone.txt")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("fogline.cli.issues_command.print_json", full)
    monkeypatch.setattr("fogline.cli.main._drop_output", lambda: None)
    code, _, err = shell.run("issues", "--json")
    assert (code, err) == (1, "Error: The output could not be written to its end: No space left on device.\n")


def test_output_that_nobody_reads_to_its_end_is_no_failure(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.run("collect", "gone.txt")

    def gone(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("fogline.cli.issues_command.print_json", gone)
    monkeypatch.setattr("fogline.cli.main._drop_output", lambda: None)
    assert shell.run("issues", "--json")[0] == 0


def test_missing_file_ends_with_one_and_names_it(shell: Shell) -> None:
    code, out, err = shell.run("read", "reprot.txt")
    assert (code, out) == (1, "")
    assert "There is no file reprot.txt" in err


def test_read_prints_claims_whose_spans_are_the_words(shell: Shell) -> None:
    code, out, _ = shell.run("read", "report.txt")
    row = json.loads(out)
    assert (code, row["id"]) == (0, "report.txt")
    assert row["claims"], "no claim was read from a text full of them"
    for claim in row["claims"]:
        start, end = claim["quote_span"]
        assert TEXT[start:end] == claim["quote"]


def test_read_as_a_table_says_who_speaks(shell: Shell) -> None:
    _, out, _ = shell.run("read", "report.txt", "--table")
    assert "Observatory" in out.replace("\n", " ")


def test_read_prints_one_line_a_record_with_its_own_id_and_offsets(shell: Shell) -> None:
    text = "Cafe\u0301 shelled.\r\nRebels captured the town of Hajin on Monday, activists said."
    (shell.folder / "r.jsonl").write_text(json.dumps({"id": "one", "date": "2016-07-01", "text": text}) + "\n", encoding="utf-8")
    _, out, _ = shell.run("read", "r.jsonl", "--as", "toponyms")
    row = json.loads(out)
    assert row["id"] == "one"
    assert "Hajin" in [text[t["start"] : t["end"]] for t in row["toponyms"]]


def test_collecting_twice_adds_nothing(shell: Shell) -> None:
    _, first, _ = shell.run("collect", "report.txt", "--json")
    _, second, _ = shell.run("collect", "report.txt", "--json")
    assert json.loads(first)["reports_new"] == 1
    assert json.loads(first)["claims_new"] > 0
    assert (json.loads(second)["reports_new"], json.loads(second)["reports_known"], json.loads(second)["claims_new"]) == (0, 1, 0)


def test_one_bad_item_does_not_stop_the_rest_and_is_listed(shell: Shell) -> None:
    (shell.folder / "noise.txt").write_bytes(b"\x00\x01" * 50)
    code, out, _ = shell.run("collect", "noise.txt", "report.txt", "gone.txt")
    assert code == 0
    assert "1 new report" in out and "2 could not be taken in" in out
    _, listed, _ = shell.run("issues", "--json")
    assert {"not-text", "missing-file"} <= {i["code"] for i in json.loads(listed)}


def test_what_was_collected_can_be_shown_exported_and_verified(shell: Shell) -> None:
    shell.run("collect", "report.txt")
    _, listed, _ = shell.run("incidents", "--json")
    incident = json.loads(listed)[0]
    code, shown, _ = shell.run("show", incident["id"][:16])
    assert code == 0 and "independent origin" in shown
    code, out, _ = shell.run("export", "incidents-csv")
    assert code == 0 and incident["id"] in out
    code, out, _ = shell.run("verify")
    assert code == 0


def test_changed_ledger_fails_verification(shell: Shell) -> None:
    import sqlite3

    shell.run("collect", "report.txt")
    with sqlite3.connect(shell.folder / "fogline.db") as raw:
        for (name,) in raw.execute("select name from sqlite_master where type = 'trigger'").fetchall():
            raw.execute(f'drop trigger "{name}"')
        raw.execute("update entries set body = replace(body, cast('Hajin' as blob), cast('Hejin' as blob)) where seq = 1")
    raw.close()
    code, out, err = shell.run("verify")
    assert code == 1, out + err


def test_unknown_export_lists_what_there_is(shell: Shell) -> None:
    shell.run("collect", "report.txt")
    code, _, err = shell.run("export", "kml")
    assert code == 2
    assert (
        "Unknown export 'kml'. Available: acled-csv, airwars-csv, brief, claims-jsonl, control-geojson, geojson, incidents-csv,"
        in err
    )


def test_file_that_is_no_ledger_is_left_alone(shell: Shell) -> None:
    code, _, err = shell.run("incidents", "--ledger", "report.txt")
    assert code == 1 and "report.txt" in err
    assert (shell.folder / "report.txt").read_text(encoding="utf-8") == TEXT


def test_no_ledger_yet_names_the_next_step(shell: Shell) -> None:
    code, _, err = shell.run("incidents")
    assert code == 1 and "fogline collect" in err


def test_merge_by_a_reviewer_wins_and_can_be_withdrawn(shell: Shell) -> None:
    shell.run("collect", "report.txt")

    def incidents() -> list[dict[str, object]]:
        return json.loads(shell.run("incidents", "--json")[1])  # type: ignore[no-any-return]

    before = incidents()
    assert len(before) > 1
    shell.run("review", "merge", str(before[0]["id"]), str(before[1]["id"]), "--reason", "one attack", "--reviewer", "R. Viewer")
    assert len(incidents()) == len(before) - 1
    _, listed, _ = shell.run("review", "list", "--json")
    shell.run("review", "withdraw", json.loads(listed.split("\n")[0])["id"], "--reason", "mistaken", "--reviewer", "R. Viewer")
    assert len(incidents()) == len(before)


def test_only_a_reviewer_confirms_and_the_reason_is_shown(shell: Shell) -> None:
    shell.run("collect", "report.txt")
    incident = str(json.loads(shell.run("incidents", "--json")[1])[0]["id"])
    code, _, err = shell.run("review", "status", incident, "--value", "certain", "--reason", "x", "--reviewer", "R. Viewer")
    assert code == 2 and "confirmed" in err
    shell.run("review", "status", incident, "--value", "confirmed", "--reason", "admitted by the army", "--reviewer", "R. Viewer")
    graded = next(i for i in json.loads(shell.run("incidents", "--json")[1]) if i["id"] == incident)
    assert graded["status"] == "confirmed"
    assert "admitted by the army" in graded["status_reason"]


def test_unknown_issue_code_is_refused_with_those_there_are(shell: Shell) -> None:
    shell.run("collect", "report.txt")
    code, _, err = shell.run("issues", "--code", "no-dates")
    assert code == 2
    assert "Unknown code 'no-dates'. Did you mean 'no-date'?" in err and "unknown-place" in err


def test_known_issue_code_that_nothing_has_is_no_mistake(shell: Shell) -> None:
    shell.run("collect", "report.txt")
    assert shell.run("issues", "--code", "not-a-warc")[0] == 0


def test_every_issue_code_of_the_source_is_known() -> None:
    used: set[str] = set()
    for path in Path(fogline.__file__).parent.rglob("*.py"):
        used.update(re.findall(r'\b_?[Ii]ssue\(\s*"([a-z-]+)"', path.read_text(encoding="utf-8")))
    assert used and used <= CODES


def _refuses(*_: object, **__: object) -> None:
    raise ValueError("no reader today")


def test_reading_that_fails_for_every_report_ends_with_one(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fogline.pipeline.Pipeline.reading_of", _refuses)
    code, _, err = shell.run("read", "report.txt")
    assert code == 1
    assert "no reader today" in err and "None of 1 report could be read." in err


def test_reading_that_fails_for_some_ends_with_zero_and_says_so(shell: Shell) -> None:
    code, out, err = shell.run("read", "report.txt", "gone.txt")
    assert (code, out.count("\n")) == (0, 1)
    assert "1 of 2 reports could not be read." in err


def test_demo_of_which_nothing_can_be_read_ends_with_one(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fogline.pipeline.Pipeline.reading_of", _refuses)
    code, _, err = shell.run("demo", "--no-serve")
    assert code == 1
    assert "could be read" in err and "no reader today" in err


def test_a_place_spelt_otherwise_is_suggested(shell: Shell) -> None:
    shell.run("collect", "report.txt")
    assert "Did you mean 'Susah'?" in shell.run("control", "Sousah")[2]


def test_an_issue_names_its_file_once_in_full() -> None:
    issue = Issue("no-date", "/long/way/report.txt has no date.", "intake", location="/long/way/report.txt")
    assert issue.brief == "report.txt has no date."
    assert replace(issue, location="https://example.org/a").brief == issue.message


def test_demo_names_its_own_ledger(shell: Shell) -> None:
    out = shell.run("demo", "--help")[1]
    assert "fogline-demo.db here]" in out
