"""The weights of the reader as files: what is missing, cut short or set wrong is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from fogline.errors import ModelError, UsageError
from fogline.reading.encoder import OnnxEncoder, reader_folder, threads_given


def folder_without(name: str, tmp_path: Path) -> Path:
    for path in reader_folder().iterdir():
        if path.name != name:
            (tmp_path / path.name).symlink_to(path)
    return tmp_path


def test_file_of_weights_that_was_cut_short_is_refused(tmp_path: Path) -> None:
    folder = folder_without("encoder.onnx", tmp_path)
    (folder / "encoder.onnx").write_bytes((reader_folder() / "encoder.onnx").read_bytes()[:-1])
    with pytest.raises(ModelError, match=r"encoder\.onnx is not the file that reader\.json names"):
        OnnxEncoder.load(folder)


@pytest.mark.parametrize("name", ["encoder.onnx", "tokenizer.json", "reader.json"])
def test_missing_file_of_the_reader_is_named(name: str, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="No reader in" if name == "reader.json" else name):
        OnnxEncoder.load(folder_without(name, tmp_path))


def test_threads_are_a_whole_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOGLINE_THREADS", "3")
    assert threads_given() == 3
    for wrong in ("two", "0", "-1"):
        monkeypatch.setenv("FOGLINE_THREADS", wrong)
        with pytest.raises(UsageError, match=f"FOGLINE_THREADS is '{wrong}'"):
            threads_given()
