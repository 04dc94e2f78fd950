"""``fogline bench`` asked for what cannot be measured."""

from __future__ import annotations

from click.testing import CliRunner

from fogline.cli.bench_command import command


def test_no_rounds_cannot_be_timed() -> None:
    result = CliRunner().invoke(command, ["--rounds", "0"])
    assert result.exit_code == 2 and "not in the range" in result.output
