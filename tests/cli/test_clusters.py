"""``fogline read --as clusters``: which texts tell of one event."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from fogline.cli.main import cli

ONE = "A levee on the river Orne broke near Sallow on Monday and water stood in forty cellars, said fire chief Dana Prokop."
OTHER = "Bakers in Tarn gave away nine hundred loaves after a flour mill closed for good."


def clusters(tmp_path: Path, rows: list[dict[str, str]]) -> list[dict[str, str]]:
    path = tmp_path / "texts.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    done = CliRunner().invoke(cli, ["read", str(path), "--as", "clusters"])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_id_is_answered_and_a_cluster_bears_the_id_of_one_of_its_reports(tmp_path: Path) -> None:
    found = clusters(
        tmp_path, [{"id": "a", "text": ONE}, {"id": "b", "text": OTHER}, {"id": "c", "text": f"{ONE} More rain is due."}]
    )
    cluster = {row["id"]: row["cluster"] for row in found}
    assert cluster.keys() == {"a", "b", "c"}
    assert cluster["a"] == cluster["c"] != cluster["b"]
    assert set(cluster.values()) <= cluster.keys()


def test_one_text_under_two_ids_is_answered_twice_and_alike(tmp_path: Path) -> None:
    found = clusters(tmp_path, [{"id": "a", "text": ONE}, {"id": "again", "text": ONE}, {"id": "b", "text": OTHER}])
    assert [row["id"] for row in found] == ["a", "again", "b"]
    assert found[0]["cluster"] == found[1]["cluster"] != found[2]["cluster"]
