from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from ledger_builders import PROSE, capture_of, report_of
from sqlalchemy import create_engine, make_url, text

from fogline.errors import LedgerDamaged, LedgerError, LedgerReadOnly, NotALedger, UsageError
from fogline.ledger import Ledger

REPORT = report_of()


def made(path: Path) -> str:
    url = f"sqlite:///{path}"
    with Ledger.open(url, create=True) as ledger:
        ledger.add_report(REPORT, capture_of(PROSE))
    return url


def test_a_missing_ledger_names_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"There is no ledger at '.*none.db'. Make one with: fogline collect SOURCE"):
        Ledger.open(f"sqlite:///{tmp_path / 'none.db'}")
    assert not (tmp_path / "none.db").exists()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"The folder '.*attic' for the ledger does not exist"):
        Ledger.open(f"sqlite:///{tmp_path / 'attic' / 'ledger.db'}", create=True)


def test_a_folder_is_not_a_ledger(tmp_path: Path) -> None:
    with pytest.raises(NotALedger, match="is a folder"):
        Ledger.open(f"sqlite:///{tmp_path}", create=True)


@pytest.mark.parametrize("create", [False, True])
def test_a_text_file_is_not_a_ledger_and_is_left_alone(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(PROSE)
    with pytest.raises(NotALedger, match="is no SQLite file"):
        Ledger.open(f"sqlite:///{path}", create=create)
    assert path.read_text() == PROSE


@pytest.mark.parametrize("create", [False, True])
def test_another_programs_database_is_not_a_ledger_and_is_left_alone(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "birds.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE sightings (bird TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotALedger, match="not a Fogline ledger: it holds the tables sightings"):
        Ledger.open(f"sqlite:///{path}", create=create)
    assert path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["birds.db"]


def test_an_empty_file_becomes_a_ledger_only_when_one_is_to_be_made(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    path.touch()
    with pytest.raises(NotALedger, match="is empty"):
        Ledger.open(f"sqlite:///{path}")
    made(path)
    with Ledger.open(f"sqlite:///{path}") as ledger:
        assert ledger.reports() == (REPORT,)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("fogline.db", r"'fogline\.db' is no ledger URL\. A file is written sqlite:///fogline\.db"),
        ("/srv/fogline.db", r"A file is written sqlite:////srv/fogline\.db"),
        ("sqlite:t.db", r"'sqlite:t\.db' is no ledger URL\. A file is written sqlite:///t\.db"),
        ("sqlite:/srv/t.db", r"A file is written sqlite:////srv/t\.db"),
        ("sqlite://t.db", r"'sqlite://t\.db' names no file; write sqlite:///t\.db\."),
        ("sqlite://folder/t.db", r"names no file; write sqlite:///folder/t\.db\."),
        ("postgresql://ada:secret@host:port/name", r"'postgresql://ada:\*\*\*@host:port/name' is no ledger URL"),
        ("mysql://host/name", r"Unknown database 'mysql' in the ledger URL\. Available: postgresql, sqlite"),
    ],
)
def test_a_url_that_names_no_ledger_is_the_callers_mistake(url: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        Ledger.open(url)


def test_a_newer_schema_says_so(ledger_url: str) -> None:
    with Ledger.open(ledger_url, create=True) as ledger, ledger._writing() as writing:
        writing.connection.execute(text("INSERT INTO schema_version VALUES (99, '2031-01-01T00:00:00.000000Z')"))
    with pytest.raises(LedgerError, match=r"written by a newer Fogline \(tables of version 99; this one knows 1\)"):
        Ledger.open(ledger_url, create=True)


@pytest.mark.parametrize("version", [-1, 0])
def test_a_version_that_there_never_was_is_damage_and_not_an_older_fogline(ledger_url: str, version: int) -> None:
    with Ledger.open(ledger_url, create=True) as ledger, ledger._writing() as writing:
        writing.connection.execute(text(f"UPDATE schema_version SET version = {version}"))
    for read_only in (True, False):
        with pytest.raises(
            LedgerDamaged, match=rf"is damaged: it names {version} as the version of its tables, which no Fogline wrote"
        ):
            Ledger.open(ledger_url, read_only=read_only)


def test_an_overwritten_page_is_damage_and_not_a_newer_fogline(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    url = made(path)
    content = bytearray(path.read_bytes())
    with sqlite3.connect(path) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'schema_version'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    content[(page - 1) * size + 96 : page * size] = b"\x55" * (size - 96)
    path.write_bytes(content)
    with pytest.raises(LedgerDamaged, match="restore a backup"):
        Ledger.open(url, read_only=True)


def test_a_file_cut_short_is_damaged_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    url = made(path)
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\x55" * (len(content) - 4096))
    with pytest.raises(LedgerDamaged, match=r"is damaged .*restore a backup"), Ledger.open(url) as ledger:
        ledger.reports()


def test_a_file_without_write_rights_is_said_to_be_read_only(tmp_path: Path) -> None:
    """As an ordinary user: root may write anywhere."""
    path = tmp_path / "ledger.db"
    url = made(path)
    program = (
        "import sys\n"
        "from fogline.errors import LedgerReadOnly\n"
        "from fogline.issue import Issue\n"
        "from fogline.ledger import Ledger\n"
        "with Ledger.open(sys.argv[1], read_only=True) as ledger:\n"
        "    print(len(ledger.reports()), ledger.verify().ok)\n"
        "try:\n"
        "    with Ledger.open(sys.argv[1]) as ledger:\n"
        "        ledger.add_issues([Issue('a', 'b', 'intake')])\n"
        "except LedgerReadOnly as error:\n"
        "    print(error)\n"
    )
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    command = [sys.executable, "-c", program, url]
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("needs a way to drop root's rights")
        command = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", *command]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    finally:
        tmp_path.chmod(0o755)
    assert done.stdout.splitlines()[:1] == ["1 True"], done.stderr
    assert "can be read but not written. Check the rights of the file and its folder" in done.stdout


def test_a_database_that_does_not_answer_is_named_without_its_password() -> None:
    with pytest.raises(LedgerError, match=r"postgresql://ada:\*\*\*@127\.0\.0\.1:9/mill cannot be reached") as caught:
        Ledger.open("postgresql://ada:secret@127.0.0.1:9/mill", wait_s=1)
    assert "secret" not in str(caught.value)


def test_a_postgres_database_without_a_ledger_names_the_next_step(ledger_url: str) -> None:
    if not ledger_url.startswith("postgresql"):
        pytest.skip("SQLite's answers are tested above")
    with pytest.raises(LedgerError, match=r"There is no ledger at postgresql.*fogline collect SOURCE"):
        Ledger.open(ledger_url)
    engine = create_engine(make_url(ledger_url).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE entries (words TEXT)"))
    engine.dispose()
    with pytest.raises(NotALedger, match="holds tables named entries"):
        Ledger.open(ledger_url, create=True)


def test_reading_only_makes_no_ledger(ledger_url: str) -> None:
    with pytest.raises(LedgerError, match="There is no ledger"):
        Ledger.open(ledger_url, create=True, read_only=True)


def test_read_only_postgres_refuses_in_the_database_too(ledger_url: str) -> None:
    Ledger.open(ledger_url, create=True).close()
    with Ledger.open(ledger_url, read_only=True) as ledger:
        ledger._read_only = False
        with pytest.raises(LedgerReadOnly):
            ledger.add_report(REPORT, capture_of(PROSE))
