"""A person's word on who is who, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builders import a_claim, a_report, a_voice
from fogline.claims.renaming import Decisions, Directory, Naming, renamed
from fogline.cli.main import main
from fogline.exports.harm import public_voice
from fogline.exports.withheld import Cleaner
from fogline.grounding.registry import load_registry
from fogline.intake.capture import Capture, Hints
from fogline.ledger.ledger import Ledger

TEXT = "Gunmen of the Red Lantern shelled the mill at noon. The Lantern Movement said the army had fired, not its men."
REPORT = a_report(TEXT)
SHELLING = a_claim(
    REPORT,
    "Gunmen of the Red Lantern shelled the mill at noon",
    "shelling",
    trigger="shelled",
    actor="Red Lantern",
    place="Hajin",
    on="2018-12-12",
)
DENIAL = a_claim(
    REPORT, "the army had fired", "shelling", trigger="fired", actor="the army", by=a_voice("Lantern Movement", "other")
)


class Shell:
    """Runs ``fogline actors`` and the like on one ledger."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys = monkeypatch, capsys
        monkeypatch.chdir(folder)
        capture = Capture(TEXT.encode(), "mill.txt", "text/plain", hints=Hints())
        with Ledger.open("sqlite:///fogline.db", create=True) as book:
            book.add_report(REPORT, capture)
            book.add_reading(REPORT.id, "reader-1", (SHELLING, DENIAL), ())

    def run(self, *arguments: str) -> tuple[int, str, str]:
        self.monkeypatch.setattr("sys.argv", ["fogline", *arguments])
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        printed = self.capsys.readouterr()
        return code, printed.out, printed.err

    def decide(self, *arguments: str) -> tuple[int, str, str]:
        return self.run("actors", *arguments, "--reason", "same flag and spokesman", "--reviewer", "Ada")


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path, monkeypatch, capsys)


def actors_of(shell: Shell, claim_id: str) -> dict[str, object]:
    _, out, _ = shell.run("show", claim_id, "--json")
    actor: dict[str, object] = json.loads(out)["actor"][0]
    return actor


def test_list_counts_names_and_says_which_are_in_no_registry(shell: Shell) -> None:
    code, out, _ = shell.run("actors", "list", "--unknown")
    assert code == 0
    assert "Red Lantern  [not in the registry]  1 claim, 1 report" in out


def test_named_actor_shows_in_claims_read_before(shell: Shell) -> None:
    code, out, _ = shell.decide("name", "Red Lantern", "--as", "houthis")
    assert code == 0
    assert "1 claim read before is about Houthis" in out
    actor = actors_of(shell, SHELLING.id)
    assert (actor["name"], actor["basis"], actor["read_as"], actor["read_basis"]) == (
        "Houthis",
        "reviewed",
        "Red Lantern",
        "unknown",
    )
    _, shown, _ = shell.run("actors", "show", "Houthis")
    assert "read as 'Red Lantern' in 1 place" in shown and "Ada: same flag and spokesman" in shown
    _, incidents, _ = shell.run("incidents", "--json")
    assert "Houthis" in incidents


def test_withdrawn_decision_gives_the_reading_back(shell: Shell) -> None:
    _, out, _ = shell.decide("name", "Red Lantern", "--as", "Houthis")
    code, _, _ = shell.run("review", "withdraw", out.split()[0], "--reason", "another flag", "--reviewer", "Ada")
    assert code == 0
    actor = actors_of(shell, SHELLING.id)
    assert actor["name"] == "Red Lantern" and "read_as" not in actor
    assert shell.run("verify")[0] == 0


def test_merge_keeps_the_first_name(shell: Shell) -> None:
    code, _, _ = shell.decide("merge", "Red Lantern", "Lantern Movement")
    assert code == 0
    _, out, _ = shell.run("show", DENIAL.id, "--json")
    assert json.loads(out)["origin"][0]["name"] == "Red Lantern"


def test_added_actor_is_known_by_all_its_names(shell: Shell) -> None:
    code, out, _ = shell.decide("add", "Red Lantern", "--kind", "party", "--country", "YE", "--alias", "Lantern Movement")
    assert (code, "2 claims read before are about Red Lantern" in out) == (0, True)
    _, listed, _ = shell.run("actors", "list")
    assert "Red Lantern  [ledger-red-lantern]  2 claims" in listed
    code, _, err = shell.decide("add", "Lantern Movement", "--kind", "party")
    assert code == 2 and "known already: Red Lantern" in err


def test_mistyped_actor_is_guessed(shell: Shell) -> None:
    code, _, err = shell.decide("name", "Red Lantern", "--as", "Houtis")
    assert code == 2
    assert "Did you mean 'Houthis'" in err
    code, _, err = shell.decide("name", "Red Lantren", "--as", "Houthis")
    assert code == 2 and "Did you mean 'Red Lantern'" in err
    code, _, err = shell.run("actors", "show", "Hezbolah")
    assert code == 2 and "'Hezbollah'" in err


def test_words_that_point_elsewhere_need_a_claim(shell: Shell) -> None:
    code, _, err = shell.decide("name", "the army", "--as", "Yemen")
    assert code == 2 and "--claim" in err
    code, _, _ = shell.decide("name", "the army", "--as", "Yemen", "--claim", DENIAL.id)
    assert code == 0
    assert actors_of(shell, DENIAL.id)["name"] == "Yemen"


def test_decision_without_a_reason_is_refused(shell: Shell) -> None:
    code, _, err = shell.run("actors", "merge", "Red Lantern", "Lantern Movement")
    assert code == 2 and "--reason" in err


def test_decisions_are_listed_with_who_and_why(shell: Shell) -> None:
    shell.decide("merge", "Red Lantern", "Lantern Movement")
    _, out, _ = shell.run("actors", "list", "--decisions")
    assert "'Lantern Movement' → Red Lantern" in out and "Ada: same flag and spokesman" in out


def test_public_export_holds_back_the_reviewer_and_the_person_behind_a_role(shell: Shell) -> None:
    spoken = a_claim(REPORT, "the army had fired", "shelling", trigger="fired", by=a_voice("Amal Haddad", "other"))
    (claim,) = renamed(
        (spoken,), Decisions((Naming(("Amal Haddad",), "Yemen", by="Ada: spokeswoman"),)), Directory(load_registry())
    )
    voice = public_voice(claim.origin[0], Cleaner({}, {}))
    assert (voice.name, voice.text, voice.read_as, voice.reason) == ("Yemen", None, None, "decided by a reviewer")


def test_registry_is_shown_without_a_ledger(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    shell.monkeypatch.chdir(tmp_path / "elsewhere")
    code, out, _ = shell.run("actors", "show", "RSF")
    assert code == 0
    assert "Rapid Support Forces" in out and "There is no ledger" in out
    _, out, _ = shell.run("actors", "list", "--registry", "--country", "SD", "--limit", "100")
    assert "Rapid Support Forces  [rsf]  party, SD" in out and "Houthis" not in out
    code, _, err = shell.run("actors", "show", "RSF", "--ledger", "none.db")
    assert code == 1 and "There is no ledger" in err
